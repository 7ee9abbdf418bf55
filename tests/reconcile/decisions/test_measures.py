from __future__ import annotations

import dataclasses

import pytest

from claims.records import Decision, Opinion, Ruling
from reconcile.decisions import apply, decide, note
from reconcile.decisions.measures import agreements, scores, total
from reconcile.decisions.telling import agreement, bench, bench_json
from tests.reconcile.decisions.cases import make_case

PLACES = [f"Fact {n} of 3 parts was found." for n in range(8)]
REC = make_case(
    {"north": PLACES, "south": PLACES},
    {(f"north:{n}", f"south:{n}"): "conflict" if n < 6 else "agree" for n in range(8)},
)
RELATIONS = [r.id for r in REC.relations]
CONFLICTS = [r.id for r in REC.relations if r.verdict == "conflict"]


def ruled(*opinions: tuple[str, str, Opinion]) -> tuple[Ruling, ...]:
    """What comes of verdicts: relation, reviewer, opinion."""
    return apply(REC, log(*opinions)).rulings


def log(*opinions: tuple[str, str, Opinion]) -> list[Decision]:
    return [
        dataclasses.replace(
            decide(REC, relation, opinion, who), at=f"2026-01-01T00:00:{n:02}.000000Z"
        )
        for n, (relation, who, opinion) in enumerate(opinions)
    ]


def both(first: str, second: str) -> list[tuple[str, str, Opinion]]:
    """Verdicts of two reviewers on one relation after the other, a letter each."""
    letters: dict[str, Opinion] = {
        "c": "conflict", "a": "agree", "s": "scope", "x": "unsure", "d": "different"
    }  # fmt: skip
    return [
        (relation, who, letters[letter])
        for who, row in (("Ada", first), ("Ben", second))
        for relation, letter in zip(RELATIONS, row, strict=False)
        if letter != "-"
    ]


@pytest.mark.parametrize(
    ("first", "second", "shared", "same", "kappa"),
    [
        ("ccaa", "ccaa", 4, 4, 1.0),
        ("ccaa", "aacc", 4, 0, -1.0),
        ("ccaa", "caca", 4, 2, 0.0),
        # Cohen 1960: (observed - expected) / (1 - expected) = (0.75 - 0.5) / 0.5
        ("ccaa", "caaa", 4, 3, 0.5),
        ("cccc", "cccc", 4, 4, None),
        ("cccc", "ccca", 4, 3, 0.0),
        ("ccxx", "ca-c", 2, 1, 0.0),
        ("cc--", "--aa", 0, 0, None),
    ],
)
def test_agreement_of_two_reviewers(
    first: str, second: str, shared: int, same: int, kappa: float | None
) -> None:
    (found,) = agreements(ruled(*both(first, second)))
    assert (found.first, found.second) == ("Ada", "Ben")
    assert (found.both, found.same) == (shared, same)
    assert found.kappa == (None if kappa is None else pytest.approx(kappa))


def test_three_reviewers_are_three_pairs_and_one_is_none() -> None:
    opinions = [*both("ccaa", "ccca"), (RELATIONS[0], "Cem", "scope")]
    names = [(a.first, a.second) for a in agreements(ruled(*opinions))]
    assert names == [("Ada", "Ben"), ("Ada", "Cem"), ("Ben", "Cem")]
    assert agreements(ruled(*both("cc", "--"))) == ()
    assert agreements(()) == ()


def test_the_report_on_agreement() -> None:
    events = log(*both("ccaa", "caaa"))
    noted = note(REC, RELATIONS[1], "<b>loud</b> | `x` \x1b[31m", "Ada")
    events.append(dataclasses.replace(noted, at="2026-01-02T00:00:00.000000Z"))
    said = agreement(apply(REC, events)).decode()
    assert "| Ada, Ben | 4 | 3 (75%) | 0.50 |" in said
    assert "## 1 disagreement" in said
    assert f"`{RELATIONS[1]}`" in said
    assert "Ada, 1 January 2026: **conflict**" in said
    assert "Ben, 1 January 2026: **agree**" in said
    assert "\\<b\\>loud" in said
    assert "\x1b" not in said


@pytest.mark.parametrize(
    ("opinions", "said"),
    [
        ([], "Nobody has decided anything yet"),
        (both("ca", "--"), "Only Ada has decided (2 relations)"),
        (both("xx", "xx"), "Fewer than two reviewers were sure"),
    ],
)
def test_agreement_takes_two(opinions: list[tuple[str, str, Opinion]], said: str) -> None:
    told = agreement(apply(REC, log(*opinions))).decode()
    assert said in told
    assert "kappa |" not in told


def test_how_often_the_tool_had_agreed() -> None:
    one, two, three, *_ = CONFLICTS
    fine = next(r.id for r in REC.relations if r.verdict == "agree")
    pair = REC.claims[0].id, REC.claims[1].id
    assert not any({r.a, r.b} == {*pair} for r in REC.relations)
    events = log(
        (one, "Ada", "conflict"), (one, "Ben", "different"), (two, "Ada", "different"),
        (three, "Ada", "unsure"), (three, "Ben", "agree"), (three, "Ben", "conflict"),
        (fine, "Ada", "agree"),
    )  # fmt: skip
    missed = decide(REC, pair, "conflict", "Ada")
    events.append(dataclasses.replace(missed, at="2026-01-02T00:00:00.000000Z"))
    rec = apply(REC, events)
    found = {(s.verdict, s.kind): s for s in scores(rec.rulings)}
    conflict = found["conflict", "figure"]
    assert (conflict.decided, conflict.agreed, conflict.unsure) == (4, 2, 1)
    assert conflict.instead == (("different", 2),)
    assert conflict.share == 0.5
    assert total([*found.values()], "conflict").decided == 4
    assert found["agree", ""].share == 1.0
    assert found["", ""].instead == (("conflict", 1),)
    whole = bench_json(rec, found.values())
    assert (whole["decided"], whole["agreed"], whole["unsure"], whole["disagree"]) == (6, 3, 1, 1)
    told = bench(rec, found.values())
    assert "conflict                 4       2   50%  different 2, unsure 1" in told
    assert "6 verdicts on 5 relations; the tool had agreed with 3." in told
    assert "On 1 relation reviewers disagree." in told


def test_nothing_decided_has_no_scores() -> None:
    assert scores(()) == ()
    assert bench(REC, ()) == "Nobody has decided anything yet."
