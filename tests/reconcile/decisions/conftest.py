from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reconcile.decisions.postgres import Absent, Server


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A real PostgreSQL server; the test is skipped where none can be started."""
    try:
        running = Server().__enter__()
    except Absent as reason:
        pytest.skip(f"no PostgreSQL server: {reason}")
    yield running
    running.__exit__(None, None, None)


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest) -> Iterator[str]:
    """The URL of an empty store, of each kind; in memory where there is room, as thousands of
    synced commits take minutes on a slow disk."""
    if request.param == "sqlite":
        memory = Path("/dev/shm")
        with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
            yield f"sqlite:///{folder}/log.sqlite"
    else:
        running: Server = request.getfixturevalue("server")
        yield running.database()
