"""Numerals and quantities: values and intervals, each beside its false friend."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.figures import numerals, quantities
from claims.figures.furniture import furniture, is_year, touches


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("forty-two", [42]),
        ("two hundred and six", [206]),
        ("two hundred and two thousand", [202_000]),
        ("half a million", [500_000]),
        ("half an hour", []),
        ("a dozen", [12]),
        ("two and a half million", [2_500_000]),
        ("one million and a half", [1_500_000]),
        ("one hundred and three quarters", [100.75]),
        ("3 hundred and 2 hundred", [300, 200]),
        ("three quarters of a million", [750_000]),
        ("a third of them", [1 / 3]),
        ("a third man", []),
        ("the first class", []),
        ("124,000 and 12,34,567", [124_000, 1_234_567]),
        ("40 000 men", [40_000]),
        ("in 2011 200 died", [2011, 200]),
        ("4.2bn", [4.2e9]),
        ("10m away", [10]),
        ("10k", [10_000]),
        ("2 1/4", [2.25]),
        ("on 9/11", [9, 11]),
        ("½", [0.5]),
        ("five point five", [5.5]),
        ("at this point", []),
        ("minus five", [-5]),
        ("", []),
    ],
)
def test_numerals(text: str, values: list[float]) -> None:
    assert [n.value for n in numerals(text)] == pytest.approx(values)


@pytest.mark.parametrize(
    ("text", "low", "high", "bound"),
    [
        ("nearly 50,000 people", 45_000, 50_000, "about"),
        ("about 40 people", 36, 44, "about"),
        ("at least 58 people", 58, None, "at_least"),
        ("more than 80 people", 81, None, "at_least"),
        ("80 or more people", 80, None, "at_least"),
        ("100-plus people", 100, None, "at_least"),
        ("a dozen-plus shots", 12, None, "at_least"),
        ("twenty-some officers", 20, 29, "about"),
        ("150-odd men", 150, 159, "about"),
        ("100 odd shapes", 100, 100, "exact"),
        ("fewer than 10 people", 0, 9, "at_most"),
        ("up to 30 people", 0, 30, "at_most"),
        ("as many as 60 people", 0, 60, "at_most"),
        ("15 to 20 people", 15, 20, "about"),
        ("15-20 people", 15, 20, "about"),
        ("four or five people", 4, 5, "about"),
        ("between 40 and 50 people", 40, 50, "about"),
        ("5 to 6 million people", 5e6, 6e6, "about"),
        ("dozens of people", 20, 199, "vague"),
        ("tens of thousands of people", 20_000, 199_999, "vague"),
        ("several hundred people", 300, 900, "vague"),
        ("a couple of people", 2, 3, "vague"),
        ("only 12 people", 12, 12, "exact"),
        ("one in three children", 30, 100 / 3 * 1.1, "about"),
        ("all of the houses", 100, 100, "exact"),
    ],
)
def test_quantity(text: str, low: float, high: float | None, bound: str) -> None:
    [found] = quantities(text)
    assert found.low == pytest.approx(low)
    assert found.high == pytest.approx(high)
    assert found.bound == bound
    assert found.start == 0


@pytest.mark.parametrize("text", ["rose from 12 to 31", "40 and 50 men", "50-15"])
def test_two_numbers_that_are_no_range(text: str) -> None:
    assert len(quantities(text)) == 2


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("in the 2500 block of East Main Street", "2500"),
        ("at 890 Belmont Ave. on Monday", "890"),
        ("at 9:20 a.m. on Monday", "9:20"),
        ("on 15 August", "15"),
        ("on August 15, 2016", "15"),
        ("call 555-123-4567 now", "123"),
        ("a T-72 tank", "72"),
        ("on Highway 60 west", "60"),
        ("a 9mm pistol", "9"),
        ("won 3-2 away", "3"),
        ("the 3rd floor", "3"),
        ("see https://example.org/12 for more", "12"),
    ],
)
def test_furniture(text: str, inside: str) -> None:
    at = text.index(inside)
    assert touches(furniture(text), at, at + len(inside))


@pytest.mark.parametrize(
    "text", ["12 people", "2,500 blocked roads", "15 augers", "$8.50", "55 tanks"]
)
def test_no_furniture(text: str) -> None:
    assert furniture(text) == []


@pytest.mark.parametrize(
    ("text", "counts", "year"),
    [
        ("since 2011", False, True),
        ("killed 2000 people", True, False),
        ("in 2013 rebels took", True, True),
        ("killed 2500 people", True, False),
    ],
)
def test_year(text: str, counts: bool, year: bool) -> None:
    at = next(i for i, c in enumerate(text) if c.isdigit())
    assert is_year(text, at, at + 4, counts) is year


@given(st.text(alphabet="0123456789 ,.-/abcdehinortuy%$½", max_size=200))
def test_spans_are_ordered_and_inside(text: str) -> None:
    last = 0
    for found in quantities(text):
        assert last <= found.start < found.end <= len(text)
        assert found.high is None or found.low <= found.high
        last = found.end


@pytest.mark.parametrize(
    "piece",
    [
        "one million and ",
        "1 ",
        "9",
        "two hundred ",
        "12-",
        "a third of ",
        "1,000,",
        "half a ",
        "May 1 ",
    ],
)
def test_long_hostile_text_is_read_in_time(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    began = time.perf_counter()
    quantities(text)
    furniture(text)
    assert time.perf_counter() - began < 10
