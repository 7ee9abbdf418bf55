"""Where a count was made: the places told in its own sentence, else in the sentence before it.

A claim cut out of "five were killed and twenty wounded in a blast in Orsa" at times loses the place
told at the end; the sentence has it still. Places are compared by the sounds of their names, as
outlets spell them in many ways.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar

from claims.names.demonyms import COUNTRIES, is_demonym
from claims.names.spelling import form
from claims.records import Claim, Figure
from reconcile.sentences import sentence_bounds
from reconcile.views import REMEMBERED, View

if TYPE_CHECKING:
    from reconcile.facts.two_figures import Two


_WORD = re.compile(r"[^\W\d_]{3,}")

_KINDS = frozenset(
    "province governorate countryside district county region state city town village area suburb "
    "suburbs neighborhood neighbourhood street road avenue north south east west northern southern "
    "eastern western central rural camp square market hospital school mosque prison airport base "
    "island country nation the and".split()
)
"""Words of a place's name that many places have."""

_T = TypeVar("_T")

Place = frozenset[str]
"""The sounds of the words of one place's name."""


def apart(two: Two) -> bool:
    """Whether the sentences of two figures tell of two places, one of which the other's article
    says nothing of: a blast in Orsa, a blast in Mora."""
    return _unshared(two, places_in(two.a, two.fa), places_in(two.b, two.fb))


def elsewhere(two: Two) -> bool:
    """The same, where a sentence without a place has that of the sentence before it."""
    return _unshared(two, _around(two.a, two.fa), _around(two.b, two.fb))


def _unshared(two: Two, mine: frozenset[Place], other: frozenset[Place]) -> bool:
    if not mine or not other or frozenset().union(*mine) & frozenset().union(*other):
        return False
    return not _speaks_of(two.b, mine) or not _speaks_of(two.a, other)


def _speaks_of(view: View, places: frozenset[Place]) -> bool:
    told = sounds_of(f"{view.article.title} {view.article.text}")
    return any(place & told for place in places)


def places_in(view: View, figure: Figure) -> frozenset[Place]:
    """The places that a figure's own sentence tells of."""
    return _places(view, *sentence_bounds(view.article.text, figure.start))


def _around(view: View, figure: Figure) -> frozenset[Place]:
    return here_or_before(view.article.text, figure.start, functools.partial(_places, view))


def _places(view: View, first: int, last: int) -> frozenset[Place]:
    """The places that claims between two offsets are tied to."""
    return frozenset(place for c in _between(view, first, last) for place in places_of(c))


def claims_beside(view: View, figure: Figure) -> Iterator[Claim]:
    """The claims of the sentence that a figure of a claim stands in, that claim among them."""
    return _between(view, *sentence_bounds(view.article.text, figure.start))


def _between(view: View, first: int, last: int) -> Iterator[Claim]:
    """The claims that reach between two offsets."""
    return (c for c in (view.claim, *view.neighbours) if c.start < last and first < c.end)


def claims_around(view: View, told: Callable[[Claim], object]) -> tuple[Claim, ...]:
    """The claims of a claim's sentence that tell something, else those of the sentence before."""

    def found(first: int, last: int) -> tuple[Claim, ...]:
        return tuple(c for c in _between(view, first, last) if told(c))

    return here_or_before(view.article.text, view.claim.start, found)


@functools.lru_cache(maxsize=REMEMBERED)
def places_of(claim: Claim) -> frozenset[Place]:
    """The places that a claim is tied to."""
    return frozenset(_told_places(claim))


def _told_places(claim: Claim) -> Iterator[Place]:
    speaker = place_sounds(claim.speaker.name) if claim.speaker else frozenset()
    for written in claim.happening.places if claim.happening else ():
        names = [n.name for n in claim.names if n.text in written]
        if place := place_sounds(" ".join([written, *names])) - speaker:
            yield place


@functools.lru_cache(maxsize=REMEMBERED)
def sounds_of(text: str) -> Place:
    """The sounds of all words of a text with a capital."""
    return frozenset(_sound(w) for w in _WORD.findall(text) if w[0].isupper())


@functools.lru_cache(maxsize=REMEMBERED)
def place_sounds(name: str) -> Place:
    """The sounds of a name's words; a country, its people and kinds of places tell nothing."""
    words = (w for w in _WORD.findall(name) if w[0].isupper() and w.casefold() not in _KINDS)
    return frozenset(_sound(w) for w in words if not (_country(w) or is_demonym(w)))


def _country(word: str) -> bool:
    lower = word.casefold()
    return lower in COUNTRIES or lower.removesuffix("s") in COUNTRIES


@functools.lru_cache(maxsize=REMEMBERED)
def _sound(word: str) -> str:
    """A word's consonants, without what spellings of one name differ in: "Orrsah" is "Orsa"."""
    bare = word.removesuffix("s") if len(word) > 4 else word  # of a possessive whose mark is lost
    return ("a" if word[0] in "AEIOU" else "") + form(bare).skeleton


def here_or_before(text: str, at: int, told: Callable[[int, int], _T]) -> _T:
    """What is told in the sentence around an offset, else in the one before it.

    Args:
        text: An article's.
        at: The offset.
        told: What is told between two offsets; what is falsy is nothing.
    """
    first, last = sentence_bounds(text, at)
    found = told(first, last)
    if found or first == 0:
        return found
    return told(sentence_bounds(text, max(0, first - 2))[0], first)
