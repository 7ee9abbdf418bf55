"""How it was done: ways of one act that exclude each other."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.facts.means import compare_means
from reconcile.findings import Finding
from tests.conftest import (
    assert_clash,
    assert_mirrored,
    compared,
    make_article,
    make_articles,
    make_claim,
    make_figure,
    make_happening,
    make_view,
    make_when,
)


def found(
    a: str,
    b: str,
    beside: tuple[str, str] = ("", ""),
    patients: tuple[str, str] = ("nine clerks", "the clerks"),
    senses: tuple[str, str] = ("kill", "kill"),
    days: tuple[str, str] = ("", ""),
    counts: tuple[int, int] = (9, 9),
) -> list[Finding]:
    """What is found of two claims; ``beside`` is what else their articles say."""
    one, other = (
        make_claim(
            f"{text} then; 9 of them",
            figures=[make_figure("9 of them", count, count, "person", "killed")],
            when=[make_when("then", day)] if day else [],
            happening=make_happening(sense, "", patient),
        )
        for text, patient, sense, day, count in zip(
            (a, b), patients, senses, days, counts, strict=True
        )
    )
    first, second = make_articles((one, other), beside)
    return compared(compare_means, first, second)


def person(a: str, b: str, patients: tuple[str, str], several: bool = False) -> list[Finding]:
    """What is found of two claims of one victim each."""
    more = make_claim("5 people were hurt.", [make_figure("5 people", 5, 5, "person", "injured")])
    first, second = (
        make_view(
            make_claim(text, happening=make_happening("shoot", "", patient)),
            make_article(id_),
            after=[more] if several else [],
        )
        for text, patient, id_ in zip((a, b), patients, "ab", strict=True)
    )
    return compared(compare_means, first, second)


JETS, GUNS = "A jet killed nine,", "A mortar attack killed nine,"
BOMBER, DEVICE = "A suicide bomber killed nine,", "A roadside bomb killed nine,"
ATTACK = [JETS, GUNS, BOMBER, DEVICE]


@pytest.mark.parametrize(
    ("a", "b", "values"),
    [
        (JETS, GUNS, ("air strike", "ground fire")),
        (BOMBER, DEVICE, ("suicide bomber", "planted device")),
        (JETS, JETS, None),
        (BOMBER, "A car bomb killed nine,", None),  # driven by him
        (JETS, "A barrel bomb was dropped,", None),  # from it
        (JETS, f"{JETS} and mortars,", None),  # both name the jet
        (JETS, "Nine died,", None),
        (JETS, "It is unclear whether a mortar hit them,", None),
        ("Jets killed nine,", "Mortars killed nine,", None),  # campaigns, not one attack
        ("", "", None),
    ],
)
def test_two_ways(a: str, b: str, values: tuple[str, str] | None) -> None:
    there, back = found(a, b), found(b, a)
    assert_clash(there, back, "manner", values)


def test_of_two_days_there_are_two_acts() -> None:
    assert found(JETS, GUNS, days=("2021-03-01", "2021-03-01"))
    assert found(JETS, GUNS, days=("2021-03-01", "2021-02-20")) == []


@pytest.mark.parametrize(
    ("counts", "patients", "senses", "tied"),
    [
        ((9, 9), ("nine clerks", "the clerks"), ("kill", "kill"), True),
        ((9, 10), ("nine clerks", "the clerks"), ("kill", "kill"), True),
        ((9, 30), ("nine clerks", "the clerks"), ("kill", "kill"), False),  # two attacks
        ((9, 10), ("nine clerks", "the drivers"), ("kill", "die"), False),
        ((9, 9), ("nine clerks", "the drivers"), ("kill", "die"), True),
    ],
)
def test_one_attack_is_told_by_what_it_did(
    counts: tuple[int, int], patients: tuple[str, str], senses: tuple[str, str], tied: bool
) -> None:
    told = found(JETS, GUNS, patients=patients, senses=senses, counts=counts)
    assert bool(told) is tied
    assert all(("same_count" in f.signs) is (counts[0] == counts[1]) for f in told)


def test_attacks_of_two_sides_are_two() -> None:
    rebels = "A rebel mortar attack killed nine,"
    assert found("A jet killed nine,", rebels, counts=(9, 10)) == []
    assert found("A mortar attack killed nine,", JETS, counts=(9, 10))


GIRL = ("the 8-year-old girl", "the girl")
ACCIDENT, MURDER = "She was shot by accident.", "She was shot intentionally."
OWN, OTHER = "The girl shot herself.", "The girl was shot by her cousin."


@pytest.mark.parametrize(
    ("a", "b", "values"),
    [
        (ACCIDENT, MURDER, ("accident", "deliberate")),
        (ACCIDENT, "It was a suicide.", ("accident", "suicide")),
        (OWN, OTHER, ("by own hand", "by another")),
        (OWN, "The girl was shot by accident.", None),
        ("She was shot dead.", "She was stabbed.", ("shot", "stabbed")),
        ("He shot her with a pistol.", "He shot her with a rifle.", ("handgun", "rifle")),
        ("She was shot in an argument.", "She was shot in a robbery.", ("a quarrel", "robbery")),
        ("It was a drive-by.", "He walked up and fired.", ("from a vehicle", "on foot")),
        ("It was random.", "It was not random.", ("at random", "aimed at")),
        ("It was a murder-suicide.", ACCIDENT, None),
        (ACCIDENT, "He is charged with murder.", None),  # a charge is no finding
        (ACCIDENT, OTHER, None),
    ],
)
def test_ways_of_one_person(a: str, b: str, values: tuple[str, str] | None) -> None:
    assert [f.values for f in person(a, b, GIRL)] == ([values] if values else [])
    assert [f.values for f in person(b, a, GIRL[::-1])] == ([values[::-1]] if values else [])


@pytest.mark.parametrize(
    ("patients", "several", "told"),
    [
        (GIRL, False, True),
        (GIRL, True, True),  # alike in sex and age
        (("the girl", "the man"), False, False),
        (("", ""), False, True),
        (("", ""), True, False),  # any of them
        (("the girl", "two girls"), False, False),
    ],
)
def test_of_several_each_has_his_own(patients: tuple[str, str], several: bool, told: bool) -> None:
    assert bool(person("Shot by accident.", "Shot on purpose.", patients, several)) is told


@pytest.mark.parametrize(
    ("beside", "told"),
    [
        (("", ""), False),
        (("Jets came.", "Mortars were fired."), False),
        (("A mortar fell too.", ""), True),
        (("", "Jets came too."), True),
    ],
)
def test_both_articles_tell_of_one_of_the_ways(beside: tuple[str, str], told: bool) -> None:
    (finding,) = found(JETS, GUNS, beside)
    assert ("both_told" in finding.signs) is told


TEXTS = st.lists(st.sampled_from([*ATTACK, "a suicide bomb"]), max_size=4).map(" ".join)


@settings(deadline=None)  # the first comparison loads what it needs
@given(TEXTS, TEXTS)
def test_who_is_asked_first_does_not_matter(a: str, b: str) -> None:
    there, back = found(a, b), found(b, a)
    assert_mirrored(there, back)


@pytest.mark.parametrize(("story", "told"), [(0.99, True), (0.8, False)])
def test_articles_on_one_story_tell_of_one_attack(story: float, told: bool) -> None:
    first, second = (
        make_view(
            make_claim(text, names=[name], happening=make_happening("explode", "", patient)),
            make_article(id_),
        )
        for text, name, patient, id_ in (
            ("Lind blew himself up in a bus", "Lind", "himself", "a"),
            ("A device planted in a bus of Dahl went off", "Dahl", "a device", "b"),
        )
    )
    found = compared(compare_means, first, second, story, 0.4)
    assert [f.values for f in found] == ([("suicide bomber", "planted device")] if told else [])
