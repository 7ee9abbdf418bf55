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
from reconcile.facts.capacities import PERSON, SHOT, capacities, class_of
from reconcile.facts.figures import SIGNS, value
from reconcile.facts.lone_counts import HARMED, kept_apart, one_event
from reconcile.facts.two_figures import ANYBODY, Two, is_part, the_rest
from reconcile.findings import Alignment, Finding, Match, held
from reconcile.views import EMPTY, REMEMBERED, View

LIKE_ACT = 0.4
"""Least likeness of two claims whose one act says in what capacity persons are counted."""

FAR = 2
"""How many times as many a number is that no reader takes for a vague one."""

OTHER_ORDER = 100
"""Rival counts of one event do not lie this many times apart, even of a crowd."""

LIKE_HIGH = 0.5
"""Likeness from which on two claims are told nearly alike."""

_HELPING = ("police", "officer", "medic", "rescuer", "journalist", "soldier")
"""Kinds of persons who come to an event, and are counted beside those it is about."""

_BYSTANDING = ANYBODY - {"individual"}
"""Nouns for whom an attack befalls, not for who attacks."""

_COUNTED_ONE = re.compile(r"(?:only |just |but )?(?:one|a (?:single|lone|sole)|1)\b", re.IGNORECASE)

_OTHERS = re.compile(
    r"\b(?:other|others|another|additional|further|more(?! than))\b", re.IGNORECASE
)
"""In a figure's words: who is counted comes on top of others."""


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
    """Class: the only number that a claim gives of it, apart from parts of it and from the dead
    and hurt, whom ``compare_figures`` compares."""
    found: dict[str, list[Figure]] = {}
    for figure in claim.figures:
        counted = not (figure.unit or figure.role in HARMED or is_part(figure))
        if counted and (class_ := class_of(figure.noun)):
            found.setdefault(class_, []).append(figure)
    return {name: row[0] for name, row in found.items() if len(row) == 1}


def _capacities(claim: Claim, figure: Figure) -> frozenset[str]:
    if class_of(figure.noun) != PERSON:
        return frozenset()
    found = capacities(claim.text, figure.role)
    return found - {"attacking"} if figure.noun in _BYSTANDING else found


def _comparable(two: Two, class_: str, shared: bool) -> bool:
    """Whether the two count one class of thing in one capacity, under nouns of their own."""
    fa, fb = two.fa, two.fb
    if class_ == PERSON:
        if fa.role == fb.role != "" or comparable(fa, fb) == "other":
            return False  # compare_figures has seen them
        return (shared or _one_act(two)) and _helping(fa.noun) == _helping(fb.noun)
    one_state = fa.role == fb.role or not (fa.role and fb.role) or class_ == SHOT
    near = two.alignment.likeness >= LIKE_ACT or _one_act(two)
    return one_state and near and fa.noun != fb.noun  # else compare_lone_counts has seen them


def _helping(noun: str) -> str:
    return next((kind for kind in _HELPING if kinship(noun, kind) == "same"), "")


def _one_act(two: Two) -> bool:
    """Whether both tell of one act, in words not too far apart."""
    happening = two.alignment.happening
    same = happening.match is Match.SAME and happening.a not in EMPTY
    return same and two.alignment.likeness >= LIKE_ACT


def _rivals(two: Two) -> bool:
    """Whether two numbers cannot be one and no rule keeps them apart."""
    fa, fb = two.fa, two.fb
    if overlap(fa, fb) and not rival(fa, fb):
        return False
    if not (_tells(fa, fb) and _tells(fb, fa)):
        return False
    ones = (f for f in (fa, fb) if (f.high or 2) <= 1)
    if not all(_COUNTED_ONE.match(f.text) or not f.high for f in ones):
        return False  # "a man", "the driver": told of one, not counted
    if the_rest(two) or _OTHERS.search(fa.text) or _OTHERS.search(fb.text) or _other_order(fa, fb):
        return False
    return not kept_apart(two)


def _other_order(a: Figure, b: Figure) -> bool:
    """Whether one is so many times the other that it counts for a whole war or country."""
    low, high = sorted((a.low, b.low))
    return low > 0 and high >= OTHER_ORDER * low


def _tells(figure: Figure, other: Figure) -> bool:
    """Whether a number says enough to clash: "one or more" does not, "numerous" and two do not."""
    if figure.bound == "vague":
        low, high = figure.low / FAR, (figure.high or float("inf")) * FAR
        return (other.high or other.low) <= low or other.low >= high
    return figure.bound != "at_least" or figure.low > 1
