"""How sure a clash must be, by its kind and signs."""

from __future__ import annotations

import pytest

from claims.records import Kind
from reconcile.bars import BARS, CLASH, least
from reconcile.findings import Finding


def bar(kind: Kind, signs: str = "") -> float:
    return least(Finding("conflict", kind, ("a", "b"), "", 1.0, frozenset(signs.split())))


@pytest.mark.parametrize(
    ("kind", "easier", "harder"),
    [
        ("figure", "tops", ""),
        ("figure", "third", "third one_outlet"),
        ("figure", "tops", "tops part"),
        ("figure", "tops", "tops later"),
        ("figure", "later third", "later"),
        ("figure", "third one_article", "tops one_article"),
        ("place", "number", "settlement"),
        ("time", "near", "far"),
        ("age", "one_named one_year", "one_named"),
        ("actor", "", "both_act"),
    ],
)
def test_what_has_another_explanation_must_be_surer(kind: Kind, easier: str, harder: str) -> None:
    assert bar(kind, easier) < bar(kind, harder)


def test_a_kind_without_a_bar_has_the_common_one() -> None:
    assert bar("date") == bar("manner", "later") == CLASH


def test_each_bar_is_for_something() -> None:
    """None stands behind one that is for all of its kind."""
    for place, one in enumerate(BARS):
        before = [b for b in BARS[:place] if b.kind == one.kind]
        assert all(b.signs for b in before)
