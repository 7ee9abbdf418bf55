"""Days of one incident that is told in other words, and of two incidents."""

from __future__ import annotations

import pytest

from claims.records import Claim
from reconcile.facts.dates import compare_dates
from reconcile.findings import Finding
from reconcile.views import View
from tests.conftest import compared, make_article, make_claim, make_happening, make_view, make_when

SHOT = ("A man was shot Tuesday.", "shoot", "Tuesday", "2021-03-02")
NOUN = ("Police named the victim of Wednesday's shooting.", "identify", "Wednesday", "2021-03-03")
WHEN = (
    "The boys were home on Wednesday when the tragedy occurred.",
    "be",
    "Wednesday",
    "2021-03-03",
)
THIS = ("A man was shot this afternoon.", "shoot", "this afternoon", "2021-03-03")
HELD = ("A man was arrested Wednesday.", "arrest", "Wednesday", "2021-03-03")
NIGHT = ("A man was shot overnight.", "shoot", "overnight", "2021-03-05T18:00:00")
LAST = ("A man was shot overnight.", "shoot", "overnight", "2021-03-02T18:00:00")
STREET = ("It was on Linden Court.", "Linden Court")
NAMED = ("The victim was identified as Nora Lind.", "Nora Lind")
GROUP = ("The Red Front fought.", "Red Front")
ROAD = ("It was on Berg Road.", "Berg Road")

Told = tuple[str, str, str, str]


def claim(told: Told) -> Claim:
    text, sense, words, iso = told
    day, _, clock = iso.partition("T")
    end = f"{day[:-1]}{int(day[-1]) + 1}T08:59:00" if clock else day
    return make_claim(
        text, when=[make_when(words, iso, end)], happening=make_happening(sense, "", "", [])
    )


def view(told: Told, beside: tuple[str, str], published: str, id_: str, *more: Claim) -> View:
    after = make_claim(beside[0], names=[beside[1]])
    return make_view(claim(told), make_article(id_, published=published), after=[after, *more])


def found(
    a: Told,
    b: Told,
    beside: tuple[tuple[str, str], tuple[str, str]] = (STREET, STREET),
    published: tuple[str, str] = ("2021-03-04", "2021-03-04"),
    story: float = 0.95,
    more: tuple[Claim, ...] = (),
) -> list[Finding]:
    first = view(a, beside[0], published[0], "a")
    second = view(b, beside[1], published[1], "b", *more)
    there, back = (
        [f for f in compared(compare_dates, x, y, story, 0.3) if f.verdict == "conflict"]
        for x, y in ((first, second), (second, first))
    )
    assert [f.values for f in there] == [f.values[::-1] for f in back]
    return there


@pytest.mark.parametrize(
    ("a", "b", "clashes"),
    [
        (SHOT, NOUN, True),
        (SHOT, WHEN, True),
        (SHOT, HELD, False),  # the arrest
        (NOUN, WHEN, False),  # one day
        (SHOT, NIGHT, True),
        (SHOT, LAST, False),  # that night
    ],
)
def test_one_incident_in_other_words(a: Told, b: Told, clashes: bool) -> None:
    assert bool(found(a, b)) is clashes


@pytest.mark.parametrize(
    ("beside", "story", "clashes"),
    [
        ((STREET, STREET), 0.95, True),
        ((NAMED, NAMED), 0.95, True),
        ((STREET, NAMED), 0.95, False),
        ((GROUP, GROUP), 0.95, False),  # a war has them day by day
        ((ROAD, ROAD), 0.95, False),
        ((STREET, STREET), 0.6, False),
    ],
)
def test_what_two_articles_name_makes_it_one(
    beside: tuple[tuple[str, str], tuple[str, str]], story: float, clashes: bool
) -> None:
    told = found(SHOT, NOUN, beside, story=story)
    assert bool(told) is clashes
    assert all("one_scene" in f.signs for f in told)


@pytest.mark.parametrize(
    ("other", "beside", "clashes"),
    [
        (NOUN, (STREET, STREET), True),
        (NOUN, (NAMED, NAMED), False),  # his name stands in each day's news
        (THIS, (STREET, STREET), False),  # at times the day of an older text
    ],
)
def test_each_article_of_the_day_it_came_out_on(
    other: Told, beside: tuple[tuple[str, str], tuple[str, str]], clashes: bool
) -> None:
    told = found(SHOT, other, beside, ("2021-03-02", "2021-03-03"))
    assert bool(told) is clashes
    assert all("own_news" in f.signs for f in told)


@pytest.mark.parametrize(
    ("text", "words", "clashes"),
    [
        ("Counselors came to the school today.", "today", True),  # every article knows its day
        ("Another man was shot today.", "today", False),
        ("Counselors came to the school on Tuesday.", "Tuesday", False),
    ],
)
def test_an_article_that_tells_of_both_days(text: str, words: str, clashes: bool) -> None:
    more = make_claim(text, when=[make_when(words, "2021-03-02")])
    assert bool(found(SHOT, NOUN, more=(more,))) is clashes


@pytest.mark.parametrize(
    ("call", "clashes"),
    [
        ("Police were called on Tuesday after", True),
        ("Police were called on Tuesday to a house where", True),
        ("The sheriff said on Tuesday that", False),  # what was said when
        ("Police were called on Tuesday.", False),  # two sentences
        ("Police were called on Tuesday and", False),
    ],
)
def test_a_day_lent_by_the_call_for_help(call: str, clashes: bool) -> None:
    day = make_when("Tuesday", "2021-03-02")
    called = make_claim(call, when=[day], happening=make_happening("call"))
    shot = make_claim("A man was shot.", happening=make_happening("shoot", "", "a man"))
    named = make_claim(STREET[0], names=[STREET[1]])
    first = make_view(shot, make_article("a", published="2021-03-04"), [called], [named])
    second = view(NOUN, STREET, "2021-03-04", "b")
    signs = [f.signs for f in compared(compare_dates, first, second, 0.95, 0.3)]
    assert bool(signs) is clashes
    assert all("lent" in row for row in signs)
