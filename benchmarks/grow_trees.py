"""Boosted trees of scikit-learn as ``reconcile.trees`` reads them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier

from reconcile.trees import LEAF, Node, Tree, Trees
from reconcile.weighing import Features

GROWN = {"max_depth": 2, "learning_rate": 0.07, "subsample": 0.7}
"""Two questions deep, each tree on part of the rows; deeper and slower ones did no better."""

DIGITS = 6
"""Places kept of what a leaf adds and of what a node asks."""


def grow(
    classes: Sequence[str],
    examples: Sequence[tuple[Features, str, float]],
    fewest: int,
    amount: int,
) -> Trees:
    """Trees fitted to examples of (features, class, weight); always the same ones.

    Args:
        classes: In the order in which their probabilities are told; three or more.
        examples: What to learn from; every class must be among them.
        fewest: A feature that fewer of them have is left out.
        amount: Trees of each class.
    """
    counts = Counter(feature for features, _, _ in examples for feature in features)
    names = sorted(feature for feature, n in counts.items() if n >= fewest)
    matrix = np.array([[features.get(name, 0.0) for name in names] for features, _, _ in examples])
    learnt = GradientBoostingClassifier(random_state=0, n_estimators=amount, **GROWN)
    # Asked for in the numbers that are kept, so that no value falls on the other side.
    learnt.fit(np.round(matrix, DIGITS), [c for _, c, _ in examples], [w for *_, w in examples])
    order = [list(learnt.classes_).index(c) for c in classes]
    bias = np.log(learnt.init_.class_prior_)[order]
    return Trees(
        tuple(classes),
        tuple(round(float(b), DIGITS) for b in bias),
        tuple(names),
        tuple(tuple(_tree(stage[i].tree_) for stage in learnt.estimators_) for i in order),
    )


def _tree(learnt: object) -> Tree:
    rate = GROWN["learning_rate"]
    rows = zip(
        learnt.feature, learnt.threshold, learnt.children_left, learnt.children_right,  # type: ignore[attr-defined]
        learnt.value[:, 0, 0],  # type: ignore[attr-defined]
        strict=True,
    )  # fmt: skip
    return tuple(
        Node(LEAF, 0.0, LEAF, LEAF, round(float(rate * value), DIGITS))
        if left == LEAF
        else Node(int(feature), round(float(asked), DIGITS), int(left), int(right), 0.0)
        for feature, asked, left, right, value in rows
    )
