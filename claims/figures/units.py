"""Units of measure and money: words to pint's spelling or an ISO code, and their conversion."""

from __future__ import annotations

import functools
import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.figures.number_words import LARGE_SUM
from claims.figures.words import word_set

if TYPE_CHECKING:
    from pint import UnitRegistry

_UNITS: dict[str, str] = {
    "kilometer": "km kms kilometer kilometers kilometre kilometres",
    "meter": "meter meters metre metres m",
    "centimeter": "cm centimeter centimeters centimetre centimetres",
    "millimeter": "mm millimeter millimeters millimetre millimetres",
    "mile": "mile miles",
    "yard": "yard yards yd yds",
    "foot": "foot feet ft",
    "inch": "inch inches",
    "nautical_mile": "nautical-mile nautical-miles",
    "hectare": "hectare hectares ha",
    "acre": "acre acres",
    "kilometer ** 2": "square-kilometer square-kilometers square-kilometre square-kilometres",
    "mile ** 2": "square-mile square-miles",
    "meter ** 2": "square-meter square-meters square-metre square-metres",
    "foot ** 2": "square-foot square-feet",
    "ton": "ton tons",
    "metric_ton": "tonne tonnes metric-ton metric-tons",
    "kilogram": "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes",
    "gram": "gram grams gramme grammes",
    "pound": "lb lbs",
    "liter": "liter liters litre litres",
    "gallon": "gallon gallons",
    "kilometer / hour": "kph kmh",
    "mile / hour": "mph",
    "degree": "degree degrees",
    "degree_Celsius": "celsius degrees-celsius degree-celsius",
    "degree_Fahrenheit": "fahrenheit degrees-fahrenheit degree-fahrenheit",
    "megawatt": "megawatt megawatts mw",
    "percent": "percent pct percentage-point percentage-points per-cent",
    "second": "second seconds",
    "minute": "minute minutes",
    "hour": "hour hours hr hrs",
    "day": "day days",
    "week": "week weeks",
    "month": "month months",
    "year": "year years yr yrs",
    "decade": "decade decades",
    "century": "century centuries",
}
UNIT_WORDS: dict[str, str] = {
    word: unit for unit, words in _UNITS.items() for word in words.split()
}

DURATIONS = word_set("second minute hour day week month year decade century")

_MONEY_WORDS: dict[str, str] = {
    "USD": "dollar dollars buck bucks usd us-dollar us-dollars",
    "CAD": "canadian-dollar canadian-dollars cad",
    "AUD": "australian-dollar australian-dollars aud",
    "HKD": "hong-kong-dollar hong-kong-dollars hkd",
    "MXN": "mexican-peso mexican-pesos mxn",
    "EUR": "euro euros eur",
    "GBP": "pounds-sterling british-pounds sterling gbp",
    "JPY": "yen japanese-yen jpy",
    "CNY": "yuan chinese-yuan renminbi rmb cny",
    "RUB": "ruble rubles rouble roubles rub",
    "INR": "rupee rupees indian-rupees inr",
    "TRY": "lira liras turkish-lira turkish-liras",
    "SYP": "syrian-pound syrian-pounds",
    "LBP": "lebanese-pound lebanese-pounds",
    "EGP": "egyptian-pound egyptian-pounds",
    "ILS": "shekel shekels",
    "ZAR": "rand rands south-african-rand",
    "NGN": "naira nairas",
    "GHS": "cedi cedis",
    "KES": "kenyan-shilling kenyan-shillings",
    "CHF": "swiss-franc swiss-francs chf",
    "FRF": "franc francs french-franc french-francs",
    "DEM": "mark marks deutsche-marks deutschmarks",
    "ESP": "peseta pesetas",
    "FIM": "finnish-markka markka",
    "NLG": "guilder guilders dutch-guilders",
    "ITL": "italian-lire lire",
    "SEK": "swedish-kronor kronor sek",
    "KRW": "won south-korean-won krw",
    "SAR": "riyal riyals saudi-riyals",
    "IQD": "dinar dinars iraqi-dinars",
    "BTC": "bitcoin bitcoins btc",
}
MONEY_WORDS: dict[str, str] = {
    word: code for code, words in _MONEY_WORDS.items() for word in words.split()
}
HUNDREDTHS: dict[str, str] = {
    "cent": "USD",
    "cents": "USD",
    "pence": "GBP",
    "penny": "GBP",
    "p": "GBP",
}
"""Coins: the amount is a hundredth of the currency's."""

_SIGNS = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₺": "TRY",
    "₿": "BTC",
    "₪": "ILS",
    "₩": "KRW",
}
_DOLLARS = {
    "us": "USD",
    "u.s.": "USD",
    "u.s": "USD",
    "u . s .": "USD",
    "c": "CAD",
    "ca": "CAD",
    "cad": "CAD",
    "a": "AUD",
    "au": "AUD",
    "aud": "AUD",
    "hk": "HKD",
    "nz": "NZD",
    "usd": "USD",
    "s": "SGD",
    "mxn": "MXN",
}
_BEFORE = re.compile(
    r"(?:(?<![\w.])(us|u\.s\.?|u \. s \.|ca?d?|au?d?|hkd?|nzd?|usd|s|mxn)\s?)?([$€£¥₹₽₺₿₪₩])\s?$"
    r"|(?<!\w)(usd|eur|gbp|jpy|cny|rmb|rub|chf|aud|cad|zar|ngn)\s?$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z]+")
_LETTERS = {"R": "ZAR", "Rs": "INR", "Rs.": "INR"}
_LETTER = re.compile(r"(?<![\w-])(Rs\.?|R)\s?$")
_LENGTHENED = re.compile(
    r"\s(?:full|whole|long|straight|solid|consecutive|entire|successive)\s(?P<unit>[a-z]+)\b"
)
"""What may stand between a number and a unit of time: "two full days"."""


def money_before(text: str, start: int) -> tuple[int, str] | None:
    """Start and ISO code of the currency sign that ends where a number begins, or ``None``."""
    base = max(0, start - 10)
    match = _BEFORE.search(text[base:start])
    if match is None:
        letter = _LETTER.search(text[base:start])
        if letter is None or not LARGE_SUM.match(text, start):
            return None
        return base + letter.start(), _LETTERS[letter[1]]
    if code := match[3]:
        return base + match.start(), MONEY_WORDS.get(code.lower(), code.upper())
    country, sign = (match[1] or "").lower(), match[2]
    code = _DOLLARS.get(country, "USD") if sign == "$" else _SIGNS[sign]
    begin = match.start() if sign == "$" or not match[1] else match.start(2)
    return base + begin, code


def unit_after(text: str, end: int) -> tuple[int, str, float] | None:
    """End, unit and factor of the unit that follows a number, or ``None``.

    The longest spelling wins ("square miles" before "square"); a hyphen may join
    ("six-year"). Money in hundredths has the factor 0.01.
    """
    tail = text[end : end + 40]
    if match := re.match(r"\s?%", tail):
        return end + match.end(), "percent", 1.0
    if match := re.match(r"\s?([€$£¥₹₽₺])(?!\s?\d)", tail):
        return end + match.end(), _SIGNS[match[1]], 1.0
    if (match := _LENGTHENED.match(tail)) and UNIT_WORDS.get(match["unit"]) in DURATIONS:
        return end + match.end(), UNIT_WORDS[match["unit"]], 1.0
    words = list(_WORD.finditer(tail))[:3]
    if not words or tail[: words[0].start()] not in ("", " ", "-", " - ", "  "):
        return None
    if match := re.match(
        r"\s?(km|kilometers|kilometres|miles)\s?(?:/|per |an )\s?(?:h|hour)\b", tail
    ):
        return end + match.end(), f"{UNIT_WORDS[match[1]]} / hour", 1.0
    for count in range(len(words), 0, -1):
        last = words[count - 1]
        if any(tail[a.end() : b.start()] not in (" ", "-") for a, b in _pairs(words[:count])):
            continue
        found = _look_up("-".join(w.group() for w in words[:count]).lower(), tail, words[0])
        if found:
            return end + last.end(), *found
    return None


def _pairs(words: list[re.Match[str]]) -> list[tuple[re.Match[str], re.Match[str]]]:
    return list(pairwise(words))


def _look_up(key: str, tail: str, first: re.Match[str]) -> tuple[str, float] | None:
    if key in ("pound", "pounds"):
        weighs = re.match(r"\s+(?:of|bomb|man)\b", tail[first.end() :])
        return ("pound", 1.0) if weighs else ("GBP", 1.0)
    if key in ("m", "p", "ha") and first.start() > 1:
        return None
    if key in HUNDREDTHS:
        return HUNDREDTHS[key], 0.01
    unit = UNIT_WORDS.get(key) or MONEY_WORDS.get(key)
    return (unit, 1.0) if unit else None


def is_money(unit: str) -> bool:
    """Whether a unit is an ISO code of money."""
    return len(unit) == 3 and unit.isupper()


@functools.cache
def _registry() -> UnitRegistry[float]:
    import pint

    return pint.UnitRegistry()


@functools.lru_cache(maxsize=4096)
def in_base_units(value: float, unit: str) -> tuple[float, str]:
    """A measure in pint's base units, with the name of those; money and shares as they are.

    An unknown unit stays itself, so that it is comparable with itself only.
    """
    if is_money(unit) or unit in ("", "percent"):
        return value, unit
    import pint

    registry = _registry()
    try:
        base = registry.Quantity(value, unit).to_base_units()
    except pint.errors.PintError:
        return value, unit
    return float(base.magnitude), str(base.units)
