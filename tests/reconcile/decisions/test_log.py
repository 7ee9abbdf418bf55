from __future__ import annotations

import dataclasses
import json
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from claims.records import Decision, Quoted
from reconcile.decisions.address import LOCAL, REMEMBERED, StoreError, address
from reconcile.decisions.making import event
from reconcile.decisions.schema import EVENTS
from reconcile.decisions.state import fold
from reconcile.decisions.store import Log, now, open_log, settle
from tests.reconcile.decisions.postgres import Server

ROOT = Path(__file__).parents[3]
MANY = 1000

WRITER = """
import sys
from pathlib import Path
from reconcile.decisions.making import event
from reconcile.decisions.store import open_log
url, reviewer, many = sys.argv[1:]
with open_log(Path("."), url, "case") as log:
    for number in range(int(many)):
        made, = log.append(event("note", reviewer, text=str(number)))
        print(made.id, flush=True)
"""


def writer(store: str, reviewer: str, many: int) -> subprocess.Popen[str]:
    """A process that appends notes one by one and prints the id of each when it is in the log."""
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, store, reviewer, str(many)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def opened(store: str, key: str = "case") -> Log:
    return open_log(Path(), store, key)


def note(words: str, reviewer: str = "Ada") -> Decision:
    return event("note", reviewer, text=words)


def test_what_is_appended_is_read_back_in_order_and_from_a_place_on(store: str) -> None:
    with opened(store) as log, opened(store) as other:
        assert log.read() == ((), 0)
        first = log.append(note("one"), note("two"))
        events, place = other.read()
        assert events == first
        assert other.read(place) == ((), place)
        second = log.append(note("three", "Ben"))
        assert other.read(place)[0] == second
        assert [e.text for e in log.read()[0]] == ["one", "two", "three"]
        times = [e.at for e in log.read()[0]]
        assert times == sorted(set(times))


def test_cases_of_one_store_do_not_mix(store: str) -> None:
    with opened(store, "one") as one, opened(store, "two") as two:
        made = one.append(note("here"))
        assert two.read()[0] == ()
        assert two.adopt(made) == 1  # the same id in another case is no clash
        assert one.adopt(made) == 0


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(words=st.text(max_size=60), quote=st.text(max_size=60))
def test_a_note_is_kept_as_typed_whatever_is_in_it(store: str, words: str, quote: str) -> None:
    side = Quoted("a", "", "Ünïted '; DROP TABLE x; --", "", 0, len(quote), quote, "", "k", ())
    with opened(store) as log:
        made = log.append(dataclasses.replace(note(words), a=side))
        events, _ = log.read()
    assert events[-1:] == made
    assert events[-1].text == words
    assert events[-1].a == side


@pytest.mark.parametrize(
    "words",
    ["\0", "\ud800", "\x1b]0;title\x07", "'); DROP TABLE reconcile_decisions_1; --", "=1+1"],
)
def test_hostile_notes_are_kept(store: str, words: str) -> None:
    with opened(store) as log:
        log.append(note(words))
        assert log.read()[0][0].text == words


def test_two_processes_at_once_lose_nothing(store: str) -> None:
    writers = [writer(store, name, MANY) for name in ("Ada", "Ben")]
    said = [process.communicate(timeout=300) for process in writers]
    assert [process.returncode for process in writers] == [0, 0], said
    with opened(store) as log:
        events, _ = log.read()
    for name, (out, _) in zip(("Ada", "Ben"), said, strict=True):
        own = [e for e in events if e.reviewer == name]
        assert [e.id for e in own] == out.split()
        assert [e.text for e in own] == [str(number) for number in range(MANY)]
    assert len(events) == 2 * MANY
    assert [e.at for e in events] == sorted({e.at for e in events})
    order = [e.reviewer for e in events]
    ends = {name: (order.index(name), MANY * 2 - order[::-1].index(name)) for name in set(order)}
    # However late one of them was started, it began before the other had ended.
    assert max(first for first, _ in ends.values()) < min(last for _, last in ends.values())


def test_killed_at_any_moment_nothing_decided_is_lost(store: str) -> None:
    said: list[str] = []
    for wanted in (1, 7, 40):
        process = writer(store, "Ada", 10**6)
        assert process.stdout
        said += [process.stdout.readline().strip() for _ in range(wanted)]
        os.kill(process.pid, signal.SIGKILL)
        # Not `communicate`, which would pass over what `readline` has read ahead.
        said += process.stdout.read().split()
        assert process.wait(timeout=60) == -signal.SIGKILL
        with opened(store) as log:
            held = [e.id for e in log.read()[0]]
            # What was in the log but not yet said when the process died is no loss.
            assert set(said) <= set(held)
            said += [id_ for id_ in held if id_ not in said]
            said += [e.id for e in log.append(note("after"))]
            assert [e.id for e in log.read()[0]] == said


def test_a_writer_that_holds_on_is_not_waited_for_without_end(
    store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(store) as holder:
        holder.append(note("before"))
        monkeypatch.setattr("reconcile.decisions.engines.PATIENCE", 1)

        def meanwhile(connection: object) -> tuple[Decision, ...]:
            with opened(store) as log:
                assert [e.text for e in log.read()[0]] == ["before"], "who reads need not wait"
                with pytest.raises(StoreError, match="lock") as error:
                    log.append(note("during"))
                assert "\n" not in str(error.value)
            return (note("after"),)

        holder._write(meanwhile)
        assert [e.text for e in holder.read()[0]] == ["before", "after"]


def test_nothing_can_be_changed_or_deleted(store: str) -> None:
    with opened(store) as log:
        log.append(note("stays"))
        engine = create_engine(log.url)
        for statement in (
            f"DELETE FROM {EVENTS.name}",
            f"UPDATE {EVENTS.name} SET body = '{{}}'",
        ):
            with pytest.raises(DBAPIError, match="append-only"), engine.begin() as connection:
                connection.execute(text(statement))
        engine.dispose()
        assert [e.text for e in log.read()[0]] == ["stays"]


def test_a_clock_set_back_does_not_turn_the_order_round(
    store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(store) as log:
        log.append(note("first"))
        monkeypatch.setattr("reconcile.decisions.store.now", lambda: "2001-01-01T00:00:00.000000Z")
        log.append(note("second"), note("third"))
        events, _ = log.read()
    assert [e.text for e in sorted(events, key=lambda e: e.at)] == ["first", "second", "third"]


def test_undo_and_redo_are_events_of_the_log(store: str) -> None:
    with opened(store) as log:
        one, two = log.append(note("one"), note("two"))
        (other,) = log.append(note("other", "Ben"))
        assert log.redo("Ada") is None
        assert [(log.undo("Ada") or one).target for _ in range(2)] == [two.id, one.id]
        assert log.undo("Ada") is None
        assert fold(log.read()[0]).in_force == (other,)
        assert (log.redo("Ada") or two).target == one.id
        assert fold(log.read()[0]).in_force == (one, other)
        log.append(note("new"))
        assert log.redo("Ada") is None  # as editors do
        assert len(log.read()[0]) == 7


def test_events_of_another_log_are_taken_in_once(store: str, tmp_path: Path) -> None:
    with opened(f"sqlite:///{tmp_path / 'other'}") as other, opened(store) as log:
        other.append(note("theirs", "Ben"))
        other.undo("Ben")
        mine = log.append(note("mine"))
        theirs, _ = other.read()
        assert log.adopt(theirs) == 2
        assert log.adopt(theirs) == 0
        assert log.adopt(mine) == 0
        assert set(log.read()[0]) == {*mine, *theirs}
        forged = dataclasses.replace(theirs[0], text="forged")
        with pytest.raises(StoreError, match="another content"):
            log.adopt([dataclasses.replace(note("x"), at=now()), forged])
        later = dataclasses.replace(note("x"), at="2999-01-01T00:00:00.000000Z")
        with pytest.raises(StoreError, match="future"):
            log.adopt([later])
        with pytest.raises(StoreError, match="no time"):
            log.adopt([dataclasses.replace(note("x"), at="yesterday")])
        assert len(log.read()[0]) == 3


@pytest.mark.parametrize("name", ["", "  ", "a\nb", "a\0b", "a\x1b[2J", "x" * 101, "\u202eada"])
def test_a_reviewer_has_a_name_that_can_be_read(store: str, name: str) -> None:
    with opened(store) as log, pytest.raises(StoreError, match="no name of a reviewer"):
        log.append(note("x", name))


def test_reading_creates_nothing(tmp_path: Path) -> None:
    with open_log(tmp_path, None, "case") as log:
        assert log.read() == ((), 0)
    assert list(tmp_path.iterdir()) == []


def test_a_case_remembers_its_store_without_the_password(tmp_path: Path) -> None:
    with open_log(tmp_path, None, "case") as own:
        before = own.append(note("before"))
    goal = f"sqlite:///{tmp_path / 'elsewhere.sqlite'}"
    with opened(goal) as log:
        settle(tmp_path, log)
    with open_log(tmp_path, None, "case") as log:
        assert log.name.endswith("elsewhere.sqlite")
        assert log.read()[0] == before
    assert (tmp_path / LOCAL).exists()


def test_no_password_is_written_or_said(server: Server, tmp_path: Path) -> None:
    url = server.database().replace("reconcile@", "reconcile:geheim@")
    with opened(url) as log:
        settle(tmp_path, log)
        assert "geheim" not in log.name
    assert "geheim" not in (tmp_path / REMEMBERED).read_text("utf-8")
    with open_log(tmp_path, None, "case") as log:
        log.append(note("x"))
        assert len(log.read()[0]) == 1


UNREACHABLE = "postgresql://ada:geheim@/x?host=/nowhere&password=secret"


@pytest.mark.parametrize("act", ["read", "append"])
def test_a_store_out_of_reach_is_one_clear_line(act: str) -> None:
    with opened(UNREACHABLE) as log, pytest.raises(StoreError) as error:
        log.read() if act == "read" else log.append(note("x"))
    said = str(error.value)
    assert "/nowhere" in said
    assert "\n" not in said
    assert "geheim" not in said
    assert "secret" not in said


def test_without_its_driver_postgresql_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with (
        opened(UNREACHABLE) as log,
        pytest.raises(StoreError, match=r"install reconcile\[postgres"),
    ):
        log.read()


@pytest.mark.parametrize(
    "store", ["x.sqlite", "mysql://host/x", "sqlite://", "sqlite:///:memory:", "postgresql//x", ""]
)
def test_what_is_no_store_is_said(store: str, tmp_path: Path) -> None:
    if not store:
        assert address(tmp_path, store).database == str(tmp_path / LOCAL)
        return
    with pytest.raises(StoreError, match="want postgresql://"):
        open_log(tmp_path, store, "case")


def test_a_file_that_is_no_log_is_one_clear_line(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("no database, whatever its name; " * 99, encoding="utf-8")
    with opened(f"sqlite:///{path}") as log:
        for act in (log.read, lambda: log.append(note("x"))):
            with pytest.raises(StoreError, match=r"notes\.txt: file is not a database") as error:
                act()
            assert "\n" not in str(error.value)


def test_a_damaged_event_is_one_clear_line(tmp_path: Path) -> None:
    with opened(f"sqlite:///{tmp_path / 'x'}") as log:
        log.append(note("x"))
        with sqlite3.connect(tmp_path / "x") as raw:
            raw.execute(f"DROP TRIGGER {EVENTS.name}_no_UPDATE")
            raw.execute(f"UPDATE {EVENTS.name} SET body = '[]'")
        raw.close()
        with pytest.raises(StoreError, match="damaged"):
            log.read()


READER = """
import os, sys
from pathlib import Path
from reconcile.decisions.making import event
from reconcile.decisions.store import StoreError, open_log
if os.geteuid() == 0:
    os.setgid(65534), os.setuid(65534)
log = open_log(Path(sys.argv[1]), None, "case")
print(len(log.read()[0]))
try:
    log.append(event("note", "Ben"))
except StoreError as error:
    print(error)
"""


def test_a_folder_that_may_only_be_read_is_read_and_said_so(tmp_path: Path) -> None:
    with open_log(tmp_path, None, "case") as log:
        log.append(note("x"))
    for path in (tmp_path, *tmp_path.parents[:3], tmp_path / LOCAL):
        if path.stat().st_uid == os.getuid() and path.name != "tmp":
            path.chmod(path.stat().st_mode | 0o555 if path.is_dir() else 0o444)
    mode = tmp_path.stat().st_mode
    tmp_path.chmod(0o555)
    try:
        done = subprocess.run(
            [sys.executable, "-c", READER, str(tmp_path)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        tmp_path.chmod(mode)
    count, said = done.stdout.splitlines()
    assert count == "1", done.stderr
    assert "readonly" in said
    assert LOCAL in said


def test_the_time_of_an_event_is_utc_of_one_length() -> None:
    assert len(now()) == len("2026-11-22T13:57:31.123456Z")
    assert now().endswith("Z")


def test_what_the_file_holds_is_ascii(tmp_path: Path) -> None:
    """Any driver and any encoding of a database hands it back unharmed."""
    with opened(f"sqlite:///{tmp_path / 'x'}") as log:
        log.append(note("Zürich \ud800 \0"))
        with sqlite3.connect(tmp_path / "x") as raw:
            body = raw.execute(f"SELECT body FROM {EVENTS.name}").fetchone()[0]
        raw.close()
    assert body.isascii()
    assert json.loads(body)["text"] == "Zürich \ud800 \0"
