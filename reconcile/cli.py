"""The command line: each command parses, calls one function and shows the result.

Results go to standard output or files, progress and warnings to standard error. Exit status:
0 done, 2 wrong usage, 3 failed for a reason that was said in one line.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import IO, NoReturn

import click
from rich.console import Console

from reconcile.commands import options
from reconcile.commands.decisions import bench, decide, decided, decisions
from reconcile.commands.review import review
from reconcile.errors import ReconcileError

FAILED = 3
INTERRUPTED = 130

_manifest = click.option(
    "--manifest",
    type=click.Path(path_type=Path),
    help="CSV with path,outlet,published,title,url,agency; overrules what the files say.",
)
_model = click.option("--model", help="A sentence-transformers model: folder or hub name.")
_aliases = click.option(
    "--aliases",
    type=click.Path(path_type=Path),
    help="CSV with name,variant,same (yes or no): names you merge or keep apart.",
)


_outlets = click.option(
    "--outlets",
    type=click.Path(path_type=Path),
    help="CSV with outlet,owner,agency: who owns an outlet, whose text it prints.",
)


def _say(line: str) -> None:
    from reports.escape import safe

    click.echo(safe(line), err=True)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="reconcile")
def commands() -> None:
    """Where outlets agree, where they clash, and the sentence behind every word of it."""


for _command in (review, decide, decisions, bench):
    commands.add_command(_command)


@commands.command()
@click.argument("sources", nargs=-1, required=True)
@click.option("--case", required=True, type=click.Path(path_type=Path), help="The case's folder.")
@_manifest
@_model
@_aliases
@_outlets
@options.store
@options.quiet
@options.as_json
def run(
    sources: tuple[str, ...],
    case: Path,
    manifest: Path | None,
    model: str | None,
    aliases: Path | None,
    outlets: Path | None,
    store: str | None,
    quiet: bool,
    as_json: bool,
) -> None:
    """Read SOURCES into a case, reconcile them and write the report.

    A source is a file, a folder or a URL: text, Markdown, HTML, PDF, mail (.eml), JSON, CSV or
    Parquet (a row an article), RSS or Atom (an entry an article), a web archive (.warc, .warc.gz),
    or a ZIP archive of these. What cannot be read is listed with its reason.

    A second run on the same case adds what is new, and keeps what reviewers decided.
    """
    _run(sources, case, manifest, model, aliases, quiet, as_json, store, outlets)


@commands.command()
@click.option("--case", default="demo-case", show_default=True, type=click.Path(path_type=Path))
@_model
@options.quiet
@options.as_json
def demo(case: Path, model: str | None, quiet: bool, as_json: bool) -> None:
    """Run on the small sample corpus that ships inside the package."""
    from corpus.sample import sample_sources

    folder, manifest = sample_sources()
    _run((str(folder),), case, manifest, model, None, quiet, as_json)


def _run(
    sources: tuple[str, ...],
    case: Path,
    manifest: Path | None,
    model: str | None,
    aliases: Path | None,
    quiet: bool,
    as_json: bool,
    store: str | None = None,
    outlets: Path | None = None,
) -> None:
    from reconcile.progress import Bars
    from reconcile.runs import run_case
    from reports.terminal import closing_table

    with Bars(Console(stderr=True), shown=not quiet and not as_json) as bars:
        rec = run_case(sources, case, manifest, model, aliases, bars, store, outlets)
    for left_out in rec.skipped:
        _say(f"skipped {left_out.path}: {left_out.reason}")
    if as_json:
        result = {"counts": rec.run["counts"], "report": str(case / "report.html")}
        click.echo(json.dumps(result))
    elif not quiet:
        console = Console()
        # The path of the report stays on one line, to be copied.
        console.width = max(console.width, len(str(case)) + 40)
        console.print(closing_table(rec, case))


@commands.command()
@click.argument("sources", nargs=-1, required=True)
@_manifest
@_aliases
@options.quiet
def claims(
    sources: tuple[str, ...], manifest: Path | None, aliases: Path | None, quiet: bool
) -> None:
    """Split the articles of SOURCES into claims, as JSON lines."""
    from reconcile.progress import Bars
    from reconcile.runs import claims_of
    from reports.jsonlines import dumps, to_json

    with Bars(Console(stderr=True), shown=not quiet) as bars:
        found, skipped = claims_of(sources, manifest, aliases, bars)
    for left_out in skipped:
        _say(f"skipped {left_out.path}: {left_out.reason}")
    _write_lines(dumps(to_json(claim)) for claim in found)


@commands.command()
@click.argument("file", type=click.File("r", encoding="utf-8", errors="replace"))
@_model
@options.quiet
def judge(file: IO[str], model: str | None, quiet: bool) -> None:
    """Judge the pairs of FILE (- is standard input): JSON lines in, JSON lines out."""
    from reconcile.progress import Bars
    from reconcile.runs import judge_lines

    failed = 0
    with Bars(Console(stderr=True), shown=not quiet) as bars:
        for answer in judge_lines(file, model, bars):
            if isinstance(answer, ReconcileError):
                failed += 1
                _say(str(answer))
            else:
                click.echo(answer)
    if failed:
        raise ReconcileError(f"{failed} lines could not be judged; the others were")


@commands.command()
@options.case
@click.option("--format", "name", required=True, help="html, md, graphml, prov, claims.csv ...")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Default: standard output.")
@options.store
def report(case: Path, name: str, output: Path | None, store: str | None) -> None:
    """Render the CASE again in one format, with what its reviewers decided; needs no model."""
    from reconcile.formats import BINARY, FORMATS

    if name not in FORMATS:
        raise click.BadParameter(f"one of {', '.join(FORMATS)}", param_hint="--format")
    if name in BINARY and output is None:
        raise click.UsageError(f"{name} is no text: name a file with -o")
    rendered = FORMATS[name](decided(case, store))
    if output is None:
        click.echo(rendered, nl=False)
    else:
        output.write_bytes(rendered)


@commands.command()
@options.case
@click.argument("id_", metavar="ID")
@options.store
def show(case: Path, id_: str, store: str | None) -> None:
    """Show one article, claim, cluster, relation or story of the CASE with its trail."""
    from reports.terminal import show as shown

    rec = decided(case, store)
    try:
        Console().print(shown(rec, id_))
    except LookupError as error:
        raise ReconcileError(str(error.args[0])) from error


def _write_lines(lines: Iterable[bytes]) -> None:
    for line in lines:
        sys.stdout.buffer.write(line.rstrip(b"\n") + b"\n")


def main() -> NoReturn:
    """The entry point: turns every foreseen failure into one line and exit status 3."""
    from reports.case import CaseError

    try:
        commands.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (ReconcileError, CaseError) as error:
        _say(f"reconcile: {error}")
        sys.exit(FAILED)
    except (KeyboardInterrupt, click.Abort):
        _say("reconcile: stopped; a case that was there is as it was")
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:
        _say(f"reconcile: {error.filename or ''}: {error.strerror or error}")
        sys.exit(FAILED)
    sys.exit(0)
