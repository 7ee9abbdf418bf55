"""The append-only log of a case's decisions, over SQLAlchemy.

What :meth:`Log.append` has returned is on disk: a process killed after it has lost nothing, one
killed before has written nothing. Appends to a case are serialised (SQLite's write lock, an
advisory lock on PostgreSQL), so that two reviewers at once lose nothing either and the order
of the log is the order of its times.
"""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from sqlalchemy import Connection, Engine, func, insert, inspect, select, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import SQLAlchemyError

from claims.records import Decision, Reconciliation
from reconcile.decisions import engines
from reconcile.decisions.address import (
    LOCAL,
    StoreError,
    address,
    case_key,
    check_reviewer,
    remember,
    spoken,
)
from reconcile.decisions.making import event
from reconcile.decisions.schema import EVENTS, metadata
from reconcile.decisions.state import fold
from reports.jsonlines import from_json, to_json


def open_log(case: Path, store: str | None, key: str) -> Log:
    """The log of a case; nothing is created before the first append.

    Args:
        case: The case's folder.
        store: ``postgresql://...`` or ``sqlite:///...``; ``None`` for what the case remembers,
            ``decisions.sqlite`` in its folder as a rule.
        key: What tells the case from others in one database, see ``case_key``.

    Raises:
        StoreError: ``store`` is no such URL.
    """
    return Log(address(case, store), key)


def open_case_log(case: Path, rec: Reconciliation, store: str | None = None) -> Log:
    """The log of a case as read, ready to be written to: :func:`open_log` and :func:`settle`.

    Raises:
        StoreError: As these two.
    """
    log = open_log(case, store, case_key(rec))
    if store:
        settle(case, log)
    return log


def settle(case: Path, log: Log) -> None:
    """Makes a store that was named the one the case uses from now on.

    The case remembers it (without its password), and what was decided in the case's own file so
    far is taken along; that file stays as it is.

    Raises:
        StoreError: The store cannot be reached, or the case's folder not be written to.
    """
    if log.url == address(case, None):
        return
    own = open_local(case, log.key)
    log.read()  # one that cannot be reached is not remembered
    if log.url != own.url:
        log.adopt(own.read()[0])
    remember(case, log.url)


def open_local(case: Path, key: str) -> Log:
    """The log in the case's own folder, whatever store it uses."""
    return Log(URL.create("sqlite", database=str((case / LOCAL).absolute())), key)


class Log:
    """The events of one case, in the order they were appended."""

    def __init__(self, url: URL, key: str) -> None:
        self.url = url
        self.key = key
        self._path = Path(url.database or "") if url.get_backend_name() == "sqlite" else None
        self._made: Engine | None = None
        self._prepared = False  # whether the table is known to be there

    @property
    def name(self) -> str:
        """Where it lies, without a password."""
        return spoken(self.url)

    def read(self, after: int = 0) -> tuple[tuple[Decision, ...], int]:
        """Events appended after a place, and the place to read on from.

        Nothing was ever appended: no events, and the place that was given. The other reviewer's
        decisions are seen by asking again with the place returned.

        Raises:
            StoreError: The log cannot be reached or read.
        """
        if self._path is not None and not self._path.exists():
            return (), after
        wanted = (
            select(EVENTS.c.number, EVENTS.c.body)
            .where(EVENTS.c.case_key == self.key, EVENTS.c.number > after)
            .order_by(EVENTS.c.number)
        )
        reading = self._engine.execution_options(**{engines.READING: True})
        with self._clear("read"), reading.connect() as connection:
            if not inspect(connection).has_table(EVENTS.name):
                return (), after
            rows = connection.execute(wanted).all()
            return self._records(row.body for row in rows), rows[-1].number if rows else after

    def append(self, *decisions: Decision) -> tuple[Decision, ...]:
        """Appends decisions in one transaction and returns them with their times.

        Raises:
            StoreError: The log cannot be reached or written to; nothing was appended.
        """
        return self._write(lambda connection: decisions)

    def undo(self, reviewer: str) -> Decision | None:
        """Takes back the reviewer's last decision in force; ``None`` when there is none."""
        return self._step("undo", reviewer)

    def redo(self, reviewer: str) -> Decision | None:
        """Takes up again what the reviewer undid last; ``None`` when there is nothing."""
        return self._step("redo", reviewer)

    def _step(self, act: Literal["undo", "redo"], reviewer: str) -> Decision | None:
        def chosen(connection: Connection) -> Iterable[Decision]:
            state = fold(self._events(connection, reviewer))
            target = (state.undo_next if act == "undo" else state.redo_next).get(reviewer)
            return [event(act, reviewer, target=target.id)] if target else []

        if self._path is not None and not self._path.exists():
            return None
        appended = self._write(chosen)
        return appended[0] if appended else None

    def adopt(self, decisions: Iterable[Decision]) -> int:
        """Appends events of another log as they are, and says how many were new.

        Raises:
            StoreError: As :meth:`append`; or an event of this id is in the log with another
                content, or lies in the future. Nothing was appended.
        """
        given = {decision.id: decision for decision in decisions}
        if not given:
            return 0

        def fresh(connection: Connection) -> Iterable[Decision]:
            held = {each.id: each for each in self._events(connection)}
            for id_, decision in given.items():
                _check_time(decision)
                if id_ in held and held[id_] != decision:
                    raise StoreError(f"decision {id_} is in the log with another content")
            return [decision for id_, decision in given.items() if id_ not in held]

        return len(self._write(fresh))

    def _events(self, connection: Connection, reviewer: str | None = None) -> tuple[Decision, ...]:
        wanted = select(EVENTS.c.body).where(EVENTS.c.case_key == self.key)
        if reviewer is not None:
            wanted = wanted.where(EVENTS.c.reviewer == reviewer)
        return self._records(connection.scalars(wanted.order_by(EVENTS.c.number)))

    def _records(self, bodies: Iterable[str]) -> tuple[Decision, ...]:
        try:
            return tuple(from_json(Decision, json.loads(body)) for body in bodies)
        except ValueError as error:
            raise StoreError(f"the decisions in {self.name} are damaged: {error}") from error

    def _write(self, chosen: Callable[[Connection], Iterable[Decision]]) -> tuple[Decision, ...]:
        with self._clear("write to"), self._engine.begin() as connection:
            self._lock(connection)
            if not self._prepared:
                metadata.create_all(connection)
            last = connection.scalar(
                select(func.max(EVENTS.c.at)).where(EVENTS.c.case_key == self.key)
            )
            stamped = tuple(_stamped(chosen(connection), last or ""))
            for decision in stamped:
                check_reviewer(decision.reviewer)
            if stamped:
                connection.execute(insert(EVENTS), [self._row(each) for each in stamped])
        self._prepared = True
        return stamped

    def _row(self, decision: Decision) -> dict[str, str]:
        return {
            "case_key": self.key,
            "id": decision.id,
            "at": decision.at,
            "reviewer": decision.reviewer,
            "body": json.dumps(to_json(decision)),
        }

    def _lock(self, connection: Connection) -> None:
        """One writer at a time; SQLite's transaction has its lock by how it begins."""
        if self._path is None:
            # Also what creates the table: two at once would clash in PostgreSQL's catalogue.
            connection.execute(text(f"SET LOCAL lock_timeout = '{engines.PATIENCE}s'"))
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})

    @property
    def _engine(self) -> Engine:
        if self._made is None:
            open_ = engines.sqlite if self._path else engines.postgres
            self._made = open_(self.url)
        return self._made

    @contextmanager
    def _clear(self, doing: str) -> Iterator[None]:
        """Turns what a database driver raises into one line."""
        try:
            yield
        except SQLAlchemyError as error:
            cause = str(getattr(error, "orig", None) or error).strip()
            reason = " ".join(cause.split("\n")[0].split())
            raise StoreError(f"cannot {doing} the decisions in {self.name}: {reason}") from error

    def close(self) -> None:
        """Lets go of the database; the log may be used again."""
        if self._made is not None:
            self._made.dispose()
            self._made = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()


_LOCK = int.from_bytes(hashlib.sha256(b"reconcile decisions").digest()[:8], "big", signed=True)


def _stamped(decisions: Iterable[Decision], last: str) -> Iterator[Decision]:
    """Decisions with their times, each later than the one before it."""
    for decision in decisions:
        if not decision.at:
            at = now()
            if at <= last:  # two in one microsecond, or a clock that was set back
                at = _iso(datetime.datetime.fromisoformat(last) + _TICK)
            decision = dataclasses.replace(decision, at=at)
            last = at
        yield decision


_TICK = datetime.timedelta(microseconds=1)
_AHEAD = datetime.timedelta(days=1)
"""How far another machine's clock may be ahead."""


def now() -> str:
    """The time as the log writes it."""
    return _iso(datetime.datetime.now(datetime.UTC))


def _iso(at: datetime.datetime) -> str:
    """UTC to the microsecond, always of one length: such times sort as text."""
    return at.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _check_time(decision: Decision) -> None:
    try:
        at = datetime.datetime.strptime(decision.at, "%Y-%m-%dT%H:%M:%S.%fZ")
    except ValueError as error:
        raise StoreError(f"decision {decision.id}: {decision.at!r} is no time") from error
    if at.replace(tzinfo=datetime.UTC) > datetime.datetime.now(datetime.UTC) + _AHEAD:
        # Every later decision would have to be dated after it.
        raise StoreError(f"decision {decision.id} lies in the future: {decision.at}")
