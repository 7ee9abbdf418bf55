"""What a reader of a format hands over: a draft of an article, its text made clean once."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from typing import Any

_NEWLINES = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]|^\ufeff+")
_SURROGATES = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """The text that is hashed and that all offsets point into.

    Every kind of line break is ``\\n``; a byte order mark and control characters other than
    tab are dropped; half a surrogate pair is U+FFFD. No-break spaces and bidirectional marks
    stay as they are.
    """
    return _SURROGATES.sub("\ufffd", _CONTROLS.sub("", _NEWLINES.sub("\n", text)))


def line(text: str) -> str:
    """One clean line, as metadata should be: spaces and breaks run together into one space."""
    return " ".join(clean(text).split())


@dataclasses.dataclass(frozen=True, slots=True)
class Draft:
    """An article as its format gives it: strings as found, empty where there is nothing."""

    path: str
    text: str
    id: str = ""
    outlet: str = ""
    title: str = ""
    published: str = ""
    url: str = ""
    author: str = ""
    agency: str = ""
    language: str = ""
    outranks_text: bool = False
    """Whether ``published`` was read from the page's own markup, which is surer than a line
    of its text; a row's field is not."""


FIELDS = ("id", "outlet", "title", "published", "url", "author", "agency", "language")
"""Fields of a row or a manifest, apart from its text."""


def filled(draft: Draft, fields: Mapping[str, str]) -> Draft:
    """The draft with those of ``fields`` that say something in place of its own."""
    known: dict[str, Any] = {
        name: value for name in FIELDS if (value := line(fields.get(name) or ""))
    }
    if "published" in known:
        known["outranks_text"] = False
    return dataclasses.replace(draft, **known)
