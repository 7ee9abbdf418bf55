"""A small case as a run would have made it."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Sequence

from claims.records import Claim, Cluster, Reconciliation, Relation, Verdict
from corpus.records import Article
from reconcile.clustering import group
from reconcile.ids import cluster_id, relation_id
from tests.conftest import make_article, make_claim, make_figure, make_story

Pairs = dict[tuple[str, str], Verdict]

FIRE = {
    "north": ["The fire killed 3 people.", "Mayor Ana Berg opened an inquiry."],
    "south": ["The fire killed 9 people.", "The mill had no alarm."],
    "east": ["The fire killed 9 persons.", "The mill lacked an alarm."],
}
"""Texts of three outlets on one fire."""
SAID: Pairs = {
    ("north:0", "south:0"): "conflict",
    ("north:0", "east:0"): "conflict",
    ("south:0", "east:0"): "agree",
    ("south:1", "east:1"): "agree",
}
"""What the tool says of them: claims by outlet and place."""


def make_case(
    texts: dict[str, list[str]] | None = None, said: Pairs | None = None, run: str = "case"
) -> Reconciliation:
    """The case of these articles, a claim a sentence; an id of a claim is ``outlet:place``."""
    told = [_story(outlet, lines) for outlet, lines in (FIRE if texts is None else texts).items()]
    named = {f"{a.id}:{n}": claim for a, row in told for n, claim in enumerate(row)}
    pairs = SAID if said is None else said
    relations = sorted(
        (_relation(named[a], named[b], verdict) for (a, b), verdict in pairs.items()),
        key=lambda relation: relation.id,
    )
    claims = sorted(named.values(), key=lambda claim: claim.id)
    clusters = [_cluster([c for c in claims if c.id in ids]) for ids in group(claims, relations)]
    own = {id_: cluster.id for cluster in clusters for id_ in cluster.claims}
    return Reconciliation(
        articles=tuple(sorted((a for a, _ in told), key=lambda article: article.id)),
        claims=tuple(dataclasses.replace(claim, cluster=own[claim.id]) for claim in claims),
        clusters=tuple(sorted(clusters, key=lambda cluster: cluster.id)),
        relations=tuple(relations),
        skipped=(),
        merges=(),
        run={"case": run},
    )


def _story(outlet: str, lines: Sequence[str]) -> tuple[Article, list[Claim]]:
    claims = [
        make_claim(
            line,
            names=["Ana Berg"] if "Ana Berg" in line else [],
            figures=[make_figure(n, float(n)) for n in ("3", "9", "12") if f" {n} " in line],
        )
        for line in lines
    ]
    article, row = make_story(make_article(outlet, outlet=outlet.title()), claims)
    digest = hashlib.sha256(article.text.encode()).hexdigest()
    return dataclasses.replace(article, sha256=digest, path=f"{outlet}.txt"), row


def _relation(a: Claim, b: Claim, verdict: Verdict) -> Relation:
    values = tuple(f"{c.figures[0].text} people killed" for c in (a, b) if c.figures)
    return Relation(
        id=relation_id(a.id, b.id),
        a=a.id,
        b=b.id,
        verdict=verdict,
        kinds=("figure",) if verdict in ("conflict", "update") else (),
        values=values if len(values) == 2 else (),
        reason=f"The tool's rule says {verdict}.",
        score=0.9 if verdict == "conflict" else 0.1,
        origin="independent",
    )


def _cluster(claims: Sequence[Claim]) -> Cluster:
    """A record whose standing is not what the tests are about: decisions make it anew."""
    ids = tuple(claim.id for claim in claims)
    return Cluster(
        id=cluster_id(ids), label=claims[0].text, claims=ids, status="single_origin",
        outlets=tuple(sorted({claim.article.title() for claim in claims})), origins=(),
        from_=None, to=None, figures=(),
    )  # fmt: skip


def claim(rec: Reconciliation, place: str) -> Claim:
    """The claim ``outlet:place``."""
    outlet, number = place.split(":")
    row = sorted((c for c in rec.claims if c.article == outlet), key=lambda c: c.start)
    return row[int(number)]


def relation(rec: Reconciliation, a: str, b: str) -> Relation:
    """The relation of two claims by their places."""
    id_ = relation_id(claim(rec, a).id, claim(rec, b).id)
    return next(relation for relation in rec.relations if relation.id == id_)


def cluster(rec: Reconciliation, place: str) -> Cluster:
    """The cluster of a claim."""
    own = claim(rec, place).cluster
    return next(cluster for cluster in rec.clusters if cluster.id == own)
