"""Attributions: who says it, by which words, and what is handed to them."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.parse import parse
from claims.speakers import Attribution, attributions
from claims.speakers.quotes import quotations
from corpus.records import Sentence

pytestmark = pytest.mark.model

_ASCII = str.maketrans("“”‘’\n", "\"\"'' ")


def read(text: str) -> tuple[Attribution, ...]:
    """Attributions of a text with a full stop and a blank (or a line break) between sentences."""
    sentences = [
        Sentence(
            m.start(),
            m.end(),
            m.group().translate(_ASCII),
            "statement",
            text.count("\n", 0, m.start()),
        )
        for m in re.finditer(r"[^\s](?:[^\n]*?[.!?][\"”]?(?= [A-Z\"“]|\n|$)|[^\n]+)", text)
    ]
    return attributions(list(parse(sentences)), text)


def facts(text: str) -> list[tuple[str, str, str, list[str]]]:
    """Name, voice, cue and contents of each attribution."""
    return [
        (a.name, a.voice, text[slice(*a.cue)], [text[slice(*c)] for c in a.contents])
        for a in read(text)
    ]


ONE = [
    # After and before the content, inverted.
    (
        "The dam broke, the Lake Institute said.",
        "Lake Institute",
        "named",
        "said",
        ["The dam broke"],
    ),
    ("The dam broke, said engineer Ann Lee.", "Ann Lee", "named", "said", ["The dam broke"]),
    ("Ann Lee said the dam broke.", "Ann Lee", "named", "said", ["the dam broke"]),
    (
        "Witnesses told Lake News that the dam broke.",
        "Witnesses",
        "anonymous",
        "told",
        ["that the dam broke"],
    ),
    (
        "According to the police, the dam broke on Sunday.",
        "police",
        "named",
        "According to",
        ["the dam broke on Sunday"],
    ),
    (
        "The dam broke, according to a security source.",
        "security source",
        "anonymous",
        "according to",
        ["The dam broke"],
    ),
    # The saying in the middle.
    (
        "The dam, the mayor said, broke on Sunday.",
        "mayor",
        "named",
        "said",
        ["The dam", "broke on Sunday"],
    ),
    # Commas and quotation marks stripped.
    (
        "At least 12 people were killed the Lake Institute for Water said.",
        "Lake Institute for Water",
        "named",
        "said",
        ["At least 12 people were killed"],
    ),
    # Quotations with the speaker on either side, across sentences.
    (
        '"The dam broke," Ann Lee told Lake News. "We lost the mill."',
        "Ann Lee",
        "named",
        "told",
        ['"The dam broke,"', '"We lost the mill."'],
    ),
    (
        '"The dam broke. We lost the mill," said Ann Lee.',
        "Ann Lee",
        "named",
        "said",
        ['"The dam broke. We lost the mill,"'],
    ),
    (
        '"We lost the mill," an officer said on condition of anonymity.',
        "officer",
        "anonymous",
        "said",
        ['"We lost the mill,"'],
    ),
    (
        '"We hold the mill and the dam," read the statement.',
        "statement",
        "named",
        "read",
        ['"We hold the mill and the dam,"'],
    ),
    # Roles, titles and papers.
    (
        "Lake Institute director Ann Lee said the dam broke.",
        "Ann Lee",
        "named",
        "said",
        ["the dam broke"],
    ),
    (
        "A report by the Lake Institute said the dam broke.",
        "Lake Institute",
        "named",
        "said",
        ["the dam broke"],
    ),
    (
        "Officials denied that the dam had broken.",
        "Officials",
        "anonymous",
        "denied",
        ["that the dam had broken"],
    ),
    (
        "The ministry rejected claims that its planes had hit a school.",
        "ministry",
        "named",
        "rejected",
        ["that its planes had hit a school"],
    ),
    (
        "The group's claim that it held the port surprised nobody.",
        "group",
        "named",
        "claim",
        ["that it held the port"],
    ),
    (
        "The Lake Party claimed responsibility for the attack.",
        "Lake Party",
        "named",
        "claimed",
        ["responsibility for the attack"],
    ),
]


@pytest.mark.parametrize(("text", "name", "voice", "cue", "contents"), ONE)
def test_one_attribution(text: str, name: str, voice: str, cue: str, contents: list[str]) -> None:
    assert facts(text) == [(name, voice, cue, contents)]


@pytest.mark.parametrize(
    "text",
    [
        "He said nothing.",
        "It is said that the dam is old.",
        "Everything went according to plan.",
        "The twins could not be told apart.",
        "A report on the dam was late.",
        "The storm claimed ten lives.",
        "Police responded to a call on Sunday.",
        "The search continues.",
        "Two women called the police.",
        "Firefighters found the man hurt.",
        "",
    ],
)
def test_false_friends(text: str) -> None:
    assert facts(text) == []


@pytest.mark.parametrize(
    ("text", "name", "via"),
    [
        (
            "Reuters reported that ten people had died, citing a hospital doctor.",
            "hospital doctor",
            ("Reuters",),
        ),
        (
            "The agency quoted a military source as saying that the army had left.",
            "military source",
            ("agency",),
        ),
        ("Activists told Lake News that the dam broke.", "Activists", ("Lake News",)),
        ("Reuters reported that ten people had died, citing the cold.", "Reuters", ()),
    ],
)
def test_the_way_it_took(text: str, name: str, via: tuple[str, ...]) -> None:
    (found,) = (a for a in read(text) if a.kind == "statement")
    assert (found.name, found.via) == (name, via)


@pytest.mark.parametrize(
    ("verb", "stance"),
    [
        ("said", "neutral"),
        ("revealed", "committing"),
        ("claimed", "distancing"),
        ("denied", "denying"),
        ("did not confirm", "distancing"),
    ],
)
def test_stance(verb: str, stance: str) -> None:
    (found,) = read(f"The mayor {verb} that the dam had broken.")
    assert found.stance == stance


def test_attitudes_are_told_from_statements() -> None:
    kinds = {a.kind for a in read("The rebels vowed to take the port.")}
    assert kinds <= {"statement", "attitude"}
    (found,) = read("The mayor condemned the attack.")
    assert found.kind == "attitude"
    (found,) = read("The mayor reported an attack.")
    assert found.kind == "statement"


def test_pronouns_take_the_name_and_keep_their_own_span() -> None:
    text = '"The dam broke," Ann Lee said. "The mill is lost," she added.'
    first, second = read(text)
    assert second.name == first.name == "Ann Lee"
    assert text[slice(*second.source)] == "she"


def test_a_pronoun_that_fits_nobody_stays() -> None:
    _, second = read("Witnesses said the dam broke. He said the mill was lost.")
    assert second.name == "He"


def test_the_group_is_the_body_that_has_just_spoken() -> None:
    text = (
        "A monitor, the Lake Observatory, said LTF had left the town. "
        "LTF said its men had not left the town. "
        '"We hold the mill," the group said.'
    )
    assert [a.name for a in read(text)][-1] == "LTF"


def test_the_monitor_is_not_the_group_before_it() -> None:
    text = "LTF said its men had not left the town. The mill burned, the monitor said."
    assert [a.name for a in read(text)] == ["LTF", "monitor"]


def test_a_nested_attribution_comes_beside_the_outer_one() -> None:
    found = facts("Ann Lee said the mayor had denied that the dam broke.")
    assert [f[0] for f in found] == ["Ann Lee", "mayor"]


def test_curly_quotations_that_run_on_over_paragraphs() -> None:
    text = (
        "“The dam broke in the night,” said Ann Lee.\n"
        "“The mill is lost to us.\n“We start anew,” she said."
    )
    found = read(text)
    assert {a.name for a in found} == {"Ann Lee"}
    assert "We start anew" in text[slice(*found[-1].contents[-1])]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ('He said "we are all well" and left.', ['"we are all well"']),
        ("He said “we are all well” and left.", ["“we are all well”"]),
        ('The so-called "safe zone" fell.', []),
        ('A stray " mark and no more of it.', []),
        ('"One two three." "Four five six."', ['"One two three."', '"Four five six."']),
    ],
)
def test_quotations(text: str, want: list[str]) -> None:
    assert [text[s:e] for s, e in quotations(text)] == want


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from(
            [
                "said",
                "told",
                "that",
                '"',
                "“",
                "”",
                ",",
                ".",
                ":",
                "according",
                "to",
                "the",
                "Lake",
                "Party",
                "citing",
                "claims",
                "-",
                "―",
                "(",
                ")",
                "he",
                "it",
                "Ann",
                "Lee",
                "denied",
                "not",
                "reports",
                "\n",
            ]
        ),
        max_size=25,
    )
)
def test_any_heap_of_words_gives_spans_inside_the_text(heap: list[str]) -> None:
    text = " ".join(heap)
    for found in read(text):
        spans = [found.source, found.cue, *found.contents]
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert found.contents
        assert found.name


def test_a_sea_of_quotation_marks_is_read_in_time() -> None:
    assert quotations('"' * 20_000) == ()


AGAIN = [
    # The body of the sentence before, though it handed over nothing there.
    (
        "The Vell Monitor said Orsa fell. The Northern Front (NF) denied it. The group said its "
        "men still held the town.",
        "Northern Front",
    ),
    # A person is no group: the body that has spoken is meant.
    (
        "The Northern Front said it left. Adam Lee denied it. The group said the road was safe.",
        "Northern Front",
    ),
]


@pytest.mark.parametrize(("text", "name"), AGAIN)
def test_the_group_is_the_body_just_named(text: str, name: str) -> None:
    assert facts(text)[-1][0] == name


SOURCES = [
    (
        "Correction: An earlier Courier report said that four people were hurt.",
        "earlier Courier report",
    ),
    ("A man was shot, the Vell County Sheriff's Office said.", "Vell County Sheriff's Office"),
    ("Norland's Adam Lee said a man was shot.", "Adam Lee"),
]


@pytest.mark.parametrize(("text", "name"), SOURCES)
def test_the_source_is_named_in_full(text: str, name: str) -> None:
    assert [f[0] for f in facts(text)] == [name]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("'We took the town,' he said.", ["'We took the town,'"]),
        ("‘We took the town.’ He left.", ["‘We took the town.’"]),
        ("The rebels' goal is the town, and the 'old town' fell.", []),
        ("It was the soldiers' turn, he said, to 'Leave the town' now.", []),
    ],
)
def test_single_marks(text: str, spans: list[str]) -> None:
    assert [text[s:e] for s, e in quotations(text)] == spans
