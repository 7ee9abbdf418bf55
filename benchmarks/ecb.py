"""Clusters over gold mentions of events: ``python -m benchmarks.ecb``.

A whole run on the articles of ECB+ with all topics in one case, as a user would have them. A
mention of an event belongs to the smallest claim that holds it, and so to that claim's cluster;
a mention in no claim is a cluster of its own. Gold chains are clusters across all articles.
Held against them by B-cubed (Bagga and Baldwin 1998, "Algorithms for scoring coreference chains").
"""

from __future__ import annotations

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
    return precision, recall, 2 * precision * recall / (precision + recall)


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
) -> dict[str, dict[Mention, Hashable]]:
    """The tool's clusters, and what bounds them from below and above.

    ``claims alone`` joins no two claims. ``claims joined by gold`` puts together the claims whose
    most frequent chain (the one with most mentions in all, of those in the claim) is one: about
    the best that whole claims can reach, as a claim with two events can stand in one place only.
    """
    size = Counter(gold.values())
    chains: dict[str, set[Hashable]] = defaultdict(set)
    for mention, claim in held.items():
        if claim:
            chains[claim.id].add(gold[mention])
    best = {id_: max(told, key=lambda c: (size[c], str(c))) for id_, told in chains.items()}
    return {
        "clusters": {m: claim.cluster if claim else m for m, claim in held.items()},
        "mentions alone": {m: m for m in held},
        "claims alone": {m: claim.id if claim else m for m, claim in held.items()},
        "claims joined by gold": {m: best[claim.id] if claim else m for m, claim in held.items()},
    }


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
