"""Which articles tell of the same story: the first question asked of any pair.

Four signs are weighed: likeness of title and lead (embedding), days between the two
publications, how much of the rarer names and numbers they share, and how rare those are. The
weights are learnt by ``python -m benchmarks.train_stories`` on the development data.
"""

from __future__ import annotations

import dataclasses
import datetime
import math
import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy import sparse

from corpus.records import Article
from reconcile.embedding import Vectors

LEAD = 500
"""Code points of an article's beginning that stand for its story."""

UNKNOWN_GAP = 3.0
"""Days taken between two articles when one is undated: neither near nor far."""

MOST_DAYS = 7
"""Two articles published further apart never tell one story; what they recall is background.
On 804 articles of one war, 0.97 of what the usual recipe flags joins such articles
(``design.md``)."""

BACKGROUND_ARTICLES = 60
"""How many imagined other articles soften the rarity of names in a small case, where every name
stands in a third of the articles."""


@dataclasses.dataclass(frozen=True, slots=True)
class Weights:
    """Logistic regression over the signs of ``signs``."""

    likeness: float
    gap: float
    shared: float
    ratio: float
    bias: float
    threshold: float


WEIGHTS = Weights(7.11, -1.46, 0.48, 13.18, -6.45, 0.15)
"""Fitted on ``gva_dev`` (350 linked pairs of 2,124 within a week). The threshold is low: it only
decides which articles meet, the claims decide the rest."""

_TERM = re.compile(r"\b[A-Z][\w'’-]*[a-z][\w'’-]*|\b\d{2,5}\b")
_SENTENCE_START = re.compile(r"(?:^|[.!?:\"”]\s+|\n\s*)([A-Z][\w'’-]*)")


def lead(article: Article) -> str:
    """Title and beginning: what an article's story is known by."""
    return f"{article.title}. {article.text[:LEAD]}" if article.title else article.text[:LEAD]


def terms(article: Article) -> frozenset[str]:
    """Names and numbers of an article by which a story is told from another.

    A capitalised word that only ever opens sentences is no name.
    """
    text = f"{article.title}\n{article.text}"
    counts = Counter(m[0] for m in _TERM.finditer(text))
    opening = Counter(m[1] for m in _SENTENCE_START.finditer(text))
    return frozenset(t.casefold() for t, n in counts.items() if n > opening[t])


@dataclasses.dataclass(frozen=True)
class Links:
    """How surely each pair of articles tells of one story."""

    ids: tuple[str, ...]
    score: npt.NDArray[np.float32]
    """Shape ``(n, n)``, symmetric, 0 to 1; the diagonal is 1."""
    threshold: float

    def pairs(self) -> list[tuple[int, int]]:
        """Positions of the linked pairs, first below second."""
        first, second = np.nonzero(np.triu(self.score >= self.threshold, k=1))
        return list(zip(first.tolist(), second.tolist(), strict=True))


def link(articles: Sequence[Article], vectors: Vectors, weights: Weights = WEIGHTS) -> Links:
    """Scores every pair of articles.

    Args:
        articles: The case.
        vectors: Embedding of each article's ``lead``, one unit row an article.
        weights: Learnt weights.
    """
    ids = tuple(article.id for article in articles)
    if not articles:
        return Links(ids, np.zeros((0, 0), dtype=np.float32), weights.threshold)
    likeness, gap, shared, ratio = signs(articles, vectors)
    value = (
        weights.likeness * likeness
        + weights.gap * np.log1p(gap)
        + weights.shared * np.log1p(shared)
        + weights.ratio * ratio
        + weights.bias
    )
    score = 1 / (1 + np.exp(-value))
    score[gap > MOST_DAYS] = 0.0
    np.fill_diagonal(score, 1.0)
    return Links(ids, score.astype(np.float32), weights.threshold)


Matrix = npt.NDArray[np.float64]


def signs(articles: Sequence[Article], vectors: Vectors) -> tuple[Matrix, Matrix, Matrix, Matrix]:
    """Likeness, days apart, shared rarity, and its ratio to the poorer article: each ``(n, n)``."""
    likeness = (vectors @ vectors.T).astype(np.float64)
    shared, ratio = _sharing([terms(article) for article in articles])
    return likeness, _gaps([a.published_date for a in articles]), shared, ratio


def _gaps(days: Sequence[datetime.date | None]) -> Matrix:
    numbers = np.array([d.toordinal() if d else np.nan for d in days], dtype=np.float64)
    gap = np.abs(numbers[:, None] - numbers[None, :])
    return np.where(np.isnan(gap), UNKNOWN_GAP, gap)


def _sharing(rows: Sequence[frozenset[str]]) -> tuple[Matrix, Matrix]:
    known = {term: i for i, term in enumerate(sorted(frozenset().union(*rows)))}
    counts = Counter(term for row in rows for term in row)
    total = len(rows) + BACKGROUND_ARTICLES
    # The square root: a product of two rows then holds each shared term's rarity once.
    rarity = {term: math.sqrt(math.log(total / n)) for term, n in counts.items()}
    cells = [(i, known[t], rarity[t]) for i, row in enumerate(rows) for t in row]
    matrix = sparse.csr_matrix(
        ([c[2] for c in cells], ([c[0] for c in cells], [c[1] for c in cells])),
        shape=(len(rows), max(1, len(known))),
    )
    shared = np.asarray((matrix @ matrix.T).todense(), dtype=np.float64)
    own = shared.diagonal()
    return shared, shared / (np.minimum(own[:, None], own[None, :]) + 10.0)
