"""What an article may not do to the place its words are shown in.

Article text is hostile input. HTML is escaped by Jinja2 and Markdown by ``reports.markdown``;
here is what all outputs share: characters that act instead of being read.
"""

from __future__ import annotations

import re

_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "␡"}
"""C0 controls as the control pictures of Unicode, one column each."""

_ACTING = (
    *range(0x80, 0xA0),  # C1 controls: 0x9B starts a terminal sequence, as ESC [ does
    *range(0x202A, 0x202F),  # embeddings and overrides, "Trojan source" (CVE-2021-42574)
    *range(0x2066, 0x206A),  # isolates
    *range(0x206A, 0x2070),  # deprecated format characters
    *range(0xFFF9, 0xFFFC),  # interlinear annotation
    *range(0xE0000, 0xE0080),  # tags: invisible text
)
_SHOWN = _PICTURES | {code: f"‹U+{code:04X}›" for code in _ACTING}
_SHOWN |= {0x2028: " ", 0x2029: " "}
# Marks that honest texts hold and nobody sees: the Arabic letter mark, the left-to-right and
# right-to-left mark, a byte order mark.
_SHOWN |= dict.fromkeys((0x061C, 0x200E, 0x200F, 0xFEFF), "")
_LINE = dict(_SHOWN) | {ord("\n"): " ", ord("\r"): " ", ord("\t"): " "}
_BLOCK = {code: shown for code, shown in _SHOWN.items() if chr(code) not in "\n\t"}
_BLOCK |= {ord("\r"): ""}
_SURROGATE = re.compile("[\ud800-\udfff]")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def safe(text: str) -> str:
    """``text`` on one line with every acting character made visible or harmless.

    For terminals above all, where an article could otherwise move the cursor, set the title or
    turn the reading direction. Line breaks and tabs become spaces; letters stay as they are.
    """
    return _SURROGATE.sub("\ufffd", text.translate(_LINE))


def safe_block(text: str) -> str:
    """As :func:`safe`, but line feeds and tabs stay: for text shown over several lines."""
    return _SURROGATE.sub("\ufffd", text.translate(_BLOCK))


def xml(text: str) -> str:
    """``text`` without the characters XML 1.0 cannot hold, each replaced by U+FFFD."""
    return _NOT_XML.sub("\ufffd", text)


def cell(text: str) -> str:
    """``text`` for a spreadsheet cell: what would start a formula is led by an apostrophe.

    After OWASP, "CSV Injection": ``= + - @``, tab and carriage return.
    """
    return "'" + text if text.startswith(_FORMULA) else text


def web_address(url: str) -> str:
    """``url`` where a link may lead there (``http``, ``https``), otherwise an empty string."""
    return url if re.match(r"https?://[^\s\x00-\x20\"'<>\\]+\Z", url, re.IGNORECASE) else ""
