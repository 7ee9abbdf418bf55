"""Two days near each other that two claims give for one happening, told in whatever words."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from reconcile.facts.cues import HARM, one_kind, told_at
from reconcile.facts.dated import Dated, part_of_day, spoken, told
from reconcile.facts.one_event import TOLD_STORY, one_attack, one_scene, one_street
from reconcile.facts.rounds import other_attacks
from reconcile.findings import Alignment, Finding, Match, held
from reconcile.interval import Interval
from reconcile.means import means
from reconcile.views import View

ONE_OFF = frozenset(
    "capture withdraw begin end die kill born sign release arrest elect resign open close found "
    "marry win lose crash sink explode launch announce appoint".split()
)
"""Happenings that, for given participants, are expected once: two dates for one clash."""

NEAR = 3
"""Days by which two dates of one happening are likely to lie apart."""

MANY = frozenset({"told", "moved", "mourned", "planned", "last", "lasts"})
"""What a story tells of on more than one day (``reconcile.facts.cues``): two days of it are of two
things."""

NEXT_WORD = 10
"""Code points after a day in which stands from where it is counted."""

_COUNTED = re.compile(
    r"\b(?:the|a|one|two) (?:night|day|evening|morning|week)s? (?:before|after|earlier|later)\b",
    re.IGNORECASE,
)
"""A day that is counted from another: "the night before the shooting"."""

_TODAY = re.compile(r"\b(?:to|yester)day\b|\b(?:this|last) |\btonight\b", re.IGNORECASE)
"""Days counted from the day on which the article came out."""


def compare_days(
    a: View, b: View, first: Dated, second: Dated, alignment: Alignment
) -> Iterator[Finding]:
    """Two single days near each other, for what two claims tell of in other words."""
    spans = first.span, second.span
    if spans[0] is None or spans[1] is None or alignment.story < TOLD_STORY:
        return
    gap = spans[0].gap(spans[1])
    kinds = told(a, first), told(b, second)
    night = first.interval.gap(second.interval) == 0
    if not 0 < gap <= NEAR or not _comparable(a, b, first, second, kinds):
        return
    if night and not (part_of_day(first.when) and part_of_day(second.when)):
        return
    if night and None in (first.spoken, second.spoken):
        return  # a night that goes by no day is that of either
    scene = one_scene(a, b, alignment)
    if not night and (_knows(a, spans[1]) or _knows(b, spans[0])):
        return
    own_news = _each_its_news(a, b, spans[0], spans[1])
    if not night and own_news and not (scene and one_street(a, b) and _named(first, second)):
        return
    if not night and "harm" in kinds and not (scene or one_attack(a, b, alignment)):
        return
    values = str(spans[0]), str(spans[1])
    given = night and (_knows(a, spans[1]) or _knows(b, spans[0]))
    signs = date_signs(first, second, gap) | held(
        {
            "same_sense": first.sense == second.sense,
            "one_off": {first.sense, second.sense} <= ONE_OFF,
            "same_people": alignment.participants.match is Match.SAME,
            "told": one_kind(*kinds),
            "harm": "harm" in kinds,
            "called": "called" in kinds,
            "night": night,
            "given_too": given,
            "one_news": a.published == b.published,
            "one_scene": scene,
            "own_news": own_news,
            "lent": first.lent or second.lent,
        }
    )
    reason = f"{values[0]} against {values[1]} for one happening"
    yield Finding("conflict", "date", values, reason, 0.3, signs)


def date_signs(first: Dated, second: Dated, gap: int) -> frozenset[str]:
    """What two dates that clash look like."""
    clock = "T" in (first.when.from_ or "") or "T" in (second.when.from_ or "")
    return held({"next_day": gap == 1, "clock": clock})


def _comparable(a: View, b: View, first: Dated, second: Dated, kinds: tuple[str, str]) -> bool:
    """Whether two days are of what the same words tell of, by the same means, and once."""
    if not first.when.role == second.when.role == "event" or MANY & {*kinds}:
        return False
    mine, theirs = means(a.claim.text), means(b.claim.text)
    if (mine and theirs and not mine & theirs) or _denied(a) or _denied(b):
        return False
    if _other_day(a, first) or _other_day(b, second) or other_attacks(a, b):
        return False
    return one_kind(*kinds) or (first.sense == second.sense and not all(kinds))


def _other_day(view: View, given: Dated) -> bool:
    """Whether it is the day before or after what the words near it tell of."""
    when = given.when
    return bool(_COUNTED.match(when.text + view.article.text[when.end :][:NEXT_WORD]))


def _named(*given: Dated) -> bool:
    """Whether days go by their own names: "today" is at times that of an older text."""
    return not any(_TODAY.search(one.when.text) for one in given)


def _each_its_news(a: View, b: View, first: Interval, second: Interval) -> bool:
    """Whether each article tells of the day it came out on, or of the day before, and they lie
    apart as the dates do."""
    if not a.published or not b.published or a.published == b.published:
        return False
    days = first.to or datetime.date.min, second.to or datetime.date.min
    lags = {(a.published - days[0]).days, (b.published - days[1]).days}
    return len(lags) == 1 and lags <= {0, 1}


def _knows(view: View, days: Interval) -> bool:
    """Whether another claim of the article is of one of those days, and not as the day on which
    the article came out: every article knows that one."""
    return any(
        when.role == "event"
        and (day := spoken(when)) is not None
        and Interval(day, day).gap(days) == 0
        and (
            not _TODAY.search(when.text) or told_at(view.article.text, when.start, when.end) in HARM
        )
        for claim in view.neighbours
        for when in claim.when
    )


def _denied(view: View) -> bool:
    return view.claim.polarity == "negated"
