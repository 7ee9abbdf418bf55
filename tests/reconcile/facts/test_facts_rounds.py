"""Which of several attacks a sentence tells of."""

from __future__ import annotations

import pytest

from reconcile.facts.rounds import other_attacks
from tests.conftest import make_claim, make_view

FIRST = "A man was shot at nine."


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Another shooting came at ten.", True),
        ("Officers went to the second fatal shooting at ten.", True),
        ("In a separate incident a man was shot at ten.", True),
        ("The third homicide was at ten.", True),
        ("Another man was shot at ten.", False),  # another victim of one attack
        ("A second suspect was held at ten.", False),
        ("The shooting was on the second floor.", False),
    ],
)
def test_other_attacks(text: str, other: bool) -> None:
    one, two = make_view(make_claim(FIRST)), make_view(make_claim(text))
    assert other_attacks(one, two) is other_attacks(two, one) is other
    assert not other_attacks(two, two)
