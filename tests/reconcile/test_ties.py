"""What ties two claims to one happening, and what parts them."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.records import Claim
from reconcile.alignment import align
from reconcile.ties import PARTINGS, TIES, tied, ties, voice
from reconcile.views import View
from tests.conftest import (
    make_article,
    make_claim,
    make_figure,
    make_happening,
    make_view,
    make_views,
    make_when,
    signed,
)

PADDING = (make_claim("It was a long day with little news and a cold wind on the moor. " * 10),) * 6


@dataclasses.dataclass(frozen=True)
class Side:
    """One claim of a pair, and where it stands in its article."""

    names: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    day: str = ""
    """Days it tells of, ``first/last``; empty for none."""
    late: bool = True
    """Far down in its article: not what the article is about."""
    head: tuple[str, ...] = ()
    """Names in its article's head."""
    near: tuple[str, ...] = ()
    """Names in the sentence before."""
    aside: bool = False
    unrelated: bool = False
    speaker: str = ""
    killed: int = 0
    """Of whom it tells as killed in a whole war."""

    def claims(self) -> list[Claim]:
        named = (*self.names, *(p for p in self.places if p not in self.names))
        text = f"{'Elsewhere, it' if self.aside else 'It'} burned that day, near {named}."
        if self.unrelated:
            text = f"In an unrelated attack, a shop burned that day, near {named}."
        first, _, last = self.day.partition("/")
        when = [make_when("that day", first, last or first)] if first else []
        happened = make_happening("burn", "", "", self.places)
        figures = [make_figure(f"{self.killed} people", self.killed)] if self.killed else []
        if self.killed:
            text = f"The war in Yemen has killed {self.killed} people since that day, near {named}."
        own = make_claim(text, figures, when, self.names, happened, self.speaker)
        head = make_claim(f"This is about {self.head}.", names=self.head)
        padding = PADDING if self.late else ()
        near = make_claim(f"So did {self.near}.", names=self.near)
        before = [near] if self.near else []
        return [*([head] if self.head else []), *padding, *before, own]


def pair(a: Side, b: Side) -> tuple[View, View]:
    """The views of both, in one case; no day is inherited: neither article has a date."""
    first, second = a.claims(), b.claims()
    seen = make_views(
        (make_article("a", published=None), first), (make_article("b", published=None), second)
    )
    return seen[len(first) - 1], seen[-1]


def found(a: Side, b: Side, story: float = 0.9, likeness: float = 0.3) -> frozenset[str]:
    first, second = pair(a, b)
    return ties(first, second, align(first, second, story, likeness))


def is_tied(a: Side, b: Side, story: float = 0.9, likeness: float = 0.3) -> bool:
    first, second = pair(a, b)
    return tied(first, second, align(first, second, story, likeness))


WAR, FEW_DEAD = Side(killed=70_000), Side(killed=70)
LEAD, LATE = Side(late=False), Side()
MONDAY, TUESDAY = Side(day="2021-03-01"), Side(day="2021-03-02")
ORSA, MORA = Side(names=("Orsa",)), Side(names=("Mora",))
OF_DALA = Side(names=("Berg",), head=("Dala",))
UNRELATED = Side(unrelated=True)
IN_ORSA = Side(places=("Orsa",), names=("Orsa",))

Case = tuple[Side, Side, float, float]
NAMED: dict[str, tuple[list[Case], list[Case]]] = {
    "lead_both": (
        [(LEAD, LEAD, 0.8, 0.3)],
        [(LEAD, LEAD, 0.79, 0.3), (LEAD, LATE, 0.9, 0.3)],
    ),
    "alike": (
        [(LATE, LATE, 0.5, 0.7)],
        [(LATE, LATE, 0.5, 0.69), (LATE, LATE, 0.49, 0.9)],
    ),
    "same_day": (
        [(MONDAY, MONDAY, 0.8, 0.3)],
        [
            (MONDAY, MONDAY, 0.79, 0.3),
            (MONDAY, TUESDAY, 0.9, 0.3),
            (MONDAY, Side(day="2021-03-01/2021-03-05"), 0.9, 0.3),
            (MONDAY, LATE, 0.9, 0.3),
        ],
    ),
    "same_names": (
        [(ORSA, ORSA, 0.1, 0.1), (IN_ORSA, ORSA, 0.1, 0.1)],
        [(ORSA, MORA, 0.9, 0.9), (ORSA, LATE, 0.9, 0.9)],
    ),
    "one_war": (
        [
            (WAR, WAR, 0.1, 0.1),
            # Of other days of the war, and in other places, their articles tell otherwise.
            (WAR, dataclasses.replace(WAR, head=("Mora",), killed=90_000), 0.1, 0.1),
        ],
        [(WAR, FEW_DEAD, 0.9, 0.9), (WAR, LATE, 0.9, 0.9)],
    ),
    "names_differ": (
        [(ORSA, MORA, 0.9, 0.9)],
        [
            (ORSA, ORSA, 0.1, 0.1),
            (ORSA, LATE, 0.9, 0.3),
            # Told of one scene: a street in one, its town in the other.
            (OF_DALA, dataclasses.replace(OF_DALA, names=("Mora",)), 0.9, 0.3),
        ],
    ),
    "other_day": (
        [(MONDAY, TUESDAY, 0.9, 0.89)],
        [
            (MONDAY, TUESDAY, 0.9, 0.9),  # one sentence, told again the next day
            (MONDAY, MONDAY, 0.9, 0.3),
            (MONDAY, LATE, 0.9, 0.3),
            (MONDAY, Side(day="2021-03-02/2021-03-05"), 0.9, 0.3),
        ],
    ),
    "other_place": (
        [(ORSA, MORA, 0.9, 0.9), (IN_ORSA, MORA, 0.9, 0.9)],
        [
            (ORSA, ORSA, 0.9, 0.9),
            (ORSA, LATE, 0.9, 0.9),
            (ORSA, Side(names=("Mora", "Orsa")), 0.9, 0.9),
            # Its article tells of it: in its head, or just before.
            (ORSA, Side(names=("Mora",), head=("Orsa",), near=("Dala",)), 0.9, 0.9),
            (ORSA, Side(names=("Mora",), head=("Dala",), near=("Orsa",)), 0.9, 0.9),
        ],
    ),
    "aside": ([(LATE, Side(aside=True), 0.9, 0.9)], [(LATE, LATE, 0.9, 0.9)]),
    "other_incident": ([(LATE, UNRELATED, 0.9, 0.9)], [(UNRELATED, UNRELATED, 0.9, 0.9)]),
}  # fmt: skip
"""Tie or parting: pairs of which it holds, and its false friends: story, likeness."""


@pytest.mark.parametrize(("name", "case", "holds"), signed(NAMED))
def test_tie(name: str, case: Case, holds: bool) -> None:
    a, b, story, likeness = case
    assert (name in found(a, b, story, likeness)) is holds
    assert (name in found(b, a, story, likeness)) is holds


def test_every_tie_and_parting_has_a_case() -> None:
    assert set(NAMED) == {*TIES, *PARTINGS}
    assert not set(TIES) & set(PARTINGS)  # they are features side by side


def test_a_name_that_everybody_uses_ties_nobody() -> None:
    """Names are told apart by how many articles of the case use them."""
    crowd = [make_article(f"c{i}", published=None) for i in range(60)]
    rows = [(article, [make_claim("It is in Orsa.", names=["Orsa"])]) for article in crowd]
    one = make_claim("It burned in Orsa.", names=["Orsa"])
    seen = make_views(
        *rows,
        (make_article("a", published=None), [*PADDING, one]),
        (make_article("b", published=None), [*PADDING, one]),
    )
    a, b = (v for v in seen if v.claim.text == one.text)
    assert "same_names" not in ties(a, b, align(a, b, 0.3, 0.3))


@pytest.mark.parametrize(
    ("a", "b", "story", "likeness", "expected"),
    [
        # One tie is enough; without any there is none.
        (LEAD, LEAD, 0.9, 0.3, True),
        (LATE, LATE, 0.6, 0.75, True),
        (MONDAY, MONDAY, 0.9, 0.3, True),
        (ORSA, ORSA, 0.3, 0.3, True),
        (LATE, LATE, 0.9, 0.3, False),
        (LEAD, LATE, 0.9, 0.3, False),
        # One parting outweighs all ties.
        (dataclasses.replace(ORSA, late=False), dataclasses.replace(MORA, late=False), 0.9, 0.9,
         False),
        (MONDAY, TUESDAY, 0.9, 0.85, False),
        (MONDAY, TUESDAY, 0.9, 0.95, True),
        # Who turns to something else is tied by its place only.
        (LEAD, Side(aside=True, late=False), 0.9, 0.9, False),
        (ORSA, Side(names=("Orsa",), aside=True), 0.9, 0.9, False),
        (IN_ORSA, Side(names=("Orsa",), places=("Orsa",), aside=True), 0.9, 0.3, True),
        # Names that both have from the sentences before do not part them.
        (Side(late=False, head=("Orsa",)), Side(late=False, head=("Mora",)), 0.9, 0.3, True),
        (Side(late=False, head=("Orsa",)), dataclasses.replace(MORA, late=False), 0.9, 0.3, False),
    ],
)  # fmt: skip
def test_tied(a: Side, b: Side, story: float, likeness: float, expected: bool) -> None:
    assert is_tied(a, b, story, likeness) is expected
    assert is_tied(b, a, story, likeness) is expected


def in_one_article(a: Side, b: Side, likeness: float) -> bool:
    one, two = a.claims()[-1], b.claims()[-1]
    first = make_view(one, after=[two])
    second = make_view(two, before=[one])
    return tied(first, second, align(first, second, 1.0, likeness))


LIND, DAHL = Side(speaker="Nora Lind"), Side(speaker="Per Dahl")


@pytest.mark.parametrize(
    ("a", "b", "likeness", "expected"),
    [
        (LIND, DAHL, 0.75, True),
        (LIND, DAHL, 0.74, False),
        (LIND, Side(speaker="NORA LIND"), 0.9, False),  # her own two counts
        (LIND, LATE, 0.9, False),  # the outlet goes on in its own voice
        (LATE, LATE, 0.9, False),
        (LIND, dataclasses.replace(DAHL, aside=True), 0.9, False),
        (
            dataclasses.replace(LIND, places=("Orsa",)),
            dataclasses.replace(DAHL, places=("Mora",)),
            0.9,
            False,
        ),
        (
            dataclasses.replace(LIND, places=("Orsa",)),
            dataclasses.replace(DAHL, places=("Orsa",)),
            0.9,
            True,
        ),
    ],
)
def test_in_one_article_two_speakers_may_dispute(
    a: Side, b: Side, likeness: float, expected: bool
) -> None:
    assert in_one_article(a, b, likeness) is expected
    assert in_one_article(b, a, likeness) is expected


@pytest.mark.parametrize(("speaker", "expected"), [("Nora Lind", "nora lind"), ("", "")])
def test_voice(speaker: str, expected: str) -> None:
    assert voice(make_claim("It burned.", speaker=speaker)) == expected


names = st.lists(st.sampled_from(["Orsa", "Mora", "Dala"]), max_size=2, unique=True).map(tuple)
sides = st.builds(
    Side,
    names=names,
    places=names,
    day=st.sampled_from(["", "2021-03-01", "2021-03-02", "2021-03-01/2021-03-05"]),
    late=st.booleans(),
    head=names,
    near=names,
    aside=st.booleans(),
    speaker=st.sampled_from(["", "Lind"]),
)


@given(sides, sides, st.sampled_from([0.3, 0.6, 0.9]), st.sampled_from([0.3, 0.72, 0.95]))
def test_the_order_of_the_claims_does_not_matter(
    a: Side, b: Side, story: float, likeness: float
) -> None:
    assert found(a, b, story, likeness) == found(b, a, story, likeness)
    assert is_tied(a, b, story, likeness) is is_tied(b, a, story, likeness)


@given(sides, sides)
def test_the_alignment_holds_the_ties(a: Side, b: Side) -> None:
    first, second = pair(a, b)
    alignment = align(first, second, 0.9, 0.8)
    assert alignment.ties == ties(first, second, alignment)
    assert alignment.ties <= {*TIES, *PARTINGS}
