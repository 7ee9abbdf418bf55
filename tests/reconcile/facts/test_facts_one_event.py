"""Whether two articles may tell of one happening at all."""

from __future__ import annotations

import pytest

from reconcile.facts.streets import compare_streets
from reconcile.views import View
from tests.conftest import compared, make_article, make_claim, make_view


def shot(id_: str, street: str, town: str) -> View:
    claim = make_claim(f"A man was shot on {street} in {town}.", names=(town,))
    return make_view(claim, make_article(id_))


@pytest.mark.parametrize(
    ("towns", "story", "found"),
    [
        (("Varsta", "Varsta"), 0.7, True),  # they share a name
        (("Varsta", "Orsa"), 0.7, False),  # like words of two towns
        (("Varsta", "Orsa"), 0.95, True),  # surely of one story: one names the district
        (("Varsta", "Varsta"), 0.4, False),
    ],
)
def test_streets_are_of_one_shooting(towns: tuple[str, str], story: float, found: bool) -> None:
    first, second = shot("a", "Elm Street", towns[0]), shot("b", "Oak Avenue", towns[1])
    assert bool(compared(compare_streets, first, second, story)) is found
