from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.facts.parties import SIDES, opposed, same_party, sides


@pytest.mark.parametrize(
    ("actor", "expected"),
    [
        ("the rebels", {"opposition", "rebels"}),
        ("opposition factions", {"opposition", "rebels"}),
        ("insurgents", {"opposition"}),
        ("Islamic State fighters", {"opposition", "jihadist"}),
        ("state television", {"government"}),
        ("fighter jets", set()),
        ("a pro-government gunman", {"attacker"}),  # a friend is not the government
        ("the rebel-held north", set()),
        ("regime soldiers", {"government"}),
        ("a gunman", {"attacker"}),
        ("the plant's operator", {"company"}),
        ("sheriff's deputies", {"police"}),
        ("rebels and troops", {"opposition", "rebels", "government"}),
        ("armed men", set()),  # of any side
        ("forces", set()),
        ("", set()),
    ],
)
def test_sides(actor: str, expected: set[str]) -> None:
    assert sides(actor) == expected


@pytest.mark.parametrize(
    ("a", "b", "same", "at_odds"),
    [
        ("the rebels", "insurgent fighters", True, False),
        ("the rebels", "government troops", False, True),
        ("the rebels", "police officers", False, False),
        ("the rebels", "rebel troops", True, False),
        ("Islamic State militants", "the rebels", True, True),
        ("Islamic State militants", "the militants", True, False),
        ("Islamic State militants", "government troops", False, True),
        ("they", "government troops", True, False),  # anybody
        ("", "", True, False),
        ("Nora Lind", "Lind", True, False),
        ("Nora Lind", "Per Dahl", False, False),
    ],
)
def test_parties(a: str, b: str, same: bool, at_odds: bool) -> None:
    assert same_party(a, b) is same_party(b, a) is same
    assert opposed(a, b) is opposed(b, a) is at_odds


ACTORS = st.lists(st.sampled_from(sorted({*SIDES, "troops", "rebels", "Lind", "of", "men"})))


@given(ACTORS.map(" ".join), ACTORS.map(" ".join))
def test_whoever_is_opposed_is_not_one_party_by_side(a: str, b: str) -> None:
    assert not (opposed(a, b) and sides(a) & sides(b))
    assert not opposed(a, a)
    assert same_party(a, a)
