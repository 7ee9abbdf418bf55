"""Fits the network of ``reconcile.reading``: ``python -m benchmarks.train_reader [--threads N]``.

Two rounds over pairs of the written groups (``benchmarks.groups``), each sentence with others of
its group and with some of the groups beside it, which are often on a like topic. Three things are
learnt at once: the verdict, the kind of a clash, and which words clash. Every fifteenth group is
kept apart; what is printed at the end is on those. Half an hour on two cores, the weights
3 MB. Nothing else is learnt from: no text of real articles, no data for measuring. Tried and
worse: a third round with sentences of real articles on two events each, which taught it to tell
real sentences from written ones (every pair of real ones was "different" then).
"""

from __future__ import annotations

import argparse
import dataclasses
import functools
import random
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from sklearn.metrics import roc_auc_score
from torch import nn

from benchmarks.groups import Spans, Told, drawn, groups, pairs, sentence, unread
from benchmarks.low_rank import Network
from benchmarks.respelling import respelt
from claims.records import Verdict
from reconcile.reading.network import WEIGHTS, CarriedReader, code
from reconcile.reading.records import KINDS, VERDICTS

WRITTEN = Path(__file__).parents[1] / "reconcile" / "reading" / WEIGHTS
BATCH = 32
EPOCHS, RATE = 2, 4e-4
"""Times the groups are gone over, and the highest learning rate; what each sentence is held
against is drawn anew each time."""
OF_GROUP: dict[Verdict, int] = {"conflict": 6, "agree": 3, "scope": 2, "update": 2, "different": 4}
"""Pairs of each verdict that are taken of one group in an epoch."""
OF_TWO_GROUPS = 2
"""Pairs of a group and one beside it."""
WARM = 0.06
"""Share of the steps in which the learning rate rises; it falls in the rest."""
KIND, CLASH, RARE = 0.3, 1.0, 4.0
"""What the kind and the words count beside the verdict; what a word that clashes counts."""


def fit(threads: int, seed: int = 0) -> Network:
    """The network, learnt from nothing."""
    torch.set_num_threads(threads)
    torch.manual_seed(seed)
    chance = random.Random(seed)
    network = Network().train()
    made = torch.optim.AdamW(network.learnt(), lr=RATE, weight_decay=0.01)
    step = 0
    for epoch in range(EPOCHS):
        batches = batched(respelling(list(examples(chance)), network, chance), chance)
        for batch in batches:
            share = step / (len(batches) * EPOCHS)
            for group in made.param_groups:
                group["lr"] = RATE * min(1.0, share / WARM) * max(0.02, 1 - share)
            made.zero_grad()
            lost = loss(network, batch)
            lost.backward()
            nn.utils.clip_grad_norm_(network.learnt(), 1.0)
            made.step()
            step += 1
            told = f"epoch {epoch + 1}: {step} of {len(batches) * EPOCHS} steps"
            print(f"\r{told}, loss {lost.item():.3f}  ", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return network


def respelling(told: Sequence[Told], network: Network, chance: random.Random) -> list[Told]:
    """The pairs, some with a name in two spellings: what the tokenizer has no word for is one."""

    @functools.cache
    def is_word(word: str) -> bool:
        return len(network.tokenizer.tokenize(word)) == 1

    return [respelt(one, is_word, chance) for one in told]


def examples(chance: random.Random) -> Iterator[Told]:
    """Pairs of the groups that the network may read, for one epoch."""
    every = [group for number, group in enumerate(groups()) if not unread(number)]
    for place, group in enumerate(every):
        yield from (told for _, told in drawn(group, OF_GROUP, chance))
        for _ in range(OF_TWO_GROUPS):
            beside = every[place - chance.choice((1, 2, 3))]
            one, other = (sentence(chance.choice(own["same"])).text for own in (group, beside))
            yield Told(group["id"], one, other, "different")


def batched(told: Sequence[Told], chance: random.Random) -> list[list[Told]]:
    """Batches of pairs about as long, in any order, each pair in either order."""
    mixed = [one if chance.random() < 0.5 else turned(one) for one in told]
    chance.shuffle(mixed)
    found = []
    for start in range(0, len(mixed), 20 * BATCH):
        some = sorted(mixed[start : start + 20 * BATCH], key=lambda t: len(t.a) + len(t.b))
        found += [some[i : i + BATCH] for i in range(0, len(some), BATCH)]
    chance.shuffle(found)
    return found


def turned(told: Told) -> Told:
    """The same pair the other way round."""
    return dataclasses.replace(told, a=told.b, b=told.a, spans=told.spans[::-1])


def loss(network: Network, batch: Sequence[Told]) -> torch.Tensor:
    """What the network gets wrong of some pairs."""
    coded = code(network.tokenizer, [(told.a, told.b) for told in batch])
    with torch.autocast("cpu", torch.bfloat16):
        verdict, kind, clash = (told.float() for told in network(coded))
    gold = torch.tensor([VERDICTS.index(told.verdict) for told in batch])
    lost = nn.functional.cross_entropy(verdict, gold, label_smoothing=0.05)
    if named := [place for place, told in enumerate(batch) if told.kind]:
        kinds = torch.tensor([KINDS.index(t.kind) for t in batch if t.kind])
        lost = lost + KIND * nn.functional.cross_entropy(kind[named], kinds)
    marked, counted = marks(coded, batch)
    words = nn.functional.binary_cross_entropy_with_logits(
        clash, marked, reduction="none", pos_weight=torch.tensor(RARE)
    )
    return lost + CLASH * (words * counted).sum() / counted.sum().clamp(min=1)


def marks(coded: dict[str, torch.Tensor], batch: Sequence[Told]) -> tuple[torch.Tensor, ...]:
    """For each token whether it clashes, and whether that is known: of a clash whose words nobody
    marked it is not."""
    offsets, sides = coded["offset_mapping"], coded["token_type_ids"]
    real = (offsets[..., 1] > offsets[..., 0]) & coded["attention_mask"].bool()
    marked = torch.zeros(real.shape)
    for place, told in enumerate(batch):
        for side, spans in enumerate(told.spans):
            for start, end in spans:
                inside = (offsets[place, :, 0] < end) & (offsets[place, :, 1] > start)
                marked[place][inside & real[place] & (sides[place] == side)] = 1
    known = [bool(told.spans[0]) or told.verdict != "conflict" for told in batch]
    return marked, real * torch.tensor(known).float()[:, None]


def figures(reader: CarriedReader, most: int = 1200) -> dict[str, float]:
    """What the network reaches on the groups that it has not read."""
    kept = [told for n, g in enumerate(groups()) if unread(n) for told in pairs(g)]
    some = random.Random(1).sample(kept, min(most, len(kept)))
    read = reader.read([(told.a, told.b) for told in some])
    clash = [told.verdict == "conflict" for told in some]
    said = [max(r.verdicts, key=lambda name: r.verdicts[name]) for r in read]
    return {
        "area": float(roc_auc_score(clash, [r.verdicts["conflict"] for r in read])),
        "right": sum(t.verdict == v for t, v in zip(some, said, strict=True)) / len(some),
        "words": _overlap(some, [r.values for r in read]),
    }


def _overlap(some: Sequence[Told], values: Sequence[tuple[str, str]]) -> float:
    """Share of the clashes of which a word that clashes was named in both texts."""
    clashes = [(t, own) for t, own in zip(some, values, strict=True) if t.verdict == "conflict"]
    named = sum(
        _words_at(told.a, told.spans[0]) & _words(first) != frozenset()
        and _words_at(told.b, told.spans[1]) & _words(second) != frozenset()
        for told, (first, second) in clashes
    )
    return named / max(1, len(clashes))


def _words_at(text: str, spans: Spans) -> frozenset[str]:
    return frozenset(word for start, end in spans for word in _words(text[start:end]))


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))


def main(arguments: Sequence[str] | None = None) -> int:
    """Learns, writes the weights, prints what they reach."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--to", type=Path, default=WRITTEN, help="where the weights go")
    given = parser.parse_args(arguments)
    fit(given.threads).save(given.to)
    told = figures(CarriedReader(given.to))
    print("groups not read", *(f"{k} {v:.3f}" for k, v in told.items()), sep=" | ")
    return 0


if __name__ == "__main__":
    sys.exit(main())
