from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color

from reconcile.review.lettering import Lettering, encoding, letter


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"LANG": "en_GB.UTF-8"}, "utf-8"),
        ({"LANG": "en_GB.utf8"}, "utf-8"),
        ({"LANG": "C.UTF-8"}, "utf-8"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "C"}, "ascii"),
        ({"LANG": "C"}, "ascii"),
        ({"LANG": "POSIX"}, "ascii"),
        ({}, "ascii"),
        ({"LC_CTYPE": "C.UTF-8"}, "ascii"),  # put there by Python itself: nothing was said
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, "ascii"),
        ({"LANG": "en_US.ISO-8859-1", "LC_CTYPE": "C.UTF-8"}, "utf-8"),
        ({"LANG": "de_DE.ISO-8859-1"}, "iso8859-1"),
        ({"LANG": "de_DE.ISO-8859-15@euro"}, "iso8859-15"),
        ({"LANG": "xx_XX.no-such-thing"}, "ascii"),
        ({"LC_ALL": "", "LC_CTYPE": "en_US.UTF-8", "LANG": "C"}, "utf-8"),
    ],
)
def test_the_encoding_goes_by_the_locale(environ: dict[str, str], expected: str) -> None:
    assert encoding(environ) == expected


@pytest.mark.parametrize(
    ("char", "ascii_", "latin"),
    [
        ("a", "a", "a"),
        ("é", "e", "é"),
        ("≠", "!", "!"),
        ("—", "-", "-"),
        ("“", '"', '"'),
        ("│", "|", "|"),
        ("█", "#", "#"),
        ("Ж", "Z", "Z"),
        ("中", "Zh", "Zh"),
        ("😀", ":g", ":g"),
        ("\u0301", "", ""),  # takes no column
        ("\ue000", "?", "?"),  # has nothing like it
        ("␛", "?", "?"),
    ],
)
def test_a_letter_the_encoding_lacks_is_shown_by_what_looks_like_it(
    char: str, ascii_: str, latin: str
) -> None:
    assert letter("ascii", char) == ascii_
    assert letter("iso8859-1", char) == latin


@given(st.characters(exclude_categories=["Cc", "Cs"]))
def test_a_letter_keeps_its_width(char: str) -> None:
    shown = letter("ascii", char)
    assert shown.isascii()
    assert len(shown) == cell_len(char)


def test_segments_keep_styles_and_controls() -> None:
    segments = [Segment("≠ x", None), Segment("plain", None)]
    made = Lettering("ascii").apply(segments, Color(0, 0, 0))
    assert [segment.text for segment in made] == ["! x", "plain"]
    assert made[1] is segments[1]
