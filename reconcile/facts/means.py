"""How it was done: one act in two ways that exclude each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reconcile.facts.subjects import one_person
from reconcile.facts.ways import QUESTIONS, ways
from reconcile.findings import Alignment, Finding, Match, held
from reconcile.ties import PARTINGS, TIES
from reconcile.views import View

FAR = 1.5
"""Ratio of two numbers of dead from which on they are of two attacks."""

FEW = 4
"""Counts up to which two attacks may well share."""

ONE_STORY = 0.97
"""Least probability of one story for two articles to tell of one attack alone."""

ONE_ATTACK = 3
"""Least points for two ways of one attack."""

_HARM = ("killed", "injured", "shot")
_NO: frozenset[str] = frozenset()
_ARMED = frozenset({"weapon", "approach", "motive", "death"})
"""Questions whose answers may both be so where both articles give them: he had two guns."""
_OF_INSURGENTS = frozenset({"suicide bomber", "car bomb", "planted device"})
_OF_ARMIES = frozenset({"air strike", "barrel bombs"})
_INSURGENT = re.compile(
    r"\b(?:(?:terrorist|rebel|militant|insurgent|jihadi(?:st)?|opposition|"
    r"guerrilla|separatist)s?(?![- ](?:held|controlled))\b[\w -]{0,30}(?:rocket|shell|mortar|"
    r"missile|"
    r"attack|fired?|blast|bomb))",
    re.IGNORECASE,
)
_ARMY = re.compile(
    r"\b(?:government|regime|army|military|coalition|troops)(?![- ](?:held|"
    r"controlled))\b[\w -]{0,20}"
    r"(?:strike|shell|fired?|bomb|missile|rocket|attack)",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:unclear|unknown|whether|not (?:immediately )?(?:say|known|clear|sure)|investigating|"
    r"under investigation|possib(?:ly|le)|if (?:he|she|it|the))\b",
    re.IGNORECASE,
)
_SINGLE = re.compile(
    r"\b(?:an?|the|one)(?: [\w-]+){0,3} (?:missile|rocket|shell|mortar|bomb|blast|explosion|raid|"
    r"(?:air ?)?strike|attack|bomber|device|bombing|warplane|jet|drone|helicopter)\b(?!s)",
    re.IGNORECASE,
)
"""One of it, where a campaign has many."""


def compare_means(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """Two ways of one act that exclude each other; nothing where both name one as well, or where
    nothing ties the two to one act."""
    first, second = ways(a.claim.text), ways(b.claim.text)
    asked = [name for name in first if name in second]
    if not asked or alignment.time.match is Match.DIFFERS:
        return
    if _OPEN.search(a.claim.text) or _OPEN.search(b.claim.text):
        return
    for name in asked:
        values = _rivals(name, first[name], second[name])
        if values is None:
            continue
        signs = _signs(name, values, a, b, alignment)
        if signs is not None:
            reason = f"{values[0]} against {values[1]} as the way it happened"
            yield Finding("conflict", "manner", values, reason, 0.5, signs)


def _rivals(name: str, a: frozenset[str], b: frozenset[str]) -> tuple[str, str] | None:
    """The two ways that exclude each other; ``None`` for none, or where both name one."""
    apart = QUESTIONS[name].apart
    found = [(x, y) for x in sorted(a) for y in sorted(b) if (x, y) in apart or (y, x) in apart]
    return min(found, key=sorted) if found and not a & b else None  # whoever is asked first


def _signs(
    name: str, values: tuple[str, str], a: View, b: View, alignment: Alignment
) -> frozenset[str] | None:
    """What ties the two to one act; ``None`` where it is not enough."""
    personal = QUESTIONS[name].personal
    both = ways(a.article.text).get(name, _NO) & ways(b.article.text).get(name, _NO)
    signs = {
        "same_happening": alignment.happening.match is Match.SAME,
        "same_object": alignment.participants.match is Match.SAME,
        "same_place": alignment.place.match is Match.SAME,
        "same_count": bool(_counts(a) & _counts(b)),
        "both_told": bool({*values} & both),
        f"asked_{name}": True,
    }
    if personal:
        who = one_person(a, b)
        signs["same_who"] = who is Match.SAME
        tied = who is not Match.DIFFERS and not (signs["both_told"] and name in _ARMED)
    else:
        tied = _one_attack(signs, values, a, b, alignment)
    return held(signs) if tied else None


def _one_attack(
    signs: Mapping[str, bool], values: tuple[str, str], a: View, b: View, alignment: Alignment
) -> bool:
    """Whether enough speaks for one attack: a war has many of a day, and outlets tell of others."""
    if alignment.place.match is Match.DIFFERS or "aside" in alignment.ties:
        return False
    if _uncounted(a, b) or not (_SINGLE.search(a.claim.text) or _SINGLE.search(b.claim.text)):
        return False
    points = 2 * signs["same_count"] + signs["same_place"] + signs["same_object"]
    points += (
        signs["same_happening"] + (not signs["both_told"]) + bool(alignment.ties & TIES.keys())
    )
    told = alignment.story >= ONE_STORY
    points += told
    led = {"names_differ"} if told or "lead_both" in alignment.ties else set()
    points -= len(alignment.ties & PARTINGS.keys() - led)
    sides = _side(values[0], a.claim.text), _side(values[1], b.claim.text)
    return points >= ONE_ATTACK + 2 * ("" not in sides and sides[0] != sides[1])


def _side(way: str, text: str) -> str:
    """Whose attack it reads like: insurgents have no planes, and armies no suicide bombers."""
    if way in _OF_INSURGENTS or _INSURGENT.search(text):
        return "insurgents"
    return "an army" if way in _OF_ARMIES or _ARMY.search(text) else ""


def _uncounted(a: View, b: View) -> bool:
    """Whether the two count the dead of two attacks: numbers too far apart for one."""
    for role in _HARM:
        first = [f.low for f in a.claim.figures if f.role == role]
        second = [f.low for f in b.claim.figures if f.role == role]
        if first and second and all(max(x, y) > FAR * min(x, y) for x in first for y in second):
            return True
    return False


def _counts(view: View) -> frozenset[tuple[str, float]]:
    """How many came to harm, where more than a few did: two attacks of one day seldom share it."""
    return frozenset((f.role, f.low) for f in view.claim.figures if f.role in _HARM and f.low > FEW)
