"""Dates of one happening: two claims that date the same thing on different days."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.facts.before import compare_before
from reconcile.facts.dated import Dated, dated
from reconcile.facts.days import ONE_OFF, compare_days, date_signs
from reconcile.facts.parties import same_party
from reconcile.findings import Alignment, Finding, both_give
from reconcile.views import View, content_words

OF_PLACES = frozenset({"capture", "withdraw", "hold"})
"""Happenings that befall places."""

OF_THINGS = frozenset("begin end open close sign launch found".split())
"""Happenings that befall things without a name: a ceasefire, an offensive."""


def compare_dates(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """What two claims say of when one thing happened; nothing when either gives no date."""
    yield from compare_before(a, b, alignment)
    mine, theirs = list(dated(a)), list(dated(b))
    met = {d.spoken for d in mine} & {d.spoken for d in theirs} - {None}
    for first in mine:
        for second in theirs:
            if met and first.spoken != second.spoken:
                continue  # the other day is of something else
            if first.sense != second.sense or not _same_thing(a, b, first, second):
                yield from compare_days(a, b, first, second, alignment)
                continue
            if _inherits(a, first) or _inherits(b, second):
                continue
            values = str(first.interval), str(second.interval)
            gap = first.interval.gap(second.interval)
            what = f"{first.sense} of {first.patient or second.patient}".strip()
            if gap == 0:
                reason = both_give(values, f"{values[0]} and {values[1]} can be one date")
                reason = f"{reason} ({what})"
                yield Finding("agree", "date", values, reason, 0.5)
            elif first.sense in ONE_OFF:
                reason = f"{values[0]} against {values[1]} ({what})"
                # Night falls between two neighbouring days; a clash of one day is less sure.
                signs = date_signs(first, second, gap) | {"same_thing"}
                weight = 0.4 if gap == 1 else 0.8
                yield Finding("conflict", "date", values, reason, weight, signs, gap > 1)


def _same_thing(a: View, b: View, first: Dated, second: Dated) -> bool:
    """Whether both date the same happening to the same thing, by no other party."""
    if first.agent and second.agent and not same_party(first.agent, second.agent):
        return False
    return bool(_object(a, first) & _object(b, second))


def _object(view: View, given: Dated) -> frozenset[str]:
    """What the happening befell: its names, as canonical words.

    A count of nobody named is no object: two attacks may each have killed people.
    """
    if given.sense in OF_PLACES:
        return view.places or view.named_in(given.patient) or view.before
    if any(f.role != "age" and f.text in given.patient for f in view.claim.figures):
        return frozenset()
    if named := view.named_in(given.patient):
        return content_words(" ".join(named))
    return content_words(given.patient) if given.sense in OF_THINGS else frozenset()


def _inherits(view: View, given: Dated) -> bool:
    """Whether the place it befell ("territory") is named only in the sentences before, which is
    too little for one capture."""
    return given.sense in OF_PLACES and not view.places and not view.named_in(given.patient)
