"""Rules for times of day, and for a day joined with one."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

from claims.dates.calendars import Calendar, tens_and_ones
from claims.dates.chart import Builder
from claims.dates.lexicon import PARTS
from claims.dates.spans import DAY, MINUTE, Reading, Setting, Value, around, days, midnight

_NEAR = 15
"""Minutes by which "about 3:15 p.m." may be off; twice that for a full hour."""
_AFTER = 60
"""Minutes "shortly after noon" may be late."""


@dataclasses.dataclass(frozen=True, slots=True)
class Time:
    """A time of day, in minutes from midnight, ``end`` exclusive."""

    start: int
    end: int
    exact: bool = True
    """Whether it came from a clock; "morning" and the like are not."""
    half_known: bool = False
    """Whether morning or afternoon is still open ("between 3 and 4:30")."""

    def on(self, reading: Reading) -> Reading:
        """This time of the first day of a reading."""
        base = midnight(reading.day)
        return Reading(
            base + self.start * MINUTE, base + self.end * MINUTE, reading.anchor, fine=True
        )


def _point(minute: int, half_known: bool = False) -> Time:
    return Time(minute, minute + 1, half_known=half_known)


def _hour(hour: int, half: str) -> Time | None:
    if not 1 <= hour <= 12:
        return None
    return _point((hour % 12 + (12 if half == "p" else 0)) * 60)


def _clock(minute: int, half: str) -> Time | None:
    """With a.m. or p.m.; "15:30 p.m." is what it plainly means."""
    if minute >= 13 * 60:
        return _point(minute) if half == "p" else None
    return _point(minute % 720 + (720 if half == "p" else 0))


def _compact(number: int, half: str) -> Time | None:
    """ "1140 a.m."."""
    hour, minute = divmod(number, 100)
    return _clock(hour * 60 + minute, half) if 1 <= hour <= 12 and minute < 60 else None


def _open_clock(minute: int) -> Time:
    """ "6:30" may be morning or evening, "18:30" and "0:15" may not."""
    return _point(minute, half_known=60 <= minute < 13 * 60)


def _oclock(hour: int) -> Time | None:
    return _point(hour * 60, half_known=True) if 1 <= hour <= 12 else None


def _spoken(hour: int, tens: int, ones: int | None = None) -> Time | None:
    """ "Nine thirty", "five-thirty", "seven twenty-seven"."""
    minute = tens if ones is None else tens_and_ones(tens, ones)
    if not 1 <= hour <= 12 or minute is None or not 10 <= minute < 60:
        return None
    return _open_clock(hour * 60 + minute)


def _spoken_time_day(time: Time, day: Value, part: tuple[int, int] | None) -> Value | None:
    inside = _in_part(time, part) if part else time
    return _time_at(day, inside) if inside else None


def _in_part(time: Time, part: tuple[int, int]) -> Time | None:
    """A clock time within a part of the day: "6:30 in the evening"."""
    for minute in (time.start, time.start + 720) if time.half_known else (time.start,):
        if part[0] <= minute < part[1] or part[0] <= minute + 1440 < part[1]:
            return _point(minute % 1440)
    return None


def _within(time: Time, part: tuple[int, int]) -> Time | None:
    """A time or a range of times, the open half of the day settled by the part of the day."""
    if time.half_known and time.end - time.start == 1:
        return _in_part(time, part)
    if time.half_known and part[0] >= 720 and time.start < 720:
        return Time(time.start + 720, time.end + 720)
    return time


def _part(part: tuple[int, int]) -> Time:
    return Time(*part, exact=part[1] - part[0] == 1)


def _early_part(part: tuple[int, int]) -> Time:
    low, high = part
    return Time(low, low + max(1, (high - low) * 3 // 4), exact=False)


def _late_part(part: tuple[int, int]) -> Time:
    low, high = part
    return Time(high - max(1, (high - low) * 3 // 4), high, exact=False)


def _about(time: Time) -> Time:
    if not time.exact:
        return Time(time.start - 30, time.end + 30, exact=False)
    slack = _NEAR if time.start % 60 else 2 * _NEAR
    return dataclasses.replace(time, start=time.start - slack, end=time.end + slack)


def _after(time: Time) -> Time:
    return dataclasses.replace(time, end=time.end + _AFTER)


def _before(time: Time) -> Time:
    return dataclasses.replace(time, start=time.start - _AFTER)


def _settle(left: Time, right: Time) -> Time | None:
    """From one time to another; an open half of the day is taken from the other end."""
    if left.half_known and not right.half_known:
        same = left.start % 720 + right.start // 720 * 720
        left = _point(same if same < right.start else same - 720)
    elif right.half_known and not left.half_known:
        later = right.start % 720
        while later <= left.start:
            later += 720
        right = _point(later)
    elif left.half_known and right.half_known and right.start <= left.start:
        right = _point(right.start + 720, half_known=True)
    end = right.end if right.start > left.start else right.end + 1440
    return Time(left.start, end, half_known=left.half_known)


def _bare_range(hour: int, other: Time) -> Time | None:
    """ "3-8pm"."""
    opening = _oclock(hour)
    return _settle(opening, other) if opening else None


def _time_at(value: Value, time: Time) -> Value:
    """A day with a time: an instant, or an interval told by the clock."""

    def resolve(setting: Setting) -> Reading | None:
        reading = value(setting)
        if reading is None or reading.days != 1:
            return None
        return time.on(reading)

    return resolve


def _day_time(day: Value, time: Time) -> Value:
    return _time_at(day, time)


def _time_day(time: Time, day: Value) -> Value:
    return _time_at(day, time)


def _two_parts(day: Value, first: tuple[int, int], second: tuple[int, int]) -> Value | None:
    """ "Sunday afternoon and evening"."""
    if second[1] <= first[0]:
        return None
    return _time_at(day, Time(first[0], second[1], exact=False))


def _stamp(weekday: int | None, month: int, day: int, clock: int, year: int) -> Value | None:
    """ "Wed Oct 26 15:50:06 2016", as messages are stamped."""
    del weekday
    return _time_at(Calendar(year, month, day), _point(clock))


def _day_part_time(day: Value, part: tuple[int, int], time: Time) -> Value | None:
    inside = _in_part(time, part) if time.exact and time.end - time.start == 1 else time
    return _time_at(day, inside) if inside else None


def _time_day_part(time: Time, day: Value, part: tuple[int, int]) -> Value | None:
    return _day_part_time(day, part, time)


def _relative_part(offset: int) -> Builder:
    """ "This morning", "last night": from the day of writing."""

    def build(time: Time) -> Value:
        def resolve(setting: Setting) -> Reading:
            day = setting.today + offset * DAY
            return time.on(days(day, 1, "published"))

        return resolve

    return build


def _fixed_part(offset: int, part: tuple[int, int]) -> Builder:
    return lambda: _relative_part(offset)(Time(*part, exact=False))


def _fixed_part_time(offset: int, part: tuple[int, int]) -> Builder:
    def build(time: Time) -> Value | None:
        inside = _within(time, part)
        return _relative_part(offset)(inside) if inside else None

    return build


def _context_part(offset: int) -> Builder:
    """ "That night", "the next morning": from the day told last."""

    def build(part: tuple[int, int]) -> Value:
        def resolve(setting: Setting) -> Reading:
            near, anchor = setting.anchored()
            day: datetime.date = near.day + offset * DAY
            return Time(*part, exact=False).on(days(day, 1, anchor))

        return resolve

    return build


def _whole(value: Any) -> Any:
    return value


_NIGHT = PARTS["night"]
_EARLY = (0, 600)
"""Hours of "early Monday"."""
_LATE = (1020, 1500)
"""Hours of "late Monday": an event soon after midnight is often still told of that day."""
_HOURS = (0, 480)
"""The early hours, the small hours."""

RULES: list[tuple[str, Builder]] = [
    ("CLOCK: <num> <ampm>", _hour),
    ("CLOCK: <word> <ampm>", _hour),
    ("CLOCK: <clock>|<dotclock> <ampm>", _clock),
    ("CLOCK: <num> <ampm>", _compact),
    ("CLOCK: <clock>", _open_clock),
    ("CLOCK: <num>|<word> o'clock|oclock", _oclock),
    ("WORDCLOCK: <word> -? <word>", _spoken),
    ("WORDCLOCK: <word> <word> -? <word>", _spoken),
    ("CLOCK: WORDCLOCK <ampm>", lambda time, half: _clock(time.start, half)),
    ("CLOCK: WORDCLOCK a m", lambda time: _clock(time.start, "a")),
    ("CLOCK: WORDCLOCK p m", lambda time: _clock(time.start, "p")),
    ("CLOCK: <word>|<num> a m", lambda n: _hour(n, "a")),
    ("CLOCK: <word>|<num> p m", lambda n: _hour(n, "p")),
    ("CLOCK: half past <num>|<word>", lambda n: _open_clock(n * 60 + 30) if n <= 12 else None),
    ("CLOCK: 12? noon", lambda: _point(720)),
    ("CLOCK: 12? midnight", lambda: Time(*PARTS["midnight"])),
    ("CLOCK: CLOCK|BARECLOCK in the <part>", _in_part),
    ("BARECLOCK: <num>|<word>", _oclock),
    ("BARECLOCK: <dotclock>", _open_clock),
    ("CLOCK: CLOCK local|gmt|est|edt|pst|pdt|cst|cdt|et|ct|pt|utc|bst time?", _whole),
    ("CLOCK: CLOCK ( local|gmt|est|edt|utc|bst time? )", _whole),
    ("CLOCK: about|around|approximately|roughly|near|circa CLOCK", _about),
    ("CLOCK: shortly|just|soon? after midnight", lambda: Time(0, 360, exact=False)),
    ("CLOCK: shortly|just|soon after CLOCK", _after),
    ("CLOCK: shortly|just before CLOCK", _before),
    ("CLOCK: at CLOCK", _whole),
    ("UPTO: before|by CLOCK", lambda time: Time(0, time.end, exact=False)),
    ("UPTO: no later than CLOCK", lambda time: Time(0, time.end, exact=False)),
    ("UPTO: after CLOCK", lambda time: Time(time.start, 1440, exact=False)),
    ("TIME: CLOCK", _whole),
    ("TIME: between|from? CLOCK and|to|until|till|- CLOCK", _settle),
    ("TIME: between|from? <num>|<word> and|to|until|till|- CLOCK", _bare_range),
    (
        "TIMES: between|from <num>|<word> and|to|until|till|- <num>|<word>",
        lambda a, b: _settle(x, y) if (x := _oclock(a)) and (y := _oclock(b)) else None,
    ),
    ("TIMES: between|from? CLOCK|BARECLOCK and|to|until|till|- CLOCK|BARECLOCK", _settle),
    ("PART: <part>", _part),
    ("PART: early|earlier -|in|that? the? <part>", _early_part),
    ("PART: late|later -|in|that? the? <part>", _late_part),
    ("PART: about|around|at|shortly before|after? PART", _about),
    ("PART: the early|small|wee hours of? the? morning?", lambda: Time(*_HOURS, exact=False)),
    ("MOMENT: in? the? early|small|wee hours of DAY <part>", lambda day, _: _small_hours(day)),
    ("PART: early hours", lambda: Time(*_HOURS, exact=False)),
    # A day and a time of it.
    ("MOMENT: DAY ,|at|on|in|@|for? the? TIME|TIMES", _day_time),
    ("MOMENT: DAY at|on|in? the? PART", _day_time),
    ("MOMENT: DAY ,? at|around|about BARECLOCK", _day_time),
    ("MOMENT: DAY ,? at|around|about? WORDCLOCK", _day_time),
    ("MOMENT: at|around|about WORDCLOCK on|,? DAY <part>?", _spoken_time_day),
    ("MOMENT: DAY ,|sometime? UPTO", _day_time),
    ("MOMENT: sometime? UPTO on|,? DAY", _time_day),
    ("MOMENT: TIME|PART|TIMES ,|on|of|for? the? DAY", _time_day),
    ("MOMENT: at|around|about BARECLOCK on|,? DAY", _time_day),
    ("MOMENT: DAY <part> ,|at|around|about? TIME|TIMES", _day_part_time),
    ("MOMENT: DAY <part> at|around|about BARECLOCK", _day_part_time),
    ("MOMENT: DAY early|late <part> at|around|about? CLOCK", _day_part_time),
    ("MOMENT: TIME|TIMES ,|on? DAY <part>", _time_day_part),
    ("MOMENT: <wday>? ,? <month> <num> <clock> YEAR", _stamp),
    ("MOMENT: DAY <part> and <part>", _two_parts),
    ("MOMENT: DAY in the <part>", lambda day, part: _day_time(day, _part(part))),
    ("MOMENT: the? <part> of DAY", lambda part, day: _day_time(day, _part(part))),
    ("MOMENT: early on? DAY", lambda day: _day_time(day, Time(*_EARLY, exact=False))),
    ("MOMENT: early in the day on? DAY", lambda day: _day_time(day, Time(*_EARLY, exact=False))),
    ("DAY: later|earlier on? DAY", _whole),
    ("MOMENT: <wday> <part> last|previous week", lambda w, p: _week_part(-1, w, p)),
    ("MOMENT: <wday> <part> next week", lambda w, p: _week_part(1, w, p)),
    ("MOMENT: late on? DAY", lambda day: _day_time(day, Time(*_LATE, exact=False))),
    # Parts of the day of writing.
    ("MOMENT: late|early|later|earlier? last night", _fixed_part(-1, _NIGHT)),
    ("MOMENT: late|early|later|earlier? last evening", _fixed_part(-1, PARTS["evening"])),
    ("MOMENT: last morning", _fixed_part(-1, PARTS["morning"])),
    ("MOMENT: tonight|tonite", _fixed_part(0, _NIGHT)),
    ("MOMENT: overnight", _fixed_part(-1, (1080, 1980))),
    ("MOMENT: late|early|later|earlier? this <part>", lambda part: _relative_part(0)(_part(part))),
    ("MOMENT: TIME|TIMES this <part>", lambda time, part: _tied(time, part)),
    ("MOMENT: this <part> ,|at|around|from? TIME|TIMES", lambda part, t: _tied(t, part)),
    ("MOMENT: this <part> at|around BARECLOCK", lambda part, t: _tied(t, part)),
    ("MOMENT: last night at|around|about|,? TIME|TIMES", _fixed_part_time(-1, _NIGHT)),
    ("MOMENT: last night at|around|about BARECLOCK", _fixed_part_time(-1, _NIGHT)),
    ("MOMENT: TIME|TIMES last night", _fixed_part_time(-1, _NIGHT)),
    ("MOMENT: tonight at|around|about|from|,? TIME|TIMES", _fixed_part_time(0, _NIGHT)),
    ("MOMENT: tonight at|around|about BARECLOCK", _fixed_part_time(0, _NIGHT)),
    ("MOMENT: TIME ,? tonight", _fixed_part_time(0, _NIGHT)),
    ("MOMENT: overnight DAY", lambda day: _day_time(day, Time(-360, 540, exact=False))),
    ("MOMENT: overnight into|to DAY", lambda day: _day_time(day, Time(-360, 540, exact=False))),
    ("MOMENT: DAY overnight", lambda day: _day_time(day, Time(-360, 1980, exact=False))),
    # Parts of the day told last.
    ("MOMENT: that|same <part>", _context_part(0)),
    ("MOMENT: the same <part>", _context_part(0)),
    ("MOMENT: the next|following <part>", _context_part(1)),
    ("MOMENT: the previous <part>", _context_part(-1)),
    ("MOMENT: the <part> before", _context_part(-1)),
    ("MOMENT: the <part> after", _context_part(1)),
]


def _tied(time: Time, part: tuple[int, int]) -> Value | None:
    inside = _within(time, part)
    return _relative_part(0)(inside) if inside else None


def _week_part(offset: int, weekday: int, part: tuple[int, int]) -> Value:
    """ "Wednesday evening last week"."""

    def resolve(setting: Setting) -> Reading:
        monday, _ = around(setting.today, "week")
        return _part(part).on(days(monday + (weekday + 7 * offset) * DAY, 1, "published"))

    return resolve


def _small_hours(day: Value) -> Value:
    return _time_at(day, Time(*_HOURS, exact=False))
