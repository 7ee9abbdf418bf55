"""ZIP archives: their members, in memory only."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from corpus.budget import RATIO, Budget
from corpus.decoding import NotText
from corpus.drafts import line
from corpus.members import Member
from corpus.records import Skipped

_PACKINGS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""The two in use. The zipfile module unpacks the others without bound."""

_ENCRYPTED = 0x1

_SMALL = 1024 * 1024
"""Bytes a member may have whatever the ratio."""


def zip_members(data: bytes, path: str, budget: Budget) -> Iterator[Member | Skipped]:
    """The files of a ZIP archive in the order of their names, without hidden ones.

    Nothing is written to disk. A member that is encrypted, broken, a link, or named so as to
    lead out of the archive is ``Skipped``.

    Raises:
        NotText: It is no ZIP archive, or a broken one.
        Exhausted: It unpacks to too much.
    """
    if not data:
        raise NotText("the file is empty")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise NotText(f"broken ZIP archive: {line(str(error))[:120]}") from error
    with archive:
        for info in sorted(archive.infolist(), key=lambda held: held.filename):
            budget.enter()
            parts = info.filename.replace("\\", "/").split("/")
            if not info.is_dir() and not _hidden(parts):
                yield _member(archive, info, parts, path, budget)


def _hidden(parts: list[str]) -> bool:
    """As in folders, names that begin with a dot; and what macOS adds."""
    return "__MACOSX" in parts or any(
        part.startswith(".") and part not in {".", ".."} for part in parts
    )


def _member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, parts: list[str], path: str, budget: Budget
) -> Member | Skipped:
    inside = line(info.filename)
    where = f"{path}!{inside}"
    if refusal := _refusal(info, parts):
        return Skipped(where, refusal)
    try:
        with archive.open(info) as stream:
            return Member(inside, parts[-1], budget.read(cast(BinaryIO, stream)))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        return Skipped(where, f"broken in its ZIP archive: {line(str(error))[:120]}")


def _refusal(info: zipfile.ZipInfo, parts: list[str]) -> str:
    """Why a member is not opened; empty when it is."""
    if ".." in parts or not parts[0] or parts[0].endswith(":"):
        return "its name leads out of the archive"
    if info.flag_bits & _ENCRYPTED:
        return "it is encrypted"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "a link, not a file"
    if info.compress_type not in _PACKINGS:
        return "it is packed in a way that is not read here (neither stored nor deflated)"
    if info.file_size > max(_SMALL, RATIO * info.compress_size):
        return "it unpacks to far more than a file of its size should"
    return ""
