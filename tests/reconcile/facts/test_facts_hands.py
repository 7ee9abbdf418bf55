"""By whose hand: two deeds by sides at odds."""

from __future__ import annotations

import pytest

from reconcile.facts.hands import two_hands
from tests.conftest import (
    make_article,
    make_claim,
    make_figure,
    make_happening,
    make_two,
    make_view,
)

REBELS = "_Nine people_ died in shelling by rebels on Friday."
ARMY = "Government air strikes killed _20 people_ on Friday."


def hands(a: str, b: str, agent: str = "") -> bool:
    views = []
    for id_, text, doer in zip("ab", (a, b), (agent, ""), strict=True):
        written = text.split("_")[1]
        plain = text.replace("_", "")
        happening = make_happening("kill", doer) if doer else None
        claim = make_claim(plain, [make_figure(written, 9)], happening=happening)
        views.append(make_view(claim, make_article(id_)))
    return two_hands(make_two(*views))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (REBELS, ARMY, True),
        (REBELS, "Air raids killed _20 people_.", True),  # rebels have no planes
        (REBELS, "Terrorist rockets killed _20 people_.", False),
        (REBELS, "_20 people_ were killed.", False),
        (REBELS, "_20 people_ were killed in rockets fired by an army unit.", True),
        (ARMY, "_20 people_ were killed by regime shelling in a rebel-held town.", False),
        (ARMY, "Coalition fighter jets killed _20 people_.", False),
        (ARMY, "_20 people_ were hit by gunmen.", False),
        ("_Nine_ were killed by rebels and troops.", ARMY, False),
        ("Jets killed _nine_ rebels in air strikes.", ARMY, False),  # whom they hit is no doer
        (REBELS, "The army barracks attack killed _20 people_.", False),
    ],
)
def test_two_hands(a: str, b: str, expected: bool) -> None:
    assert hands(a, b) is hands(b, a) is expected


def test_the_agent_counts() -> None:
    assert hands("They killed _nine people_.", ARMY, agent="the rebels")
    assert not hands("They killed _nine people_.", ARMY, agent="villagers")
