"""Whose relation somebody named is: "her brother, Per Dahl" against "Per Dahl, her cousin"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from claims.records import Claim
from reconcile.facts.people import RELATION, other_relation
from reconcile.findings import Alignment, Finding, Match, held
from reconcile.views import REMEMBERED, View

_WORDS = "|".join(sorted(RELATION, key=len, reverse=True))
_WHOSE = r"(?P<whose>(?:[Hh]is|[Hh]er|[Tt]heir)|the \w+['’]s|[A-Z]\w+['’]s)"
_BEFORE = re.compile(rf"\b{_WHOSE} (?:[\w-]+ )?(?P<what>{_WORDS}),? (?:[\w-]+-old )?$")
_AFTER = re.compile(
    rf"^,? (?:\d+, )?(?:(?:who )?(?:is|was) )?{_WHOSE} (?:[\w-]+ )?(?P<what>{_WORDS})\b(?!['’])"
)

REACH = 48
"""Code points before and after a name in which his relation may stand."""


def compare_relations(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """One person by name, and two relations to one; nothing where an article knows both words."""
    first, second = relations(a.claim), relations(b.claim)
    for name in sorted(first.keys() & second.keys()):
        (whose, one), (others, other) = first[name], second[name]
        if not other_relation(one, other) or _knows(a, other) or _knows(b, one):
            continue
        signs = {
            "related": True,
            "relation": True,
            "same_whose": whose == others,
            "same_happening": alignment.happening.match is Match.SAME,
        }
        values = f"{whose} {one}", f"{others} {other}"
        reason = f"{values[0]} against {values[1]} for who {name.title()} is"
        yield Finding("conflict", "actor", values, reason, 0.6, held(signs))


@functools.lru_cache(maxsize=REMEMBERED)
def relations(claim: Claim) -> dict[str, tuple[str, str]]:
    """Canonical name, casefolded: whose relation he is, and which."""
    found: dict[str, tuple[str, str]] = {}
    for name in claim.names:
        at = claim.text.find(name.text)
        if at < 0:
            continue
        end = at + len(name.text)
        match = _BEFORE.search(claim.text[max(0, at - REACH) : at]) or _AFTER.search(
            claim.text[end : end + REACH]
        )
        if match:
            found[name.name.casefold()] = (match["whose"].lower(), match["what"].lower())
    return found


def _knows(view: View, word: str) -> bool:
    return bool(re.search(rf"\b{word}s?\b", view.article.text, re.IGNORECASE))
