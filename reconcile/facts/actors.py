"""Who did it: one act, two parties that are not one."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.alignment import alike, telling
from reconcile.facts.parties import opposed
from reconcile.findings import Alignment, Finding, Match
from reconcile.views import View

ACTS = frozenset("airstrike shell bomb attack shoot kill explode hit fire launch strike".split())
"""Acts whose doer is the question; for others two doers may both have had a part."""

LIKE = 0.5


def compare_actors(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """One act on one target at one time, laid to two sides."""
    first, second = a.claim.happening, b.claim.happening
    if first is None or second is None or not {first.sense, second.sense} <= ACTS:
        return
    if alignment.place.match is not Match.SAME and not telling(a, a.names & b.names):
        return
    if alignment.likeness < LIKE or alignment.time.match is Match.DIFFERS:
        return
    if not alike(a.participant("patient"), b.participant("patient")):
        return
    if opposed(first.agent, second.agent):
        values = first.agent, second.agent
        reason = f"{values[0]} against {values[1]} as who did it ({first.sense})"
        yield Finding("conflict", "actor", values, reason, 0.7)
