"""The question at the head of a dispute: what sides share is in it, what they do not is not."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest

from claims.records import Claim, Figure, Happening, Kind, Name, When
from corpus.records import Article
from reports.asking import ask, case_of, measured

Make = Callable[[str], Claim]


@pytest.fixture
def say(make_article: Callable[..., Article], make_claim: Callable[..., Claim]) -> Callable:
    """A claim that is the whole of an article, with names, a day and a happening."""
    number = 0

    def made(
        text: str,
        names: tuple[str, ...] = (),
        day: str = "",
        sense: str = "",
        patient: str = "",
        agent: str = "",
    ) -> Claim:
        nonlocal number
        number += 1
        claim = make_claim(f"c{number}", make_article(f"a{number}", "Post", None, text), text)
        held = tuple(
            Name(n, text.index(n), text.index(n) + len(n), n.removeprefix("the ")) for n in names
        )
        when = (When("then", 0, 4, day, day, "absolute", "event"),) if day else ()
        happened = Happening(sense, 0, 1, agent, patient, ()) if sense else None
        fields = {f: getattr(claim, f) for f in Claim.__slots__}
        return Claim(**(fields | {"names": held, "when": when, "happening": happened}))

    return made


def figure(noun: str, role: str = "killed", unit: str = "") -> Figure:
    return Figure("9", 0, 1, 9, 9, noun, unit, role, "", "exact")


def asked(kind: Kind | None, *sides: list[Claim], figures: tuple[Figure, ...] = ()) -> str:
    return ask(kind, sides, figures, case_of(claim for side in sides for claim in side))


@pytest.mark.parametrize(
    "figures, expected",
    [
        ((figure("person"), figure("person")), "How many people were killed?"),
        ((figure("trader"), figure("trader")), "How many traders were killed?"),
        # Words of one party for the other are not the question's.
        ((figure("terrorist"), figure("rebel")), "How many fighters were killed?"),
        ((figure("terrorist"), figure("terrorist")), "How many fighters were killed?"),
        ((figure("civilian"), figure("civilian")), "How many civilians were killed?"),
        ((figure("civilian"), figure("person")), "How many people were killed?"),
        ((figure("body"),), "How many people were killed?"),
        ((figure("child"), figure("student")), "How many people were killed?"),
        ((figure("person", "fled"),), "How many people fled?"),
        ((figure("person", "casualty"),), "How many people were killed or hurt?"),
        ((figure("rocket", "fired"),), "How many rockets were fired?"),
        ((figure("", "", "kilometer"),), "How many kilometers?"),
        ((figure("voter", "", "percent"),), "What share of voters?"),
        ((figure("", "", "EUR"),), "How much money (EUR)?"),
        ((figure("tent", ""),), "How many tents?"),
    ],
)
def test_what_is_counted(figures: tuple[Figure, ...], expected: str, say: Callable) -> None:
    sides = [say("It is so.")], [say("It is not.")]
    assert asked("figure", *sides, figures=figures) == expected


@pytest.mark.parametrize(
    "one, other, expected",
    [
        (("A fire killed 9.",), ("The blaze killed 8.",), " in the fire"),
        # Fire from guns is no fire.
        (("They opened fire and killed 9.",), ("Under fire 8 died.",), ""),
        # Nor is one who puts fires out.
        (("The fire chief said 9 died.",), ("The fire service counts 8.",), ""),
        (("Air strikes killed 9.",), ("Warplanes killed 8.",), " in the air strikes"),
        # Only one side tells of a crash.
        (("A crash killed 9.",), ("8 died.",), ""),
        (("9 died in Varsta.", ("Varsta",)), ("In Varsta 8 died.", ("Varsta",)), " in Varsta"),
        (("9 died in Varsta.", ("Varsta",)), ("In Osten 8 died.", ("Osten",)), ""),
        # A name before another noun names no place.
        (("9 died in Varsta raids.", ("Varsta",)), ("8 Varsta men died.", ("Varsta",)), ""),
        (("9 died.", (), "2031-05-03"), ("8 died.", (), "2031-05-03"), " on 3 May 2031"),
        (("9 died.", (), "2031-05-03"), ("8 died.", (), "2031-05-09"), " in May 2031"),
        (("9 died.", (), "2031-05-03"), ("8 died.", (), "2031-07-09"), ""),
        (
            ("A blast near Varsta killed 9.", ("Varsta",), "2031-05-03"),
            ("The explosion near Varsta killed 8.", ("Varsta",), "2031-05-03"),
            " in the bombing near Varsta on 3 May 2031",
        ),
    ],
)
def test_where_and_when_are_what_both_sides_say(
    one: tuple, other: tuple, expected: str, say: Callable
) -> None:
    sides = [say(*one)], [say(*other)]
    figures = (figure("person"),)
    assert asked("figure", *sides, figures=figures) == f"How many people were killed{expected}?"


@pytest.mark.parametrize(
    "kind, happened, text, expected",
    [
        ("date", {"sense": "capture", "patient": "Karvun"}, "It.", "When was Karvun captured?"),
        ("date", {"sense": "close", "patient": "the gates"}, "It.", "When were the gates closed?"),
        ("actor", {"sense": "shell", "patient": "The bridge"}, "It.", "Who shelled the bridge?"),
        ("actor", {"sense": "take", "patient": "Karvun"}, "It.", "Who took Karvun?"),
        ("manner", {"sense": "kill", "patient": "the clerk"}, "It.", "How was the clerk killed?"),
        ("place", {"sense": "begin", "agent": "The fire"}, "It.", "Where did the fire start?"),
        # What died was not died.
        (
            "date",
            {"sense": "die", "patient": "the clerk"},
            "It.",
            "On what date did the clerk die?",
        ),
        ("place", {"sense": "shoot", "patient": "Torres"}, "It.", "Where was Torres shot?"),
        ("place", {"sense": "shoot", "patient": "The men"}, "It.", "Where were the men shot?"),
        (
            "place",
            {"sense": "close", "patient": "The gates"},
            "It.",
            "Where were the gates closed?",
        ),
        # A pronoun says nothing.
        ("time", {"sense": "shoot", "patient": "himself"}, "It.", "At what time was this?"),
        ("date", {"sense": "capture", "patient": "it"}, "It.", "On what date was this?"),
        ("time", {}, "The shooting was late.", "At what time was the shooting?"),
        ("actor", {}, "The attack shook all.", "Who was behind the attack?"),
        ("place", {}, "It rained.", "Where was this?"),
        ("outcome", {}, "It rained.", "What came of this?"),
        ("age", {}, "It rained.", "How old was this person?"),
    ],
)
def test_other_kinds(kind: Kind, happened: dict, text: str, expected: str, say: Callable) -> None:
    assert asked(kind, [say(text, **happened)], [say(text, **happened)]) == expected


@pytest.mark.parametrize(
    "happened, expected",
    [
        ({"sense": "withdraw", "agent": "The rebels"}, "Did the rebels withdraw?"),
        # Of a name's short form in brackets the parse may lose the end.
        ({"sense": "withdraw", "agent": "Karvun Front (KF"}, "Did Karvun Front withdraw?"),
        ({"sense": "withdraw", "agent": "Karvun Front (KF)"}, "Did Karvun Front (KF) withdraw?"),
        ({"sense": "capture", "patient": "Karvun"}, "Was Karvun captured?"),
        ({"sense": "release", "patient": "the hostages"}, "Were the hostages released?"),
        ({"sense": "withdraw"}, "What came of this?"),
        # Whose, the question doesn't say.
        ({"sense": "withdraw", "agent": "its fighters"}, "What came of this?"),
    ],
)
def test_what_one_denies_is_asked_as_a_yes_or_no(
    happened: dict, expected: str, say: Callable
) -> None:
    said, denied = say("It did.", **happened), say("It did not.", **happened)
    denied = dataclasses.replace(denied, polarity="negated")
    assert asked("outcome", [said], [denied]) == expected
    assert asked("outcome", [said], [said]) == "What came of this?"


def test_an_act_is_asked_about_before_the_state_it_leads_to(say: Callable) -> None:
    held = say("They hold it.", sense="hold", patient="Karvun")
    taken = say("They captured it.", sense="capture", patient="Karvun")
    assert asked("date", [held], [taken]) == "When was Karvun captured?"
    assert asked("date", [held], [held]) == "When was Karvun held?"


def test_a_person_is_asked_after_without_the_headline_before_the_name(say: Callable) -> None:
    shouted = "DEAD MAN Ivo Lund was 40."
    sides = [say(shouted, ("DEAD MAN Ivo Lund",))], [say(shouted, ("DEAD MAN Ivo Lund",))]
    assert asked("age", *sides) == "How old is Ivo Lund?"


def test_nothing_is_asked_of_what_is_unknown(say: Callable) -> None:
    assert asked(None, [say("It.")], [say("It.")]) == "Which of these is it?"


@pytest.mark.parametrize(
    "value, expected",
    [
        ("12 people killed", "people killed"),
        ("12 or more civilians killed", "people killed"),
        ("30 to 35 terrorists killed", "fighters killed"),
        ("40 kilometers", "kilometers"),
    ],
)
def test_what_a_value_measures(value: str, expected: str) -> None:
    assert measured(value) == expected


def test_the_age_is_that_of_the_person_not_of_the_place(say: Callable) -> None:
    age = Figure("40", 9, 11, 40, 40, "Ivo Lund", "year", "age", "", "exact")
    named = dataclasses.replace(
        say("Ivo Lund, 40, died outside the Heron.", ("Heron",)), figures=(age,)
    )
    unnamed = say("A man of 41 died outside the Heron.", ("Heron",))
    assert asked("age", [unnamed], [named]) == "How old is Ivo Lund?"
