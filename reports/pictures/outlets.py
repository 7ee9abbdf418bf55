"""Outlets told apart in pictures: a code of a few letters, and a colour beside it."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable

HUES = 8
"""Colours of the style sheet, ``h0`` to ``h7``; the code tells outlets apart, colour only helps."""


@dataclasses.dataclass(frozen=True, slots=True)
class Badge:
    """How an outlet is marked."""

    code: str
    """One to four characters, of this outlet alone."""
    hue: int


def badges(outlets: Iterable[str]) -> dict[str, Badge]:
    """The badge of each outlet, by name; an unnamed one is ``?``.

    Initials ("The Valley Wire" is VW), or the first letters of a single word; where two outlets
    would share a code, later ones get a number.
    """
    found: dict[str, Badge] = {}
    taken: set[str] = set()
    for number, outlet in enumerate(sorted(set(outlets))):
        base = _initials(outlet)
        codes = (base, *(f"{base[:2]}{again}" for again in range(2, 10_000)))
        code = next(code for code in codes if code not in taken)
        taken.add(code)
        found[outlet] = Badge(code, number % HUES)
    return found


def _initials(outlet: str) -> str:
    words: list[str] = re.findall(r"[^\W_]+", re.sub(r"^the\s+", "", outlet, flags=re.IGNORECASE))
    if not words:
        return "?"
    if len(words) == 1:
        return words[0][:2].title()
    return "".join(word[0] for word in words[:3]).upper()
