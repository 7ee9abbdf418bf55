"""Time, place and occasion said once for several verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.clauses.heads import Layout
from claims.clauses.phrases import phrase
from claims.clauses.write import Item
from claims.senses import EVENT_NOUNS
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

HARM = words("kill wound injure hurt arrest detain shoot displace")
_PLACE = words("in at near outside inside around across")


def leading(doc: Doc, plan: Layout, governor: Token, verb: Token) -> list[Item]:
    """When and where said before the first of joined verbs: they govern both."""
    items: list[Item] = []
    for kind in (dated, placed):
        if any(kind(c) for c in verb.children):
            continue
        for child in governor.children:
            if kind(child) and child.i < governor.i:
                items += phrase(doc, plan, child)
    return items


def shared(doc: Doc, plan: Layout, verb: Token) -> list[Item]:
    """Occasion, place and time said with a "when" clause or a second toll, if it has none."""
    items: list[Item] = []
    for kind in (occasioned, placed, dated):
        if any(kind(c) for c in verb.children):
            continue
        for other in _sharing(plan, verb):
            found = next((c for c in other.children if kind(c) and c.i > other.i), None)
            fresh = phrase(doc, plan, found, whole=True) if found is not None else []
            if fresh and fresh[0] not in items:
                items += fresh
                break
    return items


def _sharing(plan: Layout, verb: Token, depth: int = 0) -> list[Token]:
    """The heads whose occasion, place and time hold for the verb as well, nearest first."""
    near = [c for c in verb.children if _shares(c, verb) and plan.owner[c.i] == c.i]
    if depth < 2:
        near += [far for c in near for far in _sharing(plan, c, depth + 1)]
    return near


def _shares(other: Token, verb: Token) -> bool:
    """Whether time and place said after ``other`` hold for ``verb`` as well."""
    if other.i < verb.i:
        return False
    if other.dep_ == "conj":
        return verb.lemma_ in HARM | {"die"} and other.lemma_ in HARM | {"die"}
    return other.dep_ == "advcl" and any(
        c.lower_ == "when" and c.i < other.i for c in other.children
    )


def dated(token: Token) -> bool:
    """Whether a modifier says when."""
    return token.dep_ in {"prep", "npadvmod", "advmod"} and any(
        t.ent_type_ in {"DATE", "TIME"} for t in token.subtree
    )


def placed(token: Token) -> bool:
    """Whether a modifier says where."""
    return (
        token.dep_ == "prep"
        and token.lower_ in _PLACE
        and not dated(token)
        and any(t.pos_ == "PROPN" or t.ent_type_ in {"GPE", "LOC", "FAC"} for t in token.subtree)
    )


def occasioned(token: Token) -> bool:
    """Whether a modifier names the event it happened in ("in a blast", "due to shelling")."""
    objects = [t for c in (token, *token.children) for t in c.children if t.dep_ == "pobj"]
    return (
        token.dep_ in {"prep", "agent"}
        and not dated(token)
        and any(t.lemma_.lower() in EVENT_NOUNS for t in objects)
    )
