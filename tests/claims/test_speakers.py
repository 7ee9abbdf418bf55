"""Attributions: who says it, by which words, and what is handed to them."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.parse import parse
from claims.speakers import Attribution, attributions, speaker
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


OUTER = [
    # Words of saying that seem to hold one another: the outer speaker keeps the whole.
    ('"If he is right, the dam is lost," Ann Lee said.', "Ann Lee", "said"),
    (
        "The dam, if the mayor is right, would see a flood, according to the Lake Institute.",
        "Lake Institute",
        "according to",
    ),
]


@pytest.mark.parametrize(("text", "name", "cue"), OUTER)
def test_no_two_attributions_hold_each_other(text: str, name: str, cue: str) -> None:
    found = read(text)
    (outer,) = (a for a in found if a.name == name)
    assert text[slice(*outer.cue)] == cue
    for inner in found:
        if inner is not outer:
            assert not any(s <= outer.cue[0] < e for s, e in inner.contents)


def test_the_second_of_two_speakers_is_no_part_of_the_first_content() -> None:
    found = facts("Ann Lee said that the dam broke, and Lake News warned that the mill was next.")
    assert found[0][3] == ["that the dam broke"]
    assert found[1][0] == "Lake News"


PLACED = [
    # Without its comma, a place after the source leads the parse astray.
    (
        "Rebels fired shells on the old town in Vell city on Sunday leaving two civilians dead a "
        "source at Vell Police Command told Lake News.",
        "source at Vell Police Command",
    ),
    ("The envoy met a group of activists in Vell the minister said.", "minister"),
    ("The raid has killed 12 people in the town the Observatory said.", "Observatory"),
    ("A blast killed 20 soldiers near Vell activists said on Monday.", "activists"),
    ("The army killed 14 fighters on Monday the ministry said.", "ministry"),
    ("Vice-president of the Lake Coalition Adam Smith said that the dam broke.", "Adam Smith"),
    ("The mayor of Lake City said that the dam broke.", "mayor of Lake City"),
    ("A Lake Ministry statement said the dam broke.", "Lake Ministry"),
    ("A grieving Ann Lee told Lake News the dam broke.", "Ann Lee"),
    ("The Secretary of Defense Ann Lee said the dam broke.", "Ann Lee"),
    ("Neighbors in the area claim there are too many boats on the lake.", "Neighbors in the area"),
    (
        "The mill was old and the great damage can be seen in pictures taken of the scene Al-Orsa "
        "reports.",
        "Al-Orsa",
    ),
    ("The dam broke on Sunday in the night, according to the Lake reports.", "Lake reports"),
]


@pytest.mark.parametrize(("text", "name"), PLACED)
def test_the_source_is_found_where_the_parse_goes_astray(text: str, name: str) -> None:
    assert [f[0] for f in facts(text)] == [name]


@pytest.mark.parametrize(
    ("subject", "voice"),
    [
        # Whom a reader can ask or look up is named, though by its office only.
        ("The ministry", "named"),
        ("State media", "named"),
        ("Police", "named"),
        ("The high school", "named"),
        ("The head of the clinic", "named"),
        ("Officers", "named"),
        ("A criminal complaint", "named"),
        # Who cannot be found from the words is not.
        ("Two officers", "anonymous"),
        ("An officer", "anonymous"),
        ("A ministry official", "anonymous"),
        ("Reports", "anonymous"),
        ("Activists", "anonymous"),
        ("A monitoring group", "anonymous"),
        ("Residents", "anonymous"),
    ],
)
def test_voice(subject: str, voice: str) -> None:
    assert [f[1] for f in facts(f"{subject} said that the dam broke.")] == [voice]


def test_a_pronoun_means_the_person_the_sentence_before_is_about() -> None:
    text = (
        '"We lost it all," Ann Lee said.\n'
        'Adam Smith had been waiting at the gate since noon. "Let me see him," he said.'
    )
    assert [a.name for a in read(text)] == ["Ann Lee", "Adam Smith"]


@pytest.mark.parametrize("subject", ["Nothing", "Nobody", "No group"])
def test_nobody_speaks(subject: str) -> None:
    assert facts(f"{subject} suggests that the dam broke.") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Recent polls show Lee ahead of Smith.", "statement"),
        ("The video shows two men on a boat.", "statement"),
        ("The army's refusal to leave the town angered them.", "attitude"),
        ("The mayor is worried about the crowd.", "attitude"),
    ],
)
def test_papers_and_attitudes(text: str, kind: str) -> None:
    assert [a.kind for a in read(text)] == [kind]


def test_a_statement_released_with_a_colon_is_quoted() -> None:
    text = 'Trooper Ann Lee released the following statement:\n"The dam broke. The mill is lost."'
    (found,) = read(text)
    assert (found.name, text[slice(*found.contents[0])]) == (
        "Ann Lee",
        '"The dam broke. The mill is lost."',
    )
    assert read("Ann Lee released the following statement:\nThe mill is old.") == ()


@pytest.mark.parametrize(
    ("text", "words", "name", "via", "stance"),
    [
        (
            "Lake News reported that the mayor told Vell Radio that ten people had died.",
            "ten people had died",
            "mayor",
            ("Vell Radio", "Lake News"),
            "neutral",
        ),
        ("The mayor claimed the dam broke.", "the dam broke", "mayor", (), "distancing"),
        # The words of saying do not count: "On Sunday ... confirmed that".
        (
            "On Sunday evening the mayor of the town confirmed that the dam had broken.",
            "On Sunday evening the mayor of the town confirmed that the dam had broken",
            "mayor of the town",
            (),
            "committing",
        ),
        ("They said that the dam broke.", "that the dam broke", "They", (), "neutral"),
    ],
)
def test_the_first_source_and_its_way(
    text: str, words: str, name: str, via: tuple[str, ...], stance: str
) -> None:
    start = text.index(words)
    found = speaker(start, start + len(words), read(text))
    assert found is not None
    assert (found.name, found.via, found.stance) == (name, via, stance)


def test_what_nobody_is_said_to_say_is_the_outlets_own() -> None:
    text = "The mill burned on Sunday. Ann Lee said the dam broke."
    assert speaker(0, 25, read(text)) is None
