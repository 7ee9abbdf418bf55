"""Where a case's log lies: a file in its folder, or what ``--store`` names."""

from __future__ import annotations

import getpass
import hashlib
import json
import os
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from claims.records import Reconciliation
from reconcile.errors import ReconcileError

LOCAL = "decisions.sqlite"
"""The log in a case's folder."""
REMEMBERED = "store.json"
"""Which store a case uses when it is another one, without the password."""
LONGEST_NAME = 100


class StoreError(ReconcileError):
    """A log that cannot be reached, read or written; one line that says what to do."""


def address(case: Path, store: str | None) -> URL:
    """The URL of a case's log: what ``store`` names, else what the case remembers, else its file.

    Raises:
        StoreError: It is no URL of SQLite or PostgreSQL.
    """
    given = store or _remembered(case)
    if not given:
        return URL.create("sqlite", database=str((case / LOCAL).absolute()))
    try:
        url = make_url(given)
    except ArgumentError as error:
        raise StoreError(f"--store is no URL: want {_WANTED}") from error
    backend = url.get_backend_name()
    if backend in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    if backend == "sqlite" and url.database and url.database != ":memory:":
        return url.set(drivername="sqlite", database=str(Path(url.database).absolute()))
    raise StoreError(f"{spoken(url)} is no store: want {_WANTED}")


_WANTED = "postgresql://user@host/database or sqlite:///path/to/file"


def spoken(url: URL) -> str:
    """A URL without its password: for messages."""
    if url.get_backend_name() == "sqlite":
        return url.database or ""
    bare = url.set(drivername=url.get_backend_name()).difference_update_query(["password"])
    return bare.render_as_string(hide_password=True)


def _remembered(case: Path) -> str | None:
    path = case / REMEMBERED
    try:
        held = json.loads(path.read_bytes())
        return str(held["store"])
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{path} cannot be read: name the store with --store") from error


def remember(case: Path, url: URL) -> bool:
    """Keeps the store for the next command, without its password; whether that is news.

    Raises:
        StoreError: The case's folder cannot be written to.
    """
    bare = url.set(drivername=url.get_backend_name()).difference_update_query(["password"])
    bare = bare._replace(password=None)
    path = case / REMEMBERED
    content = json.dumps({"store": bare.render_as_string()}) + "\n"
    try:
        if path.is_file() and path.read_text("utf-8") == content:
            return False
        fresh = path.with_name(f".{REMEMBERED}.{os.getpid()}")
        fresh.write_text(content, "utf-8")
        fresh.replace(path)
    except OSError as error:
        raise StoreError(f"cannot write {path}: {error.strerror or error}") from error
    return True


def case_key(rec: Reconciliation) -> str:
    """What tells a case from others in one database: the key its first run gave it.

    A case of version 0.1.0 has none; its articles stand for it, until a run gives it this key.
    """
    key = rec.run.get("case")
    if isinstance(key, str) and key:
        return key
    ids = "\0".join(article.id for article in rec.articles)
    return hashlib.sha256(ids.encode("utf-8", "replace")).hexdigest()[:16]


def default_reviewer() -> str:
    """Who decides when nobody says: ``RECONCILE_REVIEWER``, else the login name."""
    try:
        return os.environ.get("RECONCILE_REVIEWER") or getpass.getuser()
    except (OSError, KeyError):
        return "reviewer"


def check_reviewer(name: str) -> str:
    """The name without spaces around it.

    Raises:
        StoreError: It is empty, too long, or holds what cannot be seen.
    """
    name = name.strip()
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise StoreError(
            f"{name[:LONGEST_NAME]!r} is no name of a reviewer: "
            f"want 1 to {LONGEST_NAME} printable characters"
        )
    return name
