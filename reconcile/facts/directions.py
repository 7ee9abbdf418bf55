"""Where about a place it happened: north of a town and south of it, its east and its west end."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Iterator

from reconcile.facts.cues import HARM, one_kind, parted, told_of
from reconcile.findings import Alignment, Finding, Match, held
from reconcile.views import REMEMBERED, View

SAME_STORY = 0.45
"""Least probability of one story for two sides to be of one happening."""

_POINTS = {
    "north": 0, "northeast": 45, "east": 90, "southeast": 135,
    "south": 180, "southwest": 225, "west": 270, "northwest": 315,
}  # fmt: skip
"""Points of the compass in degrees."""

APART = 90
"""Least degrees between two sides of a town for them to be two."""

FAR_APART = 135
"""The same of a land, whose regions outlets draw as they like."""

_POINT = r"(north|south|east|west|north-?east|north-?west|south-?east|south-?west)"
_PART = "entrance|boundary|edge|outskirts|outskirt|side|end|gate|approach|flank|suburb|suburbs"
_TOWN = "city|town|village|capital|municipality"
_REF = rf"(?:(?:the )?({_TOWN})(?: of ([A-Z][\w'’-]+))?|([A-Z][\w'’-]+(?:[ -][A-Z][\w'’-]+)?))"
_OUTSIDE = re.compile(rf"\b(?i:{_POINT}) of {_REF}")
_EDGE = re.compile(rf"\b(?i:{_POINT})(?:ern)? (?:{_PART})(?: (?:of|to) {_REF})?\b")
_OWN = re.compile(rf"\b({_TOWN})(?:['’]?s) (?i:{_POINT})(?:ern)? (?:{_PART})\b")


@dataclasses.dataclass(frozen=True, slots=True)
class Side:
    """A side of a place."""

    degrees: int
    outside: bool
    """Whether it lies beyond the place: "north of the town"."""
    of: str
    """The place, casefolded; empty for a town without its name."""
    text: str
    start: int
    end: int


@functools.lru_cache(maxsize=REMEMBERED)
def sides(text: str) -> tuple[Side, ...]:
    """The sides of places that a text tells of, in order."""
    found = []
    for match in _OUTSIDE.finditer(text):
        found.append(_side(match, match[1], match[3] or match[4], True))
    for match in _OWN.finditer(text):
        found.append(_side(match, match[2], "", False))
    for match in _EDGE.finditer(text):
        if not any(s.start < match.end() and match.start() < s.end for s in found):
            found.append(_side(match, match[1], match[3] or match[4], False))
    return tuple(sorted(found, key=lambda side: side.start))


def _side(match: re.Match[str], point: str, of: str | None, outside: bool) -> Side:
    degrees = _POINTS[point.casefold().replace("-", "")]
    return Side(degrees, outside, (of or "").casefold(), match[0], match.start(), match.end())


def compare_sides(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """Two sides of one place for one happening; nothing where either names several."""
    first, second = sides(a.claim.text), sides(b.claim.text)
    if len(first) != 1 or len(second) != 1 or alignment.story < SAME_STORY:
        return
    one, other = first[0], second[0]
    if one.outside != other.outside or (one.of and other.of and one.of != other.of):
        return
    turn = abs(one.degrees - other.degrees)
    apart = min(turn, 360 - turn)
    if apart < APART or parted(a, b, alignment):
        return
    told = _told(a, one), _told(b, other)
    same = alignment.happening.match is Match.SAME
    if not one_kind(*told) and not same:
        return
    if _knows(a, other) or _knows(b, one):
        return
    signs = {
        "side": True,
        "opposite": apart >= FAR_APART,
        "same_happening": same,
        "harm": set(told) <= HARM,
        "named": bool(one.of) and one.of == other.of,
    }
    values = one.text, other.text
    reason = f"{values[0]} against {values[1]} as where it happened"
    yield Finding("conflict", "place", values, reason, 0.4, held(signs))


def _told(view: View, side: Side) -> str:
    return told_of(view.claim.text, side.start, side.end)


def _knows(view: View, side: Side) -> bool:
    """Whether the article tells of that side too: it then tells of two things."""
    return any(
        other.degrees == side.degrees and other.outside == side.outside
        for claim in view.neighbours
        for other in sides(claim.text)
    )
