"""Who the one victim was: a boy or a girl, a child or a grown-up."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.records import Claim, Figure
from reconcile.facts.victims import compare_sexes, compare_victims
from reconcile.findings import Finding
from tests.conftest import (
    assert_mirrored,
    compared,
    make_article,
    make_claim,
    make_figure,
    make_happening,
    make_view,
)


def one(noun: str, role: str = "killed", low: float = 1, high: float | None = -1) -> Figure:
    return make_figure(f"{low:g} {noun}", low, high, noun=noun, role=role)


def told(*figures: Figure, sense: str = "kill") -> Claim:
    text = " and ".join(f"{f.text} {f.role}" for f in figures) or "Nobody."
    return make_claim(text, figures, happening=make_happening(sense))


def found(
    a: Claim, b: Claim, beside: tuple[Claim | None, Claim | None] = (None, None)
) -> list[Finding]:
    first, second = (
        make_view(claim, make_article(id_), after=[other] if other else [])
        for claim, other, id_ in zip((a, b), beside, "ab", strict=True)
    )
    return compared(compare_victims, first, second)


BOY, GIRL, MAN, WOMAN = (told(one(noun)) for noun in ("boy", "girl", "man", "woman"))


@pytest.mark.parametrize(
    ("a", "b", "signs"),
    [
        (BOY, GIRL, {"sex"}),
        (MAN, WOMAN, {"sex"}),
        (BOY, MAN, {"stage"}),
        (BOY, WOMAN, {"sex", "stage"}),
        (told(one("child")), MAN, {"stage"}),
        (told(one("son")), told(one("daughter")), {"sex"}),
        (told(one("son")), MAN, None),  # a son may be grown up
        (told(one("son")), BOY, None),
        (told(one("child")), GIRL, None),
        (told(one("person")), GIRL, None),
        (told(one("driver")), told(one("clerk")), None),  # one may be both
        (BOY, BOY, None),
        (BOY, told(one("girl", role="injured")), None),  # another victim
        (BOY, told(one("girl", low=2)), None),  # of several
        (BOY, told(one("girl", low=1, high=None)), None),  # one or more
        (BOY, told(one("girl"), one("man")), None),  # which of the two?
        (BOY, told(one("girl"), one("man", role="injured")), {"sex"}),
        (told(one("boy", role="")), told(one("girl", role="")), None),  # no state
        (told(one("boy", role="age")), told(one("girl", role="age")), None),
        (BOY, told(), None),
    ],
)
def test_the_one_victim(a: Claim, b: Claim, signs: set[str] | None) -> None:
    wanted = [] if signs is None else [signs | {"same_happening"}]
    there, back = found(a, b), found(b, a)
    assert [f.signs for f in there] == wanted
    assert all((f.verdict, f.kind) == ("conflict", "actor") for f in there)
    assert_mirrored(there, back)


def test_the_values_name_the_state() -> None:
    (finding,) = found(BOY, told(one("girl"), sense="die"))
    assert finding.values == ("1 boy killed", "1 girl killed")
    assert finding.reason == "a boy against a girl as the one killed"
    assert finding.signs == {"sex"}  # told of in two words


@pytest.mark.parametrize(
    ("beside", "rivals"),
    [
        ((None, None), 1),
        ((GIRL, None), 0),  # a boy and a girl were killed
        ((None, BOY), 0),
        ((told(one("girl", role="injured")), None), 1),  # another girl
        ((MAN, MAN), 1),
        ((MAN, None), 0),  # then the girl may be one of several too
        ((told(one("girl", low=3)), None), 0),
    ],
)
def test_who_else_was_a_victim(beside: tuple[Claim | None, Claim | None], rivals: int) -> None:
    assert len(found(BOY, GIRL, beside)) == rivals
    assert len(found(GIRL, BOY, beside[::-1])) == rivals


def test_each_state_has_its_victim() -> None:
    a = told(one("boy"), one("woman", role="injured"))
    b = told(one("girl"), one("man", role="injured"))
    assert [f.values for f in found(a, b)] == [
        ("1 woman injured", "1 man injured"),
        ("1 boy killed", "1 girl killed"),
    ]


FIGURES = st.lists(
    st.builds(
        one,
        st.sampled_from(["boy", "girl", "woman", "son", "person"]),
        st.sampled_from(["killed", "injured", ""]),
        st.sampled_from([1, 2]),
    ),
    max_size=3,
)


@settings(deadline=None)  # the first comparison loads what it needs
@given(FIGURES, FIGURES)
def test_who_is_asked_first_does_not_matter(a: list[Figure], b: list[Figure]) -> None:
    first, second = told(*a), told(*b)
    there, back = found(first, second), found(second, first)
    assert_mirrored(there, back)


def aged(noun: str, age: float) -> Claim:
    figure = make_figure(f"{age:g}-year-old {noun}", age, noun=noun, role="age", unit="year")
    return make_claim(f"A {figure.text} was seen.", [figure])


@pytest.mark.parametrize(
    ("a", "b", "beside", "clash"),
    [
        (aged("boy", 11), aged("girl", 11), None, True),
        (aged("boy", 11), aged("girl", 12), None, False),
        (aged("boy", 11), aged("child", 11), None, False),
        (aged("boy", 11), aged("boy", 11), None, False),
        (aged("boy", 11), aged("girl", 11), aged("boy", 11), False),  # twins
        (aged("boy", 11), aged("girl", 11), aged("man", 40), True),
        (aged("man", 40), aged("woman", 40), None, True),
    ],
)
def test_one_age_and_two_sexes(a: Claim, b: Claim, beside: Claim | None, clash: bool) -> None:
    first = make_view(a)
    second = make_view(b, make_article("b"), after=[beside] if beside else [])
    told = compared(compare_sexes, first, second)
    assert [f.signs for f in told] == [{"sex", "same_age", "alone"}] * clash
