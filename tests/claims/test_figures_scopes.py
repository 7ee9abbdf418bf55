"""What narrows a figure: windows, sides, places, manners, parts; values that changed."""

from __future__ import annotations

import pytest

from claims.figures import comparable
from tests.conftest import line_figures

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Some 900 people have been killed since March.", "since March"),
        ("Since January, 58 people have been killed in the city.", "Since January"),
        ("So far this year 300 people have been killed.", "So far this year"),
        (
            "More than 40 people were killed in the first six months of the year.",
            "in the first six months of the year",
        ),
        ("Some 5,000 people have died in the conflict so far.", "in the conflict so far"),
        ("Some 900 people were killed when rebels who came in 2012 left.", ""),
        ("The clash left 14 fighters dead on both sides.", "on both sides"),
        ("Shelling killed 20 people in Aran and Belun.", "in Aran and Belun"),
        ("Shelling killed 20 people in Aran.", "in Aran"),
        ("Fifteen people in the market were killed.", "in the market"),
        ("Fifteen people were killed in the attack.", ""),
        ("Twelve foreign fighters were killed.", "foreign"),
        ("Ten Iranian soldiers were wounded.", "Iranian"),
        ("Ten young soldiers were wounded.", ""),
        ("The court executed 12 soldiers.", "executed"),
        ("A blast killed 12 soldiers.", ""),
    ],
)
def test_what_narrows_a_figure(text: str, scope: str) -> None:
    assert line_figures(text)[0].scope == scope


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Six civilians were among at least 22 killed.",
            [(6, "civilian", "killed", "of at least 22"), (22, "person", "killed", "")],
        ),
        (
            "The blast killed 17 people, 9 of them soldiers.",
            [(17, "person", "killed", ""), (9, "soldier", "killed", "of 17 people")],
        ),
        (
            "The fighting has killed hundreds, mostly fighters, since March.",
            [(200, "person", "killed", "since March"), (50, "fighter", "killed", "of hundreds")],
        ),
        (
            "Around 600 Arans including 136 children have been killed since May.",
            [(540, "aran", "killed", "since May"), (136, "child", "killed", "of Around 600 Arans")],
        ),
        ("Police said that one person was killed.", [(1, "person", "killed", "")]),
        ("At least 23 ISIL (Daesh) militants died.", [(23, "militant", "killed", "")]),
        ("There were 13 chemical weapons attacks.", [(13, "attack", "", "")]),
        ("Among the dead were 12 children.", [(12, "child", "killed", "of the dead")]),
        ("Among the guests were 12 children.", [(12, "child", "", "")]),
        (
            "Three of the 12 wounded later died.",
            [(3, "person", "killed", "of the 12 wounded"), (12, "person", "injured", "")],
        ),
        (
            "One of five people shot on Sunday has died.",
            [(1, "person", "killed", "of five people"), (5, "person", "shot", "")],
        ),
        (
            "Forty army and 25 rebel fighters were killed.",
            [
                (65, "fighter", "killed", ""),
                (40, "fighter", "killed", "army"),
                (25, "fighter", "killed", "rebel"),
            ],
        ),
        (
            "The death toll rose from 12 to 31.",
            [(12, "person", "killed", "earlier"), (31, "person", "killed", "")],
        ),
        (
            "The number of dead has risen to 45 from 30.",
            [(45, "person", "killed", ""), (30, "person", "killed", "earlier")],
        ),
        (
            "The strike killed three, bringing the total to 112.",
            [(3, "person", "killed", ""), (112, "person", "killed", "in total")],
        ),
        ("As many as 1,300 people, by one report, died.", [(0, "person", "killed", "")]),
        ("Rebels took 30 soldiers prisoner.", [(30, "soldier", "captured", "")]),
        ("Twelve prisoners of war were released.", [(12, "prisoner", "freed", "")]),
        ("Some 12 percent of the houses were destroyed.", [(11, "house", "destroyed", "")]),
        ("No soldiers were killed.", [(0, "soldier", "killed", "")]),
        ("As a result of the shelling six people died.", [(6, "person", "killed", "")]),
    ],
)
def test_parts_and_changes(text: str, expected: list[tuple[float, str, str, str]]) -> None:
    found = [(f.low, f.noun, f.role, f.scope) for f in line_figures(text)]
    assert found == expected


ISSUE: list[tuple[str, list[tuple[str, float, float | None, str, str, str]]]] = [
    (
        "Nearly 50,000 people have been displaced.",
        [("Nearly 50,000 people", 45000, 50000, "person", "", "displaced")],
    ),
    (
        "Dozens of airstrikes hit the town.",
        [("Dozens of airstrikes", 20, 199, "airstrike", "", "")],
    ),
    (
        "More than 850,000 were uprooted.",
        [("More than 850,000", 850001, None, "person", "", "displaced")],
    ),
    ("The strikes killed two children.", [("two children", 2, 2, "child", "", "killed")]),
    (
        "It was hit by 369 airstrikes and 45 missiles, 880 rockets and 508 shells.",
        [
            ("369 airstrikes", 369, 369, "airstrike", "", ""),
            ("45 missiles", 45, 45, "missile", "", ""),
            ("880 rockets", 880, 880, "rocket", "", ""),
            ("508 shells", 508, 508, "shell", "", ""),
        ],
    ),
    (
        "It lies 18 km (11 miles) away.",
        [("18 km", 18, 18, "", "kilometer", ""), ("11 miles", 11, 11, "", "mile", "")],
    ),
    ("It cost $4.2bn.", [("$4.2bn", 4.2e9, 4.2e9, "", "USD", "")]),
    (
        "Half a million people fled.",
        [("Half a million people", 5e5, 5e5, "person", "", "displaced")],
    ),
    ("15 to 20 men were seen.", [("15 to 20 men", 15, 20, "man", "", "")]),
    ("Four or five soldiers died.", [("Four or five soldiers", 4, 5, "soldier", "", "killed")]),
    ("It fell by 12 percent.", [("12 percent", 12, 12, "", "percent", "")]),
    (
        "A third of the fighters were killed.",
        [("A third of the fighters", 30, 36.666667, "fighter", "percent", "killed")],
    ),
    ("Most of the victims spoke.", [("Most of the victims", 50, 100, "victim", "percent", "")]),
    ("All passengers died.", [("All passengers", 100, 100, "passenger", "percent", "killed")]),
    ("No passengers died.", [("No passengers", 0, 0, "passenger", "", "killed")]),
]
"""The figures that the issue names; ages and "hundreds, mostly fighters" are tested elsewhere."""


@pytest.mark.parametrize(("text", "expected"), ISSUE)
def test_figures_named_by_the_issue(
    text: str, expected: list[tuple[str, float, float | None, str, str, str]]
) -> None:
    found = [(f.text, f.low, f.high, f.noun, f.unit, f.role) for f in line_figures(text)]
    assert found == expected


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("12 foreign fighters died.", "12 fighters died.", "same"),
        ("12 foreign fighters died.", "30 fighters died.", "subset"),
        ("12 Iranian soldiers died.", "15 Turkish soldiers died.", "other"),
        ("12 soldiers were executed.", "30 soldiers were killed.", "subset"),
        ("14 fighters died on both sides.", "9 fighters died.", "subset"),
        ("14 fighters died on both sides.", "14 fighters died.", "same"),
        ("14 fighters died on each side.", "14 fighters died.", "subset"),
        ("14 fighters died on each side.", "14 fighters died on either side.", "same"),
        ("12 fighters died in Aran.", "30 fighters died.", "same"),
    ],
)
def test_a_scope_that_narrows_makes_a_part(a: str, b: str, kind: str) -> None:
    [first], [second] = line_figures(a), line_figures(b)
    assert comparable(first, second) == comparable(second, first) == kind


def test_a_past_value_is_not_held_against_a_present_one() -> None:
    past, present = line_figures("The death toll rose from 12 to 31.")
    assert comparable(past, present) == "unknown"
