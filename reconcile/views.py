"""A claim as the judge sees it: what of it, and of its article, can be compared."""

from __future__ import annotations

import dataclasses
import datetime
import functools
import re
from collections.abc import Iterable, Mapping, Sequence

import snowballstemmer

from claims.records import Claim, Figure, When
from corpus.records import Article
from reconcile.interval import Interval, hull

_WORD = re.compile(r"[^\W\d_]{3,}")

STOP = frozenset(
    "the and was were are has have had been being but not with from into that this these those "
    "their its his her they them who which what when where while after before about over under "
    "said says say told according also than then there more most least some any all one two other "
    "would could will can may might did does during for our your you she him out off still just "
    "only very such both each between among per via because since until against people".split()
)
"""Words that say nothing of what a claim is about."""


@dataclasses.dataclass(frozen=True, eq=False)
class View:
    """One claim with what its article knows of it. Names are canonical and casefolded."""

    claim: Claim
    article: Article
    position: int
    """Of its row in the embeddings."""
    event: Interval | None
    """The days the claim itself gives for what happened; ``None`` when it gives none."""
    day: Interval | None
    """``event``, or the day of the story as its neighbours give it."""
    names: frozenset[str]
    places: frozenset[str]
    words: frozenset[str]
    neighbours: tuple[Claim, ...]
    """The other claims of the article: a value may be explained there."""

    @property
    def published(self) -> datetime.date | None:
        """Day of publication: the as-of time of what the claim states."""
        return self.article.published_date

    def others(self, role: str) -> Iterable[Figure]:
        """Figures with this role in the rest of the article."""
        return (f for claim in self.neighbours for f in claim.figures if f.role == role)


def views(articles: Sequence[Article], claims: Sequence[Claim]) -> tuple[View, ...]:
    """One view a claim, in the order of the claims."""
    by_id = {article.id: article for article in articles}
    rows: dict[str, list[Claim]] = {}
    for claim in claims:
        rows.setdefault(claim.article, []).append(claim)
    spelling = {n.text: n.name.casefold() for claim in claims for n in claim.names}
    days = {id_: _story_day(by_id[id_], row) for id_, row in rows.items()}
    return tuple(
        _view(claim, by_id[claim.article], position, rows[claim.article], days, spelling)
        for position, claim in enumerate(claims)
    )


def _view(
    claim: Claim,
    article: Article,
    position: int,
    row: Sequence[Claim],
    days: Mapping[str, Interval | None],
    spelling: Mapping[str, str],
) -> View:
    event = event_of(claim)
    happened = claim.happening
    places = happened.places if happened else ()
    return View(
        claim=claim,
        article=article,
        position=position,
        event=event,
        day=event or days[article.id],
        names=frozenset(n.name.casefold() for n in claim.names),
        places=frozenset(spelling.get(p, p.casefold()) for p in places),
        words=content_words(claim.text),
        neighbours=tuple(c for c in row if c.id != claim.id),
    )


def event_of(claim: Claim) -> Interval | None:
    """The days a claim gives for what happened, ``None`` when it gives none.

    Background dates count only where nothing nearer is given.
    """
    for roles in (("event",), ("since", "until"), ("background",)):
        days = [i for i in map(Interval.of, dated(claim.when, roles)) if i]
        if days:
            return hull(days)
    return None


def dated(when: Iterable[When], roles: Sequence[str]) -> list[When]:
    """The dates with one of these roles that are resolved."""
    return [w for w in when if w.role in roles and (w.from_ or w.to)]


def _story_day(article: Article, row: Sequence[Claim]) -> Interval | None:
    """The first day an article's head gives for what happened; else the days up to publication."""
    published = article.published_date
    for claim in row[:6]:
        event = event_of(claim)
        if event and event.days and event.days <= 2 and _near(event, published):
            return event
    if published is None:
        return None
    return Interval(published - datetime.timedelta(days=2), published)


def _near(event: Interval, published: datetime.date | None) -> bool:
    if published is None:
        return True
    return event.gap(Interval(published, published)) <= 7


def content_words(text: str) -> frozenset[str]:
    """Stems (Snowball) of the words that say what a text is about; numbers are left out."""
    words = {m[0].casefold() for m in _WORD.finditer(text)} - STOP
    return frozenset(_stemmer().stemWords(sorted(words)))


@functools.cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")
