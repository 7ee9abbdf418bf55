"""Texts as words, and one laid on the other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.bare.aligning import amount, initials, lay, likeness, one_thing
from reconcile.bare.predicates import cues, governor, negated, phrase, predicate, unsure
from reconcile.bare.statements import Statement, Word, fold, plain, read, sort
from tests.conftest import make_article


def word(text: str, part: str = "NOUN", lemma: str = "") -> Word:
    """A word that stands alone."""
    told = lemma or text.casefold()
    return Word(0, text, fold(text), told, part, "ROOT", 0, 0, False, sort(text, part), True)


def statement(text: str) -> Statement:
    return read(make_article(text=plain(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orsa -LRB- a town -RRB- grew", "Orsa ( a town ) grew"),
        ("Orsa [ˈuːʂa] grew", "Orsa   grew"),
        ("``Nine`` died", '"Nine" died'),
        ("Nine (9) died", "Nine (9) died"),
        ("[" * 5, "[" * 5),
    ],
)
def test_plain(text: str, expected: str) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("1984", "NUM", "year"),
        ("1980s", "NOUN", "year"),
        ("sixties", "NOUN", "year"),
        ("2984", "NUM", "number"),
        ("21st", "ADJ", "number"),
        ("nine", "NUM", "number"),
        ("March", "PROPN", "month"),
        ("march", "NOUN", "noun"),
        ("Danish", "ADJ", "nation"),
        ("Denmark", "PROPN", "country"),
        ("Orsa", "PROPN", "name"),
        ("red", "ADJ", "quality"),
    ],
)
def test_sort(text: str, part: str, expected: str) -> None:
    assert sort(text, part) == expected


@given(st.text())
def test_any_text_folds_to_letters_digits_and_commas(text: str) -> None:
    assert all(c.isalnum() or c == "," for c in fold(text))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (word("Noël", "PROPN"), word("Noel", "PROPN"), 1.0),
        (word("U.S.", "PROPN"), word("US", "PROPN"), 1.0),
        (word("nine", "NUM"), word("9", "NUM"), 1.0),
        (word("nine", "NUM"), word("ten", "NUM"), 0.0),
        (word("first", "ADJ"), word("1st", "ADJ"), 1.0),
        (word("forties"), word("1947", "NUM"), 1.0),
        (word("1940s"), word("1947", "NUM"), 1.0),
        (word("fifties"), word("1947", "NUM"), 0.0),
        (word("died", "VERB", "die"), word("death"), 0.9),
        (word("Denmark", "PROPN"), word("Danish", "ADJ"), 0.0),  # no letters to go by
        (word("India", "PROPN"), word("Indian", "ADJ"), 0.8),
        (word("movie"), word("film"), 0.8),
        (word("vehicle"), word("car"), 0.8),
        (word("car"), word("vehicle"), 0.0),  # the wider word does not say the narrower
        (word("film"), word("book"), 0.0),
    ],
)
def test_likeness(a: Word, b: Word, expected: float) -> None:
    assert likeness(a, b) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("12th", "12"), ("nineteen", "19"), ("1,200", "1200"), ("north", "north"), ("th", "th")],
)
def test_amount(text: str, expected: str) -> None:
    assert amount(text) == expected


@pytest.mark.model
def test_initials_stand_for_a_name_both_ways() -> None:
    full, short = statement("The Northern Lake Union met."), statement("The NLU met.")
    assert {(a.text, b.text) for a, b in initials(short, full)} == {
        ("NLU", "Northern"), ("NLU", "Lake"), ("NLU", "Union"),
    }  # fmt: skip
    assert {a.text for a, _ in initials(full, short)} == {"Northern", "Lake", "Union"}


@pytest.mark.model
def test_of_two_that_say_the_same_the_nearer_is_taken() -> None:
    long = statement("Varga wrote to the mayor, but declined to write for the Ember.")
    aligned = lay(statement("Varga wrote for the Ember."), long)
    verb = next(w for w in aligned.short.words if w.text == "wrote")
    partner = aligned.of(verb)
    assert partner is not None
    assert partner.text == "write"


@pytest.mark.model
@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("The mill is old.", "The mill, built of brick, stands empty.", True),
        ("Ada Varga is a painter.", "She was born in Orsa and paints.", True),
        ("Ada Varga is a painter.", "The mayor met Ada Varga on Monday.", False),
        ("Ada Varga is a painter.", "It rained.", True),  # "it" may be anything
        ("Ada Varga is a painter.", "Rain!", False),
    ],
)
def test_one_thing(short: str, long: str, expected: bool) -> None:
    assert one_thing(lay(statement(short), statement(long))) is expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill burned.", "burned"),
        ("The mill is a ruin.", "ruin"),
        ("The mill is not a ruin.", "ruin"),
        ("The mill has a tower.", "tower"),
        ("The mayor refused to sell the mill.", "sell"),
    ],
)
def test_predicate(text: str, expected: str) -> None:
    assert predicate(statement(text)).text == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("The mayor did not sell the mill.", "sell", True),
        ("The mayor refused to sell the mill.", "sell", True),
        ("The mayor did not refuse to sell the mill.", "sell", False),
        ("The mayor has no mill.", "mill", True),
        ("The mayor sold the mill and did not laugh.", "sold", False),
        ("The mayor, who does not laugh, sold the mill.", "sold", False),
    ],
)
def test_cues(text: str, at: str, expected: bool) -> None:
    told = statement(text)
    assert (cues(told, next(w for w in told.words if w.text == at)) % 2 == 1) is expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("The mayor plans to sell the mill.", "sell", True),
        ("The mayor may sell the mill.", "sell", True),
        ("The mayor sold the mill.", "sold", False),
        ("The mayor planned well and sold the mill.", "planned", False),
    ],
)
def test_unsure(text: str, at: str, expected: bool) -> None:
    told = statement(text)
    assert unsure(told, next(w for w in told.words if w.text == at)) is expected


@pytest.mark.model
def test_what_a_word_hangs_on_and_the_phrase_it_ends() -> None:
    told = statement("The comedy film was shot in Orsa.")
    film, orsa = (next(w for w in told.words if w.text == t) for t in ("film", "Orsa"))
    upper, way = governor(told, orsa)
    assert (upper.text if upper else "", way) == ("shot", "in")
    assert phrase(told, film) == "comedy film"
    assert governor(told, told.root) == (None, "top")
    assert not negated(lay(told, told))
