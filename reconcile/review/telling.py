"""What every part of the review's screen does: show the session, and tell the reviewer a line."""

from __future__ import annotations

from time import monotonic

from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from reconcile.review.session import Session


class Telling(Screen[None]):
    """A screen of a session with a line on which things are told."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.said = ""
        self.struck = 0.0
        """When another relation was last gone to, by the monotonic clock."""

    def show(self, to_top: bool = False) -> None:
        """Shows the session as it stands."""
        raise NotImplementedError

    def put(self, name: str, what: Content) -> None:
        """Shows ``what`` in the widget of this id."""
        self.query_one(f"#{name}", Static).update(what)

    def tell(self, line: str) -> None:
        """Tells the reviewer a line."""
        self.said = line
        self.show()

    def moved(self, line: str) -> None:
        """Another relation is looked at: its beginning is shown, and the same side's article."""
        self.said = line
        self.struck = monotonic()
        self.show(to_top=True)
