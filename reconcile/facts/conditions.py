"""How a victim is: conditions that hospitals tell of, from dead to unhurt."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from reconcile.facts.subjects import one_person, subject
from reconcile.findings import Alignment, Finding, Match, held
from reconcile.views import REMEMBERED, View, at_two_dates

SAME_STORY = 0.2
"""Least probability of one story for two conditions to be of one victim."""

CONDITIONS = {
    "critical": r"(?:in |extremely )?critical(?:ly)?(?: but stable)?",
    "serious": r"in serious|serious condition|seriously (?:wounded|injured|hurt)",
    "life-threatening": r"life[- ]threatening",
    "unconscious": r"unresponsive|unconscious|in (?:an? )?(?:\w+[- ])?coma|comatose",
    "conscious": r"(?:alert|awake|conscious|talking|speaking)(?: and (?:alert|awake|conscious|"
    r"talking|speaking|breathing))+|(?:is|was|he's|she's|remained) (?:alert|awake|conscious)",
    "stable": r"(?:in )?stable",
    "fair": r"in fair|fair condition",
    "good": r"in good|good condition|minor injur\w+",
}
"""State: words for it (terms of the American Hospital Association's one-word conditions)."""

_NOT = re.compile(
    r"(?:\b(?:non|not|none|no|never|without)\b|n['’]t\b)[\w\s’'-]{0,40}$", re.IGNORECASE
)
_NEAR = 48
"""Code points before a condition in which its "not" stands."""
_MILD = frozenset({"stable", "fair", "good", "not life-threatening"})
_GRAVE = frozenset({"critical", "serious", "life-threatening"})
_AWAKE, _OUT = frozenset({"conscious"}), frozenset({"unconscious"})
"""Who is found unconscious may be stable an hour later, and who is critical may talk."""
_PATTERNS = {
    name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in CONDITIONS.items()
}


_ALL = re.compile(
    r"\b(?:all (?:\w+ ){0,2}(?:victims|of (?:them|the \w+)|\w+)|both(?: \w+)?|none|neither|each|"
    r"every(?:one|body)?)\b",
    re.IGNORECASE,
)


def _of_all(view: View, told: frozenset[str]) -> bool:
    """Whether a claim says of every victim that he is out of danger: then no one is in it. All of
    the *others* are not every one."""
    of_others = "other" in subject(view).kinds
    return told <= _MILD and not of_others and bool(_ALL.search(view.claim.text))


@functools.lru_cache(maxsize=REMEMBERED)
def conditions(text: str) -> frozenset[str]:
    """The conditions that a text gives; empty when it gives none."""
    found = set()
    for name, pattern in _PATTERNS.items():
        for match in pattern.finditer(text):
            negated = _NOT.search(text, max(0, match.start() - _NEAR), match.start())
            if name == "life-threatening" and negated:
                found.add("not life-threatening")
            elif not negated:
                found.add(name)
    return frozenset(found)


def compare_conditions(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """One victim said to be in danger and out of it; nothing where either gives no condition.

    A later article may tell of a change: an ``update``.
    """
    first, second = conditions(a.claim.text), conditions(b.claim.text)
    if not (first and second) or first & second or alignment.story < SAME_STORY:
        return
    clash = any(
        (first <= x and second <= y) or (first <= y and second <= x)
        for x, y in ((_GRAVE, _MILD), (_OUT, _AWAKE))
    )
    who = one_person(a, b)
    of_all = _of_all(a, first) or _of_all(b, second)
    if not clash or (who is Match.DIFFERS and not of_all):
        return
    later = at_two_dates(a, b)
    signs = {
        "same_patient": who is Match.SAME,
        "later": later,
        "of_all": of_all,
        "of_threat": "not life-threatening" in first | second,
    }
    values = "; ".join(sorted(first)), "; ".join(sorted(second))
    reason = f"{values[0]} against {values[1]} as the condition of one victim"
    yield Finding("update" if later else "conflict", "outcome", values, reason, 0.6, held(signs))
