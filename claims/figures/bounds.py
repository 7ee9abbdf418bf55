"""The words that bound a number or stand for a vague one, and the intervals they make."""

from __future__ import annotations

import math
import re

from claims.records import Bound

NEAR = 0.1
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

VAGUE_SCALED = {"several": (3, 9), "a few": (2, 5), "a couple": (2, 2.5), "a couple of": (2, 2.5)}
""" "several hundred", "a few dozen": times the scale."""

SHARES: dict[str, tuple[float, float]] = {
    "most": (50, 100),
    "the majority": (50, 100),
    "a majority": (50, 100),
    "the bulk": (50, 100),
    "mostly": (50, 100),
    "all": (100, 100),
}
"""Shares without a number, in percent."""

SCALE_WORD = {"dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9}


def _any(words: dict[str, object] | list[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=len)[::-1])


VAGUE_RE = re.compile(
    rf"\b(?P<scaled>several|a\s+few|a\s+couple(?:\s+of)?)\s+(?P<scale>dozen|hundred|thousand|million"
    rf"|billion)\b|\b(?P<word>{_any(dict.fromkeys(VAGUE))})\b",
    re.IGNORECASE,
)
SHARE_RE = re.compile(
    rf"\b(?P<word>{_any(dict.fromkeys(SHARES))})(?=\s+of\b)"
    r"|\b(?P<bare>most|(?<=,\s)mostly|all(?!\s+(?:\d|one|two|three|four|five|six|seven|eight|nine|ten)))\b",
    re.IGNORECASE,
)
RATIO_RE = re.compile(r"\s+(?:in|out\s+of)\s+(?:every\s+)?$", re.IGNORECASE)

# Words before a number. Longest first; each gives the way the interval is bent.
BEFORE: dict[str, str] = {
    **dict.fromkeys(
        ["at least", "no fewer than", "no less than", "not less than", "not fewer than",
         "a minimum of", "minimum of"],
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
    **dict.fromkeys(
        ["just over", "just above", "slightly more than", "a little over"], "just over"
    ),
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
                     "all", "another", "an additional", "a further"], "exact"),
}  # fmt: skip
# "over" between two numbers of a fraction or before a span of time ("over 24 hours") is handled
# where units are known; here the word only bends the interval.

BEFORE_RE = re.compile(rf"(?<![\w-])(?P<word>{_any(dict.fromkeys(BEFORE))})\s*$", re.IGNORECASE)
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
    "-plus": "floor",
    "-some": "odd",
    "-odd": "odd",
}
AFTER_RE = re.compile(
    rf"\s*(?:(?P<sign>\+)(?!\d)|(?:\s|(?=-))(?P<word>{_any(dict.fromkeys(AFTER))})\b)", re.I
)
JOIN_RE = re.compile(r"\s*(?:(?P<dash>-|~)|\b(?P<word>to|or|through|and|till|until))\s*$", re.I)

BOUNDS: dict[str, Bound] = {
    "floor": "at_least",
    "beyond": "at_least",
    "just over": "about",
    "ceiling": "at_most",
    "short of": "at_most",
    "nearly": "about",
    "about": "about",
    "odd": "about",
    "exact": "exact",
}


def way_before(text: str, start: int) -> tuple[int, str]:
    """Where the words that bound a number begin, and how they bend it; ``""`` where none do."""
    base = max(0, start - 24)
    match = BEFORE_RE.search(text[base:start])
    if match is None:
        return start, ""
    return base + match.start(), BEFORE[re.sub(r"\s+", " ", match["word"].lower())]


def interval(
    low: float, high: float, way: str, dozen: bool = False, whole: bool = True
) -> tuple[float, float | None]:
    """The interval for a number and the way it is bent; ``None`` is open at the top.

    ``whole`` is false for what is measured, so that "more than $4" does not begin at 5.
    """
    step = 1.0 if whole and float(high).is_integer() else 0.0
    near = max(NEAR * abs(high), step)
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
    if way == "odd":
        return low, high + _last_place(high) - 1
    if way == "nearly":
        return (math.ceil(low - near) if step else low - near), high
    if way == "about" or (dozen and way == "" and low == high):
        spread = max(NEAR * abs(low), step)
        bottom, top = low - spread, high + near
        return (math.ceil(bottom), math.floor(top)) if step else (round(bottom, 6), round(top, 6))
    return low, high


def _last_place(value: float) -> float:
    """The place of the last digit that is no zero: "20-odd" ends before 30, "150-odd" before
    160."""
    place = 1.0
    while value and value % (10 * place) == 0:
        place *= 10
    return place
