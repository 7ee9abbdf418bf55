"""Two texts as they are given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.errors import ReconcileError
from reconcile.reading.records import Excerpt
from reconcile.sides import Pair, Side, excerpt_of, in_sentence, read_pair

TEXT = {"text": "It burned."}


def test_read_pair() -> None:
    row = {
        "id": 7,
        "a": {"text": "It burned.", "published": "2021-03-02", "outlet": "Ember", "before": "So."},
        "b": {"text": "It did not.", "after": None, "title": "Fire", "colour": "red"},
    }
    assert read_pair(row, 3) == Pair(
        "7",
        Side("It burned.", published="2021-03-02", outlet="Ember", before="So."),
        Side("It did not.", title="Fire"),
    )


def test_a_pair_without_an_id_is_named_by_its_line() -> None:
    assert read_pair({"a": TEXT, "b": TEXT}, 12).id == "12"


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ([], "want an object with a and b, got list"),
        ("a", "want an object with a and b, got str"),
        (None, "want an object with a and b, got NoneType"),
        ({}, '"a" needs an object with a "text"'),
        ({"a": TEXT}, '"b" needs an object with a "text"'),
        ({"a": TEXT, "b": "It burned."}, '"b" needs an object with a "text"'),
        ({"a": TEXT, "b": {"text": None}}, '"b" needs an object with a "text"'),
        ({"a": {"text": 5}, "b": TEXT}, '"a" needs an object with a "text"'),
        ({"a": TEXT, "b": {"text": "x", "published": 2021}}, '"b.published" is not a text'),
        ({"a": {"text": "x", "before": ["y"]}, "b": TEXT}, '"a.before" is not a text'),
    ],
)
def test_what_is_no_pair_is_one_line_that_names_the_line(row: object, message: str) -> None:
    with pytest.raises(ReconcileError) as caught:
        read_pair(row, 5)
    assert str(caught.value) == f"line 5: {message}"


@pytest.mark.parametrize(
    ("before", "text", "after", "read"),
    [
        ("", "Nine died.", "", "[Nine died.]"),
        ("It rained. When planes came,", "nine died", ", he said. He left.",
         "When planes came, [nine died], he said."),
        ("It rained.", "Nine died", ".", "[Nine died.]"),
        ("It rained.", " He left. ", "She stayed.", "[He left.]"),
        ("", "He said “we go.”", "Nine died in Orsa.", "[He said “we go.”]"),
        ("He left.\n", "Nine die in Orsa", "\n\nIt rained.", "[Nine die in Orsa]"),
        ("It rained.", "“Nine", "died,” he said.", "[“Nine] died,” he said."),
        ("He left.", "", "It rained.", "[]"),
    ],
)  # fmt: skip
def test_a_text_stands_in_its_sentence(before: str, text: str, after: str, read: str) -> None:
    found = excerpt_of(Side(text, before=before, after=after))
    one, other = found.text[: found.start], found.text[found.end :]
    assert f"{one}[{found.read}]{other}" == read
    assert found.part == (not read.startswith("[") or not read.endswith("]"))


@given(st.text(alphabet='ab. \n"”’A1,', max_size=80), st.data())
def test_a_stretch_is_within_its_sentences_and_they_within_the_text(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, found = in_sentence(text, start, end)
    assert text[first : first + len(found.text)] == found.text
    assert 0 <= found.start <= found.end <= len(found.text)
    assert text[start:end].strip() in found.read
    if not text[start:end].strip():
        assert found == Excerpt.whole("")
