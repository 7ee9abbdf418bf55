"""An article's text cut where claims begin and end."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from claims.records import Claim
from corpus.records import Article


def segments(article: Article, claims: Sequence[Claim]) -> Iterator[tuple[str, list[int]]]:
    """Stretches of the text in order, each with the numbers of the claims that cover it.

    Joined, the stretches are the text. Spans may overlap and nest; what lies outside the text
    is cut off. An empty text gives nothing.
    """
    length = len(article.text)
    opened: dict[int, list[int]] = {}
    closed: dict[int, list[int]] = {}
    for number, claim in enumerate(claims):
        start, end = max(0, claim.start), min(length, claim.end)
        if start < end:
            opened.setdefault(start, []).append(number)
            closed.setdefault(end, []).append(number)
    covering: set[int] = set()
    cuts = sorted({0, length, *opened, *closed})
    for start, end in itertools.pairwise(cuts):
        covering.difference_update(closed.get(start, ()))
        covering.update(opened.get(start, ()))
        yield article.text[start:end], sorted(covering)
