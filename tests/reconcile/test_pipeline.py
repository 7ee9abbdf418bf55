"""Stages of the main job that fail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool

import pytest

from corpus.records import Article
from reconcile import pipeline
from reconcile.errors import ReconcileError
from tests.conftest import make_article


def test_a_killed_reader_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(articles: Iterable[Article]) -> Iterator[object]:
        raise BrokenProcessPool("A worker process was terminated")
        yield from articles

    monkeypatch.setattr(pipeline, "extract_all", killed)
    with pytest.raises(ReconcileError, match="LOKY_MAX_CPU_COUNT=1"):
        pipeline.claims_of([make_article()], None, pipeline.quiet)
