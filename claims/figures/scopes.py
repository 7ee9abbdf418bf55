"""Short phrases that narrow a figure: "on each side", "so far", "since March", "in the north"."""

from __future__ import annotations

import re

_PLACE = r"(?:the\s)?(?:[\w'-]+\s){0,2}?(?-i:[A-Z])[\w'-]*(?:\s(?-i:[A-Z])[\w'-]*){0,3}"
SCOPES = re.compile(
    r"^[\s,]{0,2}(?P<scope>on\s(?:each|both|either|all)\ssides?|from\sboth\ssides|so\sfar|to\sdate"
    r"|in\s(?:total|all)\b|overnight|nationwide|countrywide|worldwide|each\sday|per\sday|daily|a\sday"
    r"|(?:in|over|during|within)\s(?:just\s)?(?:the\s)?(?:past|last|previous|first)\s(?:[\w-]+\s){0,2}"
    r"(?:hours?|days?|weeks?|months?|years?|decade)|(?:in|within|over)\s(?:[\w-]+\s){1,2}"
    r"(?:hours|days|weeks|months|years)"
    r"|since\s(?:then|(?:[\w-]+\s){0,3}?(?:(?-i:[A-Z])\w+(?:\s\d{1,2}(?:,?\s\d{4})?)?|\d{4}|began|war))"
    rf"|(?:in|near|across|around|outside|inside|throughout)\s{_PLACE})",
    re.IGNORECASE,
)


_EVENTS = (
    r"(?:attack|strike|airstrike|blast|bombing|explosion|raid|clash|crash|shelling|fighting|media"
    r"|monitor|battle|shooting|fire|advance|operation)(?:e?s)?"
)
_EVENT = re.compile(rf"\b{_EVENTS}$", re.IGNORECASE)
_EVENT_NEXT = re.compile(rf"\s+(?:[a-z]+\s+)?{_EVENTS}\b", re.IGNORECASE)
"""Headlines in capitals: "in Rocket Attack" is no place, nor is "in a Russian"."""


def scope_after(text: str, ends: list[int]) -> str:
    """The narrowing phrase right behind the figure or behind what befell it; else empty."""
    for end in ends:
        if match := SCOPES.match(text[end : end + 80]):
            scope: str = match["scope"].strip()
            cut_short = _EVENT_NEXT.match(text[end + match.end() :])
            return "" if cut_short or _EVENT.search(scope) else scope
    return ""
