"""Ages of one person."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rapidfuzz.fuzz import token_set_ratio

from claims.figures import comparable
from claims.figures.units import in_base_units
from claims.records import Figure
from reconcile.facts.figures import value
from reconcile.findings import Alignment, Finding, Match
from reconcile.views import View

SPELLING = 88
"""Two names at least so alike (rapidfuzz token set ratio, so that a middle name may be left out)
are one person's."""

OFF_BY = 3
"""Years by which two ages of one unnamed person may lie apart; further, they are mostly two
people."""


def compare_ages(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """Two ages told of one person: of one name, or the only one left of a kind in both claims.

    Nothing where nobody's age is given in both.
    """
    for fa, fb in _matched(_ages(a), _ages(b)):
        values = value(fa), value(fb)
        named = _named(fa) and _named(fb)
        if _one_age(fa, fb):
            if named or (fa.noun == fb.noun and alignment.happening.match is Match.SAME):
                yield Finding("agree", "age", values, f"both give {values[0]}", 0.6)
            continue
        who = next((f.noun for f in (fa, fb) if _named(f)), f"the {fa.noun or fb.noun or 'person'}")
        reason = f"{values[0]} against {values[1]} for the age of {who}"
        signs = frozenset(name for name, holds in SIGNS.items() if holds(a, b, fa, fb))
        yield Finding("conflict", "age", values, reason, 0.8 if named else 0.6, signs)


def _matched(first: Sequence[Figure], second: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Ages of one person: by name; else what is left, one on each side, once equal ages met."""
    left, right = list(first), list(second)
    for same in (_one_named, _same_name, _one_person):
        for one in tuple(left):
            other = next((f for f in right if same(one, f)), None)
            if other is not None:
                left.remove(one)
                right.remove(other)
                yield one, other
    if len(left) == len(right) == 1 and _may_be_one(left[0], right[0]):
        yield left[0], right[0]


def _ages(view: View) -> list[Figure]:
    return [f for f in view.claim.figures if f.role == "age" and f.high == f.low]


def _named(figure: Figure) -> bool:
    """Whether the age is told of somebody by name."""
    return figure.noun[:1].isupper()


def _one_age(a: Figure, b: Figure) -> bool:
    """Whether somebody may be of both ages: who is 18 months old is one year old."""
    (first, end), (other, last) = _years(a), _years(b)
    return first < last and other < end


def _years(figure: Figure) -> tuple[float, float]:
    """From the day one is so old to the day one is older, in years."""
    unit = figure.unit or "year"
    year, _ = in_base_units(1, "year")
    low, high = (in_base_units(figure.low + more, unit)[0] / year for more in (0, 1))
    return low, high


def _apart(a: Figure, b: Figure) -> float:
    """Years between two ages."""
    return abs(_years(a)[0] - _years(b)[0])


def _same_name(a: Figure, b: Figure) -> bool:
    if not (_named(a) and _named(b)):
        return False
    return token_set_ratio(a.noun.casefold(), b.noun.casefold()) >= SPELLING


def _one_named(a: Figure, b: Figure) -> bool:
    return _same_name(a, b) and _one_age(a, b)


def _one_person(a: Figure, b: Figure) -> bool:
    return _one_age(a, b) and _may_be_one(a, b)


def _may_be_one(a: Figure, b: Figure) -> bool:
    """Whether two descriptions can be one person's; a name can be anybody's."""
    if _named(a) and _named(b):
        return False
    alike = _named(a) or _named(b) or comparable(a, b) != "other"
    return alike and _apart(a, b) <= OFF_BY


def _told(view: View, noun: str) -> set[float]:
    """The ages an article gives of anybody who is called so."""
    own = {f.low for f in _ages(view) if f.noun == noun}
    return own | {f.low for f in view.others("age") if f.noun == noun}


def _only_one(a: View, b: View, fa: Figure, fb: Figure) -> bool:
    """Whether both articles give one age only to anybody who is called so."""
    return _told(a, fa.noun) == {fa.low} and _told(b, fb.noun) == {fb.low}


def _given_too(a: View, b: View, fa: Figure, fb: Figure) -> bool:
    """Whether one of the articles gives the other's age to somebody as well."""
    return _gives(a, fb) or _gives(b, fa)


def _gives(view: View, figure: Figure) -> bool:
    return any(f.low == figure.low for f in (*_ages(view), *view.others("age")))


SIGNS: dict[str, Callable[[View, View, Figure, Figure], bool]] = {
    "named": lambda a, b, fa, fb: _named(fa) and _named(fb),
    "one_year": lambda a, b, fa, fb: _apart(fa, fb) <= 1,
    "one_named": lambda a, b, fa, fb: _named(fa) != _named(fb),
    "same_noun": lambda a, b, fa, fb: fa.noun == fb.noun,
    "only_one": _only_one,
    "given_too": _given_too,
    "alone": lambda a, b, fa, fb: len(_ages(a)) == len(_ages(b)) == 1,
}
"""What of two ages may tell one person from two."""
