"""What keeps two claims in which nothing was found to differ from being said to agree."""

from __future__ import annotations

import pytest

from claims.records import Claim, Figure, Modality, Polarity
from reconcile.agreeing import refusal
from reconcile.alignment import align
from tests.conftest import make_claim, make_figure, make_happening, make_view


def _told(
    text: str,
    sense: str = "cross",
    polarity: Polarity = "affirmed",
    modality: Modality = "asserted",
) -> Claim:
    happening = make_happening(sense, "", "")
    return make_claim(text, happening=happening, polarity=polarity, modality=modality)


@pytest.mark.parametrize(
    ("a", "b", "against"),
    [
        (_told("Troops crossed the Orsa."), _told("The army crossed the Orsa river."), ""),
        (
            _told("Troops crossed the Orsa."),
            _told("Troops did not cross the Orsa.", polarity="negated"),
            "denies",
        ),
        (
            _told("This is no siege, it is hit and run.", polarity="negated"),
            _told("This is not a hit-and-run war.", polarity="negated"),
            "may not be the same",
        ),
        (
            _told("This is not a hit-and-run war.", polarity="negated"),
            _told("That is not a hit-and-run war.", polarity="negated"),
            "",
        ),
        (
            _told("We want to march on Orsa.", modality="planned"),
            _told("They marched on Orsa."),
            "may or shall",
        ),
        (_told("They denied it.", modality="denied"), _told("They said it."), ""),
        (
            _told("They reportedly marched on Orsa.", modality="possible"),
            _told("They marched on Orsa."),
            "",
        ),
        (
            _told("They may march on Orsa.", modality="possible"),
            _told("They marched on Orsa."),
            "may or shall",
        ),
        (_told("A man fell at 13 Mill Road."), _told("A man of 30 fell on Mill Road."), ""),
        (_told("It was in the 2100 block of 4th Street."), _told("It took 2 hours."), ""),
        (_told("Raids kill 31 on Friday."), _told("Raids kill sixteen."), "number 31"),
        (_told("Raids kill 31 in 2016."), _told("Raids kill 31."), ""),
        (_told("Raids kill 31."), _told("Raids kill many."), ""),
        (_told("A blast killed people.", "kill"), _told("A blast hurt people.", "injure"), "kill"),
    ],
)
def test_refusal(a: Claim, b: Claim, against: str) -> None:
    first, second = make_view(a), make_view(b)
    for one, other in ((first, second), (second, first)):
        said = refusal(one, other, align(one, other, 0.9, 0.8))
        assert bool(said) is bool(against)
    assert against in refusal(first, second, align(first, second, 0.9, 0.8))


HURT = make_figure("14", 14, noun="person", role="injured")


@pytest.mark.parametrize(
    ("sense", "counted", "against"),
    [("start", False, True), ("start", True, False), ("injure", False, False)],
)
def test_one_count_is_no_agreement_on_another_act(sense: str, counted: bool, against: bool) -> None:
    """ "A fire at the mill hurt 14" and "fire broke out at the mill" are two facts."""
    act, other = make_happening("injure", "", ""), make_happening(sense, "", "")
    a = make_view(make_claim("A fire at the mill hurt 14.", [HURT], happening=act))
    told = "A fire at the mill hurt 14." if counted else "A fire broke out at the mill."
    b = make_view(make_claim(told, [HURT] if counted else [], happening=other))
    assert bool(refusal(a, b, align(a, b, 0.9, 0.8))) is against


@pytest.mark.parametrize(
    ("one", "other", "against"),
    [
        (make_figure("hundreds", 200, None), make_figure("dozens", 24, 99), True),
        (make_figure("14", 14), make_figure("14", 14, scope="on each side"), True),
        (make_figure("hundreds", 200, None), make_figure("more than 1,000", 1000, None), False),
        (make_figure("14", 14), make_figure("14", 14), False),
        (make_figure("14", 14), make_figure("dozens", 24, 99, role="injured"), False),
    ],
)
def test_counts_of_one_state_that_are_not_one_number_are_no_agreement(
    one: Figure, other: Figure, against: bool
) -> None:
    first, second = (
        make_view(make_claim(f"Fighting killed {figure.text}.", [figure]))
        for figure in (one, other)
    )
    assert bool(refusal(first, second, align(first, second, 0.9, 0.8))) is against


def test_a_count_of_some_beside_that_of_all_is_none_against() -> None:
    """ "14 died, three of them children" and "three children died"."""
    three = make_figure("3", 3)
    all_ = make_view(make_claim("14 died, 3 of them children.", [make_figure("14", 14), three]))
    some = make_view(make_claim("3 children died.", [three]))
    assert refusal(all_, some, align(all_, some, 0.9, 0.8)) == ""
