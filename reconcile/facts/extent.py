"""How much of it: all, most, half or a part of one thing that befell it."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from reconcile.alignment import alike
from reconcile.findings import Alignment, Finding, Match, held
from reconcile.views import REMEMBERED, View, at_two_dates, content_words, telling

Share = tuple[float, float]

_SHARES: dict[str, Share] = {
    r"(?:nearly|almost|virtually|practically) (?:all|every|the (?:whole|entire)|completely|"
    r"entirely)": (0.85, 1.0),
    r"(?:nearly|almost|just under|about|around|roughly) half": (0.4, 0.56),
    r"(?:more than|over) half|(?:the |a )?majority of|most(?:ly)?(?: of)?": (0.5, 0.99),
    r"(?:a |the )?minority of": (0.01, 0.49),
    r"two[- ]thirds": (0.6, 0.73),
    r"three[- ]quarters": (0.7, 0.8),
    r"(?:a|one)[- ]third": (0.28, 0.38),
    r"(?:a|one)[- ]quarter": (0.2, 0.3),
    r"half": (0.42, 0.58),
    r"(?:(?:all|whole|entire(?:ly|ty)?|complete(?:ly)?|full(?:y)?|total(?:ly)?|every|in full)"
    r"(?! time| scale|-scale|-time| year| night| day))": (1.0, 1.0),
    r"(?:in )?parts? of|partial(?:ly)?|in part|some(?: of)?|portions? of|sections? of|several of|"
    r"(?:a )?few of": (0.01, 0.95),
    r"none|no part": (0.0, 0.0),
}
"""Words for a share: its least and its most. Tried in this order; a longer phrase comes first."""

_PATTERN = re.compile(
    r"(?<![\w-])(?:" + "|".join(f"({words})" for words in _SHARES) + r")(?![\w-])", re.IGNORECASE
)
_ROWS = tuple(_SHARES.values())
_PERCENT = re.compile(r"(\d{1,3}(?:\.\d+)?) ?(?:%|per ?cent\b)", re.IGNORECASE)
_NOT_SHARES = re.compile(
    r"\b(?:at all|above all|after all|in all|most (?:likely|recent\w*|important\w*|wanted|"
    r"probably|\w+ly|of the (?:time|day))|all (?:over|along|the (?:more|way))|some \d[\d,]*|"
    r"half (?:an? )?(?:hour|mile|dozen|past)|first half|second half|full (?:name|\w+ing))\b",
    re.IGNORECASE,
)

LIKE = 0.55
"""Least likeness of two claims for their shares to be of one thing."""


@functools.lru_cache(maxsize=REMEMBERED)
def share(text: str) -> tuple[Share, str] | None:
    """The one share a text tells of, as a range, and its words; ``None`` for none and several."""
    text = _NOT_SHARES.sub(" ", text)
    found = [
        (_ROWS[next(i for i, group in enumerate(m.groups()) if group is not None)], m[0])
        for m in _PATTERN.finditer(text)
    ]
    for match in _PERCENT.finditer(text):
        value = float(match[1]) / 100
        found.append(((max(0.0, value - 0.03), min(1.0, value + 0.03)), match[0]))
    return found[0] if len(found) == 1 else None


def compare_extents(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """Two shares of one thing that cannot be one; nothing where either tells of none."""
    first, second = share(a.claim.text), share(b.claim.text)
    if first is None or second is None or alignment.likeness < LIKE:
        return
    (low, high), (least, most) = first[0], second[0]
    if max(low, least) <= min(high, most) or alignment.time.match is Match.DIFFERS:
        return
    if not (_attached(a, first[1]) and _attached(b, second[1])):
        return
    act = alignment.happening.match is Match.SAME
    if not act or a.claim.polarity != b.claim.polarity or not _one_thing(a, b):
        return
    later = at_two_dates(a, b)
    signs = {
        "later": later,
        "same_place": alignment.place.match is Match.SAME,
        "same_object": alike(a.participant("patient"), b.participant("patient")),
        "whole": 1.0 in (low, least),
    }
    values = first[1].casefold(), second[1].casefold()
    reason = f"{values[0]} against {values[1]} as how much of it"
    yield Finding("conflict", "extent", values, reason, 0.5, held(signs))


def _attached(view: View, words: str) -> bool:
    """Whether a share is one of what it befell, or of the act: "some of the forty guests" in an
    aside is neither."""
    happened = view.claim.happening
    told = f"{happened.patient} {happened.agent}" if happened else ""
    return words in told or words.casefold().endswith("ly")


def _one_thing(a: View, b: View) -> bool:
    """Whether what it befell is described alike, by more than the words for the share."""
    first, second = (_thing(view) for view in (a, b))
    named = telling(a, a.named_in(first) & b.named_in(second))
    mine, other = (content_words(_PATTERN.sub(" ", text)) for text in (first, second))
    return named or alike(mine, other)


def _thing(view: View) -> str:
    happened = view.claim.happening
    return (happened.patient or happened.agent) if happened else ""
