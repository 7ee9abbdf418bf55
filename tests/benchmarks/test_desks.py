"""The written articles: their form, and what two of their claims are to each other."""

from __future__ import annotations

import functools
import re
from typing import get_args

import pytest

from benchmarks import desks
from benchmarks.desks import Mention, part_of, unmarked
from claims.records import Kind

HAPPENINGS = desks.happenings()

KINDS: dict[str, Kind] = {"k": "figure", "w": "figure", "p": "place", "o": "outcome"}
pair = functools.partial(desks.pair, "x", KINDS)


def part(marked: str) -> desks.Part:
    text, mentions = unmarked([marked])
    found = part_of(text, 0, len(text), mentions)
    assert found is not None
    return found


def test_marks_are_taken_out_and_kept_as_spans() -> None:
    text, mentions = unmarked(["Raid kills {k.1|nine}", "They hit {p.2|Orsa}.", "{k.3u|Ten} died."])
    assert text == "Raid kills nine\n\nThey hit Orsa. Ten died."
    assert [(m.slot, m.value, m.later, text[m.start : m.end]) for m in mentions] == [
        ("k", "1", False, "nine"), ("p", "2", False, "Orsa"), ("k", "3", True, "Ten"),
    ]  # fmt: skip


def test_a_claim_stands_in_its_sentence_with_what_it_states() -> None:
    text = "It rained. Nine died when planes hit Orsa."
    killed, place = Mention("k", "1", False, 11, 15), Mention("p", "1", False, 37, 41)
    found = part_of(text, 11, 20, [killed, place])
    assert found is not None
    assert found.excerpt.text == "Nine died when planes hit Orsa."
    assert found.excerpt.read == "Nine died"
    assert found.mentions == (Mention("k", "1", False, 0, 4),)


def test_of_a_claim_that_cuts_the_words_of_a_fact_nobody_said_what_it_states() -> None:
    text, mentions = unmarked(["Nine died {o.1|when planes hit Orsa}."])
    assert part_of(text, 0, 20, mentions) is None


@pytest.mark.parametrize(
    ("a", "b", "verdict", "kind", "alone"),
    [
        ("{k.1|Nine} died.", "{k.2|Ten} died.", "conflict", "figure", True),
        ("{k.1|Nine} in {p.1|Orsa}.", "{k.2|Ten} in {p.2|Lund}.", "conflict", "figure", False),
        ("{k.1|Nine} died.", "The toll {k.2u|rose to ten}.", "update", None, False),
        ("{k.1|Nine} died.", "{k.1|9 people} lost their lives.", "agree", "figure", False),
        ("{k.1|Nine} or {k.2|ten} died.", "{k.2|Ten} died.", "agree", "figure", False),
        ("{k.1|Nine} died.", "The toll {k.1u|rose to nine}.", "agree", None, False),
        ("{k.1|Nine} in {o.1|one}.", "{k.2u|Ten} now, {o.2|two}.", "conflict", "outcome", False),
        ("{k.1|Nine} died.", "{w.1|Nine} were hurt.", "different", None, False),
        ("{k.1|Nine} in {p.1|Orsa}.", "{w.1|Nine} in {p.1|Orsa}.", "different", None, False),
        ("The bridge {o.1|holds}.", "The bridge {o.2|fell}.", "conflict", "outcome", True),
    ],
)  # fmt: skip
def test_what_two_claims_are(a: str, b: str, verdict: str, kind: str | None, alone: bool) -> None:
    told = pair(part(a), part(b))
    assert told is not None
    assert (told.verdict, told.kind, told.alone) == (verdict, kind, alone)
    back = pair(part(b), part(a))
    assert back is not None
    assert (back.verdict, back.kind) == (verdict, kind)
    for side, spans in zip((told.a, told.b), told.spans, strict=True):
        assert bool(spans) == (kind is not None)
        assert all(side.text[s:e].strip() for s, e in spans)


def test_every_fact_in_which_two_claims_clash_is_marked() -> None:
    told = pair(part("{k.1|Nine} in {p.1|Orsa}."), part("In {p.2|Lund} {k.2|ten}."))
    assert told is not None
    words = [
        {side.text[s:e] for s, e in spans}
        for side, spans in zip((told.a, told.b), told.spans, strict=True)
    ]
    assert words == [{"Nine", "Orsa"}, {"ten", "Lund"}]


def test_two_facts_of_one_kind_are_told_to_be_alike() -> None:
    killed, hurt, bridge = map(part, ("{k.1|Nine} died.", "{w.1|Nine} hurt.", "It {o.1|holds}."))
    like = [told.like for told in (pair(killed, hurt), pair(killed, bridge)) if told]
    assert like == [1, 0]


@pytest.mark.parametrize("other", ["Planes were heard.", "It was in {p.1|Orsa}."])
def test_what_states_no_fact_is_not_said_to_differ(other: str) -> None:
    assert pair(part("{k.1|Nine} died."), part(other)) is None


def test_every_happening_is_whole() -> None:
    assert len({own["id"] for own in HAPPENINGS}) == len(HAPPENINGS) > 300
    for own in HAPPENINGS:
        assert {kind for kind, _ in own["slots"].values()} <= set(get_args(Kind))
        assert len(own["articles"]) == 4
        read = [unmarked(lines) for lines in own["articles"]]
        assert not any(re.search("[{}|]", text) for text, _ in read)
        assert {m.slot for _, mentions in read for m in mentions} <= set(own["slots"])
        rivals = {
            slot
            for slot in own["slots"]
            if len({m.value for _, mentions in read for m in mentions if m.slot == slot}) > 1
        }
        assert len(rivals) >= 4
