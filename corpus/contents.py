"""The bytes of a file to its articles, however deep in archives they lie."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator

from corpus.budget import DEPTH, Budget, Exhausted
from corpus.decoding import NotText
from corpus.drafts import Draft, line
from corpus.formats import opener, reader
from corpus.members import Member
from corpus.records import Skipped
from corpus.walk import why


def contents(data: bytes, name: str, path: str, url: str = "") -> Iterator[Draft | Skipped]:
    """The articles of a file, and what of it could not be read.

    Args:
        name: A name whose suffix says the format.
        path: Where it was read; what lies inside has ``path!name`` (``a.zip!b/c.txt``), and the
            second of one name ``path!name (2)``.
        url: The address it was fetched from, if it was.
    """
    try:
        yield from _read(Member(path, name, data, url), path, Budget(len(data)), 0)
    except Exhausted as error:
        yield Skipped(path, str(error))


def _read(file: Member, path: str, budget: Budget, depth: int) -> Iterator[Draft | Skipped]:
    try:
        for item in _items(file, path, budget, depth):
            if isinstance(item, Draft) and item.path == path and not item.url:
                yield dataclasses.replace(item, url=file.url)
            else:
                yield item
    except NotText as error:
        yield Skipped(path, str(error))
    except Exhausted:
        raise
    except Exception as error:
        # Parsers of mail, PDF, feeds and archives trip over hostile files in ways that none of
        # them lists; not one file may end the run.
        yield Skipped(path, line(why(error))[:200])


def _items(file: Member, path: str, budget: Budget, depth: int) -> Iterator[Draft | Skipped]:
    unfold = opener(file.name)
    if unfold is None:
        how = reader(file.name)
        if isinstance(how, str):
            yield Skipped(path, how)
        else:
            yield from how(file.data, path)
        return
    if depth > DEPTH:
        yield Skipped(path, f"it lies more than {DEPTH} archives deep")
        return
    names: Counter[str] = Counter()
    item: Member | Draft | Skipped | None = None
    for item in unfold(file.data, path, budget):
        if isinstance(item, Member):
            inside = line(item.inside)
            names[inside] += 1
            again = f" ({names[inside]})" if names[inside] > 1 else ""
            yield from _read(item, f"{path}!{inside}{again}", budget, depth + 1)
        else:
            yield item
    if item is None:
        yield Skipped(path, "no document is found in it")
