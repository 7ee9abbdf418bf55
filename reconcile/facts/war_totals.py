"""The totals of a whole war: two articles' counts of all whom one war has killed or driven out."""

from __future__ import annotations

from collections.abc import Iterator

from claims.figures.kinds import is_person, kinship
from claims.records import Figure
from reconcile.facts import two_figures as own
from reconcile.facts.figures import AGREEING, SIGNS, value
from reconcile.facts.spans import GROWN, OTHER_SCALE
from reconcile.facts.two_figures import ANYBODY, Two
from reconcile.findings import Alignment, Finding, both_give
from reconcile.views import View, of_one_outlet
from reconcile.wars import Total, one_war, totals

WAR_TOTAL = "war_total"
"""The sign of totals of one war."""

NEAR = 1.15
"""How many times the lower the higher may be for two totals to be one, told more or less roundly: a
quarter of a million and 280,000 agree by the labels, 280,000 and 400,000 do not."""

ONE_NUMBER = 1.05
"""The same for a total that an article gives beside another: it is told of there as well."""

ONE_TIME_DAYS = 7
"""Most days between two publications that surely give a war's total for one time."""

GROWN_DAYS = 60
"""Least days between two in which a war's total grows by itself."""

_CAPS = ("fewer", "less", "under", "below", "not more", "no more")
"""Upper bounds that say a total is lower; "up to" and "as many as" say how high it may be."""

_ASKED = ("anybody", "killed", "bounded", "later", "third", "voices", "same_voice", "retold")
_ASKED_OF_ONE = ("equal", "bounded", "same_noun")
"""Signs of any two figures that are asked of two totals; the others are known of all totals."""

_DRIVEN_OUT = frozenset({"displaced", "fled"})

_CIVILIANS = frozenset({"civilian", "resident", "citizen", "villager", "local"})


def compare_war_totals(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """What two claims give as the total of one war; nothing where either gives none."""
    if a.article.id == b.article.id:
        return
    for mine in totals(a):
        for other in totals(b):
            if one_war(mine.war, other.war) and _one_state(mine.figure, other.figure):
                yield from _compared(Two(a, b, mine.figure, other.figure, alignment), mine, other)


def _compared(two: Two, mine: Total, other: Total) -> Iterator[Finding]:
    given = value(two.fa), value(two.fb)
    if not _one_population(two.fa, two.fb):
        reason = f"{given[0]} and {given[1]}: totals of a war, of other people"
        yield Finding("scope", "figure", given, reason, 0.6)
        return
    times = _times(two.fa, two.fb)
    if times <= NEAR or "vague" in (two.fa.bound, two.fb.bound):
        if times <= NEAR or own.one_number(two.fa, two.fb):
            reason = both_give(given, f"{given[0]} and {given[1]} can be one total of one war")
            yield Finding("agree", "figure", given, reason, 0.6, _agreeing(two))
    elif _rivals(two, times):
        yield from _clash(two, given)


def _clash(two: Two, given: tuple[str, str]) -> Iterator[Finding]:
    """Two totals too far apart: rivals of one time, or one that has grown since the other."""
    days = _days_between(two.a, two.b)
    if days is not None and days >= GROWN_DAYS and _later_is_higher(two):
        reason = f"{given[0]} and {given[1]}: the total of the war has grown"
        yield Finding("update", "figure", given, reason, 0.7)
    elif (days is None or days < GROWN_DAYS) and not _gives_both(two):
        # Too rare for weights to be learnt: of the labelled totals of one time all are rivals.
        strict = days is not None and days <= ONE_TIME_DAYS and not of_one_outlet(two.a, two.b)
        reason = f"{given[0]} against {given[1]} as the total of one war"
        yield Finding("conflict", "figure", given, reason, 0.8, _signs(two), strict=strict)


def _one_state(a: Figure, b: Figure) -> bool:
    return a.role == b.role or {a.role, b.role} <= _DRIVEN_OUT


def _one_population(a: Figure, b: Figure) -> bool:
    """Whether both count people of one sort: anybody, or civilians, or a nation's."""
    if a.noun in _CIVILIANS or b.noun in _CIVILIANS:
        return a.noun in _CIVILIANS and b.noun in _CIVILIANS
    anybody = [f.noun in ANYBODY or kinship(f.noun, "person") == "same" for f in (a, b)]
    if all(anybody):
        return True
    return a.noun == b.noun or not (is_person(a.noun) and is_person(b.noun))


def _stated(figure: Figure) -> float:
    """The number that a reader takes along: the one that is written."""
    if figure.bound == "at_most" or figure.high is None:
        return figure.low if figure.high is None else figure.high
    return (figure.low + figure.high) / 2


def _times(a: Figure, b: Figure) -> float:
    """How many times the lower of two totals the higher is."""
    low, high = sorted((_stated(a), _stated(b)))
    return high / low if low else float("inf")


def _rivals(two: Two, times: float) -> bool:
    """Whether two totals lie too far apart for rounding, and not so far as to be of two things."""
    if not GROWN < times < OTHER_SCALE:
        return False
    higher = max((two.fa, two.fb), key=_stated)
    return not higher.text.casefold().startswith(_CAPS)


def _gives_both(two: Two) -> bool:
    """Whether one of the articles gives the other's total as well: it tells of two estimates."""
    return _also_gives(two.a, two.fb) or _also_gives(two.b, two.fa)


def _also_gives(view: View, figure: Figure) -> bool:
    return any(
        f.role == figure.role and _stated(f) and _times(f, figure) <= ONE_NUMBER
        for claim in view.neighbours
        for f in claim.figures
    )


def _days_between(a: View, b: View) -> int | None:
    return abs((a.published - b.published).days) if a.published and b.published else None


def _later_is_higher(two: Two) -> bool:
    (low, _), (high, _) = sorted(((two.a, two.fa), (two.b, two.fb)), key=lambda s: _stated(s[1]))
    return bool(low.published and high.published and low.published < high.published)


def _signs(two: Two) -> frozenset[str]:
    return frozenset(name for name in _ASKED if SIGNS[name](two)) | {WAR_TOTAL, "many", "tops"}


def _agreeing(two: Two) -> frozenset[str]:
    asked = frozenset(name for name in _ASKED_OF_ONE if AGREEING[name](two))
    return asked | {WAR_TOTAL, "near", "many", "great", "tops"}
