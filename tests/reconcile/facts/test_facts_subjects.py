"""Of whom a claim tells, and whether two claims tell of one."""

from __future__ import annotations

import time
from collections.abc import Sequence

import pytest

from claims.records import Claim
from reconcile.facts.subjects import one_person, several_harmed, subject
from reconcile.findings import Match
from reconcile.views import View
from tests.conftest import make_article, make_claim, make_figure, make_happening, make_view


def view(
    text: str,
    patient: str,
    names: Sequence[str] = (),
    before: Sequence[Claim] = (),
    agent: str = "",
    several: bool = False,
    id_: str = "a",
) -> View:
    hurt = make_claim("5 people were hurt.", [make_figure("5 people", 5, 5, "person", "injured")])
    claim = make_claim(text, names=names, happening=make_happening("die", agent, patient))
    return make_view(claim, make_article(id_), before, [hurt] if several else [])


@pytest.mark.parametrize(
    ("patient", "kinds"),
    [
        ("The woman", {"female", "adult", "one"}),
        ("The boy", {"male", "young", "one"}),
        ("A 4-year-old girl", {"female", "young", "child", "one"}),
        ("Two men", {"male", "adult", "several"}),
        ("Another man", {"male", "adult", "one", "other"}),
        ("The gunman", {"male", "suspect", "one"}),
        ("A three-year-old boy", {"male", "young", "one"}),
        ("A 25-year-old man", {"male", "adult", "one"}),
        ("His little sister", {"female", "one"}),
        ("Her brother", {"male", "one"}),
        ("The clerk", {"one"}),
        ("A man on the second floor", {"male", "adult", "one"}),
    ],
)
def test_kinds(patient: str, kinds: set[str]) -> None:
    assert subject(view(f"{patient} died.", patient)).kinds == kinds


@pytest.mark.parametrize(
    ("a", "b", "match"),
    [
        ("the man", "the man", Match.COMPATIBLE),
        ("the man", "the woman", Match.DIFFERS),
        ("the boy", "the woman", Match.DIFFERS),
        ("the boy", "the teenager", Match.COMPATIBLE),
        ("the driver", "a driver", Match.SAME),
        ("the driver", "a clerk", Match.MISSING),
        ("the suspect", "the gunman", Match.SAME),
        ("the suspect", "the victim", Match.DIFFERS),
        ("a 20-year-old man", "the 20-year-old", Match.SAME),
        ("a 20-year-old man", "a 30-year-old man", Match.DIFFERS),
        ("the man", "another man", Match.DIFFERS),
        ("two men", "the man", Match.DIFFERS),
        ("two men", "two men", Match.DIFFERS),  # each of them has a fate of his own
        ("", "", Match.MISSING),
    ],
)
def test_one_person(a: str, b: str, match: Match) -> None:
    first, second = view(f"{a} died.", a), view(f"{b} died.", b, id_="b")
    assert one_person(first, second) is one_person(second, first) is match


@pytest.mark.parametrize(
    ("a", "b", "match"),
    [
        ("Nora Lind", "Lind", Match.SAME),
        ("Nora Lind", "Per Dahl", Match.DIFFERS),
        ("Nora Lind", "Lind’s sister", Match.MISSING),
    ],
)
def test_names(a: str, b: str, match: Match) -> None:
    first = view(f"{a} died.", a, [a])
    second = view(f"{b} died.", b, [b.partition("’")[0]], id_="b")
    assert one_person(first, second) is match


@pytest.mark.parametrize(
    ("a", "b", "match"),
    [
        ("the man", "the man", Match.COMPATIBLE),  # alike in sex and age
        ("", "the man", Match.DIFFERS),  # may be any of them
        ("the driver", "the driver", Match.SAME),
    ],
)
def test_among_several_more_is_asked(a: str, b: str, match: Match) -> None:
    first = view(f"{a} died.", a, several=True)
    assert one_person(first, view(f"{b} died.", b, id_="b")) is match


def test_a_pronoun_is_whom_the_claims_before_tell_of() -> None:
    before = make_claim("Nora Lind was hit.", names=["Nora Lind"],
                        happening=make_happening("attack", "", "Nora Lind"))  # fmt: skip
    told = make_claim("She died.", happening=make_happening("die", "", "She"), start=30)
    kin = make_claim("Her brother died.", happening=make_happening("die", "", "Her brother"),
                     start=30)  # fmt: skip
    assert subject(make_view(told, before=[before])).names == {("nora", "lind")}
    assert not subject(make_view(kin, before=[before])).names


def test_an_age_in_months() -> None:
    baby = make_figure("15-month-old", 15, 15, "boy", "age", "month")
    old = make_happening("die", "", "a 15-month-old boy")
    claim = make_claim("A 15-month-old boy died.", [baby], happening=old)
    told = subject(make_view(claim))
    assert told.ages == {1.25}
    assert "child" in told.kinds


def test_victims_of_two_ages_are_several() -> None:
    row = [
        make_claim(
            f"A {age}-year-old died.",
            [make_figure(f"{age}-year-old", age, age, "person", "age", "year")],
            happening=make_happening("die", "", f"A {age}-year-old"),
        )
        for age in (2, 7)
    ]
    assert several_harmed(make_view(row[0], after=row[1:]))
    assert not several_harmed(make_view(row[0]))


def test_who_arrests_is_not_told_of() -> None:
    claim = view("Police arrested the man.", "the man", agent="Police")
    assert subject(claim).kinds == {"male", "adult", "one"}
    assert "officer" not in subject(view("Officers found it.", "it", agent="Officers")).kinds


@pytest.mark.parametrize("hostile", ["another " * 6000, "A'" * 9000, "1-year-" * 5000, "e" * 50000])
def test_hostile_text_is_read_quickly(hostile: str) -> None:
    started = time.perf_counter()
    subject(view(hostile, hostile))
    assert time.perf_counter() - started < 2
