"""The order of the questions, and that it does not matter who is asked first."""

from __future__ import annotations

import dataclasses
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.records import Claim
from reconcile.alignment import align
from reconcile.findings import Alignment, Judgement, Match, Part
from reconcile.judge import event_probability, fact_probability, judge
from reconcile.views import View
from tests.conftest import (
    make_article,
    make_claim,
    make_figure,
    make_happening,
    make_view,
    make_when,
)


def toll(
    number: str,
    low: float,
    place: str = "Orsa",
    day: str = "",
    means: str = "blast",
    noun: str = "person",
    speaker: str = "",
) -> Claim:
    when = [make_when("that day", day)] if day else []
    told = "that day" if day else "then"
    return make_claim(
        f"The {means} killed {number} in {place} {told}.",
        [make_figure(number, low, noun=noun)],
        when,
        [place],
        make_happening("kill", f"The {means}", number, [place]),
        speaker,
    )


def view(claim: Claim, id_: str, published: str = "2021-03-02") -> View:
    return make_view(claim, make_article(id_, published=published))


def judged(
    a: Claim, b: Claim, story: float = 0.9, likeness: float = 0.8, later: str = "2021-03-02"
) -> Judgement:
    return judge(view(a, "a"), view(b, "b", later), story, likeness)


NINE = toll("9 people", 9)
TWELVE = toll("12 people", 12)


@pytest.mark.parametrize(
    ("a", "b", "later", "verdict", "kinds"),
    [
        (NINE, TWELVE, "2021-03-02", "conflict", ("figure",)),
        (NINE, NINE, "2021-03-02", "agree", ()),
        (NINE, TWELVE, "2021-03-03", "update", ("figure",)),
        (NINE, toll("2 children", 2, noun="child"), "2021-03-02", "scope", ()),
        (NINE, toll("12 people", 12, means="landslide"), "2021-03-02", "different", ()),
        (
            toll("9 people", 9, day="2021-03-01"),
            toll("12 people", 12, day="2021-03-01"),
            "2021-03-02",
            "conflict",
            ("figure",),
        ),
        (
            toll("9 people", 9, day="2021-03-01"),
            toll("12 people", 12, day="2021-02-24"),
            "2021-03-02",
            "different",
            (),
        ),
    ],
)
def test_verdict(a: Claim, b: Claim, later: str, verdict: str, kinds: tuple[str, ...]) -> None:
    found = judged(a, b, later=later)
    assert (found.verdict, found.kinds) == (verdict, kinds)


def test_two_days_are_two_events_however_alike() -> None:
    first = toll("9 people", 9, day="2021-03-01")
    found = judged(first, toll("9 people", 9, day="2021-02-24"), likeness=0.99)
    assert found.verdict == "different"
    assert found.reason == "Two events: one of 2021-03-01, the other of 2021-02-24."
    assert found.values == ()


def test_two_dates_of_one_thing_are_a_conflict_and_not_two_events() -> None:
    def taken(day: str) -> Claim:
        happening = make_happening("capture", "rebels", "Orsa", ["Orsa"])
        text = "Rebels captured Orsa that day."
        return make_claim(text, (), [make_when("that day", day)], ["Orsa"], happening)

    found = judged(taken("2021-03-01"), taken("2021-02-24"))
    assert (found.verdict, found.kinds) == ("conflict", ("date",))
    assert found.values == ("2021-03-01", "2021-02-24")


def test_an_event_is_asked_for_before_the_values() -> None:
    assert judged(NINE, TWELVE, story=0.02, likeness=0.1).verdict == "different"
    assert judged(NINE, NINE, story=0.02, likeness=0.1).verdict == "different"
    found = judged(NINE, toll("12 people", 12, place="Mora"), story=0.3, likeness=0.5)
    assert found.verdict == "different"
    assert found.reason == "Two events: one at orsa, the other at mora."


def test_a_conflict_goes_before_an_update_and_a_scope() -> None:
    def both(killed: str, low: float, hurt: str, many: float) -> Claim:
        figures = [make_figure(killed, low), make_figure(hurt, many, role="injured")]
        happening = make_happening("kill", "", killed, ["Orsa"])
        return make_claim(
            f"In Orsa {killed} died and {hurt} hurt.", figures, (), ["Orsa"], happening
        )

    a, b = both("9 people", 9, "30 were", 30), both("12 people", 12, "20 were", 20)
    assert judged(a, b).verdict == "conflict"
    later = judged(a, b, later="2021-03-03")  # more dead is news; fewer hurt is not
    assert later.verdict == "conflict"
    assert later.values == ("30 people injured", "20 people injured")


def test_values_stand_in_the_order_of_the_claims_and_in_the_reason() -> None:
    found = judged(NINE, TWELVE)
    assert found.values == ("9 people killed", "12 people killed")
    assert found.reason == "9 people killed against 12 people killed, stated for the same time."


BURNS = make_claim("The mill burns.", happening=make_happening("burn", "", "the mill"))
RAIN = make_claim("Snow kept falling.", happening=make_happening("snow", "", "the pass"))


@pytest.mark.parametrize(
    ("a", "b", "story", "likeness", "verdict", "one_fact"),
    [
        (BURNS, BURNS, 0.9, 0.95, "agree", True),
        (BURNS, RAIN, 0.95, 0.5, "agree", False),  # one event, another side of it
        (BURNS, RAIN, 0.6, 0.45, "different", False),
    ],
)
def test_claims_with_nothing_to_compare(
    a: Claim, b: Claim, story: float, likeness: float, verdict: str, one_fact: bool
) -> None:
    found = judged(a, b, story, likeness)
    assert found.verdict == verdict
    assert (found.sameness > 0) is one_fact


def test_what_counts_in_one_article_is_what_speakers_dispute() -> None:
    """Two times or places there are of two things; two counts of two speakers are rivals."""
    one, two = toll("9 people", 9, speaker="Nora Lind"), toll("12 people", 12, speaker="Per Dahl")
    a, b = make_view(one, after=[two]), make_view(two, before=[one])
    assert judge(a, b, 1.0, 0.8).verdict == "conflict"

    def at(hour: int) -> Claim:
        when = [make_when("then", f"2021-03-01T{hour:02}:00:00", f"2021-03-01T{hour:02}:00:00")]
        happening = make_happening("explode", "", "the mill")
        return make_claim("The mill exploded then.", (), when, (), happening)

    assert judged(at(9), at(11), later="2021-03-02").kinds == ("time",)
    first, second = make_view(at(9), after=[at(11)]), make_view(at(11), before=[at(9)])
    assert judge(first, second, 1.0, 0.9).verdict == "agree"


CLAIMS = [
    NINE,
    TWELVE,
    BURNS,
    RAIN,
    toll("2 children", 2, noun="child"),
    toll("9 people", 9, place="Mora"),
    toll("12 people", 12, means="landslide"),
    toll("12 people", 12, day="2021-03-01"),
    toll("9 people", 9, day="2021-02-24"),
    toll("4,000 people", 4000),
    dataclasses.replace(BURNS, polarity="negated"),
    make_claim("Nobody knows."),
]
SHARE = st.floats(0, 1)


@given(
    st.sampled_from(CLAIMS),
    st.sampled_from(CLAIMS),
    SHARE,
    SHARE,
    st.sampled_from(["2021-03-02", "2021-03-03", "2021-03-20"]),
)
def test_who_is_asked_first_does_not_matter(
    a: Claim, b: Claim, story: float, likeness: float, later: str
) -> None:
    first, second = view(a, "a"), view(b, "b", later)
    there, back = judge(first, second, story, likeness), judge(second, first, story, likeness)
    assert there.verdict == back.verdict
    assert there.kinds == back.kinds
    assert there.values == back.values[::-1]
    assert there.score == pytest.approx(back.score)
    assert there.sameness == pytest.approx(back.sameness)
    for found in (there, back):
        assert 0 <= found.score <= 1
        assert 0 <= found.sameness <= 1
        assert re.fullmatch(r"[A-Z0-9«].*\.", found.reason, re.DOTALL)
        assert found.kinds == () or found.verdict in ("conflict", "update")


@given(st.sampled_from(CLAIMS), st.sampled_from(CLAIMS), SHARE, SHARE)
def test_a_conflict_is_surer_than_anything_else(
    a: Claim, b: Claim, story: float, likeness: float
) -> None:
    found = judged(a, b, story, likeness)
    # 0.45 is the most that anything but a conflict may score.
    assert found.score <= 0.45 or found.verdict == "conflict"


NONE = Part(Match.MISSING)
BLANK = Alignment(0.5, 0.5, 0.3, 0.0, NONE, NONE, NONE, NONE, NONE, NONE)


def test_signs_of_one_event() -> None:
    assert event_probability(BLANK) == pytest.approx(0.5)
    same, other = Part(Match.SAME, "x", "x"), Part(Match.DIFFERS, "x", "y")
    for part in ("place", "means", "time", "happening"):
        for_it = event_probability(dataclasses.replace(BLANK, **{part: same}))
        against = event_probability(dataclasses.replace(BLANK, **{part: other}))
        assert for_it > 0.5 > against, part
    for sign in ("story", "likeness", "words", "rare"):
        assert event_probability(dataclasses.replace(BLANK, **{sign: 0.9})) > 0.5, sign


def test_an_act_that_says_nothing_makes_no_fact() -> None:
    killed, was = (
        dataclasses.replace(BLANK, happening=Part(Match.SAME, s, s)) for s in ("kill", "be")
    )
    assert fact_probability(was) == fact_probability(BLANK)
    by_one = dataclasses.replace(killed, participants=Part(Match.SAME))
    by_others = dataclasses.replace(killed, participants=Part(Match.DIFFERS))
    assert fact_probability(by_one) > fact_probability(BLANK) > fact_probability(by_others)


def test_the_judgement_keeps_what_it_was_made_from() -> None:
    a, b = view(NINE, "a"), view(TWELVE, "b")
    assert judge(a, b, 0.9, 0.8).alignment == align(a, b, 0.9, 0.8)
