"""What came before an incident: on its day, by one claim, and a day or more earlier, by another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.facts.cues import HARM, told_at, told_of
from reconcile.facts.dated import spoken
from reconcile.facts.one_event import least_story
from reconcile.findings import Alignment, Finding
from reconcile.views import View

KINDS = frozenset({"argued"})
"""What comes before an incident once, of the kinds of ``reconcile.facts.cues``."""

SMALL_HOURS = "06"
"""Before this hour the evening before is the day before."""

_SAME_DAY = re.compile(
    r"\bearlier (?:in|on|that|the same)(?: the| that| the same)? (?:day|evening|night|afternoon)\b"
    r"|\b(?:minutes|moments|an hour|shortly|just|a short time|immediately) "
    r"(?:before|earlier|prior)\b"
    r"|\b(?:that|the) same (?:day|evening|night|afternoon)\b",
    re.IGNORECASE,
)
_DAYS_BEFORE = re.compile(
    r"\b(?:an?|the|one|two|three|several|some|few) (?:day|week|month)s? (?:before|earlier|prior)\b"
    r"|\b(?:a|the) previous (?:day|week|month)\b",
    re.IGNORECASE,
)


def compare_before(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """A quarrel on the day of the shooting and one the day before; nothing where they agree."""
    if alignment.story < least_story(alignment):
        return
    first, second = _came(a), _came(b)
    if first is None or second is None or first[0] != second[0] or first[1] == second[1]:
        return
    values = tuple("that day" if one[1] else "a day or more before" for one in (first, second))
    reason = f"{values[0]} against {values[1]}: when it came before what the articles tell of"
    signs = frozenset({"told", "before"})
    yield Finding("conflict", "date", (values[0], values[1]), reason, 0.4, signs)


def _came(view: View) -> tuple[str, bool] | None:
    """What a claim says came before, and whether on the same day; ``None`` where it tells of
    nothing of the kind, or of no day, or of both."""
    text = view.claim.text
    same, days = _SAME_DAY.search(text), _DAYS_BEFORE.search(text)
    if same and not days:
        return _of(text, same, True)
    if days and not same:
        return _of(text, days, False)
    if same or not _days_before(view):
        return None
    when = view.claim.when[0]
    kind = told_at(view.article.text, when.start, when.end)
    return (kind, False) if kind in KINDS else None


def _of(text: str, found: re.Match[str], same: bool) -> tuple[str, bool] | None:
    kind = told_of(text, found.start(), found.end(), True)
    return (kind, same) if kind in KINDS else None


def _days_before(view: View) -> bool:
    """Whether a claim's one day is before each day of which its article tells an attack."""
    if len(view.claim.when) != 1 or (day := spoken(view.claim.when[0])) is None:
        return False
    text = view.article.text
    attacks = [
        (other, (when.from_ or "")[10:13])
        for claim in view.neighbours
        for when in claim.when
        if when.role == "event" and (other := spoken(when)) is not None
        if told_at(text, when.start, when.end) in HARM
    ]
    return bool(attacks) and all(
        (other - day).days > (1 if hour and hour[1:] < SMALL_HOURS else 0)
        for other, hour in attacks
    )
