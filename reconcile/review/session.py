"""The state of a review: what is looked at, what was decided, undo and redo. No terminal.

Every decision is in the log before a method returns; what the session holds beside it (place in
the queue, filter) may be lost at any moment. All else is worked out anew from the log.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Protocol

from claims.records import Act, Decision, Opinion, Reconciliation, Ruling, Stale
from reconcile.decisions import Consequences, Index, apply, consequences, decide, fold, note, tag
from reconcile.decisions.ruling import rulings
from reconcile.review.queue import GROUPS, Group, Item, Marks, Standing, items
from reconcile.review.walk import Walk
from reports.view import View


class EventLog(Protocol):
    """The append-only log of a case, as :class:`reconcile.decisions.Log` keeps it."""

    def append(self, *decisions: Decision) -> tuple[Decision, ...]: ...

    def undo(self, reviewer: str) -> Decision | None: ...

    def redo(self, reviewer: str) -> Decision | None: ...

    def read(self, after: int = 0) -> tuple[tuple[Decision, ...], int]: ...


Pair = str | tuple[str, str]
"""Id of a relation, or ids of two claims the tool did not relate."""

Seen = tuple[int, tuple[Decision, ...], int]
"""A place in the log, what comes after it, and the place to read on from."""

STRUCTURAL: frozenset[Act] = frozenset({"split", "merge", "same_name", "not_same_name"})
"""Acts that change clusters or names."""


@dataclasses.dataclass(frozen=True, slots=True)
class Counts:
    """How far a reviewer has come with the work list."""

    done: int
    left: Mapping[Group, int]
    """Of each group what is not decided, or has to be decided again; groups of none left out."""

    @property
    def to_do(self) -> int:
        return sum(self.left.values())


class Session(Walk):
    """A reviewer's way through a case, and what he decides on it.

    Attributes:
        index: The case as the tool made it, with what decisions look up in it.
        shown: The case with decisions applied, as it was when last settled.
        rulings: What reviewers hold of each relation, by its id; always up to date.
    """

    def __init__(self, tool: Reconciliation, log: EventLog, reviewer: str) -> None:
        super().__init__()
        self.reviewer = reviewer
        self._log = log
        self._events: tuple[Decision, ...] = ()
        self._place = self._settled = 0
        self._last: tuple[Item, Opinion] | None = None
        self.index = Index(tool)
        self._known = {relation.id for relation in tool.relations}
        self.shown = tool
        self.view = View(tool)
        self.rulings: Mapping[str, Ruling] = {}
        self.refresh()
        self.items = items(self.view)
        self.choose("")

    # What is known

    @property
    def events(self) -> tuple[Decision, ...]:
        """The log as far as it was read."""
        return self._events

    def ruling(self, item: Item) -> Ruling | None:
        """What reviewers hold of a relation, ``None`` when none has said anything."""
        return self.rulings.get(item.id)

    def own(self, item: Item) -> Decision | None:
        """This reviewer's last verdict on a relation, a stale one included."""
        ruling = self.rulings.get(item.id)
        mine = [d for d in ruling.decisions if d.reviewer == self.reviewer] if ruling else []
        return mine[-1] if mine else None

    def stale(self, item: Item) -> Stale | None:
        """What has changed since this reviewer's verdict; ``None`` where nothing has."""
        own, ruling = self.own(item), self.rulings.get(item.id)
        if own is None or ruling is None:
            return None
        return next((stale for stale in ruling.stale if stale.decision == own.id), None)

    def done(self, item: Item) -> bool:
        """Whether this reviewer has decided it, and nothing has changed since."""
        return self.own(item) is not None and self.stale(item) is None

    def marks(self, item: Item) -> Marks:
        """How a relation stands with the reviewers and in its clusters, for the filter."""
        ruling = self.rulings.get(item.id)
        claims = (self.view.claims[item.relation.a], self.view.claims[item.relation.b])
        clusters = (self.view.clusters.get(claim.cluster) for claim in claims)
        statuses = frozenset(cluster.status for cluster in clusters if cluster)
        if ruling is None:
            return Marks(statuses=statuses)
        return Marks(
            standing=self._standing(item, ruling),
            statuses=statuses,
            tags=frozenset(ruling.tags),
            reviewers=frozenset(decision.reviewer for decision in ruling.decisions),
        )

    def _standing(self, item: Item, ruling: Ruling) -> frozenset[Standing]:
        holds: dict[Standing, bool] = {
            "open": not self.done(item),
            "decided": self.done(item),
            "stale": self.stale(item) is not None,
            "disagreed": ruling.disagree,
            "noted": bool(ruling.notes),
        }
        return frozenset(standing for standing, held in holds.items() if held)

    def counts(self) -> Counts:
        """Done and left over the whole work list, whatever the filter."""
        done: Counter[Group] = Counter()
        left: Counter[Group] = Counter()
        for item in self.items:
            if self.done(item):
                done[item.group] += 1
            elif item.group != "rest" or self.stale(item):
                left[item.group] += 1
        return Counts(done.total(), {group: left[group] for group in GROUPS if left[group]})

    # Deciding

    def decide(self, opinion: Opinion) -> Decision | None:
        """Writes a verdict on the current relation and goes on to the next open one.

        Returns:
            The decision as written; ``None`` when the queue is empty.

        Raises:
            StoreError: It could not be written; nothing has changed.
        """
        item = self.current
        if item is None:
            return None
        made = self.write(decide(self.index, self._pair(item), opinion, self.reviewer))
        self._last = (item, opinion)
        self.go_on(from_=self.position)
        return made

    def twins(self, item: Item) -> tuple[Item, ...]:
        """Open relations that ask the same again: the same values of the same two articles, or
        of copies of them, in the same dispute (a headline and a sentence, a wire story)."""
        return tuple(
            other
            for other in self.items
            if other.asked == item.asked and other != item and not self.done(other)
        )

    def repeat(self) -> tuple[Item, ...]:
        """Gives the twins of the relation decided last the same verdict, all or none of them.

        Returns:
            What was decided so; nothing where there are no twins.

        Raises:
            StoreError: It could not be written; nothing has changed.
        """
        last = self._last
        if last is None:
            return ()
        item, opinion = last
        found = self.twins(item)
        if found:
            made = (decide(self.index, self._pair(i), opinion, self.reviewer) for i in found)
            self._log.append(*made)
            self.refresh()
            if self.current is not None and self.done(self.current):
                self.go_on(from_=self.position)
        return found

    def note(self, text: str) -> Decision | None:
        """Writes a note on the current relation; ``None`` when there is none of either."""
        return self._remark(text, lambda pair: note(self.index, pair, text, self.reviewer))

    def tag(self, text: str) -> Decision | None:
        """Puts a tag on the current relation, or takes it off where it is on."""
        ruling = self.rulings.get(self.current.id) if self.current else None
        on = ruling is None or text not in ruling.tags
        return self._remark(text, lambda pair: tag(self.index, pair, text, self.reviewer, on=on))

    def _remark(self, text: str, make: Callable[[Pair], Decision]) -> Decision | None:
        if self.current is None or not text:
            return None
        return self.write(make(self._pair(self.current)))

    def write(self, decision: Decision) -> Decision:
        """Writes a decision made elsewhere: a split, a merge, two names.

        Raises:
            StoreError: It could not be written; nothing has changed.
        """
        (written,) = self._log.append(decision)
        self.refresh()
        return written

    def undo(self) -> Decision | None:
        """Takes this reviewer's last decision in force back and goes to its relation.

        Returns:
            The decision that was undone; ``None`` when there is none.
        """
        return self._step(self._log.undo)

    def redo(self) -> Decision | None:
        """Takes the decision last undone up again; ``None`` when there is none."""
        return self._step(self._log.redo)

    def _step(self, step: Callable[[str], Decision | None]) -> Decision | None:
        event = step(self.reviewer)
        self._last = None
        if event is None:
            return None
        self.refresh()
        target = next(known for known in self._events if known.id == event.target)
        if target.relation:
            self.go_to(target.relation)
        return target

    def refresh(self) -> tuple[Decision, ...]:
        """Reads what the log has got since, another reviewer's decisions included.

        Returns:
            What is new in it.
        """
        return self.take(self.look())

    def look(self) -> Seen:
        """What the log has got since; changes nothing, and may run in another thread."""
        return self._place, *self._log.read(self._place)

    def take(self, seen: Seen) -> tuple[Decision, ...]:
        """Takes over what :meth:`look` saw, unless it has been read by now.

        Returns:
            What is new.
        """
        place, new, reached = seen
        if place != self._place or not new:
            return ()
        self._place = reached
        self._events += new
        held = rulings(self.index, fold(self._events))
        self.rulings = {ruling.relation: ruling for ruling in held}
        return new

    @property
    def settled(self) -> bool:
        """Whether ``shown`` has every decision applied."""
        return self._settled == len(self._events)

    def applied(self) -> tuple[Reconciliation, int]:
        """The case with the decisions read so far applied, and how many events that were.

        Changes nothing. It takes a second on a large case and may run in another thread; the
        verdicts themselves (``rulings``) are up to date without it.
        """
        events = self._events
        return apply(self.index, events), len(events)

    def follows(self, proposed: Decision) -> Consequences:
        """What one more decision would change; writes nothing, and takes as long as two of
        :meth:`applied`."""
        return consequences(self.index, self._events, proposed)

    def settle(self, applied: tuple[Reconciliation, int] | None = None) -> None:
        """Takes over clusters, statuses and names as decided, and pairs that only reviewers
        have related.

        Args:
            applied: What :meth:`applied` gave; ``None`` works it out.
        """
        before = self._structure()
        self.shown, self._settled = applied or self.applied()
        self.view = View(self.shown)
        if self._structure() != before:
            at = self.current
            self.items = items(View(self._queued()))
            self.choose(at.id if at else "")

    # Worked out from the log

    def _structure(self) -> tuple[str, ...]:
        """What decisions in force do to the queue itself: clusters, names, pairs added."""
        changing = (d.id for d in self.shown.decisions if d.act in STRUCTURAL)
        added = (r.id for r in self.shown.relations if r.id not in self._known)
        return (*changing, *added)

    def _queued(self) -> Reconciliation:
        """The case with the tool's verdicts, so that deciding moves nothing in the queue, and
        the pairs that only reviewers have related."""
        added = (r for r in self.shown.relations if r.id not in self._known)
        return dataclasses.replace(self.shown, relations=(*self.index.rec.relations, *added))

    def _pair(self, item: Item) -> Pair:
        """How the log names a relation: by its id, or, where the tool has none, by its claims."""
        return item.id if item.id in self._known else (item.relation.a, item.relation.b)
