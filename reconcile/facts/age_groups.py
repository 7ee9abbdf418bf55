"""Ages of a group: two ranges, a range and the ages of its members, a bare list and one's age."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claims.records import Claim
from reconcile.facts.told_ages import Span, age_range, listed_ages, single_ages
from reconcile.findings import Alignment, Finding
from reconcile.views import View

NEAR = 3
"""Years by which bounds of a range, or two ages, may lie apart; further, they are mostly those of
two groups."""

FEW = 3
"""Least ages told one by one for them to be a group's."""

Values = tuple[str, str]


def compare_age_groups(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """The ages of one group told in two ways that cannot both be; nothing where neither claim
    gives a range or a bare list."""
    for sign, compare in WAYS.items():
        found = compare(a, b)
        if not found and (swapped := compare(b, a)):
            found = swapped[1], swapped[0]
        if found:
            reason = f"{found[0]} against {found[1]} for the ages of one group"
            yield Finding("conflict", "age", found, reason, 0.6, frozenset({sign}))
            return


def _ranges(a: View, b: View) -> Values | None:
    """Two ranges of which each bound lies near the other's, and one is not the same."""
    one, other = age_range(a.claim.text), age_range(b.claim.text)
    if one is None or other is None:
        return None
    apart = abs(one.low - other.low), abs(one.high - other.high)
    return (one.text, other.text) if 1 <= max(apart) <= NEAR else None


def _outside(a: View, b: View) -> Values | None:
    """A range, and ages of several of whom one lies just outside of it."""
    span, ages = age_range(a.claim.text), _years(b)
    if span is None or len(ages) < FEW:
        return None
    out = [age for age in ages if not _within(age, span)]
    near = len(out) == 1 and (0 < out[0] - span.high <= NEAR or 0 < span.low - out[0] <= NEAR)
    return (span.text, f"{out[0]:g} years old") if near else None


def _within(age: float, span: Span) -> bool:
    """Whether somebody so old lies in a range: who is ten is so until he is eleven."""
    return span.low <= age < span.high + 1


def _unlisted(a: View, b: View) -> Values | None:
    """A bare list, and an age near one of it that is told of nobody else."""
    ages, others = listed_ages(a.claim.text), _years(b)
    if not ages or not others:
        return None
    missing = [age for age in others if age not in ages]
    known = set(ages) - set(_article_ages(b))
    if len(missing) != 1 or missing[0] in _article_ages(a):
        return None
    near = min(known, key=lambda age: (abs(age - missing[0]), age), default=missing[0] + NEAR + 1)
    if abs(near - missing[0]) > NEAR:
        return None
    return f"{near:g} years old", f"{missing[0]:g} years old"


def _years(view: View) -> list[float]:
    """The ages of a claim in whole years, those of a list among them."""
    listed = listed_ages(view.claim.text)
    return list(listed) or _exact(view.claim)


def _article_ages(view: View) -> list[float]:
    found = _years(view)
    for claim in view.neighbours:
        found += listed_ages(claim.text) or _exact(claim)
    return found


def _exact(claim: Claim) -> list[float]:
    """The ages of single persons that are told to the year."""
    return [f.low for f in single_ages(claim) if f.low == f.high and f.unit in ("", "year")]


WAYS: dict[str, Callable[[View, View], Values | None]] = {
    "two_ranges": _ranges,
    "out_of_range": _outside,
    "not_listed": _unlisted,
}
"""Sign: how two accounts of a group's ages are found to differ; the first that does is told."""
