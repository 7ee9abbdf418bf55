"""The sample corpus: short articles by invented outlets on invented events.

Everything in it is made up: towns, people, outlets and what happened. ``planted.json`` beside
the articles lists what was planted in them, so that a run can be held against it.
"""

from __future__ import annotations

import dataclasses
import json
from importlib import resources
from pathlib import Path
from typing import Any, Literal

PlantedKind = Literal["agree", "conflict", "update", "scope", "different"]


@dataclasses.dataclass(frozen=True, slots=True)
class Passage:
    """Words of one article that state one side of a planted case."""

    article: str
    """File name of the article, or the ``id`` of its row in a JSON lines file."""
    quote: str
    """Verbatim, without a line break: it is found in the article's text as read."""


@dataclasses.dataclass(frozen=True, slots=True)
class PlantedCase:
    """Two passages and the verdict that a careful fact-checker gives on them."""

    case: str
    """Name of the case, unique."""
    kind: PlantedKind
    """The verdict that is expected."""
    kinds: tuple[str, ...]
    """What the two differ in (``figure``, ``date`` ...); empty unless conflict or update."""
    a: Passage
    b: Passage
    """For ``update``, b is the later."""
    note: str
    """Why the verdict is what it is."""
    names: tuple[str, ...] = ()
    """Spellings in a and b that are one name; empty when the case is not about names."""
    same_origin: bool = False
    """Whether both passages rest on one text: one article is a copy of the other."""


def sample_sources() -> tuple[Path, Path]:
    """The folder of the sample articles and their manifest, as installed."""
    root = _root()
    return root / "articles", root / "manifest.csv"


def planted() -> tuple[PlantedCase, ...]:
    """What was planted in the sample corpus, in the order of ``planted.json``."""
    rows = json.loads((_root() / "planted.json").read_text(encoding="utf-8"))
    return tuple(_case(row) for row in rows)


def _root() -> Path:
    return Path(str(resources.files(__name__)))


def _case(row: dict[str, Any]) -> PlantedCase:
    return PlantedCase(
        case=row["case"],
        kind=row["kind"],
        kinds=tuple(row["kinds"]),
        a=Passage(**row["a"]),
        b=Passage(**row["b"]),
        note=row["note"],
        names=tuple(row.get("names", ())),
        same_origin=row.get("same_origin", False),
    )
