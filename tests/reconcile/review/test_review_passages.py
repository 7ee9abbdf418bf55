from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.records import Claim
from reconcile.review.passages import (
    LONGEST,
    Marked,
    differing,
    pair,
    paragraph,
    passage,
    value_spans,
    whole,
)
from tests.conftest import make_claim, make_figure, make_when

TEXT = "The day was calm. Nobody came.\n\nThe dam broke. Nine died at the dam. It is shut.\n\nEnd."
QUOTE = "Nine died at the dam"


def quoted(text: str, quote: str) -> Claim:
    return make_claim(quote, start=text.index(quote))


def shown(text: str, quote: str, reach: int = 500) -> str:
    return "".join(piece.text for piece in passage(text, Marked(quoted(text, quote)), reach))


@pytest.mark.parametrize(
    ("text", "quote", "reach", "expected"),
    [
        (TEXT, QUOTE, 500, "The dam broke. Nine died at the dam. It is shut."),
        (TEXT, QUOTE, 10, "… Nine died at the dam. …"),
        (TEXT, "Nobody came", 500, "The day was calm. Nobody came."),
        (TEXT, "End", 500, "End."),
        ("A line.\nNine died\nat the dam.\nMore.", "Nine died", 500, "Nine died"),
        ("A line.\nNine died.\n\nMore.", "Nine died", 500, "A line. Nine died."),
        ("So. It was " + "dry " * 9 + QUOTE, QUOTE, 9, "… It was " + "dry " * 9 + QUOTE),
        (QUOTE + " dry" * 9 + ". It was so.", QUOTE, 9, QUOTE + " dry" * 9 + ". …"),
        ("word " * 60 + QUOTE, QUOTE, 12, "… word word Nine died at the dam"),
        (QUOTE + " word" * 60 + ".", QUOTE, 12, "Nine died at the dam word word …"),
        ("x" * 300 + " " + QUOTE, QUOTE, 12, "… Nine died at the dam"),
        ("x" * 300 + QUOTE, QUOTE, 12, "… " + "x" * 12 + QUOTE),
        ("", QUOTE, 500, QUOTE),
    ],
)
def test_a_quote_stands_in_its_paragraph(text: str, quote: str, reach: int, expected: str) -> None:
    claim = quoted(text, quote) if text else make_claim(quote)
    assert "".join(p.text for p in passage(text, Marked(claim), reach)) == expected


def test_pieces_say_what_is_quoted_and_what_was_compared() -> None:
    claim = make_claim(QUOTE, figures=[make_figure("Nine", 9)], start=TEXT.index(QUOTE))
    marked = Marked(claim, tuple(value_spans(claim, "9 people killed")))
    pieces = passage(TEXT, marked, 500)
    assert [(p.text, p.quoted, p.value) for p in pieces] == [
        ("The dam broke. ", False, False),
        ("Nine", True, True),
        (" died at the dam", True, False),
        (". It is shut.", False, False),
    ]


def test_a_quote_over_two_paragraphs_is_whole() -> None:
    text = "One.\n\nTwo began\n\nand ended. So."
    assert shown(text, "Two began\n\nand ended") == "Two began and ended. So."


@pytest.mark.parametrize(
    ("claim", "value", "words"),
    [
        (make_claim("9 died, 40 hurt", figures=[make_figure("9", 9)]), "9 people killed", ["9"]),
        (
            make_claim(
                "9 hurt, 9 died",
                figures=[
                    make_figure("9 hurt", 9, role="injured"),
                    make_figure("9 died", 9, role="killed"),
                ],
            ),
            "9 people killed",
            ["9 died"],
        ),
        (
            make_claim("more than 80 died", figures=[make_figure("more than 80", 81, None)]),
            "81 or more people killed",
            ["more than 80"],
        ),
        (
            make_claim("dozens died", figures=[make_figure("dozens", 20, 199)]),
            "20 to 199 people killed",
            ["dozens"],
        ),
        (
            make_claim("some 1,200 fled", figures=[make_figure("some 1,200", 1080, 1320)]),
            "1,080 to 1,320 people displaced",
            ["some 1,200"],
        ),
        (
            make_claim("it fell on 3 May", when=[make_when("3 May", "2031-05-03")]),
            "2031-05-03",
            ["3 May"],
        ),
        (make_claim("the Army shelled it"), "the army", ["the Army"]),
        (make_claim("she was arrested at home"), "arrest", ["arrested"]),
        (make_claim("the rebels of the north shot"), "rebels in north", ["rebels", "north"]),
        (make_claim("nothing of the kind"), "release", []),
        (make_claim("the of and"), "the of and", ["the of and"]),
        (make_claim("anything"), "", []),
        (make_claim("a (b [c"), "(b [c", ["(b [c"]),
    ],
)
def test_compared_values_are_found_in_the_quote(claim: Claim, value: str, words: list[str]) -> None:
    assert [claim.quote[start:end] for start, end in value_spans(claim, value)] == words


@pytest.mark.parametrize(
    ("a", "b", "only_a", "only_b"),
    [
        ("Three died in the fire", "Nine died in the fire", ["Three"], ["Nine"]),
        ("The fire killed nine", "the Fire killed nine", [], []),
        ("The nine died in a fire", "Nine died in the fire", [], []),  # words that say little
        ("One thing", "something else altogether happened", [], []),  # nothing in common
        ("", "", [], []),
        ("died here " * LONGEST, "died there " * LONGEST, [], []),  # too long to compare
    ],
)
def test_words_of_one_side_only(a: str, b: str, only_a: list[str], only_b: list[str]) -> None:
    first, second = make_claim(a, start=7), make_claim(b, start=3)
    spans = differing(first, second)
    for claim, found, expected in zip((first, second), spans, (only_a, only_b), strict=True):
        assert [claim.quote[s - claim.start : e - claim.start] for s, e in found] == expected


def test_a_pair_without_values_has_none_marked() -> None:
    a, b = pair(make_claim("Three died"), make_claim("Nine died"), ())
    assert (a.values, b.values) == ((), ())


@given(st.text(max_size=200), st.data())
def test_whatever_the_text_the_passage_holds_the_quote_and_nothing_that_acts(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    reach = data.draw(st.integers(0, 50))
    claim = make_claim(text[start:end], start=start)
    first, last = paragraph(text, start, end)
    assert first <= start <= end <= last
    for pieces in (passage(text, Marked(claim), reach), whole(text, Marked(claim))):
        joined = "".join(piece.text for piece in pieces)
        assert all(char.isprintable() or char in " \n\t" or ord(char) > 0x7F for char in joined)
        assert "\x1b" not in joined
        assert "\x9b" not in joined


def test_a_quote_and_an_article_beyond_all_measure_are_cut() -> None:
    text = "a" * 300_000
    claim = make_claim(text[100_000:200_000], start=100_000)
    assert len("".join(p.text for p in passage(text, Marked(claim), 10))) < 2_100
    claim = make_claim(text[100_000:100_010], start=100_000)
    pieces = whole(text, Marked(claim))
    assert pieces[0].text == "… (70,000 characters)\n"
    assert pieces[-1].text == "\n… (169,990 characters)"


def test_marks_stay_in_place_around_what_is_made_visible() -> None:
    text = "\x1b[2J\u202ekcatta\u202c Nine died \x07here."
    claim = make_claim("Nine died", figures=[make_figure("Nine", 9)], start=text.index("Nine"))
    pieces = whole(text, Marked(claim, tuple(value_spans(claim, "9 killed"))))
    assert [p.text for p in pieces if p.value] == ["Nine"]
    assert [p.text for p in pieces if p.quoted] == ["Nine", " died"]
    assert pieces[0].text.startswith("␛[2J‹U+202E›")
