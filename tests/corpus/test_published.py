"""Publication dates: what gives one, and the false friends beside it."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.publication import from_text
from corpus.published import from_url, normal, settle

TODAY = datetime.date(2020, 1, 1)


@pytest.mark.parametrize(
    "value, expected",
    [
        ("2017-04-24", "2017-04-24"),
        ("2017-04-24T10:15:00+03:00", "2017-04-24T10:15:00+03:00"),
        ("2017-04-24T10:15:00Z", "2017-04-24T10:15:00Z"),
        ("2017-04-24 10:15", "2017-04-24T10:15"),
        ("20170424", "2017-04-24"),
        ("Mon, 24 Apr 2017 10:15:00 GMT", "2017-04-24T10:15:00+00:00"),
        ("April 24, 2017", "2017-04-24"),
        ("24 April 2017", "2017-04-24"),
        ("24/04/2017", "2017-04-24"),
        ("03/04/2016", None),
        ("2017", None),
        ("April 2017", None),
        ("2017-02-30", None),
        ("2017-13-01", None),
        ("2020-01-03", None),
        ("2020-01-02", "2020-01-02"),
        ("1970-01-01T00:00:00Z", None),
        ("0001-01-01", None),
        ("2017-W17-1", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_normal(value: str, expected: str | None) -> None:
    assert normal(value, TODAY) == expected


BODY = "The bridge over the Orla fell, the mayor said. It was built in 1982."


@pytest.mark.parametrize(
    "text, day",
    [
        (f"Published July 2 2016 {BODY}", "2016-07-02"),
        (f"Thu Aug 1 2013 {BODY}", "2013-08-01"),
        (f"Date of publication 18 July 2016 {BODY}", "2016-07-18"),
        (f"Title\nApril 24, 2017\n{BODY}", "2017-04-24"),
        (f" date 2017-04-24 WORLD\n{BODY}", "2017-04-24"),
        (f"{BODY}\nUpdated: 3 May 2016", "2016-05-03"),
        (f"Updated: 3 May 2016\nPublished: 2 May 2016\n{BODY}", "2016-05-02"),
        (f"Friday 23 August 2013 U.N. chief speaks. {BODY}", "2013-08-23"),
        (f"Last updated at Jul 152015 {BODY}", "2015-07-15"),
        (f"Posted: Friday, December 26, 2014 4:25 PM EST\n{BODY}", "2014-12-26"),
        (f"24.04.2017 {BODY}", "2017-04-24"),
        (f"18-07-2016 {BODY}", "2016-07-18"),
        (f"AFP Sunday 5 Jun 2016 {BODY}", "2016-06-05"),
        (f"BRIM, Ind. (November 30, 2013) — {BODY}", "2013-11-30"),
        (f"By Ana Ruiz, April 24, 2017\n{BODY}", "2017-04-24"),
        # No publication line.
        (BODY, None),
        ("On April 16 2017 in East Brim, a bridge fell.", None),
        ("July 4 2016 was a holiday.", None),
        ("July 4, 2016, was a holiday.", None),
        ("August 21, 2013: rockets hit the town.", None),
        ("In April 2017 The Orla Post wrote of it.", None),
        ("Published in 2015, the report named the mayor.", None),
        ("Published on July 2 2016 in a journal, the study was wrong.", None),
        (f"The mayor told AFP Sunday 5 Jun 2016 The town was lost. {BODY}", None),
        (f"{BODY} (Published Monday, Oct. 10, 2016)", None),
        (f"Mon Aug 1 2013 {BODY}", None),
        (f"31 June 2016 {BODY}", None),
        (f"Published July 2 2030 {BODY}", None),
        (f"First dead\nMay 1, 2016\n{BODY}\nSecond dead\nJune 9, 2016\n{BODY}", None),
    ],
)
def test_from_text(text: str, day: str | None) -> None:
    found = from_text(text, today=TODAY)
    if day is None:
        assert found is None
    else:
        assert found is not None
        assert [d.isoformat() for d in found.days] == [day]
        assert str(found.days[0].year) in text[found.start : found.end]


def test_from_text_behind_a_known_title() -> None:
    text = f"Bridge falls Monitor AFP Monday 9 Feb 2015 {BODY}"
    found = from_text(text, "Bridge falls Monitor - The Orla Post", TODAY)
    assert found is not None
    assert found.days == (datetime.date(2015, 2, 9),)


def test_a_date_in_figures_can_mean_two_days() -> None:
    found = from_text(f"03-04-2016 {BODY}", today=TODAY)
    assert found is not None
    dmy, mdy = datetime.date(2016, 4, 3), datetime.date(2016, 3, 4)
    assert set(found.days) == {dmy, mdy}
    assert settle(found.days, None, "") is None
    assert settle(found.days, "2016-03-04T10:00", "") == mdy
    assert settle(found.days, "2016-01-01", "dmy") == dmy
    assert settle(found.days, "2016-01-01", "mdy") == mdy


@pytest.mark.parametrize(
    "url, day",
    [
        ("https://e.org/2017/04/24/bridge", "2017-04-24"),
        ("https://e.org/news/2017-04-24-bridge.html", "2017-04-24"),
        ("https://e.org/world/2017/apr/24/bridge", "2017-04-24"),
        ("http://web.archive.org/web/20170120052353/http://e.org/2016/11/18/x/", "2016-11-18"),
        ("http://web.archive.org/web/20170120052353/http://e.org/x/", None),
        ("https://e.org/2017/04/bridge", None),
        ("https://e.org/2017/13/45/bridge", None),
        ("https://e.org/2017/04/24/on/2016/05/01/x", None),
        ("https://e.org/story/20170424", None),
        ("https://e.org/?d=/2017/04/24/", None),
        ("", None),
    ],
)
def test_from_url(url: str, day: str | None) -> None:
    assert from_url(url, TODAY) == day


@given(st.text(max_size=200), st.text(max_size=20))
def test_nothing_crashes(text: str, title: str) -> None:
    from_text(text, title)
    from_url(text)
    found = normal(text)
    assert found is None or datetime.date.fromisoformat(found[:10])
