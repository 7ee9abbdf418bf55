from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.records import Claim, Cluster, Reconciliation, Relation
from corpus.records import Article, TextLink
from reports.jsonlines import (
    Run,
    from_json,
    read_records,
    run_from_json,
    run_to_json,
    to_json,
    write_records,
)

RECORDS = (Article, Claim, Cluster, Relation)
KEPT = (*RECORDS, TextLink)
CONTRACT = {
    Article: "id path sha256 outlet title url author published published_from language agency "
    "origin text",
    Claim: "id article start end quote text speaker voice modality polarity when figures names "
    "cluster",
    Cluster: "id label claims status outlets origins from to figures",
    Relation: "id a b verdict kinds values reason score origin",
}


@pytest.mark.parametrize("cls", KEPT)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_record_comes_back_as_it_was(cls: type, data: st.DataObject) -> None:
    record = data.draw(
        st.from_type(cls).filter(lambda each: "inf" not in repr(each) and "nan" not in repr(each))
    )
    line = write_records([record])
    assert line.count(b"\n") == 1
    assert from_json(cls, json.loads(line)) == record


@pytest.mark.parametrize("cls", RECORDS)
def test_fields_are_named_as_in_the_contract(cls: type, rec: Reconciliation) -> None:
    every = {Article: rec.articles, Claim: rec.claims, Cluster: rec.clusters}
    record = every.get(cls, rec.relations)[0]
    row = to_json(record)
    named = CONTRACT[cls].split()
    assert [name for name in row if name in named] == named  # there may be more


@pytest.mark.parametrize("cls", RECORDS)
def test_a_case_of_an_older_version_is_read(cls: type, rec: Reconciliation) -> None:
    every = {Article: rec.articles, Claim: rec.claims, Cluster: rec.clusters}
    record = every.get(cls, rec.relations)[0]
    row = {
        name: to_json(record)[name]
        for name in [*CONTRACT[cls].split(), "happening"]
        if name in to_json(record)
    }
    assert from_json(cls, row).id == record.id
    with pytest.raises(ValueError, match="not a"):
        from_json(cls, {name: row[name] for name in row if name != "id"})


def test_a_date_goes_from_and_to(rec: Reconciliation) -> None:
    row = to_json(rec.claims[0].when[0])
    assert (row["from"], row["to"]) == ("2031-05-03", "2031-05-03")
    assert "from_" not in row


def test_whole_figures_are_written_whole(rec: Reconciliation) -> None:
    assert b'"low":12' in write_records(rec.claims[:1]).replace(b" ", b"")
    assert b"12.0" not in write_records(rec.claims[:1])


def test_lines_are_sorted_by_id(rec: Reconciliation) -> None:
    assert write_records(reversed(rec.claims)) == write_records(rec.claims)


def test_no_records_are_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "none.jsonl"
    path.write_bytes(write_records([]))
    assert read_records(Article, path) == ()


def test_odd_characters_survive(tmp_path: Path, make_article) -> None:
    text = "a\u2028b\x85c\r\nd\x00e\x1b[2Jf\ud800g \U0001f525"
    path = tmp_path / "odd.jsonl"
    path.write_bytes(write_records([make_article("a", "O", None, text)]))
    assert read_records(Article, path)[0].text == text


def test_an_infinite_figure_is_still_json() -> None:
    assert json.loads(json.dumps(to_json(float("inf")), allow_nan=False)) > 1e308


def test_a_field_of_a_later_version_is_left_alone(rec: Reconciliation) -> None:
    assert from_json(Article, {**to_json(rec.articles[0]), "mood": 1}) == rec.articles[0]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda row: row.pop("text"),
        lambda row: row.update(text=None),
        lambda row: row.update(figures=3),
        lambda row: row.update(when=[{"text": "x"}]),
    ],
)
def test_a_damaged_line_names_file_and_line(spoil, rec: Reconciliation, tmp_path: Path) -> None:
    row = to_json(rec.claims[0])
    spoil(row)
    path = tmp_path / "claims.jsonl"
    path.write_text(json.dumps(to_json(rec.claims[1])) + "\n" + json.dumps(row) + "\n")
    with pytest.raises(ValueError, match=r"claims\.jsonl, line 2: not a Claim"):
        read_records(Claim, path)


def test_run_holds_what_was_skipped_and_merged(rec: Reconciliation) -> None:
    row = json.loads(json.dumps(run_to_json(rec)))
    assert row["skipped"] == [
        {"path": "photos/fire.jpg", "reason": "not a text: it holds binary data"}
    ]
    assert row["model"] == "all-MiniLM-L6-v2"
    assert run_from_json(row) == Run(rec.run, rec.skipped, rec.merges, rec.outlet_merges)


@pytest.mark.parametrize("row", [{}, [], {"format": "other"}, None])
def test_a_run_of_others_is_refused(row) -> None:
    with pytest.raises(ValueError, match=r"run\.json"):
        run_from_json(row)
