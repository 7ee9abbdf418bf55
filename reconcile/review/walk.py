"""The way through the queue: skip, step, filter, search, jump."""

from __future__ import annotations

import abc
from collections.abc import Iterator

from reconcile.review.queue import Item, Marks, Term, chosen, parse
from reports.view import View

_ANY = Term("verdict", "any")


class Walk(abc.ABC):
    """A place among the items of a case.

    Attributes:
        items: All relations in the order of review.
        queue: What is reviewed, in order, after the filter.
        position: Place in the queue, from 0; 0 also when the queue is empty.
        filter: The filter as typed; empty is the work list.
        view: The case that is looked at.
    """

    items: tuple[Item, ...]
    queue: tuple[Item, ...]
    view: View

    def __init__(self) -> None:
        self.position = 0
        self.filter = ""
        self._terms: tuple[Term, ...] = ()

    @abc.abstractmethod
    def done(self, item: Item) -> bool:
        """Whether a relation is not to be asked again."""

    @abc.abstractmethod
    def marks(self, item: Item) -> Marks:
        """How a relation stands, for the filter."""

    @property
    def current(self) -> Item | None:
        """What is looked at; ``None`` when the queue is empty."""
        return self.queue[self.position] if self.queue else None

    def skip(self) -> bool:
        """Goes to the next open relation, from the end to the first; False when none is open."""
        return self.go_on(from_=self.position)

    def step(self, by: int) -> bool:
        """Goes to a neighbour in the queue, decided or not; False at its ends."""
        place = self.position + by
        if not 0 <= place < len(self.queue):
            return False
        self.position = place
        return True

    def go_on(self, from_: int) -> bool:
        """Goes to the next open relation after a place; False, and stays, when none is open."""
        length = len(self.queue)
        for step in range(1, length + 1):
            place = (from_ + step) % length
            if not self.done(self.queue[place]) and place != from_:
                self.position = place
                return True
        return False

    def go_to(self, id_: str) -> bool:
        """Goes to a relation; takes the filter off where it hides it."""
        for queue in (self.queue, self.items):
            for place, item in enumerate(queue):
                if item.id == id_:
                    if queue is not self.queue:
                        self._unfilter()
                    self.position = place
                    return True
        return False

    def _unfilter(self) -> None:
        self.filter, self._terms = "verdict:any", parse("verdict:any")
        self.queue = self.items

    def narrow(self, line: str) -> None:
        """Puts a filter on the queue; an empty line takes it off. Stays where it is if it can.

        Raises:
            FilterError: The filter says nothing we know; the old one stays.
        """
        self._terms = parse(line)
        self.filter = line.strip()
        self.choose(self.current.id if self.current else "")

    def choose(self, at: str) -> None:
        """Puts the filter on the items anew; stays at the relation ``at`` if it can."""
        self.queue = chosen(self.items, self._terms, self.marks)
        places = (place for place, item in enumerate(self.queue) if item.id == at)
        self.position = next(places, -1)
        if self.position < 0:
            self.position = 0
            self.go_on(from_=-1)

    def search(self, text: str) -> bool:
        """Goes to the next relation in the queue with these words; False when there is none."""
        terms = parse(text)
        length = len(self.queue)
        found = {item.id for item in chosen(self.queue, (*terms, _ANY), self.marks)}
        for step in range(1, length + 1):
            place = (self.position + step) % length
            if self.queue[place].id in found:
                self.position = place
                return True
        return False

    def jump(self, to: str) -> bool:
        """Goes to a place in the queue (from 1), or to what an id begins with: of a relation, or
        of a claim, cluster or article one of its sides is in. False when there is none."""
        to = to.strip()
        if to.isdecimal() and 1 <= int(to) <= len(self.queue):
            self.position = int(to) - 1
            return True
        if not to:
            return False
        found = (item for item in self.items if any(key.startswith(to) for key in self._ids(item)))
        item = next(found, None)
        return item is not None and self.go_to(item.id)

    def _ids(self, item: Item) -> Iterator[str]:
        yield item.id
        for id_ in (item.relation.a, item.relation.b):
            claim = self.view.claims[id_]
            yield from (claim.id, claim.cluster, claim.article)
