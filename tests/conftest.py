"""What tests share: an encoder that needs no model, and builders of records."""

from __future__ import annotations

import dataclasses
import hashlib
import re
from collections.abc import Mapping, Sequence
from typing import TypeVar

import hypothesis
import numpy as np
import pytest

from claims.clauses import split
from claims.figures import find_figures
from claims.parse import Parsed, parse
from claims.records import (
    Bound,
    Claim,
    Figure,
    Happening,
    Kind,
    Modality,
    Name,
    Polarity,
    Speaker,
    When,
    WhenRole,
)
from corpus.records import Article, Sentence, SentenceKind
from reconcile.alignment import align
from reconcile.embedding import Vectors
from reconcile.facts import Comparator
from reconcile.facts.two_figures import Two
from reconcile.findings import Finding
from reconcile.views import View, views

DIMENSIONS = 256

# How long an example takes says more of what else the machine does than of the code.
hypothesis.settings.register_profile("house", deadline=None)
hypothesis.settings.load_profile("house")


@dataclasses.dataclass(frozen=True)
class WordEncoder:
    """Unit vectors of hashed words: like texts lie near, without torch."""

    name: str = "words"
    digest: str = ""

    def encode(self, texts: Sequence[str]) -> Vectors:
        rows = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in re.findall(r"\w+", text.casefold()):
                row[hashlib.sha256(word.encode()).digest()[0]] += 1.0
            row /= max(1e-9, float(np.linalg.norm(row)))
        return rows


@pytest.fixture
def encoder() -> WordEncoder:
    return WordEncoder()


def make_article(
    id_: str = "a",
    text: str = "",
    published: str | None = "2021-03-02",
    outlet: str | None = None,
    title: str = "",
    agency: str = "",
    origin: str | None = None,
) -> Article:
    """An article; without an ``outlet`` of its own it has one by its id."""
    return Article(
        id=id_, path="", sha256="", outlet=id_ if outlet is None else outlet, title=title, url="",
        author="", published=published, published_from="manifest" if published else "none",
        language="en", agency=agency, origin=id_ if origin is None else origin, text=text,
    )  # fmt: skip


def make_figure(
    text: str,
    low: float,
    high: float | None = -1,
    noun: str = "person",
    role: str = "killed",
    unit: str = "",
    scope: str = "",
    bound: Bound = "exact",
) -> Figure:
    """A figure; without a ``high`` it is the one number. Its claim gives it its place."""
    top = low if high == -1 else high
    return Figure(text, 0, len(text), low, top, noun, unit, role, scope, bound)


def make_when(text: str, from_: str | None, to: str | None = "", role: WhenRole = "event") -> When:
    """A date; without a ``to`` it is the one day."""
    last = from_ if to == "" else to
    anchor = "none" if from_ is None and last is None else "absolute"
    return When(text, 0, len(text), from_, last, anchor, role)


def make_happening(
    sense: str, agent: str = "", patient: str = "", places: Sequence[str] = ()
) -> Happening:
    return Happening(sense, 0, 0, agent, patient, tuple(places))


def make_claim(
    text: str,
    figures: Sequence[Figure] = (),
    when: Sequence[When] = (),
    names: Sequence[str] = (),
    happening: Happening | None = None,
    speaker: str = "",
    modality: Modality = "asserted",
    polarity: Polarity = "affirmed",
    article: str = "a",
    start: int = 0,
) -> Claim:
    """A claim whose quote is its text; figures, dates and names are found in it.

    A name is written as it stands in the text, or ``"as written=canonical"``.
    """

    def placed(part: str) -> tuple[int, int]:
        at = start + text.index(part)
        return at, at + len(part)

    def name(given: str) -> Name:
        written, _, canonical = given.partition("=")
        return Name(written, *placed(written), canonical or written)

    def moved(part: Figure) -> Figure:
        first, last = placed(part.text)
        return dataclasses.replace(part, start=first, end=last)

    def dated(part: When) -> When:
        first, last = placed(part.text)
        return dataclasses.replace(part, start=first, end=last)

    return Claim(
        id=f"{article}:{start}", article=article, start=start, end=start + len(text), quote=text,
        text=text, speaker=Speaker(speaker, None, start, start) if speaker else None,
        voice="named" if speaker else "own", modality=modality, polarity=polarity,
        when=tuple(dated(w) for w in when), figures=tuple(moved(f) for f in figures),
        names=tuple(name(n) for n in names), happening=happening,
    )  # fmt: skip


def make_story(article: Article, claims: Sequence[Claim]) -> tuple[Article, list[Claim]]:
    """The article with the claims for its text, one after the other."""
    placed: list[Claim] = []
    at = 0
    for claim in claims:
        placed.append(_moved(claim, article.id, at))
        at += len(claim.quote) + 1
    return dataclasses.replace(article, text=" ".join(c.quote for c in claims)), placed


def _moved(claim: Claim, article: str, by: int) -> Claim:
    by -= claim.start
    return dataclasses.replace(
        claim,
        id=f"{article}:{claim.start + by:05}",
        article=article,
        start=claim.start + by,
        end=claim.end + by,
        figures=tuple(_shift(f, by) for f in claim.figures),
        when=tuple(_shift(w, by) for w in claim.when),
        names=tuple(_shift(n, by) for n in claim.names),
    )


T = TypeVar("T", Figure, When, Name)


def _shift(part: T, by: int) -> T:
    return dataclasses.replace(part, start=part.start + by, end=part.end + by)


def make_views(*stories: tuple[Article, Sequence[Claim]]) -> tuple[View, ...]:
    """The views of a whole case, story by story."""
    told = [make_story(article, claims) for article, claims in stories]
    return views([a for a, _ in told], [c for _, row in told for c in row])


def make_view(
    claim: Claim,
    article: Article | None = None,
    before: Sequence[Claim] = (),
    after: Sequence[Claim] = (),
) -> View:
    """The view of one claim, in an article of its own with the claims around it."""
    given = make_article() if article is None else article
    return make_views((given, [*before, claim, *after]))[len(before)]


C = TypeVar("C")


def make_articles(claims: tuple[Claim, Claim], beside: tuple[str, str]) -> tuple[View, View]:
    """Two claims of two articles; ``beside`` is what else these say."""
    first, second = (
        make_view(claim, make_article(id_), after=[make_claim(f"It rained. {other}")])
        for claim, other, id_ in zip(claims, beside, "ab", strict=True)
    )
    return first, second


def compared(
    compare: Comparator, a: View, b: View, story: float = 0.9, likeness: float = 0.8
) -> list[Finding]:
    """What a comparator finds of two claims, of articles that surely tell one story."""
    return list(compare(a, b, align(a, b, story, likeness)))


def make_two(a: View, b: View) -> Two:
    """The only figures of two claims, side by side."""
    (first,), (second,) = a.claim.figures, b.claim.figures
    return Two(a, b, first, second, align(a, b, 0.9, 0.8))


def signed(tables: Mapping[str, tuple[Sequence[C], Sequence[C]]]) -> list[tuple[str, C, bool]]:
    """Rows for a test of signs: the name, a case, whether it has the sign. The first table of a
    name is of cases that have it, the second of those that look alike and have it not."""
    return [
        (name, case, has)
        for name, both in tables.items()
        for has, cases in zip((True, False), both, strict=True)
        for case in cases
    ]


def assert_mirrored(there: Sequence[Finding], back: Sequence[Finding]) -> None:
    """That it does not matter which of two claims is asked first."""
    assert [(f.values, f.signs) for f in there] == [(f.values[::-1], f.signs) for f in back]


def assert_clash(
    there: Sequence[Finding],
    back: Sequence[Finding],
    kind: Kind,
    values: tuple[str, str] | None,
    signs: set[str] | None = None,
) -> None:
    """That two claims clash in these values alone, whichever is asked first; ``None``: not at all.

    Signs are asked for where they are given.
    """
    assert [f.values for f in there] == ([values] if values else [])
    if signs is not None:
        assert [f.signs for f in there] == ([signs] if values else [])
    assert all((f.verdict, f.kind) == ("conflict", kind) for f in there)
    assert_mirrored(there, back)


def read_line(text: str, kind: SentenceKind = "statement") -> Parsed:
    """A sentence as the parser, mended, reads it."""
    (parsed,) = parse([Sentence(0, len(text), text, kind, 0)])
    return parsed


def clause_texts(text: str) -> list[str]:
    """The claims of one statement, as they read on their own."""
    return [clause.text for clause in split(read_line(text))]


def line_figures(text: str) -> list[Figure]:
    """The figures of one statement but the ages."""
    return [figure for figure in find_figures(read_line(text)) if figure.role != "age"]
