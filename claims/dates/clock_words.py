"""Rules for clock times put in words: "ten to seven", "a quarter past eight", "at eleven the
previous evening"."""

from __future__ import annotations

import dataclasses
import datetime

from claims.dates.chart import Builder
from claims.dates.clock import Time
from claims.dates.spans import DAY, Reading, Setting, Value, days

_ROUND = frozenset({5, 10, 20, 25})
"""Minutes to or past the hour that are told without the word."""
_SOON = 60
"""Minutes by which "shortly after eleven" may be late."""


def _past(minutes: int, hour: int) -> Time | None:
    return _at(minutes, hour) if minutes in _ROUND else None


def _to(minutes: int, hour: int) -> Time | None:
    return _at(-minutes, hour) if minutes in _ROUND else None


def _at(minutes: int, hour: int) -> Time | None:
    """So many minutes past an hour, or before it."""
    if not 1 <= hour <= 12 or abs(minutes) >= 60:
        return None
    minute = (hour * 60 + minutes) % 720
    return Time(minute, minute + 1, half_known=True)


def _within(time: Time, part: tuple[int, int]) -> Time | None:
    """A clock time with its half of the day, told by the part of the day it is in."""
    length = time.end - time.start
    for start in (time.start, time.start + 720) if time.half_known else (time.start,):
        for minute in (start, start + 1440):
            if part[0] <= minute < part[1]:
                return Time(minute, minute + length)
    return None


def _part_of(offset: int) -> Builder:
    """ "At eleven the previous evening": of the day told last, or of the one before or after."""

    def build(time: Time, part: tuple[int, int]) -> Value | None:
        inside = _within(time, part)
        if inside is None:
            return None

        def resolve(setting: Setting) -> Reading:
            near, anchor = setting.anchored()
            day: datetime.date = near.day + offset * DAY
            return inside.on(days(day, 1, anchor))

        return resolve

    return build


def _bare(hour: int) -> Time | None:
    return _at(0, hour)


def _soon_after(time: Time) -> Time:
    return dataclasses.replace(time, end=time.end + _SOON)


def _soon_before(time: Time) -> Time:
    return dataclasses.replace(time, start=time.start - _SOON)


def _day_part(day: Value, part: tuple[int, int], time: Time) -> Value | None:
    """ "Just after six on Sunday morning"."""
    inside = _within(time, part)
    if inside is None:
        return None

    def resolve(setting: Setting) -> Reading | None:
        reading = day(setting)
        return None if reading is None or reading.days != 1 else inside.on(reading)

    return resolve


def _after(hour: int) -> Time | None:
    time = _at(0, hour)
    return _soon_after(time) if time else None


def _before(hour: int) -> Time | None:
    time = _at(0, hour)
    return _soon_before(time) if time else None


RULES: list[tuple[str, Builder]] = [
    ("CLOCK: a? quarter past <num>|<word>", lambda hour: _at(15, hour)),
    ("CLOCK: a? quarter to|before|of <num>|<word>", lambda hour: _at(-15, hour)),
    ("CLOCK: <num>|<word> minutes past|after <num>|<word>", _at),
    ("CLOCK: <num>|<word> minutes to|before <num>|<word>", lambda m, hour: _at(-m, hour)),
    ("CLOCK: <word> past <num>|<word>", _past),
    ("TOCLOCK: <word> to <word>", _to),
    ("CLOCK: TOCLOCK in the <part>", _within),
    ("CLOCK: at|around|about TOCLOCK", lambda time: time),
    ("CLOCK: shortly|just|soon after TOCLOCK", _soon_after),
    ("CLOCK: shortly|just before TOCLOCK", _soon_before),
    ("ATHOUR: at|around|about <num>|<word>", _bare),
    ("ATHOUR: shortly|just|soon after <num>|<word>", _after),
    ("ATHOUR: shortly|just before <num>|<word>", _before),
    ("MOMENT: CLOCK|ATHOUR that|same <part>", _part_of(0)),
    ("MOMENT: CLOCK|ATHOUR the same <part>", _part_of(0)),
    ("MOMENT: CLOCK|ATHOUR the next|following <part>", _part_of(1)),
    ("MOMENT: CLOCK|ATHOUR the previous <part>", _part_of(-1)),
    ("MOMENT: CLOCK|ATHOUR the <part> before", _part_of(-1)),
    ("MOMENT: the next|following <part> ,? CLOCK|ATHOUR", lambda p, t: _part_of(1)(t, p)),
    ("MOMENT: the previous <part> ,? CLOCK|ATHOUR", lambda p, t: _part_of(-1)(t, p)),
    ("MOMENT: that <part> ,? CLOCK|ATHOUR", lambda p, t: _part_of(0)(t, p)),
    ("MOMENT: ATHOUR|TOCLOCK ,|on? DAY <part>", lambda t, day, part: _day_part(day, part, t)),
]
