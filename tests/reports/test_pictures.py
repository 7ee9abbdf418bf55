"""Pictures: what they show, that they are sound XML, and that nothing in a text acts in them."""

from __future__ import annotations

import dataclasses
import re

import pytest
from hostile import EVIL, spoil
from lxml import etree

from claims.records import (
    Claim,
    ClusterFigure,
    FigureStatement,
    Reconciliation,
    Relation,
)
from reports import html
from reports.html.page import Page
from reports.pictures.matrix import Cell, matrix
from reports.pictures.network import Network
from reports.pictures.outlets import badges
from reports.pictures.ranges import chart
from reports.pictures.timeline import timeline
from reports.view import View


def with_relation(rec: Reconciliation, relation: Relation) -> View:
    return View(dataclasses.replace(rec, relations=(*rec.relations, relation)))


def relation(
    key: str, a: str, b: str, verdict: str, *values: str, kind: str = "figure"
) -> Relation:
    return Relation(key, a, b, verdict, (kind,), values, "Why.", 0.5, "independent")  # type: ignore[arg-type]


def texts(picture: str, kind: str) -> list[str]:
    found = etree.fromstring(picture).xpath(f"//text[contains(@class, '{kind}')]/text()")
    return [str(text) for text in found]


@pytest.mark.parametrize(
    "outlets, codes",
    [
        (["Valley Wire", "Harbour Post"], {"Valley Wire": "VW", "Harbour Post": "HP"}),
        (["The Courier", "Courtyard"], {"Courtyard": "Co", "The Courier": "Co2"}),
        (["A B C D", ""], {"A B C D": "ABC", "": "?"}),
        (["…", "!!"], {"!!": "?", "…": "?2"}),
        ([], {}),
    ],
)
def test_outlets_have_codes_of_their_own(outlets: list[str], codes: dict[str, str]) -> None:
    assert {outlet: badge.code for outlet, badge in badges(outlets).items()} == codes


def test_figures_stand_on_one_scale_by_day_and_outlet(rec: Reconciliation) -> None:
    view = View(rec)
    drawn = chart(view, view.disputes[0])
    assert drawn
    assert [(row.as_of, row.outlet, row.side, row.value) for row in drawn.rows] == [
        ("4 May 2031", "Harbour Post", "A", "12"),
        ("4 May 2031", "Valley Wire", "B", "15"),
        ("5 May 2031", "Hill Gazette", "B", "15"),
    ]
    least, most = (re.search(r'cx="([\d.]+)%"', row.bar) for row in drawn.rows[:2])
    assert least
    assert most
    assert float(least[1]) < float(most[1])


def test_dates_stand_on_one_scale(rec: Reconciliation) -> None:
    view = View(rec)
    drawn = chart(view, view.disputes[1])
    assert drawn
    assert [row.value for row in drawn.rows] == ["2 May 2031", "3 May 2031"]


def test_an_open_figure_ends_in_an_arrow(rec: Reconciliation) -> None:
    open_ended = relation("r9", "c07", "c08", "conflict", "36 to 44 stalls", "36 or more stalls")
    view = with_relation(dataclasses.replace(rec, relations=()), open_ended)
    drawn = chart(view, view.disputes[0])
    assert drawn
    assert ["▸" in row.bar for row in drawn.rows] == [False, True]


@pytest.mark.parametrize("values", [("Ada", "Ben"), ()])
def test_what_has_no_scale_has_no_chart(values: tuple[str, ...], rec: Reconciliation) -> None:
    view = with_relation(
        dataclasses.replace(rec, relations=()),
        relation("r9", "c05", "c06", "conflict", *values, kind="actor"),
    )
    assert chart(view, view.disputes[0]) is None


def test_the_day_a_text_names_comes_before_its_publication(rec: Reconciliation) -> None:
    stated = FigureStatement("c01", "source:x", 12, 12, "2031-05-01", "text", True)
    figure = ClusterFigure("trader", "killed", 12, 15, ("c01",), history=(stated,))
    first, *others = rec.clusters
    told = dataclasses.replace(first, figures=(figure,))
    view = View(dataclasses.replace(rec, clusters=(told, *others)))
    drawn = chart(view, view.disputes[0])
    assert drawn
    assert (drawn.rows[0].as_of, drawn.rows[0].as_of_from) == ("1 May 2031", "as of")
    assert drawn.rows[1].as_of_from == "published"


def test_the_graph_of_a_dispute_has_a_column_a_side(rec: Reconciliation) -> None:
    view = View(rec)
    drawn = Network(view, badges(view.outlets)).of_question(view.disputes[0])
    assert drawn
    assert texts(drawn, "head") == ["A  12 killed", "B  15 killed", "before or after"]
    parsed = etree.fromstring(drawn)
    links = parsed.xpath("//a[contains(@class, 'node')]/@href")
    assert "#article=a1&claim=c01" in links
    edges = parsed.xpath("//a[contains(@class, 'edge')]/@class")
    assert sorted(edges) == ["edge conflict", "edge conflict", "edge update"]
    assert parsed.xpath("//a[@class='edge update']//polygon")
    assert texts(drawn, "sign") == ["≠", "≠"]
    assert len(parsed.xpath("//a[contains(@class, 'beside')]")) == 1


def test_two_statements_alone_need_no_graph(rec: Reconciliation) -> None:
    view = View(rec)
    assert Network(view, badges(view.outlets)).of_question(view.disputes[1]) is None


def test_the_graph_of_the_case_holds_what_is_tied_together(rec: Reconciliation) -> None:
    view = View(rec)
    drawn, left_out = Network(view, badges(view.outlets)).of_case([*view.disputes, *view.updates])
    assert left_out == 0
    # The toll with its update, and the bridge.
    assert [len(component.questions) for component in drawn] == [2, 1]
    assert len(etree.fromstring(drawn[0].picture).xpath("//a[contains(@class, 'node')]")) == 4


def test_agreements_are_drawn_once_a_statement(rec: Reconciliation) -> None:
    """Of four statements that all agree three edges are drawn, not six."""
    keys = ("c01", "c02", "c03", "c04")
    agree = [relation(f"s{a}{b}", a, b, "agree") for n, a in enumerate(keys) for b in keys[n + 1 :]]
    clash = relation("r1", "c01", "c05", "conflict", "1", "2")
    view = View(dataclasses.replace(rec, relations=(clash, *agree)))
    drawn = Network(view, badges(view.outlets)).of_question(view.disputes[0])
    assert drawn
    edges = etree.fromstring(drawn).xpath("//a[contains(@class, 'edge')]/@class")
    assert edges.count("edge agree") == 3


def test_outlets_against_outlets(rec: Reconciliation) -> None:
    drawn = matrix(View(rec))
    at = {name: number for number, name in enumerate(drawn.outlets)}
    harbour, valley, courier = at["Harbour Post"], at["Valley Wire"], at["The Courier"]
    assert drawn.cells[harbour][valley] == Cell(conflicts=2, updates=0, agreements=0)
    assert drawn.cells[valley][courier] == Cell(conflicts=0, updates=1, agreements=0)
    assert drawn.cells[harbour][courier].agreements == 1
    assert all(drawn.cells[a][b] == drawn.cells[b][a] for a in at.values() for b in at.values())


def test_one_outlet_makes_no_matrix(rec: Reconciliation) -> None:
    alone = dataclasses.replace(rec, articles=rec.articles[:1])
    assert matrix(View(alone)).outlets == ()


def test_the_timeline_has_events_and_statements(rec: Reconciliation) -> None:
    view = View(rec)
    months, left_out = timeline(view, [*view.disputes, *view.updates])
    assert left_out == 0
    (month,) = months
    assert month.title == "2 to 6 May 2031"
    toll = next(row for row in month.rows if row.question is view.disputes[0])
    assert "Said to have happened: 3 May 2031" in toll.picture
    assert texts(toll.picture, "event") == ["◆"]
    said = etree.fromstring(toll.picture).xpath("//a[@class='said']/text/text()")
    assert sorted(said) == ["A", "B", "B"]


def test_undated_statements_are_counted_as_left_out(rec: Reconciliation) -> None:
    bare = tuple(dataclasses.replace(a, published=None) for a in rec.articles)
    view = View(dataclasses.replace(rec, articles=bare))
    months, left_out = timeline(view, view.disputes)
    assert (months, left_out) == ([], 2)


@pytest.mark.parametrize("hostile", [False, True])
def test_every_picture_is_sound(hostile: bool, rec: Reconciliation) -> None:
    page = html.render(spoil(rec) if hostile else rec)
    pictures = re.findall(r'<svg class="picture.*?</svg>', page, re.DOTALL)
    assert len(pictures) > 10
    for picture in pictures:
        parsed = etree.fromstring(picture)
        tags = {str(each.tag) for each in parsed.iter()}
        assert tags <= {"svg", "g", "a", "title", "text", "line", "circle", "path", "polygon"}
        names = {str(name) for each in parsed.iter() for name in each.attrib}
        assert not [name for name in names if name.startswith("on") or name == "style"]
        assert all(str(href).startswith("#") for href in parsed.xpath("//@href"))
        if "aria-hidden" not in parsed.attrib:
            assert parsed.get("aria-label")
        for link in parsed.iter("a"):
            assert link.findtext("title")


def test_acting_characters_are_made_visible_in_pictures(rec: Reconciliation) -> None:
    page = Page(View(spoil(rec)))
    drawn = page.graph(page.view.disputes[0])
    assert drawn
    assert "\u202e" not in drawn
    assert "\x1b" not in drawn
    assert EVIL not in drawn


def test_the_same_case_gives_the_same_page(rec: Reconciliation) -> None:
    assert html.render(rec) == html.render(dataclasses.replace(rec))


def test_a_large_dispute_stays_within_bounds(rec: Reconciliation) -> None:
    first = rec.claims[0]
    many = [dataclasses.replace(first, id=f"m{number:02d}") for number in range(60)]
    clashes = [
        relation(f"r{number:02d}", claim.id, "c02", "conflict", "12 killed", "15 killed")
        for number, claim in enumerate(many)
    ]
    claims: tuple[Claim, ...] = (*rec.claims, *many)
    view = View(dataclasses.replace(rec, claims=claims, relations=tuple(clashes)))
    page = Page(view)
    drawn = page.graph(view.disputes[0])
    assert drawn
    assert drawn.count('class="node') <= 16
    (component,) = page.graphs[0]
    assert component.left_out == 61 - 28
