"""Coarse senses of verbs and event nouns."""

from __future__ import annotations

SENSES: dict[str, str] = {}
OPPOSITES: frozenset[frozenset[str]] = frozenset()
