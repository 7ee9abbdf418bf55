"""First simple version; being deepened."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.records import Article


def assign_origins(articles: Sequence[Article]) -> tuple[Article, ...]:
    return tuple(articles)
