"""The Python face: records, frames, a report, a look in a notebook."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import reconcile
from claims.records import Reconciliation, Relation
from reconcile.errors import ReconcileError
from reconcile.results import Results

EMPTY = Reconciliation((), (), (), (), (), (), {})


def test_results_are_the_records(tmp_path: Path) -> None:
    clash = Relation("r1", "a", "b", "conflict", (), (), "", 0.5, "")
    agreed = Relation("r2", "a", "b", "agree", (), (), "", 0.1, "")
    rec = Reconciliation((), (), (), (clash, agreed), (), (), {})
    case = Results.of(rec)
    assert isinstance(case, Reconciliation)
    assert case.relations is rec.relations
    assert case.conflicts == [clash]
    assert repr(case) == "<Results: 0 articles, 0 claims, 1 conflict>"


def test_frames_and_notebook_of_an_empty_case() -> None:
    case = Results.of(EMPTY)
    assert {len(frame) for frame in case.frames.values()} == {0}
    assert case.disputes == []
    assert "No dispute was found." in case._repr_html_()


def test_a_saved_case_opens_again(tmp_path: Path) -> None:
    report = Results.of(EMPTY).save(tmp_path / "case")
    assert report.read_text("utf-8").startswith("<!doctype html>")
    opened = reconcile.open_case(tmp_path / "case")
    assert isinstance(opened, Results)
    assert (opened.articles, opened.relations) == ((), ())


def test_formats_by_name() -> None:
    case = Results.of(EMPTY)
    assert b"ClaimReview" not in case.render("claimreview")
    with pytest.raises(ReconcileError, match="html"):
        case.render("docx")


def test_what_is_not_there_is_said() -> None:
    assert {"open_case", "reconcile_sources"} <= set(dir(reconcile))
    with pytest.raises(AttributeError, match="no_such"):
        _ = reconcile.no_such


def test_importing_is_quick_and_loads_no_model() -> None:
    script = (
        "import sys, reconcile; reconcile.open_case; "
        "print(sorted({'torch', 'spacy', 'pandas'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
