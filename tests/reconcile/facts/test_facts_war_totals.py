"""Rival totals of one war, totals that agree, and totals of other people or other times."""

from __future__ import annotations

import pytest

from claims.records import Bound, Claim
from reconcile.alignment import align
from reconcile.facts.war_totals import compare_war_totals
from reconcile.findings import Finding
from tests.conftest import make_article, make_claim, make_figure, make_view


def total(
    number: str,
    low: float,
    high: float | None = -1,
    bound: Bound = "exact",
    noun: str = "person",
    role: str = "killed",
    what: str = "people",
) -> Claim:
    written = f"{number} {what}"
    figure = make_figure(written, low, high, noun=noun, role=role, bound=bound)
    return make_claim(f"The war in Yemen has {role} {written}.", [figure])


def found(
    a: Claim, b: Claim, published: str = "2021-03-04", after: tuple[Claim, ...] = ()
) -> list[Finding]:
    mine = make_view(a, make_article("a", published="2021-03-02"))
    other = make_view(b, make_article("b", published=published), after=after)
    return list(compare_war_totals(mine, other, align(mine, other, 0.3, 0.4)))


LOW = total("more than 70,000", 70_001, None, "at_least")
HIGH = total("as many as 120,000", 0, 120_000, "at_most")
NEAR = total("75,000", 75_000)
BELOW = total("fewer than 120,000", 0, 119_999, "at_most")
MANY_MORE = total("900,000", 900_000)
CIVILIANS = total("20,000", 20_000, noun="civilian", what="civilians")
DRIVEN = total("120,000", 120_000, role="displaced")
VAGUE = total("tens of thousands of", 20_000, 199_999, "vague")
HALVES_ALIKE = total("up to 140,000", 0, 140_000, "at_most")
BESIDE = make_claim("The UN speaks of 70,000 dead.", [make_figure("70,000 dead", 70_000)])


@pytest.mark.parametrize(
    ("a", "b", "verdicts"),
    [
        (LOW, HIGH, ["conflict"]),
        (LOW, total("110,000", 110_000), ["conflict"]),
        (LOW, NEAR, ["agree"]),
        (LOW, LOW, ["agree"]),
        (LOW, VAGUE, ["agree"]),
        (LOW, HALVES_ALIKE, ["conflict"]),
        (LOW, BELOW, []),
        (LOW, MANY_MORE, []),  # of another order: something else is counted
        (LOW, CIVILIANS, ["scope"]),
        (CIVILIANS, total("40,000", 40_000, noun="civilian", what="civilians"), ["conflict"]),
        (LOW, DRIVEN, []),
        (LOW, total("85,000", 85_000), []),  # told at another time, or less roundly
    ],
)
def test_two_totals(a: Claim, b: Claim, verdicts: list[str]) -> None:
    assert [f.verdict for f in found(a, b)] == verdicts
    assert [f.verdict for f in found(b, a)] == verdicts


def test_a_clash_is_strict_and_says_why() -> None:
    (clash,) = found(LOW, HIGH)
    assert clash.strict
    assert clash.values == ("more than 70,000 people killed", "up to 120,000 people killed")
    assert "total of one war" in clash.reason


@pytest.mark.parametrize(
    ("a", "b", "published", "verdicts", "strict"),
    [
        (LOW, HIGH, "2021-03-09", ["conflict"], True),
        (LOW, HIGH, "2021-03-15", ["conflict"], False),  # the weights decide
        (LOW, HIGH, "2022-01-25", ["update"], False),
        (HIGH, LOW, "2022-01-25", [], False),  # no war's total falls
    ],
)
def test_time_between(
    a: Claim, b: Claim, published: str, verdicts: list[str], strict: bool
) -> None:
    read = found(a, b, published)
    assert [f.verdict for f in read] == verdicts
    assert any(f.strict for f in read) is strict


def test_who_gives_both_estimates_contradicts_neither() -> None:
    assert found(LOW, HIGH, after=(BESIDE,)) == []


def test_nothing_of_a_days_toll() -> None:
    day = make_claim("A raid in Yemen killed 20 people.", [make_figure("20 people", 20)])
    assert found(LOW, day) == []


def test_one_outlet_tells_of_two_estimates() -> None:
    mine = make_view(LOW, make_article("a", outlet="Herald"))
    other = make_view(HIGH, make_article("b", outlet="Herald"))
    (clash,) = compare_war_totals(mine, other, align(mine, other, 0.3, 0.4))
    assert not clash.strict
