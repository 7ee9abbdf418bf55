from __future__ import annotations

import base64
import hashlib
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import networkx as nx
import pandas as pd
import prov.model
import pytest
from hostile import spoil

from claims.records import Reconciliation
from reports import graphml, html, markdown, tables
from reports import prov as reports_prov
from reports.graph import graph

GOLDEN = Path(__file__).parent / "golden"


def test_markdown_is_as_agreed(rec: Reconciliation) -> None:
    """To renew: ``python tests/reports/renew.py``, then read the difference."""
    assert markdown.render(rec) == (GOLDEN / "report.md").read_text("utf-8")


@pytest.mark.parametrize("name", tables.TABLES)
def test_tables_are_as_agreed(name: str, rec: Reconciliation) -> None:
    assert tables.csv(rec, name) == (GOLDEN / f"{name}.csv").read_text("utf-8")


def test_hostile_markdown_has_no_markup(rec: Reconciliation) -> None:
    text = markdown.render(spoil(rec))
    assert not re.search(r"(?<!\\)<(?!https?:|!-- -->)", text)
    assert not re.search(r"(?<!\\)\[x(?<!\\)\]\(", text)
    assert "@someone" not in text
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)


@pytest.mark.parametrize("render", [markdown.render, html.render])
def test_nothing_is_called_true_or_false(render, rec: Reconciliation) -> None:
    shown = re.sub(r"<(script|style).*?</\1>", "", render(rec), flags=re.S)
    words = re.sub(r'="(?:true|false)"', "", shown)
    assert not re.search(r"\b(?:true|false|lie|correct|wrong)\b", words, re.IGNORECASE)


class Tags(HTMLParser):
    """Every tag of a page with its attributes, and the content of its data blocks."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.data: list[str] = []
        self._in_data = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._in_data = tag == "script" and dict(attrs).get("type") == "application/json"

    def handle_endtag(self, tag: str) -> None:
        self._in_data = False

    def handle_data(self, data: str) -> None:
        if self._in_data:
            self.data.append(data)


@pytest.mark.parametrize("hostile", [False, True])
def test_html_asks_for_nothing(hostile: bool, rec: Reconciliation) -> None:
    page = Tags(html.render(spoil(rec) if hostile else rec))
    loading = [attrs for _, attrs in page.tags if {"src", "srcset", "action", "data"} & set(attrs)]
    assert loading == []
    names = {tag for tag, _ in page.tags}
    assert not names & {"img", "image", "use", "link", "iframe", "object", "embed", "base"}
    assert not names & {"foreignobject", "animate", "set", "image"}
    pictures = [attrs.get("class") or "" for tag, attrs in page.tags if tag == "svg"]
    assert all(kind.startswith("picture ") for kind in pictures)
    assert sum(tag == "script" for tag, _ in page.tags) == 2
    assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on")]
    assert not [attrs for _, attrs in page.tags if "style" in attrs]


def test_only_web_addresses_become_links(rec: Reconciliation) -> None:
    for case in (rec, spoil(rec)):
        for tag, attrs in Tags(html.render(case)).tags:
            if tag == "a":
                assert re.match(r"#|https?://", attrs["href"] or "")
                if not (attrs["href"] or "").startswith("#"):
                    assert "noopener" in (attrs["rel"] or "")


def test_every_link_inside_leads_somewhere(rec: Reconciliation) -> None:
    page = Tags(html.render(rec))
    ids = {attrs["id"] for _, attrs in page.tags if "id" in attrs}
    links = [attrs["href"] for tag, attrs in page.tags if tag == "a"]
    inside = [href[1:] for href in links if href and href.startswith("#")]
    assert inside
    for target in inside:
        article = re.match(r"article=([^&]+)", target)
        if target.startswith("find="):
            assert {"outlets", "with"} <= {part.partition("=")[0] for part in target.split("&")}
        else:
            assert (f"article-{article[1]}" if article else target) in ids


def test_the_policy_knows_script_and_style(rec: Reconciliation) -> None:
    text = html.render(rec)
    policy = next(attrs["content"] for _, attrs in Tags(text).tags if "http-equiv" in attrs)
    assert policy is not None
    script = re.findall(r"<script>(.*?)</script>", text, re.S)[-1]
    style = re.findall(r"<style>(.*?)</style>", text, re.S)[0]
    for content in (script, style):
        digest = hashlib.sha256(content.encode()).digest()
        assert f"'sha256-{base64.b64encode(digest).decode()}'" in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


def test_every_line_of_data_is_json_and_holds_its_article(rec: Reconciliation) -> None:
    page = Tags(html.render(rec))
    lines = [json.loads(line) for line in "".join(page.data).split("\n")]
    numbers = {
        attrs["id"]: int(attrs["data-line"] or "")
        for tag, attrs in page.tags
        if tag == "details" and (attrs.get("id") or "").startswith("article-")
    }
    for article in rec.articles:
        kept = lines[numbers[f"article-{article.id}"]]
        assert "".join(text for text, _ in kept["parts"]) == article.text
        for claim, shown in zip(
            sorted((c for c in rec.claims if c.article == article.id), key=lambda c: c.start),
            kept["claims"],
            strict=True,
        ):
            number = kept["claims"].index(shown)
            marked = "".join(text for text, covering in kept["parts"] if number in covering)
            assert marked == claim.quote


def test_hostile_data_cannot_end_its_block(rec: Reconciliation) -> None:
    data = "".join(Tags(html.render(spoil(rec))).data)
    assert "<" not in data
    assert "\u202e" not in data
    for line in data.split("\n"):
        json.loads(line)


def test_the_first_screen_is_in_the_order_of_use(rec: Reconciliation) -> None:
    text = html.render(rec)
    order = [
        text.index(f'href="#{key}"') for key in ("disputed", "corroborated", "updated", "left")
    ]
    assert order == sorted(order)
    assert text.index("How many traders were killed in the fire") < text.index('id="disputed"')


def test_a_single_outlet_is_not_a_finding(rec: Reconciliation) -> None:
    assert 'id="k-k6"' not in html.render(rec)
    assert 'id="k-k5"' in html.render(rec)


def test_the_graph_has_typed_nodes_and_edges(rec: Reconciliation) -> None:
    built = graph(rec)
    types = {kind for _, kind in built.nodes(data="type")}
    assert types == {"outlet", "article", "claim", "cluster"}
    assert built.edges["outlet:Harbour Post", "article:a1", "published"]["type"] == "published"
    assert built.nodes["article:a1"]["story"] == "s1"
    assert built.nodes["article:a5"]["story"] == ""
    assert built.has_edge("article:a1", "claim:c01", "states")
    assert built.has_edge("claim:c01", "cluster:k1", "member")
    assert built.edges["claim:c01", "claim:c02", "conflict:r1"]["values"] == "12 killed | 15 killed"
    assert {kind for *_, kind in built.edges(data="type")} == {
        "published",
        "states",
        "member",
        "conflict",
        "update",
        "agree",
        "scope",
    }


@pytest.mark.parametrize("hostile", [False, True])
def test_graphml_comes_back(hostile: bool, rec: Reconciliation) -> None:
    case = spoil(rec) if hostile else rec
    read = nx.read_graphml(io.BytesIO(graphml.render(case).encode()), force_multigraph=True)
    built = graph(case)
    assert len(read) == len(built)
    assert read.number_of_edges() == built.number_of_edges()
    assert read.nodes["claim:c01"]["start"] == 22


def test_a_relation_to_a_claim_that_is_gone_is_left_out(rec: Reconciliation) -> None:
    less = Reconciliation(rec.articles, rec.claims[1:], rec.clusters, rec.relations, (), (), {})
    assert "claim:c01" not in graph(less)
    for render in (graphml.render, reports_prov.render, html.render, markdown.render):
        assert render(less)


@pytest.mark.parametrize("hostile", [False, True])
def test_prov_reads_the_provenance_back(hostile: bool, rec: Reconciliation) -> None:
    case = spoil(rec) if hostile else rec
    read = prov.model.ProvDocument.deserialize(content=reports_prov.render(case), format="jsonld")
    claim = read.get_record("case:claim-c01")[0]
    assert claim.value.pop() == rec.claims[0].quote if not hostile else claim.value
    derivations = list(read.get_records(prov.model.ProvDerivation))
    quoted = [
        {str(name): value for name, value in each.attributes}
        for each in derivations
        if any(str(value) == "prov:Quotation" for _, value in each.attributes)
    ]
    assert len(quoted) == len(case.claims)
    first = next(each for each in quoted if str(each["prov:generatedEntity"]) == "case:claim-c01")
    assert (first["rec:start"], first["rec:end"]) == (case.claims[0].start, case.claims[0].end)
    assert str(first["prov:usedEntity"]) == "case:article-a1"
    sources = [
        each
        for each in derivations
        if any(str(value) == "prov:PrimarySource" for _, value in each.attributes)
    ]
    assert len(sources) == sum(claim.speaker is not None for claim in case.claims)


@pytest.mark.parametrize("hostile", [False, True])
def test_provenance_is_whole(hostile: bool, rec: Reconciliation) -> None:
    """Read back, whatever is pointed at is declared, the run made all that was not read, and
    nothing is derived from itself."""
    case = spoil(rec) if hostile else rec
    read = prov.model.ProvDocument.deserialize(content=reports_prov.render(case), format="jsonld")
    records = list(read.get_records())
    declared = {str(each.identifier) for each in records if each.is_element()}
    derived = nx.DiGraph()
    for each in records:
        if each.is_relation():
            ends = [str(end) for _, end in each.formal_attributes if end is not None]
            assert {end for end in ends if end.startswith("case:")} <= declared
        if isinstance(each, prov.model.ProvDerivation):
            made, used = (str(end) for _, end in each.formal_attributes[:2])
            derived.add_edge(made, used)
    assert nx.is_directed_acyclic_graph(derived)
    generated = {
        str(each.formal_attributes[0][1])
        for each in records
        if isinstance(each, prov.model.ProvGeneration)
    }
    made = {name for name in declared if name.startswith(("case:claim-", "case:cluster-"))}
    assert made <= generated
    # Every claim leads to the text it stands in, with outlet, URL, date and hash.
    for claim in case.claims:
        key = f"case:claim-{claim.id}"
        (article,) = [used for used in derived[key] if used.startswith("case:article-")]
        (entity,) = read.get_record(article)
        names = {str(name) for name, _ in entity.attributes}
        assert {"rec:sha256", "rec:path"} <= names


def test_a_wire_copy_is_derived_from_its_original(rec: Reconciliation) -> None:
    rows = json.loads(reports_prov.render(rec))["@graph"]
    assert any(
        row.get("generatedEntity") == "case:article-a4"
        and row.get("usedEntity") == "case:article-a2"
        for row in rows
    )


@pytest.mark.parametrize("name", tables.TABLES)
def test_no_cell_is_a_formula(name: str, rec: Reconciliation) -> None:
    for start in "=+-@\t\r":
        case = spoil(rec)
        articles = tuple(
            type(a)(**{**{f: getattr(a, f) for f in a.__slots__}, "title": start + "1+1"})
            for a in case.articles
        )
        case = Reconciliation(articles, *(getattr(case, f) for f in case.__slots__[1:]))
        frame = pd.read_csv(io.StringIO(tables.csv(case, name)), dtype=str, keep_default_na=False)
        for column in frame:
            assert not frame[column].str.match(r"[=+\-@\t\r]").any()


@pytest.mark.parametrize("name", tables.TABLES)
def test_parquet_holds_the_frame(name: str, rec: Reconciliation) -> None:
    read = pd.read_parquet(io.BytesIO(tables.parquet(rec, name)))
    assert list(read) == list(tables.frames(rec)[name])
    assert len(read) == len(tables.frames(rec)[name])


def test_an_empty_case_has_tables_without_rows() -> None:
    empty = Reconciliation((), (), (), (), (), (), {})
    assert {name: len(frame) for name, frame in tables.frames(empty).items()} == dict.fromkeys(
        tables.TABLES, 0
    )
    assert "No dispute was found." in html.render(empty)
