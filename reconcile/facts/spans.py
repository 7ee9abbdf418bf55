"""Two figures: over what time each counts, a day, a month or a whole war."""

from __future__ import annotations

import functools
import re

from reconcile.alignment import alike
from reconcile.facts.two_figures import Two
from reconcile.facts.wording import CUMULATIVE, LASTING, NTH_IN, SINCE, SINCE_START, SPAN
from reconcile.views import REMEMBERED, View, content_words
from reports.words import MONTHS

OTHER_SCALE = 10
"""Rival counts of one event do not lie this many times apart; a day's toll and a war's do."""

GROWN = 1.25
"""How many times a total that is told as "more than" may have grown between two reports; what
lies further apart are rival estimates."""

WINDOW_DAYS = 3
"""Two spans of time whose lengths differ by more do not count over the same window."""

_SINCE_WHAT = re.compile(
    r"(?<!have )(?<!has )(?<!had )(?<!ever )(?<!long )\bsince (?!then\b)(?P<what>[^,.;:]{3,80})",
    re.IGNORECASE,
)
_MONTHS = content_words(" ".join(MONTHS))
_DAYS = _MONTHS | content_words(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday yesterday morning afternoon evening "
    "night midnight noon dawn last week month year weekend"
)
_ATTACKS = content_words(
    "attack assault bomb bombing bombardment offensive raid strike airstrike blast explosion "
    "shooting shelling fighting clash clashes violence unrest siege invasion incursion operation"
)
"""What one start of harm is called now so and now so."""

UNIT_DAYS = {"hour": 0, "day": 1, "week": 7, "month": 30, "year": 365}
"""Days of a unit of time; hours are part of a day."""

FEW_WORDS = {"a": 1, "an": 1, "one": 1, "past": 1, "last": 1, "few": 3, "several": 3} | {
    word: number
    for number, word in enumerate("two three four five six seven eight nine ten".split(), 2)
}
"""How many units of time a word stands for."""


def growing(two: Two) -> bool:
    """Whether both are lower bounds of a total that grows, near enough to be told of one time."""
    (_, low), (_, high) = two.by_number
    open_ = low.high is None and high.high is None and high.low <= GROWN * low.low
    return open_ and _cumulative(two.a) and _cumulative(two.b)


def windows_differ(two: Two) -> bool:
    """Whether one counts over days the other does not; a month named for a day is no window."""
    first, second = _window(two.a), _window(two.b)
    if first is not None and second is not None:
        return abs(first - second) > WINDOW_DAYS
    return _two_starts(_began(two.a.claim.text), _began(two.b.claim.text))


def _two_starts(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two counts are told from two days on: of two months, or of two things that happened;
    a day of the one may be that of the other's."""
    first, second = a & _MONTHS, b & _MONTHS
    if first and second:
        return not first & second
    if not a or not b or a & _DAYS or b & _DAYS:
        return False
    return not alike(a, b) and not (a & _ATTACKS and b & _ATTACKS)


@functools.lru_cache(maxsize=REMEMBERED)
def _began(text: str) -> frozenset[str]:
    """The words from which on a claim counts ("since the mill burnt down"); none for
    the start of a war, which has many names."""
    if SINCE_START.search(text):
        return frozenset()
    told = _SINCE_WHAT.search(text)
    return content_words(told["what"]) if told else frozenset()


def _window(view: View) -> int | None:
    """Days that a claim counts over, 1 where it names none, ``None`` for a span undated."""
    windows = [w for w in view.claim.when if w.role in ("since", "until") or SPAN.search(w.text)]
    if windows:
        return view.event.days if view.event else None
    dated = any(w.role == "event" and w.from_ for w in view.claim.when)
    if not dated and (days := _lasting(view.claim.text)) is not None:
        return days
    return None if _cumulative(view) or SINCE.search(view.claim.text) else 1


def _lasting(text: str) -> int | None:
    """Days of a span told by its length: "in less than a month"; "the third in two weeks" is
    told of what came before."""
    match = LASTING.search(text)
    if match is None or NTH_IN.search(text[: match.start()]):
        return None
    number = match["number"].casefold()
    count = int(number) if number.isdecimal() else FEW_WORDS[number]
    return max(1, count * UNIT_DAYS[match["unit"].casefold()])


def other_scale(two: Two) -> bool:
    """Whether one is so many times the other that it counts for longer."""
    (_, low), (_, high) = two.by_number
    return high.low >= OTHER_SCALE * max(1.0, low.low)


def one_cumulative(two: Two) -> bool:
    """Whether only one counts over a longer time."""
    return _cumulative(two.a) != _cumulative(two.b)


def _cumulative(view: View) -> bool:
    return bool(CUMULATIVE.search(view.claim.text))
