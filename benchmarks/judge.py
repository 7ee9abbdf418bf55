"""Verdicts on labelled pairs: ``python -m benchmarks.judge``.

Precision and recall of conflicts, of conflict-or-update, and the area under the curve of
``score``, over the pairs on which both readers agree (``sure`` 1).
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sklearn.metrics import roc_auc_score

from benchmarks.data import rows
from benchmarks.floors import holds
from reconcile.embedding import SentenceEncoder
from reconcile.findings import Judgement
from reconcile.pairs import judge_pair
from reconcile.reading.network import carried_reader
from reconcile.sides import read_pair

Row = tuple[dict[str, Any], Judgement]


def judged(name: str, keep: Callable[[dict[str, Any]], bool]) -> list[Row] | None:
    """The labelled rows of a file with the tool's judgement on each."""
    data = rows(name)
    if data is None:
        return None
    encoder, reader = SentenceEncoder(), carried_reader()
    found: list[Row] = []
    kept = [row for row in data if keep(row)]
    for number, row in enumerate(kept, 1):
        found.append((row, judge_pair(read_pair(row, number), encoder, reader)))
        print(f"\r{name}: {number} of {len(kept)}", end="", file=sys.stderr)
    print(file=sys.stderr)
    return found


def rates(found: Iterable[tuple[bool, bool]]) -> tuple[float, float]:
    """Precision and recall of (predicted, gold) pairs; 0 where nothing was predicted."""
    counts = Counter(found)
    hit, false, missed = counts[True, True], counts[True, False], counts[False, True]
    return hit / max(1, hit + false), hit / max(1, hit + missed)


def event_pairs() -> dict[str, float] | None:
    """Figures of ``event_pairs_dev``: same events, finely labelled."""
    found = judged("event_pairs_dev.jsonl", lambda row: row["sure"] == 1)
    if found is None:
        return None
    clash = ("conflict", "update")
    precision, recall = rates(
        (j.verdict == "conflict", r["verdict"] == "conflict") for r, j in found
    )
    either = rates((j.verdict in clash, r["verdict"] in clash) for r, j in found)
    return {
        "conflict precision": precision,
        "conflict recall": recall,
        "conflict or update precision": either[0],
        "conflict or update recall": either[1],
        "area under the curve": auc(found),
    }


def auc(found: Sequence[Row]) -> float:
    """Area under the receiver operating curve of ``score``."""
    gold = [row["verdict"] == "conflict" for row, _ in found]
    return float(roc_auc_score(gold, [judgement.score for _, judgement in found]))


def pairs() -> dict[str, float] | None:
    """Figures of ``pairs_dev``: similar sentences as they come, where conflicts are rare."""
    found = judged("pairs_dev.jsonl", lambda row: True)
    if found is None:
        return None
    return {
        "false conflicts": sum(
            j.verdict == "conflict" and r["verdict"] != "conflict" for r, j in found
        ),
        "conflicts found": sum(j.verdict == r["verdict"] == "conflict" for r, j in found),
        "verdicts right": sum(j.verdict == r["verdict"] for r, j in found) / len(found),
    }


MEASURES = {"event_pairs_dev": event_pairs, "pairs_dev": pairs}

BOUNDS = {
    ("event_pairs_dev", "conflict precision"): "judge.event_pairs.precision",
    ("event_pairs_dev", "conflict recall"): "judge.event_pairs.recall",
    ("pairs_dev", "false conflicts"): "judge.pairs.false",
    ("pairs_dev", "verdicts right"): "judge.pairs.right",
}
"""Figures that have a bound, by their names there."""


def main() -> int:
    """Prints every figure; 1 when one is beyond its bound."""
    fine = True
    for name, measure in MEASURES.items():
        for what, value in (measure() or {}).items():
            print(f"{name:<18} {what:<32} {value:.3f}", flush=True)
            if (name, what) in BOUNDS:
                fine &= holds(BOUNDS[name, what], value)
    return int(not fine)


if __name__ == "__main__":
    sys.exit(main())
