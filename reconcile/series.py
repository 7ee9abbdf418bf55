"""A series of statements of one origin is a line, not a dispute."""

from __future__ import annotations

import dataclasses

from claims.records import Kind, Relation
from reconcile.asof import as_of
from reconcile.views import View

_CHANGING: frozenset[Kind] = frozenset({"figure", "extent", "outcome"})
"""What one source may state anew; another age, place or actor is a contradiction in itself."""


def in_series(relation: Relation, a: View, b: View) -> Relation:
    """A conflict of two statements of one origin made for two times as the update it is, b the
    later; any other relation as it is.

    Args:
        relation: Of the claims of ``a`` and ``b``, which rest on one origin.
        a: The claim ``relation.a``.
        b: The claim ``relation.b``.
    """
    if relation.verdict != "conflict" or not set(relation.kinds) <= _CHANGING:
        return relation
    first, second = as_of(a.claim, a.article), as_of(b.claim, b.article)
    if second.before(first):
        relation = dataclasses.replace(
            relation, a=relation.b, b=relation.a, values=tuple(reversed(relation.values))
        )
        first, second = second, first
    elif not first.before(second):
        return relation
    told = " and ".join(relation.values)
    return dataclasses.replace(
        relation,
        verdict="update",
        score=min(relation.score, _MOST),
        reason=f"One origin states {told or 'the two'}, for {first.time} and then for "
        f"{second.time}: a series, not a dispute.",
    )


_MOST = 0.45
"""Highest score of an update, as the judge scores them."""
