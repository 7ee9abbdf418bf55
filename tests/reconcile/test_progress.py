from __future__ import annotations

import io

import pytest
from rich.console import Console

from reconcile import progress
from reconcile.progress import WAIT, Bars


class Clock:
    """Seconds that pass only when a test says so."""

    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    held = Clock()
    monkeypatch.setattr(progress, "time", held)
    return held


def shown(clock: Clock, steps: list[tuple[float, str]], shown: bool = True) -> str:
    """What is written when stages tell their progress at given seconds."""
    out = io.StringIO()
    with Bars(Console(file=out, force_terminal=True, width=80), shown) as bars:
        for number, (second, stage) in enumerate(steps, 1):
            clock.now = 100.0 + second
            bars(stage, number, len(steps))
    return out.getvalue()


LONG = [(0.0, "parsing"), (WAIT + 0.1, "parsing")]


def test_a_long_stage_has_a_bar(clock: Clock) -> None:
    out = shown(clock, LONG)
    assert "parsing" in out
    assert "2/2" in out


@pytest.mark.parametrize(
    "steps",
    [
        [(0.0, "parsing")],
        [(0.0, "parsing"), (WAIT - 0.1, "parsing")],
        [(0.0, "parsing"), (WAIT + 0.1, "reading")],  # each has a second of its own
    ],
)
def test_a_short_stage_has_none(clock: Clock, steps: list[tuple[float, str]]) -> None:
    out = shown(clock, steps)
    assert "parsing" not in out
    assert "reading" not in out


def test_where_nobody_looks_there_is_nothing(clock: Clock) -> None:
    assert shown(clock, LONG, shown=False) == ""


def test_a_bar_stops_when_the_stage_fails(clock: Clock) -> None:
    out = io.StringIO()
    bars = Bars(Console(file=out, force_terminal=True, width=80), True)

    def fail() -> None:
        with bars:
            bars("parsing", 0, 2)
            clock.now += 5
            bars("parsing", 1, 2)
            raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        fail()
    assert "\x1b[?25h" in out.getvalue()  # the cursor is back
