"""Cross-source claim reconciliation: where outlets agree, where they clash, and who says so.

From Python::

    from reconcile import reconcile_sources
    case = reconcile_sources("articles/", manifest="sources.csv")
    conflicts = [r for r in case.relations if r.verdict == "conflict"]

``reports.tables.frames(case)`` gives the same as pandas frames.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reconcile.runs import reconcile_sources, run_case

__all__ = ["reconcile_sources", "run_case"]


def __getattr__(name: str) -> object:
    """Loads what is asked for at the first use: the engine behind it takes seconds to import."""
    if name in __all__:
        from reconcile import runs

        return getattr(runs, name)
    raise AttributeError(f"module 'reconcile' has no attribute {name!r}")
