"""The words of a text that stand out as what clashes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.reading.words import MOST_WORDS, Marked, Standing, standing_words

TEXT = "The ferry sank off Karra, drowning 31 people."


def tokens(text: str, sure: dict[str, float]) -> list[Marked]:
    """A token a word, which clashes as surely as is said; else not at all."""
    found, at = [], 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        found.append(Marked(start, at, sure.get(word, 0.0)))
    return found


@pytest.mark.parametrize(
    ("sure", "expected"),
    [
        ({"Karra,": 0.9}, Standing("Karra", 0.9)),
        ({"off": 0.5, "Karra,": 0.9}, Standing("off Karra", 0.9)),
        ({"off": 0.4, "Karra,": 0.9}, Standing("Karra", 0.9)),
        ({"31": 0.8, "people.": 0.7, "sank": 0.7}, Standing("31 people", 0.8)),
        ({"sank": 0.7, "31": 0.8}, Standing("31", 0.8)),
        ({"ferry": 0.9, "sank": 0.8, "off": 0.6}, Standing("ferry sank off", 0.9)),
        ({"The": 0.9, "ferry": 0.6}, Standing("The ferry", 0.9)),
    ],
)
def test_words_beside_the_first_belong_to_it_from_half_of_it_on(
    sure: dict[str, float], expected: Standing
) -> None:
    assert standing_words(TEXT, tokens(TEXT, sure)) == expected


def test_a_value_ends_in_no_word_that_asks_for_more() -> None:
    text = "Shells hit the ward in the north."
    sure = {"ward": 0.9, "the": 0.8, "in": 0.7}
    assert standing_words(text, tokens(text, sure)) == Standing("the ward", 0.9)
    alone = standing_words("She is in.", tokens("She is in.", {"in.": 0.9}))
    assert alone == Standing("in", 0.9)


def test_two_readings_count_the_same() -> None:
    once, again = tokens(TEXT, {"31": 0.8}), tokens(TEXT, {"31": 0.4, "Karra,": 0.5})
    assert standing_words(TEXT, once, again) == Standing("31", pytest.approx(0.6))


def test_a_word_has_the_surest_of_its_tokens() -> None:
    assert standing_words("Lindo sank", [Marked(0, 2, 0.1), Marked(2, 5, 0.7)]).sure == 0.7


@pytest.mark.parametrize("text", ["", "  ", "...", " — ”\n", TEXT])
def test_nothing_stands_out_of_a_text_without_words_that_clash(text: str) -> None:
    assert standing_words(text, []) == Standing("", 0.0)


@given(st.text(max_size=60), st.lists(st.floats(0, 1), max_size=12))
def test_what_stands_out_is_in_the_text(text: str, sure: list[float]) -> None:
    marked = [Marked(3 * i, 3 * i + 3, value) for i, value in enumerate(sure)]
    told = standing_words(text, marked)
    assert told.text in text
    assert 0 <= told.sure <= 1
    assert len(told.text.split()) <= MOST_WORDS
