"""Statements said beside the main one: appositions, opening phrases, dated relatives, acts that
mean something."""

from __future__ import annotations

import pytest

from claims.clauses import Clause, split
from claims.parse import Parsed
from tests.conftest import clause_texts, read_line

pytestmark = pytest.mark.model


def read(text: str) -> tuple[Parsed, tuple[Clause, ...]]:
    parsed = read_line(text)
    return parsed, split(parsed)


def facts(text: str) -> list[tuple[str, str]]:
    """Quote and text of each statement, by the text."""
    return sorted((clause.text, text[clause.start : clause.end]) for clause in read(text)[1])


BESIDE = [
    # An apposition with a date or a figure.
    (
        "Soldiers took control of Orsa on Sunday, a town in the north formerly under opposition "
        "control since August 2016.",
        [
            (
                "Orsa was formerly under opposition control since August 2016",
                "a town in the north formerly under opposition control since August 2016",
            ),
            (
                "Soldiers took control of Orsa on Sunday",
                "Soldiers took control of Orsa on Sunday",
            ),
        ],
    ),
    (
        "Orsa, a town of 20,000 people, fell on Sunday.",
        [
            ("Orsa fell on Sunday", "Orsa, a town of 20,000 people, fell on Sunday"),
            ("Orsa is a town of 20,000 people", "a town of 20,000 people"),
        ],
    ),
    # A phrase before the subject.
    (
        "Under rebel control since 2014, Khan Orsa is located near the highway.",
        [
            ("Khan Orsa has been under rebel control since 2014", "Under rebel control since 2014"),
            ("Khan Orsa is located near the highway", "Khan Orsa is located near the highway"),
        ],
    ),
    (
        "Captured by rebels in 2014, Orsa is a market town.",
        [
            ("Orsa is a market town", "Orsa is a market town"),
            ("Orsa was captured by rebels in 2014", "Captured by rebels in 2014"),
        ],
    ),
    # A participle behind the name.
    (
        "Orsa, held by rebels since 2012, fell to the army on Sunday.",
        [
            (
                "Orsa fell to the army on Sunday",
                "Orsa, held by rebels since 2012, fell to the army on Sunday",
            ),
            ("Orsa had been held by rebels since 2012", "held by rebels since 2012"),
        ],
    ),
    # An act that means something.
    (
        "The army's capture this week of Orsa, a village by the southern canal, meant regime "
        "forces had now regained the valley.",
        [
            (
                "Regime forces had now regained the valley",
                "regime forces had now regained the valley",
            ),
            (
                "The army captured Orsa this week",
                "The army's capture this week of Orsa, a village by the southern canal",
            ),
        ],
    ),
    # A relative clause that says which one is meant stays in the text, and states its own date.
    (
        "The army took back territory that rebels seized in 2016.",
        [
            ("Rebels seized territory in 2016", "that rebels seized in 2016"),
            (
                "The army took back territory that rebels seized in 2016",
                "The army took back territory that rebels seized in 2016",
            ),
        ],
    ),
    (
        "The army reversed most of the territorial gains rebels made last month.",
        [
            ("Rebels made the territorial gains last month", "rebels made last month"),
            (
                "The army reversed most of the territorial gains rebels made last month",
                "The army reversed most of the territorial gains rebels made last month",
            ),
        ],
    ),
    # The thing taken, not the taking.
    (
        "The push ended with the Orsa capture, which rebels had seized only last month.",
        [
            ("Rebels had seized Orsa only last month", "which rebels had seized only last month"),
            ("The push ended with the Orsa capture", "The push ended with the Orsa capture"),
        ],
    ),
    # A saying set between, and a span of time that dates neither.
    (
        "Rebels left Orsa on Tuesday night, the Vell Monitoring Centre said on Wednesday, three "
        "days after the army captured Norden.",
        [
            ("Rebels left Orsa on Tuesday night", "Rebels left Orsa on Tuesday night"),
            ("The army captured Norden", "three days after the army captured Norden"),
        ],
    ),
    # Where the cause is not certain, the subject is not blamed.
    (
        "Rebels near the town were hit by shells, killing nine.",
        [
            (
                "Rebels near the town were hit by shells",
                "Rebels near the town were hit by shells",
            ),
            ("This killed nine", "killing nine"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), BESIDE)
def test_what_is_said_beside_is_a_statement(text: str, expected: list[tuple[str, str]]) -> None:
    assert facts(text) == expected


WHOLE = [
    # No date and no figure, an age, a list, a length of time.
    "Orsa, a town in the north, fell on Sunday",
    "Anna Lee, a 32-year-old teacher, was shot on Sunday",
    "A man, a woman and two children were shot",
    "The war, a six-year conflict, has ended",
    # A relative without a date, and one that is not told as so.
    "The army took back territory that rebels seized",
    "The town that rebels may seize on Sunday lies in the north",
    # "Meant" of a person, and an act without its doer.
    "The mayor meant the road had been closed",
    # The day of the main verb, set beside a state.
    "Seven people died in shelling of a town held by rebels on Saturday",
    # The span is all that dates it.
    "The road was closed three days after the army captured Norden",
]


@pytest.mark.parametrize("text", WHOLE)
def test_what_says_nothing_of_its_own_stays(text: str) -> None:
    assert clause_texts(text + ".") == [text]


def test_the_date_of_the_inner_event_is_not_that_of_the_outer() -> None:
    parsed, clauses = read("The army took back territory that rebels seized in 2016.")
    words = {c.text: {parsed.doc[i].text for i in c.tokens} for c in clauses}
    assert "2016" in words["Rebels seized territory in 2016"]
    assert "2016" not in words["The army took back territory that rebels seized in 2016"]


def test_an_act_keeps_its_own_date() -> None:
    parsed, clauses = read(
        "The army's capture this week of Orsa, a town in the north, meant regime forces had now "
        "regained territory that rebels had seized last month."
    )
    words = {c.text: {parsed.doc[i].text for i in c.tokens} for c in clauses}
    assert {"this", "week"} <= words["The army captured Orsa this week"]
    assert not {"last", "month"} & words["The army captured Orsa this week"]


CARRIED = [
    ("He went on to say that the town had fallen.", "The town had fallen"),
    ("The Courier quoted a doctor as saying that nine people had died.", "Nine people had died"),
    ("A doctor was quoted as saying that nine people had died.", "Nine people had died"),
    ("The army said in a statement that rebels had left.", "Rebels had left"),
]


@pytest.mark.parametrize(("text", "content"), CARRIED)
def test_a_carried_frame_is_no_statement(text: str, content: str) -> None:
    assert clause_texts(text) == [content]


def test_a_wish_to_say_is_a_statement() -> None:
    assert clause_texts("He wanted to say that the town had fallen.") == [
        "He wanted to say that the town had fallen"
    ]
