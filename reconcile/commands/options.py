"""Arguments and options that commands share."""

from __future__ import annotations

from pathlib import Path

import click

case = click.argument("case", type=click.Path(path_type=Path))
quiet = click.option("--quiet", is_flag=True, help="No progress and no table.")
as_json = click.option("--json", "as_json", is_flag=True, help="The result as JSON.")
store = click.option(
    "--store",
    envvar="RECONCILE_STORE",
    help="Where decisions are kept: postgresql://user@host/database or sqlite:///file. "
    "Default: what the case remembers, else decisions.sqlite in its folder.",
)
reviewer = click.option(
    "--reviewer", help="Who decides. Default: $RECONCILE_REVIEWER, else the login name."
)
