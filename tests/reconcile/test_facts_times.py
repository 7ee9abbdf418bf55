"""Clock times of one happening."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.records import Claim, WhenRole
from reconcile.alignment import align
from reconcile.facts.times import compare_times
from tests.conftest import make_claim, make_happening, make_view, make_when


def at(
    from_: str,
    to: str | None = None,
    sense: str = "explode",
    patient: str = "the mill",
    day: str = "2021-03-01",
    role: WhenRole = "event",
) -> Claim:
    """A claim with a time; without a ``to`` it is the one minute."""
    last = to or from_
    when = make_when("then", f"{day}T{from_}:00", f"{day}T{last}:00", role)
    happening = make_happening(sense, "", patient)
    return make_claim(f"It did {sense} {patient} then.", (), [when], (), happening)


def found(a: Claim, b: Claim, likeness: float = 0.8) -> list[str]:
    first, second = make_view(a), make_view(b)
    return [f.verdict for f in compare_times(first, second, align(first, second, 0.9, likeness))]


NINE = at("09:00")
DAY_ONLY = make_claim(
    "It did explode on Monday.",
    when=[make_when("Monday", "2021-03-01")],
    happening=make_happening("explode", "", "the mill"),
)


@pytest.mark.parametrize(
    ("a", "b", "likeness", "expected"),
    [
        (NINE, at("11:00"), 0.8, ["conflict"]),
        (NINE, at("09:20"), 0.8, ["agree"]),  # rounded to the quarter of an hour
        (NINE, at("09:21"), 0.8, ["conflict"]),
        (NINE, at("09:30", "10:00"), 0.8, ["conflict"]),
        (at("09:00", "09:40"), at("09:30"), 0.8, ["agree"]),
        (NINE, at("18:00", "22:00"), 0.8, []),  # "in the evening" is no clock time
        (NINE, at("21:00"), 0.8, []),  # one has lost its "at night"
        (NINE, at("20:30"), 0.8, []),
        (NINE, at("19:30"), 0.8, ["conflict"]),
        (NINE, at("11:00", day="2021-03-02"), 0.8, []),  # a question of dates
        (NINE, at("11:00", sense="burn"), 0.8, []),
        (NINE, at("11:00", patient="the bridge"), 0.8, []),
        (NINE, at("11:00"), 0.4, []),
        (NINE, at("11:00", patient=""), 0.65, ["conflict"]),
        (NINE, at("11:00", patient=""), 0.5, []),  # to whom it happened is not said
        (NINE, at("11:00", role="background"), 0.8, []),
        (NINE, DAY_ONLY, 0.8, []),
    ],
)
def test_times(a: Claim, b: Claim, likeness: float, expected: list[str]) -> None:
    assert found(a, b, likeness) == expected
    assert found(b, a, likeness) == expected


def test_zones_are_left_out() -> None:
    when = make_when("then", "2021-03-01T09:00:00+02:00", "2021-03-01T09:00:00+02:00")
    zoned = make_claim("It did then.", when=[when], happening=NINE.happening)
    assert found(NINE, zoned) == ["agree"]


@given(st.integers(0, 23), st.integers(0, 23))
def test_no_hour_clashes_with_itself_and_order_does_not_matter(x: int, y: int) -> None:
    a, b = at(f"{x:02}:00"), at(f"{y:02}:00")
    assert found(a, a) == ["agree"]
    assert found(a, b) == found(b, a)
