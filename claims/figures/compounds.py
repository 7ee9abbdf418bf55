"""Counts that hide in a compound: "a triple homicide", "a double shooting", "murder-suicide"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.figures.draft import Draft

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

_TIMES = {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5, "sextuple": 6}
_ROLES = {"shooting": "shot", "stabbing": "injured", "drowning": "killed"}
"""Every other noun of the pattern says that somebody was killed. A murder-suicide has two dead
or more: vague, as nobody gives that number."""

_COMPOUND = re.compile(
    r"\b(?P<times>double|triple|quadruple|quintuple|sextuple)[- ](?P<fatal>fatal\s|deadly\s)?"
    r"(?P<event>murder-suicide|homicide|murder|slaying|killing|execution|shooting|stabbing|drowning"
    r"|suicide|fatality)\b|\b(?P<both>murder[- ]suicide)\b",
    re.IGNORECASE,
)
_ATTEMPT = re.compile(r"\battempted\s(?:\w+\s)?$", re.IGNORECASE)


def compounds(doc: Doc) -> Iterator[Draft]:
    """Drafts for the compounds of a sentence, in order; none for an attempt."""
    for match in _COMPOUND.finditer(doc.text):
        span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if span is None or _ATTEMPT.search(doc.text[max(0, match.start() - 30) : match.start()]):
            continue
        low = 2 if match["both"] else _TIMES[match["times"].lower()]
        role = "killed" if match["fatal"] else _ROLES.get((match["event"] or "").lower(), "killed")
        yield Draft(
            match.start(), match.end(), low, None if match["both"] else low,
            "vague" if match["both"] else "exact", "person", role=role, first=span.start,
            last=span.end - 1, head=span.root, explicit=True,
        )  # fmt: skip
