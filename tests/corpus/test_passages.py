"""Passages in common, sentences reworded, and where the pairs come from."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.candidates import candidates
from corpus.origins import find_origins
from corpus.passages import Words, shared
from corpus.records import Article
from tests.conftest import make_article

WORDS = [f"{a}{b}{c}{d}" for a in "bdgklmn" for b in "aeiou" for c in "rstvz" for d in "aeiou"]


def prose(seed: int, words: int) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=words))


def edited(text: str, share: float, seed: int = 7) -> str:
    draw = random.Random(seed)
    return " ".join(draw.choice(WORDS) if draw.random() < share else w for w in text.split())


WIRE, OWN, OTHER = prose(1, 120), prose(2, 120), prose(3, 120)


@pytest.mark.parametrize(
    ("a", "b", "covered"),
    [
        (WIRE, WIRE, 1.0),
        (WIRE, " ".join(WIRE.split()[:40]), 1.0),
        (WIRE, WIRE.replace(" ", "\n\n", 5).upper(), 1.0),
        (WIRE, edited(WIRE, 0.2), 0.9),
        (WIRE, edited(WIRE, 0.4), 0.7),
        (WIRE, f"{OWN} {WIRE}", 0.45),
        (f"{WIRE} {OWN}", f"{OWN} {WIRE}", 0.9),
        (WIRE, OWN, 0.0),
        (WIRE, f"{OWN} {' '.join(WIRE.split()[:8])} {OTHER}", 0.0),
        (WIRE, "", 0.0),
        ("", "", 0.0),
    ],
)
def test_how_much_of_the_second_stands_in_the_first(a: str, b: str, covered: float) -> None:
    one, other = Words.of(a), Words.of(b)
    words = {word for p in shared(one, other) for word in range(p.b, p.b_end)}
    share = len(words) / max(1, len(other.words))
    assert share >= covered if covered else share == 0


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400), st.text(max_size=400))
def test_spans_lie_in_both_texts(a: str, b: str) -> None:
    one, other = Words.of(a + WIRE), Words.of(WIRE + b)
    for p in shared(one, other):
        assert 0 <= p.a < p.a_end <= len(one.words)
        assert 0 <= p.b < p.b_end <= len(other.words)
        assert 0 < p.share <= 1


def test_a_text_of_one_word_is_quick() -> None:
    many = Words.of("la " * 20_000)
    start = time.perf_counter()
    assert shared(many, many) == ()
    assert time.perf_counter() - start < 10


def test_copies_are_candidates_and_others_are_not() -> None:
    texts = [prose(n, 300).split() for n in range(80)]
    texts += [edited(" ".join(texts[n]), 0.3).split() for n in range(20)]
    found = set(candidates(texts))
    assert sum((n, 80 + n) in found for n in range(20)) >= 19
    assert len(found) < 0.1 * 100 * 99 / 2
    assert candidates([]) == []
    assert candidates([["one"], ["one"]]) == [(0, 1)], "the same words"


def mixed() -> tuple[Article, ...]:
    return (
        make_article("a", f"{WIRE}", "2021-03-02"),
        make_article("b", f"{OWN}\n\n{WIRE}\n\n{OTHER}", "2021-03-03"),
    )


def test_a_mixed_article_keeps_its_own_part() -> None:
    wire, paper = find_origins(mixed()).articles
    assert paper.origin == "b"
    (passage,) = paper.passages
    assert paper.text[passage.start : passage.end] == WIRE
    assert wire.text[passage.other_start : passage.other_end] == WIRE
    (link,) = find_origins(mixed()).links
    assert (link.a, link.b, link.basis, link.sure) == ("a", "b", "copy", True)


def test_each_stretch_comes_from_the_earliest() -> None:
    first, paper = mixed()
    third = make_article("c", f"{WIRE} {OWN}", "2021-03-04")
    found = {one.id: one for one in find_origins((third, paper, first)).articles}
    assert {p.article for p in found["c"].passages} == {"a", "b"}
    for passage in found["c"].passages:
        other = found[passage.article]
        assert (
            third.text[passage.start : passage.end].split()[1:4]
            == (other.text[passage.other_start : passage.other_end].split()[1:4])
        )


def test_a_menu_on_every_page_makes_no_copy() -> None:
    menu = prose(9, 80)
    pages = [
        make_article(str(n), f"{prose(20 + n, 60)} {menu}", f"2021-03-{10 + 3 * n}", "Daily Ember")
        for n in range(4)
    ]
    assert [one.origin for one in find_origins(pages).articles] == ["0", "1", "2", "3"]


TOLD = (
    "The army's sudden capture of the northern gateway meant that the rebels had lost most of "
    "the ground gained in their spring offensive."
)
RETOLD = (
    "Sudden capture of its northern gateway by soldiers meant rebels lost nearly all ground "
    "they had gained during a spring offensive, residents said."
)
UNLIKE = "The northern gateway was captured in spring, and the rebels left the ground to soldiers."


@pytest.mark.parametrize(
    ("one", "other", "days", "outlet", "linked"),
    [
        (TOLD, RETOLD, "2021-03-03", "b", True),
        (TOLD, UNLIKE, "2021-03-03", "b", False),
        (TOLD, RETOLD, "2021-03-12", "b", False),
        (TOLD, RETOLD, "2021-03-03", "a", False),
        (TOLD, f"“{RETOLD}” she said.", "2021-03-03", "b", False),
    ],
)
def test_reworded_sentences(one: str, other: str, days: str, outlet: str, linked: bool) -> None:
    articles = (make_article("a", one, "2021-03-02"), make_article("b", other, days, outlet))
    links = find_origins(articles).links
    assert [link.basis for link in links] == (["reworded"] if linked else [])
    for link in links:
        assert not link.sure
        assert "likely" in link.evidence
        (passage,) = link.passages
        assert other[passage.start : passage.end] == other
        assert one[passage.other_start : passage.other_end] == one
    assert [one_.origin for one_ in find_origins(articles).articles] == ["a", "b"]


def test_a_second_run_finds_the_same() -> None:
    first = find_origins(mixed())
    assert find_origins(first.articles) == first
    assert find_origins(tuple(reversed(first.articles))).links == first.links
