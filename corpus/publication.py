"""The publication line of an article: a date that stands by itself in its head or foot.

Dates and years inside sentences are never taken: they are what the article is about.
"""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Iterable

EARLIEST = datetime.date(1700, 1, 1)
"""No news article is older; years such as 0001 are some program's way to say nothing."""

_HEAD_LINES = 8
_FOOT_LINES = 3
_HEAD_CHARACTERS = 400
"""How much of one long line (text without line breaks) may hold a publication line."""

_NAMES = (
    "jan(?:uary)?",
    "feb(?:ruary)?",
    "mar(?:ch)?",
    "apr(?:il)?",
    "may",
    "june?",
    "july?",
    "aug(?:ust)?",
    "sept?(?:ember)?",
    "oct(?:ober)?",
    "nov(?:ember)?",
    "dec(?:ember)?",
)
_MONTH = "(?:" + "|".join(_NAMES) + r")\b\.?"
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = r"(?P<weekday>(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)\.?,?"
_S = r"[ \t\xa0]"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[789]|20)\d\d)(?!\d)"
_ZONE = rf"(?:{_S}?(?:(?-i:[A-Z]{{2,4}})(?:[+-]\d{{1,2}})?\b|Z\b))"
_CLOCK = (
    rf"(?:\d{{1,2}}[:.]\d{{2}}(?::\d{{2}})?(?:{_S}?[ap]\.?m\b\.?)?{_ZONE}?"
    rf"|\d{{3,4}}(?:{_S}?[ap]\.?m\b\.?|{_S}(?-i:UTC|GMT)(?:[+-]\d{{1,2}})?\b))"
)

_DATES = (
    r"(?P<year>\d{4})[-/](?P<month>\d{1,2})[-/](?P<day>\d{1,2})(?!\d)"
    r"(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?",
    rf"{_DAY}{_S}+(?P<name>{_MONTH}),?{_S}*{_YEAR}",
    rf"{_DAY}-(?P<name>{_MONTH})-{_YEAR}",
    rf"(?P<name>{_MONTH}){_S}*{_DAY},?{_S}*{_YEAR}",
    rf"(?P<first>\d{{1,2}})(?P<mark>[-./])(?P<second>\d{{1,2}})(?P=mark){_YEAR}",
)

_LABEL = (
    rf"(?P<label>(?:(?:first|originally|last){_S}+)?"
    rf"(?:published|posted|created|issued|updated|modified|"
    rf"date{_S}+(?:of{_S}+publication|published)|(?:publication|publish|release|posting){_S}+date|"
    rf"date)(?:{_S}+(?:on|at))?{_S}*:?)"
)

_PREFIX = rf"{_S}*(?:{_LABEL}{_S}*)?(?:{_CLOCK},?{_S}+)?(?:{_WEEKDAY}{_S}+)?(?:{_CLOCK},?{_S}+)?"
_TAIL = rf"(?P<tail>{_S}*(?:[,|/\-–—·•]{_S}*)?(?:at{_S}+\d{{4}}\b|(?:at{_S}+)?{_CLOCK}))?"

_LINES = tuple(re.compile(_PREFIX + date + _TAIL, re.IGNORECASE) for date in _DATES)

_ALONE_AFTER = re.compile(rf"{_S}*[.|]?{_S}*$")
_RUNS_ON = re.compile(
    rf"{_S}*[|/\-–—·•]?{_S}*(?:$|[A-Z\d\"'“‘«(\[]|title:|al-|by{_S})|\s*\.{_S}*(?:$|[A-Z])"
)
"""What may follow a publication date on its line: a new text, never the rest of a sentence."""

AGENCY = r"(?:AFP|AP|Reuters|DPA|UPI|TASS|Xinhua|Agencies|Agence France-Presse|Associated Press)"
_BEFORE = re.compile(
    rf"{_S}*(?:{AGENCY}(?:(?:,|{_S}and|/){_S}*{AGENCY})?{_S}*[,|\-–—]?{_S}+"
    rf"|by{_S}[^\n.\d]{{2,60}}[,|•·\-–—]{_S}*"
    rf"|(?:print|e-?mail|share)(?:{_S}this{_S}(?:page|article|story))?{_S}+"
    rf"|[^\n|.\d]{{1,40}}\|{_S}*)",
    re.IGNORECASE,
)
"""What may stand between the start of a line and its date: an agency, a byline, a section."""

_SURE_DATE = rf"(?i:{_WEEKDAY}{_S}+\d|\d{{1,2}}[-./]\d{{1,2}}[-./]\d{{4}})"
_AGENCY_DATE = re.compile(
    rf"(?<!told)(?<!with)(?<!\bto)(?<!\bby){_S}{AGENCY}{_S}+(?=(?i:{_WEEKDAY}){_S}+\d)"
)
"""``AFP Sunday 5 June``, but not ``told AFP Sunday 5 June``."""
_NAMED_DATE = re.compile(rf"(?:{_S}+(?:[A-Z][\w.'’]*|and|of|the)){{1,5}}(?={_S}+{_SURE_DATE})")
_DATELINE = re.compile(
    rf"[A-Z][\w.,'’ \-]{{2,60}}(?:\(|,{_S})"
    rf"(?=(?i:{_MONTH}|\d{{1,2}}{_S}+{_MONTH})[^\n]{{4,14}}[ )\-–—])"
)
_DATELINE_AFTER = re.compile(rf"{_S}*\)?{_S}*(?:\([A-Za-z /]{{2,20}}\){_S}*)?[-–—:]")


@dataclasses.dataclass(frozen=True, slots=True)
class Dated:
    """A publication line: the days it can mean (two for ``03/04/2016``) and its words."""

    days: tuple[datetime.date, ...]
    start: int
    end: int
    order: str = ""
    """``dmy`` or ``mdy`` when written in figures that can be read in one way only."""


def valid(day: datetime.date, today: datetime.date | None = None) -> bool:
    """Whether an article can have been published that day: no earlier than 1700, no later than
    tomorrow (it is tomorrow already somewhere)."""
    last = (today or datetime.date.today()) + datetime.timedelta(days=1)
    return EARLIEST <= day <= last


def from_text(text: str, title: str = "", today: datetime.date | None = None) -> Dated | None:
    """The publication line in the head or foot of an article.

    A line that says so ("Published July 2 2016") goes before a bare date, a bare date before
    an "Updated" one. ``None`` when there is none, or when bare dates disagree (a chronology).
    """
    labelled: list[Dated] = []
    bare: list[Dated] = []
    updated: list[Dated] = []
    for line, label in _candidates(text, title):
        if not all(valid(day, today) for day in line.days):
            continue
        kind = label.casefold()
        late = "updat" in kind or "modif" in kind
        (updated if late else labelled if kind else bare).append(line)
    if labelled:
        return labelled[0]
    if bare:
        return bare[0] if len({line.days for line in bare} | _listed(text)) == 1 else None
    return updated[0] if updated else None


def _listed(text: str) -> set[tuple[datetime.date, ...]]:
    """All dates that stand alone on a line: more than one make a list or a chronology."""
    found = set()
    for match in re.finditer(r"^[^\n\w]{0,4}(?=\w)[^\n]{6,40}$", text, re.MULTILINE):
        line = _line_match(text, match.start(), match.end())
        if line and not line[1] and _ALONE_AFTER.match(text[line[0].end : match.end()]):
            found.add(line[0].days)
    return found


def _candidates(text: str, title: str) -> list[tuple[Dated, str]]:
    lines = [m.span() for m in re.finditer(r"[^\n]+", text) if not m[0].isspace()]
    found: list[tuple[Dated, str]] = []
    head, foot = lines[:_HEAD_LINES], lines[_HEAD_LINES:][-_FOOT_LINES:]
    for number, (start, end) in enumerate(head + foot):
        stop = min(end, start + _HEAD_CHARACTERS) if number else end
        for at, first in _starts(text, start, min(stop, start + _HEAD_CHARACTERS), title, number):
            hit = _publication(text, at, end, first)
            if hit:
                found.append(hit)
                break
    return found


def _starts(
    text: str, start: int, stop: int, title: str, number: int
) -> Iterable[tuple[int, bool]]:
    """Places of a line where a publication date may begin, each with whether text may run on
    after a date without label there."""
    first = number == 0
    yield start, first
    after = _after_title(text, start, title) if first else None
    if after is not None:
        yield after, True
        named = _NAMED_DATE.match(text, after, stop)
        if named:
            yield named.end(), True
    for at in (start, after):
        before = _BEFORE.match(text, at, stop) if at is not None else None
        if before:
            yield before.end(), first
    if first:
        for match in _AGENCY_DATE.finditer(text, start, stop):
            yield match.end(), True
    if number < 3:
        dateline = _DATELINE.match(text, start, stop)
        if dateline:
            yield dateline.end(), False


def _after_title(text: str, start: int, title: str) -> int | None:
    """End of the title in the text, also of one that carries its site's name behind it."""
    names = (title, title.split(" - ")[0], title.split(" | ")[0])
    return next((end for name in names if (end := title_end(text, start, name))), None)


def title_end(text: str, start: int, title: str) -> int | None:
    """Where the title ends in ``text`` if it stands at ``start`` (spaces and case may differ)."""
    words = title.split()
    if not words:
        return None
    at = start
    while at < len(text) and text[at].isspace():
        at += 1
    for word in words:
        while at < len(text) and text[at].isspace():
            at += 1
        if text[at : at + len(word)].casefold() != word.casefold():
            return None
        at += len(word)
    return at if at == len(text) or not text[at].isalnum() else None


def _publication(text: str, at: int, end: int, run_on: bool) -> tuple[Dated, str] | None:
    match = _line_match(text, at, end)
    if match is None:
        return None
    line, label = match
    rest = text[line.end : min(end, line.end + 40)]
    alone = _ALONE_AFTER.match(rest) and line.end + 40 >= end
    if alone or ((label or run_on) and _RUNS_ON.match(rest)):
        return line, label
    if _DATELINE_AFTER.match(rest) and _DATELINE.search(text, max(0, at - 64), at + 24):
        return line, label
    return None


_DATE_FRONT = re.compile(rf"{_S}*{AGENCY}(?:(?:,|{_S}and|/){_S}*{AGENCY})?{_S}+")


def line_end(text: str, at: int, end: int, whole: bool) -> int | None:
    """Where a publication date (with its label, its agency) that opens ``text[at:end]`` ends.

    ``whole``: only one that fills the line, or says with a label what it is.
    """
    agency = _DATE_FRONT.match(text, at, end)
    for start in (at, agency.end()) if agency else (at,):
        hit = _publication(text, start, end, run_on=not whole)
        if hit:
            return hit[0].end
    return None


def match_line(text: str, at: int, end: int) -> Dated | None:
    """The date, with its label, that begins at ``at``; what follows is not looked at."""
    match = _line_match(text, at, end)
    return match[0] if match else None


def _line_match(text: str, at: int, end: int) -> tuple[Dated, str] | None:
    for pattern in _LINES:
        match = pattern.match(text, at, end)
        if match:
            days, order = _days(match.groupdict())
            if not days or not _agrees(match["weekday"], days):
                return None
            start = at + len(match[0]) - len(match[0].lstrip())
            return Dated(days, start, match.end(), order), match["label"] or ""
    return None


def _days(parts: dict[str, str | None]) -> tuple[tuple[datetime.date, ...], str]:
    year = int(parts["year"] or 0)
    if parts.get("name"):
        month = month_of(parts["name"] or "")
        found = (day_of(year, month, int(parts["day"] or 0)),) if month else ()
        return tuple(day for day in found if day), ""
    if parts.get("month"):
        only = day_of(year, int(parts["month"] or 0), int(parts["day"] or 0))
        return ((only,) if only else ()), ""
    first, second = int(parts["first"] or 0), int(parts["second"] or 0)
    dmy, mdy = day_of(year, second, first), day_of(year, first, second)
    if parts["mark"] == ".":
        return ((dmy,) if dmy else ()), "dmy"  # no country writes month.day.year
    both = tuple(dict.fromkeys(day for day in (dmy, mdy) if day))
    order = "" if len(both) != 1 or dmy == mdy else "dmy" if dmy else "mdy"
    return both, order


def day_of(year: int, month: int, day: int) -> datetime.date | None:
    """The day, or ``None`` when there is none such."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def month_of(name: str) -> int:
    """Number of a month by the first letters of its name; 0 when it is none."""
    stem = name.casefold()[:3]
    return next((n for n, full in enumerate(_NAMES, 1) if full.startswith(stem)), 0)


def _agrees(weekday: str | None, days: tuple[datetime.date, ...]) -> bool:
    """A date whose weekday is another one is a slip of one of the two: not to be built on."""
    if not weekday:
        return True
    number = _WEEKDAYS.index(weekday.casefold()[:3])
    return any(day.weekday() == number for day in days)
