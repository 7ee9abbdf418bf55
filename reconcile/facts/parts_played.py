"""The part somebody plays in what is told: who suffered it, who did it, who only saw to it."""

from __future__ import annotations

import re

from claims.records import Claim, Figure

HARMS = frozenset("kill shoot injure attack airstrike shell bomb rob rape abduct stab".split())
"""Senses whose object is the victim."""

SUFFERED = frozenset("die hospitalise treat survive rescue".split())
HELD_FOR = frozenset("arrest charge convict sentence detained accuse face surrender".split())
"""Senses that tell of him who is said to have done it, whichever part of them he is."""

CALLED = frozenset({"call", "find", "discover", "hear", "witness"})
"""Senses that tell of him who got help."""
APART = tuple(map(frozenset, (("victim", "doer"), ("victim", "caller"), ("self", "caller"))))
"""Parts of which nobody plays both."""

_SELF = re.compile(r"\b(?:him|her|my|them)?sel(?:f|ves)\b", re.IGNORECASE)
"""Who shoots himself is both."""


def part(claim: Claim, figure: Figure) -> str:
    """Whether he who is so old suffered what is told, or did it, or did it to himself, or only
    saw to it; empty where none is said."""
    told = claim.happening
    if told is None:
        return ""
    if _SELF.search(claim.text):
        return "self"
    in_agent, in_patient = figure.text in told.agent, figure.text in told.patient
    if in_agent == in_patient:
        return ""
    if told.sense in CALLED:
        return "caller" if in_agent else ""
    if told.sense in HELD_FOR:
        return "doer"
    if told.sense in HARMS:
        return "victim" if in_patient else "doer"
    return "victim" if told.sense in SUFFERED else ""
