"""What the claims of two texts have in common as wholes, whichever two of them are laid together.

The nearest two claims say how alike two texts are; whether they tell of one thing shows in all
that is named, counted and dated on both sides, and in what only one side has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from reconcile.embedding import Vectors
from reconcile.facts.wording import CUMULATIVE, SINCE
from reconcile.ties import voice
from reconcile.views import View
from reconcile.weighing import Features

MANY = 4
"""Names beyond which more of them tell nothing more."""

CLAIMS = 8
"""The same for claims."""

Read = Callable[[View], Iterable[object]]

COMPARED: dict[str, Read] = {
    "name": lambda view: view.names | view.places,
    "figure": lambda view: [(f.low, f.high, f.role) for f in view.claim.figures],
    "role": lambda view: {f.role for f in view.claim.figures if f.role},
    "speaker": lambda view: [spoken] if (spoken := voice(view.claim)) else [],
    "act": lambda view: [view.claim.happening.sense] if view.claim.happening else [],
    "means": lambda view: view.means,
}
"""What is gathered from the claims of each text, and asked whether both have some of it."""


def overlap_features(first: Sequence[View], second: Sequence[View], likeness: Vectors) -> Features:
    """What two texts share and what they do not; empty where one of them has no claim.

    Args:
        first: The claims of one text.
        second: Those of the other.
        likeness: Cosines, a row a claim of the first, a column a claim of the second.
    """
    if not first or not second:
        return {}
    features: Features = {}
    for name, read in COMPARED.items():
        features |= _compared(name, _gathered(read, first), _gathered(read, second))
    features |= _days(first, second) | _totals(first, second)
    features["likest"] = float(likeness.max())
    features["alike"] = float(likeness.max(axis=0).mean() + likeness.max(axis=1).mean()) / 2
    features["claims"] = min(len(first) + len(second), CLAIMS) / CLAIMS
    return features


def _gathered(read: Read, views: Iterable[View]) -> frozenset[object]:
    return frozenset(found for view in views for found in read(view))


def _compared(name: str, mine: frozenset[object], other: frozenset[object]) -> Features:
    if not mine or not other:
        return {f"both {name}:one": 1.0} if mine or other else {}
    shared = len(mine & other)
    features = {f"both {name}:{'shared' if shared else 'apart'}": 1.0}
    if name == "name":
        features["both name:share"] = shared / len(mine | other)
        features["both name:extra"] = min(len(mine ^ other), 2 * MANY) / MANY
    return features


def _days(first: Iterable[View], second: Iterable[View]) -> Features:
    mine, other = ([v.event for v in views if v.event] for views in (first, second))
    if not mine or not other:
        return {}
    met = any(a.gap(b) == 0 for a in mine for b in other)
    return {f"both day:{'shared' if met else 'apart'}": 1.0}


def _totals(first: Iterable[View], second: Iterable[View]) -> Features:
    """Whether both count over a long time, or one of them: a war's total, a day's toll."""
    mine, other = (any(_total(view) for view in views) for views in (first, second))
    if mine and other:
        return {"both total:shared": 1.0}
    return {"both total:one": 1.0} if mine or other else {}


def _total(view: View) -> bool:
    text = view.claim.text
    return bool(CUMULATIVE.search(text) or SINCE.search(text))
