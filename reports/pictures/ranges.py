"""The values of a question on one scale: a row a statement, by as-of date and outlet."""

from __future__ import annotations

import dataclasses
import datetime
import math
import re

import markupsafe

from claims.figures import written
from claims.records import Claim
from reports import words
from reports.pictures.svg import drawing, element
from reports.questions import Question, Side, figure_of
from reports.view import View

ROWS = 14
"""Most rows of a chart."""
_LOG_FROM = 40.0
"""How many times the least value the greatest is, from which the scale is logarithmic."""
_DAYS = re.compile(r"(\d{4}-\d\d-\d\d)\S*?(?:(?:/|\.\.)(\d{4}-\d\d-\d\d)\S*)?\Z")
_LEFT, _RIGHT = 3.0, 93.0
"""Percent of the width between which values lie."""


@dataclasses.dataclass(frozen=True, slots=True)
class Row:
    """One value as an outlet stated it, for one day."""

    as_of: str
    """The day it was stated for, in words."""
    as_of_from: str
    """``as of``, where the text says it, or ``published``."""
    side: str
    """Letter of the side."""
    outlet: str
    who: str
    value: str
    claim: Claim
    """The first that states it."""
    others: int
    """Further statements of the same outlet, day and value."""
    bar: markupsafe.Markup


@dataclasses.dataclass(frozen=True, slots=True)
class Chart:
    """Rows by as-of date, then outlet."""

    rows: tuple[Row, ...]
    left_out: int
    logarithmic: bool


@dataclasses.dataclass(frozen=True, slots=True)
class _Stated:
    claim: Claim
    side: Side
    letter: str
    low: float
    high: float | None


def chart(view: View, question: Question) -> Chart | None:
    """The chart of a question about figures or dates; ``None`` where there is nothing to scale."""
    kind = question.kinds[0] if question.kinds else ""
    stated = [
        _Stated(claim, side, letter, *extent)
        for letter, side in question.lettered
        for claim in side.claims
        if (extent := _extent(claim, side, question, kind))
    ]
    ends = [end for item in stated for end in (item.low, item.high) if end is not None]
    if len({item.letter for item in stated}) < 2 or min(ends) == max(ends):
        return None
    positive = min(ends) > 0 and kind == "figure"
    scale = _Scale(min(ends), max(ends), positive and max(ends) >= _LOG_FROM * min(ends))
    groups: dict[tuple[str, str, str], list[_Stated]] = {}
    for item in stated:
        day, _ = view.as_of(item.claim)
        article = view.article(item.claim)
        key = (day or "9999", words.outlet(article), item.letter)
        groups.setdefault(key, []).append(item)
    rows = [_row(view, question, groups[key], scale) for key in sorted(groups)]
    return Chart(tuple(rows[:ROWS]), max(0, len(rows) - ROWS), scale.logarithmic)


@dataclasses.dataclass(frozen=True, slots=True)
class _Scale:
    least: float
    most: float
    logarithmic: bool

    def at(self, value: float) -> float:
        """Where a value lies, in percent of the width."""
        least, most = self.least, self.most
        if self.logarithmic:
            least, most, value = math.log(least), math.log(most), math.log(value)
        return _LEFT + (_RIGHT - _LEFT) * (value - least) / (most - least)


def _extent(
    claim: Claim, side: Side, question: Question, kind: str
) -> tuple[float, float | None] | None:
    """The value a claim gives as a stretch of numbers; dates as ordinals of days."""
    if kind == "figure":
        figure = figure_of(claim, side.value)
        return written(figure) if figure else None
    if kind != "date":
        return None
    for relation in question.relations:
        for end, value in zip((relation.a, relation.b), relation.values, strict=False):
            match = _DAYS.match(value) if end == claim.id else None
            if match:
                return _ordinal(match[1]), _ordinal(match[2] or match[1])
    return None


def _ordinal(iso: str) -> float:
    try:
        return float(datetime.date.fromisoformat(iso).toordinal())
    except ValueError:
        return 0.0


def _row(view: View, question: Question, group: list[_Stated], scale: _Scale) -> Row:
    first = min(group, key=lambda item: item.claim.id)
    article = view.article(first.claim)
    day, known = view.as_of(first.claim)
    value = first.side.value
    if question.kinds[0] == "figure" and (figure := figure_of(first.claim, value)):
        value = words.stated(figure)
    outlet = words.outlet(article)
    as_of = words.day(day[:10] if day else None)
    return Row(
        as_of=as_of,
        as_of_from="as of" if known == "text" else "published",
        side=first.letter,
        outlet=article.outlet if article else "",
        who=words.speaker(first.claim),
        value=value,
        claim=first.claim,
        others=len(group) - 1,
        bar=_bar(first, scale, f"{as_of}, {outlet}: {value}"),
    )


def _bar(item: _Stated, scale: _Scale, label: str) -> markupsafe.Markup:
    """A stretch from low to high, an arrow where it is open."""
    low = scale.at(item.low)
    high = 100.0 if item.high is None else scale.at(item.high)
    parts = [
        element("line", x1="0", x2="100%", y1="50%", y2="50%", class_="axis"),
        element("line", x1=f"{low:.1f}%", x2=f"{high:.1f}%", y1="50%", y2="50%", class_="stretch"),
        element("circle", cx=f"{low:.1f}%", cy="50%", r=5, class_="end"),
    ]
    if item.high is None:
        parts.append(element("text", text="▸", x="100%", y="50%", class_="open"))
    elif item.high > item.low:
        parts.append(element("circle", cx=f"{high:.1f}%", cy="50%", r=5, class_="end"))
    return drawing(parts, label, None, "bar")
