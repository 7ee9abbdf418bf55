"""Where a victim was taken or died."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.facts.hospitals import compare_hospitals, hospitals
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
    patients: tuple[str, str] = ("", ""),
) -> list[Finding]:
    """What is found of two claims; ``beside`` is what else their articles say."""
    one, other = (
        make_claim(text, happening=make_happening("die", "", patient))
        for text, patient in zip((a, b), patients, strict=True)
    )
    first, second = make_articles((one, other), beside)
    return compared(compare_hospitals, first, second)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He was taken to Lindholm Hospital.", ["Lindholm"]),
        ("He was taken to Lindholm hospital.", ["Lindholm"]),
        ("at Varsta Regional Medical Center", ["Varsta Regional"]),
        ("at St. Berg’s Clinic", ["St. Berg’s"]),
        ("at Dahl and Berg Trauma Center", ["Dahl and Berg"]),
        ("at Varsta Health", ["Varsta"]),
        ("from Lindholm Hospital to Varsta Hospital", ["Lindholm", "Varsta"]),
        ("The Lindholm Hospital is full.", ["Lindholm"]),
        ("At Lindholm Hospital nine died.", ["Lindholm"]),
        ("The hospital said nine died.", []),  # a capital, and no name
        ("Another hospital is full.", []),
        ("a hospital", []),
        ("the Norland Health Ministry", []),
        ("the World Health Organization said", []),
        ("Lindholm Hospitality School", []),
        ("", []),
    ],
)
def test_hospitals(text: str, names: list[str]) -> None:
    assert hospitals(text) == names


LIND = "The driver died at Lindholm Hospital."
VARSTA = "The driver died at Varsta Hospital."
SCENE = "The driver died at the scene."
SOMEWHERE = "The driver died in a hospital."
ALIVE = "The driver was questioned at the scene."


@pytest.mark.parametrize(
    ("a", "b", "values", "signs"),
    [
        (LIND, VARSTA, ("Lindholm", "Varsta"), {"hospital"}),
        (LIND, SCENE, ("Lindholm", "the scene"), {"hospital", "scene"}),
        (SOMEWHERE, SCENE, ("a hospital", "the scene"), {"hospital", "scene"}),
        (SOMEWHERE, "She died on the spot.", ("a hospital", "the scene"), {"hospital", "scene"}),
        (LIND, SOMEWHERE, None, set()),  # that hospital
        (LIND, LIND, None, set()),
        (LIND, "He died at Lindholm Memorial Medical Center.", None, set()),  # one name
        (LIND, "He was moved from Varsta Hospital to Berg Hospital.", None, set()),  # of two
        (LIND, ALIVE, None, set()),  # who died there?
        ("He was taken to Lindholm Hospital.", SCENE, None, set()),
        (LIND, "The hospital said nine died.", None, set()),
        (LIND, "He died.", None, set()),
        ("", "", None, set()),
    ],
)
def test_two_places(a: str, b: str, values: tuple[str, str] | None, signs: set[str]) -> None:
    there, back = found(a, b), found(b, a)
    assert_clash(there, back, "place", values, signs)


@pytest.mark.parametrize(
    ("a", "b", "beside", "told"),
    [
        (LIND, VARSTA, ("", ""), 1),
        (LIND, VARSTA, ("First he lay in Varsta.", ""), 0),  # taken from one to the other
        (LIND, VARSTA, ("", "He was flown to Lindholm."), 0),
        (SOMEWHERE, SCENE, ("", ""), 1),
        (SOMEWHERE, SCENE, ("A clerk died at the scene.", ""), 0),  # one of several
        (SOMEWHERE, SCENE, ("", "A clerk died in the hospital."), 0),
        (SOMEWHERE, SCENE, ("A clerk wept at the scene.", ""), 1),
    ],
)
def test_what_the_articles_tell_besides(a: str, b: str, beside: tuple[str, str], told: int) -> None:
    filler = "Nobody knew then what was to come, for it was late and the night was dark. " * 2
    padded = tuple(f"{filler}{text}" if text else "" for text in beside)
    assert len(found(a, b, (padded[0], padded[1]))) == told
    assert len(found(b, a, (padded[1], padded[0]))) == told


@pytest.mark.parametrize(
    ("patients", "same"),
    [(("the driver", "a driver"), True), (("the driver", "a clerk"), False), (("", ""), False)],
)
def test_the_victim(patients: tuple[str, str], same: bool) -> None:
    (finding,) = found(LIND, VARSTA, patients=patients)
    assert ("same_patient" in finding.signs) is same


TEXTS = st.sampled_from([LIND, VARSTA, SCENE, SOMEWHERE, ALIVE, f"{LIND} {SCENE}", ""])


@settings(deadline=None)  # the first comparison loads what it needs
@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_who_is_asked_first_does_not_matter(a: str, b: str, c: str, d: str) -> None:
    there, back = found(a, b, (c, d)), found(b, a, (d, c))
    assert_mirrored(there, back)


@pytest.mark.parametrize(
    "hostile", ["Aa and " * 8000, "Aa " * 9000, "A" * 50000, "The " * 9000, "died " * 3000]
)
def test_hostile_text_is_read_quickly(hostile: str) -> None:
    started = time.perf_counter()
    hospitals(hostile)
    assert time.perf_counter() - started < 1


HIT, STRUCK = "Shells hit Lindholm Hospital.", "Rockets struck Varsta Hospital."
TAKEN = "The driver was taken to Varsta Hospital."


@pytest.mark.parametrize(
    ("a", "b", "patients", "clashes"),
    [
        (LIND, TAKEN, ("the driver", "the driver"), True),
        (HIT, STRUCK, ("", ""), False),  # which were hit themselves
        (LIND, TAKEN, ("a boy", "a girl"), False),
        (LIND, f"Elsewhere {TAKEN}", ("", ""), False),
    ],
)
def test_two_happenings(a: str, b: str, patients: tuple[str, str], clashes: bool) -> None:
    assert bool(found(a, b, patients=patients)) is clashes


@pytest.mark.parametrize(
    ("beside", "is_found"),
    [
        ("Later he was moved to Lindholm's Hospital.", False),  # in another spelling
        ("Later he was moved to a larger hospital.", True),
    ],
)
def test_who_was_moved_from_one_to_the_other_was_in_both(beside: str, is_found: bool) -> None:
    assert bool(found(LIND, VARSTA, ("", beside))) is is_found


@pytest.mark.parametrize(
    ("text", "clashes"),
    [
        ("A man was taken to a hospital where he died.", True),
        ("A man died at a hospital.", True),
        ("A man died and his wife is being treated; the hospital is full.", False),
    ],
)
def test_a_death_in_a_hospital(text: str, clashes: bool) -> None:
    assert bool(found("A man died at the scene.", text)) is clashes


def test_others_in_a_hospital_have_not_died_there() -> None:
    told = found(
        "A man died at the scene.",
        "The man died at Lindholm Hospital.",
        ("Two are dead and two are hospitalized.", ""),
    )
    assert len(told) == 1


ALL_THERE = "All four victims were taken to Lindholm Hospital."
TWO_HERE = "Two men were taken to Varsta Hospital."
BOTH_NAMED = "Two more are at Lindholm Hospital."


@pytest.mark.parametrize(
    ("a", "b", "beside", "clash"),
    [
        (ALL_THERE, TWO_HERE, ("", BOTH_NAMED), True),
        ("The survivors were rushed to Lindholm Hospital.", TWO_HERE, ("", BOTH_NAMED), True),
        ("Both of the boys were flown to Lindholm Hospital.", TWO_HERE, ("", BOTH_NAMED), True),
        (ALL_THERE, TWO_HERE, ("One was moved to Varsta Hospital.", BOTH_NAMED), False),
        ("Two men were taken to Lindholm Hospital.", TWO_HERE, ("", BOTH_NAMED), False),
        ("All lanes shut as he was taken to Lindholm Hospital.", TWO_HERE, ("", BOTH_NAMED), False),
        (ALL_THERE, "Varsta Hospital has a new wing.", ("", BOTH_NAMED), False),
        ("Some of the victims were taken to Lindholm Hospital.", TWO_HERE, ("", BOTH_NAMED), False),
    ],
)
def test_all_in_one(a: str, b: str, beside: tuple[str, str], clash: bool) -> None:
    there = found(a, b, beside)
    assert ["all_in_one" in f.signs for f in there] == [True] * clash
    assert_mirrored(there, found(b, a, beside[::-1]))
