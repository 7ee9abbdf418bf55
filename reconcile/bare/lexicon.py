"""What words have to do with each other: the same, a kind of, opposite, or another kind.

From WordNet 3.0 (Princeton University; ``data/LICENCE.wordnet``), by ``benchmarks.word_tables``;
``data/more.tsv`` holds opposites that WordNet lacks, made by hand.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterator, Mapping
from pathlib import Path

import snowballstemmer

TABLES = Path(__file__).with_name("data")

TOO_WIDE = 4
"""Senses nearer than this to the top of the nouns ("thing", "whole") hold nearly everything."""


@dataclasses.dataclass(frozen=True, slots=True)
class Tree:
    """Senses and what they are a kind of."""

    parents: tuple[int, ...]
    senses: Mapping[str, tuple[int, ...]]
    """Word: its senses, the most frequent first."""

    def line(self, sense: int) -> tuple[int, ...]:
        """A sense and all it is a kind of, upwards."""
        found = []
        while sense:
            found.append(sense)
            sense = self.parents[sense]
        return tuple(found)

    def kind_of(self, word: str, wider: str) -> bool:
        """Whether a sense of ``word`` is a kind of a sense of ``wider``, or the same."""
        tops = set(self.senses.get(wider, ()))
        return any(tops & set(self.line(sense)) for sense in self.senses.get(word, ()))

    def shared(self, a: str, b: str) -> int:
        """Depth of the deepest thing that both are kinds of, in any of their senses; 0: none."""
        return max(
            (
                len(set(self.line(x)) & set(self.line(y)))
                for x in self.senses.get(a, ())
                for y in self.senses.get(b, ())
            ),
            default=0,
        )


@functools.cache
def nouns() -> Tree:
    """The tree of nouns."""
    return _tree("nouns")


@functools.cache
def verbs() -> Tree:
    """The tree of verbs."""
    return _tree("verbs")


def _tree(name: str) -> Tree:
    parents = [0]
    senses: dict[str, list[tuple[int, int]]] = {}
    for number, (parent, members) in enumerate(_rows(name), 1):
        parents.append(int(parent))
        for member in members.split(",") if members else ():
            rank = 2 if member.endswith("2") else 1
            senses.setdefault(member.rstrip("2"), []).append((rank, number))
    return Tree(tuple(parents), {w: tuple(n for _, n in sorted(s)) for w, s in senses.items()})


def _rows(name: str) -> Iterator[list[str]]:
    for line in (TABLES / f"{name}.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@functools.cache
def _opposites() -> frozenset[tuple[str, str]]:
    told = [(stem(a), stem(b)) for name in ("opposites", "more") for a, b in _rows(name)]
    return frozenset(told) | {(b, a) for a, b in told}


@functools.cache
def _derived() -> Mapping[str, frozenset[str]]:
    """Word: the verbs or nouns that are one with it though stemming does not tell."""
    found: dict[str, set[str]] = {}
    for a, b in _rows("derived"):
        found.setdefault(a, set()).add(b)
        found.setdefault(b, set()).add(a)
    return {word: frozenset(others) for word, others in found.items()}


@functools.lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """The Snowball stem of a word in lower case; "easily" has that of "easy"."""
    found: str = _stemmer().stemWord(f"{word[:-3]}y" if word.endswith("ily") else word)
    return found


@functools.cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")


def kin(a: str, b: str) -> bool:
    """Whether two lemmas are of one family: "found" and "foundation", "die" and "death"."""
    return a == b or stem(a) == stem(b) or b in _derived().get(a, ())


def opposite(a: str, b: str) -> bool:
    """Whether two words exclude each other, also by others of their families: "pass" and "fail",
    "best" and "worst", "loses" and "winner"."""
    if stem(a) == stem(b):
        return False
    families = ((stem(x), stem(y)) for x in family(a) for y in family(b))
    return any(pair in _opposites() for pair in families)


def family(word: str) -> tuple[str, ...]:
    """A word, and those that are one with it."""
    return (word, *sorted(_derived().get(word, ())))
