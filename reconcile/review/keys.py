"""The keys of the review: one table for what they do, the bottom line, the help and the README."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Final

from claims.records import Opinion


@dataclasses.dataclass(frozen=True, slots=True)
class Key:
    """One key and what it does."""

    key: str
    """As Textual names it; several with commas."""
    shown: str
    """As it is printed on a keyboard."""
    action: str
    """Name of the screen's action, with its argument."""
    does: str
    brief: str = ""
    """For the bottom line; empty where there is no room for it."""


VERDICTS: Final[Mapping[str, Opinion]] = {
    "c": "conflict",
    "u": "update",
    "a": "agree",
    "s": "scope",
    "d": "different",
    "x": "unsure",
}
_MEANS: Final[Mapping[Opinion, str]] = {
    "conflict": "conflict: one fact, and not both can be true",
    "update": "update: values differ, and time explains it",
    "agree": "agree: one fact, and both can be true as stated",
    "scope": "scope: one event, but another thing is measured",
    "different": "different: another event, or only the topic is shared",
    "unsure": "unsure: looked at, and no verdict",
}

KEYS: Final[tuple[Key, ...]] = (
    *(Key(key, key, f"decide('{name}')", _MEANS[name], name) for key, name in VERDICTS.items()),
    Key("space", "space", "skip", "leave it open, on to the next open one", "skip"),
    Key(
        "full_stop",
        ".",
        "repeat",
        "the same verdict where these two articles say the same again",
    ),
    Key("z", "z", "undo", "undo your last decision, without limit", "undo"),
    Key("y", "y", "redo", "redo what you undid", "redo"),
    Key("n", "n", "note", "write a note on this relation", "note"),
    Key("t", "t", "tag", "put a tag on it, or take it off"),
    Key("right", "→", "step(1)", "the next relation, decided or not"),
    Key("left", "←", "step(-1)", "the one before"),
    Key(
        "1",
        "1",
        "article('a')",
        "the whole article of A, its quote in view; again closes it",
        "text A",
    ),
    Key("2", "2", "article('b')", "the whole article of B", "text B"),
    Key("w", "w", "web('a')", "the web address of A: opens it, or shows it over ssh"),
    Key("W", "W", "web('b')", "the web address of B"),
    Key("S", "S", "split", "split a claim off its cluster (shows what follows, then asks)"),
    Key("M", "M", "merge", "merge two clusters (shows what follows, then asks)"),
    Key("N", "N", "names", "two names are one, or are not (shows what follows, then asks)"),
    Key("f", "f", "filter", "filter the queue: kind: outlet: status: speaker: is: words", "filter"),
    Key("slash", "/", "search", "search in the queue; / and Enter again for the next one"),
    Key("g", "g", "jump", "go to a number in the queue, or to an id"),
    Key("l", "l", "list", "the queue as a list", "list"),
    Key("up", "↑", "scroll(-1)", "scroll; also ↓, PgUp, PgDn, Home, End"),
    Key("question_mark", "?", "help", "this help", "help"),
    Key("q", "q", "leave", "leave; everything decided is already kept", "quit"),
)


def bottom_rows(width: int) -> list[list[Key]]:
    """The keys of the bottom line, the most used first, on at most two rows of ``width``."""
    rows: list[list[Key]] = [[]]
    room = width
    for key in (key for key in KEYS if key.brief):
        needed = len(key.shown) + 1 + len(key.brief) + (2 if rows[-1] else 0)
        if needed > room:
            rows.append([])
            room, needed = width, needed - 2
        rows[-1].append(key)
        room -= needed
    return rows[:2]
