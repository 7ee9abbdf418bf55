"""Outcomes: what one claim says happened cannot be if the other's did."""

from __future__ import annotations

from collections.abc import Iterator

from claims.records import Happening
from reconcile.findings import Alignment, Finding
from reconcile.views import View, content_words

LIKE = 0.45
"""Least likeness of two claims of which one denies what the other says."""


def compare_outcomes(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """Opposite happenings to the same participants, or one happening affirmed and negated."""
    first, second = a.claim.happening, b.claim.happening
    if first is None or second is None:
        return
    if "planned" in (a.claim.modality, b.claim.modality):
        return  # what is planned and what came of it do not clash
    if not _share(first, second, "agent", "patient") or alignment.likeness < LIKE:
        return
    if first.sense == second.sense and a.claim.polarity != b.claim.polarity:
        values = _said(a, first), _said(b, second)
        reason = f"one says {values[0]}, the other {values[1]}"
        yield Finding("conflict", "outcome", values, reason, 0.7)


def _share(a: Happening, b: Happening, *parts: str) -> bool:
    """Whether a participant named in both is the same, and none differs."""
    same = 0
    for part in parts:
        first, second = content_words(getattr(a, part)), content_words(getattr(b, part))
        if first and second:
            if not first & second:
                return False
            same += 1
    return same > 0


def _said(view: View, happened: Happening) -> str:
    negation = "not " if view.claim.polarity == "negated" else ""
    return f"{negation}{happened.sense}"
