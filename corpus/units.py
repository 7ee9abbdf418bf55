"""The paragraphs of an article: its lines, or the lines a hard-wrapped one was broken into."""

from __future__ import annotations

import dataclasses
import re
from itertools import pairwise

TERMINAL = re.compile(r"[.!?:;,…。؟۔！？।](?: ?[\"')\]])*$")

_WRAP = range(40, 121)
"""Characters a hard-wrapped line may be wide."""


@dataclasses.dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph: a line, or the lines a hard-wrapped one was broken into."""

    start: int
    end: int


def strip(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without the white space at its ends; empty (start = end) when it is all."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def units_of(text: str) -> list[Unit]:
    """The paragraphs in order; white space between them belongs to none."""
    lines = [m.span() for m in re.finditer(r"[^\n]+", text) if not m[0].isspace()]
    wrap = _wrap(text, lines)
    units: list[Unit] = []
    for number, (start, end) in enumerate(lines):
        start, end = strip(text, start, end)
        if number and _continues(text, units[-1], (start, end), lines[number - 1], wrap):
            units[-1] = Unit(units[-1].start, end)
        else:
            units.append(Unit(start, end))
    return units


def _wrap(text: str, lines: list[tuple[int, int]]) -> int:
    """The width a hard-wrapped text is wrapped at; 0 when it is not.

    It is when most line breaks inside a block are where the next word would not have fitted,
    and many are in the middle of a sentence.
    """
    breaks = [(a, b) for a, b in pairwise(lines) if text.count("\n", a[1], b[0] + 1) < 2]
    if len(breaks) < 2:
        return 0
    width = max(end - start for (start, end), _ in breaks)
    if width not in _WRAP:
        return 0
    full = sum(1 for a, b in breaks if _full(text, a, b, width))
    inside = sum(1 for a, _ in breaks if not TERMINAL.search(text[a[0] : a[1]].rstrip()))
    return width if full * 10 >= len(breaks) * 7 and inside * 10 >= len(breaks) * 4 else 0


def _full(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    """Whether the next line's first word would not have fitted, give or take a few letters."""
    word = text[following[0] : following[1]].split(maxsplit=1)[0]
    return line[1] - line[0] + 1 + len(word) > width - max(3, width // 12)


def _continues(
    text: str, unit: Unit, line: tuple[int, int], before: tuple[int, int], wrap: int
) -> bool:
    if text.count("\n", before[1], line[0] + 1) > 1:
        return False
    if wrap:
        return _full(text, before, line, wrap)
    first = re.compile(r"[a-z]{2,}").match(text, *line)
    last = text[before[0] : before[1]].rstrip()[-1:]
    # A long line ends no sentence with a comma, and none where a small letter goes on.
    open_ = last == "," or (bool(first) and last.isalpha())
    return open_ and before[1] - before[0] >= 40
