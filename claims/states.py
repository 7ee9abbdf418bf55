"""States said with a preposition: "under rebel control", "in the army's hands", "in custody"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

HELD_VERBS = words("be remain stay keep lie")
"""Verbs beside which the phrase names a state; "fell under rebel control" is an event."""
FALL_VERBS = words("fall come pass slip")
"""Verbs beside which the same phrase names how the state began."""

_HOLDING = {
    "under": words("control rule command occupation"),
    "in": words("hand possession"),
}
_KEPT = {
    "in": words("custody jail prison detention cell"),
    "into": words("custody detention"),
    "behind": words("bar"),
    "under": words("arrest"),
}
_KEEPING = words("jail prison center centre facility station lockup bond bail charge suspicion")
"""What somebody is held in or on, where a town would be held by somebody."""
_SUSPECTS = words(
    "suspect man woman boy girl teen teenager person driver gunman shooter he she they inmate "
    "prisoner defendant"
)
_REMAINS = words("remain remains remained remaining stay stays stayed")
_HOLDER = frozenset({"compound", "amod", "poss", "nmod"})
_NO_HOLDER = words("full complete total firm partial tight sole direct effective good safe its the")


def holding(preposition: Token) -> Token | None:
    """The noun of "under rebel control" or "in the hands of rebels"; ``None`` for others."""
    return _object(preposition, _HOLDING)


def holder(noun: Token) -> Token | None:
    """Whose control or hands they are: ``None`` when it is not said."""
    for child in noun.children:
        if child.dep_ in _HOLDER and child.i < noun.i and child.lower_ not in _NO_HOLDER:
            return child
    for child in noun.children:
        if child.lower_ in {"of", "by"} and child.dep_ in {"prep", "agent"}:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def kept(verb: Token) -> bool:
    """Whether a clause says somebody is behind bars: "remains in jail", "is held on bond"."""
    preps = [c for c in verb.children if c.dep_ in {"prep", "acomp", "advmod"}]
    inside = any(_object(p, _KEPT) is not None for p in preps)
    if verb.lemma_ in {"detain", "jail", "imprison", "incarcerate"}:
        return any(c.lower_ in _REMAINS for c in verb.children)
    if verb.lemma_ in HELD_VERBS | {"sit"}:
        return inside
    if verb.lemma_ not in {"hold", "keep", "remand"} or not _passive(verb):
        return False
    return inside or _held_for(verb, preps)


def taken(verb: Token) -> bool:
    """Whether it says how that began: "was taken into custody", "was placed under arrest"."""
    preps = [c for c in verb.children if c.dep_ == "prep"]
    began = verb.lemma_ in {"take", "place", "bring", "put"}
    return began and any(_object(p, _KEPT) is not None for p in preps)


def _held_for(verb: Token, preps: list[Token]) -> bool:
    for prep in preps:
        thing = next((c for c in prep.children if c.dep_ == "pobj"), None)
        if thing is not None and thing.lemma_.lower() in _KEEPING:
            return True
    being = any(c.lower_ == "being" for c in verb.children)
    subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    by = any(c.dep_ == "agent" for c in verb.children)
    named = subject is not None and (
        subject.lemma_.lower() in _SUSPECTS or subject.ent_type_ == "PERSON"
    )
    return being and named and not by and not preps


def _object(preposition: Token, table: dict[str, frozenset[str]]) -> Token | None:
    nouns = table.get(preposition.lower_)
    if nouns is None or preposition.pos_ not in {"ADP", "SCONJ", "ADV"}:
        return None
    thing = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    return thing if thing is not None and thing.lemma_.lower() in nouns else None


def _passive(verb: Token) -> bool:
    return verb.tag_ == "VBN" and any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children)
