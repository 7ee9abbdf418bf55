"""The ages a claim tells: its figures, its speaker's, and lists and ranges of several."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from claims.figures import numerals
from claims.figures.kinds import is_person
from claims.records import Claim, Figure
from reconcile.facts.aged import of_whom
from reconcile.views import REMEMBERED, View

_NUMBER = (
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen)"
)
_UNIT = r"(?:[ -](?P<{0}>day|week|month|year)s?)?(?:[ -]olds?)?"
_RANGE = re.compile(
    r"\b(?:ages?|aged|ranged|ranging|varied|between|from)\s(?:[a-z ]{0,24}?\s)?"
    rf"(?P<low>{_NUMBER}){_UNIT.format('low_unit')}\s?(?:-|–|to|and|through)\s?"
    rf"(?P<high>{_NUMBER}){_UNIT.format('high_unit')}(?![\w%]|[ -]\w+[ -]old|,? (?:and )?\d)",
    re.IGNORECASE,
)
"""A range of ages: "ages 3 months to 10 years", "between nine and 15 years old"."""

_RANGING = re.compile(r"\b(?:rang(?:ed?|es|ing)|var(?:y|ied|ies|ying))\b[^.;]{0,30}\bfrom\b", re.I)
"""A range whose bounds may be told otherwise: "from nine to the early fifties"."""

_OF_AGE = re.compile(r"\bage[sd]?\b|\bolds?\b", re.IGNORECASE)
"""A range of anything else says nothing of years lived."""

_JOINED = re.compile(r"\b(?:ages|aged)\s\w+ and \w+", re.IGNORECASE)
"""The ages of two, which are no range."""

_LIST = re.compile(
    rf"\bage[sd]\s(?:[a-z ]{{0,24}}?\s(?:are|were)\s)?"
    rf"(?P<list>{_NUMBER}(?:, {_NUMBER})*,? and {_NUMBER})(?![\w%-])",
    re.IGNORECASE,
)
"""Ages of several: "ages 26, 29 and 31"."""

_BOUNDED = re.compile(
    r"\b(?:under|over|below|above) (?:the )?ages?\b|\b(?:and|or) (?:under|over|older|younger)\b",
    re.IGNORECASE,
)
"""Ages that say only how old somebody is at most, or at least."""

_OLD = re.compile(r"\b(?P<age>\w+(?:-\w+)?)[- ]year[- ]old\b", re.IGNORECASE)
_AFTER = re.compile(r"\s?[,(]\s?(?P<age>\d{1,2})(?=[,)])")

_BESIDE = re.compile(
    r"\s?, (?:an? |the |who (?:is|was) |aged )?(?P<age>\w+(?:-\w+)?)"
    r"(?:[- ]years?[- ]olds?\b|(?= ?,))"
)
"""An age put beside a speaker: "the skipper, a forty-year-old who ..., said"."""

_CALLED = re.compile(
    r",? ?(?:(?:who was )?(?:named|identified|known)(?: \w+ly)?(?: only)?(?: as)?|called) "
    r"(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})"
)
"""The name of whom an age is told."""

BESIDE = 60
"""Code points after a speaker in which it may stand."""

_WORDED = re.compile(r"^in (?:his|her|their)\b|\bbirthday$|genarian$|^[\w-]+$", re.IGNORECASE)
"""How the age of one person is told who is not said to be so old to the year; "19 to 42" is of
several."""

_YEARS = {"day": 1 / 365, "week": 7 / 365, "month": 1 / 12, "year": 1.0}

AGED = 8
"""Code points after a speaker's name in which his age may stand."""


class Span(NamedTuple):
    """A range of ages in years, as written."""

    low: float
    high: float
    text: str


@functools.lru_cache(maxsize=REMEMBERED)
def age_range(text: str) -> Span | None:
    """The one range of ages a text gives; ``None`` for none, or for several."""
    found = [
        m for m in _RANGE.finditer(text) if _OF_AGE.search(m[0]) and not _JOINED.fullmatch(m[0])
    ]
    if len(found) != 1:
        return None
    match = found[0]
    last = match["high_unit"] or "year"
    low = _number(match["low"]) * _YEARS[(match["low_unit"] or last).lower()]
    high = _number(match["high"]) * _YEARS[last.lower()]
    return Span(low, high, match[0]) if low < high else None


@functools.lru_cache(maxsize=REMEMBERED)
def listed_ages(text: str) -> tuple[float, ...]:
    """The years of a bare list of ages, as they stand; empty for none."""
    match = _LIST.search(text)
    return tuple(n.value for n in numerals(match["list"].replace(",", ";"))) if match else ()


def _number(word: str) -> float:
    return numerals(word)[0].value


@functools.lru_cache(maxsize=REMEMBERED)
def single_ages(claim: Claim) -> tuple[Figure, ...]:
    """The ages a claim gives of one person each; what a list or a range gives is nobody's own."""
    if _BOUNDED.search(claim.text):
        return ()
    own = tuple(of_whom(claim, f) for f in claim.figures if f.role == "age" and _single(f))
    if listed_ages(claim.text) or age_range(claim.text) or _RANGING.search(claim.text):
        return tuple(f for f in own if f.noun[:1].isupper())
    return own


def _single(figure: Figure) -> bool:
    """Whether an age is one person's: given to the year, or as "in his forties", "his 40th
    birthday"."""
    if figure.high is None:
        return False
    return figure.high == figure.low or bool(_WORDED.search(figure.text))


def told_ages(view: View) -> list[Figure]:
    """The single ages of a claim, and how old the one who says it is."""
    return [*single_ages(view.claim), *speaker_age(view)]


def speaker_age(view: View) -> list[Figure]:
    """ "The 15-year-old said", "Jo Carter, 41, said": that age; empty where none is given."""
    speaker = view.claim.speaker
    if speaker is None:
        return []
    text = view.article.text
    written = text[speaker.start : speaker.end]
    old, after = _OLD.search(written), text[speaker.end : speaker.end + BESIDE]
    match = old or _AFTER.match(after[:AGED]) or _BESIDE.match(after)
    read = numerals(match["age"]) if match else []
    if match is None or len(read) != 1:
        return []
    named = speaker.name if speaker.name[:1].isupper() else ""
    if old:
        who = named or next(filter(is_person, written[match.end() :].split()), "")
    else:
        called = _CALLED.match(after, match.end())
        who = named or (called["name"] if called else speaker.name.split()[-1])
        if not (named or called or is_person(who)):
            return []
    age = read[0].value
    start = speaker.start
    return [Figure(match[0], start, start, age, age, who or "person", "year", "age", "", "exact")]
