"""Boosted trees read from a file: where weights alone are too straight a line.

Two texts of one event may share names and no number, or a number and no names; what each means
depends on the other. Fitted by ``benchmarks/train_judge.py`` with scikit-learn's
``GradientBoostingClassifier`` (Friedman 2001), which is not needed to use them.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping, Sequence
from typing import Any

LEAF = -1
"""The feature of a node that asks nothing."""


@dataclasses.dataclass(frozen=True, slots=True)
class Node:
    """A question, or an answer where ``feature`` is ``LEAF``."""

    feature: int
    """Place of the feature asked for."""
    at_most: float
    """The left node holds for values up to this one."""
    left: int
    right: int
    value: float
    """What a leaf adds to its class."""


Tree = tuple[Node, ...]
"""Nodes by number, the root first."""


@dataclasses.dataclass(frozen=True, slots=True)
class Trees:
    """A classifier: for each class a sum of trees."""

    classes: tuple[str, ...]
    bias: tuple[float, ...]
    features: tuple[str, ...]
    trees: tuple[tuple[Tree, ...], ...]
    """The trees of each class."""

    def probabilities(self, features: Mapping[str, float]) -> dict[str, float]:
        """Class: its probability; they sum to 1. A feature that is not given is 0."""
        row = [features.get(name, 0.0) for name in self.features]
        values = [
            bias + sum(_answer(tree, row) for tree in trees)
            for bias, trees in zip(self.bias, self.trees, strict=True)
        ]
        top = max(values)
        powers = [math.exp(value - top) for value in values]
        return {c: power / sum(powers) for c, power in zip(self.classes, powers, strict=True)}


def _answer(tree: Tree, row: Sequence[float]) -> float:
    node = tree[0]
    while node.feature != LEAF:
        node = tree[node.left if row[node.feature] <= node.at_most else node.right]
    return node.value


def read_trees(told: Mapping[str, Any]) -> Trees:
    """Trees from parsed JSON, as ``write_trees`` gives them."""
    return Trees(
        tuple(told["classes"]),
        tuple(told["bias"]),
        tuple(told["features"]),
        tuple(tuple(tuple(Node(*node) for node in tree) for tree in row) for row in told["trees"]),
    )


def write_trees(trees: Trees) -> dict[str, Any]:
    """Trees as what JSON can hold."""
    return {
        "classes": list(trees.classes),
        "bias": list(trees.bias),
        "features": list(trees.features),
        "trees": [[[dataclasses.astuple(n) for n in tree] for tree in row] for row in trees.trees],
    }
