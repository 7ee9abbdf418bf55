"""Claims of the same fact across outlets, and the standing of each such cluster."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import networkx as nx
import numpy as np

from claims.records import Claim, Cluster, ClusterFigure, Relation, Status
from reconcile.embedding import Vectors
from reconcile.ids import cluster_id
from reconcile.interval import hull
from reconcile.origins import origin_of
from reconcile.views import View

SAME_FACT = 0.5
"""Average distance up to which groups are joined; plain components would chain (agreement with
hand-made clusters 0.25 against 0.98, ``design.md``)."""

_DISTANCE = {"agree": 0.2, "conflict": 0.3}
"""How far apart a judged pair lies. An update or another scope is another fact."""

_UNRELATED = 1.0


def group(claims: Sequence[Claim], relations: Iterable[Relation]) -> tuple[tuple[str, ...], ...]:
    """Claims joined by average linkage inside the components of the graph of relations.

    Returns:
        Claim ids of each cluster, sorted; every claim is in exactly one, alone if need be.
    """
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted(claim.id for claim in claims))
    for relation in relations:
        if relation.verdict in _DISTANCE:
            graph.add_edge(relation.a, relation.b, distance=_DISTANCE[relation.verdict])
    parts: list[tuple[str, ...]] = []
    for component in nx.connected_components(graph):
        parts.extend(_split(graph, sorted(component)))
    return tuple(sorted(parts))


def _split(graph: nx.Graph[str], members: Sequence[str]) -> Iterator[tuple[str, ...]]:
    if len(members) < 3:
        yield tuple(members)
        return
    from sklearn.cluster import AgglomerativeClustering  # seconds to import

    distance = np.full((len(members), len(members)), _UNRELATED)
    np.fill_diagonal(distance, 0.0)
    place = {id_: i for i, id_ in enumerate(members)}
    for a, b, data in graph.subgraph(members).edges(data=True):
        distance[place[a], place[b]] = distance[place[b], place[a]] = data["distance"]
    labels = AgglomerativeClustering(
        n_clusters=None,
        metric="precomputed",
        linkage="average",
        distance_threshold=SAME_FACT + 1e-9,
    ).fit_predict(distance)
    for label in sorted(set(labels.tolist())):
        yield tuple(m for m, own in zip(members, labels.tolist(), strict=True) if own == label)


def clusters(
    groups: Iterable[Sequence[str]],
    views: Mapping[str, View],
    vectors: Vectors,
    relations: Sequence[Relation],
) -> tuple[Cluster, ...]:
    """The record of each group, with its standing, sorted by id."""
    disputed = {id_ for r in relations if r.verdict == "conflict" for id_ in (r.a, r.b)}
    replaced = {r.a for r in relations if r.verdict == "update"}
    found = [_cluster([views[i] for i in g], vectors, disputed, replaced) for g in groups]
    return tuple(sorted(found, key=lambda cluster: cluster.id))


def _cluster(
    members: Sequence[View], vectors: Vectors, disputed: set[str], replaced: set[str]
) -> Cluster:
    ids = tuple(sorted(view.claim.id for view in members))
    origins = tuple(sorted({origin_of(view.claim, view.article) for view in members}))
    when = hull(view.day for view in members if view.day)
    return Cluster(
        id=cluster_id(ids),
        label=_middle(members, vectors),
        claims=ids,
        status=_status(members, origins, disputed, replaced),
        outlets=tuple(sorted({view.article.outlet for view in members if view.article.outlet})),
        origins=origins,
        from_=when.from_.isoformat() if when and when.from_ else None,
        to=when.to.isoformat() if when and when.to else None,
        figures=tuple(_figures(members)),
    )


def _status(
    members: Sequence[View], origins: Sequence[str], disputed: set[str], replaced: set[str]
) -> Status:
    ids = {view.claim.id for view in members}
    if ids & disputed:
        return "disputed"
    if ids & replaced:
        return "superseded"
    if all(view.day is None for view in members):
        return "undatable"
    return "corroborated" if len(origins) > 1 else "single_origin"


def _middle(members: Sequence[View], vectors: Vectors) -> str:
    """Text of the claim nearest to the mean of all; the lower id where two are as near."""
    rows = vectors[[view.position for view in members]]
    nearness = np.round(rows @ rows.mean(axis=0), 5)
    return min(
        zip(nearness.tolist(), members, strict=True), key=lambda row: (-row[0], row[1].claim.id)
    )[1].claim.text


def _figures(members: Sequence[View]) -> Iterator[ClusterFigure]:
    """The range of each figure that more than one noun or claim may give, sorted."""
    rows: dict[tuple[str, str], list[tuple[float, float | None, str]]] = {}
    for view in members:
        for figure in view.claim.figures:
            key = figure.noun, figure.role
            rows.setdefault(key, []).append((figure.low, figure.high, view.claim.id))
    for (noun, role), found in sorted(rows.items()):
        highs = [high for _, high, _ in found]
        yield ClusterFigure(
            noun=noun,
            role=role,
            low=min(low for low, _, _ in found),
            high=None if None in highs else max(high for high in highs if high is not None),
            claims=tuple(sorted({id_ for _, _, id_ in found})),
        )
