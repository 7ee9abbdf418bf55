"""Pieces that every record shown in a terminal is made of."""

from __future__ import annotations

import re

from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from claims.records import Relation
from reports import words
from reports.escape import safe

STYLE = {
    "conflict": "bold red",
    "update": "bold yellow",
    "agree": "bold green",
    "scope": "bold blue",
    "different": "dim",
}


def heading(kind: str, identifier: str) -> Text:
    """What is shown: its kind and its id."""
    return Text.assemble((f"{kind} ", "dim"), (safe(identifier), "bold"))


def rule(title: str) -> Rule:
    """A line across with a title from outside or ours."""
    return Rule(Text(safe(title)), style="dim", align="left")


def facts(*rows: tuple[str, str]) -> Table:
    """Names and values; rows without a value are left out."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for name, value in rows:
        if value:
            table.add_row(name, Text(safe(value)))
    return table


def line(text: str) -> str:
    """A text on one line, harmless."""
    return re.sub(r"\s+", " ", safe(text))


def verdict(relation: Relation) -> Text:
    """Symbol, word and kinds of a relation."""
    symbol, word = words.VERDICT[relation.verdict]
    kinds = ", ".join(words.KIND[kind] for kind in relation.kinds)
    return Text.assemble(
        (f"{symbol} {word}", STYLE[relation.verdict]), f" ({kinds})" if kinds else ""
    )
