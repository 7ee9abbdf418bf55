"""The network that ``reconcile.reading.network`` runs, as it is learnt: low-rank changes apart."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file
from torch import nn
from transformers import AutoModel, AutoTokenizer

from reconcile.embedding import CARRIED_SHA256, SentenceEncoder
from reconcile.reading.network import SCALE, about, hidden_states
from reconcile.reading.records import KINDS, VERDICTS
from reconcile.reading.signs import SIGNS

RANK = 32

_NAMES = {"signs": "heads.signs"}
"""What is no weight of the sentence model is written with the heads."""


class LowRank(nn.Module):
    """A linear layer that is kept, and a change to it of low rank that is learnt."""

    def __init__(self, kept: nn.Linear) -> None:
        super().__init__()
        self.kept = kept
        self.down = nn.Parameter(torch.randn(RANK, kept.in_features) / math.sqrt(kept.in_features))
        self.up = nn.Parameter(torch.zeros(kept.out_features, RANK))

    def forward(self, hidden: torch.Tensor) -> torch.Tensor:
        """What the layer says of hidden states of shape (..., in)."""
        told: torch.Tensor = self.kept(hidden) + SCALE * (hidden @ self.down.T) @ self.up.T
        return told


class Network(nn.Module):
    """The sentence model with low-rank changes to every layer and three heads."""

    def __init__(self) -> None:
        super().__init__()
        folder = str(SentenceEncoder().folder)
        self.tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True)
        self.model = AutoModel.from_pretrained(folder, local_files_only=True)
        self.model.requires_grad_(False)
        self.model.pooler = None
        for module in list(self.model.encoder.modules()):
            for child, layer in list(module.named_children()):
                if isinstance(layer, nn.Linear) and not isinstance(module, LowRank):
                    setattr(module, child, LowRank(layer))
        for name, weight in self.model.named_parameters():
            small = "LayerNorm" in name or name.endswith((".bias", ".down", ".up"))
            weight.requires_grad_(small or "token_type" in name)
        width = self.model.config.hidden_size
        self.heads = nn.ModuleDict(
            {
                "between": nn.Linear(width, width),
                "verdict": nn.Linear(width, len(VERDICTS)),
                "kind": nn.Linear(width, len(KINDS)),
                "clash": nn.Linear(width, 1),
            }
        )
        self.signs = nn.Parameter(torch.zeros(len(SIGNS), width))
        self.drop = nn.Dropout(0.1)

    def forward(self, coded: Any) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """For each pair what verdict and what kind it is, for each token how surely it clashes,
        before softmax and sigmoid."""
        hidden = hidden_states(self.model, coded, self.signs)
        first = hidden[:, 0]
        verdict = self.heads["verdict"](self.drop(self.heads["between"](first).tanh()))
        return verdict, self.heads["kind"](first), self.heads["clash"](hidden).squeeze(-1)

    def learnt(self) -> list[nn.Parameter]:
        """The weights that are learnt."""
        return [weight for weight in self.parameters() if weight.requires_grad]

    def save(self, path: Path) -> None:
        """Writes what was learnt, in half precision, for ``reconcile.reading.network``."""
        told = {
            _NAMES.get(name, name.removeprefix("model.").replace(".kept.", ".")): weight.detach()
            .half()
            .contiguous()
            for name, weight in self.named_parameters()
            if weight.requires_grad
        }
        save_file(told, path, about(CARRIED_SHA256))
