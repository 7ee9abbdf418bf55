"""Words for answers of which only one can hold."""

from __future__ import annotations

import time

import pytest

from reconcile.facts.choices import CHOICES, answers, excluding


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("He was on probation for theft", "leave", {"on probation"}),
        ("a probation officer came", "leave", set()),
        ("He was on parole", "leave", {"on parole"}),
        ("She was sitting on the porch", "activity", {"sitting"}),
        ("the sitting mayor", "activity", set()),
        ("while cooking with friends", "activity", {"cooking"}),
        ("He fled in a white van", "vehicle", {"van"}),
        ("He fled in a car park", "vehicle", set()),
        ("a bomber driving an ambulance", "vehicle", {"ambulance"}),
        ("He rammed an ambulance", "vehicle", {"ambulance"}),
        ("struck by his brother", "kin", {"brother"}),
        ("the brothers arrived", "kin", set()),
        ("his brother's house", "kin", set()),
        ("a drone struck the depot", "aircraft", {"drone"}),
        ("He pleaded guilty", "plea", {"pleaded guilty"}),
        ("He pleaded not guilty", "plea", {"pleaded not guilty"}),
        ("charged with second-degree murder", "degree", {"second degree"}),
        ("a second-degree burn", "degree", set()),
        ("held without bail", "bail", {"without bail"}),
        ("held on $20,000 bail", "bail", {"on bail"}),
        ("There was no sign of forced entry", "entry", {"not forced"}),
        ("Two men broke in", "entry", {"forced"}),
        ("They did not know each other", "known", {"strangers"}),
        ("He acted alone", "alone", {"alone"}),
        ("an accomplice fled", "alone", {"with others"}),
    ],
)
def test_answers(text: str, name: str, told: set[str]) -> None:
    assert answers(text).get(name, frozenset()) == told


@pytest.mark.parametrize(
    ("name", "a", "b", "apart"),
    [
        ("kin", "brother", "cousin", True),
        ("kin", "father", "son", False),
        ("kin", "boyfriend", "girlfriend", False),
        ("kin", "friend", "friend", False),
        ("activity", "eating", "cooking", True),
        ("activity", "sitting", "eating", False),
        ("vehicle", "car", "SUV", False),
        ("vehicle", "car", "bus", True),
    ],
)
def test_excluding(name: str, a: str, b: str, apart: bool) -> None:
    assert excluding(name, a, b) is excluding(name, b, a) is apart


def test_together_names_answers() -> None:
    for choice in CHOICES.values():
        assert frozenset().union(*choice.together) <= choice.answers.keys()


@pytest.mark.parametrize("hostile", ["his a " * 8000, "no sign of " * 5000, "in the " * 8000])
def test_hostile_text_is_read_quickly(hostile: str) -> None:
    started = time.perf_counter()
    answers(hostile)
    assert time.perf_counter() - started < 2
