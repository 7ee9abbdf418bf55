"""Two bare texts: what is compared, how it is weighed, and what the judge says of it."""

from __future__ import annotations

import time

import pytest

from reconcile.bare.judging import LONGEST, compare, contradiction, pair_features
from reconcile.bare.statements import plain
from reconcile.bare.weighing import CLASSES, around, model, rival_features
from reconcile.pairs import judge_pair
from reconcile.sides import Pair, Side
from tests.conftest import WordEncoder, make_article

FILM = "Ember is a 1984 Norwegian film directed by Ada Varga ."


def test_the_weights_are_of_the_two_classes() -> None:
    assert model().classes == CLASSES
    assert {"found", "negation", "class", "covered"} <= set(model().weights)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "kind", "values"),
    [
        ("Ember is a book .", "name", ("film", "book")),
        ("Ember is a Danish film .", "place", ("Norwegian", "Danish")),
        ("Ember is not a film .", "outcome", ("film", "not film")),
        ("Ember was directed by Olga Lind .", "name", ("Ada Varga", "Olga Lind")),
    ],
)
def test_a_contradiction_is_a_conflict_in_either_order(
    text: str, kind: str, values: tuple[str, str], encoder: WordEncoder
) -> None:
    told = judge_pair(Pair("1", Side(FILM), Side(text)), encoder)
    assert (told.verdict, told.kinds, told.values) == ("conflict", (kind,), values)
    assert told.reason.endswith(".")
    assert all(value in told.reason for value in values)
    turned = judge_pair(Pair("1", Side(text), Side(FILM)), encoder)
    assert (turned.verdict, turned.values) == ("conflict", values[::-1])
    for judged in (told, turned):
        first, second = (judged.reason.index(f"«{value}»") for value in judged.values)
        assert first < second


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Ember is a film .",
        "Ember is a movie .",
        "Ada Varga directed Ember .",
        "Ember is from 1984 .",
    ],
)
def test_what_the_longer_text_says_too_is_no_conflict(text: str, encoder: WordEncoder) -> None:
    assert judge_pair(Pair("1", Side(FILM), Side(text)), encoder).verdict != "conflict"


@pytest.mark.model
def test_texts_with_a_context_are_judged_by_their_claims_alone(encoder: WordEncoder) -> None:
    pair = Pair("1", Side(FILM, "2021-03-02"), Side("Ember is a book .", "2021-03-02"))
    assert judge_pair(pair, encoder).verdict != "conflict"


@pytest.mark.model
@pytest.mark.parametrize(
    ("a", "b"),
    [("", FILM), (FILM, "?"), ("\x00\ud800", FILM), ("mill " * (LONGEST[0] + 1), FILM * 99)],
)
def test_nothing_or_too_much_is_not_compared(a: str, b: str) -> None:
    assert compare(make_article(text=plain(a)), make_article(text=plain(b))) is None


@pytest.mark.model
def test_nothing_found_is_no_contradiction_and_the_numbers_say_so() -> None:
    compared = compare(make_article(text=FILM), make_article(text="Ember is a film ."))
    assert compared is not None
    assert contradiction(compared, 0.8) is None
    told = pair_features(compared, 0.8)
    assert (told["found"], told["covered"], told["likeness"]) == (0.0, 1.0, 0.8)


@pytest.mark.model
def test_a_sign_is_weighed_with_its_rule() -> None:
    compared = compare(make_article(text=FILM), make_article(text="Ember is a book ."))
    assert compared is not None
    rival = next(r for r in compared.rivals if r.rule == "class")
    assert rival_features(rival, frozenset({"one thing"})) == {"class": 1.0, "class:one thing": 1.0}
    assert set(rival_features(rival)) == {"class"}


@pytest.mark.model
def test_long_texts_take_seconds_at_most() -> None:
    short = "Ada Varga painted the old mill in Orsa. " * 8
    long = "Ada Varga painted the new church in Malung, and sold nine mills. " * 50
    start = time.perf_counter()
    compare(make_article(text=short), make_article(text=long))
    assert time.perf_counter() - start < 20


@pytest.mark.model
@pytest.mark.parametrize(
    ("short", "signs"),
    [
        ("Ember is a book .", {"one thing", "rest", "topic"}),
        ("Ember is a book that was sold in Danish shops .", {"one thing", "little", "topic"}),
    ],
)
def test_what_stands_around_a_rival(short: str, signs: set[str]) -> None:
    compared = compare(make_article(text=FILM), make_article(text=short))
    assert compared is not None
    rival = next(r for r in compared.rivals if r.rule == "class")
    assert around(compared.aligned, rival) == signs
