"""Which articles tell of one incident: ``python -m benchmarks.links``.

Two articles of ``gva_dev`` belong together where they are of one incident. Two are linked where
they surely tell of one story (``reconcile.stories``, from ``SURE_STORY`` on): that is what a claim
needs to be held against more than its nearest. Stories are what ``reconcile.stories.gather`` makes
of it. ``benchmarks.events`` asks the same of what a run shows to its user: articles with a relation
between them, or with claims in one cluster, and articles of one story.
"""

from __future__ import annotations

import itertools
import sys
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping

from benchmarks.data import EVAL, rows
from benchmarks.floors import holds
from claims.records import Reconciliation, Story
from corpus.records import Article
from corpus.sources import read
from reconcile.candidates import SURE_STORY
from reconcile.embedding import SentenceEncoder
from reconcile.stories import WEIGHTS, Links, gather, lead, link

Pair = frozenset[str]
"""Ids of two articles."""


def together(groups: Mapping[str, Hashable]) -> set[Pair]:
    """The pairs of articles of one group.

    Args:
        groups: Article: its group.
    """
    members: dict[Hashable, list[str]] = defaultdict(list)
    for id_, group in groups.items():
        members[group].append(id_)
    return {frozenset(p) for row in members.values() for p in itertools.combinations(row, 2)}


def linked(links: Links, least: float) -> set[Pair]:
    """The pairs of articles that tell of one story at least so surely."""
    ids = links.ids
    return {frozenset((ids[i], ids[j])) for i, j in links.pairs() if links.score[i, j] >= least}


def tied(case: Reconciliation) -> set[Pair]:
    """The pairs of articles that a case ties: by a relation, or by claims in one cluster."""
    article = {claim.id: claim.article for claim in case.claims}
    pairs = {frozenset((article[r.a], article[r.b])) for r in case.relations}
    for cluster in case.clusters:
        pairs |= {
            frozenset(pair)
            for pair in itertools.combinations(sorted({article[c] for c in cluster.claims}), 2)
        }
    return {pair for pair in pairs if len(pair) == 2}


def gathered(stories: Iterable[Story]) -> set[Pair]:
    """The pairs of articles of one story."""
    return together({id_: story.id for story in stories for id_ in story.articles})


def held(found: Collection[Pair], gold: Collection[Pair]) -> tuple[float, float]:
    """Precision and recall; 1 where there is nothing to be right of."""
    right = len(set(found) & set(gold))
    return right / len(found) if found else 1.0, right / len(gold) if gold else 1.0


def main() -> int:
    """Prints every figure; 1 when one is beyond its bound."""
    data = rows("gva_dev.jsonl")
    if data is None:
        return 0
    gold = together({row["id"]: row["incident"] for row in data})
    articles = [a for a in read([str(EVAL / "gva_dev.jsonl")]) if isinstance(a, Article)]
    links = link(articles, SentenceEncoder().encode([lead(article) for article in articles]))
    for least in (WEIGHTS.threshold, 0.5, SURE_STORY):
        precision, recall = held(linked(links, least), gold)
        print(f"links: from {least} on precision {precision:.3f} recall {recall:.3f}")
    stories = gather(articles, links)
    right, found = held(gathered(stories), gold)
    print(f"links: in one of {len(stories)} stories precision {right:.3f} recall {found:.3f}")
    return int(not (holds("links.precision", precision) & holds("links.recall", recall)))


if __name__ == "__main__":
    sys.exit(main())
