"""Fits the weights of ``reconcile.sameness``: ``python -m benchmarks.train_sameness --cache DIR``.

Which pairs of claims that a run does not find to clash state one fact: logistic regression over
pairs of two articles that were read (``labels/*_agreed.jsonl``) or are labelled in ``events_dev``,
and over pairs of claims that are alike though their articles cannot tell of one event. What can
only speak for one fact (a shared place) never gets a weight against it, or the other way round:
features say much the same as others, and few pairs are read. Prints precision and recall with
whole events held out (incidents of ``gva_dev``; events, else days of ``fakes_dev``), then fits on
all. The rows take ten minutes to make and are kept in DIR.
"""

from __future__ import annotations

import argparse
import functools
import hashlib
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

from benchmarks.judge_rows import Gold, Row, articles_of, hit, met, planted_meetings
from benchmarks.precision import AGREED
from benchmarks.train_judge import FEWEST, dump, kept
from reconcile.bars import least
from reconcile.embedding import Encoder, SentenceEncoder
from reconcile.judge import Laid, may_agree
from reconcile.sameness import sameness_features
from reconcile.weighing import Model

Floats = npt.NDArray[np.float64]

FITTED = Path(__file__).parents[1] / "reconcile" / "sameness.json"
NAME = "sameness"
CLASSES = ("other", "same")
FOLDS = 8
WEIGHTS = {"apart": 0.3, "planted": 6.0}
"""How much a source of labels counts. Pairs of two events nobody read, and what is told as
background in both may be one fact; what we planted in the sample is certain."""
ONE_IN = 5
"""Of the pairs of two events one in so many is learnt from: there are hundreds."""
STRENGTH = 0.3
"""Inverse strength of regularisation (L2); 0.2 to 1 give the same within two points."""
# Which features can only speak for one fact, and which only against it; what both match is against.
FOR = re.compile(
    r".*:(?:shared|same|equal|many|great|near|tops|same_noun)|agreed:\w+|story|likeness|words|rare|"
    r"jaccard|leading|one (?:scene|act of the same)|"
    r"tie:(?:lead_both|alike|same_day|same_names|one_war)"
)
AGAINST = re.compile(
    r".*:(?:apart|differs|opposed|weak|vague|scoped|cumulative|windows|part|elsewhere|two_states|"
    r"one_top|bounded|few|single)|also:\w+|tie:(?:other_\w+|names_differ|aside)|total:one|rivals|"
    r"gap|crossed|negated|moods|one outlet"
)
SHOWN = (0.4, 0.5, 0.6, 0.7, 0.8)
"""Probabilities from which on precision and recall are printed."""


def case_rows(name: str, encoder: Encoder) -> Iterator[Row]:
    """A row a labelled pair of claims of a run that may be said to agree."""
    gold = Gold(name)
    read: dict[frozenset[str], list[Row]] = defaultdict(list)
    for row in map(json.loads, AGREED[name].open(encoding="utf-8")):
        read[frozenset((row["a"]["doc"], row["b"]["doc"]))].append(row)
    for laid in met(articles_of(name), encoder):
        if candidate(laid) and (label := _label(laid, read, gold)) is not None:
            yield {"set": name, "event": f"{name}-{_event(laid, gold)}", **label, **_weighed(laid)}


def _made(name: str) -> Iterator[Row]:
    return case_rows(name, SentenceEncoder())


def sample_rows(encoder: Encoder) -> Iterator[Row]:
    """The same of our own sample corpus, of the pairs that are planted there."""
    for laid, case in planted_meetings(encoder):
        if candidate(laid):
            yield {
                "set": "sample",
                "event": f"sample-{case.case}",
                "source": "planted",
                "verdict": case.kind,
                **_weighed(laid),
            }


def _weighed(laid: Laid) -> Row:
    return {"features": sameness_features(laid.a, laid.b, laid.alignment, laid.findings)}


def candidate(laid: Laid) -> bool:
    """Whether something speaks for one fact in two articles, and no clash is seen."""
    clash = laid.clash("case")
    if laid.a.article.id == laid.b.article.id or (clash and clash.sure >= least(clash.finding)):
        return False
    return may_agree(laid)


def _label(laid: Laid, read: Mapping[frozenset[str], Sequence[Row]], gold: Gold) -> Row | None:
    """What a reader said of the pair, else a labelled relation, else that it is of two events."""
    docs = frozenset((laid.a.article.id, laid.b.article.id))
    if own := [row for row in read.get(docs, ()) if hit(laid.a, laid.b, row)]:
        return {"source": "read" if own[0]["draw"] else "near", "verdict": own[0]["verdict"]}
    told = [r for r in gold.relations.get(docs, ()) if hit(laid.a, laid.b, r)]
    if told:
        best = max(told, key=lambda relation: bool(relation["sure"] == 1))
        return {"source": "told", "verdict": best["verdict"]}
    if not gold.apart(laid.a, laid.b):
        return None
    digest = hashlib.sha256(f"{laid.a.claim.id}{laid.b.claim.id}".encode()).hexdigest()
    return {"source": "apart", "verdict": "different"} if int(digest, 16) % ONE_IN == 0 else None


def _event(laid: Laid, gold: Gold) -> str:
    """What is held out as a whole: an incident, an event, else what was published on one day."""
    first, second = laid.a.article, laid.b.article
    if first.id in gold.incident:
        return str(gold.incident[first.id])
    shared = sorted(gold.events[first.id] & gold.events[second.id])
    return shared[0] if shared else min(first.published or "", second.published or "")


def fit(rows: Sequence[Row]) -> Model:
    """A logistic regression whose weights have the signs of ``FOR`` and ``AGAINST`` (L-BFGS-B)."""
    counts = Counter(name for row in rows for name in row["features"])
    names = sorted(name for name, n in counts.items() if n >= FEWEST)
    matrix = np.array([[row["features"].get(name, 0.0) for name in names] + [1.0] for row in rows])
    same = np.array([float(row["verdict"] == "agree") for row in rows])
    counted = np.array([WEIGHTS.get(row["source"], 1.0) for row in rows])
    shrunk = np.append(np.full(len(names), 1 / STRENGTH), 0.0)  # not the bias

    def loss(weights: Floats) -> tuple[float, Floats]:
        values = matrix @ weights
        told = np.logaddexp(0, values) - same * values
        slope = matrix.T @ (counted * (1 / (1 + np.exp(-values)) - same)) + shrunk * weights
        return float(counted @ told + (shrunk * weights**2).sum() / 2), slope

    bounds = [_bounds(name) for name in names] + [(None, None)]
    found = minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B", bounds=bounds)
    halves = [round(float(weight) / 2, 4) for weight in found.x]
    learnt = {name: (-half, half) for name, half in zip(names, halves, strict=False)}
    return Model(CLASSES, (-halves[-1], halves[-1]), learnt)


def _bounds(name: str) -> tuple[float | None, float | None]:
    low = 0.0 if FOR.fullmatch(name) and not AGAINST.fullmatch(name) else None
    return low, 0.0 if AGAINST.fullmatch(name) else None


def try_all(rows: Sequence[Row]) -> None:
    """Prints the figures of each set and source of labels, whole events held out."""
    sure = np.zeros(len(rows))
    events = [row["event"] for row in rows]
    for learn, held in GroupKFold(FOLDS).split(rows, groups=events):
        model = fit([rows[i] for i in learn])
        sure[held] = [_sure(model, rows[i]) for i in held]
    same = np.array([row["verdict"] == "agree" for row in rows])
    for name in ("fakes", "gva"):
        for sources in (("read",), ("read", "near"), ("told",)):
            own = [i for i, r in enumerate(rows) if r["set"] == name and r["source"] in sources]
            if own and 0 < same[own].sum() < len(own):
                print(f"{name}, {' and '.join(sources)}:", _line(same[own], sure[own]))


def _sure(model: Model, row: Row) -> float:
    return model.probabilities(row["features"])["same"]


def _line(same: npt.NDArray[np.bool_], sure: npt.NDArray[np.float64]) -> str:
    parts = [f"{same.sum()} of {len(same)} agree, area {roc_auc_score(same, sure):.3f}"]
    for bar in SHOWN:
        said = sure >= bar
        right = int((said & same).sum())
        parts.append(
            f"from {bar}: precision {right / max(1, said.sum()):.3f}, "
            f"recall {right / same.sum():.3f}"
        )
    return " | ".join(parts)


def main(arguments: Sequence[str] | None = None) -> int:
    """Makes or reads the rows, prints the figures, writes the weights; none without the data."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path, required=True, help="folder for the rows")
    cache: Path = parser.parse_args(arguments).cache
    cache.mkdir(parents=True, exist_ok=True)
    found: list[Row] = []
    for name in AGREED:
        found += kept(cache / f"{name}_agreed.jsonl", functools.partial(_made, name))
    if not found:
        print("no weights fitted: labelled articles are not here")
        return 0
    found += kept(cache / "sample_agreed.jsonl", lambda: sample_rows(SentenceEncoder()))
    try_all(found)
    FITTED.write_text(dump({NAME: fit(found)}), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
