"""Contents of frames that the parser tore apart, and what hangs from a verb of saying wrongly."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.clauses import split
from claims.words import words
from tests.conftest import clause_texts, read_line

pytestmark = pytest.mark.model


OPENING = [
    # The content's subject was hung from the frame.
    (
        "The report states the hunting rifle Berg hurt himself with was reported stolen in Vell.",
        ["The hunting rifle Berg hurt himself with was reported stolen in Vell"],
    ),
    (
        "Ann Lee, a cousin of one of the victims, told KVLL other relatives who live at the farm "
        "are now afraid for their lives.",
        ["Other relatives who live at the farm are now afraid for their lives"],
    ),
    (
        "The rescuers said on Twitter one of their garages in Vell in the north of the province "
        "was hit by an air strike on Monday.",
        [
            "One of their garages in Vell in the north of the province was hit by an air strike on "
            "Monday"
        ],
    ),
    # A shortened relative clause was taken for the predicate.
    (
        "She said officers responding to the robbery found blood at the scene.",
        ["Officers responding to the robbery found blood at the scene"],
    ),
    (
        "The monitor said several miners being held by rebels at a depot in the town were also "
        "believed to have been killed.",
        [
            "Several miners being held by rebels at a depot in the town were also believed to have "
            "been killed"
        ],
    ),
    # Two statements of one frame.
    (
        "Police say 3 people are dead, 2 people are badly burnt and 4 people are in shock.",
        ["3 people are dead", "2 people are badly burnt", "4 people are in shock"],
    ),
    # False friends: sound contents, a frame inside a phrase, two subjects of one verb.
    ("Police said the man had left the town.", ["The man had left the town"]),
    (
        "Berg told the paper that the bridge was closed.",
        ["The bridge was closed"],
    ),
]


BEHIND = [
    # What a speaker adds is a statement of its own.
    (
        '"Nine people were killed" the state agency said adding that two shells hit the school.',
        ["Nine people were killed", "Two shells hit the school"],
    ),
    (
        '"Our street was empty" said a resident of the old quarter adding that the head of a '
        "local school had been forced to hide.",
        ["Our street was empty", "The head of a local school had been forced to hide"],
    ),
    (
        "The militia claimed the raid via its radio station saying it was carried out by boys.",
        ["The militia claimed the raid via its radio station", "It was carried out by boys"],
    ),
    # Citing, referring, updating tell nothing of the event.
    (
        "Shells killed nine people in Vell the monitor said updating an earlier toll.",
        ["Shells killed nine people in Vell"],
    ),
    # Who succumbs is not the one who speaks.
    (
        "The officer said Lee had been revived and was in surgery, but succumbed to his wounds.",
        ["Lee had been revived", "Lee was in surgery", "Lee succumbed to his wounds"],
    ),
    ("The town is calm, the mayor said on Monday.", ["The town is calm"]),
]


PREDICATES = [
    # A place kills nobody.
    (
        "The car bomb detonated in a busy street of the central city killing nine people.",
        [
            "The car bomb detonated in a busy street of the central city",
            "The car bomb killed nine people",
        ],
    ),
    # A past form behind "in the province" is the predicate.
    (
        "In the southern province an army unit destroyed in a raid in the old quarter a command "
        "center of the militia.",
        [
            "In the southern province an army unit destroyed in a raid in the old quarter a "
            "command center of the militia"
        ],
    ),
    (
        "The figures in the different tables reported could not be reconciled.",
        ["The figures in the different tables reported could not be reconciled"],
    ),
    # "Allied" says which fighters.
    (
        "The assault killed five rebels of Vell and allied fighters.",
        ["The assault killed five rebels of Vell and allied fighters"],
    ),
    # It was the fighting that went on, nobody spoke.
    (
        "Other raids took place in Vell while clashes between rebels and soldiers continued.",
        ["Other raids took place in Vell", "Clashes between rebels and soldiers continued"],
    ),
    (
        "The man called for help after a boy showed up at his house.",
        ["The man called for help", "A boy showed up at his house"],
    ),
    # A blast claims lives, it tells nothing.
    (
        "The war has claimed the lives of 470 people in Vell.",
        ["The war has claimed the lives of 470 people in Vell"],
    ),
    # A list of tolls keeps its second count, a clause behind "as" its subject.
    (
        "At least nine people were killed and dozens wounded on Monday as a new rebel alliance "
        "including a foreign group attacked the town.",
        [
            "At least nine people were killed on Monday",
            "Dozens were wounded on Monday",
            "A new rebel alliance including a foreign group attacked the town on Monday",
        ],
    ),
    # False friends: nothing is arrived, two verbs share a subject.
    (
        "The minister arrived on Monday on a visit aimed at reviving recently resumed talks.",
        ["The minister arrived on Monday on a visit aimed at reviving recently resumed talks"],
    ),
    (
        "The officers attempted to stop the van and a pursuit was initiated.",
        ["The officers attempted to stop the van", "A pursuit was initiated"],
    ),
]


CLOSING = [
    (
        "Rebel fire on the old quarter killed 110 people said the Observatory adding that 23 of "
        "them were children.",
        ["Rebel fire on the old quarter killed 110 people", "23 of them were children"],
    ),
    (
        "Air raids killed 25 children in a busy town in the east the aid agency has said.",
        ["Air raids killed 25 children in a busy town in the east"],
    ),
    (
        "This year's victims were likely caught in a brawl, officials said - a reminder of Berg.",
        ["This year's victims were likely caught in a brawl"],
    ),
    # Who is among the counted stands behind the frame.
    (
        "Raids killed 30 people, the monitor said, including 12 children.",
        ["Raids killed 30 people", "Raids killed 12 children (of 30 people)"],
    ),
    (
        "Raids killed 30 people the monitor said including 12 children.",
        ["Raids killed 30 people", "Raids killed 12 children (of 30 people)"],
    ),
    (
        "The town was calm, two aides said, including one in the office.",
        ["The town was calm"],
    ),
    # The speaker's office stands between a comma that is lost and the verb.
    (
        "Rebels shelled the town on Monday a military source in the province told the agency.",
        ["Rebels shelled the town on Monday"],
    ),
    ("Rebels killed an official in Vell police said.", ["Rebels killed an official in Vell"]),
]


@pytest.mark.parametrize("text,expected", [*OPENING, *BEHIND, *PREDICATES, *CLOSING])
def test_each_statement_is_whole(text: str, expected: list[str]) -> None:
    assert clause_texts(text) == expected


def test_what_stands_right_behind_a_noun_says_which_one_is_meant() -> None:
    told = clause_texts(
        "Four women died and at least six boys were injured by barrel bombs dropped from planes."
    )
    assert "At least six boys were injured by barrel bombs dropped from planes" in told
    assert not any("and dropped" in text for text in told)


def test_a_frame_without_a_subject_for_its_content_is_no_frame() -> None:
    told = clause_texts("A plate was passed around that Berg said would help cover the cost.")
    assert not any(text.startswith("Would") for text in told)


_WORDS = words(
    'police said told that the man who was shot killed adding saying on Monday , " . and as '
    "in Vell bombs dropped had has were according to with a gun rebels"
)


@given(st.lists(st.sampled_from(sorted(_WORDS)), min_size=1, max_size=18))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_words_give_the_same_words(chosen: list[str]) -> None:
    text = " ".join(chosen)
    parsed = read_line(text)
    assert parsed.doc.text == text
    for clause in split(parsed):
        assert 0 <= clause.start < clause.end <= len(text)
