"""Two prints of one text, and which of them is the newer."""

from __future__ import annotations

import pytest

from reconcile.facts.prints import edited, first_newer
from reconcile.facts.two_figures import Two
from tests.conftest import make_article, make_claim, make_figure, make_two, make_view

REST = "The head of the rescue service said that teams would go on looking for people all night."
SENTENCE = "A blast in a {} street of the old harbour killed at least {} that cold morning."


def two(
    a: str,
    b: str,
    numbers: tuple[float, float] = (9, 12),
    rest: tuple[str, str] = (REST, REST),
    ids: tuple[str, str] = ("a", "b"),
    published: tuple[str, str] = ("2021-03-02", "2021-03-02"),
    speakers: tuple[str, str] = ("", ""),
    role: str = "killed",
) -> Two:
    views = []
    for text, written, low, after, id_, day, speaker in zip(
        (a, b), ("NINE", "TWELVE"), numbers, rest, ids, published, speakers, strict=True
    ):
        claim = make_claim(
            text.replace("{n}", written), [make_figure(written, low, role=role)], speaker=speaker
        )
        article = make_article(id_, published=day)
        views.append(make_view(claim, article, after=[make_claim(after)]))
    first, second = views
    return make_two(first, second)


CROWDED, BUSY = SENTENCE.format("crowded", "{n}"), SENTENCE.format("busy", "{n}")
OTHER = "In the harbour rescuers have found {n} dead so far, doctors at the clinic say."
SHORT = "The blast killed {n}."


@pytest.mark.parametrize(
    ("pair", "expected"),
    [
        (two(CROWDED, BUSY), True),
        (two(BUSY, CROWDED), True),
        (two(CROWDED, BUSY, numbers=(9, 9)), False),
        (two(CROWDED, BUSY, numbers=(200_000, 300_000)), False),  # what an outlet holds to
        (two(CROWDED, BUSY, rest=(REST, "It rained.")), False),  # no other words in common
        (two(CROWDED, OTHER), False),
        (two(SHORT, SHORT), False),
        (two(CROWDED, BUSY, ids=("a", "a")), False),
    ],
)
def test_edited(pair: Two, expected: bool) -> None:
    assert edited(pair) is expected


def test_of_two_speakers_more_words_must_be_the_same() -> None:
    loose = "A blast in the street of a far harbour had killed at least {n} that evening."
    assert edited(two(CROWDED, loose))
    assert not edited(two(CROWDED, loose, speakers=("Lind", "Dahl")))


@pytest.mark.parametrize(
    ("pair", "expected"),
    [
        (two(CROWDED, BUSY, numbers=(12, 9)), True),
        (two(CROWDED, BUSY, numbers=(9, 12)), False),
        (two(CROWDED, BUSY, numbers=(12, 9), published=("2021-03-02", "2021-03-03")), False),
        (two(CROWDED, BUSY, numbers=(12, 9), role="fired"), False),
    ],
)
def test_first_newer(pair: Two, expected: bool) -> None:
    assert first_newer(pair) is expected
