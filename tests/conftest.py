"""What tests share: an encoder that needs no model, and builders of records."""

from __future__ import annotations

import dataclasses
import hashlib
import re
from collections.abc import Sequence

import numpy as np
import pytest

from reconcile.embedding import Vectors

DIMENSIONS = 256


@dataclasses.dataclass(frozen=True)
class WordEncoder:
    """Unit vectors of hashed words: like texts lie near, without torch."""

    name: str = "words"
    digest: str = ""

    def encode(self, texts: Sequence[str]) -> Vectors:
        rows = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in re.findall(r"\w+", text.casefold()):
                row[hashlib.sha256(word.encode()).digest()[0]] += 1.0
            row /= max(1e-9, float(np.linalg.norm(row)))
        return rows


@pytest.fixture
def encoder() -> WordEncoder:
    return WordEncoder()
