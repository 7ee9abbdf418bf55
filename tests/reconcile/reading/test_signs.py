"""What is told to the network of each word beside the word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.reading.records import Excerpt
from reconcile.reading.signs import SIGNS, signs


def of(word: str, own: str | Excerpt, other: str | Excerpt) -> set[str]:
    """The signs of a word of one text beside another."""
    a, b = (side if isinstance(side, Excerpt) else Excerpt.whole(side) for side in (own, other))
    start = a.text.index(word)
    rows = signs(a, b)[0][start : start + len(word)]
    assert (rows == rows[0]).all()
    return {name for name, told in zip(SIGNS, rows[0], strict=True) if told}


LONG = Excerpt("The mill in Orsa burned. Nine men died in it.", 0, 24)
"""Its first sentence is read."""


@pytest.mark.parametrize(
    ("word", "own", "other", "expected"),
    [
        ("mill", "a mill burned", "the mills burned", {"read there"}),
        ("gas", "a gas leak", "the leak", set()),
        ("mill", "the mill's roof", "the roof of the mill", {"read there"}),
        ("Orsa", "in Orsa", "at Orsa", {"capital", "read there"}),
        ("Orsa", "in Orsa", "in Lund", {"capital"}),
        ("27", "27 shots", "28 shots", {"number", "lone number"}),
        ("27", "27 shots", "shots were fired", {"number", "lone number"}),
        ("seven", "seven died", "it killed 7", {"number", "read there"}),
        ("400,000", "killed 400,000", "400000 dead", {"number", "read there"}),
        ("Thirty-five", "Thirty-five died", "35 dead", {"capital", "number", "read there"}),
        ("men", LONG, "two men died", {"beside", "read there"}),
        ("men", "two men died", LONG, {"seen there"}),
        ("9", "9 died", LONG, {"number", "seen there"}),
        ("burned", LONG, LONG, {"read there"}),
    ],
)
def test_signs(word: str, own: str | Excerpt, other: str | Excerpt, expected: set[str]) -> None:
    assert of(word, own, other) == expected


@given(st.text(max_size=60), st.text(max_size=60), st.data())
def test_any_two_texts_have_signs(a: str, b: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(a)))
    own = Excerpt(a, start, data.draw(st.integers(start, len(a))))
    one, other = signs(own, Excerpt.whole(b))
    assert (one.shape, other.shape) == ((len(a), len(SIGNS)), (len(b), len(SIGNS)))
    back = signs(Excerpt.whole(b), own)
    assert (one == back[1]).all()
    assert (other == back[0]).all()
