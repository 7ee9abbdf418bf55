"""Which pairs of texts may have a passage in common, without comparing all pairs.

MinHash (A. Broder, "On the resemblance and containment of documents", 1997) with locality
sensitive hashing, by rensa. A whole text would hide a short copy in a long story, so each text is
hashed in stretches.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence

from rensa import RMinHash, RMinHashLSH

STRETCH = 60
"""Pairs of neighbouring words in a stretch; stretches begin every half of it."""

FEWEST = 4
"""Pairs of words a stretch must share with other texts to be hashed."""

HASHES, BANDS, SEED = 128, 64, 1
"""Two hashes a band: stretches that share every sixth pair meet in 82 of 100 cases, and a copy
has several stretches; those that share every hundredth, in 1 of 150."""

HOLDERS = 100
"""Texts that may have a pair of words before it is too common to say anything; more reprints than
this of one text in one case are not looked for beyond their exact copies."""

_SHORT = 4
"""Letters of the shortest word that is hashed: shorter ones are mostly articles and the like."""

Pair = tuple[str, str]


def candidates(texts: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """Pairs of positions, the lower first, sorted.

    Args:
        texts: Each text's words, casefolded.
    """
    rows = [_pairs(words) for words in texts]
    holders = Counter(pair for row in rows for pair in set(row))
    # What one text alone has says nothing of another and would only thin the stretches out.
    kept = [[p for p in row if 1 < holders[p] <= HOLDERS] for row in rows]
    owners: list[int] = []
    stretches: list[list[str]] = []
    for number, row in enumerate(kept):
        for start in range(0, max(1, len(row) - STRETCH // 2), STRETCH // 2):
            told = sorted({" ".join(pair) for pair in row[start : start + STRETCH]})
            if len(told) >= FEWEST:
                owners.append(number)
                stretches.append(told)
    found = _same(texts)
    if stretches:
        hashes = RMinHash.from_token_sets(stretches, HASHES, SEED)
        index = RMinHashLSH(0.5, HASHES, BANDS)
        index.insert_many(hashes)
        for one, others in enumerate(index.query_all(hashes)):
            found |= {
                (owners[other], owners[one]) for other in others if owners[other] < owners[one]
            }
    return sorted(found)


def _pairs(words: Sequence[str]) -> list[Pair]:
    telling = [word for word in words if len(word) >= _SHORT]
    return list(itertools.pairwise(telling))


def _same(texts: Sequence[Sequence[str]]) -> set[tuple[int, int]]:
    """Each text with the first one of the same words."""
    first: dict[tuple[str, ...], int] = {}
    found = set()
    for number, words in enumerate(texts):
        held = first.setdefault(tuple(words), number)
        if held != number:
            found.add((held, number))
    return found
