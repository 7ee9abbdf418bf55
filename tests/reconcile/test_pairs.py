"""Pairs of texts: how they are read, and what of them is judged."""

from __future__ import annotations

import pytest

from reconcile.errors import ReconcileError
from reconcile.pairs import NOTHING, Pair, Side, judge_pair, meet, read_pair
from tests.conftest import WordEncoder

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


DAY = "2021-03-02"
NINE = "A fire at the Lindholm mill in Varsta killed nine workers on Monday."
TWELVE = "The fire at the Lindholm mill in Varsta killed twelve workers on Monday."
FIVE = "Five firefighters were injured at the Lindholm mill in Varsta."


def side(text: str, before: str = "", after: str = "", published: str | None = DAY) -> Side:
    return Side(text, published, "", before, after)


@pytest.mark.model
def test_rival_tolls_are_a_conflict_and_like_ones_are_none(encoder: WordEncoder) -> None:
    found = judge_pair(Pair("1", side(NINE), side(TWELVE)), encoder)
    assert (found.verdict, found.kinds) == ("conflict", ("figure",))
    assert found.values == ("9 workers killed", "12 workers killed")
    assert judge_pair(Pair("1", side(NINE), side(NINE)), encoder).verdict == "agree"


@pytest.mark.model
def test_another_event_is_different(encoder: WordEncoder) -> None:
    game = "Malung beat Orsa by two goals in the final of the regional cup on Sunday."
    found = judge_pair(Pair("1", side(NINE), side(game)), encoder)
    assert found.verdict == "different"
    assert found.score < 0.1


@pytest.mark.model
@pytest.mark.parametrize(
    ("a", "b"),
    [
        (side(""), side(NINE)),
        (side(NINE), side(" \n ")),
        (side(""), side("")),
        (side("?"), side("\x00\ud800")),
    ],
)
def test_a_text_that_states_nothing_is_different(a: Side, b: Side, encoder: WordEncoder) -> None:
    found = judge_pair(Pair("1", a, b), encoder)
    assert (found.verdict, found.score, found.kinds) == ("different", 0.0, ())
    assert found.reason == NOTHING.reason


@pytest.mark.model
def test_the_context_is_read_but_not_judged(encoder: WordEncoder) -> None:
    """The rival toll stands in the context: it is no word of the text to judge."""
    pair = Pair("1", side(NINE, after=FIVE), side(FIVE, before=TWELVE))
    meeting = meet(pair, encoder)
    assert [v.claim.quote.strip(" .") for v in meeting.first] == [NINE.strip(".")]
    assert [v.claim.quote.strip(" .") for v in meeting.second] == [FIVE.strip(".")]
    assert meeting.likeness.shape == (1, 1)
    assert meeting.second[0].before >= {"varsta"}  # the context is known, though
    assert judge_pair(pair, encoder).verdict != "conflict"


@pytest.mark.model
def test_the_context_names_what_the_text_leaves_unsaid(encoder: WordEncoder) -> None:
    alone = meet(Pair("1", side("Twelve workers died."), side(NINE)), encoder)
    told = meet(
        Pair("1", side("Twelve workers died.", before="Varsta mourns."), side(NINE)), encoder
    )
    assert alone.first[0].setting == frozenset()
    assert told.first[0].setting == {"varsta"}


@pytest.mark.model
def test_of_several_claims_a_sure_clash_is_the_verdict(encoder: WordEncoder) -> None:
    both = side(f"{FIVE} {TWELVE}")
    assert judge_pair(Pair("1", side(NINE), both), encoder).verdict == "conflict"
    assert judge_pair(Pair("1", both, side(NINE)), encoder).verdict == "conflict"
    assert len(list(meet(Pair("1", both, both), encoder).pairs())) == 4


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "given", "day"),
    [
        ("VARSTA, March 1, 2021 - A fire killed nine workers.", "2021-03-03", "2021-03-01"),
        ("A fire killed nine workers.", "2021-03-03T10:00:00Z", "2021-03-03"),
        ("A fire killed nine workers.", None, ""),
        ("A fire killed nine workers.", "yesterday", ""),
    ],
)
def test_the_date_line_of_the_text_is_surer_than_the_row(
    text: str, given: str | None, day: str, encoder: WordEncoder
) -> None:
    published = meet(Pair("1", side(text, published=given), side(NINE)), encoder).first[0].published
    assert (published.isoformat() if published else "") == day
