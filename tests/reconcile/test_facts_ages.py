"""Ages of one person, by name or as the only one of a kind."""

from __future__ import annotations

import pytest

from claims.records import Claim
from reconcile.alignment import align
from reconcile.facts.ages import compare_ages
from tests.conftest import make_claim, make_figure, make_happening, make_view, make_when


def aged(
    noun: str, *ages: float, sense: str = "die", high: float | None = -1, day: str = ""
) -> Claim:
    figures = [
        make_figure(f"{age:.0f}-year-old", age, high, noun=noun, role="age", unit="year")
        for age in ages
    ]
    text = f"A {' and a '.join(f.text for f in figures)} died on a day."
    when = [make_when("a day", day)] if day else []
    return make_claim(text, figures, when, (), make_happening(sense, "", noun))


def found(a: Claim, b: Claim, *after: Claim) -> list[tuple[str, float]]:
    first, second = make_view(a), make_view(b, after=after)
    return [
        (f.verdict, f.weight) for f in compare_ages(first, second, align(first, second, 0.9, 0.8))
    ]


NAMED, ONLY, AGREE = [("conflict", 0.8)], [("conflict", 0.6)], [("agree", 0.6)]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (aged("Nora Lind", 40), aged("Nora Lind", 41), NAMED),
        (aged("Nora Lind", 40), aged("Nora Lind", 65), NAMED),
        (aged("Nora Lind", 40), aged("Nora Lind", 40), AGREE),
        (aged("Nora Lindh", 40), aged("Nora Lind", 41), NAMED),  # two spellings
        (aged("Nora Lind", 40), aged("Per Dahl", 41), []),
        (aged("Nora Lind", 40), aged("boy", 41), []),
        (aged("boy", 12), aged("boy", 13), ONLY),
        (aged("boy", 12), aged("boy", 12), AGREE),
        (aged("boy", 12), aged("boy", 16), []),  # too far apart for one boy
        (aged("boy", 12), aged("girl", 13), []),
        (aged("person", 12), aged("person", 13), []),  # anybody
        (aged("", 12), aged("", 13), []),
        (aged("boy", 12, 14), aged("boy", 13), []),  # two boys
        (aged("boy", 12), aged("boy", 13, sense="arrest"), []),
        (aged("boy", 12, day="2021-03-01"), aged("boy", 13, day="2021-03-06"), []),
        (aged("boy", 12), aged("boy", 13, high=14), []),  # no one age
        (aged("Nora Lind", 40), make_claim("Nora Lind died."), []),
    ],
)
def test_ages(a: Claim, b: Claim, expected: list[tuple[str, float]]) -> None:
    assert found(a, b) == expected
    assert found(b, a) == expected


def test_an_article_that_tells_of_two_boys_tells_of_no_one_boy() -> None:
    assert found(aged("boy", 12), aged("boy", 13), aged("boy", 12)) == []
    assert found(aged("boy", 12), aged("boy", 13), aged("girl", 9)) == ONLY


def test_a_count_of_years_is_no_age() -> None:
    years = make_claim("Built over 13 years.", [make_figure("13 years", 13, role="", noun="boy")])
    assert found(aged("boy", 12), years) == []
