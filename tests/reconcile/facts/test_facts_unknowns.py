"""What is not known in one claim and told in the other."""

from __future__ import annotations

import time
from collections.abc import Sequence

import pytest

from reconcile.facts.unknowns import compare_unknowns, unknown
from reconcile.findings import Finding
from tests.conftest import (
    assert_mirrored,
    compared,
    make_article,
    make_claim,
    make_happening,
    make_view,
)


@pytest.mark.parametrize(
    ("text", "matters"),
    [
        ("The victim has not been identified", {"name"}),
        ("The name of the man was not released", {"name"}),
        ("an unidentified man", {"name"}),
        ("He was named as Per Dahl", set()),
        ("The cause of the blast is unknown", {"manner"}),
        ("It is unclear whether he shot himself", {"manner"}),
        ("The motive is unknown", {"motive"}),
        ("an unknown village", set()),
        ("", set()),
    ],
)
def test_unknown(text: str, matters: set[str]) -> None:
    assert unknown(text) == matters


def found(
    a: str, b: str, patients: tuple[str, str], names: Sequence[str] = (), later: str = "2021-03-03"
) -> list[Finding]:
    """The first is of 2 March."""
    one = make_claim(a, happening=make_happening("be", "", patients[0]))
    other = make_claim(b, names=names, happening=make_happening("be", "", patients[1]))
    first = make_view(one, make_article("a", published="2021-03-02"))
    second = make_view(other, make_article("b", published=later))
    there = compared(compare_unknowns, first, second)
    back = compared(compare_unknowns, second, first)
    assert_mirrored(there, back)
    assert all(f.verdict == "update" for f in there)
    return there


OPEN = "The victim has not been identified."
NAMED = "The victim was identified as Per Dahl."
MAN = ("The victim", "The victim")
SUICIDE = "He shot himself."


@pytest.mark.parametrize(
    ("a", "b", "patients", "names", "told"),
    [
        (OPEN, NAMED, MAN, ["Per Dahl"], "Per Dahl"),
        (OPEN, "Per Dahl, 33, was killed.", MAN, ["Per Dahl"], "Per Dahl"),
        (OPEN, "33-year-old Per Dahl was killed.", MAN, ["Per Dahl"], "Per Dahl"),
        (OPEN, "Per Dahl spoke.", MAN, ["Per Dahl"], None),
        ("A third victim was not identified.", NAMED, ("A third victim", "The victim"),
         ["Per Dahl"], None),
        (OPEN, "The victim died.", MAN, [], None),
        (OPEN, OPEN, MAN, [], None),
        (
            "It is unclear whether the driver shot himself or was shot by police.",
            "The driver shot himself.",
            ("the driver", "the driver"), [], "by own hand",
        ),
        ("It is unclear when the driver came.", SUICIDE, ("the driver",) * 2, [], None),
        ("The cause of the blast is unknown.", "It was caused by a suicide bomber.", ("", ""), [],
         "suicide bomber"),
        ("The motive is unknown.", "They had an argument.", ("", ""), [], "a quarrel"),
    ],
)  # fmt: skip
def test_told_since(
    a: str, b: str, patients: tuple[str, str], names: list[str], told: str | None
) -> None:
    assert [f.values[1] for f in found(a, b, patients, names)] == ([told] if told else [])


def test_what_was_known_before_is_not_news() -> None:
    assert found(OPEN, NAMED, MAN, ["Per Dahl"], later="2021-03-01") == []
    assert found(OPEN, NAMED, MAN, ["Per Dahl"], later="2021-03-02")


@pytest.mark.parametrize("hostile", ["not a, " * 6000, "unclear " * 5000, "names " * 6000])
def test_hostile_text_is_read_quickly(hostile: str) -> None:
    started = time.perf_counter()
    unknown(hostile)
    assert time.perf_counter() - started < 2
