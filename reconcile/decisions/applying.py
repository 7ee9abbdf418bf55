"""Decisions applied to a reconciliation: what every report, table and export shows."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from claims.records import (
    Decision,
    Kind,
    Reconciliation,
    Relation,
    Ruling,
    ToolSaid,
    Verdict,
)
from reconcile.decisions.finding import Index, index
from reconcile.decisions.naming import rename
from reconcile.decisions.regroup import regroup
from reconcile.decisions.ruling import rulings
from reconcile.decisions.state import fold
from reports import words


def apply(rec: Reconciliation | Index, events: Iterable[Decision]) -> Reconciliation:
    """A reconciliation with the reviewers' decisions applied.

    A relation gets the verdict on which all its reviewers agree (the last of each counts);
    where they differ, the tool's stands and the ruling says so. A pair that the tool did not
    relate gets a relation. Clusters are grouped anew where a verdict on their claims changed,
    then split and merged as decided, and their standing follows. ``unsure`` changes nothing.

    Args:
        rec: As the tool made it, or with other decisions applied: those are taken off first.
            Whoever applies again and again keeps an index and gives that.
        events: The log, in whatever order.

    Returns:
        The same articles; ``decisions``, ``rulings`` and ``tool`` are set. Without a decision
        in force it is the tool's own reconciliation.
    """
    held = index(rec)
    own = held.rec
    state = fold(events)
    if not state.in_force:
        return own
    ruled = rulings(held, state)
    relations = _relations(held, ruled)
    claims, merges = rename(own, state)
    decided = dataclasses.replace(
        own,
        claims=claims,
        relations=relations,
        merges=merges,
        decisions=state.in_force,
        rulings=ruled,
        tool=ToolSaid(own.claims, own.clusters, own.relations, own.merges),
    )
    return regroup(decided, held, state)


def _relations(tool: Index, held: Iterable[Ruling]) -> tuple[Relation, ...]:
    relations: dict[str, Relation] = dict(tool.relations)
    for ruling in held:
        relation = relations.get(ruling.relation)
        if ruling.disagree and relation is not None:
            relations[relation.id] = dataclasses.replace(
                relation, reason=f"{relation.reason} {_disagreement(ruling)}".strip()
            )
        elif ruling.opinion is not None and ruling.opinion != "unsure":
            decided = _decided(tool, ruling, ruling.opinion, relation)
            if decided is not None:
                relations[decided.id] = decided
    return tuple(sorted(relations.values(), key=lambda relation: relation.id))


def _decided(
    tool: Index, ruling: Ruling, verdict: Verdict, relation: Relation | None
) -> Relation | None:
    """The relation with the verdict decided; ``None`` for an unrelated pair that stays so."""
    if relation is None:
        if verdict == "different":
            return None
        relation = _new(tool, ruling)
        if relation is None:
            return None
    kinds: tuple[Kind, ...] = ()
    if verdict in ("conflict", "update"):
        named = [decision.kinds for decision in ruling.decisions if decision.kinds]
        kinds = named[-1] if named else relation.kinds
    if verdict == "update" and relation.verdict != "update":
        relation = _in_time(tool, relation)
    return dataclasses.replace(
        relation, verdict=verdict, kinds=kinds, reason=_reason(ruling, verdict, relation.reason)
    )


def _new(tool: Index, ruling: Ruling) -> Relation | None:
    """A relation for two claims between which the tool sees none."""
    decision = ruling.decisions[-1]
    if decision.a is None or decision.b is None:
        return None
    a, b = tool.same(decision.a), tool.same(decision.b)
    if a is None or b is None:
        return None
    values = (decision.a.value, decision.b.value)
    same = tool.origins.same(a, b)
    return Relation(
        id=ruling.relation,
        a=a.id,
        b=b.id,
        verdict="different",
        kinds=(),
        values=values if all(values) else (),
        reason="",
        score=0.0,
        origin="same" if same else "independent",
    )


def _in_time(tool: Index, relation: Relation) -> Relation:
    """Of an update b is the later: the claims by the days their articles were published."""
    days = [
        article.published
        for id_ in (relation.a, relation.b)
        if (article := tool.articles.get(tool.claims[id_].article))
    ]
    first, second = days if len(days) == 2 else (None, None)
    if first is None or second is None or first <= second:
        return relation
    return dataclasses.replace(
        relation, a=relation.b, b=relation.a, values=tuple(reversed(relation.values))
    )


def _reason(ruling: Ruling, verdict: Verdict, reason: str) -> str:
    holders = [decision for decision in ruling.decisions if decision.opinion == verdict]
    who = _listed(decision.reviewer for decision in holders)
    day = words.day(holders[-1].at[:10])
    if ruling.tool is None:
        return f"Decided by {who} on {day}; the tool does not relate the two."
    if ruling.tool.verdict == verdict:
        return f"{reason} Confirmed by {who} on {day}.".strip()
    had = words.VERDICT[ruling.tool.verdict][1]
    return f"Decided by {who} on {day}; the tool says {had}: {reason}"


def _disagreement(ruling: Ruling) -> str:
    said = "; ".join(
        f"{decision.reviewer} says {decision.opinion}" for decision in ruling.decisions
    )
    return f"Reviewers disagree: {said}."


def _listed(names: Iterable[str]) -> str:
    listed = list(names)
    return " and ".join([", ".join(listed[:-1]), listed[-1]] if len(listed) > 1 else listed)
