"""Copies of one text, and the agencies an article credits."""

from __future__ import annotations

import dataclasses
import random
import time

import pytest

from corpus.agencies import agency_of, credits
from corpus.origins import Origins, find_origins
from corpus.records import Article

WORDS = [f"{a}{b}{c}" for a in "bdgklmn" for b in "aeiou" for c in "rstvz"]


def prose(seed: int, words: int) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=words))


def article(name: str, text: str, published: str | None = None, agency: str = "") -> Article:
    return Article(
        id=name,
        path=name,
        sha256="",
        outlet=name,
        title="",
        url="",
        author="",
        published=published,
        published_from="metadata" if published else "none",
        language="",
        agency=agency,
        origin=name,
        text=text,
    )


def origins(*articles: Article) -> dict[str, str]:
    return {one.id: one.origin for one in find_origins(articles).articles}


def test_a_copy_points_to_the_earliest() -> None:
    text = prose(1, 200)
    late, early = article("a", text, "2017-04-25"), article("b", text, "2017-04-24")
    assert origins(late, early) == {"a": "b", "b": "b"}


def test_a_copy_cut_short_and_one_with_more_around_it() -> None:
    text = prose(1, 200)
    whole = article("a", text, "2017-04-24")
    short = article("b", " ".join(text.split()[:60]), "2017-04-25")
    more = article("c", f"{prose(2, 40)} {text} {prose(3, 40)}", "2017-04-26")
    assert origins(whole, short, more) == {"a": "a", "b": "a", "c": "a"}


def test_undated_ones_come_last_and_then_the_id_decides() -> None:
    text = prose(1, 100)
    assert origins(article("a", text), article("b", text, "2017-04-24")) == {"a": "b", "b": "b"}
    assert origins(article("b", text), article("a", text)) == {"a": "a", "b": "a"}


def test_a_copy_of_a_copy_points_to_the_first() -> None:
    words = prose(1, 300).split()
    chain = [" ".join(words[start : start + 100]) for start in (0, 20, 40)]
    found = origins(*(article(str(n), text, f"2017-04-2{n}") for n, text in enumerate(chain)))
    assert found == {"0": "0", "1": "0", "2": "0"}


def test_a_shared_quote_makes_no_copy() -> None:
    quote = prose(9, 40)
    one = article("a", f"{prose(1, 80)} {quote}", "2017-04-24")
    two = article("b", f"{quote} {prose(2, 80)}", "2017-04-25")
    assert origins(one, two) == {"a": "a", "b": "b"}


def test_short_texts_are_never_copies() -> None:
    text = "Two bridges fell on Monday, the mayor said."
    assert origins(article("a", text), article("b", text)) == {"a": "a", "b": "b"}


def test_order_stays_and_nothing_gives_nothing() -> None:
    both = [article("b", prose(1, 50)), article("a", prose(2, 50))]
    assert [one.id for one in find_origins(both).articles] == ["b", "a"]
    assert find_origins([]) == Origins((), ())


def test_a_thousand_articles_with_boilerplate_are_quick() -> None:
    foot = prose(0, 60)
    many = [article(f"{n:04}", f"{prose(n + 1, 400)} {foot}") for n in range(1000)]
    begin = time.perf_counter()
    found = find_origins(many).articles
    assert time.perf_counter() - begin < 20
    assert all(one.origin == one.id for one in found)


@pytest.mark.parametrize(
    "text, agency",
    [
        ("BRIM (Reuters) - The bridge fell.", "Reuters"),
        ("BRIM, Ala. (WXXZ/AP) — The bridge fell.", "AP"),
        ("The bridge fell.\nWith AFP", "AFP"),
        ("The bridge fell.\nWith AFP and Reuters\nComments", "AFP, Reuters"),
        ("The bridge fell.--AFP", "AFP"),
        ("The bridge fell. (Reuters)", "Reuters"),
        ("By Ana Ruiz, Associated Press\nThe bridge fell.", "AP"),
        ("Bridge falls AFP Sunday 5 Jun 2016 The bridge fell.", "AFP"),
        ("The bridge fell.\nCopyright 2016 The Associated Press. All rights reserved.", "AP"),
        ("The bridge fell, the mayor told AFP.", ""),
        ("Reuters reported that the bridge fell.", ""),
        ("With AFP reporters watching, the bridge fell.", ""),
        ("A ruin. (AFP Photo) The bridge fell.", ""),
        ("The ruin. / Orla Post and Agencies\nThe bridge fell.", ""),
        ("The mayor told AFP Sunday 5 Jun 2016 was a bad day.", ""),
        ("", ""),
    ],
)
def test_credited(text: str, agency: str) -> None:
    one = article("a", text)
    assert agency_of(one, credits(one)) == agency


def test_a_given_agency_stays() -> None:
    one = article("a", "The bridge fell.--AFP", agency="dpa")
    assert find_origins([one]).articles[0].agency == "dpa"
    assert find_origins([dataclasses.replace(one, agency="")]).articles[0].agency == "AFP"
