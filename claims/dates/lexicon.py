"""Words of dates: what each token may be.

Months, weekdays and their abbreviations are those of the AP Stylebook and of plain usage.
Hours of the parts of a day are wider than those of Recognizers-Text ("morning" 8 to 12): police
reports call 2 a.m. the morning, and Saturday night lasts until Sunday's dawn. Bounds of vague
counts are the widest in common use; a wider interval can only keep a conflict from being seen.
"""

from __future__ import annotations

import datetime
import re
from typing import Any

from claims.dates.chart import Lexeme

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday weds wed",
            "thursday thurs thur thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
UNITS = {
    form: unit
    for unit, forms in {
        "minute": "minute minutes min mins",
        "hour": "hour hours hr hrs",
        "day": "day days",
        "week": "week weeks",
        "fortnight": "fortnight fortnights",
        "weekend": "weekend",
        "month": "month months",
        "quarter": "quarter quarters",
        "year": "year years",
        "decade": "decade decades",
        "century": "century centuries",
    }.items()
    for form in forms.split()
}
_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
NUMBERS = {word: n for n, word in enumerate(_ONES, start=1)} | {
    word: 10 * n for n, word in enumerate(_TENS, start=2)
}
ORDINALS = {word: n for n, word in enumerate(_ORDINALS, start=1)} | {"thirtieth": 30}
FEW = {"couple": (2, 3), "few": (2, 5), "several": (3, 7), "some": (2, 7), "many": (4, 12)}
"""Fewest and most of a vague count."""
SEASONS = {
    "spring": ((3, 1), (6, 20)),
    "summer": ((6, 1), (9, 22)),
    "autumn": ((9, 1), (12, 21)),
    "fall": ((9, 1), (12, 21)),
    "winter": ((12, 1), (3, 20)),
}
"""First and last day: meteorological and astronomical season together, northern half."""
PARTS = {
    "dawn": (240, 480),
    "sunrise": (240, 480),
    "daybreak": (240, 480),
    "morning": (0, 720),
    "midday": (660, 840),
    "noon": (720, 721),
    "noontime": (660, 840),
    "lunchtime": (660, 840),
    "afternoon": (720, 1080),
    "dusk": (960, 1260),
    "sunset": (960, 1260),
    "evening": (960, 1440),
    "night": (1080, 1800),
    "nighttime": (1080, 1800),
    "midnight": (1380, 1500),
}
"""From and up to, in minutes from the midnight a day begins with."""
DECADES = {
    word: 1900 + 10 * n
    for n, word in enumerate(
        "twenties thirties forties fifties sixties seventies eighties nineties".split(), start=2
    )
}

TRIGGERS = frozenset(
    "today yesterday tomorrow tonight tonite overnight date workweek christmas easter "
    "thanksgiving halloween juneteenth "
    "earth veterans labor memorial independence boxing armistice bastille columbus mlk martin "
    "q1 q2 q3 q4 h1 h2 valentine valentines mother mothers father fathers presidents saint "
    "cinco cyber".split()
)
"""Words that may make a date without any word of the classes."""

_TOKEN = re.compile(
    r"""
    \d{4}-\d{1,2}-\d{1,2}(?![\d-])              # 2016-08-15
  | \d{4}/\d{1,2}/\d{1,2}(?![\d/])
  | \d{1,2}([/.-])\d{1,2}\1\d{4}(?![\d])        # 8/15/2016, 15.08.2016
  | \d{1,2}/\d{1,2}(?:/\d{2})?(?![\d/])         # 8/15, 8/15/16
  | \d{1,2}[:.]\d{2}(?::\d{2})?(?![\d:]|\.\d)   # 18:30, 6.30
  | \d{1,2}(?:st|nd|rd|th)\b
  | '?\d0s\b | \d{3}0'?s\b                      # 1990s, '90s
  | \d+(?:,\d{3})*(?:\.\d+)?
  | [ap]\.\s?m\b\.? | [ap]m\b\.?
  | o'clock\b
  | [qh][1-4](?=\b|-)
  | [^\W\d_]+
  | 's\b
  | \S
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ABBREVIATED = re.compile(r"\.(?=\s*(?:\d|,|-|[a-z]|\Z))")
_YEAR = re.compile(r"1[0-9]{3}|2[01][0-9]{2}")
_THIS_CENTURY = 40
"""Years of two digits below it are of this century: 03/18/40 is a day of birth."""
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)", re.IGNORECASE)
_DECADE = re.compile(r"'?((?:1[89]|20)?\d0)'?s", re.IGNORECASE)
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?::\d{2})?")
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
_NUMERIC = re.compile(r"(\d{1,2})([/.-])(\d{1,2})(?:[/.-](\d{2}|\d{4}))?")
_WORDS: dict[str, list[tuple[str, Any]]] = {}
for _name, _table in (
    ("<month>", MONTHS),
    ("<wday>", WEEKDAYS),
    ("<unit>", UNITS),
    ("<units>", {form: unit for form, unit in UNITS.items() if form.endswith("s")}),
    ("<word>", NUMBERS),
    ("<ord>", ORDINALS),
    ("<few>", FEW),
    ("<season>", SEASONS),
    ("<part>", PARTS),
    ("<decade>", DECADES),
):
    for _word, _value in _table.items():
        _WORDS.setdefault(_word, []).append((_name, _value))


def lexemes(text: str) -> list[Lexeme]:
    """The tokens of a sentence in order; every character but white space is in one."""
    found = []
    place = 0
    while match := _TOKEN.search(text, place):
        start, end = match.span()
        low = match[0].lower()
        if (low in MONTHS or low in WEEKDAYS) and len(low) <= 5 and _ABBREVIATED.match(text, end):
            end += low not in ("march", "april", "may", "june", "july")
        found.append(Lexeme(text[start:end], low, start, end, classes(low)))
        place = end
    return found


def classes(low: str) -> tuple[tuple[str, Any], ...]:
    """What a token in lower case may be: names of classes with their values."""
    if low in _WORDS:
        return tuple(_WORDS[low])
    if low[0] in "ap" and re.fullmatch(r"[ap]\.?\s?m\.?", low):
        return (("<ampm>", low[0]),)
    if low[0].isdecimal() or low[0] == "'":
        return tuple(_numeric(low))
    return ()


def _numeric(low: str) -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    if re.fullmatch(r"[0-9]{1,4}", low):
        found.append(("<num>", int(low)))
        if _YEAR.fullmatch(low):
            found.append(("<year>", int(low)))
    elif match := _ORDINAL.fullmatch(low):
        found.append(("<ord>", int(match[1])))
    elif match := _DECADE.fullmatch(low):
        first = int(match[1])
        found.append(("<decade>", first if first > 99 else first + (1900 if first > 20 else 2000)))
    elif match := _ISO.fullmatch(low):
        found += _date(int(match[1]), int(match[2]), int(match[3]))
    if match := _CLOCK.fullmatch(low):
        hour, minute = int(match[1]), int(match[2])
        if hour < 25 and minute < 60:
            found.append(("<clock>" if ":" in low else "<dotclock>", hour % 24 * 60 + minute))
    if match := _NUMERIC.fullmatch(low):
        found += _day_and_month(int(match[1]), int(match[3]), match[4], match[2])
    return found


def _date(year: int, month: int, day: int) -> list[tuple[str, Any]]:
    try:
        return [("<date>", datetime.date(year, month, day))]
    except ValueError:
        return []


def _day_and_month(first: int, second: int, year: str | None, mark: str) -> list[tuple[str, Any]]:
    """Month first with slashes, as in the US, day first with dots and hyphens; the other order
    where only that gives a date."""
    month, day = (first, second) if first <= 12 else (second, first)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return []
    if year is None:
        return [("<monthday>", (month, day))]
    full = int(year)
    if len(year) == 2:
        full += 2000 if full < _THIS_CENTURY else 1900
    found = _date(full, month, day)
    if found and day <= 12 and day != month:
        pair = (found[0][1], datetime.date(full, day, month))
        return [("<either>", pair if mark == "/" else pair[::-1])]
    return found
