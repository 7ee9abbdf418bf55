"""Which articles of a case tell of one story, by the names they share."""

from __future__ import annotations

import functools
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping

LINK = 0.05
"""Least cosine of the names of two articles of one story, names weighed by their rarity. Of
articles on two shootings one pair in a hundred reaches it, of those on one shooting four in five
(Gun Violence Archive, development half)."""
FEW = 3
"""Names an article must have to be told from another story by them."""
_BACKGROUND = 50
"""Articles beyond the case: in a small case, too, a name that all articles use says something."""
_COMMON = 0.2
"""Share of the articles from which a name says nothing, in a case of more than ``_BACKGROUND``."""


class Stories:
    """Links between articles; immutable."""

    def __init__(self, names: Mapping[str, frozenset[str]]) -> None:
        """Takes the names of each article, in a form that is the same in all of them."""
        self._names = names
        holders: dict[str, list[str]] = defaultdict(list)
        for article in sorted(names):
            for name in names[article]:
                holders[name].append(article)
        total = len(names) + _BACKGROUND
        most = max(_BACKGROUND, _COMMON * len(names))
        self._holders = {name: found for name, found in holders.items() if len(found) <= most}
        self._weight = {name: math.log(total / len(found)) ** 2 for name, found in holders.items()}
        # Per object: a cache on the method would keep every case alive.
        self.linked = functools.cache(self._linked)

    def _linked(self, article: str) -> frozenset[str]:
        """The other articles of its story; empty when no other shares enough."""
        shared: dict[str, float] = defaultdict(float)
        for name in sorted(self._names[article]):
            for other in self._holders.get(name, ()):
                shared[other] += self._weight[name]
        least = LINK * self._length(article)
        return frozenset(
            other
            for other, weight in shared.items()
            if other != article and weight >= least * self._length(other)
        )

    def _length(self, article: str) -> float:
        return math.sqrt(sum(self._weight[name] for name in sorted(self._names[article])))

    def near(self, one: Iterable[str], other: Iterable[str]) -> bool:
        """Whether some article of ``one`` and some of ``other`` are the same or of one story.

        In a small case articles with hardly a name are near all others: nothing speaks against
        it.
        """
        ones, others = sorted(one), frozenset(other)
        if not others.isdisjoint(ones):
            return True
        small = len(self._names) <= _BACKGROUND
        if small and any(len(self._names[article]) < FEW for article in (*ones, *others)):
            return True
        return any(not others.isdisjoint(self.linked(article)) for article in ones)
