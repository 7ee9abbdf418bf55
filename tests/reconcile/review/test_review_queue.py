from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.records import Reconciliation
from reconcile.review.queue import FilterError, Item, Marks, Term, chosen, items, parse
from reports.view import View


def queued(rec: Reconciliation) -> tuple[Item, ...]:
    return items(View(rec))


def told(found: tuple[Item, ...]) -> list[tuple[str, float]]:
    return [(item.group, item.relation.score) for item in found]


def test_disputes_of_most_origins_come_first_then_updates_then_doubts(
    case: Reconciliation,
) -> None:
    assert told(queued(case)) == [
        ("conflict", 0.9),
        ("conflict", 0.7),
        ("conflict", 0.8),  # surer, but of a dispute in which fewer speak
        ("update", 0.3),
        ("doubt", 0.1),
        ("rest", 0.05),
    ]
    first, second, third, *_ = queued(case)
    assert (first.dispute, first.origins) == (second.dispute, 3)
    assert (third.dispute == first.dispute, third.origins) == (False, 2)


@pytest.mark.parametrize(
    ("values", "origin", "score", "group"),
    [
        (("9 workers killed", "9 to 11 workers killed"), "independent", 0.1, "doubt"),
        (("9 workers killed", "9 people killed"), "independent", 0.1, "rest"),  # one number
        (("arrest", "release"), "independent", 0.1, "doubt"),
        (("Arrest", "arrest"), "independent", 0.1, "rest"),
        (("9 workers killed", "9 to 11 workers killed"), "same", 0.1, "rest"),
        ((), "independent", 0.1, "rest"),
        ((), "independent", 0.3, "doubt"),
    ],
)
def test_what_makes_an_agreement_doubtful(
    case: Reconciliation, values: tuple[str, ...], origin: str, score: float, group: str
) -> None:
    agreed = next(r for r in case.relations if r.verdict == "agree")
    changed = dataclasses.replace(
        agreed,
        values=values,
        origin=origin,  # type: ignore[arg-type]
        score=score,
    )
    (item,) = queued(dataclasses.replace(case, relations=(changed,)))
    assert item.group == group


def test_of_two_articles_only_the_most_doubtful_agreement_is_asked(case: Reconciliation) -> None:
    agreed = next(r for r in case.relations if r.verdict == "agree")
    again = dataclasses.replace(agreed, id="r-again", score=0.15)
    found = queued(dataclasses.replace(case, relations=(agreed, again)))
    assert told(found) == [("doubt", 0.15), ("rest", 0.1)]


def test_a_relation_whose_claim_is_gone_is_left_out_and_no_relation_gives_nothing(
    case: Reconciliation,
) -> None:
    lost = case.relations[0]
    claims = tuple(claim for claim in case.claims if claim.id != lost.a)
    assert lost.id not in {item.id for item in queued(dataclasses.replace(case, claims=claims))}
    assert queued(dataclasses.replace(case, relations=())) == ()


@pytest.mark.parametrize(
    ("line", "terms"),
    [
        ("", []),
        (" - ", []),
        ("kind:figure", [("kind", "figure", True)]),
        ("kind:fig", [("kind", "figure", True)]),
        ("-is:open", [("is", "open", False)]),
        ('outlet:"North Daily" mill', [("outlet", "north daily", True), ("", "mill", True)]),
        ('"fell in"', [("", "fell in", True)]),
        ('"fell in', [("", "fell in", True)]),
        ("10:30", [("", "10:30", True)]),
        ("http://x.example/a", [("", "http://x.example/a", True)]),
        ("KIND:Date", [("kind", "date", True)]),
        ("[bold]", [("", "[bold]", True)]),
    ],
)
def test_filters_are_read(line: str, terms: list[tuple[str, str, bool]]) -> None:
    assert parse(line) == tuple(Term(*term) for term in terms)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("kind:colour", "none of figure, date"),
        ("status:", "status: of what"),
        ("status:odd", "none of corroborated"),
        ('-outlet:""', "outlet: of what"),
        ("is:new", "none of open"),
        ('planet:"mars"', "no filter planet"),
    ],
)
def test_a_filter_that_says_nothing_we_know_is_refused_in_one_line(line: str, says: str) -> None:
    with pytest.raises(FilterError, match=says) as error:
        parse(line)
    assert "\n" not in str(error.value)


@given(st.text(max_size=60))
def test_any_line_is_a_filter_or_refused(line: str) -> None:
    try:
        terms = parse(line)
    except FilterError:
        return
    assert all(term.value for term in terms)


@pytest.mark.parametrize(
    ("line", "scores"),
    [
        ("", [0.9, 0.7, 0.8, 0.3, 0.1]),
        ("verdict:any", [0.9, 0.7, 0.8, 0.3, 0.1, 0.05]),
        ("verdict:scope", [0.05]),
        ("verdict:scope verdict:update", [0.3, 0.05]),
        ("kind:date", [0.8]),
        ("kind:date kind:figure", [0.9, 0.7, 0.8, 0.3]),
        ("outlet:wire", [0.3]),
        ("outlet:north -outlet:evening", [0.9, 0.8]),
        ("speaker:berg", [0.9, 0.3, 0.1]),
        ("status:disputed", [0.9, 0.3, 0.1]),
        ("is:open", [0.7, 0.8, 0.1]),
        ("is:decided", [0.9]),
        ("is:stale", [0.3]),
        ("-is:decided kind:figure", [0.7, 0.3]),
        ("tag:desk", [0.9]),
        ("by:ben", [0.9]),
        ("opened 1934", [0.8]),
        ("opened nowhere", []),
    ],
)
def test_a_filter_keeps_what_meets_it_in_order(
    case: Reconciliation, line: str, scores: list[float]
) -> None:
    marked = {
        0.9: Marks(
            frozenset({"decided"}), frozenset({"disputed"}), frozenset({"desk"}), frozenset({"Ben"})
        ),
        0.3: Marks(frozenset({"stale"}), frozenset({"disputed", "single_origin"})),
        0.1: Marks(statuses=frozenset({"disputed"})),
    }
    found = chosen(queued(case), parse(line), lambda item: marked.get(item.relation.score, Marks()))
    assert [item.relation.score for item in found] == scores


def test_what_was_decided_and_has_changed_is_asked_even_among_the_rest(
    case: Reconciliation,
) -> None:
    found = chosen(
        queued(case),
        (),
        lambda item: Marks(frozenset({"stale"} if item.group == "rest" else {"open"})),
    )
    assert told(found)[-1] == ("rest", 0.05)
