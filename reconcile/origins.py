"""On whose word a claim rests: the source it names, the agency it carries, or its own outlet."""

from __future__ import annotations

from claims.records import Claim
from corpus.records import Article


def origin_of(claim: Claim, article: Article) -> str:
    """The origin of a claim, as it stands in a cluster's ``origins``.

    A named speaker is one origin in all outlets; a wire copy rests on the article it repeats;
    what an outlet says in its own voice rests on its agency, where it credits one, or on itself.
    """
    if claim.speaker is not None and claim.voice == "named":
        return f"source:{claim.speaker.name}"
    if article.agency:
        return f"agency:{article.agency}"
    if article.origin and article.origin != article.id:
        return f"article:{article.origin}"
    return f"outlet:{article.outlet}" if article.outlet else f"article:{article.id}"
