"""The total of a whole war: which numbers count all that a war has cost, and which a part of it."""

from __future__ import annotations

import pytest

from claims.records import Claim, Figure, Modality
from reconcile.alignment import WAR_STORY, align
from reconcile.findings import Match
from reconcile.ties import ONE_WAR, PARTINGS
from reconcile.wars import War, of_one_war, one_war, told_war, totals
from tests.conftest import make_article, make_claim, make_figure, make_view, make_when

BEFORE = "Yemen has been torn by a war since 2015."


def read(sentence: str, number: str, before: str = "", year: int = 2019) -> War | None:
    at = sentence.index(number)
    return told_war(sentence, before, (at, at + len(number)), year)


@pytest.mark.parametrize(
    ("sentence", "number", "before"),
    [
        ("The conflict has claimed more than 90,000 lives.", "90,000", ""),
        ("The war in Yemen has killed 91,600 people and driven out millions.", "91,600", ""),
        ("It has put the death toll from the four-year conflict at 91,600.", "91,600", ""),
        ("Some 70,000 have been killed since the war broke out.", "70,000", ""),
        ("Since the uprising began in 2015, 70,000 people have died.", "70,000", ""),
        ("A war that has killed 70,000 people shows no sign of an end.", "70,000", ""),
        ("Ebola: the outbreak has killed 11,300 people.", "11,300", ""),
        ("Over 70,000 people have been killed in Yemen's civil war.", "70,000", ""),
        ("More than 70,000 people have been killed since March 2015.", "70,000", ""),
        ("It has cost the lives of 70,000 people.", "70,000", BEFORE),
        ("The famine has left 85,000 children dead.", "85,000", ""),
        ("Five years of fighting since 2014 have displaced 3,000,000 people.", "3,000,000", ""),
        ("The war, which began with protests in 2015, has killed 70,000.", "70,000", ""),
        ("The conflict in Darfur has displaced 2,700,000 people.", "2,700,000", ""),
    ],
)
def test_a_total(sentence: str, number: str, before: str) -> None:
    assert read(sentence, number, before) is not None


@pytest.mark.parametrize(
    ("sentence", "number", "before"),
    [
        ("The war has killed 3,000 people this year.", "3,000", ""),
        ("The fighting has displaced 20,000 people.", "20,000", ""),  # which fighting, since when
        ("More than 5,000 people have been killed in Taiz since the war began.", "5,000", ""),
        ("The war's worst attack killed 1,300 people on Friday.", "1,300", ""),
        ("At least 6,000 were killed by the army in the war.", "6,000", ""),
        ("The offensive has killed 2,000 people.", "2,000", BEFORE),
        ("12,000 people have been tortured to death since 2015.", "12,000", ""),
        ("60,000 people have died in jails during the conflict.", "60,000", ""),
        ("2,000 war veterans have been killed on the roads.", "2,000", ""),
        ("Half of a population of 22,000,000 has been displaced by the war.", "22,000,000", ""),
        ("The war planes killed 1,000 people.", "1,000", ""),
        ("It has cost the lives of 70,000 people.", "70,000", "The mayor spoke of the winter."),
        ("The army killed 1,200 fighters.", "1,200", BEFORE),
        ("Fighting in June alone killed 4,000, the worst month of the war.", "4,000", ""),
    ],
)
def test_a_part_of_it_or_something_else(sentence: str, number: str, before: str) -> None:
    assert read(sentence, number, before) is None


@pytest.mark.parametrize(
    ("sentence", "lands", "began"),
    [
        ("Yemen's war has killed 70,000 people.", {"yeme"}, set()),
        ("The Yemeni conflict has killed 70,000 people.", {"yeme"}, set()),
        ("The five-year war has killed 70,000 people in Yemen.", {"yeme"}, {2014}),
        ("The conflict in Darfur, begun in 2003, has killed 70,000.", {"darfur"}, {2003}),
        ("The war has killed 70,000 people.", set(), set()),
        ("Yemen's 50-year war has killed 70,000 people.", {"yeme"}, set()),
    ],
)
def test_which_war(sentence: str, lands: set[str], began: set[int]) -> None:
    war = read(sentence, "70,000")
    assert war is not None
    assert (war.lands, war.began) == (lands, began)


def war(kind: str = "war", lands: str = "yeme", began: int = 0) -> War:
    return War(kind, frozenset(lands.split()), frozenset({began} if began else ()))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (war(), war(), True),
        (war(began=2014), war(began=2015), True),
        (war(began=2014), war(), True),
        (war(), war("strife"), True),
        (war(), war(lands="suda"), False),
        (war(), war(lands=""), False),  # rather nothing than two wars
        (war(began=1994), war(began=2015), False),
        (war(), war("disease"), False),
    ],
)
def test_one_war(a: War, b: War, expected: bool) -> None:
    assert one_war(a, b) is expected


def killed(written: str, low: float, high: float | None = -1) -> Figure:
    return make_figure(written, low, high, bound="at_least" if high is None else "exact")


TOTAL = make_claim("The war in Yemen has killed 90,000 people.", [killed("90,000 people", 90_000)])
OTHER = make_claim("70,000 people have died in Yemen's war.", [killed("70,000 people", 70_000)])
MIXED = make_claim(
    "Twelve people died on Monday in Yemen's war, which has killed 70,000 people.",
    [killed("Twelve people", 12), killed("70,000 people", 70_000)],
    [make_when("Monday", "2021-03-01")],
)
FEW = make_claim("The war in Yemen has killed 900 people.", [killed("900 people", 900)])


@pytest.mark.parametrize(("b", "expected"), [(OTHER, True), (MIXED, False), (FEW, False)])
def test_of_one_war(b: Claim, expected: bool) -> None:
    mine, other = make_view(TOTAL, make_article("a")), make_view(b, make_article("b"))
    assert of_one_war(mine, other) is expected
    assert of_one_war(other, mine) is expected


def test_not_within_an_article() -> None:
    view = make_view(TOTAL)
    assert totals(view)
    assert not of_one_war(view, view)


@pytest.mark.parametrize("modality", ["planned", "demanded"])
def test_not_of_what_is_feared(modality: Modality) -> None:
    claim = make_claim(TOTAL.text, TOTAL.figures, modality=modality)
    assert totals(make_view(claim)) == ()


def test_the_days_events_do_not_part_two_totals() -> None:
    day = [
        make_claim("A raid on Orsa killed nine.", [], [make_when("raid", "2021-03-01")], ["Orsa"])
    ]
    later = [make_claim("Mora was shelled.", [], [make_when("shelled", "2021-03-06")], ["Mora"])]
    a = make_view(TOTAL, make_article("a"), before=day)
    b = make_view(OTHER, make_article("b", published="2021-03-07"), before=later)
    alignment = align(a, b, 0.1, 0.3)
    assert ONE_WAR in alignment.ties
    assert not alignment.ties & PARTINGS.keys()
    assert alignment.story == WAR_STORY
    assert Match.DIFFERS not in (alignment.time.match, alignment.names.match)
