"""Numbers with the words that bound them: "nearly 50,000", "15 to 20", "dozens", "at least".

A quantity is a numeral, a vague word or a pair of numerals, widened by the words around it to
an interval and a bound. What is counted is none of this file's business.
"""

from __future__ import annotations

import dataclasses
import re

from claims.figures.bounds import (
    AFTER,
    AFTER_RE,
    BOUNDS,
    JOIN_RE,
    RATIO_RE,
    SCALE_WORD,
    SHARE_RE,
    SHARES,
    VAGUE,
    VAGUE_RE,
    VAGUE_SCALED,
    interval,
    way_before,
)
from claims.figures.numerals import Numeral, numerals
from claims.records import Bound


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
            if RATIO_RE.match(gap) and 0 < first.value < second.value <= 1000:
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
    match = JOIN_RE.fullmatch(gap) if len(gap) < 12 else None
    if match is None or first.value >= second.value:
        return False
    word = (match["word"] or "").lower()
    if word == "and":
        return bool(re.search(r"\bbetween\s+(?:about\s+|around\s+)?$", text[: first.start], re.I))
    if match["dash"]:
        return (
            text[second.end : second.end + 1] not in ("-", "/") and second.value < 50 * first.value
        )
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
    if (
        not word
        and way == "range"
        and (match := re.search(r"\b(?:between|from)\s+$", window, re.I))
    ):
        start = start - len(window) + match.start()
    if word in ("", "exact", "about") and (match := AFTER_RE.match(text, end)):
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


def _vague(text: str) -> list[Quantity]:
    found = []
    for match in VAGUE_RE.finditer(text):
        if match["scaled"]:
            key = re.sub(r"\s+", " ", match["scaled"].lower())
            low, top = VAGUE_SCALED[key]
            scale = SCALE_WORD[match["scale"].lower()]
            found.append(_as_vague(text, match, float(low * scale), float(top * scale)))
            continue
        word = re.sub(r"\s+", " ", match["word"].lower())
        bottom, ceiling = VAGUE[word]
        if word in ("a number", "a pair", "a couple", "a handful") and not re.match(
            r"\s+of\b", text[match.end() :]
        ):
            continue
        found.append(_as_vague(text, match, bottom, ceiling))
    for match in SHARE_RE.finditer(text):
        least, most = SHARES[(match["word"] or match["bare"]).lower()]
        found.append(
            Quantity(match.start(), match.end(), least, most, "exact" if least == most else "vague",
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
