"""One thing said in two ways that exclude each other."""

from __future__ import annotations

import pytest

from reconcile.alignment import align
from reconcile.facts.alternatives import compare_alternatives
from reconcile.findings import Finding
from tests.conftest import make_article, make_claim, make_happening, make_view


def found(a: str, b: str, places: tuple[str, str] = ("Orsa", "Orsa")) -> list[Finding]:
    first, second = (
        make_view(
            make_claim(
                text,
                happening=make_happening("crash", "", "", (place,)),
                names=(place,) if place in text else (),
            ),
            make_article(id_, text=f"{text} Nothing else is known."),
        )
        for text, id_, place in zip((a, b), "ab", places, strict=True)
    )
    return list(compare_alternatives(first, second, align(first, second, 0.9, 0.8)))


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        ("Lind was on parole for theft", "Lind was on probation for theft", True),
        ("Lind was on parole for theft", "Lind was on parole for theft", False),
        ("Lind was eating when it began", "Lind was cooking when it began", True),
        ("Lind was eating when it began", "Lind was sitting when it began", False),
        ("Lind was eating when it began", "Lind was eating while cooking when it began", False),
        ("A drone crashed in Orsa", "A helicopter crashed in Orsa", True),
        ("Lind pleaded guilty", "Lind pleaded not guilty", True),
        ("Lind pleaded guilty", "Lind smiled", False),
    ],
)
def test_alternatives(a: str, b: str, told: bool) -> None:
    there, back = found(a, b), found(b, a)
    assert bool(there) is bool(back) is told
    assert [f.values[::-1] for f in back] == [f.values for f in there]


def test_many_acts_of_a_day_need_one_place() -> None:
    a, b = "A drone crashed in Orsa", "A helicopter crashed in Rud"
    assert not found(a, b, ("Orsa", "Rud"))


def test_nothing_where_the_other_article_has_both() -> None:
    assert not found("Lind was on parole", "Lind was on probation, once on parole")
