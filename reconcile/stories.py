"""Which articles tell of the same story: the first question asked of any pair.

Four signs are weighed: likeness of title and lead (embedding), days between the two
publications, how much of the rarer names and numbers they share, and how rare those are. The
weights are learnt by ``python -m benchmarks.train_stories`` on the development data.

``link`` says it of each pair; ``gather`` joins to stories what most likely belongs together.
"""

from __future__ import annotations

import dataclasses
import datetime
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt
from scipy import sparse

from claims.records import Story
from corpus.records import Article
from reconcile.embedding import Vectors
from reconcile.ids import story_id
from reports import words

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


WEIGHTS = Weights(7.6, -1.5, 0.49, 13.02, -6.88, 0.15)
"""Fitted on ``gva_dev`` (345 linked pairs of 2,120 within a week). The threshold is low: it only
decides which articles meet, the claims decide the rest."""

ONE_STORY = 0.7
"""Average sureness from which on articles are one story. Of the pairs so gathered 0.997 are of one
incident on ``gva_dev``, and 0.846 of those of one incident are gathered; on ``fakes_dev``, where
raids of one war are harder to tell apart, it is 0.789 and 0.467 (``benchmarks.events``; 0.62 and
0.59 from 0.5 on). Single linkage chains: from 0.5 on 0.87 right on ``gva_dev``."""

_TERM = re.compile(r"\b[A-Z][\w'’-]*[a-z][\w'’-]*|\b\d{2,5}\b")
_SENTENCE_START = re.compile(r"(?:^|[.!?:\"”]\s{1,9}|\n[^\S\n]{0,9})([A-Z][\w'’-]*)")
_SMALL = re.compile(r"\b[a-z][\w'’-]+")
_POSSESSIVE = re.compile(r"['’]s?$")


def lead(article: Article) -> str:
    """Title and beginning: what an article's story is known by."""
    return f"{article.title}. {article.text[:LEAD]}" if article.title else article.text[:LEAD]


def terms(articles: Sequence[Article]) -> list[frozenset[str]]:
    """Names and numbers of each article by which a story is told from another.

    A capitalised word is a name where the articles write it so inside their sentences more often
    than they write it small: "Wichita police said" opens with one, "Police in Wichita" does not,
    though both words stand there at the head of a sentence.
    """
    inside: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for article in articles:
        capitals = Counter(m[0] for m in _TERM.finditer(article.text))
        opening = Counter(m[1] for m in _SENTENCE_START.finditer(article.text))
        for word, count in (capitals - opening).items():
            inside[_bare(word)] += count
        small.update(_bare(m[0]) for m in _SMALL.finditer(article.text))
    return [
        frozenset(
            word
            for match in _TERM.finditer(f"{article.title}\n{article.text}")
            if (word := _bare(match[0]))[0].isdigit() or inside[word] > small[word]
        )
        for article in articles
    ]


def _bare(word: str) -> str:
    return _POSSESSIVE.sub("", word.casefold())


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


def gather(
    articles: Sequence[Article], links: Links, least: float = ONE_STORY
) -> tuple[Story, ...]:
    """Articles joined to stories by average linkage.

    Args:
        articles: The case, in any order.
        links: Of these articles, in any order.
        least: Average sureness from which on articles are one story.

    Returns:
        The stories, sorted by id: groups of two or more. An article of which no other is likely to
        tell the event is in none. The largest table made is of the size of ``links.score``.
    """
    known = {article.id: article for article in articles}
    found = [
        _story([known[id_] for id_ in group]) for group in _groups(links, least) if len(group) > 1
    ]
    return tuple(sorted(found, key=lambda story: story.id))


def _groups(links: Links, least: float) -> Iterator[list[str]]:
    """Ids of the articles that average linkage joins, sorted.

    Groups whose average is high enough hold a pair that is: nothing is joined across the
    components of such pairs, and each component is small.
    """
    from scipy.sparse.csgraph import connected_components

    _, component = connected_components(sparse.csr_matrix(links.score >= least), directed=False)
    parts: dict[int, list[int]] = {}
    for i in sorted(range(len(links.ids)), key=links.ids.__getitem__):
        parts.setdefault(int(component[i]), []).append(i)
    for part in parts.values():
        for group in _averaged(links.score[np.ix_(part, part)], least):
            yield [links.ids[part[i]] for i in group]


def _averaged(score: npt.NDArray[np.float32], least: float) -> Iterator[list[int]]:
    """Positions of each group in a component."""
    if len(score) < 3:
        yield list(range(len(score)))
        return
    # On use only, as in ``reconcile.clustering``.
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    distance = squareform(1 - score.astype(np.float64), checks=False)
    labels = fcluster(linkage(distance, "average"), 1 - least + 1e-9, "distance").tolist()
    for label in sorted(set(labels)):
        yield [i for i, own in enumerate(labels) if own == label]


def _story(members: Sequence[Article]) -> Story:
    """The story of articles in the order of their ids."""
    days = sorted(article.published[:10] for article in members if article.published)
    in_time = sorted(members, key=lambda article: (article.published or "9999", article.id))
    titled = [article for article in in_time if article.title.strip()]
    ids = tuple(article.id for article in members)
    return Story(
        id=story_id(ids),
        label=" ".join(words.title((titled or in_time)[0]).split()),
        articles=ids,
        from_=days[0] if days else None,
        to=days[-1] if days else None,
    )


Matrix = npt.NDArray[np.float64]


def signs(articles: Sequence[Article], vectors: Vectors) -> tuple[Matrix, Matrix, Matrix, Matrix]:
    """Likeness, days apart, shared rarity, and its ratio to the poorer article: each ``(n, n)``."""
    likeness = (vectors @ vectors.T).astype(np.float64)
    shared, ratio = _sharing(terms(articles))
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
