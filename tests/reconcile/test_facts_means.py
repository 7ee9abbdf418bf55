"""How it was done: ways of one act that exclude each other."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.alignment import align
from reconcile.facts.means import EXCLUSIVE, WAYS, compare_means, ways
from reconcile.findings import Finding
from tests.conftest import make_article, make_claim, make_happening, make_view, make_when


def found(
    a: str,
    b: str,
    beside: tuple[str, str] = ("", ""),
    patients: tuple[str, str] = ("", ""),
    senses: tuple[str, str] = ("kill", "die"),
    days: tuple[str, str] = ("", ""),
) -> list[Finding]:
    """What is found of two claims; ``beside`` is what else their articles say."""
    first, second = (
        make_view(
            make_claim(
                f"{text} then",
                when=[make_when("then", day)] if day else [],
                happening=make_happening(sense, "", patient),
            ),
            make_article(id_),
            after=[make_claim(f"It rained. {other}")],
        )
        for text, other, patient, sense, day, id_ in zip(
            (a, b), beside, patients, senses, days, "ab", strict=True
        )
    )
    return list(compare_means(first, second, align(first, second, 0.9, 0.8)))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A suicide bomber struck", {"suicide bomber"}),
        ("He blew himself up", {"suicide bomber"}),
        ("The wind blew the shed up", set()),
        ("A car bomb went off", {"car bomb"}),
        ("an explosives-laden truck", {"car bomb"}),
        ("a car, and a bomb", set()),
        ("a roadside bomb", {"planted device"}),
        ("A device was planted there", {"planted device"}),
        ("a landmine", {"planted device"}),
        ("a hidden smile", set()),
        ("planted trees", set()),
        ("Jets hit it", {"air strike"}),
        ("an air raid", {"air strike"}),
        ("a barrel bomb", {"air strike"}),
        ("jetlag", set()),
        ("a nurses' strike in the open air", set()),
        ("Mortars fell", {"ground fire"}),
        ("a surface-to-surface missile", {"ground fire"}),
        ("a shell company", set()),
        ("shelling", {"ground fire"}),
        ("He was shot dead", {"gunfire"}),
        ("a gunman", {"gunfire"}),
        ("a screenshot", set()),
        ("He was stabbed", {"knife"}),
        ("He was beheaded", {"beheading"}),
        ("an apparent suicide", {"suicide"}),
        ("a suicide note", set()),
        ("It was an accident", {"accident"}),
        ("The gun went off", {"accident"}),
        ("A bomb went off", set()),  # as bombs do
        ("The plane was shot down", {"shot down"}),
        ("sat down", set()),
        ("It was deliberate", {"deliberate"}),
        ("She intentionally hit him", {"deliberate"}),
        ("unintentionally", {"accident"}),
        ("", set()),
    ],
)
def test_ways(text: str, told: set[str]) -> None:
    assert ways(text) == ways(text.upper()) == told


def test_every_way_that_excludes_another_has_words() -> None:
    assert frozenset().union(*EXCLUSIVE) <= set(WAYS)
    assert all(len(pair) == 2 for pair in EXCLUSIVE)


JETS, GUNS = "Jets killed nine,", "Mortars killed nine,"
BOMBER, DEVICE = "A suicide bomber killed nine,", "A roadside bomb killed nine,"
KNIFED, SHOT = "Nine were stabbed,", "Nine were shot dead,"
ACCIDENT, MURDER = "It was an accident,", "It was murder,"


@pytest.mark.parametrize(
    ("a", "b", "values"),
    [
        (JETS, GUNS, ("air strike", "ground fire")),
        (BOMBER, DEVICE, ("suicide bomber", "planted device")),
        (KNIFED, SHOT, ("knife", "gunfire")),
        (ACCIDENT, MURDER, ("accident", "deliberate")),
        (ACCIDENT, "The jet was shot down,", ("accident", "shot down")),
        (JETS, JETS, None),
        (SHOT, MURDER, None),  # both may be so
        (BOMBER, "A car bomb killed nine,", None),
        (JETS, f"{JETS} and mortars,", None),  # both name the jets
        (JETS, "Nine died,", None),
        ("", "", None),
    ],
)
def test_two_ways(a: str, b: str, values: tuple[str, str] | None) -> None:
    there, back = found(a, b), found(b, a)
    assert [f.values for f in there] == ([values] if values else [])
    assert [(f.values[::-1], f.signs) for f in back] == [(f.values, f.signs) for f in there]
    assert all((f.verdict, f.kind) == ("conflict", "manner") for f in there)


def test_of_two_days_there_are_two_acts() -> None:
    assert found(JETS, GUNS, days=("2021-03-01", "2021-03-01"))
    assert found(JETS, GUNS, days=("2021-03-01", "2021-02-20")) == []


@pytest.mark.parametrize(
    ("a", "b", "patients", "senses", "signs"),
    [
        (KNIFED, SHOT, ("", ""), ("kill", "die"), set()),
        (KNIFED, SHOT, ("", ""), ("kill", "kill"), {"same_happening"}),
        (KNIFED, SHOT, ("nine clerks", "the clerks"), ("kill", "die"), {"same_object"}),
        (KNIFED, SHOT, ("nine clerks", "the drivers"), ("kill", "die"), set()),
        (JETS, GUNS, ("", ""), ("kill", "die"), {"at_war"}),
        (BOMBER, JETS, ("", ""), ("kill", "die"), set()),
    ],
)
def test_signs(
    a: str, b: str, patients: tuple[str, str], senses: tuple[str, str], signs: set[str]
) -> None:
    assert [f.signs for f in found(a, b, patients=patients, senses=senses)] == [signs]
    back = found(b, a, patients=patients[::-1], senses=senses[::-1])
    assert [f.signs for f in back] == [signs]


@pytest.mark.parametrize(
    ("beside", "told"),
    [
        (("", ""), False),
        (("Others had been shot dead.", ""), True),  # there were both
        (("", "Others had been stabbed."), True),
        (("Jets came.", "Jets came."), False),  # a third way, told by both
    ],
)
def test_both_articles_tell_of_one_of_the_ways(beside: tuple[str, str], told: bool) -> None:
    (finding,) = found(KNIFED, SHOT, beside)
    assert ("both_told" in finding.signs) is told


TEXTS = st.lists(
    st.sampled_from([JETS, GUNS, BOMBER, DEVICE, KNIFED, SHOT, ACCIDENT, MURDER, "a suicide bomb"]),
    max_size=4,
).map(" ".join)


@settings(deadline=None)  # the first comparison loads what it needs
@given(TEXTS, TEXTS)
def test_who_is_asked_first_does_not_matter(a: str, b: str) -> None:
    there, back = found(a, b), found(b, a)
    assert [(f.values, f.signs) for f in there] == [(f.values[::-1], f.signs) for f in back]


def test_of_two_pairs_of_ways_the_same_is_told_from_both_sides() -> None:
    one, other = "Shot dead in an apparent suicide,", "Knifed by accident,"
    assert found(one, other)[0].values == ("suicide", "accident")
    assert found(other, one)[0].values == ("accident", "suicide")


@pytest.mark.parametrize(
    "hostile", ["planted " * 6000, "blew him" * 6000, "suicide " * 6000, "air " * 9000, "e" * 50000]
)
def test_hostile_text_is_read_quickly(hostile: str) -> None:
    started = time.perf_counter()
    ways(hostile)
    assert time.perf_counter() - started < 1
