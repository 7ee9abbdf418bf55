"""What an archive holds, before anybody has read it."""

from __future__ import annotations

import dataclasses


@dataclasses.dataclass(frozen=True, slots=True)
class Member:
    """A file within a file."""

    inside: str
    """What it is called there: a path in a ZIP archive, an address in a web archive."""
    name: str
    """A file name whose suffix says how it is read."""
    data: bytes
    url: str = ""
    """The address it was taken from, where the archive tells."""
