"""Web addresses as sources: the one place of the package that touches a network."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.parse
import urllib.request

TIMEOUT = 20.0
"""Seconds to wait for a server."""

LARGEST = 32 * 1024 * 1024
"""Bytes of an answer that are read; no article is longer."""

_SAFE = "%/:=&?~+!$,;'@()*[]"

_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/csv": ".csv",
    "application/json": ".json",
    "application/x-ndjson": ".jsonl",
    "application/pdf": ".pdf",
    "application/zip": ".zip",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/rdf+xml": ".rss",
    "message/rfc822": ".eml",
    "application/warc": ".warc",
}

_NAMED = (*sorted(set(_SUFFIXES.values())), ".warc.gz", ".parquet")

_VAGUE = frozenset(
    {"", "text/plain", "application/octet-stream", "application/gzip", "application/x-gzip"}
)


class NotFetched(OSError):
    """An address that gave nothing; the message is one clear line."""


def is_url(source: str) -> bool:
    """Whether a source is fetched rather than opened."""
    return source.lower().startswith(("http://", "https://"))


def fetch(url: str) -> tuple[bytes, str]:
    """The answer of a server and the suffix its content type stands for (``.html`` when it
    gives none that is known).

    Raises:
        NotFetched: No answer within ``TIMEOUT``, an error status, or no valid address.
    """
    address = urllib.parse.quote(urllib.parse.urldefrag(url).url, safe=_SAFE)
    agent = {"User-Agent": "reconcile (fact-checking; reads single pages)"}
    try:
        request = urllib.request.Request(address, headers=agent)
        with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:
            data: bytes = answer.read(LARGEST + 1)
            kind = answer.headers.get_content_type()
    except urllib.error.HTTPError as error:
        raise NotFetched(f"the server answered {error.code} {error.reason}") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise NotFetched(f"cannot be fetched: {' '.join(str(reason).split())[:160]}") from error
    if len(data) > LARGEST:
        raise NotFetched(f"the answer is larger than {LARGEST // 2**20} MiB")
    return data, known_suffix(kind, url) or ".html"


def known_suffix(kind: str, url: str) -> str:
    """The suffix a content type stands for, or that of the address where the type is vague
    (plain text, bytes of any kind); empty when neither is known."""
    try:
        path = urllib.parse.urlsplit(url).path.lower()
    except ValueError:
        path = ""
    named = next((suffix for suffix in _NAMED if path.endswith(suffix)), "")
    return named if named and kind in _VAGUE else _SUFFIXES.get(kind, "")
