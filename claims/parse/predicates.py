"""Predicates the parser missed: past forms it took for participles, and the other way round. One
function, one error it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.parse.subjects import NO_PASSIVE
from claims.parse.tree import Tree, rehung, reworded
from claims.senses import EVENT_NOUNS
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_TWO_OBJECTS = words("give award send offer show call name teach pay grant deny hand ask tell")
"""Verbs whose participle keeps an object in the passive ("men given a house")."""
_DESCRIBING = words("allied armed suspected affiliated masked unnamed unidentified")
"""Participles that say what sort somebody is, not what was done to them."""
_ARTICLES = frozenset({"DT", "CD", "JJ"})
_ARMED = words("bomb shell rocket missile bomber gunman car mortar mine drone fire barrage")
_IN_PHRASE = words("det amod compound nummod poss nmod punct")
_CAUSING = words("kill wound injure claim destroy damage strike hit target displace trap leave")
_PLACING = words("in at near on outside inside across throughout of between")
_STATIONS = words("tv television channel network media station broadcaster agency radio")
_PICTURES = words("footage video image picture interview report speech recording clip photo tape")
_SHOWED = "released"
"""Stand-in for a past form that looks like a noun."""


def causing(doc: Doc) -> Doc:
    """ "A bomb went off in the city killing nine": the city killed nobody."""
    for verb in doc:
        place = verb.head
        if verb.dep_ != "acl" or verb.tag_ != "VBG" or verb.lemma_ not in _CAUSING:
            continue
        event = place.lemma_.lower() in EVENT_NOUNS or place.lemma_.lower() in _ARMED
        above = place if event or not any(c.dep_ == "dobj" for c in verb.children) else _over(place)
        if above not in (place, verb):
            tree = Tree.of(doc)
            tree.hang(verb, above, "advcl" if above.pos_ in {"VERB", "AUX"} else "acl")
            return causing(tree.doc())
    return doc


def _over(place: Token) -> Token:
    """What happened at a place: the event or verb its phrase hangs from, else the place."""
    at = place
    while at.dep_ in {"pobj", "conj", "prep", "compound", "appos"} and at.head != at:
        if at.dep_ == "prep" and at.lower_ not in _PLACING:
            return place
        at = at.head
        if at.lemma_.lower() in EVENT_NOUNS or at.pos_ in {"VERB", "AUX"}:
            return at
    return place


def aired(doc: Doc) -> Doc:
    """ "State TV broadcast footage showing ...": the past form is no part of the noun's name."""
    for verb in doc[1:]:
        station, noun = verb.nbor(-1), verb.head
        if verb.lower_ != "broadcast" or noun.dep_ != "ROOT" or verb.dep_ != "compound":
            continue
        pictures = noun.lemma_.lower() in _PICTURES and noun.i > verb.i
        if not pictures or station.lemma_.lower() not in _STATIONS:
            continue
        parsed = reworded(doc, {verb.i: _SHOWED})
        if parsed[verb.i].dep_ != "ROOT":
            continue
        tree = Tree.of(parsed)
        tree.lemmas[verb.i] = "broadcast"
        return tree.doc([t.text for t in doc])
    return doc


def activated(doc: Doc) -> Doc:
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
    tree.lift(verb, noun, "nsubj")
    tree.retag(verb, "VBD")
    return tree.doc()


def placed(doc: Doc) -> Doc:
    """ "In the province an army unit destroyed in a raid a depot": the unit destroyed it."""
    for noun in doc:
        if noun.dep_ != "appos" or noun.head.dep_ != "pobj" or noun.head.head.dep_ != "ROOT":
            continue
        place = noun.head.head
        verb = next((c for c in noun.children if c.dep_ == "acl" and c.i > noun.i), None)
        if verb is None or verb.tag_ not in {"VBD", "VBN"} or noun.left_edge.tag_ not in _ARTICLES:
            continue
        if place.i == 0 and any(c.dep_ == "dobj" and c.i > verb.i for c in verb.children):
            tree = Tree.of(doc)
            tree.hang(verb, verb, "ROOT")
            tree.retag(verb, "VBD")
            tree.hang(noun, verb, "nsubj")
            tree.hang(place, verb, "prep")
            for child in place.children:
                if child.i > verb.i:
                    tree.hang(child, verb, child.dep_)
            return tree.doc()
    return doc


def objects(doc: Doc) -> Doc:
    """ "Rebels targeted with shells a district": the district has no subject, it was targeted."""
    for noun in doc:
        if noun.pos_ not in {"NOUN", "PROPN"} or noun.dep_ not in {"ROOT", "ccomp"}:
            continue
        own = next((c for c in noun.children if c.dep_ == "nsubj" and c.i < noun.i), None)
        verb = next((c for c in own.children if c.dep_ == "acl"), None) if own else None
        if own is None or verb is None or verb.tag_ not in {"VBN", "VBD"}:
            continue
        phrase = [c for c in noun.lefts if c.dep_ in _IN_PHRASE and c.i > own.i]
        first = min((c.left_edge.i for c in phrase), default=noun.i)
        if verb.right_edge.i != first - 1 or not any(c.dep_ == "prep" for c in verb.children):
            continue
        tree = Tree.of(doc)
        tree.supplant(verb, noun)
        tree.hang(own, verb, "nsubj")
        tree.hang(noun, verb, "dobj")
        tree.retag(verb, "VBD")
        for child in noun.children:
            apart = child.i > noun.i and child.dep_ in {"advcl", "acl", "punct", "npadvmod"}
            if child != own and (child.i < first or apart):
                tree.hang(child, verb, "advcl" if child.tag_ == "VBG" else child.dep_)
        return tree.doc()
    return doc


def dropped(doc: Doc) -> Doc:
    """ "Were hit by bombs dropped from helicopters": no "and" before it, so it says which bombs."""
    for verb in doc[1:]:
        noun = verb.nbor(-1)
        bare = verb.dep_ == "conj" and verb.tag_ in {"VBN", "VBD"} and verb.n_lefts == 0
        if not bare or noun.dep_ != "pobj" or noun.i < verb.head.i:
            continue
        if verb.lemma_ in NO_PASSIVE:
            continue
        if any(c.dep_ in {"dobj", "agent"} for c in verb.children) or noun in verb.subtree:
            continue
        if any(c.dep_ == "prep" for c in verb.children):
            return rehung(doc, verb, noun, "acl")
    return doc


def allied(doc: Doc) -> Doc:
    """ "Killed five rebels and allied fighters": the fighters were killed, nobody allied them."""
    for verb in doc:
        things = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i]
        first = [c for c in verb.head.children if c.dep_ == "dobj" and c.i < verb.i]
        if verb.lower_ not in _DESCRIBING or verb.dep_ != "conj" or not things or not first:
            continue
        if things[0].left_edge != things[0] or things[0].i != verb.i + 1:
            continue
        tree = Tree.of(doc)
        tree.hang(things[0], first[0], "conj")
        tree.hang(verb, things[0], "amod")
        for child in (*verb.children, *verb.head.children):
            if child.dep_ == "cc" and first[0].i < child.i < verb.i:
                tree.hang(child, first[0], "cc")
            elif child.head == verb and child != things[0]:
                tree.hang(child, things[0], child.dep_)
        return tree.doc()
    return doc
