"""One and none told with weight, numbers whose noun is left out, sums and spans in other words."""

from __future__ import annotations

import pytest

from claims.figures import find_figures
from claims.parse import parse
from claims.records import Figure
from corpus.records import Sentence

pytestmark = pytest.mark.model


def figures(text: str) -> tuple[Figure, ...]:
    [parsed] = parse([Sentence(0, len(text), text, "statement", 0)])
    return find_figures(parsed)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A single tank was destroyed.", [("A single tank", 1, "tank", "destroyed")]),
        ("The army lost a single tank.", [("a single tank", 1, "tank", "lost")]),
        ("A lone gunman opened fire.", [("A lone gunman", 1, "gunman", "")]),
        ("Not one civilian was hurt.", [("Not one civilian", 0, "civilian", "injured")]),
        ("Not a single soldier was killed.", [("Not a single soldier", 0, "soldier", "killed")]),
        ("Not one shot was fired.", [("Not one shot", 0, "shot", "fired")]),
        # No count: a parent without a partner, an attack that others are counted in, a condition.
        ("A single mother was evicted.", []),
        ("The town was taken in a single attack.", []),
        ("A single goal decided it.", []),
        ("If not one shot is fired, they win.", []),
        ("Not one but two bombs went off.", [("two bombs", 2, "bomb", "")]),
        ("Not one of the houses stands.", []),
    ],
)
def test_sole(text: str, expected: list[tuple[str, float, str, str]]) -> None:
    assert [(f.text, f.low, f.noun, f.role) for f in figures(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The skipper had five aboard.", [("five", "person")]),
        ("There were eleven on board when it crashed.", [("eleven", "person")]),
        ("Fewer than a dozen turned up to the meeting.", [("Fewer than a dozen", "person")]),
        ("Hundreds gathered outside the court.", [("Hundreds", "person")]),
        ("Some 300 marched through the centre.", [("Some 300", "person")]),
        ("Some 300 took part.", [("Some 300", "person")]),
        ("They fired a volley of at least twenty.", [("at least twenty", "projectile")]),
        ("Police put the crowd at 400.", [("400", "person")]),
        ("A convoy of 12 reached the port.", [("12", "vehicle")]),
        # A verb of things, a number with a noun, a particle that has an object.
        ("Forty went up in smoke.", []),
        ("Three turned up the music.", []),
        ("The index stood at 400.", []),
        ("The crowd of fans left.", []),
        ("Prices rallied to 400.", []),
    ],
)
def test_left_out(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(f.text, f.noun) for f in figures(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Not a single dollar was paid.", [("Not a single dollar", 0, "USD")]),
        ("Not one cent was paid.", [("Not one cent", 0, "USD")]),
        ("They took R340 000 in cash.", [("R340 000", 340_000, "ZAR")]),
        ("They took R340,000.", [("R340,000", 340_000, "ZAR")]),
        ("It cost Rs 5 lakh.", [("Rs 5 lakh", 500_000, "INR")]),
        ("It cost 20,000 rand.", [("20,000 rand", 20_000, "ZAR")]),
        ("It cost $1.2m.", [("$1.2m", 1_200_000, "USD")]),
        ("A 40m mast fell.", [("40m", 40, "meter")]),
        ("The jury was out for two full days.", [("two full days", 2, "day")]),
        ("It rained for ten straight hours.", [("ten straight hours", 10, "hour")]),
        ("They were out for two days before agreeing.", [("two days", 2, "day")]),
        ("Rents rose by half.", [("half", 45, "percent")]),
        ("Pay will go up by more than a quarter.", [("more than a quarter", 26, "percent")]),
        # A road, an engine, a day that is told by its distance, a time of day.
        ("He drove on the R34 road.", []),
        ("He drove the R1200 there.", []),
        ("He left two days before the vote.", []),
        ("It was over by half past nine.", []),
        ("A single day was lost.", []),
    ],
)
def test_measures(text: str, expected: list[tuple[str, float, str]]) -> None:
    assert [(f.text, f.low, f.unit) for f in figures(text)] == expected


def test_posts_are_not_killed() -> None:
    assert [(f.noun, f.role) for f in figures("The plan will eliminate 1,150 jobs.")] == [
        ("job", "")
    ]
    assert [f.role for f in figures("The army eliminated 40 rebels.")] == ["killed"]
