"""Clusters held against chains: ``benchmarks.ecb``."""

from __future__ import annotations

import dataclasses

import pytest
from conftest import make_claim

from benchmarks.ecb import Mention, b_cubed, gold_chains, groupings, holders, joined_by_gold


def grouping(letters: str) -> dict[Mention, str]:
    """Mentions one after the other, each in the group of its letter."""
    return {("a", at, at + 1): letter for at, letter in enumerate(letters)}


@pytest.mark.parametrize(
    "found, gold, precision, recall",
    [
        pytest.param("xxyy", "ppqq", 1, 1, id="the same under other names"),
        pytest.param("wxyz", "pppp", 1, 1 / 4, id="each alone"),
        pytest.param("xxxx", "ppqr", 3 / 8, 1, id="all together"),
        # Bagga and Baldwin 1998, figures 1 to 3: five, two and five that belong together; what
        # joins the two fives is worse than what joins the two to a five.
        pytest.param("xxxxxyyyyyyy", "pppppqqrrrrr", 16 / 21, 1, id="small joined to large"),
        pytest.param("xxxxxyyxxxxx", "pppppqqrrrrr", 7 / 12, 1, id="large joined to large"),
    ],
)
def test_b_cubed(found: str, gold: str, precision: float, recall: float) -> None:
    f1 = 2 * precision * recall / (precision + recall)
    told = b_cubed(grouping(found), grouping(gold))
    assert told == pytest.approx((precision, recall, f1))


def test_a_mention_belongs_to_the_smallest_claim_that_holds_it() -> None:
    long = make_claim("The dam broke and flooded two valleys", start=10)
    short = make_claim("flooded two valleys", start=28)
    there = make_claim("The dam broke and flooded two valleys", article="b", start=10)
    inside, outside, cut, past = ("a", 28, 35), ("a", 18, 23), ("a", 5, 12), ("a", 60, 64)
    held = holders([inside, outside, cut, past], [long, short, there])
    assert held == {inside: short, outside: long, cut: None, past: None}


def test_chains_are_read_across_articles() -> None:
    data = [
        {"id": "a", "mentions": [{"start": 0, "end": 4, "chain": "1"}]},
        {"id": "b", "mentions": [{"start": 0, "end": 4, "chain": "1"}]},
    ]
    assert gold_chains(data) == {("a", 0, 4): "1", ("b", 0, 4): "1"}


def test_groupings() -> None:
    one, two = (
        dataclasses.replace(make_claim("The dam broke and flooded", article=a), cluster=a)
        for a in "ab"
    )
    broke, flooded, again, alone = ("a", 8, 13), ("a", 18, 25), ("b", 18, 25), ("b", 90, 95)
    gold = {broke: "break", flooded: "flood", again: "flood", alone: "break"}
    told = groupings({broke: one, flooded: one, again: two, alone: None}, gold)
    assert told["clusters"] == {broke: "a", flooded: "a", again: "b", alone: alone}
    assert told["claims alone"] == {broke: one.id, flooded: one.id, again: two.id, alone: alone}
    assert len(set(told["mentions alone"].values())) == 4


@pytest.mark.parametrize(
    "alone, gold, joined",
    [
        pytest.param("wxyz", "ppqq", "wwyy", id="claims of one event"),
        pytest.param("wxyz", "pqrs", "wxyz", id="nothing to join"),
        # Two claims on one event, of which one or both tell of others, too.
        pytest.param("wxx", "ppq", "www", id="worth what it costs"),
        pytest.param("wwwwxxxx", "pqrsptuv", "wwwwxxxx", id="not worth it"),
    ],
)
def test_joined_by_gold(alone: str, gold: str, joined: str) -> None:
    assert joined_by_gold(grouping(alone), grouping(gold)) == grouping(joined)
