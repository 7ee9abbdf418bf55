"""The user's own word on names: a CSV file ``name,variant,same`` (``yes`` or ``no``)."""

from __future__ import annotations

import csv
import dataclasses
import io


@dataclasses.dataclass(frozen=True, slots=True)
class Aliases:
    """Merges the user orders and forbids."""

    same: tuple[tuple[str, str], ...] = ()
    """Pairs (name, variant): the name is the canonical spelling."""
    apart: frozenset[frozenset[str]] = frozenset()
    """Pairs that are never merged."""


def read_aliases(text: str) -> Aliases:
    """Reads the file's text.

    Raises:
        ValueError: A column is missing, or ``same`` is neither ``yes`` nor ``no``; the message
            names the line.
    """
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    missing = {"name", "variant", "same"} - set(rows.fieldnames or ())
    if missing:
        raise ValueError(f"aliases: no column {', '.join(sorted(missing))}")
    same: list[tuple[str, str]] = []
    apart: set[frozenset[str]] = set()
    for row in rows:
        name, variant = (row["name"] or "").strip(), (row["variant"] or "").strip()
        verdict = (row["same"] or "").strip().casefold()
        if verdict not in ("yes", "no") or not name or not variant:
            raise ValueError(f"aliases, line {rows.line_num}: want a name, a variant and yes or no")
        if verdict == "yes":
            same.append((name, variant))
        else:
            apart.add(frozenset((name, variant)))
    return Aliases(tuple(same), frozenset(apart))
