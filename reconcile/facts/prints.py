"""Two prints of one text: a sentence that one outlet has edited, with another number in it.

An agency sends its text anew as the count of the dead goes up; outlets print it early and late.
"""

from __future__ import annotations

from reconcile.facts.copies import runs, sentence_words, shares
from reconcile.facts.two_figures import RISING, Two
from reconcile.ties import two_voices

RUN = 12
"""Words in a row that two texts share only where one was written from the other, or both from a
third."""

FEW_WORDS = 8
"""A sentence of fewer words can be anybody's."""

EDITED, EDITED_OF_ONE = 0.65, 0.6
"""Least share of the shorter sentence's words that make it the same sentence: in any case, and
where it is not told by two speakers."""

MANY = 1000
"""Counts from here on are of a war: outlets put their own estimate into a text they print."""


def edited(two: Two) -> bool:
    """Whether both numbers stand in one sentence of one text that two outlets print."""
    a, b = two.a.article, two.b.article
    if a.id == b.id or two.fa.low == two.fb.low or min(two.fa.low, two.fb.low) >= MANY:
        return False
    least = EDITED if two_voices(two.a, two.b) else EDITED_OF_ONE
    mine, theirs = sentence_words(two.a, two.fa), sentence_words(two.b, two.fb)
    if min(len(mine), len(theirs)) < FEW_WORDS or not shares(mine, theirs, least):
        return False
    return not runs(a.text, RUN).isdisjoint(runs(b.text, RUN))


def first_newer(two: Two) -> bool:
    """Whether the first of two figures of one day is the newer: the higher of a state that grows.
    What else is known of the order, the order of the two says already."""
    if two.a.article.published != two.b.article.published:
        return False
    return {two.fa.role, two.fb.role} <= RISING and two.fa.low > two.fb.low
