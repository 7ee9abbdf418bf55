"""What came before an incident: on its day, or on a day before."""

from __future__ import annotations

import pytest

from claims.records import Claim
from reconcile.facts.before import compare_before
from tests.conftest import compared, make_article, make_claim, make_view, make_when

THAT_DAY = "The two argued earlier in the evening."
DAY_BEFORE = "The two had an argument a day earlier."


def found(a: Claim, b: Claim, attack: Claim, story: float = 0.9) -> list[tuple[str, str]]:
    first, second = (make_view(c, make_article(i), after=[attack]) for c, i in ((a, "a"), (b, "b")))
    there, back = (
        [f.values for f in compared(compare_before, x, y, story, 0.4)]
        for x, y in ((first, second), (second, first))
    )
    assert there == [values[::-1] for values in back]
    return there


def attacked(iso: str) -> Claim:
    return make_claim("A man was shot then.", when=[make_when("then", iso)])


@pytest.mark.parametrize(
    ("a", "b", "clashes"),
    [
        (THAT_DAY, DAY_BEFORE, True),
        ("They quarrelled minutes before the shooting.", DAY_BEFORE, True),
        ("They had an altercation earlier that night.", "They argued two days before.", True),
        ("They quarrelled the same day.", "They argued the previous week.", True),
        (THAT_DAY, THAT_DAY, False),
        (DAY_BEFORE, DAY_BEFORE, False),
        (THAT_DAY, "The two argued the night before.", False),  # of a night with two dates
        (THAT_DAY, "The two argued.", False),
        (THAT_DAY, "The gun was bought a day earlier.", False),  # of something else
        (THAT_DAY, "They sang a day earlier.", False),
        ("They argued earlier in the evening, and a day earlier.", DAY_BEFORE, False),  # both
    ],
)
def test_words_for_the_day_before(a: str, b: str, clashes: bool) -> None:
    attack = attacked("2021-03-02")
    assert bool(found(make_claim(a), make_claim(b), attack)) is clashes


@pytest.mark.parametrize(
    ("day", "attack", "clashes"),
    [
        ("2021-03-01", "2021-03-02", True),
        ("2021-03-01", "2021-03-02T22:45:00", True),
        ("2021-03-01", "2021-03-02T01:30:00", False),  # the evening before
        ("2021-03-02", "2021-03-02", False),
        ("2021-03-03", "2021-03-02", False),  # after it
    ],
)
def test_a_day_before_that_of_the_attack(day: str, attack: str, clashes: bool) -> None:
    argued = make_claim("The two argued on Monday.", when=[make_when("Monday", day)])
    values = found(make_claim(THAT_DAY), argued, attacked(attack))
    assert values == ([("that day", "a day or more before")] if clashes else [])
    assert not found(make_claim(THAT_DAY), argued, attacked(attack), story=0.3)
