"""Which kinds of values two claims have in common."""

from __future__ import annotations

import pytest

from claims.records import Claim
from reconcile.signatures import KINDS, marks
from tests.conftest import make_claim, make_figure, make_happening, make_view, make_when


def told(text: str, *names: str) -> Claim:
    return make_claim(text, names=names)


def counted(text: str, low: float, role: str = "", unit: str = "", noun: str = "person") -> Claim:
    figure = make_figure(text, low, role=role, unit=unit, noun=noun)
    return make_claim(f"There were {text} of them.", [figure])


def at(words: str, from_: str | None, to: str | None = "") -> Claim:
    return make_claim(f"It fell {words}.", (), [make_when(words, from_, to)])


def act(sense: str, *places: str) -> Claim:
    happening = make_happening(sense, places=list(places))
    return make_claim(f"It was at {' '.join(places)}.", (), (), places, happening)


@pytest.mark.parametrize(
    ("a", "b", "kinds"),
    [
        (counted("9", 9, "killed"), counted("1,200", 1200, "killed"), {"count"}),
        (counted("9", 9, "killed"), counted("9", 9, "injured"), set()),
        (counted("9", 9, "shot"), counted("12", 12, "hospitalised"), {"count"}),
        (counted("9", 9, "killed"), counted("9", 9), set()),
        (counted("9 shots", 9, noun="shot"), counted("12 shots", 12, noun="shot"),
         {"count", "class"}),
        (counted("9 jobs", 9, noun="job"), counted("12 posts", 12, noun="post"), {"class"}),
        (counted("9 passengers", 9, noun="passenger"), counted("12 aboard", 12), {"class"}),
        (counted("9 fans", 9, noun="fan"), counted("12 aboard", 12), set()),
        (counted("9 shots", 9, noun="shot"), counted("9 cars", 9, noun="car"), set()),
        (
            counted("9 km", 9, unit="kilometer"),
            counted("11 miles", 11, unit="mile"),
            {"count"},
        ),
        (counted("9 km", 9, unit="kilometer"), counted("11 tons", 11, unit="metric_ton"), set()),
        (counted("19", 19, "age", "year"), counted("21", 21, "age", "year"), {"age"}),
        (counted("19", 19, "age", "year"), counted("21 years", 21, unit="year"), set()),
        (
            at("at ten", "2021-03-02T10:00", "2021-03-02T10:00"),
            at("near 10:30 p.m.", None, None),
            {"hour"},
        ),
        (at("at ten", "2021-03-02T10:00"), at("that day", "2021-03-02"), {"day"}),
        (at("that day", "2021-03-02"), at("that year", "2021-01-01", "2021-12-31"), set()),
        (act("explode"), act("explode", "Orsa"), {"act"}),
        (act("explode"), act("burn"), set()),
        (act("be"), act("be"), set()),
        (act("hold", "Orsa"), act("capture", "Mora"), {"act"}),  # who holds has captured
        (act("win"), act("lose"), {"act"}),
        (act("win"), act("rise"), set()),
        (told("Ada Lind ran.", "Ada Lind"), told("Ada Dahl ran.", "Ada Dahl"), {"person"}),
        (told("Ada Lind ran.", "Ada Lind"), told("Eva Lind ran.", "Eva Lind"), {"person"}),
        (told("Ada Lind ran.", "Ada Lind"), told("Ade Lynd ran.", "Ade Lynd"), {"person"}),
        (told("Ada Lind ran.", "Ada Lind"), told("Per Dahl ran.", "Per Dahl"), set()),
        (told("Lind ran.", "Lind"), told("Lind fell.", "Lind"), set()),  # met by meaning or not
        (told("She is in critical condition."), told("Her wounds are not life-threatening."),
         {"condition"}),
        (told("He died at the scene."), told("He died at Orsa Hospital."), {"hospital"}),
        (told("She was shot in the leg."), told("A bullet struck her in the arm."), {"wound"}),
        (told("It was at 12 Orsa Street."), told("It was at 40 Mill Road."), {"address"}),
        (told("They fled Orsa village."), told("They fled Mora village."), {"named place"}),
        (told("They fled Orsa village."), told("They fled Mora school."), set()),
        (told("The mill burns."), told("The mill burns."), set()),  # nothing to compare
    ],
)  # fmt: skip
def test_kinds_in_common(a: Claim, b: Claim, kinds: set[str]) -> None:
    both = marks(make_view(a)) & marks(make_view(b))
    assert {kind for kind in KINDS for mark in both if mark.startswith(f"{kind} ")} == kinds
