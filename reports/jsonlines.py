"""Records to JSON lines and back, as the contract names their fields."""

from __future__ import annotations

import dataclasses
import functools
import json
import math
import sys
import types
import typing
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Literal, TypeVar, Union

from claims.records import NameMerge, OutletMerge, Reconciliation
from corpus.records import Skipped

Record = TypeVar("Record")
_EXACT = 2.0**53
"""Whole numbers up to here are the same as float and as integer."""


def to_json(record: object) -> Any:
    """A record as plain JSON values: tuples are lists, ``from_`` is ``from``.

    Whole floats become integers (``31``, not ``31.0``); an infinite one the largest there is,
    since JSON has no word for it.
    """
    if dataclasses.is_dataclass(record):
        return {
            field.name.rstrip("_"): to_json(getattr(record, field.name))
            for field in dataclasses.fields(record)
        }
    if isinstance(record, (tuple, list)):
        return [to_json(item) for item in record]
    if isinstance(record, dict):
        return {str(key): to_json(value) for key, value in record.items()}
    if isinstance(record, float):
        return _number(record)
    return record


def _number(value: float) -> int | float | None:
    if math.isnan(value):
        return None
    if math.isinf(value):
        return math.copysign(sys.float_info.max, value)
    return int(value) if value.is_integer() and abs(value) < _EXACT else value


def from_json(cls: type[Record], row: dict[str, Any]) -> Record:
    """The record of type ``cls`` that :func:`to_json` wrote; fields it doesn't know are left,
    and one that an older version did not write has its default.

    Raises:
        ValueError: A field without a default is missing, or one holds another type of value.
    """
    try:
        return typing.cast(Record, _reader(typing.cast(Any, cls))(row))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a {cls.__name__}: {error!r}") from error


@functools.cache
def _reader(hint: Any) -> Callable[[Any], Any]:
    """A function from JSON to a value of the type ``hint``."""
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    if dataclasses.is_dataclass(hint):
        return _record_reader(hint)
    if origin is tuple:
        if parts[-1] is Ellipsis:
            item = _reader(parts[0])
            return lambda value: tuple(item(each) for each in value)
        return tuple
    if origin in (Union, types.UnionType):
        item = _reader(next(part for part in parts if part is not type(None)))
        return lambda value: None if value is None else item(value)
    if hint is float:
        return float
    if hint is str or origin is Literal:
        return _string
    return lambda value: value


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def _record_reader(cls: Any) -> Callable[[Any], Any]:
    hints = typing.get_type_hints(cls)
    fields = [
        (field.name, field.name.rstrip("_"), _reader(hints[field.name]), _optional(field))
        for field in dataclasses.fields(cls)
    ]

    def read(row: Any) -> Any:
        return cls(
            **{
                name: reader(row[key])
                for name, key, reader, optional in fields
                if not optional or key in row
            }
        )

    return read


def _optional(field: dataclasses.Field[Any]) -> bool:
    return field.default is not dataclasses.MISSING


def dumps(row: Any, indent: int | None = None) -> bytes:
    """``row`` as UTF-8 JSON with a line feed; a lone surrogate is written as its escape."""
    text = json.dumps(row, ensure_ascii=False, indent=indent, allow_nan=False)
    return text.encode("utf-8", "backslashreplace") + b"\n"


def write_records(records: Iterable[Any]) -> bytes:
    """Records with an ``id`` as JSON lines, sorted by it; empty bytes when there are none."""
    return b"".join(dumps(to_json(record)) for record in sorted(records, key=lambda r: r.id))


def read_records(cls: type[Record], path: Path) -> tuple[Record, ...]:
    """The records in a file of :func:`write_records`; an empty file gives nothing.

    Raises:
        OSError: The file cannot be read.
        ValueError: A line is no such record; the message names file and line.
    """
    records = []
    for number, line in enumerate(path.read_bytes().split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            records.append(from_json(cls, json.loads(line)))
        except ValueError as error:
            raise ValueError(f"{path}, line {number}: {error}") from error
    return tuple(records)


FORMAT = "reconcile case 1"
"""What marks a ``run.json`` as ours."""


def run_to_json(rec: Reconciliation) -> dict[str, Any]:
    """``run.json``: what ``rec.run`` holds, with ``format``, ``skipped``, ``merges`` and
    ``outlet_merges``."""
    return {
        "format": FORMAT,
        **to_json(rec.run),
        "skipped": to_json(rec.skipped),
        "merges": to_json(rec.merges),
        "outlet_merges": to_json(rec.outlet_merges),
    }


@dataclasses.dataclass(frozen=True, slots=True)
class Run:
    """What ``run.json`` holds."""

    run: dict[str, object]
    skipped: tuple[Skipped, ...]
    merges: tuple[NameMerge, ...]
    outlet_merges: tuple[OutletMerge, ...]


def run_from_json(row: dict[str, Any]) -> Run:
    """The run, what it skipped, and the names and outlets it merged, out of ``run.json``.

    Raises:
        ValueError: It is no ``run.json`` of ours.
    """
    if not isinstance(row, dict) or row.get("format") != FORMAT:
        raise ValueError("no run.json of reconcile")
    apart = ("format", "skipped", "merges", "outlet_merges")
    return Run(
        run={key: row[key] for key in row if key not in apart},
        skipped=tuple(from_json(Skipped, item) for item in row.get("skipped", ())),
        merges=tuple(from_json(NameMerge, item) for item in row.get("merges", ())),
        outlet_merges=tuple(from_json(OutletMerge, item) for item in row.get("outlet_merges", ())),
    )
