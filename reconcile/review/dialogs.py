"""Windows over the review: a list to choose from, a question, a text to read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static

from reconcile.review.content import plain

Value = TypeVar("Value")
_MOST = 2000
"""Lines of a list that are shown at once; typing narrows it."""


class Reading(ModalScreen[None]):
    """A text to read; any of the keys that close closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,enter,space", "dismiss", "close")
    ]

    def __init__(self, title: str, text: Content) -> None:
        super().__init__()
        self._title, self._text = title, text

    def compose(self) -> ComposeResult:
        with Vertical(classes="window"):
            yield Static(plain(self._title, "bold"))
            with VerticalScroll():
                yield Static(self._text)
            yield Static(plain("Esc closes", "dim"))


class Asking(ModalScreen[bool]):
    """A question about what is shown: ``y`` or Enter is yes, anything else that closes is no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,enter", "answer(True)"),
        Binding("n,escape,q", "answer(False)"),
    ]

    def __init__(self, title: str, text: Content, question: str) -> None:
        super().__init__()
        self._title, self._text, self._question = title, text, question

    def compose(self) -> ComposeResult:
        with Vertical(classes="window"):
            yield Static(plain(self._title, "bold"))
            with VerticalScroll():
                yield Static(self._text)
            yield Static(plain(f"{self._question}  y yes  n no", "bold"))

    def action_answer(self, answer: bool) -> None:
        self.dismiss(answer)


class Choosing(ModalScreen[Value | None], Generic[Value]):
    """A list to choose one of; typing narrows it to the lines with all the words typed."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "close")]

    def __init__(
        self,
        title: str,
        lines: Sequence[tuple[Content, Value]],
        at: int = 0,
        one_line: bool = False,
    ) -> None:
        super().__init__()
        self._title, self._lines, self._at, self._one_line = title, lines, at, one_line
        self._left: list[Value] = []

    def compose(self) -> ComposeResult:
        with Vertical(classes="window tall"):
            yield Static(plain(self._title, "bold"))
            yield Input(placeholder="type to narrow the list", compact=True)
            yield OptionList(markup=False, compact=True, classes="cut" if self._one_line else "")
            yield Static(plain("↑ ↓ choose  Enter takes it  Esc closes", "dim"))

    def on_mount(self) -> None:
        self._fill("")
        options = self.query_one(OptionList)
        if self._at < options.option_count:
            options.highlighted = self._at
        options.can_focus = False

    def _fill(self, typed: str) -> None:
        wanted = typed.casefold().split()
        left = [
            line for line in self._lines if all(word in line[0].plain.casefold() for word in wanted)
        ]
        self._left = [value for _, value in left[:_MOST]]
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([line for line, _ in left[:_MOST]])
        if left:
            options.highlighted = 0

    def on_input_changed(self, event: Input.Changed) -> None:
        self._fill(event.value)

    def on_input_submitted(self) -> None:
        place = self.query_one(OptionList).highlighted
        if place is not None and place < len(self._left):
            self.dismiss(self._left[place])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._left[event.option_index])

    def on_key(self, event: Key) -> None:
        """The arrows move in the list while what is typed goes to the line above it."""
        options = self.query_one(OptionList)
        moves: dict[str, Callable[[], None]] = {
            "up": options.action_cursor_up,
            "down": options.action_cursor_down,
            "pageup": options.action_page_up,
            "pagedown": options.action_page_down,
        }
        if event.key in moves:
            moves[event.key]()
            event.stop()

    def action_close(self) -> None:
        self.dismiss(None)
