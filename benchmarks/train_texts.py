"""Fits the weights of ``reconcile.bare``: ``python -m benchmarks.train_texts --cache DIR``.

A logistic regression (scikit-learn, L2) for texts without any context, on ``rte3_dev`` and
``fever_symmetric_dev``. What is printed first is cross-validated, pairs that share a text held
out together; then what each set reaches by the weights learnt from the other alone, which says
how far they go beyond the kinds of text they were learnt from; then what the comparators reach
with no weights at all, where whatever is found is a contradiction. The weights that are written
are fitted on all rows. The rows take minutes to make; they are kept in DIR (numbers, no text).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from sklearn.model_selection import GroupKFold

from benchmarks.data import rows
from benchmarks.judge import rates
from benchmarks.train_judge import Example, dump, fit
from reconcile.bare.judging import CONTRADICTION, pair_features
from reconcile.bare.weighing import CLASSES
from reconcile.embedding import SentenceEncoder
from reconcile.pairs import compare_bare, meet
from reconcile.sides import read_pair
from reconcile.weighing import Model

WEIGHTS = Path(__file__).parents[1] / "reconcile" / "bare" / "weights.json"
SETS = {"rte3": "rte3_dev.jsonl", "fever": "fever_symmetric_dev.jsonl"}
SHARES = {"rte3": 2.0, "fever": 1.0}
"""How much a pair of a set counts. Of the first one in nine is a contradiction, of the second one
in two: at equal shares the second's habit of denying what it leaves out would rule the first."""
FOLDS = 8

Row = dict[str, Any]


def make(name: str) -> list[Row]:
    """A set's pairs as numbers; pairs of which nothing can be compared have no features."""
    encoder = SentenceEncoder()
    given = rows(SETS[name]) or []
    groups = grouped([(row["a"]["text"], row["b"]["text"]) for row in given])
    made: list[Row] = []
    for number, (row, group) in enumerate(zip(given, groups, strict=True), 1):
        pair = read_pair(row, number)
        compared = compare_bare(pair)
        features = pair_features(compared, meet(pair, encoder).nearest) if compared else {}
        label = row["label"] == "contradiction"
        made.append({"set": name, "group": group, "label": label, "features": features})
        print(f"\r{name}: {number} of {len(given)}", end="", file=sys.stderr)
    print(file=sys.stderr)
    return made


def grouped(pairs: Sequence[tuple[str, str]]) -> list[int]:
    """A number a pair; pairs that share a text, also by others between, have one number."""
    above: dict[str, str] = {}

    def top(text: str) -> str:
        while above.setdefault(text, text) != text:
            text = above[text]
        return text

    for a, b in pairs:
        above[top(a)] = top(b)
    numbers: dict[str, int] = {}
    return [numbers.setdefault(top(a), len(numbers)) for a, _ in pairs]


def learn(made: Iterable[Row]) -> Model:
    """The weights from rows; those of which nothing was compared say nothing."""
    examples: list[Example] = [
        (row["features"], CLASSES[row["label"]], SHARES[row["set"]])
        for row in made
        if row["features"]
    ]
    return fit("texts", CLASSES, examples)


def said(row: Row, model: Model) -> bool:
    """Whether a contradiction would be said: only where something was found."""
    features = row["features"]
    sure = model.probabilities(features)["contradiction"]
    return bool(features.get("found")) and sure >= CONTRADICTION


def held_out(made: Sequence[Row]) -> Iterator[tuple[Row, bool]]:
    """Each row, and whether weights learnt without its group say a contradiction."""
    keys = sorted({(row["set"], row["group"]) for row in made})
    groups = [keys.index((row["set"], row["group"])) for row in made]
    for learnt, tried in GroupKFold(FOLDS).split(made, groups=groups):
        model = learn(made[i] for i in learnt)
        yield from ((made[i], said(made[i], model)) for i in tried)


def by_the_other(made: Sequence[Row]) -> Iterator[tuple[Row, bool]]:
    """Each row, and whether weights learnt from the other set say a contradiction."""
    for name in SETS:
        model = learn(row for row in made if row["set"] != name)
        yield from ((row, said(row, model)) for row in made if row["set"] == name)


def unweighed(made: Sequence[Row]) -> Iterator[tuple[Row, bool]]:
    """Each row, and whether the comparators find anything."""
    return ((row, bool(row["features"].get("found"))) for row in made)


def show(what: str, told: Iterable[tuple[Row, bool]]) -> None:
    """Prints precision, recall and F1 a set."""
    told = list(told)
    for name in SETS:
        part = [(flag, row["label"]) for row, flag in told if row["set"] == name]
        precision, recall = rates(part)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"{what:<12} {name:<6} precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}")


def main() -> int:
    """Prints the figures and writes the weights; 1 where the data is absent."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.train_texts")
    parser.add_argument("--cache", type=Path, help="keep the rows here, and use them again")
    cache: Path | None = parser.parse_args().cache
    kept = cache / "texts.json" if cache else None
    if kept and kept.exists():
        made: list[Row] = json.loads(kept.read_text("utf-8"))
    else:
        made = [row for name in SETS for row in make(name)]
        if kept:
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_text(json.dumps(made), "utf-8")
    if {row["set"] for row in made} != set(SETS):
        print("the data is absent", file=sys.stderr)
        return 1
    show("held out", held_out(made))
    show("by the other", by_the_other(made))
    show("unweighed", unweighed(made))
    WEIGHTS.write_text(dump({"texts": learn(made)}), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
