"""Kinds of premises in which an attack was."""

from __future__ import annotations

import pytest

from reconcile.alignment import align
from reconcile.facts.premises import of_the_whole
from reconcile.facts.spots import compare_spots, premises
from tests.conftest import make_article, make_claim, make_happening, make_view


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("It happened inside an apartment building.", {"home"}),
        ("The shooting was in an industrial building.", {"works"}),
        ("She was shot at a friend's house.", {"home"}),
        ("He was hit inside the crowded night lounge.", {"bar"}),
        ("They were shot in a Baptist church.", {"worship"}),
        ("They were shot at the old paper mill.", {"works"}),
        ("He was shot in the store's doorway.", set()),  # at its door
        ("He was shot in a store parking lot.", set()),
        ("He was shot at a school bus stop.", set()),
        ("Shots came from inside a house.", set()),
        ("He was shot in a church van.", set()),
        ("Two of those shot are still in the hospital.", set()),
        ("He was shot in the back.", set()),
        ("She works as a shop manager.", set()),
    ],
)
def test_premises(text: str, kinds: set[str]) -> None:
    assert set(premises(text)) == kinds


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("It happened inside a store", True),
        ("The deadly shooting took place in a store", True),
        ("They were called for a stabbing in a store", True),
        ("A man was shot in a store", False),
        ("After the shooting, a man was found in a store", False),
        ("The shooting victim was found in a store", False),
        ("It was hot in a store", False),
    ],
)
def test_of_the_whole(text: str, whole: bool) -> None:
    assert of_the_whole(text, text.rindex(" a store")) is whole


FLAT = "It happened inside an apartment building."


@pytest.mark.parametrize(
    ("a", "b", "beside", "clash"),
    [
        (FLAT, "Police were called to a shooting in an industrial building.", "", True),
        (FLAT, "A man was shot inside a warehouse.", "", True),
        ("The stabbing happened in a church.", "It happened in a school.", "", True),
        (FLAT, "The shooting happened inside a townhouse.", "", False),  # a home, both
        ("It happened in a bar.", "The shooting was in a restaurant.", "", False),
        (FLAT, "Officers searched a warehouse.", "", False),
        (FLAT, "The suspect was arrested in a motel.", "", False),
        (FLAT, "A shooting was in a warehouse.", "It happened in a warehouse too.", False),
    ],
)
def test_two_kinds(a: str, b: str, beside: str, clash: bool) -> None:
    first, second = (
        make_view(
            make_claim(text, happening=make_happening("shoot")),
            make_article(id_),
            after=[make_claim(f"It rained. {beside if id_ == 'a' else ''}")],
        )
        for text, id_ in zip((a, b), "ab", strict=True)
    )
    told = list(compare_spots(first, second, align(first, second, 0.9, 0.6)))
    assert any("premises" in f.signs for f in told) is clash
