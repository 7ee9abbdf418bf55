"""Whose relation somebody named is."""

from __future__ import annotations

import pytest

from claims.records import Claim
from reconcile.alignment import align
from reconcile.facts.relations import compare_relations, relations
from reconcile.findings import Finding
from tests.conftest import make_article, make_claim, make_view


def told(text: str, name: str = "Per Dahl") -> Claim:
    return make_claim(text, names=[name])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Her brother, Per Dahl, was seen.", ("her", "brother")),
        ("They saw her brother, Per Dahl.", ("her", "brother")),
        ("They saw her older brother Per Dahl.", ("her", "brother")),
        ("Per Dahl, 40, her cousin, was seen.", ("her", "cousin")),
        ("Per Dahl is the victim's uncle.", ("the victim's", "uncle")),
        ("Per Dahl, who was Lind's neighbor, left.", ("lind's", "neighbor")),
        ("Per Dahl saw her brother.", None),
        ("Per Dahl, her brother's friend, left.", None),
        ("Per Dahl left.", None),
    ],
)
def test_relations(text: str, found: tuple[str, str] | None) -> None:
    assert relations(told(text)).get("per dahl") == found


def compare(a: Claim, b: Claim, beside: Claim | None = None) -> list[Finding]:
    first = make_view(a)
    second = make_view(b, make_article("b"), after=[beside] if beside else [])
    return list(compare_relations(first, second, align(first, second, 0.9, 0.8)))


BROTHER = told("They saw her brother, Per Dahl.")


@pytest.mark.parametrize(
    ("other", "beside", "clash"),
    [
        ("They saw her cousin, Per Dahl.", None, True),
        ("They saw her brother, Per Dahl.", None, False),
        ("They saw her husband, Per Dahl.", None, False),  # of another
        ("They saw her friend, Per Dahl.", None, True),
        ("They saw her cousin, Per Dahl.", told("A brother of Per Dahl left."), False),
    ],
)
def test_two_relations(other: str, beside: Claim | None, clash: bool) -> None:
    found = compare(BROTHER, told(other), beside)
    assert [f.signs for f in found] == [{"related", "relation", "same_whose"}] * clash


def test_another_person() -> None:
    assert compare(BROTHER, told("They saw her cousin, Ola Dahl.", "Ola Dahl")) == []
