"""The shipped network: what it reads, and what it says where it cannot."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.errors import ReconcileError
from reconcile.reading import network
from reconcile.reading.network import CarriedReader, carried_reader

PAIRS = [
    ("The Orsa mill burned down because of a faulty heater, the fire chief said.",
     "Arsonists set the fire that destroyed the mill in Orsa, according to the fire chief."),
    ("The pilot, Ada Quist, walked away unhurt.", "Quist, who flew the plane, was not injured."),
    ("Un café fermé à Zürich 🔥", "The café stayed open."),
]  # fmt: skip


@pytest.fixture(scope="module")
def reader() -> CarriedReader:
    found = carried_reader()
    assert found is not None
    return found


@pytest.mark.model
def test_a_clash_is_read_with_its_words(reader: CarriedReader) -> None:
    rival, same = reader.read(PAIRS[:2])
    assert rival.verdicts["conflict"] > same.verdicts["conflict"]
    assert max(rival.verdicts, key=lambda name: rival.verdicts[name]) == "conflict"
    assert rival.kind == "manner"
    assert "heater" in rival.values[0]
    assert sum(rival.verdicts.values()) == pytest.approx(1)


@pytest.mark.model
def test_neither_order_nor_company_matters(reader: CarriedReader) -> None:
    there = reader.read(PAIRS)
    back = reader.read([pair[::-1] for pair in PAIRS])
    for pair, one, other in zip(PAIRS, there, back, strict=True):
        alone = reader.read([pair])[0]
        assert other.verdicts == pytest.approx(one.verdicts, abs=1e-4)
        assert alone.verdicts == pytest.approx(one.verdicts, abs=1e-4)
        assert other.values == one.values[::-1]
        assert all(value in text for value, text in zip(one.values, pair, strict=True))


@pytest.mark.model
def test_hostile_texts_are_read(reader: CarriedReader) -> None:
    hostile = ["", "\x00\x1b[31m", "[SEP] [CLS]", "a" * 5000, "word " * 500, "half \ud800", "٣١ ﷽"]
    assert len(reader.read([(text, PAIRS[0][0]) for text in hostile])) == len(hostile)
    assert reader.read([]) == []


@pytest.mark.model
def test_a_mark_of_the_tokenizer_in_an_article_is_text(reader: CarriedReader) -> None:
    plain, marked = reader.read([PAIRS[0], (f"{PAIRS[0][0]} [SEP] [PAD]", PAIRS[0][1])])
    assert marked.verdicts["conflict"] > plain.verdicts["conflict"] / 2


def test_without_weights_nothing_reads(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(network, "files", lambda _: tmp_path)
    assert carried_reader() is None


@pytest.mark.model
@pytest.mark.parametrize("foreign", [False, True])
def test_weights_that_cannot_be_used_are_one_clear_line(tmp_path: Path, foreign: bool) -> None:
    import torch
    from safetensors.torch import save_file

    path = tmp_path / "reader.safetensors"
    if foreign:
        save_file({"x": torch.zeros(1)}, path, {"base": "0" * 64})
    else:
        path.write_bytes(b"no weights")
    with pytest.raises(ReconcileError, match="install reconcile again"):
        CarriedReader(path).read([PAIRS[0]])
