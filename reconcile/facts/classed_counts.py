"""Numbers of one class told in other words: "1,150 jobs will be cut", "fewer than 400 posts go".

Who tells of one event counts persons in one capacity, or things of one class, once. Where each of
two claims gives one number of them and nothing else of the kind, unlike numbers are rivals however
the counted are called. ``compare_lone_counts`` asks for one noun instead.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping

from claims.figures import comparable, overlap, rival
from claims.figures.kinds import kinship
from claims.records import Claim, Figure
from reconcile.facts.capacities import PERSON, capacities, class_of
from reconcile.facts.figures import RULES, SIGNS, value
from reconcile.facts.lone_counts import HARMED, one_event
from reconcile.facts.two_figures import Two, is_part
from reconcile.findings import Alignment, Finding, Match, held
from reconcile.views import REMEMBERED, View

LIKE_HIGH = 0.5
"""Likeness from which on two claims are told nearly alike."""

_ASKED = frozenset({"other_days", "another_time", "opposed", "scenes", "summand"})

_HELPING = ("police", "officer", "medic", "rescuer", "official", "journalist", "soldier")
"""Kinds of persons who come to an event, and are counted beside those it is about."""

_COUNTED_ONE = re.compile(r"(?:only |just |but )?(?:one|a (?:single|lone|sole)|1)\b", re.IGNORECASE)


def compare_classed_counts(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """Two numbers of one class that cannot be one, each the only one of the class in its claim."""
    if not one_event(a, b, alignment):
        return
    first, second = _alone(a.claim), _alone(b.claim)
    for class_ in sorted(first.keys() & second.keys()):
        two = Two(a, b, first[class_], second[class_], alignment)
        shared = _capacities(a.claim, two.fa) & _capacities(b.claim, two.fb)
        if not _comparable(two, class_, bool(shared)) or not _rivals(two):
            continue
        given = value(two.fa), value(two.fb)
        told = {
            "lone": True,
            f"class:{class_}" if class_ == PERSON else "class:thing": True,
            f"noun:{kinship(two.fa.noun, two.fb.noun)}": True,
            "role:same": bool(shared),
            "role:unread": not shared,
            "like:high": alignment.likeness >= LIKE_HIGH,
            "same_happening": alignment.happening.match is Match.SAME,
            "vague": "vague" in (two.fa.bound, two.fb.bound),
        } | {f"as:{name}": True for name in shared}
        signs = held({name: holds(two) for name, holds in SIGNS.items()}) | held(told)
        reason = f"{given[0]} against {given[1]}: the one number of its class in each"
        yield Finding("conflict", "figure", given, reason, 0.4, signs)
        return


@functools.lru_cache(maxsize=REMEMBERED)
def _alone(claim: Claim) -> Mapping[str, Figure]:
    """Class: the only number that a claim gives of it, parts of it apart."""
    found: dict[str, list[Figure]] = {}
    for figure in claim.figures:
        if not figure.unit and (class_ := class_of(figure.noun)) and not is_part(figure):
            found.setdefault(class_, []).append(figure)
    return {
        name: row[0] for name, row in found.items() if len(row) == 1 and row[0].role not in HARMED
    }


def _capacities(claim: Claim, figure: Figure) -> frozenset[str]:
    return capacities(claim.text, figure.role) if class_of(figure.noun) == PERSON else frozenset()


def _comparable(two: Two, class_: str, shared: bool) -> bool:
    """Whether the two count one class of thing in one capacity, under nouns of their own."""
    fa, fb = two.fa, two.fb
    if fa.role and fb.role and (fa.role == fb.role or class_ != PERSON):
        return fa.role == fb.role and fa.noun != fb.noun and class_ != PERSON
    if comparable(fa, fb) == "other" and class_ == PERSON:
        return False
    if class_ == PERSON:
        return shared and _helping(fa.noun) == _helping(fb.noun)
    if fa.noun == fb.noun:
        return False  # compare_lone_counts has seen them
    return two.alignment.likeness >= LIKE_HIGH or _one_act(two)


def _helping(noun: str) -> str:
    return next((kind for kind in _HELPING if kinship(noun, kind) == "same"), "")


def _one_act(two: Two) -> bool:
    """Whether both leads tell it, or one act is told."""
    same = two.alignment.happening.match is Match.SAME
    return same or bool(two.alignment.ties & {"same_names", "lead_both", "same_day"})


def _rivals(two: Two) -> bool:
    """Whether two numbers cannot be one and no rule keeps them apart."""
    fa, fb = two.fa, two.fb
    if overlap(fa, fb) and not rival(fa, fb):
        return False
    ones = (f for f in (fa, fb) if (f.high or 2) <= 1)
    if not all(_COUNTED_ONE.match(f.text) or not f.high for f in ones):
        return False  # "a man", "the driver": told of one, not counted
    return not any(rule.holds(two) for rule in RULES if rule.name in _ASKED)
