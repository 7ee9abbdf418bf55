"""The formats that can be read: a table from suffix to reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from corpus.drafts import Draft
from corpus.plain import markdown_file, text_file
from corpus.records import Skipped
from corpus.tables import csv_table, json_document, json_lines, parquet_table
from corpus.web import html_file

Reader = Callable[[bytes, str], Iterator[Draft | Skipped]]
"""The bytes of a file and its path to its articles. Raises ``NotText`` for a file that holds
none; a broken row is a ``Skipped`` among the articles."""

READERS: dict[str, Reader] = {
    ".txt": text_file,
    ".text": text_file,
    ".md": markdown_file,
    ".markdown": markdown_file,
    ".html": html_file,
    ".htm": html_file,
    ".xhtml": html_file,
    ".jsonl": json_lines,
    ".ndjson": json_lines,
    ".json": json_document,
    ".csv": csv_table,
    ".tsv": csv_table,
    ".parquet": parquet_table,
}

NOT_YET: dict[str, str] = {
    ".eml": "mail",
    ".pdf": "PDF",
    ".warc": "web archives",
    ".warc.gz": "web archives",
    ".zip": "ZIP archives",
    ".rss": "RSS feeds",
    ".atom": "Atom feeds",
    ".xml": "XML and feeds",
}
"""Formats to come: skipped with a reason of their own."""


def reader(name: str) -> Reader | str:
    """The reader for a file of this name, or why there is none."""
    lower = name.lower()
    for suffix, what in NOT_YET.items():
        if lower.endswith(suffix):
            return f"{what} cannot be read by this version"
    dot = lower.rfind(".")
    suffix = lower[dot:] if dot > 0 else ""
    if suffix in READERS:
        return READERS[suffix]
    if not suffix:
        return "a file without suffix: its format is not known"
    return f"files of the kind {suffix} cannot be read"
