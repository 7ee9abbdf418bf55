"""What a decision would change, before it is made."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator

from claims.records import Cluster, Decision, Reconciliation, Relation
from reconcile.decisions.applying import apply
from reconcile.decisions.finding import Index, index
from reports import words


@dataclasses.dataclass(frozen=True, slots=True)
class Consequences:
    """The difference a decision makes to a case."""

    clusters: tuple[tuple[tuple[Cluster, ...], tuple[Cluster, ...]], ...]
    """Clusters that change, before and after, those that share claims together."""
    relations: tuple[tuple[Relation | None, Relation], ...]
    """Relations whose verdict changes, before (``None``: there was none) and after."""
    names: int
    """Mentions that get another canonical name."""

    def lines(self) -> tuple[str, ...]:
        """A sentence for each; one that says so when nothing changes."""
        return tuple(self._lines()) or ("Nothing else changes.",)

    def _lines(self) -> Iterator[str]:
        for before, after in self.relations:
            had = words.VERDICT[before.verdict][1] if before else "not related"
            yield f"{after.id}: {had} becomes {words.VERDICT[after.verdict][1]}."
        for old, new in self.clusters:
            had, gets = _told(old), _told(new)
            if had != gets:
                yield f"{had} {'become' if len(old) > 1 else 'becomes'} {gets}."
        if self.names:
            verb = "gets" if self.names == 1 else "get"
            yield f"{words.count(self.names, 'mention')} {verb} another name."


def _told(clusters: tuple[Cluster, ...]) -> str:
    parts = [
        f"“{cluster.label}” ({words.count(len(cluster.claims), 'claim')}, "
        f"{words.STATUS[cluster.status][1]})"
        for cluster in clusters
    ]
    return " and ".join(parts)


def consequences(
    rec: Reconciliation | Index, events: Iterable[Decision], proposed: Decision
) -> Consequences:
    """What a case would look like with one more decision; nothing is written.

    Args:
        rec: The case as the tool made it, or its index.
        events: Its log so far.
        proposed: A decision that was not appended; it counts as the last.
    """
    log = tuple(events)
    held = index(rec)
    before = apply(held, log)
    after = apply(held, (*log, dataclasses.replace(proposed, at=_LAST)))
    return Consequences(
        clusters=tuple(_clusters(before, after)),
        relations=tuple(_relations(before, after)),
        names=sum(
            sum(x.name != y.name for x, y in zip(old.names, new.names, strict=True))
            for old, new in zip(before.claims, after.claims, strict=True)
        ),
    )


_LAST = "9999-12-31T23:59:59.999999Z"


def _relations(
    before: Reconciliation, after: Reconciliation
) -> Iterator[tuple[Relation | None, Relation]]:
    had = {relation.id: relation for relation in before.relations}
    for relation in after.relations:
        old = had.get(relation.id)
        if old is None or old.verdict != relation.verdict:
            yield old, relation


def _clusters(
    before: Reconciliation, after: Reconciliation
) -> Iterator[tuple[tuple[Cluster, ...], tuple[Cluster, ...]]]:
    """Clusters that differ, gathered by the claims they share."""
    old = set(before.clusters) - set(after.clusters)
    new = set(after.clusters) - set(before.clusters)
    left = sorted(old, key=lambda cluster: cluster.id)
    while left:
        pool, claims = {left[0]}, set(left[0].claims)
        while more := {c for c in old | new if c not in pool and claims & set(c.claims)}:
            pool |= more
            claims |= {id_ for cluster in more for id_ in cluster.claims}
        left = [cluster for cluster in left if cluster not in pool]
        yield (
            tuple(sorted(pool & old, key=lambda cluster: cluster.id)),
            tuple(sorted(pool & new, key=lambda cluster: cluster.id)),
        )
