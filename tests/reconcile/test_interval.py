from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.records import When
from reconcile.interval import Interval, hull


def days(first: int | None, last: int | None) -> Interval:
    return Interval(*(datetime.date(2021, 3, d) if d else None for d in (first, last)))


@pytest.mark.parametrize(
    ("a", "b", "gap"),
    [
        (days(1, 3), days(2, 4), 0),
        (days(1, 3), days(3, 4), 0),
        (days(1, 1), days(2, 2), 1),
        (days(5, 6), days(1, 2), 3),
        (days(None, 3), days(1, 1), 0),
        (days(None, 3), days(8, None), 5),
        (days(None, None), days(8, 9), 0),
    ],
)
def test_gap(a: Interval, b: Interval, gap: int) -> None:
    assert a.gap(b) == b.gap(a) == gap


def test_of_a_date_and_time_is_its_day() -> None:
    when = When("x", 0, 1, "2021-03-01T18:30", "2021-03-02", "published", "event")
    assert Interval.of(when) == days(1, 2)


def test_an_undatable_expression_has_no_interval() -> None:
    assert Interval.of(When("x", 0, 1, None, None, "none", "event")) is None


def test_hull_of_nothing_is_nothing() -> None:
    assert hull([]) is None


@given(st.lists(st.tuples(st.integers(1, 28), st.integers(1, 28)), min_size=1))
def test_hull_holds_every_interval(pairs: list[tuple[int, int]]) -> None:
    intervals = [days(min(p), max(p)) for p in pairs]
    whole = hull(intervals)
    assert whole is not None
    assert all(whole.from_ <= i.from_ and i.to <= whole.to for i in intervals)  # type: ignore[operator]
    assert str(whole)
