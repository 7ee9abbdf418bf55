"""Rules for what is told from the day of writing or from another date of the text."""

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
    find_weekday,
    midnight,
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


def _today(offset: int) -> Builder:
    def build() -> Value:
        return lambda setting: days(setting.today + datetime.timedelta(days=offset), 1, "published")

    return build


def calendar_unit(unit: str, offset: int) -> Value | None:
    """The calendar unit of the day of writing, or one ``offset`` units away."""
    if unit in _SUB_DAY:
        return None

    def resolve(setting: Setting) -> Reading:
        today = setting.today
        if unit == "weekend":
            return _weekend(setting, offset)
        first, last = around(shift(today, unit, offset), unit)
        if unit == "week" and offset == 0 and today.weekday() == 0 and not setting.future:
            # Written on a Monday, "this week" looks back on the weekend as well: weeks begin on
            # Sunday in the US and in the Arab world.
            first -= DAY
        return until(first, last, "published")

    return resolve


def _weekend(setting: Setting, offset: int) -> Reading:
    """Last, this or next weekend; this one is the coming one only where the tense says so."""
    today = setting.today
    saturday, sunday = around(today, "weekend")
    if offset < 0 or (offset == 0 and saturday > today and not setting.future):
        saturday, sunday = (day - 7 * DAY for day in (saturday, sunday))
    elif offset > 0:
        saturday, sunday = (day + 7 * DAY for day in (saturday, sunday))
    return until(saturday, sunday, "published")


def _unit(offset: int) -> Builder:
    return lambda unit: calendar_unit(unit, offset)


def _weekday_in_week(offset: int) -> Builder:
    """A weekday of last, this or next calendar week."""

    def build(weekday: int) -> Value:
        def resolve(setting: Setting) -> Reading:
            monday, _ = around(setting.today, "week")
            day = monday + (weekday + 7 * offset) * DAY
            return days(day, 1, "published")

        return resolve

    return build


def _this_weekday(weekday: int) -> Value:
    """That of this week, but not a day to come where the tense is past."""

    def resolve(setting: Setting) -> Reading:
        monday, _ = around(setting.today, "week")
        day = monday + weekday * DAY
        if setting.future and day < setting.today:
            day += 7 * DAY
        return days(day, 1, "published")

    return resolve


def _past_weekday(weekday: int) -> Value:
    return lambda setting: days(
        find_weekday(setting.today - DAY, weekday, future=False), 1, "published"
    )


def _coming_weekday(weekday: int) -> Value:
    return lambda setting: days(
        find_weekday(setting.today + DAY, weekday, future=True), 1, "published"
    )


def _context_weekday(weekday: int) -> Value:
    """ "That Friday": the one at or next to the day told last."""

    def resolve(setting: Setting) -> Reading:
        near, anchor = setting.anchored()
        return days(find_weekday(near.day, weekday, future=anchor == "context"), 1, anchor)

    return resolve


def _following_weekday(weekday: int) -> Value:
    """ "The following Friday": the first one after the day told last."""

    def resolve(setting: Setting) -> Reading:
        near, anchor = setting.anchored()
        return days(find_weekday(near.day + DAY, weekday, future=True), 1, anchor)

    return resolve


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


def _context_unit(offset: int) -> Builder:
    """ "The same month", "the following week": of the day told last."""

    def build(unit: str) -> Value | None:
        if unit in _SUB_DAY:
            return None

        def resolve(setting: Setting) -> Reading:
            near, anchor = setting.anchored()
            if unit == "weekend":
                saturday, sunday = around(near.day, "weekend")
                return until(saturday + 7 * offset * DAY, sunday + 7 * offset * DAY, anchor)
            first, last = around(shift(near.day, unit, offset), unit)
            return until(first, last, anchor)

        return resolve

    return build


def _event_offset(sign: int) -> Builder:
    """ "The day after the march began": the caller made the event's day the near one."""
    return lambda: _offset_from_context(sign)(None, "day")


def _week_of(day: Value) -> Value:
    def resolve(setting: Setting) -> Reading | None:
        reading = day(setting)
        return until(*around(reading.day, "week"), reading.anchor) if reading else None

    return resolve


def _earlier(unit: str) -> Value | None:
    """ "Earlier this month": from its first day to the day before that of writing."""
    if unit in _SUB_DAY or unit == "weekend":
        return None

    def resolve(setting: Setting) -> Reading:
        first, _ = around(setting.today, unit)
        return until(first, max(first, setting.today - DAY), "published")

    return resolve


def _later(unit: str) -> Value | None:
    """ "Later this month": from the day of writing to its last."""
    if unit in _SUB_DAY or unit == "weekend":
        return None
    return lambda setting: until(setting.today, around(setting.today, unit)[1], "published")


def _now(setting: Setting) -> Reading:
    return days(setting.today, 1, "published")


def _weekday_of(period: Value, weekday: int) -> Value:
    """ "Monday of last week": that weekday of the week."""

    def resolve(setting: Setting) -> Reading | None:
        reading = period(setting)
        if reading is None or reading.days > 8:
            return None
        day = find_weekday((reading.end - DAY).date(), weekday, future=False)
        return days(day, 1, reading.anchor) if midnight(day) >= reading.start else None

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
    ("DAY: today", _today(0)),
    ("DAY: yesterday", _today(-1)),
    ("DAY: tomorrow", _today(1)),
    ("DAY: the? day before yesterday", _today(-2)),
    ("DAY: the? day after tomorrow", _today(2)),
    ("NOW: now|today", lambda: _now),
    ("NOW: the? present|current day|date|time?", lambda: _now),
    ("DAY: earlier|later today", _today(0)),
    # Calendar units of the day of writing.
    ("SPAN: this|current <unit>", _unit(0)),
    ("SPAN: the current <unit>", _unit(0)),
    ("SPAN: last|previous <unit>", _unit(-1)),
    ("SPAN: next <unit>", _unit(1)),
    ("SPAN: this calendar|working? <unit>", _unit(0)),
    ("SPAN: the? week after next", lambda: calendar_unit("week", 2)),
    ("SPAN: the? week before last", lambda: calendar_unit("week", -2)),
    ("SPAN: the? year before last", lambda: calendar_unit("year", -2)),
    ("SPAN: the? month before last", lambda: calendar_unit("month", -2)),
    ("SPAN: the? night before last", _today(-2)),
    ("SPAN: the|this weekend", lambda: calendar_unit("weekend", 0)),
    ("SPAN: this|the past|last weekend", lambda: calendar_unit("weekend", -1)),
    ("SPAN: this|the coming|upcoming weekend", lambda: calendar_unit("weekend", 1)),
    # Weekdays.
    ("DAY: last|previous <wday>", _weekday_in_week(-1)),
    ("DAY: <wday> last|previous week", _weekday_in_week(-1)),
    ("DAY: last|previous week -|on? <wday>", _weekday_in_week(-1)),
    ("DAY: next <wday>", _weekday_in_week(1)),
    ("DAY: <wday> next week", _weekday_in_week(1)),
    ("DAY: next week on? <wday>", _weekday_in_week(1)),
    ("DAY: this <wday>", _this_weekday),
    ("DAY: this week on? <wday>", _weekday_in_week(0)),
    ("DAY: <wday> this week", _weekday_in_week(0)),
    ("DAY: <wday> a week ago", _weekday_in_week(-1)),
    ("DAY: this|the? past <wday>", _past_weekday),
    ("DAY: this|the? coming|upcoming <wday>", _coming_weekday),
    ("DAY: the? following <wday>", _following_weekday),
    ("DAY: that|same <wday>", _context_weekday),
    ("DAY: the same <wday>", _context_weekday),
    ("DAY: <wday> of|in SPAN", lambda weekday, period: _weekday_of(period, weekday)),
    # Windows.
    ("SPAN: the|these? last|past COUNT <unit>", _calendar_window(True)),
    ("SPAN: the|these? last|past|previous COUNT <unit>", _window(True)),
    ("SPAN: the|these? COUNT last|past|previous <units>", _window(True)),
    ("SPAN: the previous COUNT <unit>", _calendar_window(True)),
    ("SPAN: previous COUNT <unit>", _calendar_window(True)),
    ("SPAN: the? next|following|coming COUNT <unit>", _calendar_window(False)),
    ("SPAN: the? next|following|coming|upcoming COUNT <unit>", _window(False)),
    ("SPAN: the? COUNT next|following|coming|upcoming <units>", _window(False)),
    ("SPAN: the? past|last|previous quarter", lambda: calendar_unit("quarter", -1)),
    ("SPAN: the|this? past <unit>", lambda unit: _window(True)(None, unit)),
    ("SPAN: the last <unit>", lambda unit: _window(True)(None, unit)),
    ("SPAN: the|this? coming|upcoming <unit>", _unit(1)),
    ("SPAN: within COUNT <unit>", lambda count, unit: _within(count, unit)),
    ("SPAN: within next COUNT <unit>", lambda count, unit: _within(count, unit)),
    ("SPAN: these? recent <unit>", _recent),
    ("SPAN: the? coming <unit>", _coming),
    ("SPAN: the|very? most? recent <unit>", _recent),
    # Counted from the day of writing.
    ("SPAN: COUNT <unit> ago", _ago),
    ("SPAN: <unit> ago", _plain_ago),
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
    ("SPAN: the next|following <unit>", _context_unit(1)),
    ("SPAN: the previous|preceding <unit>", _context_unit(-1)),
    ("SPAN: that|same <unit>", _context_unit(0)),
    ("SPAN: that|the same|very <unit>", _context_unit(0)),
    ("SPAN: later|earlier that|same <unit>", _context_unit(0)),
    ("SPAN: later|earlier the same <unit>", _context_unit(0)),
    # Parts of the current unit.
    ("SPAN: the? week of DAY|BAREDAY", _week_of),
    ("SPAN: the? week beginning|starting|commencing on? DAY", _week_of),
    ("SPAN: earlier this <unit>", _earlier),
    ("SPAN: earlier|later in the day", lambda: _context_unit(0)("day")),
    ("SPAN: earlier|early in the <unit>", _earlier),
    ("SPAN: later this <unit>", _later),
    ("SPAN: later in the <unit>", _later),
    ("SPAN: the? <unit> to date", _earlier),
    ("SPAN: so far this <unit>", _earlier),
    ("SPAN: the rest|remainder of the|this <unit>", _later),
]


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
