"""Written pairs changed a little, so that the network must look closely.

A number in one of two claims that agree is made another, and they clash; the number of one of two
that clash is given to the other, and they agree. Now and then the second becomes a copy of the
first, with its own words for the one fact, as two outlets print one agency's text. Only plain
numbers are changed: no bounds, fractions or clock times, no two in the words of one fact, none in
two units. Now and then both lose their commas and apostrophes, as scraped articles do ("the citys
mayor", "280000 people").
"""

from __future__ import annotations

import dataclasses
import random
import re
from collections.abc import Sequence

from benchmarks.groups import Spans, Told
from claims.records import Kind
from reconcile.reading.records import Excerpt
from reconcile.texts import NUMBER_WORDS

OFTEN = 0.35
"""How often a pair that allows it has a number changed."""
COPIED = 0.12
"""How often a pair that allows it becomes two copies of one text."""
EXCHANGED: frozenset[Kind] = frozenset({"figure", "age", "date", "time", "place", "name"})
SHORT = 4
"""Facts of what kinds, and in how many words at most, fit in the place of one another."""
SCRAPED = 0.2
"""How often a pair loses its commas and apostrophes."""

_VALUES = {word: number for number, word in enumerate(NUMBER_WORDS, 2)}
_NUMBER = re.compile(
    rf"(?<![\w:.,-])(?:\d+(?:,\d{{3}})*|{'|'.join(NUMBER_WORDS)})"
    r"(?![\d:]|[.,]\d|\w|-(?!year|old|month|strong|man)|\s*[ap]\.?m)",
    re.IGNORECASE,
)
_LOOSE = re.compile(
    r"\b(?:about|almost|and|approximately|around|as|at|between|billion|close|dozens?|estimated|few\w*|"
    r"fifths?|half|hundreds?|just|less|many|millions?|minus|more|near\w*|not|or|over|quarters?|"
    r"roughly|scores?|some|than|thirds?|thousands?|to|trillion|under|up|upwards?|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty)\b",
    re.IGNORECASE,
)
"""Beside these a number is no exact one, or only a part of one."""
_UNIT = re.compile(
    r"\b(?:second|minute|hour|day|week|month|year|decade|metre|meter|mile|km|kilomet|foot|feet|yard|"
    r"inch|acre|hectare|ton|kilo|pound|litre|per|degree|dollar|euro)|[%$€£]",
    re.IGNORECASE,
)
_POINTS = re.compile(r"(?<=\w)['’](?=\w)|,(?=\d{3})|(?<=\w),(?= )")


def perturbed(told: Told, chance: random.Random) -> Told:
    """The pair, now and then with a number changed; the pair itself where none can be."""
    if told.kind in ("figure", "age") and len(told.spans[0]) == len(told.spans[1]) == 1:
        if chance.random() >= OFTEN:
            return told
        if told.verdict == "agree":
            return _parted(told, chance)
        if told.verdict == "conflict" and told.alone:
            return _joined(told)
    return told


def copied(told: Told, chance: random.Random) -> Told:
    """The pair, now and then the first twice, the second time with the words that the second has
    for the fact; the pair itself where they are not known to differ in one fact only."""
    known = told.verdict == "agree" or (told.verdict == "conflict" and told.alone)
    if not known or told.kind not in EXCHANGED or chance.random() >= COPIED:
        return told
    if not len(told.spans[0]) == len(told.spans[1]) == 1:
        return told
    (own,), (other,) = told.spans
    words = told.b.text[slice(*other)]
    if max(len(words.split()), len(told.a.text[slice(*own)].split())) > SHORT:
        return told
    b, _ = edited(told.a, (), [(*own, words)])
    return dataclasses.replace(told, b=b, spans=(told.spans[0], ((own[0], own[0] + len(words)),)))


def scraped(told: Told, chance: random.Random) -> Told:
    """The pair, now and then without its commas and apostrophes."""
    if chance.random() >= SCRAPED:
        return told
    sides = zip((told.a, told.b), told.spans, strict=True)
    (a, first), (b, second) = (
        edited(read, spans, [(*m.span(), "") for m in _POINTS.finditer(read.text)])
        for read, spans in sides
    )
    return dataclasses.replace(told, a=a, b=b, spans=(first, second))


def _parted(told: Told, chance: random.Random) -> Told:
    """Two that give one number, the second with another."""
    one, other = _number(told.a, told.spans[0]), _number(told.b, told.spans[1])
    if one is None or other is None or _value(one[0]) != _value(other[0]) or _value(one[0]) < 2:
        return told
    b, second = edited(told.b, told.spans[1], [(*other.span(), _another(other[0], chance))])
    return dataclasses.replace(told, verdict="conflict", b=b, spans=(told.spans[0], second))


def _joined(told: Told) -> Told:
    """Two that give two numbers, the second with that of the first."""
    one, other = _number(told.a, told.spans[0]), _number(told.b, told.spans[1])
    if one is None or other is None or _value(one[0]) == _value(other[0]):
        return told
    if _units(told.a, told.spans[0]) != _units(told.b, told.spans[1]):
        return told
    words = one[0].lower() if other[0][0].islower() or other[0].isdigit() else one[0].capitalize()
    b, second = edited(told.b, told.spans[1], [(*other.span(), words)])
    return dataclasses.replace(told, verdict="agree", b=b, spans=(told.spans[0], second))


def _number(read: Excerpt, spans: Spans) -> re.Match[str] | None:
    """The one exact number of the words that state a fact."""
    (start, end) = spans[0]
    found = list(_NUMBER.finditer(read.text, start, end))
    return None if len(found) != 1 or _LOOSE.search(read.text, start, end) else found[0]


def _units(read: Excerpt, spans: Spans) -> frozenset[str]:
    return frozenset(m.casefold() for m in _UNIT.findall(read.text, *spans[0]))


def _value(number: str) -> int:
    return _VALUES.get(number.casefold()) or int(number.replace(",", ""))


def _another(number: str, chance: random.Random) -> str:
    """Another number, written in the same way: a little off, or by up to a half."""
    value = _value(number)
    most = max(3, value // 2) if chance.random() < 0.5 else 3
    found = value
    while found == value or found < 2:
        found = value + chance.randint(-most, most)
    if number.casefold() in _VALUES and found in _VALUES.values():
        word = NUMBER_WORDS[found - 2]
        return word.capitalize() if number[0].isupper() else word
    return f"{found:,}" if "," in number else str(found)


def edited(
    read: Excerpt, spans: Spans, edits: Sequence[tuple[int, int, str]]
) -> tuple[Excerpt, Spans]:
    """An excerpt with other words at some places, and where its spans are then."""

    def moved(at: int) -> int:
        return at + sum(len(words) - (end - start) for start, end, words in edits if end <= at)

    text, at = "", 0
    for start, end, words in edits:
        text += read.text[at:start] + words
        at = end
    own = tuple((moved(start), moved(end)) for start, end in spans)
    return Excerpt(text + read.text[at:], moved(read.start), moved(read.end)), own
