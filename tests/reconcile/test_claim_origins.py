from __future__ import annotations

import dataclasses

import pytest

from claims.records import Claim
from corpus.records import Article
from reconcile.origins import origin_of
from tests.conftest import make_article, make_claim

OWN = make_claim("It burned.")
NAMED = make_claim("It burned.", speaker="Nora Lind")
UNNAMED = dataclasses.replace(make_claim("It burned.", speaker="an official"), voice="anonymous")


@pytest.mark.parametrize(
    ("claim", "article", "origin"),
    [
        (NAMED, make_article("a", agency="NBT"), "source:Nora Lind"),
        (OWN, make_article("a", agency="NBT"), "agency:NBT"),
        (UNNAMED, make_article("a", agency="NBT"), "agency:NBT"),
        (OWN, make_article("a", agency="NBT", origin="b"), "agency:NBT"),
        (OWN, make_article("a", outlet="Daily Ember", origin="b"), "article:b"),
        (OWN, make_article("a", outlet="Daily Ember"), "outlet:Daily Ember"),
        (UNNAMED, make_article("a", outlet="Daily Ember"), "outlet:Daily Ember"),
        (OWN, make_article("a", outlet=""), "article:a"),
    ],
)
def test_origin(claim: Claim, article: Article, origin: str) -> None:
    assert origin_of(claim, article) == origin


def test_a_speaker_is_one_origin_in_two_outlets_and_a_voice_of_their_own_is_two() -> None:
    one, two = make_article("a"), make_article("b")
    assert origin_of(NAMED, one) == origin_of(NAMED, two)
    assert origin_of(OWN, one) != origin_of(OWN, two)


def test_a_wire_copy_rests_on_what_it_repeats() -> None:
    wire, copy = make_article("a", outlet=""), make_article("b", origin="a")
    assert origin_of(OWN, copy) == origin_of(OWN, wire)
