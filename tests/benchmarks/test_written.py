"""The pairs written for the purpose: their form, and how they are counted."""

from __future__ import annotations

import json
from typing import get_args

import pytest

from benchmarks.written import SETS, Row, figures, held_out
from claims.records import Kind, Verdict
from reconcile.sides import read_pair

PAIRS = {
    name: [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    for name, path in SETS.items()
}


def row(verdict: str, kind: str, found: str, said: str) -> Row:
    return {"verdict": verdict, "kind": kind}, frozenset(found.split()), said


@pytest.mark.parametrize("name", list(SETS))
def test_every_pair_can_be_judged_and_names_values_of_its_texts(name: str) -> None:
    given = PAIRS[name]
    assert len({pair["id"] for pair in given}) == len(given)
    for number, pair in enumerate(given, 1):
        read_pair(pair, number)
        assert pair["verdict"] in get_args(Verdict)
        assert pair["kind"] in get_args(Kind) or (not pair["kind"] and not pair["values"])
        assert all(
            value.casefold() in pair[side]["text"].casefold()
            for value, side in zip(pair["values"], "ab", strict=bool(pair["values"]))
        )


@pytest.mark.parametrize("name", list(SETS))
def test_a_third_is_held_out_of_each_verdict(name: str) -> None:
    for verdict in ("conflict", "update", "scope", "agree", "different"):
        ids = [pair["id"] for pair in PAIRS[name] if pair["verdict"] == verdict]
        assert 0.2 < sum(map(held_out, ids)) / len(ids) < 0.6


def test_shares_are_of_conflicts_and_of_the_others() -> None:
    rows = [
        row("conflict", "age", "age", "conflict"),
        row("conflict", "age", "time", "agree"),
        row("scope", "age", "age", "conflict"),
        row("agree", "time", "", "agree"),
    ]
    assert figures(rows) == pytest.approx(
        {
            "kind found": 0.5,
            "found on others": 0.5,
            "conflicts said": 0.5,
            "said wrongly": 1.0,
            "verdict right": 0.5,
        }
    )
