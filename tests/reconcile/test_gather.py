"""Articles joined to stories: ``reconcile.stories.gather``."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.records import Reconciliation, Story
from corpus.records import Article
from reconcile.ids import story_id
from reconcile.pipeline import reconcile_articles
from reconcile.stories import Links, gather
from tests.conftest import WordEncoder, make_article


def links_of(ids: Sequence[str], sure: Mapping[str, float]) -> Links:
    """Links of articles with ids of one letter: how surely each pair is of one story."""
    score = np.eye(len(ids), dtype=np.float32)
    for (a, b), value in sure.items():
        i, j = ids.index(a), ids.index(b)
        score[i, j] = score[j, i] = value
    return Links(tuple(ids), score, 0.15)


def told(ids: str, sure: Mapping[str, float]) -> list[str]:
    """The stories, each as the letters of its articles, sorted."""
    stories = gather([make_article(id_) for id_ in ids], links_of(ids, sure), 0.5)
    return sorted("".join(story.articles) for story in stories)


@pytest.mark.parametrize(
    ("ids", "sure", "expected"),
    [
        ("", {}, []),
        ("a", {}, []),
        ("ab", {"ab": 0.9}, ["ab"]),
        ("ab", {"ab": 0.5}, ["ab"]),
        ("ab", {"ab": 0.49}, []),
        ("abc", {"ab": 0.9}, ["ab"]),
        ("abc", {"ab": 0.9, "bc": 0.9, "ac": 0.6}, ["abc"]),
        # A chain: the ends are unlike, and b is joined to the one it is surer of.
        ("abc", {"ab": 0.9, "bc": 0.8, "ac": 0.0}, ["ab"]),
        # The ends are unlike too, but what b has of both outweighs it.
        ("abc", {"ab": 0.9, "bc": 0.9, "ac": 0.15}, ["abc"]),
        # Two events of one day with a round-up between them.
        (
            "abcde",
            {"ab": 0.95, "cd": 0.95, "ae": 0.6, "be": 0.6, "ce": 0.6, "de": 0.5, "bc": 0.3},
            ["abe", "cd"],
        ),
        # Two groups, one good pair across: that does not join them.
        ("abcd", {"ab": 0.9, "cd": 0.9, "bc": 0.7}, ["ab", "cd"]),
        ("abcdef", {"af": 0.9, "be": 0.9, "cd": 0.9}, ["af", "be", "cd"]),
    ],
)
def test_average_linkage(ids: str, sure: dict[str, float], expected: list[str]) -> None:
    assert told(ids, sure) == expected


SIX = "abcdef"


@given(st.lists(st.sampled_from([0.0, 0.2, 0.5, 0.6, 0.9]), min_size=15, max_size=15), st.data())
def test_the_order_of_articles_is_nothing(sure: list[float], data: st.DataObject) -> None:
    names = [a + b for i, a in enumerate(SIX) for b in SIX[i + 1 :]]
    pairs = dict(zip(names, sure, strict=True))
    articles = [make_article(id_) for id_ in SIX]
    first = gather(articles, links_of(SIX, pairs), 0.5)
    other = data.draw(st.permutations(SIX))
    mixed = data.draw(st.permutations(articles))
    assert gather(mixed, links_of("".join(other), pairs), 0.5) == first
    # Every article is in one story at most, and its articles are in order.
    held = [id_ for story in first for id_ in story.articles]
    assert len(held) == len(set(held))
    assert all(story.articles == tuple(sorted(story.articles)) for story in first)
    assert [story.id for story in first] == sorted(story.id for story in first)


@given(st.lists(st.floats(0, 1), min_size=10, max_size=10), st.sampled_from([0.3, 0.5, 0.8]))
def test_a_story_is_as_sure_as_it_must_be_on_average(sure: list[float], least: float) -> None:
    ids = "abcde"
    names = [a + b for i, a in enumerate(ids) for b in ids[i + 1 :]]
    links = links_of(ids, dict(zip(names, sure, strict=True)))
    for story in gather([make_article(id_) for id_ in ids], links, least):
        rows = [ids.index(id_) for id_ in story.articles]
        inside = links.score[np.ix_(rows, rows)][np.triu_indices(len(rows), 1)]
        # Each joining was of groups so alike on average, and each pair is in one joining.
        assert inside.mean() >= least - 1e-6


def one(*articles: Article) -> Story:
    """The story of articles that surely tell one."""
    ids = [article.id for article in articles]
    score = np.ones((len(ids), len(ids)), dtype=np.float32)
    (story,) = gather(articles, Links(tuple(ids), score, 0.15))
    return story


def test_a_story_is_named_by_its_earliest_article_with_a_title() -> None:
    late = make_article("a", "It burned.", "2021-03-05", title="Mill burned down")
    first = make_article("b", "A fire broke out in Varsta.", "2021-03-02T07:10")
    early = make_article("c", "It burns.", "2021-03-02T09:00", title="  Mill\n on fire ")
    story = one(late, first, early)
    assert story == Story(
        story_id("cab"), "Mill on fire", ("a", "b", "c"), "2021-03-02", "2021-03-05"
    )
    assert story.id.startswith("s")


@pytest.mark.parametrize(
    ("changes", "label"),
    [
        ([{}, {}], "First words."),
        ([{"title": " \n"}, {"title": ""}], "First words."),
        ([{"published": None, "title": "One"}, {"title": "Two"}], "Two"),
        ([{"published": None}, {"text": "Other words."}], "Other words."),
        ([{"published": None, "title": "One"}, {"published": None, "title": "Two"}], "One"),
    ],
)
def test_a_label_where_little_is_known(changes: list[dict[str, str]], label: str) -> None:
    articles = [
        dataclasses.replace(make_article(id_, "First words."), **change)
        for id_, change in zip("ab", changes, strict=True)
    ]
    assert one(*articles).label == label
    assert one(*reversed(articles)).label == label


def test_an_undated_story_has_no_days() -> None:
    undated = one(make_article("a", published=None), make_article("b", published=None))
    assert (undated.from_, undated.to) == (None, None)
    partly = one(make_article("a", published=None), make_article("b", published="2021-03-02"))
    assert (partly.from_, partly.to) == ("2021-03-02", "2021-03-02")


def test_the_id_hangs_on_the_articles_alone() -> None:
    story = one(make_article("a", title="One"), make_article("b"))
    assert one(make_article("b", "Other."), make_article("a", title="Two")).id == story.id
    assert one(make_article("a"), make_article("c")).id != story.id


FIRE = "A fire at the Lindholm mill in Varsta killed three workers, Chief Ana Berg said."
AGAIN = "Three workers died when a fire broke out at the Lindholm mill in Varsta, Ana Berg said."
GAME = "Orsa beat Malung by two goals on a wet night, and coach Pelle Strand was pleased with it."


def counted(case: Reconciliation) -> int:
    """The stories that ``run.json`` counts."""
    counts = case.run["counts"]
    assert isinstance(counts, dict)
    return int(counts["stories"])


@pytest.mark.model
def test_a_run_gathers_and_a_longer_one_gathers_anew(encoder: WordEncoder) -> None:
    articles = [make_article("a", FIRE, title="Mill burns"), make_article("b", GAME)]
    case = reconcile_articles(articles, encoder)
    assert case.stories == ()
    assert counted(case) == 0
    longer = reconcile_articles([make_article("c", AGAIN), *articles], encoder)
    (story,) = longer.stories
    assert (story.articles, story.label) == (("a", "c"), "Mill burns")
    assert counted(longer) == 1
