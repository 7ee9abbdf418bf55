"""Boosted trees: what they answer, and that a file holds them whole."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.trees import LEAF, Node, Trees, read_trees, write_trees
from reconcile.weighing import trees


def leaf(value: float) -> Node:
    return Node(LEAF, 0.0, LEAF, LEAF, value)


ASKING = (Node(1, 0.5, 1, 2, 0.0), leaf(-1.0), leaf(2.0))
"""Whether the second feature is above a half."""
SMALL = Trees(("no", "yes"), (0.25, 0.0), ("likeness", "names"), ((), (ASKING, ASKING)))


@pytest.mark.parametrize(
    ("features", "value"),
    [
        ({"names": 1.0}, 4.0),
        ({"names": 0.5, "likeness": 9.0}, -2.0),  # up to the bound is the left
        ({}, -2.0),  # what is not given is 0
        ({"colour": 1.0}, -2.0),  # what nobody asks for says nothing
    ],
)
def test_each_class_adds_up_its_trees(features: dict[str, float], value: float) -> None:
    told = SMALL.probabilities(features)
    assert sum(told.values()) == pytest.approx(1)
    assert math.log(told["yes"] / told["no"]) == pytest.approx(value - 0.25)


def test_a_file_holds_them_whole() -> None:
    assert read_trees(json.loads(json.dumps(write_trees(SMALL)))) == SMALL


@pytest.mark.parametrize(
    ("name", "classes"),
    [("verdict", ("agree", "scope", "different")), ("score", ("other", "conflict", "update"))],
)
def test_trees_are_those_of_what_they_are_asked(name: str, classes: tuple[str, ...]) -> None:
    held = trees(name)
    assert held.classes == classes
    asked = {node.feature for row in held.trees for tree in row for node in tree}
    assert max(asked) < len(held.features)


@given(st.dictionaries(st.sampled_from(trees("verdict").features), st.floats(-10, 10)))
def test_probabilities_sum_to_one_whatever_is_asked(features: dict[str, float]) -> None:
    told = trees("verdict").probabilities(features)
    assert sum(told.values()) == pytest.approx(1)
    assert all(0 <= share <= 1 for share in told.values())
