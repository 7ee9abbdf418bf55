"""Runs over events of every field, made up: ``python -m benchmarks.newsroom [--show]``.

Six writers (language models) who had seen neither the code nor the data made up events and wrote,
for each, what four outlets print of it (``written/newsroom.jsonl``), and labelled every clash and
every update between two of its articles, and some pairs that agree or are of other scope
(``written/newsroom_relations.jsonl``). All of them are one case. The other sets are of one war and
of shootings: this one says what a run is worth elsewhere. A third of the events (by their names)
is never shown to who writes rules.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.events import Held
from benchmarks.floors import holds
from benchmarks.links import gathered, together
from benchmarks.links import held as right
from claims.records import Reconciliation, Relation
from corpus.records import Article
from corpus.sources import read
from reconcile.embedding import SentenceEncoder
from reconcile.pipeline import reconcile_articles

WRITTEN = Path(__file__).parent / "written"
ARTICLES = WRITTEN / "newsroom.jsonl"
RELATIONS = WRITTEN / "newsroom_relations.jsonl"


def event_of(article: str) -> str:
    """The event that an article is of: its id without the letter of its outlet."""
    return article.rpartition("-")[0]


def held_out(event: str) -> bool:
    """Whether an event is kept from the writers of rules."""
    return int(hashlib.sha256(event.encode()).hexdigest(), 16) % 3 == 0


PARTS: dict[str, Callable[[str], bool]] = {
    "all": lambda event: True,
    "in view": lambda event: not held_out(event),
    "held out": held_out,
}
"""Which events are measured; a flag across two events is in a part if both are."""


def labels() -> list[dict[str, Any]]:
    """What is labelled, each as sure as the next."""
    with RELATIONS.open(encoding="utf-8") as file:
        return [{**json.loads(line), "sure": 1} for line in file]


def run() -> Reconciliation:
    """The case of all the events."""
    articles = [a for a in read([str(ARTICLES)]) if isinstance(a, Article)]
    return reconcile_articles(articles, SentenceEncoder())


class Newsroom(Held):
    """A case held against what was labelled of some of its events."""

    def __init__(
        self, case: Reconciliation, gold: Sequence[dict[str, Any]], keep: Callable[[str], bool]
    ) -> None:
        kept = [row for row in gold if keep(event_of(row["a"]["doc"]))]
        super().__init__("written", case, [{"set": "written", "relations": kept}])
        self.conflicts = [r for r in self.conflicts if all(map(keep, self.events(r)))]

    def events(self, relation: Relation) -> tuple[str, str]:
        """The events of the two articles of a relation."""
        a, b = (event_of(self.claims[id_].article) for id_ in (relation.a, relation.b))
        return a, b


def figures(held: Newsroom) -> dict[str, float]:
    """Conflicts found, flags that lie on a labelled conflict, flags on others, across events."""
    clashes = [gold for gold in held.gold if gold["verdict"] == "conflict"]
    found = [gold for gold in clashes if any(r.verdict == "conflict" for r in held.on(gold))]
    hits = {r.id for gold in clashes for r in held.on(gold)}
    wrong = {r.id for gold in held.gold if gold["verdict"] != "conflict" for r in held.on(gold)}
    flagged = held.conflicts
    return {
        "conflicts": float(len(clashes)),
        "found": len(found) / max(1, len(clashes)),
        "flagged": float(len(flagged)),
        "on a conflict": sum(r.id in hits for r in flagged) / max(1, len(flagged)),
        "on another label": float(sum(r.id in wrong - hits for r in flagged)),
        "across events": float(sum(len(set(held.events(r))) > 1 for r in flagged)),
    }


def kinds(held: Newsroom) -> Iterator[str]:
    """A line a kind of conflict: how many are found."""
    every: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for gold in held.gold:
        if gold["verdict"] == "conflict":
            every.update(gold["kinds"])
            if any(r.verdict == "conflict" for r in held.on(gold)):
                found.update(gold["kinds"])
    yield from (f"{kind} {found[kind]} of {every[kind]}" for kind in sorted(every))


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints every figure; 1 when one is beyond its bound."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="print the visible flags and misses")
    show = parser.parse_args(arguments).show
    case = run()
    parts = {name: Newsroom(case, labels(), keep) for name, keep in PARTS.items()}
    held = parts["all"]
    for name, own in parts.items():
        print(f"newsroom, {name}", *(f"{k} {v:.3f}" for k, v in figures(own).items()), sep=" | ")
    print("newsroom, found by kind:", ", ".join(kinds(held)))
    gold = together({article.id: event_of(article.id) for article in case.articles})
    precision, recall = right(gathered(case.stories), gold)
    print(f"newsroom: articles of one story precision {precision:.3f} recall {recall:.3f}")
    if show:
        _show(parts["in view"])
    measured = figures(held)
    fine = holds("newsroom.found", measured["found"])
    return int(not (holds("newsroom.right", measured["on a conflict"]) and fine))


def _show(held: Newsroom) -> None:
    told = {r.id: gold for gold in held.gold for r in held.on(gold)}
    for relation in held.conflicts:
        gold = told.get(relation.id)
        a, b = held.claims[relation.a], held.claims[relation.b]
        print(gold["verdict"] if gold else "unlabelled", relation.kinds, relation.values, sep=" | ")
        print(f"  {a.article}: {a.text}\n  {b.article}: {b.text}")


if __name__ == "__main__":
    sys.exit(main())
