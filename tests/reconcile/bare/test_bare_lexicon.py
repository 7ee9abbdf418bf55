"""What words have to do with each other."""

from __future__ import annotations

import pytest

from reconcile.bare.lexicon import TABLES, kin, nouns, opposite, verbs


@pytest.mark.parametrize(
    ("word", "wider", "expected"),
    [
        ("movie", "film", True),
        ("film", "movie", True),  # one sense
        ("car", "vehicle", True),
        ("vehicle", "car", False),
        ("novelist", "writer", True),
        ("film", "book", False),
        ("sofa", "actor", False),
        ("qwxz", "thing", False),
    ],
)
def test_a_kind_of(word: str, wider: str, expected: bool) -> None:
    assert nouns().kind_of(word, wider) is expected


def test_verbs_have_a_tree_too() -> None:
    assert verbs().kind_of("begin", "start")
    assert not verbs().kind_of("begin", "eat")


def test_what_two_kinds_share_grows_with_their_nearness() -> None:
    assert nouns().shared("novel", "poem") > nouns().shared("novel", "river")
    assert nouns().shared("novel", "qwxz") == 0


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("die", "death", True),
        ("found", "founded", True),
        ("found", "find", False),
        ("speak", "speech", True),
        ("easily", "easy", True),
        ("speak", "speck", False),
    ],
)
def test_kin(a: str, b: str, expected: bool) -> None:
    assert kin(a, b) is expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("win", "lose", True),
        ("lose", "win", True),
        ("best", "worst", True),
        ("approve", "reject", True),
        ("loses", "earnings", True),  # of one family with "earn"
        ("lose", "loser", False),
        ("pass", "walk", False),
        ("red", "green", False),  # neither opposite nor the same
        ("teach", "learn", False),  # converses: both are true of one lesson
    ],
)
def test_opposite(a: str, b: str, expected: bool) -> None:
    assert opposite(a, b) is expected


def test_the_tables_are_small_and_carry_their_licence() -> None:
    assert sum(path.stat().st_size for path in TABLES.iterdir()) < 300_000
    assert "Princeton University" in (TABLES / "LICENCE.wordnet").read_text("utf-8")
