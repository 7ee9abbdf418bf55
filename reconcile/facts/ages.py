"""Ages of one person."""

from __future__ import annotations

from collections.abc import Iterator

from claims.records import Claim, Figure
from reconcile.facts.figures import value
from reconcile.findings import Alignment, Finding
from reconcile.views import View, content_words

REACH = 40
"""Code points between a person's name and the age that is told of them."""


def compare_ages(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """Two ages told of one named person; nothing where the person is not named in both."""
    for fa in _ages(a.claim):
        for fb in _ages(b.claim):
            who = _person(a.claim, fa) & _person(b.claim, fb)
            if not who:
                continue
            values = value(fa), value(fb)
            if fa.low == fb.low:
                yield Finding("agree", "age", values, f"both give {values[0]}", 0.6)
            else:
                name = " ".join(sorted(who))
                reason = f"{values[0]} against {values[1]} for the age of {name}"
                yield Finding("conflict", "age", values, reason, 0.8)


def _ages(claim: Claim) -> list[Figure]:
    return [f for f in claim.figures if f.role == "age" and f.high == f.low]


def _person(claim: Claim, figure: Figure) -> frozenset[str]:
    """Words of the name nearest to an age, canonical and casefolded; empty when none is near."""
    near = [
        (min(abs(n.end - figure.start), abs(figure.end - n.start)), n.start, n.name)
        for n in claim.names
    ]
    near = [row for row in near if row[0] <= REACH]
    return content_words(min(near)[2]) if near else frozenset()
