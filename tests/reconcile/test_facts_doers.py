"""Who harmed whom: persons as described, the deeds of a claim, and two doers of one harm."""

from __future__ import annotations

import pytest

from claims.records import Claim
from reconcile.alignment import align
from reconcile.facts.doers import compare_doers
from reconcile.facts.people import Deed, deeds, describe, other_relation, unlike
from reconcile.findings import Finding
from tests.conftest import make_article, make_claim, make_happening, make_view, make_when


@pytest.mark.parametrize(
    ("written", "noun", "count", "sex", "stage", "relation"),
    [
        ("two men from Orsa", "man", 2, "male", "adult", ""),
        ("her estranged husband", "ex-husband", 1, "male", "", "ex-husband"),
        ("him", "", 1, "male", "", ""),
        ("A 4-year-old boy", "boy", 1, "male", "child", ""),
        ("the victim's brother", "brother", 1, "male", "", "brother"),
        ("the son of an officer", "son", 1, "male", "", "son"),
        ("his 17-year-old cousin", "cousin", 1, "", "", "cousin"),
        ("three other people", "person", 3, "", "", ""),
        ("men", "man", 0, "male", "adult", ""),  # how many is not said
        ("a car of men", "", 0, "", "", ""),
        ("Nora Lind", "", 0, "", "", ""),
        ("", "", 0, "", "", ""),
    ],
)
def test_descriptions(
    written: str, noun: str, count: int, sex: str, stage: str, relation: str
) -> None:
    told = describe(written)
    assert (told.noun, told.count, told.sex, told.relation) == (noun, count, sex, relation)
    assert told.stage == stage or noun in ("ex-husband",)


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        ("a man", "a woman", {"sex"}),
        ("a man", "a boy", {"stage"}),
        ("a man", "two men", {"number"}),
        ("a man", "men", set()),
        ("a man", "her uncle", set()),
        ("his uncle", "a friend", {"relation"}),
        ("a man", "a teenager", set()),
        ("a gunman", "a man", set()),
        ("", "a man", set()),
    ],
)
def test_who_cannot_be_one(a: str, b: str, apart: set[str]) -> None:
    assert unlike(describe(a), describe(b)) == unlike(describe(b), describe(a)) == apart


@pytest.mark.parametrize(
    ("a", "b", "rivals"),
    [
        ("brother", "cousin", True),
        ("mother", "stepmother", True),
        ("boyfriend", "ex-husband", True),
        ("uncle", "neighbor", True),
        ("husband", "father", False),  # of another
        ("neighbor", "neighbour", False),
        ("fiance", "fiancee", False),
        ("boyfriend", "partner", False),
        ("cousin", "relative", False),
        ("cousin", "", False),
    ],
)
def test_relations(a: str, b: str, rivals: bool) -> None:
    assert other_relation(a, b) is other_relation(b, a) is rivals


@pytest.mark.parametrize(
    ("sense", "agent", "patient", "told"),
    [
        ("shoot", "a man", "a boy", [Deed("a man", "a boy")]),
        ("die", "", "a boy", [Deed("", "a boy")]),
        ("arrest", "police", "a man", [Deed("a man", "")]),
        ("meet", "a man", "a boy", []),
    ],
)
def test_deeds(sense: str, agent: str, patient: str, told: list[Deed]) -> None:
    claim = make_claim("It was so.", happening=make_happening(sense, agent, patient))
    assert list(deeds(claim)) == told


def test_who_it_was() -> None:
    claim = make_claim("She said it was her uncle who shot him.")
    assert deeds(claim) == (Deed("her uncle", "him"),)


def did(agent: str, patient: str = "the boy", sense: str = "shoot", day: str = "") -> Claim:
    when = [make_when("that day", day)] if day else []
    text = f"{agent} did {sense} {patient} that day."
    return make_claim(text, when=when, happening=make_happening(sense, agent, patient))


def compare(a: Claim, b: Claim, beside: Claim | None = None) -> list[Finding]:
    first = make_view(a)
    second = make_view(b, make_article("b"), after=[beside] if beside else [])
    return list(compare_doers(first, second, align(first, second, 0.9, 0.8)))


MAN = did("a man")


@pytest.mark.parametrize(
    ("a", "b", "signs"),
    [
        (MAN, did("a woman"), {"sex"}),
        (MAN, did("two men"), {"number"}),
        (MAN, did("a boy"), {"stage"}),
        (did("his uncle"), did("a friend"), {"relation"}),
        (MAN, did("his uncle"), None),
        (MAN, did(""), None),
        (MAN, did("a woman", ""), None),  # whom?
        (MAN, did("a woman", "a girl"), None),
        (MAN, did("nobody"), None),
        (MAN, did("he"), None),
        (did("a man", day="2021-03-01"), did("a woman", day="2021-02-01"), None),
        (did("the police", "two men", "arrest"), did("police", "a man", "arrest"), {"number"}),
        (did("two men"), did("police", "a man", "arrest"), None),  # one of them, perhaps
    ],
)
def test_two_doers(a: Claim, b: Claim, signs: set[str] | None) -> None:
    there, back = compare(a, b), compare(b, a)
    kept = {"sex", "stage", "number", "relation", "self"}
    assert [f.signs & kept for f in there] == ([] if signs is None else [signs])
    assert [f.values[::-1] for f in back] == [f.values for f in there]


@pytest.mark.parametrize(
    ("own", "by", "clash"),
    [
        (did("the boy", "himself"), did("his uncle"), True),
        (did("the boy", "himself"), did("his uncle", "a girl"), False),
        (did("the boy", "himself"), did("his uncle", "herself"), False),
        (did("Lind", "himself"), did("his uncle"), False),  # is Lind the boy?
        (did("a man", "himself"), did("a friend", "a man"), True),
    ],
)
def test_himself_or_another(own: Claim, by: Claim, clash: bool) -> None:
    assert [f.signs & {"self"} for f in compare(own, by)] == [{"self"}] * clash
    assert [f.signs & {"self"} for f in compare(by, own)] == [{"self"}] * clash


def test_an_article_that_tells_of_both() -> None:
    assert compare(MAN, did("a woman"), did("a man", "a girl")) == []
    assert compare(did("a man", "himself"), did("a friend", "a man"), did("he", "himself")) == []
