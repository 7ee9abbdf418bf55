"""Which claims meet at all."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.records import Claim
from corpus.records import Article
from reconcile.candidates import (
    DISPUTE,
    LOOSE,
    NEAR,
    NEIGHBOURS,
    OPPOSED,
    SURE_STORY,
    Candidate,
    candidates,
)
from reconcile.embedding import Vectors
from reconcile.stories import Links
from reconcile.views import views
from tests.conftest import (
    make_article,
    make_claim,
    make_figure,
    make_happening,
    make_story,
    make_when,
)

Story = tuple[Article, Sequence[Claim]]


UNSURE = SURE_STORY - 0.1


def met(
    stories: Sequence[Story],
    likeness: float | dict[tuple[str, str], float],
    linked: Sequence[tuple[str, str]] = (("a", "b"),),
    order: Sequence[int] = (),
    story: float = UNSURE,
) -> list[tuple[str, str]]:
    """The ids of the claims that meet: article and number in it (``a0``, ``b1``).

    Args:
        likeness: Cosine of any two claims, or of the named two (0 for all others).
        linked: Articles that tell one story.
        order: Of the articles as they are read; as given when empty.
        story: How surely linked articles tell of one.
    """
    found, names, _ = search(stories, likeness, linked, order, story)
    return sorted((names[c.a], names[c.b]) for c in found)


def search(
    stories: Sequence[Story],
    likeness: float | dict[tuple[str, str], float],
    linked: Sequence[tuple[str, str]],
    order: Sequence[int],
    story: float = UNSURE,
) -> tuple[list[Candidate], list[str], Vectors]:
    told = [make_story(*stories[i]) for i in (order or range(len(stories)))]
    claims = [claim for _, row in told for claim in row]
    names = [f"{article.id}{n}" for article, row in told for n in range(len(row))]
    cosines = np.eye(len(claims))
    for x, first in enumerate(names):
        for y, second in enumerate(names):
            if x == y:
                continue
            if isinstance(likeness, float):
                cosines[x, y] = likeness
            else:
                cosines[x, y] = likeness.get((first, second), likeness.get((second, first), 0.0))
    vectors = np.linalg.cholesky(cosines).astype(np.float32)  # rows with just these cosines
    ids = tuple(article.id for article, _ in told)
    scores = np.eye(len(ids), dtype=np.float32)
    for first, second in linked:
        x, y = ids.index(first), ids.index(second)
        scores[x, y] = scores[y, x] = story
    seen = views([article for article, _ in told], claims)
    return list(candidates(seen, vectors, Links(ids, scores, 0.5))), names, vectors


def story(id_: str, *claims: Claim, published: str = "2021-03-02") -> Story:
    return make_article(id_, published=published), claims


BURNS = make_claim("The mill burns.")
GAME = make_claim("Orsa won.")


def toll(number: str, low: float, role: str = "killed") -> Claim:
    return make_claim(f"It was {number} {role}.", [make_figure(number, low, role=role)])


@pytest.mark.parametrize(
    ("likeness", "expected"), [(NEAR + 0.01, [("a0", "b0")]), (NEAR - 0.01, [])]
)
def test_like_claims_of_one_story_meet(likeness: float, expected: list[tuple[str, str]]) -> None:
    assert met([story("a", BURNS), story("b", GAME)], likeness) == expected


def test_no_pair_across_stories_that_are_not_linked() -> None:
    three = [story("a", BURNS), story("b", BURNS), story("c", BURNS)]
    assert met(three, 0.9, [("a", "b")]) == [("a0", "b0")]
    assert met(three, 0.9, []) == []
    assert met(three, 0.9, [("a", "b"), ("b", "c")]) == [("a0", "b0"), ("b0", "c0")]


@pytest.mark.parametrize(
    ("likeness", "story", "meet"),
    [
        (LOOSE + 0.01, SURE_STORY + 0.01, True),
        (LOOSE - 0.01, SURE_STORY + 0.01, False),
        (LOOSE + 0.01, SURE_STORY - 0.01, False),
    ],
)
def test_claims_of_surely_one_story_meet_from_further_off(
    likeness: float, story: float, meet: bool
) -> None:
    two = [("a", BURNS), ("b", GAME)]
    stories = [(make_article(id_, published="2021-03-02"), [claim]) for id_, claim in two]
    assert met(stories, likeness, story=story) == [("a0", "b0")] * meet


@pytest.mark.parametrize(
    ("a", "b", "meet"),
    [
        (toll("9", 9), toll("1,200", 1200), True),  # numbers far apart
        (toll("9", 9), toll("12", 12, "injured"), False),
    ],
)
def test_claims_with_a_value_of_one_kind_meet_however_unlike(
    a: Claim, b: Claim, meet: bool
) -> None:
    assert met([story("a", a), story("b", b)], 0.0) == [("a0", "b0")] * meet
    assert met([story("a", a), story("b", b)], 0.0, []) == []


AT = make_happening("explode", places=["Orsa"])
NAMED = make_claim("It blew up in Orsa.", names=["Orsa"], happening=AT)
OTHER_WORDS = make_claim("The blast shook Orsa.", names=["Orsa"], happening=AT)
KM = make_claim(
    "Orsa is 9 km off.", [make_figure("9 km", 9, unit="kilometer", role="")], (), ["Orsa"]
)
MILES = make_claim(
    "Orsa lies 11 miles off.", [make_figure("11 miles", 11, unit="mile", role="")], (), ["Orsa"]
)


def test_far_from_both_sides_is_no_neighbour() -> None:
    """Two crowds, all alike: each claim meets its nearest few and not all of the others."""
    crowd = [BURNS] * (2 * NEIGHBOURS + 2)
    pairs = met([story("a", *crowd), story("b", *crowd)], 0.6)
    assert 0 < len(pairs) < len(crowd) ** 2
    for n in range(len(crowd)):
        assert any(first == f"a{n}" for first, _ in pairs)


RECALLS = make_claim(
    "A year ago a fire in Orsa killed nine.", (), [make_when("A year ago", "2020-03-01")], ["Orsa"]
)
THEN = make_claim("A fire in Orsa killed twelve.", names=["Orsa"])


@pytest.mark.parametrize(
    ("claim", "published", "old", "likeness", "meet"),
    [
        (RECALLS, "2021-03-02", story("b", THEN, published="2020-03-02"), 0.5, True),
        (RECALLS, "2021-03-02", story("b", THEN, published="2020-03-08"), 0.5, True),
        (RECALLS, "2021-03-02", story("b", THEN, published="2020-03-09"), 0.5, False),
        (RECALLS, "2021-03-02", story("b", THEN, published="2020-02-28"), 0.5, False),  # before
        (RECALLS, "2021-03-02", story("b", THEN, published="2020-03-02"), NEAR - 0.01, False),
        (
            RECALLS,
            "2021-03-02",
            story("b", make_claim("A fire in Mora.", names=["Mora"]), published="2020-03-02"),
            0.5,
            False,
        ),
        (
            RECALLS,
            "2020-03-05",  # no older event: the stories would be linked
            story("b", THEN, published="2020-03-02"),
            0.5,
            False,
        ),
        (
            make_claim(
                RECALLS.text, (), [make_when("A year ago", "2020-01-01", "2020-12-31")], ["Orsa"]
            ),
            "2021-03-02",
            story("b", THEN, published="2020-03-02"),
            0.5,
            False,  # a year says not which event
        ),
        (THEN, "2021-03-02", story("b", THEN, published="2020-03-02"), 0.5, False),
    ],
)
def test_an_older_event_recalled_meets_the_article_of_its_time(
    claim: Claim, published: str, old: Story, likeness: float, meet: bool
) -> None:
    stories = [story("a", claim, published=published), old]
    assert met(stories, likeness, []) == [("b0", "a0")] * meet


def test_linked_articles_do_not_meet_a_second_time() -> None:
    stories = [story("a", RECALLS), story("b", THEN, published="2020-03-02")]
    assert met(stories, 0.9) == [("b0", "a0")]


LIND = make_claim("Nine died at the mill.", speaker="Nora Lind")
DAHL = make_claim("Twelve died at the mill.", speaker="Per Dahl")


def said(speaker: str, sense: str, place: str) -> Claim:
    happening = make_happening(sense, "", "", [place])
    return make_claim(f"{sense} {place}", (), (), [place], happening, speaker)


@pytest.mark.parametrize(
    ("first", "second", "likeness", "meet"),
    [
        (LIND, DAHL, DISPUTE + 0.01, True),
        (LIND, DAHL, DISPUTE - 0.01, False),
        (LIND, make_claim("Twelve died."), DISPUTE + 0.01, True),  # the outlet's own voice
        (LIND, make_claim("Twelve died.", speaker="NORA LIND"), 0.9, False),
        (make_claim("Nine died."), make_claim("Twelve died."), 0.9, False),
        (said("Lind", "hold", "Orsa"), said("Dahl", "withdraw", "Orsa"), OPPOSED + 0.01, True),
        (said("Lind", "hold", "Orsa"), said("Dahl", "withdraw", "Orsa"), OPPOSED - 0.01, False),
        (said("Lind", "hold", "Orsa"), said("Dahl", "withdraw", "Mora"), OPPOSED + 0.01, False),
        (said("Lind", "hold", "Orsa"), said("Dahl", "burn", "Orsa"), OPPOSED + 0.01, False),
        (said("Lind", "hold", "Orsa"), said("Dahl", "hold", "Orsa"), OPPOSED + 0.01, True),
    ],
)
def test_two_speakers_of_one_article_meet(
    first: Claim, second: Claim, likeness: float, meet: bool
) -> None:
    assert met([story("a", first, second)], likeness, []) == [("a0", "a1")] * meet


def test_the_earlier_stands_first_and_keeps_what_is_known() -> None:
    late, early = story("a", BURNS, published="2021-03-03"), story("b", BURNS)
    found, names, _ = search([late, early], 0.7, [("a", "b")], ())
    assert [(names[c.a], names[c.b]) for c in found] == [("b0", "a0")]
    assert found[0].story == pytest.approx(UNSURE)
    assert found[0].likeness == pytest.approx(0.7, abs=1e-5)


CASE = [
    story("a", RECALLS, LIND, DAHL, toll("9", 9)),
    story("b", NAMED, toll("12", 12), KM),
    story("c", OTHER_WORDS, BURNS, MILES, published="2021-03-03"),
    story("d", THEN, BURNS, published="2020-03-02"),
]


@settings(deadline=None)  # units are loaded when the first measure is met
@given(st.permutations(range(len(CASE))))
def test_the_order_of_the_articles_does_not_matter(order: list[int]) -> None:
    links = [("a", "b"), ("b", "c")]
    assert met(CASE, 0.5, links, order) == met(CASE, 0.5, links)


def test_each_pair_meets_once_and_none_meets_itself() -> None:
    pairs = met(CASE, 0.5, [("a", "b"), ("b", "c"), ("a", "c")])
    assert len({frozenset(pair) for pair in pairs}) == len(pairs)
    assert all(first != second for first, second in pairs)


def test_what_is_to_come_is_not_recalled() -> None:
    planned = make_when("In a year", "2021-03-01")
    ahead = make_claim("In a year Orsa votes.", (), [planned], ["Orsa"])
    assert met([story("a", THEN), story("b", ahead, published="2020-03-02")], 0.6, []) == []


def test_no_claims() -> None:
    empty = np.zeros((0, 4), dtype=np.float32)
    assert list(candidates([], empty, Links((), np.zeros((0, 0), dtype=np.float32), 0.5))) == []
    assert met([story("a"), story("b", BURNS)], 0.9) == []
