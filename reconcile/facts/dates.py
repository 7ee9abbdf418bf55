"""Dates of one happening: two claims that date the same thing on different days."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from claims.records import When
from reconcile.facts.parties import same_party
from reconcile.findings import Alignment, Finding, Match, held
from reconcile.interval import Interval
from reconcile.views import View, content_words

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


@dataclasses.dataclass(frozen=True, slots=True)
class _Dated:
    sense: str
    agent: str
    patient: str
    when: When
    interval: Interval


def compare_dates(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """What two claims say of when one thing happened; nothing when either gives no date."""
    for first in _dated(a):
        for second in _dated(b):
            if first.sense != second.sense or not _same_thing(a, b, first, second):
                yield from _days(a, b, first, second, alignment)
                continue
            inherited = _inherits(a, first) or _inherits(b, second)
            values = str(first.interval), str(second.interval)
            gap = first.interval.gap(second.interval)
            what = f"{first.sense} of {first.patient or second.patient}".strip()
            if gap == 0:
                reason = f"{values[0]} and {values[1]} can be one date ({what})"
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
    days = first.interval, second.interval
    gap = days[0].gap(days[1])
    single = days[0].days == days[1].days == 1 and first.when.role == second.when.role == "event"
    if not single or not 0 < gap <= NEAR:
        return
    values = str(days[0]), str(days[1])
    signs = _signs(first, second, gap)
    signs |= {"same_sense"} if first.sense == second.sense else set()
    signs |= {"one_off"} if {first.sense, second.sense} <= ONE_OFF else set()
    signs |= {"same_people"} if alignment.participants.match is Match.SAME else set()
    reason = f"{values[0]} against {values[1]} for one happening"
    yield Finding("conflict", "date", values, reason, 0.3, frozenset(signs))


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
