"""What two short texts share in numbers, words and negation."""

from __future__ import annotations

import math
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.texts import numbers, text_features


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine died and 12 were hurt.", {"9", "12"}),
        ("NINE died", {"9"}),
        ("Nineteen died at 9:30", {"19", "9:30"}),
        ("3.5 km of road", {"3.5"}),
        ("1,200 fled, or 1,200,000", {"1200", "1200000"}),  # as 1200 is written elsewhere
        ("in rooms 1,20 and 4", {"1,20", "4"}),
        ("12.", {"12"}),
        ("One died", set()),  # mostly no number
        ("Someone ate often: the canine weighed a lot", set()),  # "ten", "nine" in other words
        ("", set()),
    ],
)
def test_numbers(text: str, expected: set[str]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(
    ("a", "b", "holding"),
    [
        ("9 died", "Nine died", {"both", "shared"}),
        ("9 died of 30", "12 died of 30", {"both", "shared"}),
        ("9 died", "12 died", {"both", "apart"}),
        ("1,200 fled", "1200 fled", {"both", "shared"}),
        ("9 died", "They died", set()),
        ("Some died", "They died", {"none"}),
    ],
)
def test_numbers_in_common(a: str, b: str, holding: set[str]) -> None:
    told = text_features(a, b)
    names = ("both", "shared", "apart", "none")
    assert {name for name in names if told[f"numbers:{name}"] == 1.0} == holding


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        ("The mill burned", "The mill did not burn", True),
        ("The mill burned", "Nobody burned the mill", True),
        ("The mill burned", "The mill didn’t burn", True),
        ("The mill burned", "The owner denied it", True),
        ("No mill burned", "It never burned", False),  # both deny it
        ("The mill burned", "A note on the north mill", False),
        ("The mill burned", "The denim mill", False),
    ],
)
def test_negation(a: str, b: str, differ: bool) -> None:
    assert text_features(a, b)["negation"] == float(differ)


@pytest.mark.parametrize(
    ("a", "b", "overlap", "jaccard"),
    [
        ("The old mill burned.", "An old mill was burning.", 1.0, 1.0),
        ("The old mill burned.", "The mill", 1.0, 1 / 3),
        ("The mill burned.", "Taxes rose.", 0.0, 0.0),
        ("", "Taxes rose.", 0.0, 0.0),
        ("", "", 0.0, 0.0),
    ],
)
def test_words_in_common(a: str, b: str, overlap: float, jaccard: float) -> None:
    told = text_features(a, b)
    assert told["overlap"] == pytest.approx(overlap)
    assert told["jaccard"] == pytest.approx(jaccard)


def test_length_is_that_of_the_shorter() -> None:
    assert text_features("x" * 500, "y" * 9)["length"] == pytest.approx(math.log(10) - 5)


@given(st.text(), st.text())
def test_which_text_is_first_does_not_matter(a: str, b: str) -> None:
    told = text_features(a, b)
    assert told == text_features(b, a)
    assert all(math.isfinite(value) for value in told.values())
    assert all(0 <= value <= 1 for name, value in told.items() if name != "length")


@pytest.mark.parametrize("hostile", ["1," * 30000, "9" * 50000, "n't " * 9000, "9.9:" * 9000])
def test_hostile_text_is_read_quickly(hostile: str) -> None:
    started = time.perf_counter()
    text_features(hostile, hostile[1:])
    assert time.perf_counter() - started < 1
