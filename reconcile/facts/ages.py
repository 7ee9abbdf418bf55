"""Ages of one person."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.fuzz import ratio

from claims.records import Figure
from reconcile.facts.figures import value
from reconcile.findings import Alignment, Finding, Match
from reconcile.views import View

SPELLING = 88
"""Two names at least so alike (rapidfuzz ratio) are one person's under two spellings."""


OFF_BY = 3
"""Years by which two ages of one unnamed person may lie apart; further, they are two people."""


def compare_ages(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """Two ages told of one person: of one name, or the only one of a kind in both articles.

    Nothing where nobody's age is given in both.
    """
    for fa in _ages(a):
        for fb in _ages(b):
            named = _named(fa) and _named(fb)
            if not (_same_name(fa, fb) if named else _only_one(a, b, fa, fb, alignment)):
                continue
            values = value(fa), value(fb)
            if fa.low == fb.low:
                yield Finding("agree", "age", values, f"both give {values[0]}", 0.6)
            else:
                reason = f"{values[0]} against {values[1]} for the age of the {fa.noun}"
                reason = reason.replace("the " + fa.noun, fa.noun) if named else reason
                yield Finding("conflict", "age", values, reason, 0.8 if named else 0.6)


def _ages(view: View) -> list[Figure]:
    return [f for f in view.claim.figures if f.role == "age" and f.high == f.low]


def _named(figure: Figure) -> bool:
    """Whether the age is told of somebody with first name and surname."""
    words = figure.noun.split()
    return len(words) > 1 and words[0][:1].isupper() and words[-1][:1].isupper()


def _same_name(a: Figure, b: Figure) -> bool:
    return ratio(a.noun.casefold(), b.noun.casefold()) >= SPELLING


def _only_one(a: View, b: View, fa: Figure, fb: Figure, alignment: Alignment) -> bool:
    """Whether both articles tell of one "boy" or "driver" only, and neither gives both ages."""
    if fa.noun != fb.noun or fa.noun in ("", "person") or _named(fa):
        return False
    if alignment.happening.match is not Match.SAME or alignment.time.match is Match.DIFFERS:
        return False
    if abs(fa.low - fb.low) > OFF_BY or len(_ages(a)) > 1 or len(_ages(b)) > 1:
        return False
    return _told(a, fa.noun) == {fa.low} and _told(b, fb.noun) == {fb.low}


def _told(view: View, noun: str) -> set[float]:
    """The ages an article gives of anybody who is called so."""
    own = {f.low for f in _ages(view) if f.noun == noun}
    return own | {f.low for f in view.others("age") if f.noun == noun}
