"""From a parsed sentence to its dates."""

from __future__ import annotations

import dataclasses
import datetime
import functools
from collections.abc import Iterable, Sequence

from claims.dates import calendars, clock, clock_words, counted, parts, ranges, relatives
from claims.dates.chart import Grammar, Lexeme, Node
from claims.dates.clauses import is_future, is_report, of_appointment, role_of
from claims.dates.clock import Time
from claims.dates.events import Dated, day_of, event_key, link_at
from claims.dates.friends import may_stand, names_something_else
from claims.dates.lexicon import TRIGGERS, lexemes
from claims.dates.spans import DAY, MINUTE, Reading, Setting, UndatableError
from claims.parse import Parsed
from claims.records import When

_TOP = frozenset(
    "DAY SPAN MOMENT RANGE EVENTDAY BAREYEAR BAREDAY SLASHDAY BARESEASON BAREQUARTER TODATE".split()
)
_LONE_TIME = frozenset({"TIME"})
_MAX_TOKENS = 600
"""Tokens looked at in a sentence; nothing written by people is longer."""


@functools.cache
def _grammar() -> Grammar:
    return Grammar(
        clock_words.RULES
        + calendars.RULES
        + relatives.RULES
        + counted.RULES
        + parts.RULES
        + clock.RULES
        + ranges.RULES
    )


def find_dates(
    parsed: Parsed,
    published: datetime.date | None,
    context: Sequence[When] = (),
    earlier: Sequence[Parsed] = (),
) -> tuple[When, ...]:
    """The dates of a sentence in order of place, not overlapping; empty when there are none.

    Args:
        parsed: The sentence.
        published: Day of publication; where it is not known, what is told from it has the
            anchor ``none`` and no ends.
        context: Dates found earlier in the same article, the latest last: "two days earlier"
            and "that day" count from them.
        earlier: The sentences before it, for "the day after the raid": without the one that
            dates the raid such a date stays open.

    Durations, ages and what recurs ("every Monday") are no dates. ``text`` is as the plain
    text of the sentence has it.
    """
    tokens = lexemes(parsed.sentence.text)[:_MAX_TOKENS]
    if not any(token.classes or token.low in TRIGGERS for token in tokens):
        return ()
    known = _readings(context, earlier)
    told: list[tuple[Reading, When]] = []
    found: list[When] = []
    nodes = _chosen(parsed, tokens)
    for node in sorted(nodes, key=lambda n: n.category in _LONE_TIME):
        near = _near(known)
        link = link_at(parsed.doc, tokens[node.last - 1].end)
        if node.category in _LONE_TIME:
            place = parsed.sentence.start + tokens[node.first].start
            event = [(r, w) for r, w in told if not _reported(w, parsed)]
            near = _nearest_day(event, place) or near
        elif link is not None:
            key = event_key(link)
            near = day_of(key, _dated(context, earlier)) if key else None
        resolved = _resolve(parsed, tokens, node, published, near, link is not None)
        if resolved is None:
            continue
        reading, when = resolved
        found.append(when)
        if reading is not None:
            known.append((reading, _reported(when, parsed)))
            told.append((reading, when))
    return tuple(sorted(found, key=lambda when: when.start))


@functools.lru_cache(maxsize=4096)
def time_of_day(text: str) -> Time | None:
    """The time of day that a time without a day tells: "just after six in the morning"."""
    tokens = lexemes(text)
    whole = [n for n in _grammar().parse(tokens) if n.category in _LONE_TIME]
    best = min(whole, key=lambda n: (n.first - n.last, n.rule), default=None)
    found = best.value if best is not None and best.last == len(tokens) else None
    return found if isinstance(found, Time) else None


def _nearest_day(told: Sequence[tuple[Reading, When]], place: int) -> Reading | None:
    """The day of the same sentence that stands nearest to a time without one."""
    days = [(abs(when.start - place), n) for n, (r, when) in enumerate(told) if r.days == 1]
    return told[min(days)[1]][0] if days else None


def _chosen(parsed: Parsed, tokens: Sequence[Lexeme]) -> list[Node]:
    """The longest constituents that may stand, from left to right."""
    taken: set[int] = set()
    chosen = []
    nodes = [n for n in _grammar().parse(tokens) if n.category in _TOP | _LONE_TIME]
    for node in sorted(nodes, key=lambda n: (n.first - n.last, n.rule, n.first)):
        stretch = range(node.first, node.last)
        if not taken.isdisjoint(stretch):
            continue
        if may_stand(parsed.doc, tokens, node):
            taken.update(stretch)
            chosen.append(node)
        elif names_something_else(parsed.doc, tokens, node):
            taken.update(stretch)
    return sorted(chosen, key=lambda n: n.first)


def _resolve(
    parsed: Parsed,
    tokens: Sequence[Lexeme],
    node: Node,
    published: datetime.date | None,
    near: Reading | None,
    of_event: bool,
) -> tuple[Reading | None, When] | None:
    first, last = tokens[node.first], tokens[node.last - 1]
    ahead = is_future(parsed.doc, first.start, last.end)
    nearest = of_appointment(parsed.doc, first.start, last.end)
    setting = Setting(published, ahead, near, nearest)
    reading: Reading | None
    try:
        if of_event and near is None and node.category not in _LONE_TIME:
            raise UndatableError
        reading = (
            _lone_time(node.value, near) if node.category in _LONE_TIME else node.value(setting)
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


def _lone_time(time: Time, day: Reading | None) -> Reading | None:
    """A time without a day: of the day told last."""
    if day is None or day.days > 1:
        raise UndatableError
    found = time.on(day)
    if day.fine and found.start < day.start and found.start + DAY < day.end:
        found = time.on(Reading(day.start + DAY, day.end + DAY, day.anchor))
    return dataclasses.replace(found, anchor="context")


_Known = tuple[Reading, bool]
"""A date told, and whether it is only that of someone's speaking."""


def _near(known: Iterable[_Known]) -> Reading | None:
    """The day told last; a longer stretch where no day was told.

    What happened "at 6 p.m." happened on the day of the event, not on the day on which the police
    told of it: such a day counts only where there is no other.
    """
    told = [(reading, reported) for reading, reported in known if not reading.window]
    for group in (
        [r for r, reported in told if r.days == 1 and not reported],
        [r for r, _ in told if r.days == 1],
        [r for r, _ in told],
    ):
        if group:
            return group[-1]
    return None


def _readings(context: Iterable[When], earlier: Sequence[Parsed]) -> list[_Known]:
    """What the dates of the news itself stand for: from its background nothing is counted."""
    found = []
    for when in context:
        reading = _reading(when) if when.role != "background" else None
        if reading is not None:
            holds = (one for one in earlier if one.sentence.start <= when.start < one.sentence.end)
            sentence = next(holds, None)
            found.append((reading, sentence is not None and _reported(when, sentence)))
    return found


def _reported(when: When, parsed: Parsed) -> bool:
    base = parsed.sentence.start
    return is_report(parsed.doc, when.start - base, when.end - base)


def _reading(when: When) -> Reading | None:
    if when.from_ is None or when.to is None:
        return None
    start = datetime.datetime.fromisoformat(when.from_)
    fine = "T" in when.from_
    end = datetime.datetime.fromisoformat(when.to) + (MINUTE if fine else DAY)
    return Reading(start, end, when.anchor, fine)


def _dated(context: Iterable[When], earlier: Iterable[Parsed]) -> list[Dated]:
    """The dates told so far with their sentences, for those whose sentence is at hand."""
    sentences = list(earlier)
    found = []
    for when in context:
        reading = _reading(when)
        for one in sentences if reading else ():
            if reading and one.sentence.start <= when.start < one.sentence.end:
                found.append(Dated(reading, one))
    return found
