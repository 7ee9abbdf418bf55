"""Where a war is: the names at the word for it, else the country that its article names most."""

from __future__ import annotations

import functools
import re
from collections import Counter

from claims.names.demonyms import COUNTRIES, is_demonym
from reconcile.views import REMEMBERED, View

_DETERMINER = re.compile(r"\b(?:the|an?|its?|this|that|their|whose|of)\b", re.IGNORECASE)
_NAME = re.compile(r"\b[A-Z][\w-]+")
_NO_LAND = frozenset(
    "the a an un united nations more at since some over about civil world war january february "
    "march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday as many up but and in after during it this that "
    "according".split()
)
"""Words with a capital that are no place's."""

_ROOTS = frozenset(country[:4] for country in COUNTRIES)


def lands_of(sentence: str, head: re.Match[str] | None) -> frozenset[str]:
    """Roots of the names at a headword; without any, of the countries of the sentence.

    Args:
        sentence: The sentence.
        head: The word for the war in it; ``None`` where it has none.
    """
    if head is not None:
        ahead = _DETERMINER.split(" ".join(sentence[: head.start()].split()[-4:]))[-1]
        behind = re.match(
            r"\s+(?:in|of|over|between) (?:the )?((?:[A-Z]\w+ ?)+)", sentence[head.end() :]
        )
        names = _NAME.findall(ahead) + (_NAME.findall(behind[1]) if behind else [])
        if found := frozenset(_root(n) for n in names if n.casefold() not in _NO_LAND):
            return found
    return frozenset(root for name in _NAME.findall(sentence) if (root := _root(name)) in _ROOTS)


@functools.lru_cache(maxsize=REMEMBERED)
def _root(name: str) -> str:
    """What a country and its people have in common: "Syria", "Syrian" and "Syrias" are one."""
    word = name.casefold()
    if is_demonym(word) or word in COUNTRIES or word.removesuffix("s") in COUNTRIES:
        return word[:4]
    return word.removesuffix("s")


def main_land(view: View) -> frozenset[str]:
    """The country that an article names most; empty where it names none twice."""
    return _named_most(f"{view.article.title} {view.article.text}")


@functools.lru_cache(maxsize=1 << 12)
def _named_most(text: str) -> frozenset[str]:
    counted = Counter(root for n in _NAME.findall(text) if (root := _root(n)) in _ROOTS)
    best = counted.most_common(2)
    if not best or (len(best) == 2 and best[0][1] == best[1][1]):
        return frozenset()
    return frozenset({best[0][0]})


def is_land(word: str) -> bool:
    """Whether a word with a capital is a country's or no place's at all."""
    return _root(word) in _ROOTS or word.casefold() in _NO_LAND
