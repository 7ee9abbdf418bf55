"""Reader of PDF: its text, page after page."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpus.decoding import NotText
from corpus.drafts import Draft, clean, line
from corpus.records import Skipped

if TYPE_CHECKING:
    from pypdf import PdfReader

PAGES = 2000
"""Pages that are read; no article has more."""

_FILE_NAME = re.compile(
    r"^microsoft (?:word|powerpoint) - |^untitled|^slide \d|\.(?:docx?|indd|pdf|odt|rtf|tex|qxd)$",
    re.IGNORECASE,
)
"""Titles that a program wrote: the name of the file it made the PDF from."""

_LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
)
"""Letters run together by the font; no writer types them."""

_ADDRESS = re.compile(r"(?:.{0,200} )?((?:https?|file):\S{1,400})(?: \d+/\d+)?")
_PRINTED = re.compile(
    r"(?:\d+ of \d+ )?\d{1,4}[-/.] ?\d{1,2}[-/.] ?\d{1,4},? \d{1,2}[:.]\d\d(?: .{0,200})?"
)
"""What browsers write on the edges of a page they print: its address, and the day and hour of
printing (Chromium with the title, Firefox with the page's number)."""

_EDGE = 2
"""Lines at the top and at the bottom of a page where that stands."""

_BROKEN = re.compile(r"([^\W\d_]+)-[ \t]*\n[ \t]*([^\W\d_]+)")


def pdf_file(data: bytes, path: str) -> Iterator[Draft | Skipped]:
    """One article; a blank line between pages, and words broken at a line's end made whole.

    A page that a browser printed gives its address; what else the browser wrote on its edges,
    the day of printing above all, is no part of the text. Title and author as the file gives
    them, unless a program or a login wrote them. Its dates are when the file was made or changed,
    not when the article came out, and are never taken.

    Raises:
        NotText: It is no PDF, a broken or an encrypted one, or holds no text (a scan).
    """
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # a stage prints nothing
    if not data.strip():
        raise NotText("the file is empty")
    if b"%PDF-" not in data[:1024]:
        raise NotText("it is no PDF")
    try:
        document = pypdf.PdfReader(io.BytesIO(data))
        if document.is_encrypted and not document.decrypt(""):
            raise NotText("the PDF is encrypted: it opens with a password only")
        text, url = _text(document)
        about = document.metadata
        title, author = (
            line(str(about.get(name) or "")) if about else "" for name in ("/Title", "/Author")
        )
    except NotText:
        raise
    except Exception as error:  # pypdf: "broken PDF files might cause other Exceptions"
        raise NotText(f"broken PDF: {line(str(error) or type(error).__name__)[:120]}") from error
    if not text.strip():
        raise NotText("no text in the PDF: its pages may be pictures (a scan)")
    yield Draft(
        path,
        text,
        url=url,
        title="" if _FILE_NAME.search(title) else title,
        author=author if " " in author else "",
    )


def _text(document: PdfReader) -> tuple[str, str]:
    """The text of all pages, and the address from which a browser printed them."""
    pages: list[str] = []
    url = ""
    for number, page in enumerate(document.pages):
        if number == PAGES:
            raise NotText(f"the PDF has more than {PAGES} pages")
        lines = clean(page.extract_text()).translate(_LIGATURES).strip().split("\n")
        text, address = _without_edges(lines)
        pages.append(text)
        url = url or address
    return _whole_words("\n\n".join(filter(None, pages))), url


def _without_edges(lines: list[str]) -> tuple[str, str]:
    """A page without what a browser wrote on its edges, and the address found there. Only both
    together, address and time, show that it was a browser."""
    edges = sorted({*range(len(lines))[:_EDGE], *range(len(lines))[-_EDGE:]})
    addresses = {at: found for at in edges if (found := _ADDRESS.fullmatch(lines[at].strip()))}
    times = {at for at in edges if _PRINTED.fullmatch(lines[at].strip())}
    if not addresses or not times:
        return "\n".join(lines), ""
    url = next(iter(addresses.values()))[1]
    whole = url.startswith("http") and not url.endswith(("\u2026", "..."))
    kept = [row for at, row in enumerate(lines) if at not in addresses and at not in times]
    return "\n".join(kept).strip(), url if whole else ""


def _whole_words(text: str) -> str:
    """Words broken at a line's end made whole. The hyphen stays where the text writes the word
    with it elsewhere ("well-known"), or where capitals show it to be part of the word."""
    words = set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.casefold()))

    def joined(match: re.Match[str]) -> str:
        first, second = match.groups()
        hyphenated = f"{first}-{second}"
        keep = not second[0].islower() or (
            hyphenated.casefold() in words and f"{first}{second}".casefold() not in words
        )
        return hyphenated if keep else f"{first}{second}"

    return _BROKEN.sub(joined, text.replace("\u00ad\n", ""))
