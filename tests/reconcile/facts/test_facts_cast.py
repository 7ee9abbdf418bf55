"""Whether two whose ages lie far apart are one, since either article tells of one such only."""

from __future__ import annotations

import pytest

from claims.records import Claim
from reconcile.alignment import align
from reconcile.facts.ages import compare_ages
from reconcile.facts.cast import sex_of_name
from reconcile.findings import Finding
from tests.conftest import make_article, make_claim, make_figure, make_happening, make_view


def aged(text: str, age: float, noun: str, sense: str = "", by: bool = False) -> Claim:
    """A claim that tells one age; with a ``sense`` it befell him, or he did it."""
    written = next(part for part in (f"{age:g}-year-old", f"{age:g}") if part in text)
    who = text.partition(" was ")[0] if not by else text.partition(" shot ")[0]
    told = make_happening(sense, who if by else "", "" if by else who) if sense else None
    figure = make_figure(written, age, noun=noun, role="age", unit="year")
    names = [noun] if noun[:1].isupper() else []
    return make_claim(text, [figure], (), names, told)


def hurt(age: float, noun: str, sense: str = "shoot") -> Claim:
    return aged(f"A {age:g}-year-old {noun} was hit", age, noun, sense)


def found(a: Claim, b: Claim, beside: tuple[list[Claim], list[Claim]]) -> list[Finding]:
    first, second = (
        make_view(claim, make_article(id_), after=[make_claim("It rained.", article=id_), *more])
        for claim, id_, more in zip((a, b), "ab", beside, strict=True)
    )
    return list(compare_ages(first, second, align(first, second, 0.9, 0.8)))


def said(text: str) -> Claim:
    return make_claim(text)


WOMAN, OLDER = hurt(36, "woman"), hurt(41, "woman", "injure")
HELD = aged("The 24-year-old suspect was held", 24, "suspect", "arrest")


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        (WOMAN, OLDER, True),
        (hurt(20, "man"), hurt(29, "man"), True),
        (hurt(4, "boy"), hurt(9, "boy"), True),
        (hurt(9, "girl"), hurt(14, "daughter"), True),
        (HELD, aged("The 31-year-old man was held", 31, "man", "charge"), True),
        (HELD, aged("Nora Lind, 31, was held", 31, "Nora Lind", "charge"), False),  # of no sex
        (hurt(20, "man"), hurt(55, "man"), False),  # a generation apart
        (hurt(36, "woman"), hurt(41, "man"), False),
        (hurt(36, "woman"), hurt(41, "driver"), False),
        (hurt(16, "boy"), hurt(20, "man"), False),  # a minor, and no minor
        (WOMAN, aged("A 41-year-old woman shot a man", 41, "woman", "shoot", True), False),
        (WOMAN, aged("A 41-year-old woman was near", 41, "woman"), False),  # of no part
        (WOMAN, aged("A 41-year-old woman was held", 41, "woman", "arrest"), False),
        (aged("Ada Moor, 36, was hit", 36, "Ada Moor", "shoot"), OLDER, False),
    ],
)
def test_the_only_such(a: Claim, b: Claim, clash: bool) -> None:
    for there in (found(a, b, ([], [])), found(b, a, ([], []))):
        assert ["only_such" in f.signs for f in there] == [True] * clash


@pytest.mark.parametrize(
    ("beside", "clash"),
    [
        (said("Police asked for help."), True),
        (hurt(7, "girl"), True),
        (hurt(33, "man"), True),
        (aged("A 50-year-old woman was held", 50, "woman", "arrest"), True),  # who did it
        (hurt(50, "woman"), False),
        (hurt(50, "person"), False),  # who may be a woman
        (aged("Ada Moor, 50, was near", 50, "Ada Moor"), False),
        (said("Two women were hit."), False),
        (said("Another woman ran."), False),
        (said("A second woman was grazed."), False),
    ],
)
def test_nobody_else(beside: Claim, clash: bool) -> None:
    assert bool(found(WOMAN, OLDER, ([beside], []))) is clash
    assert bool(found(WOMAN, OLDER, ([], [beside]))) is clash


def test_one_died_and_one_was_hurt() -> None:
    """A woman hurt in one article is not the one killed in the other, nor beside one killed."""

    def counted(age: float, role: str) -> Claim:
        text = f"A {age:g}-year-old woman was hit"
        figures = [
            make_figure(f"{age:g}-year-old", age, noun="woman", role="age", unit="year"),
            make_figure(text.partition(" was ")[0], 1, noun="woman", role=role),
        ]
        return make_claim(text, figures, happening=make_happening("shoot", "", text[:20]))

    died = make_claim("A woman died.", [make_figure("A woman", 1, noun="woman", role="killed")])
    assert found(counted(36, "injured"), counted(41, "injured"), ([], []))
    assert not found(counted(36, "injured"), counted(41, "killed"), ([], []))
    assert not found(counted(36, "injured"), counted(41, "injured"), ([died], []))


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("Kim Dahl, 29, said he was home.", "male"),
        ("His wife, 64-year-old Kim Dahl, died.", "female"),
        ("Kim Dahl is a mother of three.", "female"),
        ("Kim Dahl's father ran. Kim Dahl lost her phone.", "female"),
        ("Kim Dahl met Ove Lind, and he fled.", ""),  # he may be either
        ("Kim Dahl said she knew. Kim Dahl hurt his leg.", ""),
        ("Kim Dahl was found.", ""),
        ("Nobody was found.", ""),
    ],
)
def test_the_sex_of_a_name(text: str, sex: str) -> None:
    assert sex_of_name(text, "Kim Dahl") == sex


def test_one_told_again_is_nobody_else() -> None:
    assert found(WOMAN, OLDER, ([hurt(36, "woman")], [hurt(41, "woman")]))
