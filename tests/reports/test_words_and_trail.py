from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from hostile import spoil
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from claims.records import Bound, Figure, Reconciliation, Relation
from reports import escape, words
from reports.lookup import find
from reports.questions import questions
from reports.segments import segments
from reports.terminal import closing_table, show
from reports.trail import differences
from reports.view import View, context


def shown(renderable: object, width: int = 100, colour: bool = False) -> str:
    file = io.StringIO()
    Console(
        file=file, width=width, force_terminal=colour, no_color=not colour, legacy_windows=False
    ).print(renderable)
    return file.getvalue()


@pytest.mark.parametrize(
    "text, expected",
    [
        ("plain, naïve, 中文, עברית", "plain, naïve, 中文, עברית"),
        ("\x1b[2J", "␛[2J"),
        ("a\x9b31mb", "a‹U+009B›31mb"),
        ("a\u202eb", "a‹U+202E›b"),
        ("a\u2066b", "a‹U+2066›b"),
        ("a\u200fb", "ab"),
        ("one\r\ntwo\tthree", "one  two three"),
        ("\x00\x7f", "␀␡"),
        ("x\ud800y", "x\ufffdy"),
    ],
)
def test_acting_characters_are_made_visible(text: str, expected: str) -> None:
    assert escape.safe(text) == expected


@given(st.text(st.characters()))
def test_nothing_acts_after_escaping(text: str) -> None:
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", escape.safe(text))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", escape.safe_block(text))


@pytest.mark.parametrize(
    "url, kept",
    [
        ("https://news.example/a?b=1&c=2", True),
        ("HTTP://news.example/", True),
        ("javascript:alert(1)", False),
        (" https://news.example/", False),
        ("https://news.example/ onclick=x", False),
        ('https://news.example/"', False),
        ("https://news.example/\x00", False),
        ("https://news.example/\n", False),
        ("//news.example", False),
        ("", False),
    ],
)
def test_links_are_web_addresses(url: str, kept: bool) -> None:
    assert escape.web_address(url) == (url if kept else "")


@pytest.mark.parametrize(
    "start, end, expected",
    [
        ("2016-08-01", "2016-08-31", "August 2016"),
        ("2016-12-01", "2016-12-31", "December 2016"),
        ("2016-01-01", "2016-12-31", "2016"),
        ("2016-08-01", "2016-08-30", "1 to 30 August 2016"),
        ("2016-08-30", "2016-09-02", "30 August to 2 September 2016"),
        ("2016-12-31", "2017-01-01", "31 December 2016 to 1 January 2017"),
        ("2017-04-23", "2017-04-23", "23 April 2017"),
        ("2017-04-23T06:00", "2017-04-23T12:00", "23 April 2017"),
        ("2017-04-23", None, "23 April 2017 or later"),
        (None, "2017-04-23", "23 April 2017 or earlier"),
        (None, None, "date unknown"),
        ("9999-12-01", "9999-12-31", "1 to 31 December 9999"),
        ("next week", "then", "next week to then"),
    ],
)
def test_periods_in_words(start: str | None, end: str | None, expected: str) -> None:
    assert words.period(start, end) == expected


@pytest.mark.parametrize(
    "value, expected",
    [
        ("2017-04-23", "23 April 2017"),
        ("2016-08-01/2016-08-31", "August 2016"),
        ("captured 2017-04-23, not 2017-05", "captured 23 April 2017, not May 2017"),
        ("12 killed", "12 killed"),
        ("in 2016", "in 2016"),
        ("1234-5678", "1234-5678"),
        ("2017-99-01", "2017-99-01"),
    ],
)
def test_values_in_words(value: str, expected: str) -> None:
    assert words.value(value) == expected


@pytest.mark.parametrize(
    "noun, many",
    [
        ("person", "people"),
        ("bus driver", "bus drivers"),
        ("child", "children"),
        ("body", "bodies"),
        ("boy", "boys"),
        ("church", "churches"),
        ("people", "people"),
        ("", ""),
    ],
)
def test_plurals(noun: str, many: str) -> None:
    assert words.plural(noun) == many


@pytest.mark.parametrize(
    "low, high, expected",
    [(12, 12, "12"), (12, 15, "12 to 15"), (81, None, "81 or more"), (49821, 49821, "49,821")],
)
def test_spans(low: float, high: float | None, expected: str) -> None:
    assert words.span(low, high) == expected


@pytest.mark.parametrize(
    ("text", "low", "high", "bound", "expected"),
    [
        ("more than 80", 81, None, "at_least", "more than 80"),
        ("at least 80", 80, None, "at_least", "80 or more"),
        ("fewer than 50", 0, 49, "at_most", "fewer than 50"),
        ("up to 50", 0, 50, "at_most", "up to 50"),
        ("no more than 2 to 50", 2, 50, "at_most", "2 to 50"),
        ("12", 12, 12, "exact", "12"),
    ],
)
def test_a_number_is_shown_as_its_source_puts_it(
    text: str, low: float, high: float | None, bound: Bound, expected: str
) -> None:
    assert words.stated(Figure(text, 0, len(text), low, high, "", "", "", "", bound)) == expected


def test_a_measure_has_its_unit_in_the_plural() -> None:
    item = Figure("18 km", 0, 5, 18, 18, "", "kilometer", "", "", "exact")
    assert words.figure(item) == "18 kilometers"
    money = Figure("$4", 0, 2, 4, 4, "", "USD", "", "", "exact")
    assert words.figure(money) == "4 USD"


def test_disputes_are_questions_with_sides(rec: Reconciliation) -> None:
    tolls, bridge = View(rec).disputes
    assert tolls.text == "How many traders were killed in the fire at Old Market on 3 May 2031?"
    assert [(side.value, [c.id for c in side.claims]) for side in tolls.sides] == [
        ("12 killed", ["c01"]),
        ("15 killed", ["c02", "c04"]),
    ]
    assert tolls.range == "12 to 15"
    assert bridge.text == "When was the chain bridge closed?"
    assert [side.value for side in bridge.sides] == ["2 May 2031", "3 May 2031"]


def test_other_figures_of_the_same_claims_are_another_question(rec: Reconciliation) -> None:
    claims = {claim.id: claim for claim in rec.claims}
    stalls = Relation(
        "r9", "c01", "c02", "conflict", ("figure",), ("3 hurt", "9 hurt"), "", 0.5, "independent"
    )
    asked = questions([*rec.relations[:2], stalls], claims, {})
    assert [len(question.relations) for question in asked] == [2, 1]


def test_relations_without_values_or_kinds_still_show(rec: Reconciliation) -> None:
    claims = {claim.id: claim for claim in rec.claims}
    bare = Relation("r9", "c01", "c02", "conflict", (), (), "They clash.", 0.5, "")
    (question,) = questions([bare], claims, {})
    assert [side.value for side in question.sides] == ["", ""]
    gone = Relation("r9", "c01", "none", "conflict", (), (), "They clash.", 0.5, "")
    assert questions([gone], claims, {}) == []


@pytest.mark.parametrize(
    "before, quote, after",
    [
        ("", "Two died", ", the mayor said."),
        ("The mayor said ", "two died", "."),
        ("", "It rained.", ""),
    ],
)
def test_a_quote_stands_in_its_sentence(before: str, quote: str, after: str) -> None:
    head = "It was late. " + before
    text = head + quote + after + " Nobody knew why. More."
    found = context(text, len(head), len(head) + len(quote))
    assert (found.before, found.quote, found.after) == (before, quote, after)


@given(st.data())
def test_segments_are_the_text(data: st.DataObject) -> None:
    from tests.reports.conftest import article, build

    text = data.draw(st.text(max_size=30))
    spans = data.draw(st.lists(st.tuples(st.integers(-3, 40), st.integers(-3, 40)), max_size=5))
    model = build().claims[0]
    fields = {name: getattr(model, name) for name in model.__slots__}
    claims = [type(model)(**{**fields, "start": a, "end": b}) for a, b in spans]
    parts = list(segments(article("a", "O", None, text), claims))
    assert "".join(part for part, _ in parts) == text
    for number, (start, end) in enumerate(spans):
        covered = "".join(part for part, covering in parts if number in covering)
        assert covered == text[max(0, start) : max(0, end)]


@pytest.mark.parametrize("identifier", ["a1", "c01", "k1", "r1", "r4"])
@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_trail_leads_to_the_source(identifier: str, width: int, rec: Reconciliation) -> None:
    text = shown(show(rec, identifier), width)
    assert all(len(line) <= width for line in text.splitlines())
    assert re.sub(r"\s", "", "https://news.example/a") in re.sub(r"\s", "", text)


def test_a_claim_shows_everything(rec: Reconciliation) -> None:
    text = shown(show(rec, "c01"), 120)
    for part in (
        "Ada Brandt",
        "Harbour Post",
        "4 May 2031 (from the page's metadata)",
        rec.articles[0].sha256,
        "22 to 100",
        "on Saturday (3 May 2031)",
        "12 traders killed",
        "≠ disputed",
        "relation r1",
        "Valley Wire",
        ", fire chief Ada Brandt said.",
    ):
        assert part in text


def test_differences_are_set_off_without_colour_too() -> None:
    a, b = differences("Twelve were killed", "Fifteen were killed", "bold underline red")
    assert [a.plain[span.start : span.end] for span in a.spans] == ["Twelve"]
    assert [b.plain[span.start : span.end] for span in b.spans] == ["Fifteen"]
    file = io.StringIO()
    Console(file=file, force_terminal=True, no_color=True).print(a)
    assert "\x1b[1;4m" in file.getvalue()
    assert "\x1b[1;4;31m" not in file.getvalue()


def test_quotes_stand_side_by_side_where_there_is_room(rec: Reconciliation) -> None:
    wide, narrow = shown(show(rec, "r1"), 120), shown(show(rec, "r1"), 60)
    assert any("Twelve" in line and "Fifteen" in line for line in wide.splitlines())
    assert not any("Twelve" in line and "Fifteen" in line for line in narrow.splitlines())


@pytest.mark.parametrize("identifier", ["a1", "c01", "k1", "r1", "s1"])
def test_hostile_words_do_nothing_in_a_terminal(identifier: str, rec: Reconciliation) -> None:
    text = shown(show(spoil(rec), identifier))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)


def test_the_beginning_of_an_id_is_enough(rec: Reconciliation) -> None:
    assert find(rec, "c12") is rec.claims[11]
    assert find(rec, "c12"[:3]) is rec.claims[11]
    assert find(rec, "c09").id == "c09"


@pytest.mark.parametrize(
    "identifier, line",
    [
        ("zz", "no article, claim, cluster, relation or story 'zz'"),
        ("", "no article, claim, cluster, relation or story ''"),
        ("c1", "'c1' may be claim c10, claim c11, claim c12"),
        ("\x1b[2J", "no article"),
    ],
)
def test_an_id_that_names_none_or_several(identifier: str, line: str, rec: Reconciliation) -> None:
    with pytest.raises(LookupError, match=re.escape(line)) as caught:
        show(rec, identifier)
    assert "\x1b" not in str(caught.value)


def test_the_closing_table_counts(rec: Reconciliation) -> None:
    text = shown(closing_table(rec, Path("/cases/fire")))
    for part in (
        "5  articles by 5 outlets",
        "1  story that several of them tell",
        "12  claims",
        "3  ≠ conflicts (dates 1, figures 2)",
        "2  disputes they make up",
        "1  → update",
        "1  = agreement",
        "1  not read",
        "/cases/fire/report.html",
    ):
        assert part in text


def test_a_case_without_disputes_says_so() -> None:
    empty = Reconciliation((), (), (), (), (), (), {})
    assert "0  ≠ conflicts" in shown(closing_table(empty, Path("x")))


def test_one_origin_is_shown_once(rec: Reconciliation) -> None:
    view = View(rec)
    toll = next(q for q in view.disputes if q.kinds == ("figure",))
    (first, copies), *more = view.by_origin(toll.sides[1].claims)
    assert (first.id, [claim.id for claim in copies], more) == ("c02", ["c04"], [])


def relation(key: str, a: str, b: str, values: tuple[str, str], verdict="conflict") -> Relation:
    return Relation(key, a, b, verdict, ("figure",), values, "Why.", 0.5, "independent")


@pytest.mark.parametrize(
    "pairs, asked",
    [
        # Many outlets on one fact: one question with a side a value.
        ([("c01", "c02", "1 2"), ("c01", "c03", "1 3"), ("c02", "c03", "2 3")], 1),
        # A chain over three facts: the ends have nothing to do with each other.
        ([("c01", "c07", "1 4"), ("c07", "c12", "4 6"), ("c12", "c10", "6 5")], 3),
        # A ring over three facts: each clashes with each.
        ([("c01", "c07", "1 4"), ("c07", "c12", "4 6"), ("c12", "c01", "6 1")], 1),
        ([("c01", "c02", "1 2"), ("c05", "c06", "1 2")], 2),
    ],
)
def test_relations_of_one_fact_are_one_question(
    pairs: list[tuple[str, str, str]], asked: int, rec: Reconciliation
) -> None:
    relations = [
        relation(f"r{number}", a, b, tuple(f"{v} people killed" for v in values.split()))
        for number, (a, b, values) in enumerate(pairs)
    ]
    view = View(rec)
    found = questions(relations, view.claims, view.clusters)
    assert len(found) == asked
    assert sorted(r.id for q in found for r in q.relations) == [r.id for r in relations]


@pytest.mark.parametrize(
    "earlier, later, expected",
    [
        ("2031-05-04", "2031-05-06T10:00", "2 days later"),
        ("2031-05-04", "2031-05-04", "the same day"),
        ("2031-05-04", "2031-05-03", "1 day earlier"),
        (None, "2031-05-03", ""),
    ],
)
def test_days_apart(earlier: str | None, later: str | None, expected: str) -> None:
    assert words.days_apart(earlier, later) == expected


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_show_fits_every_width_and_has_no_colour_when_told(width: int, rec: Reconciliation) -> None:
    text = shown(show(rec, "r1"), width)
    assert all(len(line) <= width for line in text.splitlines())
    assert "\x1b" not in text
    assert "How many traders were killed in the fire at Old Market" in re.sub(r"\s+", " ", text)
    flat = re.sub(r"\s+", " ", text)
    assert width > 84 or "fire chief Ada Brandt said." in flat
