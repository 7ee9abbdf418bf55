"""Dates of one happening: a clash, an agreement, and what is no date of one thing."""

from __future__ import annotations

import dataclasses

import pytest

from claims.records import Claim, When, WhenRole
from reconcile.alignment import align
from reconcile.facts.dates import begun, compare_dates
from tests.conftest import make_claim, make_happening, make_view, make_when


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


def found(a: Claim, b: Claim, before: tuple[Claim, ...] = ()) -> list[tuple[str, float]]:
    first, second = make_view(a), make_view(b, before=before)
    return [
        (f.verdict, f.weight) for f in compare_dates(first, second, align(first, second, 0.9, 0.8))
    ]


SURE, NIGHT = [("conflict", 0.8)], [("conflict", 0.4)]
AGREE = [("agree", 0.5)]
TAKEN = dated("capture", "2021-03-01")
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
    assert found(b, a) == expected


@pytest.mark.parametrize(("gap", "expected"), [("2021-03-05", []), ("2021-03-01", AGREE)])
def test_a_place_named_only_before_is_enough_to_agree_and_too_little_to_clash(
    gap: str, expected: list[tuple[str, float]]
) -> None:
    named = make_claim("Orsa lies in the north.", names=["Orsa"])
    inherited = dated("capture", gap, patient="the territory", names=())
    assert found(TAKEN, inherited, (named,)) == expected
    assert found(TAKEN, inherited) == []  # nothing says which territory


def test_without_a_happening_nothing_is_dated() -> None:
    bare = dataclasses.replace(TAKEN, happening=None)
    assert found(bare, TAKEN) == []
    assert found(bare, bare) == []


@pytest.mark.parametrize(("sense", "begins"), [("hold", "capture"), ("besiege", "besiege")])
def test_begun(sense: str, begins: str) -> None:
    assert begun(sense) == begins
