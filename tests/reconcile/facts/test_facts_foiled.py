"""Attacks stopped short in one claim and done in the other."""

from __future__ import annotations

import time

import pytest

from reconcile.facts.foiled import compare_foiled
from reconcile.findings import Finding
from tests.conftest import compared, make_article, make_claim, make_happening, make_view


def found(a: str, b: str) -> list[Finding]:
    first, second = (
        make_view(make_claim(text, happening=make_happening("explode")), make_article(id_))
        for text, id_ in ((a, "a"), (b, "b"))
    )
    return compared(compare_foiled, first, second)


STOPPED = "Guards destroyed the car bomb before it reached the gate."
DONE = "A car bomb killed nine guards at the gate."


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        (STOPPED, DONE, True),
        ("Guards foiled a car bomb attack.", DONE, True),
        ("Troops blew up a truck rigged with explosives before it could enter.", DONE, True),
        ("The car bombs blew up before they were deployed.", "Car bombs hit a gate.", True),
        ("The attack by a car bomb was frustrated.", DONE, True),
        (STOPPED, "A suicide bomber killed nine guards.", True),  # he may have driven it
        ("Guards foiled a suicide bombing.", "A roadside bomb killed nine.", False),
        (STOPPED, "Guards ate beside a car bomb.", False),
        (STOPPED, "A mine killed nine guards.", False),
        (STOPPED, "Nine guards were killed.", False),
        (STOPPED, STOPPED, False),
        (DONE, DONE, False),
        ("Guards ate before it rained.", DONE, False),
        (STOPPED, "Elsewhere, a car bomb killed nine.", False),
    ],
)
def test_foiled(a: str, b: str, told: bool) -> None:
    there, back = found(a, b), found(b, a)
    assert bool(there) is bool(back) is told
    assert [f.values[::-1] for f in back] == [f.values for f in there]


@pytest.mark.parametrize(
    "hostile",
    ["destroyed " * 5000, "destroyed before " * 4000, "before it was " * 4000, "e" * 50000],
)
def test_hostile_text_is_read_quickly(hostile: str) -> None:
    started = time.perf_counter()
    found(hostile, DONE)
    assert time.perf_counter() - started < 2
