"""Fits the weights of ``reconcile.weighing``: ``python -m benchmarks.train_judge --cache DIR``.

Multinomial logistic regressions (scikit-learn, L2). Figures are cross-validated with whole
events held out, and set beside the rules alone: every rival pair of values a conflict unless a
rule reads it as something else. They are of the weights: what strict rules say without them, and
time that a rule reads in a clash, is not in them. The weights that are written are fitted on all
rows. The rows take half an hour to make; they are kept in DIR (numbers, no text) and used again.
"""

from __future__ import annotations

import argparse
import dataclasses
import functools
import itertools
import json
import math
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

from benchmarks.grow_trees import grow
from benchmarks.judge_rows import SILENT, Row, case_rows, pair_rows, sample_rows
from reconcile.embedding import Encoder
from reconcile.pairs import READ, VERDICTS, said_clash, weigh
from reconcile.reading.network import carried_reader
from reconcile.trees import Trees, write_trees
from reconcile.weighing import Features, Model, logit

WEIGHTS = Path(__file__).parents[1] / "reconcile" / "weights.json"
TREES = WEIGHTS.with_name("trees.json")
CLASSES = ("none", "conflict", "update")
EVENTS = ("other", "same")
SCORES = ("other", "conflict", "update")
FOLDS = 8
FEWEST = 5
"""A feature that fewer rows have is left out."""
STRENGTH = {"clash": 1.0, "event-case": 0.3, "event-pair": 0.3, "score": 0.3, "texts": 0.1}
"""Inverse strength of regularisation, by model; 0.1 to 1 give the same within a point."""
EVENT_WEIGHTS = {"pairs_dev": 8.0, "planted": 8.0, "read": 2.0, "value": 0.7, "silent": 0.1}
"""How much a source counts for what is one event; ``pairs_dev`` are sentences as they come."""
PLANTED = 8.0
"""How much our own planted cases count for a clash: what they plant is certain, and its dates
are right."""

WRITTEN = {"groups": 0.15, "desks": 0.25}
"""How much a pair that was written counts, for what is read, and no more: many are made of one
group's sentences, and of one happening's articles."""

BLIND = 0.25
"""How much of a pair is learnt as if nothing had read it, for texts that nothing reads."""

UNSEEN = (1, 2)
"""Seeds of the foldings in which a clash is told for the score to learn from; each row is seen
once in each."""
STRANGE = 0.25
"""How much a pair of two events counts for the score: nobody read it, but it cannot clash."""
TREES_GROWN = {"score": 80, "verdict": 160}
"""Trees a class; 60 to 200 give the same within a point and a half with events held out."""
CALM_WEIGHTS = {"pairs_dev": 5.0, "plain": 3.0, "strangers": 2.5, "groups": 0.5, "desks": 0.5}
"""How much a set counts for what does not clash: sentences as they come are few, and what is
asked about."""

Example = tuple[Features, str, float]


@dataclasses.dataclass(frozen=True, slots=True)
class Models:
    """Everything that is learnt."""

    weights: dict[str, Model]
    trees: dict[str, Trees]


def fit(name: str, classes: Sequence[str], examples: Sequence[Example]) -> Model:
    """A logistic regression over examples of (features, class, weight)."""
    counts = Counter(feature for features, _, _ in examples for feature in features)
    names = sorted(feature for feature, n in counts.items() if n >= FEWEST)
    place = {feature: i for i, feature in enumerate(names)}
    matrix = np.zeros((len(examples), len(names)))
    for row, (features, _, _) in enumerate(examples):
        for feature, value in features.items():
            if feature in place:
                matrix[row, place[feature]] = value
    learnt = LogisticRegression(C=STRENGTH[name], max_iter=5000)
    learnt.fit(matrix, [c for _, c, _ in examples], sample_weight=[w for *_, w in examples])
    weights, bias = _all_classes(learnt, classes)
    rows = {f: tuple(float(round(w, 4)) for w in weights[:, i]) for f, i in place.items()}
    return Model(tuple(classes), tuple(float(round(b, 4)) for b in bias), rows)


def _all_classes(
    learnt: LogisticRegression, classes: Sequence[str]
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Weights a class; two classes are learnt as one, of which the other is the negative."""
    if len(classes) == 2:
        half = learnt.coef_[0] / 2, learnt.intercept_[0] / 2
        sign = [1.0 if c == learnt.classes_[1] else -1.0 for c in classes]
        return np.array([s * half[0] for s in sign]), np.array([s * half[1] for s in sign])
    order = [list(learnt.classes_).index(c) for c in classes]
    return learnt.coef_[order], learnt.intercept_[order]


def clash_examples(rows: Iterable[Row]) -> Iterator[Example]:
    """One example a finding of one event: a clash where the label is one and names its kind."""
    for row in rows:
        if row["verdict"] == "different":
            continue
        for finding in every(row):
            clash = row["verdict"] in CLASSES and finding["kind"] in row["kinds"]
            yield finding["clash"], row["verdict"] if clash else "none", _weight(row)


def event_examples(rows: Iterable[Row]) -> Iterator[Example]:
    """One example a finding: of one event or of two; silence counts for two, and for little."""
    for row in rows:
        found = every(row)
        same = row["verdict"] != "different" and row.get("source") != "silent"
        source = str(row.get("source") or row["set"])
        weight = EVENT_WEIGHTS.get(source, 1.0) / math.sqrt(max(1, len(found)))
        for finding in found:
            yield finding["event"], "same" if same else "other", weight


def every(row: Row) -> list[Row]:
    """All findings of a row: of one pair of claims, or of all the claims of two texts."""
    return row["found"] if "found" in row else list(itertools.chain(*row["claims"]))


def _weight(row: Row) -> float:
    """How much a row counts for a clash, and for the score of its texts."""
    if row.get("source") == "planted":
        return PLANTED
    if row.get("source") == "silent":
        return SILENT  # whichever weight rows of an older run hold
    if row["set"] in WRITTEN:
        return WRITTEN[row["set"]]
    weight: float = row.get("weight", 1.0 if row.get("sure", 1) == 1 else 0.5)
    return weight


def likeliest(
    weights: dict[str, Model], situation: str, found: Iterable[Row]
) -> tuple[float, ...] | None:
    """Probabilities of one event, of a conflict and of an update, of the likeliest clash."""
    told = []
    for finding in found:
        event = weights[f"event-{situation}"].probabilities(finding["event"])["same"]
        clash = weights["clash"].probabilities(finding["clash"])
        told.append((event, clash["conflict"], clash["update"]))
    return max(told, key=sure, default=None)


def sure(told: tuple[float, ...]) -> float:
    """Probability of a clash."""
    return told[0] * (told[1] + told[2])


def pair_example(row: Row, weights: dict[str, Model]) -> Features:
    """What is weighed of two texts in ``reconcile.pairs``, from a row."""
    features: Features = row["features"] | row["overlap"]
    told = likeliest(weights, "pair", every(row))
    if told is not None:
        values = zip(("one event", "conflict", "update"), told, strict=True)
        features |= {"clash": 1.0, **{name: logit(value) for name, value in values}}
    return features


def fit_all(rows: Sequence[Row]) -> Models:
    """All models; the score and the verdict rest on the clash."""
    weights = fit_clash(rows)
    case = [row for row in rows if "found" in row]
    if case:
        weights["event-case"] = fit("event-case", EVENTS, list(event_examples(case)))
    score, calm = [], []
    for row, features in told_unseen(rows):
        stranger = row["set"] == "strangers"
        told = row["verdict"] if row["verdict"] in SCORES else "other"
        for share, known in ((1 - BLIND, features), (BLIND, unread_features(features))):
            weight = STRANGE if stranger else _weight(row)
            score.append((known, told, share * weight))
            if row["verdict"] in VERDICTS:
                weight = CALM_WEIGHTS.get(row["set"], 1.0)
                calm.append((known, row["verdict"], share * weight))
    weights["score"] = fit("score", SCORES, score)
    grown = {
        "score": grow(SCORES, score, FEWEST, TREES_GROWN["score"]),
        "verdict": grow(VERDICTS, calm, FEWEST, TREES_GROWN["verdict"]),
    }
    return Models(weights, grown)


def unread_features(features: Features) -> Features:
    """What is weighed of two texts that nothing has read: of long ones, and without the network."""
    return {name: value for name, value in features.items() if not name.startswith("read")}


def fit_clash(rows: Sequence[Row]) -> dict[str, Model]:
    """The models that the likeliest clash of two texts rests on."""
    known = [row for row in rows if row["set"] not in WRITTEN]  # those teach what is read, no more
    pairs = [row for row in known if "claims" in row]
    return {
        "event-pair": fit("event-pair", EVENTS, list(event_examples(pairs))),
        "clash": fit("clash", CLASSES, list(clash_examples(known))),
    }


def told_unseen(rows: Sequence[Row]) -> Iterator[tuple[Row, Features]]:
    """Pairs of texts with what is weighed of them, the clash told by models that have not seen
    their event (Wolpert 1992, "Stacked generalization"): what is learnt on top would else trust
    the clash as it can where the answer was known."""
    for seed in UNSEEN:
        for learn, held in folds(rows, seed):
            weights = fit_clash(learn)
            yield from ((row, pair_example(row, weights)) for row in held if "claims" in row)


def folds(rows: Sequence[Row], seed: int | None = None) -> Iterator[tuple[list[Row], list[Row]]]:
    """Rows to learn from and rows to try, whole events together; shuffled where a seed is given."""
    numbers = {event: i for i, event in enumerate(sorted({row["event"] for row in rows}))}
    groups = [numbers[row["event"]] for row in rows]
    split = GroupKFold(FOLDS, shuffle=seed is not None, random_state=seed)
    for learn, try_ in split.split(rows, groups=groups):
        yield [rows[i] for i in learn], [rows[i] for i in try_]


def try_all(rows: Sequence[Row]) -> None:
    """Prints what the models reach on events held out."""
    pairs: list[tuple[Row, str, float]] = []
    case: list[tuple[Row, tuple[float, ...]]] = []
    for learn, held in folds(rows):
        models = fit_all(learn)
        pairs += [_try_pair(row, models) for row in held if "claims" in row]
        case += [
            (r, likeliest(models.weights, "case", r["found"]) or (0,) * 3)
            for r in held
            if "found" in r
        ]
    for name in ("event_pairs_dev", "pairs_dev", "strangers", "plain", "groups", "desks"):
        part = [t for t in pairs if t[0]["set"] == name]
        firm = [t for t in part if name != "event_pairs_dev" or t[0]["sure"] == 1]
        if firm:
            print(name, *(f"{k} {v:.3f}" for k, v in _figures(firm).items()), sep=" | ")
    scored = [
        (t[2], t[0]["verdict"] == "conflict") for t in pairs if t[0]["set"] == "event_pairs_dev"
    ]
    print(*reliability(scored), sep="\n")
    ruled = [t for t in rows if t["set"] == "event_pairs_dev" and t["sure"] == 1]
    if ruled:
        print("rules alone", *(f"{k} {v:.3f}" for k, v in _rules(ruled).items()), sep=" | ")
    try_case(case)


def reliability(told: Iterable[tuple[float, bool]]) -> Iterator[str]:
    """A line a tenth of the scores: how many pairs have it, and how many of them are conflicts."""
    tenths: dict[int, list[tuple[float, bool]]] = {}
    for score, conflict in told:
        tenths.setdefault(min(9, int(score * 10)), []).append((score, conflict))
    for tenth, own in sorted(tenths.items()):
        mean = sum(score for score, _ in own) / len(own)
        share = sum(conflict for _, conflict in own) / len(own)
        yield f"score from {tenth / 10}: {len(own)} pairs, mean {mean:.2f}, conflicts {share:.2f}"


def _try_pair(row: Row, models: Models) -> tuple[Row, str, float]:
    features = pair_example(row, models.weights)
    weighed = weigh(features, models.weights["score"], models.trees["score"])
    said = said_clash(weighed) if every(row) else None
    if row.get("rivals") and weighed["conflict"] >= READ:
        said = "conflict"
    if said is None:
        calm = models.trees["verdict"].probabilities(features)
        said = max(VERDICTS, key=lambda name: calm[name])
    return row, said, weighed["conflict"]


def _figures(told: Sequence[tuple[Row, str, float]]) -> dict[str, float]:
    gold = [row["verdict"] for row, _, _ in told]
    said = [verdict for _, verdict, _ in told]
    figures = _rates(gold, said)
    figures["right"] = sum(g == s for g, s in zip(gold, said, strict=True)) / len(told)
    if "conflict" in gold:
        clash = [g == "conflict" for g in gold]
        figures["area"] = float(roc_auc_score(clash, [score for *_, score in told]))
    return figures


def _rules(rows: Sequence[Row]) -> dict[str, float]:
    """The comparators alone: any two rival values are a conflict."""
    said = ["conflict" if every(row) else "none" for row in rows]
    return _rates([row["verdict"] for row in rows], said)


def _rates(gold: Sequence[str], said: Sequence[str]) -> dict[str, float]:
    figures: dict[str, float] = {}
    tests: dict[str, Callable[[str], bool]] = {
        "conflict": lambda v: v == "conflict",
        "clash": lambda v: v in ("conflict", "update"),
    }
    for name, test in tests.items():
        hits = sum(test(g) and test(s) for g, s in zip(gold, said, strict=True))
        figures[f"{name} precision"] = hits / max(1, sum(map(test, said)))
        figures[f"{name} recall"] = hits / max(1, sum(map(test, gold)))
        figures[f"{name} said"] = float(sum(map(test, said)))
    return figures


def try_case(told: Sequence[tuple[Row, tuple[float, ...]]]) -> None:
    """Prints what is flagged of the labelled pairs of runs, by threshold."""
    for name in ("fakes", "gva"):
        for least in (0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6):
            flagged = [
                row for row, p in told if row["set"] == name and p[1] >= p[2] and sure(p) >= least
            ]
            by = Counter((row["source"], row["verdict"] == "conflict") for row in flagged)
            labelled = [row for row in flagged if row["source"] in ("read", "told")]
            right = sum(row["verdict"] == "conflict" for row in labelled)
            names = {row["of"] for row in labelled if row["verdict"] == "conflict" and "of" in row}
            print(
                f"{name} from {least}: {len(flagged)} flagged, read or labelled "
                f"{right} of {len(labelled)} right, {len(names)} labelled conflicts found, "
                f"by value {by['value', True]} of {by['value', True] + by['value', False]}, "
                f"silent {by['silent', False]}, apart {by['apart', False]}"
            )


def kept(path: Path, make: Callable[[], Iterable[Row]]) -> list[Row]:
    """Rows from a file, made and written where it is absent; none are not written."""
    if path.is_file():
        return [json.loads(line) for line in path.open(encoding="utf-8")]
    made = list(make())
    if made:
        path.write_text("".join(json.dumps(row) + "\n" for row in made), encoding="utf-8")
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    """Makes or reads the rows, prints the figures, writes the weights; none without the data."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path, required=True, help="folder for the rows")
    cache: Path = parser.parse_args(arguments).cache
    cache.mkdir(parents=True, exist_ok=True)
    pairs = kept(cache / "pairs.jsonl", lambda: pair_rows(_encoder(), carried_reader()))
    case = [
        row
        for name in ("fakes", "gva")
        for row in kept(cache / f"{name}.jsonl", functools.partial(_case_rows, name))
    ]
    if not pairs or not case:
        print("no weights fitted: labelled pairs or labelled articles are not here")
        return 0
    case += kept(cache / "sample.jsonl", lambda: sample_rows(_encoder()))
    try_all([*pairs, *case])
    models = fit_all([*pairs, *case])
    WEIGHTS.write_text(dump(models.weights), encoding="utf-8")
    TREES.write_text(dump_trees(models.trees), encoding="utf-8")
    return 0


def dump(models: dict[str, Model]) -> str:
    """The models as JSON, a feature a line."""
    parts = []
    for name, model in sorted(models.items()):
        rows = ",\n".join(
            f"   {json.dumps(feature)}: {json.dumps(list(row))}"
            for feature, row in sorted(model.weights.items())
            if any(row)
        )
        head = (
            f'"classes": {json.dumps(list(model.classes))}, "bias": {json.dumps(list(model.bias))}'
        )
        parts.append(f' "{name}": {{{head},\n  "weights": {{\n{rows}\n  }}}}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def dump_trees(told: dict[str, Trees]) -> str:
    """Trees as JSON, a model a line."""
    rows = (f" {json.dumps(name)}: {json.dumps(write_trees(t))}" for name, t in told.items())
    return "{\n" + ",\n".join(rows) + "\n}\n"


def _encoder() -> Encoder:
    from reconcile.embedding import SentenceEncoder

    return SentenceEncoder()


def _case_rows(name: str) -> Iterator[Row]:
    return case_rows(name, _encoder())


if __name__ == "__main__":
    sys.exit(main())
