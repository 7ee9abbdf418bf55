"""Learnt weights: the arithmetic, what is weighed, and that the file of weights is whole."""

from __future__ import annotations

import dataclasses
import datetime
import json
import math
import re
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.records import Kind, Verdict
from reconcile import weighing
from reconcile.findings import Alignment, Finding, Match, Part
from reconcile.judge import lay
from reconcile.views import View
from reconcile.weighing import (
    MOST_GAP,
    PARTS,
    Clash,
    Model,
    alignment_features,
    clash_features,
    clashing,
    context_features,
    dates_features,
    event_features,
    likeliest_clash,
    logit,
    model,
)
from tests.conftest import make_article, make_claim, make_figure, make_happening, make_view

COIN = Model(
    ("tails", "heads"), (0.0, 0.0), {"bent": (0.0, math.log(3)), "old": (math.log(2), 0.0)}
)


@pytest.mark.parametrize(
    ("features", "heads"),
    [
        ({}, 1 / 2),
        ({"bent": 1.0}, 3 / 4),
        ({"bent": 2.0}, 9 / 10),
        ({"bent": 0.0}, 1 / 2),
        ({"bent": -1.0}, 1 / 4),
        ({"bent": 1.0, "old": 1.0}, 3 / 5),
        ({"never weighed": 50.0}, 1 / 2),  # a feature without a weight says nothing
    ],
)
def test_probabilities(features: dict[str, float], heads: float) -> None:
    assert COIN.probabilities(features) == pytest.approx({"heads": heads, "tails": 1 - heads})


def test_the_bias_is_what_is_thought_before() -> None:
    model = Model(("a", "b", "c"), (math.log(5), math.log(3), math.log(2)), {})
    assert model.probabilities({}) == pytest.approx({"a": 0.5, "b": 0.3, "c": 0.2})


WEIGHT = st.floats(-1e3, 1e3)


@given(
    st.lists(st.tuples(WEIGHT, WEIGHT, WEIGHT), min_size=1, max_size=4),
    st.lists(WEIGHT, max_size=4),
)
def test_probabilities_sum_to_one_however_great(
    rows: list[tuple[float, ...]], values: list[float]
) -> None:
    model = Model(("a", "b", "c"), rows[0], {f"f{i}": row for i, row in enumerate(rows)})
    told = model.probabilities({f"f{i}": value for i, value in enumerate(values)})
    assert sum(told.values()) == pytest.approx(1)
    assert all(0 <= p <= 1 for p in told.values())


def test_reasons_are_shares_in_a_class_strongest_first() -> None:
    model = Model(
        ("no", "yes"),
        (5.0, -5.0),
        {"weak": (0.0, 0.5), "strong": (0.0, -2.0), "also": (9.0, 0.5), "absent": (0.0, 9.0)},
    )
    features = {"weak": 1.0, "strong": 1.5, "also": 1.0, "never weighed": 8.0}
    told = model.reasons(features, "yes")
    assert told == [("strong", -3.0), ("also", 0.5), ("weak", 0.5)]
    assert model.reasons({}, "yes") == []
    with pytest.raises(ValueError, match="tuple"):
        model.reasons(features, "perhaps")


MODELS = {
    "event-case": ("other", "same"),
    "event-pair": ("other", "same"),
    "clash": ("none", "conflict", "update"),
    "score": ("other", "conflict", "update"),
}
"""Model: the classes that the judge asks it for."""


@pytest.mark.parametrize("name", MODELS)
def test_every_model_is_whole(name: str) -> None:
    found = model(name)
    assert set(found.classes) == set(MODELS[name])
    assert len(found.bias) == len(found.classes)
    assert found.weights
    for feature, row in {"bias": found.bias, **found.weights}.items():
        assert len(row) == len(found.classes), feature
        assert all(math.isfinite(weight) for weight in row), feature
        assert feature == "bias" or any(row), f"{feature} has a weight of nothing"


def test_the_file_holds_the_models_that_are_named_and_no_other() -> None:
    held = json.loads(files("reconcile").joinpath("weights.json").read_text("utf-8"))
    assert set(held) == set(MODELS) == set(re.findall(r"``([a-z-]+)``", model.__doc__ or ""))


def test_there_is_no_other_model() -> None:
    with pytest.raises(KeyError):
        model("weather")


NONE = Part(Match.MISSING)
BLANK = Alignment(0.5, 0.75, 0.25, 0.0, NONE, NONE, NONE, NONE, NONE, NONE, frozenset())


def view(id_: str = "a", published: str | None = "2021-03-02", outlet: str | None = None) -> View:
    claim = make_claim(
        "The fire killed 9.", [make_figure("9", 9)], happening=make_happening("kill", "fire")
    )
    return make_view(claim, make_article(id_, published=published, outlet=outlet))


def finding(
    verdict: Verdict = "conflict",
    kind: Kind = "figure",
    values: tuple[str, str] = ("9", "12"),
    signs: frozenset[str] = frozenset(),
) -> Finding:
    return Finding(verdict, kind, values, "why", 0.5, signs)


@pytest.mark.parametrize(
    ("probability", "odds"), [(0.5, 1), (0.75, 3), (0.0, 1 / 49), (1.0, 49), (0.999, 49)]
)
def test_logit(probability: float, odds: float) -> None:
    assert logit(probability) == pytest.approx(math.log(odds))


def test_what_is_weighed_of_an_alignment() -> None:
    assert alignment_features(BLANK) == {"story": 0.0, "likeness": 0.75, "words": 0.25, "rare": 0.0}
    full = dataclasses.replace(
        BLANK,
        rare=4.0,
        time=Part(Match.SAME, "x", "x"),
        names=Part(Match.DIFFERS, "x", "y"),
        ties=frozenset({"alike", "aside"}),
    )
    added = {"time:same": 1.0, "names:differs": 1.0, "tie:alike": 1.0, "tie:aside": 1.0}
    assert alignment_features(full) == alignment_features(BLANK) | added | {"rare": 0.5}
    assert alignment_features(dataclasses.replace(BLANK, rare=99.0))["rare"] == 1.0


def test_every_part_that_matches_is_weighed() -> None:
    held = {
        f.name for f in dataclasses.fields(Alignment) if isinstance(getattr(BLANK, f.name), Part)
    }
    assert set(PARTS) == held


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("2021-03-02", "2021-03-02", {"gap": 0.0, "same_date": 1.0}),
        ("2021-03-02", "2021-03-03", {"gap": math.log(2), "same_date": 0.0}),
        ("2021-03-03", "2021-03-02", {"gap": math.log(2), "same_date": 0.0}),
        ("2021-03-02", "2019-03-02", {"gap": MOST_GAP, "same_date": 0.0}),
        ("2021-03-02", None, {"undated": 1.0}),
        (None, None, {"undated": 1.0}),
    ],
)
def test_dates(first: str | None, second: str | None, expected: dict[str, float]) -> None:
    assert dates_features(view(published=first), view("b", second)) == pytest.approx(expected)


def test_the_greatest_gap_is_about_three_weeks() -> None:
    day = datetime.date(2021, 3, 2)
    near, far = (day + datetime.timedelta(days=n) for n in (18, 20))
    assert dates_features(view(), view("b", near.isoformat()))["gap"] < MOST_GAP
    assert dates_features(view(), view("b", far.isoformat()))["gap"] == MOST_GAP


def test_where_in_their_articles_they_stand() -> None:
    assert context_features(view(), view("b"))["leading"] == 1.0
    filler = make_claim("It rained for days on end over the plain. " * 60)
    late = make_view(make_claim("Nine died."), make_article("b"), before=[filler] * 6)
    assert context_features(view(), late)["leading"] == 0.5
    assert context_features(view(), view("b"))["one_article"] == 0.0
    assert context_features(view(), view())["one_article"] == 1.0


@pytest.mark.parametrize(
    ("findings", "kept"),
    [
        ([finding("agree"), finding("scope")], []),
        ([finding("conflict"), finding("agree")], [0]),
        ([finding("update")], [0]),
        ([finding("update"), finding("conflict")], [1]),  # one pair of values
        ([finding("update", values=("7", "8")), finding("conflict")], [0, 1]),
        ([finding("conflict", values=("7", "8")), finding("conflict")], [0, 1]),
        ([], []),
    ],
)
def test_clashing(findings: list[Finding], kept: list[int]) -> None:
    assert clashing(findings) == [findings[i] for i in kept]


def test_what_of_two_values_is_weighed() -> None:
    chosen = finding(signs=frozenset({"killed", "tops"}))
    told = clash_features(view(), view("b"), chosen, [chosen])
    assert told == {
        "kind:figure": 1.0,
        "gap": 0.0,
        "same_date": 1.0,
        "one_outlet": 0.0,
        "figure:killed": 1.0,
        "figure:tops": 1.0,
    }


@pytest.mark.parametrize(
    ("findings", "also"),
    [
        ([finding()], set()),
        ([finding(), finding(values=("7", "8"))], set()),  # a rival says nothing of a rival
        ([finding(), finding("agree"), finding("scope")], {"also:agree", "also:scope"}),
        ([finding("update"), finding("agree")], {"also:agree"}),
        ([finding(), finding("update")], {"also:update"}),
    ],
)
def test_what_else_was_found_is_weighed(findings: list[Finding], also: set[str]) -> None:
    told = clash_features(view(), view("b"), findings[0], findings)
    assert {name for name in told if name.startswith("also:")} == also
    assert ("said:update" in told) is (findings[0].verdict == "update")


def test_outlets_and_kinds_are_weighed() -> None:
    two, one = view("b", outlet="a"), view()
    assert clash_features(one, two, finding(), [])["one_outlet"] == 1.0
    dated = finding(kind="date", signs=frozenset({"clock"}))
    told = clash_features(one, two, dated, [])
    assert told["kind:date"] == told["date:clock"] == 1.0
    assert not {"kind:figure", "figure:clock"} & told.keys()


def test_one_event_is_weighed_without_the_signs_of_the_values() -> None:
    chosen = finding(signs=frozenset({"killed"}))
    told = event_features(view(), view("b"), BLANK, chosen)
    context = context_features(view(), view("b"))
    assert told == alignment_features(BLANK) | context | {"kind:figure": 1.0}


def test_the_likeliest_clash(monkeypatch: pytest.MonkeyPatch) -> None:
    """Which finding is told depends on both: dates clash more surely, but want more of an event."""
    clash = Model(("none", "conflict", "update"), (0.0, 0.0, -9.0), {"kind:date": (0.0, 3.0, 0.0)})
    event = Model(("other", "same"), (0.0, 0.0), {"kind:date": (0.0, -3.0)})
    sure = Model(("other", "same"), (0.0, 0.0), {})
    models = {"clash": clash, "event-case": event, "event-pair": sure}
    monkeypatch.setattr(weighing, "model", models.__getitem__)
    findings = [finding("agree"), finding(), finding(kind="date")]
    case = likeliest_clash(view(), view("b"), BLANK, findings, "case")
    pair = likeliest_clash(view(), view("b"), BLANK, findings, "pair")
    assert case is not None
    assert pair is not None
    assert (case.finding.kind, pair.finding.kind) == ("figure", "date")
    assert case.event == pair.event == pytest.approx(0.5)
    assert likeliest_clash(view(), view("b"), BLANK, findings[:1], "case") is None


def test_a_clash_is_as_sure_as_its_event_and_either_of_its_kinds() -> None:
    assert Clash(finding(), 0.5, 0.6, 0.2).sure == pytest.approx(0.4)


def test_features_are_the_same_from_both_sides() -> None:
    first, second = view(), view("b", "2021-03-05")
    there, back = lay(first, second, 0.7, 0.8), lay(second, first, 0.7, 0.8)
    chosen = finding(signs=frozenset({"killed"}))
    assert event_features(first, second, there.alignment, chosen) == event_features(
        second, first, back.alignment, chosen
    )
    assert clash_features(first, second, chosen, [chosen]) == clash_features(
        second, first, chosen, [chosen]
    )
