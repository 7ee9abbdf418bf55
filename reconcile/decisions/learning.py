"""Decisions as labelled pairs: the input of ``reconcile judge``, with the reviewers' verdict."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claims.records import Decision, Quoted, Reconciliation, Ruling
from reconcile.decisions.finding import Index
from reports.jsonlines import dumps

CONTEXT = 300
"""Code points of the article on either side of a text."""


def pairs(rec: Reconciliation) -> bytes:
    """A JSON line for each relation with a verdict, sorted by id; empty where there is none.

    ``verdict`` and ``kinds`` are those of the last reviewer to be sure; ``sure`` is 1 where all
    who were sure agree, else 0 and ``second`` is another's verdict; ``reviewers`` counts them.
    A decision whose quotes are gone, or on which nobody was sure, is left out.
    """
    index = Index(rec)
    lines = []
    for ruling in rec.rulings:
        sure = [*_sure(ruling)]
        relation = index.relations.get(ruling.relation)
        if sure:
            last = sure[-1]
            kinds = last.kinds or (relation.kinds if relation else ())
            row = {
                "id": ruling.relation,
                "a": _side(index, last.a),
                "b": _side(index, last.b),
                "verdict": last.opinion,
                "kinds": list(kinds) if last.opinion in ("conflict", "update") else [],
                "sure": int(not ruling.disagree),
                "reviewers": len(sure),
            }
            others = [each.opinion for each in sure if each.opinion != last.opinion]
            lines.append(dumps(row | ({"second": others[-1]} if others else {})))
    return b"".join(lines)


def _sure(ruling: Ruling) -> Iterator[Decision]:
    gone = {stale.decision for stale in ruling.stale if not stale.holds}
    for decision in ruling.decisions:
        if decision.opinion not in (None, "unsure") and decision.id not in gone:
            yield decision


def _side(index: Index, side: Quoted | None) -> dict[str, Any]:
    """One text with its context, as far as it is known."""
    claim = index.same(side) if side else None
    article = index.articles.get(claim.article) if claim else None
    if claim is None or article is None:
        return {"text": side.quote if side else ""}
    known = {
        "published": article.published,
        "outlet": article.outlet,
        "before": article.text[max(0, claim.start - CONTEXT) : claim.start],
        "after": article.text[claim.end : claim.end + CONTEXT],
        "title": article.title,
    }
    place = {"doc": article.id, "start": claim.start, "end": claim.end}
    return {"text": claim.quote, **{k: v for k, v in known.items() if v}, **place}
