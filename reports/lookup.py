"""One record of a case by its id, or by the beginning of it."""

from __future__ import annotations

from claims.records import Claim, Cluster, Reconciliation, Relation, Story
from corpus.records import Article
from reports import escape

Found = Article | Claim | Cluster | Relation | Story
_LISTED = 8


def find(rec: Reconciliation, identifier: str) -> Found:
    """The record with this id, or the only one whose id begins so.

    Raises:
        LookupError: None or several do; the message is one line for the user, and of several
            lists the first eight.
    """
    groups: tuple[tuple[str, tuple[Found, ...]], ...] = (
        ("article", rec.articles),
        ("claim", rec.claims),
        ("cluster", rec.clusters),
        ("relation", rec.relations),
        ("story", rec.stories),
    )
    every = [(name, record) for name, records in groups for record in records]
    exact = [(name, record) for name, record in every if record.id == identifier]
    begun = exact or [
        (name, record) for name, record in every if identifier and record.id.startswith(identifier)
    ]
    if len(begun) == 1:
        return begun[0][1]
    wanted = escape.safe(identifier)
    if not begun:
        raise LookupError(f"the case has no article, claim, cluster, relation or story {wanted!r}")
    listed = ", ".join(f"{name} {escape.safe(record.id)}" for name, record in begun[:_LISTED])
    more = f" and {len(begun) - _LISTED} more" if len(begun) > _LISTED else ""
    raise LookupError(f"{wanted!r} may be {listed}{more}")
