"""Holidays news texts date things by: fixed, or computed from the year.

Movable ones of the US by 5 U.S.C. 6103; Easter by dateutil (Western). Days of a lunar calendar
are left out: their date differs from country to country by the sighting of the moon.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable

from dateutil.easter import easter

from claims.dates.spans import find_weekday

OfYear = Callable[[int], datetime.date]


def _fixed(month: int, day: int) -> OfYear:
    return lambda year: datetime.date(year, month, day)


def _nth(month: int, weekday: int, count: int) -> OfYear:
    """The ``count``-th such weekday of the month."""

    def compute(year: int) -> datetime.date:
        first = find_weekday(datetime.date(year, month, 1), weekday, future=True)
        return first + datetime.timedelta(weeks=count - 1)

    return compute


def _easter(offset: int) -> OfYear:
    return lambda year: easter(year) + datetime.timedelta(days=offset)


def _after(base: OfYear, offset: int) -> OfYear:
    return lambda year: base(year) + datetime.timedelta(days=offset)


def _memorial_day(year: int) -> datetime.date:
    return find_weekday(datetime.date(year, 5, 31), 0, future=False)


_THANKSGIVING = _nth(11, 3, 4)

HOLIDAYS: dict[str, OfYear] = {
    "new year 's day": _fixed(1, 1),
    "new year day": _fixed(1, 1),
    "new year": _fixed(1, 1),
    "new year 's": _fixed(1, 1),
    "new year 's eve": _fixed(12, 31),
    "martin luther king day": _nth(1, 0, 3),
    "martin luther king jr . day": _nth(1, 0, 3),
    "mlk day": _nth(1, 0, 3),
    "valentine 's day": _fixed(2, 14),
    "valentines day": _fixed(2, 14),
    "presidents ' day": _nth(2, 0, 3),
    "presidents day": _nth(2, 0, 3),
    "saint patrick": _fixed(3, 17),
    "saint patrick 's day": _fixed(3, 17),
    "st . patrick 's day": _fixed(3, 17),
    "good friday": _easter(-2),
    "easter": _easter(0),
    "easter sunday": _easter(0),
    "easter monday": _easter(1),
    "ash wednesday": _easter(-46),
    "palm sunday": _easter(-7),
    "whit monday": _easter(50),
    "earth day": _fixed(4, 22),
    "cinco de mayo": _fixed(5, 5),
    "may day": _fixed(5, 1),
    "international workers ' day": _fixed(5, 1),
    "mother 's day": _nth(5, 6, 2),
    "mothers day": _nth(5, 6, 2),
    "memorial day": _memorial_day,
    "father 's day": _nth(6, 6, 3),
    "fathers day": _nth(6, 6, 3),
    "juneteenth": _fixed(6, 19),
    "independence day": _fixed(7, 4),
    "bastille day": _fixed(7, 14),
    "labor day": _nth(9, 0, 1),
    "columbus day": _nth(10, 0, 2),
    "halloween": _fixed(10, 31),
    "halloween night": _fixed(10, 31),
    "veterans day": _fixed(11, 11),
    "veterans ' day": _fixed(11, 11),
    "armistice day": _fixed(11, 11),
    "thanksgiving": _THANKSGIVING,
    "thanksgiving day": _THANKSGIVING,
    "black friday": _after(_THANKSGIVING, 1),
    "cyber monday": _after(_THANKSGIVING, 4),
    "christmas": _fixed(12, 25),
    "christmas day": _fixed(12, 25),
    "christmas eve": _fixed(12, 24),
    "boxing day": _fixed(12, 26),
}
"""Names, their tokens parted by blanks."""

EVENTS: dict[str, datetime.date] = {
    "9/11": datetime.date(2001, 9, 11),
    "september 11 attacks": datetime.date(2001, 9, 11),
    "september 11 terrorist attacks": datetime.date(2001, 9, 11),
    "sept . 11 attacks": datetime.date(2001, 9, 11),
    "sept 11 attacks": datetime.date(2001, 9, 11),
    "sept 11 terrorist attacks": datetime.date(2001, 9, 11),
}
"""Days that are the name of one event, whatever the year of writing."""
