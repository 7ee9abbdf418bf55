"""The manifest: a table of the user's that says what the files themselves do not."""

from __future__ import annotations

import dataclasses
import os
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


def key(path: str) -> str:
    """One spelling for a path: absolute, links followed; the row's number (``#3``) and web
    addresses stay."""
    if is_url(path):
        return path
    base, mark, number = path.rpartition("#")
    if mark and number.isdigit() and not os.path.lexists(path):
        return f"{os.path.realpath(base)}#{number}"
    return os.path.realpath(path)


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
    base, mark, number = name.rpartition("#")
    row = bool(mark) and number.isdigit()
    try:
        for place in (folder / name, Path(name)):
            if place.exists():
                return key(str(place))
        for place in (folder / base, Path(base)) if row else ():
            if place.is_file():
                return f"{key(str(place))}#{number}"
    except (OSError, ValueError):
        return None  # a name no file system takes: too long, or with a NUL
    return None
