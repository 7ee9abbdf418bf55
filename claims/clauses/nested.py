"""Statements inside a statement's own phrases: dated relatives that say which one is meant, and
events that are said to mean something."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from claims.clauses.asides import dated
from claims.clauses.heads import Head, Layout
from claims.clauses.phrases import phrase, trim
from claims.clauses.relative_text import relative
from claims.clauses.relatives import relative_pronoun
from claims.clauses.text import Draft
from claims.clauses.verbforms import past
from claims.clauses.verbs import finite, subject
from claims.clauses.write import Item
from claims.saying import SAYING
from claims.senses import EVENT_NOUNS
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ACTS = {
    "capture": "capture",
    "recapture": "recapture",
    "seizure": "seize",
    "liberation": "liberate",
    "conquest": "conquer",
    "occupation": "occupy",
    "killing": "kill",
    "murder": "murder",
    "arrest": "arrest",
    "release": "release",
    "bombing": "bomb",
    "shelling": "shell",
    "destruction": "destroy",
    "purchase": "buy",
}
"""Noun of an act: lemma of its verb."""
_WHEN = {"earlier": "earlier", "recent": "recently"}
_LONGEST = 15
"""Words of a clause without "that" at most: a longer one is a sentence run on."""
_TIMES = words("time day moment hour way week month year night place reason")
"""Nouns a clause without "that" says more about than what was done to them."""
_PERSONS = words("he she they it we i you who")


def nested(doc: Doc, plan: Layout, piece: Draft) -> list[Draft]:
    """The statement, divided where its subject is an act that "means" the rest, and with each
    dated relative clause in it as a statement of its own. Such a clause stays in the text, which
    needs it, but its dates and figures are its own."""
    return [part for half in _meant(doc, plan, piece) for part in _relatives(doc, plan, half)]


def _meant(doc: Doc, plan: Layout, piece: Draft) -> list[Draft]:
    """ "The army's capture of X on Sunday meant Y": the army captured X; and Y."""
    verb = doc[piece.root]
    act = subject(verb)
    rest = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    if verb.lemma_ != "mean" or act is None or rest is None or act.i > verb.i:
        return [piece]
    if act.lemma_.lower() not in EVENT_NOUNS or subject(rest) is None or not finite(rest):
        return [piece]
    if any(c.dep_ in {"neg", "aux"} for c in verb.children):
        return [piece]
    first = trim(doc, [t.i for t in act.subtree if t.i in piece.own])
    second = trim(doc, [t.i for t in rest.subtree if t.i in piece.own and t.dep_ != "mark"])
    if not first or not second:
        return [piece]
    told = _as_sentence(doc, plan, act) or list(first)
    return [
        Draft(act.i, tuple(told), frozenset(first)),
        Draft(rest.i, tuple(second), frozenset(second)),
    ]


def _as_sentence(doc: Doc, plan: Layout, act: Token) -> list[Item]:
    """ "The army's capture this week of X" as "the army captured X this week"; empty when who
    did it or to whom is not said."""
    lemma = _ACTS.get(act.lemma_.lower())
    owner = next((c for c in act.children if c.dep_ == "poss"), None)
    of = next((c for c in act.children if c.lower_ == "of"), None)
    thing = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    if lemma is None or owner is None or thing is None or owner.tag_ == "PRP$":
        return []
    who = [t.i for t in owner.subtree if t.dep_ != "case"]
    before, after = [], []
    for child in act.children:
        if child in (owner, of):
            continue
        if child.dep_ == "amod" and child.lower_ in _WHEN:
            before.append(_WHEN[child.lower_])
        elif child.dep_ in {"npadvmod", "prep"}:
            after += [t.i for t in child.subtree]
        elif child.dep_ not in {"punct", "case"}:
            return []
    return [*who, *before, past(lemma), *phrase(doc, plan, thing), *after]


def _relatives(doc: Doc, plan: Layout, piece: Draft) -> list[Draft]:
    found: list[Draft] = []
    for verb in doc:
        inside = verb.i in piece.own and verb.i != piece.root and verb.dep_ == "relcl"
        if inside and finite(verb) and dated(verb):
            own = _statement(doc, plan, piece, verb)
            found += [own] if own is not None else []
    loose = frozenset().union(*(f.own for f in found)) if found else frozenset()
    return [dataclasses.replace(piece, loose=piece.loose | loose), *found]


def _statement(doc: Doc, plan: Layout, piece: Draft, verb: Token) -> Draft | None:
    """The relative clause with its antecedent in the place of "that"."""
    if any(c.dep_ == "neg" or c.tag_ == "MD" for c in verb.children):
        return None
    own = trim(doc, [t.i for t in verb.subtree if t.i in piece.own])
    pronoun = relative_pronoun(verb)
    if len(own) < 3 or own != list(range(own[0], own[-1] + 1)):
        return None
    if pronoun is not None and pronoun.lower_ in {"when", "whose", "why"}:
        return None
    if pronoun is None:
        items = _without_pronoun(doc, plan, verb, own)
    else:
        items = relative(doc, plan, Head(verb.i, "relative", piece.root), own)
    return Draft(verb.i, tuple(items), frozenset(own)) if items and items != own else None


def _without_pronoun(doc: Doc, plan: Layout, verb: Token, own: list[int]) -> list[Item]:
    """ "gains rebels made last month": "rebels made gains last month"."""
    who = subject(verb)
    if who is None or who.lower_ in _PERSONS or any(c.dep_ == "dobj" for c in verb.children):
        return []
    noun = verb.head
    if noun.lemma_.lower() in _TIMES or noun.pos_ == "PROPN" or noun.head.lemma_ in SAYING:
        return []  # "told the paper the man left" has no gap
    if len(own) > _LONGEST:
        return []
    named = phrase(doc, plan, verb.head, before=verb.left_edge.i)
    return [*(i for i in own if i <= verb.i), *named, *(i for i in own if i > verb.i)]
