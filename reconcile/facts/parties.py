"""Sides of a story: which words for an actor may mean one and the same party."""

from __future__ import annotations

import re

from reconcile.alignment import alike
from reconcile.views import content_words

SIDES = {
    "opposition": content_words(
        "rebel opposition insurgent insurgency militant fighters factions guerrillas terrorists "
        "takfiri"
    ),
    "rebels": content_words("rebel opposition"),
    "jihadist": content_words("isis isil daesh caliphate jihadist"),
    "government": content_words("government regime army troops soldiers military loyalist state"),
    "coalition": content_words("coalition"),
    "police": content_words("police officers deputies authorities sheriff detectives"),
    "attacker": content_words("gunman shooter suspect attacker assailant bomber"),
    "company": content_words("company firm manufacturer operator owner"),
}
"""Words for the parties of a story. ``forces`` and ``men`` belong to any."""

AT_ODDS = frozenset(
    frozenset(pair)
    for pair in (
        ("opposition", "government"),
        ("jihadist", "government"),
        ("jihadist", "rebels"),
    )
)
"""Sides of which only one can have done a thing."""

_LOOSE = frozenset({"opposition"})
"""The side whose words ("militants") are said of jihadists too."""

_ISLAMIC_STATE = re.compile(r"\bIslamic State\b|\bIS\b(?! )|\bIS (?=[a-z])")
_NO_SIDE = re.compile(
    r"\bfighter (?=jets?|planes?|aircraft)|\b(?:pro|anti)-\w+"
    r"|(?<![\w'’])[\w'’]{1,40}-(?:backed|allied|held|controlled|run|supported)\b",
    re.IGNORECASE,
)
"""Words that say whose friend an actor is, or where, or what he flies: not who he is."""


def sides(actor: str) -> frozenset[str]:
    """The sides an actor's words name; empty when they name none."""
    words = content_words(_ISLAMIC_STATE.sub("isis ", _NO_SIDE.sub("", actor)))
    return frozenset(side for side, own in SIDES.items() if own & words)


def same_party(a: str, b: str) -> bool:
    """Whether two actors, as written, may be one: a shared word, or words of one side.

    A pronoun or a missing actor may be anybody.
    """
    first, second = content_words(a), content_words(b)
    return not first or not second or alike(first, second) or bool(sides(a) & sides(b))


def opposed(a: str, b: str) -> bool:
    """Whether two actors are of sides at odds, and of no common one; "jihadist militants" are of
    the jihadists' alone."""
    return at_odds(sides(a), sides(b))


def at_odds(a: frozenset[str], b: frozenset[str]) -> bool:
    """The same of the sides of two actors."""
    first, second = _strictly(a), _strictly(b)
    return not first & second and any(frozenset({x, y}) in AT_ODDS for x in first for y in second)


def _strictly(named: frozenset[str]) -> frozenset[str]:
    """Without the sides that only loose words for jihadists name."""
    return named - _LOOSE if "jihadist" in named else named
