"""Progress of long stages on standard error, and none where nobody looks."""

from __future__ import annotations

import time
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
)

WAIT = 1.0
"""Seconds a stage may take before its bar is shown."""


class Bars:
    """A bar for each stage that takes more than a second; silent when not shown."""

    def __init__(self, console: Console, shown: bool) -> None:
        self._bars = Progress(
            TextColumn("{task.description:<12}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=console,
            disable=not shown,
        )
        self._tasks: dict[str, TaskID] = {}
        self._started: dict[str, float] = {}

    def __enter__(self) -> Self:
        self._bars.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._bars.stop()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Tells how far a stage is; with a total of 0 it is one that cannot be counted."""
        now = time.monotonic()
        started = self._started.setdefault(stage, now)
        if stage not in self._tasks:
            if total and now - started < WAIT:
                return
            self._tasks[stage] = self._bars.add_task(stage, total=total or None)
        self._bars.update(self._tasks[stage], completed=done, total=total or None)
