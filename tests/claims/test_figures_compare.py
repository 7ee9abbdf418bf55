"""Overlap, rivals and kinds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.figures import comparable, overlap, quantities, rival, written
from claims.figures.kinds import among
from claims.records import Figure


def figure(
    text: str, noun: str = "person", unit: str = "", role: str = "", scope: str = ""
) -> Figure:
    [q] = quantities(text)
    return Figure(text, 0, len(text), q.low, q.high, noun, unit, role, scope, q.bound)


@pytest.mark.parametrize(
    ("a", "b", "meets", "rivals"),
    [
        ("nearly 50,000", "49,821", True, False),
        ("nearly 50,000", "61,000", False, True),
        ("dozens", "31", True, False),
        ("dozens", "3", False, True),
        ("at least 58", "70", True, True),
        ("at least 70", "at least 58", True, True),
        ("at least 58", "58", True, False),
        ("at least 58", "40", False, True),
        ("12", "at least 10", True, True),
        ("more than 80", "82", True, False),
        ("more than 80", "120", True, True),
        ("more than 70", "at least 70", True, False),
        ("more than 150", "150", True, False),
        ("more than 150", "150+", True, False),
        ("more than 220,000", "more than 230,000", True, True),
        ("more than 80", "over 84", True, False),
        ("about 40", "42", True, False),
        ("40", "42", False, True),
        ("50,000", "49,821", True, False),
        ("124,000", "123,000", False, True),
        ("up to 30", "12", True, False),
        ("up to 30", "45", False, True),
        ("15 to 20", "18", True, False),
        ("hundreds", "dozens", False, True),
    ],
)
def test_overlap_and_rival(a: str, b: str, meets: bool, rivals: bool) -> None:
    first, second = figure(a), figure(b)
    assert overlap(first, second) is overlap(second, first) is meets
    assert rival(first, second) is rival(second, first) is rivals


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("more than 80", (80, None)),
        ("80+", (80, None)),
        ("at least 80", (80, None)),
        ("fewer than 50", (0, 50)),
        ("up to 50", (0, 50)),
        ("about 40", (36, 44)),
        ("12", (12, 12)),
    ],
)
def test_written(text: str, ends: tuple[float, float | None]) -> None:
    assert written(figure(text)) == ends


def test_none_is_rival_to_any() -> None:
    none = Figure("No one", 0, 6, 0, 0, "person", "", "injured", "", "exact")
    assert rival(none, figure("3"))


@pytest.mark.parametrize(
    ("a", "unit_a", "b", "unit_b", "meets"),
    [
        ("18", "kilometer", "11", "mile", True),
        ("18", "kilometer", "14", "mile", False),
        ("18", "kilometer", "18", "hour", False),
        ("2", "year", "24", "month", True),
        ("5", "USD", "5", "EUR", False),
        ("5", "", "5", "mile", False),
        ("5", "no such unit", "5", "no such unit", True),
    ],
)
def test_units(a: str, unit_a: str, b: str, unit_b: str, meets: bool) -> None:
    assert overlap(figure(a, "", unit_a), figure(b, "", unit_b)) is meets


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("person", "victim", "same"),
        ("terrorist", "militant", "same"),
        ("airstrike", "airstrike", "same"),
        ("child", "civilian", "subset"),
        ("child", "person", "subset"),
        ("airstrike", "raid", "subset"),
        ("soldier", "fighter", "other"),
        ("soldier", "civilian", "other"),
        ("man", "woman", "other"),
        ("rocket", "missile", "other"),
        ("person", "tank", "other"),
        ("woman", "civilian", "unknown"),
        ("gizmo", "widget", "unknown"),
        ("", "person", "unknown"),
    ],
)
def test_kinds(a: str, b: str, kind: str) -> None:
    assert comparable(figure("5", a), figure("6", b)) == kind
    assert comparable(figure("6", b), figure("5", a)) == kind


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        (("18", "", "kilometer"), ("11", "", "mile"), "same"),
        (("18", "", "kilometer"), ("11", "", "hour"), "other"),
        (("18", "person", ""), ("11", "", "mile"), "other"),
        (("5", "", "USD"), ("6", "", "EUR"), "other"),
        (("23", "Ann Lee", "year", "age"), ("24", "Ann Lee", "year", "age"), "same"),
        (("23", "Ann Lee", "year", "age"), ("24", "", "year", ""), "other"),
    ],
)
def test_dimensions(a: tuple[str, ...], b: tuple[str, ...], kind: str) -> None:
    assert comparable(figure(*a), figure(*b)) == kind


def test_a_part_is_no_whole() -> None:
    part = figure("11", "child", scope="of 58 people")
    assert comparable(part, figure("11", "child")) == "subset"
    assert comparable(part, figure("12", "child", scope="of 60 people")) == "same"


@given(st.integers(0, 10**7))
def test_a_number_is_no_rival_to_itself(value: int) -> None:
    assert overlap(figure(str(value)), figure(str(value)))
    assert not rival(figure(str(value)), figure(str(value)))


@pytest.mark.parametrize(
    ("a", "b", "holds"),
    [
        ("child", "civilian", True),
        ("civilian", "people", True),
        ("girl", "person", True),
        ("people", "civilian", False),
        ("rebel", "militant", False),
        ("rebel", "civilian", False),
        ("widget", "person", False),
        ("person", "widget", False),
        ("", "person", False),
    ],
)
def test_among(a: str, b: str, holds: bool) -> None:
    assert among(a, b) is holds
