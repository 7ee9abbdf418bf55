"""Outlets that are one house, and the user's own word on them."""

from __future__ import annotations

import dataclasses

import pytest

from corpus.agencies import agency_of, credits
from corpus.origins import find_origins
from corpus.outlets import declare, houses, read_outlets
from tests.conftest import make_article


def keys(*names: str, urls: tuple[str, ...] = ()) -> list[str]:
    articles = [make_article(str(n), outlet=name) for n, name in enumerate(names)]
    for n, url in enumerate(urls):
        articles[n] = dataclasses.replace(articles[n], url=url)
    found = houses(articles)
    return [found[name].key for name in names]


@pytest.mark.parametrize(
    ("names", "one"),
    [
        (("Ember", "Ember Arabic"), True),
        (("Ember", "The Ember"), True),
        (("Ember English", "Ember Arabic"), True),
        (("Ember", "ember.com"), True),
        (("The Ember", "Ember US"), True),
        (("Xinhua", "Xinhuanet"), True),
        (("RIA Novosti", "Sputnik"), True),
        (("Radio Free East Europe", "Radio Free East Asia"), False),
        (("Ember US", "Ember UK"), False),
        (("Daily Ember", "Morning Ember"), False),
        (("Ember", "Harbour Post"), False),
    ],
)
def test_one_house_by_name(names: tuple[str, str], one: bool) -> None:
    first, second = keys(*names)
    assert (first == second) is one


@pytest.mark.parametrize(
    ("urls", "one"),
    [
        (("https://www.ember.co.uk/a", "https://arabic.ember.co.uk/b"), True),
        (("http://web.archive.org/web/2016/http://ember.com/a", "https://x.ember.com/b"), True),
        (("https://ember.medium.com/a", "https://post.medium.com/b"), False),
        (("https://ember.co.uk/a", "https://post.co.uk/b"), False),
        (("http://[::1", "http://[::1"), False),
        (("", ""), False),
    ],
)
def test_one_house_by_site(urls: tuple[str, str], one: bool) -> None:
    first, second = keys("Ember", "Harbour Post", urls=urls)
    assert (first == second) is one


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("outlet\nEmber\n", "want the columns"),
        ("name,owner\nEmber,Brun\n", "want the columns"),
        ("", "want the columns"),
        ("outlet,owner,agency\nEmber,,\n", "line 2: want an outlet and its owner or agency"),
        ("outlet,owner,agency\n,Brun,\n", "line 2"),
        ("outlet,owner\nEmber,Brun\nEMBER,Lind\n", "line 3: 'EMBER' a second time"),
        ('outlet,owner\n"Ember,Brun\n', "line"),
        ('outlet,owner\n"Em"ber,Brun\n', "expected after"),
    ],
)
def test_a_malformed_file_is_said_in_a_line(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said) as failed:
        read_outlets(text)
    assert "\n" not in str(failed.value)


def test_columns_may_be_fewer_and_cells_more() -> None:
    found = read_outlets("\ufeffoutlet, agency \n Daily  Ember ,AFP;Reuters,odd\n")
    assert [(row.outlet, row.owner, row.agency) for row in found.values()] == [
        ("Daily Ember", "", "AFP;Reuters")
    ]


def test_a_declared_agency_overrules_and_is_gone_without_the_file() -> None:
    text = "BRIM (Reuters) - The bridge fell."
    article = dataclasses.replace(make_article("a", text, outlet="Ember"), agency="NBT")
    (read,) = find_origins([article]).articles
    (declared,) = declare([read], read_outlets("outlet,agency\nember,AFP\n"))
    assert declared.agency == "AFP"
    assert declared.credits[0].where == "declared"
    again = find_origins([declared]).articles[0]
    assert (again.agency, again.credits) == (read.agency, read.credits) == ("NBT", read.credits)
    (none,) = declare([read], read_outlets("outlet,agency\nember,none\n"))
    assert none.agency == ""


def test_a_credit_in_the_text_does_not_become_metadata() -> None:
    (first,) = find_origins([make_article("a", "The bridge fell.\nWith AFP")]).articles
    (second,) = find_origins([first]).articles
    assert first == second
    assert [(c.where, c.whole) for c in second.credits] == [("foot", False)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge fell.\nAdditional reporting by Reuters", [("Reuters", "foot", False)]),
        ("It fell.\n(Reporting by Ana Ruiz; Editing by Bo Lind)", [("Reuters", "foot", False)]),
        ("It fell.\n(Reporting by Ember staff; Editing by Bo Lind)", []),
        ("It fell.\nAdditional reporting by Ana Ruiz", []),
        ("It fell.\nThe Associated Press contributed to this report.", [("AP", "foot", False)]),
        ("It fell.\nAna Ruiz contributed to this report.", []),
        ("It fell.\nCopyright 2016 WXYZ. All rights reserved.", [("WXYZ", "copyright", True)]),
        ("It fell.\nCopyright 2016 Ember. All rights reserved.", []),
        ("It fell.\nAll rights reserved.", []),
        ("A ruin. / Ember World and Agencies\nIt fell.", [("agencies", "foot", False)]),
        ("Aid agencies said that it fell.", []),
        ("It fell.\n(With AFP and Reuters) Last Update: Sunday",
         [("AFP", "foot", False), ("Reuters", "foot", False)]),
    ],
)  # fmt: skip
def test_credits_with_their_place(text: str, expected: list[tuple[str, str, bool]]) -> None:
    article = make_article("a", text, outlet="Ember")
    found = credits(article)
    assert [(c.agency, c.where, c.whole) for c in found] == expected
    assert all(article.text[c.start : c.end] == c.text for c in found)
    named = [agency for agency, _, _ in expected if agency != "agencies"]
    assert agency_of(article, found) == ", ".join(named)
