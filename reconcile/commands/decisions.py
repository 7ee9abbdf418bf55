"""``decide``, ``decisions`` and ``bench``: the review without a screen, for scripts."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, get_args

import click

from claims.records import Kind, Opinion, Reconciliation
from reconcile.commands import options
from reconcile.errors import ReconcileError

if TYPE_CHECKING:
    from reconcile.decisions import Log

_OPINIONS, _KINDS = get_args(Opinion), get_args(Kind)


@click.command()
@options.case
@click.argument("relation")
@click.argument("verdict", type=click.Choice(_OPINIONS, case_sensitive=False))
@click.option("--note", "notes", multiple=True, help="What is to be said of it.")
@click.option("--tag", "tags", multiple=True, help="A word to find it by.")
@click.option(
    "--kind", "kinds", multiple=True, type=click.Choice(_KINDS), help="What clashes, or changed."
)
@options.reviewer
@options.store
@options.quiet
@options.as_json
def decide(
    case: Path,
    relation: str,
    verdict: Opinion,
    notes: tuple[str, ...],
    tags: tuple[str, ...],
    kinds: tuple[Kind, ...],
    reviewer: str | None,
    store: str | None,
    quiet: bool,
    as_json: bool,
) -> None:
    """Give a VERDICT on a RELATION of the CASE.

    RELATION is its id or the beginning of it, or two claims as CLAIM+CLAIM where the tool sees
    no relation. The decision is on disk when the command returns; reports and exports heed it.
    """
    from reconcile.decisions import (
        apply,
        check_reviewer,
        default_reviewer,
        index,
        making,
        open_case_log,
    )
    from reports.case import read_case

    if kinds and verdict not in ("conflict", "update"):
        raise click.UsageError("--kind goes with conflict and update")
    who = check_reviewer(reviewer or default_reviewer())
    rec = read_case(case)
    tool = index(rec)
    with open_case_log(case, rec, store) as log:
        before, _ = log.read()
        pair = _pair(apply(tool, before), relation)
        made = log.append(
            making.decide(tool, pair, verdict, who, kinds),
            *(making.note(tool, pair, note, who) for note in notes),
            *(making.tag(tool, pair, tag, who) for tag in tags),
        )
    shown = apply(tool, (*before, *made))
    (ruling,) = (ruling for ruling in shown.rulings if ruling.relation == made[0].relation)
    had = ruling.tool.verdict if ruling.tool else None
    row = {
        "id": made[0].id,
        "relation": ruling.relation,
        "verdict": ruling.opinion,
        "disagree": ruling.disagree,
        "tool": had,
    }
    force = "reviewers disagree" if ruling.disagree else f"{ruling.opinion} is in force"
    said = f"the tool says {had}" if had else "the tool does not relate the two"
    _result(row, f"{ruling.relation}: {force}; {said}", quiet, as_json)


def _pair(rec: Reconciliation, words: str) -> tuple[str, str]:
    """The claims of a relation by the beginning of its id, or two by the beginnings of theirs."""
    first, plus, second = words.partition("+")
    if not plus:
        relations = {relation.id: (relation.a, relation.b) for relation in rec.relations}
        return relations[_only(relations, words, "relation")]
    ids = [claim.id for claim in rec.claims]
    a, b = _only(ids, first, "claim"), _only(ids, second, "claim")
    if a == b:
        raise ReconcileError(f"{words}: a claim and itself are no pair")
    return a, b


def _only(ids: Iterable[str], begun: str, what: str) -> str:
    from reports.escape import safe

    found = [id_ for id_ in ids if begun and id_.startswith(begun)]
    if begun in found:
        return begun
    if len(found) == 1:
        return found[0]
    if not found:
        raise ReconcileError(f"the case has no {what} {safe(begun)!r}")
    raise ReconcileError(f"{safe(begun)!r} may be {', '.join(found[:8])}: give more of the id")


@click.command()
@options.case
@click.option("--export", "export", type=click.File("wb"), help="Write them to FILE (- is stdout).")
@click.option(
    "--format",
    "name",
    type=click.Choice(["log", "pairs"]),
    help="log: every event, to import elsewhere. pairs: labelled pairs for judge.",
)
@click.option("--import", "source", type=click.File("rb"), help="Take in another's log.")
@click.option("--undo", "step", flag_value="undo", help="Take back your last decision.")
@click.option("--redo", "step", flag_value="redo", help="Take up again what you undid last.")
@options.reviewer
@options.store
@options.quiet
@options.as_json
def decisions(
    case: Path,
    export: IO[bytes] | None,
    name: str | None,
    source: IO[bytes] | None,
    step: str | None,
    reviewer: str | None,
    store: str | None,
    quiet: bool,
    as_json: bool,
) -> None:
    """List, export or import the decisions on the CASE, or undo one.

    Importing what a case holds already changes nothing; nothing is ever deleted from the log.
    """
    from reconcile.decisions import (
        apply,
        case_key,
        exchange,
        fold,
        learning,
        open_case_log,
        open_log,
        telling,
    )
    from reports.case import read_case

    rec = read_case(case)
    if source is not None:
        with open_case_log(case, rec, store) as log:
            new = log.adopt(exchange.load(source))
        _result({"imported": new}, f"{new} new decisions", quiet, as_json)
    elif step is not None:
        with open_case_log(case, rec, store) as log:
            _step(log, step, reviewer, quiet, as_json)
    else:
        with open_log(case, store, case_key(rec)) as log:
            events, _ = log.read()
        if export is not None or name is not None:
            content = (
                learning.pairs(apply(rec, events)) if name == "pairs" else exchange.dump(events)
            )
            goal: IO[bytes] = export or sys.stdout.buffer
            goal.write(content)
        else:
            rows = telling.listing(apply(rec, events), fold(events))
            _show(rows, quiet, as_json)


def _step(log: Log, step: str, reviewer: str | None, quiet: bool, as_json: bool) -> None:
    from reconcile.decisions import check_reviewer, default_reviewer

    who = check_reviewer(reviewer or default_reviewer())
    made = log.undo(who) if step == "undo" else log.redo(who)
    if made is None:
        raise ReconcileError(f"{who} has nothing to {step}")
    _result({step: made.target}, f"{step}: {made.target}", quiet, as_json)


def _result(row: dict[str, Any], line: str, quiet: bool, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(row))
    elif not quiet:
        click.echo(line)


def _show(rows: list[dict[str, Any]], quiet: bool, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(rows))
        return
    if quiet:
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from reconcile.decisions import telling
    from reports.escape import safe

    if not rows:
        click.echo("nothing was decided on this case")
        return
    table = Table(box=None, pad_edge=False)
    for column in ("when (UTC)", "reviewer", "decision", "on", "state"):
        table.add_column(column, overflow="fold")
    for row in rows:
        cells = telling.cells(row)
        table.add_row(*(Text(safe(cell)) for cell in cells))
    Console().print(table)


@click.command()
@options.case
@options.store
@options.as_json
def bench(case: Path, store: str | None, as_json: bool) -> None:
    """How often the tool had agreed with the reviewers of the CASE, by verdict and kind."""
    from reconcile.decisions import measures, telling

    rec = decided(case, store)
    scores = measures.scores(rec.rulings)
    if as_json:
        click.echo(json.dumps(telling.bench_json(rec, scores)))
    else:
        click.echo(telling.bench(rec, scores))


def decided(case: Path, store: str | None) -> Reconciliation:
    """A case with the decisions on it applied.

    Raises:
        CaseError, StoreError: The case or its log cannot be read.
    """
    from reconcile.decisions import apply, case_key, open_log
    from reports.case import read_case

    rec = read_case(case)
    with open_log(case, store, case_key(rec)) as log:
        return apply(rec, log.read()[0])
