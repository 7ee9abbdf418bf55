"""What a terminal that is not UTF-8 can show: each letter by one its encoding has."""

from __future__ import annotations

import codecs
import functools
import locale
from collections.abc import Mapping

from anyascii import anyascii
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_LIKE = str.maketrans(
    {
        **dict.fromkeys("─━═▁▔▂╌╍—–‐‑‒―▄▀", "-"),
        **dict.fromkeys("│┃║▏▎▍▌▐▕┊┆╎", "|"),
        **dict.fromkeys("┌┐└┘├┤┬┴┼╭╮╰╯╔╗╚╝┏┓┗┛", "+"),
        **dict.fromkeys("█▉▊▋▇▆▅░▒▓■●", "#"),
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("‘’‚`", "'"),
        **dict.fromkeys(map(chr, range(0x2400, 0x2422)), "?"),  # pictures of control characters
        "≠": "!",
        "→": ">",
        "←": "<",
        "↑": "^",
        "↓": "v",
        "◫": "%",
        "·": ".",
        "…": "~",
        "✓": "+",
        "①": "1",
        "≈": "~",
    }
)
"""One column for one column: what a line is made of must not change its width."""


def encoding(environ: Mapping[str, str]) -> str:
    """The terminal's encoding by its locale, as a Python codec's name.

    Python itself goes to UTF-8 where the locale is C (PEP 538, PEP 540): the variables are read
    here, the value that PEP 538 puts in place of C included.
    """
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        value = environ.get(name, "")
        if not value or (name == "LC_CTYPE" and value == "C.UTF-8" and _from_c(environ)):
            continue
        if value.split(".")[0] in ("C", "POSIX") and "." not in value:
            return "ascii"
        written = value.partition("@")[0].partition(".")[2]
        if not written:
            return locale.getpreferredencoding(False)
        try:
            return codecs.lookup(written).name
        except LookupError:
            return "ascii"
    return "ascii"


def _from_c(environ: Mapping[str, str]) -> bool:
    """Whether ``LC_CTYPE=C.UTF-8`` is what Python put there because nothing else was said."""
    return environ.get("LANG", "C").partition(".")[0] in ("", "C", "POSIX") and not (
        environ.get("LANG", "").casefold().endswith(("utf-8", "utf8"))
    )


class Lettering(LineFilter):
    """Replaces what an encoding cannot hold by what looks like it, column for column."""

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self._letter = functools.lru_cache(4096)(functools.partial(letter, encoding))

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [
            segment
            if segment.text.isascii()
            else Segment("".join(map(self._letter, segment.text)), segment.style, segment.control)
            for segment in segments
        ]


def letter(encoding: str, char: str) -> str:
    """``char``, or where ``encoding`` has none, as many ASCII letters as it takes columns."""
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        like = char.translate(_LIKE)
        like = like if like.isascii() else anyascii(char)
        width = cell_len(char)
        return (like if like.isprintable() else "")[:width].ljust(width, "?")
    return char
