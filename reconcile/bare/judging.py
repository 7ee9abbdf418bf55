"""Two bare texts to a contradiction, or none."""

from __future__ import annotations

import dataclasses

from corpus.records import Article
from reconcile.bare.aligning import Aligned, lay
from reconcile.bare.records import Rival
from reconcile.bare.rivals import rivals
from reconcile.bare.statements import Statement, read
from reconcile.bare.weighing import features, foremost, model
from reconcile.weighing import Features

CONTRADICTION = 0.3
"""Least probability of a contradiction for two bare texts to be said to clash."""

LONGEST = 80, 800
"""Most words of the shorter text and of the longer one: beyond, the two are articles, each with
many statements, and are judged claim by claim alone."""


@dataclasses.dataclass(frozen=True, eq=False)
class Compared:
    """Two bare texts laid on each other, and what the comparators found."""

    aligned: Aligned
    rivals: tuple[Rival, ...]
    turned: bool
    """Whether the first text is the longer one."""


@dataclasses.dataclass(frozen=True, slots=True)
class Contradiction:
    """How surely two bare texts contradict each other, and where."""

    sure: float
    rival: Rival
    """Its values, and so its reason, in the order of the texts."""


def compare(a: Article, b: Article) -> Compared | None:
    """Lays the shorter text on the longer one; ``None`` where one says nothing or is too long."""
    first, second = read(a), read(b)
    turned = len(a.text) >= len(b.text)
    short, long = (second, first) if turned else (first, second)
    if not _fits(short, LONGEST[0]) or not _fits(long, LONGEST[1]):
        return None
    aligned = lay(short, long)
    return Compared(aligned, rivals(aligned), turned)


def _fits(statement: Statement, most: int) -> bool:
    return bool(statement.content()) and len(statement.words) <= most


def pair_features(compared: Compared, likeness: float) -> Features:
    """What of the two is weighed."""
    return features(compared.aligned, compared.rivals, likeness)


def contradiction(compared: Compared, likeness: float) -> Contradiction | None:
    """The contradiction of two texts, however unsure; ``None`` where nothing was found."""
    if not compared.rivals:
        return None
    sure = model().probabilities(pair_features(compared, likeness))["contradiction"]
    rival = foremost(compared.aligned, compared.rivals)
    return Contradiction(sure, rival.turned() if compared.turned else rival)
