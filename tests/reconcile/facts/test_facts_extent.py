"""How much of it."""

from __future__ import annotations

import time

import pytest

from reconcile.facts.extent import compare_extents, share
from reconcile.findings import Finding
from tests.conftest import compared, make_article, make_claim, make_happening, make_view


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("most of the town", "most of"),
        ("all the town", "all"),
        ("It was partially destroyed", "partially"),
        ("two-thirds of it", "two-thirds"),
        ("nearly all of it", "nearly all"),
        ("about half of it", "about half"),
        ("40 percent of it", "40 percent"),
        ("He was most likely hit", None),
        ("some 30 houses", None),
        ("half an hour", None),
        ("all over the town", None),
        ("most of the north and all of the south", None),  # of two things
        ("the town", None),
    ],
)
def test_share(text: str, words: str | None) -> None:
    told = share(text)
    assert (told[1] if told else None) == words


def found(a: str, b: str, likeness: float = 0.8) -> list[Finding]:
    first, second = (
        make_view(
            make_claim(f"The fire destroyed {text}.",
                       happening=make_happening("destroy", "The fire", text)),
            make_article(id_),
        )
        for text, id_ in ((a, "a"), (b, "b"))
    )  # fmt: skip
    return compared(compare_extents, first, second, likeness=likeness)


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        ("all the mill", "most of the mill", True),
        ("half of the mill", "two-thirds of the mill", True),
        ("the whole mill", "part of the mill", True),
        ("most of the mill", "80 percent of the mill", False),
        ("most of the mill", "part of the mill", False),  # of another precision
        ("all the mill", "nearly all of the mill", False),
        ("all the mill", "part of the barn", False),
        ("all the mill", "the mill", False),
    ],
)
def test_extents(a: str, b: str, told: bool) -> None:
    there, back = found(a, b), found(b, a)
    assert bool(there) is told
    assert [f.values[::-1] for f in back] == [f.values for f in there]
    assert found(a, b, likeness=0.3) == []


@pytest.mark.parametrize(
    "hostile", ["nearly " * 6000, "all " * 9000, "1" * 50000, "some of " * 5000]
)
def test_hostile_text_is_read_quickly(hostile: str) -> None:
    started = time.perf_counter()
    share(hostile)
    assert time.perf_counter() - started < 2
