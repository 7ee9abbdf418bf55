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

_SUB_DAY = frozenset({"minute", "hour"})


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


def _working_week(offset: int) -> Value:
    """Monday to Friday of this week or one ``offset`` weeks away."""

    def resolve(setting: Setting) -> Reading:
        monday, _ = around(setting.today + 7 * offset * DAY, "week")
        return until(monday, monday + 4 * DAY, "published")

    return resolve


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
    ("DAY: today", _today(0)),
    ("DAY: yesterday", _today(-1)),
    ("DAY: tomorrow", _today(1)),
    ("DAY: the? day before yesterday", _today(-2)),
    ("DAY: the? day after tomorrow", _today(2)),
    ("NOW: now|today", lambda: _now),
    ("NOW: the? present|current day|date|time?", lambda: _now),
    ("DAY: earlier|later today", _today(0)),
    ("TODATE: to|till|until date", lambda: _now),
    # Calendar units of the day of writing.
    ("SPAN: this|current <unit>", _unit(0)),
    ("SPAN: the current <unit>", _unit(0)),
    ("SPAN: last|previous <unit>", _unit(-1)),
    ("SPAN: next <unit>", _unit(1)),
    ("SPAN: this calendar? <unit>", _unit(0)),
    ("SPAN: this working week", lambda: _working_week(0)),
    ("SPAN: this workweek", lambda: _working_week(0)),
    ("SPAN: last|previous workweek", lambda: _working_week(-1)),
    ("SPAN: last|previous working week", lambda: _working_week(-1)),
    ("SPAN: next workweek", lambda: _working_week(1)),
    ("SPAN: next working week", lambda: _working_week(1)),
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
    ("SPAN: the? past|last|previous quarter", lambda: calendar_unit("quarter", -1)),
    ("SPAN: the|this? coming|upcoming <unit>", _unit(1)),
    ("SPAN: the next|following <unit>", _context_unit(1)),
    ("SPAN: the previous|preceding <unit>", _context_unit(-1)),
    ("SPAN: that|same <unit>", _context_unit(0)),
    ("SPAN: that|the same|very <unit>", _context_unit(0)),
    ("SPAN: later|earlier that|same <unit>", _context_unit(0)),
    ("SPAN: later|earlier the same <unit>", _context_unit(0)),
    # Parts of the current unit.
    ("SPAN: the? week of DAY|BAREDAY", _week_of),
    ("SPAN: w / c DAY", _week_of),
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
