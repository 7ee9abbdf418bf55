"""The one number of its kind in each of two claims."""

from __future__ import annotations

import pytest

from claims.records import Claim, Figure
from reconcile.facts.lone_counts import compare_lone_counts
from tests.conftest import compared, make_article, make_claim, make_figure, make_view


def count(text: str, low: float, noun: str, unit: str = "", role: str = "") -> Figure:
    return make_figure(text, low, noun=noun, role=role, unit=unit)


def found(a: Claim, b: Claim, story: float = 0.9) -> bool:
    first, second = (make_view(c, make_article(id_)) for c, id_ in zip((a, b), "ab", strict=True))
    return bool(compared(compare_lone_counts, first, second, story, 0.5))


TWELVE = make_claim("The club bought 12 pianos", [count("12 pianos", 12, "piano")])


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (make_claim("It bought 20 pianos", [count("20 pianos", 20, "piano")]), True),
        (make_claim("It bought 12 pianos", [count("12 pianos", 12, "piano")]), False),
        (make_claim("It bought 20 harps", [count("20 harps", 20, "harp")]), False),
        (make_claim("It kept 20 pianos of 30 pianos",
                    [count("20 pianos", 20, "piano"), count("30 pianos", 30, "piano")]), False),
        (make_claim("20 pianos burnt", [count("20 pianos", 20, "piano", role="killed")]), False),
        (make_claim("It may buy 20 pianos", [count("20 pianos", 20, "piano")],
                    modality="possible"), False),
    ],
)  # fmt: skip
def test_lone_counts(other: Claim, told: bool) -> None:
    assert found(TWELVE, other) is found(other, TWELVE) is told


def test_two_stories() -> None:
    other = make_claim("It bought 20 pianos", [count("20 pianos", 20, "piano")])
    assert not found(TWELVE, other, story=0.1)


def test_from_two_days_on() -> None:
    twelve, twenty = (
        make_claim(f"It has bought {n} pianos since {start}", [count(f"{n} pianos", n, "piano")])
        for n, start in ((12, "the hall opened in May"), (20, "its founder died"))
    )
    assert not found(twelve, twenty)
    assert found(twelve, make_claim(twelve.text.replace("12", "20"), twenty.figures))
