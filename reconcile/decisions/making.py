"""Decisions as a reviewer makes them: what is decided on is copied into them. Writes nothing."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from claims.records import Act, Claim, Decision, Kind, Opinion, Reconciliation
from reconcile.decisions.finding import Index, index
from reconcile.ids import relation_id
from reports import escape

Pair = str | tuple[str, str]
"""A relation by its id, or two claims that the tool may not have related."""


def event(act: Act, reviewer: str, **fields: Any) -> Decision:
    """An event of the log with an id of its own; it has its time when it is appended."""
    return Decision(id=f"d{uuid.uuid4().hex[:15]}", at="", reviewer=reviewer, act=act, **fields)


def decide(
    rec: Reconciliation | Index,
    relation: Pair,
    opinion: Opinion,
    reviewer: str,
    kinds: Sequence[Kind] = (),
) -> Decision:
    """A verdict on a relation of the tool's reconciliation.

    Raises:
        LookupError: The case has no such relation or claim; one line for the user.
    """
    return event(
        "verdict", reviewer, opinion=opinion, kinds=tuple(kinds), **_pair(index(rec), relation)
    )


def note(rec: Reconciliation | Index, relation: Pair, text: str, reviewer: str) -> Decision:
    """A note on a relation. Raises as :func:`decide`."""
    return event("note", reviewer, text=text, **_pair(index(rec), relation))


def tag(
    rec: Reconciliation | Index, relation: Pair, text: str, reviewer: str, on: bool = True
) -> Decision:
    """A tag on a relation, or its removal. Raises as :func:`decide`."""
    return event("tag" if on else "untag", reviewer, text=text, **_pair(index(rec), relation))


def split(rec: Reconciliation | Index, claim: str, reviewer: str) -> Decision:
    """A claim is not of its cluster's fact. Raises as :func:`decide`."""
    held = index(rec)
    return event("split", reviewer, a=held.quoted(_claim(held, claim)))


def merge(rec: Reconciliation | Index, a: str, b: str, reviewer: str) -> Decision:
    """The clusters of two claims state one fact. Raises as :func:`decide`."""
    held = index(rec)
    return event("merge", reviewer, a=held.quoted(_claim(held, a)), b=held.quoted(_claim(held, b)))


def name_pair(name: str, variant: str, same: bool, reviewer: str) -> Decision:
    """Two spellings are (not) one name; ``name`` is the one to use."""
    return event("same_name" if same else "not_same_name", reviewer, names=(name, variant))


def _pair(held: Index, pair: Pair) -> dict[str, Any]:
    if isinstance(pair, str):
        relation = held.relations.get(pair)
        if relation is None:
            raise LookupError(f"the case has no relation {escape.safe(pair)!r}")
        first, second = relation.a, relation.b
    else:
        first, second = pair
    a, b = _claim(held, first), _claim(held, second)
    if (relation := held.between(a.id, b.id)) is not None and relation.a == b.id:
        a, b = b, a  # as the tool has them
    values = held.values(a.id, b.id)
    return {
        "relation": relation_id(a.id, b.id),
        "a": held.quoted(a, values[0]),
        "b": held.quoted(b, values[1]),
        "said": held.said(a.id, b.id),
    }


def _claim(held: Index, id_: str) -> Claim:
    claim = held.claims.get(id_)
    if claim is None:
        raise LookupError(f"the case has no claim {escape.safe(id_)!r}")
    return claim
