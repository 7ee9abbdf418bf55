"""Clusters over gold mentions of events: ``python -m benchmarks.ecb``.

A whole run on the articles of ECB+ with all topics in one case, as a user would have them. A
mention of an event belongs to the smallest claim that holds it, and so to that claim's cluster;
a mention in no claim is a cluster of its own. Gold chains are clusters across all articles.
Held against them by B-cubed (Bagga and Baldwin 1998, "Algorithms for scoring coreference chains").
"""

from __future__ import annotations

import itertools
import sys
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any

from benchmarks.data import rows
from benchmarks.events import run
from benchmarks.floors import holds
from claims.records import Claim

Mention = tuple[str, int, int]
"""Article, start, end."""

Grouping = Mapping[Mention, Hashable]
"""Mention: what it is put together under."""


def b_cubed(found: Grouping, gold: Grouping) -> tuple[float, float, float]:
    """Precision, recall and F1 over mentions.

    A mention's precision is the share of those found together with it that belong with it, its
    recall the share of those belonging with it that are found; both are means over all mentions.

    Args:
        found: The clusters made.
        gold: The chains, of the same mentions; at least one.
    """
    clusters, chains = Counter(found.values()), Counter(gold.values())
    both = Counter((found[m], gold[m]) for m in gold)
    precision = sum(n * n / clusters[cluster] for (cluster, _), n in both.items()) / len(gold)
    recall = sum(n * n / chains[chain] for (_, chain), n in both.items()) / len(gold)
    return precision, recall, _f1(precision, recall)


def holders(mentions: Iterable[Mention], claims: Iterable[Claim]) -> dict[Mention, Claim | None]:
    """Each mention's smallest claim that holds it, the first of two as small; ``None`` for none."""
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: (claim.end - claim.start, claim.start)):
        by_article[claim.article].append(claim)
    return {
        (article, start, end): next(
            (c for c in by_article[article] if c.start <= start and end <= c.end), None
        )
        for article, start, end in mentions
    }


def gold_chains(data: Iterable[Mapping[str, Any]]) -> dict[Mention, Hashable]:
    """The chain of each mention."""
    return {(r["id"], m["start"], m["end"]): m["chain"] for r in data for m in r["mentions"]}


def groupings(
    held: Mapping[Mention, Claim | None], gold: Grouping
) -> dict[str, Mapping[Mention, Hashable]]:
    """The tool's clusters, and what bounds them from below and above."""
    alone = {m: claim.id if claim else m for m, claim in held.items()}
    return {
        "clusters": {m: claim.cluster if claim else m for m, claim in held.items()},
        "mentions alone": {m: m for m in held},
        "claims alone": alone,
        "claims joined by gold": joined_by_gold(alone, gold),
    }


def joined_by_gold(alone: Grouping, gold: Grouping) -> Grouping:
    """About the best that whole claims can reach: a claim with two events has but one cluster.

    Of all groups that share a chain the two are joined that raise F1 most, until none does.
    """
    size = Counter(gold.values())
    groups: dict[Hashable, Counter[Hashable]] = defaultdict(Counter)
    for mention, claim in alone.items():
        groups[claim][gold[mention]] += 1
    into = {claim: claim for claim in groups}
    precision = sum(map(_precision, groups.values()))
    recall = sum(n * n / size[chain] for row in groups.values() for chain, n in row.items())

    def change(pair: tuple[Hashable, Hashable]) -> tuple[float, float]:
        one, two = groups[pair[0]], groups[pair[1]]
        more = sum(2 * n * two[chain] / size[chain] for chain, n in one.items() if chain in two)
        return _precision(one + two) - _precision(one) - _precision(two), more

    def after(pair: tuple[Hashable, Hashable]) -> float:
        return _f1(precision + changes[pair][0], recall + changes[pair][1])

    changes = {pair: change(pair) for pair in _sharing(groups, size)}
    while changes and after(best := max(changes, key=after)) > _f1(precision, recall):
        precision, recall = precision + changes[best][0], recall + changes[best][1]
        kept, gone = best
        groups[kept] += groups.pop(gone)
        into = {claim: kept if group == gone else group for claim, group in into.items()}
        changes = {
            pair: change(pair) if kept in pair else changes[pair] for pair in _sharing(groups, size)
        }
    return {mention: into[claim] for mention, claim in alone.items()}


def _sharing(
    groups: Mapping[Hashable, Counter[Hashable]], chains: Iterable[Hashable]
) -> list[tuple[Hashable, Hashable]]:
    """The pairs of groups with a chain in common, each once."""
    members = ([g for g, row in groups.items() if chain in row] for chain in chains)
    return list(dict.fromkeys(p for row in members for p in itertools.combinations(row, 2)))


def _precision(row: Counter[Hashable]) -> float:
    """The precision of a group's mentions, summed."""
    return sum(n * n for n in row.values()) / row.total()


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall)


def main() -> int:
    """Prints every figure; 1 when one is beyond its bound."""
    data: Sequence[Mapping[str, Any]] | None = rows("ecb_dev.jsonl")
    if data is None:
        return 0
    case = run("ecb")
    gold = gold_chains(data)
    held = holders(gold, case.claims)
    missed = sum(claim is None for claim in held.values())
    crowded = Counter(claim.id for claim in held.values() if claim)
    print(f"ecb: {len(gold)} mentions, {len(set(gold.values()))} chains; in no claim {missed}")
    print(f"ecb: claims with a mention {len(crowded)}, {crowded.total() / len(crowded):.2f} each")
    told = {name: b_cubed(found, gold) for name, found in groupings(held, gold).items()}
    for name, (precision, recall, f1) in told.items():
        print(f"ecb: {name:<22} precision {precision:.3f} recall {recall:.3f} f1 {f1:.3f}")
    return int(not holds("ecb.f1", told["clusters"][2]))


if __name__ == "__main__":
    sys.exit(main())
