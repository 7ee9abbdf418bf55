"""Ages of one person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.records import Claim, Figure
from reconcile.facts.figures import value
from reconcile.findings import Alignment, Finding
from reconcile.views import View

_AFTER = re.compile(r"\W{0,3}(?:aged? |who (?:is|was) )?", re.IGNORECASE)
"""What may stand between a name and the age after it: "Nora Lind, 23"."""

_BEFORE = re.compile(
    r"(?:[\s,-]*(?!(?:and|or|son|daughter|wife|husband|brother|sister)\b)[a-z]+){0,3}[\s,]*"
)
"""What may stand between an age and the name after it: "23-year-old student Nora Lind"."""


def compare_ages(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """Two ages told of one named person; nothing where the person is not named in both."""
    for fa in _ages(a.claim):
        for fb in _ages(b.claim):
            who = _person(a.claim, fa)
            if not who or who != _person(b.claim, fb):
                continue
            values = value(fa), value(fb)
            if fa.low == fb.low:
                yield Finding("agree", "age", values, f"both give {values[0]}", 0.6)
            else:
                reason = f"{values[0]} against {values[1]} for the age of {who}"
                yield Finding("conflict", "age", values, reason, 0.8)


def _ages(claim: Claim) -> list[Figure]:
    return [f for f in claim.figures if f.role == "age" and f.high == f.low]


def _person(claim: Claim, figure: Figure) -> str:
    """Canonical name, of two words at least, of the person whose age it is; empty if unsure."""
    for name in claim.names:
        if len(name.name.split()) < 2 or not claim.start <= name.start < claim.end:
            continue
        if name.end <= figure.start:
            gap, fits = claim.quote[name.end - claim.start : figure.start - claim.start], _AFTER
        else:
            gap, fits = claim.quote[figure.end - claim.start : name.start - claim.start], _BEFORE
        if fits.fullmatch(gap):
            return name.name
    return ""
