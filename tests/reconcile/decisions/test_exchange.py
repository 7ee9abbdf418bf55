from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.records import Decision
from reconcile.decisions import apply, decide, fold, merge, name_pair, note, open_log, split, tag
from reconcile.decisions.address import StoreError
from reconcile.decisions.exchange import dump, load
from reconcile.decisions.learning import pairs
from reconcile.decisions.telling import cells, listing
from reconcile.formats import FORMATS
from reconcile.sides import read_pair
from tests.reconcile.decisions.cases import claim, make_case, relation

REC = make_case()
RIVALS = relation(REC, "north:0", "south:0").id
MAKERS = {
    "verdict": lambda words, who: decide(REC, RIVALS, "conflict", who, ["figure"]),
    "unsure": lambda words, who: decide(REC, RIVALS, "unsure", who),
    "note": lambda words, who: note(REC, RIVALS, words, who),
    "tag": lambda words, who: tag(REC, RIVALS, words, who),
    "untag": lambda words, who: tag(REC, RIVALS, words, who, on=False),
    "split": lambda words, who: split(REC, claim(REC, "east:0").id, who),
    "merge": lambda words, who: merge(REC, claim(REC, "north:1").id, claim(REC, "south:1").id, who),
    "names": lambda words, who: name_pair(words, "other", False, who),
}
STEPS = st.lists(
    st.tuples(
        st.sampled_from([*MAKERS, "undo", "redo"]), st.text(max_size=12), st.sampled_from("AB")
    ),
    max_size=15,
)


@settings(max_examples=25, deadline=None)
@given(STEPS)
def test_an_export_taken_in_changes_nothing_and_makes_the_same_log(
    steps: list[tuple[str, str, str]],
) -> None:
    with TemporaryDirectory() as folder:
        with open_log(Path(folder), None, "case") as log:
            for act, words, who in steps:
                if act in ("undo", "redo"):
                    log.undo(who) if act == "undo" else log.redo(who)
                else:
                    log.append(MAKERS[act](words, who))
            events, _ = log.read()
            exported = dump(events)
            assert log.adopt(load(exported.splitlines())) == 0
            assert log.read()[0] == events
        with open_log(Path(folder), f"sqlite:///{folder}/other", "elsewhere") as other:
            assert other.adopt(load(exported.split(b"\n"))) == len(events)
            taken, _ = other.read()
        assert taken == events
        assert fold(taken) == fold(events)
        assert dump(taken) == exported
        assert apply(REC, taken) == apply(REC, events)


def _row(**changes: object) -> bytes:
    made = dataclasses.replace(MAKERS["verdict"]("", "Ada"), at="2026-01-01T00:00:00.000000Z")
    return json.dumps(json.loads(dump([made])) | changes).encode()


def test_a_line_as_exported_is_taken() -> None:
    assert [d.reviewer for d in load([_row(), b"", b"  \n"])] == ["Ada"]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"{no json", "line 1 is no decision"),
        (b"[]", "line 1"),
        (b"3", "line 1"),
        (b"[" * 100_000, "line 1"),
        (b"\xff\xfe", "line 1"),
        (_row(act="erase"), "'erase' is no act"),
        (_row(opinion="guilty"), "'guilty' is no verdict"),
        (_row(opinion=None), "no verdict"),
        (_row(act="note"), "no verdict"),
        (_row(kinds=["colour"]), "no such kind"),
        (_row(a=None), "lacks a quote"),
        (_row(a="x"), "line 1"),
        (_row(reviewer="\x1b[2J"), "no name of a reviewer"),
        (_row(reviewer=7), "line 1"),
        (_row(id="../../etc"), "is no id"),
        (_row(act="undo", opinion=None), "names no other"),
        (_row(act="same_name", opinion=None, names=["one"]), "two names"),
        (_row(act="split", opinion=None, a=None), "names no claim"),
    ],
)
def test_what_is_no_decision_is_said_with_its_line(line: bytes, why: str) -> None:
    with pytest.raises(StoreError, match=why) as error:
        list(load([line]))
    assert "\x1b" not in str(error.value)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=4,
)


def places(value: object, path: tuple[object, ...] = ()) -> Iterator[tuple[object, ...]]:
    """The way to each value inside a JSON value."""
    yield path
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places(inner, (*path, key))


@settings(max_examples=150, deadline=None)
@given(st.data(), st.sampled_from(sorted(MAKERS)))
def test_a_line_tampered_with_is_refused_or_harmless(data: st.DataObject, act: str) -> None:
    made = dataclasses.replace(MAKERS[act]("words", "Ada"), at="2026-01-01T00:00:00.000000Z")
    row = json.loads(dump([made]))
    *way, last = data.draw(st.sampled_from([p for p in places(row) if p]))
    held = row
    for step in way:
        held = held[step]
    held[last] = data.draw(JSON)
    try:
        events = list(load([json.dumps(row).encode()]))
        with TemporaryDirectory() as folder, open_log(Path(folder), None, "case") as log:
            log.adopt(events)
            events = list(log.read()[0])
    except StoreError:
        return
    shown = apply(REC, events)
    for row in listing(shown, fold(events)):
        cells(row)
    assert dump(events)
    for name in ("md", "agreement", "pairs", "decisions.csv", "relations.csv"):
        FORMATS[name](shown)


def stamped(*decisions: Decision) -> list[Decision]:
    return [
        dataclasses.replace(d, at=f"2026-01-01T00:00:{n:02}.000000Z")
        for n, d in enumerate(decisions)
    ]


def test_labelled_pairs_are_what_judge_reads() -> None:
    agreed = relation(REC, "south:1", "east:1").id
    doubted = relation(REC, "north:0", "east:0").id
    shown = apply(
        REC,
        stamped(
            decide(REC, RIVALS, "conflict", "Ada", ["figure"]),
            decide(REC, RIVALS, "conflict", "Ben"),
            decide(REC, agreed, "agree", "Ada"),
            decide(REC, agreed, "scope", "Ben"),
            decide(REC, doubted, "unsure", "Ada"),
            note(REC, relation(REC, "south:0", "east:0").id, "only a note", "Ada"),
        ),
    )
    rows = {row["id"]: row for row in map(json.loads, pairs(shown).splitlines())}
    assert set(rows) == {RIVALS, agreed}
    assert (rows[RIVALS]["verdict"], rows[RIVALS]["kinds"]) == ("conflict", ["figure"])
    assert (rows[RIVALS]["sure"], rows[RIVALS]["reviewers"]) == (1, 2)
    disputed = rows[agreed]
    assert (disputed["verdict"], disputed["second"], disputed["sure"]) == ("scope", "agree", 0)
    articles = {article.id: article for article in REC.articles}
    for number, row in enumerate(rows.values()):
        pair = read_pair(row, number)
        for side, place in ((pair.a, row["a"]), (pair.b, row["b"])):
            article = articles[place["doc"]]
            assert article.text[place["start"] : place["end"]] == side.text
            assert side.before + side.text + side.after in article.text
            assert side.outlet == article.outlet


def test_a_pair_whose_words_are_gone_is_no_label() -> None:
    events = stamped(decide(REC, RIVALS, "conflict", "Ada"))
    assert pairs(apply(make_case({"north": ["The fire killed 3 people."]}, {}), events)) == b""
    assert pairs(REC) == b""
