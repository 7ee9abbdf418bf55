"""What is read in two texts."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Protocol

from claims.records import Kind, Verdict
from reconcile.weighing import Features, logit

VERDICTS: tuple[Verdict, ...] = ("agree", "conflict", "update", "scope", "different")
"""What two texts are read as, in the order of the network's outputs."""

KINDS: tuple[Kind, ...] = (
    "figure", "date", "time", "age", "place", "actor", "name", "outcome", "extent", "manner",
)  # fmt: skip
"""What two words that clash are read as, in the order of the network's outputs."""


@dataclasses.dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of a text that is read; the rest of the text is only there to understand it."""

    text: str
    start: int
    end: int
    """``text[start:end]`` is what is read."""

    @classmethod
    def whole(cls, text: str) -> Excerpt:
        """All of a text."""
        return cls(text, 0, len(text))

    @property
    def read(self) -> str:
        """What is read."""
        return self.text[self.start : self.end]

    @property
    def part(self) -> bool:
        """Whether there is text beside what is read."""
        return self.end - self.start < len(self.text)


@dataclasses.dataclass(frozen=True, slots=True)
class Reading:
    """What a network says of two texts."""

    verdicts: Mapping[Verdict, float]
    """The probability of each verdict; they sum to 1."""
    kind: Kind
    """What most likely clashes, if anything does."""
    values: tuple[str, str]
    """The words of each text that clash, in its spelling; empty where none stand out."""
    standing: float
    """0 to 1: how far those words stand out, of the text in which they do less."""

    def features(self) -> Features:
        """What of it is weighed."""
        told = {f"read:{name}": logit(p) for name, p in self.verdicts.items()}
        return told | {"read:standing": self.standing, "read": 1.0}


class Reader(Protocol):
    """What reads pairs of texts."""

    def read(self, pairs: Sequence[tuple[Excerpt, Excerpt]]) -> list[Reading]:
        """A reading for each pair, in their order; none for none.

        Raises:
            ReconcileError: What it reads with cannot be loaded.
        """
