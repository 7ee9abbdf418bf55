from __future__ import annotations

import pytest

from claims.records import Claim
from reconcile.alignment import align, alike
from reconcile.findings import Alignment, Match
from reconcile.ties import ties
from reconcile.views import View
from tests.conftest import (
    make_article,
    make_claim,
    make_happening,
    make_view,
    make_views,
    make_when,
)


def aligned(a: Claim, b: Claim, published: str | None = None) -> Alignment:
    """Two claims of two articles; those without a day have none to inherit either."""
    first, second = make_views(
        (make_article("a", published=published), [a]), (make_article("b", published=published), [b])
    )
    return align(first, second, 0.9, 0.8)


def on(first: str | None, last: str | None = "") -> Claim:
    when = [make_when("then", first, last)] if first else []
    return make_claim("It burned then.", when=when)


@pytest.mark.parametrize(
    ("a", "b", "match"),
    [
        (on("2021-03-01"), on("2021-03-01"), Match.SAME),
        (on("2021-03-01"), on("2021-03-02"), Match.COMPATIBLE),  # night falls between them
        (on("2021-03-01"), on("2021-03-03"), Match.DIFFERS),
        (on("2021-03-01"), on("2021-03-01", "2021-03-31"), Match.COMPATIBLE),
        (on("2021-03-01", "2021-03-31"), on("2021-03-01", "2021-03-31"), Match.SAME),
        (on("2021-02-01", "2021-02-20"), on("2021-03-01", "2021-03-31"), Match.DIFFERS),
        (on("2021-03-01"), on(None), Match.MISSING),
        (on(None), on(None), Match.MISSING),
    ],
)
def test_time(a: Claim, b: Claim, match: Match) -> None:
    assert aligned(a, b).time.match is match
    assert aligned(b, a).time.match is match


@pytest.mark.parametrize(
    ("day", "match"),
    [
        ("2021-03-10", Match.COMPATIBLE),  # the day is inherited: it never is the same
        ("2021-03-06", Match.COMPATIBLE),
        ("2021-03-05", Match.DIFFERS),
    ],
)
def test_a_day_from_the_story_parts_only_when_far(day: str, match: Match) -> None:
    """Published on the 10th: what a claim tells of is of the 8th to 10th."""
    assert aligned(on(day), on(None), "2021-03-10").time.match is match


def acted(agent: str, patient: str = "", sense: str = "kill", place: str = "") -> Claim:
    happening = make_happening(sense, agent, patient, [place] if place else [])
    return make_claim(f"{agent} did it to {patient} at {place}.", happening=happening)


@pytest.mark.parametrize(
    ("a", "b", "match"),
    [
        (acted("", place="Orsa"), acted("", place="Orsa"), Match.SAME),
        (acted("", place="Orsa"), acted("", place="Mora"), Match.DIFFERS),
        (acted("", place="Orsa"), acted(""), Match.MISSING),
    ],
)
def test_place(a: Claim, b: Claim, match: Match) -> None:
    assert aligned(a, b).place.match is match


@pytest.mark.parametrize(
    ("a", "b", "match"),
    [
        ("Jets killed 9.", "An air strike killed 9.", Match.SAME),
        ("Jets killed 9.", "A car bomb killed 9.", Match.DIFFERS),
        ("A bombardment killed 9.", "Jets killed 9.", Match.SAME),
        ("A bombardment killed 9.", "Mortars killed 9.", Match.SAME),
        ("Jets killed 9.", "Nine died.", Match.MISSING),
    ],
)
def test_means(a: str, b: str, match: Match) -> None:
    assert aligned(make_claim(a), make_claim(b)).means.match is match


@pytest.mark.parametrize(
    ("a", "b", "match"),
    [
        (acted("police", "a driver"), acted("police", "the driver"), Match.SAME),
        (acted("a driver", "police"), acted("police", "the driver"), Match.SAME),  # either way
        (acted("police"), acted("police", "the driver"), Match.SAME),
        (
            acted("two masked robbers", "tired bank guard"),
            acted("angry robbers", "jewel shop clerks"),
            Match.COMPATIBLE,
        ),
        (acted("police", "a driver"), acted("rebels", "the bridge"), Match.DIFFERS),
        (acted("police"), acted(""), Match.MISSING),
    ],
)
def test_participants(a: Claim, b: Claim, match: Match) -> None:
    assert aligned(a, b).participants.match is match


@pytest.mark.parametrize(
    ("a", "b", "match"),
    [
        (acted("x"), acted("y"), Match.SAME),
        (acted("x"), acted("x", sense="die"), Match.DIFFERS),
        (acted("x"), make_claim("x"), Match.MISSING),
    ],
)
def test_happening(a: Claim, b: Claim, match: Match) -> None:
    assert aligned(a, b).happening.match is match


def naming(*names: str) -> Claim:
    return make_claim(f"A fire in {' and '.join(names)} killed nine.", names=names)


def case(a: list[Claim], b: list[Claim], everywhere: str = "") -> tuple[View, View]:
    """First claims of two articles, among twelve others that all use one name."""
    crowd = [(make_article(f"c{n}"), [naming(everywhere or f"Elsewhere{n}")]) for n in range(12)]
    seen = make_views((make_article("a"), a), (make_article("b"), b), *crowd)
    return seen[len(a) - 1], seen[len(a) + len(b) - 1]


@pytest.mark.parametrize(
    ("a", "b", "match"),
    [
        ([naming("Orsa")], [naming("Orsa")], Match.SAME),
        ([naming("Orsa")], [naming("Mora")], Match.DIFFERS),
        ([naming("Norland")], [naming("Norland")], Match.COMPATIBLE),  # all articles name it
        ([naming("Norland", "Orsa")], [naming("Norland", "Orsa")], Match.SAME),
        ([naming("Norland", "Orsa")], [naming("Norland", "Mora")], Match.DIFFERS),
        ([naming("Norland", "Orsa")], [naming("Norland")], Match.COMPATIBLE),
        ([naming("Orsa"), naming("Dahl Street")], [naming("Orsa")], Match.COMPATIBLE),
        ([naming("Orsa")], [make_claim("Nine died.")], Match.MISSING),
    ],
)
def test_names(a: list[Claim], b: list[Claim], match: Match) -> None:
    first, second = case(a, b, everywhere="Norland")
    assert align(first, second, 0.9, 0.8).names.match is match
    assert align(second, first, 0.9, 0.8).names.match is match


def test_names_of_the_scene_tell_half() -> None:
    own = align(*case([naming("Orsa")], [naming("Orsa")]), 0.9, 0.8).rare
    scene = align(*case([naming("Orsa"), naming("Dahl Street")], [naming("Orsa")]), 0.9, 0.8).rare
    assert own == pytest.approx(2 * scene)
    assert align(*case([naming("Orsa")], [naming("Mora")]), 0.9, 0.8).rare == 0


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("old mill", "old mill", True),
        ("old mill", "mill", True),
        ("old red mill", "mill", True),  # of the shorter
        ("old red mill", "new red barn", False),
        ("old mill", "", False),
        ("", "", False),
    ],
)
def test_alike(a: str, b: str, expected: bool) -> None:
    first, second = frozenset(a.split()), frozenset(b.split())
    assert alike(first, second) is alike(second, first) is expected


@pytest.mark.parametrize(
    ("a", "b", "share"),
    [
        ("The old mill burned.", "An old mill was burning.", 1.0),
        ("The old mill burned.", "The old barn burned down.", 2 / 3),
        ("The mill burned.", "Taxes rose.", 0.0),
        ("It was 9.", "Taxes rose.", 0.0),
    ],
)
def test_words(a: str, b: str, share: float) -> None:
    assert aligned(make_claim(a), make_claim(b)).words == pytest.approx(share)


def test_what_is_given_is_kept() -> None:
    view = make_view(naming("Orsa"))
    alignment = align(view, view, 0.25, 0.75)
    assert (alignment.story, alignment.likeness) == (0.25, 0.75)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ([naming("Orsa")], [naming("Orsa")], {"lead_both", "alike", "same_names"}),
        ([naming("Orsa")], [naming("Mora")], {"lead_both", "alike", "names_differ", "other_place"}),
        ([naming("Norland")], [naming("Norland")], {"lead_both", "alike"}),
    ],
)
def test_the_alignment_holds_the_ties_of_its_claims(
    a: list[Claim], b: list[Claim], expected: set[str]
) -> None:
    first, second = case(a, b, everywhere="Norland")
    alignment = align(first, second, 0.9, 0.8)
    assert alignment.ties == expected
    assert alignment.ties == ties(first, second, alignment)
    assert align(second, first, 0.9, 0.8).ties == expected
