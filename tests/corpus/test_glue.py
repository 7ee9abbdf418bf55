"""Headings, bylines and page furniture run into the text: parted where words make it certain."""

from __future__ import annotations

import time

import pytest
from conftest import make_article

from corpus.glue import byline_end, heading_end, repeated
from corpus.sentences import sentences

LEAD = "The bridge over the Orla fell on Monday, the mayor said."


def cut(text: str) -> list[tuple[str, str]]:
    found = sentences(make_article("a", text))
    assert "".join("".join(s.text.split()) for s in found) == "".join(text.split())
    assert all(text[s.start : s.end] == s.text for s in found)
    return [(sentence.kind, sentence.text) for sentence in found]


@pytest.mark.parametrize(
    ("heading", "rest"),
    [
        ("A second fall", "The last storm in April killed seven."),
        ("Food reaches the port", "The Orla council had been asked for help."),
        ("Meanwhile in the north", "At least two bridges fell."),
        ("WINNING RESPECT", "Damaged trucks are parked at the mill."),
    ],
)
def test_a_heading_run_into_a_sentence(heading: str, rest: str) -> None:
    assert cut(f"{LEAD} {heading} {rest}") == [
        ("statement", LEAD),
        ("headline", heading),
        ("statement", rest),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Members of The Orla Singers sang on the bridge.",
        "A reader told The Orla Post the bridge had moved.",
        "Officers said The new bridge was closed.",
        "She wrote The last storm and two other books.",
        "Patients lack Vitamin A in winter.",
        "UN FAO Director Ana Berg spoke.",
        "NATO Secretary General Bo Lee spoke.",
    ],
)
def test_a_capital_in_the_middle_is_no_heading(sentence: str) -> None:
    assert heading_end(sentence, 0, len(sentence)) is None


def test_a_byline_run_into_a_sentence() -> None:
    text = "by Ana B. Ruiz At least two bridges fell on Monday."
    assert text[: byline_end(text, 0, len(text))] == "by Ana B. Ruiz"
    assert cut(text)[0] == ("byline", "by Ana B. Ruiz")
    plain = "By Monday The Orla had risen again."
    assert byline_end(plain, 0, len(plain)) is None


def test_a_lead_that_runs_into_itself() -> None:
    lead = "Two bridges over the river Orla fell on Monday after a week of rain"
    found = cut(f"{lead} {lead} the mayor said.")
    assert found == [("furniture", lead), ("statement", f"{lead} the mayor said.")]
    # The false friend: the same words in two parts of one sentence.
    again = "One was taken to Orla Hospital in the north of the town in poor shape and one to "
    text = f"{again}Brim, {again.lower()}Vell."
    assert repeated(text, 0, len(text)) is None


def test_a_page_head_run_into_the_text() -> None:
    found = cut(f"{LEAD} Two fall on Orla AP Thursday 1 Aug 2013 The bridge fell.")
    assert ("dateline", "AP Thursday 1 Aug 2013") in found
    told = "He told AP Thursday 1 Aug was a holiday in Orla."
    assert cut(f"{LEAD} {told}")[-1] == ("statement", told)


@pytest.mark.parametrize(
    "line",
    [
        "Anyone with information is asked to call Orla police at 555-123-4567.",
        "If you saw the bridge fall, please call Crime Stoppers.",
        "Call Post reporter Ana Ruiz at (555) 123-4567.",
        "Anonymous tips may be phoned to (800) 123-TIPS.",
        "Callers may remain anonymous and may be paid.",
        "Contact Bo Lee at: bo@orlapost.example",
        "This article is an edited translation from our Danish edition.",
        "Ana Ruiz reports.",
        "Email notifications are only sent once a day.",
        "Terms of Use Privacy Policy Contact Us",
        "(Copyright 2016 The Orla Post.",
        "SSH 11",
        "OP/ANA",
    ],
)
def test_words_to_the_readers_are_furniture(line: str) -> None:
    assert cut(f"{LEAD}\n\n{line}\n\n{LEAD[:-1]} too.")[1][0] == "furniture"


@pytest.mark.parametrize(
    "line",
    [
        "Anyone who crossed the bridge that night heard it crack.",
        "Police took several calls, but are asking anyone who was there to call 555-123-4567.",
        "A man called 911 and said that the bridge had gone.",
        "Callers told the station that the bridge had gone.",
        "Ana Ruiz reports to the mayor.",
        "The mayor's privacy policy was changed on Monday.",
        "IT FELL.",
        "Tips from drivers led police to the ruin.",
    ],
)
def test_a_statement_about_them_is_none(line: str) -> None:
    assert cut(f"{LEAD}\n\n{line}\n\n{LEAD[:-1]} too.")[1] == ("statement", line)


def test_a_request_leaves_the_rest_of_its_paragraph() -> None:
    found = cut("Police look for the driver. Anyone who saw him should call 555-123-4567.")
    assert [kind for kind, _ in found] == ["statement", "furniture"]


@pytest.mark.parametrize("unit", ["The a ", "AB ", "by A B ", "call 555-", "Tips ", "send "])
def test_hostile_lines_are_quick(unit: str) -> None:
    text = unit * 10_000
    begin = time.perf_counter()
    sentences(make_article("a", text))
    assert time.perf_counter() - begin < 10
