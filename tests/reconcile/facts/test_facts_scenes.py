"""Where a count was made: by the sentence it stands in, whatever the spelling."""

from __future__ import annotations

import pytest

from claims.records import Claim
from reconcile.facts.scenes import apart, elsewhere, here_or_before
from reconcile.facts.two_figures import Two
from tests.conftest import (
    make_article,
    make_claim,
    make_figure,
    make_happening,
    make_two,
    make_view,
)


def toll(text: str, *places: str) -> Claim:
    return make_claim(
        text, [make_figure("nine", 9)], happening=make_happening("kill", "", "", places)
    )


def told(text: str, *places: str) -> Claim:
    return make_claim(text, happening=make_happening("burn", "", "", places))


def two(first: tuple[Claim, ...], second: tuple[Claim, ...]) -> Two:
    """The last claims of two articles."""
    a, b = (
        make_view(claims[-1], make_article(id_), before=claims[:-1])
        for id_, claims in zip("ab", (first, second), strict=True)
    )
    return make_two(a, b)


ORSA = toll("In Orsa nine died.", "Orsa")
CASES: dict[str, tuple[tuple[Claim, ...], tuple[Claim, ...], bool, bool]] = {
    "two towns": ((ORSA,), (toll("In Mora nine died.", "Mora"),), True, True),
    "one town": ((ORSA,), (toll("In Orsa nine died.", "Orsa"),), False, False),
    "one town, spelled otherwise": (
        (ORSA,), (toll("In Al-Orssah nine died.", "Al-Orssah"),), False, False,
    ),
    "a town and its province": (
        (told("Orsa lies in Norland.", "Norland"), toll("In Orsa nine died.", "Orsa")),
        (told("Orsa burns.", "Orsa"), toll("In Norland nine died.", "Norland")),
        False, False,
    ),
    "one of them is told of in the other article": (
        (told("Mora burned."), ORSA), (toll("In Mora nine died.", "Mora"),), True, True,
    ),
    "a country is no scene": ((ORSA,), (toll("In Norway nine died.", "Norway"),), False, False),
    "the sentence before": (
        (told("In Orsa it burned.", "Orsa"), toll("Then nine died.")),
        (toll("In Mora nine died.", "Mora"),),
        False, True,
    ),
    "no place": ((toll("Then nine died."),), (ORSA,), False, False),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_scenes(case: str) -> None:
    first, second, own, before = CASES[case]
    assert apart(two(first, second)) is apart(two(second, first)) is own
    assert elsewhere(two(first, second)) is elsewhere(two(second, first)) is before


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two died. Three.", "two"),
        ("Two. It died. Three.", "two"),  # of the sentence before
        ("Two. One. It died.", ""),  # too far above
        ("It died. Two.", ""),
        ("", ""),
    ],
)
def test_here_or_before(text: str, expected: str) -> None:
    def told(first: int, last: int) -> str:
        return "two" if "Two" in text[first:last] else ""

    assert here_or_before(text, max(0, text.find("died")), told) == expected
