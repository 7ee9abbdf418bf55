"""A case on disk: every file of it written at once, or none.

A run that is killed must leave the previous case whole, and a case folder also holds files of
others (the store, decisions), so the folder itself is never moved. Instead, as a journal does:

1. everything is rendered into ``.staging`` inside the folder (same file system);
2. ``.staging`` is renamed to ``.ready``. This one rename is the moment the new case exists;
3. each file is moved from ``.ready`` over the old one, and ``.ready`` is removed.

Killed before 2, the old case is untouched and ``.staging`` is dropped by the next run. Killed
after 2, the next reader or writer carries step 3 to its end. One process writes a case at a
time; that is the caller's to ensure.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from claims.records import Claim, Cluster, Reconciliation, Relation, Story
from claims.unclaimed import all_not_claims
from corpus.records import Article, TextLink
from reports import undecided
from reports.jsonlines import dumps, read_records, run_from_json, run_to_json, write_records

STAGING, READY = ".staging", ".ready"
_IGNORED = frozenset({STAGING, READY, ".DS_Store", "Thumbs.db", "desktop.ini"})
"""What may lie in a folder that counts as empty."""


class CaseError(Exception):
    """A case folder that cannot be used; the message is one clear line for the user."""


def _text(module: str) -> Callable[[Reconciliation], bytes]:
    """What ``module`` renders, imported on use: a second that who only reads a case need not wait
    for."""

    def rendered(rec: Reconciliation) -> bytes:
        text: str = importlib.import_module(module).render(rec)
        return text.encode("utf-8", "replace")

    return rendered


FILES: dict[str, Callable[[Reconciliation], bytes]] = {
    "articles.jsonl": lambda rec: write_records(rec.articles),
    "claims.jsonl": lambda rec: write_records(rec.claims),
    "not_claims.jsonl": lambda rec: write_records(all_not_claims(rec.articles, rec.claims)),
    "clusters.jsonl": lambda rec: write_records(rec.clusters),
    "stories.jsonl": lambda rec: write_records(rec.stories),
    "relations.jsonl": lambda rec: write_records(rec.relations),
    "origins.jsonl": lambda rec: write_records(rec.links),
    "tool.jsonl": undecided.render,
    "report.html": _text("reports.html"),
    "report.md": _text("reports.markdown"),
    "graph.graphml": _text("reports.graphml"),
    "provenance.jsonld": _text("reports.prov"),
    "run.json": lambda rec: dumps(run_to_json(rec), indent=2),
}
"""The files of a case and what renders each."""


def check_case(directory: Path) -> None:
    """Whether a case may be written to ``directory``, before hours are spent on it.

    The folder need not exist. Nothing is changed.

    Raises:
        CaseError: It is a file, holds something that is no case, or cannot be written to.
    """
    try:
        _check(directory)
    except OSError as error:
        raise CaseError(f"cannot use {directory} as a case: {_why(error)}") from error


def _check(directory: Path) -> None:
    if not directory.exists():
        parent = next((up for up in directory.absolute().parents if up.exists()), None)
        if parent is None or not parent.is_dir() or not os.access(parent, os.W_OK | os.X_OK):
            raise CaseError(f"cannot create the case {directory}: {parent} cannot be written to")
        return
    if not directory.is_dir():
        raise CaseError(f"{directory} is a file, not a case folder")
    held = {path.name for path in directory.iterdir()} - _IGNORED
    if held and not is_case(directory):
        raise CaseError(
            f"{directory} holds something else ({sorted(held)[0]}, no run.json of ours): "
            "name an empty or a new folder"
        )
    if not os.access(directory, os.W_OK | os.X_OK):
        raise CaseError(f"the case folder {directory} cannot be written to")


def is_case(directory: Path) -> bool:
    """Whether a folder holds a case of ours, one whose writing was cut off included."""
    try:
        run_from_json(json.loads(_current(directory, "run.json").read_bytes()))
    except (OSError, ValueError):
        return False
    return True


def write_case(rec: Reconciliation, directory: Path) -> None:
    """Writes every file of a case; files of others in the folder stay.

    Raises:
        CaseError: As :func:`check_case`, or the disk failed; the previous case is intact.
    """
    check_case(directory)
    staging = directory / STAGING
    try:
        directory.mkdir(parents=True, exist_ok=True)
        finish(directory)
        shutil.rmtree(staging, ignore_errors=True)
        staging.mkdir()
        for name, render in FILES.items():
            _write(staging / name, render(rec))
        staging.rename(directory / READY)
        finish(directory)
    except OSError as error:
        with contextlib.suppress(OSError):
            shutil.rmtree(staging)
        raise CaseError(f"cannot write the case {directory}: {_why(error)}") from error


def finish(directory: Path) -> None:
    """Carries a write that was cut off after its rename to its end; otherwise does nothing.

    Raises:
        OSError: The folder cannot be written to.
    """
    ready = directory / READY
    if not ready.is_dir():
        return
    for path in sorted(ready.iterdir()):
        path.replace(directory / path.name)
    ready.rmdir()


def read_case(directory: Path) -> Reconciliation:
    """The reconciliation in a case folder, as the tool made it: no decision is applied.

    Works on a folder that may only be read, too.

    Raises:
        CaseError: There is no case, or a file of it is missing or damaged.
    """
    with contextlib.suppress(OSError):
        finish(directory)
    if not _current(directory, "run.json").is_file():
        raise CaseError(f"{directory} is no case: it has no run.json")
    try:
        run = run_from_json(json.loads(_current(directory, "run.json").read_bytes()))
        # A case of an older version has no such files.
        links = _current(directory, "origins.jsonl")
        stories = _current(directory, "stories.jsonl")
        tool = _current(directory, "tool.jsonl")
        rec = Reconciliation(
            articles=read_records(Article, _current(directory, "articles.jsonl")),
            claims=read_records(Claim, _current(directory, "claims.jsonl")),
            clusters=read_records(Cluster, _current(directory, "clusters.jsonl")),
            relations=read_records(Relation, _current(directory, "relations.jsonl")),
            skipped=run.skipped,
            merges=run.merges,
            run=run.run,
            links=read_records(TextLink, links) if links.is_file() else (),
            outlet_merges=run.outlet_merges,
            stories=read_records(Story, stories) if stories.is_file() else (),
        )
        return undecided.restore(rec, tool.read_bytes() if tool.is_file() else b"")
    except (OSError, ValueError) as error:
        raise CaseError(f"cannot read the case {directory}: {error}") from error


def _current(directory: Path, name: str) -> Path:
    """Where the valid version of a file lies: in ``.ready`` while a write is unfinished."""
    ready = directory / READY / name
    return ready if ready.exists() else directory / name


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _why(error: OSError) -> str:
    return error.strerror or str(error)
