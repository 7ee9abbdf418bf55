"""Where the data for measuring lies, and its reading; nothing of it is kept."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus.records import Article

SHARED = Path(os.environ.get("RECONCILE_SHARED", Path(__file__).parents[2] / "shared"))
EVAL = SHARED / "eval"
SEEDS = SHARED / "seeds"


def article(row: dict[str, Any]) -> Article:
    """A row of the evaluation data as an article."""
    published = row.get("published")
    return Article(
        id=row["id"],
        path="",
        sha256="",
        outlet=row.get("outlet") or "",
        title=row.get("title") or "",
        url=row.get("url") or "",
        author="",
        published=published,
        published_from="metadata" if published else "none",
        language="en",
        agency="",
        origin=row["id"],
        text=row["text"],
    )


def rows(name: str) -> list[dict[str, Any]] | None:
    """The rows of a file of ``shared/eval``; ``None``, said in a line, where it is absent."""
    path = EVAL / name
    if not path.is_file():
        print(f"{name}: not measured, {path} is not here")
        return None
    return list(_rows(path))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)
