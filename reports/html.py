"""The report as one HTML file that opens from disk and asks nothing of a network."""

from __future__ import annotations

import html as _html

from claims.records import Reconciliation
from reports import markdown


def render(rec: Reconciliation) -> str:
    return (
        "<!doctype html><meta charset=utf-8><pre>" + _html.escape(markdown.render(rec)) + "</pre>"
    )
