"""Groups of sentences written for the purpose: what two of them are to each other.

Thirty-one writers (language models) who had seen neither the code nor the data wrote 2,070 groups
(``written/groups.jsonl``). A group tells one invented happening: sentences of several outlets that
hold together (``same``), sentences in which one fact is another (``clash``), and such as only look
so (``near``, each with its verdict). The words that state a fact are marked ``{slot|words}``, and
``{slot*|words}`` where they clash, so that each pair of a group has its verdict, and a clash its
words. ``benchmarks.train_reader`` learns from them.
"""

from __future__ import annotations

import dataclasses
import itertools
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from claims.records import Kind, Verdict
from reconcile.reading.records import Excerpt

GROUPS = Path(__file__).parent / "written" / "groups.jsonl"
EVERY, UNREAD = 15, 7
"""Of so many groups that one is kept from the network, by its place in the file: what is weighed
beside other signs must not be what was learnt by heart."""

MARK = re.compile(r"\{(\w)(\*?)\|(?P<words>[^{}|]+)\}")
"""A slot, a star where it is stated otherwise than by the group, and the words that state it."""

Spans = tuple[tuple[int, int], ...]
Row = dict[str, Any]


@dataclasses.dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence without its marks."""

    text: str
    slots: Mapping[str, Spans]
    """Slot: where in the text it is stated."""

    @property
    def excerpt(self) -> Excerpt:
        """All of it, to be read."""
        return Excerpt.whole(self.text)


@dataclasses.dataclass(frozen=True, slots=True)
class Told:
    """Two sentences or claims that were written, and what they are to each other."""

    group: str
    a: Excerpt
    b: Excerpt
    verdict: Verdict
    kind: Kind | None = None
    spans: tuple[Spans, Spans] = ((), ())
    """Of a clash: the words that clash, in each; of two claims that agree, those that do."""
    alone: bool = False
    """Of a clash of two claims: whether they clash in one fact only."""
    like: int = 0
    """Of two claims that state other facts: how many kinds of fact both state."""


def groups() -> list[Row]:
    """All groups, in the order of the file."""
    return [json.loads(line) for line in GROUPS.open(encoding="utf-8")]


def unread(number: int) -> bool:
    """Whether the group at a place of the file is kept from the network."""
    return number % EVERY == UNREAD


def kept(rows: Sequence[Row], learnt: bool) -> list[Row]:
    """Those of some rows that the network learns from, or the others."""
    return [row for number, row in enumerate(rows) if unread(number) != learnt]


def unmarked(
    marked: str, mark: re.Pattern[str]
) -> tuple[str, list[tuple[re.Match[str], int, int]]]:
    """A text without its marks, and for each where its words then stand."""
    text, at, found = "", 0, []
    for match in mark.finditer(marked):
        text += marked[at : match.start()]
        start = len(text)
        text += match["words"]
        found.append((match, start, len(text)))
        at = match.end()
    return text + marked[at:], found


def sentence(marked: str) -> Sentence:
    """A sentence from its marked form."""
    text, marks = unmarked(marked, MARK)
    slots: dict[str, Spans] = {}
    for match, start, end in marks:
        slots[match[1]] = (*slots.get(match[1], ()), (start, end))
    return Sentence(text, slots)


def pairs(group: Mapping[str, Any]) -> Iterator[Told]:
    """Every two sentences of a group of which its marks say what they are."""
    name = group["id"]
    same = [sentence(text) for text in group["same"]]
    clashes = [(row["slot"], sentence(row["text"])) for row in group["clash"]]
    for one, other in itertools.combinations(same, 2):
        yield Told(name, one.excerpt, other.excerpt, "agree")
    for (slot, rival), one in itertools.product(clashes, same):
        yield _clash(group, one, rival, (slot,))
    for (slot, one), (other_slot, other) in itertools.combinations(clashes, 2):
        if slot != other_slot:
            yield _clash(group, one, other, (slot, other_slot))
    for row in group["near"]:
        near = sentence(row["text"])
        for one in same:
            yield Told(name, one.excerpt, near.excerpt, row["verdict"])
        if row["verdict"] in ("scope", "different"):
            for slot, rival in clashes:
                if slot not in near.slots:
                    yield Told(name, rival.excerpt, near.excerpt, row["verdict"])


def drawn(
    group: Mapping[str, Any], many: Mapping[Verdict, int], chance: random.Random
) -> Iterator[tuple[int, Told]]:
    """So many pairs of each verdict, or all there are, each with its number among those drawn."""
    found = by_verdict(pairs(group))
    for verdict, most in many.items():
        held = found[verdict]
        yield from enumerate(chance.sample(held, min(most, len(held))))


def by_verdict(told: Iterable[Told]) -> Mapping[Verdict, list[Told]]:
    """Pairs by what they are; none for a verdict that none has."""
    found: dict[Verdict, list[Told]] = defaultdict(list)
    for one in told:
        found[one.verdict].append(one)
    return found


def _clash(group: Mapping[str, Any], a: Sentence, b: Sentence, slots: tuple[str, ...]) -> Told:
    """A clash in the first of some slots that both state; where they state none, what one leaves
    out the other does not deny."""
    for slot in slots:
        if slot in a.slots and slot in b.slots:
            spans = a.slots[slot], b.slots[slot]
            return Told(group["id"], a.excerpt, b.excerpt, "conflict", group["slots"][slot], spans)
    return Told(group["id"], a.excerpt, b.excerpt, "agree")
