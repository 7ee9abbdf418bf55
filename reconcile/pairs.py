"""Pairs of texts to verdicts: what ``reconcile judge`` does."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterator, Mapping

from claims.extract import extract, unify
from claims.records import Claim
from corpus.publication import from_text
from corpus.published import normal, settle
from corpus.records import Article
from reconcile.embedding import Encoder, Vectors
from reconcile.errors import ReconcileError
from reconcile.findings import Alignment, Judgement, Match, Part
from reconcile.judge import judge
from reconcile.stories import lead, link
from reconcile.views import View, views

SURE = 0.4
"""Least sameness of two claims whose clash decides on their texts."""

_RANK = {"conflict": 4, "update": 3, "scope": 2, "agree": 1, "different": 0}

_NONE = Part(Match.MISSING)
NOTHING = Judgement(
    "different", (), (), "One of the texts states nothing.", 0.0, 0.0,
    Alignment(0.0, 0.0, 0.0, 0.0, _NONE, _NONE, _NONE, _NONE, _NONE, _NONE),
)  # fmt: skip
"""What is said of a pair of which one text holds no claim."""


@dataclasses.dataclass(frozen=True, slots=True)
class Side:
    """One text to judge, with its context."""

    text: str
    published: str | None = None
    outlet: str = ""
    before: str = ""
    after: str = ""
    title: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class Pair:
    """Two texts to judge."""

    id: str
    a: Side
    b: Side


def read_pair(row: object, number: int) -> Pair:
    """A pair from a parsed JSON line.

    Raises:
        ReconcileError: It is no object with ``a.text`` and ``b.text``; names the line.
    """
    if not isinstance(row, Mapping):
        raise ReconcileError(
            f"line {number}: want an object with a and b, got {type(row).__name__}"
        )
    return Pair(str(row.get("id", number)), *(_side(row.get(k), k, number) for k in ("a", "b")))


def _side(value: object, key: str, number: int) -> Side:
    if not isinstance(value, Mapping) or not isinstance(value.get("text"), str):
        raise ReconcileError(f'line {number}: "{key}" needs an object with a "text"')
    fields = {
        f.name: value[f.name] for f in dataclasses.fields(Side) if value.get(f.name) is not None
    }
    bad = [name for name, held in fields.items() if not isinstance(held, str)]
    if bad:
        raise ReconcileError(f'line {number}: "{key}.{bad[0]}" is not a text')
    return Side(**fields)


def judge_pair(pair: Pair, encoder: Encoder) -> Judgement:
    """Judges one pair: the two claims, one of each side, that come closest to one fact."""
    meeting = meet(pair, encoder)
    judged = [judge(a, b, meeting.story, likeness) for a, b, likeness in meeting.pairs()]
    if not judged:
        return NOTHING
    return max(judged, key=_precedence)


def _precedence(judgement: Judgement) -> tuple[bool, float, int, float]:
    """A sure clash of any two claims is the verdict on their texts; else the closest pair's is."""
    clash = judgement.verdict in ("conflict", "update") and judgement.sameness >= SURE
    return clash, judgement.sameness, _RANK[judgement.verdict], judgement.score


@dataclasses.dataclass(frozen=True, eq=False)
class Meeting:
    """The claims of two texts, ready to be judged."""

    first: tuple[View, ...]
    second: tuple[View, ...]
    likeness: Vectors
    """Cosines, a row a claim of the first text, a column a claim of the second."""
    story: float

    def pairs(self) -> Iterator[tuple[View, View, float]]:
        """Every claim of one text with every claim of the other, and their likeness."""
        for x, a in enumerate(self.first):
            for y, b in enumerate(self.second):
                yield a, b, float(self.likeness[x, y])


def meet(pair: Pair, encoder: Encoder) -> Meeting:
    """Reads the claims of both texts in their contexts, and embeds those of the texts alone."""
    articles = _article(pair.a, "a"), _article(pair.b, "b")
    claims, _ = unify(claim for article in articles for claim in extract(article))
    seen = views(articles, claims)
    first = _inside([v for v in seen if v.article.id == "a"], pair.a)
    second = _inside([v for v in seen if v.article.id == "b"], pair.b)
    # Apart from the claims: the encoder would pad each of them to a lead's length.
    story = float(link(articles, encoder.encode([lead(a) for a in articles])).score[0, 1])
    vectors = encoder.encode([v.claim.text for v in (*first, *second)])
    likeness = vectors[: len(first)] @ vectors[len(first) :].T
    return Meeting(tuple(first), tuple(second), likeness, story)


def _article(side: Side, key: str) -> Article:
    before = f"{side.before.strip()} " if side.before.strip() else ""
    after = f" {side.after.strip()}" if side.after.strip() else ""
    text = f"{before}{side.text}{after}"
    # As in an article: a date line at its head is surer than what the row says.
    given = normal(side.published or "")
    line = from_text(text, side.title)
    dated = settle(line.days, given, line.order) if line else None
    published = dated.isoformat() if dated else given
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    return Article(
        id=key,
        path="",
        sha256=digest,
        outlet=side.outlet or key,
        title=side.title,
        url="",
        author="",
        published=published,
        published_from="text" if dated else "metadata" if published else "none",
        language="",
        agency="",
        origin=key,
        text=text,
    )


def _inside(row: list[View], side: Side) -> list[View]:
    """The claims of the text itself: those it shares most of; the best where none is inside."""
    start = len(side.before.strip()) + 1 if side.before.strip() else 0
    end = start + len(side.text)

    def shared(claim: Claim) -> float:
        inside = min(end, claim.end) - max(start, claim.start)
        return inside / max(1, min(claim.end - claim.start, end - start))

    found = [view for view in row if shared(view.claim) > 0.5]
    return found or sorted(row, key=lambda view: -shared(view.claim))[:1]
