"""Times of day of one happening."""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Iterator

from claims.dates import time_of_day
from claims.records import When
from reconcile.alignment import alike
from reconcile.facts.cues import HARM, of_time, one_kind, other_victims, told_of
from reconcile.facts.dated import lent_of
from reconcile.facts.rounds import other_attacks
from reconcile.facts.streets import in_other_streets
from reconcile.findings import Alignment, Finding, Match, both_give, held
from reconcile.views import EMPTY, View

SLACK = 12
"""Minutes by which two clock times of one happening may differ: accounts round."""

ONE_TIME = 5
"""Minutes within which two clock times are one; "shortly after ten" is twice as wide."""

PRECISE = datetime.timedelta(hours=1)
"""A longer stretch is a part of the day ("in the evening"), no clock time."""

PART = datetime.timedelta(hours=12)
"""Longest part of a day: a night."""

STATES = EMPTY | frozenset(
    "remain hold detained continue investigate search question interview speak stay".split()
)
"""What lasts for more than a part of a day, or comes after what it is about."""

MANY = frozenset({"told", "moved", "mourned", "planned", "last"})
"""What a story tells of more than once (``reconcile.facts.cues``)."""

RELATED = HARM | {"found"}
"""What is of one time, give or take minutes."""

SAME_STORY = 0.4
"""Least probability of one story for two times of what is told in other words."""

SURE_STORY = 0.8
LIKE = 0.45
"""Least probability of one story, and likeness, for two times that meet to be said to agree."""

ANY_STORY = 0.15
LIKE_TOLD = 0.5
"""The same for claims at least so alike."""

CALLED_STORY = 0.25
LIKE_CALLED = 0.4
"""The same for two times at which help was called."""

NEAR = 45
"""Minutes by which two accounts of one time are likely to differ."""

DAY = 24 * 60
"""Minutes."""

_LOGGED = re.compile(
    r"^\s*\d{1,2}:\d{2} ?[ap]\.?m\.?:|\b(?:news(?:cast)?|broadcast|reports?) (?:\w+ ){0,5}at \d",
    re.IGNORECASE,
)
"""An entry of a log of times, and what is on the air then."""

HALF_DAY = DAY // 2
"""Minutes: apart by this much, one of two times has lost its "a.m." or "at night"."""

FAR = 4 * 60
"""Minutes beyond which two clock times are mostly those of two happenings."""

FAR_APART = 60
"""Minutes between two attacks that an article tells apart."""

LOOSE = re.compile(
    r"\b(?:before|after|between|until|by)\b|(?<!half)(?<!quarter)(?<!five)(?<!ten)(?<!twenty)"
    r"(?<!minutes) past\b",
    re.IGNORECASE,
)
"""Words that leave a clock time open on one side."""

BEFORE = re.compile(r"\b(?:before|until|by)\b", re.IGNORECASE)

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

_AS_OF = re.compile(r"\bas of $", re.IGNORECASE)
"""Before the time of a report."""

_CLOCK = re.compile(
    r"\b(\d{1,2})(?::(\d\d))?\s*([ap])\.?\s*m\b|\b(\d{1,2}):(\d\d)\b", re.IGNORECASE
)
_HOURS = {"noon": HALF_DAY, "midday": HALF_DAY, "midnight": 0}
_WORDED = re.compile(rf"\b(?:{'|'.join(_HOURS)})\b", re.IGNORECASE)
"""Clock times that go by a word, in minutes."""


@dataclasses.dataclass(frozen=True, slots=True)
class _Time:
    day: datetime.date | None
    """``None`` where the text gives a time without a day that can be told."""
    first: int
    last: int
    """Minutes from midnight of the day; a night runs past 24 hours."""
    clock: bool
    loose: bool = False
    """Open on one side: "shortly after ten"."""
    before: bool = False
    """Open towards what was earlier."""
    of: str = ""
    """What it is the time of, by the words near it (``reconcile.facts.cues``)."""

    @property
    def middle(self) -> float:
        return (self.first + self.last) / 2

    @property
    def named(self) -> float:
        """The time that its words name: ten of "shortly before ten"."""
        if not self.loose:
            return self.middle
        return self.last if self.before else self.first

    def __str__(self) -> str:
        if self.clock and self.loose and self.first < self.last:
            return f"{'before' if self.before else 'after'} {_minutes(round(self.named))}"
        if self.clock:
            return _minutes(round(self.middle))
        return f"{_minutes(self.first)}-{_minutes(self.last)}"


def compare_times(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """Times of day of one happening on one day; nothing when either gives none."""
    for first in _times(a):
        for second in _times(b):
            if first.day and second.day and first.day != second.day:
                continue  # a question of dates
            if not first.clock and not second.clock and first.first == second.first:
                continue
            yield from _compare(a, b, first, second, alignment)


def _compare(
    a: View, b: View, first: _Time, second: _Time, alignment: Alignment
) -> Iterator[Finding]:
    values = str(first), str(second)
    same = alignment.happening.match is Match.SAME
    clocks = first.clock and second.clock
    gap = _gap(first, second)
    if clocks and abs(gap - HALF_DAY) <= 60:
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


def _least_story(first: _Time, second: _Time, alignment: Alignment) -> float:
    """How surely two articles must tell one story for two times in other words to be of one thing:
    less where the claims are alike, or both time the call for help, minutes apart on one day."""
    if alignment.likeness >= LIKE_TOLD:
        return ANY_STORY
    calls = first.of == second.of == "called" and first.day == second.day is not None
    near = first.clock and second.clock and _gap(first, second) <= NEAR
    return CALLED_STORY if calls and near and alignment.likeness >= LIKE_CALLED else SAME_STORY


def _one_time(first: _Time, second: _Time) -> bool:
    """Whether both name one time of clock, and nothing says that it is of two happenings."""
    kinds = {first.of, second.of}
    known = one_kind(first.of, second.of) or kinds <= RELATED
    known |= "" in kinds and not kinds.isdisjoint(RELATED)
    apart = min(abs(first.named + day - second.named) for day in _shifts(first, second))
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


def _knows(view: View, time: _Time) -> bool:
    """Whether another claim of the article gives that clock time for something too."""
    return time.clock and any(
        other.clock and _gap(time, other) <= SLACK
        for claim in view.neighbours
        for when in claim.when
        if when.role == "event" and (other := _time(when)) is not None
    )


def _round_up(view: View) -> bool:
    """Whether the article gives clock times of more than two attacks: any may be the other's."""
    told = {
        round(time.middle / FAR_APART)
        for claim in (view.claim, *view.neighbours)
        for when in claim.when
        if when.role == "event" and (time := _time(when)) is not None and time.clock
        if told_of(claim.text, *_span(claim.text, when.text)) == "harm"
    }
    return len(told) > 2


def _span(text: str, part: str) -> tuple[int, int]:
    at = max(0, text.find(part))
    return at, at + len(part)


def _gap(first: _Time, second: _Time) -> float:
    """Minutes between the two; no more than 0 where they may meet."""
    return min(_between(first, second, day) for day in _shifts(first, second))


def _shifts(first: _Time, second: _Time) -> tuple[int, ...]:
    """By how many minutes one may lie off the other: where a day is missing it may be the day
    before or after, short past midnight."""
    return (0,) if first.day and second.day else (-DAY, 0, DAY)


def _between(first: _Time, second: _Time, later: int) -> float:
    if first.clock and second.clock and not (first.loose or second.loose):
        return abs(second.middle + later - first.middle)
    return max(second.first + later - first.last, first.first - second.last - later)


def _times(view: View) -> list[_Time]:
    """The clock times and parts of days of a claim."""
    own = [
        dataclasses.replace(time, of=of_time(view, when.text, when.start, when.end))
        for when in view.claim.when
        if when.role == "event" and not _AS_OF.search(_head(view, when))
        if (time := _time(when))
    ]
    lent = (_time(when) for when, _ in lent_of(view))
    return own or [dataclasses.replace(time, of="called") for time in lent if time is not None]


def _head(view: View, when: When) -> str:
    return view.article.text[max(0, when.start - 6) : when.start]


def _time(when: When) -> _Time | None:
    if when.from_ and when.to and "T" in when.from_ and "T" in when.to:
        first, last = map(datetime.datetime.fromisoformat, (when.from_, when.to))
        span = last.replace(tzinfo=None) - first.replace(tzinfo=None)
        if span > PART:
            return None
        start = first.hour * 60 + first.minute
        end, loose = start + span.seconds // 60, bool(LOOSE.search(when.text))
        before = bool(BEFORE.search(when.text))
        return _Time(first.date(), start, end, span <= PRECISE, loose, before=before)
    if when.from_ is not None:
        return None
    if word := _WORDED.search(when.text):
        minutes = _HOURS[word[0].casefold()]
        return _Time(None, minutes, minutes, True, bool(LOOSE.search(when.text)))
    if (written := _CLOCK.search(when.text)) is None:
        return _in_words(when.text)
    hour = int(written[1] or written[4])
    minutes = hour % 24 * 60 + int(written[2] or written[5] or 0)
    if (half := (written[3] or "").lower()) and hour <= 12:
        minutes = minutes % HALF_DAY + (HALF_DAY if half == "p" else 0)
    return _Time(None, minutes, minutes, True, bool(LOOSE.search(when.text)))


def _in_words(text: str) -> _Time | None:
    """A clock time without a day and without figures: "just after six in the morning"."""
    told = time_of_day(text)
    if told is None or not told.exact or told.end - told.start > 2 * FAR_APART:
        return None
    return _Time(None, told.start, told.end - 1, True, bool(LOOSE.search(text)))


def _minutes(value: int) -> str:
    return f"{value // 60 % 24:02}:{value % 60:02}"
