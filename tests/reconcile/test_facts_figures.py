"""Every rule on figures: a case that it decides, and its false friend that it leaves alone."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import pytest

from claims.records import Claim, Figure
from corpus.records import Article
from reconcile.alignment import align
from reconcile.facts.figures import RULES, compare_figures, value
from reconcile.findings import Finding
from reconcile.views import View
from tests.conftest import (
    make_article,
    make_claim,
    make_figure,
    make_happening,
    make_view,
    make_when,
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
    return list(compare_figures(first, second, align(first, second, story, likeness)))


def told_by(finding: Finding) -> tuple[str, str]:
    """The verdict and the rule that words its reason so; no rule for rivals."""
    if finding.verdict == "conflict":
        return RIVALS
    name = next(
        rule.name
        for rule in (*RULES, *READINGS)
        if rule.verdict == finding.verdict
        and rule.reason.format(a=finding.values[0], b=finding.values[1]) == finding.reason
    )
    return finding.verdict, name


def rivals(findings: Sequence[Finding]) -> Finding:
    """The only clash among what was found."""
    (found,) = [f for f in findings if f.verdict == "conflict"]
    return found


RIVALS = ("conflict", "")
RIVAL = [RIVALS]
NOTHING: list[tuple[str, str]] = []
AGREE = [("agree", "one_number")]


def read(verdict: str, rule: str) -> list[tuple[str, str]]:
    """Rivals, and what the rule reads in them."""
    return [(verdict, rule), RIVALS]


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


CASES: dict[str, tuple[Told, Told, list[tuple[str, str]]]] = {
    # One number, or rivals.
    "rival tolls of one day": (NINE, TWELVE, RIVAL),
    "one toll": (NINE, dead("_Nine_ lost their lives.", 9), AGREE),
    "dozens and 31": (
        vague("The blast killed _dozens of people_.", 24, 99),
        dead("The blast killed _31 people_.", 31),
        AGREE,
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
    "shot birds are not": (
        noun("They shot _nine birds_.", 9, "bird", "shot"),
        noun("They shot _twelve birds_.", 12, "bird", "shot"),
        NOTHING,
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
        read("scope", "windows"),
    ),
    "a day and the two days to it": (
        NINE,
        over("It killed _12 people_ since Monday.", 12, "since Monday", "2021-03-01"),
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
        noun("_Two_ of the dead were killed at sea.", 2, "person", scope="of the dead"),
        read("scope", "part"),
    ),
    "children and children": (
        noun("The blast killed _two children_.", 2, "child"),
        noun("The blast killed _four children_.", 4, "child"),
        RIVAL,
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
        at_least("The war has killed _at least 450 people_ so far this year.", 450),
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
#####REST


@pytest.mark.parametrize("case", CASES)
def test_rule(case: str) -> None:
    a, b, expected = CASES[case]
    assert decided(compare(a, b)) == expected


@pytest.mark.parametrize("case", CASES)
def test_rules_do_not_depend_on_the_order_of_the_claims(case: str) -> None:
    a, b, _ = CASES[case]
    there, back = compare(a, b), compare(b, a)
    assert decided(there) == decided(back)
    assert [f.values for f in there] == [f.values[::-1] for f in back]
    assert [f.weight for f in there] == [f.weight for f in back]


def test_every_rule_has_a_case() -> None:
    told = {name for _, _, (_, name) in CASES.values() if name}
    speaking = {rule.holds.__name__ for rule in RULES if rule.verdict is not None}
    assert told == speaking


def named(told: Told, *names: str) -> Told:
    old = told.claim
    text = f"{old.text} This was in {' and '.join(names)}."
    return dataclasses.replace(told, claim=make_claim(text, old.figures, old.when, names))


PADDING = (make_claim("It was a long day with little news and a cold wind on the moor. " * 10),) * 6


def late(told: Told) -> Told:
    """The same, far down in its article."""
    return dataclasses.replace(told, before=PADDING)


def on(told: Told, iso: str) -> Told:
    old = told.claim
    when = [make_when("that day", iso)]
    text = f"{old.text} It was that day."
    return dataclasses.replace(told, claim=make_claim(text, old.figures, when))


@pytest.mark.parametrize(
    ("a", "b", "story", "likeness", "tied"),
    [
        (NINE, TWELVE, 0.9, 0.3, True),  # both lead their articles
        (NINE, TWELVE, 0.7, 0.3, False),  # but not surely of one story
        (NINE, late(TWELVE), 0.9, 0.3, False),
        (late(NINE), late(TWELVE), 0.6, 0.75, True),  # alike
        (late(NINE), late(TWELVE), 0.6, 0.65, False),
        (late(NINE), late(TWELVE), 0.4, 0.75, False),
        (late(on(NINE, "2021-03-01")), late(on(TWELVE, "2021-03-01")), 0.9, 0.3, True),
        (late(on(NINE, "2021-03-01")), late(on(TWELVE, "2021-03-01")), 0.7, 0.3, False),
        (late(on(NINE, "2021-03-01")), late(on(TWELVE, "2021-02-21")), 0.9, 0.3, False),
        (late(named(NINE, "Orsa")), late(named(TWELVE, "Orsa")), 0.3, 0.3, True),
        (late(named(NINE, "Orsa")), late(named(TWELVE, "Mora")), 0.9, 0.9, False),
        (named(NINE, "Orsa"), named(TWELVE, "Mora"), 0.9, 0.9, False),  # other names part them
    ],
)
def test_ties(a: Told, b: Told, story: float, likeness: float, tied: bool) -> None:
    assert decided(compare(a, b, story, likeness)) == (CONFLICT if tied else NOTHING)


def test_one_and_the_same_number_needs_no_tie() -> None:
    assert decided(compare(late(NINE), late(NINE), 0.4, 0.3)) == AGREE


def test_another_attack_of_the_article_is_not_compared() -> None:
    aside = dead("Elsewhere, a blast killed _twelve people_.", 12)
    assert compare(NINE, aside) == []


def test_another_attack_at_the_same_place_is() -> None:
    def placed(text: str, low: float) -> Told:
        told = dead(text, low)
        happened = make_happening("explode", places=["Orsa"])
        return Told(make_claim(told.claim.text, told.claim.figures, (), ["Orsa"], happened))

    there = placed("Meanwhile in Orsa _twelve people_ died.", 12)
    assert decided(compare(placed("In Orsa _nine people_ died.", 9), there)) == CONFLICT


def disputing(first: str, second: str, likeness: float, text: str = "It killed") -> list[Finding]:
    """Two claims of one article."""
    one = make_claim("It killed 9 people.", [make_figure("9 people", 9)], speaker=first)
    two = make_claim(f"{text} 12 people.", [make_figure("12 people", 12)], speaker=second)
    a = make_view(one, after=[two])
    b = make_view(two, before=[one])
    return list(compare_figures(a, b, align(a, b, 1.0, likeness)))


@pytest.mark.parametrize(
    ("first", "second", "likeness", "text", "clash"),
    [
        ("Nora Lind", "Per Dahl", 0.8, "It killed", True),
        ("Nora Lind", "NORA LIND", 0.8, "It killed", False),  # her own two counts
        ("Nora Lind", "", 0.8, "It killed", False),  # the outlet goes on in its own voice
        ("Nora Lind", "Per Dahl", 0.5, "It killed", False),
        ("Nora Lind", "Per Dahl", 0.8, "Elsewhere it killed", False),
    ],
)
def test_in_one_article_two_speakers_may_dispute(
    first: str, second: str, likeness: float, text: str, clash: bool
) -> None:
    assert decided(disputing(first, second, likeness, text)) == (CONFLICT if clash else NOTHING)


def test_rivals_that_the_other_article_reports_from_two_speakers_stay_rivals() -> None:
    lind = make_claim("Lind counted 12 dead.", [make_figure("12 dead", 12)], speaker="Lind")
    dahl = make_claim("Dahl counted 9 dead.", [make_figure("9 dead", 9)], speaker="Dahl")
    again = make_claim("Lind also counts 9 dead.", [make_figure("9 dead", 9)], speaker="Lind")
    assert decided(compare(NINE, Told(lind, after=(dahl,)))) == CONFLICT
    assert decided(compare(NINE, Told(lind, after=(again,)))) == ("scope", "_both_in_one")


def test_the_source_may_tell_of_the_change() -> None:
    said = make_claim("9 died.", [make_figure("9", 9)], speaker="an earlier report")
    assert decided(compare(Told(said), TWELVE)) == ("update", "_revised")
    said = make_claim("9 died.", [make_figure("9", 9)], speaker="an early riser")
    assert decided(compare(Told(said), TWELVE)) == CONFLICT


def test_two_figures_of_a_claim_that_meet_leave_the_others_alone() -> None:
    both = [make_figure("nine", 9), make_figure("twelve", 12)]
    a = Told(make_claim("First nine, then twelve people were dead.", both))
    b = Told(make_claim("Dead were nine, and in all twelve.", both))
    found = compare(a, b)
    assert {f.verdict for f in found} == {"agree"}
    assert len(found) == 2
    assert {f.verdict for f in compare(a, NINE)} == {"agree"}
    assert {f.verdict for f in compare(a, dead("It killed _twenty people_.", 20))} == {"conflict"}


@pytest.mark.parametrize("claim", [make_claim("Nobody counted."), TWELVE.claim])
def test_without_figures_there_is_nothing(claim: Claim) -> None:
    assert compare(Told(claim), Told(make_claim("It burned."))) == []


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
