"""What the network learns from, and that what is saved is what was learnt."""

from __future__ import annotations

import dataclasses
import random
from pathlib import Path

import pytest

from benchmarks.groups import Told, groups, unread
from claims.records import Kind

pytestmark = pytest.mark.model

KIND: Kind = "place"
TOLD = Told("g", "They left Orsa.", "They left Lund at dawn.", "conflict", KIND,
            (((10, 14),), ((10, 14),)))  # fmt: skip


def test_a_pair_turned_keeps_its_words() -> None:
    from benchmarks.train_reader import turned

    back = turned(TOLD)
    assert (back.a, back.b) == (TOLD.b, TOLD.a)
    assert [back.a[s:e] for s, e in back.spans[0]] == ["Lund"]
    assert turned(back) == TOLD


def test_only_groups_that_may_be_read_are() -> None:
    from benchmarks.train_reader import batched, examples

    kept = {group["id"] for number, group in enumerate(groups()) if unread(number)}
    told = list(examples(random.Random(3)))
    assert not {one.group for one in told} & kept
    assert {one.verdict for one in told} == {"agree", "conflict", "update", "scope", "different"}
    batches = batched(told, random.Random(3))
    assert sum(map(len, batches)) == len(told)


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
        (TOLD.a if side == 0 else TOLD.b)[start:end]
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
    network.save(tmp_path / "reader.safetensors")
    read = CarriedReader(tmp_path / "reader.safetensors").read([(TOLD.a, TOLD.b)])[0]
    with torch.inference_mode():
        both = [
            torch.softmax(network(code(network.tokenizer, [(one, other)]))[0], -1)[0]
            for one, other in ((TOLD.a, TOLD.b), (TOLD.b, TOLD.a))
        ]
    expected = dict(zip(VERDICTS, ((both[0] + both[1]) / 2).tolist(), strict=True))
    assert read.verdicts == pytest.approx(expected, abs=2e-3)  # saved in half precision
