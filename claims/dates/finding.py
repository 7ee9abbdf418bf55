"""From a parsed sentence to its dates."""

from __future__ import annotations

import dataclasses
import datetime
import functools
from collections.abc import Iterable, Sequence

from claims.dates import calendars, clock, parts, ranges, relatives
from claims.dates.chart import Grammar, Lexeme, Node
from claims.dates.clauses import is_future, role_of
from claims.dates.clock import Time
from claims.dates.friends import may_stand
from claims.dates.lexicon import TRIGGERS, lexemes
from claims.dates.spans import DAY, MINUTE, Reading, Setting, UndatableError
from claims.parse import Parsed
from claims.records import When

_TOP = frozenset(
    {"DAY", "SPAN", "MOMENT", "RANGE", "EVENTDAY", "BAREYEAR", "BAREDAY", "SLASHDAY", "BARESEASON"}
)
_LONE_TIME = frozenset({"TIME"})
_MAX_TOKENS = 600
"""Tokens looked at in a sentence; nothing written by people is longer."""


@functools.cache
def _grammar() -> Grammar:
    return Grammar(calendars.RULES + relatives.RULES + parts.RULES + clock.RULES + ranges.RULES)


def find_dates(
    parsed: Parsed, published: datetime.date | None, context: Sequence[When] = ()
) -> tuple[When, ...]:
    """The dates of a sentence in order of place, not overlapping; empty when there are none.

    Args:
        parsed: The sentence.
        published: Day of publication; where it is not known, what is told from it has the
            anchor ``none`` and no ends.
        context: Dates found earlier in the same article, the latest last: "two days earlier"
            and "that day" count from them.

    Durations, ages and what recurs ("every Monday") are no dates. ``text`` is as the plain
    text of the sentence has it.
    """
    tokens = lexemes(parsed.sentence.text)[:_MAX_TOKENS]
    if not any(token.classes or token.low in TRIGGERS for token in tokens):
        return ()
    known = _readings(context)
    found: list[tuple[Node, Reading | None, When]] = []
    for node in _chosen(parsed, tokens):
        resolved = _resolve(parsed, tokens, node, published, known)
        if resolved is not None:
            found.append((node, *resolved))
            if resolved[0] is not None:
                known = [*known, resolved[0]]
    return tuple(when for _, _, when in found)


def _chosen(parsed: Parsed, tokens: Sequence[Lexeme]) -> list[Node]:
    """The longest constituents that may stand, from left to right."""
    taken: set[int] = set()
    chosen = []
    nodes = [n for n in _grammar().parse(tokens) if n.category in _TOP | _LONE_TIME]
    for node in sorted(nodes, key=lambda n: (n.first - n.last, n.rule, n.first)):
        stretch = range(node.first, node.last)
        if taken.isdisjoint(stretch) and may_stand(parsed.doc, tokens, node):
            taken.update(stretch)
            chosen.append(node)
    return sorted(chosen, key=lambda n: n.first)


def _resolve(
    parsed: Parsed,
    tokens: Sequence[Lexeme],
    node: Node,
    published: datetime.date | None,
    known: Sequence[Reading],
) -> tuple[Reading | None, When] | None:
    first, last = tokens[node.first], tokens[node.last - 1]
    setting = Setting(published, is_future(parsed.doc, first.start, last.end), _near(known))
    reading: Reading | None
    try:
        reading = (
            _lone_time(node.value, known) if node.category in _LONE_TIME else node.value(setting)
        )
        if reading is None:
            return None
        ends: tuple[str | None, str | None] = reading.iso()
    except (UndatableError, OverflowError, ValueError):
        reading, ends = None, (None, None)
    base = parsed.sentence.start
    when = When(
        parsed.sentence.text[first.start : last.end],
        base + first.start,
        base + last.end,
        *ends,
        reading.anchor if reading else "none",
        role_of(parsed.doc, tokens, (node.first, node.last), reading, setting),
    )
    return reading, when


def _lone_time(time: Time, known: Sequence[Reading]) -> Reading | None:
    """A time without a day: of the day told last."""
    day = _near(known)
    if day is None or day.days > 1:
        raise UndatableError
    return dataclasses.replace(time.on(day), anchor="context")


def _near(known: Iterable[Reading]) -> Reading | None:
    """The day told last; a longer stretch where no day was told."""
    told = [reading for reading in known if not reading.window]
    single = [reading for reading in told if reading.days == 1]
    return single[-1] if single else (told[-1] if told else None)


def _readings(context: Iterable[When]) -> list[Reading]:
    found = []
    for when in context:
        if when.from_ is None or when.to is None or when.role == "background":
            continue
        start = datetime.datetime.fromisoformat(when.from_)
        fine = "T" in when.from_
        end = datetime.datetime.fromisoformat(when.to) + (MINUTE if fine else DAY)
        found.append(Reading(start, end, when.anchor, fine))
    return found
