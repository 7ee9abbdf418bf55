"""Why claims meet or do not: ``benchmarks.blocking``."""

from __future__ import annotations

import numpy as np
import pytest
from conftest import make_article, make_claim

from benchmarks.blocking import (
    CROWDED,
    FAR,
    MET,
    NO_CLAIM,
    NOT_LINKED,
    NOT_NEAR,
    UNLIKE,
    Blocks,
    cause,
)
from reconcile.stories import Links
from reconcile.views import views

FIRST = "The bridge fell at noon."
SECOND = "Divers searched the river."


def links(score: float) -> Links:
    return Links(("a", "b"), np.array([[1, score], [score, 1]], dtype=np.float32), 0.5)


@pytest.mark.parametrize(
    "published, score, likeness, reason",
    [
        ("2021-03-09", 0.4, 0.9, NOT_LINKED),
        ("2021-03-10", 0.0, 0.9, FAR),
        (None, 0.0, 0.9, NOT_LINKED),
        ("2021-03-02", 0.5, 0.29, UNLIKE),
        ("2021-03-02", 0.5, 0.3, NOT_NEAR),
        ("2021-03-02", 0.5, 0.45, CROWDED),
    ],
)
def test_cause(published: str | None, score: float, likeness: float, reason: str) -> None:
    a, b = make_article("a", published="2021-03-02"), make_article("b", published=published)
    assert cause(a, b, links(score), likeness) == reason
    assert cause(b, a, links(score), likeness) == reason


@pytest.fixture
def blocks() -> Blocks:
    """Two articles of two claims; the second claims of both meet, and nothing else."""
    text = f"{FIRST} {SECOND}"
    claims = [
        make_claim(told, article=id_, start=text.index(told))
        for id_ in "ab"
        for told in (FIRST, SECOND)
    ]
    seen = views([make_article("a", text), make_article("b", text)], claims)
    vectors = np.array([[1, 0], [0, 1], [0.3, 0.954], [0, 1]], dtype=np.float32)
    return Blocks(seen, vectors, links(0.9), frozenset({(1, 3)}))


def side(doc: str, start: int, end: int) -> dict[str, object]:
    return {"doc": doc, "start": start, "end": end}


@pytest.mark.parametrize(
    "a, b, reason, closest",
    [
        pytest.param(side("a", 25, 51), side("b", 25, 51), MET, True, id="they meet"),
        pytest.param(side("b", 25, 51), side("a", 25, 51), MET, True, id="either way round"),
        pytest.param(side("a", 0, 24), side("b", 0, 24), NOT_NEAR, False, id="others meet"),
        # The second sentence is the longer one, and the quote has all of it.
        pytest.param(side("a", 0, 51), side("b", 25, 51), MET, True, id="a quote over both"),
        pytest.param(side("a", 0, 44), side("b", 25, 51), MET, False, id="most of it another"),
        pytest.param(side("a", 0, 24), side("b", 60, 70), NO_CLAIM, False, id="no claim there"),
        pytest.param(side("a", 0, 24), side("c", 0, 24), NO_CLAIM, False, id="no such article"),
    ],
)
def test_why(
    blocks: Blocks, a: dict[str, object], b: dict[str, object], reason: str, closest: bool
) -> None:
    gold = {"a": a, "b": b}
    assert blocks.why(gold) == reason
    assert blocks.closest(gold) == closest


def test_possible(blocks: Blocks) -> None:
    assert list(blocks.possible()) == [6, 4]
