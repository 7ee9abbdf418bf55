"""One thing said in two ways that exclude each other."""

from __future__ import annotations

import pytest

from reconcile.facts.alternatives import compare_alternatives
from reconcile.findings import Finding
from tests.conftest import compared, make_article, make_claim, make_happening, make_view


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
    return compared(compare_alternatives, first, second)


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


def attacked(a: str, b: str, beside: str, place: str = "") -> list[Finding]:
    """What is found of two accounts that name Orsa but do not say it is where it was."""
    first, second = (
        make_view(
            make_claim(
                text,
                names=("Orsa",),
                happening=make_happening("attack", "", "a car", (there,) if there else ()),
            ),
            make_article(id_),
            after=[make_claim(other)],
        )
        for text, id_, other, there in ((a, "a", beside, "Orsa"), (b, "b", "It rained.", place))
    )
    return compared(compare_alternatives, first, second, likeness=0.6)


DRONE, PLANE = "A drone hit a car, Orsa said", "A plane hit a car, Orsa said"


def test_of_an_attack_many_tell_of_an_article_may_give_the_other_answer() -> None:
    (finding,) = attacked(DRONE, PLANE, "Others speak of a plane.")
    assert "told_too" in finding.signs
    (finding,) = attacked(DRONE, PLANE, "It rained.")
    assert "told_too" not in finding.signs


def test_a_name_in_both_ties_two_attacks_where_one_does_not_say_where() -> None:
    assert attacked(DRONE, PLANE, "It rained.")
    assert not attacked(DRONE, PLANE, "It rained.", place="Rud")
