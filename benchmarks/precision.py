"""How often a flagged conflict is one: ``python -m benchmarks.precision [CASE] [--agreements]``.

``labels/fakes_read.jsonl`` and ``gva_read.jsonl`` hold conflicts drawn at random from those a run
over ``fakes_dev.jsonl`` or ``gva_dev.jsonl`` flagged, each read in its article and given the
verdict of a careful fact-checker: article, offsets, verdict, the kinds that clash, why it is no
conflict, and the draws it belongs to; no text. Those of no draw were read to learn from: every
pair of a run that was likely to be a clash, flagged or not. Without a case the figures of the
latest draw of each set are printed, and beside them those of the earlier ones. With one, made by
``reconcile run .../fakes_dev.jsonl --case CASE``, those of the conflicts it flags that are
labelled, of whichever draw. A flag is labelled when its two quotes share more than half of the
shorter one with the two passages of a label.

With ``--agreements`` the same of pairs that were said to agree (``labels/*_agreed.jsonl``): one a
pair of articles, drawn at random, whose claims are not word for word the same. Those of no draw
were nearly said to agree.

Flags drawn and lost since are not counted with a case and new ones have no label: the more the
rules changed since the draw, the less the figure says. Draw and read anew then.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

LABELS = {
    name: Path(__file__).with_name("labels") / f"{name}_read.jsonl" for name in ("fakes", "gva")
}
"""Set of articles: the flagged conflicts of it that were read."""

AGREED = {name: path.with_name(f"{name}_agreed.jsonl") for name, path in LABELS.items()}
"""The same for pairs of claims that were said to agree, or nearly."""

_Z = 1.96
"""Standard errors to either side of a 95% interval."""


@dataclasses.dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article, in code points."""

    doc: str
    start: int
    end: int

    def on(self, other: Passage) -> bool:
        """Whether more than half of the shorter one lies in both."""
        inside = min(self.end, other.end) - max(self.start, other.start)
        shorter = min(self.end - self.start, other.end - other.start)
        return self.doc == other.doc and 2 * inside > shorter


@dataclasses.dataclass(frozen=True, slots=True)
class Label:
    """A pair as it was read; ``cause`` says in a word why a flag is wrong.

    Empty for a conflict; ``other-values`` for one whose clash the tool did not name: it compared
    two values that agree.
    """

    a: Passage
    b: Passage
    verdict: str
    cause: str
    draws: frozenset[int]

    def on(self, a: Passage, b: Passage) -> bool:
        """Whether the two passages are those of the label, in either order."""
        return (self.a.on(a) and self.b.on(b)) or (self.a.on(b) and self.b.on(a))


def labels(path: Path) -> list[Label]:
    """The labels of a set in the order of their file."""
    return [
        Label(
            Passage(**row["a"]),
            Passage(**row["b"]),
            row["verdict"],
            row["cause"],
            frozenset(row["draw"]),
        )
        for row in _lines(path)
    ]


def flagged(case: Path, want: str = "conflict") -> list[tuple[Passage, Passage]]:
    """The passages of each conflict (or other verdict) of a case; ``OSError`` where its files
    are not there."""
    passages = {
        row["id"]: Passage(row["article"], row["start"], row["end"])
        for row in _lines(case / "claims.jsonl")
    }
    return [
        (passages[row["a"]], passages[row["b"]])
        for row in _lines(case / "relations.jsonl")
        if row["verdict"] == want
    ]


def labelled(flags: Sequence[tuple[Passage, Passage]], known: Sequence[Label]) -> list[Label]:
    """The label of each flag that has one; a label once, however many flags are on it."""
    by_pair: dict[frozenset[str], list[tuple[Passage, Passage]]] = defaultdict(list)
    for a, b in flags:
        by_pair[frozenset((a.doc, b.doc))].append((a, b))
    return [
        label
        for label in known
        if any(label.on(a, b) for a, b in by_pair[frozenset((label.a.doc, label.b.doc))])
    ]


def interval(hits: int, total: int) -> tuple[float, float]:
    """Wilson's 95% interval of a share (Wilson 1927); 0 to 1 where there is nothing."""
    if not total:
        return 0.0, 1.0
    share, square = hits / total, _Z * _Z
    middle = share + square / (2 * total)
    spread = _Z * (share * (1 - share) / total + square / (4 * total * total)) ** 0.5
    scale = 1 + square / total
    return (middle - spread) / scale, (middle + spread) / scale


def precision(known: Sequence[Label], want: str = "conflict") -> str:
    """The share of one verdict among some labels with its interval, in a line."""
    hits, total = sum(label.verdict == want for label in known), len(known)
    low, high = interval(hits, total)
    return (
        f"precision {hits / max(1, total):.3f}: {hits} of {total} are {want} "
        f"(95% interval {low:.2f} to {high:.2f})"
    )


def show_draws(known: Sequence[Label], want: str = "conflict") -> None:
    """Prints the figures of the latest draw, how much of it is new, and the earlier ones."""
    *earlier, latest = sorted({draw for label in known for draw in label.draws})
    drawn = [label for label in known if latest in label.draws]
    print(f"draw {latest}, the latest")
    show(drawn, want)
    if not earlier:
        return
    new = [label for label in drawn if len(label.draws) == 1]
    print(f"of those in no earlier draw: {precision(new, want)}")
    for draw in reversed(earlier):
        drawn = [label for label in known if draw in label.draws]
        print(f"draw {draw}: {precision(drawn, want)}")


def show(known: Sequence[Label], want: str = "conflict") -> None:
    """Prints the precision over some labels, their verdicts and the causes of wrong flags."""
    verdicts = Counter(label.verdict for label in known)
    hits, total = verdicts[want], len(known)
    print(precision(known, want))
    unsaid = sum(label.verdict == want and bool(label.cause) for label in known)
    print(f"for the reason the tool gives: {hits - unsaid} of {total}")
    pairs: dict[frozenset[str], bool] = defaultdict(bool)
    for label in known:
        pairs[frozenset((label.a.doc, label.b.doc))] |= label.verdict == want
    print(f"pairs of articles: {len(pairs)}, of which right {sum(pairs.values())}")
    print("verdicts: " + ", ".join(f"{verdict} {n}" for verdict, n in _ranked(verdicts)))
    causes = Counter(label.cause for label in known if label.verdict != want)
    for cause, count in _ranked(causes):
        print(f"{count:>4}  {cause}")


def _ranked(counts: Counter[str]) -> list[tuple[str, int]]:
    """Most frequent first, by name among equals."""
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the figures; 2 where the case cannot be read."""
    parser = argparse.ArgumentParser(description="How often a flagged conflict is one.")
    parser.add_argument(
        "case", type=Path, nargs="?", help="a case made of fakes_dev.jsonl or gva_dev.jsonl"
    )
    parser.add_argument("--agreements", action="store_true", help="of pairs said to agree")
    given = parser.parse_args(arguments)
    files, want = (AGREED, "agree") if given.agreements else (LABELS, "conflict")
    if given.case is None:
        for name, path in files.items():
            print(f"{name}_dev")
            show_draws(
                [label for label in labels(path) if label.draws or not given.agreements], want
            )
        return 0
    known = [label for path in files.values() for label in labels(path)]
    try:
        flags = flagged(given.case, want)
    except OSError as problem:
        print(f"{given.case} is no case: {problem}", file=sys.stderr)
        return 2
    found = labelled(flags, known)
    print(
        f"{given.case}: {len(flags)} said to be {want}, {len(found)} of {len(known)} labels on them"
    )
    show(found, want)
    return 0


if __name__ == "__main__":
    sys.exit(main())
