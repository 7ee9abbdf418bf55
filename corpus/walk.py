"""The files of a source: itself, or those under a folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from corpus.records import Skipped


def files(source: str) -> Iterator[str | Skipped]:
    """The file itself, or the files under a folder, sorted."""
    try:
        mode = Path(source).stat()
    except FileNotFoundError:
        yield Skipped(source, "there is no such file or folder")
        return
    except (OSError, ValueError) as error:
        yield Skipped(source, why(error))
        return
    if not os.path.isdir(source):  # noqa: PTH112 - a plain string keeps the user's spelling
        regular = os.path.isfile(source)  # noqa: PTH113
        yield source if regular else Skipped(source, "neither a file nor a folder")
        return
    yield from _walk(source, {(mode.st_dev, mode.st_ino)})


def _walk(folder: str, above: set[tuple[int, int]]) -> Iterator[str | Skipped]:
    """Files of a folder in sorted order; ``above`` are the folders walked so far, so that a
    link back to one of them is not followed."""
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - names, not paths
    except OSError as error:
        yield Skipped(folder, why(error))
        return
    for name in names:
        if name.startswith("."):
            continue
        path = os.path.join(folder, name)  # noqa: PTH118 - keeps the user's spelling
        try:
            mode = Path(path).stat()
            inside = os.path.isdir(path)  # noqa: PTH112
        except OSError as error:
            yield Skipped(path, why(error))
            continue
        if not inside:
            yield path
        elif (mode.st_dev, mode.st_ino) in above:
            if os.path.islink(path):  # noqa: PTH114
                continue
        else:
            above.add((mode.st_dev, mode.st_ino))
            yield from _walk(path, above)


def why(error: BaseException) -> str:
    """A failure to read as one clear line."""
    return f"cannot be read: {getattr(error, 'strerror', None) or error or type(error).__name__}"
