"""The words and digits that numbers are made of, and their tokens."""

from __future__ import annotations

import dataclasses
import re
import unicodedata

from claims.figures.words import words

ONES = words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
TENS = words("twenty thirty forty fifty sixty seventy eighty ninety")

SMALL: dict[str, int] = {
    **{word: value for value, word in enumerate(ONES)},
    **{word: 10 * value for value, word in enumerate(TENS, start=2)},
    "nought": 0,
    "naught": 0,
}

SCALES: dict[str, float] = {
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
    "bn": 1e9,
    "bln": 1e9,
    "mn": 1e6,
    "mln": 1e6,
    "tn": 1e12,
    "tln": 1e12,
    "trn": 1e12,
}

# A letter glued to the digits. A small "m" is a metre unless money says otherwise (units.py).
SUFFIXES: dict[str, float] = {
    "k": 1e3,
    "K": 1e3,
    "M": 1e6,
    "mil": 1e6,
    "MM": 1e6,
    "mn": 1e6,
    "b": 1e9,
    "B": 1e9,
    "bn": 1e9,
    "bln": 1e9,
    "tn": 1e12,
    "tln": 1e12,
    "trn": 1e12,
}

_DENOMINATORS = words(
    "half third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
DENOMINATORS: dict[str, float] = {
    **{word: float(value) for value, word in enumerate(_DENOMINATORS, start=2)},
    "quarter": 4,
    "thirtieth": 30,
    "hundredth": 1e2,
    "thousandth": 1e3,
    "millionth": 1e6,
    "billionth": 1e9,
    "trillionth": 1e12,
}
PLURAL_DENOMINATORS = {f"{word}s": value for word, value in DENOMINATORS.items()} | {"halves": 2.0}

_TOKEN = re.compile(
    r"(?P<digits>\d{1,3}(?:,\d{2,3}){0,5},\d{3}(?!\d)(?:\.\d+)?"
    r"|(?<![\d.,/:-])\d{1,3}(?:\s\d{3}){1,4}(?![\d,:/-])(?:\.\d+)?"
    r"|\d+\.\d+|(?<!\w)\.\d+|\d+)"
    r"(?P<suffix>\s?(?:k|K|M|mil|MM|mn|b|B|bn|bln|tn|tln|trn)(?![A-Za-z0-9]))?"
    r"|(?P<word>[A-Za-z]+)|(?P<part>[\u00bc-\u00be\u2150-\u215e])|(?P<mark>[-/])"
)

LARGE_SUM = re.compile(
    r"\d{1,3}(?:[ ,]\d{3}){1,4}(?![\d-])"
    r"|\d{1,3}(?:\.\d{1,2})?\s?(?:k|bn|million|billion|lakh|crore)\b"
)
"""Behind a letter that stands for money: "R340 000", "Rs 5 lakh"; the "R34" is a road."""


@dataclasses.dataclass(frozen=True, slots=True)
class Token:
    """A word, a run of digits, a sign of a fraction, or a hyphen or slash."""

    start: int
    end: int
    word: str
    """Lower case; empty for digits."""
    value: float | None
    plain: bool
    """Digits without point or suffix, or a word."""


def tokenize(text: str) -> list[Token]:
    """The tokens numbers can be read from; other characters are gaps between them."""
    tokens = []
    for match in _TOKEN.finditer(text):
        if raw := match["digits"]:
            value = float(re.sub(r"[,\s]", "", raw)) if len(raw) < 40 else float("inf")
            plain = "." not in raw and not match["suffix"]
            value *= SUFFIXES[match["suffix"].strip()] if match["suffix"] else 1
            tokens.append(Token(match.start(), match.end(), "", clean(value), plain))
        elif part := match["part"]:
            value = unicodedata.numeric(part)
            tokens.append(Token(match.start(), match.end(), "", value, False))
        else:
            word = match.group().lower()
            tokens.append(Token(match.start(), match.end(), word, None, True))
    return tokens


def clean(value: float) -> float:
    """Takes the binary dust off a product such as 4.1 * 1e9."""
    return float(f"{value:.12g}") if abs(value) < 1e12 else value
