"""The word tables are made from the lines of the database."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.word_tables import derived, opposites, tree

NOUNS = """\
00000001 03 n 01 thing 0 000 | what is
00000002 06 n 02 film 0 movie 0 001 @ 00000001 n 0000 | moving pictures
00000003 04 n 01 loss 0 001 @ 00000001 n 0000 | what was lost
"""
VERBS = """\
00000011 40 v 01 lose 0 002 ! 00000012 v 0101 + 00000003 n 0101 | fail to win
00000012 40 v 01 win 0 001 ! 00000011 v 0101 | not to lose
"""
INDEX = """\
film n 1 1 @ 1 1 00000002
loss n 1 1 @ 1 1 00000003
movie n 1 1 @ 1 1 00000002
thing n 1 0 1 1 00000001
"""
KNOWN = frozenset({"film", "movie", "loss", "lose", "win"})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = {"data.noun": NOUNS, "data.verb": VERBS, "index.noun": INDEX}
    for name in ("data.noun", "data.verb", "data.adj", "data.adv", "index.noun"):
        (tmp_path / name).write_text("  1 the licence\n" + texts.get(name, ""), "utf-8")
    return tmp_path


def test_a_tree_holds_known_words_and_all_above_them(folder: Path) -> None:
    assert tree(folder, "noun", KNOWN) == ["0\t", "1\tfilm,movie", "1\tloss"]


def test_opposites_and_derived_words(folder: Path) -> None:
    assert opposites(folder, KNOWN) == ["lose\twin"]
    assert derived(folder, KNOWN) == ["lose\tloss"]
    assert opposites(folder, frozenset({"win"})) == []
