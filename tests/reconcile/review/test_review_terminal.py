"""The review in a real terminal: start, decide, kill, go on."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from claims.records import Reconciliation
from reconcile.decisions import open_case_log
from reports.case import write_case
from tests.reports.hostile import spoil

pexpect = pytest.importorskip("pexpect", reason="pexpect is not installed")
if not hasattr(os, "openpty"):
    pytest.skip("this system has no pseudo terminals", allow_module_level=True)

ROOT = Path(__file__).parents[3]
PATIENCE = 60
"""Seconds: the machine may be busy."""
Start = Callable[..., "pexpect.spawn[bytes]"]


@pytest.fixture
def folder(case: Reconciliation, tmp_path: Path) -> Path:
    where = tmp_path / "case"
    write_case(case, where)
    return where


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts a review of a folder in a terminal of its own."""
    children = []

    def started(
        folder: Path, *options: str, size: tuple[int, int] = (24, 80), **env: str
    ) -> object:
        kept = {
            k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "NO_COLOR"))
        }
        child = pexpect.spawn(
            sys.executable,
            ["-m", "reconcile", "review", str(folder), "--reviewer", "anna", *options],
            cwd=str(ROOT),
            env={**kept, "TERM": "xterm-256color", "LANG": "C.UTF-8", **env},
            dimensions=size,
            timeout=PATIENCE,
        )
        child.logfile_read = Recording()
        children.append(child)
        return child

    yield started  # type: ignore[misc]
    for child in children:
        child.close(force=True)


class Recording:
    """Everything that a terminal was sent."""

    def __init__(self) -> None:
        self.sent = b""

    def write(self, part: bytes) -> None:
        self.sent += part

    def flush(self) -> None:
        pass


def opinions(case: Reconciliation, folder: Path) -> list[str | None]:
    with open_case_log(folder, case) as log:
        return [event.opinion for event in log.read()[0]]


def test_what_was_decided_outlives_kill_9_and_a_closed_terminal(
    start: Start, folder: Path, case: Reconciliation
) -> None:
    child = start(folder)
    child.expect_exact("1 of 5")
    child.send("c")
    child.expect_exact("1 done")
    child.kill(signal.SIGKILL)
    child.wait()
    assert opinions(case, folder) == ["conflict"]

    child = start(folder)
    child.expect_exact("2 of 5")
    child.expect_exact("1 done")
    child.send("u")
    child.expect_exact("2 done")
    child.close()  # the terminal goes: SIGHUP
    assert opinions(case, folder) == ["conflict", "update"]

    child = start(folder)
    child.expect_exact("2 done")
    child.send("z")
    child.expect_exact("1 done")
    child.send("q")
    child.expect(pexpect.EOF)
    child.wait()
    assert child.exitstatus == 0
    assert opinions(case, folder) == ["conflict", "update", None]


def test_killed_while_keys_are_struck_the_log_is_whole(
    start: Start, folder: Path, case: Reconciliation
) -> None:
    child = start(folder)
    child.expect_exact("1 of 5")
    for key in "cuasd":
        child.send(key)
    time.sleep(0.05)
    child.kill(signal.SIGKILL)
    child.wait()
    made = opinions(case, folder)
    assert made == ["conflict", "update", "agree", "scope", "different"][: len(made)]
    again = start(folder)
    again.expect_exact(f"{len(made)} done")


def test_the_terminal_is_given_back_as_it_was(start: Start, folder: Path) -> None:
    child = start(folder)
    child.expect_exact("1 of 5")
    child.setwinsize(50, 200)
    child.send("1")
    child.expect_exact("Its owner was not at home")
    child.send("q")
    child.expect(pexpect.EOF)
    assert b"\x1b[?1049l" in child.logfile_read.sent  # the other screen is left
    assert b"\x1b[?25h" in child.logfile_read.sent  # the cursor is shown


@pytest.mark.parametrize("env", [{"LC_ALL": "C"}, {"LANG": "C"}, {"LANG": "C", "NO_COLOR": "1"}])
def test_a_terminal_that_is_no_utf_8_gets_ascii(
    start: Start, folder: Path, case: Reconciliation, env: dict[str, str]
) -> None:
    child = start(folder, **env)
    child.expect_exact("1 of 5")
    child.send("c")
    child.expect_exact("1 done")
    child.send("q")
    child.expect(pexpect.EOF)
    sent = child.logfile_read.sent
    assert sent.isascii()
    assert b"! conflict" in sent
    if "NO_COLOR" in env:
        assert b"\x1b[38;" not in sent
        assert b"\x1b[48;" not in sent


def test_an_article_cannot_speak_to_the_terminal(
    start: Start, case: Reconciliation, tmp_path: Path
) -> None:
    folder = tmp_path / "hostile"
    write_case(spoil(case), folder)
    child = start(folder, size=(50, 200))
    child.expect_exact("1 of 5")
    child.send("1")
    child.expect_exact("sha256")
    child.send("\x1b[F")  # End: where the hostile words are
    child.expect_exact("␛]0;owned".encode())
    child.send("1l")
    child.expect_exact("type to narrow")
    child.send("\x1b")
    time.sleep(1)  # a lone escape is told from a sequence by what does not follow
    child.send("q")
    child.expect(pexpect.EOF)
    sent = child.logfile_read.sent
    assert "␛]0;owned".encode() in sent
    for acting in (b"\x1b]0;", b"\x1b]2;", b"\x1b[2J", b"owned\x07", b"\x9b31m"):
        assert acting not in sent
    assert "\u202e".encode() not in sent


def test_where_there_is_no_terminal_it_says_so(folder: Path) -> None:
    import subprocess

    done = subprocess.run(
        [sys.executable, "-m", "reconcile", "review", str(folder)],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3
    assert "reconcile decide" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("options", "status"),
    [(["--reviewer", " "], 3), (["--store", "mysql://nowhere/x"], 3), (["--no-such-option"], 2)],
)
def test_what_cannot_be_used_is_refused_in_a_line(
    start: Start, folder: Path, options: list[str], status: int
) -> None:
    child = start(folder, *options)
    child.expect(pexpect.EOF)
    child.wait()
    assert child.exitstatus == status
    assert b"Traceback" not in child.logfile_read.sent


def test_opening_a_case_imports_neither_model_nor_parser(folder: Path) -> None:
    import subprocess

    code = (
        "import sys; from pathlib import Path\n"
        "from reconcile.review import start\n"
        "from reconcile.decisions import open_case_log\n"
        "rec = start.read_case(Path(sys.argv[1]))\n"
        "start.Session(rec, open_case_log(Path(sys.argv[1]), rec), 'anna')\n"
        "slow = {'torch', 'spacy', 'sklearn', 'scipy', 'networkx', 'pandas', 'jinja2'}\n"
        "print(sorted(slow & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
