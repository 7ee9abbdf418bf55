"""Where a victim was hit: two parts of the body for one wound."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from reconcile.facts.cues import parted
from reconcile.facts.subjects import one_person
from reconcile.findings import Alignment, Finding, Match, held
from reconcile.views import REMEMBERED, View

SAME_STORY = 0.3
"""Least probability of one story for two wounds to be of one victim."""

_PARTS = (
    "head face neck chest back shoulder arm hand leg foot stomach abdomen torso thigh ankle hip "
    "wrist elbow knee buttocks groin side eye jaw throat finger"
)
_PART = "|".join(_PARTS.split())
_SIDED = r"(?:(?:upper|lower|left|right) )*"
_NOT = (
    rf"(?! (?:yard|seat|door|room|porch|alley|lot|street|of (?!(?:the |his |her )?(?:{_PART})\b)))"
)
"""After what is no part of a body: "in the back of a car"."""
_BESIDES = "above|below|behind|near|under|beneath"
_HIT = re.compile(
    r"\b(?:shot|hit|struck|wound\w*|grazed|stabbed|bullet\w*)\b[\w\s,-]{0,40}?"
    rf"\b(?:in|to|through|(?P<besides>{_BESIDES})) "
    rf"(?:the|his|her|their|both|one|an?)? ?{_SIDED}(?P<part>{_PART})s?\b{_NOT}"
    rf"(?P<more>(?:(?:,| and|, and| of) (?:the |his |her |their |upper |lower |left |right ){{0,3}}"
    rf"(?:{_PART})s?\b){{0,4}})",
    re.IGNORECASE,
)
_STRUCK = re.compile(
    r"\b(?:hit|hitting|struck|striking|grazed|grazing|pierced|piercing|entered) (?:the|his|her) "
    rf"{_SIDED}(?P<part>{_PART})s?\b{_NOT}",
    re.IGNORECASE,
)
_WITHIN = tuple(
    frozenset(row.split())
    for row in (
        "head face eye jaw",
        "neck throat jaw",
        "torso chest back side stomach abdomen groin",
        "stomach abdomen side",
        "chest side",
        "leg thigh knee ankle foot",
        "leg thigh hip groin buttocks",
        "arm hand wrist elbow finger",
        "arm shoulder",
    )
)
"""Parts of which one outlet may name one for another: a face belongs to a head."""

_WHOLES = frozenset({"torso"})
"""Parts that stand only for what lies in them: a back and a chest both lie in a torso, and are
two places."""

_BESIDE = tuple(
    frozenset(row.split())
    for row in (
        "head neck throat",
        "back chest shoulder side torso stomach abdomen",
        "arm shoulder chest",
        "hip side",
    )
)
"""Parts that lie beside each other: doctors and the police may name two for one wound."""


@functools.lru_cache(maxsize=REMEMBERED)
def wounds(text: str) -> frozenset[str]:
    """The parts of a body that a text says were hit; empty when it says of none."""
    found = {match["part"].casefold() for match in _STRUCK.finditer(text)}
    for match in _HIT.finditer(text):
        part = match["part"].casefold()
        found.add(f"{match['besides'].casefold()} the {part}" if match["besides"] else part)
        found.update(re.findall(_PART, match["more"].casefold()))
    return frozenset(found)


def compare_wounds(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """One part hit in each claim, and not the same; nothing where either names several."""
    first, second = wounds(a.claim.text), wounds(b.claim.text)
    if len(first) != 1 or len(second) != 1 or first == second or _one_part(first | second):
        return
    if alignment.story < SAME_STORY or parted(a, b, alignment):
        return
    who = one_person(a, b)
    if who is Match.DIFFERS or second <= _told(a) or first <= _told(b):
        return  # another victim, or one who was hit in both
    values = next(iter(first)), next(iter(second))
    signs = {
        "same_patient": who is Match.SAME,
        "wound": True,
        "beside": any(first | second <= group for group in _BESIDE),
    }
    reason = f"{values[0]} against {values[1]} as where the victim was hit"
    yield Finding("conflict", "place", values, reason, 0.5, held(signs))


def _one_part(parts: frozenset[str]) -> bool:
    """Whether two parts may be one: the one lies in the other, or goes by its name. What is hit
    above the eye is not hit in the eye, but is in the head."""
    parts = frozenset(part.split()[-1] for part in parts)
    if len(parts) == 1:
        return False
    return any(parts <= group and (parts & _WHOLES or not group & _WHOLES) for group in _WITHIN)


def _told(view: View) -> frozenset[str]:
    """The parts that the article says were hit, of whomever."""
    return wounds(view.article.text)
