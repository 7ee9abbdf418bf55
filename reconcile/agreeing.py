"""Why two claims in which nothing was found to differ are still not said to agree.

That no comparator finds two values of one thing is not to say that the two state one fact: what
differs may be nothing that is compared. Each rule gives its reason, and none holds of two prints
of one sentence.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable

from claims.figures import can_be_one, numerals
from claims.senses import OPPOSITES
from reconcile.facts.two_figures import RISING
from reconcile.findings import Alignment, Match
from reconcile.views import REMEMBERED, View

DENIED = 0.8
"""Least share of the words of two denials that both have, for them to deny one thing."""

_WANTED = frozenset({"planned", "demanded"})
"""Modality of what is still to be."""

_OPEN = re.compile(r"\b(?:may|might|could|can|if|whether|unclear|unknown)\b", re.IGNORECASE)
"""In a claim of what is possible: that it leaves open whether. Hearsay ("reportedly", "is thought
to have") tells what happened, if less surely."""

_ADDRESS = re.compile(
    r"\b\d+(?:th|st|nd|rd)?[ -]block\b|\b(?:at|near) \d+ (?=[A-Z])|\b\d+(?:th|st|nd|rd)\b"
)
"""A house, a block or a street that is told by its number."""

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
    if _unfulfilled(a) == _unfulfilled(b):
        return ""
    return "One tells what happened, the other what may or shall."


def _numbers(a: View, b: View, alignment: Alignment) -> str:
    first, second = told_numbers(a), told_numbers(b)
    if not first - second or not second - first:
        return ""
    one, other = f"{min(first - second):g}", f"{min(second - first):g}"
    return f"One gives the number {one}, the other {other}, and they may be of two things."


def _counts(a: View, b: View, alignment: Alignment) -> str:
    for state in sorted(_states(a) & _states(b)):
        first, second = (
            [figure for figure in side.claim.figures if figure.role == state] for side in (a, b)
        )
        if not any(can_be_one(x, y) for x in first for y in second):
            return f"Each says how many were {state}, and it is not one number."
    return ""


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


def _unfulfilled(view: View) -> bool:
    """Whether a claim tells what may or shall be."""
    claim = view.claim
    return claim.modality in _WANTED or (
        claim.modality == "possible" and bool(_OPEN.search(claim.text))
    )


def told_numbers(view: View) -> frozenset[float]:
    """The numbers of a claim, without those of its dates, times and addresses."""
    return _numbers_in(view.claim.text, tuple(when.text for when in view.claim.when))


@functools.lru_cache(maxsize=REMEMBERED)
def _numbers_in(text: str, times: tuple[str, ...]) -> frozenset[float]:
    for time in times:
        text = text.replace(time, " ")
    return frozenset(number.value for number in numerals(_ADDRESS.sub(" ", text)))


REFUSALS: tuple[Refusal, ...] = (
    _polarity, _denials, _opposites, _planned, _numbers, _counts, _uncounted,
)  # fmt: skip
"""Asked in this order."""
