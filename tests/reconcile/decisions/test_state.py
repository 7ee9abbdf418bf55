from __future__ import annotations

import dataclasses
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.records import Act, Decision
from reconcile.decisions.making import event
from reconcile.decisions.state import fold
from reconcile.decisions.store import open_log

OPERATIONS = st.lists(
    st.tuples(st.sampled_from(["decide", "undo", "redo", "restart"]), st.sampled_from("AB")),
    max_size=25,
)


class Editor:
    """Undo as people know it: a list of what was done and a list of what can be redone."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.redoable: list[str] = []

    def decide(self, id_: str) -> None:
        self.done.append(id_)
        self.redoable.clear()

    def undo(self) -> str | None:
        if not self.done:
            return None
        self.redoable.append(self.done.pop())
        return self.redoable[-1]

    def redo(self) -> str | None:
        if not self.redoable:
            return None
        self.done.append(self.redoable.pop())
        return self.done[-1]


@settings(max_examples=40, deadline=None)
@given(OPERATIONS)
def test_any_sequence_leaves_the_log_as_an_editor_would_have_it(
    operations: list[tuple[str, str]],
) -> None:
    editors = {"A": Editor(), "B": Editor()}
    length = 0
    with TemporaryDirectory() as folder:
        log = open_log(Path(folder), None, "case")
        for act, name in operations:
            editor = editors[name]
            if act == "decide":
                (made,) = log.append(event("note", name))
                editor.decide(made.id)
                length += 1
            elif act == "restart":
                log.close()
                log = open_log(Path(folder), None, "case")
            else:
                taken = log.undo(name) if act == "undo" else log.redo(name)
                expected = editor.undo() if act == "undo" else editor.redo()
                assert (taken.target if taken else None) == expected
                length += taken is not None
        events, _ = log.read()
        log.close()
    state = fold(events)
    assert len(events) == length, "nothing is ever deleted"
    wanted = {id_ for editor in editors.values() for id_ in editor.done}
    assert [e.id for e in state.in_force] == [e.id for e in events if e.id in wanted]
    for name, editor in editors.items():
        last = state.undoable(name)
        assert (last.id if last else None) == (editor.done[-1] if editor.done else None)
        next_ = state.redoable(name)
        assert (next_.id if next_ else None) == (editor.redoable[-1] if editor.redoable else None)
    acts = {e.id for e in events if e.act == "note"}
    assert {e.id for e in (*state.in_force, *state.undone)} == acts
    assert len(state.in_force) + len(state.undone) == len(acts)


def at(second: int, act: Act, reviewer: str = "A", **fields: str) -> Decision:
    made = event(act, reviewer, **fields)
    return dataclasses.replace(made, at=f"2026-01-01T00:00:{second:02}.000000Z")


@given(st.data())
def test_the_order_in_which_logs_come_together_does_not_matter(data: st.DataObject) -> None:
    one, two = at(1, "note"), at(2, "note", "B")
    events = [one, two, at(3, "undo", target=one.id), at(4, "redo", target=one.id), at(5, "note")]
    assert fold(data.draw(st.permutations(events))) == fold(events)


@pytest.mark.parametrize("act", ["undo", "redo"])
def test_what_is_not_there_or_not_ones_own_is_not_undone(act: Act) -> None:
    one = at(1, "note")
    for stray in (at(2, act, "B", target=one.id), at(2, act, target="d0"), at(0, act, target="")):
        state = fold([one, stray])
        assert state.in_force == (one,)
        assert state.undone == ()


def test_nothing_decided() -> None:
    state = fold([])
    assert state.in_force == state.undone == ()
    assert state.undoable("A") is state.redoable("A") is None
