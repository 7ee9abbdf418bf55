"""Figures of ``benchmarks.foreign``."""

from __future__ import annotations

import dataclasses

import pytest

from benchmarks.foreign import by_cause, contradictions, verdicts
from benchmarks.judge import Row
from claims.records import Verdict
from reconcile.pairs import NOTHING


def row(label: str, verdict: Verdict, id_: str = "") -> Row:
    return {"id": id_, "label": label}, dataclasses.replace(NOTHING, verdict=verdict)


@pytest.mark.parametrize(
    "found, precision, recall, f1",
    [
        pytest.param(
            [
                row("contradiction", "conflict"),
                row("contradiction", "update"),
                row("contradiction", "different"),
                row("neutral", "conflict"),
                row("entailment", "agree"),
            ],
            2 / 3,
            2 / 3,
            2 / 3,
            id="an update says that they clash, too",
        ),
        pytest.param(
            [row("contradiction", "scope"), row("neutral", "agree")], 0, 0, 0, id="nothing said"
        ),
        pytest.param([row("neutral", "update")], 0, 0, 0, id="nothing to say"),
        pytest.param(
            [row("contradiction", "conflict")] + [row("contradiction", "agree")] * 3,
            1,
            1 / 4,
            2 / 5,
            id="harmonic mean",
        ),
    ],
)
def test_contradictions(found: list[Row], precision: float, recall: float, f1: float) -> None:
    told = contradictions(found)
    assert told == pytest.approx({"precision": precision, "recall": recall, "f1": f1})


def test_verdicts_are_counted_by_label() -> None:
    found = [row("neutral", "agree"), row("neutral", "agree"), row("entailment", "scope")]
    assert verdicts(found) == {"neutral": {"agree": 2}, "entailment": {"scope": 1}}


def test_causes_of_those_read() -> None:
    found = [
        row("contradiction", "conflict", "1"),
        row("contradiction", "agree", "2"),
        row("contradiction", "update", "3"),
        row("contradiction", "conflict", "not read"),
    ]
    told = by_cause(found, {"1": "number", "2": "number", "3": "roles", "absent": "roles"})
    assert told == {"number": (1, 2), "roles": (1, 1)}
