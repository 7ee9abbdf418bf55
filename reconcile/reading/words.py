"""From tokens to words: which words of a text stand out as what clashes."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

WITH = 0.5
"""A word belongs to the one that stands out most if it stands out at least half as much."""
MOST_WORDS = 8
"""Words of a value; the writers of what was learnt from marked at most so many."""
_WORD = re.compile(r"\S+")
_LOOSE = frozenset(
    "a an and as at by for from her his in into its of on or that the their to who with".split()
)
"""What no value ends in: what follows it would belong to it."""
_EDGES = " \t\n,;:.!?\"'“”‘’()[]"


@dataclasses.dataclass(frozen=True, slots=True)
class Marked:
    """A token: where it stands, and how surely it clashes (0 to 1)."""

    start: int
    end: int
    sure: float


@dataclasses.dataclass(frozen=True, slots=True)
class Standing:
    """Words that stand out, and how far (0 to 1)."""

    text: str
    sure: float


def standing_words(text: str, *read: Sequence[Marked]) -> Standing:
    """The words around the one that stands out most.

    Args:
        text: The text.
        read: Its tokens, once for each time that it was read.

    Returns:
        The words in the spelling of the text; empty and 0 where none stands out.
    """
    words = [(m.start(), m.end()) for m in _WORD.finditer(text) if m[0].strip(_EDGES)]
    if not words:
        return Standing("", 0.0)
    sure = [sum(_most(tokens, *word) for tokens in read) / max(1, len(read)) for word in words]
    top = max(range(len(words)), key=sure.__getitem__)
    if sure[top] == 0:
        return Standing("", 0.0)
    first = last = top
    least = WITH * sure[top]
    while last - first + 1 < MOST_WORDS:
        left = sure[first - 1] if first > 0 else -1.0
        right = sure[last + 1] if last + 1 < len(words) else -1.0
        if max(left, right) < least:
            break
        first, last = (first - 1, last) if left >= right else (first, last + 1)
    while last > top and text[slice(*words[last])].casefold() in _LOOSE:
        last -= 1
    return Standing(text[words[first][0] : words[last][1]].strip(_EDGES), sure[top])


def _most(tokens: Sequence[Marked], start: int, end: int) -> float:
    return max((t.sure for t in tokens if t.start < end and t.end > start), default=0.0)
