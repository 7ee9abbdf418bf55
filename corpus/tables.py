"""Readers of tables: a row an article (JSON lines, JSON, CSV, Parquet)."""

from __future__ import annotations

import csv
import datetime
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

from corpus.decoding import NotText, decode
from corpus.drafts import FIELDS, Draft, filled
from corpus.records import Skipped
from corpus.web import from_html

_CELL_LIMIT = 2**31 - 1
"""Characters of a CSV cell: the largest the csv module takes on every system."""

_DELIMITERS = ",;\t|"


def json_lines(data: bytes, path: str) -> Iterator[Draft | Skipped]:
    """One article a line; a broken line is skipped with its number.

    Raises:
        NotText: The file is empty or binary.
    """
    for number, text in enumerate(decode(data).split("\n"), 1):
        if text.strip():
            where = f"{path}#{number}"
            try:
                value = json.loads(text, strict=False)
            except (ValueError, RecursionError) as error:
                yield Skipped(where, f"broken JSON: {_short(error)}")
            else:
                yield _row(value, where)


def json_document(data: bytes, path: str) -> Iterator[Draft | Skipped]:
    """A list of articles, an object that holds such a list, or one article; also JSON lines
    that were given the wrong suffix.

    Raises:
        NotText: The file is empty, binary or not JSON.
    """
    text = decode(data)
    try:
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        if "Extra data" in str(error):
            yield from json_lines(data, path)
            return
        raise NotText(f"broken JSON: {_short(error)}") from error
    rows = _rows(value)
    if rows is None:
        yield _row(value, path)
        return
    if not rows:
        yield Skipped(path, "the list in it is empty")
    for number, row in enumerate(rows, 1):
        yield _row(row, f"{path}#{number}")


def _rows(value: Any) -> list[Any] | None:
    if isinstance(value, list):
        return value
    if isinstance(value, dict) and not ({"text", "html"} & value.keys()):
        lists = [held for held in value.values() if isinstance(held, list)]
        if len(lists) == 1:
            return lists[0]
    return None


def csv_table(data: bytes, path: str) -> Iterator[Draft | Skipped]:
    """Rows under a header that names the fields; ``#3`` is the third row under the header.

    Raises:
        NotText: The file is empty or binary, or its header names neither text nor html.
    """
    for number, row in records(decode(data), {"text", "html"}):
        where = f"{path}#{number}"
        yield Skipped(where, row) if isinstance(row, str) else _row(row, where)


def records(text: str, needed: set[str]) -> Iterator[tuple[int, dict[str, str] | str]]:
    """The rows of a CSV text with their numbers from 1; a string is the reason why a row is
    broken. Comma, semicolon, tab or bar part the cells: whichever the header uses.

    Raises:
        NotText: The header has none of the ``needed`` columns.
    """
    csv.field_size_limit(_CELL_LIMIT)
    text = text.lstrip("\ufeff").replace("\0", "")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        header = [cell.strip().casefold() for cell in next(reader, [])]
    except csv.Error as error:
        raise NotText(f"broken CSV: {_short(error)}") from error
    if not needed & set(header):
        hint = "; a manifest is given with --manifest" if {"path", "outlet"} <= set(header) else ""
        raise NotText(f"its first line names no column {' or '.join(sorted(needed))}{hint}")
    number = 0
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield number, f"broken CSV: {_short(error)}"
            continue
        if len(cells) <= 1 < len(header) and not "".join(cells).strip():
            number -= 1  # a blank line is no row
        elif len(cells) != len(header):
            yield number, f"the row has {len(cells)} cells where the header has {len(header)}"
        else:
            yield number, dict(zip(header, cells, strict=True))


def _delimiter(text: str) -> str:
    first = text.split("\n", 1)[0]
    return max(_DELIMITERS, key=lambda mark: (first.count(mark), -_DELIMITERS.index(mark)))


def parquet_table(data: bytes, path: str) -> Iterator[Draft | Skipped]:
    """Rows of a Parquet file, from 1.

    Raises:
        NotText: It is not Parquet, or has neither a column text nor html.
    """
    import pyarrow
    import pyarrow.parquet

    if not data:
        raise NotText("the file is empty")
    try:
        file = pyarrow.parquet.ParquetFile(io.BytesIO(data))
        names = set(file.schema_arrow.names)
        if not names & {"text", "html"}:
            raise NotText("it has no column text or html")
        wanted = sorted(names & {"text", "html", *FIELDS})
        number = 0
        for batch in file.iter_batches(columns=wanted):
            for row in batch.to_pylist():
                number += 1
                yield _row(row, f"{path}#{number}")
    except (pyarrow.ArrowException, OSError) as error:
        raise NotText(f"broken Parquet: {_short(error)}") from error


def _row(value: Any, path: str) -> Draft | Skipped:
    if not isinstance(value, Mapping):
        return Skipped(path, "the row is not an object with named fields")
    fields = {name: _string(value.get(name)) for name in FIELDS}
    text, html = value.get("text"), value.get("html")
    if isinstance(text, str) and text.strip():
        return filled(Draft(path, text), fields)
    if isinstance(html, str) and html.strip():
        page = from_html(html, path, fields["url"])
        return page if isinstance(page, Skipped) else filled(page, fields)
    return Skipped(path, "the row has no text")


def _string(value: Any) -> str:
    """A field as a string; lists of authors joined, dates of typed tables as ISO."""
    match value:
        case None | bool() | float():
            return ""  # missing numbers are NaN in tables made by pandas
        case str():
            return value
        case datetime.datetime():
            midnight = value.time() == datetime.time() and value.tzinfo is None
            return value.date().isoformat() if midnight else value.isoformat()
        case int() | datetime.date():
            return str(value)
        case list():
            return ", ".join(filter(None, map(_string, value)))
        case {"name": str(name)}:
            return name
    return ""


def _short(error: Exception) -> str:
    """An error's own words in one short line."""
    return " ".join((str(error) or type(error).__name__).split())[:160]
