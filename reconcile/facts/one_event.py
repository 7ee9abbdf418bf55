"""Whether two claims that tell of one kind of happening surely tell of one happening."""

from __future__ import annotations

import functools
import re

from reconcile.facts.addresses import KINDS
from reconcile.findings import Alignment, Match
from reconcile.views import REMEMBERED, View, telling

MANY_ENOUGH = 3
"""Least count that two attacks are seldom both said to have."""

TOLD_STORY = 0.4
"""Least probability of one story for two times or days that are told in other words to be of one
thing."""

ANY_STORY = 0.15
LIKE_TOLD = 0.5
"""The same for claims at least so alike."""

SURE_STORY = 0.9
"""Least probability of one story for names anywhere in two articles to tie their claims."""

_STREETS = frozenset({*KINDS, *KINDS.values()}) - frozenset("road rd highway hwy square sq".split())
"""Words for a street whose name is known to its town alone; a war goes on along its roads."""

# No longer than a name is: a word of quotes and hyphens begins a name at each of them.
_FULL = r"(?<![\w’'-])([A-Z][\w’'-]{1,40}(?: [A-Z][\w’'.-]{0,40}){1,3})"
_NAMED = re.compile(
    rf"\b(?:identified as|named as|victims?,?(?: was| is| were)?|boy,|girl,|teen,) {_FULL}"
)
_AGED = re.compile(rf"{_FULL}, (?:age )?\d{{1,2}}\b")
_HARMED = re.compile(
    rf"{_FULL},? (?:\w+ )?(?:was|were|had been|died) (?:\w+ )?"
    r"(?:shot|killed|stabbed|wounded|struck|dead|in)\b"
)
"""How a victim is told by name."""


def least_story(alignment: Alignment, least: float = TOLD_STORY) -> float:
    """How surely two articles must tell one story for two claims in other words to be of one
    thing: so surely, or less where the claims are alike."""
    return ANY_STORY if alignment.likeness >= LIKE_TOLD else least


def one_attack(a: View, b: View, alignment: Alignment) -> bool:
    """Whether more than the words for it ties two attacks: a place, a telling name, a count."""
    if alignment.place.match is Match.SAME or "same_names" in alignment.ties:
        return True
    mine, theirs = (
        {(f.role, f.low) for f in v.claim.figures if f.role != "age" and f.low >= MANY_ENOUGH}
        for v in (a, b)
    )
    return bool(mine & theirs)


def one_scene(a: View, b: View, alignment: Alignment) -> bool:
    """Whether two articles of one story name one victim or one street.

    Places, parties and speakers do not count: a war has them in common day by day.
    """
    if alignment.story < SURE_STORY:
        return False
    return one_street(a, b) or bool(_victims(a) & _telling(a) & _telling(b))


def may_be_one(a: View, b: View, alignment: Alignment) -> bool:
    """Whether two articles surely tell of one story, or have a telling name in common: what
    neither ties is told in like words of two towns."""
    return alignment.story >= SURE_STORY or bool(_telling(a) & _telling(b))


def one_street(a: View, b: View) -> bool:
    """Whether two articles name one street, court or road among their telling names."""
    return any(_is_street(name) for name in _telling(a) & _telling(b))


def _is_street(name: str) -> bool:
    return name.rpartition(" ")[2] in _STREETS


@functools.lru_cache(maxsize=REMEMBERED)
def _telling(view: View) -> frozenset[str]:
    """The telling names of an article."""
    names = {n.name.casefold() for c in (view.claim, *view.neighbours) for n in c.names}
    return frozenset(name for name in names if telling(view, (name,)))


@functools.lru_cache(maxsize=REMEMBERED)
def _victims(view: View) -> frozenset[str]:
    """Full names of those whom an article says to have been harmed, by their age, a word for them
    or what befell them."""
    text = view.article.text
    written = {
        n.text: n.name.casefold()
        for c in (view.claim, *view.neighbours)
        for n in c.names
        if " " in n.text
    }
    found = {*_NAMED.findall(text), *_AGED.findall(text), *_HARMED.findall(text)}
    return frozenset(
        name for told, name in written.items() if any(f.startswith(told) for f in found)
    )
