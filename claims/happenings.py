"""What a clause says happened: its sense, who did it, to whom, where."""

from __future__ import annotations

from claims.clauses import Clause
from claims.parse import Parsed
from claims.records import Happening


def happening(parsed: Parsed, clause: Clause) -> Happening | None:
    """What the clause says happened, or ``None`` when nothing does."""
    if not clause.tokens:
        return None
    root = parsed.doc[clause.root]
    start, end = parsed.span(root, root)
    return Happening(root.lemma_.lower(), start, end, "", "", ())
