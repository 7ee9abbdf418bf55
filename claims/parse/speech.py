"""What hangs from a verb of saying and belongs elsewhere: one function, one error of the parser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.parse.closing import FINITE, SAYING
from claims.parse.tree import Tree, rehung
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_REPORTING = SAYING | words("accuse blame identify put release issue publish cite")
"""Verbs whose subject may go on "adding" or "saying" something."""
_CLAIMING = words("claim report confirm condemn")
_ADDING = words("add say note warn stress explain")
_RESULTS = words(
    "kill wound injure destroy damage hit strike target capture seize displace trap claim leave "
    "force cause raise bring keep spark trigger end mark prompt allow enable close cut"
)
"""What comes of an event; what speakers do as they speak ("citing", "updating") is not among it."""
_OPENING = frozenset({"DT", "JJ", "PRP$", "CD"})
_TOLD_OF = frozenset({"dobj", "nsubj", "nsubjpass", "pobj", "attr"})
"""Where in its clause a noun stands whose parts may be told of behind it."""
_LONGEST = 25
"""Words of a phrase that is joined to the content of a frame."""


def content_behind(verb: Token) -> Token | None:
    """The clause behind a verb of saying that tells what is said; ``None`` where there is none."""
    return next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)


def content_before(verb: Token) -> Token | None:
    """The clause that tells what is said, ahead of the verb: "..., the monitor said"."""
    return next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i), None)


def adding(doc: Doc) -> Doc:
    """ "The agency said, adding that ...": what is added is said, too, and apart from the rest."""
    for token in doc:
        if token.tag_ != "VBG" or token.lemma_ not in _ADDING or content_behind(token) is None:
            continue
        if any(c.dep_ in {"aux", "mark"} for c in token.children):
            continue
        verb = next((t for t in token.ancestors if t.pos_ == "VERB"), None)
        if verb is None or verb.lemma_ not in _REPORTING or verb.i > token.i:
            continue
        loose = token.dep_ == "acl" and (_spoken(verb, token) or _claimed(verb, token))
        if token.dep_ == "xcomp" or loose:
            tree = Tree.of(doc)
        elif token.dep_ == "ccomp" and token.head == verb:
            tree = _freed(doc, verb, token)
        else:
            continue
        tree.hang(token, verb, "advcl")
        return adding(tree.doc())
    return doc


def _spoken(verb: Token, token: Token) -> bool:
    """ "Said the head of the office, adding": the head adds it, not the office."""
    return any(c.dep_ == "nsubj" and c.i > verb.i and c.is_ancestor(token) for c in verb.children)


def _claimed(verb: Token, token: Token) -> bool:
    """ "Claimed the raid, saying": the raid says nothing."""
    return verb.lemma_ in _CLAIMING and token.head.dep_ == "dobj" and token.head.head == verb


def _freed(doc: Doc, verb: Token, token: Token) -> Tree:
    """The tree without the noun the parser gave "adding" for its subject: it has a verb of its
    own ("told us the bomb exploded, adding"), or is what was reported ("reported the blast,
    saying")."""
    tree = Tree.of(doc)
    noun = next((c for c in token.children if c.dep_ == "nsubj" and c.i > verb.i), None)
    if noun is None:
        return tree
    past = next((c for c in noun.children if c.dep_ == "acl" and c.tag_ in {"VBN", "VBD"}), None)
    if past is None or past.right_edge.i < noun.i:
        tree.hang(noun, verb, "dobj")
    else:
        tree.hang(past, verb, "ccomp")
        tree.retag(past, "VBD")
        tree.hang(noun, past, "nsubj")
    return tree


def speaking(doc: Doc) -> Doc:
    """ "Were caught in a brawl, officials said": nobody says, so the noun before it does."""
    for verb in doc[1:]:
        noun = verb.nbor(-1)
        own = any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)
        if verb.lemma_ not in SAYING or verb.tag_ not in FINITE or own:
            continue
        if content_before(verb) is None:
            continue
        first = noun.left_edge.i
        apart = first > 0 and doc[first - 1].text in {",", '"'}
        if apart and noun.dep_ in {"appos", "conj", "dep"} and noun.pos_ in {"NOUN", "PROPN"}:
            return rehung(doc, noun, verb, "nsubj")
    return doc


def listening(doc: Doc) -> Doc:
    """ "Told KVLL other residents are afraid": an article or adjective opens a phrase of its own,
    so that the name before it is who was told."""
    for verb in doc[:-2]:
        name = verb.nbor(1)
        noun = name.head
        if verb.lemma_ != "tell" or name.pos_ != "PROPN" or noun.i <= name.i:
            continue
        opens = doc[name.i + 1].tag_ in _OPENING and doc[name.i + 1].is_lower
        if name.dep_ in {"nmod", "compound", "amod"} and opens and noun.is_lower:
            return rehung(doc, name, verb, "dative")
    return doc


def resulting(doc: Doc) -> Doc:
    """ "Shells hit the town, the monitor said, killing nine": the shells did, not the monitor."""
    for token in doc:
        verb = token.head
        if token.tag_ != "VBG" or token.dep_ != "xcomp" or verb.lemma_ not in SAYING:
            continue
        content = content_before(verb)
        if content is not None and token.i > verb.i and token.lemma_ in _RESULTS:
            return rehung(doc, token, content, "advcl")
    return doc


def including(doc: Doc) -> Doc:
    """ "Raids killed 30 people, the monitor said, including 12 children": the children are among
    those who were killed, not among those who said it."""
    for token in doc:
        verb = token.head
        if token.lower_ != "including" or token.dep_ != "prep" or verb.lemma_ not in SAYING:
            continue
        if token.i < verb.i:
            continue
        wholes = [t for t in _said(verb, token) if _counted(t) and t.dep_ in _TOLD_OF]
        if wholes:
            return rehung(doc, token, wholes[-1], "prep")
    return doc


def _said(verb: Token, behind: Token) -> list[Token]:
    """The words of what is said ahead of a verb of saying, whether it governs them or, with a
    comma before the token ``behind`` it, is put into them; none where neither is so."""
    content = content_before(verb)
    if content is not None:
        return [t for t in content.subtree if t.i < verb.i]
    inserted = verb.dep_ in {"parataxis", "ccomp"} and verb.head.i < verb.i
    if not inserted or behind.nbor(-1).text != ",":
        return []
    frame = {t.i for t in verb.subtree}
    return [t for t in verb.head.subtree if t.i < verb.i and t.i not in frame]


def _counted(noun: Token) -> bool:
    """Whether it is a plural with its number: "30 people"."""
    number = any(c.dep_ == "nummod" for c in noun.children)
    return noun.tag_ in {"NNS", "NNPS"} and number


def aged(doc: Doc) -> Doc:
    """ "I saw him," the 15-year-old pupil said: the age is the pupil's, the content the verb's."""
    for old in doc[1:-1]:
        noun = old.nbor(1)
        verb = noun.head
        torn = old.lower_ == "old" and old.nbor(-1).text == "-" and old.dep_ == "ccomp"
        if not torn or old.head != verb or noun.dep_ != "nsubj" or verb.lemma_ not in SAYING:
            continue
        tree = Tree.of(doc)
        tree.hang(old, noun, "amod")
        for child in old.children:
            if child.dep_ == "det":
                tree.hang(child, noun, "det")
            elif child.dep_ not in {"npadvmod", "nummod"} and child.text != "-":
                tree.hang(child, verb, child.dep_)
        return tree.doc()
    return doc


def setting(doc: Doc) -> Doc:
    """ "With a gun at his head, police said, he fired": how he fired, not what was said."""
    for token in doc:
        verb = token.head
        with_ = any(c.dep_ == "mark" and c.lower_ in {"with", "without"} for c in token.children)
        if not with_ or token.dep_ != "ccomp" or token.i > verb.i:
            continue
        content = content_behind(verb)
        if content is not None:
            return rehung(doc, token, content, "advcl")
    return doc


def listed(doc: Doc) -> Doc:
    """ "Said they had one call about a fire and a call about a theft": a noun is not joined to a
    verb of saying, but to the object of what is said."""
    for noun in doc:
        verb = noun.head
        if noun.dep_ != "conj" or noun.pos_ != "NOUN" or verb.lemma_ not in SAYING:
            continue
        content = content_behind(verb)
        things = [c for c in content.children if c.dep_ in {"dobj", "attr"}] if content else []
        verbal = any(c.dep_ in {"nsubj", "aux", "auxpass"} for c in noun.children)
        dated = noun.ent_type_ in {"DATE", "TIME"}
        if dated or content is None or not things or noun.i < things[0].i or verbal:
            continue
        if noun.right_edge.i - noun.left_edge.i > _LONGEST:
            continue
        tree = Tree.of(doc)
        tree.join(noun, things[0], content)
        return tree.doc()
    return doc
