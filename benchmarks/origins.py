"""Origins: copies that are found though cut, led otherwise and edited; articles kept apart.

Copies are made in memory from articles of the development data: cut to a part, given another
lead, paragraphs broken elsewhere, and a share of their words replaced, dropped or added. Each is
put beside the article it was made from and all others; it counts as found when the run gives both
one origin.

Pairs of different articles on one event must not be merged: articles on one shooting (``gva_dev``),
on one event (``events_dev``), on one topic (``ecb_dev``), and of one place or one fortnight of a
war (``fakes_dev``), 10,000 in all. Some of them rest on one text in truth:
those were read, and ``labels/copies.jsonl`` lists them by id.

The ten largest groups of ``fakes_dev`` were read too (``labels/origin_groups.jsonl``).

    python -m benchmarks.origins [--show]
"""

from __future__ import annotations

import argparse
import dataclasses
import datetime
import itertools
import json
import random
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.data import article, rows
from benchmarks.floors import holds
from corpus.origins import find_origins
from corpus.records import Article

LABELS = Path(__file__).with_name("labels") / "copies.jsonl"
GROUPS = LABELS.with_name("origin_groups.jsonl")
LARGEST = 10
SETS = ("gva_dev", "fakes_dev")
BASES = 150
"""Articles of each set that copies are made from."""
FEWEST = 60
"""Words of the shortest of them; shorter ones are headlines and captions."""
SHORTEST = 40
"""Words of the shortest brief that is cut from one."""
LEAD = 30
"""Words of a lead."""
EDITED = (0.0, 0.05, 0.2, 0.4)
PAIRS = 10_000
SEED = 5

Words = list[str]


def cut(words: Words, draw: random.Random, other: Words) -> Words:
    """The first third to two thirds: an editor cuts from below, and leaves a brief."""
    return words[: max(SHORTEST, round(len(words) * draw.uniform(1 / 3, 2 / 3)))]


def led(words: Words, draw: random.Random, other: Words) -> Words:
    """Another lead: up to a quarter of the words, and no more than a long sentence has, comes
    from another article."""
    lead = min(LEAD, len(words) // 4)
    return other[:lead] + words[lead:]


def broken(words: Words, draw: random.Random, other: Words) -> Words:
    """Other paragraphs: blank lines fall elsewhere."""
    return [word + ("\n\n" if draw.random() < 0.05 else "") for word in words]


def cut_and_led(words: Words, draw: random.Random, other: Words) -> Words:
    """Both."""
    return led(cut(words, draw, other), draw, other)


FORMS: dict[str, Callable[[Words, random.Random, Words], Words]] = {
    "re-paragraphed": broken,
    "cut": cut,
    "re-led": led,
    "cut and re-led": cut_and_led,
}


def edited(words: Words, share: float, draw: random.Random, other: Words) -> Words:
    """Words with a share of them replaced, dropped or joined by another, a third each."""
    found: Words = []
    for word in words:
        change = draw.choice(("replace", "drop", "add")) if draw.random() < share else ""
        if change != "drop":
            found.append(draw.choice(other) if change == "replace" else word)
        if change == "add":
            found.append(draw.choice(other))
    return found


def copies(
    articles: Sequence[Article], form: str, share: float, draw: random.Random
) -> Iterator[Article]:
    """A copy of each article by another outlet, on the day of the article."""
    words = [re.findall(r"\S+", one.text) for one in articles]
    for number, one in enumerate(articles):
        other = words[number - 1]
        made = edited(FORMS[form](words[number], draw, other), share, draw, other)
        yield dataclasses.replace(
            one, id=f"copy-{one.id}", outlet="the copier", text=" ".join(made), url=""
        )


def recall(articles: Sequence[Article]) -> dict[tuple[str, float], float]:
    """Share of copies with the origin of what they were made from, by form and share edited."""
    long = [one for one in articles if len(one.text.split()) >= FEWEST]
    found: dict[tuple[str, float], float] = {}
    for form, share in itertools.product(FORMS, EDITED):
        draw = random.Random(SEED)
        bases = draw.sample(long, min(BASES, len(long)))
        made = find_origins([*articles, *copies(bases, form, share, draw)]).articles
        origin = {one.id: one.origin for one in made}
        hits = sum(origin[one.id] == origin[f"copy-{one.id}"] for one in bases)
        found[form, share] = hits / len(bases)
    return found


Pair = tuple[str, str]


def same_event() -> list[Pair]:
    """Pairs of articles on one event, the surest kinds first, at most ``PAIRS``."""
    found: dict[Pair, None] = {}
    for pair in itertools.chain(
        _within(rows("gva_dev.jsonl") or (), lambda row: row["incident"]),
        _of_events(rows("events_dev.jsonl") or ()),
        _within(rows("ecb_dev.jsonl") or (), lambda row: row["subtopic"]),
        _of_days(rows("fakes_dev.jsonl") or (), same_place=True),
        _of_days(rows("fakes_dev.jsonl") or (), same_place=False),
    ):
        found.setdefault(pair)
    return list(found)[:PAIRS]


def _within(data: Iterable[dict[str, Any]], key: Callable[[Any], str]) -> Iterator[Pair]:
    groups: dict[str, list[str]] = {}
    for row in data:
        groups.setdefault(key(row), []).append(row["id"])
    for ids in groups.values():
        yield from itertools.combinations(sorted(ids), 2)


def _of_events(data: Iterable[dict[str, Any]]) -> Iterator[Pair]:
    for event in data:
        ids = {one if isinstance(one, str) else one["id"] for one in event["articles"]}
        yield from itertools.combinations(sorted(ids), 2)


def _of_days(data: Iterable[dict[str, Any]], same_place: bool) -> Iterator[Pair]:
    dated = [(datetime.date.fromisoformat(row["published"][:10]), row) for row in data]
    pairs = [
        (abs((a - b).days), *sorted((one["id"], other["id"])))
        for (a, one), (b, other) in itertools.combinations(dated, 2)
        if not same_place or one["place"] == other["place"]
    ]
    for days, one, other in sorted(pairs):
        if days <= 30 or not same_place:
            yield one, other


def merged(pairs: Iterable[Pair], articles: Sequence[Article]) -> list[Pair]:
    """Those of the pairs that a run gives one origin."""
    origin = {one.id: one.origin for one in find_origins(articles).articles}
    return [pair for pair in pairs if origin[pair[0]] == origin[pair[1]]]


def read_copies() -> set[Pair]:
    """The pairs that were read and rest on one text: a ``copy`` of one another, or, each, on one
    ``statement`` of the police, a navy or a host, which is one origin too."""
    lines = LABELS.read_text("utf-8").splitlines()
    found = [json.loads(line) for line in lines if line.strip()]
    return {(row["a"], row["b"]) for row in found}


def largest(articles: Sequence[Article]) -> list[tuple[str, ...]]:
    """The ten largest groups of articles with one text, by size, then by id."""
    groups: dict[str, list[str]] = {}
    for one in find_origins(articles).articles:
        groups.setdefault(one.origin, []).append(one.id)
    several = [tuple(sorted(group)) for group in groups.values() if len(group) > 1]
    return sorted(several, key=lambda group: (-len(group), group))[:LARGEST]


def read_groups() -> dict[tuple[str, ...], str]:
    """The groups that were read, with the verdict."""
    lines = GROUPS.read_text("utf-8").splitlines()
    rows_ = [json.loads(line) for line in lines if line.strip()]
    return {tuple(row["articles"]): row["verdict"] for row in rows_}


def main() -> int:
    """Prints both figures; 1 when one leaves its bound."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--show", action="store_true", help="ids of the pairs that merge")
    show = options.parse_args().show
    sets = {name: rows(f"{name}.jsonl") for name in (*SETS, "events_dev", "ecb_dev")}
    if any(found is None for found in sets.values()):
        return 0
    fine = True
    for name in SETS:
        start = time.perf_counter()
        found = recall([article(row) for row in sets[name] or ()])
        seconds = (time.perf_counter() - start) / len(found)
        for form in FORMS:
            told = "  ".join(f"{share:.0%} edited {found[form, share]:.3f}" for share in EDITED)
            print(f"{name}: {form:15} {told}")
        once = min(found[form, share] for form, share in found if form != "cut and re-led")
        mean = sum(found.values()) / len(found)
        print(f"{name}: mean {mean:.3f}, lowest of one form {once:.3f}; {seconds:.1f} s a run")
        fine &= holds(f"origins.{name}.recall", mean) & holds(f"origins.{name}.lowest", once)
    known_groups = read_groups()
    verdicts = [
        known_groups.get(group, "not read")
        for group in largest([article(row) for row in sets["fakes_dev"] or ()])
    ]
    told = ", ".join(f"{verdicts.count(v)} {v}" for v in sorted(set(verdicts)))
    print(f"fakes_dev: of the {len(verdicts)} largest groups of one text {told}")
    pairs = same_event()
    every = {
        one.id: one
        for name in (*SETS, "ecb_dev")
        for one in (article(row) for row in sets[name] or ())
    }
    known = read_copies()
    joined = merged(pairs, list(every.values()))
    wrong = [pair for pair in joined if pair not in known]
    print(
        f"{len(pairs):,} pairs of articles on one event: {len(joined)} merged, "
        f"{len(joined) - len(wrong)} of them on one text as read, {len(wrong)} not"
    )
    if show:
        for pair in joined:
            print("copy " if pair in known else "WRONG", *pair)
    fine &= holds("origins.merged_wrongly", len(wrong))
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
