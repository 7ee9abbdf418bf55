"""The application around the screen: theme, colours, letters."""

from __future__ import annotations

import os

from textual.app import App
from textual.filter import LineFilter

from reconcile.review.lettering import Lettering
from reconcile.review.screen import ReviewScreen
from reconcile.review.session import Session


class Review(App[None]):
    """The review of one case.

    Colours go where ``NO_COLOR`` is set (bold, underline, reverse and the symbols stay); letters
    the terminal's encoding lacks are shown by what looks like them.
    """

    CSS_PATH = "review.tcss"
    ENABLE_COMMAND_PALETTE = False
    TITLE = "reconcile review"

    def __init__(self, session: Session, case: str, encoding: str = "utf-8") -> None:
        colourless = "NO_COLOR" in os.environ
        super().__init__(ansi_color=True if colourless else None)
        if colourless:
            self.theme = "ansi-dark"
        self._session, self._case = session, case
        self._lettering = None if encoding.startswith("utf") else Lettering(encoding)

    def get_line_filters(self) -> list[LineFilter]:
        found = [*super().get_line_filters()]
        return [*found, self._lettering] if self._lettering else found

    def on_mount(self) -> None:
        self.push_screen(ReviewScreen(self._session, self._case))
