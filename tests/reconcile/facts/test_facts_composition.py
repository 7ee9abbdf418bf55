"""Of whom a few consisted."""

from __future__ import annotations

import pytest

from claims.records import Claim
from reconcile.facts.composition import compare_compositions, makeup
from reconcile.findings import Finding
from tests.conftest import compared, make_article, make_claim, make_happening, make_view


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("A man and two women were hurt.", {"man": 1, "woman": 2}),
        ("Two boys, a girl and three adults were hurt.", {"boy": 2, "girl": 1, "adult": 3}),
        ("A 40-year-old man and another woman were hurt.", {"man": 1, "woman": 1}),
        ("Two women were hurt.", {"woman": 2}),
        ("Eight women and children were hurt.", {}),  # how many of each?
        ("A man was hurt.", {}),
        ("A man's dog and a woman were hurt.", {}),
        ("A man and a boy were hurt by two men and a girl.", {}),  # which?
        ("It was quiet.", {}),
    ],
)
def test_makeup(text: str, row: dict[str, int]) -> None:
    assert dict(makeup(make_claim(text))) == row


def hurt(who: str, sense: str = "injure") -> Claim:
    return make_claim(f"{who} were seen.", happening=make_happening(sense, "", who))


def compare(a: Claim, b: Claim, beside: Claim | None = None) -> list[Finding]:
    first = make_view(a)
    second = make_view(b, make_article("b"), after=[beside] if beside else [])
    return compared(compare_compositions, first, second)


ONE = hurt("A man and two women")


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        (ONE, hurt("Two men and a woman"), True),
        (ONE, hurt("Two women and a man"), False),
        (ONE, hurt("Two boys and a girl"), True),
        (ONE, hurt("Two men and two women"), False),  # how many is another question
        (ONE, hurt("A man and two children"), True),
        (ONE, hurt("A man and two others"), False),
        (ONE, hurt("Two men and a woman", "arrest"), False),
        (ONE, hurt("Two men and a woman", "die"), True),  # who was hurt may have died
        (hurt("Two women"), hurt("Two boys"), False),  # each a part, perhaps
        (hurt("Two women"), hurt("A man and a woman"), True),
    ],
)
def test_compositions(a: Claim, b: Claim, clash: bool) -> None:
    assert [f.verdict for f in compare(a, b)] == ["conflict"] * clash
    assert [f.values[::-1] for f in compare(b, a)] == [f.values for f in compare(a, b)]


def test_an_article_that_tells_both() -> None:
    assert compare(ONE, hurt("Two men and a woman"), hurt("A man and two women")) == []


def test_signs() -> None:
    (finding,) = compare(ONE, hurt("Two men and a woman"))
    assert finding.signs == {"composition", "same_happening", "same_fate"}
    (finding,) = compare(ONE, hurt("Two men and a woman", "meet"))
    assert finding.signs == {"composition"}


def test_groups_of_two_stories() -> None:
    first, second = make_view(ONE), make_view(hurt("Two men and a woman"), make_article("b"))
    assert compared(compare_compositions, first, second, 0.3)
    assert not compared(compare_compositions, first, second, 0.2)
