"""The made-up newsroom: its form, and what is held against it."""

from __future__ import annotations

import datetime
import json
from collections import Counter
from typing import get_args

from benchmarks import newsroom
from benchmarks.newsroom import event_of, held_out, labels
from claims.records import Kind, Verdict

ARTICLES = {row["id"]: row for row in map(json.loads, newsroom.ARTICLES.open(encoding="utf-8"))}
LABELS = labels()


def test_every_label_lies_in_two_articles_of_one_event() -> None:
    for row in LABELS:
        one, other = (row[side]["doc"] for side in "ab")
        assert one != other
        assert event_of(one) == event_of(other)
        assert row["verdict"] in get_args(Verdict)
        assert set(row["kinds"]) <= set(get_args(Kind))
        for side in "ab":
            at = row[side]
            assert 0 <= at["start"] < at["end"] <= len(ARTICLES[at["doc"]]["text"])


def test_every_event_has_four_articles_of_several_outlets_and_clashes() -> None:
    of: dict[str, list[dict[str, str]]] = {}
    for id_, row in ARTICLES.items():
        of.setdefault(event_of(id_), []).append(row)
        datetime.date.fromisoformat(row["published"])
    assert len(of) == 72
    assert all(len(own) == 4 for own in of.values())
    assert all(len({row["outlet"] for row in own}) >= 3 for own in of.values())
    clashes = Counter(event_of(r["a"]["doc"]) for r in LABELS if r["verdict"] == "conflict")
    assert set(clashes) == set(of)


def test_a_third_of_the_events_is_held_out() -> None:
    events = {event_of(id_) for id_ in ARTICLES}
    assert 0.2 < sum(map(held_out, events)) / len(events) < 0.5
