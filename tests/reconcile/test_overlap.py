"""What two texts share as wholes."""

from __future__ import annotations

import numpy as np
import pytest

from reconcile.overlap import overlap_features
from reconcile.views import View
from tests.conftest import make_article, make_claim, make_figure, make_happening, make_view


def told(text: str, name: str = "", low: float | None = None, sense: str = "") -> View:
    claim = make_claim(
        text,
        [make_figure(str(low), low)] if low is not None else (),
        (),
        [name] if name else (),
        make_happening(sense) if sense else None,
    )
    return make_view(claim, make_article(text))


FIRE = told("The fire in Orsa killed 9.", "Orsa", 9, "kill")
SAME = told("In Orsa 9 died.", "Orsa", 9, "kill")
MORA = told("The flood in Mora killed 4.", "Mora", 4, "drown")
SINCE = told("More than 900 have died in Orsa since 2011.", "Orsa", 900, "kill")
BARE = told("Nobody spoke.")


@pytest.mark.parametrize(
    ("first", "second", "held", "not_held"),
    [
        ([FIRE], [SAME], {"both name:shared", "both figure:shared", "both act:shared"}, {"name"}),
        ([FIRE], [MORA], {"both name:apart", "both figure:apart", "both role:shared"}, set()),
        ([FIRE], [BARE], {"both name:one", "both figure:one"}, set()),
        ([BARE], [BARE], set(), {"both name:one", "both name:shared", "both name:apart"}),
        ([FIRE, BARE], [MORA, SAME], {"both name:shared", "both figure:shared"}, set()),
        ([FIRE], [SINCE], {"both total:one"}, {"both total:shared"}),
        ([SINCE], [SINCE], {"both total:shared"}, {"both total:one"}),
    ],
)
def test_what_is_shared(
    first: list[View], second: list[View], held: set[str], not_held: set[str]
) -> None:
    likeness = np.full((len(first), len(second)), 0.5, dtype=np.float32)
    features = overlap_features(first, second, likeness)
    assert held <= features.keys()
    assert not not_held & features.keys()
    assert overlap_features(second, first, likeness.T) == pytest.approx(features)


def test_of_texts_without_claims_nothing_is_said() -> None:
    assert overlap_features([], [FIRE], np.zeros((0, 1), dtype=np.float32)) == {}


def test_how_alike_the_claims_are() -> None:
    likeness = np.array([[0.9, 0.1], [0.2, 0.4]], dtype=np.float32)
    features = overlap_features([FIRE, BARE], [SAME, MORA], likeness)
    assert features["likest"] == pytest.approx(0.9)
    assert features["alike"] == pytest.approx(0.65)
