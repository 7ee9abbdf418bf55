"""``review``: the terminal review session."""

from __future__ import annotations

from pathlib import Path

import click

from reconcile.commands import options


@click.command()
@options.case
@options.reviewer
@options.store
@click.option("--ascii/--unicode", "ascii_only", default=None, help="Default: by the locale.")
def review(case: Path, reviewer: str | None, store: str | None, ascii_only: bool | None) -> None:
    """Work through what was flagged in the CASE, one key a decision (? shows the keys)."""
    from reconcile.review.start import review as reviewed
    from reports.escape import safe

    counts = reviewed(case, reviewer, store, ascii_only)
    said = f"{counts.done} decided, {counts.to_do} left; every decision is kept."
    shown = f"reconcile report {case} --format md shows the case with them."
    click.echo(safe(f"{said} {shown}"), err=True)
