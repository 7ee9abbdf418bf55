"""Cross-source claim reconciliation: where outlets agree, where they clash, and who says so.

From Python::

    import reconcile
    case = reconcile.reconcile_sources("articles/", manifest="sources.csv")
    case.frames["conflicts"]

A case shows itself in a notebook, ``case.conflicts`` and the like are records, ``case.save``
writes a folder with the report, and ``reconcile.open_case`` reads one back.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reconcile.results import Results, open_case, reconcile_sources
    from reconcile.runs import run_case

__all__ = ["Results", "open_case", "reconcile_sources", "run_case"]

_FROM = {"run_case": "reconcile.runs"} | dict.fromkeys(
    ("Results", "open_case", "reconcile_sources"), "reconcile.results"
)


def __getattr__(name: str) -> object:
    """Loads what is asked for at the first use: the engine behind it takes seconds to import."""
    if name in _FROM:
        return getattr(importlib.import_module(_FROM[name]), name)
    raise AttributeError(f"module 'reconcile' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
