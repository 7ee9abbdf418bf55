"""Who holds a place, and how much of it."""

from __future__ import annotations

import dataclasses

import pytest

from claims.records import Polarity
from reconcile.facts.control import compare_control, extent
from reconcile.findings import Finding
from reconcile.views import View
from tests.conftest import (
    assert_mirrored,
    compared,
    make_article,
    make_claim,
    make_happening,
    make_view,
    make_when,
)


def told(
    text: str, sense: str, agent: str, place: str = "Orsa", day: str = "2021-03-02",
    polarity: Polarity = "affirmed",
) -> View:  # fmt: skip
    names = [place] if place in text else []
    happening = make_happening(sense, agent, place, (place,))
    claim = make_claim(text, names=names, happening=happening, polarity=polarity)
    return make_view(claim, make_article(f"{agent}{sense}", published=day))


def found(a: View, b: View) -> list[Finding]:
    return compared(compare_control, a, b)


def recalled(text: str) -> View:
    """A capture that the article dates as what went before."""
    view = told(text, "capture", "the army")
    when = make_when("last month", "2021-02-01", "2021-02-28", role="background")
    return make_view(dataclasses.replace(view.claim, when=(when,)), view.article)


TOOK = told("Rebels captured Orsa.", "capture", "rebels")
LEFT = told("Rebels withdrew from Orsa.", "withdraw", "rebels")
ARMY = told("The army holds Orsa.", "hold", "the army")
BEAT = told("The army repelled an attack on Orsa.", "repel", "the army")
WHOLE = told("Rebels captured the whole of Orsa.", "capture", "rebels")
PART = told("Rebels hold parts of Orsa.", "hold", "rebels")


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        (TOOK, LEFT, "outcome"),
        (TOOK, ARMY, "outcome"),
        (TOOK, BEAT, "outcome"),
        (WHOLE, PART, "extent"),
        (TOOK, PART, None),
        (LEFT, ARMY, None),
        (TOOK, TOOK, None),
        (TOOK, told("Orsa was formerly held by the army.", "hold", "the army"), None),
        (TOOK, told("The army held Orsa until then.", "hold", "the army"), None),
        (TOOK, recalled("The army had taken Orsa only last month."), None),
        (TOOK, told("The army holds Mora.", "hold", "the army", "Mora"), None),
        (TOOK, told("Villagers hold Orsa.", "hold", "villagers"), None),  # they may be one side
        (
            told("The army captured al-Marrah.", "capture", "the army", "al-Marrah"),
            told("The army withdrew from Marah.", "withdraw", "the army", "Marah"),
            "outcome",
        ),
        (
            TOOK,
            told("Rebels have not captured Orsa.", "capture", "rebels", polarity="negated"),
            "outcome",
        ),
    ],
)  # fmt: skip
def test_control(a: View, b: View, kind: str | None) -> None:
    there, back = found(a, b), found(b, a)
    assert [f.kind for f in there] == ([kind] if kind else [])
    assert_mirrored(there, back)


def test_on_another_day_it_is_news() -> None:
    later = told("The army holds Orsa.", "hold", "the army", day="2021-03-04")
    assert [f.verdict for f in found(TOOK, later)] == ["update"]
    assert [f.verdict for f in found(TOOK, ARMY)] == ["conflict"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("They hold the entire town", "whole"),
        ("They hold most of the town", "part"),
        ("They hold nearly all of the town", ""),
        ("They hold the town", ""),
        ("All of the eastern part is theirs", ""),
        ("They hold 90 percent of it", "part"),
    ],
)
def test_extent(text: str, told: str) -> None:
    assert extent(text) == told
