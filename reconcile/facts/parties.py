"""Sides of a story: which words for an actor may mean one and the same party."""

from __future__ import annotations

from reconcile.alignment import alike
from reconcile.views import content_words

SIDES = {
    "opposition": content_words(
        "rebel opposition insurgent insurgency militant fighters factions guerrillas"
    ),
    "government": content_words("government regime army troops soldiers military loyalist state"),
    "police": content_words("police officers deputies authorities sheriff detectives"),
    "attacker": content_words("gunman shooter suspect attacker assailant bomber"),
    "company": content_words("company firm manufacturer operator owner"),
}
"""Words for the parties of a story. ``forces`` and ``men`` belong to any."""

AT_ODDS = frozenset({frozenset({"opposition", "government"})})
"""Sides of which only one can have done a thing."""


def sides(actor: str) -> frozenset[str]:
    """The sides an actor's words name; empty when they name none."""
    words = content_words(actor)
    return frozenset(side for side, own in SIDES.items() if own & words)


def same_party(a: str, b: str) -> bool:
    """Whether two actors, as written, may be one: a shared word, or words of one side.

    A pronoun or a missing actor may be anybody.
    """
    first, second = content_words(a), content_words(b)
    return not first or not second or alike(first, second) or bool(sides(a) & sides(b))


def opposed(a: str, b: str) -> bool:
    """Whether two actors are of sides at odds, and of no common one."""
    first, second = sides(a), sides(b)
    return not first & second and any(frozenset({x, y}) in AT_ODDS for x in first for y in second)
