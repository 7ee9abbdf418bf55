"""Where a person is from: one name in two claims, with two streets or towns after it."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Iterator

from rapidfuzz.fuzz import ratio

from reconcile.facts.addresses import KINDS, LIKE_NAME
from reconcile.findings import Alignment, Finding, held
from reconcile.views import REMEMBERED, View

_CAP = r"[A-Z][\w'’.-]{1,30}"
_KIND = "|".join(sorted({*KINDS, *KINDS.values()}, key=len, reverse=True))
_FROM = re.compile(
    rf"(?P<old>\d-year-old (?:[a-z]+ ){{0,3}})?"
    rf"(?P<name>{_CAP}(?: {_CAP}){{1,3}})(?P<age>,? ?\(?\d{{1,2}}\)?)?,? "
    r"(?:of|from|who lives? (?:in|on|at))"
    r" (?:the (?P<block>\d{1,5}) block of )?(?:\d{1,5} )?"
    rf"(?P<place>(?:\d{{1,3}}(?:st|nd|rd|th)|{_CAP})(?: {_CAP}){{0,2}})(?P<land>, {_CAP})?"
)
_BODIES = re.compile(
    r"\b(?:University|Department|Bank|City|Church|Ministry|Bureau|Institute|College|State|Board|"
    r"Office|Council|Court|School|House|Army|Front|Club|County|Police|Union|Center|Centre|Town|"
    r"Republic|Kingdom|Bishop|President|Governor|Mayor|Secretary|Chief|Lady|Gulf|Bay|Lake)$"
)
_KINDS = {*KINDS, *KINDS.values()}
_STREET = re.compile(rf"\b(?i:{_KIND})\.?$")


@dataclasses.dataclass(frozen=True, slots=True)
class Resident:
    """A person and where the person is from."""

    name: str
    place: str
    street: bool
    land: str = ""
    """What the town is said to lie in."""


@functools.lru_cache(maxsize=REMEMBERED)
def residents(text: str) -> tuple[Resident, ...]:
    """The persons a text names with where they are from, in order.

    A name of a body is none, nor is a name with a town after it but without an age.
    """
    found = []
    for m in _FROM.finditer(text):
        street = bool(m["block"] or _STREET.search(m["place"]))
        if _BODIES.search(m["name"]) or not (street or m["age"] or m["old"]):
            continue
        land = (m["land"] or "").strip(" ,.")
        found.append(Resident(m["name"].casefold(), m["place"].strip(" ."), street, land))
    return tuple(found)


def compare_residences(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """Two streets, or two towns, that one person is from; nothing where an article tells both."""
    for one in residents(a.claim.text):
        for other in residents(b.claim.text):
            if one.street != other.street or not _one_person(one.name, other.name):
                continue
            if _one_place(one.place, other.place) or _lies_in(one, other) or _lies_in(other, one):
                continue
            if _knows(a, other) or _knows(b, one):
                continue
            signs = held({"home": True, "street": one.street})
            values = one.place, other.place
            reason = f"{values[0]} against {values[1]} as where one person lives"
            yield Finding("conflict", "place", values, reason, 0.6, signs, one.street)


def _lies_in(one: Resident, other: Resident) -> bool:
    """Whether the one's town is said to lie in what the other is said to be from."""
    return bool(one.land) and _one_place(one.land, other.place)


def _knows(view: View, told: Resident) -> bool:
    """Whether an article says of the same one that he is from there too; of a street it is enough
    that it is named: of a town a story is told that happened there."""
    text = view.article.text
    if told.street:
        return told.place in text
    return any(
        _one_person(r.name, told.name) and _one_place(r.place, told.place) for r in residents(text)
    )


def _one_person(a: str, b: str) -> bool:
    return a.split()[-1] == b.split()[-1] and a.split()[0] == b.split()[0]


def _one_place(a: str, b: str) -> bool:
    """Whether two names may be of one place: alike, or one with a word of the other."""
    mine, theirs = (
        [w for w in re.findall(r"\w+", p.casefold()) if w not in _KINDS] for p in (a, b)
    )
    return bool({*mine} & {*theirs}) or ratio(" ".join(mine), " ".join(theirs)) >= LIKE_NAME
