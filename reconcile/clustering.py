"""Claims of the same fact across outlets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import networkx as nx
import numpy as np

from claims.records import Claim, Relation

SAME_FACT = 0.5
"""Average distance up to which groups are joined; plain components would chain (agreement with
hand-made clusters 0.25 against 0.98, ``design.md``)."""

_AGREE = 0.2
_CONFLICT = 0.3
"""How far apart a judged pair lies at most. An update or another scope is another fact. Claims
that agree lie the nearer the more words they share: a sentence printed twice is one fact before
either is joined to what else agrees with it."""

_UNRELATED = 1.0

_WORD = re.compile(r"\w+")


def group(claims: Sequence[Claim], relations: Iterable[Relation]) -> tuple[tuple[str, ...], ...]:
    """Claims joined by average linkage inside the components of the graph of relations.

    Returns:
        Claim ids of each cluster, sorted; every claim is in exactly one, alone if need be.
    """
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted(claim.id for claim in claims))
    words = {claim.id: frozenset(_WORD.findall(claim.text.casefold())) for claim in claims}
    for relation in relations:
        a, b = relation.a, relation.b
        if relation.verdict == "agree":
            graph.add_edge(a, b, distance=_AGREE * (1 - _shared(words[a], words[b])))
        elif relation.verdict == "conflict":
            graph.add_edge(a, b, distance=_CONFLICT)
    parts: list[tuple[str, ...]] = []
    for component in nx.connected_components(graph):
        parts.extend(_split(graph, sorted(component)))
    return tuple(sorted(parts))


def _shared(a: frozenset[str], b: frozenset[str]) -> float:
    """Share of the words of two claims that both have (Jaccard)."""
    return len(a & b) / len(a | b) if a or b else 0.0


def _split(graph: nx.Graph[str], members: Sequence[str]) -> Iterator[tuple[str, ...]]:
    if len(members) < 3:
        yield tuple(members)
        return
    # Half a second to import, and scikit-learn, which calls the same, two seconds more.
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    distance = np.full((len(members), len(members)), _UNRELATED)
    np.fill_diagonal(distance, 0.0)
    place = {id_: i for i, id_ in enumerate(members)}
    for a, b, data in graph.subgraph(members).edges(data=True):
        distance[place[a], place[b]] = distance[place[b], place[a]] = data["distance"]
    joined = linkage(squareform(distance, checks=False), "average")
    labels = fcluster(joined, SAME_FACT + 1e-9, "distance").tolist()
    for label in sorted(set(labels)):
        yield tuple(m for m, own in zip(members, labels, strict=True) if own == label)
