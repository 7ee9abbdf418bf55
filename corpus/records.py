"""The records of a read corpus: articles, their sentences, and what could not be read."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Literal

PublishedFrom = Literal["manifest", "metadata", "url", "text", "none"]

CreditPlace = Literal["metadata", "byline", "dateline", "foot", "copyright", "declared"]

TextBasis = Literal["copy", "passage", "reworded"]

SentenceKind = Literal["statement", "headline", "caption", "dateline", "byline", "furniture"]


@dataclasses.dataclass(frozen=True, slots=True)
class Credit:
    """Words by which an article says that a news agency wrote it, or part of it."""

    agency: str
    """The agency's short name (``AFP``), or ``agencies`` where it names none; empty where the
    user declared that there is none."""
    where: CreditPlace
    text: str
    start: int
    end: int
    """Span of ``text`` in the article; both 0 where it does not stand in the text."""
    whole: bool = True
    """Whether the whole text is credited; ``False`` where the agency only had a part in it
    ("with AFP", "additional reporting by")."""


@dataclasses.dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article that stands in an earlier one too, word for word or edited."""

    start: int
    end: int
    article: str
    """Id of the earliest article that has it."""
    other_start: int
    other_end: int
    """Where it stands there."""
    share: float
    """Share of its words that both have, in the same order; 1 is word for word."""


@dataclasses.dataclass(frozen=True, slots=True)
class TextLink:
    """Two articles that have text in common: one copies the other, or both a third."""

    id: str
    a: str
    """Id of the earlier article."""
    b: str
    basis: TextBasis
    """``copy``: most of the shorter one stands in the longer; ``passage``: some of it does;
    ``reworded``: sentences in other words but too alike for chance, which is never sure."""
    share: float
    """Share of the shorter article's words that the passages cover."""
    passages: tuple[Passage, ...]
    """Spans ``start``/``end`` in ``b``; ``article`` is ``a``, ``other_start``/``other_end`` in
    it."""
    evidence: str
    """One sentence for the user."""

    @property
    def sure(self) -> bool:
        """Whether origins are merged on it; a likely link is shown, see ``Cluster.merges``."""
        return self.basis != "reworded"


@dataclasses.dataclass(frozen=True, slots=True)
class Article:
    """One article of one outlet, as read.

    Unknown strings are empty; an unknown publication date is ``None`` and is never guessed.
    """

    id: str
    """The row's own id where it gives one, otherwise derived from the text's hash."""
    path: str
    """Where it was read: a path as the user gave it (``file.jsonl#3`` for a row), or a URL."""
    sha256: str
    """SHA-256 of ``text`` in UTF-8, hexadecimal."""
    outlet: str
    title: str
    url: str
    author: str
    published: str | None
    """ISO 8601 date (``2017-04-24``) or date and time, as exact as it is known."""
    published_from: PublishedFrom
    """How ``published`` is known."""
    language: str
    """ISO 639-1 code, empty when not known."""
    agency: str
    origin: str
    """Id of the article whose text this one repeats (a wire copy); its own id otherwise."""
    text: str
    """The text all offsets point into, in Unicode code points."""
    credits: tuple[Credit, ...] = ()
    """Every credit of an agency, in the order of the text; ``agency`` sums them up."""
    passages: tuple[Passage, ...] = ()
    """What stands in earlier articles too, sorted, without overlaps: the rest is its own."""

    @property
    def published_date(self) -> datetime.date | None:
        """The day of publication, or ``None`` when it is not known."""
        return datetime.date.fromisoformat(self.published[:10]) if self.published else None


@dataclasses.dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article, or a line that is no sentence (headline, byline, furniture)."""

    start: int
    end: int
    """``article.text[start:end]`` is the sentence as written."""
    text: str
    """The same stretch made plain for parsing, **of the same length**: each line break, tab and
    odd space is one ordinary space, curly quotes and dashes are ASCII."""
    kind: SentenceKind
    paragraph: int
    """Number of its paragraph, from 0."""


@dataclasses.dataclass(frozen=True, slots=True)
class Skipped:
    """Something that could not be read: the run goes on without it and says so."""

    path: str
    reason: str
    """One clear line."""
