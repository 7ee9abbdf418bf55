"""Which articles belong together, and which are tied: ``benchmarks.links``."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.floors import floors, holds
from benchmarks.links import Pair, gathered, held, linked, together
from claims.records import Story
from reconcile.stories import Links


def pairs(*given: str) -> set[Pair]:
    return {frozenset(pair) for pair in given}


def test_together() -> None:
    assert together({"a": 1, "b": 2, "c": 1, "d": 1}) == pairs("ac", "ad", "cd")
    assert together({}) == set()


def test_linked() -> None:
    score = np.array([[1, 0.9, 0.4], [0.9, 1, 0], [0.4, 0, 1]], dtype=np.float32)
    links = Links(("a", "b", "c"), score, 0.2)
    assert linked(links, 0.2) == pairs("ab", "ac")
    assert linked(links, 0.5) == pairs("ab")


def test_gathered() -> None:
    stories = [
        Story("s1", "", ("a", "b", "d"), None, None),
        Story("s2", "", ("c", "e"), None, None),
    ]
    assert gathered(stories) == pairs("ab", "ad", "bd", "ce")
    assert gathered([]) == set()


def test_a_figure_without_a_bound_cannot_pass() -> None:
    assert "links.precision" in floors()
    with pytest.raises(KeyError):
        holds("links.of.no.such.thing", 1.0)


@pytest.mark.parametrize(
    "found, gold, expected",
    [
        (pairs("ab", "ac"), pairs("ab"), (0.5, 1.0)),
        (pairs("ab"), pairs("ab", "cd"), (1.0, 0.5)),
        (pairs("ab"), pairs("cd"), (0.0, 0.0)),
        (set(), pairs("cd"), (1.0, 0.0)),
        (set(), set(), (1.0, 1.0)),
    ],
)
def test_held(found: set[Pair], gold: set[Pair], expected: tuple[float, float]) -> None:
    assert held(found, gold) == expected
