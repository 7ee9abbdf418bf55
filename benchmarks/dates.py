"""How many dates are understood: ``python -m benchmarks.dates``.

Four figures: values right on the English date cases of Recognizers-Text (``DateTimeModel`` in
``recognizers.jsonl``), dates of the five seed articles against labels made by reading them
(``labels/seed_dates.jsonl``: article, offsets, interval, role; no text), dates drawn at random
from those found in ``fakes_dev`` and ``gva_dev`` and read in their articles
(``labels/read_dates.jsonl``, with the draw; it says how many of the dates found are right, not
how many there are), and sentences a second.

**Which cases.** All whose expected values a date of a news text can have. Left out, by type:
what recurs (``set``), durations, time zones, times without a day (``time``, ``timerange``: no
interval follows from them), values Recognizers itself leaves open (``not resolved``), and what
counts minutes or hours from the moment of asking (articles are dated to the day). Left out by
hand, with the reason, in ``LEFT_OUT``. Cases that expect nothing are kept and counted apart:
nothing may be found in them (in two of them, 244 and 248, "the 21st" is a date to us).

**When a value is right.** The expression found must overlap the expected one, and:

- a day: the same day. "Two months ago" is one day in Recognizers and wide here: right when it
  holds that day and is no wider than the unit.
- an instant: the same minute, or held by an interval of at most an hour ("about 3 p.m.").
- a part of a day: the same day, and ours holds theirs (their morning is 8 to 12).
- a stretch: the same first and last day, their end being exclusive. Where theirs is given by two
  ends, its last part is not in it ("from March to May" ends on 1 May); ours has it in. Whether
  the day of asking is in it ("past two weeks") may differ. Of "earlier this month" and "later
  this month" the outer edge counts: theirs are halves, ours end with the day of asking.
- a vague part ("late July", ``Mod`` start, mid, end): the firm edge is the same; the middle
  overlaps.
- an edge (``Mod`` since, after, before, until): role ``since`` or ``until`` (a time of day is an
  interval with us and has no need of it), and the edge is the first or the last day of the date
  named; five days off where that is vague ("since late July").

Where theirs has a past and a future value, ours must be one of them: the future one in a
sentence that speaks of what is to come, the past one in one about the past (``_COMING``,
``_GONE``, told by words, not by our own tense rules), either in others.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Container, Iterator
from pathlib import Path
from typing import Any

from dateutil.relativedelta import relativedelta

from benchmarks.data import EVAL, SEEDS, article, rows
from benchmarks.floors import holds
from claims.dates import find_dates
from claims.extract import STATING
from claims.parse import Parsed, parse
from claims.records import When
from corpus.records import Article, Sentence
from corpus.sentences import sentences
from corpus.sources import read

LABELS = Path(__file__).with_name("labels") / "seed_dates.jsonl"
READ = Path(__file__).with_name("labels") / "read_dates.jsonl"

_TYPES = ("date", "daterange", "datetime", "datetimerange")
_COMING = re.compile(r"\b(?:will|shall|let's|please|can you|going to)\b|'ll\b", re.IGNORECASE)
_GONE = re.compile(r"\b(?:was|were|did|had|happened|left|went|met|sold|took)\b", re.IGNORECASE)
_PART = re.compile(r"T(?:MO|AF|EV|NI|DT|MI)")
_CLOCK_NOW = re.compile(
    r"\b(?:minutes?|mins?|hours?|\d+h|now|present|moment|time)\b", re.IGNORECASE
)
_DAY = datetime.timedelta(days=1)
_HOUR = datetime.timedelta(hours=1)

LEFT_OUT = {
    "signs and words of a query": "269 271 485 486 487 889",
    "no way a newspaper writes a date: codes, file names, chat": (
        "19 27 149 189 190 236 237 342 343 398 401 408 440 442 447 467 476 480 612 740 747 748 "
        "755 756 759 853 854 912 913 914 915"
    ),
    "the unit of asking, which names no date in a text (partner of the day)": (
        "124 125 129 130 131 132 192 193 229 340 341 786"
    ),
    "the last second of a day": "29 30 31 731",
    "no English sentence": "409 410",
    (
        "theirs is not what the sentence says: the year of asking for the year before 2015, a "
        "day to come in the past tense, later counted from asking, a vague end taken for a "
        "day"
    ): "691 692 693 694 695 725 726 727 808",
}
"""Ids (the number after ``DateTimeModel-``), blank between them, by the reason."""


def _cases() -> Iterator[tuple[dict[str, Any], bool]]:
    """The date cases, each with whether it is kept (not left out by hand)."""
    left_out = {number for ids in LEFT_OUT.values() for number in ids.split()}
    for row in rows("recognizers.jsonl") or ():
        if row["model"] == "DateTimeModel" and row["reference"]:
            yield row, row["id"].partition("-")[2] not in left_out


def _expected(row: dict[str, Any]) -> list[dict[str, Any]]:
    """The expected expressions that count, with their values."""
    found = []
    for result in row["results"]:
        kind = (result.get("TypeName") or result.get("Typename", "")).rpartition(".")[2]
        values = [v for v in (result.get("Resolution") or {}).get("values", []) if _open(v)]
        if kind in _TYPES and values and not _CLOCK_NOW.search(result["Text"]):
            end = result["Start"] + len(result["Text"])
            found.append({"start": result["Start"], "end": end, "values": values})
    return found


def _open(value: dict[str, Any]) -> bool:
    return value.get("value") != "not resolved"


def _right(when: When | None, values: list[dict[str, Any]], text: str, asked: str) -> bool:
    if when is None or when.from_ is None or when.to is None:
        return False
    if len(values) == 2 and len({_first(value)[:10] for value in values}) == 2:
        if _COMING.search(text):
            values = values[_first(values[0])[:10] != asked :]
        elif _GONE.search(text):
            values = values[:1]
    return any(_same(when, value, _moment(asked)) for value in values)


def _first(value: dict[str, Any]) -> str:
    return str(value.get("value") or value.get("start") or value["end"])


def _moment(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(text.replace(" ", "T"))


def _same(when: When, value: dict[str, Any], asked: datetime.datetime) -> bool:
    fine = "T" in (when.from_ or "")
    low = _moment(when.from_ or "")
    high = _moment(when.to or "") + (datetime.timedelta(minutes=1) if fine else _DAY)
    mod = value.get("Mod", "")
    if mod in ("since", "after", "before", "until") or mod.startswith(
        ("before-", "after-", "since-")
    ):
        return _same_edge(when, low, high, value)
    if "value" in value:
        point = _moment(value["value"])
        if value["type"] == "date":
            return _same_day(low, high, point, fine)
        return low <= point < high and high - low <= _HOUR
    start, end = _moment(value["start"]), _moment(value["end"])
    if value["type"] == "datetimerange" and _PART.search(value["timex"]):
        return fine and low <= start and end <= high + _HOUR and high - low <= 14 * _HOUR
    if mod:
        firm = {"start": low == start, "end": high == end}.get(mod.partition("-")[0])
        return firm if firm is not None else (low < end and start < high)
    if value["type"] == "datetimerange":
        return low == start and abs(high - end) <= datetime.timedelta(minutes=1)
    if re.match("(?:earlier|later) ", when.text):
        return low == start if when.text.startswith("earlier") else high == end
    return (low == start or _at_asking(low, start, asked)) and (
        high == end or _at_asking(high, end, asked) or _last_part(end, high)
    )


def _at_asking(
    ours: datetime.datetime, theirs: datetime.datetime, asked: datetime.datetime
) -> bool:
    """Whether both ends are the day of asking, in it or not."""
    return abs(ours - asked) <= _DAY and abs(theirs - asked) <= _DAY


def _same_day(
    low: datetime.datetime, high: datetime.datetime, point: datetime.datetime, fine: bool
) -> bool:
    if fine or high - low == _DAY:
        return low.date() == point.date()
    return low <= point < high and high - low in (7 * _DAY, 31 * _DAY, 367 * _DAY)


def _last_part(end: datetime.datetime, high: datetime.datetime) -> bool:
    """Whether ``high`` closes the day, month or year that begins with ``end``."""
    month = (end.replace(day=28) + 4 * _DAY).replace(day=1)
    closes = [end + _DAY]
    if end.day == 1:
        closes += [month, end + relativedelta(months=3)]
    if (end.month, end.day) == (1, 1):
        closes.append(end.replace(year=end.year + 1))
    return high in closes


def _same_edge(
    when: When, low: datetime.datetime, high: datetime.datetime, value: dict[str, Any]
) -> bool:
    edge = _moment(value.get("start") or value["end"])
    role = "since" if "start" in value else "until"
    if "-" in value["Mod"]:
        return when.role == role and min(abs(edge - low), abs(edge - high)) <= 5 * _DAY
    return (when.role == role or "T" in (when.from_ or "")) and any(
        abs(edge - ours) <= (_HOUR if "approx" in value["Mod"] else _HOUR / 60)
        for ours in (low, high)
    )


def _best(found: tuple[When, ...], start: int, end: int) -> When | None:
    """The date found that shares most characters with the stretch."""
    shared = [(min(end, w.end) - max(start, w.start), -i) for i, w in enumerate(found)]
    most = max(shared, default=(0, 0))
    return found[-most[1]] if most[0] > 0 else None


def recognizers(verbose: bool) -> tuple[float, float] | None:
    """Share of values right, and of silent cases that stay silent; ``None`` without the data."""
    cases = list(_cases())
    if not cases:
        return None
    score: Counter[str] = Counter()
    plain = [_plain(row["input"]) for row, _ in cases]
    parsed = parse(Sentence(0, len(text), text, "statement", 0) for text in plain)
    for (row, kept), one in zip(cases, parsed, strict=True):
        published = datetime.date.fromisoformat(row["reference"][:10])
        found = find_dates(one, published)
        if not row["results"] and kept:
            score["silent"] += 1
            score["kept silent"] += not found
            if verbose and found:
                _show(row, found, None)
        for expected in _expected(row):
            best = _best(found, expected["start"], expected["end"])
            right = _right(best, expected["values"], row["input"], row["reference"][:10])
            score["all"] += 1
            score["all right"] += right
            score["values"] += kept
            score["right"] += right and kept
            if verbose and kept and not right:
                _show(row, found, expected)
    print(
        f"Recognizers-Text: {score['right']} of {score['values']} values right "
        f"({score['right'] / score['values']:.3f}); nothing found in {score['kept silent']} of "
        f"{score['silent']} cases without a date ({score['kept silent'] / score['silent']:.3f})\n"
        f"with the cases left out by hand: {score['all right']} of {score['all']} "
        f"({score['all right'] / score['all']:.3f})"
    )
    return score["right"] / score["values"], score["kept silent"] / score["silent"]


def _plain(text: str) -> str:
    return re.sub(r"\s", " ", text.replace("\u2019", "'"))


def _show(row: dict[str, Any], found: tuple[When, ...], expected: dict[str, Any] | None) -> None:
    wanted = [
        f"{v.get('value') or v.get('start', '')}..{v.get('end', '')} {v.get('Mod', '')}"
        for v in (expected or {"values": []})["values"]
    ]
    got = [f"{w.text!r} {w.from_}..{w.to} {w.role}" for w in found]
    print(f"{row['id']} {row['reference'][:10]} {row['input']!r}\n  want {wanted}\n  got  {got}")


def _seed_articles() -> Iterator[Article]:
    manifest = SEEDS / "sources.csv"
    if not manifest.is_file():
        return
    with manifest.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            text = (SEEDS / row["path"]).read_text(encoding="utf-8")
            yield Article(
                row["path"][:3], row["path"], "", row["outlet"], row["title"], "", "",
                row["published"], "manifest", "en", "", "", text,
            )  # fmt: skip


def dates_of(
    article: Article, kinds: Container[str] | None = None
) -> Iterator[tuple[Parsed, When]]:
    """All dates of an article in order, each with its sentence; of ``kinds`` of sentence only."""
    context: list[When] = []
    earlier: list[Parsed] = []
    for parsed in parse(s for s in sentences(article) if kinds is None or s.kind in kinds):
        found = find_dates(parsed, article.published_date, context, earlier)
        context += found
        earlier.append(parsed)
        for when in found:
            yield parsed, when


def seeds(verbose: bool) -> float | None:
    """Share of the labelled dates of the seed articles right, false ones counted as wrong;
    ``None`` without the articles."""
    articles = list(_seed_articles())
    if not articles:
        print(f"seed dates: not measured, {SEEDS} is not here")
        return None
    labels = {}
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        labels[row["article"], row["start"], row["end"]] = (row["from"], row["to"], row["role"])
    found = {
        (article.id, when.start, when.end): (when.from_, when.to, when.role)
        for article in articles
        for _, when in dates_of(article)
    }
    keys = sorted(labels.keys() | found.keys())
    wrong = [key for key in keys if labels.get(key) != found.get(key)]
    if verbose:
        for key in wrong:
            print(f"{key}: want {labels.get(key)}, got {found.get(key)}")
    print(f"seed articles: {len(keys) - len(wrong)} of {len(keys)} dates right")
    return 1 - len(wrong) / len(keys)


def read_dates(verbose: bool) -> float | None:
    """Share of the dates drawn and read that have the interval, anchor and role of our reading;
    ``None`` without the data."""
    labels = [json.loads(line) for line in READ.read_text(encoding="utf-8").splitlines()]
    score: Counter[tuple[int, bool]] = Counter()
    for name in sorted({label["set"] for label in labels}):
        wanted = {label["doc"] for label in labels if label["set"] == name}
        if rows(f"{name}.jsonl") is None:
            return None
        found = {
            (article.id, when.start, when.end): when
            for article in read([str(EVAL / f"{name}.jsonl")])
            if isinstance(article, Article) and article.id in wanted
            for _, when in dates_of(article, STATING)
        }
        for label in labels:
            if label["set"] != name:
                continue
            when = found.get((label["doc"], label["start"], label["end"]))
            got = when and (when.from_, when.to, when.anchor, when.role)
            want = (label["from"], label["to"], label["anchor"], label["role"])
            if label["anchor"] is None:  # no date at all
                want = None
            score[label["draw"], got == want] += 1
            if verbose and got != want:
                print(f"{label['doc']} {label['start']}: want {want}, got {got}")
    for draw in sorted({draw for draw, _ in score}):
        total = score[draw, True] + score[draw, False]
        print(f"dates read in articles, draw {draw}: {score[draw, True]} of {total} right")
    right = sum(count for (_, good), count in score.items() if good)
    return right / max(1, sum(score.values()))


def speed() -> None:
    """Prints sentences a second, the parse apart."""
    data = rows("fakes_dev.jsonl")
    if data is None:
        return
    articles = [article(row) for row in data[:40]]
    began = time.perf_counter()
    parsed = [(each, one) for each in articles for one in parse(sentences(each))]
    middle = time.perf_counter()
    for each, one in parsed:
        find_dates(one, each.published_date)
    end = time.perf_counter()
    count = len(parsed)
    print(
        f"speed: {count / (end - middle):.0f} sentences/s for dates, "
        f"{count / (end - began):.0f} with cutting and parsing"
    )


def main() -> int:
    """Prints the figures; 1 when one is below its floor."""
    parser = argparse.ArgumentParser(description="How many dates are understood.")
    parser.add_argument("-v", "--verbose", action="store_true", help="show each error")
    verbose = parser.parse_args().verbose
    values = recognizers(verbose)
    seed = seeds(verbose)
    drawn = read_dates(verbose)
    speed()
    kept = []
    if values is not None:
        kept += [holds("dates.values", values[0]), holds("dates.quiet", values[1])]
    if seed is not None:
        kept.append(holds("dates.seeds", seed))
    if drawn is not None:
        kept.append(holds("dates.read", drawn))
    return int(not all(kept))


if __name__ == "__main__":
    sys.exit(main())
