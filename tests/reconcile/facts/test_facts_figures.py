"""Every rule on figures: a case that it decides, and its false friend that it leaves alone."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.records import Bound, Claim, Figure
from corpus.records import Article
from reconcile.facts.figures import AGREEING, READINGS, RULES, SIGNS, compare_figures, value
from reconcile.findings import Finding
from reconcile.views import View
from tests.conftest import (
    compared,
    make_article,
    make_claim,
    make_figure,
    make_happening,
    make_view,
    make_views,
    make_when,
    signed,
)


@dataclasses.dataclass(frozen=True)
class Told:
    """One side of a case."""

    claim: Claim
    published: str = "2021-03-02"
    outlet: str | None = None
    before: tuple[Claim, ...] = ()
    after: tuple[Claim, ...] = ()

    def view(self, id_: str) -> View:
        article: Article = make_article(id_, published=self.published, outlet=self.outlet)
        return make_view(self.claim, article, self.before, self.after)


def dead(text: str, low: float, high: float | None = -1, **more: object) -> Told:
    """A toll: the figure is the words between underscores."""
    return counted(text, low, high, {}, **more)


def counted(
    text: str, low: float, high: float | None, figure: dict[str, str], **more: object
) -> Told:
    before, written, after = text.split("_")
    claim = make_claim(before + written + after, [make_figure(written, low, high, **figure)])  # type: ignore[arg-type]
    return Told(claim, **more)  # type: ignore[arg-type]


def compare(a: Told, b: Told, story: float = 0.9, likeness: float = 0.8) -> list[Finding]:
    first, second = a.view("a"), b.view("b")
    return compared(compare_figures, first, second, story, likeness)


def told_by(finding: Finding) -> tuple[str, str]:
    """The verdict and the rule that words its reason so; no rule for rivals."""
    if finding.verdict == "conflict":
        return RIVALS
    name = next(
        rule.name
        for rule in (*RULES, *READINGS)
        if rule.verdict == finding.verdict
        and finding.reason
        in (
            rule.reason.format(a=finding.values[0], b=finding.values[1]),
            f"both give {finding.values[0]}",
        )
    )
    return finding.verdict, name


def rivals(findings: Sequence[Finding]) -> Finding:
    """The only clash among what was found."""
    return only("conflict", findings)


def only(verdict: str, findings: Sequence[Finding]) -> Finding:
    (found,) = [f for f in findings if f.verdict == verdict]
    return found


RIVALS = ("conflict", "")
RIVAL = [RIVALS]
NOTHING: list[tuple[str, str]] = []
AGREE = [("agree", "one_number")]


def read(verdict: str, rule: str) -> list[tuple[str, str]]:
    """Rivals, and what the rule reads in them."""
    return [(verdict, rule), RIVALS]


AGENCY = "The head of the rescue service said that teams would go on looking for people all night."
AGENCY_NINE = dead(
    "A blast in a crowded street of the old harbour killed at least _nine people_ that morning.", 9
)
AGENCY_TWELVE = dead(
    "A blast in a busy street of the old harbour killed at least _twelve people_ that morning.", 12
)
NINE = dead("The blast killed _nine people_.", 9)
TWELVE = dead("The blast killed _twelve people_.", 12)


def unit(text: str, low: float, unit_: str, **more: str) -> Told:
    return counted(text, low, -1, {"unit": unit_, "role": "", "noun": "", **more})


def vague(text: str, low: float, high: float | None) -> Told:
    return counted(text, low, high, {"bound": "vague"})


def at_least(text: str, low: float) -> Told:
    return counted(text, low, None, {"bound": "at_least"})


def noun(text: str, low: float, noun_: str, role: str = "killed", scope: str = "") -> Told:
    return counted(text, low, -1, {"noun": noun_, "role": role, "scope": scope})


def over(text: str, low: float, span: str, first: str) -> Told:
    """A toll over a span of days."""
    told = dead(text, low)
    when = [make_when(span, first, role="since")]
    figure = dataclasses.replace(told.claim.figures[0], start=0)
    return Told(make_claim(told.claim.text, [figure], when))


def said(told: Told, speaker: str) -> Told:
    return Told(make_claim(told.claim.text, told.claim.figures, speaker=speaker))


def beside(told: Told, *others: Told) -> Told:
    """The same, with what else its article says after it."""
    return dataclasses.replace(told, after=tuple(other.claim for other in others))


def make_told(text: str) -> Told:
    return Told(make_claim(text))


def at(told: Told, *places: str) -> Told:
    """The same, tied to places."""
    happened = make_happening("kill", "it", "", places)
    return Told(make_claim(told.claim.text, told.claim.figures, (), places, happened))


def on(text: str, low: float, day: str) -> Told:
    """A toll of a named day."""
    told = dead(text, low)
    figure = dataclasses.replace(told.claim.figures[0], start=0)
    return Told(make_claim(told.claim.text, [figure], [make_when(day, "2021-03-02")]))


def injured(text: str, low: float, role: str = "injured") -> Told:
    return noun(text, low, "person", role)


def toll(low: float, text: str = "") -> Told:
    return dead(text or f"The blast killed _{low:.0f} people_.", low)


def children(low: float) -> Told:
    return noun(f"The blast killed _{low:.0f} children_.", low, "child")


SHOT = injured("Gunmen shot _nine people_.", 9, "shot")
HURT_NINE = injured("The blast hurt _nine people_.", 9)
HURT_TWELVE = injured("The blast hurt _twelve people_.", 12)
CHILDREN = children(4)

MILL_NINE = dead("The blast at the old paper mill killed _nine people_ on Monday night.", 9)
DAWN_NINE = dead("Rescuers had counted _nine dead men_ by dawn.", 9)
HARBOUR_FOUR = dead("Shells that fell on the fish harbour later killed _four people_ there.", 4)


def below(told: Told, *others: Told) -> Told:
    """The same, with what its article says before it."""
    return dataclasses.replace(told, before=tuple(other.claim for other in others))


CASES: dict[str, tuple[Told, Told, list[tuple[str, str]]]] = {
    # One number, or rivals.
    "rival tolls of one day": (NINE, TWELVE, RIVAL),
    "one toll": (NINE, dead("_Nine_ lost their lives.", 9), AGREE),
    "dozens and 31": (
        vague("The blast killed _dozens of people_.", 24, 99),
        dead("The blast killed _31 people_.", 31),
        AGREE,
    ),
    "up to 50 and 40": (
        counted("It killed _up to 50 people_.", 0, 50, {"bound": "at_most"}),
        dead("It killed _40 people_.", 40),
        AGREE,
    ),
    "up to 50 and 9: nowhere near its bound": (
        counted("It killed _up to 50 people_.", 0, 50, {"bound": "at_most"}), NINE, NOTHING,
    ),
    "dozens and 9: vague words are no rivals": (
        vague("The blast killed _dozens of people_.", 24, 99), NINE, NOTHING,
    ),
    "at least 58 and 70": (
        at_least("The blast killed _at least 58 people_.", 58),
        dead("The blast killed _70 people_.", 70),
        RIVAL,
    ),
    "more than 80 and 82": (
        counted("It killed _more than 80 people_.", 81, None, {"bound": "at_least"}),
        dead("It killed _82 people_.", 82),
        AGREE,
    ),
    "anybody is anybody": (
        NINE, noun("The blast killed _twelve civilians_.", 12, "civilian"), RIVAL,
    ),
    "killed is not injured": (
        NINE, noun("The blast hurt _twelve people_.", 12, "person", "injured"), NOTHING,
    ),
    "ages are another comparator's": (
        unit("He is _40 years_ old.", 40, "year", role="age"),
        unit("He is _41 years_ old.", 41, "year", role="age"),
        NOTHING,
    ),
    # no_rivals: what does not clash whatever the numbers.
    "one counted man": (dead("The blast killed _one man_.", 1), TWELVE, NOTHING),
    "two counted men do clash": (dead("The blast killed _two people_.", 2), NINE, RIVAL),
    "taken to hospital is no firm state": (
        noun("Medics treated _nine people_.", 9, "person", "treated"),
        noun("Medics treated _twelve people_.", 12, "person", "treated"),
        NOTHING,
    ),
    "shot people are firm": (
        noun("They shot _nine people_.", 9, "person", "shot"),
        noun("They shot _twelve people_.", 12, "person", "shot"),
        RIVAL,
    ),
    "the shot and the injured are the same people to outlets": (
        noun("They shot _nine people_.", 9, "person", "shot"),
        noun("They hurt _twelve people_.", 12, "person", "injured"),
        RIVAL,
    ),
    "the shot and the dead are not": (
        noun("They shot _nine people_.", 9, "person", "shot"), TWELVE, NOTHING,
    ),
    "kilometres and miles": (
        unit("The camp lies _18 km_ off.", 18, "kilometer"),
        unit("The camp lies _11 miles_ off.", 11, "mile"),
        AGREE,
    ),
    "distances a rounding apart": (
        unit("The camp lies _18 km_ off.", 18, "kilometer"),
        unit("The camp lies _20 km_ off.", 20, "kilometer"),
        NOTHING,
    ),
    "kilometres and tonnes": (
        unit("The camp lies _18 km_ off.", 18, "kilometer"),
        unit("The cargo weighs _18 tonnes_.", 18, "metric_ton"),
        NOTHING,
    ),
    # windows
    "a day and a month": (
        NINE,
        over("Blasts killed _30 people_ since 1 February.", 30, "since 1 February", "2021-02-01"),
        [("scope", "windows")],
    ),
    "a day and a span told by its length": (
        NINE,
        dead("In less than one month fighting has killed _30 people_.", 30),
        [("scope", "windows")],
    ),
    "a day and two days": (
        NINE, dead("In two days fighting has killed _30 people_.", 30), RIVAL,
    ),
    "the third blast in a month is one blast": (
        NINE, dead("The third blast in a month killed _30 people_.", 30), RIVAL,
    ),
    "an age is no span": (
        NINE, dead("The blast in a ten-year-old mill killed _30 people_.", 30), RIVAL,
    ),
    "who names the day counts for the day": (
        NINE, on("_30 people_ died on Tuesday after talks of four weeks.", 30, "Tuesday"), RIVAL,
    ),
    "a day and the two days to it": (
        NINE,
        over("It killed _12 people_ since Monday.", 12, "since Monday", "2021-03-01"),
        RIVAL,
    ),
    "two spans undated, from two days on": (
        dead("It killed _9 people_ since the truce ended.", 9),
        dead("It killed _30 people_ since the army entered Orsa.", 30),
        [("scope", "windows")],
    ),
    "one attack under two names": (
        dead("It killed _9 people_ since the attack on Orsa.", 9),
        dead("It killed _30 people_ since the bombing.", 30),
        RIVAL,
    ),
    "a day that may be that of what happened": (
        dead("It killed _9 people_ since Monday.", 9),
        dead("It killed _30 people_ since the truce ended.", 30),
        RIVAL,
    ),
    "who have since died": (
        dead("_9 people_ have since died.", 9),
        dead("_30 victims_ have since been buried.", 30),
        [("update", "revised"), ("conflict", "")],
    ),
    "two spans undated, from one day on": (
        dead("It killed _9 people_ since the truce ended.", 9),
        dead("It killed _30 people_ since a truce ended in Orsa.", 30),
        RIVAL,
    ),
    "a war has many names": (
        dead("It killed _9 people_ since the war began.", 9),
        dead("It killed _30 people_ since the start of the revolt.", 30),
        RIVAL,
    ),
    "two spans of one length": (
        over("It killed _9 people_ since 1 February.", 9, "since 1 February", "2021-02-01"),
        over("It killed _12 people_ since 2 February.", 12, "since 2 February", "2021-02-02"),
        RIVAL,
    ),
    # part
    "children among the dead": (
        NINE,
        noun("The blast killed _two children_.", 2, "child"),
        read("scope", "part"),
    ),
    "some of the dead": (
        NINE,
        noun("_Two_ of the crew were killed at sea.", 2, "person", scope="of the crew"),
        [("scope", "told_part")],
    ),
    "children told as some of the dead": (
        NINE,
        noun("It killed five, _two children_ of them.", 2, "child", scope="of five"),
        [("scope", "told_part")],
    ),
    "some of the dead, and more than the other's whole": (
        toll(3),
        noun("It killed ten, _four children_ of them.", 4, "child", scope="of ten"),
        RIVAL,
    ),
    "more workers than people": (toll(3), noun("_Nine workers_ died.", 9, "worker"), RIVAL),
    "some of the dead, and the other counts their kind alone": (
        children(4),
        noun("It killed ten, _two children_ of them.", 2, "child", scope="of ten"),
        read("scope", "part"),
    ),
    # both_told
    "two facts of one text": (
        beside(MILL_NINE, HARBOUR_FOUR), below(HARBOUR_FOUR, MILL_NINE), [("scope", "both_told")],
    ),
    "one of the two in other words": (
        beside(MILL_NINE, HARBOUR_FOUR), below(HARBOUR_FOUR, DAWN_NINE), RIVAL,
    ),
    "a part, and its article gives the whole": (
        NINE, beside(CHILDREN, dead("_Nine people_ died.", 9)), [("scope", "part_given_too")],
    ),
    "a part, and its article gives another whole": (
        NINE, beside(CHILDREN, dead("_Ten people_ died.", 10)), read("scope", "part"),
    ),
    "children and children": (
        noun("The blast killed _two children_.", 2, "child"),
        noun("The blast killed _four children_.", 4, "child"),
        RIVAL,
    ),
    # shot_dead
    "the shot, and those of them who live": (
        SHOT, beside(HURT_TWELVE, dead("_Two men_ died.", 2)), [("scope", "shot_dead")],
    ),
    "the dead beside two counts of the hurt": (
        HURT_NINE, beside(HURT_TWELVE, dead("_Two men_ died.", 2)), RIVAL,
    ),
    # unlike
    "the dead and the cattle": (
        NINE, noun("The blast killed _twelve goats_.", 12, "goat"), NOTHING,
    ),
    "a missing noun is that of the other": (
        NINE, noun("The blast killed _twelve_.", 12, ""), RIVAL,
    ),
    # growing
    "two lower bounds of a growing total": (
        at_least("The war has killed _at least 400 people_ so far this year.", 400),
        at_least("The war has killed _at least 430 people_ so far this year.", 430),
        [("agree", "growing")],
    ),
    # other_scale
    "a day's toll and a war's": (
        NINE, dead("In all _4,000 people_ were killed.", 4000), read("scope", "other_scale"),
    ),
    "not ten times": (NINE, dead("In all _80 people_ were killed.", 80), RIVAL),
    # cumulative
    "a year and an event": (
        Told(NINE.claim, published="2021-03-02"),
        dead("Daily, _twelve people_ are killed.", 12),
        read("scope", "cumulative"),
    ),
    # rest
    "another twelve": (
        NINE, dead("It killed _another twelve people_.", 12), read("scope", "rest"),
    ),
    "a further twelve": (
        NINE, dead("It killed a further _twelve people_.", 12), read("scope", "rest"),
    ),
    "more than twelve are no rest": (
        NINE, at_least("It killed _more than twelve people_.", 13), RIVAL,
    ),
    "as well as those counted": (
        NINE, dead("As well as the _two men_ it killed a dog.", 2), read("scope", "rest"),
    ),
    "another word elsewhere": (
        NINE, dead("On another bridge it killed _twelve people_.", 12), RIVAL,
    ),
    # narrower
    "those who died in hospital": (
        NINE, dead("_Two people_ died in hospital.", 2), read("scope", "narrower"),
    ),
    "both count them at the scene": (
        dead("_Nine people_ died at the scene.", 9),
        dead("_Two people_ died at the scene.", 2),
        RIVAL,
    ),
    # one_source
    "one source counts twice": (
        said(NINE, "Lind"), said(TWELVE, "LIND"), [("update", "one_source")],
    ),
    "two sources are rivals": (said(NINE, "Lind"), said(TWELVE, "Dahl"), RIVAL),
    "one source on a part and the whole": (
        said(NINE, "Lind"),
        said(noun("The blast killed _two children_.", 2, "child"), "Lind"),
        read("scope", "part"),
    ),
    # early
    "the lower is told as a first count": (
        beside(NINE, make_told("The toll is provisional.")),
        TWELVE,
        [("update", "early")],
    ),
    "the higher is expected to rise": (
        NINE, beside(TWELVE, make_told("The toll is provisional.")), RIVAL,
    ),
    # in_province
    "a town's dead and its province's": (
        dead("The blast killed _nine people_ in the town of Norland.", 9),
        dead("Raids killed _twelve people_ in Norland province.", 12),
        [("scope", "in_province")],
    ),
    "the town's dead are more": (
        dead("The blast killed _twelve people_ in the town of Norland.", 12),
        dead("Raids killed _nine people_ in Norland province.", 9),
        RIVAL,
    ),
    # since_start
    "all that a war has cost": (
        NINE,
        dead("Some _twelve people_ were killed since the beginning of the war.", 12),
        [("scope", "since_start")],
    ),
    # edited
    "one sentence of one text, brought up to date": (
        beside(AGENCY_NINE, make_told(AGENCY)),
        beside(AGENCY_TWELVE, make_told(AGENCY)),
        [("update", "edited")],
    ),
    "two texts that both tell so": (AGENCY_NINE, AGENCY_TWELVE, RIVAL),
    # summed
    "the sum of the other's parts": (
        NINE,
        beside(dead("The first killed _five people_ and", 5), dead("the second _four_.", 4)),
        [("scope", "summed")],
    ),
    "parts in two sentences": (
        NINE,
        beside(dead("The first killed _five people_.", 5), dead("The second killed _four_.", 4)),
        RIVAL,
    ),
    "the rest is part of another count": (
        NINE,
        beside(
            dead("It killed _five people_,", 5),
            noun("_four boys_ among them.", 4, "boy", scope="of five people"),
        ),
        RIVAL,
    ),
    "twice as many is no sum": (
        dead("The blast killed _five people_.", 5), dead("It killed _ten people_.", 10), RIVAL,
    ),
    "parts of another sum": (
        NINE,
        beside(dead("The first killed _five people_.", 5), dead("The second killed _three_.", 3)),
        RIVAL,
    ),
    # places
    "a town and its neighbour": (
        at(dead("It killed _nine people_ in Orsa.", 9), "Orsa"),
        at(dead("It killed _twelve people_ in Orsa and Vell.", 12), "Orsa", "Vell"),
        [("scope", "places")],
    ),
    "a town in its province": (
        at(dead("It killed _nine people_ in Orsa.", 9), "Orsa"),
        at(dead("It killed _twelve people_ in Orsa, Norland.", 12), "Orsa", "Norland"),
        RIVAL,
    ),
    "a town and the whole country": (
        at(dead("It killed _nine people_ in Orsa.", 9), "Orsa"),
        at(dead("Raids across the country killed _twelve people_.", 12)),
        [("scope", "places")],
    ),
    "the country's lower count": (
        at(dead("It killed _nine people_ in Orsa.", 9), "Orsa"),
        at(dead("Raids across the country killed _five people_.", 5)),
        RIVAL,
    ),
    # revised
    "a revised toll": (
        NINE, dead("The toll rose and _twelve people_ were dead.", 12), read("update", "revised"),
    ),
    "a rose is no rise": (
        NINE, dead("Near Rosengard _twelve people_ were dead.", 12), RIVAL,
    ),
    # one_outlet
    "one outlet, two articles": (
        dataclasses.replace(NINE, outlet="Daily Ember"),
        dataclasses.replace(TWELVE, outlet="Daily Ember"),
        read("update", "one_outlet"),
    ),
    "two outlets nobody names": (
        dataclasses.replace(NINE, outlet=""),
        dataclasses.replace(TWELVE, outlet=""),
        RIVAL,
    ),
    # attacker
    "the attacker's own death": (
        dataclasses.replace(NINE, after=(make_claim("The attacker then shot himself."),)),
        dead("The blast killed _ten people_.", 10),
        read("scope", "attacker"),
    ),
    "the gunman among the dead": (
        NINE,
        dead("_Ten people_ died, including the gunman.", 10),
        [("scope", "with_the_attacker")],
    ),
    # enumerated: more cases in ``test_facts_enumerated``
    "the dead among the hurt": (
        HURT_NINE, beside(injured("_Ten people_ were hurt.", 10), dead("_One man_ died.", 1)),
        [("scope", "with_the_dead")],
    ),
    "a string of attacks": (
        NINE, dead("_Twelve people_ died in a string of shootings.", 12),
        [("scope", "several_attacks")],
    ),
    "those told of after another": (
        NINE, dead("_Six other people_ were killed.", 6), [("scope", "added")],
    ),
    "the dead of two sides together": (
        noun("_Forty army and rebel fighters_ died.", 40, "fighter", "killed"),
        noun("_Nine rebels_ died.", 9, "rebel", "killed"),
        [("scope", "both_sides")],
    ),
    "those who have a name": (
        NINE, dead("_Six victims_ have been identified.", 6), [("scope", "with_names")],
    ),
    "a count taken back": (
        NINE, dead("Initial reports said _twelve people_ had died.", 12),
        [("update", "superseded")],
    ),
    "a toll going up": (
        TWELVE, dead("The army raised the toll to _nine people_ killed.", 9),
        [("update", "raising")],
    ),
    "a toll that had gone up the day after another gave more": (
        TWELVE,
        dead("The army raised the toll to _nine people_ killed.", 9, published="2021-03-03"),
        RIVAL,
    ),
    "two more are not the attacker": (
        dataclasses.replace(NINE, after=(make_claim("The attacker then shot himself."),)),
        dead("The blast killed _eleven people_.", 11),
        RIVAL,
    ),
    "one more, and no attacker died": (
        NINE, dead("The blast killed _ten people_.", 10), RIVAL,
    ),
    # risen
    "later and higher": (
        NINE, dataclasses.replace(TWELVE, published="2021-03-03"), read("update", "risen"),
    ),
    "later and higher, in either word for the same people": (
        noun("They shot _nine people_.", 9, "person", "shot"),
        Told(
            noun("They hurt _twelve people_.", 12, "person", "injured").claim,
            published="2021-03-03",
        ),
        read("update", "risen"),
    ),
    "later and lower": (
        TWELVE, dataclasses.replace(NINE, published="2021-03-03"), RIVAL,
    ),
    "later and more destroyed: no state that grows": (
        noun("It destroyed _nine houses_.", 9, "house", "destroyed"),
        Told(
            noun("It destroyed _twelve houses_.", 12, "house", "destroyed").claim,
            published="2021-03-03",
        ),
        RIVAL,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_rule(case: str) -> None:
    a, b, expected = CASES[case]
    found = compare(a, b)
    assert [told_by(f) for f in found] == expected
    if RIVALS in expected:
        readings = {rule.name for rule in READINGS} & rivals(found).signs
        assert readings == {name for _, name in expected if name}


def test_every_rule_that_speaks_has_a_case() -> None:
    told = {name for _, _, expected in CASES.values() for _, name in expected if name}
    assert told == {rule.name for rule in (*RULES, *READINGS) if rule.verdict is not None}


def built(text: str, low: float, **figure: str) -> Told:
    """Something counted or measured that nothing befell, of one hangar."""
    told = counted(text, low, -1, {"noun": "", "role": "", **figure})
    happened = make_happening("build", "", "a new hangar")
    return Told(make_claim(told.claim.text, told.claim.figures, happening=happened))


FIVE = dead("The first blast killed _five people_.", 5)
LIND_TWELVE = said(TWELVE, "Lind")

PADDING = (make_claim("It was a long day with little news and a cold wind on the moor. " * 10),) * 6
PADDED = [Told(claim) for claim in PADDING]

Both = tuple[Told, Told]
SIGNED: dict[str, tuple[list[Both], list[Both]]] = {
    "one_article": ([], [(NINE, TWELVE)]),  # of one: ``test_two_counts_of_one_article``
    "anybody": (
        [(NINE, TWELVE), (NINE, noun("It killed _twelve villagers_.", 12, "villager"))],
        [(NINE, CHILDREN), (NINE, noun("It killed _twelve_.", 12, ""))],
    ),
    "killed": ([(NINE, TWELVE)], [(HURT_NINE, HURT_TWELVE)]),
    "two_states": (
        [(SHOT, HURT_TWELVE), (HURT_TWELVE, injured("_Nine_ went in.", 9, "hospitalised"))],
        [(HURT_NINE, HURT_TWELVE)],
    ),
    "part_fits": (
        [(NINE, CHILDREN), (NINE, children(2))],
        [(CHILDREN, children(2)), (toll(3), CHILDREN), (NINE, TWELVE)],
    ),
    "part_larger": (
        [(toll(3), CHILDREN)], [(NINE, CHILDREN), (CHILDREN, children(2)), (NINE, TWELVE)],
    ),
    "roleless": (
        [(built("It has _nine doors_.", 9, noun="door"), built("_Six doors_.", 6, noun="door"))],
        [(NINE, TWELVE)],
    ),
    "measure": (
        [(built("It is _30 m_ long.", 30, unit="meter"), built("_45 m_.", 45, unit="meter"))],
        [(built("It has _nine doors_.", 9, noun="door"), built("_Six doors_.", 6, noun="door"))],
    ),
    "given_too": (
        [(NINE, beside(TWELVE, dead("_Nine people_ died at noon.", 9)))],
        [
            (NINE, TWELVE),
            (NINE, beside(TWELVE, HURT_NINE)),  # of another state
            (CHILDREN, beside(children(2), noun("It killed _four soldiers_.", 4, "soldier"))),
            (NINE, beside(TWELVE, at_least("_At least nine_ were killed.", 9))),
        ],
    ),
    "tops": (
        [(NINE, TWELVE), (NINE, beside(TWELVE, toll(3))), (NINE, beside(TWELVE, toll(4000)))],
        [(NINE, beside(TWELVE, toll(20))), (beside(NINE, toll(20)), beside(TWELVE, toll(20)))],
    ),
    "one_top": (
        [(NINE, beside(TWELVE, toll(20)))],
        [
            (NINE, beside(TWELVE, toll(4000))),  # a war's toll
            (NINE, beside(TWELVE, injured("It hurt _20 people_.", 20))),
            (beside(NINE, toll(20)), beside(TWELVE, toll(20))),
        ],
    ),
    "firsts": (
        [(NINE, TWELVE), (NINE, beside(TWELVE, toll(20))), (NINE, below(TWELVE, TWELVE))],
        [(NINE, below(TWELVE, toll(20))), (below(NINE, toll(20)), below(TWELVE, toll(20)))],
    ),
    "one_first": (
        [(NINE, below(TWELVE, toll(20)))],
        [(NINE, beside(TWELVE, toll(20))), (below(NINE, toll(20)), below(TWELVE, toll(20)))],
    ),
    "scoped": (
        [(NINE, noun("In Orsa _12 people_ were killed.", 12, "person", scope="in Orsa"))],
        [(NINE, TWELVE)],
    ),
    "mixed": (
        [(NINE, dead("The blast killed _12 men and women_.", 12))],
        [(NINE, dead("The blast killed _12 people_ and hurt others.", 12))],
    ),
    "third": ([(NINE, TWELVE)], [(NINE, toll(13))]),
    "later": (
        [(NINE, dataclasses.replace(TWELVE, published="2021-03-05"))],
        [(NINE, TWELVE), (NINE, dataclasses.replace(TWELVE, published=""))],
    ),
    "bounded": (
        [(at_least("It killed _at least 58 people_.", 58), toll(70))], [(toll(58), toll(70))],
    ),
    "voices": (
        [(said(NINE, "Dahl"), LIND_TWELVE)],
        [(NINE, LIND_TWELVE), (NINE, TWELVE)],
    ),
    "same_voice": (
        [(said(NINE, "Lind"), said(CHILDREN, "LIND"))],
        [(NINE, LIND_TWELVE), (said(NINE, "Dahl"), LIND_TWELVE), (NINE, TWELVE)],
    ),
    "crossed": (
        [(beside(NINE, HURT_TWELVE), beside(TWELVE, HURT_NINE))],
        [
            (beside(NINE, HURT_NINE), beside(TWELVE, HURT_TWELVE)),
            (beside(NINE, HURT_NINE), beside(TWELVE, HURT_NINE)),
            (beside(NINE, HURT_TWELVE), TWELVE),
            (beside(NINE, *PADDED, HURT_TWELVE), beside(TWELVE, HURT_NINE)),  # far below
        ],
    ),
    "copied": (
        [(beside(NINE, *PADDED), beside(TWELVE, *PADDED))],
        [(beside(NINE, *PADDED), TWELVE), (NINE, TWELVE)],
    ),
    "one_wording": ([(NINE, TWELVE)], []),
    "retold": (
        [(MILL_NINE, beside(HARBOUR_FOUR, MILL_NINE))],
        [(MILL_NINE, HARBOUR_FOUR), (MILL_NINE, beside(HARBOUR_FOUR, DAWN_NINE))],
    ),
    "rest_told": (
        [(NINE, beside(dead("It killed _five people_.", 5), dead("One more killed _four_.", 4)))],
        [
            (NINE, beside(dead("It killed _five people_.", 5), dead("_Three_ died.", 3))),
            (NINE, dead("It killed _eight people_.", 8)),
        ],
    ),
    "raised": (
        [
            (NINE, beside(TWELVE, make_told("The monitor later said so."))),
            (NINE, below(TWELVE, make_told("It raised the death toll."))),
        ],
        [
            (beside(NINE, make_told("The monitor later said so.")), TWELVE),
            (NINE, beside(TWELVE, *PADDED, make_told("The monitor later said so."))),
        ],
    ),
    "elsewhere": (
        [
            (
                below(NINE, at(dead("Orsa burns, _five_ died.", 5), "Orsa")),
                at(dead("In Mora _twelve_ were killed.", 12), "Mora"),
            )
        ],
        [(NINE, at(dead("In Mora _twelve_ were killed.", 12), "Mora"))],
    ),
    "off_by_one": ([(NINE, toll(10))], [(NINE, toll(11))]),
    "few": ([(NINE, toll(2))], [(NINE, toll(3))]),
    "many": ([(toll(1200), toll(1500))], [(toll(900), toll(1500))]),
}  # fmt: skip
"""Sign: pairs of rivals that have it, and its false friends, rivals too, that have it not."""


@pytest.mark.parametrize(("sign", "pair", "has"), signed(SIGNED))
def test_sign(sign: str, pair: Both, has: bool) -> None:
    assert (sign in rivals(compare(*pair)).signs) is has


def test_two_counts_of_one_article() -> None:
    first, second = make_views((make_article("a"), (NINE.claim, TWELVE.claim)))
    assert "one_article" in rivals(compared(compare_figures, first, second)).signs


def test_claims_told_in_other_words_have_not_one_wording() -> None:
    assert "one_wording" not in rivals(compare(NINE, TWELVE, likeness=0.79)).signs


def test_every_sign_has_a_case() -> None:
    assert set(SIGNED) == set(SIGNS)


DOZENS = vague("The blast killed _dozens of people_.", 24, 99)
VILLAGERS = noun("It killed _nine villagers_.", 9, "villager")
AGREED: dict[str, tuple[list[Both], list[Both]]] = {
    "near": ([(NINE, NINE)], [(DOZENS, toll(31))]),
    "equal": ([(NINE, NINE)], [(DOZENS, toll(31)), (DOZENS, DOZENS)]),
    "vague": ([(DOZENS, toll(31))], [(NINE, NINE)]),
    "bounded": ([(DOZENS, toll(31))], [(NINE, NINE)]),
    "single": ([(toll(1), toll(1))], [(toll(2), toll(2))]),
    "few": ([(toll(3), toll(3))], [(toll(4), toll(4))]),
    "many": ([(toll(10), toll(10))], [(NINE, NINE)]),
    "great": ([(toll(1000), toll(1000))], [(toll(900), toll(900))]),
    "two_states": (
        [(noun("They shot _nine people_.", 9, "person", "shot"), HURT_NINE)],
        [(HURT_NINE, HURT_NINE)],
    ),
    "roleless": (
        [(built("It has _nine doors_.", 9, noun="door"), built("_Nine doors_.", 9, noun="door"))],
        [(NINE, NINE)],
    ),
    "same_noun": ([(NINE, NINE)], [(NINE, VILLAGERS)]),
    "scoped": (
        [(NINE, noun("In Orsa _nine people_ were killed.", 9, "person", scope="in Orsa"))],
        [(NINE, NINE)],
    ),
    "part": ([(NINE, noun("It killed _nine children_.", 9, "child"))], [(NINE, VILLAGERS)]),
    "cumulative": ([(NINE, dead("The war has killed _nine people_ so far.", 9))], [(NINE, NINE)]),
    "windows": ([(NINE, dead("In less than a month _nine people_ died.", 9))], [(NINE, NINE)]),
    "tops": ([(NINE, NINE)], [(NINE, beside(NINE, toll(20)))]),
    "one_top": (
        [(NINE, beside(NINE, toll(20)))],
        [(NINE, NINE), (beside(NINE, toll(20)), beside(NINE, toll(20)))],
    ),
    "elsewhere": (
        [
            (
                below(NINE, at(dead("Orsa burns, _five_ died.", 5), "Orsa")),
                at(dead("In Mora _nine_ were killed.", 9), "Mora"),
            )
        ],
        [(NINE, at(dead("In Mora _nine_ were killed.", 9), "Mora"))],
    ),
    "apart": (
        [
            (
                at(dead("In Orsa _nine_ were killed.", 9), "Orsa"),
                at(dead("In Mora _nine_ were killed.", 9), "Mora"),
            )
        ],
        [(NINE, at(dead("In Mora _nine_ were killed.", 9), "Mora"))],
    ),
}  # fmt: skip
"""Sign: pairs of figures that can be one number and have it, and such that have it not."""


@pytest.mark.parametrize(("sign", "pair", "has"), signed(AGREED))
def test_sign_of_an_agreement(sign: str, pair: Both, has: bool) -> None:
    assert (sign in only("agree", compare(*pair)).signs) is has


def test_every_sign_of_an_agreement_has_a_case() -> None:
    assert set(AGREED) == set(AGREEING)


def test_what_has_neither_state_nor_participants_in_common_is_not_compared() -> None:
    six = built("It has _six doors_.", 6, noun="door")
    nine = counted("It has _nine doors_.", 9, -1, {"noun": "door", "role": ""})
    assert rivals(compare(six, built("It has _nine doors_.", 9, noun="door")))
    assert compare(six, nine) == []
    assert compare(six, built("It has _nine doors_.", 9, noun="door"), likeness=0.6) == []
    assert compare(six, built("It has _nine gates_.", 9, noun="gate")) == []
    hurt = built("Medics saw _six people_.", 6, noun="person", role="treated")
    assert rivals(compare(hurt, built("They saw _nine people_.", 9, noun="person", role="treated")))
    villagers = built("They saw _nine villagers_.", 9, noun="villager", role="treated")
    assert compare(hurt, villagers) == []


def test_outlets_round_a_measure_each_in_its_way() -> None:
    eighteen = built("It is _18 km_ long.", 18, unit="kilometer")
    assert compare(eighteen, built("It is _20 km_ long.", 20, unit="kilometer")) == []
    assert rivals(compare(eighteen, built("It is _25 km_ long.", 25, unit="kilometer")))


def test_two_counts_of_one_article_are_no_two_articles_of_one_outlet() -> None:
    one, two = said(toll(9), "Dahl").claim, said(toll(12), "Lind").claim
    a, b = make_view(one, after=[two]), make_view(two, before=[one])
    found = compared(compare_figures, a, b, 1.0)
    assert [told_by(f) for f in found] == RIVAL
    assert "one_outlet" not in rivals(found).signs


def test_two_counts_of_one_article_are_no_reprint() -> None:
    one, two = said(MILL_NINE, "Dahl").claim, said(HARBOUR_FOUR, "Lind").claim
    a, b = make_view(one, after=[two]), make_view(two, before=[one])
    found = compared(compare_figures, a, b, 1.0)
    assert [told_by(f) for f in found] == RIVAL
    assert "retold" not in rivals(found).signs


def test_the_number_given_by_another_voice_is_a_dispute_and_is_not_given_too() -> None:
    lind, dahl = said(toll(12), "Lind"), said(dead("Dahl counted _9 dead_.", 9), "Dahl")
    assert "given_too" not in rivals(compare(NINE, beside(lind, dahl))).signs
    again = said(dead("Lind also counts _9 dead_.", 9), "Lind")
    assert "given_too" in rivals(compare(NINE, beside(lind, again))).signs


def test_the_source_may_tell_of_the_change() -> None:
    changed = [told_by(f) for f in compare(said(toll(9), "an earlier report"), TWELVE)]
    assert changed == RIVAL  # the speaker's name is no word of the sentence
    told = make_claim("9 died.", [make_figure("9", 9)])
    article = make_article("a")
    framed = make_view(told, article, after=[make_claim("he said in a new toll, 9.")])
    full = dataclasses.replace(
        framed, article=dataclasses.replace(article, text="9 died, he said in a new toll.")
    )
    other = TWELVE.view("b")
    found = compared(compare_figures, full, other)
    assert [told_by(f) for f in found] == read("update", "revised")


def late(told: Told) -> Told:
    """The same, far down in its article."""
    return dataclasses.replace(told, before=PADDING)


@pytest.mark.parametrize(
    ("a", "b", "tied", "untied"),
    [
        (NINE, TWELVE, RIVAL, RIVAL),
        # What is read in two numbers wants one happening; the number alone ties enough to agree.
        (NINE, CHILDREN, read("scope", "part"), RIVAL),
        (NINE, toll(4000), read("scope", "other_scale"), RIVAL),
        (NINE, NINE, AGREE, AGREE),
        (SHOT, HURT_NINE, AGREE, AGREE),
        (
            unit("It lies _18 km_ off.", 18, "kilometer"),
            unit("It is _18 km_ away.", 18, "kilometer"),
            AGREE,
            NOTHING,
        ),
    ],
)
def test_ties(a: Told, b: Told, tied: list[tuple[str, str]], untied: list[tuple[str, str]]) -> None:
    assert [told_by(f) for f in compare(late(a), late(b), 0.6, 0.75)] == tied
    assert [told_by(f) for f in compare(late(a), late(b), 0.6, 0.65)] == untied


def test_a_sign_is_set_whether_or_not_the_two_are_tied() -> None:
    assert "part" in rivals(compare(late(NINE), late(CHILDREN), 0.4, 0.3)).signs


def test_two_figures_of_a_claim_that_meet_leave_the_others_alone() -> None:
    both = [make_figure("nine", 9), make_figure("twelve", 12)]
    a = Told(make_claim("First nine, then twelve people were dead.", both))
    b = Told(make_claim("Dead were nine, and in all twelve.", both))
    assert [told_by(f) for f in compare(a, b)] == AGREE * 2
    assert [told_by(f) for f in compare(a, NINE)] == AGREE
    found = compare(a, dead("It killed _twenty people_.", 20))
    assert [f.verdict for f in found] == ["conflict", "conflict"]


def test_a_part_of_a_sum_is_not_held_against_what_the_sum_is_nearer_to() -> None:
    told = [
        make_figure("30 guards and 39 rebels", 69),
        make_figure("30 guards", 30, noun="guard"),
        make_figure("39 rebels", 39, noun="rebel"),
    ]
    summed = Told(make_claim("It killed 30 guards and 39 rebels.", told))
    assert rivals(compare(toll(75), summed)).values == ("75 people killed", "69 people killed")
    near = rivals(compare(noun("It killed _36 rebels_.", 36, "rebel"), summed))
    assert near.values == ("36 rebels killed", "39 rebels killed")


def test_figures_of_two_states_that_meet_leave_each_other_alone() -> None:
    """Three hurt and five in hospital are one state to outlets, and no rivals of each other."""
    figures = [
        make_figure("at least three", 3, None, role="injured", bound="at_least"),
        make_figure("five", 5, role="hospitalised"),
    ]
    told = Told(make_claim("It hurt at least three, and five were taken in.", figures))
    assert [told_by(f) for f in compare(told, told)] == AGREE * 2


@pytest.mark.parametrize("claim", [make_claim("Nobody counted."), TWELVE.claim])
def test_without_figures_there_is_nothing(claim: Claim) -> None:
    assert compare(Told(claim), Told(make_claim("It burned."))) == []


def mirrored(found: Sequence[Finding]) -> set[object]:
    """What was found, its values exchanged; what is told of them may put either first."""
    return {(f.verdict, f.kind, f.values[::-1], f.weight, f.signs) for f in found}


def plain(found: Sequence[Finding]) -> set[object]:
    return {(f.verdict, f.kind, f.values, f.weight, f.signs) for f in found}


@st.composite
def figures(draw: st.DrawFn, text: str) -> Figure:
    low = draw(st.sampled_from([0, 1, 2, 9, 10, 12, 58, 100, 4000]))
    bound = draw(st.sampled_from(get_args(Bound)))
    more = draw(st.sampled_from([0, 5, None])) if bound != "exact" else 0
    scale = draw(st.sampled_from(["", "", "", "kilometer", "mile"]))
    return make_figure(
        text,
        low,
        None if more is None else low + more,
        noun="" if scale else draw(st.sampled_from(["", "person", "civilian", "child", "goat"])),
        role="" if scale else draw(st.sampled_from(["", "killed", "injured", "shot", "treated"])),
        unit=scale,
        scope=draw(st.sampled_from(["", "", "of the dead", "in Orsa", "foreign"])),
        bound=bound,
    )


FRAMES = ("", "The toll rose.", "In the long war.", "At the scene.", "He shot himself.", "Another")


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    marks = [f"#{i}" for i in range(draw(st.integers(1, 2)))]
    found = [draw(figures(mark)) for mark in marks]
    text = f"{draw(st.sampled_from(FRAMES))} {' or '.join(marks)}: of what was built."
    when = [make_when("what", "2021-02-01", role="since")] if draw(st.booleans()) else []
    happened = make_happening("build", "", draw(st.sampled_from(["", "a new hangar"])))
    speaker = draw(st.sampled_from(["", "", "Lind", "Dahl"]))
    return make_claim(text, found, when, (), happened, speaker)


@st.composite
def sides(draw: st.DrawFn) -> Told:
    return Told(
        draw(claims()),
        published=draw(st.sampled_from(["", "2021-03-02", "2021-03-05"])),
        outlet=draw(st.sampled_from([None, "Daily Ember"])),
        before=tuple(draw(st.lists(claims(), max_size=1))),
        after=tuple(draw(st.lists(claims(), max_size=1))),
    )


@given(sides(), sides(), st.sampled_from([0.3, 0.9]), st.sampled_from([0.3, 0.72, 0.95]))
def test_the_order_of_the_claims_does_not_matter(
    a: Told, b: Told, story: float, likeness: float
) -> None:
    assert plain(compare(a, b, story, likeness)) == mirrored(compare(b, a, story, likeness))


def test_nor_does_it_of_one_number_in_two_units() -> None:
    near, far = (
        Told(make_claim(f"{before}A wall of 2 {unit}.", [make_figure(f"2 {unit}", 2, unit=unit)]))
        for before, unit in (("", "kilometer"), ("The toll rose. ", "mile"))
    )
    told, back = compare(near, far, 0.3, 0.72), compare(far, near, 0.3, 0.72)
    assert plain(told) == mirrored(back)


@pytest.mark.parametrize("case", CASES)
def test_nor_does_it_in_any_case(case: str) -> None:
    a, b, _ = CASES[case]
    assert plain(compare(a, b)) == mirrored(compare(b, a))


@given(sides())
def test_a_claim_told_again_by_another_outlet_never_clashes_with_itself(told: Told) -> None:
    assert {f.verdict for f in compare(told, told)} <= {"agree"}


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (make_figure("12", 12), "12 people killed"),
        (make_figure("12", 12, scope="in Orsa"), "12 people killed"),  # compared without its scope
        (make_figure("at least 58", 58, None), "58 or more people killed"),
        (make_figure("40 km", 40, unit="kilometer", noun="", role=""), "40 kilometers"),
        (make_figure("40", 40, unit="year", noun="boy", role="age"), "40 years old"),
    ],
)
def test_value(figure: Figure, expected: str) -> None:
    assert value(figure) == expected


def test_what_is_only_feared_or_planned_is_no_count() -> None:
    said = dead("The fire killed _40 people_.", 40, 40)
    feared = dead("The fire may have killed _90 people_.", 90, 90)
    assert rivals(compare(said, feared))
    unsure = dataclasses.replace(
        feared, claim=dataclasses.replace(feared.claim, modality="possible")
    )
    assert compare(said, unsure) == compare(unsure, said) == []


@pytest.mark.parametrize(
    ("a", "b", "signs", "reason"),
    [
        (NINE, NINE, {"equal", "near", "same_noun"}, "both give 9 people killed"),
        (
            dead("It killed _4,870 people_.", 4870),
            counted("It killed _nearly 5,000 people_.", 4500, 5000, {"bound": "about"}),
            {"near", "many", "great"},
            "can be one number",
        ),
        (
            vague("The blast killed _dozens of people_.", 24, 99),
            dead("It killed _31 people_.", 31),
            {"vague", "many"},
            "can be one number",
        ),
    ],
)
def test_what_one_number_says_of_itself(a: Told, b: Told, signs: set[str], reason: str) -> None:
    (found,) = compare(a, b)
    assert found.verdict == "agree"
    assert reason in found.reason
    assert found.signs >= signs
    assert ("near" in found.signs) is ("near" in signs)


def test_a_count_of_each_side_is_not_that_of_both() -> None:
    each = noun("It killed _9 fighters on each side_.", 9, "fighter", scope="on each side")
    alike = noun("It killed _9 fighters on either side_.", 9, "fighter", scope="on either side")
    both = noun("It killed _9 fighters_.", 9, "fighter")
    assert [told_by(f) for f in compare(each, both)] == read("scope", "part")
    assert [told_by(f) for f in compare(each, alike)] == AGREE
    hundreds = vague("It killed _hundreds_.", 200, 1999)
    more = counted(
        "It killed _more than 1000 fighters on each side_.", 1001, None,
        {"noun": "fighter", "bound": "at_least", "scope": "on each side"},
    )  # fmt: skip
    assert compare(hundreds, more) == []
