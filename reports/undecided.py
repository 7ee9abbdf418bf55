"""What the tool itself had made of what reviewers decided otherwise: ``tool.jsonl`` of a case.

The other files of a case hold what is in force. A later decision, or an undo, starts from what
the tool had said; so its records are kept where a decision changed them.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from typing import Any

from claims.records import Claim, Cluster, NameMerge, Reconciliation, Relation
from reports.jsonlines import dumps, from_json, to_json

_TABLES: dict[str, Any] = {"claims": Claim, "clusters": Cluster, "relations": Relation}


def render(rec: Reconciliation) -> bytes:
    """JSON lines ``table, id, tool``, sorted; ``tool`` is null for what only a decision made.

    Empty where no decision changed anything.
    """
    return b"".join(map(dumps, _lines(rec)))


def _lines(rec: Reconciliation) -> Iterator[dict[str, Any]]:
    if rec.tool is None:
        return
    for table in _TABLES:
        now = {record.id: record for record in getattr(rec, table)}
        own = {record.id: record for record in getattr(rec.tool, table)}
        for id_ in sorted(now.keys() | own.keys()):
            if now.get(id_) != own.get(id_):
                yield {"table": table, "id": id_, "tool": to_json(own.get(id_))}
    if rec.merges != rec.tool.merges:
        yield {"table": "merges", "id": "", "tool": to_json(rec.tool.merges)}


def restore(rec: Reconciliation, lines: bytes) -> Reconciliation:
    """The tool's own reconciliation, from what a case holds and its ``tool.jsonl``.

    Raises:
        ValueError: A line is not one that :func:`render` wrote; the message names it.
    """
    if not lines.strip():
        return rec
    tables = {name: {r.id: r for r in getattr(rec, name)} for name in _TABLES}
    merges = rec.merges
    for number, line in enumerate(lines.splitlines(), 1):
        try:
            row = json.loads(line)
            if row["table"] == "merges":
                merges = tuple(from_json(NameMerge, each) for each in row["tool"])
            elif row["tool"] is None:
                tables[row["table"]].pop(row["id"], None)
            else:
                table = row["table"]
                tables[table][row["id"]] = from_json(_TABLES[table], row["tool"])
        except (ValueError, KeyError, TypeError) as error:
            raise ValueError(f"tool.jsonl, line {number}: {error}") from error
    records: dict[str, Any] = {
        name: tuple(sorted(table.values(), key=lambda record: record.id))
        for name, table in tables.items()
    }
    return dataclasses.replace(rec, merges=merges, **records)
