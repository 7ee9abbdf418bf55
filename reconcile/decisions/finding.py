"""What a decision was made on, found again in a case as it is now."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from claims.records import Claim, Quoted, Reconciliation, Relation, Said
from corpus.records import Article

if TYPE_CHECKING:
    from reconcile.decisions.ruling import Found
    from reconcile.origins import Origins
    from reconcile.views import View

LIKE = 60.0
"""Least likeness (0 to 100, of letters in order) of a claim that is taken for the changed words
of a quote; below it the quote is gone."""


class Index:
    """A reconciliation as the tool made it, with what decisions look up in it."""

    def __init__(self, rec: Reconciliation) -> None:
        self.rec = rec
        self.articles: Mapping[str, Article] = {article.id: article for article in rec.articles}
        self.claims: Mapping[str, Claim] = {claim.id: claim for claim in rec.claims}
        self.clusters = {cluster.id: cluster for cluster in rec.clusters}
        self.relations: Mapping[str, Relation] = {r.id: r for r in rec.relations}
        self.found: dict[str, Found] = {}
        """Where each decision belongs, by its id, once ``ruling`` has looked for it."""
        self._views: dict[str, dict[str, View]] = {}
        self._pairs = {frozenset((r.a, r.b)): r for r in rec.relations}

    @cached_property
    def _of_article(self) -> Mapping[str, Sequence[Claim]]:
        found: dict[str, list[Claim]] = {}
        for claim in self.rec.claims:
            found.setdefault(claim.article, []).append(claim)
        return found

    @cached_property
    def _by_words(self) -> Mapping[tuple[str, str], Sequence[Claim]]:
        found: dict[tuple[str, str], list[Claim]] = {}
        for claim in self.rec.claims:
            found.setdefault((claim.article, plain(claim.quote)), []).append(claim)
        return found

    @cached_property
    def _by_text(self) -> Mapping[str, Article]:
        return {a.sha256: a for a in reversed(self.rec.articles) if a.sha256}

    @cached_property
    def _by_source(self) -> Mapping[tuple[str, str], Article]:
        return {(a.outlet, source(a)): a for a in reversed(self.rec.articles) if source(a)}

    @cached_property
    def by_key(self) -> Mapping[str, Claim]:
        """The claim of each key of a quote."""
        return {key(claim): claim for claim in self.rec.claims}

    def between(self, a: str, b: str) -> Relation | None:
        """The relation of two claims, whichever comes first; ``None`` when there is none."""
        return self._pairs.get(frozenset((a, b)))

    def said(self, a: str, b: str) -> Said | None:
        """What the tool says of two claims; ``None`` when it relates them not."""
        relation = self.between(a, b)
        if relation is None:
            return None
        return Said(
            relation.verdict, relation.kinds, relation.values, relation.reason, relation.score
        )

    def values(self, a: str, b: str) -> tuple[str, str]:
        """The values the tool compared, in the order of the claims given; empty for none."""
        relation = self.between(a, b)
        if relation is None or len(relation.values) < 2:
            return "", ""
        first, second = relation.values[:2]
        return (first, second) if relation.a == a else (second, first)

    def members(self, claim: Claim) -> tuple[str, ...]:
        """Keys of the quotes in the claim's cluster, sorted; its own where it is in none."""
        cluster = self.clusters.get(claim.cluster)
        ids = cluster.claims if cluster else (claim.id,)
        return tuple(sorted({key(self.claims[id_]) for id_ in ids if id_ in self.claims}))

    @cached_property
    def origins(self) -> Origins:
        """On whose word the claims rest."""
        from reconcile.origins import Origins

        return Origins.of(self.rec)

    def view(self, claim: Claim) -> View:
        """A claim with what its article knows of it; ``claim`` may have other names by now.

        Each article by itself, on first use: how rare a name is in the case, which the views of
        a run know besides, plays no part in a cluster's record.
        """
        from reconcile.views import views

        if claim.article not in self._views:
            row = self._of_article[claim.article]
            seen = views([self.articles[claim.article]], row)
            self._views[claim.article] = {view.claim.id: view for view in seen}
        view = self._views[claim.article][claim.id]
        return dataclasses.replace(view, claim=claim, position=0)

    def quoted(self, claim: Claim, value: str = "") -> Quoted:
        """A claim as it is written into a decision."""
        article = self.articles.get(claim.article)
        return Quoted(
            article=claim.article,
            sha256=article.sha256 if article else "",
            outlet=article.outlet if article else "",
            source=source(article) if article else "",
            start=claim.start,
            end=claim.end,
            quote=claim.quote,
            value=value,
            cluster=claim.cluster,
            members=self.members(claim),
        )

    def article(self, side: Quoted) -> Article | None:
        """The article now: by its id, the same text, or the same address; ``None`` if gone."""
        return (
            self.articles.get(side.article)
            or self._by_text.get(side.sha256)
            or self._by_source.get((side.outlet, side.source))
        )

    def same(self, side: Quoted) -> Claim | None:
        """The claim of the same words, nearest to where they stood; ``None`` for none."""
        article = self.article(side)
        found = self._by_words.get((article.id, plain(side.quote)), ()) if article else ()
        return min(found, key=lambda claim: (abs(claim.start - side.start), claim.id), default=None)

    def like(self, side: Quoted) -> Claim | None:
        """The claim that has taken the place of a quote that is gone; ``None`` for none."""
        article = self.article(side)
        row = self._of_article.get(article.id, ()) if article else ()
        best = process.extractOne(
            plain(side.quote),
            [plain(claim.quote) for claim in row],
            scorer=fuzz.ratio,
            score_cutoff=LIKE,
        )
        return row[best[2]] if best else None


def undecided(rec: Reconciliation) -> Reconciliation:
    """A reconciliation as the tool made it, before any decision."""
    if rec.tool is None:
        return rec
    return dataclasses.replace(
        rec,
        claims=rec.tool.claims,
        clusters=rec.tool.clusters,
        relations=rec.tool.relations,
        merges=rec.tool.merges,
        decisions=(),
        rulings=(),
        tool=None,
    )


def index(rec: Reconciliation | Index) -> Index:
    """The index of a reconciliation as the tool made it; one that is given comes back."""
    return rec if isinstance(rec, Index) else Index(undecided(rec))


def source(article: Article) -> str:
    """Where an article was read: its URL, its path where it has none."""
    return article.url or article.path


def plain(quote: str) -> str:
    """A quote without the way its lines break."""
    return " ".join(quote.split())


def key(claim: Claim) -> str:
    """What tells the words of a claim, wherever they stand in its article."""
    digest = hashlib.sha256(plain(claim.quote).encode("utf-8", "replace")).hexdigest()
    return f"{claim.article}#{digest[:12]}"
