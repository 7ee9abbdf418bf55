"""The standing of each cluster: how many independent origins state it, and as of when.

A cluster is, by the first that holds,

- ``disputed``: a conflict touches one of its claims; its sides are named;
- ``superseded``: a later statement replaced one of its claims; it points at those clusters;
- ``undatable``: nothing dates any of its claims; it says what is missing;
- ``corroborated``: two independent origins or more; ``single_origin``: one.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

import numpy as np

from claims.records import (
    Claim,
    Cluster,
    ClusterFigure,
    Figure,
    FigureStatement,
    Relation,
    Side,
    Status,
)
from reconcile.asof import AsOf, as_of
from reconcile.embedding import Vectors
from reconcile.ids import cluster_id
from reconcile.interval import hull
from reconcile.origins import Grouping, Origins
from reconcile.views import View


@dataclasses.dataclass(frozen=True, slots=True)
class Standings:
    """The clusters, and the origin of each of their claims."""

    clusters: tuple[Cluster, ...]
    """Sorted by id."""
    origins: Mapping[str, str]
    """Claim id to the name of its origin, as in ``Cluster.origins``."""

    def placed(self, claims: Iterable[Claim]) -> Iterator[Claim]:
        """The claims with their cluster and origin; those of no cluster made here as they are."""
        own = {id_: cluster.id for cluster in self.clusters for id_ in cluster.claims}
        for claim in claims:
            if claim.id in own:
                cluster, origin = own[claim.id], self.origins[claim.id]
                yield dataclasses.replace(claim, cluster=cluster, origin=origin)
            else:
                yield claim


def standings(
    groups: Iterable[Sequence[str]],
    view: Callable[[str], View],
    vectors: Vectors,
    relations: Sequence[Relation],
    origins: Origins,
    membership: Mapping[str, Collection[str]] | None = None,
) -> Standings:
    """The record of each group.

    Args:
        groups: Claim ids of each cluster wanted.
        view: The view of a claim by its id.
        vectors: Embeddings, by the position of a view; for the labels.
        relations: All of the case.
        origins: Whom claims rest on.
        membership: Of each claim of the case the claims of its cluster, where ``groups`` are not
            all of them.
    """
    wanted = [tuple(sorted(group)) for group in groups]
    held = {id_: tuple(sorted(members)) for id_, members in (membership or {}).items()}
    held |= {id_: group for group in wanted for id_ in group}
    case = _Case(view, relations, origins, held)
    clusters = [_cluster(group, case, vectors) for group in wanted]
    return Standings(
        tuple(sorted(clusters, key=lambda cluster: cluster.id)),
        {id_: name for group in wanted for id_, name in case.grouping(group).names.items()},
    )


Group = tuple[str, ...]


class _Case:
    """What the records of a case are made from."""

    def __init__(
        self,
        view: Callable[[str], View],
        relations: Iterable[Relation],
        origins: Origins,
        held: Mapping[str, Group],
    ) -> None:
        self.view = view
        self.held = held
        self.conflicts: defaultdict[str, list[Relation]] = defaultdict(list)
        self._origins = origins
        self._as_of: dict[str, AsOf] = {}
        self._groupings: dict[Group, Grouping] = {}
        self._later: defaultdict[Group, set[Group]] = defaultdict(set)
        self._earlier: defaultdict[Group, set[Group]] = defaultdict(set)
        for relation in relations:
            if relation.verdict == "conflict":
                self.conflicts[relation.a].append(relation)
                self.conflicts[relation.b].append(relation)
            elif relation.verdict == "update":
                self._replace(held.get(relation.a), held.get(relation.b))

    def _replace(self, old: Group | None, new: Group | None) -> None:
        if old is not None and new is not None and old != new:
            self._later[old].add(new)
            self._earlier[new].add(old)

    def later(self, group: Group) -> list[Group]:
        """The clusters that replaced one. Of two that replace each other, in one figure and
        another, the one stated later does."""
        return sorted(
            other
            for other in self._later[group]
            if other not in self._earlier[group] or (self.last(group).before(self.last(other)))
        )

    def replaced(self, group: Group) -> list[Group]:
        """All clusters that one replaced, and those these replaced."""
        found: set[Group] = set()
        left = [group]
        while left:
            for other in self._earlier[left.pop()] - found - {group}:
                found.add(other)
                left.append(other)
        return sorted(found)

    def last(self, group: Group) -> AsOf:
        """The latest time a claim of a cluster is stated for."""
        times = [self.as_of(id_) for id_ in group]
        return max(times, key=lambda time: time.time or "")

    def as_of(self, id_: str) -> AsOf:
        """The time a claim is stated for."""
        if id_ not in self._as_of:
            view = self.view(id_)
            self._as_of[id_] = as_of(view.claim, view.article)
        return self._as_of[id_]

    def grouping(self, group: Group) -> Grouping:
        """The origins of a cluster."""
        if group not in self._groupings:
            self._groupings[group] = self._origins.group(self.view(id_).claim for id_ in group)
        return self._groupings[group]

    def origin(self, id_: str) -> str:
        """The origin of a claim in its cluster."""
        return self.grouping(self.held[id_]).names[id_]


def _cluster(group: Group, case: _Case, vectors: Vectors) -> Cluster:
    members = [case.view(id_) for id_ in group]
    grouping = case.grouping(group)
    conflicts = sorted(
        {relation.id: relation for id_ in group for relation in case.conflicts[id_]}.values(),
        key=lambda relation: relation.id,
    )
    later = case.later(group)
    status = _status(members, grouping, conflicts, later)
    when = hull(view.day for view in members if view.day)
    return Cluster(
        id=cluster_id(group),
        label=_middle(members, vectors),
        claims=group,
        status=status,
        outlets=tuple(sorted({view.article.outlet for view in members if view.article.outlet})),
        origins=grouping.origins,
        from_=when.from_.isoformat() if when and when.from_ else None,
        to=when.to.isoformat() if when and when.to else None,
        figures=tuple(_figures(group, case)),
        merges=grouping.merges,
        sides=tuple(_sides(conflicts, case)),
        superseded_by=tuple(cluster_id(other) for other in later),
        missing=tuple(dict.fromkeys(_missing(members))) if status == "undatable" else (),
    )


def _status(
    members: Sequence[View],
    grouping: Grouping,
    conflicts: Sequence[Relation],
    later: Sequence[Group],
) -> Status:
    if conflicts:
        return "disputed"
    if later:
        return "superseded"
    if all(view.day is None for view in members):
        return "undatable"
    return "corroborated" if len(grouping.origins) > 1 else "single_origin"


def _sides(conflicts: Iterable[Relation], case: _Case) -> Iterator[Side]:
    """Who states which value, by value."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for relation in conflicts:
        values = relation.values if len(relation.values) == 2 else ("", "")
        for value, id_ in zip(values, (relation.a, relation.b), strict=True):
            # Without values every statement is a side of its own.
            found[value or f"\0{id_}"].add(id_)
    for value, ids in sorted(found.items()):
        yield Side(
            value="" if value.startswith("\0") else value,
            claims=tuple(sorted(ids)),
            origins=tuple(sorted({case.origin(id_) for id_ in ids if id_ in case.held})),
        )


def _missing(members: Sequence[View]) -> Iterator[str]:
    """What would have to be known to date a cluster."""
    for view in sorted(members, key=lambda view: view.claim.id):
        article = view.article
        called = f"{article.outlet or 'an unnamed outlet'}, article {article.id}"
        written = [when.text for when in view.claim.when if when.anchor == "none"]
        if article.published is None:
            for text in written:
                yield f"The day of publication of {called}: without it “{text}” is no day."
            if not written:
                yield f"The day of publication of {called}; the claim gives no day of its own."
        else:
            for text in written:
                yield f"What “{text}” counts from in {called}."


def _middle(members: Sequence[View], vectors: Vectors) -> str:
    """Text of the claim nearest to the mean of all; the lower id where two are as near."""
    rows = vectors[[view.position for view in members]]
    nearness = np.round(rows @ rows.mean(axis=0), 5)
    return min(
        zip(nearness.tolist(), members, strict=True), key=lambda row: (-row[0], row[1].claim.id)
    )[1].claim.text


Counted = tuple[str, str, str]
"""Noun, role and unit: what makes two figures of a cluster one."""


@dataclasses.dataclass(frozen=True, slots=True)
class _Stated:
    claim: str
    origin: str
    figure: Figure
    as_of: AsOf
    own: bool
    """Whether it stands in the cluster itself, not in one that it replaced."""


def _figures(group: Group, case: _Case) -> Iterator[ClusterFigure]:
    """The range of each figure over the latest statement of each origin, with its history."""
    rows = _stated(group, case, own=True)
    if not rows:
        return
    for other in case.replaced(group):
        for counted, stated in _stated(other, case, own=False).items():
            if counted in rows:
                rows[counted] += stated
    for (noun, role, unit), stated in sorted(rows.items()):
        own = [one for one in stated if one.own]
        latest = [one for one in own if not _overtaken(one, own)]
        highs = [one.figure.high for one in latest]
        yield ClusterFigure(
            noun=noun,
            role=role,
            low=min(one.figure.low for one in latest),
            high=None if None in highs else max(high for high in highs if high is not None),
            claims=tuple(sorted({one.claim for one in own})),
            unit=unit,
            as_of=max((one.as_of.time for one in latest if one.as_of.time), default=None),
            history=tuple(_history(stated, latest)),
        )


def _stated(group: Group, case: _Case, own: bool) -> dict[Counted, list[_Stated]]:
    rows: defaultdict[Counted, list[_Stated]] = defaultdict(list)
    for id_ in group:
        for figure in case.view(id_).claim.figures:
            rows[figure.noun, figure.role, figure.unit].append(
                _Stated(id_, case.origin(id_), figure, case.as_of(id_), own)
            )
    return dict(rows)


def _overtaken(one: _Stated, others: Iterable[_Stated]) -> bool:
    """Whether the same origin states it for a later time too."""
    return any(other.origin == one.origin and one.as_of.before(other.as_of) for other in others)


def _history(stated: Iterable[_Stated], latest: Collection[_Stated]) -> Iterator[FigureStatement]:
    def order(one: _Stated) -> tuple[bool, str, str, float, int]:
        time = one.as_of.time
        return time is None, time or "", one.claim, one.figure.low, one.figure.start

    for one in sorted(stated, key=order):
        yield FigureStatement(
            claim=one.claim,
            origin=one.origin,
            low=one.figure.low,
            high=one.figure.high,
            as_of=one.as_of.time,
            as_of_from=one.as_of.known,
            latest=one in latest,
        )
