"""The words that a reading says clash."""

from __future__ import annotations

import re

from reconcile.reading.records import Excerpt, Reader, Reading
from reconcile.texts import numbers
from reconcile.views import content_words

_WORD = re.compile(r"\w+")

LEAST = 0.5
"""Least probability of a conflict for the words that stand out to be told as rival values: no other
verdict is likelier then."""

STANDING = 0.3
"""Least that they must stand out. Of the groups not read 0.87 of the clashes do, and 0.65 of the
pairs that agree: it is little to ask for, and what is weighed must say the rest."""

MOST_WORDS = 110
"""Words of two texts together. Beyond, the network would see only their beginnings; of texts so
long a few still have more tokens than it sees, and the longer one loses its end."""

LONGEST = 80
"""Code points of a value; more is no value, but a text without blanks."""


def read_texts(a: Excerpt, b: Excerpt, reader: Reader) -> Reading | None:
    """What is read in two texts; ``None`` where one is empty or they are too long."""
    one, other = a.read, b.read
    if not one.strip() or not other.strip() or len(one.split()) + len(other.split()) > MOST_WORDS:
        return None
    return reader.read([(a, b)])[0]


def rival_words(reading: Reading | None, a: str, b: str) -> tuple[str, str] | None:
    """The words that a reading says clash.

    Args:
        reading: What was read; ``None`` where nothing was.
        a: The first text.
        b: The second.

    Returns:
        The words of each; ``None`` where nothing was read, where it says so too weakly, and where
        the words of one are in the other text too: then both say it.
    """
    if reading is None or reading.standing < STANDING or reading.verdicts["conflict"] < LEAST:
        return None
    one, other = (" ".join(words.split()) for words in reading.values)
    if not one or not other or max(len(one), len(other)) > LONGEST:
        return None
    return None if _given(one, b) or _given(other, a) else (one, other)


def _given(words: str, text: str) -> bool:
    """Whether a text has all the words and numbers that tell; all words where none of them does
    ("all of it", "not")."""
    if not content_words(words) and not numbers(words):
        return _words(words) <= _words(text)
    return content_words(words) <= content_words(text) and numbers(words) <= numbers(text)


def _words(text: str) -> frozenset[str]:
    """Words in small letters; "U.S." is "us"."""
    return frozenset(_WORD.findall(text.casefold().replace(".", "")))


def reason(reading: Reading, values: tuple[str, str]) -> str:
    """What is said of such words."""
    return f"read as two accounts of one {reading.kind}: “{values[0]}” and “{values[1]}”"


def doubt(reading: Reading, values: tuple[str, str]) -> str:
    """What is said of two texts that agree for all that is known, but for such words."""
    one, other = values
    return (
        f"No rule knows of a difference, but “{one}” and “{other}” may be two accounts of one "
        f"{reading.kind}: read both."
    )
