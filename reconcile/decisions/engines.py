"""How SQLite and PostgreSQL are spoken to, so that what was committed is on disk."""

from __future__ import annotations

import sqlite3

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL

from reconcile.decisions.address import StoreError

PATIENCE = 30
"""Seconds to wait for the lock of another process that is writing."""
REACH = 10
"""Seconds to wait for a PostgreSQL server to answer."""
READING = "reconcile_reading"
"""Option of a connection that takes no lock against other writers."""


def sqlite(url: URL) -> Engine:
    """An engine whose transactions take the write lock at their beginning, not in their middle,
    where two that have both read could only fail."""
    engine = create_engine(url, connect_args={"timeout": PATIENCE, "isolation_level": None})

    @event.listens_for(engine, "connect")
    def durable(connection: sqlite3.Connection, record: object) -> None:
        # No write-ahead log: it needs shared memory, so not a case on a network share, and a
        # folder that can be written to even to read. A journal that is emptied and synced
        # cannot come back after a power cut and roll the last decision back; a deleted one can.
        connection.execute("PRAGMA journal_mode=TRUNCATE")
        connection.execute("PRAGMA synchronous=FULL")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        reading = connection.get_execution_options().get(READING)
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    return engine


def postgres(url: URL) -> Engine:
    """An engine for PostgreSQL.

    Raises:
        StoreError: Its driver is not installed.
    """
    try:
        return create_engine(url, connect_args={"connect_timeout": REACH}, pool_pre_ping=True)
    except ModuleNotFoundError as error:
        raise StoreError(
            "PostgreSQL needs its driver: install reconcile[postgres], or psycopg[binary]"
        ) from error
