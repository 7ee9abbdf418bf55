"""Whether one side gained ground in one battle: it advanced, or it did not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.facts.parties import AT_ODDS, sides
from reconcile.findings import Alignment, Finding, Match, held
from reconcile.views import View, at_two_dates, telling

ONE_STORY = 0.9
"""Least probability of one story for two articles to tell of one battle."""

_GAINED = re.compile(
    r"\b(?:advanced|advances|(?:made|making|has made|have made) (?:\w+ ){0,2}(?:gains|progress|"
    r"advances|headway)|gained ground|broke through)\b",
    re.IGNORECASE,
)
_STUCK = re.compile(
    r"\b(?:(?:not|n['’]t|never|without|unable to|fail\w* to|no) (?:\w+ ){0,2}?(?:advanc\w+|"
    r"gain\w* (?:any )?ground|progress|headway|gains|break through|broken through))\b",
    re.IGNORECASE,
)
_LATER = re.compile(r"\b(?:earlier|later|since then|previously|last (?:week|month|year))\b", re.I)


def compare_advances(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """One side said to have gained ground on one day, and not to have."""
    mine, others = _gained(a), _gained(b)
    if mine is None or others is None or mine == others:
        return
    if alignment.time.match is Match.DIFFERS or alignment.place.match is Match.DIFFERS:
        return
    first, second = _whose(a), _whose(b)
    at_odds = any(frozenset({x, y}) in AT_ODDS for x in first for y in second)
    if not first & second or at_odds or not _one_battle(a, b, alignment):
        return
    signs = {
        "advance": True,
        "later": at_two_dates(a, b),
        "same_place": alignment.place.match is Match.SAME,
        "same_happening": alignment.happening.match is Match.SAME,
    }
    values = _said(mine), _said(others)
    reason = f"{values[0]} against {values[1]} of one side in one battle"
    yield Finding("conflict", "outcome", values, reason, 0.5, held(signs))


def _gained(view: View) -> bool | None:
    """Whether a claim says that ground was gained; ``None`` where it does not say."""
    text = view.claim.text
    if view.claim.modality not in ("asserted", "denied") or _LATER.search(text):
        return None
    if _STUCK.search(text):
        return False
    return True if _GAINED.search(text) and view.claim.polarity == "affirmed" else None


def _whose(view: View) -> frozenset[str]:
    """The sides that the one who advances belongs to."""
    return sides(view.claim.happening.agent) if view.claim.happening else frozenset()


def _one_battle(a: View, b: View, alignment: Alignment) -> bool:
    """Whether the two share a name that tells, or one story and any name, with what stands before
    them."""
    shared = (a.names | a.before | a.scene) & (b.names | b.before | b.scene)
    return telling(a, shared) or (bool(shared) and alignment.story >= ONE_STORY)


def _said(gained: bool) -> str:
    return "advanced" if gained else "did not advance"
