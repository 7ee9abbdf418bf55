"""How the weights of one fact are fitted."""

from __future__ import annotations

import itertools

import pytest

from benchmarks.judge_rows import Row
from benchmarks.train_sameness import AGAINST, FOR, fit
from reconcile.sameness import ASKED, HOLDING


def row(verdict: str, *features: str, source: str = "read") -> Row:
    return {"verdict": verdict, "source": source, "features": dict.fromkeys(features, 1.0)}


def test_what_is_shared_speaks_for_one_fact_and_what_is_apart_against_it() -> None:
    rows = [row("agree", "where:shared")] * 20 + [row("different", "where:apart")] * 20
    model = fit(rows)
    assert model.probabilities({"where:shared": 1.0})["same"] > 0.7
    assert model.probabilities({"where:apart": 1.0})["same"] < 0.3


def test_a_shared_place_never_speaks_against_one_fact_whatever_few_pairs_say() -> None:
    rows = [row("agree", "where:apart")] * 20 + [row("different", "where:shared")] * 20
    weights = fit(rows).weights
    assert weights["where:shared"][1] == weights["where:apart"][1] == 0


def test_a_feature_of_few_rows_is_left_out() -> None:
    rows = [row("agree", "act")] * 20 + [row("different", "rare thing")] * 2
    assert set(fit(rows).weights) == {"act"}


@pytest.mark.parametrize(
    ("name", "for_", "against"),
    [
        ("where:shared", True, False),
        ("agreed:figure", True, False),
        ("agreed:figure:near", True, False),
        ("agreed:figure:vague", False, True),
        ("names:differs", False, True),
        ("tie:same_day", True, False),
        ("tie:other_day", False, True),
        ("who:opposed", False, True),
        ("total:one", False, True),
        ("where:one", False, False),
        ("nameless", False, False),
    ],
)
def test_which_way_a_feature_can_speak(name: str, for_: bool, against: bool) -> None:
    assert bool(FOR.fullmatch(name)) is for_
    assert bool(AGAINST.fullmatch(name)) is against


def test_no_feature_speaks_both_ways() -> None:
    answers = ("shared", "apart", "one", "opposed")
    names = [f"{name}:{told}" for name, told in itertools.product(ASKED, answers)] + list(HOLDING)
    assert not [name for name in names if FOR.fullmatch(name) and AGAINST.fullmatch(name)]
