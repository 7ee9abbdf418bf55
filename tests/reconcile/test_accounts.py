"""Early accounts and mended ones."""

from __future__ import annotations

import dataclasses

import pytest

from claims.records import Kind
from reconcile.accounts import mended
from reconcile.facts.war_totals import WAR_TOTAL
from reconcile.findings import Finding
from reconcile.views import View
from tests.conftest import make_article, make_claim, make_view

FIRST = "The sheriff said the details were still preliminary."
NEXT = "The sheriff previously said that they had been eating."


def view(id_: str, published: str | None, beside: str) -> View:
    claim = make_claim("A boy of nine was hurt.")
    return make_view(claim, make_article(id_, published=published), after=[make_claim(beside)])


def finding(kind: Kind = "age") -> Finding:
    return Finding("conflict", kind, ("9", "8"), "9 against 8", 0.6)


@pytest.mark.parametrize(
    ("first", "later", "expected"),
    [
        (FIRST, NEXT, True),
        ("Preliminary information put the time at nine.", "Police had earlier said nine.", True),
        ("Early reports told of a gas leak.", "Officials corrected earlier reports.", True),
        ("The figures remain preliminary.", "Police now believe that she fell.", True),
        (FIRST, "It rained.", False),
        ("It rained.", NEXT, False),
        ("He is to appear at a preliminary hearing.", NEXT, False),
        (FIRST, "He had been arrested previously. Police said so.", False),
        (FIRST, "The team had an early lead, and now it rains.", False),
    ],
)
def test_mended(first: str, later: str, expected: bool) -> None:
    a, b = view("a", "2021-03-01", first), view("b", "2021-03-02", later)
    assert mended(a, b, finding()) is mended(b, a, finding()) is expected


def test_only_the_later_text_mends_and_names_are_spelled_as_ever() -> None:
    a, b = view("a", "2021-03-01", FIRST), view("b", "2021-03-02", NEXT)
    assert not mended(a, b, finding("name"))
    total = dataclasses.replace(finding("figure"), signs=frozenset({WAR_TOTAL}))
    assert not mended(a, b, total)
    for days in (("2021-03-02", "2021-03-02"), ("2021-03-02", "2021-03-01"), (None, "2021-03-02")):
        assert not mended(view("a", days[0], FIRST), view("b", days[1], NEXT), finding())
