"""Addresses: one street under two numbers, one number in two streets."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Iterator

from rapidfuzz.fuzz import ratio

from reconcile.facts.cues import one_kind, told_of
from reconcile.findings import Alignment, Finding, held
from reconcile.views import REMEMBERED, View

KINDS = {
    "st": "street", "ave": "avenue", "av": "avenue", "rd": "road", "blvd": "boulevard",
    "ln": "lane", "dr": "drive", "hwy": "highway", "ct": "court", "pl": "place",
    "pkwy": "parkway", "ter": "terrace", "cir": "circle", "sq": "square",
}  # fmt: skip
"""Written short and in full (U.S. Postal Service, Publication 28, appendix C1)."""

_KIND = "|".join(sorted({*KINDS, *KINDS.values(), "way"}, key=len, reverse=True))

_SIDE = {"n": "north", "s": "south", "e": "east", "w": "west"}

_WORD = rf"(?:\d{{1,3}}(?:st|nd|rd|th)\b|(?!(?i:{_KIND})\b)[A-Z][\w'’-]{{0,30}})"

_ADDRESS = re.compile(
    r"\b(?P<number>\d{1,5})(?P<block>(?:st|nd|rd|th)?(?: |-)(?:hundred )?block(?: of)?)?"
    r"(?: (?P<side>[NSEW]|North|South|East|West)\b\.?)?"
    rf" (?:(?P<name>{_WORD}(?: {_WORD}){{0,2}}) (?P<kind>(?i:{_KIND}))\b"
    rf"|(?P<alone>{_WORD})(?=\W|$))"
)
"""A number and a street's name; a block need not say what kind of street it lies in."""

_THERE = re.compile(r"\b(?:at|on|near|outside|in front of|behind) $", re.IGNORECASE)
_PEOPLE = re.compile(
    r"(?:[ae]ns?|ese|ers|enis|Carolina|Dakota|Virginia|Korea|Bank|Sea|Coast|Africa|Sudan|London|"
    r"Asia|America|Europe|Side|End|Wing|Pole|Star|Point)$"
)
"""Endings of peoples' names ("North Koreans", "South Yemenis"), and what else has a side."""
_MANY = re.compile(r"\s[a-z]+s\b")
""" "At nine North Alder schools"."""

LIKE_NAME = 75
"""Two names of streets at least so alike (rapidfuzz ratio) under one number may be one misspelt."""


@dataclasses.dataclass(frozen=True, slots=True)
class Address:
    """A place in a street."""

    number: int
    block: bool
    name: str
    kind: str
    side: str
    text: str
    span: tuple[int, int] = (0, 0)


@functools.lru_cache(maxsize=REMEMBERED)
def addresses(text: str) -> tuple[Address, ...]:
    """The street addresses in a text, in order; a number before a name alone is none.

    Before a side written out it is one where something is told to be there: "in front of 312
    North Alder", not "sanctions on 312 North Koreans".
    """
    return tuple(
        Address(
            int(m["number"]), bool(m["block"]), (m["name"] or m["alone"]).casefold(),
            KINDS.get((m["kind"] or "").casefold(), (m["kind"] or "").casefold()),
            _SIDE.get((m["side"] or "").casefold(), (m["side"] or "").casefold()),
            m[0].strip(), m.span(),
        )
        for m in _ADDRESS.finditer(text)
        if m["kind"] or m["block"] or len(m["side"] or "") == 1 or _lies_at(m)
    )  # fmt: skip


def _lies_at(match: re.Match[str]) -> bool:
    """Whether a number, a side written out and a name alone say where something is."""
    if (
        not match["side"]
        or _PEOPLE.search(match["alone"])
        or _MANY.match(match.string, match.end())
    ):
        return False
    return _THERE.search(match.string[max(0, match.start() - 16) : match.start()]) is not None


def compare_addresses(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """Two addresses that are one but for the number or the street; nothing where none are."""
    for one in addresses(a.claim.text):
        for other in addresses(b.claim.text):
            signs = _apart(one, other)
            told = told_of(a.claim.text, *one.span), told_of(b.claim.text, *other.span)
            if told.count("home") == 1:
                continue  # where somebody is from, and where it happened
            if signs is not None:
                signs |= held({"home": "home" in told, "told": one_kind(*told)})
                values = one.text, other.text
                reason = f"{values[0]} against {values[1]}: two addresses for one happening"
                yield Finding("conflict", "place", values, reason, 0.7, signs)


def _apart(a: Address, b: Address) -> frozenset[str] | None:
    """How two addresses differ; ``None`` where they are one, or two places."""
    kinds = not a.kind or not b.kind or a.kind == b.kind
    if a.name == b.name and kinds:
        if a.side and b.side and a.side != b.side:
            return frozenset({"side"})
        if a.number == b.number or _holds(a, b) or _holds(b, a):
            return None
        return frozenset({"number", "near"} if abs(a.number - b.number) <= 500 else {"number"})
    alike = a.name == b.name or ratio(a.name, b.name) >= LIKE_NAME
    if a.number == b.number and alike and a.name[0].isalpha():
        return frozenset({"street"})
    return None


def _holds(block: Address, house: Address) -> bool:
    """Whether a house stands in a block: number 119 in the 100 block, 12536 in the 12000 block."""
    size = 1000 if block.number % 1000 == 0 else 100
    return block.block and not house.block and block.number <= house.number < block.number + size
