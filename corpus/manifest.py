"""The manifest: a table of the user's that says what the files themselves do not."""

from __future__ import annotations

import dataclasses
import os
import re
from collections.abc import Iterator
from pathlib import Path

from corpus.decoding import NotText, decode
from corpus.drafts import FIELDS
from corpus.fetch import is_url
from corpus.records import Skipped
from corpus.tables import records


@dataclasses.dataclass(frozen=True, slots=True)
class Row:
    """What the manifest says of one article."""

    where: str
    """The row, as ``sources.csv#3``."""
    names: str
    """The path it gives, as written."""
    fields: dict[str, str]


def parted(path: str) -> tuple[str, str]:
    """A file and what is meant inside it: the row of a table (``#3``), the member of an archive
    (``!folder/a.txt``), a row of a member; nothing for the whole file or where there is none."""
    if not os.path.lexists(path) and not is_url(path):
        for mark in re.finditer(r"!|#\d+\Z", path):
            if os.path.isfile(path[: mark.start()]):  # noqa: PTH113
                return path[: mark.start()], path[mark.start() :]
    return path, ""


def key(path: str) -> str:
    """One spelling for a path: absolute, links followed; what is meant inside it and web
    addresses stay."""
    if is_url(path):
        return path
    file, inside = parted(path)
    try:
        return f"{os.path.realpath(file)}{inside}"
    except (OSError, ValueError):
        return path  # a name no file system takes


def load(manifest: Path) -> tuple[dict[str, Row], tuple[Skipped, ...]]:
    """The rows of a manifest by ``key`` of their path, which is taken relative to the
    manifest's folder or, where that names nothing, as given; and what of it cannot be used."""
    rows: dict[str, Row] = {}
    skipped: list[Skipped] = []
    for item in _read(manifest):
        if isinstance(item, Skipped):
            skipped.append(item)
            continue
        found = _locate(item.names, manifest.parent)
        if found is None:
            skipped.append(Skipped(item.where, f"names {item.names!r}, which is not there"))
        elif found in rows:
            skipped.append(Skipped(item.where, f"names {item.names!r} a second time"))
        else:
            rows[found] = item
    return rows, tuple(skipped)


def _read(manifest: Path) -> Iterator[Row | Skipped]:
    try:
        for number, row in records(decode(manifest.read_bytes()), {"path"}):
            where = f"{manifest}#{number}"
            if isinstance(row, str):
                yield Skipped(where, row)
            elif not row["path"].strip():
                yield Skipped(where, "names no path")
            else:
                fields = {name: row[name] for name in FIELDS if name in row}
                yield Row(where, row["path"].strip(), fields)
    except NotText as error:
        yield Skipped(str(manifest), f"the manifest cannot be used: {error}")
    except OSError as error:
        yield Skipped(str(manifest), f"the manifest cannot be read: {error.strerror}")


def _locate(name: str, folder: Path) -> str | None:
    if is_url(name):
        return name
    try:
        for place in (os.path.join(folder, name), name):  # noqa: PTH118 - keeps "//"
            if os.path.lexists(place) or parted(place)[1]:
                return key(place)
    except (OSError, ValueError):
        return None  # a name no file system takes: too long, or with a NUL
    return None
