"""What a terminal shows: the closing table of a run, and one record with its whole trail."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from rich.table import Table
from rich.text import Text

from claims.records import Reconciliation
from reports import words
from reports.escape import safe
from reports.view import View


def closing_table(rec: Reconciliation, case_dir: Path) -> Table:
    """What a run found: articles, claims, clusters, disputes by kind, where the report lies."""
    view = View(rec)
    verdicts = Counter(relation.verdict for relation in rec.relations)
    kinds = Counter(q.kinds[0] if q.kinds else "other" for q in view.disputes)
    table = Table(show_header=False, box=None, pad_edge=False)
    table.add_column(justify="right", style="bold")
    table.add_column(overflow="fold")
    rows: list[tuple[int, str]] = [
        (
            len(rec.articles),
            f"{_noun(len(rec.articles), 'article')} by {words.count(len(view.outlets), 'outlet')}",
        ),
        (len(rec.claims), _noun(len(rec.claims), "claim")),
        (len(rec.clusters), _noun(len(rec.clusters), "cluster")),
        (len(view.corroborated), "corroborated"),
        (len(view.disputes), "≠ " + _noun(len(view.disputes), "dispute") + _by_kind(kinds)),
        (verdicts["update"], "→ " + _noun(verdicts["update"], "update")),
        (verdicts["agree"], "= " + _noun(verdicts["agree"], "agreement")),
        (verdicts["scope"], "◫ other scope"),
        (len(view.undated), _noun(len(view.undated), "article") + " without a date"),
        (len(rec.skipped), "not read"),
    ]
    for amount, what in rows:
        table.add_row(f"{amount:,}", Text(what))
    table.add_row("", Text(f"report: {safe(str(case_dir / 'report.html'))}"))
    return table


def _noun(amount: int, noun: str) -> str:
    return noun if amount == 1 else words.plural(noun)


def _by_kind(kinds: Counter[str]) -> str:
    listed = ", ".join(f"{words.KIND.get(kind, kind)} {kinds[kind]}" for kind in sorted(kinds))
    return f" ({listed})" if listed else ""
