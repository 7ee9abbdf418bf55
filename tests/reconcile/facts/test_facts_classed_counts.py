"""Numbers of one class told in other words, and in what capacity persons are counted."""

from __future__ import annotations

import pytest

from claims.records import Bound, Claim, Figure
from reconcile.alignment import align
from reconcile.facts.capacities import capacities, class_of
from reconcile.facts.classed_counts import compare_classed_counts
from reconcile.findings import Finding
from tests.conftest import (
    assert_mirrored,
    make_article,
    make_claim,
    make_figure,
    make_happening,
    make_view,
)


def count(
    text: str, low: float, noun: str, role: str = "", scope: str = "", bound: Bound = "exact"
) -> Figure:
    return make_figure(text, low, noun=noun, role=role, scope=scope, bound=bound)


def found(a: Claim, b: Claim, story: float = 0.9, likeness: float = 0.45) -> list[Finding]:
    first, second = (make_view(c, make_article(id_)) for c, id_ in zip((a, b), "ab", strict=True))
    there = list(compare_classed_counts(first, second, align(first, second, story, likeness)))
    back = list(compare_classed_counts(second, first, align(second, first, story, likeness)))
    assert_mirrored(there, back)
    return there


ABOARD = make_claim("The bus had 71 people on board", [count("71 people", 71, "person")])
JOBS = make_claim("It will cut 1,150 jobs", [count("1,150 jobs", 1150, "job")])
CROWD = make_claim("Dozens attended", [make_figure("Dozens", 20, 199, role="", bound="vague")])


@pytest.mark.parametrize(
    ("claim", "other", "told"),
    [
        (ABOARD, ("There were 48 passengers", [count("48 passengers", 48, "passenger")]), True),
        (ABOARD, ("71 passengers were in it", [count("71 passengers", 71, "passenger")]), False),
        # Another capacity, a part, others besides, helpers, two counts of persons in one claim.
        (ABOARD, ("48 people watched it burn", [count("48 people", 48, "person")]), False),
        (ABOARD, ("6 of the passengers fled",
                  [count("6 of the passengers", 6, "passenger", scope="of the passengers")]),
         False),
        (ABOARD, ("48 other passengers left", [count("48 other passengers", 48, "passenger")]),
         False),
        (ABOARD, ("9 officers went aboard", [count("9 officers", 9, "officer")]), False),
        (ABOARD, ("48 passengers and 3 stewards were on the bus",
                  [count("48 passengers", 48, "passenger"), count("3 stewards", 3, "steward")]),
         False),
        (ABOARD, ("9,000 passengers travel in it a year",
                  [count("9,000 passengers", 9000, "passenger")]), False),
        # The dead are compared by their state, and do not stand beside the others.
        (ABOARD, ("48 passengers died", [count("48 passengers", 48, "passenger", "killed")]),
         False),
        (ABOARD, ("Of 48 aboard 3 men died",
                  [count("48", 48, "person"), count("3 men", 3, "man", "killed")]), True),
        (JOBS, ("400 posts will go", [count("400 posts", 400, "post")]), True),
        (JOBS, ("400 workers met", [count("400 workers", 400, "worker")]), False),
        (JOBS, ("400 lorries will go", [count("400 lorries", 400, "lorry")]), False),
        # "compare_lone_counts" reads what is told under one noun.
        (JOBS, ("400 jobs will go", [count("400 jobs", 400, "job")]), False),
        (CROWD, ("2,000 marchers came", [count("2,000 marchers", 2000, "marcher")]), False),
        (CROWD, ("A crowd of 900 readers came", [count("900 readers", 900, "reader")]), True),
        (CROWD, ("A crowd of 210 readers came", [count("210 readers", 210, "reader")]), False),
    ],
)  # fmt: skip
def test_classed_counts(claim: Claim, other: tuple[str, list[Figure]], told: bool) -> None:
    assert bool(found(claim, make_claim(*other))) is told


def test_one_act() -> None:
    act = make_happening("meet")
    first = make_claim("9 mayors met", [count("9 mayors", 9, "mayor")], happening=act)
    second = make_claim("4 heads met", [count("4 heads", 4, "head")], happening=act)
    assert found(first, second)
    assert not found(first, second, likeness=0.3)
    assert not found(first, second, story=0.1)


def test_attackers() -> None:
    two = make_claim("2 robbers burst in", [count("2 robbers", 2, "robber")])
    lone = make_claim("A lone gunman fled", [count("A lone gunman", 1, "gunman")])
    named = make_claim("The gunman fled", [count("The gunman", 1, "gunman")])
    open_ = [make_figure("one or more gunmen", 1, None, "gunman", "", bound="at_least")]
    people = make_claim("30 people saw the robbers", [count("30 people", 30, "person")])
    [finding] = found(two, lone)
    assert {"role:same", "as:attacking", "class:person", "lone"} <= finding.signs
    assert not found(two, named)
    assert not found(two, make_claim("one or more gunmen fled", open_))
    assert not found(two, people)


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        ("Three sat in the coach when it fell", "", {"aboard"}),
        ("They waited at the bus station", "", set()),
        ("Readers crammed into the hall", "", {"attending"}),
        ("They handed over their weapons", "", {"surrendering"}),
        ("They handed over their parcels", "", set()),
        ("Six ended up behind bars", "", {"arrested"}),
        ("Six were hauled off at the rally", "arrested", {"arrested"}),
        ("They were handed to the Red Cross", "", {"freed"}),
        ("They lost their jobs", "", {"dismissed"}),
        ("They lost their shoes", "", set()),
        ("Staff walked out", "", {"striking"}),
    ],
)
def test_capacities(text: str, role: str, expected: set[str]) -> None:
    assert capacities(text, role) == expected


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("mourner", "person"), ("mayor", "person"), ("head", "person"), ("passenger", "person"),
        ("post", "job"), ("rocket", "projectile"), ("casing", "shot"), ("lorry", ""),
        ("car", "vehicle"), ("cow", "animal"), ("idea", ""), ("water", ""), ("", ""),
    ],
)  # fmt: skip
def test_class_of(noun: str, expected: str) -> None:
    assert class_of(noun) == expected
