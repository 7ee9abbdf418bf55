"""Stretches of time and the arithmetic on them.

All ends are exclusive in here; they become inclusive on the way out (``Reading.iso``).
"""

from __future__ import annotations

import calendar
import dataclasses
import datetime
from collections.abc import Callable

from dateutil.relativedelta import relativedelta

from claims.records import Anchor

DAY = datetime.timedelta(days=1)
MINUTE = datetime.timedelta(minutes=1)


class UndatableError(Exception):
    """There is nothing to resolve the expression against (no publication date, no context)."""


@dataclasses.dataclass(frozen=True, slots=True)
class Reading:
    """What an expression stands for: from ``start`` up to, not including, ``end``."""

    start: datetime.datetime
    end: datetime.datetime
    anchor: Anchor
    fine: bool = False
    """Whether it is told by the clock; otherwise both ends are midnights."""
    window: bool = False
    """Whether it is a window that ends with the day of writing ("the past week")."""

    @property
    def day(self) -> datetime.date:
        return self.start.date()

    @property
    def days(self) -> int:
        """Length in days, at least 1."""
        return max(1, round((self.end - self.start) / DAY))

    def iso(self) -> tuple[str, str]:
        """Both ends, inclusive: days, or minutes when it is told by the clock."""
        if self.fine:
            last = max(self.start, self.end - MINUTE)
            return self.start.isoformat(timespec="minutes"), last.isoformat(timespec="minutes")
        return self.start.date().isoformat(), (self.end - DAY).date().isoformat()


@dataclasses.dataclass(frozen=True, slots=True)
class Setting:
    """What an expression is resolved against."""

    published: datetime.date | None
    future: bool = False
    """Whether its clause speaks of what is to come."""
    near: Reading | None = None
    """The day told last, for "the day after" and the like."""
    nearest: bool = False
    """Whether it may as well be to come as past: the nearer day of the two is meant."""
    pivot: datetime.date | None = None
    """Where to look from for a weekday or a month without a year, when that is not the day of
    publication: the other end of a range."""

    @property
    def today(self) -> datetime.date:
        """Day of publication.

        Raises:
            UndatableError: It is not known.
        """
        if self.published is None:
            raise UndatableError
        return self.published

    @property
    def origin(self) -> datetime.date:
        """Where to look from for what is not told in full; raises like ``today``."""
        if self.pivot is not None:
            return self.pivot
        return self.near.day if self.near is not None and self._by_context else self.today

    @property
    def origin_anchor(self) -> Anchor:
        return "context" if self._by_context else "published"

    @property
    def _by_context(self) -> bool:
        """Whether only the text says what year it is, by a day or a month that it tells: of a
        year or a season told ("the 1960 flood") nobody knows whether the next month named lies
        in it."""
        near = self.near
        return self.published is None and near is not None and near.days <= MONTH_DAYS

    def anchored(self) -> tuple[Reading, Anchor]:
        """The day "the day after" counts from: the one told last, or else that of publication."""
        if self.near is not None:
            return self.near, "context"
        return days(self.today, 1, "published"), "published"


MONTH_DAYS = 31
"""Longest stretch told from which a day or a month without a year is counted."""

Value = Callable[[Setting], Reading | None]
"""An expression understood but not yet resolved; ``None`` when it turns out to be no date."""


def midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time())


def days(first: datetime.date, count: int, anchor: Anchor, *, window: bool = False) -> Reading:
    """``count`` days from ``first`` on."""
    start = midnight(first)
    return Reading(start, start + count * DAY, anchor, window=window)


def until(
    first: datetime.date, last: datetime.date, anchor: Anchor, *, window: bool = False
) -> Reading:
    """From ``first`` to ``last``, both included; in order whichever is given first."""
    low, high = min(first, last), max(first, last)
    return Reading(midnight(low), midnight(high) + DAY, anchor, window=window)


def safe_date(year: int, month: int, day: int) -> datetime.date | None:
    """That day, or ``None`` when there is no such day."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def month_end(year: int, month: int) -> datetime.date:
    return datetime.date(year, month, calendar.monthrange(year, month)[1])


def shift(day: datetime.date, unit: str, count: int) -> datetime.date:
    """``count`` units later (earlier when negative), by the calendar.

    Raises:
        UndatableError: Out of the years that can be told.
    """
    length = {
        "day": {"days": 1},
        "week": {"weeks": 1},
        "fortnight": {"weeks": 2},
        "month": {"months": 1},
        "quarter": {"months": 3},
        "year": {"years": 1},
        "decade": {"years": 10},
        "century": {"years": 100},
    }[unit]
    try:
        return day + relativedelta(**{k: v * count for k, v in length.items()})  # type: ignore[arg-type]
    except (ValueError, OverflowError) as error:
        raise UndatableError from error


def around(day: datetime.date, unit: str) -> tuple[datetime.date, datetime.date]:
    """First and last day of the calendar unit that holds ``day``; weeks begin on Monday
    (ISO 8601), a weekend is Saturday and Sunday."""
    match unit:
        case "day":
            return day, day
        case "week" | "fortnight":
            monday = day - datetime.timedelta(days=day.weekday())
            length = 6 if unit == "week" else 13
            return monday, monday + datetime.timedelta(days=length)
        case "weekend":
            saturday = day - datetime.timedelta(days=day.weekday() - 5)
            return saturday, saturday + DAY
        case "month":
            return day.replace(day=1), month_end(day.year, day.month)
        case "quarter":
            month = 3 * ((day.month - 1) // 3) + 1
            return datetime.date(day.year, month, 1), month_end(day.year, month + 2)
        case "decade":
            first = day.year - day.year % 10
            return datetime.date(first, 1, 1), datetime.date(first + 9, 12, 31)
        case "century":
            first = day.year - day.year % 100
            return datetime.date(max(first, 1), 1, 1), datetime.date(first + 99, 12, 31)
        case _:
            return datetime.date(day.year, 1, 1), datetime.date(day.year, 12, 31)


def find_weekday(origin: datetime.date, weekday: int, *, future: bool) -> datetime.date:
    """The nearest such weekday, not after ``origin``, or not before it when ``future``."""
    if future:
        return origin + datetime.timedelta(days=(weekday - origin.weekday()) % 7)
    return origin - datetime.timedelta(days=(origin.weekday() - weekday) % 7)
