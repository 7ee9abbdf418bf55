"""Contradictions in pairs of texts made for other ends: ``python -m benchmarks.foreign [--show]``.

RTE-3 (newswire, with the three-way labels of de Marneffe and others) and FeverSymmetric (claims
about encyclopedia articles). Both ask whether one text contradicts the other; the tool has more
verdicts, so a contradiction counts as said where it says ``conflict`` or ``update``: either way
the two texts are not both true of one time, and these data know no publication dates that could
tell the two apart. ``agree``, ``scope`` and ``different`` are no contradiction.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.floors import holds
from benchmarks.judge import Row, judged, rates

CAUSES = Path(__file__).with_name("labels") / "contradictions.jsonl"
"""What sets the two texts of a contradiction apart, read by one reader, a language model."""

SAID = frozenset({"conflict", "update"})
"""Verdicts by which a contradiction counts as said."""

SETS = {"rte3": "rte3_dev.jsonl", "fever": "fever_symmetric_dev.jsonl"}


def contradictions(found: Sequence[Row]) -> dict[str, float]:
    """Precision, recall and F1 of contradictions said; 0 where none was said rightly."""
    precision, recall = rates((j.verdict in SAID, r["label"] == "contradiction") for r, j in found)
    either = precision + recall
    return {
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / either if either else 0.0,
    }


def verdicts(found: Sequence[Row]) -> dict[str, Counter[str]]:
    """For each label of the data how often the tool gave which verdict."""
    table: dict[str, Counter[str]] = {}
    for row, judgement in found:
        table.setdefault(row["label"], Counter())[judgement.verdict] += 1
    return table


def by_cause(found: Sequence[Row], causes: Mapping[str, str]) -> dict[str, tuple[int, int]]:
    """For each cause how many of the contradictions read are said, and how many there are."""
    hits: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    for row, judgement in found:
        if (cause := causes.get(row["id"])) is not None:
            counts[cause] += 1
            hits[cause] += judgement.verdict in SAID
    return {cause: (hits[cause], number) for cause, number in counts.most_common()}


def show(found: Sequence[Row]) -> None:
    """Prints the contradictions missed and those said wrongly."""
    for row, judgement in found:
        said, gold = judgement.verdict in SAID, row["label"] == "contradiction"
        if said != gold:
            print(f"\n{'missed' if gold else 'wrong'} {row['id']} ({row['label']})")
            print(f"  {row['a']['text']}\n  {row['b']['text']}\n  {judgement.reason}")


def main() -> int:
    """Prints every figure; 1 when one is beyond its bound."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.foreign")
    parser.add_argument("--show", action="store_true", help="print what is missed and wrong")
    options = parser.parse_args()
    read = map(json.loads, CAUSES.open(encoding="utf-8"))
    causes = {row["id"]: row["cause"] for row in read}
    fine = True
    for name, file in SETS.items():
        found = judged(file, lambda row: True)
        if found is None:
            continue
        for label, told in sorted(verdicts(found).items()):
            print(f"{name:<6} {label:<14}", *(f"{v} {n}" for v, n in told.most_common()))
        for cause, (hit, number) in by_cause(found, causes).items():
            print(f"{name:<6} {cause:<14} {hit} of {number} read")
        for what, value in contradictions(found).items():
            print(f"{name:<6} {what:<14} {value:.3f}", flush=True)
        fine &= holds(f"foreign.{name}.f1", contradictions(found)["f1"])
        if options.show:
            show(found)
    return int(not fine)


if __name__ == "__main__":
    sys.exit(main())
