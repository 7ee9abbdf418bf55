"""How well names are put together: ``python -m benchmarks.names``.

``labels/names.jsonl`` holds pairs of names as they stand in two articles (or one) of
``fakes_dev.jsonl`` or ``gva_dev.jsonl``: article, offsets, whether they name one thing, and the
draw they belong to; no text. Each set is read as one case, as ``reconcile run`` reads it:

- ``merged``: drawn at random from all merges that were made, then read in their articles. The
  share of the pairs which are still merged that name one thing is ``names.precision``.
- ``missed``: drawn from pairs that were *not* merged though they look alike (one has all words of
  the other, or the letters agree by three quarters) within one article or one story. Of those
  that name one thing the share merged since is ``names.recall``: it says how much of what such a
  search finds is mended, not how much of all names is found. Of those that name two things none
  may be merged (they are counted in ``names.precision`` too).

A pair counts as merged when both names have one canonical spelling in their articles. Two towns of
one name in two stories are one *spelling*; a pair of them is labelled as two things all the same.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.data import EVAL, rows
from benchmarks.floors import holds
from claims.extract import STATING
from claims.names import Spelling, canonical, find_names
from claims.parse import parse
from corpus.records import Article
from corpus.sentences import sentences
from corpus.sources import read

LABELS = Path(__file__).with_name("labels") / "names.jsonl"
_SETS = ("fakes_dev", "gva_dev")
_BOTH = (True, False)


def names_of(name: str) -> tuple[dict[str, Article], Spelling, int]:
    """The articles of a set by id, the spellings of its names, and the number of merges."""
    articles = [one for one in read([str(EVAL / f"{name}.jsonl")]) if isinstance(one, Article)]
    mentions = [
        (article.id, article.text[start:end])
        for article in articles
        for parsed in parse(s for s in sentences(article) if s.kind in STATING)
        for start, end in find_names(parsed)
    ]
    spelling, merges = canonical(mentions)
    return {article.id: article for article in articles}, spelling, len(merges)


def main() -> int:
    """Prints the figures; 1 when one is below its floor."""
    parser = argparse.ArgumentParser(description="How well names are put together.")
    parser.add_argument("-v", "--verbose", action="store_true", help="show each error")
    verbose = parser.parse_args().verbose
    if any(rows(f"{name}.jsonl") is None for name in _SETS):
        return 0
    labels = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    score: Counter[tuple[str, bool, bool]] = Counter()
    for name in _SETS:
        articles, spelling, merges = names_of(name)
        print(f"{name}: {merges} merges over {len(articles)} articles")
        for label in labels:
            if label["set"] != name:
                continue
            sides = [_side(label[key], articles) for key in ("a", "b")]
            merged = len({spelling.of(*side) for side in sides}) == 1
            score[label["drawn"], label["same"], merged] += 1
            if verbose and merged != label["same"]:
                print(f"  {'apart' if label['same'] else 'merged'}: {sides}")
    return int(not _report(score))


def _side(place: dict[str, Any], articles: dict[str, Article]) -> tuple[str, str]:
    return place["doc"], articles[place["doc"]].text[place["start"] : place["end"]]


def _report(score: Counter[tuple[str, bool, bool]]) -> bool:
    right = score["merged", True, True] + score["missed", True, True]
    wrong = score["merged", False, True] + score["missed", False, True]
    drawn = {same: score["merged", same, True] + score["merged", same, False] for same in _BOTH}
    found, missed = score["missed", True, True], score["missed", True, False]
    apart = score["missed", False, False]
    print(
        f"merges drawn and read: {drawn[True]} of {sum(drawn.values())} name one thing; of all "
        f"labelled pairs that are merged now {right} of {right + wrong} do "
        f"({right / max(1, right + wrong):.3f})\n"
        f"alike and not merged when drawn: {found} of {found + missed} of one thing are merged now "
        f"({found / max(1, found + missed):.3f}), "
        f"{apart} of {apart + score['missed', False, True]} of two things are apart"
    )
    return all(
        (
            holds("names.precision", right / max(1, right + wrong)),
            holds("names.recall", found / max(1, found + missed)),
        )
    )


if __name__ == "__main__":
    sys.exit(main())
