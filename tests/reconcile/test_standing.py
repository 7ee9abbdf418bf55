"""The standing of a cluster, the as-of of its figures, series of one source."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import numpy as np
import pytest

from claims.records import Claim, Cluster, Kind, Relation, Speaker, Verdict
from corpus.outlets import houses
from corpus.records import Article
from reconcile.asof import as_of
from reconcile.ids import cluster_id
from reconcile.origins import Origins
from reconcile.series import in_series
from reconcile.standing import standings
from tests.conftest import (
    make_article,
    make_claim,
    make_figure,
    make_story,
    make_view,
    make_views,
    make_when,
)

Story = tuple[Article, Sequence[Claim]]


def toll(number: int, speaker: str = "", unit: str = "") -> Claim:
    figure = make_figure(f"{number} people", number, unit=unit)
    return make_claim(f"{number} people were killed.", figures=[figure], speaker=speaker)


def relation(a: str, b: str, verdict: Verdict, *values: str, kind: Kind = "figure") -> Relation:
    return Relation(f"r{a}{b}", a, b, verdict, (kind,), values, "", 0.9, "independent")


def clusters(
    stories: Sequence[Story], groups: Sequence[Sequence[str]], *relations: Relation
) -> dict[frozenset[str], Cluster]:
    told = [make_story(article, claims) for article, claims in stories]
    views = make_views(*stories)
    by_id = {view.claim.id: view for view in views}
    articles = [article for article, _ in told]
    claims = [claim for _, row in told for claim in row]
    origins = Origins(articles, claims, [], houses(articles))
    vectors = np.ones((len(views), 2), dtype=np.float32)
    made = standings(groups, by_id.__getitem__, vectors, relations, origins)
    assert {c.origin for c in made.placed(claims)} == set(made.origins.values())
    return {frozenset(cluster.claims): cluster for cluster in made.clusters}


A, B = make_article("a", outlet="Daily Ember"), make_article("b", outlet="Harbour Post")
LATER = make_article("b", outlet="Daily Ember", published="2021-03-04")
UNDATED = make_article("a", outlet="Daily Ember", published=None)
PAIR = [["a:00000", "b:00000"]]
APART = [["a:00000"], ["b:00000"]]


def one(made: dict[frozenset[str], Cluster]) -> Cluster:
    (cluster,) = made.values()
    return cluster


@pytest.mark.parametrize(
    ("speakers", "status"),
    [
        (("", ""), "corroborated"),
        (("Nora Lind", "Nora Lind"), "single_origin"),
        (("Nora Lind", "Ole Brun"), "corroborated"),
    ],
)
def test_two_origins_corroborate(speakers: tuple[str, str], status: str) -> None:
    made = one(clusters([(A, [toll(9, speakers[0])]), (B, [toll(9, speakers[1])])], PAIR))
    assert (made.status, len(made.outlets)) == (status, 2)
    assert len(made.merges) == len(made.claims) - len(made.origins)


def test_an_open_conflict_names_its_sides() -> None:
    clash = relation("a:00000", "b:00000", "conflict", "9 killed", "12 killed")
    stories = [(A, [toll(9, "Nora Lind")]), (B, [toll(12)])]
    made = one(clusters(stories, PAIR, clash))
    assert made.status == "disputed"
    assert [(side.value, side.claims, side.origins) for side in made.sides] == [
        ("12 killed", ("b:00000",), ("outlet:Harbour Post",)),
        ("9 killed", ("a:00000",), ("source:Nora Lind",)),
    ]
    apart = clusters(stories, APART, clash)
    assert {cluster.status for cluster in apart.values()} == {"disputed"}
    assert all(len(cluster.sides) == 2 for cluster in apart.values())


def test_a_superseded_cluster_points_at_what_replaced_it() -> None:
    made = clusters(
        [(A, [toll(9)]), (LATER, [toll(12)])], APART, relation("a:00000", "b:00000", "update")
    )
    old, new = made[frozenset(["a:00000"])], made[frozenset(["b:00000"])]
    assert (old.status, old.superseded_by) == ("superseded", (cluster_id(["b:00000"]),))
    assert (new.status, new.superseded_by) == ("single_origin", ())
    (figure,) = new.figures
    assert (figure.low, figure.high, figure.as_of) == (12, 12, "2021-03-04")
    assert [(h.low, h.as_of, h.latest) for h in figure.history] == [
        (9, "2021-03-02", False),
        (12, "2021-03-04", True),
    ]
    assert figure.claims == ("b:00000",), "the cluster's own"


def test_of_two_that_replace_each_other_the_later_stands() -> None:
    updates = [relation("a:00000", "b:00000", "update"), relation("b:00000", "a:00000", "update")]
    made = clusters([(A, [toll(9)]), (LATER, [toll(12)])], APART, *updates)
    assert made[frozenset(["a:00000"])].status == "superseded"
    assert made[frozenset(["b:00000"])].status == "single_origin"


def test_the_range_is_that_of_the_latest_statement_of_each_origin() -> None:
    third = make_article("c", outlet="Valley Wire", published="2021-03-02")
    made = one(
        clusters(
            [(A, [toll(9)]), (LATER, [toll(12)]), (third, [toll(10)])],
            [["a:00000", "b:00000", "c:00000"]],
        )
    )
    (figure,) = made.figures
    assert (figure.low, figure.high) == (10, 12), "9 was replaced by the same outlet's 12"
    assert [h.low for h in figure.history] == [9, 10, 12]
    assert figure.claims == ("a:00000", "b:00000", "c:00000")


def test_figures_of_two_units_are_two() -> None:
    stories = [(A, [toll(9, unit="kilometer")]), (B, [toll(9, unit="mile")])]
    assert [figure.unit for figure in one(clusters(stories, PAIR)).figures] == ["kilometer", "mile"]


def test_an_undatable_cluster_says_what_is_missing() -> None:
    sunday = make_claim("It burned on Sunday.", when=[make_when("Sunday", None)])
    made = one(clusters([(UNDATED, [sunday])], [["a:00000"]]))
    assert made.status == "undatable"
    (missing,) = made.missing
    assert "Daily Ember" in missing
    assert "“Sunday”" in missing
    bare = one(clusters([(UNDATED, [make_claim("It burned.")])], [["a:00000"]]))
    assert "the claim gives no day of its own" in bare.missing[0]


@pytest.mark.parametrize(
    ("text", "when", "published", "expected"),
    [
        ("As of Friday nine had died.", ("Friday", "2021-02-26"), "2021-03-02",
         ("2021-02-26", "text")),
        ("By Monday the toll was nine.", ("Monday", "2021-03-01"), "2021-03-02",
         ("2021-03-01", "text")),
        # the day of what happened is not the day it is stated for
        ("Nine died on Friday.", ("Friday", "2021-02-26"), "2021-03-02",
         ("2021-03-02", "published")),
        ("Nine died.", None, "2021-03-02T09:30", ("2021-03-02T09:30", "published")),
        ("Nine died.", None, None, (None, "none")),
    ],
)  # fmt: skip
def test_as_of(
    text: str, when: tuple[str, str] | None, published: str | None, expected: tuple[str, str]
) -> None:
    article = make_article("a", text=text, published=published)
    claim = make_claim(text, when=[make_when(*when)] if when else [])
    found = as_of(claim, article)
    assert (found.time, found.known) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine died, Nora Lind said on Monday.", ("2021-03-01", "text")),
        ("Nine died, Nora Lind said.", ("2021-03-02", "published")),
        ("Nine died, Nora Lind said. On Monday it rained.", ("2021-03-02", "published")),
    ],
)
def test_the_weekday_a_source_spoke_on(text: str, expected: tuple[str, str]) -> None:
    at = text.index("said")
    claim = dataclasses.replace(
        make_claim("Nine died"), speaker=Speaker("Nora Lind", (at, at + 4), 11, 20), voice="named"
    )
    found = as_of(claim, make_article("a", text=text))
    assert (found.time, found.known) == expected


def test_hours_count_only_where_both_are_known() -> None:
    times = ["2021-03-02", "2021-03-02T09:00", "2021-03-02T17:00+02:00", "2021-03-03"]
    found = [as_of(make_claim("x"), make_article("a", published=time)) for time in times]
    order = [(i, j) for i, a in enumerate(found) for j, b in enumerate(found) if a.before(b)]
    assert order == [(0, 3), (1, 2), (1, 3), (2, 3)]


def conflict(kind: Kind = "figure") -> Relation:
    return relation("a:00000", "b:00000", "conflict", "9 killed", "12 killed", kind=kind)


def test_a_series_of_one_source_is_no_dispute() -> None:
    early = make_view(toll(9), A)
    late = make_view(toll(12), LATER)
    found = in_series(conflict(), early, late)
    assert (found.verdict, found.a, found.b) == ("update", "a:00000", "b:00000")
    assert found.score <= 0.45
    assert "2021-03-02" in found.reason
    assert "2021-03-04" in found.reason
    turned = dataclasses.replace(conflict(), a="b:00000", b="a:00000", values=("12", "9"))
    found = in_series(turned, late, early)
    assert (found.a, found.b, found.values) == ("a:00000", "b:00000", ("9", "12"))


def test_what_stays_a_conflict() -> None:
    early, late, same = make_view(toll(9), A), make_view(toll(12), LATER), make_view(toll(12), B)
    assert in_series(conflict(), early, same) == conflict(), "stated for one day"
    assert in_series(conflict("age"), early, late) == conflict("age"), "one age, given twice"
    agree = relation("a:00000", "b:00000", "agree")
    assert in_series(agree, early, late) == agree
