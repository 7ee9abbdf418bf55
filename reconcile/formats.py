"""The formats ``reconcile report`` renders a case to."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claims.records import Reconciliation
from reports import graphml, html, markdown, prov, tables

Render = Callable[[Reconciliation], bytes]


def _text(render: Callable[[Reconciliation], str]) -> Render:
    return lambda rec: render(rec).encode("utf-8", "replace")


def _table(name: str, render: Callable[[Reconciliation, str], str | bytes]) -> Render:
    def rendered(rec: Reconciliation) -> bytes:
        made = render(rec, name)
        return made.encode("utf-8", "replace") if isinstance(made, str) else made

    return rendered


def _tables() -> Iterator[tuple[str, Render]]:
    for name in ("articles", "claims", "clusters", "relations", "conflicts"):
        yield f"{name}.csv", _table(name, tables.csv)
        yield f"{name}.parquet", _table(name, tables.parquet)


FORMATS: dict[str, Render] = {
    "html": _text(html.render),
    "md": _text(markdown.render),
    "graphml": _text(graphml.render),
    "prov": _text(prov.render),
    **dict(_tables()),
}
"""Name of a format to what renders a case as it."""

BINARY = frozenset(name for name in FORMATS if name.endswith(".parquet"))
"""Formats that are no text and go to a file only."""
