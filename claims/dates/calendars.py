"""Rules for what the calendar names: days, months, years, holidays, seasons, decades."""

from __future__ import annotations

import dataclasses
import datetime

from claims.dates.chart import Builder
from claims.dates.holidays import EVENTS, HOLIDAYS, OfYear
from claims.dates.lexicon import SEASONS
from claims.dates.spans import (
    DAY,
    Reading,
    Setting,
    Value,
    around,
    days,
    find_weekday,
    month_end,
    safe_date,
    until,
)
from claims.records import Anchor

_NEAREST = 9
"""Years to look for one that has the day (29 February: 8 over a century's turn)."""
_SOON = datetime.timedelta(days=7)


@dataclasses.dataclass(frozen=True, slots=True)
class Calendar:
    """A day or month, with or without its year; a year."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __call__(self, setting: Setting) -> Reading | None:
        if self.year is not None:
            return self._in(self.year, "absolute")
        origin = setting.origin
        if self.month is None:
            return self._day_of_month(setting)
        if setting.nearest:
            either = [
                self(dataclasses.replace(setting, nearest=False, future=ahead))
                for ahead in (False, True)
            ]
            return min((r for r in either if r), key=lambda r: abs(r.day - origin), default=None)
        step = 1 if setting.future else -1
        for year in range(origin.year, origin.year + step * _NEAREST, step):
            reading = self._in(year, setting.origin_anchor)
            if reading is None:
                continue
            begun = reading.day <= origin
            over = (reading.end - DAY).date() < origin
            if (setting.future and not over) or (not setting.future and begun):
                return reading
        return None

    def _in(self, year: int, anchor: Anchor) -> Reading | None:
        if self.month is None:
            return until(datetime.date(year, 1, 1), datetime.date(year, 12, 31), anchor)
        if self.day is None:
            return until(datetime.date(year, self.month, 1), month_end(year, self.month), anchor)
        day = safe_date(year, self.month, self.day)
        return days(day, 1, anchor) if day else None

    def _day_of_month(self, setting: Setting) -> Reading | None:
        """ "The 21st": of this month or the nearest that fits."""
        origin = setting.origin
        step = 1 if setting.future else -1
        for offset in range(12):
            months = origin.year * 12 + origin.month - 1 + step * offset
            day = safe_date(months // 12, months % 12 + 1, self.day or 1)
            if day and (day >= origin if setting.future else day <= origin):
                return days(day, 1, setting.origin_anchor)
        return None

    def with_year_of(self, other: Value, *, before: bool) -> Calendar:
        """This one in the other's year, or the year beside it where the order asks for it."""
        if self.year is not None or self.month is None or not isinstance(other, Calendar):
            return self
        if other.year is None or other.month is None:
            return dataclasses.replace(self, year=other.year)
        mine, others = (self.month, self.day or 1), (other.month, other.day or 31)
        turn = (mine > others) if before else False
        return dataclasses.replace(self, year=other.year - turn)


@dataclasses.dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday, nothing more said: the latest or the next."""

    weekday: int

    def __call__(self, setting: Setting) -> Reading:
        day = find_weekday(setting.origin, self.weekday, future=setting.future)
        return days(day, 1, setting.origin_anchor)


@dataclasses.dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday, of a year or of the nearest."""

    of_year: OfYear
    year: int | None = None

    def __call__(self, setting: Setting) -> Reading | None:
        if self.year is not None:
            return days(self.of_year(self.year), 1, "absolute")
        origin = setting.origin
        found = [self.of_year(origin.year + offset) for offset in (-1, 0, 1)]
        if setting.future:
            return days(min(d for d in found if d >= origin), 1, setting.origin_anchor)
        # "The Halloween party" of a news text is this one's, also on the day before.
        soon = [d for d in found if origin < d <= origin + _SOON]
        past = max(d for d in found if d <= origin)
        return days(soon[0] if soon else past, 1, setting.origin_anchor)


def _month_day(month: int, day: int, year: int | None = None) -> Calendar | None:
    return Calendar(year, month, day) if 1 <= day <= 31 else None


def _day_month(day: int, month: int, year: int | None = None) -> Calendar | None:
    return _month_day(month, day, year)


def _weekday_first(weekday: int, day: Calendar) -> Calendar:
    del weekday  # the date decides; a weekday that does not fit is the writer's slip
    return day


def _weekday_first_of(weekday: int, month: int, day: int) -> Calendar | None:
    del weekday
    return _month_day(month, day)


def _weekday_last(day: Calendar, weekday: int) -> Calendar:
    del weekday
    return day


def _weekday_of_month(weekday: int, day: int) -> Value | None:
    """ "Monday the 21st": the nearest 21st that is a Monday."""
    if not 1 <= day <= 31:
        return None

    def resolve(setting: Setting) -> Reading | None:
        origin = setting.origin
        step = 1 if setting.future else -1
        for offset in range(48):
            months = origin.year * 12 + origin.month - 1 + step * offset
            found = safe_date(months // 12, months % 12 + 1, day)
            if not found or found.weekday() != weekday:
                continue
            if found >= origin if setting.future else found <= origin:
                return days(found, 1, setting.origin_anchor)
        return None

    return resolve


def _date(day: datetime.date) -> Calendar:
    return Calendar(day.year, day.month, day.day)


def _either(pair: tuple[datetime.date, datetime.date]) -> Value:
    """A numeric date that reads both ways: the likelier one, unless only it lies ahead."""
    likely, other = pair

    def resolve(setting: Setting) -> Reading:
        published = setting.published
        swap = published is not None and other <= published < likely and not setting.future
        return days(other if swap else likely, 1, "absolute")

    return resolve


def _month_and_day(pair: tuple[int, int], year: int | None = None) -> Calendar:
    return Calendar(year, *pair)


def _decade(first: int) -> Value:
    return lambda setting: until(
        datetime.date(first, 1, 1), datetime.date(first + 9, 12, 31), "absolute"
    )


def _century(ordinal: int) -> Value | None:
    if not 2 <= ordinal <= 22:
        return None
    first = 100 * (ordinal - 1)
    return lambda setting: until(
        datetime.date(first, 1, 1), datetime.date(first + 99, 12, 31), "absolute"
    )


def _season_in(season: tuple[tuple[int, int], tuple[int, int]], year: int) -> Reading:
    first, last = season
    return until(
        datetime.date(year, *first), datetime.date(year + (last < first), *last), "absolute"
    )


def _season_of_year(season: tuple[tuple[int, int], tuple[int, int]], year: int) -> Value:
    """Winter of a year: the one that begins and the one that ends in it."""
    reading = _season_in(season, year)
    if season[1] < season[0]:
        reading = dataclasses.replace(reading, start=_season_in(season, year - 1).start)
    return lambda setting: reading


def _season(which: str | None, season: tuple[tuple[int, int], tuple[int, int]]) -> Value:
    """The season of now, last or next; without a word, as the tense says."""

    def resolve(setting: Setting) -> Reading | None:
        origin = setting.today
        all_ = [_season_in(season, origin.year + offset) for offset in (-2, -1, 0, 1)]
        begun = [r for r in all_ if r.day <= origin]
        coming = [r for r in all_ if (r.end - DAY).date() >= origin]
        this_year = [r for r in all_ if r.day.year == origin.year]
        if which == "this" and SEASONS["winter"] != season:
            chosen = this_year[0]
        elif which == "last":
            chosen = [r for r in begun if r.end.date() <= origin][-1]
        elif which == "next" or (which is None and setting.future):
            chosen = coming[0]
        else:
            chosen = begun[-1]
        return dataclasses.replace(chosen, anchor="published")

    return resolve


def _name(which: str | None) -> Builder:
    return lambda season: _season(which, season)


def _relative_holiday(count: int) -> Builder:
    def build(holiday: Holiday) -> Value:
        def resolve(setting: Setting) -> Reading:
            origin = setting.today
            found = [holiday.of_year(origin.year + offset) for offset in (-1, 0, 1)]
            earlier = [d for d in found if d < origin]
            later = [d for d in found if d > origin]
            day = earlier[-1] if count < 0 else later[0]
            return days(day, 1, "published")

        return resolve

    return build


def _holiday_in(offset: int) -> Builder:
    def build(holiday: Holiday) -> Value:
        return lambda setting: days(holiday.of_year(setting.today.year + offset), 1, "published")

    return build


def _holiday_weekend(holiday: Holiday) -> Value:
    """From the Saturday, or the holiday before it, to the Sunday, or the holiday after it."""

    def resolve(setting: Setting) -> Reading | None:
        reading = holiday(setting)
        if reading is None:
            return None
        day = reading.day
        near = day if day.weekday() > 2 else day - datetime.timedelta(days=3)
        saturday, sunday = around(near, "weekend")
        return until(min(day, saturday), max(day, sunday), reading.anchor)

    return resolve


def _month_relative(offset: int) -> Builder:
    """ "Last May": of the calendar year before, or the latest one that is over."""

    def build(month: int) -> Value:
        def resolve(setting: Setting) -> Reading | None:
            today = setting.today
            if offset == 0:
                return until(
                    datetime.date(today.year, month, 1), month_end(today.year, month), "published"
                )
            year = today.year
            if offset < 0:
                year -= month >= today.month
            else:
                year += month <= today.month
            return until(datetime.date(year, month, 1), month_end(year, month), "published")

        return resolve

    return build


def _in_year(offset: int) -> Builder:
    """ "August 21 last year"."""

    def build(month: int, day: int | None = None) -> Value:
        def resolve(setting: Setting) -> Reading | None:
            reading = Calendar(setting.today.year + offset, month, day)(setting)
            return reading and dataclasses.replace(reading, anchor="published")

        return resolve

    return build


def _short_year(month: int, year: int) -> Calendar | None:
    """ "April of '87"."""
    return Calendar(1900 + year, month) if 30 <= year <= 99 else None


def tens_and_ones(tens: int, ones: int) -> int | None:
    """ "Twenty five"; ``None`` for words that make no number together."""
    return tens + ones if tens >= 20 and tens % 10 == 0 and ones < 10 else None


def _of_this_century(tens: int, ones: int) -> int | None:
    number = tens_and_ones(tens, ones)
    return 2000 + number if number else None


def spoken_year(century: int, tens: int, ones: int | None = None) -> int | None:
    """ "Nineteen eighty-four", "seventeen hundred thirty three"."""
    rest = tens if ones is None else tens_and_ones(tens, ones)
    return 100 * century + rest if 10 <= century <= 20 and rest and rest >= 10 else None


def _event(day: datetime.date) -> Builder:
    return lambda: _date(day)


def _holiday(of_year: OfYear) -> Builder:
    return lambda: Holiday(of_year)


RULES: list[tuple[str, Builder]] = [
    *((f"DAY: {name}", _event(day)) for name, day in EVENTS.items()),
    *((f"HOLIDAY: {name}", _holiday(of_year)) for name, of_year in HOLIDAYS.items()),
    ("HOLIDAY: <ord> of july", lambda n: Holiday(HOLIDAYS["independence day"]) if n == 4 else None),
    ("YEAR: <year>", lambda year: year),
    ("YEAR: <word> hundred? and? <word>", spoken_year),
    ("YEAR: <word> hundred? and? <word> -? <word>", spoken_year),
    ("YEAR: two thousand", lambda: 2000),
    ("YEAR: two thousand and? <word>", lambda n: 2000 + n),
    ("YEAR: two thousand and? <word> -? <word>", lambda a, b: _of_this_century(a, b)),
    ("ORD: <ord>", lambda n: n),
    ("ORD: <word> -? <ord>", lambda tens, n: tens + n if tens in (20, 30) and n < 10 else None),
    ("DOM: <num>", lambda n: n if 1 <= n <= 31 else None),
    ("DOM: ORD", lambda n: n if 1 <= n <= 31 else None),
    # Days of a month, American and British; the comma before the year is optional.
    ("DATE: <date>", _date),
    ("DATE: <either>", _either),
    ("DATE: <month> the? DOM ,|of|in? YEAR", _month_day),
    ("DATE: <month> , ORD", _month_day),
    ("DATE: <month> -|/ <num> -|/ YEAR", _month_day),
    ("DATE: <num> -|/ <month> -|/ YEAR", _day_month),
    ("DATE: YEAR -|/ <month> -|/ <num>", lambda y, m, d: _month_day(m, d, y)),
    ("DATE: the? DOM day? of? <month> ,|of|in? YEAR", _day_month),
    ("DATE: <month> the? DOM", _month_day),
    ("DATE: <month> WORDDAY", _month_day),
    ("DATE: <month> WORDDAY ,? YEAR", _month_day),
    ("DATE: WORDDAY <month> ,? YEAR", _day_month),
    ("DATE: <word> <month> ,? YEAR", _day_month),
    ("DATE: <month> <word> ,? YEAR", _month_day),
    ("DATE: <month> <ord> ,? YEAR", _month_day),
    ("DATE: <month> / <num>", _month_day),
    (
        "DATE: the? DOM of? <month> of '? <num>",
        lambda d, m, y: _day_month(d, m, 1900 + y) if 30 <= y <= 99 else None,
    ),
    ("DATE: the? DOM day? of? <month>", _day_month),
    ("DATE: <monthday> , YEAR", _month_and_day),
    ("WORDDAY: <word> -? <word>", lambda a, b: a + b if a == 20 and b < 10 else None),
    ("WORDDAY: <word> -? <ord>", lambda a, b: a + b if a in (20, 30) and b < 10 else None),
    ("DATE: <wday> ,|the|-? DATE", _weekday_first),
    ("DATE: this|next|last? <wday> ,|-|(? <month> -? <num> )?", _weekday_first_of),
    ("DATE: <wday> ( DATE )", _weekday_first),
    ("DATE: DATE ( <wday> )", _weekday_last),
    ("DATE: this|next|last <wday> ,|-? DATE", _weekday_first),
    ("DATE: this|next|last <wday> ( DATE )", _weekday_first),
    ("DATE: <wday> ,? <monthday>", lambda weekday, pair: _month_and_day(pair)),
    ("DAY: DATE", lambda value: value),
    ("SLASHDAY: <monthday>", _month_and_day),
    ("SLASHDAY: <monthday> / YEAR", lambda pair, year: _month_and_day(pair, year)),
    ("DAY: HOLIDAY", lambda value: value),
    ("DAY: HOLIDAY ,|of|in? YEAR", lambda h, year: Holiday(h.of_year, year)),
    ("DAY: HOLIDAY of? this year", _holiday_in(0)),
    ("DAY: HOLIDAY of? last year", _holiday_in(-1)),
    ("DAY: HOLIDAY of? next year", _holiday_in(1)),
    ("DAY: this|this year 's HOLIDAY", _holiday_in(0)),
    ("DAY: last year 's HOLIDAY", _holiday_in(-1)),
    ("DAY: last|previous|past HOLIDAY", _relative_holiday(-1)),
    ("DAY: next|following|coming HOLIDAY", _relative_holiday(1)),
    ("SPAN: HOLIDAY weekend", _holiday_weekend),
    ("SPAN: the? weekend of HOLIDAY", _holiday_weekend),
    ("SPAN: HOLIDAY weekend YEAR", lambda h, y: _holiday_weekend(Holiday(h.of_year, y))),
    ("SPAN: HOLIDAY YEAR weekend", lambda h, y: _holiday_weekend(Holiday(h.of_year, y))),
    ("SPAN: the? weekend of HOLIDAY YEAR", lambda h, y: _holiday_weekend(Holiday(h.of_year, y))),
    ("DAY: <wday>", Weekday),
    ("DAY: <wday> the ORD", _weekday_of_month),
    ("BAREDAY: <wday> DOM", _weekday_of_month),
    ("BAREDAY: ORD", lambda n: Calendar(day=n) if 1 <= n <= 31 else None),
    ("BAREDAY: the ORD", lambda n: Calendar(day=n) if 1 <= n <= 31 else None),
    # Months, years and longer.
    ("MONTH: <month> ,|of|in|-|/? YEAR", lambda month, year: Calendar(year, month)),
    ("MONTH: <month> of '? <num>", _short_year),
    ("MONTH: YEAR -? <month>", lambda year, month: Calendar(year, month)),
    ("MONTH: <month>", lambda month: Calendar(month=month)),
    ("MONTH: this <month>", _month_relative(0)),
    ("MONTH: <month> ,|of? this year", _in_year(0)),
    ("MONTH: <month> ,|of? last year", _in_year(-1)),
    ("MONTH: <month> ,|of? next year", _in_year(1)),
    ("DATE: <month> DOM ,|of? this year", _in_year(0)),
    ("DATE: <month> DOM ,|of? last year", _in_year(-1)),
    ("DATE: <month> DOM ,|of? next year", _in_year(1)),
    ("MONTH: last|past <month>", _month_relative(-1)),
    ("MONTH: next|coming <month>", _month_relative(1)),
    ("SPAN: MONTH", lambda value: value),
    ("SPAN: YEARSPAN", lambda value: value),
    ("YEARSPAN: the? year of? YEAR", lambda year: Calendar(year)),
    ("BAREYEAR: YEAR", lambda year: Calendar(year)),
    ("SPAN: the? <decade>", _decade),
    ("SPAN: the? YEAR s", lambda year: _decade(year) if year % 10 == 0 else None),
    ("SPAN: the? ORD century", _century),
    ("SPAN: the? <season> ,|of|in? YEAR", _season_of_year),
    ("SPAN: this <season>", _name("this")),
    ("SPAN: last|past|previous <season>", _name("last")),
    ("SPAN: next|coming <season>", _name("next")),
    ("BARESEASON: the <season>", _name(None)),
]
