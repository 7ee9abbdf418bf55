"""Acts of war and who is said to have done them, wherever in a claim it stands."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from claims.records import Claim
from reconcile.facts.parties import sides
from reconcile.facts.states import states
from reconcile.views import REMEMBERED

ACTS = frozenset(
    "airstrike shell bomb attack shoot kill explode hit fire launch strike chemical_attack "
    "shoot_down abduct claim_responsibility injure destroy defeat".split()
)
"""Acts whose doer is the question; for others two doers may both have had a part."""

_STRIKES = re.compile(
    r"(?<![\w'’.-])(?P<who>(?:[\w'’.-]{1,40}+ ){1,5})(?:fighter )?"
    r"(?:air ?strikes?|air raids?|warplanes?|jets|raids?|shelling|bombardments?|bombings?|"
    r"artillery)\b",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:air ?strikes?|raids?|attacks?|strikes?|bombardment|shelling|bombing|carried out|"
    r"launched|conducted|fired|blown up|shot down|claimed) by (?P<who>(?:[\w'’.-]+ ?){1,6})",
    re.IGNORECASE,
)
_RESPONSIBLE = re.compile(
    r"\b(?:was|were|is|are|being) (?:\w+ly )?(?:responsible for|behind|to blame for)\b"
    r"|\bresponsible for carrying\b|\bclaimed responsibility\b",
    re.IGNORECASE,
)
_BLAMED = re.compile(
    r"\b(?:blam(?:ed|es|ing)|accus(?:ed|es|ing)) (?P<who>(?:[\w'’.-]+ ){1,5}?)(?:for|of)\b"
)

_LEFT = re.compile(
    r"^(?:[\w'’.-]+ )*?(?:in|by|of|from|to|on|as|the|a|an|said|that|with) (?=\w)", re.IGNORECASE
)
"""What stands before a doer's own words."""

_NO_ACTOR = re.compile(
    r"\b(?:crash|clash\w*|fighting|war|conflict|violence|it|they|controlled|held|"
    r"strongholds?|positions?|sites?|areas?|tags)\b|[(@/]",
    re.IGNORECASE,
)
"""What did it where nobody did, or several; and what is no subject of anything."""

_RIGHT = re.compile(r"(?:\b(?:fighter|air|by|of|in|on|from|and|the|a) ?)+$", re.IGNORECASE)


def _left(who: str) -> str:
    """Without the words before the last one that leads to a doer, and loose ends."""
    who = _RIGHT.sub("", who).rstrip(". ")
    while (cut := _LEFT.sub("", who)) != who:
        who = cut
    return who


def blames(claim: Claim) -> bool:
    """Whether a claim says whose deed something was, rather than tells of it."""
    return bool(_RESPONSIBLE.search(claim.text) or _BLAMED.search(claim.text))


@functools.lru_cache(maxsize=REMEMBERED)
def doers(claim: Claim) -> tuple[str, ...]:
    """Who a claim says did it, as written; first him whom its verb names."""
    return tuple(dict.fromkeys(who.strip() for who in _doers(claim) if who.strip()))


def _doers(claim: Claim) -> Iterator[str]:
    told = claim.happening
    blamed = bool(_RESPONSIBLE.search(claim.text))
    acted = told is not None and told.sense in ACTS | {"die"}
    if told is not None and (told.sense in ACTS or blamed) and not _NO_ACTOR.search(told.agent):
        yield told.agent or (told.patient if blamed else "")
    for pattern in (_STRIKES, _BY, _BLAMED) if acted else (_BY, _BLAMED):
        for match in pattern.finditer(claim.text):
            who = _left(match["who"])
            if (sides(who) or states(who)) and not (told and who in told.patient):
                yield who
