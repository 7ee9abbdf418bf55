"""Writes the golden files anew: ``python tests/reports/renew.py``. Read the difference."""

from __future__ import annotations

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parent)]
    from conftest import build

    from reports import markdown, tables

    golden = Path(__file__).parent / "golden"
    (golden / "report.md").write_text(markdown.render(build()), "utf-8")
    for name in tables.TABLES:
        (golden / f"{name}.csv").write_text(tables.csv(build(), name), "utf-8")
