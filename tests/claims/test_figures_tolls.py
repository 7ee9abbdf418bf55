"""Counts of one state in the words of agencies and local stations, beside what only looks so."""

from __future__ import annotations

import pytest

from claims.figures import find_figures
from tests.conftest import line_figures, read_line

pytestmark = pytest.mark.model


def short(text: str) -> list[tuple[str, float, str, str]]:
    return [(f.text, f.low, f.noun, f.role) for f in line_figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Tolls.
        ("Attack claims 11.", [("11", 11, "person", "killed")]),
        ("The group claims 11.", []),
        ("The party claimed 40 seats.", [("40 seats", 40, "seat", "")]),
        ("Death toll hits 24.", [("24", 24, "person", "killed")]),
        ("Flood toll crosses 100.", [("100", 100, "person", "killed")]),
        ("They put the toll as high as 90.", [("as high as 90", 0, "person", "killed")]),
        ("The toll may be as high as 90.", [("as high as 90", 0, "person", "killed")]),
        ("The bridge toll will be 12 dollars.", [("12 dollars", 12, "", "")]),
        ("Number of wounded exceeds 100.", [("exceeds 100", 101, "person", "injured")]),
        ("The count of the killed reached 70.", [("70", 70, "person", "killed")]),
        ("The fatalities numbered 12.", [("12", 12, "person", "killed")]),
        ("The injured reached 12 hospitals.", [("12 hospitals", 12, "hospital", "")]),
        ("Doctors put the number of dead at 35.", [("35", 35, "person", "killed")]),
        (
            "Dead: 12, wounded: 40.",
            [("12", 12, "person", "killed"), ("40", 40, "person", "injured")],
        ),
        ("A grave with the remains of 40 people.", [("40 people", 40, "person", "killed")]),
        ("The bodies of two men were recovered.", [("two men", 2, "man", "killed")]),
        ("Crews recovered two cars.", [("two cars", 2, "car", "recovered")]),
        # Verbs of dying and harming.
        ("The town buried nine of its men.", [("nine of its men", 9, "man", "killed")]),
        ("A landslide buried 20 people.", [("20 people", 20, "person", "")]),
        ("Twenty people were buried under snow.", [("Twenty people", 20, "person", "")]),
        ("Some 40 fell victim to the bombing.", [("Some 40", 36, "person", "killed")]),
        ("Two men fell victim to a fraud.", [("Two men", 2, "man", "")]),
        ("Ten fighters fell in the battle.", [("Ten fighters", 10, "fighter", "killed")]),
        ("Ten fighters fell back.", [("Ten fighters", 10, "fighter", "")]),
        ("Seven people met their death.", [("Seven people", 7, "person", "killed")]),
        ("Seven people met their lawyers.", [("Seven people", 7, "person", "")]),
        ("Two men were hanged.", [("Two men", 2, "man", "killed")]),
        ("The soup sickened 40.", [("40", 40, "person", "sickened")]),
        (
            "Bombs kill 30, wound 60.",
            [("30", 30, "person", "killed"), ("60", 60, "person", "injured")],
        ),
        ("Shooting kills one.", [("one", 1, "person", "killed")]),
        ("They must not kill one another.", []),
        # Two, couples, families.
        ("Both died at the scene.", [("Both", 2, "person", "killed")]),
        ("Both of them were killed.", [("Both of them", 2, "person", "killed")]),
        ("Both were destroyed in the raid.", []),
        ("Both sides were hurt by the deal.", []),
        ("The couple were found dead.", [("The couple", 2, "person", "killed")]),
        ("The pair of shoes was missing.", []),
        ("A family of five was killed.", [("A family of five", 5, "person", "killed")]),
        ("A family of five owns the house.", []),
        ("The father of a family of five was killed.", [("The father", 1, "father", "killed")]),
        ("Two 17-year-olds were shot.", [("Two 17-year-olds", 2, "person", "shot")]),
        # Headlines leave the article out.
        ("Stabbing leaves woman dead.", [("woman", 1, "woman", "killed")]),
        (
            "Suspect dead, officer wounded after standoff.",
            [("Suspect", 1, "suspect", "killed"), ("officer", 1, "officer", "injured")],
        ),
        ("Crash leaves man, woman dead.", [("man, woman", 2, "person", "killed")]),
        (
            "Woman, two children killed in fire.",
            [
                ("Woman, two children", 3, "person", "killed"),
                ("two children", 2, "child", "killed"),
            ],
        ),
        ("Civilians, including some of the staff, were killed.", []),
        # What befell the whole.
        (
            "The raid killed civilians, including four children.",
            [("four children", 4, "child", "killed")],
        ),
        # The words of saying behind a count are no part of it.
        (
            "The blast killed 12 people and wounded 50 state media reported.",
            [("12 people", 12, "person", "killed"), ("50", 50, "person", "injured")],
        ),
    ],
)
def test_what_befell_the_counted(text: str, expected: list[tuple[str, float, str, str]]) -> None:
    assert short(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Also killed was a pedestrian.", [("a pedestrian", "killed", "")]),
        ("Killed were two men from Vell.", [("two men", "killed", "")]),
        ("Wounded in the attack were four nurses.", [("four nurses", "injured", "")]),
        ("Among the dead was a nurse.", [("a nurse", "killed", "of the dead")]),
        ("A nurse was among the dead.", [("A nurse", "killed", "of the dead")]),
        ("A nurse was among the guests.", []),
        ("The dead man was a teacher.", []),
        ("The wives of the five men were among the dead.", [("five men", "", "")]),
        ("Of those killed, five were nurses.", [("five", "killed", "of those killed")]),
        (
            "Of the 30 dead, 12 were women.",
            [("30", "killed", ""), ("12", "killed", "of 30")],
        ),
        (
            "Among 20 killed were five nurses.",
            [("20", "killed", ""), ("five nurses", "killed", "of 20")],
        ),
        (
            "Six civilians, including a child, were among 22 people killed.",
            [
                ("Six civilians", "killed", "of 22 people"),
                ("a child", "killed", ""),
                ("22 people", "killed", ""),
            ],
        ),
        ("Two of the wounded later died.", [("Two of the wounded", "killed", "of the wounded")]),
        (
            "The raid has killed 12 people in the town the monitor said.",
            [("12 people", "killed", "in the town")],
        ),
    ],
)
def test_parts_and_turned_states(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(f.text, f.role, f.scope) for f in line_figures(text)] == expected


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Twelve of the dead were women.", "woman"),
        ("Three of those injured were children.", "child"),
        ("Three of those injured were treated.", "person"),
    ],
)
def test_what_a_part_is_said_to_be(text: str, noun: str) -> None:
    assert line_figures(text)[0].noun == noun


def test_not_fewer_is_a_floor() -> None:
    (figure,) = line_figures("Not fewer than 30 people died.")
    assert (figure.low, figure.high, figure.bound) == (30, None, "at_least")


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Three people, ages 5, 7 and 30, were killed.", [5, 7, 30]),
        ("The brothers, 6 and 9, were hurt.", [6, 9]),
        ("A boy aged 5, and 30 others, were killed.", [5]),
        ("Of the victims, 12 were women.", []),
    ],
)
def test_lists_of_ages(text: str, ages: list[float]) -> None:
    assert [f.low for f in find_figures(read_line(text)) if f.role == "age"] == ages


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Three more of the injured have died since Wednesday.", ["killed"]),
        ("Two of those injured later died in hospital.", ["killed"]),
        ("Nine more people who were wounded have died.", ["killed"]),
        ("Three of the five injured have died.", ["killed", "injured"]),
        ("Four of the injured are children.", ["injured"]),
        ("The blast wounded 12 on the day the president died.", ["injured"]),
        ("Two among 12 people injured in the crash died.", ["injured", "injured"]),
    ],
)
def test_some_of_the_hurt_die(text: str, roles: list[str]) -> None:
    assert [f.role for f in find_figures(read_line(text))] == roles
