"""One side said to have gained ground, and not to have."""

from __future__ import annotations

import time

import pytest

from reconcile.facts.advances import compare_advances
from reconcile.findings import Finding
from tests.conftest import compared, make_article, make_claim, make_happening, make_view


def found(
    a: str, b: str, agents: tuple[str, str] = ("Rebels", "The rebels"), story: float = 0.95
) -> list[Finding]:
    first, second = (
        make_view(
            make_claim(
                text,
                names=["Orsa"] if "Orsa" in text else (),
                happening=make_happening("advance", agent),
                polarity="negated" if "not" in text else "affirmed",
            ),
            make_article(id_),
        )
        for text, agent, id_ in zip((a, b), agents, "ab", strict=True)
    )
    return compared(compare_advances, first, second, story, 0.5)


GAINED, STUCK = "Rebels advanced into Orsa", "The rebels have not advanced in Orsa"


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        (GAINED, STUCK, True),
        ("Rebels made some gains in Orsa", "The rebels made no progress in Orsa", True),
        (GAINED, "The rebels failed to gain ground in Orsa", True),
        (GAINED, GAINED, False),
        (STUCK, STUCK, False),
        (GAINED, "The rebels did not sleep in Orsa", False),
        ("Earlier, rebels advanced into Orsa", STUCK, False),
    ],
)
def test_advances(a: str, b: str, told: bool) -> None:
    there, back = found(a, b), found(b, a)
    assert bool(there) is bool(back) is told
    assert [(f.values[::-1], f.signs) for f in back] == [(f.values, f.signs) for f in there]


def test_two_sides_may_do_so_both() -> None:
    assert not found(GAINED, STUCK, ("Rebels", "The army"))
    assert not found(GAINED, STUCK, ("Rebels", "They"))


@pytest.mark.parametrize("hostile", ["not " * 9000, "made some " * 6000, "no advanced " * 5000])
def test_hostile_text_is_read_quickly(hostile: str) -> None:
    started = time.perf_counter()
    found(hostile, GAINED)
    assert time.perf_counter() - started < 2
