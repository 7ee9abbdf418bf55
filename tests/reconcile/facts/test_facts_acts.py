"""Acts of war: who is said to have done them; states by their words."""

from __future__ import annotations

import pytest

from claims.records import Happening
from reconcile.facts.acts import doers
from reconcile.facts.states import ruled, states
from tests.conftest import make_claim, make_happening


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Russian jets", {"russia"}),
        ("the US-led coalition", {"us"}),
        ("the United States", {"us"}),
        ("U.S. warplanes", {"us"}),
        ("let us go", set()),
        ("Turkish-backed rebels", set()),
        ("Russian or Syrian jets", {"russia", "syria"}),
        ("the government", set()),
    ],
)
def test_states(written: str, found: set[str]) -> None:
    assert states(written) == found


def test_whose_government_it_is() -> None:
    assert ruled("The Syrian army shelled it. Syrian troops left; the Iraqi army came.") == "syria"
    assert ruled("The army shelled it.") == ""


@pytest.mark.parametrize(
    ("text", "told", "who"),
    [
        ("Rebels shelled it.", make_happening("shell", "Rebels", "it"), ("Rebels",)),
        (
            "Ten died in Russian air strikes.",
            make_happening("die", "", "Ten"),
            ("Russian",),
        ),
        (
            "A panel condemned the raids by Russian forces.",
            make_happening("condemn", "A panel", "the raids"),
            ("Russian forces",),
        ),
        (
            "Five were killed in presumed Russian or Syrian airstrikes.",
            make_happening("kill", "", "Five"),
            ("presumed Russian or Syrian",),
        ),
        (
            "The army was responsible for the raid.",
            make_happening("be", "", "The army"),
            ("The army",),
        ),
        (
            "A panel blamed the Syrian army for it.",
            make_happening("accuse", "A panel", "it"),
            ("Syrian army",),
        ),
        ("Rebels met.", make_happening("meet", "Rebels", ""), ()),
        ("It was shelled.", make_happening("shell", "", "it"), ()),
        ("Clashes killed ten.", make_happening("kill", "Clashes", "ten"), ()),
        ("Two air strikes killed ten.", make_happening("kill", "", "ten"), ()),  # whose?
    ],
)
def test_doers(text: str, told: Happening, who: tuple[str, ...]) -> None:
    assert doers(make_claim(text, happening=told)) == who
