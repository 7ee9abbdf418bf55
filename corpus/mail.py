"""Mail (``.eml``): the message is an article, what is attached may be more."""

from __future__ import annotations

import email
import email.policy
import email.utils
import re
from collections.abc import Iterator
from email.message import EmailMessage

from corpus.budget import Budget
from corpus.decoding import NotText, decode
from corpus.drafts import Draft, line
from corpus.fetch import known_suffix
from corpus.fragments import fragment_text
from corpus.members import Member
from corpus.records import Skipped
from corpus.web import from_html

_HEADERS = ("From", "Date", "Subject")

_ENCRYPTED = frozenset({"multipart/encrypted", "application/pkcs7-mime"})

_NOT_READ = re.compile(
    r"image/|audio/|video/|font/|application/(?:pgp|pkcs7|x-pkcs7)|text/calendar"
)
"""Attachments that nobody takes for an article: pictures of the layout, signatures."""


def mail(data: bytes, path: str, budget: Budget) -> Iterator[Member | Draft | Skipped]:
    """The message, then the attachments that may be articles (a forwarded mail, a PDF).

    The sender is the author; the outlet is what ``Organization`` says, or else the sender's
    name, or the domain of the address: who sends a mail publishes it. ``Date`` is when it was
    sent, which a date line in its text overrules.

    Raises:
        NotText: It is no mail, or an encrypted one.
        Exhausted: It has more attachments than can be read.
    """
    if not data.strip():
        raise NotText("the file is empty")
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not any(_header(message, name) for name in _HEADERS):
        raise NotText("it is no mail: it has none of the headers From, Date and Subject")
    if message.get_content_type() in _ENCRYPTED:
        raise NotText("the mail is encrypted")
    body = _body(message, path)
    attached = list(_attached(message, budget))
    if body.strip() or not attached:
        yield _article(message, path, body)
    yield from attached


def _article(message: EmailMessage, path: str, body: str) -> Draft:
    name, address = email.utils.parseaddr(_header(message, "From"))
    domain = address.rpartition("@")[2] if "@" in address else ""
    archived = re.fullmatch(r"<?(https?://[^\s<>]+)>?", _header(message, "Archived-At"))
    return Draft(
        path,
        body,
        outlet=_header(message, "Organization") or name or domain,
        title=_header(message, "Subject"),
        published=_header(message, "Date"),
        url=archived[1] if archived else "",
        author=name or address,
        language=_header(message, "Content-Language")[:2].lower(),
    )


def _header(message: EmailMessage, name: str) -> str:
    """One line, whatever line breaks its encoded words hide."""
    try:
        return line(str(message.get(name) or ""))
    except Exception:  # the header parser trips over forged ones in many ways: then as written
        raw = {key.casefold(): value for key, value in message.raw_items()}
        return line(str(raw.get(name.casefold(), "")))


def _body(message: EmailMessage, path: str) -> str:
    """The plain text, unless the HTML beside it says far more ("see this mail in a browser")."""
    plain = message.get_body(("plain",))
    page = message.get_body(("html",))
    text = _plain(plain) if isinstance(plain, EmailMessage) else ""
    if not isinstance(page, EmailMessage):
        return text
    html = _text(page)
    found = from_html(html, path)
    whole = found.text if isinstance(found, Draft) else fragment_text(html)
    return text if len(text) * 2 >= len(whole) else whole


def _plain(part: EmailMessage) -> str:
    """Text as its writer broke it: the soft breaks of ``format=flowed`` (RFC 3676) are undone."""
    text = _text(part)
    options = part["Content-Type"].params if part["Content-Type"] else {}
    if str(options.get("format", "")).lower() != "flowed":
        return text
    shorter = str(options.get("delsp", "")).lower() == "yes"
    pieces: list[str] = []
    for row in text.replace("\r\n", "\n").split("\n"):
        row = row.removeprefix(" ")
        soft = row.endswith(" ") and row != "-- "
        pieces.append((row[:-1] if shorter else row) if soft else f"{row}\n")
    return "".join(pieces).removesuffix("\n")


def _text(part: EmailMessage) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        return ""
    try:
        return data.decode(part.get_content_charset() or "utf-8")
    except (LookupError, ValueError):
        return decode(data)


def _attached(message: EmailMessage, budget: Budget) -> Iterator[Member]:
    for number, part in enumerate(message.iter_attachments(), 1):
        budget.enter()
        kind = part.get_content_type()
        if not isinstance(part, EmailMessage) or _NOT_READ.match(kind):
            continue
        given = line(part.get_filename() or "")
        if kind == "message/rfc822":
            name = given if given.lower().endswith(".eml") else f"{given or number}.eml"
            inner = part.get_content()
            data = inner.as_bytes() if isinstance(inner, EmailMessage) else b""
        else:
            payload = part.get_payload(decode=True)
            data = payload if isinstance(payload, bytes) else b""
            typed = "." in given.strip(".")
            name = given if typed else f"{given or number}{known_suffix(kind, '')}"
        budget.spend(len(data))
        yield Member(name, name.rpartition("/")[2], data)
