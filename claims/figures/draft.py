"""A figure on its way: what is known of it while the sentence is read."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from claims.records import Bound, Figure

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclasses.dataclass(slots=True)
class Draft:
    """Offsets are into the sentence; a ``Figure`` is made of it when the sentence is done."""

    start: int
    end: int
    low: float
    high: float | None
    bound: Bound
    noun: str = ""
    unit: str = ""
    role: str = ""
    scope: str = ""
    first: int = 0
    """Index of the first token, with bounding words."""
    last: int = 0
    """Index of the last token of the phrase."""
    head: Token | None = None
    explicit: bool = False
    """The role stands right beside it, so it is not handed on from another figure."""
    bare: bool = False
    """The sentence gives no noun of its own."""
    single: bool = False
    """One person with an article ("a girl"): counted only where something befell her."""
    pointed: bool = False
    """One person named or pointed at ("Ann Lee", "the girl"), not counted."""

    def figure(self, text: str, base: int) -> Figure:
        """The record, with offsets into the article."""
        return Figure(
            text=text[self.start : self.end],
            start=base + self.start,
            end=base + self.end,
            low=self.low,
            high=self.high,
            noun=self.noun,
            unit=self.unit,
            role=self.role,
            scope=self.scope,
            bound=self.bound,
        )
