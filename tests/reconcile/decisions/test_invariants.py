"""Whatever reviewers decide in whatever order, the case that comes of it is a sound one."""

from __future__ import annotations

import dataclasses
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.records import Decision, Opinion
from reconcile.decisions import apply, decide, fold, merge, name_pair, split, undecided
from reconcile.decisions.making import event
from reconcile.ids import cluster_id
from reports import undecided as kept
from tests.reconcile.decisions.cases import FIRE, SAID, make_case

REC = make_case({**FIRE, "west": FIRE["east"]}, {**SAID, ("east:0", "west:0"): "agree"})
CLAIMS = [claim.id for claim in REC.claims]
PAIRS = [(a, b) for a in CLAIMS for b in CLAIMS if a < b]
WHO = st.sampled_from(["Ada", "Ben"])
DECISIONS = st.lists(
    st.one_of(
        st.builds(
            lambda pair, opinion, who: decide(REC, pair, opinion, who),
            st.sampled_from(PAIRS),
            st.sampled_from(get_args(Opinion)),
            WHO,
        ),
        st.builds(lambda claim, who: split(REC, claim, who), st.sampled_from(CLAIMS), WHO),
        st.builds(lambda pair, who: merge(REC, *pair, who), st.sampled_from(PAIRS), WHO),
        st.builds(
            lambda same, who: name_pair("A. Berg", "Ana Berg", same, who), st.booleans(), WHO
        ),
        st.builds(lambda who: event("undo", who), WHO),
    ),
    max_size=12,
)


def stamped(decisions: list[Decision]) -> list[Decision]:
    """As a store would have taken them: with times, each undo with what it undoes."""
    events: list[Decision] = []
    for number, decision in enumerate(decisions):
        if decision.act == "undo":
            target = fold(events).undoable(decision.reviewer)
            if target is None:
                continue
            decision = dataclasses.replace(decision, target=target.id)
        events.append(dataclasses.replace(decision, at=f"2026-01-01T00:00:{number:02}.000000Z"))
    return events


@settings(max_examples=60, deadline=None)
@given(DECISIONS)
def test_a_case_with_decisions_applied_is_sound(decisions: list[Decision]) -> None:
    events = stamped(decisions)
    shown = apply(REC, events)
    assert [c.id for c in shown.claims] == CLAIMS
    assert sorted(id_ for cluster in shown.clusters for id_ in cluster.claims) == CLAIMS
    for cluster in shown.clusters:
        assert cluster.id == cluster_id(cluster.claims)
        assert cluster.label in {c.text for c in shown.claims if c.id in cluster.claims}
        assert {c.cluster for c in shown.claims if c.id in cluster.claims} == {cluster.id}
    for table in (shown.clusters, shown.relations, shown.rulings):
        keys = [getattr(record, "id", None) or record.relation for record in table]
        assert keys == sorted(set(keys))
    in_conflict = {id_ for r in shown.relations if r.verdict == "conflict" for id_ in (r.a, r.b)}
    if shown.tool is not None:
        touched = {c.id for c in shown.clusters} - {c.id for c in REC.clusters}
        for cluster in shown.clusters:
            if cluster.id in touched:
                assert (cluster.status == "disputed") == bool({*cluster.claims} & in_conflict)
    for ruling in shown.rulings:
        assert ruling.disagree == (len({d.opinion for d in ruling.decisions} - {"unsure"}) > 1)
        assert len({d.reviewer for d in ruling.decisions}) == len(ruling.decisions)
    assert apply(shown, events) == shown, "applied twice is applied once"
    assert undecided(shown) == REC
    plain = dataclasses.replace(shown, decisions=(), rulings=(), tool=None)
    assert kept.restore(plain, kept.render(shown)) == REC, "a case on disk keeps what the tool made"
