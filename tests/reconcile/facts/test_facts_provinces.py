"""A province's count, and that of a town in it."""

from __future__ import annotations

import pytest

from reconcile.facts.provinces import in_province, provinces, two_towns
from reconcile.facts.two_figures import Two
from tests.conftest import (
    make_article,
    make_claim,
    make_figure,
    make_happening,
    make_two,
    make_view,
    make_views,
)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Raids on Norland province killed nine.", 1),
        ("in the northern province of Norland", 1),
        ("in the Norland countryside", 1),
        ("in Norland's province and in the county of Westmark", 2),
        ("in the Swedish province of Norland", 1),
        ("in the province", 0),
        ("in the town of Norland", 0),
        ("a provincial hospital in Norland", 0),
    ],
)
def test_provinces(text: str, count: int) -> None:
    assert len(provinces(text)) == count


def two(low: str, high: str, rest: str = "", places: tuple[str, ...] = ()) -> Two:
    """The lower count and the higher one, what else the article of the lower says, and the places
    that the claim of the higher is tied to."""
    happened = make_happening("kill", "", "", places)
    a = make_view(
        make_claim(low, [make_figure("nine", 9)]),
        make_article("a"),
        after=[make_claim(f"It. {rest}")],
    )
    b = make_view(
        make_claim(high, [make_figure("twelve", 12)], happening=happened), make_article("b")
    )
    return make_two(a, b)


IN_TOWN = "Raids on the town of Norland killed nine."
IN_PROVINCE = "Raids on Norland province killed twelve."


@pytest.mark.parametrize(
    ("pair", "expected"),
    [
        (two(IN_TOWN, IN_PROVINCE), True),
        (two("Raids on the town of Orsa killed nine.", IN_PROVINCE, "Orsa is in Norland."), True),
        (two("Raids on the town of Orsa killed nine.", IN_PROVINCE), False),
        # Its name alone may be the province's, unless its article calls it a town.
        (two("Raids on Norland killed nine.", IN_PROVINCE), False),
        (two("Raids on Norland killed nine.", IN_PROVINCE, "Norland city is burning."), True),
        (two("Raids on a town in Norland province killed nine.", IN_PROVINCE), False),
        (two(IN_TOWN, "Raids on a town in Norland province killed twelve."), False),
        (
            two(
                IN_TOWN,
                "Raids on the city of Norland and on the town of Mora in Norland province killed "
                "twelve.",
            ),
            True,
        ),
        (two(IN_TOWN, "In Mora, Norland province, twelve died.", places=("Mora",)), False),
        (two(IN_TOWN, "Raids killed twelve."), False),
    ],
)
def test_in_province(pair: Two, expected: bool) -> None:
    assert in_province(pair) is expected


def test_the_higher_is_the_provinces() -> None:
    pair = two(IN_TOWN.replace("town of Norland", "Norland province"), "The city lost twelve.")
    assert not in_province(pair)


@pytest.mark.parametrize(
    ("first", "second", "articles", "expected"),
    [
        ("In Orsa city nine died.", "In the town of Mora twelve died.", "aa", True),
        ("Orsa city burned. There nine died.", "In the town of Mora twelve died.", "aa", True),
        ("In Orsa city nine died.", "In the city of Orsa twelve died.", "aa", False),
        ("In Orsa city nine died.", "There twelve died.", "aa", False),
        ("In Orsa city nine died.", "In Mora twelve died.", "aa", False),
        ("In Orsa city nine died.", "In the town of Mora twelve died.", "ab", False),
    ],
)
def test_two_towns(first: str, second: str, articles: str, expected: bool) -> None:
    """Sentences of one article, far apart in it, or of two."""
    far = make_claim("It was a long day with little news and a cold wind on the moor. " * 4)
    claims = (
        [make_claim(first, [make_figure("nine", 9)])],
        [make_claim(second, [make_figure("twelve", 12)])],
    )
    if articles == "aa":
        seen = make_views((make_article("a"), [*claims[0], far, *claims[1]]))
    else:
        seen = make_views(
            *((make_article(id_), row) for id_, row in zip("ab", claims, strict=True))
        )
    assert two_towns(make_two(seen[0], seen[-1])) is expected
