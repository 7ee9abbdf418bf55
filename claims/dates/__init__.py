"""Dates of a sentence: what they stand for, resolved against publication and earlier dates."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from claims.parse import Parsed
from claims.records import When

__all__ = ["find_dates"]

_YEAR = re.compile(r"\b(?:in|since|of|until) ((?:19|20)\d\d)\b")


def find_dates(
    parsed: Parsed, published: datetime.date | None, context: Sequence[When] = ()
) -> tuple[When, ...]:
    """The dates of a sentence in order of place, not overlapping; empty when there are none."""
    base = parsed.sentence.start
    return tuple(
        When(m[1], base + m.start(1), base + m.end(1), f"{m[1]}-01-01", f"{m[1]}-12-31",
             "absolute", "event")
        for m in _YEAR.finditer(parsed.sentence.text)
    )
