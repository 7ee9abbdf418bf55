"""Reader of RSS and Atom: an entry an article."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from corpus.decoding import NotText
from corpus.drafts import Draft, line
from corpus.fragments import fragment_text
from corpus.records import Skipped
from corpus.web import html_file

LARGEST = 32 * 1024 * 1024
"""Bytes of a feed that are read."""

_RDF = frozenset({"rss090", "rss10"})
"""Feeds whose only date is ``dc:date``, which feedparser calls ``updated``."""

_XHTML = re.compile(rb"<html[\s>]", re.IGNORECASE)


def feed_file(data: bytes, path: str) -> Iterator[Draft | Skipped]:
    """The entries of a feed, ``#3`` being the third. XML that is a page is read as a page.

    The text of an entry is its full content, or its summary where it has no more: a link in a
    feed is never followed, for only what the user names is fetched. The outlet is the source or
    publisher that is declared, and else left to the entry's address (one house has many feeds,
    each with a title of its own); the feed's title where there is no address. An entry's
    ``updated`` is no publication date.

    Raises:
        NotText: It is no feed, or too large a one.
    """
    import feedparser

    if not data.strip():
        raise NotText("the file is empty")
    if len(data) > LARGEST:
        raise NotText(f"the feed is larger than {LARGEST // 2**20} MiB")
    if b"<!ENTITY" in data.replace(b"\0", b""):
        raise NotText(
            "the feed declares entities of its own, by which small files grow without end"
        )
    # Only a stream is safe: feedparser opens a string or bytes that look like a name.
    feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not feed.get("version") and not feed.entries:
        if not _XHTML.search(data[:2048]):
            raise NotText("it is no feed: neither RSS nor Atom")
        yield from html_file(data, path)
        return
    if not feed.entries:
        broken = line(str(feed.get("bozo_exception") or ""))[:120]
        raise NotText(f"broken feed: {broken}" if broken else "the feed has no entries")
    rdf = feed.get("version") in _RDF
    for number, entry in enumerate(feed.entries, 1):
        yield _article(entry, feed.feed, rdf, f"{path}#{number}")


def _article(
    entry: Mapping[str, Any], feed: Mapping[str, Any], rdf: bool, path: str
) -> Draft | Skipped:
    text = _text(entry)
    if not text.strip():
        return Skipped(path, "the entry has neither content nor summary")
    url = _string(entry, "feedburner_origlink") or _string(entry, "link")
    declared = _string(entry.get("source") or {}, "title") or _string(entry, "publisher")
    return Draft(
        path,
        text,
        outlet=declared or ("" if url else _string(feed, "title")),
        title=line(fragment_text(_string(entry, "title"))),
        published=_string(entry, "published") or (_string(entry, "updated") if rdf else ""),
        url=url,
        author=_string(entry.get("author_detail") or {}, "name") or _string(entry, "author"),
        language=_string(feed, "language")[:2].lower(),
    )


def _text(entry: Mapping[str, Any]) -> str:
    """The longest content, else the summary, without its markup."""
    held = [item for item in entry.get("content") or () if _string(item, "value").strip()]
    item = max(held, key=lambda found: len(found["value"]), default=None)
    if item is None:
        item = entry.get("summary_detail") or {}
    value = item.get("value")
    if not isinstance(value, str):
        return ""
    return value if item.get("type") == "text/plain" else fragment_text(value)


def _string(held: Mapping[str, Any], name: str) -> str:
    # FeedParserDict answers some names with others ("published" for "updated"); dict.get does not.
    value = dict.get(held, name) if isinstance(held, dict) else None
    return line(value) if isinstance(value, str) else ""
