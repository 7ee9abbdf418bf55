"""Stages of the main job that fail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool

import pytest

from corpus.outlets import houses
from corpus.records import Article
from reconcile import pipeline
from reconcile.candidates import Candidate
from reconcile.errors import ReconcileError
from reconcile.origins import Origins
from reconcile.pipeline import relate
from tests.conftest import make_article, make_claim, make_figure, make_views


def test_a_killed_reader_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(articles: Iterable[Article]) -> Iterator[object]:
        raise BrokenProcessPool("A worker process was terminated")
        yield from articles

    monkeypatch.setattr(pipeline, "extract_all", killed)
    with pytest.raises(ReconcileError, match="LOKY_MAX_CPU_COUNT=1"):
        pipeline.claims_of([make_article()], None, pipeline.quiet)


@pytest.mark.parametrize(("numbers", "order"), [((9, 12), ("a", "b")), ((12, 9), ("b", "a"))])
def test_an_update_points_from_the_old_to_the_new(
    numbers: tuple[float, float], order: tuple[str, str]
) -> None:
    """Of two prints of one text of one day the one with the higher toll is the newer."""
    rest = "The head of the rescue service said that teams would go on looking for people there."
    told = [
        [
            make_claim(
                f"A blast in a {street} street of the old harbour killed some {low} people there.",
                [make_figure(f"{low} people", low)],
            ),
            make_claim(rest),
        ]
        for street, low in zip(("busy", "crowded"), numbers, strict=True)
    ]
    seen = make_views((make_article("a"), told[0]), (make_article("b"), told[1]))
    claims = [view.claim for view in seen]
    articles = [make_article("a"), make_article("b")]
    origins = Origins(articles, claims, [], houses(articles, None))
    found = relate(seen, Candidate(0, 2, 0.99, 0.95), origins)
    assert found is not None
    assert found.verdict == "update"
    assert tuple(part[0] for part in (found.a, found.b)) == order
    assert found.values == ("9 people killed", "12 people killed")
