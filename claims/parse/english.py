"""What ordinary English knows of a word: its parts of speech and its base forms.

From WordNet's index of words, its lists of irregular forms and its rules of inflection (Morphy),
which are part of the spaCy model's lemmatizer. WordNet has names, too, but nearly all of them as
nouns.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from typing import NamedTuple

_PARTS = ("noun", "verb", "adj", "adv")


class _Tables(NamedTuple):
    """What WordNet has of one part of speech."""

    known: frozenset[str]
    irregular: Mapping[str, Sequence[str]]
    rules: Sequence[tuple[str, str]]
    """Endings and what stands in their place in the base form."""


@functools.cache
def _tables(part: str) -> _Tables:
    from claims.parse import language

    # A pipe is any callable to spaCy's types; that of the lemmatizer has its tables.
    lookups = language().get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    index, irregular, rules = (lookups.get_table(f"lemma_{n}") for n in ("index", "exc", "rules"))
    return _Tables(
        frozenset(index.get(part, ())),
        irregular.get(part, {}),
        [(old, new) for old, new in rules.get(part, ()) if old],
    )


@functools.lru_cache(maxsize=65536)
def _bases(word: str, part: str) -> frozenset[str]:
    known, irregular, rules = _tables(part)
    made = {word.removesuffix(old) + new for old, new in rules if word.endswith(old)}
    return frozenset({word, *made} & known) | frozenset(irregular.get(word, ()))


def parts_of(word: str) -> frozenset[str]:
    """Parts of speech that a word in small letters can be; empty when English lacks it."""
    return frozenset(part for part in _PARTS if _bases(word, part))


def stems(word: str) -> frozenset[str]:
    """Base forms of a word in small letters; empty when English lacks it."""
    return frozenset(base for part in _PARTS for base in _bases(word, part))
