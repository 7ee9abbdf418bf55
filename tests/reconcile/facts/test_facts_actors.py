"""Who did it, and the parties of a story."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from claims.records import Claim
from reconcile.facts.actors import compare_actors, parties_of
from reconcile.findings import Finding
from tests.conftest import (
    compared,
    make_article,
    make_claim,
    make_figure,
    make_happening,
    make_view,
    make_when,
    signed,
)


def done(
    agent: str,
    patient: str = "the market",
    sense: str = "shell",
    names: tuple[str, ...] = ("Orsa",),
    places: tuple[str, ...] = (),
    day: str = "2021-03-01",
) -> Claim:
    text = f"{agent} did {sense} {patient} of {' or '.join(names)} that day."
    happening = make_happening(sense, agent, patient, places)
    return make_claim(text, (), [make_when("that day", day)], names, happening)


def compare(
    a: Claim, b: Claim, likeness: float = 0.8, after: Sequence[Claim] = ()
) -> list[Finding]:
    first, second = make_view(a), make_view(b, make_article("b"), after=after)
    return compared(compare_actors, first, second, likeness=likeness)


def blamed(who: str) -> Claim:
    """Somebody's deed it was, though the verb does not say so."""
    text = f"A panel said {who} were responsible for shelling the market of Orsa."
    return make_claim(text, (), [], ["Orsa"], make_happening("be", "", who, ("Orsa",)))


REBELS = done("rebels")
NORA, PER = (done(name, names=(name, "Orsa"), sense="shoot") for name in ("Nora Lind", "Per Dahl"))


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        (REBELS, done("government troops"), True),
        (REBELS, done("the army", sense="attack"), True),  # one act, other words
        (REBELS, done("insurgents"), False),
        (REBELS, done("police officers"), False),  # of no side at odds
        (REBELS, done(""), False),
        (REBELS, done("they"), False),
        (REBELS, done("troops and rebels"), False),  # both had a part
        (REBELS, done("the army", day="2021-03-09"), False),
        (REBELS, done("the army", sense="capture"), False),
        (
            done("rebels", sense="capture"), done("the army", sense="capture"), False,
        ),  # a town is taken in turns
        (REBELS, make_claim("It burned."), False),
        (REBELS, done("Islamic State"), True),
        (REBELS, done("Russian jets"), True),
        (done("Russian jets"), done("Syrian warplanes"), True),
        (done("Russian jets"), done("fighter jets"), False),
        (done("Russian or Syrian jets"), done("Syrian warplanes"), False),
        (done("Russian jets"), done("Turkish-backed rebels"), True),
        (REBELS, done("the army", patient="a bridge", names=("Mora",)), False),  # another act
        (
            done("rebels", patient="a marketplace"),
            done("the army", patient="a busy market place"),
            True,
        ),
        (
            done("rebels", patient="three carts", names=("Mora",)),
            done("the army", patient="three boats"),
            False,
        ),  # a number is in many acts
        (blamed("rebels"), blamed("the army"), True),
        (blamed("rebels"), blamed("certain insurgents"), False),
        (done("clashes with rebels"), done("the army"), False),  # nobody's act
        # By name.
        (NORA, PER, True),
        (NORA, done("a gunman", sense="shoot"), False),  # she may be that gunman
        (NORA, done("Lind", names=("Lind", "Orsa"), sense="shoot"), False),
        (NORA, done("Mr Lind", names=("Mr Lind=Nora Lind",), sense="shoot"), False),
        (NORA, done("Per Dahl", names=("Per Dahl",), sense="hug"), False),
        (
            done("Nora", names=("Nora=Nora Lind",)), done("Lind", names=("Lind=Nora Lind",)), False,
        ),
    ],
)  # fmt: skip
def test_actors(a: Claim, b: Claim, clash: bool) -> None:
    verdicts = ["conflict"] if clash else []
    there, back = compare(a, b), compare(b, a)
    assert [f.verdict for f in there] == verdicts
    assert [(f.values, f.signs, f.strict) for f in there] == [
        (f.values[::-1], f.signs, f.strict) for f in back
    ]


ARMY = done("the army")
IN_ORSA = done("the army", names=("Lind",), places=("Orsa",))
BRIDGE = done("rebels", patient="a bridge")
RUSSIANS, SYRIANS = done("Russian jets"), done("Syrian warplanes")


def killed(agent: str, number: float = 5) -> Claim:
    figures = [make_figure(f"{number:g}", number)]
    told = make_happening("kill", agent, f"{number:g} people", ("Orsa",))
    text = f"{agent} killed {number:g} people in Orsa."
    return make_claim(text, figures, [], ["Orsa"], told)


Case = tuple[Claim, Claim, tuple[Claim, ...]]
SIGNED: dict[str, tuple[list[Case], list[Case]]] = {
    "opposed": ([(REBELS, ARMY, ())], [(NORA, PER, ())]),
    "two_names": ([(NORA, PER, ())], [(REBELS, ARMY, ())]),
    "same_place": (
        [(done("rebels", names=("Dahl",), places=("Orsa",)), IN_ORSA, ())],
        [(done("rebels", places=("Mora",)), IN_ORSA, ()), (REBELS, IN_ORSA, ())],
    ),
    "telling": ([(REBELS, ARMY, ())], [(REBELS, done("the army", names=("Mora",)), ())]),
    "same_object": ([(REBELS, ARMY, ())], [(REBELS, done("the army", patient="a bridge"), ())]),
    "two_states": ([(RUSSIANS, SYRIANS, ())], [(REBELS, ARMY, ())]),
    "foreign": ([(REBELS, RUSSIANS, ())], [(REBELS, ARMY, ()), (RUSSIANS, SYRIANS, ())]),
    "same_toll": (
        [(killed("rebels"), killed("the army"), ())],
        [(killed("rebels", 6), killed("the army"), ()), (REBELS, ARMY, ())],
    ),
    "same_means": (
        [(killed("rebel rockets"), killed("army shells"), ())],
        [(killed("rebels"), killed("the army"), ())],
    ),
    "swapped": (
        [(
            done("the army", "the rebels", "defeat"), done("the rebels", "the army", "defeat"), (),
        )],
        [(REBELS, ARMY, ())],
    ),
    "both_act": (
        [(REBELS, ARMY, ())],
        [(REBELS, blamed("the army"), ())],
    ),
    "same_happening": ([(REBELS, ARMY, ())], [(REBELS, done("the army", sense="attack"), ())]),
    "both_told": (
        [(
            done("Nora Lind", "Per Dahl", "shoot", ("Nora Lind", "Per Dahl")),
            done("Per Dahl", "Nora Lind", "shoot", ("Nora Lind", "Per Dahl")),
            (),
        ),
        (
            done("Nora Lind", "the market", "shoot", ("Nora Lind", "Per Dahl")), PER,
            (make_claim("Nora Lind fled.", names=["Nora Lind"]),),
        )],
        [
            (NORA, PER, ()),
            (done("Nora Lind", sense="shoot", names=("Nora Lind", "Per Dahl")), PER, ()),
            (NORA, PER, (make_claim("Nora Lind fled.", names=["Nora Lind"]),)),  # one article only
        ],
    ),
}  # fmt: skip
"""Sign: pairs of actors that clash with it, and without it; and what the second's article says
after it."""


@pytest.mark.parametrize(("sign", "case", "has"), signed(SIGNED))
def test_sign(sign: str, case: Case, has: bool) -> None:
    a, b, after = case
    (clash,) = compare(a, b, after=after)
    assert (sign in clash.signs) is has
    assert clash.signs <= set(SIGNED)


@pytest.mark.parametrize(
    ("a", "b", "likeness", "strict"),
    [
        (REBELS, ARMY, 0.5, True),
        (REBELS, ARMY, 0.49, False),
        (REBELS, done("the army", patient="the bridge"), 0.8, False),  # another target
        (REBELS, done("the army", names=("Mora",)), 0.8, False),  # nothing names one place
        (done("rebels", names=("Dahl",), places=("Orsa",)), IN_ORSA, 0.8, True),
        (NORA, PER, 0.8, False),  # two names may be one's name and rank
    ],
)
def test_sides_at_odds_over_one_act_clash_without_learnt_weights(
    a: Claim, b: Claim, likeness: float, strict: bool
) -> None:
    assert [f.strict for f in compare(a, b, likeness)] == [strict]
    assert [f.strict for f in compare(b, a, likeness)] == [strict]


@pytest.mark.parametrize(
    ("what", "told"),
    [
        (("the old tunnel", "a tunnel"), True),
        (("the old tunnel", "the bridge"), False),
        (("rebel-held areas", "army-held areas"), False),
    ],
)
def test_other_means_part_two_acts_unless_one_thing_was_hit(
    what: tuple[str, str], told: bool
) -> None:
    first, second = (
        make_claim(f"{text} in Orsa.", names=["Orsa"], happening=make_happening(*act, ("Orsa",)))
        for text, act in (
            (f"Rebels blew up {what[0]} with bombs", ("explode", "Rebels", what[0])),
            (f"The army shelled {what[1]} with mortars", ("shell", "The army", what[1])),
        )
    )
    assert bool(compare(first, second)) is told


@pytest.mark.parametrize(
    ("text", "who", "sides"),
    [
        ("The regime of Dorn fell.", "Dorn's men", {"government"}),
        ("Envoys saw Dorn's regime.", "President Dorn", {"government"}),
        ("Envoys saw Dorn.", "Dorn's men", set()),
        ("In the Orsa government they rule in Orsa.", "the Orsa choir", set()),  # a town
    ],
)
def test_a_ruler_stands_for_his_government(text: str, who: str, sides: set[str]) -> None:
    view = make_view(make_claim(text))
    assert parties_of(view, who)[0] == sides
