"""Streets of one happening: two claims that place it in streets the other's article never names."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Iterator

from rapidfuzz.fuzz import ratio

from reconcile.facts.addresses import KINDS, LIKE_NAME
from reconcile.facts.cues import HARM, parted, told_of
from reconcile.facts.one_event import may_be_one
from reconcile.findings import Alignment, Finding, Match, held
from reconcile.views import REMEMBERED, View

SAME_STORY = 0.6
"""Least probability of one story for two streets to be of one happening."""

_KIND = "|".join(
    sorted({*KINDS, *KINDS.values()} - {"court", "ct", "place", "pl", "sq"}, key=len, reverse=True)
)
_SIDES = r"(?:(?:(?:North|South)(?:east|west)?|East|West|[NSEW]|NE|NW|SE|SW)\.? )?"
_WORD = rf"(?:\d{{1,3}}(?:st|nd|rd|th)\b|(?!(?i:{_KIND})\b)[A-Z][\w'’-]{{1,30}})"
_NAME = rf"(?!(?:The|In|At|On|Near|From|Police|A|An)\b)({_WORD}(?: {_WORD})?)"
_HOUSE = (
    r"(?! (?:[A-Z][\w'’-]* )?(?:Chapel|Church|Mosque|Temple|School|Elementary|Baptist|Bridge|Bar|"
    r"Station|Market|Mall|Park|Hospital|Clinic|Apartments|Grill|Cafe|Theat(?:er|re)|Library|Pub|Inn|"
    r"Mission|Shelter|Hotel|Tavern|Cent(?:er|re)|Plaza|Towers?|Gang|Crew)\b)"
)
"""No house or body that a street gave its name: "First Street Chapel"."""
_STREET = re.compile(
    rf"(?:block of|on|at|near|in|off|along|and|of|to|from) {_SIDES}{_NAME} (?i:({_KIND}))\b\.?"
    rf"{_HOUSE}"
)
_PLACE = re.compile(rf"\b(?:North|South|East|West) {_NAME} (Place)\b")
"""A place that is a street by its side; any other may be anything."""
_BLOCK = re.compile(rf"\bblock of {_SIDES}{_NAME}(?=\W|$)")
_BOTH = re.compile(rf"\b{_SIDES}{_NAME} and {_SIDES}{_NAME} (?i:({_KIND}))s\b")

_NUMBERED = {
    word: number
    for number, word in zip(
        "1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 11th 12th".split(),
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(),
        strict=True,
    )
}
"""A street's number in words, and as it is written else."""

_LIES = re.compile(r"\blocated\b|\bintersection of\b|\bcorner of\b", re.IGNORECASE)
"""What is said of where the scene lies, apart from what happened there."""


@dataclasses.dataclass(frozen=True, slots=True)
class Street:
    """A street as a text names it."""

    name: str
    """Without its side and its kind, casefolded."""
    kind: str
    """``avenue``, in full; empty where it goes without."""
    text: str
    start: int
    end: int


@functools.lru_cache(maxsize=REMEMBERED)
def streets(text: str) -> tuple[Street, ...]:
    """The streets a text names after a word of place, in order; each name once."""
    found: dict[str, Street] = {}
    for pattern in (_STREET, _BOTH, _PLACE, _BLOCK):
        for match in pattern.finditer(text):
            for group in (1, 2) if pattern is _BOTH else (1,):
                name = match[group].casefold()
                name = _NUMBERED.get(name, name)
                end = match.end() if pattern is not _BLOCK else match.end(group)
                written = text[match.start(group) : end]
                kind = "" if pattern is _BLOCK else match[match.re.groups].casefold()
                street = Street(name, KINDS.get(kind, kind), written, match.start(group), end)
                found.setdefault(name, street)
    return tuple(sorted(found.values(), key=lambda street: street.start))


def in_other_streets(a: View, b: View) -> bool:
    """Whether each claim names streets, and none in common."""
    mine, theirs = ({s.name for s in streets(v.claim.text)} for v in (a, b))
    return bool(mine) and bool(theirs) and not mine & theirs


def compare_streets(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """The streets of one attack, where no street is named in both articles."""
    first, second = _struck(a.claim.text), _struck(b.claim.text)
    if not first or not second or alignment.story < SAME_STORY:
        return
    if parted(a, b, alignment) or not may_be_one(a, b, alignment):
        return
    of_kinds = _of_two_kinds(a, b, first, second)
    if of_kinds is None:
        if any(_one_street(one.name, other.name) for one in first for other in second):
            return
        if _knows(a, second) or _knows(b, first):
            return  # a street that crosses, or another happening
    one, other = of_kinds or (first[0], second[0])
    signs = {
        "street_kind": of_kinds is not None,
        "streets": True,
        "corner": len(first) > 1 or len(second) > 1,
        "same_happening": alignment.happening.match is Match.SAME,
    }
    values = one.text, other.text
    reason = f"{values[0]} against {values[1]} as the street it happened in"
    yield Finding("conflict", "place", values, reason, 0.4, held(signs))


def _kinds(view: View, name: str) -> set[str]:
    """What the article says after a street's name, in full."""
    after = re.findall(rf"\b{re.escape(name)} (\w+)", view.article.text.casefold())
    return {KINDS.get(word, word) for word in after}


@functools.lru_cache(maxsize=REMEMBERED)
def _struck(text: str) -> tuple[Street, ...]:
    """The streets of an attack, or of a call for help because of one."""
    named = streets(text)
    lies = bool(_LIES.search(text))
    told = ((s, told_of(text, s.start, s.end)) for s in named)
    return tuple(s for s, of in told if of in HARM or (lies and of in ("", "found")))


def _of_two_kinds(
    a: View, b: View, first: tuple[Street, ...], second: tuple[Street, ...]
) -> tuple[Street, Street] | None:
    """A street of one name that is an avenue in one article and a place in the other; ``None``
    where there is none, or where either article has both."""
    for one in first:
        for other in second:
            if one.name != other.name or not one.kind or not other.kind or one.kind == other.kind:
                continue
            if other.kind not in _kinds(a, one.name) and one.kind not in _kinds(b, one.name):
                return one, other
    return None


def _one_street(a: str, b: str) -> bool:
    return ratio(a, b) >= LIKE_NAME or bool(set(a.split()) & set(b.split()))


def _spellings(name: str) -> tuple[str, ...]:
    return (name, *(word for word, number in _NUMBERED.items() if number == name))


def _knows(view: View, named: tuple[Street, ...]) -> bool:
    """Whether the article names one of the streets, as such or in passing."""
    text = view.article.text.casefold()
    return any(name in text for street in named for name in _spellings(street.name))
