"""A case as Python users meet it: records, pandas frames, reports, and a look in a notebook."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from claims.records import Reconciliation, Relation
from reconcile.errors import ReconcileError

if TYPE_CHECKING:
    import pandas as pd
    from rich.console import RenderableType

    from reports.questions import Question


class Results(Reconciliation):
    """A reconciliation with what one asks of it.

    ``articles``, ``claims``, ``clusters``, ``relations`` and ``stories`` are tuples of frozen
    records (``claims/records.py`` says what each field holds).
    """

    __slots__ = ()

    @classmethod
    def of(cls, rec: Reconciliation) -> Self:
        """The same records; nothing is copied."""
        return cls(**{field.name: getattr(rec, field.name) for field in dataclasses.fields(rec)})

    @property
    def conflicts(self) -> list[Relation]:
        """The pairs flagged as conflicts; an empty list when there are none."""
        return [relation for relation in self.relations if relation.verdict == "conflict"]

    @property
    def disputes(self) -> list[Question]:
        """The conflicts gathered to questions with their sides, most articles first."""
        from reports.view import View

        return View(self).disputes

    @property
    def frames(self) -> dict[str, pd.DataFrame]:
        """pandas frames by name: ``articles``, ``claims``, ``clusters``, ``relations``,
        ``stories`` and ``conflicts`` (both sides of each in one row); without rows when there are
        none."""
        from reports.tables import frames

        return frames(self)

    def render(self, name: str) -> bytes:
        """The case in a format of ``reconcile report``: ``html``, ``md``, ``claimreview`` ...

        Raises:
            ReconcileError: There is no such format; the message lists them.
        """
        from reconcile.formats import FORMATS

        if name not in FORMATS:
            raise ReconcileError(f"no format {name!r}; there are {', '.join(FORMATS)}")
        return FORMATS[name](self)

    def save(self, folder: str | Path) -> Path:
        """Writes every file of a case to ``folder`` and gives the path of ``report.html``.

        Raises:
            CaseError: The folder holds something else or cannot be written to.
        """
        from reports.case import write_case

        write_case(self, Path(folder))
        return Path(folder) / "report.html"

    def show(self, identifier: str) -> RenderableType:
        """One article, claim, cluster, relation or story with its whole trail, for rich to print.

        Raises:
            LookupError: No record, or several, have this id or begin with it.
        """
        from reports.terminal import show

        return show(self, identifier)

    def __repr__(self) -> str:
        from reports import words

        counted = ((self.articles, "article"), (self.claims, "claim"), (self.conflicts, "conflict"))
        told = ", ".join(words.count(len(records), noun) for records, noun in counted)
        return f"<Results: {told}>"

    def _repr_html_(self) -> str:
        """What a notebook shows: the counts and the disputes, each side with its words."""
        from reports.notebook import render

        return render(self)


def reconcile_sources(*sources: str | Path, **options: Any) -> Results:
    """Reads files, folders and URLs and reconciles them; nothing is written.

    Options are ``manifest``, ``model``, ``aliases``, ``outlets`` and ``progress``, see
    :func:`reconcile.runs.reconcile_sources`. What could not be read is in ``skipped``; with
    nothing read, the case is empty.

    Raises:
        ReconcileError: There is no such manifest, or the model cannot be loaded.
    """
    from reconcile import runs

    return Results.of(runs.reconcile_sources(*sources, **options))


def open_case(folder: str | Path) -> Results:
    """A case that ``reconcile run`` has written, with what its reviewers decided; needs no model.

    Raises:
        CaseError: There is no case, or a file of it is missing or damaged.
        StoreError: The store of its decisions cannot be reached.
    """
    from reconcile.decisions import apply, case_key, open_log
    from reports.case import read_case

    rec = read_case(Path(folder))
    with open_log(Path(folder), None, case_key(rec)) as log:
        return Results.of(apply(rec, log.read()[0]))
