"""Written pairs changed a little."""

from __future__ import annotations

import dataclasses
import random

import pytest

from benchmarks.groups import Told
from benchmarks.perturbing import copied, perturbed, scraped
from claims.records import Verdict
from reconcile.reading.records import Excerpt


def told(a: str, b: str, one: str, other: str, verdict: Verdict, alone: bool = True) -> Told:
    """Two texts of which the words that state the fact are given."""
    spans = tuple(
        ((text.index(words), text.index(words) + len(words)),)
        for text, words in ((a, one), (b, other))
    )
    return Told(
        "g", Excerpt.whole(a), Excerpt.whole(b), verdict, "figure", (spans[0], spans[1]), alone
    )


SAME = told("In Orsa nine men died.", "The raid killed nine.", "nine men", "killed nine", "agree")
RIVAL = told(
    "1,200 homes burned.", "Fire took 900 homes, they said.", "1,200 homes", "900 homes", "conflict"
)


def copies(pair: Told) -> list[Told]:
    return [new for seed in range(120) if (new := copied(pair, random.Random(seed))) != pair]


@pytest.mark.parametrize("pair", [SAME, RIVAL])
def test_a_copy_has_the_other_words_for_the_one_fact(pair: Told) -> None:
    assert 4 < len(copies(pair)) < 40
    for new in copies(pair):
        own, other = pair.spans[0][0], pair.spans[1][0]
        words = pair.b.text[slice(*other)]
        assert new.b.text == pair.a.text[: own[0]] + words + pair.a.text[own[1] :]
        assert new.b.text[slice(*new.spans[1][0])] == words
        assert (new.a, new.verdict, new.b.read) == (pair.a, pair.verdict, new.b.text)


@pytest.mark.parametrize(
    "pair",
    [
        dataclasses.replace(RIVAL, alone=False),
        dataclasses.replace(RIVAL, verdict="different"),
        dataclasses.replace(SAME, kind="outcome"),
        dataclasses.replace(SAME, spans=((), ())),
        told("It killed nine men of the third corps.", "Nine died.", "nine men of the third corps",
             "Nine", "agree"),
    ],
)  # fmt: skip
def test_what_may_not_fit_is_not_copied(pair: Told) -> None:
    assert copies(pair) == []


def often(pair: Told) -> list[Told]:
    return [new for seed in range(80) if (new := perturbed(pair, random.Random(seed))) != pair]


def test_two_that_agree_on_a_number_clash_with_another() -> None:
    assert 10 < len(often(SAME)) < 50
    for new in often(SAME):
        assert (new.verdict, new.kind, new.a) == ("conflict", "figure", SAME.a)
        ((start, end),) = new.spans[1]
        words = new.b.text[start:end]
        assert words.startswith("killed ")
        assert words != "killed nine"
        assert new.b.text == SAME.b.text.replace("killed nine", words)


def test_two_that_clash_agree_on_one_number() -> None:
    for new in often(RIVAL):
        assert (new.verdict, new.b.text) == ("agree", "Fire took 1,200 homes, they said.")


@pytest.mark.parametrize(
    "pair",
    [
        dataclasses.replace(RIVAL, alone=False),
        dataclasses.replace(RIVAL, verdict="different"),
        dataclasses.replace(SAME, kind="place"),
        told("At least 9 died.", "9 died.", "At least 9", "9", "agree"),
        told("9 or 10 died.", "9 died.", "9 or 10", "9", "agree"),
        told("At 9 p.m. it fell.", "At 9 p.m. it was.", "9 p.m.", "9 p.m.", "agree"),
        told("Nine died.", "The raid killed ten.", "Nine", "ten", "agree"),
        told("It cost $1.2m.", "Cost: $1.2m.", "$1.2m", "$1.2m", "agree"),
        told("Forty-seven left.", "He saw 112 leave.", "Forty-seven", "112", "conflict"),
        told("Freight of 9 tons.", "It weighs eight.", "Freight", "eight", "conflict"),
        told("Two-thirds left.", "Three left.", "Two-thirds", "Three", "conflict"),
        told("After two weeks.", "After nine days.", "two weeks", "nine days", "conflict"),
        told("A 320 fell.", "An A320 fell.", "320", "A320", "agree"),
        told("1 person died.", "He was 1 of them.", "1 person", "1 of them", "agree"),
    ],
)
def test_what_is_not_one_plain_number_stays(pair: Told) -> None:
    assert often(pair) == []


def test_the_number_that_is_given_is_written_as_the_other_was() -> None:
    pair = told("Three died.", "It killed nine.", "Three", "nine", "conflict")
    assert {new.b.text for new in often(pair)} == {"It killed three."}


def test_scraped_texts_lose_commas_and_apostrophes_and_spans_follow() -> None:
    pair = told(
        "The city\u2019s mayor, Lind, said 1,200 died.",
        "It killed 900.",
        "1,200",
        "900",
        "conflict",
    )
    found = {scraped(pair, random.Random(seed)) for seed in range(60)}
    (new,) = found - {pair}
    assert new.a.text == "The citys mayor Lind said 1200 died."
    ((start, end),) = new.spans[0]
    assert new.a.text[start:end] == "1200"
    assert new.b == pair.b
    assert new.a == Excerpt.whole(new.a.text)
