"""Blocking loses nothing: every clash planted in the sample corpus is among the pairs compared."""

from __future__ import annotations

import dataclasses

import pytest

from claims.records import Claim
from corpus.origins import find_origins
from corpus.records import Article
from corpus.sample import Passage, PlantedCase, planted, sample_sources
from corpus.sources import read
from reconcile.candidates import candidates
from reconcile.embedding import SentenceEncoder
from reconcile.pipeline import claims_of, quiet
from reconcile.stories import lead, link
from reconcile.views import views

pytestmark = pytest.mark.model

MOST_COMPARED = 0.04
"""Share of all pairs of claims that are compared, at most; 0.027 in a case as small as this."""

CLASHES = [item for item in planted() if item.kind in ("conflict", "update")]


@dataclasses.dataclass(frozen=True)
class Met:
    """The claims of a case and which of them meet."""

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    pairs: frozenset[frozenset[str]]

    def on(self, passage: Passage) -> set[str]:
        """Claims that share most of the shorter of quote and passage."""
        article = next(
            a for a in self.articles if a.id == passage.article or a.path.endswith(passage.article)
        )
        start = article.text.index(passage.quote)
        end = start + len(passage.quote)
        return {
            c.id
            for c in self.claims
            if c.article == article.id
            and 2 * (min(c.end, end) - max(c.start, start)) > min(end - start, c.end - c.start)
        }


@pytest.fixture(scope="module")
def met() -> Met:
    folder, manifest = sample_sources()
    given = [a for a in read([str(folder)], manifest) if isinstance(a, Article)]
    articles = find_origins(sorted(given, key=lambda article: article.id)).articles
    claims, _ = claims_of(articles, None, quiet)
    encoder = SentenceEncoder()
    vectors = encoder.encode([claim.text for claim in claims])
    links = link(articles, encoder.encode([lead(article) for article in articles]))
    found = candidates(views(articles, claims), vectors, links)
    pairs = frozenset(frozenset((claims[c.a].id, claims[c.b].id)) for c in found)
    return Met(tuple(articles), tuple(claims), pairs)


@pytest.mark.parametrize("item", CLASHES, ids=lambda item: item.case)
def test_what_was_planted_to_clash_meets(met: Met, item: PlantedCase) -> None:
    first, second = met.on(item.a), met.on(item.b)
    assert any(frozenset((one, other)) in met.pairs for one in first for other in second)


def test_few_pairs_are_compared(met: Met) -> None:
    possible = len(met.claims) * (len(met.claims) - 1) // 2
    assert len(met.pairs) <= MOST_COMPARED * possible, f"{len(met.pairs)} of {possible}"
