"""Sides of a story: which words for an actor may mean one and the same party."""

from __future__ import annotations

from reconcile.views import content_words

SIDES = tuple(
    content_words(words)
    for words in (
        "rebel rebels opposition insurgent insurgents fighters factions",
        "government regime army troops soldiers military loyalist loyalists forces state",
        "police officers deputies authorities sheriff detectives investigators",
        "gunman shooter suspect attacker assailant man men",
        "company firm manufacturer operator",
    )
)
"""Words of one row may name the same party; words of two rows do not say that they differ."""


def same_party(a: str, b: str) -> bool:
    """Whether two actors, as written, may be one: a shared word, or words of one side."""
    first, second = content_words(a), content_words(b)
    if not first or not second or first & second:
        return True
    return any(first & side and second & side for side in SIDES)
