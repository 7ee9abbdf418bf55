"""Trees mended where grammar leaves the parser no choice: one function, one error it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.parse.closing import FINITE, SAYING
from claims.parse.tree import Tree
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PAPERS = words("statement interview report tweet post briefing press conference letter release")
_TWO_OBJECTS = words("give award send offer show call name teach pay grant deny hand ask tell")
"""Verbs whose participle keeps an object in the passive ("men given a house")."""
_MADE = words("gain area territory town village city position attack raid strike loss advance")
_MAKERS = words(
    "rebel force troop fighter militant soldier insurgent jihadist government regime army"
)
_LISTENERS = words(
    "reporter reporters journalist journalists police officers detectives officials investigators "
    "newspaper paper agency station channel us me him her them"
)
_HARM = words("dead killed wounded injured hurt missing homeless hospitalized hospitalised trapped")
_ACTS = words("shelling bombing killing shooting fighting burning beating stabbing looting")
"""Gerunds that are nouns before "of", and behind another noun."""
_QUANTITIES = words("dozens hundreds thousands millions scores tens")


def grammatical(doc: Doc) -> Doc:
    """The same sentence with the errors of the table below mended, or ``doc`` itself."""
    for mend in _MENDS:
        doc = mend(doc)
    return doc


def _linked(doc: Doc) -> Doc:
    """ "In a statement that rebels had left": "that" is not what they left."""
    wrong = [
        t
        for t in doc
        if t.lower_ == "that" and t.tag_ == "IN" and t.dep_ in {"dobj", "pobj"} and t.head.i > t.i
    ]
    if not wrong:
        return doc
    tree = Tree.of(doc)
    for token in wrong:
        tree.hang(token, token.head, "mark")
    return tree.doc()


def _stated(doc: Doc) -> Doc:
    """ "Said in a statement that the town was safe": the clause is what was said."""
    for verb in doc:
        clauses = [c for c in verb.children if c.dep_ in {"ccomp", "parataxis", "dobj"}]
        if verb.lemma_ not in SAYING or clauses or verb.tag_ not in FINITE:
            continue
        for prep in (c for c in verb.children if c.lower_ in {"in", "at", "during"}):
            for paper in (c for c in prep.children if c.lemma_.lower() in _PAPERS):
                for clause in paper.children:
                    if clause.dep_ in {"acl", "ccomp", "relcl"} and _marked(clause):
                        return _rehung(doc, clause, verb, "ccomp")
    return doc


def _marked(clause: Token) -> bool:
    that = any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)
    return that and any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in clause.children)


def _rehung(doc: Doc, token: Token, head: Token, dep: str) -> Doc:
    tree = Tree.of(doc)
    tree.hang(token, head, dep)
    return tree.doc()


def _told(doc: Doc) -> Doc:
    """ "Told the Courier the man had left": the man's leaving is told, not the Courier left."""
    for verb in doc:
        if verb.lemma_ != "tell" or any(c.dep_ == "ccomp" for c in verb.children):
            continue
        for listener in (c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i):
            if listener.pos_ != "PROPN" and listener.lower_ not in _LISTENERS:
                continue
            for clause in listener.children:
                own = next((c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
                links = [t for t in clause.lefts if t.tag_ in {"WP", "WDT", "WRB", "WP$"}]
                that = all(t.lower_ == "that" and t.dep_ == "dobj" for t in links)
                # Nothing is shot "that" when somebody is: a passive has no object.
                if links and not (that and own is not None and own.dep_ == "nsubjpass"):
                    continue
                if clause.dep_ == "relcl" and own is not None and own.lower_ != "that":
                    tree = Tree.of(doc)
                    tree.hang(clause, verb, "ccomp")
                    for link in links:
                        tree.hang(link, clause, "mark")
                    return tree.doc()
    return doc


def _continued(doc: Doc) -> Doc:
    """ "Berg tells us the man argued and then returned": who argued returned, not Berg."""
    for verb in doc:
        if verb.lemma_ not in SAYING or verb.tag_ not in {"VBZ", "VBP", "VBD"}:
            continue
        content = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
        if content is None:
            continue
        for joined in verb.children:
            alone = not any(c.dep_ in {"nsubj", "nsubjpass"} for c in joined.children)
            later = joined.dep_ == "conj" and joined.i > content.i and alone
            other = joined.tag_ in FINITE and joined.tag_ != verb.tag_
            if later and other and joined.lemma_ not in SAYING:
                tree = Tree.of(doc)
                tree.hang(joined, content, "conj")
                for link in verb.children:
                    if link.dep_ == "cc" and content.i < link.i < joined.i:
                        tree.hang(link, content, "cc")
                return tree.doc()
    return doc


def _activated(doc: Doc) -> Doc:
    """ "A blast (that was) killed 12": a past form with an object is active."""
    for noun in doc:
        if noun.dep_ not in {"ROOT", "ccomp"} or noun.pos_ not in {"NOUN", "PROPN"}:
            continue
        inner = [t for c in noun.children if c.dep_ == "prep" for t in c.children]
        for verb in (c for thing in (noun, *inner) for c in thing.children):
            past = verb.dep_ == "acl" and verb.tag_ in {"VBD", "VBN"} and verb.i > noun.i
            object_ = any(c.dep_ == "dobj" for c in verb.children)
            if past and object_ and verb.lemma_ not in _TWO_OBJECTS:
                return _raised(doc, noun, verb)
    return doc


def _raised(doc: Doc, noun: Token, verb: Token) -> Doc:
    """The verb in the place of its noun, the noun its subject."""
    tree = Tree.of(doc)
    tree.supplant(verb, noun)
    tree.hang(noun, verb, "nsubj")
    for child in noun.children:
        if child != verb and (child.i > verb.i or child.is_punct):
            tree.hang(child, verb, child.dep_)
    tree.retag(verb, "VBD")
    return tree.doc()


def _relative(doc: Doc) -> Doc:
    """ "The gains rebels made": the parser takes it for rebels that are made."""
    for who in doc[1:-1]:
        thing, verb = doc[who.i - 1], doc[who.i + 1]
        pair = thing.lemma_.lower() in _MADE and who.lemma_.lower() in _MAKERS
        plural = thing.tag_ == "NNS" and thing.dep_ == "compound" and thing.head == who
        made = verb.dep_ == "acl" and verb.head == who and verb.tag_ in {"VBN", "VBD"}
        if not (pair and plural and made) or any(c.dep_ == "agent" for c in verb.children):
            continue
        tree = Tree.of(doc)
        for child in who.children:
            tree.hang(child, thing, child.dep_)
        tree.supplant(thing, who)
        tree.hang(who, verb, "nsubj")
        tree.hang(verb, thing, "relcl")
        tree.retag(verb, "VBD")
        return tree.doc()
    return doc


def _harmed(doc: Doc) -> Doc:
    """ "Left two dead and five people injured": both are what was left."""
    for verb in doc:
        first = _left(verb) if verb.lemma_ == "leave" else None
        harm = _harm_in(doc, first.i + 1, first.i + 3) if first is not None else None
        if first is None or harm is None or harm.i + 2 >= len(doc):
            continue
        link = harm.nbor(1)
        second = _harm_in(doc, link.i + 1, link.i + 7)
        if link.lower_ != "and" or second is None or second.dep_ == "ROOT":
            continue
        noun = second.nbor(-1)
        counted = any(t.like_num for t in doc[link.i + 1 : second.i])
        nominal = noun.pos_ in {"NOUN", "PROPN", "NUM"} and noun.dep_ != "ROOT"
        if counted and nominal and not _holds(first, noun):
            tree = Tree.of(doc)
            tree.hang(link, first, "cc")
            tree.hang(noun, first, "conj")
            tree.hang(second, noun, "acl")
            return tree.doc()
    return doc


def _left(verb: Token) -> Token | None:
    """Whom a verb left dead or hurt, however the parser hung them."""
    inner = [c for k in verb.children if k.dep_ == "ccomp" for c in k.children]
    things = [*verb.children, *inner]
    return next((t for t in things if t.dep_ in {"dobj", "nsubj"} and t.i > verb.i), None)


def _harm_in(doc: Doc, first: int, last: int) -> Token | None:
    return next((t for t in doc[first:last] if t.lower_ in _HARM), None)


def _holds(first: Token, noun: Token) -> bool:
    return noun in first.conjuncts or first in noun.ancestors


def _counted(doc: Doc) -> Doc:
    """ "Has killed 90 and displaced thousands": a noun is not joined to a verb."""
    for noun in doc:
        verb = noun.head
        if noun.dep_ != "conj" or noun.pos_ != "NOUN" or verb.pos_ != "VERB":
            continue
        past = noun.left_edge
        if past.tag_ not in {"VBN", "VBD"} or past.head != noun or past.dep_ != "amod":
            continue
        if noun.lower_ not in _QUANTITIES or past.nbor(-1).dep_ != "cc":
            continue
        tree = Tree.of(doc)
        tree.hang(past, verb, "conj")
        tree.hang(noun, past, "dobj")
        tree.retag(past, verb.tag_ if verb.tag_ in {"VBN", "VBD"} else "VBD")
        return tree.doc()
    return doc


def _wounded(doc: Doc) -> Doc:
    """ "90 were killed and more than 100 others injured": they were injured, too."""
    for noun in doc:
        verb = noun.head
        if noun.dep_ != "conj" or noun.pos_ not in {"NOUN", "NUM"} or verb.pos_ != "VERB":
            continue
        passive = any(c.dep_ == "auxpass" for c in verb.children)
        for harm in noun.children:
            close = harm.i == noun.i + 1 and harm.dep_ == "acl" and harm.tag_ == "VBN"
            if close and passive and noun.left_edge.nbor(-1).dep_ == "cc":
                tree = Tree.of(doc)
                tree.hang(harm, verb, "conj")
                tree.hang(noun, harm, "nsubjpass")
                return tree.doc()
    return doc


def _gerunds(doc: Doc) -> Doc:
    """ "In government shelling of a town": the shelling is a noun."""
    for act in doc[1:-1]:
        before = doc[act.i - 1]
        of = doc[act.i + 1].lower_ == "of"
        if act.lower_ not in _ACTS or act.tag_ != "VBG" or not of or before.head.i == act.i:
            continue
        if before.pos_ not in {"NOUN", "PROPN"} or before.dep_ not in {"pobj", "dobj", "nsubj"}:
            continue
        if act.head not in (before, before.head, *before.ancestors) or act.dep_ == "ROOT":
            continue
        tree = Tree.of(doc)
        tree.hang(act, before.head, before.dep_)
        for child in before.children:
            tree.hang(child, act, child.dep_)
        tree.hang(before, act, "compound")
        tree.retag(act, "NN", "NOUN")
        tree.lemmas[act.i] = act.lower_
        return tree.doc()
    return doc


def _dated(doc: Doc) -> Doc:
    """ "On Tuesday army units ...": the day belongs to "on", not to the units."""
    for day in doc[1:]:
        prep = doc[day.i - 1]
        if day.dep_ != "compound" or day.ent_type_ != "DATE" or prep.lower_ != "on":
            continue
        if prep.dep_ == "prep" and not any(c.dep_ == "pobj" for c in prep.children):
            return _rehung(doc, day, prep, "pobj")
    return doc


_MENDS = (
    _linked,
    _relative,
    _gerunds,
    _dated,
    _counted,
    _wounded,
    _harmed,
    _activated,
    _told,
    _continued,
    _stated,
)
"""In this order: what makes nouns and verbs comes before what joins clauses."""
