"""Victims counted group by group: two numbers of one attack that its own words bring together.

A text on a shooting counts its victims in turn: the dead, the wounded, "three other men", those who
have a name by now. Numbers of two groups differ without a clash.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.records import Figure
from reconcile.facts.scenes import claims_beside
from reconcile.facts.two_figures import HURT, Two, is_part
from reconcile.facts.wording import COUNTED_IN, SUPERSEDED, says
from reconcile.views import REACH, View, later

_OTHERS = re.compile(r"\b(?:other|additional) \w", re.IGNORECASE)
"""In a count: those it adds to somebody told of before. "Three others" are those beside the dead,
and a count like any."""

_KNOWN = re.compile(
    r"\b(?:(?:have|has|had)(?: now| since)? been|was|were|are|is|been) (?:now )?"
    r"(?:identified|named)\b",
    re.IGNORECASE,
)

SEVERAL = re.compile(
    r"\b(?:pair|string|series|spate|spree|wave|number|dozens?|handful) of (?:\w+,? ){0,3}?"
    r"(?:shootings|homicides|killings|stabbings|incidents|scenes)\b|"
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several|separate|unrelated) "
    r"(?:\w+ ){0,2}?(?:shootings|homicides|killings|stabbings|incidents|scenes|locations)\b",
    re.IGNORECASE,
)
"""A count over several attacks, told as such."""


def with_the_dead(two: Two) -> bool:
    """Whether the higher of two counts of those hurt is the lower and the dead of either article,
    and does not name the dead apart: "ten were hurt, one has died", "one dead and nine hurt"."""
    if two.fa.role not in HURT or two.fb.role not in HURT:
        return False
    (_, fewer), (high, more) = two.by_number
    missing = more.low - fewer.low
    if missing <= 0 or "vague" in (fewer.bound, more.bound):
        return False
    if any(f.role == "killed" for claim in claims_beside(high, more) for f in claim.figures):
        return False
    return any(f.low == missing for v, own in two.by_number for f in _dead_near(v, own))


def _dead_near(view: View, own: Figure) -> Iterator[Figure]:
    """Whole counts of the dead told near a figure: further off others may have died."""
    for claim in (view.claim, *view.neighbours):
        for f in claim.figures:
            if f.role == "killed" and not is_part(f) and abs(f.start - own.start) <= REACH:
                yield f


def added(two: Two) -> bool:
    """Whether the lower count adds to somebody told of before: "three other men"."""
    (_, fewer), _ = two.by_number
    return fewer.role != "" and says(_OTHERS, fewer.text)


def with_names(two: Two) -> bool:
    """Whether the lower count is of those whose names are known by now."""
    (low, _), _ = two.by_number
    return says(_KNOWN, low.claim.text)


def several_attacks(two: Two) -> bool:
    """Whether the higher count alone is told as one of several attacks."""
    (low, fewer), (high, more) = two.by_number
    if fewer.low == more.low:
        return False
    return says(SEVERAL, high.sentence) and not says(SEVERAL, low.sentence)


def superseded(two: Two) -> bool:
    """Whether the text of one says beside it that it no longer holds."""
    return any(says(SUPERSEDED, view.sentence) for view in (two.a, two.b))


_RAISING = re.compile(
    r"\b(?:rais|ris|climb|increas)\w*(?: in)? (?:the |its )?(?:death |casualty )?toll\b|"
    r"\btoll (?:has |had |have )?(?:been )?(?:ris|ros|climb|rais|increas|jump)\w*",
    re.IGNORECASE,
)


def raising(two: Two) -> bool:
    """Whether the text of the lower count says beside it that the toll is going up; no later text
    goes up to a lower number."""
    (low, fewer), (high, more) = two.by_number
    return fewer.low != more.low and not later(low, high) and says(_RAISING, low.sentence)


def with_the_attacker(two: Two) -> bool:
    """Whether one says that it counts the attacker's own death, and is one above the other."""
    (_, fewer), (high, more) = two.by_number
    if more.role != "killed" or more.low - fewer.low != 1:
        return False
    return says(COUNTED_IN, high.sentence)
