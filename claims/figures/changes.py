"""Counts that a text says have changed: "rose from 12 to 31", "bringing the total to 112"."""

from __future__ import annotations

import re
from itertools import pairwise

from claims.figures.draft import Draft

EARLIER = "earlier"
"""Scope of a value that the text itself calls past."""
TOTAL = "in total"
"""Scope of a count of which another in the sentence is only the latest part."""

_FROM = re.compile(r"\bfrom\s+(?:an?\s(?:initial|earlier|previous)\s)?$", re.IGNORECASE)
_TO = re.compile(r"\s+(?:people\s|dead\s)?to\s+(?:at\sleast\s)?$", re.IGNORECASE)
_TOTAL_TO = re.compile(
    r"\b(?:bring(?:s|ing)?|brought|rais(?:ed?|es|ing)|tak(?:es?|ing)|took|push(?:ed|es|ing)?)\s"
    r"(?:the\s|its\s|their\s)?(?:[a-z]+\s)?(?:total|toll|number|tally|count)\b[^.;]{0,60}?\bto\s+$",
    re.IGNORECASE,
)


def tell_changes(text: str, drafts: list[Draft]) -> None:
    """Marks past values and totals by their scope, and gives them role and noun; changes them."""
    for before, after in pairwise(d for d in drafts if not d.unit):
        gap = text[before.end : after.start]
        if after.role and _TO.fullmatch(gap) and _FROM.search(text[: before.start]):
            _same_count(after, before, EARLIER)
        elif before.role and _FROM.fullmatch(gap.lstrip()):
            _same_count(before, after, EARLIER)
        elif before.role and _TOTAL_TO.search(text[: after.start]):
            _same_count(before, after, TOTAL)


def _same_count(known: Draft, other: Draft, scope: str) -> None:
    other.role = other.role or known.role
    other.noun = other.noun or known.noun
    other.bare, other.scope = False, other.scope or scope
