"""What a reading says clashes, and what is judged by it."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import pytest

from claims.records import Verdict
from reconcile import pairs
from reconcile.findings import Finding
from reconcile.pairs import READ, judge_pair
from reconcile.reading.records import VERDICTS, Excerpt, Reading
from reconcile.reading.rivals import (
    LONGEST,
    MOST_WORDS,
    STANDING,
    doubt,
    read_texts,
    reason,
    rival_words,
)
from reconcile.sides import Pair, Side
from tests.conftest import WordEncoder

OPEN = "The Grendal bridge was opened to lorries again, the council said."
SHUT = "The council said that the Grendal bridge stays closed to lorries."


def reading(verdict: Verdict = "conflict", sure: float = 0.9, **more: object) -> Reading:
    rest = (1 - sure) / (len(VERDICTS) - 1)
    told = Reading({v: sure if v == verdict else rest for v in VERDICTS}, "outcome",
                   ("opened", "stays closed"), 0.8)  # fmt: skip
    return dataclasses.replace(told, **more)


@dataclasses.dataclass
class Reads:
    """A reader that says the same of every pair, and notes what it is asked."""

    told: Reading
    asked: list[tuple[Excerpt, Excerpt]] = dataclasses.field(default_factory=list)

    def read(self, pairs: Sequence[tuple[Excerpt, Excerpt]]) -> list[Reading]:
        self.asked += pairs
        return [self.told for _ in pairs]


def test_words_that_are_read_as_a_clash_are_told() -> None:
    told = rival_words(reading(), OPEN, SHUT)
    assert told == ("opened", "stays closed")
    assert all(value in reason(reading(), told) for value in told)


@pytest.mark.parametrize(
    "none",
    [
        None,
        reading("agree"),
        reading(sure=0.49),
        reading(standing=STANDING - 0.01),
        reading(values=("opened", "")),
        reading(values=("opened", "x" * (LONGEST + 1))),
    ],
)
def test_weak_words_are_not(none: Reading | None) -> None:
    assert rival_words(none, OPEN, SHUT) is None


@pytest.mark.parametrize(
    ("a", "b", "values"),
    [
        ("Nine people died.", "In all nine  people died.", ("Nine people", "nine  people")),
        ("9 people died.", "Nine people died.", ("9 people", "Nine people")),
        ("It opened.", "It opened again on Monday.", ("opened", "opened again")),
        ("Ten of the twelve died.", "Twelve died.", ("Ten", "Twelve")),
        ("The U.S. left.", "The US left.", ("the U.S", "the US")),
    ],
)
def test_words_that_the_other_text_has_too_do_not_clash(
    a: str, b: str, values: tuple[str, str]
) -> None:
    assert rival_words(reading(values=values), a, b) is None


def test_a_doubt_names_the_words() -> None:
    assert all(value in doubt(reading(), ("opened", "shut")) for value in ("opened", "shut"))


def test_numbers_that_only_one_text_gives_clash() -> None:
    told = rival_words(reading(values=("9 people", "12  people")), "9 people.", "12  people.")
    assert told == ("9 people", "12 people")
    assert rival_words(reading(values=("all", "not all")), "They all left.", "Some left.")


@pytest.mark.parametrize("text", ["", " \n", "word " * MOST_WORDS])
def test_nothing_is_read_in_what_is_empty_or_too_long(text: str) -> None:
    reader = Reads(reading())
    odd, plain, shut = map(Excerpt.whole, (text, OPEN, SHUT))
    assert read_texts(odd, plain, reader) is None
    assert read_texts(plain, odd, reader) is None
    assert reader.asked == []
    assert read_texts(plain, shut, reader) is reader.told


@pytest.mark.model
def test_a_text_is_read_in_the_sentence_it_is_part_of() -> None:
    reader = Reads(reading())
    part = Side("was opened to lorries", before="It rained. The Grendal bridge", after="on Monday.")
    judge_pair(Pair("1", part, Side(SHUT)), WordEncoder(), reader)
    ((read, other),) = reader.asked
    assert read == Excerpt("The Grendal bridge was opened to lorries on Monday.", 19, 40)
    assert other == Excerpt.whole(SHUT)


@pytest.mark.model
@pytest.mark.parametrize(("score", "verdict"), [(READ, "conflict"), (READ - 0.01, None)])
def test_what_no_comparator_knows_clashes_as_it_is_read_if_all_is_weighed_so(
    monkeypatch: pytest.MonkeyPatch, score: float, verdict: str | None
) -> None:
    weighed = {"other": 1 - score, "conflict": score, "update": 0.0}
    monkeypatch.setattr(pairs, "weigh", lambda *_: weighed)
    pair = Pair("1", Side(OPEN, "2021-03-02", "a"), Side(SHUT, "2021-03-02", "b"))
    told = judge_pair(pair, WordEncoder(), Reads(reading()))
    assert told.score == score
    if verdict is None:
        assert told.verdict != "conflict"
        assert told.verdict != "agree" or "stays closed" in told.reason
    else:
        assert (told.verdict, told.kinds) == (verdict, ("outcome",))
        assert told.values == ("opened", "stays closed")
        assert all(value in told.reason for value in told.values)
    assert judge_pair(pair, WordEncoder()).verdict != "conflict"  # unread it is not said


@pytest.mark.model
@pytest.mark.parametrize("known", ["scope", "update", "conflict"])
def test_what_a_rule_has_explained_is_not_read_as_a_clash(
    monkeypatch: pytest.MonkeyPatch, known: Verdict
) -> None:
    told = Finding(known, "figure", ("1", "2"), "a rule", 0.5)
    monkeypatch.setattr(pairs, "weigh", lambda *_: {"other": 0, "conflict": 0.99, "update": 0})
    monkeypatch.setattr(pairs, "said_clash", lambda _: None)
    plain_lay = pairs.lay
    monkeypatch.setattr(
        pairs, "lay", lambda *given: dataclasses.replace(plain_lay(*given), findings=(told,))
    )
    pair = Pair("1", Side(OPEN, "2021-03-02", "a"), Side(SHUT, "2021-03-02", "b"))
    assert judge_pair(pair, WordEncoder(), Reads(reading())).values != ("opened", "stays closed")


def test_the_features_of_a_reading_are_finite_and_named() -> None:
    told = reading(sure=1.0).features()
    assert set(told) == {"read", *(f"read:{name}" for name in (*VERDICTS, "standing"))}
    assert all(abs(value) < 10 for value in told.values())
