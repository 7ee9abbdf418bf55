"""How sure a clash must be to be flagged in a case, by what else may explain its two values.

The weights know no more than the signs; where those tell little apart, precision differs by the
sort of value at one and the same probability. Each bar is set from labelled pairs of runs over
``fakes_dev`` and ``gva_dev`` with their events held out (``benchmarks.train_judge``): the comment
says how many of those above it are conflicts.
"""

from __future__ import annotations

import dataclasses

from claims.records import Kind
from reconcile.findings import Finding


@dataclasses.dataclass(frozen=True, slots=True)
class Bar:
    """What a finding of a kind must reach."""

    kind: Kind
    least: float
    """Probability of a clash."""
    signs: frozenset[str] = frozenset()
    """It is for findings with one of these; for all where there are none."""
    without: frozenset[str] = frozenset()
    """And for none with one of these."""


def _bar(kind: Kind, least: float, signs: str = "", without: str = "") -> Bar:
    return Bar(kind, least, frozenset(signs.split()), frozenset(without.split()))


CLASH = 0.5
"""For kinds that no bar is for."""

BARS: tuple[Bar, ...] = (
    _bar("figure", 0.85, "one_outlet"),  # 5 of 15 from 0.4 on
    _bar("figure", 0.85, "one_article", without="third"),  # a round-up's: 0 of 1 from 0.3 on
    _bar("figure", 0.55, "part"),  # 6 of 8
    _bar("figure", 0.85, "copied"),  # of two prints of one text 8 of 17, whatever the probability
    _bar("figure", 0.85, "later", without="third"),  # 0 of 4 from 0.4 on
    _bar("figure", 0.4, "later"),  # 6 of 6
    _bar("figure", 0.4, "third"),  # within a third: 28 of 35
    _bar("figure", 0.4, "tops"),  # both totals of their articles: 35 of 37
    _bar("figure", 0.55),  # one of them may be a part, or an early count: 20 of 26
    _bar("place", 0.98, "settlement quarter side kind"),  # two places of two things: 2 of 7
    _bar("place", 0.3),  # a house, a street, a wound: 23 of 24
    _bar("time", 0.9, "far"),  # half a day apart: 0 of 5
    _bar("time", 0.35),  # 25 of 26
    _bar("age", 0.85, "one_named", without="one_year"),  # somebody else years younger: 0 of 3
    _bar("age", 0.4),  # 23 of 28, with those of the bar before
    _bar("name", 0.3),  # 21 of 21
    _bar("outcome", 0.85, "charge_course liberty_course"),  # charged by and by: 0 of 2
    _bar("outcome", 0.7, "life_course"),  # of several hurt, another one: 3 of 5, below 1 of 4
    _bar("outcome", 0.4),  # 13 of 17, with those of the bar before
    _bar("actor", 0.8, "both_act"),  # two parties to a war: most did two things
)
"""The first that is for a finding holds."""


def least(finding: Finding) -> float:
    """How sure a clash must be to be flagged."""
    return next((bar.least for bar in BARS if _is_for(bar, finding)), CLASH)


def _is_for(bar: Bar, finding: Finding) -> bool:
    signs = finding.signs
    if bar.kind != finding.kind or not bar.without.isdisjoint(signs):
        return False
    return not bar.signs or not bar.signs.isdisjoint(signs)
