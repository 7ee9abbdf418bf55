"""Where on the ground it happened: streets, sides of a town, homes, rooms, floors."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from reconcile.facts.directions import compare_sides, sides
from reconcile.facts.residences import compare_residences, residents
from reconcile.facts.spots import compare_spots, floors, outdoors, owners, pierced, rooms, spots
from reconcile.facts.streets import compare_streets, in_other_streets, streets
from reconcile.findings import Alignment, Finding
from reconcile.views import View
from tests.conftest import (
    assert_mirrored,
    compared,
    make_article,
    make_claim,
    make_happening,
    make_view,
)

Compare = Callable[[View, View, Alignment], Iterator[Finding]]


def found(
    compare: Compare, a: str, b: str, beside: str = "", story: float = 0.9, likeness: float = 0.8
) -> list[tuple[str, str]]:
    """The values found of two claims, whichever is asked first."""
    first, second = (
        make_view(
            make_claim(text, happening=make_happening("shoot")),
            make_article(id_),
            after=[make_claim(f"It rained. {beside if id_ == 'a' else ''}")],
        )
        for text, id_ in zip((a, b), "ab", strict=True)
    )
    there = compared(compare, first, second, story, likeness)
    back = compared(compare, second, first, story, likeness)
    assert_mirrored(there, back)
    assert {(f.verdict, f.kind) for f in there} <= {("conflict", "place")}
    return [(f.values[0], f.values[1]) for f in there]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("in the 400 block of West Larch Street", ["larch"]),
        ("on Birch Avenue near 5th Street", ["birch", "5th"]),
        ("at Birch and Larch avenues", ["birch", "larch"]),
        ("in the 8100 block of South Larch", ["larch"]),
        ("near North Larch Place", ["larch"]),
        ("at Larch Place", []),  # a place, as likely as not
        ("on First Avenue", ["1st"]),
        ("near Northeast Sixth Street", ["6th"]),
        ("on the street", []),
        ("on Monday", []),
        ("Larch Street Baptist Church", []),  # after no word of place
        ("the pastor of First Street Chapel", []),  # a house of that name
        ("near Larch Avenue Elementary School", []),
        ("on Larch Street Monday night", ["larch"]),
    ],
)
def test_streets(text: str, names: list[str]) -> None:
    assert [street.name for street in streets(text)] == names


LARCH, BIRCH = "A man was shot in the 400 block of Larch Street.", "A man was shot on Birch Avenue."


@pytest.mark.parametrize(
    ("a", "b", "beside", "story", "clashes"),
    [
        (LARCH, BIRCH, "", 0.9, True),
        (LARCH, BIRCH, "It is near Birch Avenue.", 0.9, False),
        (LARCH, BIRCH, "", 0.3, False),
        (LARCH, "A man was shot at Birch and Larch streets.", "", 0.9, False),
        (LARCH, "A man was shot on Larchs Street.", "", 0.9, False),  # misspelt
        ("A man was shot on 1st Street.", "A man was shot on First Street.", "", 0.9, False),
        (LARCH, "A man was shot on 2nd Street.", "It is near Second Avenue.", 0.9, False),
        (LARCH, "A man was arrested on Birch Avenue.", "", 0.9, False),
        (LARCH, "A man was shot.", "", 0.9, False),
    ],
)
def test_two_streets(a: str, b: str, beside: str, story: float, clashes: bool) -> None:
    assert bool(found(compare_streets, a, b, beside, story)) is clashes


def test_in_other_streets() -> None:
    larch, birch, none = (make_view(make_claim(t)) for t in (LARCH, BIRCH, "A man was shot."))
    assert in_other_streets(larch, birch)
    assert not in_other_streets(larch, larch)
    assert not in_other_streets(larch, none)


@pytest.mark.parametrize(
    ("a", "b", "clashes"),
    [
        ("A bomb hit the northern gate of Orsa.", "A bomb hit the city's western edge.", True),
        ("A bomb hit a farm north of Orsa.", "A bomb hit a farm south of Orsa.", True),
        ("A bomb hit a farm north of Orsa.", "A bomb hit a farm northwest of Orsa.", False),
        ("A bomb hit a farm north of Orsa.", "A bomb hit a farm south of Mora.", False),
        ("A bomb hit the north side of Orsa.", "A bomb hit a farm south of Orsa.", False),
        ("A bomb hit a farm north of Orsa.", "Nine fled south of Orsa.", False),
        ("A bomb hit a farm north of Orsa.", "A bomb hit Orsa.", False),
    ],
)
def test_two_sides(a: str, b: str, clashes: bool) -> None:
    if "fled" in b:
        first, second = (
            make_view(make_claim(t, happening=make_happening(s)), make_article(i))
            for t, s, i in ((a, "bomb", "a"), (b, "flee", "b"))
        )
        assert not compared(compare_sides, first, second)
        return
    assert bool(found(compare_sides, a, b)) is clashes


def test_one_article_with_both_sides_tells_of_two() -> None:
    a, b = "A bomb hit a farm north of Orsa.", "A bomb hit a farm south of Orsa."
    assert not found(compare_sides, a, b, "Another fell south of Orsa.")
    assert [side.degrees for side in sides(f"{a} {b}")] == [0, 180]


@pytest.mark.parametrize(
    ("a", "b", "clashes"),
    [
        ("Nora Lind of Larch Drive was held.", "Nora Lind, 30, of Birch Drive sang.", True),
        ("Nora Lind, 30, of Orsa was held.", "Nora Lind, 30, of Mikkel sang.", True),
        ("Nora Lind of Orsa was held.", "Nora Lind of Mora sang.", False),  # no age, no street
        ("Nora Lind, 30, of Orsa was held.", "Nora Lind, 30, of Birch Drive sang.", False),
        ("Nora Lind, 30, of Orsa was held.", "Nora Lind, 30, of South Orsa sang.", False),
        ("Nora Lind, 30, of Orsa was held.", "Per Dahl, 30, of Mora sang.", False),
        ("Lake University, 30, of Orsa", "Lake University, 30, of Mora", False),
    ],
)
def test_two_homes_of_one_person(a: str, b: str, clashes: bool) -> None:
    assert bool(found(compare_residences, a, b)) is clashes
    known = "Nora Lind, 30, of Birch Drive sang. Nora Lind, 30, of Mikkel sang."
    assert not found(compare_residences, a, b, known)


AT_ORSA = "Nora Lind, 30, of Orsa was held."


@pytest.mark.parametrize(
    ("b", "beside", "clashes"),
    [
        ("The victim was 30-year-old night clerk Nora Lind of Mikkel.", "", True),
        ("Nora Lind, 30, of Mikkel was held.", "It happened in Mikkel.", True),  # the story's town
        ("Nora Lind, 30, of Mikkel was held.", "Per Dahl, 31, of Mikkel sang.", True),
        ("Nora Lind, 30, of Mikkel was held.", "Nora Lind, 30, of Mikkel sang.", False),
        ("Nora Lind, 30, of Mikkel, Orsa was held.", "", False),  # which lies in Orsa
        ("The old night clerk Nora Lind of Mikkel was held.", "", False),  # no age
    ],
)
def test_two_towns_of_one_person(b: str, beside: str, clashes: bool) -> None:
    assert bool(found(compare_residences, AT_ORSA, b, beside)) is clashes


def test_a_street_that_is_named_at_all_is_known() -> None:
    a, b = "Nora Lind of Larch Drive was held.", "Nora Lind, 30, of Birch Drive sang."
    assert not found(compare_residences, a, b, "Birch Drive is far.")


@pytest.mark.parametrize(
    ("read", "text", "told"),
    [
        (spots, "shot inside a home", {"home"}),
        (spots, "shot outside her home", {"yard"}),
        (spots, "shot in a car in a parking lot", {"vehicle", "lot"}),
        (spots, "shot in the bar", {"shop"}),
        (spots, "shot outside a lounge", {"yard"}),
        (spots, "shot inside a crowded old Orsa nightclub", {"shop"}),
        (spots, "fired from outside the home", set()),  # where the shots came from
        (spots, "shot in Orsa", set()),
        (pierced, "Bullets came through the front door", {"door"}),
        (pierced, "He ran through the door", set()),
        (floors, "two on the first floor and one on the third", {"1", "3"}),
        (floors, "on the 2nd and third floors", {"2", "3"}),
        (floors, "the first victim on the floor", set()),
        (owners, "at his aunt's house", {"aunt"}),
        (owners, "in front of her own home", {"own"}),
        (owners, "visiting her cousin", {"cousin"}),
        (owners, "at a house", set()),
        (rooms, "asleep on the couch", {"living room"}),
        (outdoors, "on the front steps", {"porch"}),
    ],
)
def test_spots_are_read(
    read: Callable[[str], dict[str, object]], text: str, told: set[str]
) -> None:
    assert set(read(text)) == told


@pytest.mark.parametrize(
    ("a", "b", "clashes"),
    [
        ("A boy was shot inside a home.", "A boy was shot in the front yard.", True),
        ("A boy was shot in a car.", "A boy was shot in a parking lot.", False),
        ("A boy was shot inside a home.", "A boy was arrested in the front yard.", False),
        ("A boy was shot inside a home.", "No one was shot in the front yard.", False),
        ("A boy was shot inside a home.", "A girl was shot in the front yard.", False),
        ("He was shot in the bar's parking lot.", "He was shot outside a bar.", False),
        ("A man was hit in the club shootings.", "He was shot in a car.", False),
        ("She was found in the back seat.", "She was found in the front seat.", True),
        ("A baby was found in the back seat.", "A man was found in the front seat.", False),
        ("A couple was shot hiding in a bedroom.", "They were shot in the kitchen.", False),
        ("Bullets came through a door.", "Bullets came through a window.", True),
        ("He was shot on the second floor.", "He was shot on the third floor.", True),
        ("Shot on the second and third floor.", "He was shot on the third floor.", False),
        ("She was shot at her aunt's house.", "She was shot outside her home.", True),
        ("She was shot on the porch.", "She was shot in an alley.", True),
        ("Nine people were shot outside a club.", "A gunman opened fire inside a club.", True),
        ("Nine people were shot outside a club.", "A boy was shot inside a club.", False),
    ],
)
def test_two_spots(a: str, b: str, clashes: bool) -> None:
    assert bool(found(compare_spots, a, b)) is clashes
    assert not found(compare_spots, a, b, story=0.1)
    assert not found(compare_spots, a, b, story=0.4, likeness=0.4)


@pytest.mark.parametrize(
    ("b", "beside", "clashes"),
    [
        ("A man was shot on Larch Avenue.", "", True),
        ("A man was shot on Larch Avenue.", "The man of Larch Avenue ran to Larch Avenue.", False),
        ("A man was shot on Larch St.", "", False),
        ("A man was shot at West Larch Place.", "", True),
        ("The home is located on Larch Avenue.", "", True),
        ("She lives on Larch Avenue.", "", False),
    ],
)
def test_one_street_of_two_kinds(b: str, beside: str, clashes: bool) -> None:
    assert bool(found(compare_streets, LARCH, b, beside)) is clashes


@pytest.mark.parametrize(
    ("beside", "clashes"),
    [("", True), ("Another boy was shot in the front yard.", False)],
)
def test_a_spot_that_both_articles_tell_of(beside: str, clashes: bool) -> None:
    home, yard = "A boy was shot inside a home.", "A boy was shot in the front yard."
    assert bool(found(compare_spots, home, yard, beside)) is clashes


@pytest.mark.parametrize(
    "hostile",
    ["Aa " * 9000, "in the " * 9000, "north of " * 6000, "Aa, 9 of " * 5000, "through a " * 5000],
)
def test_hostile_text_is_read_quickly(hostile: str) -> None:
    for read in (streets, sides, residents, spots, pierced, floors, owners, rooms, outdoors):
        started = time.perf_counter()
        read(hostile)
        assert time.perf_counter() - started < 1
