"""Who did it: one act, two parties that are not one."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.alignment import alike
from reconcile.facts.parties import opposed
from reconcile.findings import Alignment, Finding, Match, held
from reconcile.views import View, content_words, telling

ACTS = frozenset("airstrike shell bomb attack shoot kill explode hit fire launch strike".split())
"""Acts whose doer is the question; for others two doers may both have had a part."""

LIKE = 0.5
"""Least likeness of two claims for opposed doers to be a clash whatever the weights say."""


def compare_actors(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """One act on one target at one time, laid to two sides or two names."""
    first, second = a.claim.happening, b.claim.happening
    if first is None or second is None or not {first.sense, second.sense} <= ACTS:
        return
    if alignment.time.match is Match.DIFFERS or not first.agent or not second.agent:
        return
    at_odds = opposed(first.agent, second.agent)
    mine, other = a.named_in(first.agent), b.named_in(second.agent)
    one_party = alike(content_words(first.agent), content_words(second.agent))
    two_names = bool(mine and other) and not mine & other and not one_party
    if not at_odds and not two_names:
        return
    signs = {
        "opposed": at_odds,
        "two_names": two_names,
        "same_place": alignment.place.match is Match.SAME,
        "telling": telling(a, a.names & b.names),
        "same_object": alike(a.participant("patient"), b.participant("patient")),
        "same_happening": first.sense == second.sense,
        "both_told": two_names and _tells_of(a, other) and _tells_of(b, mine),
    }
    values = first.agent, second.agent
    reason = f"{values[0]} against {values[1]} as who did it ({first.sense})"
    one_act = signs["same_object"] and (signs["same_place"] or signs["telling"])
    strict = at_odds and one_act and alignment.likeness >= LIKE
    yield Finding("conflict", "actor", values, reason, 0.7, held(signs), strict)


def _tells_of(view: View, names: frozenset[str]) -> bool:
    return bool(
        names
        & frozenset().union(
            *({n.name.casefold() for n in c.names} for c in view.neighbours), view.names
        )
    )
