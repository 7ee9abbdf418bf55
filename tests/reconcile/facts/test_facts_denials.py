"""Deeds laid to a party that denies them."""

from __future__ import annotations

import time

import pytest

from reconcile.facts.denials import compare_denials, denies
from reconcile.findings import Finding
from tests.conftest import compared, make_article, make_claim, make_happening, make_view

DEED = "Jordanian jets bombed the old mill"


@pytest.mark.parametrize(
    ("text", "sense", "agent", "who"),
    [
        ("Jordan denied the reports", "deny", "Jordan", "Jordan"),
        ("Jordan rejected claims of a strike", "reject", "Jordan", "Jordan"),
        ("Jordan denied its jets bombed the mill", "deny", "Jordan", "Jordan"),
        ("Jordan has long denied the reports", "deny", "Jordan", ""),
        ("Jordan denied him a visa", "deny", "Jordan", ""),
        ("Jordan bombed the mill", "bomb", "Jordan", ""),
        ("Reports of a strike are totally false", "be", "", ""),
    ],
)
def test_denies(text: str, sense: str, agent: str, who: str) -> None:
    assert denies(make_claim(text, happening=make_happening(sense, agent))) == who


def test_reports_are_false_by_the_word_of_a_speaker() -> None:
    assert denies(make_claim("Reports of a strike are false", speaker="Jordan")) == "Jordan"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("It would never use gas", "Jordan"),
        ("It had never bombed the mill", "Jordan"),
        ("It would use gas", ""),
        ("It never slept", ""),
    ],
)
def test_what_was_never_done(text: str, who: str) -> None:
    assert denies(make_claim(text, speaker="Jordan")) == who


def found(denial: str, who: str, deed: str = DEED, agent: str = "Jordanian jets") -> list[Finding]:
    first = make_view(
        make_claim(denial, happening=make_happening("deny", who)), make_article("a", text=denial)
    )
    second = make_view(
        make_claim(deed, happening=make_happening("bomb", agent, "the old mill")),
        make_article("b", text=deed),
    )
    there = compared(compare_denials, first, second, likeness=0.6)
    back = compared(compare_denials, second, first, likeness=0.6)
    assert [f.values[::-1] for f in back] == [f.values for f in there]
    return there


@pytest.mark.parametrize(
    ("denial", "who", "deed", "told"),
    [
        ("Jordan denied reports that it bombed the old mill", "Jordan", DEED, True),
        ("Egypt denied reports that it bombed the old mill", "Egypt", DEED, False),
        ("Jordan denied reports of a loan", "Jordan", DEED, False),
        ("Jordan praised reports on the old mill", "Jordan", DEED, False),
        (
            "Jordan denied reports that it bombed the old mill",
            "Jordan",
            "Jordanian jets bombed nothing, it denied reports of it",
            False,
        ),
    ],
)
def test_denials(denial: str, who: str, deed: str, told: bool) -> None:
    assert bool(found(denial, who, deed)) is told


@pytest.mark.parametrize("hostile", ["denied a " * 5000, "reports " * 5000, "has not " * 5000])
def test_hostile_text_is_read_quickly(hostile: str) -> None:
    started = time.perf_counter()
    denies(make_claim(hostile))
    assert time.perf_counter() - started < 2
