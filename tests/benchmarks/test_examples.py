"""What the network learns from."""

from __future__ import annotations

import random

import pytest

from benchmarks import desks, groups
from benchmarks.examples import (
    OF_GROUP_CLAIMS,
    OF_HAPPENING,
    Material,
    drawn,
    group_claims,
    happening_claims,
)
from benchmarks.groups import Told, kept
from reconcile.reading.records import Excerpt

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def told() -> Material:
    own, happening = groups.groups()[:4], desks.happenings()[0]
    return Material(own, [group_claims(own[0])], [happening_claims(happening)])


def test_every_sort_of_pair_is_learnt_from(told: Material) -> None:
    found = list(told.drawn(random.Random(3)))
    assert {one.verdict for one in found} >= {"agree", "conflict", "update", "scope", "different"}
    happening = desks.happenings()[0]["id"]
    of_happening = [one for one in found if one.group == happening]
    assert len(of_happening) <= sum(OF_HAPPENING.values())
    assert any(one.a.part for one in of_happening)
    sentences = {groups.sentence(text).text for text in told.groups[0]["same"]}
    assert not any({one.a.read, one.b.read} <= sentences for one in told.claims[0])
    assert found == list(told.drawn(random.Random(3)))


def test_what_is_kept_from_the_network_is_not_learnt_from() -> None:
    for rows in (groups.groups(), desks.happenings()):
        learnt, unseen = ({row["id"] for row in kept(rows, own)} for own in (True, False))
        assert not learnt & unseen
        assert len(learnt | unseen) == len(rows)
        assert len(learnt) > 10 * len(unseen) > 0
        assert all(groups.unread(n) for n, row in enumerate(rows) if row["id"] in unseen)


def test_claims_clash_in_words_that_they_state(told: Material) -> None:
    clashes = [one for one in (*told.claims[0], *told.happenings[0]) if one.verdict == "conflict"]
    assert clashes
    for one in clashes:
        for side, spans in zip((one.a, one.b), one.spans, strict=True):
            assert spans
            assert all(side.start <= start < end <= side.end for start, end in spans)


def test_of_those_that_differ_the_more_alike_are_taken() -> None:
    base = Told("g", Excerpt.whole("the mayor of Orsa"), Excerpt.whole("nothing here"), "different")
    near = Told("g", base.a, Excerpt.whole("the mayor of Lund"), "different", like=1)
    taken = list(drawn([base] * 4 + [near] * 4, OF_GROUP_CLAIMS, random.Random(1)))
    assert taken == [near]
    assert list(drawn([], OF_GROUP_CLAIMS, random.Random(1))) == []
