"""Names of persons: one person under two spellings, or with another surname."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from rapidfuzz.distance import JaroWinkler

from claims.records import Claim
from reconcile.findings import Alignment, Finding, Match
from reconcile.views import REMEMBERED, View

ALIKE = 0.8
"""Least Jaro-Winkler similarity of two words that may be one name misheard or mistyped."""

_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_NO_PERSON = frozenset(
    "street st avenue ave road rd drive dr lane boulevard county city town hospital police "
    "department school university college park center centre state north south east west "
    "new san los saint times news court sheriff office district church house party force front "
    "army brigade union council committee company inc islamic al "
    "eastern western northern southern central east west upper lower greater".split()
)

_MARK = re.compile(r"[^\w]")

_ARTICLE = re.compile(r"(?:al|el|ad|an|ar|as|at|ash)[-'’]")
"""Written in Latin letters in many ways; two of them are no two names."""


def compare_persons(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """Names of one first name or one surname whose other is not the same; nothing where none are.

    A name that the other article has as well is another person's.
    """
    for one in _persons(a.claim):
        for other in _persons(b.claim):
            signs = _apart(one, other)
            if signs is None or _used(b, one) or _used(a, other):
                continue
            values = " ".join(one), " ".join(other)
            if alignment.happening.match is Match.SAME:
                signs |= {"same_happening"}
            if _ages(a) & _ages(b):
                signs |= {"same_age"}
            if not signs & {"alike", "same_age"}:
                continue
            reason = f"{values[0]} against {values[1]} for one person's name"
            yield Finding("conflict", "name", values, reason, 0.6, signs)


@functools.lru_cache(maxsize=REMEMBERED)
def _persons(claim: Claim) -> tuple[tuple[str, ...], ...]:
    """The names of a claim as written that can be a person's: two words or more, no place's."""
    found = []
    for name in claim.names:
        words = tuple(_WORD.findall(name.text))
        plain = {w.casefold().strip(".") for w in words}
        if len(words) >= 2 and not plain & _NO_PERSON and not any(map(_ARTICLE.match, plain)):
            found.append(words)
    return tuple(found)


def _apart(a: tuple[str, ...], b: tuple[str, ...]) -> frozenset[str] | None:
    """How two names differ in their first or their last word; ``None`` for neither or both."""
    first, second = ([_MARK.sub("", w.casefold()) for w in words] for words in (a, b))
    if first[0] == second[0] and first[-1] != second[-1]:
        place, pair = "surname", (first[-1], second[-1])
    elif first[-1] == second[-1] and first[0] != second[0]:
        place, pair = "first_name", (first[0], second[0])
    else:
        return None
    if min(map(len, pair)) < 3 or pair[0].startswith(pair[1]) or pair[1].startswith(pair[0]):
        return None
    alike = JaroWinkler.similarity(*pair) >= ALIKE
    return frozenset({place, "alike"} if alike else {place})


def _used(view: View, words: tuple[str, ...]) -> bool:
    return " ".join(words) in view.article.text


def _ages(view: View) -> set[float]:
    return {f.low for f in view.claim.figures if f.role == "age" and f.high == f.low}
