"""Times of day of one happening: clock times, parts of days, and what tells two happenings."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.records import Claim, WhenRole
from reconcile.facts.times import FAR, compare_times
from reconcile.findings import Finding
from tests.conftest import compared, make_claim, make_happening, make_view, make_when, signed


def at(
    from_: str,
    to: str | None = None,
    sense: str = "explode",
    patient: str = "the mill",
    day: str = "2021-03-01",
    role: WhenRole = "event",
    words: str = "then",
) -> Claim:
    """A claim with a time; without a ``to`` it is the one minute, past midnight it is the next
    day's."""
    last = to or from_
    end = day if last >= from_ else "2021-03-02"
    when = make_when(words, f"{day}T{from_}:00", f"{end}T{last}:00", role)
    happening = make_happening(sense, "", patient)
    return make_claim(f"It did {sense} {patient} {words}.", (), [when], (), happening)


def clock(words: str, sense: str = "explode", patient: str = "the mill") -> Claim:
    """A claim with a time of a day that cannot be told."""
    happening = make_happening(sense, "", patient)
    text = f"It did {sense} {patient} {words}."
    return make_claim(text, (), [make_when(words, None)], (), happening)


def compare(a: Claim, b: Claim, likeness: float = 0.8, story: float = 0.9) -> list[Finding]:
    first, second = make_view(a), make_view(b)
    return compared(compare_times, first, second, story, likeness)


def verdicts(found: Sequence[Finding]) -> list[str]:
    return [f.verdict for f in found]


NINE = at("09:00")
NIGHT = at("18:00", "05:59", words="that night")
MORNING = at("06:00", "11:59", words="that morning")
DAY_ONLY = make_claim(
    "It did explode on Monday.",
    when=[make_when("Monday", "2021-03-01")],
    happening=make_happening("explode", "", "the mill"),
)

CASES: dict[str, tuple[Claim, Claim, list[str]]] = {
    "two hours apart": (NINE, at("11:00"), ["conflict"]),
    "one time": (NINE, NINE, ["agree"]),
    "accounts round": (NINE, at("09:12"), ["agree"]),
    "and no more than that": (NINE, at("09:13"), ["conflict"]),
    "a stretch is told by its middle": (at("09:00", "09:20"), at("09:20"), ["agree"]),
    "its middle is far": (at("09:00", "09:40"), at("09:40"), ["conflict"]),
    "after nine is open to the later": (
        at("09:00", "09:40", words="shortly after nine"), at("09:40"), ["agree"],
    ),
    "and not to the earlier": (
        at("09:00", "09:40", words="shortly after nine"), at("08:40"), ["conflict"],
    ),
    "in the evening is no nine o'clock": (NINE, at("18:00", "21:59"), ["conflict"]),
    "in the morning is": (NINE, MORNING, ["agree"]),
    "morning and afternoon": (MORNING, at("12:00", "17:59"), ["conflict"]),
    "one part of a day": (MORNING, at("06:00", "09:59", words="early"), []),
    "morning and evening": (MORNING, at("18:00", "21:59"), ["conflict"]),
    "a whole day is no part of one": (NINE, at("12:30", "00:31"), []),
    "one has lost its p.m.": (NINE, at("21:00"), []),
    "even by an hour": (NINE, at("20:00"), []),
    "and not by more": (NINE, at("19:45"), ["conflict"]),
    "another day is a question of dates": (NINE, at("11:00", day="2021-03-02"), []),
    "no time of the event": (NINE, at("11:00", role="background"), []),
    "no time": (NINE, DAY_ONLY, []),
    # Another word for what happened.
    "in other words": (NINE, at("11:00", sense="burn"), ["conflict"]),
    "in other words, far apart": (NINE, at("13:30", sense="burn"), []),
    "in other words, by the part of the day": (at("18:00", "21:59", sense="burn"), NINE, []),
    "in other words, in the next part of the day": (at("12:00", "17:59", sense="burn"), NINE, []),
    "in other words, one time": (NINE, at("09:00", sense="burn"), ["agree"]),
    "in other words, nearly one time": (NINE, at("09:08", sense="burn"), []),
    "the minute, of what nobody says": (
        at("09:07", sense="drive"), at("09:07", sense="stroll"), ["agree"],
    ),
    "the full hour may be chance": (
        at("09:00", sense="drive"), at("09:00", sense="stroll"), [],
    ),
    "shortly after nine": (
        at("09:00", "09:40", words="shortly after nine"), at("09:08", sense="burn"), ["agree"],
    ),
    "just before ten is not half past nine": (
        at("09:00", "10:00", words="just before ten"), at("09:30", sense="burn"), [],
    ),
    "just before ten is ten": (
        at("09:00", "10:00", words="just before ten"), at("09:55", sense="burn"), ["agree"],
    ),
    # What lasts.
    "what lasts holds in the morning and at night": (
        at("09:00", sense="hold"), at("18:00", "21:59", sense="hold"), [],
    ),
    "two clock times of it": (at("09:00", sense="hold"), at("11:00", sense="hold"), ["conflict"]),
    # Days that cannot be told.
    "clock times without a day": (clock("at 9 a.m."), clock("at 11 a.m."), ["conflict"]),
    "one has no day": (NINE, clock("at 11:00"), ["conflict"]),
    "nine in the morning": (NINE, clock("at 9:05 a.m."), ["agree"]),
    "noon and midnight": (clock("at 12 p.m."), at("12:00"), ["agree"]),
    "midnight": (clock("at 12 a.m."), at("00:00"), ["agree"]),
    "five to midnight and five past": (clock("at 23:55"), clock("at 00:05"), ["agree"]),
    "an hour across midnight": (clock("at 23:30"), clock("at 00:30"), ["conflict"]),
    "five to and five past midnight of one day": (at("00:05"), at("23:55"), ["conflict"]),
    "two at night is that night": (clock("at 2 a.m."), NIGHT, ["agree"]),
    "two in the afternoon is not": (clock("at 2 p.m."), NIGHT, ["conflict"]),
    "no hour": (clock("some day"), NINE, []),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_times(case: str) -> None:
    a, b, expected = CASES[case]
    assert verdicts(compare(a, b)) == expected
    assert verdicts(compare(b, a)) == expected


def test_one_time_is_one_happening_only_where_the_claims_are_alike() -> None:
    assert verdicts(compare(NINE, NINE, likeness=0.3, story=0.7)) == []
    assert verdicts(compare(NINE, at("11:00"), likeness=0.3)) == ["conflict"]


def test_a_time_open_on_one_side_is_shown_as_told() -> None:
    (found,) = compare(at("09:00", "09:40", words="shortly after nine"), at("11:00"))
    assert found.values == ("after 09:00", "11:00")
    (found,) = compare(at("09:00", "10:00", words="just before ten"), at("11:30"))
    assert found.values == ("before 10:00", "11:30")


def test_zones_are_left_out() -> None:
    when = make_when("then", "2021-03-01T09:00:00+02:00", "2021-03-01T09:00:00+02:00")
    zoned = make_claim("It did then.", when=[when], happening=NINE.happening)
    assert verdicts(compare(NINE, zoned)) == ["agree"]


@pytest.mark.parametrize(
    ("a", "b", "values"),
    [
        (NINE, at("11:00", "11:20"), ("09:00", "11:10")),
        (NINE, at("18:00", "21:59"), ("09:00", "18:00-21:59")),
        (clock("at 2 p.m."), NIGHT, ("14:00", "18:00-05:59")),
        (clock("at 12:30 a.m."), at("02:00"), ("00:30", "02:00")),
    ],
)
def test_values_are_written_as_hours(a: Claim, b: Claim, values: tuple[str, str]) -> None:
    assert [f.values for f in compare(a, b)] == [values]
    assert [f.values for f in compare(b, a)] == [values[::-1]]


Both = tuple[Claim, Claim]
SIGNED: dict[str, tuple[list[Both], list[Both]]] = {
    "clock": ([(NINE, at("11:00"))], [(NINE, at("18:00", "21:59"))]),
    "dated": ([(NINE, at("11:00"))], [(NINE, clock("at 11 a.m."))]),
    "same_happening": ([(NINE, at("11:00"))], [(NINE, at("11:00", sense="burn"))]),
    "same_object": (
        [(NINE, at("11:00", patient="an old mill"))],
        [(NINE, at("11:00", patient="the bridge")), (NINE, at("11:00", patient=""))],
    ),
    "other_object": (
        [(NINE, at("11:00", patient="the bridge"))],
        [(NINE, at("11:00", patient="an old mill")), (NINE, at("11:00", patient=""))],
    ),
    "near": ([(NINE, at("09:45"))], [(NINE, at("09:46"))]),
    "loose": (
        [(NINE, at("11:00", words="some time before eleven"))],
        [(NINE, at("11:00", words="about eleven"))],
    ),
    "far": ([(NINE, at("13:01"))], [(NINE, at("13:00"))]),
    "told": (
        [(NINE, at("11:00", sense="burst, shoot"))],
        [(at("09:00", sense="sing"), at("11:00"))],
    ),
    "called": ([(NINE, at("11:00", sense="alert"))], [(NINE, at("11:00"))]),
}
"""Sign: pairs of times that clash with it, and without it."""


@pytest.mark.parametrize(("sign", "pair", "has"), signed(SIGNED))
def test_sign(sign: str, pair: Both, has: bool) -> None:
    for a, b in (pair, pair[::-1]):
        (clash,) = compare(a, b)
        assert (sign in clash.signs) is has
        assert clash.signs <= set(SIGNED)


hours, minutes = st.integers(0, 23), st.sampled_from([0, 5, 30, 55])
dated = st.builds(lambda h, m, s: at(f"{h:02}:{m:02}", sense=s), hours, minutes,
                  st.sampled_from(["explode", "burn", "hold"]))  # fmt: skip
undated = st.builds(lambda h, m: clock(f"at {h}:{m:02}"), hours, minutes)
times = st.one_of(dated, undated, st.sampled_from([NIGHT, MORNING, DAY_ONLY]))


@settings(deadline=None)  # the first comparison loads what it needs
@given(times, times, st.sampled_from([0.3, 0.8]))
def test_the_order_of_the_claims_does_not_matter(a: Claim, b: Claim, likeness: float) -> None:
    there, back = compare(a, b, likeness), compare(b, a, likeness)
    assert [(f.verdict, f.values, f.weight, f.signs) for f in there] == [
        (f.verdict, f.values[::-1], f.weight, f.signs) for f in back
    ]


@settings(deadline=None)  # the first comparison loads what it needs
@given(times)
def test_no_time_clashes_with_itself(claim: Claim) -> None:
    assert set(verdicts(compare(claim, claim))) <= {"agree"}


@settings(deadline=None)  # the first comparison loads what it needs
@given(undated, undated)
def test_without_days_no_two_times_lie_more_than_half_a_day_apart(a: Claim, b: Claim) -> None:
    """A gap of a day less some minutes is those minutes: it is past midnight."""
    for clash in compare(a, b):
        if clash.verdict == "conflict":
            first, second = (int(v[:2]) * 60 + int(v[3:]) for v in clash.values)
            gap = min(abs(first - second), 24 * 60 - abs(first - second))
            assert ("far" in clash.signs) is (gap > FAR)


@pytest.mark.parametrize("words", ["at 99:99", "at 0 p.m.", "99 a.m.", "at 24:00", ": p.m."])
def test_no_such_hour_does_no_harm(words: str) -> None:
    for found in (*compare(clock(words), NINE), *compare(NINE, clock(words))):
        assert all("00:00" <= value <= "23:59" for value in found.values)


def said(text: str, words: str, iso: str) -> Claim:
    when = make_when(words, f"2021-03-01T{iso}:00")
    return make_claim(text, when=[when], happening=make_happening("see", "", ""))


SHOT = said("Two were shot at nine.", "nine", "09:00")
LATER = said("Two were wounded at ten.", "ten", "10:00")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (SHOT, LATER, ["conflict"]),
        (SHOT, said("Police were called at ten.", "ten", "10:00"), ["conflict"]),
        (SHOT, said("One died at ten.", "ten", "10:00"), []),
        (SHOT, said("A man was arrested at ten.", "ten", "10:00"), []),
        (SHOT, said("Two were shot in Elm Street at ten.", "ten", "10:00"), ["conflict"]),
        (
            said("Two were shot in Larch Street at nine.", "nine", "09:00"),
            said("Two were shot on Elm Street at ten.", "ten", "10:00"),
            [],
        ),
    ],
)
def test_what_a_time_is_of(a: Claim, b: Claim, expected: list[str]) -> None:
    assert verdicts(compare(a, b)) == expected
    assert verdicts(compare(b, a)) == expected


@pytest.mark.parametrize(
    ("a", "b", "clashes"),
    [
        ("Police were alerted to the blast at nine.", "They got a call at ten.", True),
        ("Police were alerted to the blast at nine.", "Two were shot at ten.", False),
        ("Two were shot at nine.", "They got a call at ten.", False),
    ],
)
def test_two_times_of_the_call_need_less_of_a_story(a: str, b: str, clashes: bool) -> None:
    first, told = said(a, "nine", "09:00"), said(b, "ten", "09:30")
    second = dataclasses.replace(told, happening=make_happening("get"))
    assert bool(compare(first, second, likeness=0.45, story=0.3)) is clashes
    assert not compare(first, second, likeness=0.3, story=0.3)
    assert bool(compare(first, second, likeness=0.3, story=0.9))


@pytest.mark.parametrize(
    ("call", "times"),
    [
        ("Police were called at ten after", ["09:00", "10:00"]),
        ("Police were called at ten.", []),
        ("The sheriff said at ten that", []),
    ],
)
def test_a_time_lent_by_the_call_for_help(call: str, times: list[str]) -> None:
    called = make_claim(
        call, when=[make_when("ten", "2021-03-01T10:00:00")], happening=make_happening("call")
    )
    shot = make_claim("A man was shot.", happening=make_happening("shoot", "", "a man"))
    first, second = make_view(SHOT), make_view(shot, before=[called])
    found = compared(compare_times, first, second)
    assert [value for f in found for value in f.values] == times


@pytest.mark.parametrize(
    ("beside", "clashes"),
    [
        ([], True),
        ([said("One fell at ten.", "ten", "10:05")], False),  # that time too is told of
        (
            [
                said("One was shot at noon.", "noon", "12:00"),
                said("One was shot at three.", "three", "15:00"),
            ],
            False,  # a day's attacks
        ),
    ],
)
def test_an_article_of_several_times(beside: list[Claim], clashes: bool) -> None:
    first, second = make_view(SHOT, after=beside), make_view(LATER)
    for a, b in ((first, second), (second, first)):
        assert bool(compared(compare_times, a, b)) is clashes


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("It did explode at 11:00 a.m.", True),
        ("11:02 a.m.: It did explode.", False),  # an entry of a log
        ("Ana Berg reports on how it did explode at 11 a.m.", False),  # on the air then
    ],
)
def test_a_log_of_times_dates_no_happening(text: str, is_found: bool) -> None:
    logged = dataclasses.replace(at("11:00"), text=text, quote=text, end=len(text))
    assert bool(compare(NINE, logged)) is is_found


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("The gunfire stopped at ten.", "Shots were fired at ten.", []),
        ("The gunfire stopped at ten.", "The shooting was over at ten.", ["conflict"]),
        ("She first heard shots at ten.", "Police were called at ten.", []),
        ("She first heard shots at ten.", "Scanners told of a man firing at cars at ten.", []),
        ("She heard shots at ten.", "Police were called at ten.", ["conflict"]),
        ("The second shooting was at ten.", "The shooting was at ten.", []),
    ],
)
def test_moments_of_one_attack(a: str, b: str, expected: list[str]) -> None:
    found = compare(said(a, "at ten", "22:00"), said(b, "at ten", "22:40"))
    assert verdicts(found) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("about noon", ["conflict"]), ("at midday", ["conflict"]), ("this afternoon", [])],
)
def test_hours_that_go_by_a_word(words: str, expected: list[str]) -> None:
    assert verdicts(compare(clock(words), at("12:40"))) == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("in the 400 block of Larch Street", "on the 400 block of Route 9 Birch Road", 1),
        ("in the 400 block of Larch Street", "on the 900 block of Birch Road", 0),
    ],
)
def test_one_block_goes_by_two_streets(a: str, b: str, expected: int) -> None:
    first, second = (
        said(f"He was shot at ten {where}.", "at ten", iso)
        for where, iso in ((a, "22:00"), (b, "22:40"))
    )
    assert len(compare(first, second)) == expected
