"""Clusters after decisions: grouped anew where needed, split and merged as decided."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from claims.records import Claim, Cluster, Reconciliation, Relation, Verdict
from reconcile.decisions.finding import Index
from reconcile.decisions.state import State

if TYPE_CHECKING:
    from reconcile.standing import Standings

Groups = dict[str, frozenset[str]]
"""Of each claim the claims of its cluster."""

_JOINING: frozenset[Verdict] = frozenset({"agree", "conflict"})
"""Verdicts that say two claims are about one fact."""


def regroup(rec: Reconciliation, tool: Index, state: State) -> Reconciliation:
    """The reconciliation with the clusters that its relations and its reviewers make.

    What no decision touches keeps its record. Where a verdict that joins two claims came or
    went, the claims of their clusters are grouped as a run groups them; then each split and
    each merge is carried out, in the order they were made, if its quotes are still there.
    """
    changed = [r for r in rec.relations if _verdict(tool, r.id) != r.verdict]
    groups = {id_: frozenset(c.claims) for c in rec.clusters for id_ in c.claims}
    for claim in rec.claims:
        groups.setdefault(claim.id, frozenset((claim.id,)))
    _regroup(groups, rec, tool, changed)
    _by_hand(groups, tool, state)
    touched = {id_ for relation in changed for id_ in (relation.a, relation.b)}
    touched |= {c.id for c, own in zip(rec.claims, tool.rec.claims, strict=True) if c != own}
    return _with_clusters(rec, tool, groups, touched)


def _verdict(tool: Index, relation: str) -> Verdict:
    held = tool.relations.get(relation)
    return held.verdict if held else "different"


def _regroup(groups: Groups, rec: Reconciliation, tool: Index, changed: Iterable[Relation]) -> None:
    """Groups the clusters anew that a verdict joined or parts."""
    pools = Pools()
    for relation in changed:
        if (relation.verdict in _JOINING) != (_verdict(tool, relation.id) in _JOINING):
            pools.join(groups[relation.a] | groups[relation.b])
    if not pools.all:
        return
    from reconcile.clustering import group

    claims = {claim.id: claim for claim in rec.claims}
    for pool in pools.all:
        inside = [r for r in rec.relations if r.a in pool and r.b in pool]
        for ids in group([claims[id_] for id_ in sorted(pool)], inside):
            groups.update(dict.fromkeys(ids, frozenset(ids)))


class Pools:
    """Sets that are united where they overlap."""

    def __init__(self) -> None:
        self.all: list[frozenset[str]] = []

    def join(self, members: frozenset[str]) -> None:
        """Adds a set, united with those it overlaps."""
        apart = [pool for pool in self.all if not pool & members]
        for pool in self.all:
            if pool & members:
                members |= pool
        self.all = [*apart, members]


def _by_hand(groups: Groups, tool: Index, state: State) -> None:
    """Carries out splits and merges whose quotes are still in the case."""
    for decision in state.in_force:
        if decision.act not in ("split", "merge"):
            continue
        a = tool.same(decision.a) if decision.a else None
        b = tool.same(decision.b) if decision.b else None
        if decision.act == "split" and a:
            rest = groups[a.id] - {a.id}
            groups.update(dict.fromkeys(rest, rest))
            groups[a.id] = frozenset((a.id,))
        elif decision.act == "merge" and a and b:
            both = groups[a.id] | groups[b.id]
            groups.update(dict.fromkeys(both, both))


def _with_clusters(
    rec: Reconciliation, tool: Index, groups: Groups, touched: set[str]
) -> Reconciliation:
    before = {frozenset(cluster.claims): cluster for cluster in rec.clusters}
    wanted = set(groups.values())
    fresh = {members for members in wanted if members not in before or members & touched}
    if not fresh and len(before) == len(wanted):
        return rec
    # A cluster's record names those it clashes with or that replace it.
    fresh |= {
        groups[other]
        for relation in rec.relations
        for id_, other in ((relation.a, relation.b), (relation.b, relation.a))
        if groups[id_] in fresh and groups[other] in before
    }
    standing = _records(rec, tool, fresh, groups, before)
    kept = wanted - fresh
    clusters = [cluster for members, cluster in before.items() if members in kept]
    return dataclasses.replace(
        rec,
        clusters=tuple(sorted((*clusters, *standing.clusters), key=lambda cluster: cluster.id)),
        claims=tuple(standing.placed(rec.claims)),
    )


def _records(
    rec: Reconciliation,
    tool: Index,
    fresh: Iterable[frozenset[str]],
    groups: Groups,
    before: Mapping[frozenset[str], Cluster],
) -> Standings:
    """The records of groups, as a run makes them; needs no model but for the labels, which are
    kept or chosen by :func:`_label`."""
    import numpy as np

    from reconcile.origins import Origins
    from reconcile.standing import standings

    wanted = sorted(tuple(sorted(group)) for group in fresh)
    known = {claim.id: claim for claim in rec.claims}
    made = standings(
        wanted,
        lambda id_: tool.view(known[id_]),
        np.zeros((1, 1), dtype=np.float32),
        rec.relations,
        Origins.of(rec),
        groups,
    )
    labels = {id_: cluster.label for cluster in before.values() for id_ in cluster.claims}
    return dataclasses.replace(
        made,
        clusters=tuple(
            dataclasses.replace(cluster, label=_label([known[i] for i in cluster.claims], labels))
            for cluster in made.clusters
        ),
    )


def _label(members: Sequence[Claim], labels: Mapping[str, str]) -> str:
    """The label most of the claims had, where one of them says it; else the claim of most names."""
    had = [labels[claim.id] for claim in members if claim.id in labels]
    texts = {claim.text for claim in members}
    kept = sorted(set(had) & texts, key=lambda label: (-had.count(label), label))
    if kept:
        return kept[0]
    return min(members, key=lambda c: (-len({n.name for n in c.names}), len(c.text), c.id)).text
