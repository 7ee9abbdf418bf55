"""Verbs the parser left without their subject.

In English a verb with a tense has its subject right before it, or shares one by way of "and" or
a comma. Where neither holds the parser was led up the garden path: it took a reduced relative
clause for the predicate ("the missiles fired at Vell killed ..."), or the subject for a member of
the list before it ("took villages from rebels and fighting has blocked ...").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.parse.tree import Tree
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_HELPING = frozenset({"aux", "auxpass"})
_BEFORE = _HELPING | {"advmod", "neg"}
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON"})
_DATES = frozenset({"DATE", "TIME"})
_HARM = words("kill wound injure hurt arrest displace")
_CLAUSAL = words("as after before since until")
"""Words that open a phrase or a clause."""
_MOST = 8
"""Verbs of one sentence that are mended: more is no sentence."""
_SAYING = frozenset({"say", "add", "tell"})
NO_PASSIVE = _SAYING | words(
    "arrive come go die happen occur fall rise appear emerge remain stay return continue begin "
    "erupt explode collapse vanish disappear escalate intensify evolve"
)
"""Verbs whose past form after a noun is no shortened relative clause: nothing is arrived."""


def with_subjects(doc: Doc) -> Doc:
    """The same sentence with such subjects found, or ``doc`` itself where none is missing."""
    doc = _two_subjects(_off_auxiliaries(doc))
    for _ in range(_MOST):
        tree = _next(doc)
        if tree is None:
            break
        doc = tree.doc()
    return doc


def _next(doc: Doc) -> Tree | None:
    """The tree with one more verb's subject found; ``None`` when no verb lacks one."""
    for verb in doc:
        start = group_start(verb) if lacks_subject(verb) else 0
        if start == 0 or doc[start - 1].pos_ in {"PUNCT", "CCONJ", "ADV", "SCONJ", "PART"}:
            continue
        if _inverted(verb):
            continue
        tree = _reduced(doc, verb, start) or _swallowed(doc, verb, start)
        if tree is not None:
            return tree
    return None


def _off_auxiliaries(doc: Doc) -> Doc:
    """A subject hung from a helping verb ("his arm" from "was") goes to the main verb."""
    wrong = [
        t for t in doc if t.dep_ in SUBJECTS and t.head.dep_ in _HELPING and t.head.head != t.head
    ]
    wrong = [t for t in wrong if not any(c.dep_ in SUBJECTS for c in t.head.head.children)]
    if not wrong:
        return doc
    tree = Tree.of(doc)
    for token in wrong:
        passive = token.head.dep_ == "auxpass"
        tree.hang(token, token.head.head, "nsubjpass" if passive else token.dep_)
    return tree.doc()


def _two_subjects(doc: Doc) -> Doc:
    """ "A fight broke out and a gun fired": a verb has one subject, the first noun its own verb."""
    for verb in doc:
        own = [c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i]
        if len(own) < 2 or own[0].dep_ == "expl":
            continue
        first = next((c for c in own[0].children if c.dep_ == "acl" and c.i < own[1].i), None)
        link = next((t for t in doc[own[0].i : own[1].i] if t.dep_ == "cc"), None)
        if first is None or link is None or first.tag_ not in {"VBN", "VBD"}:
            continue
        tree = Tree.of(doc)
        tree.supplant(first, verb)
        tree.hang(own[0], first, "nsubj")
        tree.hang(link, first, "cc")
        tree.hang(verb, first, "conj")
        tree.retag(first, "VBD")
        return tree.doc()
    return doc


def lacks_subject(verb: Token) -> bool:
    """Whether a verb with a tense has nothing that could be its subject."""
    if verb.pos_ not in {"VERB", "AUX"} or verb.dep_ in _HELPING:
        return False
    if any(c.dep_ in SUBJECTS or c.tag_ in {"WP", "WDT", "TO"} for c in verb.children):
        return False
    helped = [c for c in verb.children if c.dep_ in _HELPING and c.i < verb.i]
    if helped:
        return any(c.tag_ in {"VBD", "VBZ", "VBP", "MD"} for c in helped)
    # "killed 12": a participle cannot have an object, so it is a past tense.
    past = verb.tag_ == "VBN" and any(c.dep_ == "dobj" and c.i > verb.i for c in verb.children)
    joined = verb.dep_ in {"conj", "ccomp", "parataxis", "dep"}
    return verb.tag_ in {"VBD", "VBZ"} or (past and joined) or (verb.tag_ == "VBP" and joined)


def group_start(verb: Token) -> int:
    """Index of the first word of the verb's group ("has also been hit")."""
    at = verb.i
    while (
        at > 0
        and verb.doc[at - 1].head in (verb, verb.doc[at])
        and (verb.doc[at - 1].dep_ in _BEFORE)
    ):
        at -= 1
    return at


def _reduced(doc: Doc, verb: Token, start: int) -> Tree | None:
    """ "The missiles fired at Vell killed 12": "fired at Vell" only says which missiles."""
    for first in reversed(doc[:start]):
        if first.pos_ != "VERB" or _last_of(first, verb, start) != start - 1:
            continue
        subject = next((c for c in first.children if c.dep_ in SUBJECTS and c.i < first.i), None)
        if subject is None or subject.tag_ in {"WP", "WDT", "PRP", "EX"}:
            continue
        kids = list(first.children)
        finite = any(c.dep_ in _HELPING and c.tag_ != "TO" and c.tag_ != "VB" for c in kids)
        to = any(c.tag_ == "TO" for c in kids)
        passive = first.tag_ in {"VBN", "VBD", "VBG"} and not finite
        passive = passive and (first.tag_ == "VBG" or first.lemma_ not in NO_PASSIVE)
        if any(c.dep_ in {"dobj", "cc"} for c in kids) or not (passive or to):
            continue
        if any(c.dep_ == "ccomp" and c != verb for c in kids):
            continue
        if (verb.dep_ == "conj" and first.is_ancestor(verb)) or _toll(first):
            continue
        tree = Tree.of(doc)
        tree.supplant(verb, first)
        tree.hang(first, subject, "relcl" if to else "acl")
        tree.retag(first, "VBG" if first.tag_ == "VBG" else "VBN")
        for child in kids:
            if child.i < subject.left_edge.i or child.i > verb.i or child == subject:
                tree.hang(child, verb, child.dep_)
        for joined in first.conjuncts:
            if joined.head == first and joined != verb and joined.i > verb.i:
                tree.hang(joined, verb, joined.dep_)
        helped = any(c.dep_ == "auxpass" for c in verb.children)
        tree.hang(subject, verb, "nsubjpass" if helped else "nsubj")
        if verb.tag_ == "VBN" and not any(c.dep_ in _HELPING for c in verb.children):
            tree.retag(verb, "VBD")
        return tree
    return None


def _toll(verb: Token) -> bool:
    """Whether it is the second of "five were killed and nine wounded"."""
    passive = any(c.dep_ == "auxpass" for c in verb.head.children)
    return verb.dep_ == "conj" and verb.lemma_ in _HARM and passive


def _last_of(first: Token, verb: Token, start: int) -> int:
    """The last word under a verb, without another verb that may hang from it and the full stop."""
    below = set(verb.subtree) if first.is_ancestor(verb) else set()
    own = [t for t in first.subtree if t not in below]
    return max(t.i for t in own if t.i < start or not t.is_punct)


def _swallowed(doc: Doc, verb: Token, start: int) -> Tree | None:
    """ "... from rebels and fighting has blocked ...": the noun right before the verb."""
    for noun in _nouns_before(doc, verb, start):
        first = noun.left_edge.i
        link = doc[first - 1] if first else None
        above = noun.head
        joined = noun.dep_ == "conj" and link is not None and link.dep_ == "cc"
        joined = joined and verb.dep_ in {"conj", "ccomp", "dep"}
        said = verb.dep_ == "ccomp" and verb.head == above and above.lemma_ in _SAYING
        before = above.dep_ == "advcl" and above.head == verb
        clausal = _clausal(noun, verb)
        if not joined and not clausal and not (noun.dep_ == "dobj" and (said or before)):
            continue
        tree = Tree.of(doc)
        passive = any(c.dep_ == "auxpass" for c in verb.children)
        tree.hang(noun, verb, "nsubjpass" if passive else "nsubj")
        if clausal:
            tree.hang(verb, above.head, "advcl")
            tree.hang(above, verb, "mark")
        if joined and link is not None and verb.head.i < link.i:
            tree.hang(link, verb.head, "cc")
            tree.hang(verb, verb.head, "conj")
        return tree
    return None


def _inverted(verb: Token) -> bool:
    """ "A bomb exploded in Vell said the monitor": the speaker stands behind the verb."""
    after = verb.nbor(1) if verb.i + 1 < len(verb.doc) else verb
    names = after.pos_ in {"DET", "PROPN", "NOUN", "ADJ"} and after.ent_type_ not in _DATES
    told = any(c.dep_ == "ccomp" for c in verb.rights)
    return verb.lemma_ in _SAYING and names and not told


def _clausal(noun: Token, verb: Token) -> bool:
    """ "As an alliance attacked the town": the alliance is no object of "as"."""
    link = noun.head
    opens = noun.dep_ == "pobj" and link.dep_ == "prep" and link.lower_ in _CLAUSAL
    free = verb.dep_ in {"conj", "ccomp", "dep", "parataxis"} and not verb.is_ancestor(link)
    bare = noun.pos_ != "PROPN" and noun.n_lefts == 0
    return (
        opens
        and free
        and not bare
        and link.i == noun.left_edge.i - 1
        and link.head.pos_ in {"VERB", "AUX"}
    )


def _nouns_before(doc: Doc, verb: Token, start: int) -> Iterator[Token]:
    """The heads of the noun phrases that end right before the verb's group, innermost first."""
    at, within = doc[start - 1], False
    for token in (at, *at.ancestors) if at.pos_ in _NOMINAL else ():
        inside = token.pos_ in _NOMINAL | {"ADP", "ADJ"} or token.dep_ in {"relcl", "acl", "prep"}
        if token == verb or token.i >= start or not inside:
            return
        within = within or token.dep_ in {"relcl", "acl"}
        ends = token.right_edge.i == start - 1 and token.ent_type_ not in _DATES
        ends = ends and (not within or token.dep_ == "dobj")
        if token.pos_ in _NOMINAL and ends and _agrees(token, verb):
            yield token


def _agrees(noun: Token, verb: Token) -> bool:
    """Whether number does not speak against it ("missiles launches")."""
    tag = next((c.tag_ for c in verb.children if c.dep_ in _HELPING), verb.tag_)
    plural = noun.tag_ in {"NNS", "NNPS"} or any(c.dep_ == "conj" for c in noun.children)
    return not (plural and tag == "VBZ") and not (not plural and tag == "VBP")
