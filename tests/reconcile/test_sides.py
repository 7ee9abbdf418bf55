"""Two texts as they are given."""

from __future__ import annotations

import pytest

from reconcile.errors import ReconcileError
from reconcile.sides import Pair, Side, read_pair

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
