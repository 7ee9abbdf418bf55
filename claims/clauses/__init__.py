"""Sentences into statements: one claim, one statement."""

from __future__ import annotations

import dataclasses

from claims.clauses.ages import ages
from claims.clauses.asides import asides
from claims.clauses.assertion import asserts
from claims.clauses.heads import layout
from claims.clauses.names import carry_names
from claims.clauses.nested import nested
from claims.clauses.parts import parts
from claims.clauses.record import Clause
from claims.clauses.text import Draft, draft
from claims.clauses.write import write
from claims.parse import Parsed

__all__ = ["Clause", "carry_names", "split"]


def split(parsed: Parsed) -> tuple[Clause, ...]:
    """The statements of a sentence, in the order of their quotes.

    Every word of the sentence but those of a reporting frame ("the monitor said") and those
    that join statements ("and", "after", "which") is in the quote of one of them. A dated relative
    clause that its noun can't do without ("territory that rebels seized in 2016") stays in the
    text of the outer statement too, but its tokens are only the inner one's. No two have the same
    quote. The age of a source has a statement of its own. A sentence that cannot be divided with
    confidence is one statement; one that has no predicate gives nothing but the ages in it.
    """
    doc = parsed.doc
    if not asserts(parsed):
        return tuple(ages(parsed))
    plan = layout(doc)
    drafts = [
        part
        for head in plan.heads
        for whole in nested(doc, plan, draft(doc, plan, head))
        for piece in asides(doc, plan, whole)
        for part in parts(doc, piece)
    ]
    drafts = [piece for piece in drafts if piece.own] or [_whole(parsed)]
    clauses = [_clause(parsed, piece) for piece in _distinct(drafts)]
    clauses += ages(parsed, (i for clause in clauses for i in clause.tokens))
    return tuple(sorted(clauses, key=lambda clause: (clause.start, clause.end)))


def _whole(parsed: Parsed) -> Draft:
    words = [token.i for token in parsed.doc if not token.is_space]
    root = next((i for i in words if parsed.doc[i].head.i == i), words[0])
    return Draft(root, tuple(words), frozenset(words))


def _distinct(drafts: list[Draft]) -> list[Draft]:
    """The same quote twice would be one claim: the second keeps to what only it has."""
    seen: set[tuple[int, int]] = set()
    result: list[Draft] = []
    for piece in drafts:
        span = min(piece.own), max(piece.own)
        if span in seen:
            others = set().union(*(p.own for p in result if (min(p.own), max(p.own)) == span))
            piece = dataclasses.replace(piece, own=(piece.own - others) or frozenset({piece.root}))
            span = min(piece.own), max(piece.own)
        if span not in seen:
            seen.add(span)
            result.append(piece)
    return result


def _clause(parsed: Parsed, piece: Draft) -> Clause:
    doc = parsed.doc
    start, end = parsed.span(doc[min(piece.own)], doc[max(piece.own)])
    text = write(parsed.written, piece.items) or parsed.sentence.text.strip()
    return Clause(start, end, text, piece.tokens, piece.root, piece.subset)
