"""Makes the word tables of ``reconcile.bare``: ``python -m benchmarks.word_tables DIR``.

They come from WordNet. DIR holds the database files of WordNet 3.0 (Debian:
``apt-get install wordnet-base``, then
``/usr/share/wordnet``). Only words that the sentence model knows whole are kept, which is a list
of frequent words; of their senses the first, and a second that annotators met. The tables:

- ``nouns.tsv``, ``verbs.tsv``: a line a sense, which is known by its number, from 1: the number
  of the sense it is a kind of (0: none) and the words; a word's second sense has a "2" behind.
- ``opposites.tsv``: two words a line that exclude each other (antonyms of all parts of speech).
- ``derived.tsv``: a verb and its noun, where stemming doesn't tell that the two are one.
"""

from __future__ import annotations

import argparse
import dataclasses
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import snowballstemmer

from reconcile.bare.lexicon import TABLES
from reconcile.embedding import SentenceEncoder

SENSES = {"noun": 2, "verb": 2}
"""Most senses of a word that are kept, by part of speech."""

PARTS = ("noun", "verb", "adj", "adv")
_WORD = re.compile(r"[a-z]{3,}")


@dataclasses.dataclass(frozen=True, slots=True)
class Synset:
    """One sense of the database."""

    words: tuple[str, ...]
    pointers: tuple[tuple[str, str, str, str], ...]
    """Symbol, offset, part of speech, and which word points at which; "0000": all at all."""

    @property
    def parent(self) -> str:
        """Offset of the first sense it is a kind of; empty at the top."""
        return next((offset for symbol, offset, *_ in self.pointers if symbol in ("@", "@i")), "")


def senses(folder: Path, part: str) -> dict[str, Synset]:
    """Offset: sense, of one part of speech."""
    found: dict[str, Synset] = {}
    for line in _lines(folder / f"data.{part}"):
        fields = line.split(" | ")[0].split()
        end = 4 + 2 * int(fields[3], 16)
        words = tuple(re.sub(r"\(.*\)", "", word).lower() for word in fields[4:end:2])
        starts = range(end + 1, end + 1 + 4 * int(fields[end]), 4)
        pointers = ((fields[i], fields[i + 1], fields[i + 2], fields[i + 3]) for i in starts)
        found[fields[0]] = Synset(words, tuple(pointers))
    return found


def index(folder: Path, part: str) -> dict[str, list[str]]:
    """Word: offsets of the senses worth keeping, the most frequent first."""
    found: dict[str, list[str]] = {}
    for line in _lines(folder / f"index.{part}"):
        fields = line.split()
        at = 4 + int(fields[3])
        met, offsets = int(fields[at + 1]), fields[at + 2 :]
        found[fields[0]] = offsets[: max(1, min(met, SENSES.get(part, 1)))]
    return found


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as lines:
        yield from (line for line in lines if not line.startswith("  "))


def tree(folder: Path, part: str, known: frozenset[str]) -> list[str]:
    """Lines of ``nouns.tsv`` or ``verbs.tsv``."""
    data = senses(folder, part)
    members: dict[str, list[str]] = {}
    for word, offsets in sorted(index(folder, part).items()):
        if word in known:
            for rank, offset in enumerate(offsets, 1):
                members.setdefault(offset, []).append(word if rank == 1 else f"{word}{rank}")
    kept = set(members)
    for offset in members:
        while (offset := data[offset].parent) and offset not in kept:
            kept.add(offset)
    number = {offset: i for i, offset in enumerate(sorted(kept), 1)} | {"": 0}
    return [f"{number[data[o].parent]}\t{','.join(members.get(o, []))}" for o in sorted(kept)]


def opposites(folder: Path, known: frozenset[str]) -> list[str]:
    """Lines of ``opposites.tsv``."""
    found: set[tuple[str, str]] = set()
    for part in PARTS:
        data = senses(folder, part)
        for synset in data.values():
            for symbol, offset, _, which in synset.pointers:
                if symbol == "!" and which != "0000":
                    pair = sorted(_pair(synset, data[offset], which))
                    if known.issuperset(pair):
                        found.add((pair[0], pair[1]))
    return ["\t".join(pair) for pair in sorted(found)]


def derived(folder: Path, known: frozenset[str]) -> list[str]:
    """Lines of ``derived.tsv``."""
    verbs, nouns = senses(folder, "verb"), senses(folder, "noun")
    stem = snowballstemmer.stemmer("english").stemWord
    found: set[tuple[str, str]] = set()
    for synset in verbs.values():
        for symbol, offset, part, which in synset.pointers:
            if symbol == "+" and part == "n":
                pair = _pair(synset, nouns[offset], which)
                if known.issuperset(pair) and stem(pair[0]) != stem(pair[1]):
                    found.add(pair)
    return ["\t".join(pair) for pair in sorted(found)]


def _pair(synset: Synset, other: Synset, which: str) -> tuple[str, str]:
    return synset.words[int(which[:2], 16) - 1], other.words[int(which[2:], 16) - 1]


def frequent() -> frozenset[str]:
    """Words that the sentence model knows whole."""
    folder = SentenceEncoder().folder
    if folder is None:
        raise SystemExit("the carried model is not installed")
    vocabulary = (folder / "vocab.txt").read_text("utf-8").split()
    return frozenset(word for word in vocabulary if _WORD.fullmatch(word))


def main() -> int:
    """Writes the tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.word_tables")
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    known = frequent()
    tables = {
        "nouns": tree(folder, "noun", known),
        "verbs": tree(folder, "verb", known),
        "opposites": opposites(folder, known),
        "derived": derived(folder, known),
    }
    for name, lines in tables.items():
        (TABLES / f"{name}.tsv").write_text("\n".join(lines) + "\n", "utf-8")
        print(name, len(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
