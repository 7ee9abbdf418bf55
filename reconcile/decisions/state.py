"""The log of decisions, folded into what is in force.

Undo and redo are events of the log themselves, so that nothing is ever deleted and the log can
be read the same way by everybody: a reviewer's undo takes back the last of his own decisions
that is in force, a redo takes up again what he undid last, and a new decision empties what
could be redone, as editors do.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping

from claims.records import Decision


@dataclasses.dataclass(frozen=True, slots=True)
class State:
    """What is in force, of all reviewers."""

    in_force: tuple[Decision, ...]
    """Decisions that are not undone, in the order they were made; no undo or redo among them."""
    undone: tuple[Decision, ...]
    """Those that are, in the order they were made."""
    undo_next: Mapping[str, Decision]
    """Of each reviewer who can undo: the decision it would take back."""
    redo_next: Mapping[str, Decision]
    """Of each reviewer who can redo: the decision it would take up again."""

    def undoable(self, reviewer: str) -> Decision | None:
        """What an undo of this reviewer would take back."""
        return self.undo_next.get(reviewer)

    def redoable(self, reviewer: str) -> Decision | None:
        """What a redo of this reviewer would take up again."""
        return self.redo_next.get(reviewer)


@dataclasses.dataclass(slots=True)
class _Stacks:
    """One reviewer's decisions while the log is read."""

    done: list[Decision] = dataclasses.field(default_factory=list)
    undone: list[Decision] = dataclasses.field(default_factory=list)
    dropped: list[Decision] = dataclasses.field(default_factory=list)

    def take(self, event: Decision) -> None:
        if event.act == "undo":
            _move(event.target, self.done, self.undone)
        elif event.act == "redo":
            _move(event.target, self.undone, self.done)
        else:
            self.done.append(event)
            self.dropped += self.undone
            self.undone.clear()


def _move(target: str, source: list[Decision], goal: list[Decision]) -> None:
    """Moves the decision with this id; a log cut short may name one that it does not hold."""
    for place in reversed(range(len(source))):
        if source[place].id == target:
            goal.append(source.pop(place))
            return


def order(event: Decision) -> tuple[str, str]:
    """What events are sorted by: two logs put together read the same whichever came first."""
    return event.at, event.id


def fold(events: Iterable[Decision]) -> State:
    """What is in force after these events, in whatever order they come.

    An undo or redo of what the reviewer did not decide, or of what is not there, does nothing.
    No events give a state with nothing in it.
    """
    reviewers: dict[str, _Stacks] = {}
    for event in sorted(events, key=order):
        reviewers.setdefault(event.reviewer, _Stacks()).take(event)
    stacks = reviewers.values()
    return State(
        in_force=_sorted(event for each in stacks for event in each.done),
        undone=_sorted(event for each in stacks for event in (*each.undone, *each.dropped)),
        undo_next={name: each.done[-1] for name, each in reviewers.items() if each.done},
        redo_next={name: each.undone[-1] for name, each in reviewers.items() if each.undone},
    )


def _sorted(events: Iterable[Decision]) -> tuple[Decision, ...]:
    return tuple(sorted(events, key=order))
