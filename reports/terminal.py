"""What a run ends with in a terminal."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from rich.table import Table
from rich.text import Text

from claims.records import Reconciliation
from reports import words
from reports.escape import safe
from reports.trail import show
from reports.view import View

__all__ = ["closing_table", "show"]


def closing_table(rec: Reconciliation, case_dir: Path) -> Table:
    """What a run found: articles, stories, claims, clusters, conflicts by kind, and the report.

    Conflicts are relations, a pair of claims each; read as questions they make up disputes.
    Lines that count nothing are left out, but for the conflicts.
    """
    view = View(rec)
    verdicts = Counter(relation.verdict for relation in rec.relations)
    conflicts = [r for r in rec.relations if r.verdict == "conflict"]
    kinds = Counter(r.kinds[0] if r.kinds else "other" for r in conflicts)
    table = Table(show_header=False, box=None, pad_edge=False)
    table.add_column(justify="right", style="bold")
    table.add_column(overflow="fold")
    outlets = words.count(len(view.outlets), "outlet")
    rows: list[tuple[int, str, str]] = [
        (len(rec.articles), f"{_noun(len(rec.articles), 'article')} by {outlets}", ""),
        (len(rec.stories), f"{_noun(len(rec.stories), 'story')} that several of them tell", ""),
        (len(rec.claims), _noun(len(rec.claims), "claim"), ""),
        (len(rec.clusters), _noun(len(rec.clusters), "cluster"), ""),
        (
            len(conflicts),
            f"≠ {_noun(len(conflicts), 'conflict')}{_by_kind(kinds)}",
            "red" if conflicts else "",
        ),
        (len(view.disputes), f"{_noun(len(view.disputes), 'dispute')} they make up", ""),
        (verdicts["update"], f"→ {_noun(verdicts['update'], 'update')}", "yellow"),
        (verdicts["agree"], f"= {_noun(verdicts['agree'], 'agreement')}", "green"),
        (len(view.corroborated), f"✓ corroborated {_noun(len(view.corroborated), 'cluster')}", ""),
        (verdicts["scope"], f"◫ {_noun(verdicts['scope'], 'pair')} of other scope", ""),
        (len(view.undated), f"? {_noun(len(view.undated), 'article')} without a date", ""),
        (len(rec.skipped), "not read", ""),
    ]
    for amount, what, style in rows:
        if amount or "≠" in what:
            table.add_row(f"{amount:,}", Text(what, style=style))
    table.add_row("", Text(f"report: {safe(str(case_dir / 'report.html'))}"))
    return table


def _noun(amount: int, noun: str) -> str:
    return noun if amount == 1 else words.plural(noun)


def _by_kind(kinds: Counter[str]) -> str:
    named = dict(words.KIND.items())
    listed = ", ".join(f"{named.get(kind, kind)} {kinds[kind]}" for kind in sorted(kinds))
    return f" ({listed})" if listed else ""
