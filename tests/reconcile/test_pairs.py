"""Pairs of texts: how they are read, and what of them is judged."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.records import Polarity
from reconcile import pairs, weighing
from reconcile.findings import Judgement
from reconcile.pairs import (
    CLASH,
    NOTHING,
    REASONS,
    VERDICTS,
    Meeting,
    judge_meeting,
    judge_pair,
    likeliest,
    meet,
    pair_features,
)
from reconcile.sides import Pair, Side
from reconcile.trees import Trees
from reconcile.views import View
from reconcile.weighing import Features, Model
from tests.conftest import (
    WordEncoder,
    make_article,
    make_claim,
    make_figure,
    make_happening,
    make_view,
)

DAY = "2021-03-02"
NINE = "A fire at the Lindholm mill in Varsta killed nine workers on Monday."
TWELVE = "The fire at the Lindholm mill in Varsta killed twelve workers on Monday."
FIVE = "Five firefighters were injured at the Lindholm mill in Varsta."


def toll(number: str, low: float, place: str = "Orsa", published: str = "2021-03-02") -> View:
    claim = make_claim(
        f"The fire killed {number} in {place}.",
        [make_figure(number, low)],
        (),
        [place],
        make_happening("kill", "The fire", number, [place]),
    )
    return make_view(claim, make_article(f"{number} {place}", published=published))


NO_FIGURE = make_view(make_claim("The pass was open.", names=()), make_article("c"))

Weigh = Callable[..., list[Features]]


@pytest.fixture
def weigh(monkeypatch: pytest.MonkeyPatch) -> Weigh:
    """Puts models that say the same of every pair in the place of the learnt ones."""

    def put(clash: tuple[float, float] = (0.05, 0.05), verdict: str = "agree") -> list[Features]:
        """Gives the probabilities of a conflict and an update, and a calm verdict.

        Returns:
            The features of each pair of texts that is asked for its score, as it is asked.
        """
        asked: list[Features] = []

        class Noting(Model):
            def probabilities(self, features: Features) -> dict[str, float]:
                asked.append(features)
                return Model.probabilities(self, features)

        def bias(*shares: float) -> tuple[float, ...]:
            return tuple(map(math.log, shares))

        models = {
            "event-pair": Model(("other", "same"), bias(0.1, 0.9), {}),
            "clash": Model(("none", "conflict", "update"), bias(1 - sum(clash), *clash), {}),
            "score": Noting(("other", "conflict", "update"), bias(1 - sum(clash), *clash), {}),
        }
        monkeypatch.setattr(weighing, "model", models.__getitem__)
        monkeypatch.setattr(pairs, "model", models.__getitem__)
        calm = bias(*(0.8 if v == verdict else 0.1 for v in VERDICTS))
        grown = {
            "verdict": Trees(VERDICTS, calm, (), ((),) * 3),
            "score": Trees(models["score"].classes, models["score"].bias, (), ((),) * 3),
        }
        monkeypatch.setattr(pairs, "trees", grown.get)
        return asked

    return put


def texts(a: list[View], b: list[View], likeness: float | list[list[float]] = 0.8) -> Judgement:
    """The judgement on two texts with these claims, of one story."""
    cosines = np.array(likeness, dtype=np.float32) * np.ones((len(a), len(b)), dtype=np.float32)
    sides = Side("x", DAY), Side("y", DAY)
    return judge_meeting(Pair("1", *sides), Meeting(tuple(a), tuple(b), cosines, 0.9))


@pytest.mark.parametrize(
    ("clash", "verdict"),
    [
        ((0.9, 0.05), "conflict"),
        ((0.05, 0.9), "update"),
        ((0.05, 0.05), "scope"),  # what the model of calm pairs says
        ((CLASH + 0.01, 0.05), "conflict"),
        ((CLASH - 0.01, 0.05), "scope"),
        ((CLASH / 2 - 0.01, CLASH / 2 + 0.02), "update"),  # sure enough together
        ((CLASH / 2 + 0.02, CLASH / 2 - 0.01), "scope"),  # a conflict sooner, if any
    ],
)
def test_a_sure_clash_of_two_claims_is_one_of_their_texts(
    clash: tuple[float, float], verdict: str, weigh: Weigh
) -> None:
    weigh(clash, "scope")
    found = texts([toll("12", 12)], [toll("9", 9)])
    assert found.verdict == verdict
    assert found.kinds == (() if verdict == "scope" else ("figure",))
    assert found.score == pytest.approx(clash[0])  # of the texts as a whole, clash or none


@pytest.mark.parametrize("verdict", VERDICTS)
def test_two_texts_that_do_not_clash(verdict: str, weigh: Weigh) -> None:
    weigh(verdict=verdict)
    found = texts([NO_FIGURE], [toll("9", 9)], 0.1)
    assert found.verdict == verdict
    assert found.kinds == found.values == ()
    assert (found.sameness == 0) is (verdict == "different")


def test_the_reason_is_that_of_the_claims_where_they_give_one(weigh: Weigh) -> None:
    weigh(verdict="agree")
    found = texts([NO_FIGURE, toll("9", 9)], [toll("9", 9, published="2021-03-03")])
    assert found.reason == "Both give 9 people killed."
    weigh(verdict="scope")
    assert texts([toll("9", 9)], [toll("9", 9)]).reason == REASONS["scope"]


def test_the_likeliest_clash_of_any_two_claims_is_told(weigh: Weigh) -> None:
    weigh((0.9, 0.05))
    found = texts([NO_FIGURE, toll("9", 9)], [NO_FIGURE, toll("12", 12)])
    assert found.values == ("9 people killed", "12 people killed")
    laid = Meeting((NO_FIGURE,), (toll("9", 9),), np.ones((1, 1), dtype=np.float32), 0.9).laid()
    assert likeliest(laid) == (laid[0], None)


def test_texts_that_both_give_both_values_do_not_clash(weigh: Weigh) -> None:
    weigh((0.9, 0.05), "agree")
    nine, twelve, ten = toll("9", 9), toll("12", 12), toll("10", 10)
    assert texts([nine, twelve], [toll("12", 12), toll("9", 9)]).verdict == "agree"
    assert texts([nine], [toll("12", 12), toll("9", 9)]).verdict == "agree"
    found = texts([nine, twelve], [ten, toll("9", 9)])
    assert (found.verdict, found.values) == ("conflict", ("12 people killed", "10 people killed"))


def captured(polarity: Polarity) -> View:
    happening = make_happening("capture", "Rebels", "the town", ["Orsa"])
    claim = make_claim(
        "Rebels captured Orsa.", (), (), ["Orsa"], happening=happening, polarity=polarity
    )
    return make_view(claim, make_article(polarity))


def test_a_strict_rule_decides_where_no_clash_is_sure(weigh: Weigh) -> None:
    weigh((0.35, 0.05))
    found = texts([NO_FIGURE, captured("affirmed")], [captured("negated")])
    assert (found.verdict, found.kinds) == ("conflict", ("outcome",))
    assert found.score == pytest.approx(0.35)


def test_texts_without_claims_are_weighed_by_nothing(weigh: Weigh) -> None:
    asked = weigh((0.9, 0.05), "agree")
    assert texts([], [toll("9", 9)]) is NOTHING
    assert texts([toll("9", 9)], []) is NOTHING
    assert asked == []


def test_what_of_two_texts_is_weighed(weigh: Weigh) -> None:
    asked = weigh((0.3, 0.1))
    texts([toll("9", 9), NO_FIGURE], [toll("12", 12)], [[0.3], [0.9]])
    (features,) = asked
    assert features["likeness"] == pytest.approx(0.9)  # of the two claims most alike
    assert features["found:conflict"] == features["clash"] == 1.0  # of any two claims
    assert features["conflict"] > features["update"]
    texts([NO_FIGURE], [toll("12", 12)])
    assert not {"clash", "conflict", "update", "one event", "found:conflict"} & asked[-1].keys()


@settings(deadline=None)  # the first comparison loads what it needs
@given(
    st.lists(
        st.sampled_from([toll("9", 9), toll("12", 12), captured("affirmed"), NO_FIGURE]),
        min_size=1,
        max_size=3,
    ),
    st.lists(
        st.sampled_from(
            [toll("15", 15, "Mora"), captured("negated"), toll("9", 9, "Dala", "2021-03-05")]
        ),
        min_size=1,
        max_size=2,
    ),
    st.randoms(use_true_random=False),
)
def test_who_is_asked_first_does_not_matter(a: list[View], b: list[View], chance: object) -> None:
    """By the learnt weights. No two claims are just as like as two others."""
    numbers = list(range(1, len(a) * len(b) + 1))
    chance.shuffle(numbers)  # type: ignore[attr-defined]
    likeness = np.array(numbers, dtype=np.float32).reshape(len(a), len(b)) / 10
    there = texts(a, b, likeness.tolist())
    back = texts(b, a, likeness.T.tolist())
    assert (there.verdict, there.kinds) == (back.verdict, back.kinds)
    assert sorted(there.values) == sorted(back.values)
    assert there.score == pytest.approx(back.score)
    assert there.sameness == pytest.approx(back.sameness)
    assert 0 <= there.score <= 1
    assert 0 <= there.sameness <= 1


def test_features_do_not_depend_on_which_text_is_first() -> None:
    first, second = toll("9", 9), toll("12", 12, "Mora", "2021-03-05")
    one, other = Side("It killed 9 in Orsa."), Side("It did not kill twelve in Mora.")
    row = np.array([[0.7]], dtype=np.float32)
    there = Meeting((first,), (second,), row, 0.9).laid()
    back = Meeting((second,), (first,), row, 0.9).laid()
    told = pair_features(Pair("1", one, other), there, there[0], there[0].clash("pair"))
    turned = pair_features(Pair("1", other, one), back, back[0], back[0].clash("pair"))
    assert told == pytest.approx(turned)


def side(text: str, before: str = "", after: str = "", published: str | None = DAY) -> Side:
    return Side(text, published, "", before, after)


@pytest.mark.model
def test_rival_tolls_are_a_conflict_and_like_ones_are_none(encoder: WordEncoder) -> None:
    found = judge_pair(Pair("1", side(NINE), side(TWELVE)), encoder)
    assert (found.verdict, found.kinds) == ("conflict", ("figure",))
    assert found.values == ("9 workers killed", "12 workers killed")
    assert judge_pair(Pair("1", side(NINE), side(NINE)), encoder).verdict == "agree"


@pytest.mark.model
def test_another_event_is_different(encoder: WordEncoder) -> None:
    game = "Malung beat Orsa by two goals in the final of the regional cup on Sunday."
    found = judge_pair(Pair("1", side(NINE), side(game)), encoder)
    assert (found.verdict, found.kinds) == ("different", ())
    rivals = judge_pair(Pair("1", side(NINE), side(TWELVE)), encoder)
    assert found.score < rivals.score


@pytest.mark.model
@pytest.mark.parametrize(
    ("a", "b"),
    [
        (side(""), side(NINE)),
        (side(NINE), side(" \n ")),
        (side(""), side("")),
        (side("?"), side("\x00\ud800")),
    ],
)
def test_a_text_that_states_nothing_is_different(a: Side, b: Side, encoder: WordEncoder) -> None:
    found = judge_pair(Pair("1", a, b), encoder)
    assert (found.verdict, found.score, found.kinds) == ("different", 0.0, ())
    assert found.reason == NOTHING.reason


@pytest.mark.model
def test_the_context_is_read_but_not_judged(encoder: WordEncoder) -> None:
    """The rival toll stands in the context: it is no word of the text to judge."""
    pair = Pair("1", side(NINE, after=FIVE), side(FIVE, before=TWELVE))
    meeting = meet(pair, encoder)
    assert [v.claim.quote.strip(" .") for v in meeting.first] == [NINE.strip(".")]
    assert [v.claim.quote.strip(" .") for v in meeting.second] == [FIVE.strip(".")]
    assert meeting.likeness.shape == (1, 1)
    assert meeting.second[0].before >= {"varsta"}  # the context is known, though
    assert judge_pair(pair, encoder).verdict != "conflict"


@pytest.mark.model
@pytest.mark.parametrize(
    ("before", "text", "after", "whole"),
    [
        ("Ten fled.", "Nine died", "", "Ten fled. Nine died"),
        ("Ten fled.\n\n", "Nine died", "", "Ten fled.\n\nNine died"),
        ("", "Ann Lee, 23", ", and Tom Orr, 25, died.", "Ann Lee, 23, and Tom Orr, 25, died."),
        ("", "Nine died", ".", "Nine died."),
        ("", "Nine died.", "Ten fled.", "Nine died. Ten fled."),
        ('She said: "', "Nine died", '" and left.', 'She said: "Nine died" and left.'),
        ("", "Nine died.", '"Ten fled," he said.', 'Nine died. "Ten fled," he said.'),
        ("  It cost (", "nine euros", ") then.  ", "It cost (nine euros) then."),
    ],
)
def test_a_text_and_its_context_are_put_together_as_they_were_written(
    before: str, text: str, after: str, whole: str, encoder: WordEncoder
) -> None:
    first = meet(Pair("1", side(text, before=before, after=after), side(FIVE)), encoder).first
    assert {view.article.text for view in first} == {whole}
    assert all(text in view.claim.quote or view.claim.quote in text for view in first)


@pytest.mark.model
def test_the_context_names_what_the_text_leaves_unsaid(encoder: WordEncoder) -> None:
    alone = meet(Pair("1", side("Twelve workers died."), side(NINE)), encoder)
    told = meet(
        Pair("1", side("Twelve workers died.", before="A fire broke out in Varsta."), side(NINE)),
        encoder,
    )
    assert alone.first[0].setting == frozenset()
    assert told.first[0].setting == {"varsta"}


@pytest.mark.model
def test_of_several_claims_a_sure_clash_is_the_verdict(encoder: WordEncoder) -> None:
    both = side(f"{FIVE} {TWELVE}")
    assert judge_pair(Pair("1", side(NINE), both), encoder).verdict == "conflict"
    assert judge_pair(Pair("1", both, side(NINE)), encoder).verdict == "conflict"
    assert len(meet(Pair("1", both, both), encoder).laid()) == 4


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "given", "day"),
    [
        ("VARSTA, March 1, 2021 - A fire killed nine workers.", "2021-03-03", "2021-03-01"),
        ("A fire killed nine workers.", "2021-03-03T10:00:00Z", "2021-03-03"),
        ("A fire killed nine workers.", None, ""),
        ("A fire killed nine workers.", "yesterday", ""),
    ],
)
def test_the_date_line_of_the_text_is_surer_than_the_row(
    text: str, given: str | None, day: str, encoder: WordEncoder
) -> None:
    published = meet(Pair("1", side(text, published=given), side(NINE)), encoder).first[0].published
    assert (published.isoformat() if published else "") == day


@pytest.mark.model
def test_half_a_surrogate_pair_is_read_as_a_mark(encoder: WordEncoder) -> None:
    hostile = Pair("1", side(f"\ud800 {NINE} not\udfff"), side(TWELVE, before="\ud800 He."))
    assert judge_pair(hostile, encoder).verdict in ("conflict", "agree", "scope", "different")
    bare = Pair("1", Side("The mill \ud800 burned."), Side("The mill did not burn."))
    assert judge_pair(bare, encoder).verdict
