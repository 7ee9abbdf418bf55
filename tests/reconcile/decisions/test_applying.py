from __future__ import annotations

import dataclasses
from itertools import count

import pytest

from claims.records import Decision, Opinion, Reconciliation, Ruling
from reconcile.decisions import (
    apply,
    consequences,
    decide,
    fold,
    merge,
    name_pair,
    note,
    split,
    tag,
    undecided,
)
from reconcile.decisions.telling import listing
from reconcile.ids import relation_id
from tests.reconcile.decisions.cases import FIRE, SAID, claim, cluster, make_case, relation

_seconds = count()


def log(*decisions: Decision) -> list[Decision]:
    """Decisions as a store would have stamped them."""
    return [
        dataclasses.replace(d, at=f"2026-01-01T00:00:00.{next(_seconds):06}Z") for d in decisions
    ]


def on(rec: Reconciliation, a: str, b: str, opinion: Opinion, reviewer: str = "Ada") -> Decision:
    return decide(rec, relation(rec, a, b).id, opinion, reviewer)


def ruling(rec: Reconciliation, a: str, b: str) -> Ruling:
    id_ = relation_id(claim(rec, a).id, claim(rec, b).id)
    return next(ruling for ruling in rec.rulings if ruling.relation == id_)


def test_nothing_decided_is_the_tools_own_case() -> None:
    rec = make_case()
    assert apply(rec, []) is rec
    made = log(on(rec, "north:0", "south:0", "agree"))
    undone = log(Decision("d1", "", "Ada", "undo", target=made[0].id))
    assert apply(rec, [*made, *undone]) == rec
    assert apply(apply(rec, made), [*made, *undone]) == rec
    assert undecided(apply(rec, made)) == rec


@pytest.mark.parametrize("opinion", ["agree", "update", "scope", "different"])
def test_a_verdict_replaces_the_tools_and_says_so(opinion: Opinion) -> None:
    rec = make_case()
    shown = apply(rec, log(on(rec, "north:0", "south:0", opinion)))
    found = relation(shown, "north:0", "south:0")
    assert found.verdict == opinion
    assert found.kinds == (("figure",) if opinion == "update" else ())
    assert found.values == relation(rec, "north:0", "south:0").values
    assert "Decided by Ada on 1 January 2026" in found.reason
    assert "the tool says conflict: The tool's rule says conflict." in found.reason
    held = ruling(shown, "north:0", "south:0")
    assert (held.opinion, held.disagree, held.stale) == (opinion, False, ())
    assert held.tool
    assert held.tool.verdict == "conflict"


def test_a_verdict_the_tool_shares_confirms_it() -> None:
    rec = make_case()
    shown = apply(rec, log(on(rec, "north:0", "south:0", "conflict")))
    before, after = (relation(r, "north:0", "south:0") for r in (rec, shown))
    assert dataclasses.replace(after, reason=before.reason) == before
    assert after.reason == f"{before.reason} Confirmed by Ada on 1 January 2026."


def test_unsure_changes_nothing_but_is_kept() -> None:
    rec = make_case()
    shown = apply(rec, log(on(rec, "north:0", "south:0", "unsure")))
    assert shown.relations == rec.relations
    assert shown.clusters == rec.clusters
    assert ruling(shown, "north:0", "south:0").opinion == "unsure"
    both = log(
        on(rec, "north:0", "south:0", "unsure"), on(rec, "north:0", "south:0", "agree", "Ben")
    )
    assert ruling(apply(rec, both), "north:0", "south:0").opinion == "agree"


def test_the_status_of_a_cluster_follows() -> None:
    rec = make_case()
    rivals = [("north:0", "south:0"), ("north:0", "east:0")]
    shown = apply(rec, log(*(on(rec, a, b, "agree") for a, b in rivals)))
    assert cluster(shown, "north:0").status == "corroborated"
    assert set(cluster(shown, "north:0").claims) == set(cluster(rec, "north:0").claims)
    shown = apply(rec, log(on(rec, *rivals[0], "agree")))
    assert cluster(shown, "north:0").status == "disputed", "the other conflict stands"
    shown = apply(rec, log(on(rec, "south:1", "east:1", "conflict")))
    assert cluster(shown, "south:1").status == "disputed"


def test_other_facts_leave_the_cluster() -> None:
    rec = make_case()
    apart = [on(rec, "north:0", other, "different") for other in ("south:0", "east:0")]
    shown = apply(rec, log(*apart))
    assert cluster(shown, "north:0").claims == (claim(rec, "north:0").id,)
    assert cluster(shown, "south:0").id == cluster(shown, "east:0").id
    assert cluster(shown, "south:0").status == "corroborated"
    for held in shown.clusters:
        assert all(c.cluster == held.id for c in shown.claims if c.id in held.claims)
    assert sorted(id_ for c in shown.clusters for id_ in c.claims) == [c.id for c in rec.claims]


def test_what_no_decision_touches_keeps_its_record() -> None:
    rec = make_case()
    shown = apply(rec, log(on(rec, "north:0", "south:0", "agree")))
    assert cluster(shown, "south:1") is cluster(rec, "south:1")
    assert relation(shown, "south:1", "east:1") is relation(rec, "south:1", "east:1")


def test_the_last_verdict_of_a_reviewer_counts() -> None:
    rec = make_case()
    events = log(on(rec, "north:0", "south:0", "agree"), on(rec, "north:0", "south:0", "scope"))
    assert relation(apply(rec, events), "north:0", "south:0").verdict == "scope"
    assert len(ruling(apply(rec, events), "north:0", "south:0").decisions) == 1
    undone = log(Decision("d1", "", "Ada", "undo", target=events[1].id))
    assert relation(apply(rec, events + undone), "north:0", "south:0").verdict == "agree"


def test_where_reviewers_disagree_the_tools_verdict_stands_marked() -> None:
    rec = make_case()
    events = log(
        on(rec, "north:0", "south:0", "agree"), on(rec, "north:0", "south:0", "update", "Ben")
    )
    shown = apply(rec, events)
    found = relation(shown, "north:0", "south:0")
    assert found.verdict == "conflict"
    assert "Reviewers disagree: Ada says agree; Ben says update." in found.reason
    held = ruling(shown, "north:0", "south:0")
    assert (held.opinion, held.disagree) == (None, True)
    assert [d.reviewer for d in held.decisions] == ["Ada", "Ben"]
    settled = events + log(on(rec, "north:0", "south:0", "update"))
    assert relation(apply(rec, settled), "north:0", "south:0").verdict == "update"


def test_a_clash_the_tool_missed_gets_a_relation() -> None:
    rec = make_case(said={})
    pair = claim(rec, "north:0").id, claim(rec, "south:0").id
    shown = apply(rec, log(decide(rec, pair, "conflict", "Ada", ["figure"])))
    found = relation(shown, "north:0", "south:0")
    assert (found.verdict, found.kinds) == ("conflict", ("figure",))
    assert "the tool does not relate the two" in found.reason
    assert cluster(shown, "north:0").status == "disputed"
    assert apply(rec, log(decide(rec, pair, "different", "Ada"))).relations == ()


def test_of_an_update_b_is_the_later() -> None:
    rec = make_case()
    days = {"north": "2021-03-05", "south": "2021-03-02", "east": None}
    rec = dataclasses.replace(
        rec,
        articles=tuple(dataclasses.replace(a, published=days[a.id]) for a in rec.articles),
    )
    shown = apply(rec, log(on(rec, "north:0", "south:0", "update")))
    found = relation(shown, "north:0", "south:0")
    assert (found.a, found.b) == (claim(rec, "south:0").id, claim(rec, "north:0").id)
    assert found.values == ("9 people killed", "3 people killed")
    undated = apply(rec, log(on(rec, "north:0", "east:0", "update")))
    assert relation(undated, "north:0", "east:0").a == relation(rec, "north:0", "east:0").a


def test_a_split_and_a_merge_by_hand() -> None:
    rec = make_case()
    alone = split(rec, claim(rec, "east:0").id, "Ada")
    shown = apply(rec, log(alone))
    assert cluster(shown, "east:0").claims == (claim(rec, "east:0").id,)
    assert len(cluster(shown, "north:0").claims) == 2
    together = merge(rec, claim(rec, "north:1").id, claim(rec, "south:1").id, "Ben")
    shown = apply(rec, log(alone, together))
    assert len(cluster(shown, "north:1").claims) == 3
    assert cluster(shown, "north:1").label in {c.text for c in rec.claims}
    back = merge(rec, claim(rec, "north:0").id, claim(rec, "east:0").id, "Ada")
    assert cluster(apply(rec, log(alone, back)), "east:0").claims == cluster(rec, "east:0").claims


def test_notes_and_tags_are_with_their_relation() -> None:
    rec = make_case()
    id_ = relation(rec, "north:0", "south:0").id
    events = log(
        note(rec, id_, "ask the mayor", "Ada"),
        tag(rec, id_, "later", "Ada"),
        tag(rec, id_, "front", "Ben"),
        tag(rec, id_, "later", "Ben", on=False),
    )
    shown = apply(rec, events)
    held = ruling(shown, "north:0", "south:0")
    assert [n.text for n in held.notes] == ["ask the mayor"]
    assert held.tags == ("front",)
    assert (held.opinion, held.disagree, held.decisions) == (None, False, ())
    assert shown.relations == rec.relations


def test_two_spellings_are_one_name_or_not() -> None:
    rec = make_case({"north": ["Ana Berg spoke."], "south": ["A. Berg spoke of Ana Berg."]}, {})
    two = dataclasses.replace(claim(rec, "south:0"))
    written = dataclasses.replace(two.names[0], text="A. Berg", start=0, end=7, name="A. Berg")
    two = dataclasses.replace(two, names=(written, *two.names))
    rec = dataclasses.replace(rec, claims=(claim(rec, "north:0"), two))
    one = log(name_pair("Ana Berg", "A. Berg", True, "Ada"))
    shown = apply(rec, one)
    assert {n.name for c in shown.claims for n in c.names} == {"Ana Berg"}
    assert [(m.name, m.variant) for m in shown.merges] == [("Ana Berg", "A. Berg")]
    assert "Ada" in shown.merges[0].reason
    apart = apply(rec, one + log(name_pair("A. Berg", "Ana Berg", False, "Ben")))
    assert apart.claims == rec.claims
    assert apart.merges == ()
    merged = dataclasses.replace(shown, tool=None, decisions=(), rulings=())
    shown = apply(merged, log(name_pair("Ana Berg", "A. Berg", False, "Ada")))
    assert [n.name for n in claim(shown, "south:0").names] == ["A. Berg", "Ana Berg"]
    assert shown.merges == ()


@pytest.mark.parametrize("pair", ["rnone", "", ("cnone", "cnone"), ("", "")])
def test_what_is_not_in_the_case_is_said(pair: str | tuple[str, str]) -> None:
    with pytest.raises(LookupError, match="the case has no"):
        decide(make_case(), pair, "agree", "Ada")


CHANGED = {**FIRE, "south": ["The fire killed 12 people.", *FIRE["south"][1:]]}
MOVED = {**FIRE, "south": ["A line came first.", *FIRE["south"]]}


def test_a_quote_that_only_moved_keeps_its_decision() -> None:
    rec = make_case()
    events = log(on(rec, "north:0", "south:0", "agree"), on(rec, "north:0", "east:0", "agree"))
    said = {(a, b.replace("south:0", "south:1")): v for (a, b), v in list(SAID.items())[:2]}
    said |= {("south:1", "east:0"): "agree", ("south:2", "east:1"): "agree"}
    later = make_case(MOVED, said)
    shown = apply(later, events)
    assert relation(shown, "north:0", "south:1").verdict == "agree"
    assert ruling(shown, "north:0", "south:1").stale == ()


def test_a_decision_on_words_that_changed_is_stale_and_not_applied() -> None:
    rec = make_case()
    events = log(on(rec, "north:0", "south:0", "agree"))
    shown = apply(make_case(CHANGED), events)
    found = relation(shown, "north:0", "south:0")
    assert found.verdict == "conflict"
    held = ruling(shown, "north:0", "south:0")
    assert held.opinion is None
    (stale,) = held.stale
    assert not stale.holds
    assert [(c.what, c.before, c.after) for c in stale.changes] == [
        ("quote_b", "The fire killed 9 people.", "The fire killed 12 people.")
    ]
    again = events + log(on(make_case(CHANGED), "north:0", "south:0", "agree"))
    settled = ruling(apply(make_case(CHANGED), again), "north:0", "south:0")
    assert (settled.opinion, settled.stale) == ("agree", ())


def test_a_decision_on_words_that_are_gone_stays_in_the_log_alone() -> None:
    rec = make_case()
    events = log(on(rec, "north:0", "south:0", "agree"))
    gone = {name: lines for name, lines in FIRE.items() if name != "south"}
    shown = apply(make_case(gone, {("north:0", "east:0"): "conflict"}), events)
    assert [r.verdict for r in shown.relations] == ["conflict"]
    (held,) = shown.rulings
    assert held.relation == events[0].relation
    assert [(c.what, c.after) for c in held.stale[0].changes] == [("quote_b", "")]
    assert shown.decisions == tuple(events)


def test_a_split_whose_words_changed_is_asked_again() -> None:
    rec = make_case()
    events = log(
        split(rec, claim(rec, "south:0").id, "Ada"),
        merge(rec, claim(rec, "north:1").id, claim(rec, "south:1").id, "Ada"),
    )
    later = make_case(CHANGED)
    alone, together = listing(apply(later, events), fold(events))
    assert (alone["state"], alone["holds"]) == ("stale", False)
    assert alone["changed"][0]["after"] == "The fire killed 12 people."
    assert (together["state"], together["holds"]) == ("in force", True)
    assert len(cluster(apply(later, events), "south:0").claims) == 3


def test_other_values_of_the_same_quotes_are_asked_again_and_still_applied() -> None:
    rec = make_case()
    events = log(on(rec, "north:0", "south:0", "agree"))
    read_anew = dataclasses.replace(
        rec,
        relations=tuple(
            dataclasses.replace(r, values=("3 people", "9 people")) for r in rec.relations
        ),
    )
    shown = apply(read_anew, events)
    assert relation(shown, "north:0", "south:0").verdict == "agree"
    (stale,) = ruling(shown, "north:0", "south:0").stale
    assert stale.holds
    assert [(c.what, c.before) for c in stale.changes] == [
        ("values", "3 people killed / 9 people killed")
    ]


def test_a_cluster_that_grew_is_asked_again_and_still_applied() -> None:
    rec = make_case()
    events = log(on(rec, "north:0", "south:0", "agree"))
    said = {**SAID, ("south:0", "west:0"): "agree", ("east:0", "west:0"): "agree",
            ("north:0", "west:0"): "conflict"}  # fmt: skip
    later = make_case({**FIRE, "west": ["The fire killed 9 men."]}, said)
    shown = apply(later, events)
    assert relation(shown, "north:0", "south:0").verdict == "agree"
    (stale,) = ruling(shown, "north:0", "south:0").stale
    assert stale.holds
    (change,) = stale.changes
    assert change.what == "cluster_a"
    assert "joined by “The fire killed 9 men.” (West)" in change.after


def test_an_article_read_from_its_place_again_under_another_id_is_found() -> None:
    rec = make_case()
    events = log(on(rec, "north:0", "south:0", "agree"))
    told = {{"south": "zsouth"}.get(name, name): lines for name, lines in FIRE.items()}
    said = {(a, b.replace("south", "zsouth")): v for (a, b), v in list(SAID.items())[:2]}
    renamed = make_case(told, said | {("zsouth:0", "east:0"): "agree"})
    shown = apply(renamed, events)
    assert relation(shown, "north:0", "zsouth:0").verdict == "agree"
    assert ruling(shown, "north:0", "zsouth:0").stale == ()


def test_the_consequences_are_told_before() -> None:
    rec = make_case()
    told = consequences(rec, [], split(rec, claim(rec, "east:0").id, "Ada"))
    assert told.relations == ()
    ((before, after),) = told.clusters
    assert [len(c.claims) for c in before] == [3]
    assert sorted(len(c.claims) for c in after) == [1, 2]
    assert any("becomes" in line for line in told.lines())
    told = consequences(rec, [], on(rec, "south:1", "east:1", "conflict"))
    ((old, new),) = told.relations
    assert old
    assert (old.verdict, new.verdict) == ("agree", "conflict")
    told = consequences(rec, [], on(rec, "south:1", "east:1", "unsure"))
    assert told.lines() == ("Nothing else changes.",)
    told = consequences(rec, [], name_pair("A. Berg", "Ana Berg", True, "Ada"))
    assert told.names == 1
