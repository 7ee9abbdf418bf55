"""Two texts to judge as they are given: read from a row, and made into articles."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Mapping, Sequence

from claims.records import Claim
from corpus.publication import from_text
from corpus.published import normal, settle
from corpus.records import Article
from reconcile.errors import ReconcileError
from reconcile.reading.records import Excerpt
from reconcile.sentences import sentence_bounds
from reconcile.texts import well_formed
from reconcile.views import View

_CLOSING = frozenset(",.;:!?)]}%’”…")
_MARKS = "\"'“”‘’()[]{}"
"""What may stand before the first letter of a sentence, and behind the stop that ends it."""
_OPENING = frozenset("([{“‘$£€")
"""What stands before or after a text without a blank."""


@dataclasses.dataclass(frozen=True, slots=True)
class Side:
    """One text to judge, with its context."""

    text: str
    published: str | None = None
    outlet: str = ""
    before: str = ""
    after: str = ""
    title: str = ""

    @property
    def bare(self) -> bool:
        """Whether it is given without any context."""
        return not (self.published or self.outlet or self.before or self.after or self.title)


@dataclasses.dataclass(frozen=True, slots=True)
class Pair:
    """Two texts to judge."""

    id: str
    a: Side
    b: Side

    @property
    def bare(self) -> bool:
        """Whether both are given without any context: as such they are meant to be compared."""
        return self.a.bare and self.b.bare


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


def article_of(side: Side, key: str) -> Article:
    """The article that a text makes with its context.

    Args:
        side: The text.
        key: The id of the article, and the name of its outlet where none is given.
    """
    text, *_ = _placed(side)
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


def _placed(side: Side) -> tuple[str, int, int]:
    """The text with what stands before and after it, the blanks that part it from them, and where
    in that it stands."""
    before, after = side.before.lstrip(), side.after.rstrip()
    before += _blank(before, side.text)
    start, end = len(before), len(before) + len(side.text)
    before += side.text
    return well_formed(before + _blank(before, after) + after), start, end


def _blank(left: str, right: str) -> str:
    """What parts two pieces of one text: nothing where it was cut inside a sentence, since a
    blank before a comma would tear the sentence; else a blank."""
    if not left or not right or left[-1].isspace() or right[0].isspace():
        return ""
    inside = left.count('"') % 2 == 1
    if right[0] in _CLOSING or left[-1] in _OPENING or (inside and '"' in (left[-1], right[0])):
        return ""
    return " "


def excerpt_of(side: Side) -> Excerpt:
    """The text in the sentences that it is part of."""
    return in_sentence(*_placed(side))[1]


def in_sentence(text: str, start: int, end: int) -> tuple[int, Excerpt]:
    """A stretch of a text in the sentences that it is part of, and where these begin.

    It is without blanks at its ends; marks before and behind it belong to it where no word
    stands beside it.
    """
    stretch = text[start:end]
    start, end = end - len(stretch.lstrip()), start + len(stretch.rstrip())
    if start >= end:
        return start, Excerpt.whole("")
    stretch = text[start:end]
    opened, closed = end - len(stretch.lstrip(_MARKS)), start + len(stretch.rstrip(_MARKS))
    first = min(start, sentence_bounds(text, min(opened, end - 1))[0])
    last = max(end, sentence_bounds(text, max(start, closed - 1))[1])
    last = first + len(text[first:last].rstrip())
    start = start if _worded(text[first:start]) else first
    end = end if _worded(text[end:last]) else last
    return first, Excerpt(text[first:last], start - first, end - first)


def _worded(text: str) -> bool:
    return any(letter.isalnum() for letter in text)


def of_text(row: Sequence[View], side: Side) -> list[View]:
    """The claims of such an article that the text itself makes: those it shares most of; the best
    where none is inside."""
    _, start, end = _placed(side)

    def shared(claim: Claim) -> float:
        inside = min(end, claim.end) - max(start, claim.start)
        return inside / max(1, min(claim.end - claim.start, end - start))

    found = [view for view in row if shared(view.claim) > 0.5]
    return found or sorted(row, key=lambda view: -shared(view.claim))[:1]
