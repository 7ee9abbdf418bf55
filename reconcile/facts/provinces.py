"""Provinces and towns: what the sentences of two counts say themselves of where each counts."""

from __future__ import annotations

import functools
import re

from claims.records import Figure
from reconcile.facts.scenes import here_or_before, place_sounds, places_in, sounds_of
from reconcile.facts.two_figures import Two
from reconcile.sentences import sentence_at
from reconcile.views import REMEMBERED, View

# No longer than a name is: a word of quotes and hyphens begins a name at each of them.
_NAME = r"(?<![\w'’-])(?:[A-Z][\w'’-]{1,40} )?[A-Z][\w'’-]{1,40}"


def _called(kinds: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What goes by such a word: "the province of Norland", "Norland province"."""
    return (
        re.compile(rf"\b(?i:{kinds}) of (?:the )?({_NAME})"),
        re.compile(rf"\b({_NAME})(?:['’]s)? (?i:{kinds})\b(?! of\b)"),
    )


_PROVINCES = _called("province|governorate|countryside|county")
_TOWNS = _called("city|town")

_TOWN = re.compile(
    r"\b(?:city|town|village|neighbou?rhood|district|suburb|quarter|camp)s?\b", re.IGNORECASE
)
_A_TOWN = rf"(?i:city|town|village) of {_NAME}"
_TOWNS_JOINED = re.compile(rf"\b{_A_TOWN},? and (?:[\w-]+ ){{0,5}}{_A_TOWN}")


@functools.lru_cache(maxsize=REMEMBERED)
def provinces(sentence: str) -> frozenset[str]:
    """The names of provinces, as such, in a sentence: as sounds."""
    return _named(_PROVINCES, sentence)


@functools.lru_cache(maxsize=REMEMBERED)
def _towns(text: str) -> frozenset[str]:
    """The names of what a text calls a town, as sounds."""
    return _named(_TOWNS, text)


def _named(patterns: tuple[re.Pattern[str], ...], text: str) -> frozenset[str]:
    found = (match[1] for pattern in patterns for match in pattern.finditer(text))
    return frozenset().union(*(place_sounds(name) for name in found))


def in_province(two: Two) -> bool:
    """Whether the higher is told of a province, of no town in it or of several, and the lower of a
    town that bears its name, or whose article tells of that province."""
    (low, fewer), (high, more) = two.by_number
    if fewer.low == more.low:
        return False
    wide, narrow = (
        sentence_at(view.article.text, figure.start)
        for view, figure in ((high, more), (low, fewer))
    )
    named, several = provinces(wide), bool(_TOWNS_JOINED.search(wide))
    if not named or provinces(narrow) or (_TOWN.search(wide) and not several):
        return False
    if not _TOWN.search(narrow) and not sounds_of(narrow) & named & _towns(low.article.text):
        return False
    if not several and any(not place & named for place in places_in(high, more)):
        return False  # it tells of a town in that province after all
    return not named.isdisjoint(sounds_of(f"{low.article.title} {low.article.text}"))


def two_towns(two: Two) -> bool:
    """Whether one article tells of the two in two towns, each called so beside its number: a
    round-up goes from town to town, and who disputes a number names one town only."""
    if two.a.article.id != two.b.article.id:
        return False
    mine, theirs = _towns_beside(two.a, two.fa), _towns_beside(two.b, two.fb)
    return bool(mine) and bool(theirs) and not mine & theirs


def _towns_beside(view: View, figure: Figure) -> frozenset[str]:
    """The towns of a figure's sentence; else of the one before it."""
    text = view.article.text
    return here_or_before(text, figure.start, lambda first, last: _towns(text[first:last]))
