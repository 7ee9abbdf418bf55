"""Ids that hash what identifies a record, so that they survive a re-run."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def relation_id(a: str, b: str) -> str:
    """Id of the relation of two claims, whichever comes first."""
    return "r" + _digest(sorted((a, b)))


def cluster_id(claims: Iterable[str]) -> str:
    """Id of the cluster of these claims, in whatever order."""
    return "k" + _digest(sorted(claims))


def story_id(articles: Iterable[str]) -> str:
    """Id of the story these articles tell, in whatever order."""
    return "s" + _digest(sorted(articles))


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]
