"""What of an article is in no claim, and why: nothing is dropped without a word."""

from __future__ import annotations

import dataclasses
import hashlib
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Literal

from claims.records import Claim
from corpus.records import Article
from corpus.sentences import sentences

NotClaimKind = Literal["headline", "caption", "dateline", "byline", "furniture", "fragment"]


@dataclasses.dataclass(frozen=True, slots=True)
class NotClaim:
    """A sentence or line of an article that states nothing."""

    id: str
    """Hash of the article's id and the span."""
    article: str
    start: int
    end: int
    """``article.text[start:end]`` is ``text``."""
    text: str
    kind: NotClaimKind
    """What it is instead; ``fragment`` is running text without a statement ("Every day.")."""


def not_claims(article: Article, claims: Iterable[Claim]) -> Iterator[NotClaim]:
    """The sentences and lines of an article that no claim of ``claims`` quotes, in order.

    Together with the quotes they touch every sentence of the article. Nothing is given for an
    article whose every sentence is in a claim.
    """
    quotes = deque(sorted((claim.start, claim.end) for claim in claims))
    reached = 0  # the end of all quotes that start before the sentence's end
    for sentence in sentences(article):
        while quotes and quotes[0][0] < sentence.end:
            reached = max(reached, quotes.popleft()[1])
        if reached > sentence.start:
            continue
        kind: NotClaimKind = "fragment" if sentence.kind == "statement" else sentence.kind
        digest = hashlib.sha256(f"{article.id}\0{sentence.start}\0{sentence.end}".encode())
        text = article.text[sentence.start : sentence.end]
        yield NotClaim(
            "n" + digest.hexdigest()[:12], article.id, sentence.start, sentence.end, text, kind
        )


def all_not_claims(articles: Iterable[Article], claims: Iterable[Claim]) -> Iterator[NotClaim]:
    """The same for every article of a case; ``claims`` are sorted by nothing in particular."""
    rows = sorted(claims, key=lambda claim: claim.article)
    held = {key: tuple(group) for key, group in groupby(rows, key=lambda claim: claim.article)}
    for article in articles:
        yield from not_claims(article, held.get(article.id, ()))
