"""Trees that are grown say what scikit-learn's own say."""

from __future__ import annotations

import random

import numpy as np
import pytest
from sklearn.ensemble import GradientBoostingClassifier

from benchmarks.grow_trees import GROWN, grow

CLASSES = ("late", "early", "never")
AMOUNT = 40


def test_what_is_kept_answers_as_what_was_fitted() -> None:
    chance = random.Random(3)
    rows = [{"a": chance.random(), "b": float(chance.randrange(3))} for _ in range(90)]
    told = [CLASSES[int(row["b"])] if row["a"] > 0.2 else "never" for row in rows]
    examples = [
        (features, class_, 1.0 + (i % 2))
        for i, (features, class_) in enumerate(zip(rows, told, strict=True))
    ]
    first = [({**f, "rare": 1.0}, *rest) for f, *rest in examples[:1]]
    held = grow(CLASSES, first + examples, 5, AMOUNT)
    assert held.features == ("a", "b")  # what few of them have is left out
    again = [examples[0], *examples]
    matrix = np.round([[f["a"], f["b"]] for f, _, _ in again], 6)
    learnt = GradientBoostingClassifier(random_state=0, n_estimators=AMOUNT, **GROWN)
    learnt.fit(matrix, [c for _, c, _ in again], [w for *_, w in again])
    for row, shares in zip(matrix, learnt.predict_proba(matrix), strict=True):
        mine = held.probabilities({"a": row[0], "b": row[1]})
        assert [mine[c] for c in learnt.classes_] == pytest.approx(shares, abs=1e-3)
