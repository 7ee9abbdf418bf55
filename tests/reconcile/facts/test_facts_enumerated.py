"""Victims counted group by group: numbers of one attack that its own words bring together."""

from __future__ import annotations

import pytest

from claims.records import Claim, Figure
from reconcile.alignment import align
from reconcile.facts import enumerated
from reconcile.facts.two_figures import Two
from tests.conftest import make_article, make_claim, make_figure, make_view


def hurt(written: str, low: float, role: str = "injured") -> Figure:
    return make_figure(written, low, noun="person", role=role)


def two(a: Claim, b: Claim, after: tuple[Claim, ...] = ()) -> Two:
    """The first figures of two claims; the second's article goes on with other claims."""
    mine = make_view(a, make_article("a"))
    its = make_view(b, make_article("b"), after=after)
    return Two(mine, its, a.figures[0], b.figures[0], align(mine, its, 0.9, 0.8))


NINE = make_claim("One man died and nine people were hurt in Orsa.", [hurt("nine people", 9)])
TEN = make_claim("Ten people were hurt in Orsa.", [hurt("Ten people", 10)])
DIED = make_claim("One of them died.", [hurt("One", 1, "killed")])
LONG = make_claim("The town has seen much of this " + "and of that " * 30 + "of late.")
APART = make_claim(
    "Ten people were hurt and one person killed.",
    [hurt("Ten people", 10), hurt("one person", 1, "killed")],
)


@pytest.mark.parametrize(
    ("a", "b", "after", "expected"),
    [
        (NINE, TEN, (DIED,), True),
        (NINE, TEN, (), False),
        (NINE, APART, (), False),  # the dead stand beside the ten, not among them
        (TEN, NINE, (), False),
        (NINE, TEN, (LONG, DIED), False),  # who died of another attack, far below
    ],
)
def test_with_the_dead(a: Claim, b: Claim, after: tuple[Claim, ...], expected: bool) -> None:
    assert enumerated.with_the_dead(two(a, b, after)) is expected


def killed(text: str, written: str, low: float) -> Claim:
    return make_claim(text, [hurt(written, low, "killed")])


FOUR = killed("Four people were killed in Orsa.", "Four people", 4)


@pytest.mark.parametrize(
    ("rule", "other", "expected"),
    [
        ("added", killed("Three other men were killed.", "Three other men", 3), True),
        ("added", killed("Three others were killed.", "Three others", 3), False),
        ("added", killed("Six other men were killed.", "Six other men", 6), False),
        ("with_names", killed("Two victims have been identified.", "Two victims", 2), True),
        ("with_names", killed("Six victims have been identified.", "Six victims", 6), False),
        ("several_attacks", killed("A string of shootings killed six.", "six", 6), True),
        ("several_attacks", killed("Six died in three separate shootings.", "Six", 6), True),
        ("several_attacks", killed("A string of shootings killed two.", "two", 2), False),
        ("several_attacks", killed("Three air strikes killed six.", "six", 6), False),
        ("superseded", killed("Initial reports said six were killed.", "six", 6), True),
        ("superseded", killed("Three died, not four as first reported.", "Three", 3), True),
        ("superseded", killed("Preliminary reports said six died.", "six", 6), False),
        ("raising", killed("A spokesman raised the death toll to three.", "three", 3), True),
        ("raising", killed("The toll rose to six.", "six", 6), False),
        ("with_the_attacker", killed("Five died, including the gunman.", "Five", 5), True),
        ("with_the_attacker", killed("Six died, including the gunman.", "Six", 6), False),
        ("with_the_attacker", killed("Five died, including a doctor.", "Five", 5), False),
    ],
)
def test_one_group_of_several(rule: str, other: Claim, expected: bool) -> None:
    holds = getattr(enumerated, rule)
    assert holds(two(FOUR, other)) is expected
    assert holds(two(other, FOUR)) is expected
