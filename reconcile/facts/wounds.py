"""Where a victim was hit: two parts of the body for one wound."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from reconcile.facts.subjects import one_person
from reconcile.findings import Alignment, Finding, Match, held
from reconcile.views import REMEMBERED, View

_PARTS = (
    "head face neck chest back shoulder arm hand leg foot stomach abdomen torso thigh ankle hip "
    "wrist elbow knee buttocks groin side eye jaw throat finger"
)
_PART = "|".join(_PARTS.split())
_HIT = re.compile(
    r"\b(?:shot|hit|struck|wound\w*|grazed|stabbed|bullet\w*)\b[\w\s,-]{0,40}?\b(?:in|to) "
    rf"(?:the|his|her|their|both|a)? ?(?:(?:upper|lower|left|right) )*({_PART})s?\b"
    rf"((?:(?:,| and|, and| of) (?:the |his |her |their |upper |lower |left |right ){{0,3}}"
    rf"(?:{_PART})s?\b){{0,4}})",
    re.IGNORECASE,
)
_NEAR = tuple(
    frozenset(row.split())
    for row in (
        "head face eye jaw neck throat",
        "stomach abdomen torso chest side back groin hip buttocks shoulder",
        "leg thigh knee ankle foot hip buttocks",
        "arm hand wrist elbow finger shoulder",
    )
)
"""Parts that one outlet may name for another: a face belongs to a head."""


@functools.lru_cache(maxsize=REMEMBERED)
def wounds(text: str) -> frozenset[str]:
    """The parts of a body that a text says were hit; empty when it says of none."""
    found = set()
    for match in _HIT.finditer(text):
        found.add(match[1].casefold())
        found.update(re.findall(_PART, match[2].casefold()))
    return frozenset(found)


def compare_wounds(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """One part hit in each claim, and not the same; nothing where either names several."""
    first, second = wounds(a.claim.text), wounds(b.claim.text)
    if len(first) != 1 or len(second) != 1 or any(first | second <= group for group in _NEAR):
        return
    who = one_person(a, b)
    if who is Match.DIFFERS:
        return
    values = next(iter(first)), next(iter(second))
    signs = {
        "same_patient": who is Match.SAME,
        "wound": True,
    }
    reason = f"{values[0]} against {values[1]} as where the victim was hit"
    yield Finding("conflict", "place", values, reason, 0.5, held(signs))
