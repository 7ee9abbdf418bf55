"""What a clause says happened: sense, agent, patient, places."""

from __future__ import annotations

import pytest

from claims.clauses import split
from claims.happenings import happening
from claims.records import Happening
from claims.senses import NOUNS, OPPOSITE_RULES, OPPOSITES, SENSES, VERBS
from tests.conftest import read_line


def read(text: str) -> list[Happening | None]:
    parsed = read_line(text)
    return [happening(parsed, clause) for clause in split(parsed)]


CASES = [
    ("The army captured Norden on Sunday.", "capture", "The army", "Norden", ["Norden"]),
    ("Norden was captured by the army.", "capture", "the army", "Norden", ["Norden"]),
    (
        "The army took control of the village of Norden on Sunday.",
        "capture",
        "The army",
        "the village of Norden",
        ["Norden"],
    ),
    (
        "The town of Norden had fallen to the rebels.",
        "capture",
        "the rebels",
        "The town of Norden",
        ["Norden"],
    ),
    ("The army took Norden on Sunday.", "capture", "The army", "Norden", ["Norden"]),
    ("The army took Anna Lind to Norden.", "take", "The army", "Anna Lind", []),
    ("The pilot survived the crash.", "survive", "", "The pilot", []),
    ("The bridge gave way.", "collapse", "", "The bridge", []),
    ("The envoy took part in the talks.", "attend", "The envoy", "", []),
    ("The envoy stayed away.", "miss", "The envoy", "", []),
    ("Both women are alive.", "survive", "", "Both women", []),
    ("Parliament threw out the bill.", "reject", "Parliament", "the bill", []),
    ("Prices fell in May.", "fall", "Prices", "", []),
    ("Rebels were forced to withdraw from Norden.", "withdraw", "Rebels", "Norden", ["Norden"]),
    ("Rebels pulled out of Norden.", "withdraw", "Rebels", "Norden", ["Norden"]),
    (
        "The army carried out dozens of air strikes on Norden.",
        "airstrike",
        "The army",
        "Norden",
        ["Norden"],
    ),
    ("The workers went on strike.", "go", "The workers", "", []),
    ("The army's capture of Norden was confirmed.", "capture", "The army's", "Norden", ["Norden"]),
    ("The attack killed 12 people in Norden.", "kill", "The attack", "12 people", ["Norden"]),
    ("12 people were killed by a bomb.", "kill", "a bomb", "12 people", []),
    ("The blast left 12 people dead.", "kill", "The blast", "12 people", []),
    ("The blast left 12 people killed.", "kill", "The blast", "12 people", []),
    ("The rebels left Norden.", "leave", "The rebels", "Norden", []),
    ("Police left the house where two were killed.", "leave", "Police", "the house", []),
    ("Three men were taken to Mercy Hospital.", "hospitalise", "", "Three men", []),
    ("Two men were arrested in Norden.", "arrest", "", "Two men", ["Norden"]),
    ("The group denied that it had left.", "deny", "The group", "", []),
    # States of control, and how they begin.
    ("Norden had been under rebel control.", "hold", "rebel", "Norden", ["Norden"]),
    ("Norden remains in the hands of rebels.", "hold", "rebels", "Norden", ["Norden"]),
    ("Norden is rebel-held.", "hold", "rebel", "Norden", ["Norden"]),
    ("Norden fell under rebel control.", "capture", "rebel", "Norden", ["Norden"]),
    ("The fire is under control.", "hold", "", "The fire", []),
    ("The bridge was under water.", "be", "", "The bridge", []),
    # Custody as a state, and how it begins.
    ("The suspect was still in custody on Friday.", "detained", "", "The suspect", []),
    ("The suspect remains in jail.", "detained", "", "The suspect", []),
    ("The suspect is being held at the county jail.", "detained", "", "The suspect", []),
    ("The man was held without bond.", "detained", "", "The man", []),
    ("He remains detained.", "detained", "", "He", []),
    ("He was detained on Friday.", "arrest", "", "He", []),
    ("The suspect was taken into custody.", "arrest", "", "The suspect", []),
    ("Norden is being held by rebels.", "hold", "rebels", "Norden", ["Norden"]),
    # Names of places, with the noun that makes them, and names of others.
    ("A fire broke out at the Kolbin warehouse.", "burn", "", "", ["Kolbin warehouse"]),
    (
        "The army bombed the Islamic State in Norden.",
        "bomb",
        "The army",
        "the Islamic State",
        ["Norden"],
    ),
    ("18 Killed in Barrel Bomb Attack on Norden", "kill", "", "18", ["Norden"]),
    ("Rebels captured Red Army soldiers.", "capture", "Rebels", "Red Army soldiers", []),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "sense", "agent", "patient", "places"), CASES)
def test_what_happened(text: str, sense: str, agent: str, patient: str, places: list[str]) -> None:
    found = read(text)[0]
    assert found is not None
    assert (found.sense, found.agent, found.patient) == (sense, agent, patient)
    assert list(found.places) == places


@pytest.mark.model
def test_the_subject_of_a_joined_verb_is_carried() -> None:
    first, second = read("The army captured Norden and withdrew from Vell.")
    assert first is not None
    assert second is not None
    assert (second.sense, second.agent, second.patient) == ("withdraw", "The army", "Vell")
    assert first.places == ("Norden",)
    assert second.places == ("Vell",)


@pytest.mark.model
def test_territory_lies_where_the_verb_above_says() -> None:
    found = [
        h.places
        for h in read(
            "The army recaptured Norden, taking back territory that rebels seized in 2016."
        )
        if h is not None
    ]
    assert found == [("Norden",), ("Norden",), ("Norden",)]


@pytest.mark.model
def test_territory_without_a_place_above_has_none() -> None:
    assert [h.places for h in read("The army seized territory.") if h] == [()]


@pytest.mark.model
def test_a_part_of_a_whole_is_the_patient() -> None:
    found = {h.patient for h in read("Raids killed 31 people, including 4 children.") if h}
    assert found == {"31 people", "4 children"}


@pytest.mark.model
def test_the_span_is_that_of_the_word() -> None:
    text = "The army captured Norden."
    (found,) = read(text)
    assert found is not None
    assert text[found.start : found.end] == "captured"


@pytest.mark.model
@pytest.mark.parametrize("text", ["Photo courtesy of a reader", "April 24"])
def test_nothing_happens_where_nothing_is_stated(text: str) -> None:
    assert read(text) == []


def test_words_of_one_act_share_a_sense() -> None:
    assert {VERBS[w] for w in ("seize", "retake", "overrun")} == {"capture"}
    assert NOUNS["takeover"] == VERBS["capture"]
    assert VERBS["pull_out"] == NOUNS["withdrawal"]
    assert VERBS["arrest"] != VERBS["release"]
    assert len(SENSES) >= 150


def test_opposites_are_between_known_senses() -> None:
    known = set(SENSES.values())
    for rule in OPPOSITE_RULES:
        assert len(rule.senses) == 2
        assert rule.senses <= known, rule
        assert rule.same
        assert rule.same <= {"agent", "patient", "place"}
    assert frozenset({"withdraw", "hold"}) in OPPOSITES
    assert frozenset({"capture", "withdraw"}) not in OPPOSITES
