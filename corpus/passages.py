"""Passages that two texts have in common, word for word or edited.

Seed, chain, extend, decide, as in text reuse detection (M. Sanchez-Perez, G. Sidorov, A. Gelbukh,
"The winning approach to text alignment for text reuse detection at PAN 2014"): word shingles that
both texts have, runs of them that lie close together in both, runs joined and drawn out as long as
they gain, and of each the exact share of words that stand in the same order in both (the longest
common subsequence). Unlike likeness of
whole texts (Jaccard), this finds a wire report that was cut short or printed inside another story.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import LCSseq

SHINGLE = 3
"""Words of a shingle: of a text in which 40 words in 100 were changed every fifth survives."""

GAP = 18
"""Most words between two shingles of one passage; as above, the next comes after 12 on average."""

BRIDGE = 60
"""Most words between two runs that may be one edited passage."""

STEP = 12
"""Words by which an end of a passage is drawn out at a time."""

FEWEST = 10
"""Words of the shortest passage."""

CHANCE = 0.45
"""Share of words in the same order that two reporters' own sentences on one event reach by
chance where they have shingles in common."""

SURE = 5.0
"""Words that a passage must share beyond chance: 10 alike word for word, 20 of which 14 are, 50 of
which 28 are. Read off the pairs of different articles on one event in ``gva_dev``."""

OFTEN = 16
"""Most places (in one text times in the other) of a shingle that says where a passage lies."""

_WORD = re.compile(r"\w+")

Shingle = tuple[str, ...]


@dataclasses.dataclass(frozen=True, eq=False)
class Words:
    """A text as words to be compared."""

    words: tuple[str, ...]
    """Casefolded; punctuation is left out."""
    spans: tuple[tuple[int, int], ...]
    """Where each stands in the text."""
    shingles: dict[Shingle, list[int]]
    """Where each shingle begins, as numbers of words."""

    @classmethod
    def of(cls, text: str) -> Words:
        """The words of a text; none for an empty one."""
        found = list(_WORD.finditer(text))
        words = tuple(match[0].casefold() for match in found)
        shingles: dict[Shingle, list[int]] = {}
        for start in range(len(words) - SHINGLE + 1):
            shingles.setdefault(words[start : start + SHINGLE], []).append(start)
        return cls(words, tuple(match.span() for match in found), shingles)


@dataclasses.dataclass(frozen=True, slots=True)
class Shared:
    """A passage that stands in two texts, in words; ends are exclusive."""

    a: int
    a_end: int
    b: int
    b_end: int
    share: float
    """Words in the same order in both, over the words of the longer side."""

    @property
    def sure(self) -> float:
        """Words shared beyond what chance gives."""
        return (self.share - CHANCE) * max(self.a_end - self.a, self.b_end - self.b)


def shared(a: Words, b: Words) -> tuple[Shared, ...]:
    """The passages of two texts in the order of the first; none when they share too little.

    A stretch of one may have several counterparts in the other; the passages then overlap.
    """
    runs = sorted(
        (run.a, run.last_a + SHINGLE, run.b, run.last_b + SHINGLE)
        for run in _runs(sorted(_seeds(a, b)))
    )
    joined = _joined(a, b, [_measured(a, b, *run) for run in runs])
    drawn = dict.fromkeys(_drawn_out(a, b, passage) for passage in joined)
    return tuple(sorted(filter(_told, drawn), key=lambda p: (p.a, p.b, p.a_end, p.b_end)))


def _seeds(a: Words, b: Words) -> Iterator[tuple[int, int]]:
    swapped = len(b.shingles) < len(a.shingles)
    few, many = (b, a) if swapped else (a, b)
    for shingle, here in few.shingles.items():
        there = many.shingles.get(shingle)
        if there and len(here) * len(there) <= OFTEN:
            for one in here:
                for other in there:
                    yield (other, one) if swapped else (one, other)


@dataclasses.dataclass(slots=True)
class _Run:
    """Shingles that lie close together in both texts: first and last place on either side."""

    a: int
    b: int
    last_a: int
    last_b: int

    def takes(self, a: int, b: int) -> bool:
        return -SHINGLE < b - self.last_b <= GAP

    def bend(self, a: int, b: int) -> int:
        """By how many words one side has more than the other since the last shingle."""
        return abs((b - a) - (self.last_b - self.last_a))


def _runs(seeds: Sequence[tuple[int, int]]) -> Iterator[_Run]:
    """Chains seeds, which come sorted, to the run that goes on straightest."""
    open_: list[_Run] = []
    for a, b in seeds:
        yield from (run for run in open_ if a - run.last_a > GAP)
        open_ = [run for run in open_ if a - run.last_a <= GAP]
        near = [run for run in open_ if run.takes(a, b)]
        if near:
            best = min(near, key=lambda run: run.bend(a, b))
            best.last_a, best.last_b = a, max(best.last_b, b)
        else:
            open_.append(_Run(a, b, a, b))
    yield from open_


def _measured(a: Words, b: Words, start: int, end: int, b_start: int, b_end: int) -> Shared:
    alike = LCSseq.similarity(a.words[start:end], b.words[b_start:b_end])
    return Shared(start, end, b_start, b_end, alike / max(end - start, b_end - b_start))


def _told(passage: Shared) -> bool:
    shorter = min(passage.a_end - passage.a, passage.b_end - passage.b)
    return passage.sure >= SURE and shorter >= FEWEST


def _joined(a: Words, b: Words, runs: Sequence[Shared]) -> list[Shared]:
    """Runs in the order of the first text, each joined to the one before it where what lies
    between them is alike too: where the whole shares more beyond chance than its parts."""
    found: list[Shared] = []
    for run in runs:
        best: tuple[float, int, Shared] | None = None
        for place, before in enumerate(found):
            if 0 <= run.a - before.a_end <= BRIDGE and 0 <= run.b - before.b_end <= BRIDGE:
                whole = _measured(a, b, before.a, run.a_end, before.b, run.b_end)
                gain = whole.sure - max(0.0, before.sure) - max(0.0, run.sure)
                if gain > 0 and (best is None or gain > best[0]):
                    best = gain, place, whole
        if best is None:
            found.append(run)
        else:
            found[best[1]] = best[2]
    return found


def _drawn_out(a: Words, b: Words, passage: Shared) -> Shared:
    """A passage with the words before and after it for as long as that gains."""
    if passage.sure < SURE / 2:
        return passage  # a few words alike by chance are not worth the time
    for before, after in ((STEP, 0), (0, STEP)):
        while True:
            wider = _measured(
                a,
                b,
                max(0, passage.a - before),
                min(len(a.words), passage.a_end + after),
                max(0, passage.b - before),
                min(len(b.words), passage.b_end + after),
            )
            if wider.sure <= passage.sure:
                break
            passage = wider
    return passage


def pairs(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Numbers of the words that stand in the same order in both, in that order."""
    return [
        (step.src_start + n, step.dest_start + n)
        for step in LCSseq.opcodes(a, b)
        if step.tag == "equal"
        for n in range(step.src_end - step.src_start)
    ]


def counterpart(a: Words, b: Words, passage: Shared, start: int, end: int) -> tuple[int, int]:
    """Where the words ``start`` to ``end`` of a passage of ``a`` stand in ``b``; the whole
    passage when none of them does."""
    met = pairs(a.words[passage.a : passage.a_end], b.words[passage.b : passage.b_end])
    there = [passage.b + other for own, other in met if start <= passage.a + own < end]
    return (there[0], there[-1] + 1) if there else (passage.b, passage.b_end)
