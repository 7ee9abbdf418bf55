"""Quality floors: ``floors.json`` holds what each figure reached and what it may not fall below.

A figure that falls below its floor fails its benchmark. Raise the floor with the figure; lower
one only in a commit that says why.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_FILE = Path(__file__).with_name("floors.json")


def floors() -> dict[str, dict[str, Any]]:
    """Name of a figure to ``reached`` and ``floor`` (or ``ceiling``, where less is better)."""
    held: dict[str, dict[str, Any]] = json.loads(_FILE.read_text(encoding="utf-8"))
    return held


def holds(name: str, value: float) -> bool:
    """Whether a figure keeps its bound; says so in a line where it does not."""
    bound = floors()[name]
    if "ceiling" in bound:
        fine = value <= bound["ceiling"]
        limit = f"above its ceiling {bound['ceiling']}"
    else:
        fine = value >= bound["floor"]
        limit = f"below its floor {bound['floor']}"
    if not fine:
        print(f"{name}: {value:.3f} is {limit} (reached before: {bound['reached']})")
    return bool(fine)
