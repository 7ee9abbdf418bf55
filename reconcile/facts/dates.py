"""Dates of one happening: two claims that date the same thing on different days."""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Iterator

from claims.records import When
from reconcile.facts.cues import of_time, one_kind
from reconcile.facts.parties import same_party
from reconcile.facts.rounds import other_attacks
from reconcile.findings import Alignment, Finding, Match, both_give, held
from reconcile.interval import Interval
from reconcile.views import View, content_words, means

OF_PLACES = frozenset({"capture", "withdraw", "hold"})
"""Happenings that befall places."""

OF_THINGS = frozenset("begin end open close sign launch found".split())
"""Happenings that befall things without a name: a ceasefire, an offensive."""

BEGUN_BY = {"hold": "capture"}
"""A state that holds *since* a day was begun that day by the happening named here."""

ONE_OFF = frozenset(
    "capture withdraw begin end die kill born sign release arrest elect resign open close found "
    "marry win lose crash sink explode launch announce appoint".split()
)
"""Happenings that, for given participants, are expected once: two dates for one clash."""


NEAR = 3
"""Days by which two dates of one happening are likely to lie apart."""


SAME_STORY = 0.4
"""Least probability of one story for two days of unnamed happenings to be of one."""

CLOCK = datetime.timedelta(hours=1)
"""Longest stretch of a clock time: "around nine"."""

MANY_ENOUGH = 3
"""Least count that two attacks are seldom both said to have."""

MANY = frozenset({"told", "moved", "mourned", "planned", "last"})
"""What a story tells of more than once: two days of it are of two things."""

NEXT_WORD = 10
"""Code points after a day in which stands from where it is counted."""

_COUNTED = re.compile(
    r"\b(?:the|a|one|two) (?:night|day|evening|morning|week)s? (?:before|after|earlier|later)\b",
    re.IGNORECASE,
)
"""A day that is counted from another: "the night before the shooting"."""


@dataclasses.dataclass(frozen=True, slots=True)
class _Dated:
    sense: str
    agent: str
    patient: str
    when: When
    interval: Interval

    @property
    def spoken(self) -> datetime.date | None:
        return _spoken(self.when)


def compare_dates(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """What two claims say of when one thing happened; nothing when either gives no date."""
    mine, theirs = list(_dated(a)), list(_dated(b))
    met = {d.spoken for d in mine} & {d.spoken for d in theirs} - {None}
    for first in mine:
        for second in theirs:
            if met and first.spoken != second.spoken:
                continue  # the other day is of something else
            if first.sense != second.sense or not _same_thing(a, b, first, second):
                yield from _days(a, b, first, second, alignment)
                continue
            inherited = _inherits(a, first) or _inherits(b, second)
            values = str(first.interval), str(second.interval)
            gap = first.interval.gap(second.interval)
            what = f"{first.sense} of {first.patient or second.patient}".strip()
            if gap == 0:
                reason = both_give(values, f"{values[0]} and {values[1]} can be one date")
                reason = f"{reason} ({what})"
                yield Finding("agree", "date", values, reason, 0.5)
            elif first.sense in ONE_OFF and not inherited:
                reason = f"{values[0]} against {values[1]} ({what})"
                # Night falls between two neighbouring days; a clash of one day is less sure.
                signs = _signs(first, second, gap) | {"same_thing"}
                weight = 0.4 if gap == 1 else 0.8
                yield Finding("conflict", "date", values, reason, weight, signs, gap > 1)


def _days(
    a: View, b: View, first: _Dated, second: _Dated, alignment: Alignment
) -> Iterator[Finding]:
    """Two single days near each other, for what two claims tell of in other words."""
    days = first.spoken, second.spoken
    if days[0] is None or days[1] is None or not 0 < abs((days[0] - days[1]).days) <= NEAR:
        return
    told = _told(a, first), _told(b, second)
    night = first.interval.gap(second.interval) == 0
    if not _comparable(a, b, first, second, told) or alignment.story < SAME_STORY:
        return
    if night and not (_part(first.when) and _part(second.when)):
        return
    if not night and (
        _each_its_news(a, b, days[0], days[1])
        or _knows(a, days[1])
        or _knows(b, days[0])
        or ("harm" in told and not _one_attack(a, b, alignment))
    ):
        return
    same = first.sense == second.sense
    gap = abs((days[0] - days[1]).days)
    values = str(days[0]), str(days[1])
    signs = _signs(first, second, gap)
    signs |= held(
        {
            "same_sense": same,
            "one_off": {first.sense, second.sense} <= ONE_OFF,
            "same_people": alignment.participants.match is Match.SAME,
            "told": one_kind(*told),
            "harm": "harm" in told,
            "called": "called" in told,
            "night": night,
            "given_too": night and (_knows(a, days[1]) or _knows(b, days[0])),
            "one_news": a.published == b.published,
        }
    )
    reason = f"{values[0]} against {values[1]} for one happening"
    yield Finding("conflict", "date", values, reason, 0.3, signs)


def _comparable(a: View, b: View, first: _Dated, second: _Dated, told: tuple[str, str]) -> bool:
    """Whether two days are of what the same words tell of, by the same means, and once."""
    if not first.when.role == second.when.role == "event" or MANY & {*told}:
        return False
    mine, theirs = means(a.claim.text), means(b.claim.text)
    if (mine and theirs and not mine & theirs) or _denied(a) or _denied(b):
        return False
    if _other_day(a, first) or _other_day(b, second) or other_attacks(a, b):
        return False
    return one_kind(*told) or (first.sense == second.sense and not all(told))


def _other_day(view: View, dated: _Dated) -> bool:
    """Whether it is the day before or after what the words near it tell of."""
    when = dated.when
    return bool(_COUNTED.match(when.text + view.article.text[when.end :][:NEXT_WORD]))


def _each_its_news(a: View, b: View, first: datetime.date, second: datetime.date) -> bool:
    """Whether each article tells of the day it came out on, or of the day before, and they lie
    apart as the dates do."""
    if not a.published or not b.published or a.published == b.published:
        return False
    lags = {(a.published - first).days, (b.published - second).days}
    return len(lags) == 1 and lags <= {0, 1}


def _one_attack(a: View, b: View, alignment: Alignment) -> bool:
    """Whether more than the words for it ties two attacks: a place, a telling name, a count."""
    if alignment.place.match is Match.SAME or "same_names" in alignment.ties:
        return True
    mine, theirs = (
        {(f.role, f.low) for f in v.claim.figures if f.role != "age" and f.low >= MANY_ENOUGH}
        for v in (a, b)
    )
    return bool(mine & theirs)


def _knows(view: View, day: datetime.date) -> bool:
    """Whether another claim of the article is of that day."""
    return any(
        when.role == "event" and when.from_ is not None and _spoken(when) == day
        for claim in view.neighbours
        for when in claim.when
    )


def _told(view: View, dated: _Dated) -> str:
    when = dated.when
    return of_time(view, when.text, when.start, when.end)


def _denied(view: View) -> bool:
    return view.claim.polarity == "negated"


def _spoken(when: When) -> datetime.date | None:
    """The one day a date names: a night that ends on the next day is still that of its first."""
    if when.from_ is None or when.to is None:
        return None
    days = datetime.date.fromisoformat(when.from_[:10]), datetime.date.fromisoformat(when.to[:10])
    named = "T" in when.from_ and (days[1] - days[0]).days == 1
    named = named and not re.search(r"overnight|between|from|last night", when.text, re.I)
    return days[0] if days[0] == days[1] or named else None


def _part(when: When) -> bool:
    """Whether it is a part of a day, no clock time: "late Sunday"."""
    if when.from_ is None or when.to is None or "T" not in when.from_ or "T" not in when.to:
        return False
    first, last = (
        datetime.datetime.fromisoformat(iso).replace(tzinfo=None) for iso in (when.from_, when.to)
    )
    return last - first > CLOCK


def _signs(first: _Dated, second: _Dated, gap: int) -> frozenset[str]:
    clock = "T" in (first.when.from_ or "") or "T" in (second.when.from_ or "")
    return held({"next_day": gap == 1, "clock": clock})


def _dated(view: View) -> Iterator[_Dated]:
    happened = view.claim.happening
    if happened is None:
        return
    for when in view.claim.when:
        interval = Interval.of(when)
        if interval is None or when.role == "until":
            continue
        sense = happened.sense
        if when.role == "since":
            sense = begun(sense)
        yield _Dated(sense, happened.agent, happened.patient, when, interval)


def _same_thing(a: View, b: View, first: _Dated, second: _Dated) -> bool:
    """Whether both date the same happening to the same thing, by no other party."""
    if first.agent and second.agent and not same_party(first.agent, second.agent):
        return False
    return bool(_object(a, first) & _object(b, second))


def _object(view: View, dated: _Dated) -> frozenset[str]:
    """What the happening befell: its names, as canonical words.

    A count of nobody named is no object: two attacks may each have killed people.
    """
    if dated.sense in OF_PLACES:
        return view.places or view.named_in(dated.patient) or view.before
    if any(f.role != "age" and f.text in dated.patient for f in view.claim.figures):
        return frozenset()
    if named := view.named_in(dated.patient):
        return content_words(" ".join(named))
    return content_words(dated.patient) if dated.sense in OF_THINGS else frozenset()


def _inherits(view: View, dated: _Dated) -> bool:
    """Whether the place it befell ("territory") is named only in the sentences before.

    That is enough to agree, and too little to clash.
    """
    return dated.sense in OF_PLACES and not view.places and not view.named_in(dated.patient)


def begun(sense: str) -> str:
    """The happening by which a state began that is told of; any other sense is itself."""
    return BEGUN_BY.get(sense, sense)
