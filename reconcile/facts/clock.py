"""Times of day as claims give them: what the words name, and how far two of them lie apart."""

from __future__ import annotations

import dataclasses
import datetime
import re

from claims.dates import time_of_day
from claims.records import When
from reconcile.facts.cues import of_time
from reconcile.facts.dated import CLOCK, lent_times
from reconcile.views import View

PART = datetime.timedelta(hours=12)
"""Longest part of a day: a night."""

DAY = 24 * 60
"""Minutes."""

HALF_DAY = DAY // 2
"""Minutes: apart by this much, one of two times has lost its "a.m." or "at night"."""

SPOKEN = 120
"""Longest stretch, in minutes, of a clock time told in words: "just after six"."""

LOOSE = re.compile(
    r"\b(?:before|after|between|until|by)\b|(?<!half)(?<!quarter)(?<!five)(?<!ten)(?<!twenty)"
    r"(?<!minutes) past\b",
    re.IGNORECASE,
)
"""Words that leave a clock time open on one side."""

BEFORE = re.compile(r"\b(?:before|until|by)\b", re.IGNORECASE)

_AS_OF = re.compile(r"\bas of $", re.IGNORECASE)
"""Before the time of a report."""

_CLOCK = re.compile(
    r"\b(\d{1,2})(?::(\d\d))?\s*([ap])\.?\s*m\b|\b(\d{1,2}):(\d\d)\b", re.IGNORECASE
)
_HOURS = {"noon": HALF_DAY, "midday": HALF_DAY, "midnight": 0}
_WORDED = re.compile(rf"\b(?:{'|'.join(_HOURS)})\b", re.IGNORECASE)
"""Clock times that go by a word, in minutes."""


@dataclasses.dataclass(frozen=True, slots=True)
class Time:
    """A clock time or a part of a day."""

    day: datetime.date | None
    """``None`` where the text gives a time without a day that can be told."""
    first: int
    last: int
    """Minutes from midnight of the day; a night runs past 24 hours."""
    clock: bool
    loose: bool = False
    """Open on one side: "shortly after ten"."""
    before: bool = False
    """Open towards what was earlier."""
    of: str = ""
    """What it is the time of, by the words near it (``reconcile.facts.cues``)."""

    @property
    def middle(self) -> float:
        """Minutes from midnight, like ``first`` and ``last``."""
        return (self.first + self.last) / 2

    @property
    def named(self) -> float:
        """The time that its words name: ten of "shortly before ten"."""
        if not self.loose:
            return self.middle
        return self.last if self.before else self.first

    def __str__(self) -> str:
        if self.clock and self.loose and self.first < self.last:
            return f"{'before' if self.before else 'after'} {_minutes(round(self.named))}"
        if self.clock:
            return _minutes(round(self.middle))
        return f"{_minutes(self.first)}-{_minutes(self.last)}"


def times_of(view: View) -> list[Time]:
    """The clock times and parts of days of a claim; where it gives none, those of the call for
    help in its sentence."""
    own = [
        dataclasses.replace(time, of=of_time(view, when.text, when.start, when.end))
        for when in view.claim.when
        if when.role == "event" and not _AS_OF.search(_head(view, when))
        if (time := read_time(when))
    ]
    lent = (read_time(when) for when in lent_times(view))
    return own or [dataclasses.replace(time, of="called") for time in lent if time is not None]


def _head(view: View, when: When) -> str:
    return view.article.text[max(0, when.start - 6) : when.start]


def read_time(when: When) -> Time | None:
    """The clock time or part of a day that is written; ``None`` for a day or longer."""
    if when.from_ and when.to and "T" in when.from_ and "T" in when.to:
        first, last = map(datetime.datetime.fromisoformat, (when.from_, when.to))
        span = last.replace(tzinfo=None) - first.replace(tzinfo=None)
        if span > PART:
            return None
        start = first.hour * 60 + first.minute
        end, loose = start + span.seconds // 60, bool(LOOSE.search(when.text))
        before = bool(BEFORE.search(when.text))
        return Time(first.date(), start, end, span <= CLOCK, loose, before=before)
    if when.from_ is not None:
        return None
    if word := _WORDED.search(when.text):
        minutes = _HOURS[word[0].casefold()]
        return Time(None, minutes, minutes, True, bool(LOOSE.search(when.text)))
    if (written := _CLOCK.search(when.text)) is None:
        return _in_words(when.text)
    hour = int(written[1] or written[4])
    minutes = hour % 24 * 60 + int(written[2] or written[5] or 0)
    if (half := (written[3] or "").lower()) and hour <= 12:
        minutes = minutes % HALF_DAY + (HALF_DAY if half == "p" else 0)
    return Time(None, minutes, minutes, True, bool(LOOSE.search(when.text)))


def _in_words(text: str) -> Time | None:
    """A clock time without a day and without figures: "just after six in the morning"."""
    told = time_of_day(text)
    if told is None or not told.exact or told.end - told.start > SPOKEN:
        return None
    return Time(None, told.start, told.end - 1, True, bool(LOOSE.search(text)))


def minutes_between(first: Time, second: Time) -> float:
    """Minutes between the two; no more than 0 where they may meet."""
    return min(_between(first, second, day) for day in shifts(first, second))


def shifts(first: Time, second: Time) -> tuple[int, ...]:
    """By how many minutes one may lie off the other: where a day is missing it may be the day
    before or after, short past midnight."""
    return (0,) if first.day and second.day else (-DAY, 0, DAY)


def _between(first: Time, second: Time, later: int) -> float:
    if first.clock and second.clock and not (first.loose or second.loose):
        return abs(second.middle + later - first.middle)
    return max(second.first + later - first.last, first.first - second.last - later)


def _minutes(value: int) -> str:
    return f"{value // 60 % 24:02}:{value % 60:02}"
