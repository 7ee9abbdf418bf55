"""The one screen of the review: a relation with both quotes, and everything done to it."""

from __future__ import annotations

import asyncio
import itertools
import os
from collections.abc import Callable
from time import monotonic
from typing import ClassVar, Literal, cast

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Input, Static

from claims.records import Decision, Opinion
from reconcile.decisions import StoreError
from reconcile.review import browsing, content, passages, status
from reconcile.review.changing import Changing
from reconcile.review.dialogs import Choosing, Reading
from reconcile.review.keys import KEYS
from reconcile.review.prompting import Prompting
from reconcile.review.queue import Item
from reconcile.review.session import Session
from reports.escape import web_address

SIDE_BY_SIDE = 100
"""Columns of the relation from which its quotes stand side by side."""
BESIDE = 140
"""Columns of the terminal from which an article stands beside the relation, not over it."""
AROUND = 7
"""Rows that are neither the head of a relation nor its quotes: top and bottom lines, margins,
the first line on its clusters."""
Letter = Literal["a", "b"]


class ReviewScreen(Prompting, Changing):
    """A relation of the queue, the article behind it, and the keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key.key, key.action, key.does) for key in KEYS),
        Binding("down,j", "scroll(1)"),
        Binding("k", "scroll(-1)"),
        Binding("pagedown", "page(1)"),
        Binding("pageup", "page(-1)"),
        Binding("home", "edge(-1)"),
        Binding("end", "edge(1)"),
        Binding("escape", "close"),
    ]
    AUTO_FOCUS = ""

    def __init__(self, session: Session, case: str) -> None:
        super().__init__(session)
        self._case = case
        self._article: Letter | None = None
        self._settling = self._looking = False

    def compose(self) -> ComposeResult:
        yield Static(id="top")
        with Horizontal(id="middle"):
            with VerticalScroll(id="relation", can_focus=False):
                yield Static(id="head")
                with Container(id="pair"):
                    yield Static(id="a", classes="side")
                    yield Static(id="b", classes="side")
                yield Static(id="clusters")
            with VerticalScroll(id="article", can_focus=False):
                yield Static(id="article-head")
                yield Static(id="article-text")
        with Container(id="bottom"):
            yield Static(id="said")
            yield Static(id="keys")
            with Horizontal(id="prompt"):
                yield Static(id="prompt-label")
                yield Input(id="typed", compact=True)

    def on_mount(self) -> None:
        self.query_one("#prompt").display = False
        self.query_one("#article").display = False
        self.set_interval(POLL, self._look_for_others)
        self._settle()

    # Showing

    def on_resize(self, event: Resize) -> None:
        self.show()

    def show(self, to_top: bool = False) -> None:
        """Shows the session as it stands, in the room there is."""
        item, width = self.session.current, self.size.width
        beside = self._article is not None and width >= BESIDE
        relation, article = self.query_one("#relation"), self.query_one("#article")
        article.display = self._article is not None
        relation.display = self._article is None or beside
        room = width // 2 if beside else width
        self.set_class(room >= SIDE_BY_SIDE, "wide")
        self.put("top", status.top(self.session, self._case, width))
        self.put("said", content.plain(self.said, "bold") if self.said else Content(""))
        self.put("keys", status.bottom(width - 2))
        if item is None:
            self.put("head", status.nothing(self.session))
            for name in ("a", "b", "clusters"):
                self.put(name, Content(""))
            return
        self._show_relation(item, room)
        if self._article is not None:
            self._show_article(item, self._article)
        if to_top:
            relation.scroll_home(animate=False)

    def _show_relation(self, item: Item, room: int) -> None:
        head = status.head(self.session, item)
        self.put("head", head)
        width = room - 3
        rows = self.size.height - AROUND - len(head.wrap(width))
        for name, side in zip("ab", self._sides(item, width, rows), strict=True):
            self.put(name, side)
        self.put("clusters", content.clusters(self.session.view, item.relation))

    def _sides(self, item: Item, width: int, rows: int) -> tuple[Content, Content]:
        """Both sides with as much context as leaves both in view."""
        beside = width + 3 >= SIDE_BY_SIDE
        column = width // 2 - 1 if beside else width
        for titled, reach in itertools.product((True, False), passages.REACHES):
            sides = content.sides(self.session.view, self._pair(item), reach, titled)
            heights = [len(side.wrap(column)) for side in sides]
            if (max(heights) if beside else sum(heights) + 1) <= rows:
                break
        return sides

    def _pair(self, item: Item) -> tuple[passages.Marked, passages.Marked]:
        claims, relation = self.session.view.claims, item.relation
        return passages.pair(claims[relation.a], claims[relation.b], relation.values)

    def _show_article(self, item: Item, letter: Letter) -> None:
        marked = self._pair(item)["ab".index(letter)]
        article = self.session.view.article(marked.claim)
        if article is None:
            self.put("article-head", content.plain("This article is not in the case."))
            self.put("article-text", Content(""))
            return
        before, quote = content.article_text(article, marked)
        self.put("article-head", content.article_head(article))
        self.put("article-text", before + quote)
        self.call_after_refresh(self._quote_in_view, before)

    def _quote_in_view(self, before: Content) -> None:
        """Scrolls the article so that its quote stands in the upper part of the pane."""
        pane, text = self.query_one("#article", VerticalScroll), self.query_one("#article-text")
        row = text.virtual_region.y + max(0, len(before.wrap(max(1, text.size.width))) - 1)
        pane.scroll_to(y=max(0, row - pane.size.height // 4), animate=False)

    @work
    async def _settle(self) -> None:
        """Works out clusters and statuses in another thread, when nobody goes through them: keys
        need not wait for it."""
        if self._settling or self.session.settled or monotonic() - self.struck < QUIET:
            return
        self._settling = True
        try:
            applied = await asyncio.to_thread(self.session.applied)
            self.session.settle(applied)
        finally:
            self._settling = False
        if self.query("#relation"):  # else the session was left meanwhile
            self.show()

    # Deciding

    def action_decide(self, opinion: str) -> None:
        item = self.session.current
        if item is None:
            return
        try:
            self.session.decide(cast(Opinion, opinion))
        except StoreError as error:
            self.tell(f"NOT WRITTEN: {error}")
            return
        twins = len(self.session.twins(item))
        more = f"; {twins} more ask the same: . decides alike" if twins else ""
        self.moved(f"kept: {content.SYMBOL[opinion]} {opinion} (z undoes){more}")

    def action_repeat(self) -> None:
        try:
            decided = self.session.repeat()
        except StoreError as error:
            self.tell(f"NOT WRITTEN: {error}")
            return
        alike = f"{len(decided)} more decided alike (z undoes them one by one)"
        self.moved(alike if decided else "nothing to decide alike")

    def action_skip(self) -> None:
        moved = self.session.skip()
        self.moved("" if moved else "nothing else here is open")

    def action_step(self, by: int) -> None:
        moved = self.session.step(by)
        self.moved("" if moved else "that is the end of the queue")

    def action_undo(self) -> None:
        self._take_back(self.session.undo, "undone", "nothing to undo")

    def action_redo(self) -> None:
        self._take_back(self.session.redo, "done again", "nothing to redo")

    def _take_back(self, step: Callable[[], Decision | None], done: str, nothing: str) -> None:
        try:
            decision = step()
        except StoreError as error:
            self.tell(f"NOT WRITTEN: {error}")
            return
        self.moved(f"{done}: {status.described(decision)}" if decision else nothing)

    # Windows

    def action_help(self) -> None:
        self.app.push_screen(Reading("Keys", status.help_text()))

    @work
    async def action_list(self) -> None:
        rows = [
            (status.row(self.session, number, item), number)
            for number, item in enumerate(self.session.queue)
        ]
        place = await self.app.push_screen_wait(
            Choosing[int]("The queue", rows, at=self.session.position, one_line=True)
        )
        if place is not None:
            self.session.position = place
            self.moved("")

    # Articles

    def action_article(self, letter: Letter) -> None:
        if self.session.current is not None:
            self._article = None if self._article == letter else letter
            self.show()

    @work(thread=True)
    def _open(self, url: str) -> None:
        if not browsing.open_address(url):
            self.app.call_from_thread(self.tell, f"no browser came up for {url}")

    def action_web(self, letter: Letter) -> None:
        item = self.session.current
        if item is None:
            return
        article = self.session.view.article(self._pair(item)["ab".index(letter)].claim)
        url = article.url if article else ""
        if not url:
            self.tell(f"no address is known for {letter.upper()}")
        elif not web_address(url):
            self.tell(f"not opened, no http address: {url}")
        elif browsing.can_open(os.environ):
            self._open(url)
            self.tell(f"opened {url}")
        else:
            self.app.push_screen(Reading("Open this address in your browser", content.plain(url)))

    # Moving the view

    def _scrolled(self) -> VerticalScroll:
        """What the arrows move: the article while one is open."""
        return self.query_one("#article" if self._article else "#relation", VerticalScroll)

    def action_scroll(self, by: int) -> None:
        self._scrolled().scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        pane = self._scrolled()
        pane.scroll_relative(y=by * max(1, pane.size.height - 2), animate=False)

    def action_edge(self, end: int) -> None:
        pane = self._scrolled()
        if end > 0:
            pane.scroll_end(animate=False)
        else:
            pane.scroll_home(animate=False)

    def action_close(self) -> None:
        if self.prompt is not None:
            self.close_prompt()
        elif self._article is not None:
            self._article = None
        self.tell("")

    def action_leave(self) -> None:
        self.app.exit()

    @work
    async def _look_for_others(self) -> None:
        """Shows what other reviewers have decided meanwhile, and what followed from decisions.

        The log is read in another thread: its server may be slow."""
        if self._looking:
            return
        self._looking = True
        try:
            new = self.session.take(await asyncio.to_thread(self.session.look))
        except StoreError as error:
            self.tell(f"the log cannot be read: {error}")
            return
        finally:
            self._looking = False
        self._settle()
        others = [event for event in new if event.reviewer != self.session.reviewer]
        if others and self.prompt is None:
            self.tell(f"{others[-1].reviewer}: {status.described(others[-1])}")


POLL = 2.0
"""Seconds between looks at what other reviewers have decided."""
QUIET = 1.0
"""Seconds at a relation after which the reviewer is taken to be reading."""
