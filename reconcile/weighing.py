"""Learnt weights: how surely two claims are of one event, and what was found of them a clash.

The rules say what there is to compare and what speaks for and against; logistic regressions
(multinomial, ``benchmarks/train_judge.py``) say what each sign is worth. ``weights.json`` holds
them: a class, then a feature, then its weight. A feature that has no weight says nothing.
"""

from __future__ import annotations

import dataclasses
import functools
import json
import math
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any, Literal

from reconcile.findings import Alignment, Finding, Match
from reconcile.trees import Trees, read_trees
from reconcile.views import View, of_one_outlet

Features = dict[str, float]

Situation = Literal["case", "pair"]
"""Whole articles of a case, or two texts with little context: each has its own weights for what
makes one event. What makes a clash within an event is the same in both."""

PARTS = ("time", "place", "names", "means", "participants", "happening")

MOST_GAP = 3.0
"""Highest logarithm of days between two publications that is told apart: three weeks."""


@dataclasses.dataclass(frozen=True, slots=True)
class Model:
    """A multinomial logistic regression."""

    classes: tuple[str, ...]
    bias: tuple[float, ...]
    weights: Mapping[str, tuple[float, ...]]
    """Feature: its weight for each class."""

    def probabilities(self, features: Features) -> dict[str, float]:
        """Class: its probability; they sum to 1."""
        values = list(self.bias)
        for name, value in features.items():
            for i, weight in enumerate(self.weights.get(name, ())):
                values[i] += weight * value
        top = max(values)
        powers = [math.exp(value - top) for value in values]
        return {c: power / sum(powers) for c, power in zip(self.classes, powers, strict=True)}

    def reasons(self, features: Features, class_: str) -> list[tuple[str, float]]:
        """Each feature's share in the value of a class, strongest first."""
        at = self.classes.index(class_)
        shares = [
            (name, self.weights[name][at] * value)
            for name, value in features.items()
            if name in self.weights
        ]
        return sorted(shares, key=lambda share: (-abs(share[1]), share[0]))


@functools.cache
def trees(name: str) -> Trees:
    """One of the models of ``trees.json``: ``score``, ``verdict``."""
    return read_trees(_read("trees.json")[name])


def _read(file: str) -> dict[str, dict[str, Any]]:
    told: dict[str, dict[str, Any]] = json.loads(
        files("reconcile").joinpath(file).read_text("utf-8")
    )
    return told


@functools.cache
def model(name: str) -> Model:
    """One of the models of ``weights.json``: ``event-case``, ``event-pair``, ``clash``,
    ``score``."""
    return read_model(_read("weights.json")[name])


def read_model(told: Mapping[str, Any]) -> Model:
    """A model from parsed JSON."""
    return Model(
        tuple(told["classes"]),
        tuple(told["bias"]),
        {feature: tuple(row) for feature, row in told["weights"].items()},
    )


@dataclasses.dataclass(frozen=True, slots=True)
class Clash:
    """The finding of a pair that is likeliest to be a clash."""

    finding: Finding
    event: float
    """Probability that both tell of one event."""
    conflict: float
    """Probability that it is a conflict, given one event."""
    update: float
    """Probability that time explains it, given one event."""

    @property
    def sure(self) -> float:
        """Probability that it is one or the other."""
        return self.event * (self.conflict + self.update)


def likeliest_clash(
    a: View, b: View, alignment: Alignment, findings: Sequence[Finding], situation: Situation
) -> Clash | None:
    """The likeliest clash among what was found; ``None`` where no values differ."""
    rivals = clashing(findings)
    if not rivals:
        return None
    found: list[Clash] = []
    shared = shared_features(a, b, alignment)
    for finding in rivals:
        event = shared | _of_kind(finding)
        same = model(f"event-{situation}").probabilities(event)["same"]
        told = model("clash").probabilities(clash_features(a, b, finding, findings))
        found.append(Clash(finding, same, told["conflict"], told["update"]))
    return max(found, key=lambda clash: clash.sure)


def clashing(findings: Sequence[Finding]) -> list[Finding]:
    """The findings that may be a clash; an update only where no conflict has its values."""
    rivals = {f.values for f in findings if f.verdict == "conflict"}
    return [
        f
        for f in findings
        if f.verdict == "conflict" or (f.verdict == "update" and f.values not in rivals)
    ]


def logit(probability: float) -> float:
    """The logarithm of the odds, kept between 1 to 49 and 49 to 1."""
    held = min(max(probability, 0.02), 0.98)
    return math.log(held / (1 - held))


def alignment_features(alignment: Alignment) -> Features:
    """What of two claims laid side by side is weighed."""
    features = {
        "story": logit(alignment.story),
        "likeness": alignment.likeness,
        "words": alignment.words,
        "rare": min(alignment.rare, 8.0) / 8,
    }
    for part in PARTS:
        match: Match = getattr(alignment, part).match
        if match is not Match.MISSING:
            features[f"{part}:{match.value}"] = 1.0
    return features | {f"tie:{name}": 1.0 for name in alignment.ties}


def event_features(a: View, b: View, alignment: Alignment, finding: Finding) -> Features:
    """What is weighed of two claims for one event; values of some kinds want more of it."""
    return shared_features(a, b, alignment) | _of_kind(finding)


def _of_kind(finding: Finding) -> Features:
    return {f"kind:{finding.kind}": 1.0}


def shared_features(a: View, b: View, alignment: Alignment) -> Features:
    """What is weighed of two claims whatever was found of them."""
    return alignment_features(alignment) | context_features(a, b)


def clash_features(a: View, b: View, finding: Finding, findings: Sequence[Finding]) -> Features:
    """What is weighed of two values for a clash, given one event."""
    features = _of_kind(finding) | dates_features(a, b)
    features["one_outlet"] = float(of_one_outlet(a, b))
    features |= {f"{finding.kind}:{sign}": 1.0 for sign in finding.signs}
    if finding.verdict == "update":
        features["said:update"] = 1.0
    others = {f.verdict for f in findings} - {finding.verdict, "conflict"}
    return features | {f"also:{verdict}": 1.0 for verdict in others}


def dates_features(a: View, b: View) -> Features:
    """When both were published."""
    features: Features = {}
    if a.published and b.published:
        days = abs((a.published - b.published).days)
        features["gap"] = min(math.log1p(days), MOST_GAP)
        features["same_date"] = float(days == 0)
    else:
        features["undated"] = 1.0
    return features


def context_features(a: View, b: View) -> Features:
    """When both were published, and where in their articles they stand."""
    return dates_features(a, b) | {
        "one_article": float(a.article.id == b.article.id),
        "leading": (a.leading + b.leading) / 2,
    }
