"""Many articles are read by several processes, and come out as by one."""

from __future__ import annotations

import pytest

from claims import extract
from tests.conftest import make_article

TEXTS = (
    "A mill burned down in Varsta on Monday. Nine workers died.",
    "The mayor said four people were hurt.",
    "",
)


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extract, "PROCESSES_FROM", 2)
    monkeypatch.setenv("LOKY_MAX_CPU_COUNT", "2")


@pytest.mark.usefixtures("processes")
def test_several_processes_find_what_one_finds_in_the_same_order() -> None:
    articles = [make_article(f"a{i}", text) for i, text in enumerate(TEXTS)]
    expected = [(article, extract.extract(article)) for article in articles]
    assert list(extract.extract_all(articles)) == expected
