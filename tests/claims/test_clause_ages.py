"""Ages that stand in no other statement, beside what only looks like one."""

from __future__ import annotations

import pytest

from claims.clauses import split
from corpus.records import SentenceKind
from tests.conftest import read_line

pytestmark = pytest.mark.model


def told(text: str, kind: SentenceKind = "statement") -> list[tuple[str, str]]:
    """Text and quote of the statements of ages."""
    found = [(c.text, text[c.start : c.end]) for c in split(read_line(text, kind))]
    return [(t, q) for t, q in found if {"is", "was"} & set(t.split()) and any(map(str.isdigit, t))]


AGES = [
    (
        '"We heard it," said Jean Orr, 48, a staff cook for the inn.',
        [("Jean Orr is 48, a staff cook for the inn", "Jean Orr, 48, a staff cook for the inn")],
    ),
    (
        "Bo Wells, 62, who was waiting for a bus, said he heard a bang.",
        [("Bo Wells is 62", "Bo Wells, 62")],
    ),
    (
        "The mother of victim Gio Mayer, 18, said her son had left.",
        [("Gio Mayer was 18", "Gio Mayer, 18")],
    ),
    (
        "Nicole Minor-Mell, 25, of North Vell, told reporters she ran.",
        [("Nicole Minor-Mell is 25, of North Vell", "Nicole Minor-Mell, 25, of North Vell")],
    ),
    (
        '"It was cold," said Dan Ost (43), a baker.',
        [("Dan Ost is 43", "Dan Ost (43)")],
    ),
    (
        "The mayor, 25-year-old Ann Lee, told reporters she knew nothing.",
        [("Ann Lee is 25 years old", "25-year-old Ann Lee")],
    ),
    (
        "Avery Hill, a 17-year-old worker at a mill in Vell, said he was about to leave.",
        [
            (
                "Avery Hill is a 17-year-old worker at a mill in Vell",
                "Avery Hill, a 17-year-old worker at a mill in Vell",
            )
        ],
    ),
    (
        '"I saw him," the 15-year-old pupil told police.',
        [("The pupil is 15 years old", "the 15-year-old pupil")],
    ),
    (
        "Bo Wells, 41, and his wife, Ann, 39, said they heard shots.",
        [("Bo Wells is 41", "Bo Wells, 41"), ("Ann is 39", "Ann, 39")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), AGES)
def test_ages_of_sources(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_ages_of_captions() -> None:
    assert told("Merly S. Noll, 51 (wife of Pat Simon, killed in room 304)") == [
        ("Merly S. Noll is 51", "Merly S. Noll, 51")
    ]
    assert told("Demon Tall, 25, of Baton Vell.", "caption") == [
        ("Demon Tall is 25, of Baton Vell", "Demon Tall, 25, of Baton Vell")
    ]


NONE = [
    # Whose age it is is not said.
    "The 15-year-old said he ran.",
    "A 15-year-old pupil told police he ran.",
    # In a statement already.
    "Police arrested Carl Benson, 23, of Norden, on Monday.",
    # A school, nobody's name.
    "The 16-year-old Norden High School freshman said he ran.",
    # A line of results.
    "Vell Rangers 20, Norden City, 12.",
    # No age.
    "Photo by Al Benn, 2016.",
    "- 12, (40), -year-old Ann",
]


@pytest.mark.parametrize("text", NONE)
def test_no_statement_of_an_age(text: str) -> None:
    assert told(text) == []
