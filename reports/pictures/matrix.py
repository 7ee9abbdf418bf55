"""Outlets against outlets: how often each pair disputes, updates and agrees."""

from __future__ import annotations

import dataclasses
import itertools
from collections import Counter
from collections.abc import Sequence

from reports.questions import Question
from reports.view import View

OUTLETS = 16
"""Most outlets of the matrix: those of most findings."""


@dataclasses.dataclass(frozen=True, slots=True)
class Cell:
    """What two outlets have in common; an outlet with itself: two articles of its own."""

    conflicts: int
    """Disputes in which they stand on different sides."""
    updates: int
    agreements: int
    """Facts that both state, without a dispute between any."""


@dataclasses.dataclass(frozen=True, slots=True)
class Matrix:
    """``cells[i][j]`` is of ``outlets[i]`` and ``outlets[j]``; it is symmetric."""

    outlets: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]
    left_out: int


def matrix(view: View) -> Matrix:
    """The matrix of a case; with fewer than two outlets it has no cells."""
    conflicts, updates = _pairs_of(view, view.disputes), _pairs_of(view, view.updates)
    agreements = Counter(
        pair
        for cluster in view.rec.clusters
        if cluster.status != "disputed"
        for pair in itertools.combinations(sorted(set(cluster.outlets)), 2)
    )
    busy: Counter[str] = Counter()
    for counted in (conflicts, updates, agreements):
        for pair, amount in counted.items():
            for outlet in set(pair):
                busy[outlet] += amount
    order = sorted(view.outlets, key=lambda outlet: (-busy[outlet], outlet))[:OUTLETS]
    outlets = tuple(sorted(order))
    if len(outlets) < 2:
        return Matrix((), (), 0)
    cells = tuple(
        tuple(
            Cell(*(counted[_pair(one, other)] for counted in (conflicts, updates, agreements)))
            for other in outlets
        )
        for one in outlets
    )
    return Matrix(outlets, cells, len(view.outlets) - len(outlets))


def pairs(view: View, question: Question) -> set[tuple[str, str]]:
    """The pairs of outlets that the relations of a question join."""
    found = set()
    for relation in question.relations:
        one, other = (view.article(view.claims[key]) for key in (relation.a, relation.b))
        if one and other:
            found.add(_pair(one.outlet, other.outlet))
    return found


def _pairs_of(view: View, questions: Sequence[Question]) -> Counter[tuple[str, str]]:
    counted: Counter[tuple[str, str]] = Counter()
    for question in questions:
        counted.update(pairs(view, question))
    return counted


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one <= other else (other, one)
