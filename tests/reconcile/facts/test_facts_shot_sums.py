"""How many an attack hit in all: sums of the dead and the wounded, and what leaves them open."""

from __future__ import annotations

import pytest

from claims.records import Claim, Figure
from reconcile.alignment import align
from reconcile.facts.figures import compare_figures
from reconcile.facts.shot_sums import compare_shot_sums, toll
from reconcile.findings import Finding
from tests.conftest import make_article, make_claim, make_figure, make_view


def dead(written: str, low: float) -> Figure:
    return make_figure(written, low)


def hurt(written: str, low: float, role: str = "injured") -> Figure:
    return make_figure(written, low, role=role)


def shot(written: str, low: float) -> Figure:
    return hurt(written, low, "shot")


SETTLED: list[tuple[str, list[Figure], int, int]] = [
    ("Four people were shot, one fatally.", [shot("Four people", 4), dead("one", 1)], 1, 4),
    ("5 shot, 2 fatally, at a party", [shot("5", 5)], 2, 5),
    ("Six people were wounded, two of whom have died.", [hurt("Six people", 6)], 2, 6),
    ("Four men were shot and two of them died.", [shot("Four men", 4)], 2, 4),
    ("Five were stabbed, including a woman who later died.", [hurt("Five", 5)], 1, 5),
    ("A man shot four people, killing one, outside a bar.", [shot("four people", 4)], 1, 4),
    ("A man was killed and four more were hurt.", [dead("A man", 1), hurt("four more", 4)], 1, 5),
    ("1 dead, 4 wounded in a shooting", [dead("1", 1), hurt("4", 4)], 1, 5),
    ("The blast killed two and injured 18.", [dead("two", 2), hurt("18", 18)], 2, 20),
    ("Three others were shot, a man killed.", [shot("Three others", 3), dead("a man", 1)], 1, 4),
]  # fmt: skip

OPEN = [
    ("Ten people were shot and one killed.", [shot("Ten people", 10), dead("one", 1)], {10, 11}),
    ("7 shot, 3 dead outside a club", [shot("7", 7), dead("3", 3)], {7, 10}),
]

MANY = make_figure("At least 13 people", 13, None, role="shot", bound="at_least")

NO_SUM: list[tuple[str, list[Figure]]] = [
    ("A man, 40, died. Another man was shot.", [dead("A man", 1), shot("Another man", 1)]),
    ("Two dead, two critical and 19 others hurt.", [dead("Two", 2), hurt("19 others", 19)]),
    ("The gunman was killed; he killed two and hurt three.", [dead("two", 2), hurt("three", 3)]),
    ("Four people were hurt in a shooting.", [hurt("Four people", 4)]),
    ("At least 13 people were shot, one fatally.", [MANY, dead("one", 1)]),
    (
        "Two of the guests were killed and nine hurt.",
        [make_figure("Two of the guests", 2, scope="of the guests"), hurt("nine", 9)],
    ),
    ("Police shot a dog four times, one neighbour said.", []),
    (
        "Two boys were killed in Orsa, four were shot, one fatally, in Mora.",
        [dead("Two boys", 2), shot("four", 4), dead("one", 1)],
    ),
]  # fmt: skip


def told(sentence: str, figures: list[Figure]) -> Claim:
    return make_claim(sentence, figures)


@pytest.mark.parametrize(("sentence", "figures", "killed", "hit"), SETTLED)
def test_settled(sentence: str, figures: list[Figure], killed: int, hit: int) -> None:
    found = toll(sentence, told(sentence, figures).figures)
    assert found is not None
    assert (found.killed, found.hit) == (killed, {hit})


@pytest.mark.parametrize(("sentence", "figures", "hit"), OPEN)
def test_open(sentence: str, figures: list[Figure], hit: set[int]) -> None:
    found = toll(sentence, told(sentence, figures).figures)
    assert found is not None
    assert found.hit == hit


@pytest.mark.parametrize(("sentence", "figures"), NO_SUM)
def test_no_sum(sentence: str, figures: list[Figure]) -> None:
    assert toll(sentence, told(sentence, figures).figures) is None


AMONG_FOUR = told("Four people were shot, one fatally, in Orsa.", SETTLED[0][1])
AMONG_FIVE = told(
    "Five people were shot, one fatally, in Orsa.", [shot("Five people", 5), dead("one", 1)]
)
BESIDE_FIVE = told(
    "A man was killed and four more were hurt in Orsa.", [dead("A man", 1), hurt("four more", 4)]
)
BESIDE_LATER = told(
    "Two men were killed and three hurt in Orsa.", [dead("Two men", 2), hurt("three", 3)]
)
OPEN_FIVE = told(
    "Five people were shot and one killed in Orsa.", [shot("Five people", 5), dead("one", 1)]
)
TWO_ATTACKS = told(
    "Two shootings in Orsa left one dead and nine hurt.", [dead("one", 1), hurt("nine", 9)]
)


def found(
    a: Claim, b: Claim, beside: str = "", story: float = 0.9, published: str | None = "2021-03-02"
) -> list[Finding]:
    mine = make_view(a, make_article("a"))
    after = [make_claim(beside)] if beside else []
    other = make_view(b, make_article("b", published=published), after=after)
    return list(compare_shot_sums(mine, other, align(mine, other, story, 0.8)))


@pytest.mark.parametrize(
    ("a", "b", "verdicts"),
    [
        (AMONG_FOUR, BESIDE_FIVE, ["conflict"]),
        (AMONG_FIVE, BESIDE_FIVE, ["agree"]),
        (AMONG_FIVE, BESIDE_LATER, ["update"]),
        (OPEN_FIVE, BESIDE_FIVE, []),
        (AMONG_FOUR, AMONG_FIVE, []),  # those shot are compared with those shot
        (BESIDE_FIVE, BESIDE_LATER, []),
        (AMONG_FOUR, TWO_ATTACKS, []),
    ],
)
def test_two_sums(a: Claim, b: Claim, verdicts: list[str]) -> None:
    assert [f.verdict for f in found(a, b)] == verdicts
    assert [f.verdict for f in found(b, a)] == verdicts


@pytest.mark.parametrize(
    ("a", "b", "published", "strict"),
    [
        (AMONG_FOUR, BESIDE_FIVE, "2021-03-02", True),
        (BESIDE_FIVE, AMONG_FOUR, "2021-03-03", True),
        (AMONG_FOUR, BESIDE_FIVE, "2021-03-03", False),  # more may have come forward
        (BESIDE_FIVE, AMONG_FOUR, None, False),
    ],
)
def test_a_sum_that_cannot_have_risen(a: Claim, b: Claim, published: str, strict: bool) -> None:
    (clash,) = found(a, b, published=published)
    assert clash.strict is strict


def test_not_of_two_stories() -> None:
    assert found(AMONG_FOUR, BESIDE_FIVE, story=0.2) == []


@pytest.mark.parametrize(
    ("beside", "verdicts"),
    [
        ("The gunman was shot by police.", []),
        ("He then turned the gun on himself.", []),
        ("Police killed the gunman.", []),
        ("It was a murder-suicide.", []),
        ("The gunman shot a man and two women.", ["conflict"]),
        ("An officer blamed himself.", ["conflict"]),
    ],
)
def test_an_attacker_whom_one_may_count(beside: str, verdicts: list[str]) -> None:
    assert [f.verdict for f in found(AMONG_FOUR, BESIDE_FIVE, beside)] == verdicts


def test_four_shot_are_not_the_four_wounded() -> None:
    mine = make_view(AMONG_FOUR, make_article("a"))
    other = make_view(BESIDE_FIVE, make_article("b"))
    read = list(compare_figures(mine, other, align(mine, other, 0.9, 0.8)))
    assert not [f for f in read if "4" in f.values[0]]
