"""Words for means, and words that only look like them."""

from __future__ import annotations

import pytest

from reconcile.means import means


@pytest.mark.parametrize(
    ("text", "families"),
    [
        ("Air strikes hit the depot", {"airstrike"}),
        ("an aerial attack and a drone strike", {"airstrike"}),
        ("Warplanes flew over", {"airstrike"}),
        ("The nurses' strike went on in the open air", set()),
        ("Two mortars fell", {"shelling"}),
        ("a bombardment", {"airstrike", "shelling"}),  # by jets or by guns
        ("A car bomb went off", {"bomb"}),
        ("The bombastic speech of a shelf maker", set()),
        ("Gunmen shot at the car before it crashed", {"shooting", "crash"}),
        ("Guards opened fire", set()),
        ("Rocket fire killed two", {"shelling"}),
        ("He set fire to a barn", {"fire"}),
        ("A fire broke out", {"fire"}),
        ("The fire department came", set()),
        ("", set()),
    ],
)
def test_means(text: str, families: set[str]) -> None:
    assert means(text) == families
