"""Rules for what is counted in units: "the past week", "two days ago", "two days earlier"."""

from __future__ import annotations

import datetime

from claims.dates.chart import Builder
from claims.dates.spans import (
    DAY,
    Reading,
    Setting,
    Value,
    around,
    days,
    shift,
    until,
)

_RECENT = {"day": 7, "week": 6, "month": 6, "year": 5, "decade": 3}
"""Units "recent days" may reach back: wider than any careful use of it."""
_HALF = {"day": 0, "week": 3, "month": 15, "quarter": 45, "year": 183, "decade": 1826}
"""Days by which "two weeks ago" may be off: half a unit."""
_SUB_DAY = frozenset({"minute", "hour"})
_NOT_WINDOWS = frozenset({"weekend", "quarter"})
Count = tuple[int, int]
"""Fewest and most units."""


def _window(back: bool) -> Builder:
    """ "The past three weeks": a window up to the day of writing, that day included."""

    def build(count: Count | None, unit: str) -> Value | None:
        _, most = count or (1, 1)
        if unit in _NOT_WINDOWS or most > 1000:
            return None

        def resolve(setting: Setting) -> Reading:
            today = setting.today
            if unit in _SUB_DAY:
                hours = most if unit == "hour" else 1
                span, step = max(1, -(-hours // 24)), "day"
            else:
                span, step = most, unit
            other = shift(today, step, -span if back else span)
            return until(today, other, "published", window=True)

        return resolve

    return build


def _calendar_window(back: bool) -> Builder:
    """Quarters and decades are counted by the calendar ("the last two quarters")."""

    def build(count: Count | None, unit: str) -> Value | None:
        number = (count or (1, 1))[1]
        if unit not in ({"quarter"} if back else {"quarter", "decade"}) or number > 100:
            return None

        def resolve(setting: Setting) -> Reading:
            here, end = around(setting.today, unit)
            if back:
                return until(shift(here, unit, -number), here - DAY, "published")
            if unit == "decade":  # "the next two decades" are felt to begin with this one's end
                return until(shift(here, unit, 1), shift(end, unit, number), "published")
            return until(end + DAY, shift(here, unit, number + 1) - DAY, "published")

        return resolve

    return build


def _working_days(back: bool) -> Builder:
    """ "The next four business days": Monday to Friday, the day of writing not counted."""

    def build(count: Count, unit: str) -> Value | None:
        if unit != "day" or not 1 <= count[1] <= 100:
            return None

        def resolve(setting: Setting) -> Reading:
            step = -DAY if back else DAY
            found: list[datetime.date] = []
            day = setting.today
            while len(found) < count[1]:
                day += step
                if day.weekday() < 5:
                    found.append(day)
            return until(found[0], found[-1], "published")

        return resolve

    return build


def _compound_ago(more: Count, large: str, fewer: Count, small: str) -> Value | None:
    """ "Two weeks and two days ago"."""
    if {large, small} & (_SUB_DAY | {"weekend"}) or max(more[1], fewer[1]) > 1000:
        return None

    def resolve(setting: Setting) -> Reading:
        days_ = [
            shift(shift(setting.today, large, -m), small, -n)
            for m, n in zip(more, fewer, strict=True)
        ]
        slack = _HALF.get(small, 3) * DAY
        return until(min(days_) - slack, max(days_) + slack, "published")

    return resolve


def _recent(unit: str) -> Value | None:
    if unit not in _RECENT:
        return None
    return lambda setting: until(
        shift(setting.today, unit, -_RECENT[unit]), setting.today, "published", window=True
    )


def _coming(unit: str) -> Value | None:
    if unit not in _RECENT:
        return None
    return lambda setting: until(
        setting.today, shift(setting.today, unit, _RECENT[unit]), "published", window=True
    )


def _ago(count: Count, unit: str) -> Value | None:
    """ "Two weeks ago": that day give or take half a unit; exact for days."""
    fewest, most = count
    if most > 3000 or unit == "weekend":
        return None

    def resolve(setting: Setting) -> Reading:
        today = setting.today
        if unit in _SUB_DAY:
            return until(shift(today, "day", -(most // 24) - 1), today, "published")
        slack = _HALF.get(unit, 3) * DAY
        first = shift(today, unit, -most) - slack
        return until(first, shift(today, unit, -fewest) + slack, "published")

    return resolve


def _plain_ago(unit: str) -> Value | None:
    """ "Weeks ago": from two units to less than the next larger one."""
    most = {"day": 7, "week": 8, "month": 11, "year": 10, "decade": 9}.get(unit)
    return _ago((2, most), unit) if most else None


def _from_now(count: Count, unit: str) -> Value | None:
    """ "In two weeks" is a date only where the clause is about what is to come; otherwise it is
    how long something took."""
    fewest, most = count
    if unit in _SUB_DAY or unit == "weekend" or most > 1000:
        return None

    def resolve(setting: Setting) -> Reading | None:
        if not setting.future:
            return None
        slack = _HALF.get(unit, 3) * DAY if most > fewest else 0 * DAY
        first, last = (shift(setting.today, unit, n) for n in (fewest, most))
        return until(first - slack, last + slack, "published")

    return resolve


def _surely_from_now(count: Count, unit: str) -> Value | None:
    if unit in _SUB_DAY or unit == "weekend" or count[1] > 1000:
        return None
    return lambda setting: until(
        shift(setting.today, unit, count[0]), shift(setting.today, unit, count[1]), "published"
    )


def _offset_from(sign: int) -> Builder:
    """ "Two days after" another date: its interval moved."""

    def build(count: Count | None, unit: str, other: Value) -> Value | None:
        fewest, most = count or (1, 1)
        if unit in _SUB_DAY or unit == "weekend" or most > 3000:
            return None

        def resolve(setting: Setting) -> Reading | None:
            base = other(setting)
            if base is None:
                return None
            return _moved(base, sign * fewest, sign * most, unit)

        return resolve

    return build


def _moved(base: Reading, fewest: int, most: int, unit: str) -> Reading:
    first, last = base.start.date(), (base.end - DAY if not base.fine else base.start).date()
    low, high = min(fewest, most), max(fewest, most)
    return until(shift(first, unit, low), shift(last, unit, high), base.anchor)


def _offset_from_context(sign: int) -> Builder:
    """ "Two days earlier": counted from the day told last."""

    def build(count: Count | None, unit: str) -> Value | None:
        fewest, most = count or (1, 1)
        if unit in _SUB_DAY or unit == "weekend" or most > 1000:
            return None

        def resolve(setting: Setting) -> Reading:
            near, anchor = setting.anchored()
            moved = _moved(near, sign * fewest, sign * most, unit)
            slack = _HALF.get(unit, 3) * DAY
            return Reading(moved.start - slack, moved.end + slack, anchor)

        return resolve

    return build


def _event_offset(sign: int) -> Builder:
    """ "The day after the march began": the caller made the event's day the near one."""
    return lambda: _offset_from_context(sign)(None, "day")


def _within(count: Count, unit: str) -> Value | None:
    """ "Within two weeks": a deadline where the clause is about what is to come."""
    if unit in _SUB_DAY or unit == "weekend" or count[1] > 1000:
        return None
    return lambda setting: (
        until(setting.today, shift(setting.today, unit, count[1]), "published")
        if setting.future
        else None
    )


def _on_weekday(base: Value | None, weekday: int) -> Value | None:
    """That weekday of the week a date falls in."""
    if base is None:
        return None

    def resolve(setting: Setting) -> Reading | None:
        reading = base(setting)
        if reading is None:
            return None
        middle = reading.day + (reading.days // 2) * DAY
        monday, _ = around(middle, "week")
        return days(monday + weekday * DAY, 1, reading.anchor)

    return resolve


RULES: list[tuple[str, Builder]] = [
    ("WNUM: <word>", lambda n: n),
    ("WNUM: <word> -? <word>", lambda a, b: a + b if a >= 20 and a % 10 == 0 and b < 10 else None),
    ("COUNT: WNUM", lambda n: (n, n)),
    ("COUNT: <num>", lambda n: (n, n)),
    ("COUNT: a|an <few> of?", lambda few: few),
    ("COUNT: <few> of?", lambda few: few),
    ("COUNT: WNUM or WNUM", lambda a, b: (min(a, b), max(a, b))),
    ("COUNT: <num> or|to|- <num>", lambda a, b: (min(a, b), max(a, b))),
    ("COUNT: about|around|nearly|almost|roughly|some|just|exactly COUNT", lambda count: count),
    ("COUNT: more than COUNT", lambda count: (count[0], count[1] + 1)),
    ("ONE: a|an|one|another", lambda: (1, 1)),
    ("COUNT: ONE", lambda count: count),
    ("COUNT: about|around|nearly|almost|roughly|just|exactly|more|over than? ONE", lambda c: c),
    # Windows.
    ("SPAN: the|these? last|past COUNT <unit>", _calendar_window(True)),
    ("SPAN: the|these? last|past|previous COUNT <unit>", _window(True)),
    ("SPAN: the|these? COUNT last|past|previous <units>", _window(True)),
    ("SPAN: the previous COUNT <unit>", _calendar_window(True)),
    ("SPAN: previous COUNT <unit>", _calendar_window(True)),
    ("SPAN: the? next|following|coming COUNT <unit>", _calendar_window(False)),
    ("SPAN: the? next|following|coming|upcoming COUNT <unit>", _window(False)),
    ("SPAN: the? COUNT next|following|coming|upcoming <units>", _window(False)),
    ("SPAN: the|these? past|last <units>", _recent),
    ("SPAN: the|this? past <unit>", lambda unit: _window(True)(None, unit)),
    ("SPAN: the last <unit>", lambda unit: _window(True)(None, unit)),
    ("SPAN: within COUNT <unit>", lambda count, unit: _within(count, unit)),
    ("SPAN: within next COUNT <unit>", lambda count, unit: _within(count, unit)),
    ("SPAN: these? recent <unit>", _recent),
    ("SPAN: the? coming <unit>", _coming),
    ("SPAN: the|very? most? recent <unit>", _recent),
    # Counted from the day of writing.
    ("SPAN: COUNT <unit> ago", _ago),
    ("SPAN: <unit> ago", _plain_ago),
    ("SPAN: COUNT <unit> and COUNT <unit> ago", _compound_ago),
    ("SPAN: the? next|coming COUNT business|working <unit>", _working_days(back=False)),
    ("SPAN: within COUNT business|working <unit>", _working_days(back=False)),
    ("SPAN: the? last|past|previous COUNT business|working <unit>", _working_days(back=True)),
    ("SPAN: COUNT <unit> ago on? <wday>", lambda c, u, w: _on_weekday(_ago(c, u), w)),
    ("SPAN: in COUNT <unit> 's|' time", _surely_from_now),
    ("SPAN: in COUNT <unit>", _from_now),
    ("SPAN: COUNT <unit> from now", _surely_from_now),
    (
        "SPAN: <wday> ,? COUNT <unit> from now",
        lambda w, c, u: _on_weekday(_surely_from_now(c, u), w),
    ),
    ("SPAN: in COUNT <unit> on <wday>", lambda c, u, w: _on_weekday(_surely_from_now(c, u), w)),
    # Counted from another date.
    ("SPAN: COUNT <unit> before|prior to? DAY|SPAN", _offset_from(-1)),
    ("SPAN: COUNT <unit> after|from|following DAY|SPAN", _offset_from(1)),
    ("SPAN: the <unit> before DAY|BAREYEAR", lambda unit, day: _offset_from(-1)(None, unit, day)),
    ("SPAN: the <unit> after DAY|BAREYEAR", lambda unit, day: _offset_from(1)(None, unit, day)),
    ("SPAN: COUNT <unit> earlier|before|previously|prior", _offset_from_context(-1)),
    ("SPAN: COUNT <unit> later|after|afterwards|afterward", _offset_from_context(1)),
    ("EVENTDAY: the? day before", _event_offset(-1)),
    ("EVENTDAY: a|one day before", _event_offset(-1)),
    ("EVENTDAY: the? day after", _event_offset(1)),
    ("EVENTDAY: a|one day after", _event_offset(1)),
    ("SPAN: the? day earlier", _event_offset(-1)),
    ("SPAN: the day later", _event_offset(1)),
]
