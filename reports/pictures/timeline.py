"""Events and statements in time: for each month, a row a question.

Above the line of a row a diamond or bar stands where the event is said to have been, below it
the letters of the sides on the days they were published.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence

import markupsafe

from claims.records import Claim
from reports import links, words
from reports.pictures.svg import Element, drawing, element, link
from reports.questions import Question, Side
from reports.view import View

MONTHS, ROWS = 24, 12
"""Most months, and most rows of a month, that are drawn."""
_BEFORE = 14
"""Days before a month's first statement from which an event is drawn at its place."""
_STEP, _TOP = 24, 30
"""Pixels from one letter to the one below it, and from the top to the first."""

Day = datetime.date


@dataclasses.dataclass(frozen=True, slots=True)
class Row:
    """A question in time."""

    question: Question
    picture: markupsafe.Markup
    depth: int
    """Letters one below the other, 1 to 4: the height of the row."""


@dataclasses.dataclass(frozen=True, slots=True)
class Month:
    """The questions first stated in a month, by day."""

    title: str
    axis: markupsafe.Markup
    rows: tuple[Row, ...]
    left_out: int


@dataclasses.dataclass(frozen=True, slots=True)
class _Item:
    question: Question
    stated: dict[Day, dict[str, list[Claim]]]
    """By day and letter of the side."""
    events: tuple[tuple[Day, Day], ...]


@dataclasses.dataclass(frozen=True, slots=True)
class _Span:
    first: Day
    last: Day

    def at(self, day: Day, end: bool = False) -> float:
        """Where a day lies, in percent of the width; ``end`` for where it ends."""
        days = (self.last - self.first).days + 1
        shift = 1.0 if end else 0.5
        return max(0.5, min(99.5, 100 * ((day - self.first).days + shift) / days))


def timeline(view: View, questions: Sequence[Question]) -> tuple[list[Month], int]:
    """The months in which questions were first stated, in order.

    Returns:
        The months drawn, and how many questions are left out, undated ones included.
    """
    months: dict[Day, list[_Item]] = defaultdict(list)
    for question in questions:
        item = _item(view, question)
        if item:
            months[min(item.stated).replace(day=1)].append(item)
    kept = sorted(sorted(months, key=lambda month: (-len(months[month]), month))[:MONTHS])
    drawn = [_month(view, month, months[month]) for month in kept]
    return drawn, len(questions) - sum(len(month.rows) for month in drawn)


def _item(view: View, question: Question) -> _Item | None:
    stated: dict[Day, dict[str, list[Claim]]] = {}
    for letter, side in question.lettered:
        for claim in side.claims:
            article = view.article(claim)
            if article and article.published_date:
                by_side = stated.setdefault(article.published_date, {})
                by_side.setdefault(letter, []).append(claim)
    return _Item(question, stated, _events(question)) if stated else None


def _events(question: Question) -> tuple[tuple[Day, Day], ...]:
    """When the event is said to have been: at most a month long, or it says nothing."""
    found = set()
    for side in question.sides:
        for claim in side.claims:
            for when in claim.when:
                if when.role == "event" and when.anchor != "none" and when.from_ and when.to:
                    pair = _day(when.from_), _day(when.to)
                    if pair[0] and pair[1] and (pair[1] - pair[0]).days <= 31:
                        found.add((pair[0], pair[1]))
    return tuple(sorted(found))


def _day(iso: str) -> Day | None:
    try:
        return Day.fromisoformat(iso[:10])
    except ValueError:
        return None


def _month(view: View, month: Day, items: Sequence[_Item]) -> Month:
    order = sorted(items, key=lambda item: (min(item.stated), item.question.id))[:ROWS]
    span = _span(order)
    rows = tuple(_row(view, item, span) for item in order)
    title = words.period(span.first.isoformat(), span.last.isoformat())
    return Month(title, _axis(span), rows, len(items) - len(order))


def _span(items: Iterable[_Item]) -> _Span:
    stated = [day for item in items for day in item.stated]
    early = min(stated) - datetime.timedelta(days=min(_BEFORE, (min(stated) - Day.min).days))
    events = [end for item in items for pair in item.events for end in pair]
    days = stated + [day for day in events if early <= day <= max(stated)]
    return _Span(min(days), max(days))


def _axis(span: _Span) -> markupsafe.Markup:
    """Days under their month: each, or each fifth of a long stretch."""
    length = (span.last - span.first).days + 1
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 10_000) if length / step <= 14)
    marks: list[Element] = []
    for number in range(0, length, step):
        day = span.first + datetime.timedelta(days=number)
        first = number == 0 or day.day <= step
        label = f"{day.day} {words.MONTHS[day.month - 1][:3]}" if first else str(day.day)
        x = f"{span.at(day):.2f}%"
        marks.append(element("text", text=label, x=x, y=14, class_="tick"))
    return drawing(marks, "Days", None, "axis")


def _row(view: View, item: _Item, span: _Span) -> Row:
    question = item.question
    shapes = [element("line", x1="0", x2="100%", y1=_TOP - 12, y2=_TOP - 12, class_="axis")]
    shapes += [_event(question, pair, span) for pair in item.events]
    depth = 1
    sides = dict(question.lettered)
    for day in sorted(item.stated):
        for number, (letter, claims) in enumerate(sorted(item.stated[day].items())[:4]):
            shapes.append(_letter(view, day, number, sides[letter], letter, claims, span))
            depth = max(depth, number + 1)
    label = f"In time: {question.text or question.about}"
    return Row(question, drawing(shapes, label, None, "track"), depth)


def _event(question: Question, pair: tuple[Day, Day], span: _Span) -> Element:
    told = words.period(pair[0].isoformat(), pair[1].isoformat())
    title = f"Said to have happened: {told}"
    if pair[1] < span.first:
        mark = element("text", text="◂ " + told, x="0", y=_TOP - 16, class_="earlier")
    elif pair[0] == pair[1]:
        mark = element("text", text="◆", x=f"{span.at(pair[0]):.2f}%", y=_TOP - 12, class_="event")
    else:
        start = span.at(max(pair[0], span.first)) - 0.4
        end = span.at(min(pair[1], span.last))
        mark = element(
            "line",
            x1=f"{max(0.0, start):.2f}%",
            x2=f"{max(end, start + 1):.2f}%",
            y1=_TOP - 12,
            y2=_TOP - 12,
            class_="during",
        )
    return link(links.to_question(question), title, mark, class_="when")


def _letter(
    view: View, day: Day, number: int, side: Side, letter: str, claims: Sequence[Claim], span: _Span
) -> Element:
    outlets = sorted({words.outlet(view.article(claim)) for claim in claims})
    title = f"{words.day(day.isoformat())}, {', '.join(outlets)}: {side.value or claims[0].text}"
    x, y = f"{span.at(day):.2f}%", _TOP + 2 + _STEP * number
    return link(
        links.to_claim(min(claims, key=lambda claim: claim.id)),
        title,
        element("circle", cx=x, cy=y + 0.0, r=10),
        element("text", text=letter, x=x, y=y + 0.0),
        class_="said",
    )
