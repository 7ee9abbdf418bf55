"""The parts under the dates that need no parser: chart, lexicon, holidays, stretches."""

import datetime

import pytest

from claims.dates.chart import Grammar
from claims.dates.holidays import HOLIDAYS
from claims.dates.lexicon import classes, lexemes
from claims.dates.spans import Reading, around, days, find_weekday, shift

SUNDAY = datetime.date(2017, 4, 23)


def test_optional_elements_come_as_none_and_words_give_no_value() -> None:
    grammar = Grammar([("DATE: the? <ord> of <month> <year>?", lambda *values: values)])
    dates = [n for n in grammar.parse(lexemes("the 5th of May")) if n.category == "DATE"]
    assert {(n.first, n.value) for n in dates} == {(0, (5, 5, None)), (1, (5, 5, None))}


def test_a_builder_may_refuse() -> None:
    grammar = Grammar([("DAY: <num>", lambda n: n if n < 32 else None)])
    days_found = [n.value for n in grammar.parse(lexemes("31 32")) if n.category == "DAY"]
    assert days_found == [31]


def test_the_earlier_rule_ranks_first() -> None:
    grammar = Grammar([("A: <num>", lambda n: "first"), ("A: <num>", lambda n: "second")])
    found = [(n.rule, n.value) for n in grammar.parse(lexemes("7")) if n.category == "A"]
    assert min(found) == (0, "first")


@pytest.mark.parametrize(
    "word, expected",
    [
        ("may", ("<month>", 5)),
        ("sept", ("<month>", 9)),
        ("tues", ("<wday>", 1)),
        ("5th", ("<ord>", 5)),
        ("1990s", ("<decade>", 1990)),
        ("'90s", ("<decade>", 1990)),
        ("18:30", ("<clock>", 1110)),
        ("p.m.", ("<ampm>", "p")),
        ("2016-08-15", ("<date>", datetime.date(2016, 8, 15))),
        ("22/04/2016", ("<date>", datetime.date(2016, 4, 22))),
    ],
)
def test_class_of_a_word(word: str, expected: tuple[str, object]) -> None:
    assert expected in classes(word)


@pytest.mark.parametrize("word", ["2016-13-40", "25:61", "99/99", "maybe", "sunny", "٣"])
def test_a_word_of_no_date_class(word: str) -> None:
    assert classes(word) == ()


def test_hyphens_mean_day_first_and_slashes_month_first() -> None:
    fourth_of_may, fifth_of_april = datetime.date(2016, 5, 4), datetime.date(2016, 4, 5)
    assert classes("4-5-2016") == (("<either>", (fourth_of_may, fifth_of_april)),)
    assert classes("4/5/2016") == (("<either>", (fifth_of_april, fourth_of_may)),)


def test_tokens_cover_the_text_and_keep_their_place() -> None:
    text = "On Sept. 5, at 6:30p.m., '90s fans left."
    found = lexemes(text)
    assert [text[t.start : t.end] for t in found] == [t.text for t in found]
    assert {"Sept.", "6:30", "p.m.", "'90s"} <= {t.text for t in found}


@pytest.mark.parametrize(
    "name, year, day",
    [
        ("thanksgiving", 2015, (11, 26)),
        ("memorial day", 2016, (5, 30)),
        ("labor day", 2016, (9, 5)),
        ("easter", 2016, (3, 27)),
        ("good friday", 2016, (3, 25)),
        ("martin luther king day", 2017, (1, 16)),
        ("black friday", 2010, (11, 26)),
    ],
)
def test_holiday(name: str, year: int, day: tuple[int, int]) -> None:
    assert HOLIDAYS[name](year) == datetime.date(year, *day)


def test_weekday_of_the_day_itself_is_that_day() -> None:
    assert find_weekday(SUNDAY, 6, future=False) == SUNDAY
    assert find_weekday(SUNDAY, 6, future=True) == SUNDAY
    assert find_weekday(SUNDAY, 0, future=False) == datetime.date(2017, 4, 17)
    assert find_weekday(SUNDAY, 0, future=True) == datetime.date(2017, 4, 24)


@pytest.mark.parametrize(
    "unit, first, last",
    [
        ("week", (2017, 4, 17), (2017, 4, 23)),
        ("weekend", (2017, 4, 22), (2017, 4, 23)),
        ("month", (2017, 4, 1), (2017, 4, 30)),
        ("quarter", (2017, 4, 1), (2017, 6, 30)),
        ("year", (2017, 1, 1), (2017, 12, 31)),
        ("decade", (2010, 1, 1), (2019, 12, 31)),
    ],
)
def test_unit_around_a_day(
    unit: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    assert around(SUNDAY, unit) == (datetime.date(*first), datetime.date(*last))


def test_shift_keeps_to_the_calendar() -> None:
    assert shift(datetime.date(2016, 3, 31), "month", -1) == datetime.date(2016, 2, 29)


def test_ends_go_out_inclusive() -> None:
    assert days(SUNDAY, 2, "absolute").iso() == ("2017-04-23", "2017-04-24")
    noon = datetime.datetime(2017, 4, 23, 12)
    hour = Reading(noon, noon + datetime.timedelta(hours=1), "absolute", fine=True)
    assert hour.iso() == ("2017-04-23T12:00", "2017-04-23T12:59")
