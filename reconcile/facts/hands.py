"""By whose hand: the sides that a claim says did the harm that it counts."""

from __future__ import annotations

import functools
import re

from reconcile.facts.parties import at_odds, sides
from reconcile.facts.two_figures import Two
from reconcile.views import REMEMBERED, View

_STRIKES = (
    r"(?:air ?strikes?|air raids?|strikes?|raids?|shelling|bombardments?|bombings?|warplanes?|jets|"
    r"helicopters?|barrel bombs?|rockets?|mortars?|missiles?|shells?|attacks?|fire)"
)
_BY = re.compile(
    r"\b(?:killed|died|wounded|injured|dead|hit|struck|targeted|carried out|launched|fired|"
    rf"{_STRIKES}) by "
    r"(?P<who>(?:(?!(?:in|on|near|at|after|during|from|as|that|which|who|while|against|to)\b)"
    r"[\w'’-]{1,30}\b ?){1,6})",
    re.IGNORECASE,
)
"""Who did it behind what was done: "bombardment by rebels"."""

_NO_DOER = (
    r"(?!(?:in|on|of|by|during|after|from|under|at|with|amid|against|before|base|barracks|camp|"
    r"post|station|convoy|checkpoint|headquarters|parade|patrol)\b)"
)
_OF = re.compile(
    rf"\b(?:{_NO_DOER}[\w'’-]{{1,30}} )?{_NO_DOER}[\w'’-]{{1,30}} {_STRIKES}\b", re.IGNORECASE
)
"""And before it: "government air strikes"."""

_FROM_THE_AIR = re.compile(
    r"\b(?:air ?strikes?|(?:air|aerial) (?:raids?|attacks?|bombardments?)|warplanes?|"
    r"barrel bombs?)\b",
    re.IGNORECASE,
)


def two_hands(two: Two) -> bool:
    """Whether the harm that each counts was done by sides at odds: two deeds."""
    return at_odds(_hands(two.a), _hands(two.b))


@functools.lru_cache(maxsize=REMEMBERED)
def _hands(view: View) -> frozenset[str]:
    """Who did it; what comes from the air and from nobody named is a state's."""
    text, happened = view.claim.text, view.claim.happening
    named = [happened.agent] if happened else []
    named += [m["who"] for m in _BY.finditer(text)] + [m[0] for m in _OF.finditer(text)]
    told = frozenset[str]().union(*map(sides, named))
    return told if told or not _FROM_THE_AIR.search(text) else frozenset({"government"})
