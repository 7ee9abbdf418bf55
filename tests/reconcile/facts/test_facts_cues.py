"""What a time, a day or a place in a sentence is of."""

from __future__ import annotations

import time

import pytest

from reconcile.alignment import align
from reconcile.facts.cues import (
    of_time,
    one_kind,
    other_victims,
    parted,
    tells_of,
    told_at,
    told_of,
)
from tests.conftest import make_article, make_claim, make_happening, make_view

X = "Xday"


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Two men were shot Xday.", "harm"),
        ("Xday two men were shot.", "harm"),
        ("Police named the victim of Xday's fatal shooting.", "harm"),
        ("Police were called to a house Xday.", "called"),
        ("A shooting was reported Xday.", "called"),
        ("He was pronounced dead Xday.", "died"),
        ("The girl was taken to a clinic Xday.", "moved"),
        ("The meeting took place Xday.", "harm"),  # it took place
        ("She was found shot Xday.", "harm"),
        ("A man was shot and his brother was arrested Xday.", "held"),
        ("The sheriff said Xday.", "told"),
        ("The sheriff said the man who was shot Xday had fled.", "harm"),
        ("They mounted an attack to retake the hill Xday.", "harm"),  # what for is no cue
        ("Troops pulled back Xday.", "left"),
        ("He was released Xday.", "freed"),
        ("A drive-by Xday", "harm"),
        ("Nora Lind, 31, of Xday, sang.", "home"),
        ("They were alerted to the fatal shooting Xday.", "called"),
        ("Officers were called to a house about a stabbing Xday.", "called"),
        ("They were called about the shooting that happened Xday.", "harm"),
        ("They were called after the shooting Xday.", "harm"),
        ("The family was home when the tragedy struck Xday.", "harm"),
        ("The couple had an altercation Xday.", "argued"),
        ("Police were summoned to a house on Linden Court Xday.", "called"),  # a street
        ("He appeared in Norland County Court Xday.", "held"),
        ("He was arrested and is held Xday.", "lasts"),
        ("The boy, shot at home, was in serious condition Xday.", "lasts"),
        ("It rained Xday.", ""),
        ("", ""),
    ],
)
def test_times_are_of_the_word_beside_them(text: str, of: str) -> None:
    at = max(0, text.find(X))
    assert told_of(text, at, at + len(X), True) == of


def test_a_place_is_of_no_word_of_saying() -> None:
    text = "A man was shot, police said, in Xday."
    at = text.index(X)
    assert told_of(text, at, at + len(X)) == "harm"
    assert told_of(text, at, at + len(X), True) == "told"


def test_a_time_that_the_claim_leaves_out_is_read_in_its_article() -> None:
    view = make_view(
        make_claim("A man was shot."), make_article(), after=[make_claim("On Monday.")]
    )
    assert of_time(view, "shot", 0, 0) == ""
    text = view.article.text
    start = text.index("Monday")
    assert of_time(view, "Monday", start, start + 6) == ""  # another sentence


def test_a_time_is_read_in_its_sentence_alone() -> None:
    text = "A man was shot. Police were called at nine. He died."
    start = text.index("nine")
    assert told_at(text, start, start + 4) == "called"
    assert tells_of(text) == {"harm", "called", "died"}
    assert tells_of("It rained.") == frozenset()


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("harm", "harm", True),
        ("harm", "called", True),
        ("harm", "died", False),
        ("died", "died", True),
        ("", "", False),
        ("", "harm", False),
    ],
)
def test_one_kind(a: str, b: str, same: bool) -> None:
    assert one_kind(a, b) is one_kind(b, a) is same


@pytest.mark.parametrize(
    ("a", "b", "texts", "others", "apart"),
    [
        ("a boy", "a girl", ("", ""), True, True),
        ("a boy", "the man", ("", ""), False, False),
        ("a boy and a girl", "a girl", ("", ""), False, False),
        ("a woman", "nine people", ("", ""), False, False),
        ("nine", "nine", ("Elsewhere", ""), False, True),
        ("nine", "nine", ("by jets", "with knives stabbed"), False, True),
        ("nine", "nine", ("by jets", ""), False, False),
    ],
)
def test_two_happenings(a: str, b: str, texts: tuple[str, str], others: bool, apart: bool) -> None:
    first, second = (
        make_view(
            make_claim(f"{text} hit {patient}.", happening=make_happening("attack", "", patient)),
            make_article(id_),
        )
        for patient, text, id_ in zip((a, b), texts, "ab", strict=True)
    )
    assert other_victims(first, second) is other_victims(second, first) is others
    assert parted(first, second, align(first, second, 0.9, 0.8)) is apart


@pytest.mark.parametrize(
    "hostile", ["shot " * 9000, "was " * 9000, "a" * 50000, ", of the " * 5000]
)
def test_hostile_text_is_read_quickly(hostile: str) -> None:
    started = time.perf_counter()
    told_of(hostile, len(hostile) // 2, len(hostile) // 2 + 1)
    assert time.perf_counter() - started < 1
