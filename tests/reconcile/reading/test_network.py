"""The shipped network: what it reads, and what it says where it cannot."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.errors import ReconcileError
from reconcile.reading import network
from reconcile.reading.network import AROUND, CarriedReader, carried_reader, near
from reconcile.reading.records import Excerpt

TEXTS = [
    ("The Orsa mill burned down because of a faulty heater, the fire chief said.",
     "Arsonists set the fire that destroyed the mill in Orsa, according to the fire chief."),
    ("The pilot, Ada Quist, walked away unhurt.", "Quist, who flew the plane, was not injured."),
    ("Un café fermé à Zürich 🔥", "The café stayed open."),
]  # fmt: skip
PAIRS = [(Excerpt.whole(one), Excerpt.whole(other)) for one, other in TEXTS]


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
        assert all(value in side.text for value, side in zip(one.values, pair, strict=True))


@pytest.mark.model
def test_words_are_named_only_of_what_is_read(reader: CarriedReader) -> None:
    text = "The mill in Orsa burned down on Friday because of a faulty heater, the fire chief said."
    part = Excerpt(text, 0, text.index(" because"))
    read = reader.read([(part, PAIRS[0][1])])[0]
    assert read.values[0]
    assert read.values[0] in part.read


def test_no_more_text_than_is_seen_is_kept_beside_what_is_read() -> None:
    text = "far words " * 50 + "they left Lund" + " words behind" * 50
    start = text.index("they")
    seen = near(Excerpt(text, start, start + 14))
    assert seen.read == "they left Lund"
    assert len(seen.text) <= 14 + 2 * AROUND
    assert seen.text.startswith(("far ", "words "))
    assert seen.text.endswith((" words", " behind"))
    assert near(seen) == seen
    one_word = Excerpt("x" * 1000, 400, 410)
    assert near(one_word) == Excerpt("x" * 10, 0, 10)


@pytest.mark.model
def test_what_stands_beside_never_pushes_out_what_is_read() -> None:
    from transformers import AutoTokenizer

    from reconcile.embedding import SentenceEncoder
    from reconcile.reading.network import as_seen, code

    tokenizer = AutoTokenizer.from_pretrained(str(SentenceEncoder().folder), local_files_only=True)
    scores = "Scores, " + "1-0, 2-1; " * 30
    text = scores + "nine people died in the fire at Orsa"
    read = Excerpt(text, len(scores), len(text))
    for pair in ((read, read), (read, PAIRS[0][0])):
        coded = code(tokenizer, [as_seen(tokenizer, *pair)])
        seen = as_seen(tokenizer, *pair)
        for side in (0, 1):
            own = coded["offset_mapping"][coded["token_type_ids"] == side]
            assert own[:, 1].max() == seen[side].end
    assert as_seen(tokenizer, read, read) == (Excerpt.whole(read.read),) * 2
    assert as_seen(tokenizer, PAIRS[0][0], PAIRS[0][1]) == PAIRS[0]


@pytest.mark.model
def test_hostile_texts_are_read(reader: CarriedReader) -> None:
    hostile = ["", "\x00\x1b[31m", "[SEP] [CLS]", "a" * 5000, "word " * 500, "half \ud800", "٣١ ﷽"]
    assert len(reader.read([(Excerpt.whole(text), PAIRS[0][0]) for text in hostile])) == len(
        hostile
    )
    assert reader.read([]) == []


@pytest.mark.model
def test_a_mark_of_the_tokenizer_in_an_article_is_text(reader: CarriedReader) -> None:
    plain, marked = reader.read(
        [PAIRS[0], (Excerpt.whole(f"{TEXTS[0][0]} [SEP] [PAD]"), PAIRS[0][1])]
    )
    assert marked.verdicts["conflict"] > plain.verdicts["conflict"] / 2


def test_without_weights_nothing_reads(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(network, "files", lambda _: tmp_path)
    assert carried_reader() is None


@pytest.mark.model
@pytest.mark.parametrize("told", [None, "base", "reads"])
def test_weights_that_cannot_be_used_are_one_clear_line(tmp_path: Path, told: str | None) -> None:
    import torch
    from safetensors.torch import save_file

    from reconcile.embedding import CARRIED_SHA256

    path = tmp_path / "reader.safetensors"
    if told:
        save_file({"x": torch.zeros(1)}, path, network.about(CARRIED_SHA256) | {told: "other"})
    else:
        path.write_bytes(b"no weights")
    with pytest.raises(ReconcileError, match="install reconcile again"):
        CarriedReader(path).read([PAIRS[0]])
