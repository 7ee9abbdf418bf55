"""Records of a comparison: what each part of two claims says of the other."""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Mapping

from claims.records import Kind, Verdict


class Match(enum.StrEnum):
    """How one part of two claims compares."""

    SAME = "same"
    COMPATIBLE = "compatible"
    DIFFERS = "differs"
    MISSING = "missing"


@dataclasses.dataclass(frozen=True, slots=True)
class Part:
    """One part of the alignment, with the two values as compared."""

    match: Match
    a: str = ""
    b: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class Alignment:
    """Two claims part by part: the only thing the verdict is made from."""

    story: float
    """0 to 1: how surely the two articles tell of one story."""
    likeness: float
    """Cosine of the two claims' embeddings."""
    words: float
    """Share of content words in common, of the shorter claim's."""
    rare: float
    """How much the names in common tell, 0 for none."""
    time: Part
    place: Part
    names: Part
    means: Part
    participants: Part
    """Who did it and to whom, taken together."""
    happening: Part
    ties: frozenset[str]
    """What ties the two to one happening, and what parts them: names of ``reconcile.ties``."""


@dataclasses.dataclass(frozen=True, slots=True)
class Finding:
    """What one comparator has to say of two claims about the same event."""

    verdict: Verdict
    kind: Kind
    values: tuple[str, str]
    reason: str
    """Completes the sentence "The two ..."; names the rule and the values."""
    weight: float
    """0 to 1: how sure it is of itself, given the same event."""
    signs: frozenset[str] = frozenset()
    """What ties the two values to one thing, or speaks against it; what they mean for a clash is
    learnt (``reconcile.weighing``)."""
    strict: bool = False
    """Whether the rule that found it asks for so much that it stands without learnt weights:
    rare kinds of clash, of which the labelled data has too few to learn from."""
    first_newer: bool = False
    """Of an update: whether the first of the two is the newer, though no date says so."""


@dataclasses.dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on a pair of claims, and what it was made from."""

    verdict: Verdict
    kinds: tuple[Kind, ...]
    values: tuple[str, ...]
    reason: str
    score: float
    """How surely the pair is a conflict."""
    sameness: float
    """How surely both are about the same fact, whatever its values."""
    alignment: Alignment
    first_newer: bool = False
    """Of an update: whether the first of the two is the newer."""


def both_give(values: tuple[str, str], otherwise: str) -> str:
    """The reason of an agreement: that both give one value; ``otherwise`` where they word it in two
    ways."""
    return f"both give {values[0]}" if values[0] == values[1] else otherwise


def held(signs: Mapping[str, bool]) -> frozenset[str]:
    """The names of the signs that hold."""
    return frozenset(name for name, holds in signs.items() if holds)
