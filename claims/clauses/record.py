"""The record of one statement of a sentence."""

from __future__ import annotations

import dataclasses


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
