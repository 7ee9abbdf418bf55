"""Ages of speakers, lists and ranges of ages, and what a group's clash over."""

from __future__ import annotations

import dataclasses

import pytest

from claims.records import Claim, Speaker
from reconcile.facts.age_groups import compare_age_groups
from reconcile.facts.told_ages import age_range, listed_ages, single_ages, speaker_age, told_ages
from reconcile.findings import Finding
from tests.conftest import compared, make_article, make_claim, make_figure, make_view


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("The pupils ranged in age from 8 to 15.", (8, 15)),
        ("Three pupils, between the ages of nine and 15 years old, were hurt.", (9, 15)),
        ("Four pupils aged 9-12 were hurt.", (9, 12)),
        ("Six pupils, ages 6 months to 10 years old, were hurt.", (0.5, 10)),
        ("Pupils from 7 to 12 years old were hurt.", (7, 12)),
        ("It rose from 8 to 15 degrees.", None),
        ("They came from 8 to 9 that day.", None),
        ("Two pupils, ages 8 and 15, were hurt.", None),
        ("Boys aged 8 to 9 and girls aged 7 to 12 were hurt.", None),  # which?
        ("A pupil aged 8 was hurt.", None),
    ],
)
def test_ranges(text: str, bounds: tuple[float, float] | None) -> None:
    found = age_range(text)
    assert (found and (found.low, found.high)) == bounds


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Three men, ages 26, 29 and 31, were hurt.", (26, 29, 31)),
        ("The ages of the hurt are 26, 29, and 31.", (26, 29, 31)),
        ("Two pupils aged nine and 12 were hurt.", (9, 12)),
        ("A pupil aged 9 was hurt.", ()),
        ("Nora Lind, 29, and Per Dahl, 31, were hurt.", ()),
    ],
)
def test_lists(text: str, ages: tuple[float, ...]) -> None:
    assert listed_ages(text) == ages


@pytest.mark.parametrize(
    ("sentence", "who", "name", "told"),
    [
        ('"It fell," the 15-year-old said.', "the 15-year-old", "15-year-old", ("person", 15)),
        ('"It fell," said a 15-year-old girl.', "a 15-year-old girl", "girl", ("girl", 15)),
        ("Jo Carter, 41, said it fell.", "Jo Carter", "Jo Carter", ("Jo Carter", 41)),
        ("Carter, 41, said it fell.", "Carter", "Jo Carter", ("Jo Carter", 41)),
        ("Jo Carter said it fell.", "Jo Carter", "Jo Carter", None),
        ("The driver, who is 41, said it fell.", "The driver", "driver", ("driver", 41)),
        ("The driver, 41, said it fell.", "The driver", "driver", ("driver", 41)),
    ],
)
def test_speakers(sentence: str, who: str, name: str, told: tuple[str, float] | None) -> None:
    at = sentence.index(who)
    claim = dataclasses.replace(
        make_claim("It fell."), speaker=Speaker(name, None, at, at + len(who))
    )
    view = dataclasses.replace(make_view(claim), article=make_article(text=sentence))
    found = [(f.noun, f.low) for f in speaker_age(view)]
    assert found == ([] if told is None else [told])


def group(text: str, *ages: float, noun: str = "boy") -> Claim:
    row = [make_figure(f"{n:g}", n, noun=noun, role="age", unit="year") for n in ages]
    return make_claim(text, row)


def test_what_a_list_gives_is_nobodys() -> None:
    assert told_ages(make_view(group("Boys aged 8 and 9 were hurt.", 8))) == []
    assert told_ages(make_view(group("Lou Berg, aged 8 to 9 or so, hurt.", 8, noun="Lou"))) != []


def test_a_bound_is_no_age() -> None:
    assert told_ages(make_view(group("Three pupils ages 12 and under were hurt.", 12))) == []
    assert told_ages(make_view(group("The third under the age of 13 was hurt.", 13))) == []


def compare(a: Claim, b: Claim, beside: Claim | None = None) -> list[Finding]:
    first, second = make_view(a), make_view(b, after=[beside] if beside else [])
    return compared(compare_age_groups, first, second)


EIGHT = make_claim("The pupils ranged in age from 8 to 15.")
LISTED = make_claim("Three men, ages 26, 29 and 31, were hurt.")


@pytest.mark.parametrize(
    ("a", "b", "sign"),
    [
        (EIGHT, make_claim("Pupils between the ages of nine and 15 were hurt."), "two_ranges"),
        (EIGHT, make_claim("Pupils aged 8 to 15 were hurt."), None),
        (EIGHT, make_claim("Victims aged 8 to 43 were hurt."), None),  # others among them
        (EIGHT, group("One of 9, one of 12, one of 17.", 9, 12, 17), "out_of_range"),
        (EIGHT, group("One of 9, one of 12, one of 15.", 9, 12, 15), None),
        (EIGHT, group("One of 9, one of 12, one of 40.", 9, 12, 40), None),
        (EIGHT, group("One of 17.", 17), None),  # another one, perhaps
        (LISTED, group("A man of 28 was hurt.", 28), "not_listed"),
        (LISTED, group("A man of 35 was hurt.", 35), None),
        (LISTED, group("A man of 33 was hurt.", 33), "not_listed"),
        (LISTED, group("A man of 29 was hurt.", 29), None),
        (LISTED, group("A man of 60 was hurt.", 60), None),
        (LISTED, group("One of 26, one of 29, one of 32.", 26, 29, 32), "not_listed"),
    ],
)
def test_groups(a: Claim, b: Claim, sign: str | None) -> None:
    there, back = compare(a, b), compare(b, a)
    assert [f.signs for f in there] == ([] if sign is None else [{sign}])
    assert [f.values[::-1] for f in back] == [f.values for f in there]


def test_the_bound_of_a_range_is_nobodys_age() -> None:
    text = "Nora Lind, 34, said the dead ranged in age from nine to their early fifties."
    ages = [make_figure("34", 34, noun="Nora Lind", role="age"),
            make_figure("nine", 9, noun="person", role="age")]  # fmt: skip
    assert [f.low for f in single_ages(make_claim(text, ages))] == [34]


def test_one_whose_age_is_told_too() -> None:
    assert compare(LISTED, group("One of 33.", 33), group("One of 31.", 31)) == []


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("A 19-year-old Orsa man died.", "man"),
        ("A 19-year-old Orsa died.", "Orsa"),  # a name, for all that is known
    ],
)
def test_a_town_is_nobodys_name(text: str, noun: str) -> None:
    figure = make_figure("19-year-old", 19, 19, "Orsa", "age", "year")
    assert [f.noun for f in single_ages(make_claim(text, [figure]))] == [noun]
