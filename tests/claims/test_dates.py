"""Dates: what they stand for, each with the false friend beside it."""

import datetime
import functools
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.dates import find_dates
from claims.parse import Parsed, parse
from claims.records import When
from corpus.records import Sentence

pytestmark = pytest.mark.model

MONDAY = datetime.date(2017, 4, 24)
"""Day of publication in all cases that do not say otherwise."""


@functools.cache
def parsed(text: str, start: int = 0) -> Parsed:
    sentence = Sentence(start, start + len(text), text, "statement", 0)
    return next(parse([sentence]))


def found(text: str, published: datetime.date | None = MONDAY) -> list[tuple[str, ...]]:
    return [(w.text, w.from_, w.to) for w in find_dates(parsed(text), published)]


def only(text: str, published: datetime.date | None = MONDAY) -> When:
    (when,) = find_dates(parsed(text), published)
    return when


ABSOLUTE = [
    ("The town fell on 5 January 2016.", "2016-01-05", "2016-01-05"),
    ("The town fell on January 5, 2016.", "2016-01-05", "2016-01-05"),
    ("The town fell on the 5th of January 2016.", "2016-01-05", "2016-01-05"),
    ("The town fell on Tuesday, Jan. 5, 2016.", "2016-01-05", "2016-01-05"),
    ("The town fell on 2016-01-05.", "2016-01-05", "2016-01-05"),
    ("The town fell on 15/01/2016.", "2016-01-15", "2016-01-15"),
    ("The town fell in January 2016.", "2016-01-01", "2016-01-31"),
    ("The town fell in 2016.", "2016-01-01", "2016-12-31"),
    ("The town fell in the 1990s.", "1990-01-01", "1999-12-31"),
    ("The 1982 siege left scars.", "1982-01-01", "1982-12-31"),
    ("They lost it in the 1967 Six Day War.", "1967-01-01", "1967-12-31"),
    ("It fell in nineteen eighty-four.", "1984-01-01", "1984-12-31"),
    ("It fell in October two thousand and five.", "2005-10-01", "2005-10-31"),
    ("He was born on 03/18/40.", "1940-03-18", "1940-03-18"),
    ("The town fell on Friday (Jan. 15, 2016).", "2016-01-15", "2016-01-15"),
    ("They fled after 2014's floods.", "2014-01-01", "2014-12-31"),
]

PARTIAL = [
    ("The town fell on January 5.", "2017-01-05", "2017-01-05"),
    ("The town fell on December 5.", "2016-12-05", "2016-12-05"),
    ("The town will vote on December 5.", "2017-12-05", "2017-12-05"),
    ("The town fell in April.", "2017-04-01", "2017-04-30"),
    ("The town fell in June.", "2016-06-01", "2016-06-30"),
    ("Elections are due in June.", "2017-06-01", "2017-06-30"),
    ("The town fell on the 21st.", "2017-04-21", "2017-04-21"),
    ("The June 3 poll was disputed.", "2017-06-03", "2017-06-03"),
    ("The November 3 poll was disputed.", "2016-11-03", "2016-11-03"),
]

RELATIVE = [
    ("The town fell on Sunday.", "2017-04-23", "2017-04-23"),
    ("The town fell on Monday.", "2017-04-24", "2017-04-24"),
    ("The envoy will meet the minister on Tuesday.", "2017-04-25", "2017-04-25"),
    ("The envoy is scheduled to meet the minister on Monday.", "2017-04-24", "2017-04-24"),
    ("The hearing is scheduled May 15.", "2017-05-15", "2017-05-15"),
    ("The town fell in October last year.", "2016-10-01", "2016-10-31"),
    ("The hearing is scheduled for Thursday.", "2017-04-27", "2017-04-27"),
    ("The town fell yesterday.", "2017-04-23", "2017-04-23"),
    ("The town fell last month.", "2017-03-01", "2017-03-31"),
    ("The town fell last year.", "2016-01-01", "2016-12-31"),
    ("The town fell last week.", "2017-04-17", "2017-04-23"),
    ("The town fell last weekend.", "2017-04-22", "2017-04-23"),
    ("The town fell earlier this year.", "2017-01-01", "2017-04-23"),
    ("The town fell over the past week.", "2017-04-17", "2017-04-24"),
    ("Ten fell over the past 24 hours.", "2017-04-23", "2017-04-24"),
    ("The town fell in the past four years.", "2013-04-24", "2017-04-24"),
    ("The town fell three days ago.", "2017-04-21", "2017-04-21"),
    ("The town fell last May.", "2016-05-01", "2016-05-31"),
    ("The talks will resume in two weeks.", "2017-05-08", "2017-05-08"),
    ("The town fell this week.", "2017-04-23", "2017-04-30"),
    ("Ten fell in the past days.", "2017-04-17", "2017-04-24"),
    ("The town fell two weeks and two days ago.", "2017-04-08", "2017-04-08"),
    ("They feared revenge would follow the shooting on Saturday.", "2017-04-22", "2017-04-22"),
    ("He said the talks would begin on Saturday.", "2017-04-29", "2017-04-29"),
    ("Deputies were called to the house on Friday.", "2017-04-21", "2017-04-21"),
    ("The vote was moved to Friday.", "2017-04-28", "2017-04-28"),
    ("The office will answer within two business days.", "2017-04-25", "2017-04-26"),
    ("They met last workweek.", "2017-04-17", "2017-04-21"),
    ("It was the worst raid to date.", "2017-04-24", "2017-04-24"),
]

CLOCK = [
    ("They entered on Sunday at 6:30 p.m.", "2017-04-23T18:30", "2017-04-23T18:30"),
    ("They entered at 6:30 p.m. Sunday.", "2017-04-23T18:30", "2017-04-23T18:30"),
    ("They entered about 3:15 p.m. on Sunday.", "2017-04-23T15:00", "2017-04-23T15:30"),
    ("They entered on Sunday between 3 and 4:30 p.m.", "2017-04-23T15:00", "2017-04-23T16:30"),
    ("They entered on Thursday night.", "2017-04-20T18:00", "2017-04-21T05:59"),
    ("They entered last night.", "2017-04-23T18:00", "2017-04-24T05:59"),
    ("They entered overnight.", "2017-04-23T18:00", "2017-04-24T08:59"),
    ("They entered on Sunday evening.", "2017-04-23T16:00", "2017-04-23T23:59"),
    ("They entered early Sunday.", "2017-04-23T00:00", "2017-04-23T09:59"),
    ("They entered this afternoon.", "2017-04-24T12:00", "2017-04-24T17:59"),
    ("They hit it on Sunday afternoon and evening.", "2017-04-23T12:00", "2017-04-23T23:59"),
    ("They came at five-thirty on Sunday evening.", "2017-04-23T17:30", "2017-04-23T17:30"),
    ("It read Wed Oct 26 15:50:06 2016 at its foot.", "2016-10-26T15:50", "2016-10-26T15:50"),
]

STRETCHES = [
    ("They fled between 11 and 15 March.", "2017-03-11", "2017-03-15"),
    ("They fled between 11 and 15 August.", "2016-08-11", "2016-08-15"),
    ("The fair runs from April 20 to May 7.", "2017-04-20", "2017-05-07"),
    ("The fair ran from May 7 to June 2.", "2016-05-07", "2016-06-02"),
    ("Schools will close for two weeks starting Wednesday.", "2017-04-26", "2017-05-09"),
    ("They fled in late April.", "2017-04-20", "2017-04-30"),
    ("They rested in the week of March 6.", "2017-03-06", "2017-03-12"),
    ("Sales fell in Q1.", "2017-01-01", "2017-03-31"),
    ("They fled between the 11th and the 15th.", "2017-04-11", "2017-04-15"),
    ("They fled 11-15 August 2016.", "2016-08-11", "2016-08-15"),
    ("They fled from December 28 to January 3, 2017.", "2016-12-28", "2017-01-03"),
    ("They fled from Monday to Thursday.", "2017-04-17", "2017-04-20"),
    ("They fled between November and February.", "2016-11-01", "2017-02-28"),
    ("They fled from 2012 to 2014.", "2012-01-01", "2014-12-31"),
    ("They fled in late March.", "2017-03-20", "2017-03-31"),
    ("They fled in early 2016.", "2016-01-01", "2016-04-30"),
    ("They fled in mid-2016.", "2016-05-01", "2016-08-31"),
    ("They fled in the first half of the year.", "2017-01-01", "2017-06-30"),
    ("They fled in the third quarter of 2016.", "2016-07-01", "2016-09-30"),
    ("They fled in the last week of July 2016.", "2016-07-25", "2016-07-31"),
    ("They fled in the summer of 2016.", "2016-06-01", "2016-09-22"),
]

HOLIDAYS = [
    ("He died on Christmas Day.", "2016-12-25", "2016-12-25"),
    ("He died on New Year's Eve.", "2016-12-31", "2016-12-31"),
    ("He died on Thanksgiving.", "2016-11-24", "2016-11-24"),
    ("He died on Easter Sunday.", "2017-04-16", "2017-04-16"),
    ("He died on Memorial Day 2015.", "2015-05-25", "2015-05-25"),
    ("He died on Labor Day.", "2016-09-05", "2016-09-05"),
    ("He died on July 4.", "2016-07-04", "2016-07-04"),
]


@pytest.mark.parametrize(
    "text, first, last", ABSOLUTE + PARTIAL + RELATIVE + CLOCK + STRETCHES + HOLIDAYS
)
def test_one_date(text: str, first: str, last: str) -> None:
    when = only(text)
    assert (when.from_, when.to) == (first, last)


NONE = [
    "She may march on the capital for a second time.",
    "The Sun and the Sunday Times carried the story.",
    "Fighters of Black September and the April 6 Movement were there.",
    "Prime Minister Theresa May met April Jones.",
    "They fired 2011 rounds under UN resolution 2254.",
    "It happened in the 2000 block of East 75th St.",
    "A 17-year-old fought for three hours in the six-year war.",
    "The 24-hour shop sold 3.5 tonnes at 3-1.",
    "Call 212-555-1998 or pay $2016 for flight 2015.",
    "About 2,016 men and 1990 women came.",
    "They pray every Monday and on Sundays.",
    "On a Friday they rest, day after day.",
    "He is a man in his 50s.",
    "After the fall of the city they will spring forward.",
    "Russia Today broadcast the clip.",
    "The clip of 2:51 follows weeks of quiet.",
    "He was in his last year of school.",
    "They were shot at a Halloween party.",
    "The Christmas lights were stolen.",
    "They served two thousand twenty meals in nineteen rooms.",
    "They were told to date the bones and keep the list up to date.",
    "They took tram Q1 and asked Q2.",
    "In nearly two years of siege a 5-year-old saw a four-decade rule end.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_date(text: str) -> None:
    assert found(text) == []


def test_the_number_after_a_month_may_count() -> None:
    assert found("In April 15 people were killed.") == [("April", "2017-04-01", "2017-04-30")]
    assert found("On April 15 they left.") == [("April 15", "2017-04-15", "2017-04-15")]


def test_a_vote_put_off_has_two_days_and_a_truce_one_stretch() -> None:
    put_off = found("The vote was postponed from Monday to Wednesday.")
    assert [text for text, *_ in put_off] == ["Monday", "Wednesday"]
    assert len(found("The truce held from Monday to Wednesday.")) == 1


ROLES = [
    ("They have held the town since August 2016.", "since"),
    ("Nine have died since the raids began in February.", "since"),
    ("It has been at war since the outbreak of fighting in 2011.", "since"),
    ("The truce held until Friday.", "until"),
    ("They left before Friday.", "until"),
    ("They left before Friday's raid.", "event"),
    ("They left on Friday.", "event"),
    ("The revolt began in 2011.", "background"),
    ("They will leave as late as Friday.", "until"),
    ("They may leave as early as Friday.", "since"),
    ("It was the worst raid to date.", "until"),
    ("It holds on 1 May 2017 and after.", "since"),
    ("They took the town, which rebels had seized last month.", "background"),
]


@pytest.mark.parametrize("text, role", ROLES)
def test_role(text: str, role: str) -> None:
    assert only(text).role == role


def test_since_keeps_the_interval_named() -> None:
    when = only("They have held the town since August 2016.")
    assert (when.text, when.from_, when.to) == ("August 2016", "2016-08-01", "2016-08-31")


@pytest.mark.parametrize("text", ["It fell on Sunday.", "It fell last month.", "It fell in May."])
def test_without_publication_day_nothing_is_guessed(text: str) -> None:
    when = only(text, None)
    assert (when.from_, when.to, when.anchor) == (None, None, "none")


def test_without_publication_day_the_absolute_stands() -> None:
    assert only("It fell in May 2015.", None).anchor == "absolute"


CONTEXT = When("March 21", 0, 8, "2017-03-21", "2017-03-21", "published", "event")


@pytest.mark.parametrize(
    "text, first, last",
    [
        ("Two days earlier they had left.", "2017-03-19", "2017-03-19"),
        ("They left the next day.", "2017-03-22", "2017-03-22"),
        ("They left the day after.", "2017-03-22", "2017-03-22"),
        ("They left later in the day.", "2017-03-21", "2017-03-21"),
        ("They left that day.", "2017-03-21", "2017-03-21"),
        ("They left the same month.", "2017-03-01", "2017-03-31"),
        ("They left the following week.", "2017-03-27", "2017-04-02"),
        ("They left at 6 p.m. that evening.", "2017-03-21T18:00", "2017-03-21T18:00"),
        ("They left at about 7:20 a.m.", "2017-03-21T07:05", "2017-03-21T07:35"),
    ],
)
def test_counted_from_the_day_told_last(text: str, first: str, last: str) -> None:
    dates = find_dates(parsed(text), MONDAY, [CONTEXT])
    assert (dates[0].from_, dates[0].to, dates[0].anchor) == (first, last, "context")


@pytest.mark.parametrize(
    ("told", "first"),
    [("21 March 2017", "2016-11-20"), ("March 2017", "2016-11-20"), ("2017", None)],
)
def test_without_publication_day_a_year_dates_no_month(told: str, first: str | None) -> None:
    earlier = parsed(f"They were shelled in {told}.")
    dated = find_dates(earlier, None)
    later = parsed("Nine have died since the end of November.", 100)
    (when,) = find_dates(later, None, dated, [earlier])
    assert when.from_ == first


def test_counted_from_an_event() -> None:
    earlier = "They announced an offensive on March 21."
    dated = find_dates(parsed(earlier), MONDAY)
    later = parsed("He spoke the day after the offensive began.", 100)
    (when,) = find_dates(later, MONDAY, dated, [parsed(earlier)])
    assert (when.from_, when.to, when.anchor) == ("2017-03-22", "2017-03-22", "context")


def test_an_event_nobody_dated_stays_open() -> None:
    earlier = "They announced an offensive on March 21."
    dated = find_dates(parsed(earlier), MONDAY)
    later = parsed("He spoke the day after the wedding.", 100)
    (when,) = find_dates(later, MONDAY, dated, [parsed(earlier)])
    assert (when.from_, when.to, when.anchor) == (None, None, "none")


def test_a_lone_time_is_of_the_day_of_the_event_not_of_the_report() -> None:
    event = "A boy was shot on Friday."
    report = "Police named him on Sunday, the coroner said Sunday night."
    sentences = [parsed(event), parsed(report, 100)]
    told: list[When] = []
    for number, sentence in enumerate(sentences):
        told += find_dates(sentence, MONDAY, told, sentences[:number])
    (when,) = find_dates(parsed("He was hit at 11:30 a.m.", 200), MONDAY, told, sentences)
    assert (when.from_ or "")[:10] == "2017-04-21"


def test_where_only_the_report_has_a_day_it_is_that_of_the_event() -> None:
    first = parsed("Police said on Friday that a boy was shot.")
    told = find_dates(first, MONDAY)
    (when,) = find_dates(parsed("He was hit at 11:30 a.m.", 100), MONDAY, told, [first])
    assert (when.from_ or "")[:10] == "2017-04-21"


def test_a_lone_time_takes_the_day_of_its_sentence() -> None:
    dates = find_dates(parsed("At about 4 a.m. troops came in on Thursday."), MONDAY)
    assert [(w.from_ or "")[:10] for w in dates] == ["2017-04-20", "2017-04-20"]


def test_a_lone_time_without_any_day_stays_open() -> None:
    when = only("Troops came in at 4 a.m.")
    assert (when.text, when.from_, when.anchor) == ("at 4 a.m.", None, "none")


def test_offsets_are_those_of_the_article() -> None:
    text = "They left on Sunday, and came back on Monday."
    dates = find_dates(parsed(text, 1000), MONDAY)
    assert [text[w.start - 1000 : w.end - 1000] for w in dates] == ["Sunday", "Monday"]


HOSTILE = [
    "",
    "May " * 400,
    "from Monday to " * 200,
    "the " * 500 + "first of the " * 200,
    "1/1/" * 400,
    "early late mid early of the last next " * 80,
    "3 p.m. to " * 200,
    "٣ مارس ２０１６ \u0000 \ud7ff",
    "on February 30, 2016 and 99/99/9999 at 45:99 p.m.",
    "999999999999999999 years ago and in 5000 years, in 9999.",
    "the 99th century, 31 decades ago, 3000 decades earlier",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text(text: str) -> None:
    began = datetime.datetime.now(datetime.UTC)
    dates = find_dates(parsed(text), datetime.date(1, 1, 1))
    dates += find_dates(parsed(text), datetime.date(9999, 12, 31))
    spent = datetime.datetime.now(datetime.UTC) - began
    assert spent < datetime.timedelta(seconds=20)
    assert all(text[w.start : w.end] == w.text for w in dates)


WORDS = (
    "on in since May Monday 5 2016 the first of last next three weeks days ago early late month "
    "at p.m. 6:30 between and to - , from before after year night 11/12 that same every week"
).split()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_any_words(words: list[str]) -> None:
    text = " ".join(words)
    dates = find_dates(parsed(text), MONDAY)
    assert all(text[w.start : w.end] == w.text for w in dates)
    assert all(a.end <= b.start for a, b in itertools.pairwise(dates))
    assert all((w.anchor == "none") == (w.from_ is None) for w in dates)
    assert all((w.from_ or "") <= (w.to or "") for w in dates)
