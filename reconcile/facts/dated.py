"""The days a claim gives for what it tells of."""

from __future__ import annotations

import dataclasses
import datetime
import functools
import re
from collections.abc import Iterator

from claims.records import When
from reconcile.facts.cues import HARM, SENTENCE, of_time, tells_of, told_at
from reconcile.interval import Interval
from reconcile.views import REMEMBERED, View

CLOCK = datetime.timedelta(hours=1)
"""Longest stretch of a clock time ("around nine"); a longer one is a part of the day."""

BEGUN_BY = {"hold": "capture"}
"""A state that holds *since* a day was begun that day by the happening named here."""

SAME_SENTENCE = 200
"""Most code points between two claims of one sentence of which one dates the other."""

_NIGHT = re.compile(r"overnight|between|from|last night", re.IGNORECASE)
"""A night that goes by no day of the two it lies between."""

_LENDS = re.compile(r"\b(?:after|when|where|as|because|about|of|for|that) (?:an? |the )?$")
"""What joins a happening to the call for help that its sentence dates."""


@dataclasses.dataclass(frozen=True, slots=True)
class Dated:
    """A day that a claim gives, and what it is given for."""

    sense: str
    agent: str
    patient: str
    when: When
    interval: Interval
    lent: bool = False
    """Whether it is that of another claim of the sentence."""

    @property
    def spoken(self) -> datetime.date | None:
        """The one day its words name."""
        return spoken(self.when)

    @property
    def span(self) -> Interval | None:
        """The one day its words name, or the two that a night lies between; else ``None``."""
        if (day := self.spoken) is not None:
            return Interval(day, day)
        night = self.interval.days == 2 and bool(_NIGHT.search(self.when.text))
        return self.interval if night else None


def dated(view: View) -> Iterator[Dated]:
    """Every day a claim gives for what happened; nothing where it tells of nothing."""
    happened = view.claim.happening
    if happened is None:
        return
    lent = not view.claim.when
    for when in lent_times(view) if lent else view.claim.when:
        interval = Interval.of(when)
        if interval is None or when.role == "until":
            continue
        sense = begun(happened.sense) if when.role == "since" else happened.sense
        yield Dated(sense, happened.agent, happened.patient, when, interval, lent)


def told(view: View, given: Dated) -> str:
    """What a day is of; one lent by the call for help is of what that was for."""
    when = given.when
    return "called" if given.lent else of_time(view, when.text, when.start, when.end)


@functools.lru_cache(maxsize=REMEMBERED)
def lent_times(view: View) -> tuple[When, ...]:
    """The times of the call for help in whose sentence a claim without a time says what it was for:
    "They were called at nine after a man was shot"."""
    claim, text = view.claim, view.article.text
    if claim.when or not tells_of(claim.text) & HARM:
        return ()
    if not _LENDS.search(text[max(0, claim.start - 20) : claim.start]):
        return ()
    near = [c for c in view.neighbours if 0 <= claim.start - c.start <= SAME_SENTENCE]
    times = (
        when
        for c in near
        if c.happening is not None and not SENTENCE.search(text[c.start : claim.start])
        for when in c.when
        if when.role == "event" and c.start <= when.start < claim.start
        if told_at(text, when.start, when.end) == "called"
    )
    return tuple(dict.fromkeys(times))


def spoken(when: When) -> datetime.date | None:
    """The one day a date names: a night that ends on the next day is still that of its first."""
    if when.from_ is None or when.to is None:
        return None
    days = datetime.date.fromisoformat(when.from_[:10]), datetime.date.fromisoformat(when.to[:10])
    named = "T" in when.from_ and (days[1] - days[0]).days == 1 and not _NIGHT.search(when.text)
    return days[0] if days[0] == days[1] or named else None


def part_of_day(when: When) -> bool:
    """Whether it is a part of a day, no clock time: "late Sunday"."""
    if when.from_ is None or when.to is None or "T" not in when.from_ or "T" not in when.to:
        return False
    first, last = (
        datetime.datetime.fromisoformat(iso).replace(tzinfo=None) for iso in (when.from_, when.to)
    )
    return last - first > CLOCK


def begun(sense: str) -> str:
    """The happening by which a state began that is told of; any other sense is itself."""
    return BEGUN_BY.get(sense, sense)
