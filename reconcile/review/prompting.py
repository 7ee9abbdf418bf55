"""What is typed on the bottom line of the review: notes, tags, filters, searches, places."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from textual.widgets import Input

from reconcile.decisions import StoreError
from reconcile.review import content, status
from reconcile.review.queue import FilterError
from reconcile.review.telling import Telling


@dataclasses.dataclass(frozen=True, slots=True)
class Prompt:
    """What is typed on the bottom line, and what becomes of it."""

    label: str
    hint: str
    value: str
    take: Callable[[str], str]
    """Gives what to tell the reviewer; may raise :class:`FilterError` or :class:`StoreError`."""


class Prompting(Telling):
    """A screen with a line to type on; what is typed goes to the session."""

    prompt: Prompt | None = None
    """What is being typed; ``None`` while nothing is."""
    _searched = ""

    def _ask(self, prompt: Prompt) -> None:
        self.prompt = prompt
        self.query_one("#prompt").display = True
        self.query_one("#keys").display = False
        self.put("prompt-label", content.plain(f"{prompt.label} ", "bold"))
        self.said = prompt.hint
        self.put("said", content.plain(prompt.hint, "dim"))
        typed = self.query_one("#typed", Input)
        typed.value = prompt.value
        typed.cursor_position = len(prompt.value)
        typed.focus()

    def close_prompt(self) -> None:
        self.prompt = None
        self.query_one("#prompt").display = False
        self.query_one("#keys").display = True
        self.set_focus(None)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if self.prompt is None:
            return
        try:
            said = self.prompt.take(event.value.strip())
        except FilterError as error:
            self.put("said", content.plain(str(error), "bold"))
            return
        except StoreError as error:
            said = f"NOT WRITTEN: {error}"
        self.close_prompt()
        self.moved(said)

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
        hint = "kind: outlet: speaker: status: verdict: is: tag: words; empty is the work list"
        self._ask(Prompt("Filter:", hint, self.session.filter, self._narrow))

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
