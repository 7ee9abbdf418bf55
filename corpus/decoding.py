"""Bytes to text, or the reason why they are none."""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"PAR1", "a Parquet table"),
    (b"\xd0\xcf\x11\xe0", "an Office document"),
)

_SAMPLE = 1 << 16


class NotText(ValueError):
    """Bytes that hold no text; the message says why, in a few words."""


def decode(data: bytes) -> str:
    """The text of a file, by its byte order mark, as UTF-8, or by what its bytes look like.

    UTF-8 with a few broken bytes keeps the rest (they become U+FFFD). Of other encodings,
    Windows-1252 is taken for mostly ASCII text, the rest is told by charset-normalizer.

    Raises:
        NotText: Empty, binary, or in no encoding that can be told.
    """
    if not data.strip():
        raise NotText("the file is empty")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data, encoding)
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise NotText(f"it holds {what}, not text")
    wide = _wide(data)
    if wide:
        return _marked(data, wide)
    if _binary(data):
        raise NotText("it is binary, not text")
    return _utf8(data) or _guessed(data)


def _marked(data: bytes, encoding: str) -> str:
    text = data.decode(encoding, "replace")
    if text.count("\ufffd") > len(text) // 20:
        raise NotText(f"it claims to be {encoding.upper().removesuffix('-SIG')} and is not")
    return text


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: for text in Latin letters every other byte is zero."""
    sample = data[: _SAMPLE & ~1]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if half < 4 or len(data) % 2:
        return ""
    if odd > 0.6 * half and even < 0.02 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.02 * half:
        return "utf-16-be"
    return ""


def _binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    controls = sum(sample.count(bytes([c])) for c in range(32) if c not in (9, 10, 12, 13, 27))
    return controls * 100 > len(sample)


def _utf8(data: bytes) -> str:
    """The text as UTF-8; empty when too much of it is not."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if not broken:
        return text
    whole = sum(1 for char in text if char > "\x7f") - broken
    return text if whole >= 4 * broken else ""


def _guessed(data: bytes) -> str:
    high = sum(1 for byte in data[:_SAMPLE] if byte > 0x7F)
    if high * 20 <= len(data[:_SAMPLE]):
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            pass
    import charset_normalizer

    best = charset_normalizer.from_bytes(data).best()
    if best is None:
        raise NotText("its encoding cannot be told")
    return str(best)
