"""Street addresses: how they are read, and which two are one place told in two ways."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.facts.addresses import addresses, compare_addresses
from reconcile.findings import Finding
from tests.conftest import compared, make_article, make_claim, make_view


def found(a: str, b: str) -> list[Finding]:
    first = make_view(make_claim(a), make_article("a"))
    second = make_view(make_claim(b), make_article("b"))
    return compared(compare_addresses, first, second)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("at 119 Berg Street", (119, False, "berg", "street", "")),
        ("at 119 Berg St.", (119, False, "berg", "street", "")),
        ("at 119 Berg ST", (119, False, "berg", "street", "")),
        ("at 9 New Dahl Avenue", (9, False, "new dahl", "avenue", "")),
        ("at 119 N. Berg Road", (119, False, "berg", "road", "north")),
        ("at 119 South Berg Road", (119, False, "berg", "road", "south")),
        ("at 119 W Berg", (119, False, "berg", "", "west")),
        ("in the 100 block of Berg Street", (100, True, "berg", "street", "")),
        ("in the 2700 block of North 19th", (2700, True, "19th", "", "north")),
        ("at 12 North Street", (12, False, "north", "street", "")),  # its name, and no side
        ("at 119 N. New Dahl Road", (119, False, "new dahl", "road", "north")),
        ("at 9 Old Berg Mill Dahl Road", None),  # so long is no name
        ("in the 12th block of Berg Lane", (12, True, "berg", "lane", "")),
        ("at 4 5th Avenue", (4, False, "5th", "avenue", "")),
        ("at 119 Berg", None),  # "119 Norwegians" reads the same
        ("119 people on Berg Street", None),
        ("12 North Koreans died", None),  # a side, but of a country
        ("lying in front of 312 North Alder", (312, False, "alder", "", "north")),
        ("sanctions on 312 North Koreans", None),
        ("a fire near 312 South Yemenis", None),
        ("at 12 North Carolina schools", None),
        ("at 9 North Alder schools", None),
        ("the 9 South Bank houses", None),
        ("on Berg Street", None),
        ("119 streets", None),
        ("", None),
    ],
)
def test_addresses(text: str, told: tuple[int, bool, str, str, str] | None) -> None:
    read = [(a.number, a.block, a.name, a.kind, a.side) for a in addresses(text)]
    assert read == ([told] if told else [])
    assert all(a.text in text for a in addresses(text))


def test_several_addresses_stand_in_order() -> None:
    read = addresses("From 9 Berg Street to 12 Dahl Road.")
    assert [(a.number, a.name) for a in read] == [(9, "berg"), (12, "dahl")]


@pytest.mark.parametrize(
    ("a", "b", "signs"),
    [
        ("119 Berg Street", "121 Berg Street", {"number", "near"}),
        ("119 Berg Street", "4119 Berg Street", {"number"}),
        ("119 Berg Street", "619 Berg Street", {"number", "near"}),
        ("119 Berg Street", "620 Berg Street", {"number"}),
        ("119 Berg Street", "119 Berg St.", None),  # one address
        ("119 Berg Street", "119 W Berg", None),  # what one leaves out
        ("119 N Berg Street", "119 S Berg Street", {"side"}),
        ("119 N Berg Street", "119 North Berg Street", None),
        ("119 Berg Street", "119 Berg Avenue", {"street"}),
        ("119 Lindholm Street", "119 Lindhorm Street", {"street"}),
        ("119 Lindholm Street", "119 Varsta Street", None),  # two places, one number by chance
        ("119 Lindholm Street", "121 Lindhorm Street", None),
        ("4 5th Avenue", "4 6th Avenue", None),  # two streets, not one misspelt
        ("4 5th Avenue", "6 5th Avenue", {"number", "near"}),
        ("the 100 block of Berg Street", "119 Berg Street", None),  # the house stands in it
        ("the 100 block of Berg Street", "219 Berg Street", {"number", "near"}),
        ("the 12000 block of Berg Street", "12536 Berg Street", None),
        ("the 12000 block of Berg Street", "13536 Berg Street", {"number"}),
        ("the 100 block of Berg Street", "the 200 block of Berg Street", {"number", "near"}),
        ("119 Berg Street", "a house", None),
        ("", "", None),
    ],
)
def test_two_addresses(a: str, b: str, signs: set[str] | None) -> None:
    there, back = found(f"It was at {a} then.", f"It was at {b} then."), found(b, a)
    assert [f.signs for f in there] == ([] if signs is None else [signs])
    assert [(f.verdict, f.kind) for f in there] == [("conflict", "place")] * len(there)
    assert [f.signs for f in back] == [f.signs for f in there]
    assert [f.values for f in back] == [f.values[::-1] for f in there]


def test_the_values_are_as_written() -> None:
    (finding,) = found("He fell at 119 Berg St. today.", "He fell at 121 Berg Street today.")
    assert finding.values == ("119 Berg St", "121 Berg Street")
    assert finding.reason.startswith("119 Berg St against 121 Berg Street")


PLACES = [
    "9 Berg Street",
    "9 Berg Road",
    "the 100 block of N. Berg Street",
    "119 S Berg",
    "9 5th St",
]


@settings(deadline=None)  # the first comparison loads what it needs
@given(st.lists(st.sampled_from(PLACES), max_size=3), st.lists(st.sampled_from(PLACES), max_size=3))
def test_who_is_asked_first_does_not_matter(a: list[str], b: list[str]) -> None:
    first, second = " and ".join(a), " and ".join(b)
    there = sorted((f.values, sorted(f.signs)) for f in found(first, second))
    back = sorted((f.values[::-1], sorted(f.signs)) for f in found(second, first))
    assert there == back


@pytest.mark.parametrize(
    "hostile",
    ["1 N " * 9000, "9 Aa Aa Aa " * 4000, "1" * 50000, "9th block of " * 4000, "9 " + "A" * 50000],
)
def test_hostile_text_is_read_quickly(hostile: str) -> None:
    started = time.perf_counter()
    addresses(hostile)
    assert time.perf_counter() - started < 1


@pytest.mark.parametrize(
    ("a", "b", "signs"),
    [
        ("Nine were shot at 12 Larch Street.", "Nine were shot at 900 Larch Street.", {"told"}),
        ("Nora Lind, of 12 Larch Street, fell.", "She was shot at 900 Larch Street.", None),
        (
            "Nora Lind, of 12 Larch Street, fell.",
            "Nora Lind, of 900 Larch Street, fell.",
            {"home", "told"},
        ),
    ],
)
def test_where_somebody_is_from_is_not_where_it_happened(
    a: str, b: str, signs: set[str] | None
) -> None:
    assert [f.signs - {"number", "near"} for f in found(a, b)] == ([signs] if signs else [])
