from __future__ import annotations

import datetime

import pytest

from claims.records import Claim, When
from reconcile.interval import Interval
from reconcile.stories import BACKGROUND_ARTICLES
from reconcile.views import content_words, event_of, telling
from tests.conftest import (
    make_article,
    make_claim,
    make_figure,
    make_happening,
    make_view,
    make_views,
    make_when,
)

PUBLISHED = datetime.date(2021, 3, 10)


def day(iso: str) -> datetime.date:
    return datetime.date.fromisoformat(iso)


TEXT = "On Friday, since Monday, until Sunday, years ago, recently."
FRIDAY = make_when("Friday", "2021-03-05")
SINCE = make_when("Monday", "2021-03-01", role="since")
UNTIL = make_when("Sunday", "2021-03-07", role="until")
LONG_AGO = make_when("years ago", "2015-01-01", "2016-12-31", "background")
RECENTLY = make_when("recently", None)


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ([FRIDAY], "2021-03-05", "2021-03-05"),
        ([SINCE], "2021-03-01", "2021-03-10"),  # to the day of publication
        ([UNTIL], None, "2021-03-07"),
        ([LONG_AGO], "2015-01-01", "2016-12-31"),
        ([LONG_AGO, FRIDAY], "2021-03-05", "2021-03-05"),  # background gives way
        ([SINCE, FRIDAY], "2021-03-05", "2021-03-05"),
        ([LONG_AGO, SINCE], "2021-03-01", "2021-03-10"),
        ([RECENTLY, FRIDAY], "2021-03-05", "2021-03-05"),
    ],
)
def test_event_of(when: list[When], first: str | None, last: str | None) -> None:
    expected = Interval(day(first) if first else None, day(last) if last else None)
    assert event_of(make_claim(TEXT, when=when), PUBLISHED) == expected


@pytest.mark.parametrize("when", [[], [RECENTLY]])
def test_event_of_a_claim_that_gives_no_day(when: list[When]) -> None:
    assert event_of(make_claim(TEXT, when=when), PUBLISHED) is None


def test_since_is_open_where_the_publication_is_unknown() -> None:
    assert event_of(make_claim(TEXT, when=[SINCE]), None) == Interval(day("2021-03-01"), None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The bridges collapsed", content_words("a bridge collapses")),
        ("12 of 30 were said to be", frozenset()),
        ("", frozenset()),
    ],
)
def test_content_words(text: str, words: frozenset[str]) -> None:
    assert content_words(text) == words


NAMED = make_claim("A fire in Orsa spread to Malung.", names=["Orsa", "Malung"])
BARE = make_claim("Twelve workers died.")
FILLER = make_claim("The wind was strong and it blew for days over the empty plain. " * 6)


def test_setting_is_that_of_the_sentence_before() -> None:
    view = make_view(BARE, before=[NAMED])
    assert view.names == frozenset()
    assert view.setting == view.before == {"orsa", "malung"}


def test_names_of_its_own_are_the_setting() -> None:
    own = make_claim("Twelve workers died in Rättvik.", names=["Rättvik"])
    view = make_view(own, before=[NAMED])
    assert view.setting == {"rättvik"}
    assert view.before == {"orsa", "malung"}


def test_the_nearest_sentence_with_names_is_the_setting() -> None:
    nearer = make_claim("Smoke reached Mora.", names=["Mora"])
    unnamed = make_claim("It was dark.")
    assert make_view(BARE, before=[NAMED, nearer, unnamed]).setting == {"mora"}


def test_far_from_any_name_the_head_is_the_setting() -> None:
    between = make_claim("Smoke reached Mora.", names=["Mora"])
    before = [NAMED, *[make_claim("It rained.")] * 5, between, FILLER]
    view = make_view(BARE, before=before)
    assert view.setting == {"orsa", "malung"}
    assert view.scene == {"orsa", "malung"}


def test_a_name_that_nobody_gives_is_no_setting() -> None:
    assert make_view(BARE).setting == frozenset()


def test_the_speaker_is_no_name_of_the_claim() -> None:
    said = make_claim(
        "Nora Lind said Orsa burns.", names=["Nora Lind", "Orsa"], speaker="Nora Lind"
    )
    assert make_view(said).names == {"orsa"}


def test_names_and_places_are_canonical() -> None:
    claim = make_claim(
        "Shells fell on Orssa.",
        names=["Orssa=Orsa"],
        happening=make_happening("shell", "", "Orssa", ["Orssa"]),
    )
    view = make_view(claim)
    assert view.names == view.places == {"orsa"}
    assert "orsa" in view.participant("patient")


def test_leading() -> None:
    shorts = [make_claim(f"It rained {n} times.") for n in ("some", "more", "many", "few")]
    assert make_view(BARE, before=shorts).leading
    assert make_view(BARE, before=[*shorts, *shorts]).leading  # late, but still in the lead's text
    assert not make_view(BARE, before=[*shorts, FILLER, FILLER, *shorts]).leading


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("Elsewhere, nine people died.", True),
        ("Nine people died in another attack.", True),
        ("Nine people died in a second suicide blast.", True),
        ("An earlier blast killed nine people.", True),
        ("The attack killed nine people.", False),
        ("A second after the blast the roof fell in.", False),
        ("Another nurse died.", False),
        ("The blast was also reported by a monitor.", False),
        ("Police had earlier said that it burned.", False),
        ("It also burned in Mora.", True),
        ("Earlier, it burned in Mora.", True),
        ("It was also reportedly hit.", True),
    ],
)
def test_aside(text: str, aside: bool) -> None:
    assert make_view(make_claim(text)).aside is aside


@pytest.mark.parametrize(
    ("agent", "patient", "part", "has"),
    [
        ("its fighters", "the hill", "agent", True),
        ("our men", "the hill", "agent", True),
        ("fighters", "the hill", "agent", False),
        ("its fighters", "its bases", "patient", False),  # done to whom it was done by others
        ("", "its fighters", "patient", True),
        ("italian fighters", "the hill", "agent", False),
    ],
)
def test_who_says_its_fighters_speaks_of_himself(
    agent: str, patient: str, part: str, has: bool
) -> None:
    happening = make_happening("capture", agent, patient)
    view = make_view(make_claim("It did.", speaker="Northern Front", happening=happening))
    assert (content_words("Northern Front") <= view.participant(part)) is has


def test_its_fighters_of_nobody_are_fighters() -> None:
    view = make_view(make_claim("It did.", happening=make_happening("capture", "its fighters")))
    assert view.participant("agent") == content_words("fighters")
    assert view.participants == content_words("fighters")


def test_without_a_happening_nobody_took_part() -> None:
    assert make_view(make_claim("It did.")).participants == frozenset()


@pytest.mark.parametrize(
    ("before", "first", "last"),
    [
        ([], "2021-03-08", "2021-03-10"),  # the days up to publication
        ([make_claim("It burned on Friday.", when=[FRIDAY])], "2021-03-05", "2021-03-05"),
        ([make_claim("It had burned years ago.", when=[LONG_AGO])], "2021-03-08", "2021-03-10"),
    ],
)
def test_the_day_of_a_claim_that_gives_none(before: list[Claim], first: str, last: str) -> None:
    view = make_view(BARE, make_article(published="2021-03-10"), before)
    assert view.event is None
    assert view.day == Interval(day(first), day(last))


def test_an_undated_claim_of_an_undated_article_has_no_day() -> None:
    assert make_view(BARE, make_article(published=None)).day is None


def test_a_name_tells_less_the_more_articles_use_it() -> None:
    one, two = (make_claim(f"Orsa and {x}.", names=["Orsa", x]) for x in ("Mora", "Malung"))
    view = make_views((make_article("a"), [one]), (make_article("b"), [two]))[0]
    assert view.rarity["mora"] > view.rarity["orsa"] > 0


def test_telling() -> None:
    """A name of one article in eight may tie two; of the whole case and what is around it."""
    articles = BACKGROUND_ARTICLES
    few = 2 * articles // 8
    rows = [["Orsa"] + ["Mora"] * (n < few) + ["Malung"] * (n <= few) for n in range(articles)]
    stories = [
        (make_article(f"c{n}"), [make_claim(" ".join(row), names=row)])
        for n, row in enumerate(rows)
    ]
    view = make_views(*stories)[0]
    assert telling(view, ["mora"])
    assert not telling(view, ["malung"])  # one article more
    assert not telling(view, ["orsa"])
    assert telling(view, ["orsa", "mora"])  # one is enough
    assert not telling(view, ["never heard of"])
    assert not telling(view, [])


def test_means_are_those_of_the_sentence_before() -> None:
    bomb = make_claim("A car bomb went off.")
    assert make_view(BARE, before=[bomb]).means == {"bomb"}
    shot = make_claim("Gunmen killed nine.")
    assert make_view(shot, before=[bomb]).means == {"shooting"}


def test_views_stand_in_the_order_of_the_claims_and_know_their_neighbours() -> None:
    seen = make_views((make_article("a"), [BARE, NAMED]), (make_article("b"), [BARE]))
    assert [v.position for v in seen] == [0, 1, 2]
    assert [len(v.neighbours) for v in seen] == [1, 1, 0]
    assert seen[0].neighbours[0] is seen[1].claim


def test_others_are_figures_of_the_neighbours_with_the_role() -> None:
    dead = make_claim("Nine people died.", [make_figure("Nine people", 9)])
    hurt = make_claim("Two were hurt.", [make_figure("Two", 2, role="injured")])
    view = make_view(dead, after=[hurt])
    assert [f.low for f in view.others("injured")] == [2]
    assert list(view.others("killed")) == []
