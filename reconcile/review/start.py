"""Opening a case for review."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reconcile.decisions import check_reviewer, default_reviewer, open_case_log
from reconcile.errors import ReconcileError
from reconcile.review.app import Review
from reconcile.review.lettering import encoding
from reconcile.review.session import Counts, Session
from reports.case import read_case

SWITCH = 0.001
"""Seconds after which a thread lets another one run."""


def review(case: Path, reviewer: str | None, store: str | None, ascii_only: bool | None) -> Counts:
    """Runs the review of a case in this terminal until it is left.

    Args:
        case: The case's folder.
        reviewer: Who decides; ``None`` is the login name.
        store: Where the log lies, as a URL; ``None`` is where the case says, its own folder as
            a rule.
        ascii_only: Whether to show ASCII only; ``None`` goes by the locale.

    Returns:
        What is done and left.

    Raises:
        CaseError, ReconcileError: There is no such case, the log cannot be reached, or this is
            no terminal; one clear line.
    """
    name = check_reviewer(reviewer or default_reviewer())
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise ReconcileError("review needs a terminal; in a script use: reconcile decide")
    with _without_collection():
        rec = read_case(case)
        log = open_case_log(case, rec, store)
        session = Session(rec, log, name)
    letters = encoding(os.environ) if ascii_only is None else "ascii" if ascii_only else "utf-8"
    # A thread works out what follows from decisions: it lets go often enough for keys.
    sys.setswitchinterval(SWITCH)
    with log:
        Review(session, case.absolute().name, letters).run()
    return session.counts()


@contextmanager
def _without_collection() -> Iterator[None]:
    """Reads a case without looking for garbage in it: of its many records none is, and looking
    takes as long as reading."""
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        gc.enable()
