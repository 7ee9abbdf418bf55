"""Verbs of a parse: their subjects, whether they have a tense, what a phrase counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.parse.subjects import SUBJECTS
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

AUXILIARIES = frozenset({"aux", "auxpass"})

TENSED = frozenset({"VBD", "VBZ", "VBP"})
"""Tags of verbs with a tense of their own."""
_COUNTLESS = frozenset({"DATE", "TIME", "ORDINAL"})
VAGUE_COUNTS = words("dozen dozens hundreds thousands score scores several")
"""Numbers in words that spaCy's ``like_num`` does not know."""


def subject(verb: Token) -> Token | None:
    """The verb's own subject."""
    return next((c for c in verb.children if c.dep_ in SUBJECTS), None)


def finite(token: Token) -> bool:
    """Whether a verb has a tense, its own or that of a helping verb."""
    if token.tag_ in TENSED:
        return True
    return any(
        c.dep_ in AUXILIARIES and (c.tag_ in TENSED or c.tag_ == "MD") for c in token.children
    )


def counts(token: Token) -> bool:
    """Whether a token of the phrase under ``token`` counts something (dates and ages do not)."""
    return any(
        (t.like_num or t.lower_ in VAGUE_COUNTS) and t.ent_type_ not in _COUNTLESS
        for t in token.subtree
    )


def predicates(token: Token) -> bool:
    """Whether it is a verb."""
    return token.pos_ in {"VERB", "AUX"}


def comma_before(token: Token) -> bool:
    """Whether a punctuation mark stands right before a phrase."""
    first = token.left_edge.i
    return first > 0 and token.doc[first - 1].is_punct
