"""Round-ups: which of several attacks a sentence tells of, by the word it has for it."""

from __future__ import annotations

import re

from reconcile.views import View

_NTH = re.compile(
    r"\b(another|other|second|third|fourth|fifth|sixth|separate|unrelated|later)"
    r"(?: (?:fatal|deadly|nonfatal|overnight|weekend))? "
    r"(?:shooting|homicide|killing|slaying|stabbing|attack|incident|case|scene|murder)s?\b",
    re.IGNORECASE,
)
"""An attack told of beside the one that leads the article."""


def other_attacks(a: View, b: View) -> bool:
    """Whether one claim's sentence counts its attack after another, and the other's does not."""
    return bool(_NTH.search(a.sentence)) != bool(_NTH.search(b.sentence))
