"""How often the source of attributed content is found: ``python -m benchmarks.speakers``.

On PolNeAR (Newell et al., LREC 2018), development half, ``polnear_dev.jsonl``.

Scored are the gold attributions with a source and a content. One attribution found and one of
gold match when

- their contents share words: intersection over union of at least 0.3, or the found content holds
  more than half of the gold content's words; and
- their sources share a word that is no function word; where gold has a relative pronoun ("who"),
  the noun right before it counts, since that is what we give.

Matching is one to one, best overlap of contents first. Precision is over all attributions found
(those whose source is only the word of saying itself, "reports that", are not counted: gold gives
them no source), recall over all gold ones. PolNeAR marks next to nothing inside what somebody else
says (9 of 2,066 stand in a quotation), where we look too; so the main line leaves out what we
find inside the content of another attribution, and the line "with nested" counts it against us.
PolNeAR also counts attitudes ("wants", "attacked", "supports") as attributions; the line
"statements" is without ours.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.data import article
from benchmarks.floors import holds
from claims.parse import Parsed, parse
from claims.speakers import Attribution, attributions
from claims.words import words

DATA = Path(__file__).resolve().parents[2] / "shared" / "eval" / "polnear_dev.jsonl"

Span = tuple[int, int]
Plain = tuple[Span, tuple[Span, ...]]
"""Source and contents."""

_WORD = re.compile(r"\w+")
_FUNCTION = words("a an the of for in on at by to from with and or 's s")
_RELATIVE = words("who which that")
_NEAR = 80
"""Characters from a noun to its relative pronoun."""

_SAID = (
    "said|says|say|told|added|adds|noted|wrote|claimed|announced|reported|reports|argued|"
    "stated|explained|confirmed"
)
_BEFORE = re.compile(
    rf"(?P<s>(?:[A-Z][\w.]+ ){{1,4}}|[Hh]e |[Ss]he |[Tt]hey )(?:{_SAID}) (?:that )?(?P<c>[^.\n]+)"
)
_AFTER = re.compile(
    rf"(?P<c>[^.\n]+), (?P<s>(?:the )?(?:\w+ ){{1,4}})(?:{_SAID})\b"
    rf"|(?P<c2>[^.\n]+), (?:{_SAID}) (?P<s2>(?:[A-Z]\w+ ?){{1,4}})"
    r"|(?P<c3>[^.\n]+),? according to (?P<s3>[^,.\n]+)"
)


def said_pattern(text: str) -> list[Plain]:
    """The plain baseline: a regular expression for "X said" on either side."""
    found: list[Plain] = []
    for pattern in (_BEFORE, _AFTER):
        for match in pattern.finditer(text):
            for s, c in (("s", "c"), ("s2", "c2"), ("s3", "c3")):
                if s in match.re.groupindex and match[s]:
                    found.append((match.span(s), (match.span(c),)))
    return found


def _words(text: str, spans: Iterable[Sequence[int]]) -> set[int]:
    return {m.start() + s for s, e in spans for m in _WORD.finditer(text[s:e])}


def _sources_match(text: str, found: Span, gold: Sequence[Sequence[int]]) -> bool:
    shared = _words(text, [found]) & _words(text, gold)
    words = {_WORD.match(text, at).group().lower() for at in shared}  # type: ignore[union-attr]
    if words - _FUNCTION:
        return True
    first, last = min(s for s, _ in gold), max(e for _, e in gold)
    between = text[found[1] : first] if found[1] <= first else "."
    return text[first:last].lower() in _RELATIVE and len(between) < _NEAR and "." not in between


def matches(text: str, found: Sequence[Plain], gold: Sequence[dict[str, Any]]) -> dict[int, int]:
    """Index of the gold attribution to the one found for it."""
    pairs = []
    found_words = [_words(text, contents) for _, contents in found]
    for g, want in enumerate(gold):
        words = _words(text, want["content"])
        for f, (source, _) in enumerate(found):
            shared = len(words & found_words[f])
            if not shared:
                continue
            ratio = shared / len(words | found_words[f])
            if (ratio >= 0.3 or shared > len(words) / 2) and _sources_match(
                text, source, want["source"]
            ):
                pairs.append((-ratio, g, f))
    taken: dict[int, int] = {}
    for _, g, f in sorted(pairs):
        if g not in taken and f not in taken.values():
            taken[g] = f
    return taken


def outermost(found: Sequence[Attribution]) -> list[Attribution]:
    """Those whose words of saying stand in nobody else's content."""
    return [
        a
        for a in found
        if not any(
            start <= a.cue[0] < end for b in found if b is not a for start, end in b.contents
        )
    ]


def plain(found: Iterable[Attribution]) -> list[Plain]:
    """Source and contents of those with a source apart from the cue."""
    return [(a.source, a.contents) for a in found if a.source != a.cue]


def score(
    articles: Iterable[dict[str, Any]], find: Callable[[dict[str, Any]], Sequence[Plain]]
) -> tuple[float, float, float]:
    """Precision, recall and F1 over all articles; zeros when there is nothing."""
    counts: Counter[str] = Counter()
    for each in articles:
        gold = [a for a in each["attributions"] if a.get("source") and a.get("content")]
        found = find(each)
        counts["found"] += len(found)
        counts["gold"] += len(gold)
        counts["right"] += len(matches(each["text"], found, gold))
    precision = counts["right"] / max(counts["found"], 1)
    recall = counts["right"] / max(counts["gold"], 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def _parsed(row: dict[str, Any]) -> list[Parsed]:
    from corpus.sentences import sentences

    return list(parse(sentences(article(row))))


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the figures; 1 when they are below the floor."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, default=DATA)
    data: Path = options.parse_args(arguments).data
    if not data.exists():
        print(f"speakers: {data} is not here; nothing measured")
        return 0
    rows = [json.loads(line) for line in data.read_text(encoding="utf-8").splitlines()]
    start = time.perf_counter()
    parsed = {row["id"]: _parsed(row) for row in rows}
    found = {row["id"]: attributions(parsed[row["id"]], row["text"]) for row in rows}
    seconds = time.perf_counter() - start
    outer = {key: outermost(each) for key, each in found.items()}
    lines: dict[str, Callable[[dict[str, Any]], Sequence[Plain]]] = {
        "said-pattern": lambda row: said_pattern(row["text"]),
        "statements": lambda row: plain(a for a in outer[row["id"]] if a.kind == "statement"),
        "with nested": lambda row: plain(found[row["id"]]),
        "ours": lambda row: plain(outer[row["id"]]),
    }
    result = 0.0
    for name, find in lines.items():
        precision, recall, result = score(rows, find)
        print(f"{name:14} precision {precision:.3f}  recall {recall:.3f}  F1 {result:.3f}")
    sentences = sum(len(each) for each in parsed.values())
    print(f"{len(rows)} articles, {sentences / seconds:.0f} sentences/s with the parse")
    return 0 if holds("speakers.f1", result) else 1


if __name__ == "__main__":
    sys.exit(main())
