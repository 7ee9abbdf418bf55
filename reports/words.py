"""Plain words for values, dates and what the records hold."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Final

from claims.figures import rounded_down, written
from claims.records import Claim, Figure, When
from corpus.records import Article

_DAY = (
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?"
)
_DATE = re.compile(rf"(?<![\d-]){_DAY}(?![\d-])")
_DAY_ONLY = re.compile(r"(?<![\d-])\d{4}-\d\d(?:-\d\d(?:[T ]\d\d:\d\d\S*)?)?(?![\d-])")
_RANGE = re.compile(
    r"(?<![\d-])(\d{4}-\d\d-\d\d)(?:T[\d:]+)?"
    r"(?:/|\.\.| to | – )"
    r"(\d{4}-\d\d-\d\d)(?:T[\d:]+)?(?![\d-])"
)
MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

KNOWN_FROM: Final = {
    "manifest": "from the manifest",
    "metadata": "from the page's metadata",
    "url": "from the address",
    "text": "from a dateline in the text",
    "none": "not known",
}
STATUS: Final = {
    "corroborated": ("✓", "corroborated"),
    "single_origin": ("①", "single origin"),
    "disputed": ("≠", "disputed"),
    "superseded": ("→", "superseded"),
    "undatable": ("?", "undatable"),
}
"""Symbol and words of a cluster's status."""
VERDICT: Final = {
    "conflict": ("≠", "conflict"),
    "update": ("→", "update"),
    "agree": ("=", "agrees"),
    "scope": ("◫", "other scope"),
    "different": ("·", "different"),
}
"""Symbol and word of a verdict: told apart without colour."""
KIND: Final = {
    "figure": "figures",
    "date": "dates",
    "time": "times",
    "age": "ages",
    "place": "places",
    "actor": "who did it",
    "name": "names",
    "outcome": "outcomes",
    "extent": "extent",
    "manner": "manner",
}
_IRREGULAR: Final = {
    "person": "people",
    "child": "children",
    "man": "men",
    "woman": "women",
    "policeman": "policemen",
    "fireman": "firemen",
    "serviceman": "servicemen",
    "house": "houses",
    "aircraft": "aircraft",
    "police": "police",
    "people": "people",
    "staff": "staff",
    "troops": "troops",
    "personnel": "personnel",
    "family": "families",
}
_DEAD: Final = frozenset({"body", "death", "fatality"})
"""Nouns that say themselves what befell the counted."""


def day(iso: str | None) -> str:
    """An ISO date or time in words: ``23 April 2017``, ``23 April 2017, 14:05``; what is no
    date comes back as it is, ``None`` as ``date unknown``."""
    if not iso:
        return "date unknown"
    match = _DATE.fullmatch(iso)
    if not match:
        return iso
    year, month, of_month, time = match.groups()
    if month and not 1 <= int(month) <= 12:
        return iso
    words = [str(int(of_month))] if of_month else []
    if month:
        words.append(MONTHS[int(month) - 1])
    return " ".join([*words, year]) + (f", {time}" if time else "")


def period(start: str | None, end: str | None) -> str:
    """An inclusive interval in words: ``August 2016``, ``2016``, ``3 to 5 May 2016``."""
    if not start or not end:
        if start:
            return f"{day(start)} or later"
        return f"{day(end)} or earlier" if end else "date unknown"
    if start == end:
        return day(start)
    try:
        first = datetime.date.fromisoformat(start[:10])
        last = datetime.date.fromisoformat(end[:10])
    except ValueError:
        return f"{start} to {end}"
    if first == last:
        return day(start[:10])
    after = last + datetime.timedelta(days=1) if last < datetime.date.max else last
    if first.day == 1 and after.day == 1:
        if (first.month, after.month) == (1, 1) and after.year == first.year + 1:
            return str(first.year)
        if after.year * 12 + after.month == first.year * 12 + first.month + 1:
            return f"{MONTHS[first.month - 1]} {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day(end[:10])}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} to {day(end[:10])}"
    return f"{day(start[:10])} to {day(end[:10])}"


def value(text: str) -> str:
    """A normalised value as people write it: its ISO dates and intervals in words."""
    text = _RANGE.sub(lambda match: period(match[1], match[2]), text)
    return _DAY_ONLY.sub(lambda match: day(match[0]), text)


def number(amount: float) -> str:
    """A number as people write it: ``49,821``, ``4.5``; years keep no comma."""
    return f"{amount:,.0f}" if amount == round(amount) else f"{amount:,.2f}".rstrip("0")


def span(low: float, high: float | None) -> str:
    """A range: ``12``, ``12 to 15``, ``12 or more``."""
    if high is None:
        return f"{number(low)} or more"
    return number(low) if low == high else f"{number(low)} to {number(high)}"


def stated(item: Figure) -> str:
    """The number of a figure as its source puts it: ``more than 80``, which counts from 81."""
    low, high = written(item)
    if high is None:
        return f"more than {number(low)}" if rounded_down(item) else span(low, high)
    if low == 0 and item.bound == "at_most":
        return f"{'fewer than' if high != item.high else 'up to'} {number(high)}"
    return span(low, high)


def figure(item: Figure) -> str:
    """A figure in words: ``12 to 15 people killed``, ``more than 80 people killed``."""
    unit, noun = counted(item.noun, item.unit, one=item.low == item.high == 1)
    role = "" if item.noun in _DEAD and item.role == "killed" else item.role
    parts = (stated(item), unit, noun, role, item.scope)
    return " ".join(part for part in parts if part)


def counted(noun: str, unit: str, *, one: bool) -> tuple[str, str]:
    """Unit and noun as they stand behind a number: ``kilometers``, ``percent`` ``of people``."""
    told = noun if one else plural(noun)
    fixed = one or re.fullmatch(r"[A-Z]{3}|percent|", unit)
    return unit if fixed else plural(unit), f"of {told}" if unit == "percent" and told else told


def when(item: When) -> str:
    """A date in words: ``on Sunday (23 April 2017)``, ``earlier (undatable)``."""
    if item.from_ is None and item.to is None:
        return f"{item.text} (undatable)"
    meant = period(item.from_, item.to)
    return item.text if meant.casefold() == item.text.casefold() else f"{item.text} ({meant})"


def plural(noun: str) -> str:
    """The plural of a lemma; of several words, of the last: ``people``, ``bus drivers``."""
    head, _, last = noun.rpartition(" ")
    if not last or last in _IRREGULAR.values():
        return noun
    if last in _IRREGULAR:
        made = _IRREGULAR[last]
    elif re.search(r"[^aeiou]y\Z", last):
        made = last[:-1] + "ies"
    elif re.search(r"(?:s|x|z|ch|sh)\Z", last):
        made = last + "es"
    else:
        made = last + "s"
    return f"{head} {made}".strip()


def speaker(claim: Claim) -> str:
    """Who says it: a name, ``senior officer (unnamed)``, ``the outlet itself``."""
    if claim.speaker is None:
        return "an unnamed source" if claim.voice == "anonymous" else "the outlet itself"
    if claim.voice == "anonymous":
        return f"{claim.speaker.name} (unnamed)"
    return claim.speaker.name


def published(article: Article) -> str:
    """When an article was published and how that is known."""
    if article.published is None:
        return "date unknown"
    return f"{day(article.published)} ({KNOWN_FROM[article.published_from]})"


def outlet(article: Article | None) -> str:
    """The outlet's name, or words that say it has none."""
    return (article.outlet if article else "") or "unnamed outlet"


def count(amount: int, noun: str) -> str:
    """``1 article``, ``2 articles``, ``1,204 claims``."""
    return f"{amount:,} {noun if amount == 1 else plural(noun)}"


def title(article: Article) -> str:
    """The title, or the first words of the text of an article that has none."""
    if article.title.strip():
        return article.title
    start = re.sub(r"\s+", " ", article.text[:300]).strip()
    if len(start) > 90:
        start = start[:90].rsplit(" ", 1)[0].rstrip(",.;:") + " …"
    return start or article.path


def days_apart(earlier: str | None, later: str | None) -> str:
    """How long after a date another one is: ``3 days later``; empty where one isn't known."""
    if not earlier or not later:
        return ""
    days = (
        datetime.date.fromisoformat(later[:10]) - datetime.date.fromisoformat(earlier[:10])
    ).days
    if days == 0:
        return "the same day"
    return f"{count(abs(days), 'day')} {'later' if days > 0 else 'earlier'}"


_ORIGINS: Final = {"source": "{}", "agency": "the agency {}", "outlet": "{} itself"}


def origin(key: str, articles: Mapping[str, Article]) -> str:
    """On whose word claims rest, from a cluster's ``origins``: ``the agency Valley Wire``."""
    kind, _, name = key.partition(":")
    if kind == "article":
        return f"{outlet(articles.get(name))} itself"
    return _ORIGINS.get(kind, "{}").format(name or key)
