"""What the splitting into claims gets right: ``python -m benchmarks.clauses``.

Labels, in ``labels/clauses.jsonl``: two draws of 20 articles (ten of ``fakes_dev``, ten of
``gva_dev``), of each article up to eight claims and five sentences at random, read in their
articles by one reader, a language model. Draw 31 was made before the rules of this part were
written, draw 73 after, on the code that ``found`` and the hashes of texts stand for.

Of a claim (``one``, ``reads``, ``subject``: 1 is right): is it a statement, and one; does its text
read on its own, a pronoun that was left allowed; is its subject, carried over or not, the right
one. Of a sentence: its kind, and how many statements in it are ``missed``, in no claim of their
own. A row names article and offsets; ``text`` is a hash of the claim's text, since a claim is
judged as it reads.

Printed: what was read in each draw, and how today's claims compare: ``kept``, of the claims
read as right in every respect those that are still made word for word; ``mended``, of those read
as wrong those that are no longer made so. Neither says that what takes their place is right:
for that draw anew (``--draw SEED`` prints claims to read, by article and offset).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.data import article, rows
from benchmarks.floors import holds
from claims.clauses.assertion import asserts
from claims.extract import extract
from claims.parse import parse
from claims.records import Claim
from claims.unclaimed import not_claims
from corpus.records import Article, Sentence
from corpus.sentences import sentences

LABELS = Path(__file__).with_name("labels") / "clauses.jsonl"
SETS = ("fakes_dev.jsonl", "gva_dev.jsonl")
_ARTICLES, _CLAIMS, _SENTENCES = 10, 8, 5
"""Drawn of each set, and of each article."""

Row = dict[str, Any]


def digest(text: str) -> str:
    """What stands for a claim's text in the labels."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def read(articles: Iterable[Article]) -> dict[str, tuple[tuple[Sentence, ...], tuple[Claim, ...]]]:
    """Sentences and claims of each article by its id."""
    return {a.id: (sentences(a), extract(a)) for a in articles}


def report_draw(draw: int, labels: Sequence[Row]) -> None:
    """Prints what the reader found in a draw when it was made."""
    made = [row for row in labels if row["draw"] == draw and "one" in row]
    seen = [row for row in labels if row["draw"] == draw and "kind" in row]
    aspects = ("one", "reads", "subject")
    shares = {name: sum(row[name] for row in made) / len(made) for name in aspects}
    right = sum(all(row[name] for name in aspects) for row in made) / len(made)
    kinds = sum(row["kind"] == row["found"] for row in seen) / len(seen)
    print(
        f"draw {draw}, as read: {len(made)} claims, one statement {shares['one']:.3f}, reads on "
        f"its own {shares['reads']:.3f}, subject right {shares['subject']:.3f}, all three "
        f"{right:.3f}; {len(seen)} sentences, kind right {kinds:.3f}, statements missed "
        f"{sum(row['missed'] for row in seen)}"
    )


def fragments(claims: Iterable[Claim]) -> float:
    """Share of claims whose text, read by itself, has no predicate; 0 when there are none."""
    texts = [c.text + "." for c in claims]
    alone = [Sentence(0, len(text), text, "statement", 0) for text in texts]
    return sum(not asserts(parsed) for parsed in parse(alone)) / max(len(texts), 1)


def compare(
    labels: Sequence[Row], today: dict[str, tuple[tuple[Sentence, ...], tuple[Claim, ...]]]
) -> dict[str, float]:
    """The pinned figures, by name."""
    made = {(i, c.start, c.end, digest(c.text)) for i, (_, cs) in today.items() for c in cs}
    kinds = {(i, s.start, s.end): s.kind for i, (ss, _) in today.items() for s in ss}
    right, wrong = [], []
    for row in labels:
        if "one" in row:
            fine = row["one"] and row["reads"] and row["subject"]
            held = (row["id"], row["start"], row["end"], row["text"]) in made
            (right if fine else wrong).append(held)
    seen = [row for row in labels if "kind" in row]
    same = sum(kinds.get((r["id"], r["start"], r["end"])) == r["kind"] for r in seen)
    return {
        "clauses.kept": sum(right) / len(right),
        "clauses.mended": 1 - sum(wrong) / len(wrong),
        "clauses.kinds": same / len(seen),
        "clauses.fragments": fragments(c for _, cs in today.values() for c in cs),
    }


def covered(articles: Sequence[Article], today: dict[str, Any]) -> float:
    """Share of sentences that are in a claim or listed as none."""
    whole = found = 0
    for each in articles:
        parts, claims = today[each.id]
        listed = {(n.start, n.end) for n in not_claims(each, claims)}
        for s in parts:
            quoted = any(c.start < s.end and s.start < c.end for c in claims)
            found += quoted or (s.start, s.end) in listed
            whole += 1
    return found / max(whole, 1)


def show(seed: int, data: Sequence[Sequence[Row]]) -> None:
    """Prints a fresh draw to be read."""
    rng = random.Random(seed)
    for each in data:
        for row in rng.sample(sorted(each, key=lambda r: str(r["id"])), _ARTICLES):
            one = article(row)
            claims, parts = extract(one), sentences(one)
            print(f"### {one.id}")
            for c in sorted(rng.sample(claims, min(_CLAIMS, len(claims))), key=lambda c: c.start):
                print(f"{c.start}-{c.end} {digest(c.text)} {c.text}\n    {c.quote}")
            for s in sorted(rng.sample(parts, min(_SENTENCES, len(parts))), key=lambda s: s.start):
                print(f"{s.start}-{s.end} <{s.kind}> {s.text}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the figures; 1 when one leaves its bound."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("--draw", type=int, metavar="SEED", help="print a fresh draw to read")
    seed: int | None = options.parse_args(arguments).draw
    data = [found for name in SETS if (found := rows(name)) is not None]
    if len(data) < len(SETS):
        return 0
    if seed is not None:
        show(seed, data)
        return 0
    labels = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    for draw in sorted({row["draw"] for row in labels}):
        report_draw(draw, labels)
    wanted = {row["id"] for row in labels}
    articles = [article(row) for each in data for row in each if row["id"] in wanted]
    start = time.perf_counter()
    today = read(articles)
    seconds = time.perf_counter() - start
    figures = {**compare(labels, today), "clauses.covered": covered(articles, today)}
    for name, value in figures.items():
        print(f"{name} {value:.3f}")
    count = sum(len(parts) for parts, _ in today.values())
    print(f"{len(articles)} articles, {count / seconds:.0f} sentences/s, parse and all it carries")
    broken = [name for name, value in figures.items() if not holds(name, value)]
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
