"""Which articles repeat another one's text: wire copies, reprints, later versions.

Word shingles and exact containment (A. Broder, "On the resemblance and containment of
documents", 1997): containment of the shorter text in the longer, because resemblance (Jaccard)
misses a wire report that an outlet has cut short.
"""

from __future__ import annotations

import dataclasses
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from corpus.agencies import credited
from corpus.records import Article

SHINGLE = 8
"""Words of a shingle: two reporters do not write eight words alike by chance, except quotes."""

CONTAINED = 0.7
"""Share of the shorter text's shingles that a copy has in common with the longer one."""

_FEWEST = 12
"""Shingles of a text that can be told to be a copy; a one-line report cannot."""

_HOLDERS = 12
"""Earlier articles kept for a shingle: enough to find every candidate, few enough that
boilerplate standing in all articles stays cheap."""

_WORD = re.compile(r"\w+")


def assign_origins(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The same articles in the same order, each with its ``origin`` and, where it was empty and
    the text credits one, its ``agency``.

    ``origin`` is the id of the earliest article (by ``published``, undated ones last, then by
    id) whose text it repeats; where that is a copy itself, what it is a copy of. An article
    that repeats none is its own origin.
    """
    order = sorted(range(len(articles)), key=lambda number: _when(articles[number]))
    shingles: list[frozenset[int]] = [frozenset()] * len(articles)
    holders: defaultdict[int, list[int]] = defaultdict(list)
    origin: dict[int, int] = {}
    for number in order:
        own = shingles[number] = _shingles(articles[number].text)
        near = Counter(earlier for shingle in own for earlier in holders.get(shingle, ()))
        copied = [
            earlier
            for earlier, shared in near.items()
            if shared * 10 >= min(len(own), len(shingles[earlier]))
            and _contained(own, shingles[earlier])
        ]
        first = min(copied, key=lambda earlier: _when(articles[earlier]), default=number)
        origin[number] = origin.get(first, first)
        for shingle in own:
            if len(known := holders[shingle]) < _HOLDERS:
                known.append(number)
    return tuple(
        dataclasses.replace(
            article,
            origin=articles[origin[number]].id,
            agency=article.agency or credited(article.text),
        )
        for number, article in enumerate(articles)
    )


def _when(article: Article) -> tuple[bool, str, str, str]:
    return article.published is None, article.published or "", article.id, article.path


def _shingles(text: str) -> frozenset[int]:
    """Hashes of a text's shingles; equal ones in one run only, which is all they are for."""
    words = _WORD.findall(text.casefold())
    if len(words) - SHINGLE + 1 < _FEWEST:
        return frozenset()
    parts = zip(*(words[start:] for start in range(SHINGLE)), strict=False)
    return frozenset(map(hash, parts))


def _contained(one: frozenset[int], other: frozenset[int]) -> bool:
    return len(one & other) >= CONTAINED * min(len(one), len(other))
