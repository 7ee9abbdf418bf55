"""Parses mended: names that look like verbs, titles cut short, keywords, labels."""

from __future__ import annotations

import pytest

from claims.speakers import attributions
from tests.conftest import clause_texts, read_line

pytestmark = pytest.mark.model


NAMES = [
    (
        "Tell Rimun had been under rebel control since August 2020.",
        ["Tell Rimun had been under rebel control since August 2020"],
    ),
    ("Tell Rimun fell to rebels on Sunday.", ["Tell Rimun fell to rebels on Sunday"]),
    # The false friend: somebody is told.
    ("Tell Anna the town had fallen.", ["The town had fallen"]),
    (
        "The army captured the southern part of Tell Rimun.",
        ["The army captured the southern part of Tell Rimun"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_a_name_that_looks_like_a_verb(text: str, expected: list[str]) -> None:
    assert clause_texts(text) == expected


WORDS = [
    (
        "Man accused of killing ex-girlfriend gets mental evaluation",
        ["Man accused of killing ex-girlfriend gets mental evaluation"],
    ),
    (
        "State TV broadcast footage showing dozens of bodies in the street.",
        ["State TV broadcast footage", "Footage showed dozens of bodies in the street"],
    ),
    # False friend: the noun.
    ("The TV broadcast was seen by many.", ["The TV broadcast was seen by many"]),
]


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_words_the_parser_misreads(text: str, expected: list[str]) -> None:
    assert clause_texts(text) == expected


FURNITURE = [
    (
        "Tags Norland war opposition Vell Monitor Fourteen members of a rebel group were killed.",
        "Fourteen members of a rebel group were killed",
    ),
    (
        "Tags Norland warplane Vell Russian warplanes hit a market on Sunday.",
        "Russian warplanes hit a market on Sunday",
    ),
    (
        "Norland regime Vell human rights truce Three people were shot on Sunday.",
        "Three people were shot on Sunday",
    ),
    ("By Courier Staff A man was shot on Sunday.", "A man was shot on Sunday"),
    ("Car bomb kills 18 in Norden Monitor", "Car bomb kills 18 in Norden"),
    # False friends: a sentence that begins with a name, a day, its own number.
    (
        "Norden Police Chief Adam Lee closed Two Rivers High School.",
        "Norden Police Chief Adam Lee closed Two Rivers High School",
    ),
    ("By Sunday the army had taken the town.", "By Sunday the army had taken the town"),
    ("Tags were found on the two cars.", "Tags were found on the two cars"),
    ("Bomb in Norden kills UN monitor", "Bomb in Norden kills UN monitor"),
]


@pytest.mark.parametrize(("text", "sentence"), FURNITURE)
def test_keywords_are_not_part_of_the_sentence(text: str, sentence: str) -> None:
    assert clause_texts(text) == [sentence]


def test_a_short_title_does_not_end_the_sentence() -> None:
    parsed = read_line("A man was shot, according to Sgt. Tom Brill.")
    assert "Sgt." in [t.text for t in parsed.doc]
    assert "".join(t.text_with_ws for t in parsed.doc) == parsed.sentence.text
    (said,) = attributions([parsed], parsed.sentence.text)
    assert said.name == "Tom Brill"


def test_the_label_at_the_end_is_the_source() -> None:
    parsed = read_line("Car bomb kills 18 in Norden Monitor")
    (said,) = attributions([parsed], parsed.sentence.text)
    assert said.name == "Monitor"
    assert [parsed.sentence.text[slice(*c)] for c in said.contents] == [
        "Car bomb kills 18 in Norden"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Tags Tags Tags Tags Tags Tags was",
        "By By Staff By a b",
        "Tell Tell Tell Tell fell",
        "Sgt. Sgt. Sgt. A",
    ],
)
def test_hostile_words_keep_their_places(text: str) -> None:
    assert "".join(t.text_with_ws for t in read_line(text).doc) == text
