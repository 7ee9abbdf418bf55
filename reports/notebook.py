"""A case as a piece of HTML for a notebook: counts, then disputes with the words of each side."""

from __future__ import annotations

from claims.records import Claim, Reconciliation
from reports import words
from reports.html.rendering import environment
from reports.view import View

DISPUTES, QUOTES = 12, 3
"""Most disputes shown, and most quotes of a side."""


def render(rec: Reconciliation) -> str:
    """The piece of HTML; it brings its own style, under one class, and no script or link."""
    view = View(rec)

    def quotes(claims: tuple[Claim, ...]) -> list[tuple[Claim, str]]:
        witnesses = view.by_origin(claims)[:QUOTES]
        return [(claim, words.outlet(view.article(claim))) for claim, _ in witnesses]

    template = environment().get_template("notebook.html.j2")
    return template.render(view=view, rec=rec, quotes=quotes, most=DISPUTES)
