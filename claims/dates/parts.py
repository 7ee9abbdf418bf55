"""Rules for parts of a longer stretch: "late April", "the first half of the year".

Vague edges are wide on the inner side and firm on the outer one. Parts of a year are thirds, as
in Recognizers-Text; "the middle" of a month is the 10th to the 20th there too.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable

from claims.dates.chart import Builder
from claims.dates.counted import Count
from claims.dates.relatives import calendar_unit
from claims.dates.spans import (
    DAY,
    Reading,
    Setting,
    Value,
    around,
    days,
    find_weekday,
    midnight,
    month_end,
    shift,
    until,
)
from claims.records import Anchor

_Cut = Callable[[datetime.date, datetime.date], tuple[datetime.date, datetime.date]]


def _early(first: datetime.date, last: datetime.date) -> tuple[datetime.date, datetime.date]:
    return first, first + (last - first) * 0.4


def _middle(first: datetime.date, last: datetime.date) -> tuple[datetime.date, datetime.date]:
    return first + (last - first) * 0.3, first + (last - first) * 0.7


def _late(first: datetime.date, last: datetime.date) -> tuple[datetime.date, datetime.date]:
    return last - (last - first) * 0.4, last


_MONTH_CUTS: dict[_Cut, tuple[int, int]] = {_early: (1, 12), _middle: (10, 20), _late: (20, 31)}
_YEAR_CUTS: dict[_Cut, tuple[int, int]] = {_early: (1, 4), _middle: (5, 8), _late: (9, 12)}


def _is_month(first: datetime.date, last: datetime.date) -> bool:
    return first.day == 1 and last == month_end(first.year, first.month)


def _is_year(first: datetime.date, last: datetime.date) -> bool:
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and (
        first.year == last.year
    )


def _cut(
    cut: _Cut, first: datetime.date, last: datetime.date
) -> tuple[datetime.date, datetime.date]:
    if _is_month(first, last):
        low, high = _MONTH_CUTS[cut]
        return first.replace(day=low), first.replace(day=min(high, last.day))
    if _is_year(first, last):
        low, high = _YEAR_CUTS[cut]
        return first.replace(month=low), month_end(first.year, high)
    return cut(first, last)


def _edge(cut: _Cut) -> Builder:
    """The early, middle or late part of a stretch of more than two days."""

    def build(period: Value) -> Value:
        def resolve(setting: Setting) -> Reading | None:
            reading = period(setting)
            if reading is None or reading.days < 3 or reading.window:
                return None
            first, last = reading.day, (reading.end - DAY).date()
            return until(*_cut(cut, first, last), reading.anchor)

        return resolve

    return build


def _fraction(parts: int) -> Builder:
    """The n-th of equal parts of a year, month or other stretch, whole months where it can be."""

    def build(ordinal: int | None, period: Value) -> Value | None:
        number = ordinal or parts
        if not 1 <= number <= parts:
            return None

        def resolve(setting: Setting) -> Reading | None:
            reading = period(setting)
            if reading is None or reading.days < 2 * parts:
                return None
            first, last = reading.day, (reading.end - DAY).date()
            if _is_year(first, last):
                months = 12 // parts
                begin = first.replace(month=months * (number - 1) + 1)
                return until(begin, month_end(first.year, months * number), reading.anchor)
            if _is_month(first, last) and parts == 2:
                low, high = (1, 15) if number == 1 else (16, last.day)
                return until(first.replace(day=low), first.replace(day=high), reading.anchor)
            length = (last - first + DAY) / parts
            return until(
                first + length * (number - 1), first + length * number - DAY, reading.anchor
            )

        return resolve

    return build


def _nth_unit(ordinal: int, unit: str, period: Value) -> Value | None:
    """ "The third week of January": weeks that have most days in the period (ISO 8601)."""

    def resolve(setting: Setting) -> Reading | None:
        reading = period(setting)
        if reading is None:
            return None
        return _units_of(reading, unit, ordinal - 1, 1)

    return resolve


def _first_units(count: Count | None, unit: str, period: Value) -> Value | None:
    def resolve(setting: Setting) -> Reading | None:
        reading = period(setting)
        return _units_of(reading, unit, 0, (count or (1, 1))[1]) if reading else None

    return resolve


def _last_units(count: Count | None, unit: str, period: Value) -> Value | None:
    number = (count or (1, 1))[1]

    def resolve(setting: Setting) -> Reading | None:
        reading = period(setting)
        return _units_of(reading, unit, -number, number) if reading else None

    return resolve


def _units_of(reading: Reading, unit: str, offset: int, count: int) -> Reading | None:
    """``count`` units of a stretch from the ``offset``-th on; from its end when negative."""
    if unit not in {"day", "week", "month", "year", "decade", "weekend"} or count > 400:
        return None
    if offset > 400:
        return None
    first, last = reading.day, (reading.end - DAY).date()
    if unit == "weekend":
        return None
    if unit == "week":
        # The weeks that have their Thursday in the stretch (ISO 8601, for years).
        start, final = around(first, "week")[0], around(last, "week")[0]
        if start + 3 * DAY < first:
            start += 7 * DAY
        if final + 3 * DAY > last:
            final -= 7 * DAY
        begin = start + 7 * offset * DAY if offset >= 0 else final + 7 * (offset + 1) * DAY
        found = until(begin, begin + (7 * count - 1) * DAY, reading.anchor)
    else:
        begin = shift(first, unit, offset) if offset >= 0 else shift(last + DAY, unit, offset)
        found = until(begin, shift(begin, unit, count) - DAY, reading.anchor)
    fits = found.start < reading.end and found.end > reading.start
    return found if fits and found.days <= reading.days + 7 else None


def _nth_weekday(ordinal: int, weekday: int, period: Value) -> Value:
    """ "The first Monday of next month"; -1 is the last."""

    def resolve(setting: Setting) -> Reading | None:
        reading = period(setting)
        if reading is None or reading.days < 27:
            return None
        if ordinal < 0:
            day = find_weekday((reading.end - DAY).date(), weekday, future=False)
        else:
            first = find_weekday(reading.day, weekday, future=True)
            day = first + 7 * (ordinal - 1) * DAY
        inside = reading.start <= midnight(day) < reading.end
        return days(day, 1, reading.anchor) if inside else None

    return resolve


def _end_of(unit: str) -> Value | None:
    period = calendar_unit(unit, 0) if unit != "weekend" else None
    return _edge(_late)(period) if period else None


def _iso_week(number: int, year: Value | None = None) -> Value | None:
    if not 1 <= number <= 53:
        return None
    of_year = year or calendar_unit("year", 0)

    def resolve(setting: Setting) -> Reading | None:
        reading = of_year(setting) if of_year else None
        if reading is None:
            return None
        try:
            monday = datetime.date.fromisocalendar(reading.day.year, number, 1)
        except ValueError:
            return None
        return until(monday, monday + 6 * DAY, reading.anchor)

    return resolve


def _labelled(parts: int, number: int) -> Builder:
    """ "Q3 2019", "2019-H2"; alone it is one of the year of writing."""

    def build(year: int | None = None) -> Value | None:
        def period(setting: Setting) -> Reading:
            of = year or setting.today.year
            anchor: Anchor = "absolute" if year else "published"
            return until(datetime.date(of, 1, 1), datetime.date(of, 12, 31), anchor)

        value: Value | None = _fraction(parts)(number, period)
        return value

    return build


def _half(number: int) -> Builder:
    return lambda period: _fraction(2)(number, period)


RULES: list[tuple[str, Builder]] = [
    ("PERIOD: SPAN", lambda value: value),
    ("PERIOD: BAREYEAR", lambda value: value),
    ("PERIOD: BARESEASON", lambda value: value),
    ("PERIOD: the <unit>", lambda unit: calendar_unit(unit, 0) if unit != "weekend" else None),
    ("SPAN: the? early -|part? of? PERIOD", _edge(_early)),
    ("SPAN: the? mid|middle -|of? PERIOD", _edge(_middle)),
    ("SPAN: the? late|later -|part? of? PERIOD", _edge(_late)),
    ("SPAN: the? beginning|start|opening of PERIOD", _edge(_early)),
    ("SPAN: the? end|close of PERIOD", _edge(_late)),
    ("SPAN: end|close of <unit>", lambda unit: _end_of(unit)),
    ("SPAN: PERIOD 's ORD quarter", lambda period, n: _fraction(4)(n, period)),
    ("DAY: the? ORD <wday> of|in PERIOD", _nth_weekday),
    ("DAY: the? last|final <wday> of|in PERIOD", lambda w, p: _nth_weekday(-1, w, p)),
    ("SPAN: the? first half of PERIOD", _half(1)),
    ("SPAN: the? second|latter|last half of PERIOD", _half(2)),
    ("SPAN: the? ORD quarter of|in PERIOD", _fraction(4)),
    ("SPAN: the? last|final quarter of PERIOD", lambda period: _fraction(4)(4, period)),
    ("SPAN: the? ORD quarter ,? YEAR", lambda n, y: _labelled(4, n)(y) if n <= 4 else None),
    *((f"SPAN: q{n} of|in|,|-? YEAR", _labelled(4, n)) for n in range(1, 5)),
    *((f"SPAN: YEAR -? q{n}", _labelled(4, n)) for n in range(1, 5)),
    *((f"SPAN: h{n} of|in|,|-? YEAR", _labelled(2, n)) for n in range(1, 3)),
    *((f"SPAN: YEAR -? h{n}", _labelled(2, n)) for n in range(1, 3)),
    *((f"BAREQUARTER: q{n}", _labelled(4, n)) for n in range(1, 5)),
    ("SPAN: the? first COUNT <unit> of|in PERIOD", _first_units),
    ("SPAN: the? last|final COUNT <unit> of|in PERIOD", _last_units),
    ("SPAN: the? last|final <unit> of|in PERIOD", lambda u, p: _last_units(None, u, p)),
    ("SPAN: the? ORD <unit> of|in PERIOD", _nth_unit),
    ("DAY: the? last day of PERIOD", lambda period: _last_units(None, "day", period)),
    ("DAY: the? ORD day of PERIOD", lambda n, period: _nth_unit(n, "day", period)),
    ("SPAN: week <num>", _iso_week),
    ("SPAN: week <num> of PERIOD", _iso_week),
]
