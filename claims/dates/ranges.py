"""Rules for stretches given by their two ends."""

from __future__ import annotations

import dataclasses
import datetime

from claims.dates.calendars import Calendar, Weekday
from claims.dates.chart import Builder
from claims.dates.spans import DAY, Reading, Setting, Value, days, shift, until
from claims.records import Anchor


def _join(left: Reading, right: Reading) -> Reading | None:
    if right.end <= left.start:
        return None
    anchor: Anchor = (
        "absolute"
        if left.anchor == right.anchor == "absolute"
        else (left.anchor if left.anchor != "absolute" else right.anchor)
    )
    return Reading(left.start, right.end, anchor, fine=left.fine or right.fine)


def _between(left: Value, right: Value) -> Value:
    """From the first to the second, both included.

    What the first leaves out (year, which week) is looked for from the second, backwards.
    """
    if isinstance(left, Calendar):
        left = left.with_year_of(right, before=True)
    if isinstance(left, Calendar) and isinstance(right, Calendar) and _wraps(left, right):
        return _straddling(left, right)

    def resolve(setting: Setting) -> Reading | None:
        second = right(setting)
        if second is None:
            return None
        back = dataclasses.replace(setting, future=False, pivot=(second.end - DAY).date())
        first = left(back)
        if first is not None and first.start > second.start:
            first = left(dataclasses.replace(back, pivot=second.day))
        if first is None:
            return None
        if second.end <= first.start and isinstance(right, Calendar | Weekday):
            second = right(dataclasses.replace(setting, future=True, pivot=first.day)) or second
        if setting.future and isinstance(left, Weekday) and first.day < setting.today:
            ahead = dataclasses.replace(setting, pivot=setting.today)
            first = left(ahead)
            second = right(dataclasses.replace(ahead, pivot=first.day)) or second
        return _join(first, second)

    return resolve


def _wraps(left: Calendar, right: Calendar) -> bool:
    """Whether both ends are days of a month, the years left out."""
    return None not in (left.month, right.month) and left.year is None and right.year is None


_LEAP = 8
"""Years within which there is a 29 February."""


def _straddling(left: Calendar, right: Calendar) -> Value:
    """ "From October 1 to November 7": may have begun and not be over, in whatever tense."""

    def resolve(setting: Setting) -> Reading | None:
        origin = setting.origin
        found = []
        for year in range(max(1, origin.year - _LEAP), min(9998, origin.year + _LEAP)):
            first = dataclasses.replace(left, year=year)(setting)
            second = dataclasses.replace(right, year=year)(setting)
            if first and second and second.end <= first.start:
                second = dataclasses.replace(right, year=year + 1)(setting)
            if first and second:
                found.append(Reading(first.start, second.end, setting.origin_anchor))
        if setting.future:
            coming = [reading for reading in found if (reading.end - DAY).date() >= origin]
            return coming[0] if coming else None
        begun = [reading for reading in found if reading.day <= origin]
        return begun[-1] if begun else None

    return resolve


def _days_of_month(first: int, last: int, month: int, year: int | None = None) -> Value | None:
    """ "11-15 August" (with or without year)."""
    if not (1 <= first < last <= 31):
        return None
    return _between(Calendar(year, month, first), Calendar(year, month, last))


def _month_days(month: int, first: int, last: int, year: int | None = None) -> Value | None:
    if not (1 <= first <= 31 and 1 <= last <= 31 and first != last):
        return None
    if first < last:
        return _days_of_month(first, last, month, year)
    following = Calendar((year + (month == 12)) if year else None, month % 12 + 1, last)
    return _between(Calendar(year, month, first), following)


def _days_in_unit(offset: int) -> Builder:
    """ "From 4 to 23 next month"."""

    def build(first: int, last: int) -> Value | None:
        if not 1 <= first < last <= 31:
            return None

        def resolve(setting: Setting) -> Reading | None:
            months = setting.today.year * 12 + setting.today.month - 1 + offset
            year, month = months // 12, months % 12 + 1
            low = Calendar(year, month, first)(setting)
            high = Calendar(year, month, last)(setting)
            if low is None or high is None:
                return None
            return Reading(low.start, high.end, "published")

        return resolve

    return build


def _years(first: int, last: int) -> Value | None:
    if not 1000 <= first < last <= 2149:
        return None
    return _between(Calendar(first), Calendar(last))


def _short_years(first: int, last: int) -> Value | None:
    """ "2015-16"."""
    century = first // 100 * 100
    return _years(first, century + last) if 0 < last - first % 100 <= 12 else None


def _two_months(first: int, last: int, year: int | None = None) -> Value:
    return _between(Calendar(None, first), Calendar(year, last))


def _for_units_from(count: tuple[int, int], unit: str, day: Value) -> Value | None:
    """ "For two weeks starting on Monday": so many units from that day on."""
    if unit in ("minute", "weekend") or count[1] > 400:
        return None

    def resolve(setting: Setting) -> Reading | None:
        first = day(setting)
        if first is None:
            return None
        if unit == "hour" or first.fine:
            length = datetime.timedelta(hours=count[1]) if unit == "hour" else None
            end = shift(first.day, unit, count[1]) - first.day if length is None else length
            return Reading(first.start, first.start + end, first.anchor, fine=first.fine)
        return until(first.day, shift(first.day, unit, count[1]) - DAY, first.anchor)

    return resolve


_TO = "and|to|through|until|till|-"

RULES: list[tuple[str, Builder]] = [
    (
        f"RANGE: between|from? the? DOM {_TO} the? DOM of? <month> ,|of|in? YEAR?",
        _days_of_month,
    ),
    ("RANGE: the? DOM and|- the? DOM of? <month> ,|of|in? YEAR?", _days_of_month),
    (
        f"RANGE: on|between|from? <month> the? DOM {_TO} the? DOM ,|of|in? YEAR",
        _month_days,
    ),
    ("RANGE: on|between|from? <month> the? DOM and|to|through|until|till|- the? DOM", _month_days),
    (
        "RANGE: between|from the ORD and|to|through|until|- the? ORD",
        lambda a, b: _between(Calendar(day=a), Calendar(day=b)) if a < b <= 31 else None,
    ),
    ("RANGE: from|between? the? DOM to|through|and|- the? DOM in|of? next month", _days_in_unit(1)),
    (
        "RANGE: from|between? the? DOM to|through|and|- the? DOM in|of? last month",
        _days_in_unit(-1),
    ),
    ("RANGE: from|between? the? DOM to|through|and|- the? DOM in|of? this month", _days_in_unit(0)),
    ("RANGE: between YEAR and|to|through|- YEAR", _years),
    ("RANGE: from|in YEAR to|through|until|till|- YEAR", _years),
    ("RANGE: between|from|in? YEAR -|/|~ YEAR", _years),
    ("RANGE: YEAR to|through YEAR", _years),
    ("RANGE: YEAR -|/ <num>", _short_years),
    ("RANGE: <month> and|- <month> ,|of|in? YEAR?", _two_months),
    ("END: DAY", lambda value: value),
    ("END: SPAN", lambda value: value),
    ("END: BAREYEAR", lambda value: value),
    ("END: NOW", lambda value: value),
    ("END: MOMENT", lambda value: value),
    ("END: SLASHDAY", lambda value: value),
    ("RANGE: between END and|- END", _between),
    ("RANGE: from END to|through|until|till|-|~ END", _between),
    ("RANGE: DAY to|through|until|till|-|~ DAY", _between),
    ("RANGE: DATE to|through|until|till|-|~ NOW", _between),
    ("RANGE: MONTH to|through|until|till|- MONTH", _between),
    ("RANGE: MOMENT to|through|until|till|- MOMENT", _between),
    ("RANGE: SLASHDAY -|to|through SLASHDAY", _between),
    ("RANGE: SLASHDAY -|to|through DATE", _between),
    ("RANGE: BAREYEAR through|until|till|- MONTH|DATE", _between),
    ("RANGE: from END up? to|through|until|till END", _between),
    ("RANGE: from END to date", lambda left: _between(left, _now)),
    ("RANGE: for COUNT <unit> ,? starting|beginning|from on? DAY|MOMENT", _for_units_from),
    ("RANGE: for COUNT <unit> ,? starting|beginning from on? DAY|MOMENT", _for_units_from),
]


def _now(setting: Setting) -> Reading:
    return days(setting.today, 1, "published")
