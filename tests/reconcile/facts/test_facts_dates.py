"""Dates of one happening: a clash, an agreement, and what is no date of one thing."""

from __future__ import annotations

import dataclasses
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.records import Claim, When, WhenRole
from reconcile.facts.dated import begun
from reconcile.facts.dates import compare_dates
from reconcile.findings import Finding
from tests.conftest import (
    compared,
    make_article,
    make_claim,
    make_figure,
    make_happening,
    make_view,
    make_when,
    signed,
)


def dated(
    sense: str,
    from_: str | None,
    to: str | None = "",
    agent: str = "",
    patient: str = "Orsa",
    names: tuple[str, ...] = ("Orsa",),
    places: tuple[str, ...] = (),
    role: WhenRole = "event",
) -> Claim:
    when: When = make_when("that day", from_, to, role)
    text = f"{agent or 'It'} did {sense} {patient} that day, near {' and '.join(names)}."
    return make_claim(text, (), [when], names, make_happening(sense, agent, patient, places))


def compare(a: Claim, b: Claim, before: tuple[Claim, ...] = ()) -> list[Finding]:
    first, second = make_view(a), make_view(b, before=before)
    return compared(compare_dates, first, second)


def found(a: Claim, b: Claim, before: tuple[Claim, ...] = ()) -> list[tuple[str, float]]:
    return [(f.verdict, f.weight) for f in compare(a, b, before)]


def counting(claim: Claim) -> Claim:
    return dataclasses.replace(claim, figures=(make_figure("nine", 9),))


SURE, NIGHT, NEARBY = [("conflict", 0.8)], [("conflict", 0.4)], [("conflict", 0.3)]
AGREE = [("agree", 0.5)]
TAKEN = dated("capture", "2021-03-01")
HIT = dated("attack", "2021-03-01")
TREATY = dated("sign", "2021-03-01", patient="the treaty", names=())
DEAD = dated("die", "2021-03-01", patient="Nora Lind", names=("Nora Lind",))

CASES: dict[str, tuple[Claim, Claim, list[tuple[str, float]]]] = {
    "one town taken on two days": (TAKEN, dated("capture", "2021-03-05"), SURE),
    "night falls between two days": (TAKEN, dated("capture", "2021-03-02"), NIGHT),
    "one day": (TAKEN, dated("capture", "2021-03-01"), AGREE),
    "a day and its month": (TAKEN, dated("capture", "2021-03-01", "2021-03-31"), AGREE),
    "a day and another month": (TAKEN, dated("capture", "2021-04-01", "2021-04-30"), SURE),
    "another town": (
        TAKEN, dated("capture", "2021-03-05", patient="Mora", names=("Mora",)), [],
    ),
    "another happening": (TAKEN, dated("withdraw", "2021-03-05"), []),
    "another word for it, on a day near": (HIT, dated("shell", "2021-03-04"), NEARBY),
    "another act, on a day near": (TAKEN, dated("withdraw", "2021-03-04"), []),
    "another word for it, of another place": (
        HIT, dated("shell", "2021-03-04", patient="Mora", names=("Mora",)), [],
    ),
    "a third day is in the claim of the other": (
        HIT,
        dataclasses.replace(
            dated("shell", "2021-03-04"),
            when=(make_when("that day", "2021-03-04"), make_when("then", "2021-03-01")),
        ),
        [],
    ),
    "another word for it, on its day": (TAKEN, dated("withdraw", "2021-03-01"), []),
    "another word for it, in its month": (
        TAKEN, dated("withdraw", "2021-03-03", "2021-03-31"), [],
    ),
    "another word for it, since": (TAKEN, dated("withdraw", "2021-03-04", role="since"), []),
    "another town, on a day near": (
        TAKEN, dated("capture", "2021-03-02", patient="Mora", names=("Mora",)), NEARBY,
    ),
    "taken by the other side": (
        dated("capture", "2021-03-01", agent="rebels"),
        dated("capture", "2021-03-05", agent="army troops"),
        [],
    ),
    "taken by the same side in other words": (
        dated("capture", "2021-03-01", agent="insurgents"),
        dated("capture", "2021-03-05", agent="rebel fighters"),
        SURE,
    ),
    "an attack may come again": (
        dated("attack", "2021-03-01"), dated("attack", "2021-03-05"), [],
    ),
    "an attack of one day agrees": (
        dated("attack", "2021-03-01"), dated("attack", "2021-03-01"), AGREE,
    ),
    "held since it was taken": (
        TAKEN, dated("hold", "2021-03-01", role="since"), AGREE,
    ),
    "held since after it was taken": (TAKEN, dated("hold", "2021-03-05", role="since"), SURE),
    "held since before it was taken": (
        dated("hold", "2021-02-01", role="since"), TAKEN, SURE,
    ),
    "held until": (dated("capture", None, "2021-02-01", role="until"), TAKEN, []),
    "undatable": (dated("capture", None), TAKEN, []),
    "a thing without a name": (
        TREATY, dated("sign", "2021-03-09", patient="a peace treaty", names=()), SURE,
    ),
    "another thing without a name": (
        TREATY, dated("sign", "2021-03-09", patient="the lease", names=()), [],
    ),
    "a count of nobody named is no object": (
        dated("kill", "2021-03-01", patient="nine people", names=()),
        dated("kill", "2021-03-09", patient="nine people", names=()),
        [],
    ),
    "nor is a count of a place's": (
        counting(dated("kill", "2021-03-01", patient="nine of Orsa")),
        counting(dated("kill", "2021-03-09", patient="nine of Orsa")),
        [],
    ),
    "a death is expected once": (
        DEAD, dated("die", "2021-03-07", patient="Nora Lind", names=("Nora Lind",)), SURE,
    ),
    "another's death": (
        DEAD, dated("die", "2021-03-07", patient="Per Dahl", names=("Per Dahl",)), [],
    ),
    "a place where it was done": (
        dated("capture", "2021-03-01", patient="the hill", places=("Orsa",)),
        dated("capture", "2021-03-05", patient="the height", places=("Orsa",)),
        SURE,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_dates(case: str) -> None:
    a, b, expected = CASES[case]
    assert found(a, b) == expected
    there, back = compare(a, b), compare(b, a)
    assert [(f.verdict, f.values, f.weight, f.signs, f.strict) for f in there] == [
        (f.verdict, f.values[::-1], f.weight, f.signs, f.strict) for f in back
    ]


def hour(sense: str, iso: str, patient: str = "Orsa") -> Claim:
    return dated(sense, f"{iso}T09:00:00", f"{iso}T09:00:00", patient=patient)


def part(sense: str, words: str, first: str, last: str) -> Claim:
    when = make_when("that day", f"2021-03-{first}:00", f"2021-03-{last}:00")
    return dataclasses.replace(dated(sense, "2021-03-01"), when=(when,))


SOLD = dated("sell", "2021-03-01")
Both = tuple[Claim, Claim]
SIGNED: dict[str, tuple[list[Both], list[Both]]] = {
    "same_thing": (
        [(TAKEN, dated("capture", "2021-03-05"))],
        [(HIT, dated("shell", "2021-03-03"))],
    ),
    "next_day": (
        [(TAKEN, dated("capture", "2021-03-02")), (HIT, dated("shell", "2021-03-02"))],
        [(TAKEN, dated("capture", "2021-03-03")), (HIT, dated("shell", "2021-03-03"))],
    ),
    "clock": (
        [(TAKEN, hour("capture", "2021-03-05")), (HIT, hour("shell", "2021-03-03"))],
        [(TAKEN, dated("capture", "2021-03-05")), (HIT, dated("shell", "2021-03-03"))],
    ),
    "same_sense": (
        [(TAKEN, dated("capture", "2021-03-03", patient="Mora", names=("Mora",)))],
        [(HIT, dated("shell", "2021-03-03"))],
    ),
    "one_off": (
        [(TAKEN, dated("capture", "2021-03-03", patient="Mora", names=("Mora",)))],
        [(HIT, dated("shell", "2021-03-03"))],
    ),
    "same_people": (
        [(HIT, dated("shell", "2021-03-03"))],
        [(TAKEN, dated("capture", "2021-03-03", patient="Mora", names=("Mora",)))],
    ),
    "told": (
        [(HIT, dated("shell", "2021-03-03"))],
        [(SOLD, dated("sell", "2021-03-03", patient="Mora", names=("Mora",)))],
    ),
    "harm": (
        [(HIT, dated("shell", "2021-03-03"))],
        [(TAKEN, dated("capture", "2021-03-03", patient="Mora", names=("Mora",)))],
    ),
    "called": (
        [(HIT, dated("dispatch", "2021-03-03"))],
        [(HIT, dated("shell", "2021-03-03"))],
    ),
    "one_news": ([(HIT, dated("shell", "2021-03-03"))], []),
    "night": (
        [
            (
                part("attack", "late", "01T17:00", "02T00:59"),
                part("shell", "early", "02T00:00", "02T09:59"),
            )
        ],
        [
            (
                part("attack", "late", "01T17:00", "02T00:59"),
                part("shell", "early", "03T00:00", "03T09:59"),
            )
        ],
    ),
    "one_scene": ([], [(HIT, dated("shell", "2021-03-03"))]),
    "own_news": ([], [(HIT, dated("shell", "2021-03-03"))]),
    "lent": ([], [(HIT, dated("shell", "2021-03-03"))]),
}
"""Sign: pairs of dates that clash with it, and without it."""


@pytest.mark.parametrize(("sign", "pair", "has"), signed(SIGNED))
def test_sign(sign: str, pair: Both, has: bool) -> None:
    (clash,) = compare(*pair)
    assert clash.verdict == "conflict"
    assert (sign in clash.signs) is has
    assert clash.signs <= set(SIGNED)


KNOWN = make_claim("Orsa was hit then.", when=[make_when("then", "2021-03-03")], names=["Orsa"])


@pytest.mark.parametrize(
    ("published", "known", "clashes"),
    [
        (("2021-03-04", "2021-03-04"), (), True),
        (("2021-03-01", "2021-03-03"), (), False),  # each tells of the day it came out on
        (("2021-03-02", "2021-03-04"), (), False),  # or of the day before
        (("2021-03-01", "2021-03-04"), (), True),
        (("2021-03-04", "2021-03-04"), (KNOWN,), False),  # one tells of both days
    ],
)
def test_days_of_two_attacks(
    published: tuple[str, str], known: tuple[Claim, ...], clashes: bool
) -> None:
    first = make_view(HIT, make_article("a", published=published[0]), after=known)
    second = make_view(dated("shell", "2021-03-03"), make_article("b", published=published[1]))
    for a, b in ((first, second), (second, first)):
        assert bool(compared(compare_dates, a, b)) is clashes
    assert not compared(compare_dates, first, second, 0.3)


@pytest.mark.parametrize(
    ("b", "strict"),
    [
        (dated("capture", "2021-03-03"), True),
        (dated("capture", "2021-03-02"), False),  # night falls between them
        (dated("capture", "2021-03-03", patient="Mora", names=("Mora",)), False),
    ],
)
def test_one_thing_on_days_apart_clashes_without_learnt_weights(b: Claim, strict: bool) -> None:
    assert [f.strict for f in compare(TAKEN, b)] == [strict]


days = st.integers(1, 12).map(lambda day: f"2021-03-{day:02}")
claims = st.builds(
    lambda sense, patient, agent, day, end, role: dated(
        sense, day, max(day, end), agent, patient, (patient,), role=role
    ),
    st.sampled_from(["capture", "withdraw", "hold", "attack", "die"]),
    st.sampled_from(["Orsa", "Mora"]),
    st.sampled_from(["", "rebels", "the army"]),
    days,
    st.one_of(st.just(""), days),
    st.sampled_from(get_args(WhenRole)),
)


@settings(deadline=None)  # the first comparison loads what it needs
@given(claims, claims)
def test_the_order_of_the_claims_does_not_matter(a: Claim, b: Claim) -> None:
    assert [(f.verdict, f.values, f.weight, f.signs) for f in compare(a, b)] == [
        (f.verdict, f.values[::-1], f.weight, f.signs) for f in compare(b, a)
    ]


@settings(deadline=None)  # the first comparison loads what it needs
@given(claims)
def test_no_date_clashes_with_itself(claim: Claim) -> None:
    assert {f.verdict for f in compare(claim, claim)} <= {"agree"}


@pytest.mark.parametrize("day", ["2021-03-05", "2021-03-01"])
def test_a_place_named_only_before_is_too_little_for_one_capture(day: str) -> None:
    named = make_claim("Orsa lies in the north.", names=["Orsa"])
    inherited = dated("capture", day, patient="the territory", names=())
    assert found(TAKEN, inherited, (named,)) == []
    assert found(TAKEN, inherited) == []  # nothing says which territory


def test_without_a_happening_nothing_is_dated() -> None:
    bare = dataclasses.replace(TAKEN, happening=None)
    assert found(bare, TAKEN) == []
    assert found(bare, bare) == []


@pytest.mark.parametrize(("sense", "begins"), [("hold", "capture"), ("besiege", "besiege")])
def test_begun(sense: str, begins: str) -> None:
    assert begun(sense) == begins


@pytest.mark.parametrize(
    ("words", "clashes"),
    [("the night", True), ("the night before", False), ("a day earlier", False)],
)
def test_a_day_counted_from_another_is_of_something_else(words: str, clashes: bool) -> None:
    day = make_when("Sunday night", "2021-02-28T18:00:00", "2021-03-01T05:59:00")
    told = make_when(words, "2021-03-01T18:00:00", "2021-03-02T05:59:00")
    first, second = (
        make_claim(
            f"A man was shot {when.text} in Orsa.",
            when=[when],
            names=["Orsa"],
            happening=make_happening("shoot", "", "a man", ["Orsa"]),
        )
        for when in (day, told)
    )
    assert bool(compare(first, second)) is clashes
