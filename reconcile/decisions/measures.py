"""What decisions measure: the tool by its reviewers, and the reviewers by each other."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations

from claims.records import Decision, Opinion, Ruling


@dataclasses.dataclass(frozen=True, slots=True)
class Score:
    """How often reviewers said what the tool had said, of one verdict and kind."""

    verdict: str
    """What the tool had said; empty where it had not related the two."""
    kind: str
    """The first kind of a conflict or update; empty where there is none."""
    decided: int
    """Verdicts of reviewers, the unsure left out."""
    agreed: int
    unsure: int
    instead: tuple[tuple[str, int], ...]
    """What else they said, most often first."""

    @property
    def share(self) -> float | None:
        """Of the decided those agreed; ``None`` where none was decided."""
        return self.agreed / self.decided if self.decided else None


def scores(rulings: Iterable[Ruling]) -> tuple[Score, ...]:
    """A score for each verdict and kind of what the tool had said when they decided, sorted.

    The last verdict of each reviewer on a relation counts once; so two reviewers of one relation
    count twice. Nothing decided: no scores.
    """
    groups: dict[tuple[str, str], list[Opinion]] = {}
    for ruling in rulings:
        for decision in ruling.decisions:
            if decision.opinion is not None:
                groups.setdefault(_said(decision), []).append(decision.opinion)
    return tuple(_score(*key, opinions) for key, opinions in sorted(groups.items()))


def total(parts: Sequence[Score], verdict: str) -> Score:
    """The scores of a verdict together, whatever the kind."""
    own = [part for part in parts if part.verdict == verdict]
    instead: Counter[str] = Counter()
    for part in own:
        instead.update(dict(part.instead))
    return Score(
        verdict=verdict,
        kind="",
        decided=sum(part.decided for part in own),
        agreed=sum(part.agreed for part in own),
        unsure=sum(part.unsure for part in own),
        instead=_ranked(instead),
    )


def _said(decision: Decision) -> tuple[str, str]:
    if decision.said is None:
        return "", ""
    clash = decision.said.verdict in ("conflict", "update") and decision.said.kinds
    return decision.said.verdict, decision.said.kinds[0] if clash else ""


def _score(verdict: str, kind: str, opinions: Sequence[Opinion]) -> Score:
    # A pair that the tool did not relate it takes for two facts.
    own = verdict or "different"
    counts: Counter[str] = Counter(opinions)
    unsure, agreed = counts.pop("unsure", 0), counts.pop(own, 0)
    return Score(verdict, kind, len(opinions) - unsure, agreed, unsure, _ranked(counts))


def _ranked(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


@dataclasses.dataclass(frozen=True, slots=True)
class Agreement:
    """How far two reviewers agree on the relations that both decided."""

    first: str
    second: str
    both: int
    """Relations on which both gave a verdict other than ``unsure``."""
    same: int
    kappa: float | None
    """Cohen's kappa: 1 full agreement, 0 no more than chance. ``None`` where it is not defined:
    they share no relation, or gave all of them one and the same verdict."""


def agreements(rulings: Iterable[Ruling]) -> tuple[Agreement, ...]:
    """Each two reviewers, by name; nothing for fewer than two.

    Cohen's kappa (Cohen 1960) as scikit-learn works it out, over the verdicts as categories.
    Only decisions whose quotes still stand count.
    """
    held = [_sure(ruling) for ruling in rulings]
    names = sorted({name for opinions in held for name in opinions})
    found = []
    for first, second in combinations(names, 2):
        both = [(o[first], o[second]) for o in held if first in o and second in o]
        same = sum(a == b for a, b in both)
        found.append(Agreement(first, second, len(both), same, _kappa(both)))
    return tuple(found)


def _sure(ruling: Ruling) -> dict[str, Opinion]:
    """The verdict of each reviewer, without those unsure and those on words that are gone."""
    gone = {stale.decision for stale in ruling.stale if not stale.holds}
    return {
        decision.reviewer: decision.opinion
        for decision in ruling.decisions
        if decision.opinion not in (None, "unsure") and decision.id not in gone
    }


def _kappa(both: Sequence[tuple[Opinion, Opinion]]) -> float | None:
    if len({opinion for pair in both for opinion in pair}) < 2:
        return None
    from sklearn.metrics import cohen_kappa_score

    first, second = zip(*both, strict=True)
    return float(cohen_kappa_score(first, second))
