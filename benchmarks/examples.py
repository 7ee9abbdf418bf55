"""The pairs that ``benchmarks.train_reader`` learns from.

Of three sorts: whole sentences of a group, each with others of its group and with some of the
groups beside it, which are often on a like topic; claims of those sentences; and claims of the
articles of a happening. A claim is read in its sentence.
"""

from __future__ import annotations

import dataclasses
import random
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from benchmarks import desks, groups
from benchmarks.groups import Row, Told, kept
from claims.records import Verdict

OF_GROUP: dict[Verdict, int] = {"conflict": 4, "agree": 3, "scope": 1, "update": 1, "different": 2}
"""Pairs of sentences of each verdict that are taken of one group in an epoch."""
OF_TWO_GROUPS = 1
"""Pairs of a group and one beside it."""
OF_GROUP_CLAIMS: dict[Verdict, int] = {"conflict": 2, "agree": 1, "different": 1}
"""Pairs of claims of each verdict that are taken of one group."""
OF_HAPPENING: dict[Verdict, int] = {"conflict": 16, "agree": 18, "update": 4, "different": 22}
"""Pairs of claims of each verdict that are taken of one happening."""
TRIED = 4
"""Of so many pairs of claims that are of different facts the one is taken that is most alike:
most share no word and no kind of fact, and are told apart at a glance."""

_WORD = re.compile(r"\w{3,}")


@dataclasses.dataclass(frozen=True)
class Material:
    """What was written, read once for all epochs."""

    groups: Sequence[Row]
    claims: Sequence[Sequence[Told]]
    """The pairs of claims of each group."""
    happenings: Sequence[Sequence[Told]]
    """The pairs of claims of each happening."""

    def drawn(self, chance: random.Random) -> Iterator[Told]:
        """Pairs for one epoch."""
        for place, group in enumerate(self.groups):
            yield from (told for _, told in groups.drawn(group, OF_GROUP, chance))
            for _ in range(OF_TWO_GROUPS):
                beside = self.groups[place - chance.choice((1, 2, 3))]
                one, other = (
                    groups.sentence(chance.choice(own["same"])).excerpt for own in (group, beside)
                )
                yield Told(group["id"], one, other, "different")
        for pairs in self.claims:
            yield from drawn(pairs, OF_GROUP_CLAIMS, chance)
        for pairs in self.happenings:
            yield from drawn(pairs, OF_HAPPENING, chance)


def material(learnt: bool) -> Material:
    """What the network learns from, or what is kept from it."""
    own, told = kept(groups.groups(), learnt), kept(desks.happenings(), learnt)
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        return Material(
            own,
            list(_counted("groups", pool.map(group_claims, own, chunksize=8), len(own))),
            list(_counted("happenings", pool.map(happening_claims, told), len(told))),
        )


def _counted(name: str, made: Iterable[list[Told]], of: int) -> Iterator[list[Told]]:
    for done, pairs in enumerate(made, 1):
        print(f"\r{name}: claims of {done} of {of}  ", end="", file=sys.stderr, flush=True)
        yield pairs
    print(file=sys.stderr)


def happening_claims(happening: Row) -> list[Told]:
    """The pairs of claims of a happening."""
    told = [desks.parts(*desks.unmarked(lines)) for lines in happening["articles"]]
    return list(desks.pairs(happening["id"], desks.kinds_of(happening), told))


def group_claims(group: Row) -> list[Told]:
    """The pairs of claims of the sentences of a group of which its marks say what they are, but
    for those that are the whole sentences."""
    told = [desks.parts(*desks.marked_sentence(text, "1")) for text in group["same"]]
    told += [
        desks.parts(*desks.marked_sentence(row["text"], str(number)))
        for number, row in enumerate(group["clash"], 2)
    ]
    pairs = desks.pairs(group["id"], group["slots"], told)
    return [pair for pair in pairs if pair.a.part or pair.b.part]


def drawn(
    pairs: Sequence[Told], many: Mapping[Verdict, int], chance: random.Random
) -> Iterator[Told]:
    """So many pairs of each verdict, or all there are."""
    found = groups.by_verdict(pairs)
    for verdict, most in many.items():
        held = found[verdict]
        if verdict == "different":
            yield from _alike(held, most, chance)
        else:
            yield from chance.sample(held, min(most, len(held)))


def _alike(held: Sequence[Told], most: int, chance: random.Random) -> Iterator[Told]:
    some = chance.sample(held, min(most * TRIED, len(held) // TRIED * TRIED))
    for start in range(0, len(some), TRIED):
        yield max(some[start : start + TRIED], key=_shared)


def _shared(told: Told) -> int:
    """Words that both have, and twice the kinds of fact."""
    one, other = (set(_WORD.findall(e.read.casefold())) for e in (told.a, told.b))
    return len(one & other) + 2 * told.like
