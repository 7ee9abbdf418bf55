"""Clock times put in words, and hours of another day's evening."""

from __future__ import annotations

import datetime

import pytest

from claims.dates import find_dates
from tests.conftest import read_line

pytestmark = pytest.mark.model

THURSDAY = datetime.date(2019, 5, 16)


def moments(text: str) -> list[str | None]:
    return [when.from_ for when in find_dates(read_line(text), THURSDAY)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was ten to seven on Monday morning when the wall fell.", "2019-05-13T06:50"),
        ("The wall fell at a quarter past eight on Monday evening.", "2019-05-13T20:15"),
        ("The wall fell at twenty past two on Monday afternoon.", "2019-05-13T14:20"),
        ("The wall fell at five minutes to three on Monday afternoon.", "2019-05-13T14:55"),
        ("The wall fell just after six on Monday morning.", "2019-05-13T06:00"),
        ("He was seen on Monday, and she came at 11 the previous evening.", "2019-05-12T23:00"),
        ("He fled on Monday and was caught at nine the next morning.", "2019-05-14T09:00"),
        ("He fled on Monday and was caught at 11 that night.", "2019-05-13T23:00"),
    ],
)
def test_clock_in_words(text: str, expected: str) -> None:
    assert expected in moments(text)


@pytest.mark.parametrize(
    "text",
    [
        "The motion passed by ten to seven.",
        "Ten to seven people came.",
        "He arrived at number six.",
        "They lost about ten the previous season.",
        "Two out of the six past members came.",
    ],
)
def test_no_clock(text: str) -> None:
    assert not any("T" in (moment or "") for moment in moments(text))
