"""The verdict on two claims: a clash that is sure enough, else what the rules read in them."""

from __future__ import annotations

import dataclasses
import math
import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.records import Claim, Verdict
from reconcile import weighing
from reconcile.alignment import align
from reconcile.bars import CLASH, least
from reconcile.findings import Alignment, Finding, Judgement, Match, Part
from reconcile.judge import (
    clashed,
    event_probability,
    fact_probability,
    judge,
    lay,
)
from reconcile.views import View
from reconcile.weighing import Clash, Model
from tests.conftest import (
    make_article,
    make_claim,
    make_figure,
    make_happening,
    make_view,
    make_when,
)

Weigh = Callable[..., None]


@pytest.fixture
def weigh(monkeypatch: pytest.MonkeyPatch) -> Weigh:
    """Puts models in the place of the learnt ones that say the same of every pair."""

    def put(
        event: float = 0.9, conflict: float = 0.05, update: float = 0.05, **kinds: float
    ) -> None:
        """Gives the probabilities; those of a kind named have its logit added for a conflict."""

        def model(name: str) -> Model:
            if name.startswith("event-"):
                return Model(("other", "same"), (math.log(1 - event), math.log(event)), {})
            shares = 1 - conflict - update, conflict, update
            weights = {f"kind:{kind}": (0.0, value, 0.0) for kind, value in kinds.items()}
            bias = tuple(math.log(max(share, 1e-9)) for share in shares)
            return Model(("none", "conflict", "update"), bias, weights)

        monkeypatch.setattr(weighing, "model", model)

    return put


def toll(
    number: str,
    low: float,
    place: str = "Orsa",
    day: str = "",
    means: str = "blast",
    noun: str = "person",
    speaker: str = "",
) -> Claim:
    when = [make_when("that day", day)] if day else []
    told = "that day" if day else "then"
    return make_claim(
        f"The {means} killed {number} in {place} {told}.",
        [make_figure(number, low, noun=noun)],
        when,
        [place],
        make_happening("kill", f"The {means}", number, [place]),
        speaker,
    )


def view(claim: Claim, id_: str, published: str = "2021-03-02") -> View:
    return make_view(claim, make_article(id_, published=published))


def judged(
    a: Claim, b: Claim, story: float = 0.9, likeness: float = 0.8, later: str = "2021-03-02"
) -> Judgement:
    return judge(view(a, "a"), view(b, "b", later), story, likeness)


NINE = toll("9 people", 9)
TWELVE = toll("12 people", 12)
CHILDREN = toll("2 children", 2, noun="child")


TWENTY = toll("20 people", 20)
SURE = 1 - 1e-9
TOTALS = least(Finding("conflict", "figure", ("", ""), "", 1.0, frozenset({"tops"})))


@pytest.mark.parametrize(
    ("other", "event", "conflict", "update", "verdict"),
    [
        (TWELVE, 0.9, 0.9, 0.05, "conflict"),
        (TWELVE, 0.9, 0.05, 0.9, "update"),
        (TWELVE, 0.9, 0.46, 0.44, "conflict"),
        (TWELVE, 0.9, 0.05, 0.05, "different"),  # no clash, and no agreement either
        (TWELVE, 0.3, 0.95, 0.04, "different"),  # sure to differ, but of one event?
        # A clash is either of the two.
        (TWENTY, SURE, TOTALS / 2 + 0.01, TOTALS / 2, "conflict"),
        (TWENTY, SURE, TOTALS / 2 - 0.01, TOTALS / 2, "different"),
    ],
)
def test_the_weights_decide_on_rival_values(
    other: Claim, event: float, conflict: float, update: float, verdict: str, weigh: Weigh
) -> None:
    weigh(event, conflict, update)
    found = judged(NINE, other)
    clash = verdict in ("conflict", "update")
    assert found.verdict == verdict
    assert found.kinds == (("figure",) if clash else ())
    many = "12 people killed" if other is TWELVE else "20 people killed"
    assert found.values == (("9 people killed", many) if clash else ())
    assert found.score == pytest.approx(event * conflict)
    if clash:
        assert found.sameness == pytest.approx(event * (conflict + update))
    if verdict == "different":
        assert found.reason == f"9 people killed and {many} differ, and may be of two things."


def test_without_rival_values_no_weight_is_asked(weigh: Weigh) -> None:
    weigh(0.99, 0.98, 0.01)
    found = judged(NINE, NINE)
    assert (found.verdict, found.score, found.kinds) == ("agree", 0.0, ())
    assert lay(view(NINE, "a"), view(NINE, "b"), 0.9, 0.8).clash("case") is None


@pytest.mark.parametrize(
    ("a", "b", "later", "verdict", "kinds"),
    [
        (NINE, NINE, "2021-03-02", "agree", ()),
        (NINE, TWELVE, "2021-03-02", "different", ()),  # no clash, and no agreement either
        (NINE, TWELVE, "2021-03-03", "update", ("figure",)),  # the toll has risen
        (TWELVE, NINE, "2021-03-03", "different", ()),  # or fallen: no news
        (NINE, CHILDREN, "2021-03-02", "scope", ()),
        (NINE, toll("12 people", 12, means="landslide"), "2021-03-02", "different", ()),
        (
            toll("9 people", 9, day="2021-03-01"),
            toll("12 people", 12, day="2021-02-24"),
            "2021-03-02",
            "different",
            (),
        ),
    ],
)
def test_what_rules_read_in_values_that_are_no_clash(
    a: Claim, b: Claim, later: str, verdict: str, kinds: tuple[str, ...], weigh: Weigh
) -> None:
    weigh()
    found = judged(a, b, later=later)
    assert (found.verdict, found.kinds) == (verdict, kinds)
    assert found.score < CLASH


@pytest.mark.parametrize(("conflict", "update"), [(0.9, 0.05), (0.05, 0.9)])
def test_time_that_a_rule_reads_in_a_clash_makes_it_an_update(
    conflict: float, update: float, weigh: Weigh
) -> None:
    weigh(0.9, conflict, update)
    found = judged(NINE, TWELVE, later="2021-03-03")
    assert found.verdict == "update"
    assert found.reason == (
        "9 people killed and 12 people killed: the later article gives the higher count."
    )
    assert judged(TWELVE, NINE, later="2021-03-03").verdict == (
        "conflict" if conflict > update else "update"  # nothing is read: the weights say it
    )


def test_an_update_that_the_weights_see_says_so(weigh: Weigh) -> None:
    weigh(0.9, 0.05, 0.9)
    found = judged(TWELVE, NINE)
    assert found.reason == "12 people killed and 9 people killed: one is newer than the other."


def test_a_scope_read_by_a_rule_is_a_clash_where_the_weights_are_sure(weigh: Weigh) -> None:
    weigh(0.9, 0.9, 0.05)
    assert judged(NINE, CHILDREN).verdict == "conflict"


HELD, NOT_HELD = (
    make_claim(
        "Rebels captured the town of Orsa.",
        names=["Orsa"],
        happening=make_happening("capture", "Rebels", "the town", ["Orsa"]),
        polarity=polarity,
    )
    for polarity in ("affirmed", "negated")
)


def test_a_strict_rule_is_a_conflict_whatever_the_weights(weigh: Weigh) -> None:
    """``NINE`` and ``TWELVE`` are rivals by a rule that is not: see above."""
    weigh()
    found = judged(HELD, NOT_HELD)
    assert (found.verdict, found.kinds) == ("conflict", ("outcome",))
    assert found.values == ("capture", "not capture")
    event = event_probability(found.alignment)
    assert found.score == found.sameness == pytest.approx(0.7 * event)


def test_a_strict_rule_asks_for_one_event(weigh: Weigh) -> None:
    weigh()
    assert judged(HELD, NOT_HELD, story=0.02, likeness=0.41).verdict == "different"


def test_two_days_are_two_events_however_alike(weigh: Weigh) -> None:
    weigh(0.99, 0.9, 0.09)
    first = toll("9 people", 9, day="2021-03-01")
    found = judged(first, toll("9 people", 9, day="2021-02-24"), likeness=0.99)
    assert found.verdict == "different"
    assert found.reason == "Two events: one of 2021-03-01, the other of 2021-02-24."
    assert (found.values, found.sameness) == ((), 0.0)


def taken(day: str) -> Claim:
    happening = make_happening("capture", "rebels", "Orsa", ["Orsa"])
    text = "Rebels captured Orsa that day."
    return make_claim(text, (), [make_when("that day", day)], ["Orsa"], happening)


def test_two_dates_of_one_thing_may_be_a_conflict_and_not_two_events(weigh: Weigh) -> None:
    weigh(0.9, 0.9, 0.05)
    found = judged(taken("2021-03-01"), taken("2021-02-24"))
    assert (found.verdict, found.kinds) == ("conflict", ("date",))
    assert found.values == ("2021-03-01", "2021-02-24")
    weigh()
    assert judged(taken("2021-03-01"), taken("2021-03-01")).verdict == "agree"


def test_an_event_is_asked_for_where_values_do_not_clash(weigh: Weigh) -> None:
    weigh()
    for other in (NINE, TWELVE):
        assert judged(NINE, other, story=0.02, likeness=0.1).verdict == "different"
    found = judged(NINE, toll("12 people", 12, place="Mora"), story=0.3, likeness=0.5)
    assert found.verdict == "different"
    assert found.reason == "Two events: one at orsa, the other at mora."


def hurt_and_dead(killed: str, low: float, hurt: str, many: float) -> Claim:
    figures = [make_figure(killed, low), make_figure(hurt, many, role="injured")]
    happening = make_happening("kill", "", killed, ["Orsa"])
    return make_claim(f"In Orsa {killed} died and {hurt} hurt.", figures, (), ["Orsa"], happening)


def test_the_likeliest_of_several_clashes_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """``figure:killed`` is a sign of the dead alone: with it they clash less surely."""

    def model(weight: float) -> Callable[[str], Model]:
        clash = Model(
            ("none", "conflict", "update"), (0.0, 1.0, -9.0), {"figure:killed": (0.0, weight, 0.0)}
        )
        return lambda name: clash if name == "clash" else Model(("other", "same"), (0.0, 9.0), {})

    a, b = (
        hurt_and_dead("9 people", 9, "30 were", 30),
        hurt_and_dead("12 people", 12, "20 were", 20),
    )
    monkeypatch.setattr(weighing, "model", model(-2.0))
    assert judged(a, b).values == ("30 people injured", "20 people injured")
    monkeypatch.setattr(weighing, "model", model(2.0))
    assert judged(a, b).values == ("9 people killed", "12 people killed")


def test_kinds_are_weighed_apart(weigh: Weigh) -> None:
    a = dataclasses.replace(taken("2021-03-01"), figures=NINE.figures)
    b = dataclasses.replace(taken("2021-02-24"), figures=TWELVE.figures)
    weigh(0.9, 0.3, 0.01, date=3.0)
    assert judged(a, b).kinds == ("date",)
    weigh(0.9, 0.3, 0.01, figure=3.0)
    assert judged(a, b).kinds == ("figure",)


def test_values_stand_in_the_order_of_the_claims_and_in_the_reason(weigh: Weigh) -> None:
    weigh(0.9, 0.9, 0.05)
    found = judged(NINE, TWELVE)
    assert found.values == ("9 people killed", "12 people killed")
    assert found.reason == "9 people killed against 12 people killed, stated for the same time."


@pytest.mark.parametrize(
    ("conflict", "update", "said"), [(0.5, 0.4, "conflict"), (0.4, 0.5, "update")]
)
def test_clashed(conflict: float, update: float, said: Verdict) -> None:
    laid = lay(view(TWELVE, "a"), view(NINE, "b"), 0.9, 0.8)
    clash = Clash(laid.findings[0], 0.5, conflict, update)
    found = clashed(laid, clash, said)
    assert found.verdict == said
    assert found.score == pytest.approx(0.5 * conflict)
    assert found.sameness == clash.sure == pytest.approx(0.45)
    assert found.alignment is laid.alignment


BURNS = make_claim("The mill burns.", happening=make_happening("burn", "", "the mill"))
RAIN = make_claim("Snow kept falling.", happening=make_happening("snow", "", "the pass"))


def test_a_mended_account_is_an_update(weigh: Weigh) -> None:
    """Whatever the weights see: the first account said that it was one, the later that it was."""
    weigh(0.9, 0.9, 0.05)
    first = make_claim("The sheriff said the details were still preliminary.")
    later = make_claim("The sheriff previously said otherwise.")
    days = "2021-03-01", "2021-03-02"
    seen = [
        make_view(claim, make_article(id_, published=day), after=[RAIN, beside])
        for claim, id_, day, beside in zip((TWELVE, NINE), "ab", days, (first, later), strict=True)
    ]
    found = judge(seen[0], seen[1], 0.9, 0.8)
    assert (found.verdict, found.first_newer) == ("update", False)
    assert found.reason.startswith("12 people killed and 9 people killed: the first account")
    silent = [make_view(TWELVE, seen[0].article), seen[1]]
    assert judge(silent[0], silent[1], 0.9, 0.8).verdict == "conflict"


@pytest.mark.parametrize(
    ("a", "b", "story", "likeness", "verdict", "one_fact"),
    [
        (BURNS, BURNS, 0.9, 0.95, "agree", True),
        (BURNS, RAIN, 0.95, 0.5, "different", False),  # one event, another side of it
        (BURNS, RAIN, 0.6, 0.45, "different", False),
    ],
)
def test_claims_with_nothing_to_compare(
    a: Claim, b: Claim, story: float, likeness: float, verdict: str, one_fact: bool
) -> None:
    found = judged(a, b, story, likeness)
    assert found.verdict == verdict
    assert (found.sameness > 0) is one_fact


DENIES = make_claim(
    "This is no raid by night.", happening=make_happening("be", "", "raid"), polarity="negated"
)
OPENS = make_claim("The bridge opened.", happening=make_happening("open", "", "the bridge"))
SHUTS = make_claim("The ford closed.", happening=make_happening("close", "", "the ford"))


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (
            DENIES,
            dataclasses.replace(DENIES, text="These are no siege wars.", id="b:0"),
            "different",
        ),
        (DENIES, DENIES, "agree"),
        (DENIES, BURNS, "different"),
        (OPENS, SHUTS, "different"),
        (OPENS, OPENS, "agree"),
    ],
)
def test_who_denies_or_says_the_opposite_does_not_agree(a: Claim, b: Claim, verdict: str) -> None:
    assert judged(a, b, 0.95, 0.8).verdict == verdict


def test_what_counts_in_one_article_is_what_speakers_dispute(weigh: Weigh) -> None:
    """Two times or places there are of two things; two counts of two speakers are rivals."""
    weigh(0.9, 0.9, 0.05)
    one, two = toll("9 people", 9, speaker="Nora Lind"), toll("12 people", 12, speaker="Per Dahl")
    a, b = make_view(one, after=[two]), make_view(two, before=[one])
    assert judge(a, b, 1.0, 0.8).verdict == "conflict"

    def at(hour: int) -> Claim:
        when = [make_when("then", f"2021-03-01T{hour:02}:00:00", f"2021-03-01T{hour:02}:00:00")]
        happening = make_happening("explode", "", "the mill")
        return make_claim("The mill exploded then.", (), when, (), happening)

    assert judged(at(9), at(11), later="2021-03-02").kinds == ("time",)
    first, second = make_view(at(9), after=[at(11)]), make_view(at(11), before=[at(9)])
    assert judge(first, second, 1.0, 0.9).verdict == "agree"


def test_the_learnt_weights_know_a_clash_from_two_events() -> None:
    """What any fit must say: one lead's two tolls of one day, and two towns' of two months."""
    rivals = judged(toll("9 people", 9, day="2021-03-01"), toll("12 people", 12, day="2021-03-01"))
    apart = judged(
        toll("9 people", 9, day="2021-03-01"),
        toll("12 people", 12, place="Mora", day="2021-01-20", means="landslide"),
        story=0.05,
        likeness=0.2,
    )
    assert (rivals.verdict, rivals.kinds) == ("conflict", ("figure",))
    assert apart.verdict == "different"
    assert rivals.score > apart.score


CLAIMS = [
    NINE,
    TWELVE,
    BURNS,
    RAIN,
    CHILDREN,
    toll("9 people", 9, place="Mora"),
    toll("12 people", 12, means="landslide"),
    toll("12 people", 12, day="2021-03-01"),
    toll("9 people", 9, day="2021-02-24"),
    toll("4,000 people", 4000),
    taken("2021-03-01"),
    taken("2021-02-28"),
    hurt_and_dead("9 people", 9, "30 were", 30),
    hurt_and_dead("12 people", 12, "20 were", 20),
    dataclasses.replace(BURNS, polarity="negated"),
    HELD,
    NOT_HELD,
    make_claim("Gunmen knifed him: a suicide, or an accident.", happening=make_happening("kill")),
    make_claim("He was stabbed and shot dead, on purpose.", happening=make_happening("kill")),
    make_claim("He lived at 119 Berg Street, in stable condition, and was shot in the leg."),
    make_claim("He lived at 121 Berg Street, critically hurt, and was shot in the head."),
    make_claim("He died at Lindholm Hospital near Dahl school.", names=["Lindholm Hospital"]),
    make_claim("He died at Varsta Hospital near Berg school.", names=["Varsta Hospital"]),
    make_claim("Nora Lind won.", names=["Nora Lind"], happening=make_happening("win")),
    make_claim("Nora Lindt won.", names=["Nora Lindt"], happening=make_happening("win")),
    make_claim("Nobody knows."),
]
SHARE = st.floats(0, 1)


@settings(deadline=None)  # the first comparison loads what it needs
@given(
    st.sampled_from(CLAIMS),
    st.sampled_from(CLAIMS),
    SHARE,
    SHARE,
    st.sampled_from(["2021-03-02", "2021-03-03", "2021-03-20"]),
)
def test_who_is_asked_first_does_not_matter(
    a: Claim, b: Claim, story: float, likeness: float, later: str
) -> None:
    first, second = view(a, "a"), view(b, "b", later)
    there, back = judge(first, second, story, likeness), judge(second, first, story, likeness)
    assert there.verdict == back.verdict
    assert there.kinds == back.kinds
    assert there.values == back.values[::-1]
    assert there.score == pytest.approx(back.score)
    assert there.sameness == pytest.approx(back.sameness)
    for found in (there, back):
        assert 0 <= found.score <= 1
        assert 0 <= found.sameness <= 1
        assert re.fullmatch(r"[A-Z0-9«].*\.", found.reason, re.DOTALL)
        assert found.kinds == () or found.verdict in ("conflict", "update")
        assert found.verdict != "different" or found.sameness == 0


@settings(deadline=None)  # the first comparison loads what it needs
@given(st.sampled_from(CLAIMS), st.sampled_from(CLAIMS), SHARE, SHARE)
def test_findings_are_the_same_from_both_sides(
    a: Claim, b: Claim, story: float, likeness: float
) -> None:
    first, second = view(a, "a"), view(b, "b", "2021-03-03")
    there, back = lay(first, second, story, likeness), lay(second, first, story, likeness)
    told = sorted((f.verdict, f.kind, f.values, f.weight, sorted(f.signs)) for f in there.findings)
    turned = sorted(
        (f.verdict, f.kind, f.values[::-1], f.weight, sorted(f.signs)) for f in back.findings
    )
    assert told == turned


NONE = Part(Match.MISSING)
BLANK = Alignment(0.5, 0.5, 0.3, 0.0, NONE, NONE, NONE, NONE, NONE, NONE, frozenset())


def test_signs_of_one_event() -> None:
    assert event_probability(BLANK) == pytest.approx(0.5)
    same, other = Part(Match.SAME, "x", "x"), Part(Match.DIFFERS, "x", "y")
    for part in ("place", "means", "time", "happening"):
        for_it = event_probability(dataclasses.replace(BLANK, **{part: same}))
        against = event_probability(dataclasses.replace(BLANK, **{part: other}))
        assert for_it > 0.5 > against, part
    for sign in ("story", "likeness", "words", "rare"):
        assert event_probability(dataclasses.replace(BLANK, **{sign: 0.9})) > 0.5, sign


@pytest.mark.parametrize("story", [0.0, 1.0])
def test_no_story_is_so_sure_that_nothing_else_counts(story: float) -> None:
    sure = dataclasses.replace(BLANK, story=story)
    assert 0.01 < event_probability(sure) < 0.99
    assert event_probability(dataclasses.replace(sure, likeness=0.9)) > event_probability(sure)


def test_an_act_that_says_nothing_makes_no_fact() -> None:
    killed, was = (
        dataclasses.replace(BLANK, happening=Part(Match.SAME, s, s)) for s in ("kill", "be")
    )
    assert fact_probability(was) == fact_probability(BLANK)
    by_one = dataclasses.replace(killed, participants=Part(Match.SAME))
    by_others = dataclasses.replace(killed, participants=Part(Match.DIFFERS))
    assert fact_probability(by_one) > fact_probability(BLANK) > fact_probability(by_others)


def test_the_judgement_keeps_what_it_was_made_from() -> None:
    a, b = view(NINE, "a"), view(TWELVE, "b")
    assert judge(a, b, 0.9, 0.8).alignment == align(a, b, 0.9, 0.8)


def test_what_is_somebodys_own_clashes_whatever_happened(weigh: Weigh) -> None:
    weigh(event=0.01)
    told = [("40", "2021-03-01"), ("45", "2021-02-01")]
    first, second = (
        make_view(
            make_claim(
                f"Nora Lind, {age}, was heard on {day}.",
                [make_figure(age, float(age), noun="Nora Lind", role="age", unit="year")],
                [make_when(day, day)],
                names=["Nora Lind"],
            ),
            make_article(id_),
        )
        for id_, (age, day) in zip("ab", told, strict=True)
    )
    said = judge(first, second, 0.5, 0.2)
    assert (said.verdict, said.kinds) == ("conflict", ("age",))
    assert said.score == 0.8
