"""Of whom an age is told, and which two names can be one person's."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.facts.aged import in_full, of_whom, same_name
from tests.conftest import make_claim, make_figure


@pytest.mark.parametrize(
    ("text", "age", "noun", "names", "whose"),
    [
        ("Nora Lind, a schoolgirl aged 13, was shot.", "aged 13", "schoolgirl", ["Nora Lind"],
         "Nora Lind"),
        ("Nora Lind is a mother of three aged 41.", "aged 41", "person", ["Nora Lind"],
         "Nora Lind"),
        ("Judge Lind is 67.", "67", "person", ["Lind"], "Lind"),
        ("Nora Lind, the mother of a boy aged 13, wept.", "aged 13", "boy", ["Nora Lind"], "boy"),
        ("Nora Lind, a nurse, and a man aged 30 died.", "aged 30", "man", ["Nora Lind"], "man"),
        ("The son of Nora Lind, a boy aged 13, died.", "aged 13", "boy", ["Nora Lind"], "boy"),
        ("Nora Lind is a lawyer representing a boy aged 13.", "aged 13", "boy", ["Nora Lind"],
         "boy"),
        ("Nora Lind was a mother of two boys aged 13.", "aged 13", "boy", ["Nora Lind"], "boy"),
        ("Nora Lind, the 13-year-old's aunt, wept.", "13-year-old", "person", ["Nora Lind"],
         "person"),
        ("Nora Lind met a man aged 30.", "aged 30", "man", ["Nora Lind"], "man"),
        ("A 19-year-old Orsa man died.", "19-year-old", "Orsa", ["Orsa"], "man"),
        ("One of 9 met one of 9.", "9", "person", [], "person"),
    ],
)  # fmt: skip
def test_of_whom(text: str, age: str, noun: str, names: list[str], whose: str) -> None:
    figure = make_figure(age, 13, noun=noun, role="age")
    assert of_whom(make_claim(text, [figure], names=names), figure).noun == whose


def test_a_surname_is_the_name_in_full_of_its_case() -> None:
    figure = make_figure("66", 66, noun="Mr. Lind", role="age")
    claim = make_claim("Mr. Lind, 66, died.", [figure], names=["Lind"])
    known = dataclasses.replace(claim.names[0], name="Per Lind")
    assert of_whom(claim, figure).noun == "Mr. Lind"
    assert of_whom(dataclasses.replace(claim, names=(known,)), figure).noun == "Per Lind"


@pytest.mark.parametrize(
    ("a", "b", "same", "full"),
    [
        ("Nora Lind", "Nora Lind", True, True),
        ("Nora Lind", "Nora Ida Lind", True, True),
        ("Nora Lind", "Dr. Nora Lind", True, True),
        ("Len Dahl", "Leonard Dahl", True, True),
        ("Nora Lind", "Mrs. Lind", True, False),
        ("Nora Lind", "Nora", True, False),
        ("Mr. Lind", "Mrs. Lind", False, False),
        ("King Olav", "Prince Olav", False, False),
        ("King Olav", "Olav", True, False),
        ("Per Dahl Sr.", "Per Dahl Jr.", True, False),
        ("Nora Lind", "Per Lind", False, False),
        ("Nora Lind", "Nora Dahl", False, False),
    ],
)
def test_names(a: str, b: str, same: bool, full: bool) -> None:
    assert same_name(a, b) is same_name(b, a) is same
    assert in_full(a, b) is in_full(b, a) is full


@given(st.text(max_size=20), st.text(max_size=20))
def test_any_names(a: str, b: str) -> None:
    assert same_name(a, b) is same_name(b, a)
    assert in_full(a, b) is in_full(b, a)
