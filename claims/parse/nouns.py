"""Noun phrases the parser took apart or put together wrongly: one function, one error it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.parse.tree import Tree
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_MADE = words("gain area territory town village city position attack raid strike loss advance")
_MAKERS = words(
    "rebel force troop fighter militant soldier insurgent jihadist government regime army"
)
_HARM = words("dead killed wounded injured hurt missing homeless hospitalized hospitalised trapped")
_ACTS = words("shelling bombing killing shooting fighting burning beating stabbing looting")
"""Gerunds that are nouns before "of", and behind another noun."""
_QUANTITIES = words("dozens hundreds thousands millions scores tens")


def harmed(doc: Doc) -> Doc:
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


def counted(doc: Doc) -> Doc:
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


def wounded(doc: Doc) -> Doc:
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


def gerunds(doc: Doc) -> Doc:
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


def dated(doc: Doc) -> Doc:
    """ "On Tuesday army units ...": the day belongs to "on", not to the units."""
    for day in doc[1:]:
        prep = doc[day.i - 1]
        if day.dep_ != "compound" or day.ent_type_ != "DATE" or prep.lower_ != "on":
            continue
        if prep.dep_ == "prep" and not any(c.dep_ == "pobj" for c in prep.children):
            tree = Tree.of(doc)
            tree.hang(day, prep, "pobj")
            return tree.doc()
    return doc


def relative(doc: Doc) -> Doc:
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
