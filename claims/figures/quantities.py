"""Numbers with the words that bound them: "nearly 50,000", "15 to 20", "dozens", "at least".

A quantity is a numeral, a vague word or a pair of numerals, widened by the words around it to
an interval and a bound. What is counted is none of this file's business.
"""

from __future__ import annotations

import dataclasses
import math
import re

from claims.figures.numerals import Numeral, numerals
from claims.records import Bound

_NEAR = 0.1
""" "About 40" is taken as 36 to 44: one part in ten, at least one."""

VAGUE: dict[str, tuple[float, float | None]] = {
    "a couple": (2, 3),
    "a few": (2, 9),
    "several": (3, 12),
    "a handful": (2, 10),
    "dozens": (20, 199),
    "scores": (20, 199),
    "hundreds": (200, 1_999),
    "thousands": (2_000, 19_999),
    "tens of thousands": (20_000, 199_999),
    "hundreds of thousands": (200_000, 1_999_999),
    "millions": (2_000_000, 19_999_999),
    "tens of millions": (20_000_000, 199_999_999),
    "hundreds of millions": (200_000_000, None),
    "billions": (2e9, None),
    "many": (3, None),
    "numerous": (3, None),
    "multiple": (2, None),
    "a number": (2, None),
    "both": (2, 2),
    "a pair": (2, 2),
}
"""What a vague word can stand for; generous at the upper end (a paper says "dozens" of 120)."""

_VAGUE_SCALED = {"several": (3, 9), "a few": (2, 5), "a couple": (2, 2.5), "a couple of": (2, 2.5)}
""" "several hundred", "a few dozen": times the scale."""

SHARES: dict[str, tuple[float, float]] = {
    "most": (50, 100),
    "the majority": (50, 100),
    "a majority": (50, 100),
    "the bulk": (50, 100),
    "all": (100, 100),
}
"""Shares without a number, in percent."""

_SCALE_WORD = {"dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9}


def _any(words: dict[str, object] | list[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=len)[::-1])


_VAGUE_RE = re.compile(
    rf"\b(?P<scaled>several|a\s+few|a\s+couple(?:\s+of)?)\s+(?P<scale>dozen|hundred|thousand|million"
    rf"|billion)\b|\b(?P<word>{_any(dict.fromkeys(VAGUE))})\b",
    re.IGNORECASE,
)
_SHARE_RE = re.compile(
    rf"\b(?P<word>{_any(dict.fromkeys(SHARES))})(?=\s+of\b)|\b(?P<bare>most|all)\b", re.IGNORECASE
)
_RATIO_RE = re.compile(r"\s+(?:in|out\s+of)\s+(?:every\s+)?$", re.IGNORECASE)

# Words before a number. Longest first; each gives the way the interval is bent.
BEFORE: dict[str, str] = {
    **dict.fromkeys(
        ["at least", "no fewer than", "no less than", "not less than", "a minimum of", "minimum of"],
        "floor",
    ),
    **dict.fromkeys(
        [
            "more than", "over", "above", "upwards of", "upward of", "in excess of", "exceeding",
            "exceeded", "exceeds", "surpassed", "surpassing", "surpasses", "exceed", "surpass",
            "well over", "greater than", "larger than", "higher than", "well more than",
            "far more than", "passed", "topped",
        ],
        "beyond",
    ),
    **dict.fromkeys(["just over", "just above", "slightly more than", "a little over"], "just over"),
    **dict.fromkeys(
        ["at most", "no more than", "not more than", "up to", "as many as", "as much as",
         "a maximum of", "maximum of", "at the most", "as high as"],
        "ceiling",
    ),
    **dict.fromkeys(
        ["fewer than", "less than", "under", "below", "smaller than", "lower than"], "short of"
    ),
    **dict.fromkeys(
        ["nearly", "almost", "close to", "just under", "just below", "just short of",
         "nearly all of", "approaching"],
        "nearly",
    ),
    **dict.fromkeys(
        ["about", "around", "roughly", "approximately", "some", "circa", "an estimated",
         "estimated", "in the region of", "approx", "approx.", "somewhere around", "or so", "~",
         "perhaps", "possibly"],
        "about",
    ),
    **dict.fromkeys(["exactly", "precisely", "only", "just", "a mere", "a total of", "equal to",
                     "another", "an additional", "a further"], "exact"),
}  # fmt: skip
# "over" between two numbers of a fraction or before a span of time ("over 24 hours") is handled
# where units are known; here the word only bends the interval.

_BEFORE_RE = re.compile(rf"(?<![\w-])(?P<word>{_any(dict.fromkeys(BEFORE))})\s*$", re.IGNORECASE)
AFTER: dict[str, str] = {
    "or more": "floor",
    "or so": "about",
    "or less": "ceiling",
    "or fewer": "ceiling",
    "or greater": "floor",
    "or higher": "floor",
    "and more": "floor",
    "at least": "floor",
    "at most": "ceiling",
    "and counting": "floor",
    "or thereabouts": "about",
    "plus": "floor",
}
_AFTER_RE = re.compile(rf"\s*(?:(?P<sign>\+)(?!\d)|\s(?P<word>{_any(dict.fromkeys(AFTER))})\b)", re.I)
_JOIN_RE = re.compile(r"\s*(?:(?P<dash>-|~)|\b(?P<word>to|or|through|and|till|until))\s*$", re.I)

BOUNDS: dict[str, Bound] = {
    "floor": "at_least",
    "beyond": "at_least",
    "just over": "about",
    "ceiling": "at_most",
    "short of": "at_most",
    "nearly": "about",
    "about": "about",
    "exact": "exact",
}


@dataclasses.dataclass(frozen=True, slots=True)
class Quantity:
    """An interval as stated: ``text[start:end]`` with its bounding words."""

    start: int
    end: int
    low: float
    high: float | None
    bound: Bound
    core: int
    """Where the number itself begins, after the bounding words."""
    close: int
    """Where the number itself ends, before "or more"."""
    unit: str = ""
    """``percent`` for shares ("a third", "most"), else empty: units come later."""
    digits: bool = False
    values: tuple[float, ...] = ()
    """The numbers as written, before any word bent them."""


def quantities(text: str) -> list[Quantity]:
    """All quantities of a text, left to right, not overlapping; an empty list for none."""
    found = [*_vague(text), *_counted(text)]
    found.sort(key=lambda q: (q.start, -q.end))
    kept: list[Quantity] = []
    for quantity in found:
        if not kept or quantity.start >= kept[-1].end:
            kept.append(quantity)
    return kept


def _counted(text: str) -> list[Quantity]:
    found = []
    numbers = numerals(text)
    i = 0
    while i < len(numbers):
        first = numbers[i]
        second = numbers[i + 1] if i + 1 < len(numbers) else None
        low, high, way, last = first.value, first.value, "", first
        share = first.kind == "fraction" and 0 < first.value < 1
        if second is not None:
            gap = text[first.end : second.start]
            if _RATIO_RE.match(gap) and 0 < first.value < second.value <= 1000:
                low = high = first.value / second.value
                share, last = True, second
            elif _is_range(text, first, second):
                low, high, last = *_both(first, second), second
                way = "range"
        if share and way != "range":
            low, high = 100 * low, 100 * high
        found.append(_bend(text, first, last, low, high, way, share))
        i += 2 if last is second else 1
    return found


def _both(first: Numeral, second: Numeral) -> tuple[float, float]:
    """ "5 to 6 million": the scale of the second serves both."""
    low, high = first.value, second.value
    for scale in (1e9, 1e6, 1e3):
        if high >= scale and low < 1000 and high % (scale / 10) == 0 and low < high / scale:
            return low * scale, high
    return low, high


def _is_range(text: str, first: Numeral, second: Numeral) -> bool:
    gap = text[first.end : second.start]
    match = _JOIN_RE.fullmatch(gap) if len(gap) < 12 else None
    if match is None or first.value >= second.value:
        return False
    word = (match["word"] or "").lower()
    if word == "and":
        return bool(re.search(r"\bbetween\s+(?:about\s+|around\s+)?$", text[: first.start], re.I))
    if match["dash"]:
        return text[second.end : second.end + 1] not in ("-", "/") and second.value < 50 * first.value
    if word == "or":
        return second.value <= 2 * first.value + 1
    return not re.search(r"\b(?:rose|risen|rising|up|fell|dropped|down|increased)\b[^.]{0,30}$",
                         text[max(0, first.start - 40) : first.start], re.I)  # fmt: skip


def _bend(
    text: str, first: Numeral, last: Numeral, low: float, high: float, way: str, share: bool
) -> Quantity:
    start, end = first.start, last.end
    start, word = way_before(text, start)
    window = text[max(0, start - 12) : start]
    if not word and way == "range" and (match := re.search(r"\b(?:between|from)\s+$", window, re.I)):
        start = start - len(window) + match.start()
    if word in ("", "exact", "about") and (match := _AFTER_RE.match(text, end)):
        word = AFTER[re.sub(r"\s+", " ", match["word"].lower())] if match["word"] else "floor"
        end = match.end()
    stretch = "about" if share and not word else word
    new_low, new_high = interval(low, high, stretch, first.kind == "dozen")
    bound: Bound = BOUNDS.get(word, "about" if way or share or first.kind == "dozen" else "exact")
    if way == "range" and bound == "exact":
        bound = "about"
    return Quantity(
        start, end, new_low, new_high, bound, first.start, last.end,
        "percent" if share else "", first.digits, tuple(dict.fromkeys((first.value, last.value))),
    )  # fmt: skip


def way_before(text: str, start: int) -> tuple[int, str]:
    """Where the words that bound a number begin, and how they bend it; ``""`` where none do."""
    base = max(0, start - 24)
    match = _BEFORE_RE.search(text[base:start])
    if match is None:
        return start, ""
    return base + match.start(), BEFORE[re.sub(r"\s+", " ", match["word"].lower())]


def interval(
    low: float, high: float, way: str, dozen: bool = False, whole: bool = True
) -> tuple[float, float | None]:
    """The interval for a number and the way it is bent; ``None`` is open at the top.

    ``whole`` is false for what is measured, so that "more than $4" does not begin at 5.
    """
    step = 1 if whole and float(high).is_integer() else 0
    near = max(_NEAR * abs(high), step)
    if way == "floor":
        return low, None
    if way == "beyond":
        return high + step, None
    if way == "just over":
        return low + step, math.floor(high + near) if step else high + near
    if way == "ceiling":
        return min(0.0, low), high
    if way == "short of":
        return min(0.0, low), high - step
    if way == "nearly":
        return (math.ceil(low - near) if step else low - near), high
    if way == "about" or (dozen and way == "" and low == high):
        spread = max(_NEAR * abs(low), step)
        bottom, top = low - spread, high + near
        return (math.ceil(bottom), math.floor(top)) if step else (bottom, top)
    return low, high


def _vague(text: str) -> list[Quantity]:
    found = []
    for match in _VAGUE_RE.finditer(text):
        if match["scaled"]:
            key = re.sub(r"\s+", " ", match["scaled"].lower())
            low, top = _VAGUE_SCALED[key]
            scale = _SCALE_WORD[match["scale"].lower()]
            found.append(_as_vague(text, match, low * scale, top * scale))
            continue
        word = re.sub(r"\s+", " ", match["word"].lower())
        low_, high_ = VAGUE[word]
        if word in ("a number", "a pair", "a couple", "a handful") and not re.match(
            r"\s+of\b", text[match.end() :]
        ):
            continue
        found.append(_as_vague(text, match, low_, high_))
    for match in _SHARE_RE.finditer(text):
        low, high = SHARES[(match["word"] or match["bare"]).lower()]
        found.append(
            Quantity(match.start(), match.end(), low, high, "exact" if low == high else "vague",
                     match.start(), match.end(), "percent")
        )  # fmt: skip
    return found


def _as_vague(text: str, match: re.Match[str], low: float, high: float | None) -> Quantity:
    start = match.start()
    window = text[max(0, start - 16) : start]
    before = re.search(r"\b(at least|more than|over|many|some|about|up to)\s+$", window, re.I)
    if before:
        start -= len(window) - before.start()
        if before[1].lower() in ("at least", "more than", "over"):
            high = None
    bound: Bound = "exact" if low == high else "vague"
    return Quantity(start, match.end(), low, high, bound, match.start(), match.end())
