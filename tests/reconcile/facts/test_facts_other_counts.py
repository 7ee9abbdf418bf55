"""Counts that are no rivals: of a part, of two opposed sides, of two days."""

from __future__ import annotations

import pytest

from reconcile.facts.other_counts import (
    another_time,
    both_sides,
    opposed,
    other_days,
    since_start,
    told_part,
)
from reconcile.facts.two_figures import Two
from tests.conftest import make_article, make_claim, make_figure, make_two, make_view, make_when


def two(*told: tuple[str, str, str], scope: str = "", days: tuple[str, str] = ("", "")) -> Two:
    """Two counts: what is counted as written, its number and its noun; a scope for the second."""
    views = []
    for id_, (written, low, noun), day, narrowed in zip("ab", told, days, ("", scope), strict=True):
        figure = make_figure(written, float(low), noun=noun, scope=narrowed)
        text = f"It killed {written}"
        when = []
        if day:
            named, from_ = day.split("=")
            text += f" on {named}"
            when = [make_when(named, from_)]
        views.append(make_view(make_claim(text + ".", [figure], when), make_article(id_)))
    a, b = views
    return make_two(a, b)


NINE = ("nine people", "9", "person")


@pytest.mark.parametrize(
    ("other", "scope", "expected"),
    [
        (("four children", "4", "child"), "of five", True),
        (("two of the dead", "2", "person"), "of the dead", True),
        (("four children", "4", "child"), "", False),
        (("four children", "4", "child"), "in Orsa", False),
        (("12 children", "12", "child"), "of thirty", False),
    ],
)
def test_told_part(other: tuple[str, str, str], scope: str, expected: bool) -> None:
    assert told_part(two(NINE, other, scope=scope)) is expected


def test_a_part_of_a_kind_is_a_rival_of_that_kind() -> None:
    six = ("six children", "6", "child")
    assert not told_part(two(six, ("four children", "4", "child"), scope="of nine"))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (("40 government forces", "40", "force"), ("30 terrorists", "30", "terrorist"), True),
        (("40 soldiers", "40", "soldier"), ("30 rebels", "30", "rebel"), True),
        (("40 regime fighters", "40", "fighter"), ("30 rebels", "30", "rebel"), True),
        (
            ("40 regime fighters", "40", "fighter"),
            ("30 opposition fighters", "30", "fighter"),
            True,
        ),
        (("40 soldiers", "40", "soldier"), ("30 ISIS members", "30", "member"), True),
        (("40 soldiers", "40", "soldier"), ("30 opposition-held", "30", "person"), False),
        (("40 forces", "40", "force"), ("30 rebels", "30", "rebel"), False),
        (("40 fighters", "40", "fighter"), ("30 rebels", "30", "rebel"), False),
        (("40 army and rebel fighters", "40", "fighter"), ("30 rebels", "30", "rebel"), False),
        (("40 militants", "40", "militant"), ("30 rebels", "30", "rebel"), False),
        (("40 pro-government militants", "40", "militant"), ("9 men", "9", "man"), False),
        (("40 people", "40", "person"), ("30 rebels", "30", "rebel"), False),
    ],
)
def test_opposed(a: tuple[str, str, str], b: tuple[str, str, str], expected: bool) -> None:
    assert opposed(two(a, b)) is opposed(two(b, a)) is expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (("70 army and rebel fighters", "70", "fighter"), ("40 rebels", "40", "rebel"), True),
        (("70 regime troops and rebels", "70", "rebel"), ("40 soldiers", "40", "soldier"), True),
        (("70 regime and rebel fighters", "70", "fighter"), ("40 people", "40", "person"), False),
        (("70 army and police officers", "70", "officer"), ("40 rebels", "40", "rebel"), False),
        (("70 rebels and civilians", "70", "rebel"), ("40 rebels", "40", "rebel"), False),
        (("70 rebels", "70", "rebel"), ("40 rebels", "40", "rebel"), False),
    ],
)
def test_both_sides(a: tuple[str, str, str], b: tuple[str, str, str], expected: bool) -> None:
    assert both_sides(two(a, b)) is both_sides(two(b, a)) is expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (("Friday=2021-03-05", "Monday=2021-03-01"), True),
        (("Friday=2021-03-05", "Thursday=2021-03-04"), False),  # night falls between
        (("Friday=2021-03-05", "Friday=2021-02-26"), False),  # one of them misdated
        (("Friday=2021-03-05", ""), False),
        (("", ""), False),
    ],
)
def test_other_days(days: tuple[str, str], expected: bool) -> None:
    assert other_days(two(NINE, ("four people", "4", "person"), days=days)) is expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("It came just days after a flood killed ", True),
        ("In less than two weeks after the flood, fire killed ", False),
        ("Days after the flood fire killed ", False),
    ],
)
def test_an_event_called_to_mind_beside_another(before: str, expected: bool) -> None:
    recalled = make_claim(before + "five people.", [make_figure("five people", 5)])
    told = make_claim("Fire killed nine people.", [make_figure("nine people", 9)])
    a, b = make_view(recalled, make_article("a")), make_view(told, make_article("b"))
    assert another_time(make_two(a, b)) is expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Nine died since the beginning of the war.", "Seven died in a blast in Orsa.", True),
        ("Nine died since the siege of Orsa started.", "Seven died in a blast.", False),
        ("Nine died since the offensive began.", "Seven died on Monday.", True),
        ("Nine died since the start of the war.", "The war has killed seven.", False),
        ("Nine died since the start of the war.", "Seven died since March.", False),
        ("Nine died since the start.", "Seven died since the start.", False),
        ("Nine died at the start of the war.", "Seven died in a blast.", False),
    ],
)
def test_since_start(a: str, b: str, expected: bool) -> None:
    seven = "seven" if "seven" in b else "Seven"
    one = make_view(make_claim(a, [make_figure("Nine", 9)]), make_article("a"))
    other = make_view(make_claim(b, [make_figure(seven, 7)]), make_article("b"))
    assert since_start(make_two(one, other)) is since_start(make_two(other, one)) is expected
