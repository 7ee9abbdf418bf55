"""Names of persons: one person under two spellings, against two persons."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.records import Claim
from reconcile.facts.persons import compare_persons
from reconcile.findings import Finding
from tests.conftest import (
    assert_mirrored,
    compared,
    make_article,
    make_claim,
    make_figure,
    make_happening,
    make_view,
)


def named(name: str, sense: str = "", age: float = 0, more: str = "") -> Claim:
    told = f", {age:g}," if age else ""
    figures = [make_figure(f"{age:g}", age, noun=name, role="age", unit="year")] if age else []
    happening = make_happening(sense, "", name) if sense else None
    return make_claim(f"There {name}{told} was seen.{more}", figures, (), [name], happening)


def found(a: Claim, b: Claim, beside: tuple[str, str] = ("", "")) -> list[Finding]:
    """What is found of two claims; ``beside`` names what else their articles name."""
    first, second = (
        make_view(claim, make_article(id_), after=[make_claim(f"Of {other} more is told.")])
        for claim, id_, other in zip((a, b), "ab", beside, strict=True)
    )
    return compared(compare_persons, first, second)


@pytest.mark.parametrize(
    ("a", "b", "signs"),
    [
        ("Nora Lindholm", "Nora Lindhorm", {"surname", "alike"}),
        ("Nora Lindholm", "Norra Lindholm", {"first_name", "alike", "sounds_alike"}),
        ("Hassan Aboud", "Hassan Abboud", {"surname", "alike", "sounds_alike"}),
        ("Nora K. Lindholm", "Nora Lindhorm", {"surname", "alike"}),
        ("Nora Lindholm", "Nora Lindholm", None),
        ("NORA LINDHOLM", "Nora Lindholm", None),
        ("Nora Lindholm", "Nora Q. Lindholm", None),  # a middle name left out
        ("Nora Lindholm", "Nora Bakker", None),  # another Nora
        ("Nora Lindholm", "Erik Lindholm", None),  # her brother
        ("Nora Lindholm", "Norra Lindhorm", None),  # in both words: nothing holds them together
        ("Nora Lind", "Nora Lindholm", None),  # cut short
        ("Nora Li", "Nora Lo", None),  # two letters tell nothing
        ("Lindholm", "Lindhorm", None),  # no first name
        ("Lindholm Street", "Lindhorm Street", None),  # addresses are compared elsewhere
        ("Lindholm County", "Lindhorm County", None),
        ("Dahla province", "Dalha province", None),
        ("Omar al-Dahlan", "Omar el-Dahlan", None),  # written in Latin letters in many ways
        ("Nora O'Dahlan", "Nora ODahlan", None),
        ("Jon Lindholm", "John Lindholm", None),  # what he is called, and how
        ("Danny Lindholm", "Dan Lindholm", None),
        ("Jimmy Lindholm", "Jim Lindholm", None),
        ("Stephen Lindholm", "Stephan Lindholm", {"first_name", "alike", "sounds_alike"}),
    ],
)
def test_two_names(a: str, b: str, signs: set[str] | None) -> None:
    there, back = found(named(a), named(b)), found(named(b), named(a))
    assert [f.signs for f in there] == ([] if signs is None else [signs])
    assert [f.values for f in there] == ([] if signs is None else [(a, b)])
    assert [(f.signs, f.values[::-1]) for f in back] == [(f.signs, f.values) for f in there]
    assert all((f.verdict, f.kind) == ("conflict", "name") for f in there)


@pytest.mark.parametrize(
    ("a", "b", "signs"),
    [
        (named("Nora Lindholm", age=34), named("Nora Bakker", age=34), {"surname", "same_age"}),
        (named("Nora Lindholm", age=34), named("Nora Bakker", age=35), None),
        (named("Nora Lindholm", age=34), named("Nora Bakker"), None),
        (
            named("Nora Lindholm", age=34),
            named("Nora Lindhorm", age=34),
            {"surname", "alike", "same_age"},
        ),
        (  # in both words a little
            named("Nora Lindholm", age=34),
            named("Norra Lindhorm", age=34),
            {"both_names", "alike", "same_age"},
        ),
        (named("Nora Lindholm", age=34), named("Erik Bakker", age=34), None),
        (named("Norisa", age=9), named("Norita", age=9), {"first_name", "alike", "same_age"}),
        (named("Norisa", age=9), named("Norita", age=8), {"first_name", "alike"}),
        (named("Norisa"), named("Norita"), None),  # whether it is a person's is not known
        (named("Norisa", age=9), named("Britt", age=9), None),  # her twin, perhaps
        (named("Norisa", age=9), named("Norita Lindholm", age=9), None),
        (
            named("Nora Lindholm", "die"),
            named("Nora Lindhorm", "die"),
            {"surname", "alike", "same_happening"},
        ),
        (named("Nora Lindholm", "die"), named("Nora Lindhorm", "win"), {"surname", "alike"}),
        (named("Nora Lindholm", "die"), named("Nora Bakker", "die"), None),  # that is not enough
    ],
)
def test_what_else_makes_them_one_person(a: Claim, b: Claim, signs: set[str] | None) -> None:
    assert [f.signs for f in found(a, b)] == ([] if signs is None else [signs])
    assert [f.signs for f in found(b, a)] == ([] if signs is None else [signs])


@pytest.mark.parametrize(
    ("beside", "told"),
    [
        (("", ""), 1),
        (("Nora Lindhorm", ""), 0),  # both names stand there: two persons
        (("", "Nora Lindholm"), 0),
        (("NORA LINDHORM", ""), 0),
        (("Nora Lindqvist", "Erik Lindholm"), 1),
    ],
)
def test_a_name_that_the_other_article_has_too_is_anothers(
    beside: tuple[str, str], told: int
) -> None:
    assert len(found(named("Nora Lindholm"), named("Nora Lindhorm"), beside)) == told


NAMES = ["Nora Lindholm", "Nora Lindhorm", "Norra Lindholm", "Lind", "Erik Dahl", "Erik Dahlin"]


@settings(deadline=None)  # the first comparison loads what it needs
@given(st.sampled_from(NAMES), st.sampled_from(NAMES), st.sampled_from([0, 34]))
def test_who_is_asked_first_does_not_matter(a: str, b: str, age: float) -> None:
    there, back = found(named(a, "die", age), named(b)), found(named(b), named(a, "die", age))
    assert_mirrored(there, back)


def test_a_spelling_that_is_nearer_is_the_rival() -> None:
    """Two sisters stand in both articles, one of them in two spellings."""
    row = make_claim(
        "Nora Lindhorm, 34, and Erika Lindhorm, 34, were seen.",
        [
            make_figure("34", 34, noun=f"{name} Lindhorm", role="age", unit="year")
            for name in ("Nora", "Erika")
        ],
        names=["Nora Lindhorm", "Erika Lindhorm"],
    )
    assert [f.values for f in found(named("Norra Lindhorm", age=34), row)] == [
        ("Norra Lindhorm", "Nora Lindhorm")
    ]


def test_a_place_is_nobodys_name() -> None:
    first, second = (
        make_claim(f"They met in {name}.", names=[name], happening=make_happening("meet", places=p))
        for name, p in (("Deir Asfar", ["Deir Asfar"]), ("Deir Asfur", []))
    )
    assert found(first, second) == []
    assert found(second, first) == []


@pytest.mark.parametrize(("age", "is_found"), [(0, False), (34, True)])
def test_who_is_so_and_so_old_is_no_place(age: float, is_found: bool) -> None:
    place = make_happening("find", "", "", ["Nora Lindholm"])  # "in the death of ..."
    first = make_view(
        make_claim("A man was held in the death of Nora Lindholm.", names=["Nora Lindholm"],
                   happening=place),
        make_article(),
        after=[named("Nora Lindholm", age=age)],
    )  # fmt: skip
    second = make_view(named("Nora Lindhorm"), make_article("b"))
    told = compared(compare_persons, first, second)
    assert bool(told) is is_found
