"""The formats that can be read: tables from suffix to reader, and to what opens an archive."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from corpus.budget import Budget
from corpus.drafts import Draft
from corpus.feeds import feed_file
from corpus.mail import mail
from corpus.members import Member
from corpus.pdf import pdf_file
from corpus.plain import markdown_file, text_file
from corpus.records import Skipped
from corpus.tables import csv_table, json_document, json_lines, parquet_table
from corpus.warcs import warc_members
from corpus.web import html_file
from corpus.zips import zip_members

Reader = Callable[[bytes, str], Iterator[Draft | Skipped]]
"""The bytes of a file and its path to its articles. Raises ``NotText`` for a file that holds
none; a broken row is a ``Skipped`` among the articles."""

Opener = Callable[[bytes, str, Budget], Iterator[Member | Draft | Skipped]]
"""The bytes of an archive and its path to what is inside. Raises ``NotText`` too, and
``Exhausted`` when it unfolds to more than the budget allows."""

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
    ".pdf": pdf_file,
    ".rss": feed_file,
    ".atom": feed_file,
    ".rdf": feed_file,
    ".xml": feed_file,
}

OPENERS: dict[str, Opener] = {
    ".eml": mail,
    ".warc": warc_members,
    ".warc.gz": warc_members,
    ".zip": zip_members,
}


def opener(name: str) -> Opener | None:
    """What opens a file of this name; ``None`` for one that holds no others."""
    lower = name.lower()
    return next((OPENERS[suffix] for suffix in OPENERS if lower.endswith(suffix)), None)


def reader(name: str) -> Reader | str:
    """The reader for a file of this name, or why there is none."""
    lower = name.lower()
    dot = lower.rfind(".")
    suffix = lower[dot:] if dot > 0 else ""
    if suffix in READERS:
        return READERS[suffix]
    if not suffix:
        return "a file without suffix: its format is not known"
    return f"files of the kind {suffix} cannot be read"
