"""Words for how it was done."""

from __future__ import annotations

import time

import pytest

from reconcile.facts.ways import QUESTIONS, ways


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("attack", "A suicide bomber struck", {"suicide bomber"}),
        ("attack", "He blew himself up", {"suicide bomber"}),
        ("attack", "The wind blew the shed up", set()),
        ("attack", "A car bomb went off", {"car bomb"}),
        ("attack", "an explosives-laden truck", {"car bomb"}),
        ("attack", "a truck packed with explosives", {"car bomb"}),
        ("attack", "a truck packed with apples", set()),
        ("attack", "a car, and a bomb", set()),
        ("attack", "a roadside bomb", {"planted device"}),
        ("attack", "A device was planted there", {"planted device"}),
        ("attack", "planted trees", set()),
        ("attack", "Jets hit it", {"air strike"}),
        ("attack", "a barrel bomb", {"air strike"}),
        ("attack", "jetlag", set()),
        ("attack", "a nurses' strike in the open air", set()),
        ("attack", "Mortars fell", {"ground fire"}),
        ("attack", "a shell company", set()),
        ("attack", "a gunman", {"gunfire"}),
        ("munition", "barrel bombs and missiles", {"barrel bombs", "missiles"}),
        ("bomber", "a bomber on foot", {"on foot"}),
        ("bomber", "He drove a stolen van", {"in a vehicle"}),
        ("death", "He was stabbed", {"stabbed"}),
        ("death", "a screenshot", set()),
        ("death", "He ran over to help", set()),
        ("death", "The car ran over him", {"run over"}),
        ("will", "an apparent suicide", {"suicide"}),
        ("will", "a suicide note", set()),
        ("will", "a suicide bombing", set()),
        ("will", "a self-inflicted wound", set()),  # may be an accident
        ("will", "It was an accident", {"accident"}),
        ("will", "The gun he was cleaning with a friend went off", {"accident"}),
        ("will", "A bomb went off", set()),  # as bombs do
        ("will", "The plane was shot down", {"shot down"}),
        ("will", "sat down", set()),
        ("will", "She intentionally hit him", {"deliberate"}),
        ("will", "unintentionally", {"accident"}),
        ("will", "It was ruled a homicide", {"deliberate"}),
        ("will", "He is charged with murder", set()),
        ("will", "a murder-suicide", set()),
        ("hand", "He shot himself", {"by own hand"}),
        ("hand", "He was shot by his uncle", {"by another"}),
        ("hand", "He was shot by accident", set()),
        ("motive", "after an argument", {"a quarrel"}),
        ("motive", "in a robbery", {"robbery"}),
        ("motive", "he argued for peace", {"a quarrel"}),
        ("weapon", "a handgun", {"handgun"}),
        ("weapon", "a pellet gun", {"toy gun"}),
        ("weapon", "a trifle", set()),
        ("approach", "a drive-by shooting", {"from a vehicle"}),
        ("approach", "two men walked up", {"on foot"}),
        ("approach", "", set()),
    ],
)
def test_ways(question: str, text: str, told: set[str]) -> None:
    assert ways(text).get(question, set()) == ways(text.upper()).get(question, set()) == told


@pytest.mark.parametrize("name", list(QUESTIONS))
def test_every_way_that_excludes_another_has_words(name: str) -> None:
    question = QUESTIONS[name]
    assert {way for pair in question.apart for way in pair} <= question.ways.keys()
    assert all(x != y for x, y in question.apart)


@pytest.mark.parametrize(
    "hostile",
    [
        "planted " * 6000, "blew him" * 6000, "suicide " * 6000, "air " * 9000, "gun " * 9000,
        "fired from the " * 4000, "playing with a " * 4000, "e" * 50000,
    ],
)  # fmt: skip
def test_hostile_text_is_read_quickly(hostile: str) -> None:
    started = time.perf_counter()
    ways(hostile)
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize(
    "text",
    [
        "There is no evidence of a suicide attempt.",
        "The police have ruled out suicide.",
        "It was not an accident.",
    ],
)
def test_a_way_that_is_denied_is_not_told(text: str) -> None:
    assert not any(ways(text).values())
