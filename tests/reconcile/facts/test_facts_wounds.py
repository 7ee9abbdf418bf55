"""Where a victim was hit."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.facts.wounds import compare_wounds, wounds
from reconcile.findings import Finding
from tests.conftest import compared, make_article, make_claim, make_happening, make_view


def found(a: str, b: str, patients: tuple[str, str] = ("", "")) -> list[Finding]:
    first, second = (
        make_view(make_claim(text, happening=make_happening("shoot", "", patient)))
        for text, patient in zip((a, b), patients, strict=True)
    )
    return compared(compare_wounds, first, second)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("He was shot in the leg.", {"leg"}),
        ("He was shot twice in his upper left arm.", {"arm"}),
        ("She was hit in both legs", {"leg"}),
        ("a bullet to the chest", {"chest"}),
        ("wounds to his face and hands", {"face", "hand"}),
        ("shot in the back of the head", {"back", "head"}),
        ("struck in the left shoulder, arm and torso", {"shoulder", "arm", "torso"}),
        ("stabbed in the neck", {"neck"}),
        ("a wound just above one eye", {"above the eye"}),
        ("shot in the chest under her left arm", {"chest"}),
        ("shot through the neck", {"neck"}),
        ("A bullet entered his left arm", {"arm"}),
        ("Shrapnel struck the head and hit her legs", {"head", "leg"}),
        ("shot in the back of a car", set()),
        ("shot in the back yard", set()),
        ("Shells hit the side of the mill", set()),
        ("He was shot in the market.", set()),
        ("He was shot in the headquarters.", set()),
        ("He was shot in the backyard.", set()),
        ("The leg was broken.", set()),
        ("A cut to his leg", set()),
        ("He was shot. Hands in the air, he fell.", set()),
        ("The team lost in the second leg", set()),
        ("", set()),
    ],
)
def test_wounds(text: str, told: set[str]) -> None:
    assert wounds(text) == wounds(text.upper()) == told


LEG, HEAD = "He was shot in the leg.", "He was shot in the head."


@pytest.mark.parametrize(
    ("a", "b", "values"),
    [
        (LEG, HEAD, ("leg", "head")),
        (LEG, "He was hit in the arm.", ("leg", "arm")),
        ("He was stabbed in the chest.", "He was stabbed in the neck.", ("chest", "neck")),
        (LEG, LEG, None),
        (LEG, "He was shot in the thigh.", None),  # of a leg
        (HEAD, "He was shot in the face.", None),
        ("He was shot in the shoulder.", "He was shot in the arm.", None),
        ("He was shot in the shoulder.", "He was shot in the chest.", ("shoulder", "chest")),
        ("He was shot in the back.", "He was shot in the chest.", ("back", "chest")),
        ("He was shot in the torso.", "He was shot in the chest.", None),  # of a torso
        ("He was shot in the side.", "He was shot in the chest.", None),
        ("He was shot in the abdomen.", "He was shot in the stomach.", None),
        ("He was shot in the abdomen.", "He was shot in his side.", None),
        ("He was shot in the back.", "He was shot in his side.", ("back", "side")),
        ("He was shot in the shoulder.", HEAD, ("shoulder", "head")),
        ("He was shot above the eye.", "He was shot in the eye.", ("above the eye", "eye")),
        ("He was shot above the eye.", HEAD, None),
        (LEG, "He was shot in the head and neck.", None),  # in several
        (LEG, "He was shot.", None),
        ("", "", None),
    ],
)
def test_two_wounds(a: str, b: str, values: tuple[str, str] | None) -> None:
    there, back = found(a, b), found(b, a)
    assert [f.values for f in there] == ([values] if values else [])
    assert [f.values for f in back] == ([values[::-1]] if values else [])
    assert all((f.verdict, f.kind) == ("conflict", "place") for f in there)


@pytest.mark.parametrize(
    ("patients", "signs"),
    [
        (("the driver", "a driver"), {"wound", "same_patient"}),
        (("the driver", "a clerk"), {"wound"}),
        (("the driver", ""), {"wound"}),
    ],
)
def test_signs(patients: tuple[str, str], signs: set[str]) -> None:
    assert [f.signs for f in found(LEG, HEAD, patients)] == [signs]
    assert [f.signs for f in found(HEAD, LEG, patients[::-1])] == [signs]


@pytest.mark.parametrize(
    ("patients", "told"),
    [
        (("the woman", "the man"), False),
        (("a 9-year-old boy", "a 7-year-old boy"), False),
        (("the man", "another man"), False),
        (("two men", "the man"), False),
        (("the boy", "the 7-year-old boy"), True),
    ],
)
def test_each_victim_has_wounds_of_his_own(patients: tuple[str, str], told: bool) -> None:
    assert bool(found(LEG, HEAD, patients)) is told


@pytest.mark.parametrize(
    ("beside", "told"),
    [
        ("He was shot in the head too.", False),  # in both
        ("A girl was hit in the head.", False),  # the other victim's wound
        ("He was hit in the arm too.", True),
    ],
)
def test_a_part_that_both_articles_tell_of(beside: str, told: bool) -> None:
    first = make_view(make_claim(LEG), make_article("a"), after=[make_claim(beside)])
    second = make_view(make_claim(HEAD), make_article("b"))
    assert bool(compared(compare_wounds, first, second)) is told
    assert not compared(compare_wounds, first, second, 0.2)


def test_parts_beside_each_other() -> None:
    assert found("He was shot in the back.", "He was shot in the chest.")[0].signs == {
        "wound",
        "beside",
    }


PARTS = "head face neck chest back shoulder arm hand leg hip buttocks throat side".split()


@settings(deadline=None)  # the first comparison loads what it needs
@given(st.sampled_from(PARTS), st.sampled_from(PARTS))
def test_who_is_asked_first_does_not_matter(a: str, b: str) -> None:
    one, other = f"He was shot in the {a}.", f"He was shot in the {b}."
    there, back = found(one, other), found(other, one)
    assert [f.values for f in there] == [f.values[::-1] for f in back]
    assert a != b or there == []


@pytest.mark.parametrize(
    "hostile", ["shot " * 9000, "shot in the upper " * 3000, "shot in left " * 4000, "e" * 50000]
)
def test_hostile_text_is_read_quickly(hostile: str) -> None:
    started = time.perf_counter()
    wounds(hostile)
    assert time.perf_counter() - started < 1
