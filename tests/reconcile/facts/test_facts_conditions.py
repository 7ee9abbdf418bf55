"""How a victim is: in danger against out of it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.facts.conditions import CONDITIONS, compare_conditions, conditions
from reconcile.findings import Finding
from tests.conftest import (
    assert_mirrored,
    compared,
    make_article,
    make_claim,
    make_happening,
    make_view,
)


def found(
    a: str,
    b: str,
    patients: tuple[str, str] = ("the driver", "a driver"),
    later: str | None = "2021-03-02",
) -> list[Finding]:
    first, second = (
        make_view(
            make_claim(text, happening=make_happening("injure", "", patient)),
            make_article(id_, published=published),
        )
        for text, patient, id_, published in zip(
            (a, b), patients, "ab", ("2021-03-02", later), strict=True
        )
    )
    return compared(compare_conditions, first, second)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("He is in critical condition", {"critical"}),
        ("He was critically hurt", {"critical"}),
        ("extremely critical", {"critical"}),
        ("in critical but stable condition", {"critical", "stable"}),
        ("in serious condition", {"serious"}),
        ("seriously injured", {"serious"}),
        ("a serious crash", set()),
        ("he seriously considered it", set()),
        ("in life-threatening danger", {"life-threatening"}),
        ("with life threatening wounds", {"life-threatening"}),
        ("The wounds are not life-threatening", {"not life-threatening"}),
        ("None of the wounds were believed to be life-threatening", {"not life-threatening"}),
        ("The wounds aren’t life-threatening", {"not life-threatening"}),
        ("non-life-threatening wounds", {"not life-threatening"}),
        ("She is alert and talking", {"conscious"}),
        ("She was awake", {"conscious"}),
        ("They were talking", set()),
        ("He was unresponsive", {"unconscious"}),
        ("in a coma", {"unconscious"}),
        ("He is stable", {"stable"}),
        ("He is not stable", set()),
        ("an unstable wall", set()),
        ("in fair condition", {"fair"}),
        ("a fair in Orsa", set()),
        ("in good condition", {"good"}),
        ("with minor injuries", {"good"}),
        ("a minor was hurt", set()),
        ("a criticism", set()),
        ("", set()),
    ],
)
def test_conditions(text: str, told: set[str]) -> None:
    assert conditions(text) == conditions(text.upper()) == told
    assert told <= {*CONDITIONS, "not life-threatening"}


GRAVE, SERIOUS = "He is in critical condition.", "He is in serious condition."
MILD, FAIR = "He is in stable condition.", "He is in fair condition."
SAFE = "His wounds are not life-threatening."
DANGER = "His wounds are life-threatening."


@pytest.mark.parametrize(
    ("a", "b", "values"),
    [
        (GRAVE, MILD, ("critical", "stable")),
        (GRAVE, SAFE, ("critical", "not life-threatening")),
        (DANGER, SAFE, ("life-threatening", "not life-threatening")),
        (SERIOUS, FAIR, ("serious", "fair")),
        (SERIOUS + " " + GRAVE, MILD, ("critical; serious", "stable")),
        (GRAVE, SERIOUS, None),  # both in danger
        (MILD, FAIR, None),
        (GRAVE, GRAVE, None),
        (GRAVE, "He is in critical but stable condition.", None),  # it says both
        (SERIOUS, "He is in critical but stable condition.", None),
        (GRAVE, "He is alive.", None),
        ("", "", None),
    ],
)
def test_two_conditions(a: str, b: str, values: tuple[str, str] | None) -> None:
    there, back = found(a, b), found(b, a)
    assert [f.values for f in there] == ([values] if values else [])
    assert [f.values for f in back] == [f.values[::-1] for f in there]
    assert all((f.verdict, f.kind) == ("conflict", "outcome") for f in (*there, *back))


@pytest.mark.parametrize(
    ("a", "b", "patients", "told"),
    [
        (GRAVE, MILD, ("the driver", "another man"), False),
        (GRAVE, MILD, ("the driver", "the second man"), False),
        ("Two others are in critical condition.", MILD, ("two others", "the driver"), False),
        (GRAVE, MILD, ("the woman", "the man"), False),
        (GRAVE, "Both are in stable condition.", ("the driver", "Both"), True),
        ("Two others are critical.", "Both are stable.", ("two others", "Both"), True),
        (GRAVE, "Both others are stable.", ("the driver", "Both others"), False),
    ],
)
def test_another_one_has_a_condition_of_his_own(
    a: str, b: str, patients: tuple[str, str], told: bool
) -> None:
    assert bool(found(a, b, patients)) is told
    assert all(("of_all" in f.signs) is (patients[1] == "Both") for f in found(a, b, patients))


@pytest.mark.parametrize(
    ("later", "verdict", "sign"),
    [
        ("2021-03-02", "conflict", False),
        ("2021-03-03", "update", True),
        ("2021-03-01", "update", True),
        (None, "conflict", False),
    ],
)
def test_another_day_may_bring_another_condition(
    later: str | None, verdict: str, sign: bool
) -> None:
    (finding,) = found(GRAVE, MILD, later=later)
    assert finding.verdict == verdict
    assert ("later" in finding.signs) is sign


@pytest.mark.parametrize(
    ("a", "b", "patients", "signs"),
    [
        (GRAVE, MILD, ("the driver", "a driver"), {"same_patient"}),
        (GRAVE, MILD, ("the driver", "a clerk"), set()),
        (GRAVE, MILD, ("the driver", ""), set()),
        (GRAVE, SAFE, ("the driver", "a clerk"), {"of_threat"}),
        (DANGER, MILD, ("the driver", "a clerk"), set()),
    ],
)
def test_signs(a: str, b: str, patients: tuple[str, str], signs: set[str]) -> None:
    assert [f.signs for f in found(a, b, patients)] == [signs]
    assert [f.signs for f in found(b, a, patients[::-1])] == [signs]


TEXTS = st.lists(st.sampled_from([GRAVE, SERIOUS, MILD, FAIR, SAFE, DANGER]), max_size=3)


@settings(deadline=None)  # the first comparison loads what it needs
@given(TEXTS, TEXTS)
def test_who_is_asked_first_does_not_matter(a: list[str], b: list[str]) -> None:
    there, back = found(" ".join(a), " ".join(b)), found(" ".join(b), " ".join(a))
    assert_mirrored(there, back)


@pytest.mark.parametrize("hostile", ["not " * 9000, "critical " * 2000, "n't " * 9000, "e" * 50000])
def test_hostile_text_is_read_quickly(hostile: str) -> None:
    started = time.perf_counter()
    conditions(hostile)
    assert time.perf_counter() - started < 1


@pytest.mark.parametrize(("story", "clashes"), [(0.2, True), (0.1, False)])
def test_victims_of_two_stories(story: float, clashes: bool) -> None:
    first, second = (
        make_view(make_claim(f"The driver is in {how} condition."), make_article(id_))
        for how, id_ in (("critical", "a"), ("stable", "b"))
    )
    told = compared(compare_conditions, first, second, story)
    assert bool(told) is clashes
