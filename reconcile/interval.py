"""Days from one to another, both included, either end open."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable

from claims.records import When

DAY = datetime.timedelta(days=1)


@dataclasses.dataclass(frozen=True, slots=True)
class Interval:
    """Days, inclusive; ``None`` is open on that side."""

    from_: datetime.date | None
    to: datetime.date | None

    @classmethod
    def of(cls, when: When) -> Interval | None:
        """The days a date expression means; ``None`` when it is undatable."""
        if when.from_ is None and when.to is None:
            return None
        return cls(_day(when.from_), _day(when.to))

    def gap(self, other: Interval) -> int:
        """Days between the two: 0 when they touch or overlap, 1 for neighbouring days."""
        first, second = sorted(
            (self, other), key=lambda i: (i.from_ or datetime.date.min, i.to or datetime.date.max)
        )
        if first.to is None or second.from_ is None:
            return 0
        return max(0, (second.from_ - first.to).days)

    @property
    def days(self) -> int | None:
        """Its length in days; ``None`` when an end is open."""
        if self.from_ is None or self.to is None:
            return None
        return (self.to - self.from_).days + 1

    def __str__(self) -> str:
        if self.from_ == self.to and self.from_ is not None:
            return self.from_.isoformat()
        first = self.from_.isoformat() if self.from_ else "…"
        return f"{first}/{self.to.isoformat() if self.to else '…'}"


def _day(iso: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(iso[:10]) if iso else None


def hull(intervals: Iterable[Interval]) -> Interval | None:
    """The shortest interval that holds all of them; ``None`` for none."""
    all_ = list(intervals)
    if not all_:
        return None
    starts = [i.from_ for i in all_]
    ends = [i.to for i in all_]
    return Interval(
        None if None in starts else min(s for s in starts if s),
        None if None in ends else max(e for e in ends if e),
    )
