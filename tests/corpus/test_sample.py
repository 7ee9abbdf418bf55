"""The sample corpus is what it says it is: static checks, without a reader or a model."""

from __future__ import annotations

import csv
import html
import json
import re
from collections import Counter
from pathlib import Path
from typing import get_args

import networkx as nx
import pytest

from claims.records import Kind, Verdict
from corpus.sample import PlantedCase, planted, sample_sources

FOLDER, MANIFEST = sample_sources()
CASES = planted()


def _visible(markup: str) -> str:
    body = markup[markup.index("<body>") :]
    return html.unescape(re.sub(r"<[^>]+>", "", body))


def _texts() -> dict[str, str]:
    """Text of each article by file name, or by the id of its row."""
    texts = {}
    for path in sorted(FOLDER.iterdir()):
        raw = path.read_text(encoding="utf-8")
        if path.suffix == ".jsonl":
            texts.update({row["id"]: row["text"] for row in map(json.loads, raw.splitlines())})
        else:
            texts[path.name] = _visible(raw) if path.suffix == ".html" else raw
    return texts


def _manifest() -> list[dict[str, str]]:
    with MANIFEST.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _described_by_themselves() -> list[dict[str, str]]:
    """Metadata of the articles that carry their own: rows, and the JSON-LD of pages."""
    found = []
    for path in sorted(FOLDER.iterdir()):
        raw = path.read_text(encoding="utf-8")
        if path.suffix == ".jsonl":
            rows = [json.loads(line) for line in raw.splitlines()]
            found += [{"path": row["id"], **row} for row in rows]
        elif path.suffix == ".html":
            block = re.search(r'<script type="application/ld\+json">(.*?)</script>', raw, re.DOTALL)
            assert block, path
            data = json.loads(block[1])
            found.append(
                {
                    "path": path.name,
                    "outlet": data["publisher"]["name"],
                    "published": data["datePublished"],
                    "title": data["headline"],
                }
            )
    return found


TEXTS = _texts()
DESCRIBED = [*_manifest(), *_described_by_themselves()]


def _name(row: dict[str, str]) -> str:
    return Path(row["path"]).name


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.case)
def test_quotes_stand_once_in_their_article(case: PlantedCase) -> None:
    for side in (case.a, case.b):
        assert TEXTS[side.article].count(side.quote) == 1, side
        assert "\n" not in side.quote


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.case)
def test_case_is_well_formed(case: PlantedCase) -> None:
    assert case.kind in get_args(Verdict)
    assert set(case.kinds) <= set(get_args(Kind))
    assert bool(case.kinds) == (case.kind in {"conflict", "update"})
    assert case.note.endswith(".")
    assert case.a != case.b
    spelt = TEXTS[case.a.article] + TEXTS[case.b.article]
    assert all(name in spelt for name in case.names)


def test_case_names_are_unique() -> None:
    assert len({case.case for case in CASES}) == len(CASES)


def test_size() -> None:
    assert len(TEXTS) >= 14
    assert len({row["outlet"] for row in DESCRIBED}) >= 6


def test_three_events() -> None:
    """Cases other than ``different`` tie articles together; what hangs together is one event."""
    graph = nx.Graph()
    graph.add_nodes_from(TEXTS)
    graph.add_edges_from((c.a.article, c.b.article) for c in CASES if c.kind != "different")
    assert nx.number_connected_components(graph) == 3


def test_every_article_is_described_once() -> None:
    assert Counter(map(_name, DESCRIBED)) == Counter(list(TEXTS))
    assert all(row["outlet"] and row["title"] for row in DESCRIBED)


def test_only_the_diary_is_dated_by_its_text() -> None:
    undated = [_name(row) for row in DESCRIBED if not row["published"]]
    assert undated == ["jezran-diary.md"]
    assert "\n12 October 2021\n" in TEXTS["jezran-diary.md"]


def test_update_has_the_later_on_side_b() -> None:
    published = {_name(row): row["published"][:10] for row in DESCRIBED}
    for case in CASES:
        if case.kind == "update":
            assert published[case.a.article] <= published[case.b.article], case.case


@pytest.mark.parametrize("verdict", get_args(Verdict))
def test_every_verdict_is_planted(verdict: str) -> None:
    assert any(case.kind == verdict for case in CASES)


@pytest.mark.parametrize(
    ("verdict", "kind", "least"),
    [
        ("conflict", "figure", 2),
        ("conflict", "date", 1),
        ("conflict", "time", 1),
        ("conflict", "age", 1),
        ("conflict", "place", 1),
        ("conflict", "actor", 1),
        ("conflict", "outcome", 1),
        ("conflict", "extent", 1),
        ("update", "figure", 2),
    ],
)
def test_every_kind_is_planted(verdict: str, kind: str, least: int) -> None:
    found = [c for c in CASES if c.kind == verdict and kind in c.kinds and not c.same_origin]
    assert len(found) >= least


def test_dispute_inside_one_article_and_names_are_planted() -> None:
    assert any(c.kind == "conflict" and c.a.article == c.b.article for c in CASES)
    assert {c.names for c in CASES if c.names} == {
        ("Qasr al-Nahr", "Kasr an-Nahr"),
        ("Yusuf al-Hadari", "Youssef el-Hadari"),
    }


def _shingles(text: str, size: int = 5) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return set(zip(*(words[i:] for i in range(size)), strict=False))


def test_the_wire_copy_is_the_only_copy() -> None:
    """It repeats the agency's article; no other two share a tenth of their word sequences."""
    shingles = {name: _shingles(text) for name, text in TEXTS.items()}
    copies = {
        (a, b): len(shingles[a] & shingles[b]) / len(shingles[a])
        for a in TEXTS
        for b in TEXTS
        if a != b and len(shingles[a] & shingles[b]) / len(shingles[a]) > 0.1
    }
    pair = ("courier-2022-03-13", "meridian-zelenka-market.txt")
    assert set(copies) == {pair, pair[::-1]}
    assert copies[pair] > 0.9
    assert [(c.a.article, c.b.article) for c in CASES if c.same_origin] == [pair[::-1]]


@pytest.mark.parametrize(
    ("mess", "where"),
    [
        ("(Meridian) - ", "meridian-qasr-al-nahr.txt"),
        ("By Jenna Pruitt", "courier-blue-heron.txt"),
        ("Share this article", "lantern-inferno.txt"),
        ("Photo: Frontline Witness", "frontline-witness-silo.html"),
        ("Photo by Lou Brandt/Courier", "courier-vigil.txt"),
        ("Picture: Lantern reader", "lantern-inferno.txt"),
        ("\N{LEFT DOUBLE QUOTATION MARK}", "lantern-inferno.txt"),
        ("\N{NO-BREAK SPACE}", "meridian-zelenka-market.txt"),
        ("swept\nthrough", "upb-market-2020.txt"),
        ("With Meridian Wire", "courier-2022-03-13"),
    ],
)
def test_mess_of_real_pages(mess: str, where: str) -> None:
    assert mess in TEXTS[where]


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_articles_are_short(name: str) -> None:
    assert 100 <= len(TEXTS[name].split()) <= 300
