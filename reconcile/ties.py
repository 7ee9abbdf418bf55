"""What ties two claims to one happening within a story, and what holds them apart.

An article tells of several attacks; that two articles tell one story is not enough. Each tie is
a question with a yes or a no; what an answer is worth is learnt (``reconcile.weighing``).
"""

from __future__ import annotations

from collections.abc import Callable

from claims.records import Claim
from reconcile.asides import other_incident
from reconcile.findings import Alignment, Match
from reconcile.views import View, telling
from reconcile.wars import of_one_war

LIKE_DISPUTE = 0.75
"""Least likeness of two claims of one article whose speakers give rival values."""

SAME_STORY = 0.8
"""Least probability of one story for what leads two articles, or their day, to be of one event."""

SAME_WORDS = 0.9
"""Likeness from which on two claims are one sentence, told again on another day."""

ANY_STORY = 0.5
LIKE_TIED = 0.7
"""The same for claims at least so alike."""


OTHER_INCIDENT = "other_incident"
"""The parting that leaves no room for a clash (``reconcile.asides``)."""


ONE_WAR = "one_war"
"""The tie of two claims of which nothing of the day's events parts them (``reconcile.wars``)."""


def ties(a: View, b: View, alignment: Alignment) -> frozenset[str]:
    """The names of the ``TIES`` and ``PARTINGS`` that hold of two claims."""
    found = frozenset(
        name
        for table in (TIES, PARTINGS)
        for name, holds in table.items()
        if holds(a, b, alignment)
    )
    return found - PARTINGS.keys() if ONE_WAR in found else found


def tied(a: View, b: View, alignment: Alignment) -> bool:
    """Whether something ties the two to one happening and nothing holds them apart."""
    if a.article.id == b.article.id:
        apart = alignment.place.match is Match.DIFFERS or a.aside or b.aside
        return not apart and two_voices(a, b) and alignment.likeness >= LIKE_DISPUTE
    unnamed = not a.names and not b.names  # what both only inherit does not part them
    passed = {"aside", "names_differ"} if unnamed else {"aside"}
    if alignment.ties & (PARTINGS.keys() - passed):
        return False
    if a.aside or b.aside:
        return alignment.place.match is Match.SAME
    return bool(alignment.ties & TIES.keys())


def _lead_both(a: View, b: View, alignment: Alignment) -> bool:
    return a.leading and b.leading and alignment.story >= SAME_STORY


def _alike(a: View, b: View, alignment: Alignment) -> bool:
    return alignment.likeness >= LIKE_TIED and alignment.story >= ANY_STORY


def _same_day(a: View, b: View, alignment: Alignment) -> bool:
    return alignment.time.match is Match.SAME and alignment.story >= SAME_STORY


def _same_names(a: View, b: View, alignment: Alignment) -> bool:
    return telling(a, (a.names & b.names) | (a.places & b.places))


def two_voices(a: View, b: View) -> bool:
    """Whether each is told by a speaker of its own."""
    voices = {voice(a.claim), voice(b.claim)}
    return "" not in voices and len(voices) == 2


def voice(claim: Claim) -> str:
    """Who says it, casefolded; empty for the outlet's own voice."""
    return claim.speaker.name.casefold() if claim.speaker else ""


def _names_differ(a: View, b: View, alignment: Alignment) -> bool:
    return alignment.names.match is Match.DIFFERS


def _other_day(a: View, b: View, alignment: Alignment) -> bool:
    """Whether the two are told of two single days: each day of a war has its toll."""
    if a.day is None or b.day is None or alignment.likeness >= SAME_WORDS:
        return False
    return a.day.days == b.day.days == 1 and a.day.gap(b.day) > 0


def _other_place(a: View, b: View, alignment: Alignment) -> bool:
    """Whether each names a telling place or body that the other's article says nothing of."""
    return _stands_alone(a, b) and _stands_alone(b, a)


def _stands_alone(own: View, other: View) -> bool:
    named = {n for n in own.names | own.places if telling(own, (n,))}
    about = other.names | other.places | other.before | other.scene
    return bool(named) and not named & about


def _aside(a: View, b: View, alignment: Alignment) -> bool:
    return a.aside or b.aside


def _other_incident(a: View, b: View, alignment: Alignment) -> bool:
    return other_incident(a, b)


Test = Callable[[View, View, Alignment], bool]

TIES: dict[str, Test] = {
    "lead_both": _lead_both,
    "alike": _alike,
    "same_day": _same_day,
    "same_names": _same_names,
    ONE_WAR: lambda a, b, alignment: of_one_war(a, b),
}
"""Both lead their articles, or the claims are alike, or name the same day of one story, or share
a telling name of their own, or give the total of one war."""

PARTINGS: dict[str, Test] = {
    "names_differ": _names_differ,
    "other_day": _other_day,
    "other_place": _other_place,
    "aside": _aside,
    OTHER_INCIDENT: _other_incident,
}
"""They name nothing in common, or tell of two single days, or of two places, or one of them
turns to something else, or is surely of another incident than its article's own."""
