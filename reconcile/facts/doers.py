"""Who harmed somebody: a man or a woman, one or two, an uncle or a friend, or himself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.records import Claim
from reconcile.facts.people import (
    HELD_FOR,
    NOBODY,
    Deed,
    Person,
    deeds,
    describe,
    everyone,
    unlike,
)
from reconcile.findings import Alignment, Finding, Match, held
from reconcile.views import View, content_words, telling

_SELF = re.compile(r"\b(?:him|her|them)sel(?:f|ves)\b|\bself\b|\bsuicide\b", re.IGNORECASE)
_NO_ONE = re.compile(r"\b(?:no ?one|nobody|none|not)\b", re.IGNORECASE)


def compare_doers(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """One harm to one victim, done by two who cannot be one; nothing where a doer is not told,
    or an article tells of both."""
    for one in deeds(a.claim):
        for other in deeds(b.claim):
            yield from _compare(a, b, alignment, one, other)


def _compare(a: View, b: View, alignment: Alignment, one: Deed, other: Deed) -> Iterator[Finding]:
    if any(not d.doer or _NO_ONE.search(d.doer) for d in (one, other)):
        return
    if not (one.victim and other.victim) and not (_held_for(a.claim) and _held_for(b.claim)):
        return
    found = _himself(a, b, one, other)
    if not found and not (one.on_self or other.on_self):
        found = _two(a, b, one, other)
    if not found or alignment.time.match is Match.DIFFERS:
        return
    signs = {
        **dict.fromkeys(found, True),
        "held_for": _held_for(a.claim) and _held_for(b.claim),
        "same_victim": bool(content_words(one.victim) & content_words(other.victim)),
        "same_happening": alignment.happening.match is Match.SAME,
        "telling": telling(a, a.names & b.names),
    }
    values = _told(one), _told(other)
    reason = f"{values[0]} against {values[1]} as who did it"
    yield Finding("conflict", "actor", values, reason, 0.6, held(signs))


def _told(deed: Deed) -> str:
    return f"{deed.doer} (to {deed.victim})" if deed.on_self else deed.doer


def _held_for(claim: Claim) -> bool:
    return claim.happening is not None and claim.happening.sense in HELD_FOR


def _himself(a: View, b: View, one: Deed, other: Deed) -> frozenset[str]:
    """``self`` where in one account somebody harmed himself whom in the other another did."""
    if one.on_self == other.on_self:
        return frozenset()
    (own, _), (by, view) = ((one, a), (other, b)) if one.on_self else ((other, b), (one, a))
    victim, hurt, doer = describe(own.doer), describe(by.victim), describe(by.doer)
    if victim == NOBODY or hurt == NOBODY or doer == NOBODY or _SELF.search(view.article.text):
        return frozenset()
    return frozenset() if unlike(victim, hurt) else frozenset({"self"})


def _two(a: View, b: View, one: Deed, other: Deed) -> frozenset[str]:
    """In what two doers of one harm cannot be one; empty where they can, or both had a part."""
    first, second = describe(one.doer), describe(other.doer)
    apart = unlike(first, second) - ({"number"} if not (first.noun and second.noun) else set())
    if not apart or not _one_victim(one, other) or _held_for(a.claim) != _held_for(b.claim):
        return frozenset()
    if _tells(b, first, apart) or _tells(a, second, apart):
        return frozenset()
    return apart


def _one_victim(one: Deed, other: Deed) -> bool:
    """Whether both may have been harmed alike: nothing in their descriptions parts them."""
    first, second = describe(one.victim), describe(other.victim)
    if unlike(first, second):
        return False
    mine, others = content_words(one.victim), content_words(other.victim)
    named = one.victim[:1].isupper() and other.victim[:1].isupper()
    return bool(mine & others) or not (named and mine and others)


def _tells(view: View, person: Person, apart: frozenset[str]) -> bool:
    """Whether an article tells of a doer who is as the other one in what parts the two."""
    for known in everyone(view, "doer"):
        for name in apart:
            field = "count" if name == "number" else name
            if getattr(known, field) == getattr(person, field):
                return True
    relation = person.relation if "relation" in apart else ""
    return bool(relation) and relation in view.article.text
