"""Word lists written as running text, so that a table of words stays readable."""

from __future__ import annotations


def words(text: str) -> tuple[str, ...]:
    """The words of a text in their order."""
    return tuple(text.split())


def word_set(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())
