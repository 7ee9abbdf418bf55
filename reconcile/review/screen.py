"""The one screen of the review: a relation with both quotes, and everything done to it."""

from __future__ import annotations

import asyncio
import dataclasses
import itertools
import os
from collections.abc import Callable, Iterable, Sequence
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, Literal, cast

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.screen import Screen
from textual.widgets import Input, Static

from claims.records import Decision, Opinion
from reconcile.decisions import StoreError
from reconcile.review import browsing, content, passages, proposals, status
from reconcile.review.dialogs import Asking, Choosing, Reading
from reconcile.review.keys import KEYS
from reconcile.review.proposals import Proposal
from reconcile.review.queue import FilterError, Item
from reconcile.review.session import Session
from reports.escape import web_address

if TYPE_CHECKING:
    pass

SIDE_BY_SIDE = 100
"""Columns of the relation from which its quotes stand side by side."""
BESIDE = 140
"""Columns of the terminal from which an article stands beside the relation, not over it."""
AROUND = 7
"""Rows that are neither the head of a relation nor its quotes: top and bottom lines, margins,
the first line on its clusters."""
Letter = Literal["a", "b"]


@dataclasses.dataclass(frozen=True, slots=True)
class Prompt:
    """What is typed on the bottom line, and what becomes of it."""

    label: str
    hint: str
    value: str
    take: Callable[[str], str]
    """Gives what to tell the reviewer; may raise :class:`FilterError` or :class:`StoreError`."""


class ReviewScreen(Screen[None]):
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
        super().__init__()
        self.session = session
        self._case = case
        self._said = ""
        self._article: Letter | None = None
        self._prompt: Prompt | None = None
        self._searched = ""
        self._settling = self._looking = False
        self._struck = 0.0

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
        self._put("top", status.top(self.session, self._case, width))
        self._put("said", content.plain(self._said, "bold") if self._said else Content(""))
        self._put("keys", status.bottom(width - 2))
        if item is None:
            self._put("head", status.nothing(self.session))
            for name in ("a", "b", "clusters"):
                self._put(name, Content(""))
            return
        self._show_relation(item, room)
        if self._article is not None:
            self._show_article(item, self._article)
        if to_top:
            relation.scroll_home(animate=False)

    def _put(self, name: str, what: Content) -> None:
        self.query_one(f"#{name}", Static).update(what)

    def _show_relation(self, item: Item, room: int) -> None:
        head = status.head(self.session, item)
        self._put("head", head)
        width = room - 3
        rows = self.size.height - AROUND - len(head.wrap(width))
        for name, side in zip("ab", self._sides(item, width, rows), strict=True):
            self._put(name, side)
        self._put("clusters", content.clusters(self.session.view, item.relation))

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
            self._put("article-head", content.plain("This article is not in the case."))
            self._put("article-text", Content(""))
            return
        before, quote = content.article_text(article, marked)
        self._put("article-head", content.article_head(article))
        self._put("article-text", before + quote)
        self.call_after_refresh(self._quote_in_view, before)

    def _quote_in_view(self, before: Content) -> None:
        """Scrolls the article so that its quote stands in the upper part of the pane."""
        pane, text = self.query_one("#article", VerticalScroll), self.query_one("#article-text")
        row = text.virtual_region.y + max(0, len(before.wrap(max(1, text.size.width))) - 1)
        pane.scroll_to(y=max(0, row - pane.size.height // 4), animate=False)

    def on_key(self) -> None:
        self._struck = monotonic()

    @work
    async def _settle(self) -> None:
        """Works out clusters and statuses in another thread, when no key is being struck: keys
        need not wait for it."""
        if self._settling or self.session.settled or monotonic() - self._struck < QUIET:
            return
        self._settling = True
        try:
            applied = await asyncio.to_thread(self.session.applied)
            self.session.settle(applied)
        finally:
            self._settling = False
        self.show()

    def _tell(self, line: str) -> None:
        self._said = line
        self.show()

    def _moved(self, line: str) -> None:
        """Another relation is looked at: its beginning is shown, and the same side's article."""
        self._said = line
        self.show(to_top=True)

    # Deciding

    def action_decide(self, opinion: str) -> None:
        item = self.session.current
        if item is None:
            return
        try:
            self.session.decide(cast(Opinion, opinion))
        except StoreError as error:
            self._tell(f"NOT WRITTEN: {error}")
            return
        twins = len(self.session.twins(item))
        more = f"; {twins} more ask the same: . decides alike" if twins else ""
        self._moved(f"kept: {content.SYMBOL[opinion]} {opinion} (z undoes){more}")

    def action_repeat(self) -> None:
        try:
            decided = self.session.repeat()
        except StoreError as error:
            self._tell(f"NOT WRITTEN: {error}")
            return
        alike = f"{len(decided)} more decided alike (z undoes them one by one)"
        self._moved(alike if decided else "nothing to decide alike")

    def action_skip(self) -> None:
        moved = self.session.skip()
        self._moved("" if moved else "nothing else here is open")

    def action_step(self, by: int) -> None:
        moved = self.session.step(by)
        self._moved("" if moved else "that is the end of the queue")

    def action_undo(self) -> None:
        self._take_back(self.session.undo, "undone", "nothing to undo")

    def action_redo(self) -> None:
        self._take_back(self.session.redo, "done again", "nothing to redo")

    def _take_back(self, step: Callable[[], Decision | None], done: str, nothing: str) -> None:
        try:
            decision = step()
        except StoreError as error:
            self._tell(f"NOT WRITTEN: {error}")
            return
        self._moved(f"{done}: {status.described(decision)}" if decision else nothing)

    # Typing on the bottom line

    def _ask(self, prompt: Prompt) -> None:
        self._prompt = prompt
        self.query_one("#prompt").display = True
        self.query_one("#keys").display = False
        self._put("prompt-label", content.plain(f"{prompt.label} ", "bold"))
        self._put("said", content.plain(prompt.hint, "dim"))
        typed = self.query_one("#typed", Input)
        typed.value = prompt.value
        typed.cursor_position = len(prompt.value)
        typed.focus()

    def _close_prompt(self) -> None:
        self._prompt = None
        self.query_one("#prompt").display = False
        self.query_one("#keys").display = True
        self.set_focus(None)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if self._prompt is None:
            return
        try:
            said = self._prompt.take(event.value.strip())
        except FilterError as error:
            self._put("said", content.plain(str(error), "bold"))
            return
        except StoreError as error:
            said = f"NOT WRITTEN: {error}"
        self._close_prompt()
        self._moved(said)

    def action_note(self) -> None:
        if self.session.current is not None:
            hint = "Enter keeps it; Esc drops it"
            self._ask(Prompt("Note:", hint, "", self._note))

    def _note(self, text: str) -> str:
        return "note kept" if self.session.note(text) else ""

    def action_tag(self) -> None:
        if self.session.current is not None:
            known = ", ".join(sorted({t for r in self.session.rulings.values() for t in r.tags}))
            hint = f"tags so far: {known}" if known else "a word, such as call-the-desk"
            self._ask(Prompt("Tag:", hint + "; a tag that is on is taken off", "", self._tag))

    def _tag(self, text: str) -> str:
        decision = self.session.tag(text)
        return status.described(decision) if decision else ""

    def action_filter(self) -> None:
        self._ask(
            Prompt("Filter:", status.filter_hint(self.session), self.session.filter, self._narrow)
        )

    def _narrow(self, line: str) -> str:
        self.session.narrow(line)
        found = len(self.session.queue)
        return f"{found} meet the filter" if line else "the whole work list"

    def action_search(self) -> None:
        self._ask(Prompt("Search:", "words; Enter goes to the next", self._searched, self._search))

    def _search(self, text: str) -> str:
        self._searched = text
        if not text:
            return ""
        return "" if self.session.search(text) else f"no {text!r} in this queue"

    def action_jump(self) -> None:
        hint = f"1 to {len(self.session.queue)}, or an id or how it begins"
        self._ask(Prompt("Go to:", hint, "", self._jump))

    def _jump(self, to: str) -> str:
        return "" if not to or self.session.jump(to) else f"no {to!r} in the case"

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
            self._moved("")

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
            self._tell("no name stands in these clusters")
            return None
        rows = [(content.plain(name), name) for name in names]
        return await self.app.push_screen_wait(Choosing[str](title, rows))

    async def _choose_and_do(self, title: str, found: Iterable[Proposal]) -> None:
        """Lets the reviewer choose a change, shows what follows from it, and makes it."""
        rows = [(content.plain(p.text), p) for p in found]
        if not rows:
            self._tell("nothing to choose from here")
            return
        chosen = await self.app.push_screen_wait(Choosing[Proposal](title, rows))
        if chosen is None:
            return
        decision = chosen.make()
        self._tell("working out what follows …")
        follows = await asyncio.to_thread(self.session.follows, decision)
        text = content.lines(content.plain(f"· {line}") for line in follows.lines())
        agreed = await self.app.push_screen_wait(Asking(chosen.text, text, "Do it?"))
        if not agreed:
            self._tell("nothing changed")
            return
        try:
            self.session.write(decision)
        except StoreError as error:
            self._tell(f"NOT WRITTEN: {error}")
            return
        self._tell(f"{status.described(decision)} (z undoes)")

    # Articles

    def action_article(self, letter: Letter) -> None:
        if self.session.current is not None:
            self._article = None if self._article == letter else letter
            self.show()

    @work(thread=True)
    def _open(self, url: str) -> None:
        if not browsing.open_address(url):
            self.app.call_from_thread(self._tell, f"no browser came up for {url}")

    def action_web(self, letter: Letter) -> None:
        item = self.session.current
        if item is None:
            return
        article = self.session.view.article(self._pair(item)["ab".index(letter)].claim)
        url = article.url if article else ""
        if not url:
            self._tell(f"no address is known for {letter.upper()}")
        elif not web_address(url):
            self._tell(f"not opened, no http address: {url}")
        elif browsing.can_open(os.environ):
            self._open(url)
            self._tell(f"opened {url}")
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
        if self._prompt is not None:
            self._close_prompt()
        elif self._article is not None:
            self._article = None
        self._tell("")

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
            self._tell(f"the log cannot be read: {error}")
            return
        finally:
            self._looking = False
        self._settle()
        others = [event for event in new if event.reviewer != self.session.reviewer]
        if others and self._prompt is None:
            self._tell(f"{others[-1].reviewer}: {status.described(others[-1])}")


POLL = 2.0
"""Seconds between looks at what other reviewers have decided."""
QUIET = 1.0
"""Seconds without a key after which the reviewer is taken to be reading."""
