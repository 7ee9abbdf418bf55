"""What the network learns from, and that what is saved is what was learnt."""

from __future__ import annotations

import dataclasses
import random
from pathlib import Path

import pytest

from benchmarks.groups import Told
from claims.records import Kind
from reconcile.reading.records import Excerpt

pytestmark = pytest.mark.model

KIND: Kind = "place"
TOLD = Told(
    "g", Excerpt.whole("They left Orsa."), Excerpt.whole("They left Lund at dawn."),
    "conflict", KIND, (((10, 14),), ((10, 14),)),
)  # fmt: skip


def test_a_pair_turned_keeps_its_words() -> None:
    from benchmarks.train_reader import turned

    back = turned(TOLD)
    assert (back.a, back.b) == (TOLD.b, TOLD.a)
    assert [back.a.text[s:e] for s, e in back.spans[0]] == ["Lund"]
    assert turned(back) == TOLD


def test_no_pair_is_lost_in_batches() -> None:
    from benchmarks.train_reader import batched

    told = [dataclasses.replace(TOLD, group=str(number)) for number in range(100)]
    batches = batched(told, random.Random(3))
    assert sorted(one.group for batch in batches for one in batch) == sorted(map(str, range(100)))


def test_spans_follow_what_is_seen_of_a_long_sentence() -> None:
    from benchmarks.low_rank import Network
    from benchmarks.train_reader import seen

    long = "Nothing of this is read. " * 20 + "They left Lund at dawn."
    start = long.index("They")
    spans = (((10, 14),), ((start + 10, start + 14),))
    told = dataclasses.replace(TOLD, b=Excerpt(long, start, len(long)), spans=spans)
    read = seen(told, Network().tokenizer)
    assert len(read.b.text) < len(long)
    assert read.b.read == told.b.read
    assert [read.b.text[s:e] for s, e in read.spans[1]] == ["Lund"]


def test_the_words_that_clash_are_marked_and_unmarked_clashes_teach_no_words() -> None:
    from benchmarks.low_rank import Network
    from benchmarks.train_reader import marks
    from reconcile.reading.network import code

    unmarked = dataclasses.replace(TOLD, spans=((), ()))
    batch = [TOLD, unmarked]
    network = Network()
    coded = code(network.tokenizer, [(t.a, t.b) for t in batch])
    marked, counted = marks(coded, batch)
    words = [
        (TOLD.a if side == 0 else TOLD.b).text[start:end]
        for (start, end), side, is_marked in zip(
            coded["offset_mapping"][0].tolist(), coded["token_type_ids"][0].tolist(),
            marked[0].tolist(), strict=True,
        )
        if is_marked
    ]  # fmt: skip
    assert "".join(words) == "OrsaLund"
    assert counted[0].sum() > 0
    assert counted[1].sum() == 0


def test_what_is_saved_says_what_was_learnt(tmp_path: Path) -> None:
    import torch

    from benchmarks.low_rank import LowRank, Network
    from reconcile.reading.network import CarriedReader, code
    from reconcile.reading.records import VERDICTS

    torch.manual_seed(5)
    network = Network().eval()
    with torch.no_grad():
        for layer in network.modules():
            if isinstance(layer, LowRank):
                layer.up.normal_(0, 0.02)
        network.signs.normal_(0, 0.05)
    network.save(tmp_path / "reader.safetensors")
    told = TOLD.a, Excerpt(TOLD.b.text, 5, 14)
    read = CarriedReader(tmp_path / "reader.safetensors").read([told])[0]
    with torch.inference_mode():
        both = [
            torch.softmax(network(code(network.tokenizer, [(one, other)]))[0], -1)[0]
            for one, other in (told, told[::-1])
        ]
    expected = dict(zip(VERDICTS, ((both[0] + both[1]) / 2).tolist(), strict=True))
    assert read.verdicts == pytest.approx(expected, abs=2e-3)  # saved in half precision
