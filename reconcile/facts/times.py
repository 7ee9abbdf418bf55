"""Times of day of one happening."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from claims.records import Claim
from reconcile.alignment import alike
from reconcile.findings import Alignment, Finding, Match
from reconcile.views import View

SLACK = datetime.timedelta(minutes=20)
"""Two clock times no further apart are one: accounts round to the quarter of an hour."""

PRECISE = datetime.timedelta(hours=1)
"""A part of the day ("in the evening") is no clock time."""

LIKE = 0.45
"""Least likeness of two claims whose times are compared."""


LIKE_UNNAMED = 0.6
"""The same where one of them does not say to whom it happened."""

HALF_DAY = datetime.timedelta(hours=12)
"""Apart by this much, one of two times has lost its "a.m." or "at night"."""


def compare_times(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """Clock times of one happening on one day; nothing when either gives none."""
    if alignment.happening.match is not Match.SAME or alignment.likeness < LIKE:
        return
    mine, other = a.participant("patient"), b.participant("patient")
    if not alike(mine, other) and ((mine and other) or alignment.likeness < LIKE_UNNAMED):
        return
    for first in _times(a.claim):
        for second in _times(b.claim):
            gap = max(second[0] - first[1], first[0] - second[1])
            if abs(first[0] - second[0]) > datetime.timedelta(hours=20):
                continue  # another day: a question of dates
            values = first[0].strftime("%H:%M"), second[0].strftime("%H:%M")
            if abs(abs(first[0] - second[0]) - HALF_DAY) <= PRECISE:
                continue
            if gap <= SLACK:
                reason = f"{values[0]} and {values[1]} can be one time"
                yield Finding("agree", "time", values, reason, 0.4)
            else:
                reason = f"{values[0]} against {values[1]}: two times of day for one happening"
                yield Finding("conflict", "time", values, reason, 0.7)


def _times(claim: Claim) -> list[tuple[datetime.datetime, datetime.datetime]]:
    """First and last minute of each clock time of a claim."""
    found = []
    for when in claim.when:
        if when.from_ and when.to and "T" in when.from_ and "T" in when.to:
            first, last = map(datetime.datetime.fromisoformat, (when.from_, when.to))
            if last - first <= PRECISE and when.role == "event":
                found.append((first.replace(tzinfo=None), last.replace(tzinfo=None)))
    return found
