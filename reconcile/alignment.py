"""Two claims laid side by side, part by part."""

from __future__ import annotations

import dataclasses

from claims.records import Happening
from reconcile.findings import Alignment, Match, Part
from reconcile.ties import ties
from reconcile.views import View, telling
from reconcile.wars import of_one_war

FAR_DAYS = 2
"""Days beyond which even a day that a claim only inherits from its story parts two claims."""

NEAR_DAYS = 1
"""Days that two accounts of one happening may lie apart: night falls between them."""


WAR_STORY = 0.95
"""Least probability of one story for two totals of one war."""


def align(a: View, b: View, story: float, likeness: float) -> Alignment:
    """Compares two claims part by part.

    Args:
        a: One claim.
        b: The other.
        story: How surely their articles tell of one story, 0 to 1.
        likeness: Cosine of their embeddings.
    """
    shorter = min(len(a.words), len(b.words))
    alignment = Alignment(
        story=story,
        likeness=likeness,
        words=len(a.words & b.words) / shorter if shorter else 0.0,
        rare=_rare(a, b),
        time=_time(a, b),
        place=_sets(a.places, b.places),
        names=_names(a, b),
        means=_sets(a.means, b.means),
        participants=_participants(a, b),
        happening=_happening(a.claim.happening, b.claim.happening),
        ties=frozenset(),
    )
    if of_one_war(a, b):
        alignment = _over_a_war(alignment)
    return dataclasses.replace(alignment, ties=ties(a, b, alignment))


def _over_a_war(alignment: Alignment) -> Alignment:
    """Two totals of one war: the war is their story, and the days, places and names of what their
    articles tell otherwise do not part them."""
    parts = {
        name: dataclasses.replace(part, match=Match.COMPATIBLE)
        for name in ("time", "place", "names", "means")
        if (part := getattr(alignment, name)).match is Match.DIFFERS
    }
    return dataclasses.replace(alignment, story=max(alignment.story, WAR_STORY), **parts)


def _rare(a: View, b: View) -> float:
    """Rarity of the names in common; those of the two stories count half."""
    own = a.setting & b.setting
    scene = (a.setting | a.scene) & (b.setting | b.scene) - own
    return sum(a.rarity[n] for n in own) + sum(a.rarity[n] for n in scene) / 2


def _time(a: View, b: View) -> Part:
    """Days of both. A day taken from the story parts two claims only when it is far off."""
    values = str(a.day or ""), str(b.day or "")
    if a.day is None or b.day is None:
        return Part(Match.MISSING, *values)
    gap = a.day.gap(b.day)
    told = a.event is not None and b.event is not None
    if gap > (NEAR_DAYS if told else FAR_DAYS):
        return Part(Match.DIFFERS, *values)
    same = told and gap == 0 and a.day.days == b.day.days
    return Part(Match.SAME if same else Match.COMPATIBLE, *values)


def _sets(a: frozenset[str], b: frozenset[str]) -> Part:
    values = ", ".join(sorted(a)), ", ".join(sorted(b))
    if not a or not b:
        return Part(Match.MISSING, *values)
    return Part(Match.SAME if a & b else Match.DIFFERS, *values)


def _names(a: View, b: View) -> Part:
    """Names weighed by what they tell: the country all articles name ties no two of them."""
    shared = a.setting & b.setting
    values = ", ".join(sorted(a.setting)), ", ".join(sorted(b.setting))
    if not a.setting or not b.setting:
        return Part(Match.MISSING, *values)
    if telling(a, shared):
        return Part(Match.SAME, *values)
    apart = bool(a.setting - shared and b.setting - shared)
    # Told of one scene under other names: a street in one, its town in the other.
    if apart and not telling(a, (a.setting | a.scene) & (b.setting | b.scene)):
        return Part(Match.DIFFERS, *values)
    return Part(Match.COMPATIBLE, *values)


def _participants(a: View, b: View) -> Part:
    mine, other = a.participants, b.participants
    values = " ".join(sorted(mine)), " ".join(sorted(other))
    if not mine or not other:
        return Part(Match.MISSING, *values)
    if alike(mine, other):
        return Part(Match.SAME, *values)
    return Part(Match.COMPATIBLE if mine & other else Match.DIFFERS, *values)


def alike(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether half of the words of the shorter of two descriptions stand in the other."""
    return 2 * len(a & b) >= min(len(a), len(b)) > 0


def _happening(a: Happening | None, b: Happening | None) -> Part:
    if a is None or b is None:
        return Part(Match.MISSING, a.sense if a else "", b.sense if b else "")
    return Part(Match.SAME if a.sense == b.sense else Match.DIFFERS, a.sense, b.sense)
