"""The written groups: their form, and what two of their sentences are to each other."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from benchmarks.groups import groups, pairs, sentence, unread
from claims.records import Kind, Verdict

GROUPS = groups()


def test_marks_are_taken_out_and_kept_as_spans() -> None:
    told = sentence("{n|Nine men} left {p|Orsa} and {n*|nine} came back.")
    assert told.text == "Nine men left Orsa and nine came back."
    assert [told.text[s:e] for s, e in told.slots["n"]] == ["Nine men", "nine"]
    assert [told.text[s:e] for s, e in told.slots["p"]] == ["Orsa"]


def test_what_one_leaves_out_the_other_does_not_deny() -> None:
    group = {
        "id": "x",
        "slots": {"n": "figure", "p": "place"},
        "same": ["{n|Nine} left {p|Orsa}.", "They left {p|Orsa}."],
        "clash": [
            {"slot": "n", "text": "{n*|Ten} left."},
            {"slot": "p", "text": "{p*|Lund} lost."},
        ],
        "near": [{"verdict": "scope", "text": "{n|Nine} of them were women."}],
    }
    told = {(t.a.text, t.b.text): (t.verdict, t.kind) for t in pairs(group)}
    assert told["Nine left Orsa.", "They left Orsa."] == ("agree", None)
    assert told["Nine left Orsa.", "Ten left."] == ("conflict", "figure")
    assert told["They left Orsa.", "Ten left."] == ("agree", None)
    assert told["They left Orsa.", "Lund lost."] == ("conflict", "place")
    assert told["Ten left.", "Lund lost."] == ("agree", None)
    assert told["Nine left Orsa.", "Nine of them were women."] == ("scope", None)
    assert told["Lund lost.", "Nine of them were women."] == ("scope", None)
    assert ("Ten left.", "Nine of them were women.") not in told


def test_every_group_is_whole() -> None:
    assert len({group["id"] for group in GROUPS}) == len(GROUPS) > 900
    for group in GROUPS:
        assert set(group["slots"].values()) <= set(get_args(Kind))
        texts = [*group["same"], *(row["text"] for row in group["clash"] + group["near"])]
        assert not any(re.search("[{}|]", sentence(text).text) for text in texts)
        assert not any("*|" in text for text in group["same"])
        assert all("{" + row["slot"] + "*|" in row["text"] for row in group["clash"])
        assert {row["verdict"] for row in group["near"]} <= set(get_args(Verdict))


def test_every_clash_names_words_of_both() -> None:
    for group in GROUPS[::20]:
        for told in pairs(group):
            assert (told.verdict == "conflict") == (told.kind is not None)
            if told.kind:
                for side, spans in zip((told.a, told.b), told.spans, strict=True):
                    assert spans
                    assert all(side.text[s:e].strip() for s, e in spans)


def test_one_in_fifteen_is_not_read() -> None:
    assert sum(map(unread, range(len(GROUPS)))) == pytest.approx(len(GROUPS) / 15, abs=1)
