"""Sets of words written as a line of text, for tables that are read by people."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words between the spaces; an empty text gives an empty set."""
    return frozenset(text.split())
