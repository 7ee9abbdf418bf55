"""A story as the reports show it: its articles in time, and what its claims are to each other."""

from __future__ import annotations

import dataclasses

from claims.records import Cluster, Relation, Story
from corpus.records import Article
from reports import words
from reports.view import View


@dataclasses.dataclass(frozen=True, slots=True)
class Told:
    """What a story holds. Every list may be empty, of a damaged case even the articles."""

    story: Story
    articles: list[Article]
    """Those that the case still has, earliest first, undated last."""
    conflicts: list[Relation]
    updates: list[Relation]
    """Both sides stand in articles of the story; sorted by id."""
    clusters: list[Cluster]
    """Facts that two or more of its articles state, those of most claims first."""

    @property
    def counts(self) -> str:
        """``3 articles by 2 outlets, published 4 to 6 May 2031: 2 ≠ conflicts, 1 → update``."""
        outlets = words.count(len({article.outlet for article in self.articles}), "outlet")
        days = sorted(article.published[:10] for article in self.articles if article.published)
        when = f", published {words.period(days[0], days[-1])}" if days else ""
        found = ", ".join(
            f"{len(relations):,} {sign} {noun if len(relations) == 1 else words.plural(noun)}"
            for relations, sign, noun in (
                (self.conflicts, "≠", "conflict"),
                (self.updates, "→", "update"),
            )
            if relations
        )
        told = f"{words.count(len(self.articles), 'article')} by {outlets}{when}"
        return f"{told}: {found}" if found else told


def tell(view: View, story: Story) -> Told:
    """What a story holds."""
    own = {c.id: c.article for id_ in story.articles for c in view.claims_of.get(id_, ())}
    inside = {
        relation.id: relation
        for claim in own
        for relation in view.relations_of.get(claim, ())
        if relation.a in own and relation.b in own
    }
    relations = [inside[id_] for id_ in sorted(inside)]
    keys = {view.claims[claim].cluster for claim in own} & view.clusters.keys()
    shared = [
        cluster
        for cluster in (view.clusters[key] for key in keys)
        if len({own[claim] for claim in cluster.claims if claim in own}) > 1
    ]
    articles = [view.articles[id_] for id_ in story.articles if id_ in view.articles]
    return Told(
        story=story,
        articles=sorted(articles, key=lambda each: (each.published or "9999", each.id)),
        conflicts=[relation for relation in relations if relation.verdict == "conflict"],
        updates=[relation for relation in relations if relation.verdict == "update"],
        clusters=sorted(shared, key=lambda cluster: (-len(cluster.claims), cluster.id)),
    )
