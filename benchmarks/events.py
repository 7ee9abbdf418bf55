"""Whole runs over the development articles: ``python -m benchmarks.events``.

Conflicts flagged among the labelled relations, wrong flags, wrong agreements, alarms between
articles far apart in time or on different incidents, the links between articles and their stories.
A relation found is on a labelled one when its two claims share more than half of the shorter quote
with the two labelled passages.
"""

from __future__ import annotations

import itertools
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from benchmarks.data import EVAL, rows
from benchmarks.floors import holds
from benchmarks.links import Pair, gathered, tied, together
from benchmarks.links import held as right
from claims.records import Claim, Reconciliation, Relation
from corpus.records import Article
from corpus.sources import read
from reconcile.embedding import SentenceEncoder
from reconcile.pipeline import reconcile_articles
from reconcile.stories import MOST_DAYS


def run(name: str) -> Reconciliation:
    """The case of a whole set."""
    articles = [a for a in read([str(EVAL / f"{name}_dev.jsonl")]) if isinstance(a, Article)]
    last = ""

    def progress(stage: str, done: int, total: int) -> None:
        nonlocal last
        if stage != last or done % 50 == 0:
            print(f"\r{name}: {stage} {done} of {total}   ", end="", file=sys.stderr)
            last = stage

    case = reconcile_articles(articles, SentenceEncoder(), progress=progress)
    print(file=sys.stderr)
    return case


class Held:
    """A case held against the labelled relations of its set."""

    def __init__(self, name: str, case: Reconciliation, events: list[dict[str, Any]]) -> None:
        self.claims = {claim.id: claim for claim in case.claims}
        self.articles = {article.id: article for article in case.articles}
        self.gold = [r for e in events if e["set"] == name for r in e["relations"]]
        self.found: dict[frozenset[str], list[Relation]] = defaultdict(list)
        for relation in case.relations:
            a, b = self.claims[relation.a], self.claims[relation.b]
            self.found[frozenset((a.article, b.article))].append(relation)
        self.conflicts = [r for r in case.relations if r.verdict == "conflict"]

    def on(self, gold: dict[str, Any]) -> Iterator[Relation]:
        """The relations found that are on a labelled one."""
        for relation in self.found[frozenset((gold["a"]["doc"], gold["b"]["doc"]))]:
            x, y = self.claims[relation.a], self.claims[relation.b]
            if (covers(x, gold["a"]) and covers(y, gold["b"])) or (
                covers(x, gold["b"]) and covers(y, gold["a"])
            ):
                yield relation

    def flagged(self) -> dict[str, tuple[int, int]]:
        """By gold verdict, sure ones only: flagged as a conflict, and how many there are."""
        counts: Counter[str] = Counter()
        hits: Counter[str] = Counter()
        for gold in self.gold:
            if gold["sure"] == 1:
                counts[gold["verdict"]] += 1
                hits[gold["verdict"]] += any(r.verdict == "conflict" for r in self.on(gold))
        return {verdict: (hits[verdict], counts[verdict]) for verdict in sorted(counts)}

    def agreed(self) -> tuple[int, int]:
        """Sure labelled relations said to agree, and how many there are of which they do."""
        said = [
            gold["verdict"]
            for gold in self.gold
            if gold["sure"] == 1 and any(r.verdict == "agree" for r in self.on(gold))
        ]
        return said.count("agree"), len(said)

    def pairs(self) -> Iterator[tuple[Article, Article]]:
        """The two articles of each conflict flagged."""
        for relation in self.conflicts:
            yield (
                self.articles[self.claims[relation.a].article],
                self.articles[self.claims[relation.b].article],
            )


def covers(claim: Claim, side: dict[str, Any]) -> bool:
    """Whether a claim and a labelled passage share more than half of the shorter of the two."""
    inside = min(claim.end, side["end"]) - max(claim.start, side["start"])
    shorter = min(claim.end - claim.start, side["end"] - side["start"])
    return claim.article == side["doc"] and 2 * inside > shorter


def measure(name: str, events: list[dict[str, Any]]) -> bool:
    """Prints the figures of one set; whether all keep their bounds."""
    case = run(name)
    held = Held(name, case, events)
    flags = held.flagged()
    for verdict, (hit, total) in flags.items():
        print(f"{name}: gold {verdict:<9} flagged as conflict {hit} of {total}")
    print(f"{name}: conflicts flagged in all {len(held.conflicts)}")
    found = flags["conflict"][0] / flags["conflict"][1]
    wrong = sum(flags[v][0] for v in ("agree", "scope")) / sum(
        flags[v][1] for v in ("agree", "scope")
    )
    fine = holds(f"events.{name}.found", found) & holds(f"events.{name}.wrong", wrong)
    agree, said = held.agreed()
    print(f"{name}: labelled relations said to agree {said}, rightly {agree}")
    fine &= holds(f"events.{name}.agreed", agree / max(1, said))
    amount = max(1, len(held.conflicts))
    if name == "fakes":
        fine &= _raids(case, events)
        far = sum(_days(a, b) > MOST_DAYS for a, b in held.pairs()) / amount
        print(f"{name}: conflicts between articles more than 7 days apart {far:.3f}")
        return fine & holds("events.fakes.far", far)
    gold = _incidents()
    across = sum(gold[a.id] != gold[b.id] for a, b in held.pairs()) / amount
    print(f"{name}: conflicts across incidents {across:.3f}")
    fine &= holds("events.gva.across", across)
    return fine & _articles(case, together(gold))


def _raids(case: Reconciliation, events: list[dict[str, Any]]) -> bool:
    """Prints how well stories keep the labelled events of one war apart; whether bounds hold.

    Only pairs of articles of labelled events count: of others nobody knows. An article may be of
    several events, and two articles are then together if they are in any.
    """
    own = [sorted(set(e["articles"])) for e in events if e["set"] == "fakes"]
    gold = {frozenset(pair) for ids in own for pair in itertools.combinations(ids, 2)}
    labelled = {id_ for ids in own for id_ in ids}
    found = {pair for pair in gathered(case.stories) if pair <= labelled}
    return _shown("fakes", "articles of one story", "stories", found, gold)


def _shown(name: str, what: str, key: str, found: set[Pair], gold: set[Pair]) -> bool:
    """Prints precision and recall of pairs of articles; whether they hold their bounds."""
    precision, recall = right(found, gold)
    print(f"{name}: {what} precision {precision:.3f} recall {recall:.3f}")
    fine = holds(f"events.{name}.{key}.precision", precision)
    return fine & holds(f"events.{name}.{key}.recall", recall)


def _articles(case: Reconciliation, gold: set[Pair]) -> bool:
    """Prints which articles of ``gva_dev`` are shown to be of one incident; whether bounds hold."""
    ties, stories = tied(case), gathered(case.stories)
    fine = _shown("gva", "articles tied", "tied", ties, gold)
    fine &= _shown("gva", "articles of one story", "stories", stories, gold)
    return fine & _shown("gva", "articles tied or of one story", "shown", ties | stories, gold)


def _days(a: Article, b: Article) -> int:
    if a.published_date is None or b.published_date is None:
        return 0
    return abs((a.published_date - b.published_date).days)


def _incidents() -> dict[str, str]:
    with (EVAL / "gva_dev.jsonl").open(encoding="utf-8") as file:
        return {row["id"]: row["incident"] for row in map(json.loads, file)}


def main() -> int:
    """Prints every figure; 1 when one is beyond its bound."""
    events = rows("events_dev.jsonl")
    if events is None or rows("fakes_dev.jsonl") is None or rows("gva_dev.jsonl") is None:
        return 0
    return int(not all([measure("fakes", events), measure("gva", events)]))


if __name__ == "__main__":
    sys.exit(main())
