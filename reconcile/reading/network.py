"""The network: the carried sentence model with weights of our own on top.

Low-rank changes to its weights (Hu et al. 2021, "LoRA") and three heads, learnt by
``benchmarks/train_reader.py`` from sentences that were written for the purpose. It reads both
texts at once, so that each word sees the words of the other (a cross-encoder).
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reconcile.embedding import SentenceEncoder
from reconcile.errors import ReconcileError
from reconcile.reading.records import KINDS, VERDICTS, Excerpt, Reading
from reconcile.reading.signs import SIGNS, signs
from reconcile.reading.words import Marked, standing_words
from reconcile.texts import well_formed

if TYPE_CHECKING:
    import torch

WEIGHTS = "reader.safetensors"
LONGEST = 192
"""Tokens of a pair; what is longer is cut, the longer text first."""
AROUND = 160
"""Code points before and behind what is read that are seen, to the next blank."""
AT_ONCE = 32
"""Pairs of a batch."""
SCALE = 2.0
"""What a low-rank change is multiplied by: twice its rank over its rank."""

Tensors = Mapping[str, "torch.Tensor"]


def about(base: str) -> dict[str, str]:
    """What is written beside the weights: what they are for, so that no other code uses them.

    Args:
        base: SHA-256 of the weights of the sentence model.
    """
    return {
        "base": base,
        "verdicts": " ".join(VERDICTS),
        "kinds": " ".join(KINDS),
        "scale": str(SCALE),
        "signs": ", ".join(SIGNS),
        "reads": f"an excerpt with {AROUND} code points around it, {LONGEST} tokens of two",
    }


def carried_reader() -> CarriedReader | None:
    """The shipped network; ``None`` where its weights were left out: then nothing is read, and
    everything else works."""
    path = Path(str(files("reconcile.reading").joinpath(WEIGHTS)))
    return CarriedReader(path) if path.is_file() else None


@dataclasses.dataclass(frozen=True)
class CarriedReader:
    """The shipped network, loaded at its first use."""

    weights: Path

    def read(self, pairs: Sequence[tuple[Excerpt, Excerpt]]) -> list[Reading]:
        """A reading for each pair, in their order; none for none. The order of the two texts does
        not matter: each pair is read both ways.

        Raises:
            ReconcileError: The weights cannot be read, or are for another sentence model.
        """
        found: dict[int, Reading] = {}
        tokenizer = _load(self.weights).tokenizer if pairs else None
        seen = [as_seen(tokenizer, a, b) for a, b in pairs]
        order = sorted(range(len(seen)), key=lambda i: len(seen[i][0].text) + len(seen[i][1].text))
        for start in range(0, len(order), AT_ONCE):
            places = order[start : start + AT_ONCE]
            there = self._outputs([seen[i] for i in places])
            back = self._outputs([seen[i][::-1] for i in places])
            for place, one, other in zip(places, there, back, strict=True):
                found[place] = _reading(seen[place], one, other)
        return [found[place] for place in range(len(seen))]

    def _outputs(self, pairs: Sequence[tuple[Excerpt, Excerpt]]) -> list[_Output]:
        import torch

        net = _load(self.weights)
        coded = code(net.tokenizer, pairs)
        with torch.inference_mode():
            hidden = hidden_states(net.model, coded, net.heads["signs"])
            verdicts = torch.softmax(net.verdicts(hidden[:, 0]), -1).tolist()
            kinds = torch.softmax(net.linear("kind", hidden[:, 0]), -1).tolist()
            clashes = torch.sigmoid(net.linear("clash", hidden).squeeze(-1)).tolist()
        offsets, sides = coded["offset_mapping"].tolist(), coded["token_type_ids"].tolist()
        return [_Output(*row) for row in zip(verdicts, kinds, clashes, offsets, sides, strict=True)]


@dataclasses.dataclass(frozen=True, slots=True)
class _Output:
    """What comes of one pair, read one way."""

    verdicts: list[float]
    kinds: list[float]
    clashes: list[float]
    """A token: how surely it clashes."""
    offsets: list[list[int]]
    sides: list[int]

    def marked(self, side: int, read: Excerpt) -> list[Marked]:
        """The tokens of what is read of one of the two texts; spans are into that."""
        rows = zip(self.offsets, self.clashes, self.sides, strict=True)
        at = read.start
        return [
            Marked(s - at, e - at, sure)
            for (s, e), sure, own in rows
            if own == side and max(s, at) < min(e, read.end)
        ]


def _reading(pair: tuple[Excerpt, Excerpt], there: _Output, back: _Output) -> Reading:
    verdicts = _mean(there.verdicts, back.verdicts)
    kinds = _mean(there.kinds, back.kinds)
    words = [
        standing_words(read.read, there.marked(side, read), back.marked(1 - side, read))
        for side, read in enumerate(pair)
    ]
    return Reading(
        dict(zip(VERDICTS, verdicts, strict=True)),
        KINDS[max(range(len(KINDS)), key=kinds.__getitem__)],
        (words[0].text, words[1].text),
        min(word.sure for word in words),
    )


def _mean(one: Sequence[float], other: Sequence[float]) -> list[float]:
    return [(x + y) / 2 for x, y in zip(one, other, strict=True)]


@dataclasses.dataclass(frozen=True, eq=False)
class _Network:
    model: Any
    tokenizer: Any
    heads: Tensors

    def linear(self, head: str, hidden: torch.Tensor) -> torch.Tensor:
        return hidden @ self.heads[f"{head}.weight"].T + self.heads[f"{head}.bias"]

    def verdicts(self, hidden: torch.Tensor) -> torch.Tensor:
        return self.linear("verdict", self.linear("between", hidden).tanh())


def near(read: Excerpt) -> Excerpt:
    """The same stretch with no more text around it than is seen, in text that can be encoded."""
    text = well_formed(read.text)
    first = max(0, read.start - AROUND)
    last = min(len(text), read.end + AROUND)
    if first > 0:
        first = text.find(" ", first, read.start) + 1 or read.start
    if last < len(text):
        last = max(text.rfind(" ", read.end, last + 1), read.end)
    return Excerpt(text[first:last], read.start - first, read.end - first)


def as_seen(tokenizer: Any, a: Excerpt, b: Excerpt) -> tuple[Excerpt, Excerpt]:
    """Two stretches with the text around them that is seen: none where it would push out the end
    of what is read."""
    one, other = near(a), near(b)
    tokens = sum(len(tokenizer.tokenize(side.text)) for side in (one, other))
    if tokens + tokenizer.num_special_tokens_to_add(pair=True) <= LONGEST:
        return one, other
    return Excerpt.whole(one.read), Excerpt.whole(other.read)


def code(tokenizer: Any, pairs: Sequence[tuple[Excerpt, Excerpt]]) -> Any:
    """Pairs of texts as tokens, with the offsets and the signs of each: as they are learnt from
    and as they are read."""
    import torch

    coded = tokenizer(
        [a.text for a, _ in pairs], [b.text for _, b in pairs], truncation=True,
        max_length=LONGEST, padding=True, return_tensors="pt", return_offsets_mapping=True,
        split_special_tokens=True,  # "[SEP]" in an article is text
    )  # fmt: skip
    offsets, sides = coded["offset_mapping"], coded["token_type_ids"]
    word = offsets[..., 1] > offsets[..., 0]
    coded["signs"] = torch.zeros(*word.shape, len(SIGNS))
    for row, (a, b) in enumerate(pairs):
        for side, told in enumerate(signs(a, b)):
            own = word[row] & (sides[row] == side)
            coded["signs"][row, own] = torch.from_numpy(told[offsets[row, own, 0]]).float()
    return coded


def hidden_states(model: Any, coded: Any, vectors: torch.Tensor) -> torch.Tensor:
    """What the sentence model makes of each token, to which a vector is added for each of its
    signs, of shape (``SIGNS``, width)."""
    words = model.embeddings.word_embeddings(coded["input_ids"])
    told: torch.Tensor = model(
        inputs_embeds=words + coded["signs"] @ vectors,
        attention_mask=coded["attention_mask"],
        token_type_ids=coded["token_type_ids"],
    ).last_hidden_state
    return told


@functools.cache
def _load(weights: Path) -> _Network:
    encoder = SentenceEncoder()
    folder, digest = str(encoder.folder), encoder.digest
    from safetensors import SafetensorError, safe_open
    from transformers import AutoModel, AutoTokenizer
    from transformers.utils import logging

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]  # it would cut through ours
    try:
        with safe_open(weights, "pt") as file:
            told = file.metadata() or {}
            learnt = {name: file.get_tensor(name).float() for name in file.keys()}  # noqa: SIM118 - no mapping
    except (OSError, SafetensorError) as error:
        raise ReconcileError(f"cannot read {weights}: {error}; install reconcile again") from error
    if told != about(digest):
        raise ReconcileError(
            f"{weights} was learnt for another sentence model or another version; "
            "install reconcile again"
        )
    model = AutoModel.from_pretrained(folder, local_files_only=True).eval()
    heads = {
        name.removeprefix("heads."): learnt.pop(name)
        for name in sorted(learnt)
        if name.startswith("heads.")
    }
    _merge(model, learnt)
    return _Network(model, AutoTokenizer.from_pretrained(folder, local_files_only=True), heads)


def _merge(model: Any, learnt: Tensors) -> None:
    """Puts the learnt weights into the model: those given whole, and low-rank changes."""
    own = dict(model.named_parameters())
    for name in sorted(learnt):
        kept, _, part = name.rpartition(".")
        if part == "down":
            own[f"{kept}.weight"].data += SCALE * learnt[f"{kept}.up"] @ learnt[name]
        elif part != "up":
            own[name].data.copy_(learnt[name])
