"""Stages of one person's fate."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.records import Modality
from reconcile.facts.fates import COURSES, compare_fates, stages
from reconcile.findings import Finding
from tests.conftest import (
    compared,
    make_article,
    make_claim,
    make_figure,
    make_happening,
    make_view,
)


def found(
    a: str,
    b: str,
    later: str | None = "2021-03-02",
    patients: tuple[str, str] = ("the driver", "a driver"),
    several: bool = False,
    modality: Modality = "asserted",
) -> list[Finding]:
    """What is found of two claims, of which the first was published on 2 March."""
    hurt = make_claim("5 people were hurt.", [make_figure("5 people", 5, 5, "person", "injured")])
    first, second = (
        make_view(
            make_claim(text, happening=make_happening("be", "", patient), modality=modality),
            make_article(id_, published=published),
            after=[hurt] if several else [],
        )
        for text, patient, id_, published in zip(
            (a, b), patients, "ab", ("2021-03-02", later), strict=True
        )
    )
    return compared(compare_fates, first, second)


@pytest.mark.parametrize(
    ("course", "text", "told"),
    [
        ("life", "He is in critical condition", {"in danger"}),
        ("life", "He is on life support", {"in danger"}),
        ("life", "a critical road", set()),
        ("life", "He is expected to survive", {"out of danger"}),
        ("life", "The girl was found alive", {"alive"}),
        ("life", "Two men were pulled from the rubble alive", {"alive"}),
        ("life", "The climbers are safe and well", {"alive"}),
        ("life", "The driver escaped unhurt", {"unhurt"}),
        ("life", "He was not injured", {"unhurt"}),
        ("life", "He was treated and released", {"out of hospital"}),
        ("life", "He was released from the hospital", {"out of hospital"}),
        ("life", "The report was released", set()),
        ("life", "He died", {"dead"}),
        ("life", "He was fatally shot", {"dead"}),
        ("life", "His condition was not known", {"unknown"}),
        ("liberty", "The gunman is at large", {"at large"}),
        ("liberty", "Police are searching for the man", {"at large"}),
        ("liberty", "Police search for clues", {"at large"}),
        ("liberty", "No arrests have been made", {"at large"}),
        ("liberty", "He is not in custody", {"at large"}),
        ("liberty", "He was arrested after being on the run", {"in custody"}),
        ("liberty", "He is being questioned", {"questioned"}),
        ("liberty", "He posted bail", {"set free"}),
        ("liberty", "He is in a good mood", set()),
        ("charge", "No charges have been filed", {"not charged"}),
        ("charge", "He faces two counts", {"charged"}),
        ("charge", "The soldiers charged at the gate", set()),
        ("caught", "He turned himself in", {"gave up"}),
        ("caught", "He was caught after a chase", {"was caught"}),
    ],
)
def test_stages(course: str, text: str, told: set[str]) -> None:
    assert stages(text).get(course, set()) == told


@pytest.mark.parametrize("name", list(COURSES))
def test_all_stages_that_exclude_each_other_have_words(name: str) -> None:
    course = COURSES[name]
    assert {stage for pair in course.apart for stage in pair} <= course.stages.keys()
    assert course.rivals <= {*course.apart}


GRAVE, MILD, DEAD = "He is in critical condition.", "He is in fair condition.", "He died."
HOME = "He was released from the hospital."
LARGE, HELD, FREE = "He is at large.", "He was arrested.", "He was released on bail."


@pytest.mark.parametrize(
    ("a", "b", "later", "verdict"),
    [
        (GRAVE, DEAD, "2021-03-04", "update"),
        (GRAVE, DEAD, "2021-03-02", "update"),  # within the day
        (GRAVE, DEAD, None, "update"),
        (GRAVE, DEAD, "2021-03-01", "conflict"),  # dead before he was in danger
        (MILD, DEAD, "2021-03-02", "conflict"),  # within the day somebody erred
        (MILD, DEAD, "2021-03-04", "update"),
        (HOME, DEAD, "2021-03-02", "conflict"),
        (LARGE, HELD, "2021-03-04", "update"),
        (LARGE, HELD, "2021-03-01", "conflict"),
        (HELD, FREE, "2021-03-04", "update"),
        ("He gave himself up.", "He was caught by police.", "2021-03-02", "conflict"),
        ("He is not charged.", "He is facing charges.", "2021-03-02", "update"),
        ("He was found alive.", "He was found dead.", "2021-03-02", "conflict"),
        ("He was found alive.", DEAD, "2021-03-04", "update"),
        ("He was unhurt.", DEAD, "2021-03-02", "conflict"),
        ("He was unhurt.", GRAVE, "2021-03-02", "update"),
        ("He was found alive.", GRAVE, "2021-03-02", None),
        (GRAVE, GRAVE, "2021-03-04", None),
        (GRAVE, LARGE, "2021-03-04", None),
        (GRAVE, f"{GRAVE} {DEAD}", "2021-03-04", None),  # it tells of both
        ("He had been arrested.", LARGE, "2021-03-02", None),  # once before
        ("", "", "2021-03-02", None),
    ],
)
def test_what_time_explains(a: str, b: str, later: str | None, verdict: str | None) -> None:
    told = found(a, b, later)
    assert [f.verdict for f in told] == ([verdict] if verdict else [])
    assert all(("forward" in f.signs) <= (f.verdict == "update") for f in told)


@pytest.mark.parametrize(
    ("patients", "several", "told"),
    [
        (("the driver", "a driver"), True, True),
        (("the man", "the woman"), False, False),
        (("the man", "another man"), False, False),
        (("two men", "the man"), False, False),
        (("", "the man"), False, True),
        (("", "the man"), True, False),
    ],
)
def test_each_has_a_fate_of_his_own(patients: tuple[str, str], several: bool, told: bool) -> None:
    assert (
        bool(found("In critical condition.", "Died.", patients=patients, several=several)) is told
    )


def test_of_suspects_there_is_one_to_be_caught() -> None:
    told = found("Police are looking for the gunman.", "Per was arrested.", several=True,
                 patients=("the gunman", "Per"))  # fmt: skip
    assert [f.verdict for f in told] == ["update"]


@pytest.mark.parametrize("modality", ["possible", "demanded"])
def test_what_may_be_is_no_stage(modality: Modality) -> None:
    assert found(GRAVE, DEAD, modality=modality) == []


@settings(deadline=None)
@given(
    st.sampled_from([GRAVE, MILD, DEAD, HOME, LARGE, HELD, FREE]),
    st.sampled_from([GRAVE, MILD, DEAD, HOME, LARGE, HELD, FREE]),
)
def test_who_is_asked_first_does_not_matter(a: str, b: str) -> None:
    there, back = found(a, b), found(b, a)
    assert [(f.verdict, f.values, f.signs) for f in there] == [
        (f.verdict, f.values[::-1], f.signs) for f in back
    ]


@pytest.mark.parametrize(
    "hostile",
    ["police are " * 5000, "not " * 9000, "held in the " * 4000, "suspect a, " * 5000, "e" * 50000],
)
def test_hostile_text_is_read_quickly(hostile: str) -> None:
    started = time.perf_counter()
    stages(hostile)
    assert time.perf_counter() - started < 2
