"""The sentence around a place in a text."""

from __future__ import annotations

import pytest

from reconcile.sentences import sentence_at, sentence_bounds
from reconcile.views import REACH


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("One. Two died. Three.", 6, "Two died."),
        ("One. Two died. Three.", 5, "Two died."),  # where it begins
        ("x" * 9000, 4500, "x" * (4 * REACH)),  # no further
        ("One", 0, "One"),
        ("", 0, ""),
        ("Title\nNine died. More.", 7, "Nine died."),
    ],
)
def test_sentence_bounds(text: str, at: int, expected: str) -> None:
    first, last = sentence_bounds(text, at)
    assert text[first:last] == sentence_at(text, at) == expected
