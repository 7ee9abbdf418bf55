"""Where a reader sees which articles tell of one event."""

from __future__ import annotations

import dataclasses
import io
import json
import re

import prov.model
import pytest
from hostile import EVIL, spoil
from rich.console import Console

from claims.records import Reconciliation, Story
from reports import html, markdown, tables
from reports import prov as reports_prov
from reports.stories import tell
from reports.terminal import show
from reports.view import View


def shown(rec: Reconciliation, identifier: str, width: int = 100) -> str:
    file = io.StringIO()
    Console(file=file, width=width).print(show(rec, identifier))
    return file.getvalue()


def without(rec: Reconciliation) -> Reconciliation:
    return dataclasses.replace(rec, stories=())


def two(rec: Reconciliation) -> Reconciliation:
    """The case with its articles in two stories, the undated one among them."""
    stories = (
        Story("s1", "Toll of market fire rises", ("a3", "a5"), "2031-05-06", "2031-05-06"),
        Story("s2", "Fire guts Old Market", ("a1", "a2", "a4"), "2031-05-04", "2031-05-05"),
    )
    return dataclasses.replace(rec, stories=stories)


def test_a_story_holds_what_its_articles_say_of_each_other(rec: Reconciliation) -> None:
    told = tell(View(rec), rec.stories[0])
    assert [article.id for article in told.articles] == ["a1", "a2", "a4", "a3"]
    assert [relation.id for relation in told.conflicts] == ["r1", "r2", "r3"]
    assert [relation.id for relation in told.updates] == ["r4"]
    # Facts of two or more of its articles: k6 stands in one, k4 in an article of no story.
    assert [cluster.id for cluster in told.clusters] == ["k1", "k2", "k3", "k5"]
    assert told.counts == (
        "4 articles by 4 outlets, published 4 to 6 May 2031: 3 ≠ conflicts, 1 → update"
    )


def test_what_joins_two_stories_is_in_neither(rec: Reconciliation) -> None:
    case = two(rec)
    later, fire = (tell(View(case), story) for story in case.stories)
    assert [relation.id for relation in fire.conflicts] == ["r1", "r2", "r3"]
    assert (fire.updates, later.updates, later.conflicts, later.clusters) == ([], [], [], [])
    assert later.counts == "2 articles by 2 outlets, published 6 May 2031"


def test_of_a_damaged_case_a_story_shows_what_is_left(rec: Reconciliation) -> None:
    case = dataclasses.replace(
        rec, articles=(), claims=(), clusters=(), relations=(), skipped=(), rulings=()
    )
    told = tell(View(case), case.stories[0])
    assert (told.articles, told.clusters) == ([], [])
    assert "0 articles" in told.counts
    assert "s1" in shown(case, "s1")
    for render in (markdown.render, html.render, reports_prov.render):
        assert render(case)


def test_show_tells_the_other_articles_of_a_story(rec: Reconciliation) -> None:
    text = shown(rec, "a2")
    told = text[text.index("story s1") : text.index("claims")]
    for part in ("Harbour Post", "4 May 2031", "Fire guts Old Market", "a1", "a3", "a4"):
        assert part in told
    assert "Valley Wire" not in told
    assert "story" not in shown(rec, "a5")
    assert "story" not in shown(without(rec), "a2")


def test_show_tells_a_story(rec: Reconciliation) -> None:
    text = shown(rec, "s1")
    for part in (
        "story s1",
        "4 to 6 May 2031",
        "Toll of market fire rises",
        "3 conflicts",
        "≠ conflict (figures)  r1: Harbour Post and Valley Wire",
        "The tolls 12 and 15",
        "1 update",
        "4 facts stated by several of them",
        "k3",
    ):
        assert part in text


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("identifier", ["a1", "s1"])
def test_a_story_fits_every_width(identifier: str, width: int, rec: Reconciliation) -> None:
    for case in (rec, spoil(rec)):
        text = shown(case, identifier, width)
        assert all(len(line) <= width for line in text.splitlines())
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)


def articles_of(report: str) -> dict[str, list[str]]:
    """Of the Markdown report: the articles under each heading of its last section."""
    section = report[report.index("## Articles") :]
    found: dict[str, list[str]] = {}
    for line in section.splitlines():
        if line.startswith("#"):
            found[line.lstrip("# ")] = rows = []
        elif line.startswith("| `"):
            rows.append(line.split("`")[1])
    return found


def test_markdown_lists_articles_by_story(rec: Reconciliation) -> None:
    assert articles_of(markdown.render(rec)) == {
        "Articles": [],
        "Fire guts Old Market": ["a1", "a2", "a4", "a3"],
        "In no story": ["a5"],
    }
    # By the first day, not by id; nothing is left over.
    assert articles_of(markdown.render(two(rec))) == {
        "Articles": [],
        "Fire guts Old Market": ["a1", "a2", "a4"],
        "Toll of market fire rises": ["a3", "a5"],
    }
    assert articles_of(markdown.render(without(rec))) == {
        "Articles": ["a1", "a2", "a3", "a4", "a5"]
    }


def test_html_lists_articles_by_story(rec: Reconciliation) -> None:
    def order(case: Reconciliation) -> list[str]:
        return re.findall(r'id="(s-s\d|article-a\d)"', html.render(case))

    assert order(rec) == ["s-s1", *(f"article-a{n}" for n in (1, 2, 4, 3, 5))]
    groups = ["s-s2", "article-a1", "article-a2", "article-a4", "s-s1", "article-a3", "article-a5"]
    assert order(two(rec)) == groups
    assert order(without(rec)) == [f"article-a{n}" for n in range(1, 6)]
    assert "In no story" in html.render(rec)
    assert "story" not in re.sub(
        r"(?s)<(script|style).*?</\1>", "", html.render(without(rec))
    ).replace('class="story"', "")


def test_a_hostile_label_is_text(rec: Reconciliation) -> None:
    case = dataclasses.replace(
        rec, stories=tuple(dataclasses.replace(story, label=EVIL) for story in rec.stories)
    )
    page = html.render(case)
    assert "<img" not in page
    assert "&lt;img" in page
    report = markdown.render(case)
    section = report[report.index("## Articles") :]
    assert not re.search(r"(?<!\\)<(?!https?:|!-- -->)", section)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", section)
    assert len(articles_of(report)) == 3


def test_tables_have_stories(rec: Reconciliation) -> None:
    frames = tables.frames(rec)
    assert list(frames["articles"]["story"]) == ["s1", "s1", "s1", "s1", ""]
    (row,) = frames["stories"].to_dict("records")
    assert row["articles"] == "a1; a2; a3; a4"
    assert row["outlets"] == "Harbour Post; Hill Gazette; The Courier; Valley Wire"
    assert (row["from"], row["to"]) == ("2031-05-04", "2031-05-06")


def test_a_story_is_a_collection_of_its_articles(rec: Reconciliation) -> None:
    case = dataclasses.replace(
        rec, stories=(dataclasses.replace(rec.stories[0], articles=("a1", "a3", "gone")),)
    )
    text = reports_prov.render(case)
    read = prov.model.ProvDocument.deserialize(content=text, format="jsonld")
    members = [
        [str(end) for _, end in each.formal_attributes]
        for each in read.get_records(prov.model.ProvMembership)
    ]
    assert members == [["case:story-s1", f"case:article-{id_}"] for id_ in ("a1", "a3")]
    (row,) = [row for row in json.loads(text)["@graph"] if row.get("@id") == "case:story-s1"]
    assert row["type"] == ["prov:Collection", "rec:Story"]
