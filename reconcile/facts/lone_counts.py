"""Numbers that stand alone: the only one of its kind in each of two claims of one event.

What is counted in no state that a table knows ("three rockets", "a fine of $900", "forty guests")
can be compared where each claim gives one number of the kind: who tells of one event and counts
one kind of thing in it mostly counts the same.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping

from claims.figures import comparable, overlap, rival
from claims.figures.kinds import is_person
from claims.figures.units import in_base_units, is_money
from claims.records import Claim, Figure
from reconcile.alignment import alike
from reconcile.facts.figures import READINGS, RULES, SIGNS, value
from reconcile.facts.two_figures import Two, is_part
from reconcile.findings import Alignment, Finding, Match
from reconcile.ties import ANY_STORY, PARTINGS, TIES
from reconcile.views import REMEMBERED, View, content_words

LIKE_COUNTED = 0.2
"""Least likeness of two claims that count one kind of thing."""

NEAR_DAYS = 4
"""Most days between two publications that count in one event."""

HARMED = frozenset({"killed", "injured", "missing", "casualty", "shot", "hospitalised", "age"})
"""States whose counts are compared state by state; see ``compare_figures``."""

_ASKED = frozenset("other_days another_time opposed two_hands scenes summand windows".split())
"""Rules of ``compare_figures`` that part two numbers of any kind."""


def compare_lone_counts(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """Two numbers that cannot be one, each the only one of its kind in its claim."""
    if not one_event(a, b, alignment):
        return
    first, second = _alone(a.claim), _alone(b.claim)
    for kind in first.keys() & second.keys():
        two = Two(a, b, first[kind], second[kind], alignment)
        if not _rivals(two, kind):
            continue
        given = value(two.fa), value(two.fb)
        signs = {name for name, holds in SIGNS.items() if holds(two)} | {"lone"}
        if alike(_noun(two.fa), _noun(two.fb)):
            signs.add("same_noun")
        if alignment.happening.match is Match.SAME:
            signs.add("same_happening")
        reason = f"{given[0]} against {given[1]}: the one number of its kind in each"
        yield Finding("conflict", "figure", given, reason, 0.4, frozenset(signs))
        return


def one_event(a: View, b: View, alignment: Alignment) -> bool:
    """Whether both may tell of one event, near in time and at no two places."""
    if Match.DIFFERS in (alignment.time.match, alignment.place.match) or a.aside or b.aside:
        return False
    if a.published and b.published and abs((a.published - b.published).days) > NEAR_DAYS:
        return False
    if a.article.id == b.article.id or alignment.likeness < LIKE_COUNTED:
        return False
    if not {a.claim.modality, b.claim.modality} <= {"asserted", "denied", "planned", "demanded"}:
        return False
    tied = bool(alignment.ties & TIES.keys()) or alignment.story >= ANY_STORY
    return tied and not alignment.ties & (PARTINGS.keys() - {"names_differ", "other_place"})


@functools.lru_cache(maxsize=REMEMBERED)
def _alone(claim: Claim) -> Mapping[str, Figure]:
    """Kind of thing: the only number that a claim gives of it."""
    found: dict[str, list[Figure]] = {}
    for figure in claim.figures:
        if kind := _kind(figure):
            found.setdefault(kind, []).append(figure)
    return {kind: row[0] for kind, row in found.items() if len(row) == 1 and not is_part(row[0])}


def _kind(figure: Figure) -> str:
    """What sort of thing a figure counts: ``person``, ``money``, a dimension; empty for none."""
    if figure.role in HARMED or figure.bound == "vague":
        return ""
    if figure.unit == "percent":
        return f"percent {figure.noun}"
    if figure.unit:
        return "money" if is_money(figure.unit) else in_base_units(1, figure.unit)[1]
    return "person" if is_person(figure.noun) else figure.noun


def _rivals(two: Two, kind: str) -> bool:
    """Whether two numbers of a kind cannot be one and no rule keeps them apart."""
    fa, fb = two.fa, two.fb
    if overlap(fa, fb) and not rival(fa, fb):
        return False
    if fa.role and fb.role and fa.role != fb.role:
        return False
    if comparable(fa, fb) == "other" or (not fa.unit and any((f.high or 2) <= 1 for f in (fa, fb))):
        return False
    if kind == "person" and fa.noun != fb.noun:
        return False  # a claim tells of people of many sorts
    return not kept_apart(two)


def kept_apart(two: Two) -> bool:
    """Whether a rule of ``compare_figures`` parts two numbers, whatever they count."""
    return any(rule.holds(two) for rule in (*RULES, *READINGS) if rule.name in _ASKED)


def _noun(figure: Figure) -> frozenset[str]:
    return content_words(figure.noun)
