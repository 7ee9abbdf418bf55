"""The formats ``reconcile report`` renders a case to."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claims.records import Reconciliation
from reconcile.decisions import learning, telling
from reports import claimreview, tables
from reports.case import FILES

Render = Callable[[Reconciliation], bytes]


def _table(name: str, render: Callable[[Reconciliation, str], str | bytes]) -> Render:
    def rendered(rec: Reconciliation) -> bytes:
        made = render(rec, name)
        return made.encode("utf-8", "replace") if isinstance(made, str) else made

    return rendered


def _tables() -> Iterator[tuple[str, Render]]:
    for name in tables.TABLES:
        yield f"{name}.csv", _table(name, tables.csv)
        yield f"{name}.parquet", _table(name, tables.parquet)


FORMATS: dict[str, Render] = {
    "html": FILES["report.html"],
    "md": FILES["report.md"],
    "graphml": FILES["graph.graphml"],
    "prov": FILES["provenance.jsonld"],
    "claimreview": lambda rec: claimreview.render(rec).encode("utf-8", "replace"),
    **dict(_tables()),
    **{name: FILES[name] for name in ("claims.jsonl", "clusters.jsonl", "relations.jsonl")},
    "agreement": telling.agreement,
    "pairs": learning.pairs,
}
"""Name of a format to what renders a case as it."""

BINARY = frozenset(name for name in FORMATS if name.endswith(".parquet"))
"""Formats that are no text and go to a file only."""
