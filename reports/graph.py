"""The claim graph of a case: who published what, and how the statements stand to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

from claims.records import Reconciliation

if TYPE_CHECKING:
    ClaimGraph = nx.MultiDiGraph[str]

UNNAMED = "unnamed outlet"


def graph(rec: Reconciliation) -> ClaimGraph:
    """The graph of a reconciliation.

    Nodes have a ``type``: ``outlet`` (key ``outlet:NAME``), ``article``, ``claim`` and
    ``cluster`` (keys ``article:ID`` and so on), and a ``label``; an article has the id of its
    ``story``, empty where it is in none. Edges have a ``type``, which is
    also their key: ``published`` (outlet to article), ``states`` (article to claim), ``member``
    (claim to cluster), and between claims the verdict of their relation with its ``id``,
    ``kinds``, ``values``, ``reason`` and ``score``. An edge whose end is not in the case is left
    out. Every attribute is a string or a number. An empty case gives an empty graph.
    """
    built: ClaimGraph = nx.MultiDiGraph()
    story_of = {id_: story.id for story in rec.stories for id_ in story.articles}
    for article in rec.articles:
        outlet = f"outlet:{article.outlet}"
        built.add_node(outlet, type="outlet", label=article.outlet or UNNAMED)
        built.add_node(
            f"article:{article.id}",
            type="article",
            label=article.title or article.path,
            published=article.published or "",
            url=article.url,
            sha256=article.sha256,
            story=story_of.get(article.id, ""),
        )
        built.add_edge(outlet, f"article:{article.id}", key="published", type="published")
    for cluster in rec.clusters:
        built.add_node(
            f"cluster:{cluster.id}", type="cluster", label=cluster.label, status=cluster.status
        )
    _add_claims(built, rec)
    _add_relations(built, rec)
    return built


def _add_claims(built: ClaimGraph, rec: Reconciliation) -> None:
    for claim in rec.claims:
        node = f"claim:{claim.id}"
        built.add_node(
            node,
            type="claim",
            label=claim.text,
            quote=claim.quote,
            start=claim.start,
            end=claim.end,
            speaker=claim.speaker.name if claim.speaker else "",
            voice=claim.voice,
        )
        for source, target, kind in (
            (f"article:{claim.article}", node, "states"),
            (node, f"cluster:{claim.cluster}", "member"),
        ):
            if source in built and target in built:
                built.add_edge(source, target, key=kind, type=kind)


def _add_relations(built: ClaimGraph, rec: Reconciliation) -> None:
    for relation in rec.relations:
        a, b = f"claim:{relation.a}", f"claim:{relation.b}"
        if a not in built or b not in built:
            continue
        built.add_edge(
            a,
            b,
            key=f"{relation.verdict}:{relation.id}",
            type=relation.verdict,
            id=relation.id,
            kinds=", ".join(relation.kinds),
            values=" | ".join(relation.values),
            reason=relation.reason,
            score=relation.score,
        )
