from __future__ import annotations

import dataclasses
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.records import Claim, Decision, Opinion, Reconciliation, Verdict
from reconcile.decisions import Log, StoreError, decide, merge, open_case_log, split
from reconcile.review import proposals
from reconcile.review.queue import FilterError, Item
from reconcile.review.session import Session
from tests.reconcile.review.conftest import build

Begin = Callable[..., Session]


def scores(session: Session) -> list[float]:
    return [item.relation.score for item in session.queue]


def at(session: Session) -> float:
    assert session.current is not None
    return session.current.relation.score


def test_a_session_begins_at_the_most_consequential_open_relation(begin: Begin) -> None:
    session = begin()
    assert scores(session) == [0.9, 0.7, 0.8, 0.3, 0.1]
    assert at(session) == 0.9
    session.decide("conflict")
    assert at(begin()) == 0.7


def test_a_decision_is_in_the_log_before_the_next_relation_is_shown(begin: Begin, log: Log) -> None:
    session = begin()
    item = session.current
    assert item is not None
    made = session.decide("update")
    (written,), _ = log.read()
    assert written == made
    assert (written.relation, written.opinion, written.reviewer) == (item.id, "update", "anna")
    assert written.a is not None
    assert written.a.quote.startswith("Three workers")
    assert written.said is not None
    assert written.said.verdict == "conflict"
    assert session.current != item


def test_skipped_relations_stay_open_and_come_again(begin: Begin) -> None:
    session = begin()
    assert session.skip()
    assert at(session) == 0.7
    for _ in range(4):
        session.decide("agree")
    assert at(session) == 0.9
    assert session.counts().to_do == 1
    assert not session.skip()


def test_steps_go_to_neighbours_and_stop_at_the_ends(begin: Begin) -> None:
    session = begin()
    assert not session.step(-1)
    session.decide("conflict")
    assert session.step(-1)
    assert at(session) == 0.9
    for _ in range(4):
        assert session.step(1)
    assert not session.step(1)


def test_counts_are_of_the_work_list_whatever_the_filter(begin: Begin) -> None:
    session = begin()
    session.narrow("kind:date")
    session.decide("conflict")
    counts = session.counts()
    assert (counts.done, counts.left) == (1, {"conflict": 2, "update": 1, "doubt": 1})


def test_undo_and_redo_go_back_over_restarts(begin: Begin) -> None:
    opinions: list[Opinion] = ["conflict", "update", "agree"]
    session = begin()
    for opinion in opinions:
        session.decide(opinion)
    session = begin()
    undone = [session.undo() for _ in range(4)]
    assert [d.opinion if d else None for d in undone] == ["agree", "update", "conflict", None]
    assert at(session) == 0.9  # where the last one undone was made
    session = begin()
    redone = [session.redo() for _ in range(4)]
    assert [d.opinion if d else None for d in redone] == ["conflict", "update", "agree", None]
    assert session.counts().done == 3


def test_an_undo_of_what_the_filter_hides_shows_it(begin: Begin) -> None:
    session = begin()
    session.decide("conflict")
    session.narrow("kind:date")
    session.undo()
    assert at(session) == 0.9
    assert session.filter == "verdict:any"


def test_deciding_again_replaces_the_verdict(begin: Begin) -> None:
    session = begin()
    session.decide("conflict")
    session.step(-1)
    session.decide("unsure")
    own = session.own(session.queue[0])
    assert own is not None
    assert own.opinion == "unsure"
    assert session.counts().done == 1


def test_another_reviewers_decision_is_seen_but_is_not_mine(begin: Begin) -> None:
    anna, ben = begin("anna"), begin("ben")
    anna.decide("conflict")
    item = anna.queue[0]
    (new,) = ben.refresh()
    assert new.reviewer == "anna"
    assert not ben.done(item)
    ben.jump("1")
    ben.decide("update")
    anna.refresh()
    assert anna.done(item)
    assert anna.rulings[item.id].disagree
    anna.narrow("is:disagreed")
    assert anna.queue == (item,)
    assert anna.undo() is not None  # her own, not his later one
    assert ben.refresh()[-1].act == "undo"
    assert ben.done(item)


def test_twins_are_decided_alike_in_one_go(begin: Begin, case: Reconciliation) -> None:
    """A wire copy asks the same again; another article of the dispute does not."""
    copied = copy_of(case, "south")
    session = begin(rec=copied)
    first = session.current
    assert first is not None
    assert session.repeat() == ()  # nothing was decided yet
    session.decide("conflict")
    (twin,) = session.twins(first)
    assert session.repeat() == (twin,)
    assert session.done(twin)
    assert at(session) == 0.7
    assert session.repeat() == ()
    assert session.undo() is not None
    assert not session.done(twin)
    assert session.done(first)


def copy_of(rec: Reconciliation, outlet: str) -> Reconciliation:
    """The case with a wire copy of an article, its claims and its conflicts carried twice."""
    from reconcile.ids import relation_id

    original = next(article for article in rec.articles if article.id == outlet)
    copy = dataclasses.replace(original, id="copy", outlet="Copy Courier", origin=original.id)
    claims = {
        claim.id: dataclasses.replace(claim, id=f"copy:{claim.start}", article="copy")
        for claim in rec.claims
        if claim.article == original.id
    }
    again = [
        dataclasses.replace(r, id=relation_id(r.a, claims[r.b].id), b=claims[r.b].id)
        for r in rec.relations
        if r.b in claims and r.score == 0.9
    ]
    clusters = tuple(
        dataclasses.replace(c, claims=(*c.claims, *(claims[i].id for i in c.claims if i in claims)))
        for c in rec.clusters
    )
    return dataclasses.replace(
        rec,
        articles=(*rec.articles, copy),
        claims=(*rec.claims, *claims.values()),
        clusters=clusters,
        relations=(*rec.relations, *again),
    )


def test_notes_and_tags_are_kept_and_tags_come_off_again(begin: Begin) -> None:
    session = begin()
    item = session.current
    assert item is not None
    assert session.note("") is None
    session.note("ask the [desk] \x1b[2J")
    session.tag("desk")
    session = begin()
    ruling = session.ruling(item)
    assert ruling is not None
    assert [note.text for note in ruling.notes] == ["ask the [desk] \x1b[2J"]
    assert ruling.tags == ("desk",)
    assert not session.done(item)  # a note is no verdict
    session.tag("desk")
    assert session.rulings[item.id].tags == ()
    assert [d.act for d in session.events] == ["note", "tag", "untag"]


def test_search_and_jump(begin: Begin, case: Reconciliation) -> None:
    session = begin()
    assert session.search("opened")
    assert at(session) == 0.8
    assert session.search("ana berg")
    assert at(session) == 0.3
    assert session.search("ana berg")
    assert at(session) == 0.1
    assert session.search("ana berg")
    assert at(session) == 0.9
    assert not session.search("volcano")
    assert session.jump("4")
    assert at(session) == 0.3
    assert session.jump(session.queue[2].id[:6])
    assert at(session) == 0.8
    assert session.jump(next(c.id for c in case.claims if "1934" in c.quote))
    assert at(session) == 0.8
    assert session.jump("late")  # an article
    assert at(session) == 0.7
    for nowhere in ("", "0", "9", "nothing-like-it"):
        assert not session.jump(nowhere)
    scope = next(r for r in case.relations if r.verdict == "scope")
    assert session.jump(scope.id)  # not in the work list
    assert at(session) == 0.05


def test_a_filter_keeps_the_place_where_it_can(begin: Begin) -> None:
    session = begin()
    session.skip()
    session.narrow("kind:figure")
    assert at(session) == 0.7
    session.narrow("kind:date")
    assert at(session) == 0.8
    with pytest.raises(FilterError):
        session.narrow("kind:colour")
    assert (session.filter, scores(session)) == ("kind:date", [0.8])
    session.narrow("no-such-word")
    assert session.current is None
    assert session.decide("conflict") is None
    assert session.note("x") is None
    session.narrow("")
    assert len(session.queue) == 5


def test_a_case_with_nothing_flagged(begin: Begin, case: Reconciliation) -> None:
    session = begin(rec=dataclasses.replace(case, relations=()))
    assert session.current is None
    assert session.counts().to_do == 0
    assert not session.skip()
    assert session.undo() is None


def test_a_decision_whose_quote_has_changed_is_asked_again(
    begin: Begin, case: Reconciliation
) -> None:
    session = begin()
    session.decide("conflict")
    first = session.queue[0]
    session = begin(rec=reworded(case))
    item = next(item for item in session.queue if item.relation.values == first.relation.values)
    stale = session.stale(item)
    assert stale is not None
    assert stale.changes[0].after.startswith("Nine workers of the mill")
    assert not session.done(item)
    session.jump(item.id)
    session.decide("conflict")
    assert session.done(item)


def reworded(rec: Reconciliation) -> Reconciliation:
    """The case after the second outlet has changed its sentence."""

    def changed(claim: Claim) -> Claim:
        if not claim.quote.startswith("Nine workers"):
            return claim
        quote = claim.quote.replace("workers", "workers of the mill")
        return dataclasses.replace(claim, quote=quote, text=quote, end=claim.end + 12)

    articles = tuple(
        dataclasses.replace(a, text=a.text.replace("Nine workers", "Nine workers of the mill"))
        for a in rec.articles
    )
    return dataclasses.replace(rec, articles=articles, claims=tuple(map(changed, rec.claims)))


def test_what_follows_is_known_before_and_holds_afterwards(begin: Begin) -> None:
    session = begin()
    item = session.current
    assert item is not None
    nine = next(p for p in proposals.splits(session, item) if p.text.startswith("B "))
    decision = nine.make()
    follows = session.follows(decision)
    assert follows.clusters
    assert session.events == ()  # nothing is written by looking
    session.write(decision)
    session.settle()
    claim = session.view.claims[item.relation.b]
    assert session.view.clusters[claim.cluster].claims == (claim.id,)
    session.undo()
    session.settle()
    claim = session.view.claims[item.relation.b]
    assert len(session.view.clusters[claim.cluster].claims) == 3


def test_clusters_are_merged_by_a_claim_of_each(begin: Begin) -> None:
    session = begin()
    item = session.queue[3]
    assert item.relation.verdict == "update"
    first, *others = proposals.merges(session, item)
    assert first.text == "the clusters of A and of B"
    assert len({p.text for p in others}) == len(others)
    session.write(first.make())
    session.settle()
    a, b = (session.view.claims[id_] for id_ in (item.relation.a, item.relation.b))
    assert a.cluster == b.cluster
    one_cluster = [p.text for p in proposals.merges(session, item)]
    assert all(text.startswith("the cluster + ") for text in one_cluster)


def test_names_that_are_one_may_be_parted_and_two_be_made_one(begin: Begin) -> None:
    session = begin()
    item = session.queue[3]
    assert "Lindholm" in proposals.names(session, item)
    offered = [p.text for p in proposals.pairs(session, "Lindholm")]
    assert offered[0] == "Lindholm is NOT Lindholm mill (now taken for one)"
    (decision,) = (p.make() for p in list(proposals.pairs(session, "Lindholm"))[:1])
    assert decision.act == "not_same_name"
    session.write(decision)
    session.settle()
    names = {n.name for claim in session.shown.claims for n in claim.names}
    assert names == {"Lindholm", "Lindholm mill"}
    made_one = [p.text for p in proposals.pairs(session, "Lindholm")]
    assert made_one == ["Lindholm and Lindholm mill are one"]


def test_a_failing_store_changes_nothing(begin: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    session = begin()
    before = session.current

    def full(*decisions: Decision) -> tuple[Decision, ...]:
        raise StoreError("the disk is full")

    monkeypatch.setattr(Log, "append", lambda self, *d: full(*d))
    with pytest.raises(StoreError, match="disk is full"):
        session.decide("conflict")
    assert session.current == before
    assert session.counts().done == 0


def test_a_pair_only_a_reviewer_related_is_in_the_queue_and_can_be_decided(
    begin: Begin, case: Reconciliation, log: Log
) -> None:
    a = next(c.id for c in case.claims if c.quote.startswith("Three"))
    b = next(c.id for c in case.claims if c.quote.startswith("Eleven"))
    log.append(decide(case, (a, b), "conflict", "ben"))
    session = begin()
    session.settle()
    added = next(item for item in session.items if {item.relation.a, item.relation.b} == {a, b})
    assert session.jump(added.id)
    session.decide("update")
    assert session.done(added)


Step = tuple[str, str]
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("decide"), st.sampled_from(["conflict", "update", "agree", "unsure"])),
        st.tuples(
            st.sampled_from(["undo", "redo", "skip", "restart", "back", "note", "other", "repeat"]),
            st.just(""),
        ),
        st.tuples(st.just("filter"), st.sampled_from(["", "is:open", "kind:date", "verdict:any"])),
    ),
    max_size=25,
)


class Model:
    """What a reviewer's decisions ought to be: a stack, and what was taken off it."""

    def __init__(self) -> None:
        self.done: list[tuple[str, str]] = []
        self.undone: list[tuple[str, str]] = []

    def decide(self, relation: str, opinion: str) -> None:
        self.done.append((relation, opinion))
        self.undone.clear()

    def verdicts(self) -> dict[str, str]:
        return {relation: opinion for relation, opinion in self.done if opinion}


@given(STEPS)
@settings(max_examples=40, deadline=None)
def test_any_sequence_of_decide_undo_redo_restart_leaves_the_log_consistent(
    steps: list[Step],
) -> None:
    rec = build()
    with tempfile.TemporaryDirectory() as folder, open_case_log(Path(folder), rec) as log:
        session, model = Session(rec, log, "anna"), Model()
        before: tuple[Decision, ...] = ()
        for step in steps:
            session = take(session, model, step, rec, log)
            events, _ = log.read()
            assert events[: len(before)] == before  # nothing that was written is changed
            assert [e.at for e in events] == sorted({e.at for e in events})
            before = events
            assert own_verdicts(session) == model.verdicts()
            assert session.counts().done == len(model.verdicts())
        assert own_verdicts(Session(rec, log, "anna")) == model.verdicts()
        assert own_verdicts(Session(rec, log, "nobody")) == {}


def own_verdicts(session: Session) -> dict[str, str]:
    found = ((item, session.own(item)) for item in session.items)
    return {item.id: own.opinion or "" for item, own in found if own}


def take(session: Session, model: Model, step: Step, rec: Reconciliation, log: Log) -> Session:
    """One step on the session, and on the model what ought to come of it."""
    name, argument = step
    item: Item | None = session.current
    if name == "decide" and item is not None:
        session.decide(argument)  # type: ignore[arg-type]
        model.decide(item.id, argument)
    elif name == "note" and item is not None:
        session.note("a note")
        model.decide(f"note on {item.id}", "")
    elif name == "undo":
        assert (session.undo() is None) == (not model.done)
        if model.done:
            model.undone.append(model.done.pop())
    elif name == "redo":
        assert (session.redo() is None) == (not model.undone)
        if model.undone:
            model.done.append(model.undone.pop())
    elif name == "repeat":
        assert session.repeat() == ()  # there are no twins in this case
    elif name == "skip":
        session.skip()
    elif name == "back":
        session.step(-1)
    elif name == "filter":
        session.narrow(argument)
    elif name == "other":
        verdicts: list[Verdict] = ["scope", "different"]
        log.append(decide(rec, rec.relations[0].id, verdicts[len(model.done) % 2], "ben"))
        session.refresh()
    elif name == "restart":
        return Session(rec, log, "anna")
    return session


def test_a_split_and_a_merge_by_others_reach_a_running_session(
    begin: Begin, case: Reconciliation, log: Log
) -> None:
    session = begin()
    ids = {c.quote.split()[0]: c.id for c in case.claims}
    log.append(split(case, ids["Nine"], "ben"), merge(case, ids["Three"], ids["Eleven"], "ben"))
    assert len(session.refresh()) == 2
    assert not session.settled
    session.settle()
    assert session.settled
    claims = session.view.claims
    assert claims[ids["Three"]].cluster == claims[ids["Eleven"]].cluster
    assert claims[ids["Nine"]].cluster != claims[ids["Three"]].cluster
    assert at(session) == 0.9
