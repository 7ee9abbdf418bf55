"""Names of persons: one person under two spellings, or with another surname."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator

from rapidfuzz.distance import JaroWinkler

from claims.names.lexicon import CALLED
from claims.records import Claim
from reconcile.facts.kin_named import named_by_kin
from reconcile.findings import Alignment, Finding, Match, held
from reconcile.views import REMEMBERED, View

ALIKE = 0.8
"""Least Jaro-Winkler similarity of two words that may be one name misheard or mistyped."""

_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_NO_PERSON = frozenset(
    "street st avenue ave road rd drive dr lane boulevard county city town hospital police "
    "department school university college park center centre state north south east west "
    "new san los saint times news court sheriff office district church house party force front "
    "army brigade union council committee company inc islamic al "
    "eastern western northern southern central east west upper lower greater "
    "province governorate region village district countryside airport river lake mount bridge "
    "neighborhood neighbourhood island camp beach park square shrine mosque university news "
    "coalition front forces observatory".split()
)

ONE_NAME = frozenset(
    frozenset(pair)
    for row in (*CALLED, *map(frozenset, (("jon", "john"), ("geoff", "jeff"), ("marc", "mark"))))
    for pair in itertools.combinations(sorted(row), 2)
)
"""What one person is called now so and now so: no two names."""

_MARK = re.compile(r"[^\w]")

_ARTICLE = re.compile(r"(?:al|el|ad|an|ar|as|at|ash)[-'’]")
"""Written in Latin letters in many ways; two of them are no two names."""


def compare_persons(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """Names of one first name or one surname whose other is not the same; nothing where none are.

    A name that the other article has as well, in one spelling or another, is another person's;
    so is the name of a place.
    """
    for one in _told(a):
        for other in _told(b):
            same_age = bool(_ages(a, one) & _ages(b, other))
            signs = _apart(one, other, same_age)
            if signs is None or _has(b, one, other) or _has(a, other, one):
                continue
            if _place(a, one) or _place(b, other):
                continue
            values = " ".join(one), " ".join(other)
            told = {
                "same_happening": alignment.happening.match is Match.SAME,
                "same_age": same_age,
                "sounds_alike": _sound(one) == _sound(other),
            }
            signs |= held(told)
            if not signs & {"alike", "same_age"}:
                continue
            reason = f"{values[0]} against {values[1]} for one person's name"
            yield Finding("conflict", "name", values, reason, 0.6, signs)


def _told(view: View) -> list[tuple[str, ...]]:
    """The names of a claim, and those in its speaker's words for himself."""
    kin = (tuple(_WORD.findall(name)) for name in named_by_kin(view))
    return list(dict.fromkeys((*_persons(view.claim), *kin)))


@functools.lru_cache(maxsize=REMEMBERED)
def _persons(claim: Claim) -> tuple[tuple[str, ...], ...]:
    """The names of a claim as written that can be a person's: no place's, and of two words or
    more but where an age is told of a first name."""
    aged = {f.noun for f in claim.figures if f.role == "age"}
    found = []
    for name in claim.names:
        words = tuple(_WORD.findall(name.text))
        plain = {w.casefold().strip(".") for w in words}
        if plain & _NO_PERSON or any(map(_ARTICLE.match, plain)):
            continue
        if len(words) >= 2 or (words and name.text in aged):
            found.append(words)
    return tuple(found)


def _apart(a: tuple[str, ...], b: tuple[str, ...], same_age: bool) -> frozenset[str] | None:
    """How two names differ in their first or their last word, or in both a little where the age
    is one; ``None`` for not at all, or too much to be one person's."""
    first, second = (_plain(words) for words in (a, b))
    if len(first) == len(second) == 1:
        place, pair = "first_name", (first[0], second[0])
        if not _alike(*pair):
            return None
    elif 1 in (len(first), len(second)):
        return None
    elif first[0] == second[0] and first[-1] != second[-1]:
        place, pair = "surname", (first[-1], second[-1])
    elif first[-1] == second[-1] and first[0] != second[0]:
        place, pair = "first_name", (first[0], second[0])
    elif same_age and _alike(first[0], second[0]) and _alike(first[-1], second[-1]):
        place, pair = "both_names", (first[0], second[0])
    else:
        return None
    if frozenset(pair) in ONE_NAME:
        return None
    if min(map(len, pair)) < 3 or pair[0].startswith(pair[1]) or pair[1].startswith(pair[0]):
        return None
    return frozenset({place, "alike"} if _alike(*pair) else {place})


def _plain(words: tuple[str, ...]) -> list[str]:
    return [_MARK.sub("", w.casefold()) for w in words]


def _alike(a: str, b: str) -> bool:
    return a != b and JaroWinkler.similarity(a, b) >= ALIKE


def _sound(words: tuple[str, ...]) -> str:
    """What is left of a name without its vowels and doubled letters: how it is spelt in Latin
    letters is open where it comes from other ones."""
    text = _VOWELS.sub("", "".join(_plain(words)))
    return "".join(c for c, _ in itertools.groupby(text))


_VOWELS = re.compile(r"[aeiouyhw]")


def _has(view: View, words: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether an article tells of him who is called so: by the very name, or by one that is
    nearer to it than the ``other``."""
    if " ".join(words).casefold() in view.article.text.casefold():
        return True
    own = _likeness(words, other)
    claims = (view.claim, *view.neighbours)
    return any(_likeness(words, third) > own for claim in claims for third in _persons(claim))


def _likeness(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """How alike two names are in their worse word; nothing for a name in one word and one in
    two."""
    first, second = _plain(a), _plain(b)
    if (len(first) == 1) != (len(second) == 1):
        return 0.0
    pairs = ((first[0], second[0]), (first[-1], second[-1]))
    return min(JaroWinkler.similarity(*pair) for pair in pairs)


def _place(view: View, words: tuple[str, ...]) -> bool:
    """Whether an article has a name for a place's; what is so and so old is none."""
    name = " ".join(words).casefold()
    claims = (view.claim, *view.neighbours)
    if any(f.role == "age" and f.noun.casefold() == name for c in claims for f in c.figures):
        return False
    told = (c.happening for c in claims)
    return any(name == place.casefold() for act in told if act for place in act.places)


def _ages(view: View, words: tuple[str, ...]) -> set[float]:
    """The ages a claim gives of him who is called so."""
    return {
        f.low
        for f in view.claim.figures
        if f.role == "age"
        and f.high == f.low
        and _MARK.sub("", f.noun.casefold()).endswith(_plain(words)[-1])
    }
