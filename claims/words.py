"""Lists of words written as text."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of ``text``, which are parted by blanks."""
    return frozenset(text.split())
