"""Ages told in a sentence's own words, and of whom they are told."""

from __future__ import annotations

import pytest

from claims.figures import find_figures
from tests.conftest import read_line

pytestmark = pytest.mark.model


def ages(text: str) -> list[tuple[float, float | None, str]]:
    return [(f.low, f.high, f.noun) for f in find_figures(read_line(text)) if f.role == "age"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They robbed a woman of seventy-two.", [(72, 72, "woman")]),
        ("A boy of six, asleep upstairs, was unhurt.", [(6, 6, "boy")]),
        ("A man of 60 who lived alone was killed.", [(60, 60, "man")]),
        ("At 57, Mayor Anna Reiss has beaten them all.", [(57, 57, "Anna Reiss")]),
        (
            "The judge jailed Peter Lang, at 41 a year younger than his boss.",
            [(41, 41, "Peter Lang")],
        ),
        ("He is Peter Lang, who at 19 had no licence.", [(19, 19, "Peter Lang")]),
        ("The singer Ella Brook died at 83 in a clinic.", [(83, 83, "Ella Brook")]),
        ("Police seek a man in his late twenties.", [(25, 29, "man")]),
        ("Carla Voss, a tall woman in her 40s, was last seen on Monday.", [(40, 49, "Carla Voss")]),
        ("The victim was in her mid-30s.", [(33, 37, "victim")]),
        ("The rider was in his early to mid-60s.", [(60, 67, "person")]),
        ("The young man at the wheel was 19 and had no licence.", [(19, 19, "man")]),
        ("She was just 16.", [(16, 16, "person")]),
        ("Peter Lang, who was 44, leaves a son.", [(44, 44, "Peter Lang")]),
        ("Peter Lang, who turned 35 last week, was charged.", [(35, 35, "Peter Lang")]),
        ("Anna Reiss would have turned 50 in May.", [(49, 50, "Anna Reiss")]),
        ("Anna Reiss died a day before her 40th birthday.", [(39, 40, "Anna Reiss")]),
        ("The officer put her age at 31.", [(31, 31, "person")]),
        ("The girl, aged just nine, ran.", [(9, 9, "girl")]),
        ("The girl was nine years of age.", [(9, 9, "girl")]),
        ("Bishop Lang, who would have turned 50 in May, was mourned.", [(49, 50, "Lang")]),
        ("An octogenarian was found in the snow.", [(80, 89, "person")]),
        ("Anna Reiss, a teller of 27, jumped from the car.", [(27, 27, "Anna Reiss")]),
        ("Anna Reiss, a merchant of 47, stayed there.", [(47, 47, "Anna Reiss")]),
        ("A woman of 84 died and a man of 77 on Sunday.", [(84, 84, "woman"), (77, 77, "man")]),
        ("Anna Reiss, at 37 hardly a novice, denied it.", [(37, 37, "Anna Reiss")]),
        ("Anna Reiss at 58 was still selling seeds.", [(58, 58, "Anna Reiss")]),
        ("The parents of Golo Lang, six, have refused.", [(6, 6, "Golo Lang")]),
        ("A plasterer, 27, was hurt.", [(27, 27, "plasterer")]),
        ("The mayor, 61, said no.", [(61, 61, "mayor")]),
        ("Ledesma was 51.", [(51, 51, "Ledesma")]),
    ],
)
def test_ages_in_words(text: str, expected: list[tuple[float, float, str]]) -> None:
    assert ages(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The noun beside it, wherever the parse hangs it.
        ("His wife shot a man in his 60s.", [(60, 69, "man")]),
        ("She shared the flat with another man in his late 50s.", [(55, 59, "man")]),
        ("The man attacked a woman in her 20s.", [(20, 29, "woman")]),
        ("A woman was stabbed by a neighbor in his 40s.", [(40, 49, "neighbor")]),
        ("A gunman killed a nurse in her 50s.", [(50, 59, "nurse")]),
        ("Two men and a woman in her 20s were hurt.", [(20, 29, "woman")]),
        # Its sex does not fit: another's before it, who fits.
        ("A relative of the woman in his 30s was held.", [(30, 39, "relative")]),
        ("A man drove off with a woman in his car in her 30s.", [(30, 39, "woman")]),
        ("A man, believed to be in his 30s, was struck.", [(30, 39, "man")]),
        # Of both, or of nobody named.
        ("The dead, a man and a woman in their 20s, were found.", []),
        ("He moved north in his 20s.", [(20, 29, "person")]),
    ],
)
def test_of_whose_sex(text: str, expected: list[tuple[float, float, str]]) -> None:
    assert ages(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The woman of two minds went home.",
        "She is a grandmother of six, and strict.",
        "Anna Reiss, a leader of 40, spoke.",
        "Anna Reiss, the owner of 20, spoke.",
        "The number, 27, was drawn.",
        "The train at 58 was late.",
        "The Dow was 51.",
        "A poll put Anna Reiss at 45, with Peter Lang behind.",
        "Police clocked the driver at 90, officials said.",
        "Of the suspects, one, a former soldier, was shot.",
        "The hijackers, 19, all died.",
        "The number of deaths, six, was the highest.",
        "Anna Reiss is a grandmother of 15.",
        "Anna Reiss is a breeder of 25.",
        "A father of five was killed.",
        "A group of 60 was seen.",
        "At 39 Elm Street two men were held.",
        "At 7, the doors opened.",
        "The score was 18 at the break.",
        "The temperature was 30.",
        "The final count was 44, who won was unclear.",
        "Two men in their 20s were held.",
        "The bus turned 35 times.",
        "The company turned 50 in May.",
        "It happened in the 1930s.",
        "They were 12.",
        "The tanks were level at 17 when it began.",
        "He put the figure at 31.",
        "The city marked its 40th anniversary.",
    ],
)
def test_no_ages(text: str) -> None:
    assert ages(text) == []


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Killed were Ada Moor and her son Colin, a 7-year-old pupil at Ash School.", "Colin"),
        ("The driver was a 15-year-old who had run away.", "driver"),
        ("The 58-year-old bishop of Lund, Peter Lang, lay there.", "Peter Lang"),
        ("Her abductor, a 58-year-old handyman, had mended the fence.", "person"),
        ("Peter Lang, a 58-year-old handyman, had mended the fence.", "Peter Lang"),
        ("A 17-year-old boy stood there.", "boy"),
    ],
)
def test_whose_age(text: str, noun: str) -> None:
    assert [who for _, _, who in ages(text)] == [noun]
