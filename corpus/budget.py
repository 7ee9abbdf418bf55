"""How much a packed file may unfold to, whatever it holds and however deep."""

from __future__ import annotations

import gzip
import io
import zlib
from typing import BinaryIO

from corpus.decoding import NotText

RATIO = 100
"""Bytes a packed byte may stand for, as in Apache POI's ``ZipSecureFile``: text packs to a
twentieth at best, a bomb to a thousandth."""

GRACE = 64 * 1024 * 1024
"""Bytes that may be unpacked whatever the ratio: small files may repeat themselves."""

MOST = 8 * 1024 * 1024 * 1024
"""Bytes that are unpacked from one source file at most."""

MEMBERS = 200_000
"""Members that are looked at in one source file at most, those of inner archives included."""

DEPTH = 4
"""Archives within archives that are opened."""

_PIECE = 1 << 18


class Exhausted(Exception):
    """The source file unfolds to too much; the message says so in one clear line. What was read
    of it until then stays."""


class Budget:
    """What may still be unpacked from one source file of ``size`` bytes; every layer of it
    draws on the same budget."""

    def __init__(self, size: int) -> None:
        self._bytes = min(max(GRACE, RATIO * size), MOST)
        self._members = MEMBERS

    def spend(self, count: int) -> None:
        """Counts unpacked bytes.

        Raises:
            Exhausted: They are more than such a file may hold.
        """
        self._bytes -= count
        if self._bytes < 0:
            raise Exhausted("it unpacks to far more than a file of its size should: not read on")

    def enter(self) -> None:
        """Counts a member.

        Raises:
            Exhausted: There are more than ``MEMBERS``.
        """
        self._members -= 1
        if self._members < 0:
            raise Exhausted(f"it has more than {MEMBERS} members: not read on")

    def read(self, stream: BinaryIO) -> bytes:
        """The whole stream, counted piece by piece."""
        pieces: list[bytes] = []
        while piece := stream.read(_PIECE):
            self.spend(len(piece))
            pieces.append(piece)
        return b"".join(pieces)

    def inflate(self, data: bytes, wbits: int) -> bytes:
        """What zlib unpacks ``data`` to.

        Raises:
            zlib.error: It is not packed that way, or breaks off.
        """
        unpacker = zlib.decompressobj(wbits)
        pieces: list[bytes] = []
        while data and not unpacker.eof:
            pieces.append(unpacker.decompress(data, _PIECE))
            self.spend(len(pieces[-1]))
            data = unpacker.unconsumed_tail
        pieces.append(unpacker.flush())
        if not unpacker.eof:
            raise zlib.error("it breaks off")
        return b"".join(pieces)


class Counted(io.RawIOBase):
    """A packed stream that counts on a budget what is read from it.

    Reading raises ``NotText`` where it breaks off, and ``Exhausted``.
    """

    def __init__(self, stream: gzip.GzipFile, budget: Budget) -> None:
        super().__init__()
        self._stream = stream
        self._budget = budget

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        try:
            # Not read(): it loses what came before the place where a stream breaks off.
            data = self._stream.read1(size if 0 <= size < _PIECE else _PIECE)
        except EOFError as error:
            raise NotText("it breaks off") from error  # EOFError is the end to many readers
        self._budget.spend(len(data))
        return data

    def tell(self) -> int:
        return self._stream.tell()
