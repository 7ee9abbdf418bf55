"""Whose words a claim is, and how it is put: ``python -m benchmarks.voices``.

Claims of ``fakes_dev`` and ``gva_dev``, drawn by seed (one of each of 60 articles a set) and
read in their articles by one reader, a language model, who saw what the tool had made of them.
``labels/voices.jsonl`` has one line a claim: ``draw`` (the seed), ``set``, ``article``, ``start``,
``end`` of the claim; ``speaker``, spans of the article that may be the speaker's name (``null``:
the outlet itself); ``voice`` (``null``: open to dispute), ``modality``, ``polarity``.

Found is the claim that shares at least half of the words both have; a label whose claim is cut
otherwise today is counted as missing and left out of the shares. A claim is right when speaker,
voice, modality and polarity all are. A name is right when it equals an accepted one but for
articles, case and the shape of its marks.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.data import article, rows
from benchmarks.floors import holds
from claims.extract import extract
from claims.records import Claim

LABELS = Path(__file__).with_name("labels") / "voices.jsonl"
PARTS = ("speaker", "voice", "modality", "polarity")
_ARTICLES = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)


def labels() -> list[dict[str, Any]]:
    """The labels in the order of their file."""
    return [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]


def same_claim(label: dict[str, Any], claims: Sequence[Claim]) -> Claim | None:
    """The claim read for a label, by the stretch both cover; ``None`` when it is cut otherwise."""

    def alike(claim: Claim) -> float:
        shared = min(claim.end, label["end"]) - max(claim.start, label["start"])
        return shared / (max(claim.end, label["end"]) - min(claim.start, label["start"]))

    best = max(claims, key=alike, default=None)
    return best if best is not None and alike(best) >= 0.5 else None


def plain(name: str) -> str:
    """A name without its article, in small letters and straight marks."""
    return _ARTICLES.sub("", name).casefold().replace("’", "'").replace('"', "")


def right(label: dict[str, Any], claim: Claim, text: str) -> dict[str, bool]:
    """Part to whether it is as it was read."""
    accepted = label["speaker"]
    if accepted is None or claim.speaker is None:
        speaker = accepted is None and claim.speaker is None
    else:
        names = {plain(text[start:end]) for start, end in accepted}
        speaker = plain(claim.speaker.name) in names
    return {
        "speaker": speaker,
        "voice": label["voice"] in (None, claim.voice),
        "modality": label["modality"] == claim.modality,
        "polarity": label["polarity"] == claim.polarity,
    }


def measure(show: bool, only: int | None) -> float | None:
    """Share of labelled claims of which everything is right; ``None`` without the data."""
    texts: dict[str, dict[str, Any]] = {}
    for name in ("fakes_dev.jsonl", "gva_dev.jsonl"):
        found = rows(name)
        if found is None:
            return None
        texts |= {row["id"]: row for row in found}
    counts: dict[int, Counter[str]] = {}
    for label in labels():
        if only is not None and label["draw"] != only:
            continue
        row = texts[label["article"]]
        count = counts.setdefault(label["draw"], Counter())
        claim = same_claim(label, extract(article(row)))
        if claim is None:
            count["missing"] += 1
            continue
        parts = right(label, claim, row["text"])
        count["claims"] += 1
        count["all"] += all(parts.values())
        count.update(part for part in PARTS if parts[part])
        if show and not all(parts.values()):
            _print_wrong(label, claim, parts)
    for draw, count in sorted(counts.items()):
        shares = "  ".join(f"{p} {count[p] / max(count['claims'], 1):.3f}" for p in (*PARTS, "all"))
        print(
            f"draw {draw}: {shares}  ({count['claims']} claims, {count['missing']} cut otherwise)"
        )
    every = sum(counts.values(), Counter[str]())
    return every["all"] / max(every["claims"], 1)


def _print_wrong(label: dict[str, Any], claim: Claim, parts: dict[str, bool]) -> None:
    wrong = " ".join(part for part in PARTS if not parts[part])
    speaker = claim.speaker.name if claim.speaker else None
    print(f"{label['article']} {claim.start}-{claim.end} {wrong}: {speaker!r}", end=" ")
    print(claim.voice, claim.modality, claim.polarity, "|", claim.quote[:120].replace("\n", " "))


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the figures; 1 when they are below the floor."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--show", action="store_true", help="print the claims that are wrong")
    options.add_argument("--draw", type=int, help="only the labels of one draw")
    given = options.parse_args(arguments)
    share = measure(given.show, given.draw)
    if share is None:
        return 0
    print(f"everything right: {share:.3f}")
    return 0 if given.draw is not None or holds("speakers.voices", share) else 1


if __name__ == "__main__":
    sys.exit(main())
