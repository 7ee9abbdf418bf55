"""Fits the network of ``reconcile.reading``: ``python -m benchmarks.train_reader [--threads N]``.

Two rounds over pairs of what was written for the purpose (``benchmarks.examples``): sentences of
groups, claims of them, claims of articles. Some are changed a little on the way: a number, the
spelling of a name, the commas. Three things are learnt at once: the verdict, the kind of a clash,
and which words clash. Of the groups and of the happenings every fifteenth is kept apart; what is
printed at the end is on those. An hour on two cores, the weights 3 MB. Nothing else is learnt
from: no text of real articles, no data for measuring. Tried and worse: a third round with
sentences of real articles on two events each, which taught it to tell real sentences from written
ones (every pair of real ones was "different" then).
"""

from __future__ import annotations

import argparse
import dataclasses
import functools
import random
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import torch
from sklearn.metrics import roc_auc_score
from torch import nn

from benchmarks.examples import OF_HAPPENING, drawn, material
from benchmarks.groups import Spans, Told, pairs
from benchmarks.low_rank import Network
from benchmarks.perturbing import copied, perturbed, scraped
from benchmarks.respelling import respelt
from reconcile.reading.network import WEIGHTS, CarriedReader, as_seen, code
from reconcile.reading.records import KINDS, VERDICTS, Excerpt

WRITTEN = Path(__file__).parents[1] / "reconcile" / "reading" / WEIGHTS
BATCH = 32
EPOCHS, RATE = 2, 4e-4
"""Times that pairs are drawn, anew each time, and the highest learning rate."""
WARM = 0.06
"""Share of the steps in which the learning rate rises; it falls in the rest."""
KIND, CLASH, RARE = 0.3, 1.0, 4.0
"""What the kind and the words count beside the verdict; what a word that clashes counts."""


def fit(threads: int, seed: int = 0) -> Network:
    """The network, learnt from nothing."""
    torch.set_num_threads(threads)
    torch.manual_seed(seed)
    chance = random.Random(seed)
    learnt = material(learnt=True)
    network = Network().train()
    made = torch.optim.AdamW(network.learnt(), lr=RATE, weight_decay=0.01)
    step = 0
    for epoch in range(EPOCHS):
        batches = batched(changed(learnt.drawn(chance), network, chance), chance)
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


def changed(told: Iterable[Told], network: Network, chance: random.Random) -> list[Told]:
    """The pairs, some with another number, some with a name in two spellings (what the tokenizer
    has no word for is one), some without their commas."""

    @functools.cache
    def is_word(word: str) -> bool:
        return len(network.tokenizer.tokenize(word)) == 1

    new = (perturbed(copied(one, chance), chance) for one in told)
    new = (scraped(respelt(one, is_word, chance), chance) for one in new)
    return [seen(one, network.tokenizer) for one in new]


def batched(told: Sequence[Told], chance: random.Random) -> list[list[Told]]:
    """Batches of pairs about as long, in any order, each pair in either order."""
    mixed = [one if chance.random() < 0.5 else turned(one) for one in told]
    chance.shuffle(mixed)
    found = []
    for start in range(0, len(mixed), 20 * BATCH):
        some = sorted(
            mixed[start : start + 20 * BATCH], key=lambda t: len(t.a.text) + len(t.b.text)
        )
        found += [some[i : i + BATCH] for i in range(0, len(some), BATCH)]
    chance.shuffle(found)
    return found


def seen(told: Told, tokenizer: Any) -> Told:
    """The pair with no more text around it than the network sees."""
    a, b = as_seen(tokenizer, told.a, told.b)
    moved = a.start - told.a.start, b.start - told.b.start
    spans = [
        tuple((start + by, end + by) for start, end in own)
        for own, by in zip(told.spans, moved, strict=True)
    ]
    return dataclasses.replace(told, a=a, b=b, spans=(spans[0], spans[1]))


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
    clashes = [(place, t.kind) for place, t in enumerate(batch) if t.verdict == "conflict"]
    if named := [place for place, kind in clashes if kind]:
        kinds = torch.tensor([KINDS.index(kind) for _, kind in clashes if kind])
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
        for side, spans in enumerate(told.spans if told.verdict == "conflict" else ()):
            for start, end in spans:
                inside = (offsets[place, :, 0] < end) & (offsets[place, :, 1] > start)
                marked[place][inside & real[place] & (sides[place] == side)] = 1
    known = [bool(told.spans[0]) or told.verdict != "conflict" for told in batch]
    return marked, real * torch.tensor(known).float()[:, None]


def figures(reader: CarriedReader, told: Sequence[Told], most: int = 1200) -> dict[str, float]:
    """What the network reaches on pairs that it has not read."""
    some = random.Random(1).sample(told, min(most, len(told)))
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


def _words_at(read: Excerpt, spans: Spans) -> frozenset[str]:
    return frozenset(word for start, end in spans for word in _words(read.text[start:end]))


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))


def main(arguments: Sequence[str] | None = None) -> int:
    """Learns, writes the weights, prints what they reach."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--to", type=Path, default=WRITTEN, help="where the weights go")
    given = parser.parse_args(arguments)
    fit(given.threads).save(given.to)
    kept = material(learnt=False)
    sorts = {
        "sentences of groups": [told for group in kept.groups for told in pairs(group)],
        "claims of groups": [told for own in kept.claims for told in own],
        "claims of happenings": [
            told for own in kept.happenings for told in drawn(own, OF_HAPPENING, random.Random(1))
        ],
    }
    for name, own in sorts.items():
        told = figures(CarriedReader(given.to), own)
        print(f"{name}, not read", *(f"{k} {v:.3f}" for k, v in told.items()), sep=" | ")
    return 0


if __name__ == "__main__":
    sys.exit(main())
