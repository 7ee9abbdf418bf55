"""Who the one victim or doer was: a boy or a girl, a man or a woman, a child or a grown-up."""

from __future__ import annotations

from collections.abc import Iterator

from claims.records import Figure
from reconcile.facts.figures import value
from reconcile.facts.told_ages import single_ages
from reconcile.findings import Alignment, Finding, Match
from reconcile.ties import TIES
from reconcile.views import View

_KINDS = {
    "sex": {
        "female": "woman girl female mother daughter sister wife grandmother girlfriend aunt",
        "male": "man boy male father son brother husband grandfather boyfriend uncle",
    },
    "stage": {
        "child": "boy girl child toddler infant baby",
        "adult": "man woman adult mother father wife husband grandmother grandfather",
    },
}
_OF = {
    name: {word: kind for kind, words in kinds.items() for word in words.split()}
    for name, kinds in _KINDS.items()
}
"""``sex`` or ``stage``: a noun, then what it says of it."""


def compare_victims(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """One person in one state, described as two; nothing where either tells of several, or
    nothing ties the two to one happening."""
    if alignment.time.match is Match.DIFFERS or not alignment.ties & TIES.keys():
        return
    first, second = _singles(a), _singles(b)
    for role in sorted(first.keys() & second.keys()):
        one, other = first[role], second[role]
        signs = _unlike(one.noun, other.noun)
        if not signs or _tells(b, role, one.noun) or _tells(a, role, other.noun):
            continue
        if _one_of_many(a, b, role, one) or _one_of_many(b, a, role, other):
            continue
        if alignment.happening.match is Match.SAME:
            signs.add("same_happening")
        values = f"1 {one.noun} {role}", f"1 {other.noun} {role}"
        reason = f"a {one.noun} against a {other.noun} as the one {role}"
        yield Finding("conflict", "actor", values, reason, 0.6, frozenset(signs))


def _unlike(a: str, b: str) -> set[str]:
    """In what two nouns cannot be said of one."""
    return {
        name
        for name, table in _OF.items()
        if (x := table.get(a)) and (y := table.get(b)) and x != y
    }


def _one_of_many(view: View, other: View, role: str, figure: Figure) -> bool:
    """Whether an article tells of somebody else in this state of whom the other says nothing: it
    is another victim, then, whom the other tells of."""
    told = {f.noun for f in other.others(role)} | {f.noun for f in other.claim.figures}
    return any(
        f.noun not in told and _unlike(f.noun, figure.noun)
        for f in view.others(role)
        if f.low == f.high == 1
    )


def compare_sexes(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """One of one age told of as a girl and as a boy; nothing where either article gives anybody
    else that age."""
    first, second = single_ages(a.claim), single_ages(b.claim)
    for one in first:
        for other in second:
            if (one.low, one.high, one.unit) != (other.low, other.high, other.unit):
                continue
            sexes = _OF["sex"].get(one.noun), _OF["sex"].get(other.noun)
            if None in sexes or sexes[0] == sexes[1] or _as_old(b, one) or _as_old(a, other):
                continue
            values = (f"{value(one)}, {one.noun}", f"{value(other)}, {other.noun}")
            signs = {"sex", "same_age"}
            if alignment.happening.match is Match.SAME:
                signs.add("same_happening")
            if len(first) == len(second) == 1:
                signs.add("alone")
            reason = f"a {one.noun} against a {other.noun}, both {value(one)}"
            yield Finding("conflict", "actor", values, reason, 0.6, frozenset(signs))


def _as_old(view: View, figure: Figure) -> bool:
    """Whether an article tells of somebody of this age and this sex."""
    sex = _OF["sex"][figure.noun]
    return any(
        f.low == figure.low and _OF["sex"].get(f.noun) == sex
        for claim in (view.claim, *view.neighbours)
        for f in single_ages(claim)
    )


def _singles(view: View) -> dict[str, Figure]:
    """The one counted in each state; states in which several are counted are left out."""
    found: dict[str, list[Figure]] = {}
    for figure in view.claim.figures:
        if figure.role and figure.role != "age" and not figure.unit:
            found.setdefault(figure.role, []).append(figure)
    return {
        role: row[0]
        for role, row in found.items()
        if len(row) == 1 and row[0].low == row[0].high == 1
    }


def _tells(view: View, role: str, noun: str) -> bool:
    return any(f.noun == noun for f in view.others(role))
