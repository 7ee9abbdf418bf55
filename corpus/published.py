"""How a publication date is known.

In order of trust: manifest, the text's own publication line, metadata of the row, the URL.
(The page's JSON-LD and meta tags outrank its text.) Years and dates inside sentences are
never taken: only a date that stands by itself in the head or foot of an article counts.
"""

from __future__ import annotations

import datetime
import email.utils
import re

from corpus.publication import day_of, match_line, month_of, valid

_EMPTY_DATES = frozenset({"1970-01-01", "1900-01-01", "1899-12-30"})
"""Zero of a Unix clock, of SQL and of spreadsheets: written where no date was known."""


def normal(value: str, today: datetime.date | None = None) -> str | None:
    """A date of metadata as ISO 8601: as given where it is ISO already, zone and all.

    Also reads RFC 2822 (``Mon, 24 Apr 2017 10:00:00 GMT``) and written-out dates
    (``April 24, 2017``). ``None`` for what is no full date, cannot be (31 June, tomorrow week),
    can be read in two ways (03/04/2016), or stands for nothing (1970-01-01).
    """
    value = value.strip()
    stamp = _iso(value) or _mail(value)
    if stamp is None:
        line = match_line(value, 0, len(value))
        if line is None or len(line.days) != 1 or line.end < len(value.rstrip(" .")):
            return None
        stamp = line.days[0].isoformat()
    day = datetime.date.fromisoformat(stamp[:10])
    return stamp if stamp[:10] not in _EMPTY_DATES and valid(day, today) else None


def _iso(value: str) -> str | None:
    if not re.match(r"\d{4}-\d\d-\d\d(?:[T ]|$)|\d{8}(?:T|$)", value):
        return None
    try:
        if len(value) == 10:
            return datetime.date.fromisoformat(value).isoformat()
        when = datetime.datetime.fromisoformat(value)
    except ValueError:
        return None
    if len(value) == 8:
        return when.date().isoformat()
    return value.replace(" ", "T", 1) if value[4] == "-" else when.isoformat()


def _mail(value: str) -> str | None:
    if not re.match(r"(?:[A-Za-z]{3,9},\s*)?\d{1,2}\s+[A-Za-z]{3}\s+\d{4}\s+\d{1,2}:", value):
        return None
    try:
        return email.utils.parsedate_to_datetime(value).isoformat()
    except ValueError:
        return None


_ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\d+[a-z_]*/", re.IGNORECASE)
_URL_DATES = (
    re.compile(r"/((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})(?=/|$|-)"),
    re.compile(r"/((?:19|20)\d\d)-(\d\d)-(\d\d)(?=/|$|-|_)"),
    re.compile(r"/((?:19|20)\d\d)(\d\d)(\d\d)(?=/)"),
)
_URL_MONTH_NAMES = re.compile(r"/((?:19|20)\d\d)/([a-z]{3})/(\d{1,2})(?=/)", re.IGNORECASE)


def original_url(url: str) -> str:
    """The address of the page itself where ``url`` is a copy in the Wayback Machine."""
    inner = _ARCHIVED.sub("", url)
    return inner if inner == url or "://" in inner else f"http://{inner}"


def from_url(url: str, today: datetime.date | None = None) -> str | None:
    """The day an article's address gives (``/2017/04/24/``); when an archive stored it is not
    asked. ``None`` when it gives none, or two."""
    path = original_url(url).split("?")[0].split("#")[0]
    days = set()
    for pattern in _URL_DATES:
        for year, month, day in pattern.findall(path):
            days.add(day_of(int(year), int(month), int(day)))
    for year, name, day in _URL_MONTH_NAMES.findall(path):
        month = month_of(name)
        days.add(day_of(int(year), month, int(day)) if month else None)
    days.discard(None)
    only = next(iter(days)) if len(days) == 1 else None
    return only.isoformat() if only and valid(only, today) else None


def settle(
    text_days: tuple[datetime.date, ...], metadata: str | None, order: str
) -> datetime.date | None:
    """Which of two days a date in figures means: the one the metadata gives, or the one in the
    order (``dmy``, ``mdy``) its outlet writes elsewhere; ``None`` when neither tells."""
    if len(text_days) == 1:
        return text_days[0]
    for day in text_days:
        if metadata and metadata[:10] == day.isoformat():
            return day
    if order and len(text_days) == 2:
        return text_days[0 if order == "dmy" else 1]
    return None
