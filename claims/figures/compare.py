"""Whether two figures can be one number, are rivals, and count the same kind of thing."""

from __future__ import annotations

import functools
import math
import re
from typing import Literal

from claims.figures.bounds import BEFORE
from claims.figures.changes import EARLIER
from claims.figures.kinds import kinship
from claims.figures.numerals import numerals
from claims.figures.scopes import MANNERS, PER_SIDE, SIDES
from claims.figures.units import in_base_units, is_money
from claims.records import Figure

Comparison = Literal["same", "subset", "other", "unknown"]

_TOLERANCE = 0.05
"""Measures and shares are rounded when converted: 18 km and 11 miles are one distance."""

_STRICT = ("more than", "over ", "above", "exceed", "surpass", "in excess", "upward", "plus", "+")
"""Words that round down ("more than 80" for 82); "at least 58" is a count so far."""

_SHORT_OF = re.compile(
    rf"\b(?:{'|'.join(word for word, way in BEFORE.items() if way == 'short of')})\b", re.IGNORECASE
)
"""Words that leave out the number they name from above."""


def overlap(a: Figure, b: Figure) -> bool:
    """Whether both can be the same number, given how exactly each is stated.

    Units are converted first; figures of different dimensions never overlap. An exact round
    number from 1,000 up stands for what rounds to it (50,000 and 49,821 overlap).
    """
    return _meet(_widened(a), _widened(b), a, b)


def rival(a: Figure, b: Figure) -> bool:
    """Whether the two would clash if they counted the same thing at the same time.

    Stricter than ``overlap``: two sources that say "at least 58" and 70 on one evening give
    rival counts, though 70 is at least 58. What is only rounded down or vague ("more than 80"
    and 82, "dozens" and 31, "about 40" and 42) is no rival.
    """
    first, second = _stated(a), _stated(b)
    if _both_rounded_down(a, b):
        # "More than 80" and "more than 100" leave out where they touch.
        return not (first[0] < (second[1] or math.inf) and second[0] < (first[1] or math.inf))
    return not _meet(first, second, a, b)


def _both_rounded_down(a: Figure, b: Figure) -> bool:
    open_ = a.high is None and b.high is None and not a.unit and not b.unit
    return open_ and rounded_down(a) and rounded_down(b)


def can_be_one(a: Figure, b: Figure) -> bool:
    """Whether the two can be one number and are no rivals; what is counted of each of two sides is
    never the sum of both."""
    first, second = (PER_SIDE.fullmatch(figure.scope) is not None for figure in (a, b))
    return first == second and overlap(a, b) and not rival(a, b)


def comparable(a: Figure, b: Figure) -> Comparison:
    """How what ``a`` measures stands to what ``b`` measures; what befell it is not looked at.

    ``same``: one kind of thing, or one dimension (18 km, 11 miles); ``subset``: one is among
    the other (children among civilians), by noun or by a scope that narrows only one of them
    (a part, "on each side"; unless the numbers are one "foreign", "executed", "on both sides" too);
    ``other``: not to be compared; ``unknown``: a noun is missing or in no table, one of them is
    somebody named or pointed at, or a value that its own text calls past.
    """
    if a.unit or b.unit:
        return _comparable_units(a, b)
    if _pointed(a) or _pointed(b):
        return _one_person(a, b)
    if (a.scope == EARLIER) != (b.scope == EARLIER):
        return "unknown"
    found = kinship(a.noun, b.noun)
    if found != "same":
        return found
    if _is_part(a) != _is_part(b):
        return "subset"
    first, second = _narrowing(a), _narrowing(b)
    if first == second or can_be_one(a, b):
        return "same"
    return "other" if first and second else "subset"


_COUNTED_ONE = re.compile(r"(?:an?|another|one|1|no|none|nobody)\b", re.IGNORECASE)
_POINTING = re.compile(
    r"(?:the|this|that|his|her|their|my|our|your|its|himself|herself|suicide)\b|[^\s']+(?:\s[^\s']+)*'s\b",
    re.IGNORECASE,
)


def _pointed(figure: Figure) -> bool:
    """Whether a one is somebody named or pointed at ("Ann Lee", "the girl"), and no count."""
    if not figure.low == figure.high == 1 or _COUNTED_ONE.match(figure.text):
        return False
    named = figure.text[:1].isupper() and figure.noun == "person"
    return named or _POINTING.match(figure.text) is not None


def _one_person(a: Figure, b: Figure) -> Comparison:
    """Two who are named can be told apart by their names; nobody else can."""
    names = [set(f.text.casefold().split()) for f in (a, b)]
    named = a.text[:1].isupper() and b.text[:1].isupper() and a.noun == b.noun == "person"
    if not named or not (_pointed(a) and _pointed(b)):
        return "unknown"
    return "same" if names[0] <= names[1] or names[1] <= names[0] else "other"


def _narrowing(figure: Figure) -> str:
    """The scope where it names some of the counted by themselves: "foreign", "executed"."""
    scope = figure.scope.casefold()
    own = bool(scope) and scope in figure.text.casefold()
    return scope if own or MANNERS.fullmatch(scope) or SIDES.fullmatch(scope) else ""


def _comparable_units(a: Figure, b: Figure) -> Comparison:
    if not (a.unit and b.unit) or (a.role == "age") != (b.role == "age"):
        return "other"
    if a.unit == b.unit or in_base_units(1, a.unit)[1] == in_base_units(1, b.unit)[1]:
        if a.unit == "percent" or a.role == "age":
            return kinship(a.noun, b.noun) if a.noun.lower() != b.noun.lower() else "same"
        return "same"
    return "other"


def _is_part(figure: Figure) -> bool:
    return figure.scope.startswith("of ")


def _meet(
    a: tuple[float, float | None], b: tuple[float, float | None], fa: Figure, fb: Figure
) -> bool:
    if fa.unit or fb.unit:
        if not (fa.unit and fb.unit):
            return False
        (low_a, kind_a), (low_b, kind_b) = (
            in_base_units(a[0], fa.unit),
            in_base_units(b[0], fb.unit),
        )
        if kind_a != kind_b:
            return False
        high_a = None if a[1] is None else in_base_units(a[1], fa.unit)[0]
        high_b = None if b[1] is None else in_base_units(b[1], fb.unit)[0]
        if fa.unit != fb.unit and not is_money(fa.unit):
            high_a = None if high_a is None else high_a * (1 + _TOLERANCE)
            high_b = None if high_b is None else high_b * (1 + _TOLERANCE)
        a, b = (low_a, high_a), (low_b, high_b)
    return (b[1] is None or a[0] <= b[1]) and (a[1] is None or b[0] <= a[1])


def _widened(figure: Figure) -> tuple[float, float | None]:
    low, high = figure.low, figure.high
    if figure.bound == "exact" and low == high and not figure.unit and low >= 1000:
        half = rounding_step(low) / 2 if significant_digits(low) <= 2 else 0
        return low - half, low + half
    return (_base(figure), None) if figure.bound == "at_least" and high is None else (low, high)


@functools.lru_cache(maxsize=1 << 14)
def _base(figure: Figure) -> float:
    """The number as written: 150 of "more than 150", which counts from 151."""
    if figure.unit or not rounded_down(figure):
        return figure.low
    named = {numeral.value for numeral in numerals(figure.text)}
    return figure.low - 1 if figure.low not in named and figure.low - 1 in named else figure.low


def rounded_down(figure: Figure) -> bool:
    """Whether it is told by a number that it is above: "more than 80", "80+"."""
    return any(word in figure.text.lower() for word in _STRICT)


def _stated(figure: Figure) -> tuple[float, float | None]:
    """The interval a reader takes from the words, closed where "at least" leaves it open."""
    if figure.bound != "at_least" or figure.high is not None:
        return _widened(figure)
    base = _base(figure)
    if rounded_down(figure):
        # From the number itself on: one outlet's 150 is another's "more than 150".
        return base, max(figure.low, base + min(rounding_step(base), base / 2))
    half = rounding_step(figure.low) / 2
    if figure.low >= 1000 and significant_digits(figure.low) <= 2:
        return figure.low - half, figure.low + half
    return figure.low, figure.low


def written(figure: Figure) -> tuple[float, float | None]:
    """The ends with the number that its words name: 80 of "more than 80", which counts from 81,
    and 50 of "fewer than 50"."""
    high = figure.high
    if (
        high is not None
        and figure.bound == "at_most"
        and not figure.unit
        and _SHORT_OF.search(figure.text)
    ):
        high += 1
    return _base(figure), high


def significant_digits(value: float) -> int:
    """Digits before the closing zeros: 2 for 50,000 and 1300, 3 for 124,000; 0 for zero."""
    digits = f"{abs(value):.0f}".rstrip("0")
    return len(digits)


def rounding_step(value: float) -> float:
    """The step a writer rounds to: 10 for 80, 100 for 1300, 5 for 35, 1 for 82."""
    if value <= 0 or not float(value).is_integer():
        return 1
    zeros = len(f"{value:.0f}") - len(f"{value:.0f}".rstrip("0"))
    step = math.pow(10, zeros)
    return 5 if step == 1 and value % 5 == 0 and value > 10 else step
