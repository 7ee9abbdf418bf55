"""Web archives (WARC): the documents that a crawl stored."""

from __future__ import annotations

import contextlib
import gzip
import io
import zlib
from collections.abc import Iterator
from typing import Any

from corpus.budget import Budget, Counted
from corpus.decoding import NotText
from corpus.drafts import line
from corpus.fetch import is_url, known_suffix
from corpus.members import Member
from corpus.records import Skipped

_DOCUMENTS = frozenset({".html", ".txt", ".md", ".pdf", ".rss", ".atom"})
"""What may hold an article. Pictures, styles, scripts and their data make up most of a crawl."""

_GZIP = b"\x1f\x8b"
_ANY_ZLIB = 47
_BARE = -15
"""``wbits`` of zlib: gzip or zlib with its header; deflate without one, as some servers send."""


def warc_members(data: bytes, path: str, budget: Budget) -> Iterator[Member | Skipped]:
    """The pages, texts, PDFs and feeds of a WARC file, packed with gzip or not, in its order.

    They are called by their address. The day of crawling (``WARC-Date``) is not when an article
    came out, and is not taken. Answers other than 200, repeated captures (``revisit``) and other
    kinds of content are left out.

    Raises:
        NotText: It is no WARC file, or breaks off.
        Exhausted: It unpacks to too much.
    """
    if not data:
        raise NotText("the file is empty")
    for record in _records(data, budget):
        budget.enter()
        url = (record.rec_headers.get_header("WARC-Target-URI") or "").strip(" <>")
        suffix = _suffix(record, url)
        if suffix not in _DOCUMENTS or url.endswith("/robots.txt"):
            continue
        try:
            body = _body(record, budget)
        except NotText as error:
            yield Skipped(f"{path}!{line(url)}", str(error))
        else:
            yield Member(url or "record", f"page{suffix}", body, line(url) if is_url(url) else "")


def _records(data: bytes, budget: Budget) -> Iterator[Any]:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    # Unpacked here and not by warcio, which unpacks without bound.
    plain = io.BytesIO(data)
    packed = data.startswith(_GZIP)
    stream = Counted(gzip.GzipFile(fileobj=plain), budget) if packed else plain
    try:
        records = iter(ArchiveIterator(stream))
        while True:
            with contextlib.redirect_stderr(io.StringIO()):  # warcio warns there
                record = next(records, None)
            if record is None:
                return
            yield record
    except (ArchiveLoadFailed, zlib.error, gzip.BadGzipFile) as error:
        raise NotText(f"broken web archive: {line(str(error))[:120]}") from error


def _suffix(record: Any, url: str) -> str:
    """The format of a record; empty when it is none of interest."""
    if record.rec_type == "response" and record.http_headers is not None:
        if record.http_headers.get_statuscode() != "200":
            return ""
        kind = record.http_headers.get_header("Content-Type") or ""
    elif record.rec_type in {"resource", "conversion"}:
        kind = record.rec_headers.get_header("Content-Type") or ""
    else:
        return ""
    return known_suffix(kind.partition(";")[0].strip().lower(), url)


def _body(record: Any, budget: Budget) -> bytes:
    """The content of a record as a browser sees it.

    Raises:
        NotText: It is packed in a way that cannot be undone.
    """
    from warcio.bufferedreaders import ChunkedDataReader

    stream = record.raw_stream
    coding = ""
    if record.http_headers is not None:
        coding = (record.http_headers.get_header("Content-Encoding") or "").strip().lower()
        if (record.http_headers.get_header("Transfer-Encoding") or "").lower() == "chunked":
            stream = ChunkedDataReader(stream)
    data = budget.read(stream)
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise NotText("it breaks off")
    try:
        return _unpacked(data, coding, budget)
    except (zlib.error, ValueError) as error:
        raise NotText(f"its {coding} packing is broken") from error


def _unpacked(data: bytes, coding: str, budget: Budget) -> bytes:
    if coding in {"", "identity"}:
        return data
    if coding in {"gzip", "x-gzip"}:
        # Some crawlers unpack the body and leave the header.
        return budget.inflate(data, _ANY_ZLIB) if data.startswith(_GZIP) else data
    if coding == "deflate":
        try:
            return budget.inflate(data, _ANY_ZLIB)
        except zlib.error:
            return budget.inflate(data, _BARE)
    if coding == "br":
        return _brotli(data, budget)
    raise NotText(f"its packing {coding[:20]!r} is not known")


def _brotli(data: bytes, budget: Budget) -> bytes:
    import brotli

    unpacker = brotli.Decompressor()
    pieces: list[bytes] = []
    piece = data
    try:
        while True:
            pieces.append(unpacker.process(piece, output_buffer_limit=1 << 18))
            budget.spend(len(pieces[-1]))
            piece = b""
            if unpacker.is_finished():
                return b"".join(pieces)
            if unpacker.can_accept_more_data():
                raise ValueError("it breaks off")
    except brotli.error as error:
        raise ValueError(str(error)) from error
