"""The user's own word on names: a CSV file with a line a pair of names.

::

    name,variant,same
    United Kingdom,Britain,yes
    Hama,Homs,no

``yes``: both are one name, and the first is its spelling. ``no``: never merge the two.
"""

from __future__ import annotations

import csv
import dataclasses
import io

HEADER = "name,variant,same"
"""The first line of the file."""


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
        columns = ", ".join(sorted(missing))
        raise ValueError(f"aliases: no column {columns} in the first line; want {HEADER}")
    same: list[tuple[str, str]] = []
    apart: set[frozenset[str]] = set()
    for row in rows:
        name, variant = (row["name"] or "").strip(), (row["variant"] or "").strip()
        verdict = (row["same"] or "").strip().casefold()
        line = f"aliases, line {rows.line_num}"
        if verdict not in ("yes", "no") or not name or not variant:
            raise ValueError(f"{line}: want a name, a variant and yes or no ({HEADER})")
        pair = frozenset((name, variant))
        if pair in (apart if verdict == "yes" else {frozenset(told) for told in same}):
            raise ValueError(f"{line}: {name} and {variant} are told yes and no")
        if verdict == "yes":
            same.append((name, variant))
        else:
            apart.add(pair)
    return Aliases(tuple(same), frozenset(apart))
