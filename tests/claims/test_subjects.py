"""Parses mended: verbs without their subject, frames behind quotations, names in one piece."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.clauses import split
from claims.speakers import attributions
from claims.words import words
from tests.conftest import clause_texts, read_line

pytestmark = pytest.mark.model


FOUND = [
    # The missiles did not fire: they were fired.
    (
        "The barrage killed 10 people while the air strikes and missiles fired at Vell killed 82.",
        [
            "The barrage killed 10 people",
            "The air strikes and missiles fired at Vell killed 82",
        ],
    ),
    # The noun before the verb is its subject, not one more of a list.
    (
        "The army has captured several villages from rebels and fighting has blocked a main road.",
        ["The army has captured several villages from rebels", "Fighting has blocked a main road"],
    ),
    # False friends: a shared subject, a subject that is itself a list.
    (
        "The army has captured several villages and has blocked a main road.",
        ["The army has captured several villages", "The army has blocked a main road"],
    ),
    ("Rebels and soldiers have blocked a road.", ["Rebels and soldiers have blocked a road"]),
    # The subject hangs from the helping verb.
    (
        "His arm was bandaged and attached to a drip.",
        ["His arm was bandaged", "His arm was attached to a drip"],
    ),
    # One subject a verb.
    (
        "A quarrel ensued and the rifle discharged, hitting a guard in the leg, Berg said.",
        ["A quarrel ensued", "The rifle discharged", "The rifle hit a guard in the leg"],
    ),
    (
        "At least 30 workers have been killed and more than 90 others injured in Vell.",
        [
            "At least 30 workers have been killed in Vell",
            "More than 90 others were injured in Vell",
        ],
    ),
    (
        "The war has killed 900 people over the past six years and displaced millions from Vell.",
        [
            "The war has killed 900 people over the past six years",
            "The war has displaced millions from Vell",
        ],
    ),
    (
        "A fight has left one dead and four others injured, the mayor said.",
        ["A fight has left one dead", "A fight has left four others injured"],
    ),
    (
        "The monitor reported that government forces aimed to surround Vell this week.",
        ["Government forces aimed to surround Vell this week"],
    ),
    (
        "The capture of Vell was announced by rebels and confirmed by the Norden Monitor.",
        [
            "The capture of Vell was announced by rebels",
            "The capture of Vell was confirmed by the Norden Monitor",
        ],
    ),
    # Who is found holding a child holds it; what one is charged with is no deed told.
    (
        "Officers found the girl's mother on the steps, holding the girl.",
        [
            "Officers found the girl's mother on the steps",
            "The girl's mother on the steps held the girl",
        ],
    ),
    (
        "He was charged with murder, endangering the welfare of children.",
        ["He was charged with murder, endangering the welfare of children"],
    ),
    # The speaker's verbs are not those of whom he speaks of, nor the other way round.
    (
        "Norden Police say officers answered a call and found two people dead early Friday.",
        ["Officers answered a call", "Officers found two people dead early Friday"],
    ),
    (
        "Ana Berg tells The Norden News the man argued with a guard and then returned to Vell.",
        ["The man argued with a guard", "The man then returned to Vell"],
    ),
    (
        "The mayor said the town was safe and urged people to return.",
        ["The town was safe", "The mayor urged people to return"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_each_verb_has_its_subject(text: str, expected: list[str]) -> None:
    assert clause_texts(text) == expected


FRAMES = [
    (
        '"It\'s open war this time," Ali al-Rimi, a spokesman for the faction Jund a-Nahr, told '
        "the Courier the day after the attacks began.",
        "It's open war this time",
        "Ali al-Rimi",
    ),
    (
        '"There were 13 shots, everybody running," Dana Tomson, a parent told the Courier.',
        "There were 13 shots, everybody running",
        "Dana Tomson",
    ),
    (
        '"We want to take Vell after clearing" towns that have been seized, a rebel fighter who '
        "called himself Abu Omar told the Courier.",
        "We want to take Vell after clearing towns that have been seized",
        "rebel fighter",
    ),
    ("Vell has fallen said the Monitor, which tracks the war.", "Vell has fallen", "Monitor"),
    (
        "At least 30 fighters were killed in clashes in Vell on Thursday reports said.",
        "At least 30 fighters were killed in clashes in Vell on Thursday",
        "reports",
    ),
]


@pytest.mark.parametrize(("text", "content", "speaker"), FRAMES)
def test_a_frame_behind_its_content(text: str, content: str, speaker: str) -> None:
    parsed = read_line(text)
    assert split(parsed)[0].text == content
    assert speaker in {said.name for said in attributions([parsed], text)}


def test_words_said_beside_the_frame_are_no_part_of_the_content() -> None:
    text = "Speaking at a news conference, he also said the men showed no regard for life."
    assert clause_texts(text) == ["The men showed no regard for life"]
    # The false friend: an opening that belongs to what is said.
    text = "Despite the losses, he said the men hold Vell."
    assert clause_texts(text)[0].startswith("Despite the losses")


def test_a_frame_inside_a_relative_clause() -> None:
    text = "Police arrested the man who, officers say, had been named by witnesses."
    assert clause_texts(text) == ["Police arrested the man who had been named by witnesses"]
    text = "The raid hit Vell, where the army says rebels killed a pilot."
    assert clause_texts(text) == ["The raid hit Vell", "Rebels killed a pilot"]


NAMES = [
    "Forces loyal to President Omar al-Sabbal entered Vell on Monday.",
    "Jabhat a-Nahr and Ahrar ash-Sharq left Tall al-Rimi.",
    "No one will move said Ahmad Ziyad al-Qaisi a friend of the al-Rimi.",
    "the al-",
    "al-A al-B al-C",
]


@pytest.mark.parametrize("text", NAMES)
def test_names_with_an_article_keep_their_tokens(text: str) -> None:
    doc = read_line(text).doc
    assert "".join(t.text_with_ws for t in doc) == text
    for token in doc:
        if token.lower_ in {"al", "a", "ash"} and not token.whitespace_ and token.i + 2 < len(doc):
            assert token.nbor(1).head == token.head == token.nbor(2)


def test_a_name_with_an_article_is_one_subject() -> None:
    text = "Forces loyal to President Omar al-Sabbal entered Vell, seizing control of the mill."
    assert clause_texts(text)[1] == (
        "Forces loyal to President Omar al-Sabbal seized control of the mill"
    )


VOCABULARY = (
    "the a army rebels man men said says told killed was were has have that who which where and "
    'but " , . al-Rimi a-Nahr Omar Courier he it they on Sunday in Vell 12 two injured dead left '
    "when as shelling of including to be visited will"
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(sorted(words(VOCABULARY))), min_size=1, max_size=25))
def test_any_words_keep_their_places(row: list[str]) -> None:
    text = " ".join(row)
    parsed = read_line(text)
    assert "".join(t.text_with_ws for t in parsed.doc) == text
    assert sum(t.head == t for t in parsed.doc) == 1
    for clause in split(parsed):
        assert 0 <= clause.start < clause.end <= len(text)
