"""Sentences: kinds, boundaries, and that nothing of an article is lost."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.records import Article, Sentence
from corpus.sentences import plain, sentences


def article(text: str, title: str = "") -> Article:
    return Article(
        id="a",
        path="a.txt",
        sha256="",
        outlet="",
        title=title,
        url="",
        author="",
        published=None,
        published_from="none",
        language="",
        agency="",
        origin="a",
        text=text,
    )


def cut(text: str, title: str = "") -> list[tuple[str, str]]:
    found = sentences(article(text, title))
    check(text, found)
    return [(sentence.kind, sentence.text) for sentence in found]


def check(text: str, found: tuple[Sentence, ...]) -> None:
    """In order, apart, all of it, and of the same length as written."""
    at = 0
    for sentence in found:
        assert at <= sentence.start < sentence.end <= len(text)
        assert len(sentence.text) == sentence.end - sentence.start
        assert not text[at : sentence.start].strip()
        assert text[sentence.start : sentence.end].strip() == text[sentence.start : sentence.end]
        at = sentence.end
    assert not text[at:].strip()


@pytest.mark.parametrize(
    "text, expected",
    [
        ("One fell. Two rose.", ["One fell.", "Two rose."]),
        (
            "One ( Ann in 'X' ) sang ( Bo ) too. It rained.",
            ["One ( Ann in 'X' ) sang ( Bo ) too.", "It rained."],
        ),
        (
            "The dam broke at noon.The valley flooded.",
            ["The dam broke at noon.", "The valley flooded."],
        ),
        ("It shut at 9 p.m.Guests left.", ["It shut at 9 p.m.", "Guests left."]),
        ("It shut at 9 p.m. on Monday.", ["It shut at 9 p.m. on Monday."]),
        (
            "He died at 4 p.m. The man was 40. We met at 9 a.m. When he left, it shut.",
            ["He died at 4 p.m.", "The man was 40.", "We met at 9 a.m.", "When he left, it shut."],
        ),
        ("He died at 4 p.m. Sunday.", ["He died at 4 p.m. Sunday."]),
        ("It shut at 4 p.m. Eastern time.", ["It shut at 4 p.m. Eastern time."]),
        ("Visit www.example.org.Then go.", ["Visit www.example.org.Then go."]),
        ('"We lost it." Then he left.', ['"We lost it."', "Then he left."]),
        (
            '"Who did it?" Mayor Ito asked. No one spoke.',
            ['"Who did it?" Mayor Ito asked.', "No one spoke."],
        ),
        ('"It fell!" Nobody was hurt.', ['"It fell!"', "Nobody was hurt."]),
        ("Lt. Col. Ana Ruiz spoke. She left.", ["Lt. Col. Ana Ruiz spoke.", "She left."]),
        ("The U.S. Gen. John J. Roe left.", ["The U.S. Gen. John J. Roe left."]),
        ("It hit the U.S. The army left.", ["It hit the U.S.", "The army left."]),
        ("He wore No. 7 at St. Anne. We won.", ["He wore No. 7 at St. Anne.", "We won."]),
        (
            "Killed were Ann Lee, 5; Bo Lee, 7; and a man.",
            ["Killed were Ann Lee, 5; Bo Lee, 7; and a man."],
        ),
        ("“It is over,” she said. “We won.”", ['"It is over," she said.', '"We won."']),
        (
            "They wait ... and then they go. It rains.",
            ["They wait ... and then they go.", "It rains."],
        ),
    ],
)
def test_boundaries(text: str, expected: list[str]) -> None:
    assert cut(text) == [("statement", part) for part in expected]


def test_plain_text_has_the_same_length_and_ordinary_marks() -> None:
    assert plain("a\xa0b\tc\nd") == "a b c d"
    assert plain("“It’s” – ‘so’ — yes") == "\"It's\" - 'so' - yes"
    assert plain("to arms…to unite. So…") == "to arms to unite. So."
    assert plain("left\u202eright") == "left right"


LEAD = "The bridge over the Orla fell on Monday, the mayor said."
NEXT = "Nobody was on it when it came down, he added."


@pytest.mark.parametrize(
    "line, kind",
    [
        ("Share this article", "furniture"),
        ("4 min read", "furniture"),
        ("Comments", "furniture"),
        ("Comments by the mayor drew anger.", "statement"),
        ("|", "furniture"),
        ("Copy Link Copy", "furniture"),
        ("Advertisement", "furniture"),
        ("Advertisement sales fell by a third.", "statement"),
        ("Read more: A bridge too old", "furniture"),
        ("Follow us on Twitter: @TheOrlaPost", "furniture"),
        ("Followers of the mayor blocked the road.", "statement"),
        ("Sign up for our morning letter", "furniture"),
        ("Subscribers of the paper were told first.", "statement"),
        ("Copyright 2016 The Orla Post. All rights reserved.", "furniture"),
        ("Copyright law was changed by parliament.", "statement"),
        ("Terms of the deal were not disclosed.", "statement"),
        ("The bridge over the Orla fell on […]", "furniture"),
        ("With AFP", "furniture"),
        ("With AFP reporters watching, the bridge was blown up.", "statement"),
        ("(Source: Orla Press)", "furniture"),
        ("https://example.org/a-b-c", "furniture"),
        ("By Staff Reporter", "byline"),
        ("Norden Courier Staff Writer", "byline"),
        ("By Ana Ruiz and Bo Lee", "byline"),
        ("By Monday the river had risen again.", "statement"),
        ("Bo Lee contributed to this report.", "byline"),
        ("Bo Lee contributed 500 euros to the fund.", "statement"),
        ("Reporting by Ana Ruiz; Editing by Bo Lee", "byline"),
        ("A boat passes the ruin on Monday. Photo courtesy of Bo Lee.", "caption"),
        ("A boat passes the ruin (Photo: Bo Lee/Orla Post)", "caption"),
        ("The ruin seen from the air. (Reuters Photo)", "caption"),
        ("The ruin seen from the air. / Orla Post and Agencies", "caption"),
        ("He showed a ruin (a photo from Monday shows two).", "statement"),
        ("Two men fled. Video from a camera showed them.", "statement"),
        ("April 24, 2017", "dateline"),
        ("Updated: April 25, 2017 10:15 AM", "dateline"),
        ("(Published Monday, April 24, 2017)", "dateline"),
        ("Published reports from 2015 said so.", "statement"),
        ("12:30 p.m.", "dateline"),
        ("What comes next", "headline"),
        ("‘Gone in a minute’", "headline"),
        ("‘It was gone in a minute.’", "statement"),
    ],
)
def test_lines_in_the_middle(line: str, kind: str) -> None:
    found = cut(f"{LEAD}\n\n{line}\n\n{NEXT}")
    assert {of for of, text in found if text not in (LEAD, NEXT)} == {kind}
    assert found[0] == ("statement", LEAD)
    assert found[-1] == ("statement", NEXT)


@pytest.mark.parametrize(
    "dateline, rest",
    [
        ("ORLA:", "The bridge fell."),
        ("BRIM (Reuters) -", "The bridge fell."),
        ("BRIM, Ala. (WXXZ) —", "The bridge fell."),
        ("Brim, Orlaland (CNN) --", "Two bridges fell."),
        ("NEW BRIM, Orlaland, April 24 (UPI) --", "The bridge fell."),
        ("BRIM At", "At"),
    ],
)
def test_datelines_stand_apart(dateline: str, rest: str) -> None:
    if dateline == "BRIM At":
        assert cut("BRIM At least two bridges fell.") == [
            ("dateline", "BRIM"),
            ("statement", "At least two bridges fell."),
        ]
        return
    found = cut(f"{dateline} {rest}")
    assert found == [("dateline", plain(dateline)), ("statement", rest)]


@pytest.mark.parametrize(
    "text",
    [
        "U.S.-Russian talks failed.",
        "MI-8 helicopters circled above.",
        "The mayor (an engineer) - a calm man - left.",
        "NATO said so.",
    ],
)
def test_no_dateline(text: str) -> None:
    assert cut(text) == [("statement", text)]


def test_a_speaker_in_capitals_further_down_is_no_dateline() -> None:
    assert cut(f"{LEAD}\nMAYOR: We saw it fall.")[1] == ("statement", "MAYOR: We saw it fall.")


def test_a_label_in_capitals_stands_apart() -> None:
    assert cut("UPDATE: The bridge is open.") == [
        ("furniture", "UPDATE:"),
        ("statement", "The bridge is open."),
    ]


def test_headline_in_front() -> None:
    assert cut(f"Bridge falls into the Orla\n{LEAD}")[0] == (
        "headline",
        "Bridge falls into the Orla",
    )


def test_a_text_of_one_line_without_a_full_stop_is_a_statement() -> None:
    assert cut("Bridge falls into the Orla") == [("statement", "Bridge falls into the Orla")]


def test_a_text_that_is_its_title_is_a_statement() -> None:
    text = "Bridge falls into the Orla"
    assert cut(text, title=text) == [("statement", text)]
    assert cut(f"{text}\n{LEAD}", title=text)[0] == ("headline", text)


def test_last_sentence_cut_off_is_a_statement() -> None:
    text = f"{LEAD}\nIt was built by the town"
    assert cut(text)[-1] == ("statement", "It was built by the town")


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "Thu Aug 1 2013 Bridge Falls Into Orla. The bridge fell on Thursday.",
            ["dateline", "headline", "statement"],
        ),
        (
            "Bridge falls into Orla AFP Thursday 1 Aug 2013 The bridge fell.",
            ["headline", "dateline", "statement"],
        ),
        (
            "Published August 1 2013 The bridge fell. (AFP Photo) It was old.",
            ["dateline", "caption", "caption", "statement"],
        ),
        ("Bridge falls into Orla river as rain goes on.", ["statement"]),
    ],
)
def test_front_matter_in_one_line(text: str, expected: list[str]) -> None:
    found = cut(text, title="Bridge falls into Orla")
    assert [kind for kind, _ in found] == expected


def test_hard_wrapped_text_is_joined() -> None:
    text = (
        "The bridge over the river Orla fell on Monday after a week of\n"
        "rain that had raised the water by two metres, the mayor of the\n"
        "town said. Nobody was on it when it came down, he added, since\n"
        "the road had been shut.\n"
    )
    found = sentences(article(text))
    check(text, found)
    assert [(s.paragraph, s.text.endswith(".")) for s in found] == [(0, True), (0, True)]
    assert "\n" not in found[0].text


def test_lines_that_are_paragraphs_stay_apart() -> None:
    text = f"{LEAD}\n{NEXT}\nThe town wants a new one by spring, and soon."
    assert [s.paragraph for s in sentences(article(text))] == [0, 1, 2]


def test_a_lead_printed_twice_states_nothing_new() -> None:
    lead = "The bridge over the river Orla fell on Monday after a week of rain, the mayor said."
    assert [kind for kind, _ in cut(f"{lead}\n{lead}\n{NEXT}")] == [
        "statement",
        "furniture",
        "statement",
    ]


def test_an_agency_behind_the_last_sentence() -> None:
    assert cut(f"{LEAD} {NEXT}--AFP")[1:] == [("statement", NEXT), ("furniture", "--AFP")]


@pytest.mark.parametrize("text", ["", " \n\t\xa0"])
def test_nothing_gives_nothing(text: str) -> None:
    assert sentences(article(text)) == ()


PARTS = st.sampled_from(
    ["\n", " ", "\xa0", "…", "“", "”", "’", '"', "'", ".", "?", "(", ")", "--", "—", "AFP", "By ",
     "Photo: ", "(AFP Photo)", "U.S.", "Lt. ", "Ann ", "said", "1 May 2016", "www.a.b", "|", ";",
     "BRIM (X) - ", "[…]", "Share", "\u202e", "\u200b", "é", "\U0001f600"]
)  # fmt: skip


@settings(deadline=None, max_examples=300)
@given(
    st.one_of(st.text(max_size=300), st.lists(PARTS, max_size=60).map("".join)), st.text(max_size=9)
)
def test_nothing_is_lost(text: str, title: str) -> None:
    check(text, sentences(article(text, title)))


@pytest.mark.parametrize(
    "unit, times",
    [(" ", 50_000), (".", 20_000), ('"', 20_000), ("(Photo ", 5_000), ("1 May 2016 ", 5_000),
     ("print ", 5_000), ("By A ", 5_000), ("AB-", 20_000), ("1", 20_000), ("… ", 10_000)],
)  # fmt: skip
def test_hostile_repetition_is_quick(unit: str, times: int) -> None:
    text = unit * times
    begin = time.perf_counter()
    check(text, sentences(article(text)))
    assert time.perf_counter() - begin < 10
