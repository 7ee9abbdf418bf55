"""Pairs that share a text are held out together, and what is said needs a finding."""

from __future__ import annotations

from benchmarks.train_texts import by_the_other, grouped, learn, said, unweighed
from reconcile.bare.weighing import CLASSES


def row(name: str, group: int, label: bool, **features: float) -> dict[str, object]:
    return {"set": name, "group": group, "label": label, "features": features}


ROWS = [
    row(name, n, n % 2 == 0, found=1.0, negation=float(n % 2 == 0))
    for name in ("rte3", "fever")
    for n in range(400)
]


def test_pairs_that_share_a_text_are_one_group() -> None:
    pairs = [("a", "b"), ("c", "d"), ("b", "e"), ("f", "c"), ("g", "h")]
    assert grouped(pairs) == [0, 1, 0, 1, 2]


def test_what_is_learnt_tells_the_classes_apart() -> None:
    model = learn(ROWS)
    assert model.classes == CLASSES
    assert said(row("rte3", 0, True, found=1.0, negation=1.0), model)
    assert not said(row("rte3", 0, True, found=0.0, negation=1.0), model)  # nothing was found
    assert not said(row("rte3", 0, True), model)  # nothing could be compared


def test_each_set_is_tried_by_the_weights_of_the_other() -> None:
    told = list(by_the_other(ROWS))
    assert len(told) == len(ROWS)
    assert all(flag == r["label"] for r, flag in told)
    assert all(flag for _, flag in unweighed(ROWS))
