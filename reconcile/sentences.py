"""The sentence around a place in a text, as far as rules look for one."""

from __future__ import annotations

import functools
import re

from reconcile.views import REACH, REMEMBERED

_END = re.compile(r"[.!?][\"”’']?\s+(?=[\"“‘']?[A-Z0-9])|\n")


@functools.lru_cache(maxsize=REMEMBERED)
def sentence_bounds(text: str, at: int) -> tuple[int, int]:
    """Where the sentence around an offset begins and ends, twice ``REACH`` off at most."""
    first = floor = max(0, at - 2 * REACH)
    for match in _END.finditer(text, floor, at + 1):  # an end looks at what follows its blank
        first = match.end() if match.end() <= at else first
    last = min(len(text), at + 2 * REACH)
    after = _END.search(text, at, last)
    return first, after.start() + 1 if after else last


def sentence_at(text: str, at: int) -> str:
    """The sentence around an offset."""
    return text[slice(*sentence_bounds(text, at))]
