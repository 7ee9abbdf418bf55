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

_BROKEN = re.compile(r"([^\W\d_]+)-[ \t]*\n[ \t]*([^\W\d_]+)")


def pdf_file(data: bytes, path: str) -> Iterator[Draft | Skipped]:
    """One article; a blank line between pages, and words broken at a line's end made whole.

    Title and author as the file gives them, unless a program or a login wrote them. Its dates
    are when the file was made or changed, not when the article came out, and are never taken.

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
        text = _text(document)
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
        title="" if _FILE_NAME.search(title) else title,
        author=author if " " in author else "",
    )


def _text(document: PdfReader) -> str:
    pages: list[str] = []
    for number, page in enumerate(document.pages):
        if number == PAGES:
            raise NotText(f"the PDF has more than {PAGES} pages")
        pages.append(clean(page.extract_text()).strip())
    return _whole_words("\n\n".join(filter(None, pages)))


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
