"""For which time a statement is made: "as of Friday", "said on Monday", else its publication."""

from __future__ import annotations

import dataclasses
import datetime
import re

from claims.records import AsOfFrom, Claim, When
from corpus.records import Article

_AS_OF = re.compile(r"\b(?:as of|by|as at|up to|until|through)\s+(?:the\s+)?$", re.IGNORECASE)
_SAID = re.compile(
    r"[^.;:\"”\n]{0,40}?\b(?:on\s+)?(monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.IGNORECASE,
)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NEAR = 24
"""Code points before a date in which "as of" stands."""


@dataclasses.dataclass(frozen=True, slots=True)
class AsOf:
    """The time a statement is made for."""

    time: str | None
    """ISO 8601 day or time; ``None`` when not known."""
    known: AsOfFrom

    def before(self, other: AsOf) -> bool:
        """Whether it is surely earlier: by day, and within one day by the hours, where both are
        known."""
        if self.time is None or other.time is None:
            return False
        if self.time[:10] != other.time[:10] or min(len(self.time), len(other.time)) == 10:
            return self.time[:10] < other.time[:10]
        return datetime.datetime.fromisoformat(self.time).replace(
            tzinfo=None
        ) < datetime.datetime.fromisoformat(other.time).replace(tzinfo=None)


def as_of(claim: Claim, article: Article) -> AsOf:
    """The time a claim is stated for: the day it gives after "as of" or "by", the weekday its
    source spoke on, its article's publication; in this order."""
    for when in claim.when:
        day = when.to or when.from_
        if day is not None and _counts_to(when, article):
            return AsOf(day, "text")
    said = _said(claim, article)
    if said is not None:
        return AsOf(said.isoformat(), "text")
    return AsOf(article.published, "published" if article.published else "none")


def _counts_to(when: When, article: Article) -> bool:
    before = article.text[max(0, when.start - _NEAR) : when.start]
    return bool(_AS_OF.search(before) or _AS_OF.match(when.text.split(" ")[0] + " "))


def _said(claim: Claim, article: Article) -> datetime.date | None:
    """The weekday right after the words of saying, the last one up to publication."""
    published = article.published_date
    if claim.speaker is None or claim.speaker.cue is None or published is None:
        return None
    end = claim.speaker.cue[1]
    match = _SAID.match(article.text, end, end + 60)
    # A day inside the quote is when it happened, not when it was said.
    if match is None or (claim.start < match.end() and match.start(1) < claim.end):
        return None
    back = (published.weekday() - _DAYS.index(match[1].casefold())) % 7
    return published - datetime.timedelta(days=back)
