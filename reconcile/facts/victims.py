"""Who the one victim or doer was: a boy or a girl, a man or a woman, a child or a grown-up."""

from __future__ import annotations

from collections.abc import Iterator

from claims.records import Figure
from reconcile.findings import Alignment, Finding, Match
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
    """One person in one state, described as two; nothing where either tells of several."""
    first, second = _singles(a), _singles(b)
    for role in sorted(first.keys() & second.keys()):
        one, other = first[role], second[role]
        signs = {
            name
            for name, table in _OF.items()
            if (x := table.get(one.noun)) and (y := table.get(other.noun)) and x != y
        }
        if not signs or _tells(b, role, one.noun) or _tells(a, role, other.noun):
            continue
        if alignment.happening.match is Match.SAME:
            signs.add("same_happening")
        values = f"1 {one.noun} {role}", f"1 {other.noun} {role}"
        reason = f"a {one.noun} against a {other.noun} as the one {role}"
        yield Finding("conflict", "actor", values, reason, 0.6, frozenset(signs))


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
