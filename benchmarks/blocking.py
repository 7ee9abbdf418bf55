"""Do clashing claims meet at all: ``python -m benchmarks.blocking [--cache DIR] [--show]``.

Not every pair of claims is judged, only the candidates of ``reconcile.candidates``. Of the
conflicts labelled in ``events_dev`` (``sure`` 1) this counts those of which a claim on one quote
meets a claim on the other, says why the rest do not, and how many pairs of claims are compared of
all there are. With ``--cache`` the claims and vectors of a set are kept in DIR and used again: for
work on candidates, which does not change them.
"""

from __future__ import annotations

import argparse
import dataclasses
import functools
import pickle
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.data import EVAL, rows
from benchmarks.events import covers
from benchmarks.floors import holds
from claims.records import Claim
from corpus.origins import find_origins
from corpus.records import Article
from corpus.sources import read
from reconcile.candidates import LOOSE, NEAR, NEIGHBOURS, candidates
from reconcile.embedding import SentenceEncoder, Vectors
from reconcile.pipeline import claims_of, quiet
from reconcile.stories import MOST_DAYS, Links, lead, link
from reconcile.views import View, views

SETS = ("fakes", "gva")

MET = "met"
NO_CLAIM = "no claim on a quote"
FAR = f"articles more than {MOST_DAYS} days apart"
NOT_LINKED = "articles not linked"
UNLIKE = f"likeness under {LOOSE}, no kind of value shared"
NOT_NEAR = f"likeness from {LOOSE} to {NEAR}, no kind of value shared, story unsure"
CROWDED = f"likeness from {NEAR}, not among the {NEIGHBOURS} nearest"

Case = tuple[Sequence[Article], Sequence[Claim], Vectors, Vectors]
"""Articles, their claims, a vector a claim, a vector an article's lead."""


def case_of(name: str) -> Case:
    """What a run on a set knows before it looks for candidates."""
    given = [a for a in read([str(EVAL / f"{name}_dev.jsonl")]) if isinstance(a, Article)]
    articles = find_origins(sorted(given, key=lambda article: article.id)).articles
    claims, _ = claims_of(articles, None, quiet)
    encoder = SentenceEncoder()
    vectors = encoder.encode([claim.text for claim in claims])
    return articles, claims, vectors, encoder.encode([lead(article) for article in articles])


def kept(name: str, folder: Path | None) -> Case:
    """The same from a file of the folder, made and written where it is absent."""
    if folder is None:
        return case_of(name)
    path = folder / f"{name}.pkl"
    if not path.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pickle.dumps(case_of(name)))
    held: Case = pickle.loads(path.read_bytes())
    return held


@dataclasses.dataclass(frozen=True)
class Blocks:
    """What meets what in a case."""

    seen: Sequence[View]
    vectors: Vectors
    links: Links
    met: frozenset[tuple[int, int]]
    """Positions of the two views of each candidate, the lower first."""

    def why(self, gold: dict[str, Any]) -> str:
        """``MET``, or the first reason why no claim on one quote meets one on the other."""
        one, two = self.on(gold["a"]), self.on(gold["b"])
        if not one or not two:
            return NO_CLAIM
        if any(self.meets(i, j) for i in one for j in two):
            return MET
        likeness = max(self.likeness(i, j) for i in one for j in two)
        return cause(self.seen[one[0]].article, self.seen[two[0]].article, self.links, likeness)

    def on(self, side: dict[str, Any]) -> list[int]:
        """The views whose claims lie on a labelled passage, that with most of it first."""
        found = [i for i in self.rows.get(side["doc"], ()) if covers(self.seen[i].claim, side)]
        return sorted(found, key=lambda i: _fit(self.seen[i].claim, side), reverse=True)

    def closest(self, gold: dict[str, Any]) -> bool:
        """Whether the very claims that hold most of the two quotes meet."""
        one, two = self.on(gold["a"])[:1], self.on(gold["b"])[:1]
        return any(self.meets(i, j) for i in one for j in two)

    def meets(self, i: int, j: int) -> bool:
        """Whether two views are candidates."""
        return (min(i, j), max(i, j)) in self.met

    @functools.cached_property
    def rows(self) -> dict[str, list[int]]:
        """The views of each article."""
        found: dict[str, list[int]] = defaultdict(list)
        for index, view in enumerate(self.seen):
            found[view.article.id].append(index)
        return found

    def likeness(self, i: int, j: int) -> float:
        """Cosine of two claims."""
        positions = self.seen[i].position, self.seen[j].position
        return float(self.vectors[positions[0]] @ self.vectors[positions[1]])

    def possible(self) -> Iterator[int]:
        """Pairs of claims there are: in all, and in linked articles."""
        sizes = {id_: len(row) for id_, row in self.rows.items()}
        total = sum(sizes.values())
        yield total * (total - 1) // 2
        ids = self.links.ids
        yield sum(sizes.get(ids[i], 0) * sizes.get(ids[j], 0) for i, j in self.links.pairs())


def _fit(claim: Claim, side: dict[str, Any]) -> tuple[int, int]:
    """Code points of a passage in a claim; of two with as many the shorter claim is better."""
    return min(claim.end, side["end"]) - max(claim.start, side["start"]), claim.start - claim.end


def cause(a: Article, b: Article, links: Links, likeness: float) -> str:
    """Why no claims of two quotes met, by their articles and the likeness of the nearest."""
    first, second = links.ids.index(a.id), links.ids.index(b.id)
    if links.score[first, second] < links.threshold:
        days = a.published_date, b.published_date
        apart = abs((days[0] - days[1]).days) if days[0] and days[1] else 0
        return FAR if apart > MOST_DAYS else NOT_LINKED
    if likeness < LOOSE:
        return UNLIKE
    return NOT_NEAR if likeness < NEAR else CROWDED


def blocks(case: Case) -> Blocks:
    """The candidates of a case."""
    articles, claims, vectors, leads = case
    seen, links = views(articles, claims), link(articles, leads)
    met = {(min(c.a, c.b), max(c.a, c.b)) for c in candidates(seen, vectors, links)}
    return Blocks(seen, vectors, links, frozenset(met))


def measure(name: str, found: Blocks, gold: Sequence[dict[str, Any]], show: bool) -> bool:
    """Prints the figures of one set; whether it keeps its bound."""
    reasons = [found.why(relation) for relation in gold]
    told = Counter(reasons)
    for reason, number in told.most_common():
        print(f"{name}: {number} of {len(gold)} conflicts: {reason}")
    closest = sum(map(found.closest, gold))
    print(f"{name}: {closest} of {len(gold)} conflicts: met, the claims with most of each quote")
    possible, linked = found.possible()
    met = len(found.met)
    print(f"{name}: {met} pairs compared, of {possible} ({met / possible:.2%})")
    print(f"{name}: {linked} pairs in linked articles", flush=True)
    for relation, reason in zip(gold, reasons, strict=True):
        if show and reason != MET:
            a, b = relation["a"], relation["b"]
            print(f"\n{reason}: {relation['values']}")
            print(f"  {a['doc']} {a['quote']}\n  {b['doc']} {b['quote']}")
    return holds(f"blocking.{name}.met", told[MET] / len(gold)) & holds(
        f"blocking.{name}.compared", met / possible
    )


def main() -> int:
    """Prints every figure; 1 when one is beyond its bound."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.blocking")
    parser.add_argument("--cache", type=Path, help="folder to keep claims and vectors in")
    parser.add_argument("--show", action="store_true", help="print the conflicts that do not meet")
    options = parser.parse_args()
    events = rows("events_dev.jsonl")
    if events is None or any(rows(f"{name}_dev.jsonl") is None for name in SETS):
        return 0
    fine = True
    for name in SETS:
        gold = [
            relation
            for event in events
            if event["set"] == name
            for relation in event["relations"]
            if relation["sure"] == 1 and relation["verdict"] == "conflict"
        ]
        fine &= measure(name, blocks(kept(name, options.cache)), gold, options.show)
    return int(not fine)


if __name__ == "__main__":
    sys.exit(main())
