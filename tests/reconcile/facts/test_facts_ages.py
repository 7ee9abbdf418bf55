"""Ages of one person, by name or as the only one left of a kind, and what tells two apart."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.records import Claim
from reconcile.alignment import align
from reconcile.facts.ages import OWN, SIGNS, compare_ages
from reconcile.findings import Finding, Match, Part
from tests.conftest import (
    compared,
    make_article,
    make_claim,
    make_figure,
    make_happening,
    make_view,
    signed,
)

Person = tuple[str, float]


def shot(noun: str, age: float, sense: str = "shoot", by: bool = False) -> Claim:
    """Somebody so old was shot, or did it."""
    who = f"{age:.0f}-year-old {noun}"
    figures = [make_figure(who, age, noun=noun, role="age", unit="year")]
    told = make_happening(sense, who if by else "", "" if by else who)
    return make_claim(f"{who} and a shot.", figures, happening=told)


def aged(*people: Person, sense: str = "die", high: float | None = -1, unit: str = "year") -> Claim:
    """Somebody's age each: what he is called, and how old he is."""
    figures = [
        make_figure(f"{i}: {age:.0f}-year-old", age, high, noun, "age", unit)
        for i, (noun, age) in enumerate(people)
    ]
    text = f"A {' and a '.join(f.text for f in figures)} died."
    return make_claim(text, figures, happening=make_happening(sense, "", "somebody"))


def compare(a: Claim, b: Claim, *after: Claim) -> list[Finding]:
    first, second = make_view(a), make_view(b, after=after)
    return compared(compare_ages, first, second)


def told(found: Sequence[Finding]) -> list[tuple[str, float]]:
    return [(f.verdict, f.weight) for f in found]


NAMED, UNNAMED, AGREE = [("conflict", 0.8)], [("conflict", 0.6)], [("agree", 0.6)]
BOY_13 = aged(("boy", 13))
NORA, BOY, FATHER = aged(("Nora Lind", 40)), aged(("boy", 12)), aged(("Per Dahl", 60))
MONTHS = aged(("Nora Lind", 18), unit="month")
LINDS = aged(("Nora Lind", 40), ("Ove Lind", 44))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (NORA, aged(("Nora Lind", 41)), NAMED),
        (NORA, aged(("Nora Lind", 65)), NAMED),
        (NORA, NORA, AGREE),
        (aged(("Nora Lindh", 40)), aged(("Nora Lind", 41)), NAMED),  # two spellings
        (aged(("Nora Ida Lind", 40)), aged(("Nora Lind", 41)), NAMED),  # a middle name
        (aged(("Lind", 40)), aged(("Nora Lind", 41)), NAMED),  # the surname alone
        (NORA, aged(("Per Dahl", 41)), []),
        (NORA, aged(("woman", 41)), UNNAMED),  # she may be called so
        (NORA, aged(("woman", 44)), []),  # and is not, at four years' distance
        (NORA, aged(("woman", 40)), []),  # one age: too little to say that she is
        (BOY, aged(("boy", 13)), UNNAMED),
        (BOY, BOY, AGREE),
        (BOY, aged(("boy", 15)), UNNAMED),
        (BOY, aged(("boy", 16)), []),  # too far apart for one boy
        (BOY, aged(("girl", 13)), []),
        (BOY, aged(("person", 13)), UNNAMED),
        (aged(("", 12)), aged(("", 13)), UNNAMED),
        (BOY, aged(("boy", 12), sense="arrest"), []),  # as old, and of something else
        (BOY, aged(("boy", 13), high=14), []),  # no one age
        (NORA, make_claim("Nora Lind died."), []),
        # What is left, one on each side.
        (aged(("boy", 12), ("boy", 14)), aged(("boy", 13)), []),  # which of the two?
        (aged(("boy", 12), ("boy", 14)), aged(("boy", 12), ("boy", 15)), AGREE + UNNAMED),
        (aged(("boy", 12), ("boy", 14)), aged(("boy", 14), ("boy", 12)), AGREE * 2),
        (LINDS, aged(("Nora Lind", 40), ("man", 45)), AGREE + UNNAMED),
        (LINDS, aged(("Ove Lind", 45), ("Nora Lind", 40)), AGREE + NAMED),
        (LINDS, aged(("Nora Lind", 41), ("Per Dahl", 44)), NAMED),
        (LINDS, aged(("Lind", 44), ("Nora Lind", 40)), AGREE * 2),  # equal ages first
        (LINDS, aged(("woman", 41), ("man", 45)), []),  # neither has a sex by a name
        (aged(("man", 40), ("girl", 6)), aged(("man", 41), ("girl", 7)), UNNAMED * 2),
        (aged(("man", 40)), aged(("man", 41), ("girl", 7)), UNNAMED),
        (aged(("suspect", 20)), aged(("suspect", 31)), UNNAMED),  # a story has one
        (aged(("grandmother", 50)), aged(("grandmother", 42)), UNNAMED),
        (aged(("grandmother", 50)), aged(("woman", 42)), []),
        (shot("boy", 15), shot("boy", 17, by=True), []),  # the victim and who did it
        (shot("boy", 15), shot("boy", 17, "arrest"), []),
        (shot("boy", 15), shot("boy", 17), UNNAMED),
        (shot("Jo Carter", 15), shot("Jo Carter", 17, by=True), NAMED),
        # Months and years.
        (MONTHS, aged(("Nora Lind", 1)), AGREE),
        (MONTHS, aged(("Nora Lind", 2)), NAMED),
        (MONTHS, aged(("Nora Lind", 18)), NAMED),
        (aged(("boy", 8), unit="month"), aged(("boy", 8)), []),  # years apart
        (aged(("boy", 8), unit="month"), aged(("boy", 2)), UNNAMED),
    ],
)
def test_ages(a: Claim, b: Claim, expected: list[tuple[str, float]]) -> None:
    assert sorted(told(compare(a, b))) == sorted(expected)
    assert sorted(told(compare(b, a))) == sorted(expected)


@pytest.mark.parametrize(
    ("beside", "clash"),
    [
        ((), 1),
        ((aged(("boy", 12)),), 1),
        ((aged(("Nora Lind", 40)),), 1),
    ],
)
def test_who_else_is_as_old(beside: tuple[Claim, ...], clash: int) -> None:
    assert len(compare(BOY, BOY_13, *beside)) == clash


def in_words(text: str, low: float, high: float, told: str, noun: str, *names: str) -> Claim:
    figure = make_figure(told, low, high, noun, "age", "year")
    return make_claim(text, [figure], names=names)


def test_two_who_are_told_apart() -> None:
    assert compare(NORA, aged(("woman", 41)), aged(("Nora Lind", 40))) == []  # she is named there
    both = make_view(BOY, after=[BOY_13]), make_view(BOY_13, after=[BOY])
    assert list(compare_ages(*both, align(*both, 0.9, 0.8))) == []


def test_another_one_is_not_the_first() -> None:
    other = in_words("His other son, who is 11, fled.", 11, 11, "11", "son")
    assert compare(aged(("son", 10)), other) == compare(other, aged(("son", 10))) == []


def test_a_count_of_years_is_no_age() -> None:
    years = make_claim("Built over 13 years.", [make_figure("13 years", 13, role="", noun="boy")])
    assert compare(BOY, years) == []


@pytest.mark.parametrize(
    ("a", "b", "whose"),
    [
        (NORA, aged(("Nora Lind", 41)), "Nora Lind"),
        (NORA, aged(("woman", 41)), "Nora Lind"),
        (BOY, aged(("boy", 13)), "the boy"),
        (BOY, aged(("", 13)), "the boy"),
        (aged(("", 12)), aged(("", 13)), "the person"),
    ],
)
def test_the_reason_says_whose_age_it_is(a: Claim, b: Claim, whose: str) -> None:
    for found in (*compare(a, b), *compare(b, a)):
        assert found.reason.endswith(f"for the age of {whose}")


HER_55 = in_words("A woman of 55, Lind swore.", 55, 55, "55", "woman", "Lind")
HER_30S = in_words("Nora Lind is in her early 30s.", 30, 34, "in her early 30s", "Nora Lind")
SUSPECT = in_words("The suspect, 20, fled.", 20, 20, "20", "person")
CAPTOR = in_words("The suspect, a plumber of 31, fled.", 31, 31, "31", "person")

Case = tuple[Claim, Claim, tuple[Claim, ...]]
TEN = (aged(("girl", 10)),)
SIGNED: dict[str, tuple[list[Case], list[Case]]] = {
    "named": ([(NORA, aged(("Nora Lind", 41)), ())], [(NORA, aged(("woman", 41)), ())]),
    "one_named": (
        [(NORA, aged(("woman", 41)), ())],
        [(NORA, aged(("Nora Lind", 41)), ()), (BOY, aged(("boy", 13)), ())],
    ),
    "one_year": (
        [(NORA, aged(("Nora Lind", 41)), ()), (MONTHS, aged(("Nora Lind", 2)), ())],
        [(NORA, aged(("Nora Lind", 42)), ()), (MONTHS, aged(("Nora Lind", 18)), ())],
    ),
    "same_noun": (
        [(BOY, aged(("boy", 13)), ())],
        [(BOY, aged(("child", 13)), ()), (NORA, aged(("Lind", 41)), ())],
    ),
    "only_one": (
        [(BOY, aged(("boy", 13)), ()), (BOY, aged(("boy", 13)), TEN)],
        [(BOY, aged(("boy", 13)), (aged(("boy", 10)),))],
    ),
    "given_too": (
        [(BOY, aged(("boy", 13)), (aged(("girl", 12)),))],
        [(BOY, aged(("boy", 13)), TEN)],
    ),
    "both_first": (
        [(BOY, aged(("boy", 13)), ()), (BOY, aged(("boy", 13), ("girl", 10)), ())],
        [(BOY, aged(("girl", 10), ("boy", 13)), ())],
    ),
    "left_over": (
        [(BOY, aged(("boy", 13)), ()), (LINDS, aged(("Ove Lind", 45), ("Nora Lind", 40)), ())],
        [(BOY, aged(("boy", 13)), TEN)],
    ),
    "same_act": (
        [(BOY, aged(("boy", 13)), ())],
        [(BOY, aged(("boy", 13), sense="arrest"), ())],
    ),
    "same_part": (
        [(shot("boy", 12), shot("boy", 13), ())],
        [(BOY, aged(("boy", 13)), ()), (shot("boy", 12), BOY_13, ())],
    ),
    "named_given": (
        [(NORA, aged(("woman", 41)), (aged(("man", 40)),))],
        [(NORA, aged(("woman", 41)), ()), (BOY, aged(("boy", 13)), (aged(("man", 12)),))],
    ),
    "far": (
        [(aged(("suspect", 20)), aged(("suspect", 30)), ())],
        [(BOY, aged(("boy", 13)), ())],
    ),
    "names_him": (
        [(NORA, HER_55, ())],
        [(NORA, aged(("woman", 41)), ())],
    ),
    "one_part": (
        [(SUSPECT, CAPTOR, ())],
        [(BOY, aged(("boy", 13)), ())],
    ),
    "about": (
        [(NORA, HER_30S, ())],
        [(NORA, aged(("Nora Lind", 41)), ())],
    ),
    "only_such": (
        [(shot("boy", 12), shot("boy", 13), ()), (shot("boy", 5), shot("boy", 12), ())],
        [(BOY, aged(("boy", 13)), ()), (shot("boy", 12), shot("boy", 13), (shot("boy", 9),))],
    ),
    "only_ages": (
        [(BOY, aged(("boy", 13)), ())],
        [(BOY, aged(("boy", 13)), TEN)],
    ),
    "alone": (
        [(BOY, aged(("boy", 13)), TEN)],
        [(aged(("boy", 12), ("Nora Lind", 40)), aged(("boy", 13), ("Nora Lind", 40)), ())],
    ),
}
"""Sign: pairs of claims whose ages clash with it, and without it; and what the second's article
says after it."""


@pytest.mark.parametrize(("sign", "case", "has"), signed(SIGNED))
def test_sign(sign: str, case: Case, has: bool) -> None:
    a, b, after = case
    (clash,) = [f for f in compare(a, b, *after) if f.verdict == "conflict"]
    assert (sign in clash.signs) is has


def test_every_sign_has_a_case() -> None:
    assert set(SIGNED) == set(SIGNS)


@pytest.mark.parametrize(
    ("told", "after", "is_found"),
    [
        ([("boy", 13)], (), True),
        ([("boy", 13)], (aged(("girl", 12)),), True),  # each tells of its boy first
        ([("girl", 10), ("boy", 13)], (), True),
        ([("girl", 10), ("boy", 13)], (aged(("child", 12)),), False),  # that is he
    ],
)
def test_whom_the_other_article_tells_of_as_well(
    told: list[tuple[str, float]], after: tuple[Claim, ...], is_found: bool
) -> None:
    assert bool(compare(BOY, aged(*told), *after)) is is_found


@pytest.mark.parametrize(
    ("after", "is_found"),
    [
        (aged(("man", 40)), True),
        (aged(("Nora Lind", 40)), False),  # so old at another time
        (aged(("Per Dahl", 40)), True),
    ],
)
def test_two_ages_of_one_name_in_one_article(after: Claim, is_found: bool) -> None:
    assert bool(compare(NORA, aged(("girl", 10), ("Nora Lind", 44)), after)) is is_found


@pytest.mark.parametrize(
    ("text", "clash"),
    [
        ("Police originally said the boy was 13.", 0),
        ("The boy, originally from Orsa, was 13.", 1),
    ],
)
def test_an_age_that_its_text_takes_back(text: str, clash: int) -> None:
    assert len(compare(BOY, dataclasses.replace(BOY_13, text=text, quote=text))) == clash


def test_the_case_of_a_unit_does_not_matter() -> None:
    old = make_figure("12 YEARS old", 12, 12, "boy", "age", "YEAR")
    assert {f.verdict for f in compare(BOY, make_claim("He is 12 YEARS old.", [old]))} <= {"agree"}


people = st.tuples(
    st.sampled_from(["Nora Lind", "Lind", "Per Dahl", "boy", "girl", "person", ""]),
    st.sampled_from([1, 2, 12, 13, 15, 40]),
)
claims = st.builds(
    lambda found, unit: aged(*found, unit=unit),
    st.lists(people, min_size=1, max_size=3),
    st.sampled_from(["year", "year", "month"]),
)


def _with_another_order(
    found: list[Person],
) -> st.SearchStrategy[tuple[list[Person], list[Person]]]:
    return st.tuples(st.just(found), st.permutations(found))


@given(claims, claims)
def test_the_order_of_the_claims_does_not_matter(a: Claim, b: Claim) -> None:
    there, back = compare(a, b), compare(b, a)
    assert {(f.verdict, f.values, f.weight, f.signs) for f in there} == {
        (f.verdict, f.values[::-1], f.weight, f.signs) for f in back
    }


@given(st.lists(people, min_size=1, max_size=3).flatmap(_with_another_order))
def test_a_claim_told_again_in_any_order_never_clashes_with_itself(
    told_twice: tuple[list[Person], list[Person]],
) -> None:
    first, second = told_twice
    assert {f.verdict for f in compare(aged(*first), aged(*second))} <= {"agree"}


@pytest.mark.parametrize(("story", "is_found"), [(0.9, True), (0.6, False)])
def test_who_is_not_named_is_of_a_sure_story_where_the_names_differ(
    story: float, is_found: bool
) -> None:
    boys = (dataclasses.replace(aged(("boy", age)), names=()) for age in (12, 13))
    first, second = (make_view(boy, make_article(id_)) for boy, id_ in zip(boys, "ab", strict=True))
    laid = align(first, second, story, 0.8)
    apart = dataclasses.replace(laid, names=Part(Match.DIFFERS, "orsa", "mora"))
    assert bool(list(compare_ages(first, second, apart))) is is_found


@pytest.mark.parametrize("hurt", ["shot himself", "was shot"])
def test_who_calls_for_help_is_not_the_victim(hurt: str) -> None:
    caller = make_claim(
        "His 11-year-old brother called 911.",
        [make_figure("11-year-old", 11, 11, "brother", "age", "year")],
        happening=make_happening("call", "His 11-year-old brother", "911"),
    )
    victim = make_claim(
        f"A 10-year-old boy {hurt}.",
        [make_figure("10-year-old", 10, 10, "boy", "age", "year")],
        happening=make_happening("shoot", "", "A 10-year-old boy"),
    )
    assert not compare(caller, victim)
    assert not compare(victim, caller)


def test_an_age_told_by_full_name_is_somebodys_own() -> None:
    (found,) = compare(NORA, aged(("Nora Lind", 45)))
    assert found.strict
    assert OWN in found.signs
    for other in (aged(("Lind", 45)), aged(("Nora Lind", 65)), aged(("Nora Lind Sr", 45))):
        assert not any(f.strict for f in compare(NORA, other))
    given_too = compare(NORA, aged(("Nora Lind", 45)), aged(("Nora Lind", 47)))
    assert not any(f.strict for f in given_too)


@pytest.mark.parametrize(
    ("age", "day", "story", "own"),
    [
        (45, "2021-03-02", 0.9, True),
        (45, "2021-03-02", 0.02, False),  # two of one name
        (41, "2021-03-02", 0.9, True),
        (41, "2021-03-20", 0.9, False),  # a birthday
        (45, "2021-03-20", 0.9, True),
        (45, None, 0.9, False),
    ],
)
def test_where_an_age_is_somebodys_own(age: int, day: str | None, story: float, own: bool) -> None:
    first = make_view(NORA, make_article("a"))
    second = make_view(aged(("Nora Lind", age)), make_article("b", published=day))
    assert [f.strict for f in compared(compare_ages, first, second, story=story)] == [own]


def test_an_age_of_long_ago_is_another() -> None:
    now, then = (
        make_view(claim, make_article(id_, published=day))
        for claim, id_, day in (
            (NORA, "a", "2021-03-02"),
            (aged(("Nora Lind", 36)), "b", "2017-03-02"),
        )
    )
    assert not any(f.strict for f in compared(compare_ages, now, then))
