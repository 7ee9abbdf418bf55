"""Pairs written for the purpose: ``python -m benchmarks.written [--show KIND]``.

Writers who had not seen the code or the data made up pairs of passages as two outlets would word
them (language models, one reading each): 260 that are worded further apart than real news is, 144
of them conflicts (``written/pairs.jsonl``), and 300 of one plain sentence each from every field of
news, 170 of them conflicts, the rest such as would fool a hasty reader (``written/plain.jsonl``).
The figures to watch are how many kinds of value are read and compared at all, and what is said of
the pairs that do not clash. A third of them (by their ids) is never shown to who writes rules.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.floors import holds
from reconcile.embedding import SentenceEncoder
from reconcile.pairs import Meeting, judge_meeting, meet
from reconcile.reading.network import carried_reader
from reconcile.sides import read_pair

WRITTEN = Path(__file__).parent / "written"
SETS = {"written": WRITTEN / "pairs.jsonl", "plain": WRITTEN / "plain.jsonl"}
"""Set, which names its floors: its pairs."""

Row = tuple[dict[str, Any], frozenset[str], str]
"""A pair, the kinds in which two rival values are found, the verdict."""


def held_out(id_: str) -> bool:
    """Whether a pair is kept from the writers of rules."""
    return int(hashlib.sha256(id_.encode()).hexdigest(), 16) % 3 == 0


def found_kinds(meeting: Meeting) -> frozenset[str]:
    """Kinds in which any two claims give rival values."""
    found = (finding for two in meeting.laid() for finding in two.findings)
    return frozenset(finding.kind for finding in found if finding.verdict == "conflict")


def told(name: str) -> Iterator[Row]:
    """Every pair of a set with what the tool finds and says."""
    encoder, reader = SentenceEncoder(), carried_reader()
    with SETS[name].open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            row = json.loads(line)
            pair = read_pair(row, number)
            meeting = meet(pair, encoder, reader)
            yield row, found_kinds(meeting), judge_meeting(pair, meeting).verdict
            print(f"\r{name}: {number}", end="", file=sys.stderr)
    print(file=sys.stderr)


def figures(rows: Sequence[Row]) -> dict[str, float]:
    """Shares of the conflicts found and said, and of what is said that is one."""
    clashes = [row for row in rows if row[0]["verdict"] == "conflict"]
    said = [row for row in rows if row[2] == "conflict"]
    right = sum(row["verdict"] == "conflict" for row, _, _ in said)
    return {
        "kind found": sum(row["kind"] in kinds for row, kinds, _ in clashes) / len(clashes),
        "found on others": sum(bool(kinds) for row, kinds, _ in rows
                               if row["verdict"] != "conflict") / (len(rows) - len(clashes)),
        "conflicts said": sum(verdict == "conflict" for *_, verdict in clashes) / len(clashes),
        "said wrongly": float(len(said) - right),
        "verdict right": sum(row["verdict"] == verdict for row, _, verdict in rows) / len(rows),
    }  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints every figure; 1 when one is beyond its bound."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", metavar="KIND", help="print the visible conflicts not found")
    show = parser.parse_args(arguments).show
    fine = [_measured(name, show) for name in SETS]  # all are printed
    return int(not all(fine))


def _measured(name: str, show: str | None) -> bool:
    """Prints the figures of a set; false when one is beyond its bound."""
    rows = list(told(name))
    for part, own in (("all", rows), ("held out", [r for r in rows if held_out(r[0]["id"])])):
        print(f"{name}, {part}: {len(own)} pairs", *(
            f"{what} {value:.3f}" for what, value in figures(own).items()
        ), sep=" | ")  # fmt: skip
    clashes = [row for row in rows if row[0]["verdict"] == "conflict"]
    every = Counter(row["kind"] for row, _, _ in clashes)
    found = Counter(row["kind"] for row, kinds, _ in clashes if row["kind"] in kinds)
    print(f"{name}, by kind:", ", ".join(f"{k} {found[k]} of {every[k]}" for k in sorted(every)))
    for row, kinds, _ in clashes:
        if show == row["kind"] and show not in kinds and not held_out(row["id"]):
            print(row["id"], row["a"]["text"], row["b"]["text"], sep="\n  ")
    measured = figures(rows)
    fine = holds(f"{name}.found", measured["kind found"])
    fine &= holds(f"{name}.said", measured["conflicts said"])
    return holds(f"{name}.wrong", measured["said wrongly"]) and fine


if __name__ == "__main__":
    sys.exit(main())
