"""Figures of whole sentences: what is counted, what befell it, parts, ages, measures."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.figures import find_figures
from claims.parse import parse
from claims.records import Figure
from corpus.records import Sentence

pytestmark = pytest.mark.model


def figures(text: str, start: int = 0) -> tuple[Figure, ...]:
    [parsed] = parse([Sentence(start, start + len(text), text, "statement", 0)])
    return find_figures(parsed)


def short(text: str) -> list[tuple[str, str, str]]:
    return [(f.text, f.noun, f.role) for f in figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 58 people were killed.", [("At least 58 people", "person", "killed")]),
        ("The army killed 30 soldiers.", [("30 soldiers", "soldier", "killed")]),
        ("A dozen-plus shots were fired.", [("A dozen-plus shots", "shot", "fired")]),
        ("20-some officers were hurt.", [("20-some officers", "officer", "injured")]),
        ("The 55-plus club met a 20-something man.", []),
        (
            "Thirty soldiers killed two men.",
            [("Thirty soldiers", "soldier", ""), ("two men", "man", "killed")],
        ),
        (
            "A blast killed 12 and wounded 30.",
            [("12", "person", "killed"), ("30", "person", "injured")],
        ),
        (
            "16 killed, 45 injured in market blast.",
            [("16", "person", "killed"), ("45", "person", "injured")],
        ),
        (
            "8 dead/70 wounded after crash.",
            [("8", "person", "killed"), ("70", "person", "injured")],
        ),
        (
            "Child killed 9 civilians injured in attack.",
            [("9 civilians", "civilian", "injured")],
        ),
        ("It was the most violent clash.", []),
        (
            "2 Syrians killed 5 injured in attack.",
            [("2 Syrians", "syrian", "killed"), ("5", "person", "injured")],
        ),
        ("The fire claimed 14 lives.", [("14 lives", "person", "killed")]),
        ("The war has so far cost 14 lives.", [("14 lives", "person", "killed")]),
        ("The surgeon saved 14 lives.", [("14 lives", "person", "rescued")]),
        ("It cost 14 people their jobs.", [("14 people", "person", "")]),
        ("Two of the suspects fired at him.", [("Two of the suspects", "suspect", "")]),
        ("They fired 14 rockets.", [("14 rockets", "rocket", "fired")]),
        (
            "Six martyrs and 22 injured were brought in.",
            [("Six martyrs", "martyr", "killed"), ("22", "person", "injured")],
        ),
        ("Airstrike kills 16 civilians.", [("16 civilians", "civilian", "killed")]),
        ("40 Syrians die in blast.", [("40 Syrians", "syrian", "killed")]),
        ("The blast left 20 wounded.", [("20", "person", "injured")]),
        ("The deaths of three men shook them.", [("three men", "man", "killed")]),
        ("It brought the death toll to 112.", [("112", "person", "killed")]),
        ("The attack claimed the lives of 18 civilians.", [("18 civilians", "civilian", "killed")]),
        ("Four men were shot.", [("Four men", "man", "shot")]),
        ("Four men were shot dead.", [("Four men", "man", "killed")]),
        ("Four men were shot and wounded.", [("Four men", "man", "injured")]),
        (
            "Ten men were shot and one killed.",
            [("Ten men", "man", "shot"), ("one", "person", "killed")],
        ),
        (
            "Dozens of militants were killed or wounded.",
            [("Dozens of militants", "militant", "casualty")],
        ),
        (
            "124,000 civilians have fled their homes.",
            [("124,000 civilians", "civilian", "displaced")],
        ),
        ("Sixty fighters fled the town.", [("Sixty fighters", "fighter", "fled")]),
        ("Police arrested 14 people.", [("14 people", "person", "arrested")]),
        ("Twelve sailors remain missing.", [("Twelve sailors", "sailor", "missing")]),
        ("Rebels fired 40 rockets.", [("40 rockets", "rocket", "fired")]),
        ("Dozens of air strikes hit the town.", [("Dozens of air strikes", "airstrike", "")]),
        ("The rebels lost 13 of their fighters.", [("13 of their fighters", "fighter", "killed")]),
        ("Rebels captured 12 T-72 tanks.", [("12 T-72 tanks", "tank", "captured")]),
    ],
)
def test_counts(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert short(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # states side by side, and who says so without a comma
        ("20 Villagers Killed Scores Injured in Orsa.", ["killed", "injured"]),
        ("Twelve rebels killed two soldiers in Orsa.", ["", "killed"]),
        ("This left five villagers killed Orsa news said.", ["killed"]),
        ("Twelve rebels killed villagers in Orsa.", [""]),
        # a state that goes on
        ("The shells left 9 other people injured and causing alarm.", ["injured"]),
        ("Scores of troops and state employees were murdered.", ["killed"]),
        ("Ten men and two boys were killed.", ["killed"] * 3),
        ("Ten men fled and two boys were killed.", ["fled", "killed"]),
        # verbs
        ("The group killed and beheaded five villagers.", ["killed"]),
        ("The group killed and crucified five villagers.", ["killed"]),
        ("The group left and watched five villagers.", [""]),
        ("Twenty-five people fell as martyrs.", ["killed"]),
        ("Twenty-five people fell ill.", [""]),
        ("Around 41 rebels were rounded up.", ["arrested"]),
        ("Three victims were taken in serious to critical condition to a hospital.",
         ["hospitalised"]),
        ("Three victims were taken home.", [""]),
        # what befell the first befell the second
        ("The raid killed two men from the mill and three men from the town guard.",
         ["killed", "killed"]),
        ("The raid killed two men from the mill and three men wept.", ["killed", ""]),
        ("The attack injured three nurses in addition to five patients.",
         ["injured", "injured"]),
    ],
)  # fmt: skip
def test_what_befell_the_counted(text: str, expected: list[str]) -> None:
    assert [f.role for f in figures(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seven teachers were among those killed.", [("killed", "of those killed")]),
        ("Two women and a guard are among the dead.", [("killed", "of the dead")]),
        ("Two women were among the people wounded.", [("injured", "of the people wounded")]),
        ("Six guards and 11 cooks made up the rest of the dead.",
         [("killed", "of the dead"), ("killed", "of the dead")]),
        ("Among those killed were 15 pupils and 6 teachers.",
         [("killed", "of those killed"), ("killed", "of those killed")]),
        ("Two men and two boys were among eight people killed.",
         [("killed", "of eight people"), ("killed", "of eight people"), ("killed", "")]),
        ("The mothers of the five men were among the dead.", [("", "")]),
        ("Seven teachers were among those freed.", [("", "")]),
        ("Seven teachers wept among the dead.", [("", "")]),
    ],
)  # fmt: skip
def test_parts_of_those_who_have_no_number(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(f.role, f.scope) for f in figures(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A woman was killed.", [("A woman", "woman", "killed")]),
        ("A woman lives there.", []),
        ("Another man was wounded.", [("Another man", "man", "injured")]),
        (
            "A soldier and a child were shot dead.",
            [("A soldier and a child", "person", "killed")],
        ),
        ("Teen killed in crash.", [("Teen", "teen", "killed")]),
        ("A boy accidentally shot himself.", [("A boy", "boy", "shot")]),
        ("The death toll was confirmed to a reporter.", []),
        ("No one was hurt.", [("No one", "person", "injured")]),
        ("There were no casualties.", [("no casualties", "person", "casualty")]),
        ("No group claimed the attack.", []),
    ],
)
def test_one_and_none(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert short(text) == expected


def test_none_is_nought() -> None:
    assert [(f.low, f.high) for f in figures("No one was hurt.")] == [(0, 0)]


@pytest.mark.parametrize(
    ("text", "part", "role", "scope"),
    [
        (
            "At least 58 people including 11 children were killed.",
            "11 children",
            "killed",
            "of At least 58 people",
        ),
        (
            "Strikes killed 949 civilians, including 237 children.",
            "237 children",
            "killed",
            "of 949 civilians",
        ),
        ("58 people died, among them 12 women.", "12 women", "killed", "of 58 people"),
        (
            "Six civilians were among at least 22 people killed.",
            "Six civilians",
            "killed",
            "of at least 22 people",
        ),
        (
            "Six villagers including a child were among at least 22 people killed.",
            "Six villagers",
            "killed",
            "of at least 22 people",
        ),
        (
            "Six villagers including a child fled and 22 people were killed.",
            "Six villagers",
            "fled",
            "",
        ),
        ("Of the 58 killed, 11 were children.", "11", "killed", "of 58"),
        ("Three of the victims died.", "Three of the victims", "killed", "of the victims"),
        ("Killing 12 people and wounding 30, it stopped.", "30", "injured", ""),
        (
            "It left more than a thousand fighters on each side dead.",
            "more than a thousand fighters",
            "killed",
            "on each side",
        ),
        (
            "More than 850,000 people have been uprooted since February.",
            "More than 850,000 people",
            "displaced",
            "since February",
        ),
    ],
)
def test_parts_and_scopes(text: str, part: str, role: str, scope: str) -> None:
    [found] = [f for f in figures(text) if f.text == part]
    assert (found.role, found.scope) == (role, scope)


@pytest.mark.parametrize(
    ("text", "low", "unit", "role"),
    [
        ("A 17-year-old boy stood there.", 17, "year", "age"),
        ("Joan Carter, 23, was there.", 23, "year", "age"),
        ("It lies 18 km north.", 18, "kilometer", ""),
        ("It cost $4.2bn.", 4.2e9, "USD", ""),
        ("It cost more than $4.", 4, "USD", ""),
        ("He paid 50 cents.", 0.5, "USD", ""),
        ("He paid 12 percent.", 12, "percent", ""),
        ("The six-year war went on.", 6, "year", ""),
        ("He was jailed for 12 years.", 12, "year", ""),
    ],
)
def test_measures_and_ages(text: str, low: float, unit: str, role: str) -> None:
    assert [(f.low, f.unit, f.role) for f in figures(text)] == [(low, unit, role)]


@pytest.mark.parametrize(
    "text",
    [
        "It began in 2011.",
        "It ended on 15 August 2016 at 9:20 a.m.",
        "They met two days later.",
        "It fell in the past 24 hours.",
        "Police went to the 2500 block of East Main Street.",
        "They won 3-2.",
        "The M4 highway was cut.",
        "This one is new.",
        "It was one of the worst attacks.",
        "He waited half an hour.",
    ],
)
def test_no_figures(text: str) -> None:
    assert [f for f in figures(text) if f.unit not in ("hour",)] == []


def test_offsets_are_the_article_s() -> None:
    [found] = figures("At least 58 people were killed.", start=100)
    assert (found.start, found.end) == (100, 118)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from(
            re.split(
                " ",
                "12 people killed , and including of them at least no one a an ( ) - / $ % half "
                "Ann Lee his wife himself double homicide since March mostly from both sides "
                "dozens 17-year-old \u2028 \U0001f600 shot dead 1,000 toll to were",
            )
        ),
        max_size=14,
    )
)
def test_any_words_give_ordered_figures(pieces: list[str]) -> None:
    text = " ".join(pieces) or "."
    last = (0, -10_000)
    for found in figures(text):
        assert last <= (found.start, -found.end)
        assert text[found.start : found.end] == found.text
        assert found.text
        last = found.start, -found.end
