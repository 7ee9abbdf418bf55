"""Of whom an age is told: his name as his case spells it, and whether two names are one man's."""

from __future__ import annotations

import dataclasses
import re

from rapidfuzz.fuzz import token_set_ratio

from claims.figures.kinds import is_person
from claims.figures.persons_told import TITLES
from claims.names.lexicon import GENERATIONS
from claims.records import Claim, Figure
from reconcile.facts.persons import ONE_NAME

SPELLING = 88
"""Two names at least so alike (rapidfuzz token set ratio, so that a middle name may be left out)
are one person's."""

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SMALL = re.compile(r"[a-z]+")

_APPOSED = re.compile(
    r"(?:,| is| was) (?:an?|the) (?:(?!(?:an?|the|that|who|whose|whom|to|of|with|and|for|by|from|"
    r"his|her|their)\b|[\w-]+ing\b)[\w-]+ ){0,4}(?:of (?:(?:two|three|four|five|six|\d) )?)?"
    r"| (?:is|was|turned) (?:now |then |just |only )?"
)
"""What somebody is, up to how old: "Jo Carter, a schoolboy aged", "Jo Carter is"; not "the father
of a boy aged", "a lawyer representing a"."""

_OWNS = re.compile(r"(?: \w+)?['’]s\b")
"""Behind an age: "the 13-year-old's mother", "the 13-year-old victim's aunt"."""


def of_whom(claim: Claim, figure: Figure) -> Figure:
    """An age with him who is so old for its noun: the name that the claim says he has, as it is
    spelt in the case; the word for the person where a town's name stands before it."""
    if figure.noun[:1].isupper():
        after = claim.text.partition(f"{figure.text} {figure.noun} ")[2]
        word = _SMALL.match(after)
        if word is not None and is_person(word[0]):
            return dataclasses.replace(figure, noun=word[0])
        return dataclasses.replace(figure, noun=_in_full(claim, figure.noun))
    before, found, after = claim.text.partition(figure.text)
    if not found or figure.text in after or _OWNS.match(after):
        return figure
    for name in claim.names:
        told, _, between = before.rpartition(name.text)
        if between and _APPOSED.fullmatch(between) and not told.rstrip().endswith((" of", "’s")):
            return dataclasses.replace(figure, noun=_in_full(claim, name.text))
    return figure


def _in_full(claim: Claim, noun: str) -> str:
    """ "Mr. Dahl" as "Per Dahl", where his article or its story calls him so."""
    words = _parts(noun)[1]
    if len(words) > 1:
        return noun
    full = (n.name for n in claim.names if [n.text] == words and " " in n.name)
    return next(full, noun)


def same_name(a: str, b: str) -> bool:
    """Whether two names, with or without titles, can be one person's: alike in spelling, a part of
    the other, or a short form of it; of two bare surnames not with two titles."""
    (title, first), (other_title, second) = _parts(a), _parts(b)
    if len(first) == len(second) == 1 and title and other_title and title != other_title:
        return False
    spelt = " ".join(first).casefold(), " ".join(second).casefold()
    return token_set_ratio(*spelt) >= SPELLING or _one_given(first, second, alike=False)


def in_full(a: str, b: str) -> bool:
    """Whether two names of one person are both given and family names, and of no two
    generations."""
    first, second = _parts(a)[1], _parts(b)[1]
    return _generation(first) == _generation(second) and _one_given(first, second)


def _one_given(a: list[str], b: list[str], alike: bool = True) -> bool:
    """Whether two names are of one family name, and of one given name and its short form, or
    (``alike``) of the same one."""
    if min(len(a), len(b)) < 2:
        return False
    one, other = _plain(a), _plain(b)
    short = frozenset((one[0], other[0])) in ONE_NAME
    return one[-1] == other[-1] and (short or (alike and one[0] == other[0]))


def _parts(name: str) -> tuple[str, list[str]]:
    """The first title of a name, empty for none, and its words without the titles before it."""
    words = _WORD.findall(name)
    first = 0
    while first < len(words) - 1 and words[first].casefold() in TITLES:
        first += 1
    return (words[0].casefold() if first else ""), words[first:]


def _plain(words: list[str]) -> list[str]:
    """In small letters, without "Jr."."""
    return [w.casefold() for w in words if w.casefold() not in GENERATIONS] or [""]


def _generation(words: list[str]) -> frozenset[str]:
    return frozenset(w.casefold() for w in words) & GENERATIONS
