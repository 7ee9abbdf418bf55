"""Words and runs of words that two texts have in common: what was written from what."""

from __future__ import annotations

import functools
import re

from claims.records import Figure
from reconcile.sentences import sentence_at
from reconcile.views import REMEMBERED, View

ARTICLES_REMEMBERED = 1 << 13
"""How many articles' runs are kept, of either length: they take more room than other readings."""

_WORD = re.compile(r"\w+")


def sentence_words(view: View, figure: Figure) -> frozenset[str]:
    """The words of the sentence that a figure stands in; those of two letters tell nothing."""
    return _words(sentence_at(view.article.text, figure.start))


@functools.lru_cache(maxsize=REMEMBERED)
def _words(sentence: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(sentence.casefold()) if len(word) > 2)


def shares(a: frozenset[str], b: frozenset[str], least: float) -> bool:
    """Whether at least such a share of the smaller set is in the other."""
    return len(a & b) >= least * min(len(a), len(b))


@functools.lru_cache(maxsize=ARTICLES_REMEMBERED)
def runs(text: str, length: int) -> frozenset[int]:
    """Hashes of all runs of so many words; empty for a shorter text."""
    words = _WORD.findall(text.casefold())
    return frozenset(hash(tuple(words[i : i + length])) for i in range(len(words) - length + 1))
