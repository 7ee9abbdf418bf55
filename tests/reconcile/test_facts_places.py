"""Where one thing happened."""

from __future__ import annotations

import pytest

from claims.records import Claim
from reconcile.alignment import align
from reconcile.facts.places import compare_places
from tests.conftest import make_claim, make_happening, make_view


def placed(
    *places: str, sense: str = "explode", patient: str = "a gas tank", text: str = ""
) -> Claim:
    return make_claim(
        text or f"It did {sense} {patient} at {' in '.join(places)}.",
        happening=make_happening(sense, "", patient, places),
    )


def found(a: Claim, b: Claim, story: float = 0.9, likeness: float = 0.8) -> list[str]:
    first, second = make_view(a), make_view(b)
    return [f.verdict for f in compare_places(first, second, align(first, second, story, likeness))]


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
