"""Readers of plain text and Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.decoding import decode
from corpus.drafts import Draft, clean, filled, line
from corpus.records import Skipped

_FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FRONT_LINE = re.compile(r"(\w+)[ \t]*:[ \t]*(.+)")
_FRONT_NAMES = {"date": "published", "site": "outlet", "source": "outlet", "lang": "language"}


def text_file(data: bytes, path: str) -> Iterator[Draft | Skipped]:
    """The whole file is one article.

    Raises:
        NotText: The file is empty or binary.
    """
    yield Draft(path, decode(data))


def markdown_file(data: bytes, path: str) -> Iterator[Draft | Skipped]:
    """One article; its marks (hashes, stars, link targets) are no part of its text. A YAML
    front matter of plain ``name: value`` lines and the first heading give its metadata.

    Raises:
        NotText: The file is empty or binary.
    """
    text = clean(decode(data))
    front = _FRONT.match(text)
    fields: dict[str, str] = {}
    if front:
        text = text[front.end() :]
        for name, value in _FRONT_LINE.findall(front[1]):
            key = _FRONT_NAMES.get(name.casefold(), name.casefold())
            fields.setdefault(key, value.strip().strip("\"'"))
    body, heading = _rendered(text)
    yield filled(Draft(path, body, title=line(heading)), fields)


def _rendered(text: str) -> tuple[str, str]:
    """Markdown as plain text, a blank line between blocks, and its first main heading."""
    from markdown_it import MarkdownIt

    blocks: list[str] = []
    heading = ""
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type == "inline":
            plain = "".join(_inline(child.type, child.content) for child in token.children or ())
            if before is not None and before.type == "heading_open" and before.tag == "h1":
                heading = heading or plain
            blocks.append(plain)
        elif token.type in {"fence", "code_block"}:
            blocks.append(token.content)
    return "\n\n".join(block.strip("\n") for block in blocks if block.strip()), heading


def _inline(kind: str, content: str) -> str:
    if kind in {"text", "code_inline"}:
        return content
    return "\n" if kind in {"softbreak", "hardbreak"} else ""
