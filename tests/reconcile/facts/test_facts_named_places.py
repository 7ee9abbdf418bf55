"""Places named with the word for what they are: one mosque, one village under two names."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.facts.places import compare_named_places, named_places
from reconcile.findings import Finding
from tests.conftest import (
    assert_clash,
    assert_mirrored,
    compared,
    make_articles,
    make_claim,
    make_happening,
)


def found(
    a: str,
    b: str,
    beside: tuple[str, str] = ("", ""),
    senses: tuple[str, str] = ("kill", "die"),
) -> list[Finding]:
    """What is found of two claims; ``beside`` is what else their articles say."""
    one, other = (
        make_claim(text, happening=make_happening(sense))
        for text, sense in zip((a, b), senses, strict=True)
    )
    first, second = make_articles((one, other), beside)
    return compared(compare_named_places, first, second)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("in Orsa village", {"village": {"Orsa"}}),
        ("in the village of Orsa", {"village": {"Orsa"}}),
        ("near the Old Lindholm Bridge", {"bridge": {"Old Lindholm"}}),
        ("at the al-Dahl mosque", {"mosque": {"al-Dahl"}}),
        ("at Ibn al Dahl Mosque", {"mosque": {"Ibn al Dahl"}}),
        ("in Orsa village and the village of Mora", {"village": {"Orsa", "Mora"}}),
        ("at Berg school in Orsa town", {"school": {"Berg"}, "town": {"Orsa"}}),
        ("In Orsa village nine died", {"village": {"Orsa"}}),  # a capital, and no name
        ("The mosque burned", {}),
        ("The Orsa mosque burned", {"mosque": {"Orsa"}}),
        ("at a local market", {}),  # which ends as an Arabic name begins
        ("in the central square", {}),
        ("in a cabin church", {}),
        ("in the hotel", {}),
        ("Orsa marketing", {}),
        ("", {}),
    ],
)
def test_named_places(text: str, told: dict[str, set[str]]) -> None:
    assert named_places(text) == told


DAHL, BERG = "Nine died in the Dahl mosque.", "Nine died in the Berg mosque."
ORSA, MORA = "Nine died in the village of Orsa.", "Nine died in Mora village."


@pytest.mark.parametrize(
    ("a", "b", "values", "signs"),
    [
        (DAHL, BERG, ("Dahl mosque", "Berg mosque"), {"kind", "told"}),
        (ORSA, MORA, ("Orsa village", "Mora village"), {"kind", "settlement", "told"}),
        (DAHL, DAHL, None, set()),
        (DAHL, "Nine died in the Berg church.", None, set()),  # two sorts of place
        (ORSA, "Nine died in the town of Mora.", None, set()),
        (DAHL, "Nine died in the Dahls mosque.", None, set()),  # spelling
        (DAHL, "Nine died in the Old Dahl mosque.", None, set()),
        ("It hit Varsanda camp.", "It hit Varsenda camp.", None, set()),
        (DAHL, "The Berg mosque and the Orsa mosque burned.", None, set()),  # one of two
        (DAHL, "The mosque burned.", None, set()),
        ("It hit Dahl school.", "It hit High School.", None, set()),  # no name
        ("It hit Dahl market.", "It hit a local market.", None, set()),
        ("", "", None, set()),
    ],
)
def test_two_places(a: str, b: str, values: tuple[str, str] | None, signs: set[str]) -> None:
    there, back = found(a, b), found(b, a)
    assert_clash(there, back, "place", values, signs)


@pytest.mark.parametrize(
    ("beside", "senses", "signs"),
    [
        (("", ""), ("kill", "kill"), {"kind", "told", "same_happening"}),
        (("", ""), ("kill", "burn"), {"kind", "told"}),
        (("Orsa was hit as well.", ""), ("kill", "burn"), {"kind", "told"}),
        (("Berg was hit as well.", ""), ("kill", "burn"), None),  # two happenings, perhaps
        (("", "Dahl was hit as well."), ("kill", "burn"), None),
    ],
)
def test_signs(beside: tuple[str, str], senses: tuple[str, str], signs: set[str] | None) -> None:
    told = [] if signs is None else [signs]
    assert [f.signs for f in found(DAHL, BERG, beside, senses)] == told
    assert [f.signs for f in found(BERG, DAHL, beside[::-1], senses[::-1])] == told


@pytest.mark.parametrize(
    ("a", "b", "clashes"),
    [
        ("Nine were killed in Dahl village.", "Nine were shot dead in Berg village.", True),
        ("Nine were killed in Dahl village.", "Nine were arrested in Berg village.", False),
        ("Nine were killed in Dahl village.", "Elsewhere nine died in Berg village.", False),
        ("Shells hit the Dahl neighborhood.", "Shells hit the Berg neighbourhood.", True),
        ("Shells hit Dahl village.", "Shells hit the Kurdish village.", False),  # no name
        ("Shells hit al-Tabra village.", "Shells hit Tebreh village.", False),  # one in two
        ("Jets hit Dahl village.", "A bomb hit Berg village.", False),
        ("Nine boys died in Dahl village.", "Nine girls died in Berg village.", True),
    ],
)
def test_what_tells_two_happenings(a: str, b: str, clashes: bool) -> None:
    assert bool(found(a, b)) is clashes


def test_sorts_of_place_are_told_apart() -> None:
    a, b = "the Dahl mosque in Orsa village", "the Berg mosque in Mora village"
    assert [f.values for f in found(a, b)] == [
        ("Dahl mosque", "Berg mosque"),
        ("Orsa village", "Mora village"),
    ]


TEXTS = st.lists(
    st.sampled_from([DAHL, BERG, ORSA, MORA, "Old Dahl mosque", "Berg church"]), max_size=3
)


@settings(deadline=None)  # the first comparison loads what it needs
@given(TEXTS, TEXTS)
def test_who_is_asked_first_does_not_matter(a: list[str], b: list[str]) -> None:
    first, second = " ".join(a), " ".join(b)
    there, back = found(first, second), found(second, first)
    assert_mirrored(there, back)


@pytest.mark.parametrize(
    "hostile", ["Aa " * 9000, "al " * 9000, "A" * 50000, "al-al-" * 9000, "town of Aa " * 4000]
)
def test_hostile_text_is_read_quickly(hostile: str) -> None:
    started = time.perf_counter()
    named_places(hostile)
    assert time.perf_counter() - started < 1
