"""Other incidents: what an article tells beside its own story, and what only sounds like it."""

from __future__ import annotations

import pytest

from claims.records import Claim
from reconcile.asides import MARKS, marks, other_incident
from reconcile.judge import judge, lay
from reconcile.ties import OTHER_INCIDENT
from tests.conftest import make_article, make_claim, make_figure, make_views

MARKED: dict[str, tuple[list[str], list[str]]] = {
    "unrelated": (
        [
            "In an unrelated incident, a man was stabbed in Mora.",
            "Two unrelated shootings left three people dead.",
            "Another apparently unrelated attack burned a shop.",
            "A similar raid on a market last month killed six people.",
            "A similar warning killed six.",
        ],
        [
            "Police said the two men were unrelated.",
            "The blast killed six, a similar number to the week before.",
            "The incident is unrelated to the closing of the school.",
        ],
    ),
    "review": (
        [
            "The violence in Mora this year has included a stabbing in March.",
            "This summer has seen two shootings on the square.",
            "The city's homicides so far include that of a nurse.",
        ],
        [
            "Nine people were hurt this year's first evening.",
            "The victims included a nurse.",
            "This week the mayor has asked for calm.",
        ],
    ),
    "wounds": (
        [
            "A girl of nine died on Tuesday of wounds suffered in a shooting on Saturday.",
            "He died of his injuries from an earlier attack.",
        ],
        [
            "A girl died of wounds suffered in the shooting.",
            "A girl died of her wounds in a hospital.",
        ],
    ),
    "one_of_several": (
        [
            "In the shooting that left a man dead on Mill Lane, police look for a van.",
            "In the attack on Hill Street, a door was kicked in.",
        ],
        [
            "A man died in the shooting that shook the town.",
            "In the shooting, nine people were hurt.",
            "In the car that left Mill Lane, police found a gun.",
        ],
    ),
    "another_town": (
        [
            "In Mora, an officer was wounded in his car.",
            "And in Mora Falls, two people were killed on Sunday.",
        ],
        [
            "In Mora, the mayor offered her condolences.",  # nobody is hurt there
            "In March, two people were killed.",
            "In all, two people were killed.",
            "Two people were killed in Mora, police said.",
        ],
    ),
}
"""Mark: sentences that have it, and its false friends."""


@pytest.mark.parametrize("name", MARKED)
def test_marks(name: str) -> None:
    told, false_friends = MARKED[name]
    assert [name in marks(sentence, "") for sentence in told] == [True] * len(told)
    assert [name in marks(sentence, "") for sentence in false_friends] == [False] * len(
        false_friends
    )


def test_every_mark_has_cases() -> None:
    assert set(MARKED) == set(MARKS)


def test_the_sentence_after_tells_of_it_too() -> None:
    turned = "In an unrelated incident, a man was stabbed."
    assert marks("He was taken to a hospital.", turned)
    assert not marks("He was taken to a hospital.", "The violence this year has included a raid.")


PADDING = tuple(
    make_claim(f"Police asked for help and for patience on day {n} of their work there. " * 2)
    for n in range(6)
)
OWN = make_claim("Two people were killed in Orsa.", [make_figure("Two people", 2)], names=["Orsa"])


def beside(text: str, head: str = "It is about Orsa.", *names: str) -> tuple[Claim, ...]:
    """The claims of an article that comes to a sentence far down."""
    figure = [make_figure("nine people", 9)] if "nine people" in text else []
    return make_claim(head), *PADDING, make_claim(text, figure, names=names)


CASES: dict[str, tuple[tuple[Claim, ...], tuple[Claim, ...], bool]] = {
    "another incident": (
        beside("In an unrelated attack, nine people were killed."), (OWN,), True,
    ),
    "another town": (
        beside("In Mora, nine people were killed.", "It is about Orsa.", "Mora"), (OWN,), True,
    ),
    "its own town": (
        beside("In Orsa, nine people were killed.", "It is about Orsa.", "Orsa"), (OWN,), False,
    ),
    "a town that the other tells of as well": (
        beside("In Mora, nine people were killed.", "It is about Orsa.", "Mora"),
        (make_claim("Mora burns."), OWN),
        False,
    ),
    "an incident that is the other's story": (
        beside("In an unrelated attack, nine people were killed in Mora.", "It is.", "Mora"),
        (make_claim("Two people were killed in Mora.", [make_figure("Two people", 2)]),),
        False,
    ),
    "the first lines are the story": (
        (make_claim("In an unrelated attack, nine people were killed."),), (OWN,), False,
    ),
    "both": (
        beside("In an unrelated attack, nine people were killed."),
        beside("In an unrelated attack, nine people were killed."),
        False,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_other_incident(case: str) -> None:
    first, second, expected = CASES[case]
    seen = make_views((make_article("a"), first), (make_article("b"), second))
    a, b = seen[len(first) - 1], seen[-1]
    assert other_incident(a, b) is other_incident(b, a) is expected


def test_one_article_is_left_to_its_own_sentences() -> None:
    claims = (*beside("In an unrelated attack, nine people were killed."), OWN)
    seen = make_views((make_article("a"), claims))
    assert not other_incident(seen[-2], seen[-1])


def test_another_incident_leaves_no_room_for_a_clash() -> None:
    first, second, _ = CASES["another incident"]
    seen = make_views((make_article("a"), first), (make_article("b"), second))
    a, b = seen[len(first) - 1], seen[-1]
    laid = lay(a, b, 0.99, 0.9)
    assert OTHER_INCIDENT in laid.alignment.ties
    assert laid.findings == ()
    judged = judge(a, b, 0.99, 0.9)
    assert judged.verdict == "different"
    assert "another incident" in judged.reason
