"""Times of day of one happening."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.alignment import alike
from reconcile.facts.clock import HALF_DAY, Time, minutes_between, read_time, shifts, times_of
from reconcile.facts.cues import HARM, one_kind, other_victims, told_of
from reconcile.facts.one_event import TOLD_STORY, least_story
from reconcile.facts.rounds import other_attacks
from reconcile.facts.streets import in_other_streets
from reconcile.findings import Alignment, Finding, Match, both_give, held
from reconcile.views import EMPTY, View

SLACK = 12
"""Minutes by which two clock times of one happening may differ: accounts round."""

HALF_DAY_SLACK = 60
"""The same for two of which one has lost its half of the day."""

ONE_TIME = 5
"""Minutes within which two clock times are one; "shortly after ten" is twice as wide."""

STATES = EMPTY | frozenset(
    "remain hold detained continue investigate search question interview speak stay".split()
)
"""What lasts for more than a part of a day, or comes after what it is about."""

MANY = frozenset({"told", "moved", "mourned", "planned", "last"})
"""What a story tells of more than once a day (``reconcile.facts.cues``)."""

RELATED = HARM | {"found"}
"""What is of one time, give or take minutes."""

SURE_STORY = 0.8
LIKE = 0.45
"""Least probability of one story, and likeness, for two times that meet to be said to agree."""

CALLED_STORY = 0.25
LIKE_CALLED = 0.4
"""Least probability of one story, at such a likeness, for two times at which help was called."""

NEAR = 45
"""Minutes by which two accounts of one time are likely to differ."""

_LOGGED = re.compile(
    r"^\s*\d{1,2}:\d{2} ?[ap]\.?m\.?:|\b(?:news(?:cast)?|broadcast|reports?) (?:\w+ ){0,5}at \d",
    re.IGNORECASE,
)
"""An entry of a log of times, and what is on the air then."""

FAR = 4 * 60
"""Minutes beyond which two clock times are mostly those of two happenings."""

FAR_APART = 60
"""Minutes between two attacks that an article tells apart."""

_MOMENTS = {
    "first": re.compile(r"\bfirst (?:heard|shots?|reports?|calls?)\b", re.IGNORECASE),
    "end": re.compile(
        r"\b(?:shooting|shots|gunfire|firing|rampage|standoff|siege|attack|it|ordeal|incident)"
        r"(?: had| was| were)? (?:\w+ly )?(?:stopped|ended|ceased|over|subsided)\b",
        re.IGNORECASE,
    ),
}
"""Moments of an attack that lie apart."""

_RELAYED = re.compile(
    r"\b(?:scanners?|dispatch\w*|radioed|alert(?:s|ed)?|calls? came|reported (?:an?|shots|gunfire)|"
    r"(?:got|received?) (?:an?|the|\w+) calls?)\b",
    re.IGNORECASE,
)
"""Word of an attack that has reached others: it comes minutes after its first shots."""

_BLOCK = re.compile(r"\b(\d{2,5})(?:th)?[ -]block\b", re.IGNORECASE)


def compare_times(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """Times of day of one happening on one day; nothing when either gives none."""
    for first in times_of(a):
        for second in times_of(b):
            if first.day and second.day and first.day != second.day:
                continue  # a question of dates
            if not first.clock and not second.clock and first.first == second.first:
                continue
            yield from _compare(a, b, first, second, alignment)


def _compare(
    a: View, b: View, first: Time, second: Time, alignment: Alignment
) -> Iterator[Finding]:
    values = str(first), str(second)
    same = alignment.happening.match is Match.SAME
    clocks = first.clock and second.clock
    gap = minutes_between(first, second)
    if clocks and abs(gap - HALF_DAY) <= HALF_DAY_SLACK:
        return
    apart = gap > (SLACK if clocks else 0)
    told = one_kind(first.of, second.of) or {first.of, second.of} <= RELATED
    if apart and ((first.of and second.of and not told) or {first.of, second.of} & MANY):
        return  # when it was, and when the police came or someone died
    if apart and not same and not told and (not clocks or gap > FAR):
        return  # of two happenings, as likely as not
    if apart and told and not same and alignment.story < _least_story(first, second, alignment):
        return
    if apart and not clocks and (_lasts(a) or _lasts(b)):
        return
    if apart and not clocks and {first.of, second.of} == {"called", "found"}:
        return  # who is missed in the morning is found at night
    if not apart:
        if clocks and _one_time(first, second) and _one_story(alignment):
            reason = both_give(values, f"{values[0]} and {values[1]} are one time, to minutes")
            yield Finding("agree", "time", values, reason, 0.6)
        elif same and alignment.likeness >= LIKE:
            reason = both_give(values, f"{values[0]} and {values[1]} can be one time")
            yield Finding("agree", "time", values, reason, 0.4)
        return
    if other_victims(a, b) or _knows(a, second) or _knows(b, first):
        return
    if (in_other_streets(a, b) and not _one_block(a, b)) or other_attacks(a, b):
        return
    if _moments(a, b, first.of, second.of):
        return
    if _round_up(a) or _round_up(b) or _LOGGED.search(a.sentence) or _LOGGED.search(b.sentence):
        return
    mine, other = a.participant("patient"), b.participant("patient")
    signs = {
        "clock": clocks,
        "dated": first.day is not None and second.day is not None,
        "same_happening": same,
        "same_object": alike(mine, other),
        "other_object": bool(mine and other) and not alike(mine, other),
        "near": gap <= NEAR,
        "loose": first.loose or second.loose,
        "far": gap > FAR,
        "told": told,
        "called": told and first.of != second.of,
    }
    reason = f"{values[0]} against {values[1]}: two times of day for one happening"
    yield Finding("conflict", "time", values, reason, 0.7, held(signs))


def _least_story(first: Time, second: Time, alignment: Alignment) -> float:
    """How surely two articles must tell one story for two times in other words to be of one thing:
    less where the claims are alike, or both time the call for help, minutes apart on one day."""
    calls = first.of == second.of == "called" and first.day == second.day is not None
    near = first.clock and second.clock and minutes_between(first, second) <= NEAR
    called = calls and near and alignment.likeness >= LIKE_CALLED
    return least_story(alignment, CALLED_STORY if called else TOLD_STORY)


def _one_time(first: Time, second: Time) -> bool:
    """Whether both name one time of clock, and nothing says that it is of two happenings."""
    kinds = {first.of, second.of}
    known = one_kind(first.of, second.of) or kinds <= RELATED
    known |= "" in kinds and not kinds.isdisjoint(RELATED)
    apart = min(abs(first.named + day - second.named) for day in shifts(first, second))
    if apart == 0 and first.named % 60:
        return True  # nobody names a minute by chance
    return known and apart <= ONE_TIME * (1 + (first.loose or second.loose))


def _one_story(alignment: Alignment) -> bool:
    return alignment.story >= SURE_STORY and alignment.time.match is not Match.DIFFERS


def _lasts(view: View) -> bool:
    return view.claim.happening is not None and view.claim.happening.sense in STATES


def _one_block(a: View, b: View) -> bool:
    """Whether both name a block of one number: a road has a name and a number."""
    mine, theirs = ({*_BLOCK.findall(v.claim.text)} for v in (a, b))
    return bool(mine & theirs)


def _moments(a: View, b: View, of: str, other: str) -> bool:
    """Whether they time two moments of one attack: its first shots, its end, the call for help."""
    mine, theirs = (
        {name for name, pattern in _MOMENTS.items() if pattern.search(v.claim.text)} for v in (a, b)
    )
    if "end" in mine ^ theirs:
        return True
    return ("first" in mine and (other == "called" or _relayed(b))) or (
        "first" in theirs and (of == "called" or _relayed(a))
    )


def _relayed(view: View) -> bool:
    return bool(_RELAYED.search(view.sentence))  # who relays it is at times its source


def _knows(view: View, time: Time) -> bool:
    """Whether another claim of the article gives that clock time for something too."""
    return time.clock and any(
        other.clock and minutes_between(time, other) <= SLACK
        for claim in view.neighbours
        for when in claim.when
        if when.role == "event" and (other := read_time(when)) is not None
    )


def _round_up(view: View) -> bool:
    """Whether the article gives clock times of more than two attacks: any may be the other's."""
    told = {
        round(time.middle / FAR_APART)
        for claim in (view.claim, *view.neighbours)
        for when in claim.when
        if when.role == "event" and (time := read_time(when)) is not None and time.clock
        if told_of(claim.text, *_span(claim.text, when.text)) == "harm"
    }
    return len(told) > 2


def _span(text: str, part: str) -> tuple[int, int]:
    at = max(0, text.find(part))
    return at, at + len(part)
