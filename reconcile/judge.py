"""The verdict on a pair: same event, same fact and scope, same as-of, do the values overlap.

The questions are asked in this order, and the first "no" is the verdict and its reason.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from claims.records import Verdict
from reconcile.alignment import align
from reconcile.facts import COMPARATORS, IN_ONE_ARTICLE
from reconcile.findings import Alignment, Finding, Judgement, Match
from reconcile.views import View

EVENT = 0.5
"""Least probability of one event for a pair to be compared at all."""

EVENT_ALONE = 0.75
"""Least probability of one event for two claims with nothing to compare to be said to agree."""

FACT = 0.5
"""Least probability of one fact for two claims that agree to be joined."""

EMPTY = frozenset({"be", "have", "do", "say", "happen", "go", "get", "make", "take"})
"""Senses that say nothing of what happened."""

_ORDER: tuple[Verdict, ...] = ("conflict", "update", "scope", "agree")
_SPAN: dict[Verdict, tuple[float, float]] = {
    "conflict": (0.5, 1.0),
    "update": (0.3, 0.45),
    "scope": (0.2, 0.3),
    "different": (0.05, 0.2),
    "agree": (0.0, 0.2),
}
"""Where the score of a verdict lies: from least to most likely a conflict after all."""


def judge(a: View, b: View, story: float, likeness: float) -> Judgement:
    """Judges two claims.

    Args:
        a: One claim.
        b: The other; for an ``update`` the caller puts the later one second.
        story: How surely their articles tell of one story, 0 to 1.
        likeness: Cosine of their embeddings.

    Returns:
        The verdict, never ``None``: a pair with nothing in common is ``different``.
    """
    alignment = align(a, b, story, likeness)
    event = event_probability(alignment)
    compared = COMPARATORS if a.article.id != b.article.id else IN_ONE_ARTICLE
    findings = [f for compare in compared for f in compare(a, b, alignment)]
    parted = _parted(alignment, findings)
    if parted or event < EVENT:
        reason = parted or _unlike(alignment)
        return _different(alignment, findings, reason)
    return _verdict(alignment, event, findings)


def _verdict(alignment: Alignment, event: float, findings: Sequence[Finding]) -> Judgement:
    for verdict in _ORDER:
        told = [f for f in findings if f.verdict == verdict]
        if not told:
            continue
        best = max(told, key=lambda f: f.weight)
        kinds = tuple(dict.fromkeys(f.kind for f in told))
        against = event * best.weight
        score = _score(verdict, 1 - against if verdict == "agree" else against)
        shown = kinds if verdict in ("conflict", "update") else ()
        sure = event * best.weight
        return Judgement(verdict, shown, best.values, _sentence(best), score, sure, alignment)
    fact = fact_probability(alignment)
    if event < EVENT_ALONE and fact < FACT:
        reason = "The two share too little to be about one event."
        return _different(alignment, findings, reason)
    reason = (
        "The two say the same in other words; nothing in them differs."
        if fact >= FACT
        else "The two are of one event and do not clash."
    )
    score = _score("agree", 1 - alignment.likeness)
    sameness = event * fact if fact >= FACT else 0.0
    return Judgement("agree", (), (), reason, score, sameness, alignment)


def _different(alignment: Alignment, findings: Sequence[Finding], reason: str) -> Judgement:
    """Two events; what would have clashed had they been one leaves a doubt in the score."""
    clash = max((f.weight for f in findings if f.verdict == "conflict"), default=0.3)
    doubt = (clash + event_probability(alignment)) / 2
    return Judgement("different", (), (), reason, _score("different", doubt), 0.0, alignment)


def _score(verdict: Verdict, against: float) -> float:
    """The score of a verdict by how much speaks for a conflict, 0 to 1."""
    least, most = _SPAN[verdict]
    return least + (most - least) * min(max(against, 0.0), 1.0)


def fact_probability(alignment: Alignment) -> float:
    """How surely two claims about one event state one fact, 0 to 1.

    Either they use nearly the same words, or they tell of one act of the same participants.
    """
    value = 9.0 * (alignment.likeness - 0.75) + 3.0 * (alignment.words - 0.5)
    act = alignment.happening
    if act.match is Match.SAME and act.a not in EMPTY:
        value += {Match.SAME: 2.0, Match.COMPATIBLE: 0.5}.get(alignment.participants.match, -0.5)
    elif act.match is Match.DIFFERS:
        value -= 1.0
    value += {Match.SAME: 0.5, Match.DIFFERS: -1.0}.get(alignment.place.match, 0.0)
    return 1 / (1 + math.exp(-value))


def event_probability(alignment: Alignment) -> float:
    """How surely two claims are about one event, 0 to 1, from many weak signs."""
    story = min(max(alignment.story, 0.02), 0.98)
    value = 0.8 * math.log(story / (1 - story))
    value += 5.0 * (alignment.likeness - 0.5) + 1.0 * (alignment.words - 0.3)
    value += {Match.DIFFERS: -1.0}.get(alignment.names.match, 0.0) + 0.25 * min(alignment.rare, 8)
    value += {Match.SAME: 0.3, Match.DIFFERS: -2.0}.get(alignment.means.match, 0.0)
    value += {Match.SAME: 1.0, Match.DIFFERS: -1.0}.get(alignment.place.match, 0.0)
    value += {Match.SAME: 0.5, Match.DIFFERS: -2.5}.get(alignment.time.match, 0.0)
    value += {Match.SAME: 0.5, Match.DIFFERS: -0.2}.get(alignment.happening.match, 0.0)
    return 1 / (1 + math.exp(-value))


def _parted(alignment: Alignment, findings: Sequence[Finding]) -> str:
    """Why the two are different events whatever else they share; empty when nothing parts them."""
    time = alignment.time
    dated = any(f.kind == "date" for f in findings)
    if time.match is Match.DIFFERS and not dated:
        return f"Two events: one of {time.a}, the other of {time.b}."
    if alignment.means.match is Match.DIFFERS and any(f.kind == "figure" for f in findings):
        return f"Two events: one by {alignment.means.a}, the other by {alignment.means.b}."
    return ""


def _unlike(alignment: Alignment) -> str:
    if alignment.means.match is Match.DIFFERS:
        return f"Two events: one by {alignment.means.a}, the other by {alignment.means.b}."
    if alignment.place.match is Match.DIFFERS:
        return f"Two events: one at {alignment.place.a}, the other at {alignment.place.b}."
    if alignment.names.match is Match.DIFFERS:
        return f"Two events: one names {alignment.names.a}, the other {alignment.names.b}."
    return "The two share too little to be about one event."


def _sentence(finding: Finding) -> str:
    return f"{finding.reason[0].upper()}{finding.reason[1:]}."
