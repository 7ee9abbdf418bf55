"""One person told of, sums of persons, what came of the shot, counts in compounds."""

from __future__ import annotations

import pytest

from claims.figures import comparable
from tests.conftest import line_figures

pytestmark = pytest.mark.model


def short(text: str) -> list[tuple[str, float, str]]:
    return [(f.text, f.low, f.role) for f in line_figures(text) if f.role]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee, 23, was shot and killed on Monday.", [("Ann Lee", 1, "killed")]),
        ("Ann Lee, 23, was in the room on Monday.", []),
        ("Ann Lee shot and killed a motorist.", [("a motorist", 1, "killed")]),
        ("Sunday was deadly.", []),
        ("The 17-year-old boy died.", [("The 17-year-old boy", 1, "killed")]),
        ("The boys died.", []),
        ("The city's homicide rate fell.", []),
        ("The girl's injuries are not life-threatening.", [("The girl", 1, "injured")]),
        ("The victims' injuries are not life-threatening.", []),
        (
            "Police investigate the shooting death of 9-year-old Ann Lee.",
            [("Ann Lee", 1, "killed")],
        ),
        ("He was charged with the attempted murder of Ann Lee.", []),
        ("They tried to kill Ann Lee.", []),
        ("Ann Lee could have been killed.", []),
        ("Ann Lee was not injured.", []),
        ("The fatal shooting of a man by the boy was an accident.", [("a man", 1, "killed")]),
        ("The gunman turned the gun on himself.", [("himself", 1, "killed")]),
        ("The gunman killed himself.", [("The gunman", 1, "killed")]),
        ("The gunman shot at officers.", []),
        ("Lee, who was a relative, was shot.", [("Lee", 1, "shot")]),
        ("The father of three was arrested.", []),
        ("The mother of two boys was arrested.", []),
        ("The identities of the four people were not released.", []),
    ],
)
def test_one_person_named_or_pointed_at(text: str, expected: list[tuple[str, float, str]]) -> None:
    assert short(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A man and a woman were killed.", [("A man and a woman", 2, "killed")]),
        (
            "A couple and their two children were killed.",
            [
                ("A couple and their two children", 4, "killed"),
                ("A couple", 2, "killed"),
                ("two children", 2, "killed"),
            ],
        ),
        ("A couple of men were seen.", []),
        ("A man and woman were found dead.", [("A man and woman", 2, "killed")]),
        (
            "A man was killed and a woman was hurt.",
            [("A man", 1, "killed"), ("a woman", 1, "injured")],
        ),
        (
            "His father, a doctor, was killed and buried.",
            [("His father", 1, "killed"), ("a doctor", 1, "killed")],
        ),
        (
            "He killed his wife and two children.",
            [("his wife and two children", 3, "killed"), ("two children", 2, "killed")],
        ),
        (
            "A Delford man, his wife and their two daughters died.",
            [
                ("A Delford man, his wife and their two daughters", 4, "killed"),
                ("two daughters", 2, "killed"),
            ],
        ),
        (
            "The army killed 16 civilians and 3 soldiers.",
            [
                ("16 civilians and 3 soldiers", 19, "killed"),
                ("16 civilians", 16, "killed"),
                ("3 soldiers", 3, "killed"),
            ],
        ),
        (
            "Ann Lee, 5, and Bo Lee, 7, were shot dead.",
            [("Ann Lee, 5, and Bo Lee", 2, "killed")],
        ),
        (
            "The gunman opened fire, killing her and another woman.",
            [("her and another woman", 2, "killed")],
        ),
        (
            "The army killed 16 civilians and destroyed 3 tanks.",
            [("16 civilians", 16, "killed"), ("3 tanks", 3, "destroyed")],
        ),
    ],
)
def test_persons_told_of_in_a_row_add_up(text: str, expected: list[tuple[str, float, str]]) -> None:
    assert short(text) == expected


def test_a_member_of_its_sum_s_noun_points_at_it() -> None:
    found = {f.text: f.scope for f in line_figures("Ann Lee and two others were shot.")}
    assert found == {"Ann Lee and two others": "", "two others": "of Ann Lee and two others"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("A man was shot in the head and later died.", "killed"),
        ("A man was shot and taken to a hospital, where he died.", "killed"),
        ("A man was shot in the leg.", "injured"),
        ("A man was shot in the head.", "shot"),
        ("A man was shot and is expected to survive.", "injured"),
        ("A man was shot and taken to a hospital.", "injured"),
        ("A man was shot and taken to court.", "shot"),
        ("A man was shot and they died.", "shot"),
        ("Three people were shot, one fatally.", "shot"),
        ("Three men were shot to death.", "killed"),
        ("Three men were beaten to death.", "killed"),
        ("Three men were found fatally shot.", "killed"),
        ("Three men were found asleep.", ""),
        ("Four people are recovering after being shot.", "injured"),
        ("Four people are recovering after being ill.", ""),
        ("Three men were sentenced to death.", "sentenced"),
        ("A man was released from the hospital.", "treated"),
        ("A man was released from prison.", "freed"),
    ],
)
def test_what_came_of_the_shot(text: str, role: str) -> None:
    assert line_figures(text)[0].role == role


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police are investigating a triple homicide.", [("triple homicide", 3, 3, "killed")]),
        ("Police are investigating a double shooting.", [("double shooting", 2, 2, "shot")]),
        ("It was a murder-suicide.", [("murder-suicide", 2, None, "killed")]),
        ("It was an attempted double murder.", []),
        ("It was a double standard.", []),
    ],
)
def test_counts_in_compounds(
    text: str, expected: list[tuple[str, float, float | None, str]]
) -> None:
    assert [(f.text, f.low, f.high, f.role) for f in line_figures(text)] == expected


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("Ann Lee was killed.", "Ann Lee was killed.", "same"),
        ("Ann Lee was killed.", "Lee was killed.", "same"),
        ("Ann Lee was killed.", "Bo Carter was killed.", "other"),
        ("Ann Lee was killed.", "A man was killed.", "unknown"),
        ("The girl was killed.", "A girl was killed.", "unknown"),
        ("A girl was killed.", "A girl was killed.", "same"),
        ("One person was killed.", "A person was killed.", "same"),
    ],
)
def test_a_person_told_of_is_no_count(a: str, b: str, kind: str) -> None:
    [first], [second] = line_figures(a), line_figures(b)
    assert comparable(first, second) == comparable(second, first) == kind
