"""Where one thing happened: two places of one depth, and two names for one sort of place."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.records import Claim
from reconcile.facts.places import compare_named_places, compare_places, named_places
from reconcile.findings import Finding
from tests.conftest import compared, make_article, make_claim, make_happening, make_view


def placed(
    *places: str, sense: str = "explode", patient: str = "a gas tank", text: str = ""
) -> Claim:
    return make_claim(
        text or f"It did {sense} {patient} at {' in '.join(places)}.",
        happening=make_happening(sense, "", patient, places),
    )


def compare(a: Claim, b: Claim, story: float = 0.9, likeness: float = 0.8) -> list[Finding]:
    first, second = make_view(a), make_view(b)
    return compared(compare_places, first, second, story, likeness)


def found(a: Claim, b: Claim, story: float = 0.9, likeness: float = 0.8) -> list[str]:
    return [f.verdict for f in compare(a, b, story, likeness)]


MILL, DEPOT = placed("Lindholm factory"), placed("Varsta depot")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (MILL, DEPOT, ["conflict"]),
        (MILL, placed("Lindholm depot"), []),  # one name, and who knows what is there
        (MILL, placed("Lindholms factory"), ["agree"]),  # two spellings
        (MILL, placed("Dahl Street"), []),  # the factory may stand in that street
        (MILL, placed("Varsta"), []),  # no word says what it is
        (placed("Berg Street"), placed("Dahl Avenue"), ["conflict"]),
        (placed("Berg St."), placed("Dahl Ave."), ["conflict"]),
        (placed("factory"), placed("depot"), []),  # no name
        (MILL, placed("Varsta depot", "Lindholm factory"), []),  # they meet in one
        (MILL, placed("Varsta depot", sense="burn"), []),
        (MILL, placed("Varsta depot", patient="a bus"), []),
        (placed("Lindholm factory", sense="attack"), placed("Varsta depot", sense="attack"), []),
        (
            placed("Lindholm", text="It did explode at the Lindholm factory."),
            placed("Varsta", text="It did explode at the Varsta depot."),
            ["conflict"],
        ),
        (
            placed("Orsa", text="It did explode in the town of Orsa."),
            placed("Mora", text="It did explode in the village of Mora."),
            ["conflict"],
        ),
        (
            placed("Orsa", text="It did explode in the town of Orsa."),
            placed("Dala", text="It did explode in the province of Dala."),
            [],
        ),
        (
            placed("Orsa", text="It did explode in the mayor of Orsa."),
            placed("Mora", text="It did explode in the village of Mora."),
            [],
        ),
        (MILL, make_claim("It burned."), []),
    ],
)
def test_places(a: Claim, b: Claim, expected: list[str]) -> None:
    assert found(a, b) == expected
    assert found(b, a) == expected


@pytest.mark.parametrize(("story", "likeness"), [(0.5, 0.8), (0.9, 0.3)])
def test_places_of_two_stories_do_not_clash(story: float, likeness: float) -> None:
    assert found(MILL, DEPOT, story, likeness) == []


def test_two_places_that_are_none_within_the_other_clash_without_learnt_weights() -> None:
    (clash,) = compare(MILL, DEPOT)
    assert clash.strict
    assert clash.values == ("Lindholm factory", "Varsta depot")
    assert [f.values for f in compare(DEPOT, MILL)] == [clash.values[::-1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It hit the Lindholm mosque.", {"mosque": {"Lindholm"}}),
        ("The Lindholm Mosque burned.", {"mosque": {"Lindholm"}}),
        ("In Orsa village it burned.", {"village": {"Orsa"}}),
        ("It hit the village of Orsa Dahl.", {"village": {"Orsa Dahl"}}),
        ("It hit the al-Orsa mosque.", {"mosque": {"al-Orsa"}}),
        ("It hit the Omar bin Dahl mosque.", {"mosque": {"Omar bin Dahl"}}),
        ("It hit Mora bridge and the bridge of Orsa.", {"bridge": {"Mora", "Orsa"}}),
        ("It hit Mora town and Orsa village.", {"town": {"Mora"}, "village": {"Orsa"}}),
        ("It hit a mosque.", {}),
        ("This school burned.", {}),
        ("Their village burned.", {}),
        ("It hit the Mora schoolhouse.", {}),
        ("It hit Mora, a village.", {}),
        ("", {}),
    ],
)
def test_named_places(text: str, expected: dict[str, set[str]]) -> None:
    assert named_places(text) == expected


@pytest.mark.parametrize(
    "hostile", ["A" * 50000, "A’" * 25000, "A-" * 25000, "Aa " * 15000, "al-" * 15000, "A " * 25000]
)
def test_hostile_text_is_read_quickly(hostile: str) -> None:
    started = time.perf_counter()
    named_places(hostile)
    assert time.perf_counter() - started < 1


def named(a: str, b: str, beside: str = "", sense: str = "burn") -> list[Finding]:
    """Two claims of these words, the second with another sentence beside it."""
    one = make_view(make_claim(a, happening=make_happening("burn")))
    after = [make_claim(beside)] if beside else []
    two = make_view(make_claim(b, happening=make_happening(sense)), make_article("b"), after=after)
    return compared(compare_named_places, one, two)


@pytest.mark.parametrize(
    ("a", "b", "values"),
    [
        ("Orsa mosque burned.", "The Mora mosque burned.", [("Orsa mosque", "Mora mosque")]),
        ("Orsa mosque burned.", "The mosque of Mora burned.", [("Orsa mosque", "Mora mosque")]),
        ("Orsa mosque burned.", "The Mora church burned.", []),
        ("Orsa mosque burned.", "The mosque burned.", []),
        ("Orsa mosque burned.", "The great Orsa mosque burned.", []),
        ("Orsa mosque burned.", "Orsa Dahl mosque burned.", []),  # a part of the name
        ("Al-Norsa mosque burned.", "Al-Norza mosque burned.", []),  # two spellings
        ("Orsa mosque and Dala mosque burned.", "Mora mosque burned.", []),  # which of the two?
        ("High school burned.", "Mora school burned.", []),  # no name
        (
            "Orsa High School burned.",
            "Mikkel High School burned.",
            [("Orsa High school", "Mikkel High school")],
        ),
        (
            "Orsa mosque in Berg village burned.",
            "Mora mosque in Dala village burned.",
            [("Orsa mosque", "Mora mosque"), ("Berg village", "Dala village")],
        ),
    ],
)
def test_two_names_for_one_sort_of_place(a: str, b: str, values: list[tuple[str, str]]) -> None:
    assert [f.values for f in named(a, b)] == values
    assert [f.values for f in named(b, a)] == [pair[::-1] for pair in values]
    assert {f.verdict for f in named(a, b)} <= {"conflict"}
    assert not any(f.strict for f in named(a, b))  # a place may go by two names


@pytest.mark.parametrize(
    ("b", "beside", "sense", "signs"),
    [
        ("Mora mosque burned.", "", "burn", {"kind", "same_happening"}),
        ("Mora mosque burned.", "", "collapse", {"kind"}),
        ("Mora mosque burned.", "So did Dala.", "burn", {"kind", "same_happening"}),
        ("Mora village burned.", "", "burn", {"kind", "same_happening", "settlement"}),
    ],
)
def test_signs_of_named_places(b: str, beside: str, sense: str, signs: set[str]) -> None:
    own = b.replace("Mora", "Orsa")
    (clash,) = named(own, b, beside, sense)
    assert clash.signs == signs


words = st.sampled_from(
    ["The", "Orsa", "Mora", "al-Dala", "mosque", "village", "of", "High", "School", "and"]
)
texts = st.lists(words, min_size=1, max_size=8).map(" ".join)


@given(texts, texts)
def test_the_order_of_the_claims_does_not_matter(a: str, b: str) -> None:
    assert [(f.values, f.signs) for f in named(a, b)] == [
        (f.values[::-1], f.signs) for f in named(b, a)
    ]
    assert named(a, a) == []
