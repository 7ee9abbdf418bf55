"""How surely two claims state one fact: what is asked of them, and what the learnt weights make
of it."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.records import Claim
from reconcile.judge import lay
from reconcile.sameness import ASKED, HOLDING, SAME, same_fact, sameness_features
from reconcile.views import View
from reconcile.weighing import PARTS
from tests.conftest import (
    make_article,
    make_claim,
    make_figure,
    make_happening,
    make_view,
    make_when,
)


def raid(
    text: str = "",
    agent: str = "Jets",
    patient: str = "the town",
    place: str = "Orsa",
    day: str = "2021-03-01",
    sense: str = "bomb",
    speaker: str = "",
) -> Claim:
    text = text or f"{agent} hit {patient} in {place or 'the hills'} on Monday."
    when = [make_when("Monday", day)] if day and "Monday" in text else []
    places = [place] if place and place in text else []
    happening = make_happening(sense, agent, patient, places)
    return make_claim(text, (), when, places, happening, speaker)


def dead(number: str, low: float, place: str = "Orsa", role: str = "killed") -> Claim:
    text = f"The blast in {place} left {number} {role}."
    figures = [make_figure(number, low, role=role)]
    return make_claim(text, figures, (), [place], make_happening("kill", "", number, [place]))


def view(claim: Claim, id_: str) -> View:
    return make_view(claim, make_article(id_, text=claim.quote, published="2021-03-02"))


def features(a: Claim, b: Claim, story: float = 0.9, likeness: float = 0.8) -> dict[str, float]:
    laid = lay(view(a, "a"), view(b, "b"), story, likeness)
    return sameness_features(laid.a, laid.b, laid.alignment, laid.findings)


@pytest.mark.parametrize(
    ("a", "b", "name"),
    [
        (raid(), raid(), "where:shared"),
        (raid(), raid(place="Mora"), "where:apart"),
        (raid(), raid(place=""), "where:one"),
        (raid(), raid(), "when:shared"),
        (raid(), raid(day="2021-02-20"), "when:apart"),
        (raid(), raid(), "one scene"),
        (raid(agent="Rebels"), raid(agent="insurgents"), "agents:shared"),
        (raid(agent="Rebels"), raid(agent="government troops"), "agents:apart"),
        (raid(agent="Rebels", patient="soldiers"), raid(agent="soldiers"), "crossed"),
        (raid("Rebels attacked Orsa.", "Rebels", sense="attack"),
         raid("The army attacked Orsa.", "The army", sense="attack"), "who:opposed"),
        (raid(speaker="Ann Lee"), raid(speaker="Ann Lee"), "voice:shared"),
        (raid(speaker="Ann Lee"), raid(speaker="Tom Orr"), "voice:apart"),
        (dead("9", 9), dead("9", 9), "number:shared"),
        (dead("9", 9), dead("12", 12), "number:apart"),
        (dead("9", 9), dead("9", 9, role="injured"), "role:apart"),
        (dead("9", 9), dead("9", 9), "agreed:figure:equal"),
        (raid("It has bombed Orsa since the war began."), raid(), "total:one"),
    ],
)  # fmt: skip
def test_what_is_asked(a: Claim, b: Claim, name: str) -> None:
    assert features(a, b)[name] == 1.0
    assert features(b, a)[name] == 1.0


@pytest.mark.parametrize("name", ["where", "when", "who", "voice", "number", "role", "total"])
def test_where_both_are_silent_nothing_is_said(name: str) -> None:
    silent = make_claim("Snow kept falling.")
    assert not [feature for feature in features(silent, silent) if feature.startswith(f"{name}:")]


def sure(a: Claim, b: Claim, story: float = 0.9, likeness: float = 0.8) -> float:
    laid = lay(view(a, "a"), view(b, "b"), story, likeness)
    return same_fact(laid.a, laid.b, laid.alignment, laid.findings)


def test_one_raid_and_two() -> None:
    """The learnt weights: place, day and party told alike speak for one fact, unlike against."""
    one = sure(raid(), raid())
    assert one > SAME
    assert one > sure(raid(), raid(day="2021-02-20"))
    assert one > sure(raid(), raid(sense="shell"))
    assert one > sure(raid(), raid(), likeness=0.3)


def test_a_great_number_meets_by_chance_less_than_a_small_one() -> None:
    assert sure(dead("4,870", 4870), dead("4,870", 4870)) > sure(dead("2", 2), dead("2", 2))


@given(st.floats(0, 1), st.floats(-1, 1))
def test_it_is_a_probability_and_the_order_does_not_matter(story: float, likeness: float) -> None:
    there = sure(raid(), dead("9", 9), story, likeness)
    back = sure(dead("9", 9), raid(), story, likeness)
    assert 0.0 <= there <= 1.0
    assert there == pytest.approx(back)


def test_every_learnt_weight_is_of_a_feature_that_can_be() -> None:
    """A feature renamed would leave its weight behind, and count for nothing."""
    told = json.loads(files("reconcile").joinpath("sameness.json").read_text("utf-8"))
    asked = {*ASKED, *PARTS, "tie", "agreed", "also"}
    plain = {*HOLDING, *features(raid(), raid())}
    unknown = {
        name for name in told["sameness"]["weights"] if name.split(":")[0] not in asked | plain
    }
    assert unknown == set()
    assert {f"{name}:shared" for name in ("where", "when", "number")} <= set(
        told["sameness"]["weights"]
    )
