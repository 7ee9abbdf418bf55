"""Who did it, and the parties of a story."""

from __future__ import annotations

import pytest

from claims.records import Claim
from reconcile.alignment import align
from reconcile.facts.actors import compare_actors
from tests.conftest import make_claim, make_happening, make_view, make_when


def done(
    agent: str,
    patient: str = "the market",
    sense: str = "shell",
    names: tuple[str, ...] = ("Orsa",),
    places: tuple[str, ...] = (),
    day: str = "2021-03-01",
) -> Claim:
    text = f"{agent} did {sense} {patient} of {' or '.join(names)} that day."
    happening = make_happening(sense, agent, patient, places)
    return make_claim(text, (), [make_when("that day", day)], names, happening)


def found(a: Claim, b: Claim, likeness: float = 0.8) -> list[str]:
    first, second = make_view(a), make_view(b)
    return [f.verdict for f in compare_actors(first, second, align(first, second, 0.9, likeness))]


REBELS = done("rebels")


@pytest.mark.parametrize(
    ("a", "b", "likeness", "expected"),
    [
        (REBELS, done("government troops"), 0.8, ["conflict"]),
        (REBELS, done("the army", sense="attack"), 0.8, ["conflict"]),  # one act, other words
        (REBELS, done("insurgents"), 0.8, []),
        (REBELS, done("police officers"), 0.8, []),  # of no side at odds
        (REBELS, done(""), 0.8, []),
        (REBELS, done("they"), 0.8, []),
        (REBELS, done("troops and rebels"), 0.8, []),  # both had a part
        (REBELS, done("the army", patient="the bridge"), 0.8, []),
        (REBELS, done("the army", names=("Mora",)), 0.8, []),
        (REBELS, done("the army", day="2021-03-09"), 0.8, []),
        (REBELS, done("the army"), 0.4, []),
        (REBELS, done("the army", sense="capture"), 0.8, []),
        (
            done("rebels", sense="capture"), done("the army", sense="capture"), 0.8, [],
        ),  # a town is taken in turns
        (
            done("rebels", names=("Dahl",), places=("Orsa",)),
            done("the army", names=("Lind",), places=("Orsa",)),
            0.8,
            ["conflict"],
        ),
        (REBELS, make_claim("It burned."), 0.8, []),
    ],
)  # fmt: skip
def test_actors(a: Claim, b: Claim, likeness: float, expected: list[str]) -> None:
    assert found(a, b, likeness) == expected
    assert found(b, a, likeness) == expected
