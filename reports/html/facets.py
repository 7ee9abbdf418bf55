"""What the page's filters compare: data attributes of cards and articles, numbers for names."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

import markupsafe

from claims.records import Claim, Cluster
from corpus.records import Article
from reports.pictures.matrix import pairs
from reports.questions import Question
from reports.view import View

_SPEAKERS = 300
"""Speakers from which on only those of findings can be chosen."""
_PAIRED = 24
"""Outlets of a cluster of which each pair is written down."""


class Facets:
    """Numbers of outlets and speakers, and the attributes made of them."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.outlets = {name: number for number, name in enumerate(view.outlets)}
        named = {c.speaker.name for c in view.rec.claims if c.speaker}
        if len(named) > _SPEAKERS:
            related = view.relations_of
            named = {c.speaker.name for c in view.rec.claims if c.speaker and c.id in related}
        self.speakers = {name: number for number, name in enumerate(sorted(named))}
        self.kinds = sorted({kind for r in view.rec.relations for kind in r.kinds})

    def of_question(self, question: Question, status: str) -> markupsafe.Markup:
        """The attributes of a question's card."""
        claims = [claim for side in question.sides for claim in side.claims]
        return self._attributes(claims, question.kinds, status, pairs(self.view, question))

    def of_cluster(self, cluster: Cluster) -> markupsafe.Markup:
        """The attributes of a cluster's card."""
        outlets = sorted(set(cluster.outlets))[:_PAIRED]
        paired = itertools.combinations(outlets, 2)
        return self._attributes(self.view.members(cluster), (), cluster.status, paired)

    def of_article(self, article: Article) -> markupsafe.Markup:
        """The attributes of an article: the kinds and statuses of its claims."""
        claims = self.view.claims_of[article.id]
        relations = [r for c in claims for r in self.view.relations_of.get(c.id, ())]
        clusters = [
            self.view.clusters[c.cluster] for c in claims if c.cluster in self.view.clusters
        ]
        statuses = {c.status for c in clusters if len(c.claims) > 1 or c.status == "undatable"}
        kinds = tuple(sorted({kind for relation in relations for kind in relation.kinds}))
        return self._attributes(claims, kinds, " ".join(sorted(statuses)), (), (article,))

    def _attributes(
        self,
        claims: Iterable[Claim],
        kinds: tuple[str, ...],
        status: str,
        paired: Iterable[tuple[str, str]],
        articles: tuple[Article, ...] = (),
    ) -> markupsafe.Markup:
        claims = list(claims)
        found = [*articles, *(a for c in claims if (a := self.view.article(c)))]
        speakers = {
            self.speakers[c.speaker.name]
            for c in claims
            if c.speaker and c.speaker.name in self.speakers
        }
        numbers = ([self.outlets.get(outlet) for outlet in pair] for pair in paired)
        numbered = (f"{a}-{b}" for a, b in numbers if a is not None and b is not None)
        values = {
            "kinds": " ".join(kinds),
            "status": status,
            "outlets": " ".join(map(str, sorted({self.outlets[a.outlet] for a in found}))),
            "pairs": " ".join(sorted(numbered)),
            "speakers": " ".join(map(str, sorted(speakers))),
            "days": " ".join(sorted({a.published[:10] for a in found if a.published})),
        }
        written = (
            markupsafe.Markup('data-{}="{}"').format(name, value)
            for name, value in values.items()
            if value
        )
        return markupsafe.Markup(" ").join(written)
