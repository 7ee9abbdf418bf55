"""Every benchmark, one after the other: ``python -m benchmarks``. Fails where one falls."""

from __future__ import annotations

import runpy
import sys

NAMES = (
    *("clauses", "dates", "names", "figures", "speakers", "voices", "origins"),
    *("judge", "written", "newsroom", "foreign", "blocking", "links", "events", "ecb"),
)


def main() -> int:
    """Runs each as its own command would; 1 when a figure is below its floor."""
    status = 0
    for name in NAMES:
        print(f"== {name}", flush=True)
        sys.argv = [name]
        try:
            runpy.run_module(f"benchmarks.{name}", run_name="__main__")
        except SystemExit as stop:
            status |= int(stop.code or 0)
    return status


if __name__ == "__main__":
    sys.exit(main())
