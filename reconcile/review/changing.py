"""Clusters and names changed from the review: choose, see what follows, agree."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence

from textual import work

from reconcile.decisions import StoreError
from reconcile.review import content, proposals, status
from reconcile.review.dialogs import Asking, Choosing
from reconcile.review.proposals import Proposal
from reconcile.review.queue import Item
from reconcile.review.session import Session
from reconcile.review.telling import Telling


class Changing(Telling):
    """A screen from which clusters are split and merged, and names decided."""

    def action_split(self) -> None:
        self._propose("Which claim leaves its cluster?", proposals.splits)

    def action_merge(self) -> None:
        self._propose("Which clusters are one?", proposals.merges)

    @work
    async def _propose(
        self, title: str, found: Callable[[Session, Item], Iterable[Proposal]]
    ) -> None:
        if self.session.current is not None:
            proposals_ = found(self.session, self.session.current)
            await self._choose_and_do(title, proposals_)

    @work
    async def action_names(self) -> None:
        item = self.session.current
        if item is None:
            return
        name = await self._chosen("Which name?", proposals.names(self.session, item))
        if name is not None:
            found = proposals.pairs(self.session, name)
            await self._choose_and_do(f"{name}: with which name?", found)

    async def _chosen(self, title: str, names: Sequence[str]) -> str | None:
        if not names:
            self.tell("no name stands in these clusters")
            return None
        rows = [(content.plain(name), name) for name in names]
        return await self.app.push_screen_wait(Choosing[str](title, rows))

    async def _choose_and_do(self, title: str, found: Iterable[Proposal]) -> None:
        """Lets the reviewer choose a change, shows what follows from it, and makes it."""
        rows = [(content.plain(p.text), p) for p in found]
        if not rows:
            self.tell("nothing to choose from here")
            return
        chosen = await self.app.push_screen_wait(Choosing[Proposal](title, rows))
        if chosen is None:
            return
        decision = chosen.make()
        self.tell("working out what follows …")
        follows = await asyncio.to_thread(self.session.follows, decision)
        text = content.lines(content.plain(f"· {line}") for line in follows.lines())
        agreed = await self.app.push_screen_wait(Asking(chosen.text, text, "Do it?"))
        if not agreed:
            self.tell("nothing changed")
            return
        try:
            self.session.write(decision)
        except StoreError as error:
            self.tell(f"NOT WRITTEN: {error}")
            return
        self.tell(f"{status.described(decision)} (z undoes)")
