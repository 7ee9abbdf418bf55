"""Statements inside a statement: parts of a counted whole, tolls side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.clause_text import Draft

if TYPE_CHECKING:
    from spacy.tokens import Doc


def parts(doc: Doc, piece: Draft) -> list[Draft]:
    """The statement, divided where it counts a part of a whole or two tolls."""
    return [piece]
