"""Outcomes that exclude each other, and denials of one act."""

from __future__ import annotations

import dataclasses
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.records import Claim, Modality, Polarity
from reconcile.alignment import align
from reconcile.facts.outcome import compare_outcomes
from reconcile.findings import Finding
from tests.conftest import (
    compared,
    make_article,
    make_claim,
    make_figure,
    make_happening,
    make_view,
    make_when,
)


def told(
    text: str,
    sense: str,
    agent: str = "",
    patient: str = "",
    names: tuple[str, ...] = (),
    places: tuple[str, ...] = (),
    modality: Modality = "asserted",
    polarity: Polarity = "affirmed",
    day: str = "",
) -> Claim:
    when = [make_when("that day", day)] if day else []
    happening = make_happening(sense, agent, patient, places)
    return make_claim(
        f"{text} that day." if day else text,
        (), when, names, happening, modality=modality, polarity=polarity,
    )  # fmt: skip


def compare(
    a: Claim, b: Claim, likeness: float = 0.8, later: str | None = "2021-03-02"
) -> list[Finding]:
    first = make_view(a, make_article("a"))
    second = make_view(b, make_article("b", published=later))
    return compared(compare_outcomes, first, second, likeness=likeness)


def found(
    a: Claim, b: Claim, likeness: float = 0.8, later: str | None = "2021-03-02"
) -> list[tuple[str, str]]:
    return [(f.verdict, f.kind) for f in compare(a, b, likeness, later)]


CLASH = [("conflict", "outcome")]
LEFT = told("Troops withdrew from Orsa.", "withdraw", "troops", "", ("Orsa",), ("Orsa",))
HELD = told("Troops hold Orsa.", "hold", "troops", "Orsa", ("Orsa",), ("Orsa",))
DIED = told("Nora Lind died.", "die", "", "Nora Lind", ("Nora Lind",))
LIVED = told("Nora Lind survived.", "survive", "", "Nora Lind", ("Nora Lind",))
FREE = told("Police released Per Dahl.", "release", "police", "Per Dahl", ("Per Dahl",))
JAILED = told("Per Dahl is still held.", "hold", "", "Per Dahl", ("Per Dahl",))
TOOK = told("Rebels captured the hill.", "capture", "rebels", "the hill")
NOT_TOOK = dataclasses.replace(
    told("Rebels had not captured the hill.", "capture", "rebels", "the hill"), polarity="negated"
)
FOUND = told("Divers found the wreck.", "find", "divers", "the wreck")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (LEFT, HELD, CLASH),
        (
            LEFT,
            told("Troops hold Mora.", "hold", "troops", "Mora", ("Mora",), ("Mora",)),
            [],
        ),
        (
            LEFT,
            told("Rebels hold Orsa.", "hold", "rebels", "Orsa", ("Orsa",), ("Orsa",)),
            [],
        ),  # no wonder: they came when the others left
        (DIED, LIVED, CLASH),
        (DIED, told("Per Dahl survived.", "survive", "", "Per Dahl", ("Per Dahl",)), []),
        (DIED, told("Others survived.", "survive", "", "others"), []),
        (DIED, told("Nora Lind left.", "leave", "", "Nora Lind", ("Nora Lind",)), []),
        (FREE, JAILED, CLASH),
        (FREE, told("Per Dahl was once held in jail.", "hold", "", "Per Dahl"), []),
        (FREE, told("Police arrested Per Dahl.", "arrest", "police", "Per Dahl"), []),
        (NOT_TOOK, TOOK, CLASH),
        (TOOK, TOOK, []),
        (NOT_TOOK, NOT_TOOK, []),
        (
            NOT_TOOK,
            told("Rebels captured the bridge.", "capture", "rebels", "the bridge over the Aln"),
            [("conflict", "outcome")],
        ),
        (
            NOT_TOOK,
            told("A column of tanks captured the bridge.", "capture", "tanks", "the bridge"),
            [],
        ),
        (
            FOUND, dataclasses.replace(FOUND, polarity="negated"), [],
        ),  # found later, or elsewhere
        (NOT_TOOK, dataclasses.replace(TOOK, modality="planned"), []),
        (NOT_TOOK, dataclasses.replace(TOOK, modality="possible"), []),
        (NOT_TOOK, make_claim("It rained."), []),
    ],
)  # fmt: skip
def test_outcomes(a: Claim, b: Claim, expected: list[tuple[str, str]]) -> None:
    assert found(a, b) == expected
    there, back = compare(a, b), compare(b, a)
    assert [(f.verdict, f.kind, f.values, f.strict) for f in there] == [
        (f.verdict, f.kind, f.values[::-1], f.strict) for f in back
    ]


@pytest.mark.parametrize(
    ("later", "verdict"),
    [("2021-03-04", "update"), ("2021-03-02", "conflict"), (None, "conflict")],
)
def test_later_it_is_news(later: str | None, verdict: str) -> None:
    assert found(LEFT, HELD, later=later) == [(verdict, "outcome")]


@pytest.mark.parametrize(
    ("a", "b", "values"),
    [
        (LEFT, HELD, ("withdraw", "hold")),
        (FREE, JAILED, ("release", "detained")),
        (NOT_TOOK, TOOK, ("not capture", "capture")),
    ],
)
def test_what_cannot_both_be_clashes_without_learnt_weights(
    a: Claim, b: Claim, values: tuple[str, str]
) -> None:
    (clash,) = compare(a, b)
    assert clash.strict
    assert clash.values == values
    assert all(f"«{value}»" in clash.reason for value in values)


told_claims = st.builds(
    lambda sense, agent, patient, place, modality, polarity, day, extra: told(
        f"{extra}It is told that {agent} did {sense} {patient} at {place}",
        sense, agent, patient, (place,), (place,), modality, polarity, day,
    ),
    st.sampled_from(["withdraw", "hold", "capture", "die", "survive", "release", "find"]),
    st.sampled_from(["rebels", "troops", ""]),
    st.sampled_from(["the hill", "Nora Lind", ""]),
    st.sampled_from(["Orsa", "Mora"]),
    st.sampled_from(get_args(Modality)),
    st.sampled_from(get_args(Polarity)),
    st.sampled_from(["2021-03-01", "2021-03-07"]),
    st.sampled_from(["", "", "Partly: ", "Others: "]),
)  # fmt: skip


@given(told_claims, told_claims, st.sampled_from(["2021-03-02", "2021-03-05"]))
def test_the_order_of_the_claims_does_not_matter(a: Claim, b: Claim, later: str) -> None:
    first = make_view(a, make_article("a"))
    second = make_view(b, make_article("b", published=later))
    there = compare_outcomes(first, second, align(first, second, 0.9, 0.8))
    back = compare_outcomes(second, first, align(second, first, 0.9, 0.8))
    assert [(f.verdict, f.kind, f.values) for f in there] == [
        (f.verdict, f.kind, f.values[::-1]) for f in back
    ]
    assert compare(a, a) == []


def test_how_much_of_it_is_another_question() -> None:
    part = told("Troops hold part of Orsa.", "hold", "troops", "Orsa", ("Orsa",), ("Orsa",))
    assert found(LEFT, part) == [("conflict", "extent")]


def test_claims_that_are_not_alike_do_not_clash() -> None:
    assert found(LEFT, HELD, likeness=0.3) == []


def test_on_two_days_both_may_be_so() -> None:
    place = (("Orsa",), ("Orsa",))
    left = told("Troops withdrew from Orsa", "withdraw", "troops", "", *place, day="2021-03-01")
    held = told("Troops hold Orsa", "hold", "troops", "Orsa", *place, day="2021-03-07")
    same = told("Troops hold Orsa", "hold", "troops", "Orsa", *place, day="2021-03-01")
    assert found(left, held) == []
    assert found(left, same) == CLASH


def test_a_denied_act_elsewhere_is_another_act() -> None:
    def taken(place: str, polarity: Polarity) -> Claim:
        text = f"Rebels captured the hill at {place}."
        return told(text, "capture", "rebels", "the hill", (place,), (place,), polarity=polarity)

    assert found(taken("Orsa", "negated"), taken("Mora", "affirmed")) == []
    assert found(taken("Orsa", "negated"), taken("Orsa", "affirmed")) == CLASH


BEATEN = told("The Vell Front was beaten back in Mora.", "repel", "", "the Vell Front",
              ("Vell Front", "Mora"), ("Vell Front", "Mora"))  # fmt: skip
BASE = "the base of the Vell Front in {}"


@pytest.mark.parametrize(("town", "is_found"), [("Mora", True), ("Orsa", False)])
def test_who_is_beaten_back_is_no_place(town: str, is_found: bool) -> None:
    base = BASE.format(town)
    names = ("Vell Front", town)
    taken = told(f"{base} was captured.", "capture", "", base, names, names)
    assert bool(found(BEATEN, taken)) is is_found


def test_two_counts_of_people_are_two_parts() -> None:
    dead = told("Two hostages were killed.", "kill", "", "hostages")
    alive = told("23 hostages survived.", "survive", "", "hostages")
    both = (
        dataclasses.replace(claim, figures=make_claim(claim.text, [figure]).figures)
        for claim, figure in (
            (dead, make_figure("Two hostages", 2, noun="hostage")),
            (alive, make_figure("23 hostages", 23, noun="hostage", role="")),
        )
    )
    assert found(dead, alive) == [("conflict", "outcome")]
    assert found(*both) == []
