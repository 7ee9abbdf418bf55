"""A piece of HTML that is all content (the body of a feed's entry, of a mail) as plain text."""

from __future__ import annotations

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary "
    "table tbody td tfoot th thead tr ul".split()
)
"""Elements that begin and end a paragraph."""

_SILENT = frozenset(
    "audio canvas embed head iframe math noscript object script select style svg template textarea "
    "title video".split()
)
"""Elements whose text is not shown, or is no prose."""


def fragment_text(html: str) -> str:
    """All of its prose, a blank line between paragraphs; empty when there is none.

    Unlike the reader of pages it takes nothing for furniture: a feed or a mail has cut that off.
    """
    import lxml.etree
    import lxml.html

    if not html.strip():
        return ""
    try:
        tree = lxml.html.document_fromstring(f"<div>{html}</div>")
    except (lxml.etree.LxmlError, ValueError):
        return ""
    pieces: list[str] = []
    silent = 0
    for event, element in lxml.etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        tag = element.tag if isinstance(element.tag, str) else ""
        mark = "\n\n" if tag in _BLOCKS else "\n" if tag == "br" else ""
        if event == "start":
            silent += tag in _SILENT
            shown = (mark, _spaced(element.text))
        else:
            silent -= tag in _SILENT
            shown = ("\n\n" if tag in _BLOCKS else "", _spaced(element.tail))
        if not silent:
            pieces.extend(shown)
    return _paragraphs("".join(pieces))


def _spaced(text: str | None) -> str:
    """Line breaks of the source are spaces to a browser."""
    return (text or "").replace("\r", " ").replace("\n", " ")


def _paragraphs(text: str) -> str:
    lines = [" ".join(line.split()) for line in text.split("\n")]
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if line:
            paragraphs[-1].append(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    return "\n\n".join("\n".join(held) for held in paragraphs if held)
