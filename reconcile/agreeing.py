"""Why two claims in which nothing was found to differ are still not said to agree.

That no comparator finds two values of one thing is not to say that the two state one fact: what
differs may be nothing that is compared. Each rule gives its reason, and none holds of two prints
of one sentence.
"""

from __future__ import annotations

from collections.abc import Callable

from claims.figures import numerals
from claims.senses import OPPOSITES
from reconcile.facts.two_figures import RISING
from reconcile.findings import Alignment, Match
from reconcile.views import View

DENIED = 0.8
"""Least share of the words of two denials that both have, for them to deny one thing."""

_TOLD = frozenset({"asserted", "denied"})
"""Modality of what is said to be so, or not; the others say what may or shall be."""

_HARMS = frozenset({"kill", "injure"})
"""Two facts of one event, told in sentences that are alike."""

Refusal = Callable[[View, View, Alignment], str]


def refusal(a: View, b: View, alignment: Alignment) -> str:
    """Why two claims with nothing to compare are not said to agree; empty where nothing is
    against it."""
    return next((reason for rule in REFUSALS if (reason := rule(a, b, alignment))), "")


def _polarity(a: View, b: View, alignment: Alignment) -> str:
    if a.claim.polarity == b.claim.polarity:
        return ""
    return "One affirms and the other denies, and what they speak of may be two things."


def _denials(a: View, b: View, alignment: Alignment) -> str:
    if a.claim.polarity != "negated" or len(a.words & b.words) >= DENIED * len(a.words | b.words):
        return ""
    return "Each denies something, and it may not be the same."


def _opposites(a: View, b: View, alignment: Alignment) -> str:
    act = alignment.happening
    told = frozenset({act.a, act.b})
    if told not in OPPOSITES and told != _HARMS:
        return ""
    return f"One tells of {act.a}, the other of {act.b}, and it may be of two things."


def _planned(a: View, b: View, alignment: Alignment) -> str:
    if (a.claim.modality in _TOLD) == (b.claim.modality in _TOLD):
        return ""
    return "One tells what happened, the other what may or shall."


def _numbers(a: View, b: View, alignment: Alignment) -> str:
    first, second = _told(a), _told(b)
    if not first - second or not second - first:
        return ""
    one, other = f"{min(first - second):g}", f"{min(second - first):g}"
    return f"One gives the number {one}, the other {other}, and they may be of two things."


def _uncounted(a: View, b: View, alignment: Alignment) -> str:
    if alignment.happening.match is not Match.DIFFERS:
        return ""
    mine, other = _states(a), _states(b)
    if mine == other or (mine and other):
        return ""
    return f"Only one says how many were {min(mine | other)}, and each tells of another act."


def _states(view: View) -> set[str]:
    """What befell those whom a claim counts."""
    return {figure.role for figure in view.claim.figures} & RISING


def _told(view: View) -> set[float]:
    return {number.value for number in numerals(view.claim.text)}


REFUSALS: tuple[Refusal, ...] = (
    _polarity, _denials, _opposites, _planned, _numbers, _uncounted,
)  # fmt: skip
"""Asked in this order."""
