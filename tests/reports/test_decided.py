"""What a page says of why, of origins and of what people decided; and ClaimReview of the last."""

from __future__ import annotations

import dataclasses
import json
import re
from typing import Any

import prov.model
import pytest
from hostile import EVIL

from claims.records import (
    Cluster,
    Decision,
    OriginMerge,
    Reconciliation,
    Relation,
    Ruling,
    Said,
    Side,
    Stale,
)
from reports import because, claimreview, html, notebook, words
from reports import prov as reports_prov
from reports.view import View


def decision(key: str, reviewer: str, opinion: str | None, **more: Any) -> Decision:
    act = "verdict" if opinion else "note"
    at = "2031-05-07T10:20:30.000001+00:00"
    return Decision(key, at, reviewer, act, "r1", opinion=opinion, **more)  # type: ignore[arg-type]


SAID = Said("conflict", ("figure",), ("12 killed", "15 killed"), "They differ.", 0.9)
BY_ADA = decision("d1", "ada", "conflict")


def ruling(**changes: Any) -> Ruling:
    held: dict[str, Any] = {
        "relation": "r1",
        "opinion": "conflict",
        "disagree": False,
        "decisions": (BY_ADA,),
        "notes": (decision("d2", "ben", None, text="Rang the guild."),),
        "tags": ("print",),
        "stale": (),
        "tool": SAID,
    }
    return Ruling(**(held | changes))


def decided(rec: Reconciliation, **changes: Any) -> Reconciliation:
    return dataclasses.replace(rec, rulings=(ruling(**changes),))


def reviews(rec: Reconciliation) -> list[dict[str, Any]]:
    return json.loads(claimreview.render(rec))["@graph"]


def test_nothing_decided_is_no_review(rec: Reconciliation) -> None:
    document = json.loads(claimreview.render(rec))
    assert document == {"@context": "https://schema.org", "@graph": []}


def test_both_sides_of_a_decided_pair_are_reviewed(rec: Reconciliation) -> None:
    one, other = reviews(decided(rec))
    assert {one["@type"], other["@type"]} == {"ClaimReview"}
    assert one["claimReviewed"].startswith("Twelve traders were killed")
    assert one["itemReviewed"]["author"] == {"@type": "Thing", "name": "Ada Brandt"}
    appearance = one["itemReviewed"]["appearance"]
    assert appearance["url"] == "https://news.example/a1"
    assert appearance["position"]["value"] == f"{rec.claims[0].start}-{rec.claims[0].end}"
    assert appearance["additionalProperty"]["value"] == rec.articles[0].sha256
    assert one["author"] == [{"@type": "Person", "name": "ada"}]
    assert one["datePublished"] == "2031-05-07"
    assert "Rang the guild." in one["reviewBody"]
    assert "Fifteen traders" in one["citation"]["text"]
    # How true a statement is nobody has said.
    assert one["reviewRating"] == {"@type": "Rating", "alternateName": "Disputed"}
    assert one["@id"] != other["@id"]


@pytest.mark.parametrize(
    "changes",
    [
        {"opinion": None},
        {"opinion": "unsure"},
        {"opinion": "different"},
        {"disagree": True},
        {"stale": (Stale("d1", (), holds=False),)},
        {"relation": "gone"},
    ],
)
def test_what_no_person_settled_is_left_out(changes: dict[str, Any], rec: Reconciliation) -> None:
    assert reviews(decided(rec, **changes)) == []


def test_a_decision_asked_again_that_still_holds_is_reviewed(rec: Reconciliation) -> None:
    assert len(reviews(decided(rec, stale=(Stale("d1", (), holds=True),)))) == 2


@pytest.mark.parametrize(
    "opinion, ratings",
    [
        ("update", ["Superseded by a later statement", "Supersedes an earlier statement"]),
        ("agree", ["Corroborated", "Corroborated"]),
    ],
)
def test_ratings_are_words(opinion: str, ratings: list[str], rec: Reconciliation) -> None:
    found = reviews(decided(rec, opinion=opinion))
    assert [review["reviewRating"]["alternateName"] for review in found] == ratings


def card(page: str, key: str) -> str:
    found = re.search(rf'<article class="[^"]*" id="{key}".*?</article>', page, re.DOTALL)
    assert found
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found[0]))


def test_a_card_shows_what_reviewers_decided(rec: Reconciliation) -> None:
    shown = card(html.render(decided(rec)), "q-r1")
    assert "Decided by a reviewer: ≠ conflict" in shown
    assert "7 May 2031, 10:20 UTC" in shown
    assert "Rang the guild." in shown
    assert "Decided" not in card(html.render(rec), "q-r1")


@pytest.mark.parametrize(
    "changes, told",
    [
        ({"disagree": True, "opinion": None}, "Reviewers disagree"),
        ({"opinion": None, "stale": (Stale("d1", (), holds=False),)}, "To be decided again"),
        ({"opinion": None, "decisions": ()}, "Noted by a reviewer"),
        ({"opinion": "update"}, "(the tool says: ≠ conflict)"),
    ],
)
def test_a_card_says_what_is_open(changes: dict[str, Any], told: str, rec: Reconciliation) -> None:
    assert told in card(html.render(decided(rec, **changes)), "q-r1")


def test_reviewers_are_escaped(rec: Reconciliation) -> None:
    evil = decision("d1", EVIL, "conflict")
    note = decision("d2", EVIL, None, text=EVIL)
    case = decided(rec, decisions=(evil,), notes=(note,), tags=(EVIL,))
    page = html.render(case)
    assert page.count("<script") == 2
    assert "<img" not in page
    assert "\u202e" not in page
    assert "\\u202e" not in claimreview.render(case)
    assert reviews(case)


def test_reviewers_are_agents_in_prov(rec: Reconciliation) -> None:
    text = reports_prov.render(decided(rec))
    read = prov.model.ProvDocument.deserialize(content=text, format="jsonld")
    found = [
        {str(name): str(value) for name, value in each.attributes}
        for each in read.get_records(prov.model.ProvAttribution)
    ]
    (attribution,) = [each for each in found if each["prov:entity"] == "case:relation-r1"]
    assert attribution["prov:agent"] == "case:reviewer-ada"


def test_a_side_shows_its_origins(rec: Reconciliation) -> None:
    """The wire copy in c04 adds no origin to the wire's own words in c02."""
    first, *others = rec.clusters
    merge = OriginMerge("c02", "c04", "passage", False, "Both quotes lie in one passage.")
    sides = (
        Side("12 killed", ("c01",), ("source:Ada Brandt",)),
        Side("15 killed", ("c02", "c04"), ("agency:Valley Wire",)),
    )
    cluster: Cluster = dataclasses.replace(first, sides=sides, merges=(merge,))
    shown = card(html.render(dataclasses.replace(rec, clusters=(cluster, *others))), "q-r1")
    assert shown.count("1 origin ") == 3  # of each side, and behind the one that merges
    assert "Likely one origin: Both quotes lie in one passage." in shown
    assert words.origin("agency:Valley Wire", {}) in shown


def test_where_no_cluster_tells_it_the_source_named_is_the_origin(rec: Reconciliation) -> None:
    view = View(dataclasses.replace(rec, clusters=()))
    by_id = {claim.id: claim for claim in rec.claims}
    assert view.origin_key(by_id["c01"]) == "source:Ada Brandt"
    assert view.origin_key(by_id["c05"]) == "outlet:Harbour Post"
    assert view.origin_key(by_id["c09"]) == "article:a5"


def related(rec: Reconciliation, a: str, b: str, kind: str, *values: str) -> tuple[View, Relation]:
    relation = Relation("x", a, b, "conflict", (kind,), values, "Why.", 0.5, "independent")  # type: ignore[arg-type]
    return View(dataclasses.replace(rec, relations=(relation,))), relation


@pytest.mark.parametrize(
    "a, b, kind, values, told",
    [
        ("c05", "c06", "date", (), "the day of one happening does not change"),
        ("c01", "c02", "figure", ("12 killed", "15 killed"), "both statements are of 4 May 2031"),
        ("c03", "c02", "figure", ("17 killed", "15 killed"), "neither text says"),
        ("c01", "c09", "outcome", (), "cannot be told: one of the two statements has no date"),
    ],
)
def test_why_it_is_no_update(
    a: str, b: str, kind: str, values: tuple[str, ...], told: str, rec: Reconciliation
) -> None:
    assert told in because.no_update(*related(rec, a, b, kind, *values))


def test_a_toll_that_falls_is_no_update(rec: Reconciliation) -> None:
    """The later of the two, of 6 May, is made to give the lower toll."""
    later = next(claim for claim in rec.claims if claim.id == "c03")
    figure = dataclasses.replace(later.figures[0], low=9, high=9)
    lower = dataclasses.replace(later, figures=(figure,))
    claims = tuple(lower if claim.id == "c03" else claim for claim in rec.claims)
    told = because.no_update(
        *related(
            dataclasses.replace(rec, claims=claims), "c01", "c03", "figure", "12 killed", "9 killed"
        )
    )
    assert told == "Not an update: the statement 2 days later gives the lower figure."


def test_why_it_is_no_other_scope(rec: Reconciliation) -> None:
    told = because.no_scope(*related(rec, "c01", "c02", "figure", "12 killed", "15 killed"))
    assert told == (
        "Not another scope: both count “traders” killed; "
        "neither names a part or another stretch of time."
    )
    assert because.no_scope(*related(rec, "c01", "c02", "figure")) == ""
    assert "both tell of one act" in because.no_scope(*related(rec, "c05", "c06", "date"))


def test_a_notebook_shows_disputes_with_their_words(rec: Reconciliation) -> None:
    shown = notebook.render(rec)
    assert "5 articles" in shown
    assert "Fifteen traders were killed" in shown
    assert "<script" not in shown
    assert "No dispute was found." in notebook.render(Reconciliation((), (), (), (), (), (), {}))


@pytest.mark.parametrize(
    "start, end, meant",
    [
        ("2031-05-03", "2031-05-03", "3 May 2031"),
        ("2031-05-03T23:25", "2031-05-03T23:55", "3 May 2031, 23:25 to 23:55"),
        ("2031-05-03T23:25", "2031-05-03T23:25", "3 May 2031, 23:25"),
        (None, None, "undatable"),
    ],
)
def test_what_a_date_was_read_as(
    start: str | None, end: str | None, meant: str, rec: Reconciliation
) -> None:
    first = rec.claims[0]
    when = dataclasses.replace(
        first.when[0], from_=start, to=end, anchor="published" if start else "none"
    )
    read = because.read_as(View(rec), dataclasses.replace(first, when=(when,)))
    assert [each.meaning for each in read if each.what == "date"] == [meant]
