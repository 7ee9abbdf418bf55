"""What is told to the network of each word beside the word itself: what the pieces of words that
it reads do not show.

The carried sentence model knows no capitals and reads "27" and "28" as two words about alike. So
each word is marked by whether it stands in the other text, too (the exact match of Chen et al.
2017, "Reading Wikipedia to Answer Open-Domain Questions"), numbers by their value ("seven" is 7).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

import numpy as np

from claims.figures import numerals
from reconcile.reading.records import Excerpt

SIGNS = ("beside", "capital", "number", "lone number", "read there", "seen there")
"""The signs of a word, in the order of the network's weights: it only stands beside what is read;
has a capital; is a number; is one whose value the other text has not; stands in what is read of
the other text; stands only beside that."""

_BESIDE, _CAPITAL, _NUMBER, _LONE, _READ, _SEEN = range(len(SIGNS))
_WORD = re.compile(r"\w+(?:['’](?!s\b)\w+)*")

Signs = np.ndarray[tuple[int, int], np.dtype[np.bool_]]


def signs(a: Excerpt, b: Excerpt) -> tuple[Signs, Signs]:
    """The signs of the code points of both texts: for each text an array of shape (code points,
    ``SIGNS``); nothing is set between words."""
    return _signs(a, b), _signs(b, a)


def _signs(own: Excerpt, other: Excerpt) -> Signs:
    read, seen = _words_of(other)
    found = np.zeros((len(own.text), len(SIGNS)), np.bool_)
    for start, end, word, number in _words(own.text):
        told = found[start:end]
        told[:, _BESIDE] = start >= own.end or end <= own.start
        told[:, _CAPITAL] = own.text[start].isupper()
        told[:, _NUMBER] = number
        told[:, _LONE] = number and word not in seen
        told[:, _READ] = word in read
        told[:, _SEEN] = word in seen and word not in read
    return found


def _words_of(read: Excerpt) -> tuple[frozenset[str], frozenset[str]]:
    """The words of what is read, and all that are seen."""
    words = _words(read.text)
    inside = (w for start, end, w, _ in words if start < read.end and end > read.start)
    return frozenset(inside), frozenset(word for _, _, word, _ in words)


@functools.lru_cache(maxsize=4096)
def _words(text: str) -> tuple[tuple[int, int, str, bool], ...]:
    """The words of a text in order: start, end, the word as it is compared, and whether it is a
    number (which may be several words)."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[tuple[int, int, str, bool]]:
    at = 0
    for numeral in numerals(text):
        yield from _plain(text, at, numeral.start)
        yield numeral.start, numeral.end, f"#{numeral.value}", True
        at = numeral.end
    yield from _plain(text, at, len(text))


def _plain(text: str, start: int, end: int) -> Iterator[tuple[int, int, str, bool]]:
    for match in _WORD.finditer(text, start, end):
        word = match[0].casefold()
        yield *match.span(), word[:-1] if len(word) > 3 and word.endswith("s") else word, False
