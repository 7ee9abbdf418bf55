from __future__ import annotations

import dataclasses
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from claims.records import Reconciliation
from reports import case
from reports.case import FILES, READY, STAGING, CaseError, check_case, read_case, write_case


class Killed(BaseException):
    """Stands for a signal that ends the process."""


def held(directory: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in directory.iterdir() if path.is_file()}


def test_a_case_comes_back(rec: Reconciliation, tmp_path: Path) -> None:
    write_case(rec, tmp_path / "deep" / "case")
    assert set(held(tmp_path / "deep" / "case")) == set(FILES)
    assert read_case(tmp_path / "deep" / "case") == rec


def test_the_same_input_gives_the_same_bytes(rec: Reconciliation, tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_case(rec, tmp_path / name)
    assert held(tmp_path / "one") == held(tmp_path / "two")


def test_an_empty_case_is_a_case(tmp_path: Path) -> None:
    empty = Reconciliation((), (), (), (), (), (), {})
    write_case(empty, tmp_path / "case")
    assert read_case(tmp_path / "case") == empty


def test_a_case_of_a_version_without_stories_still_opens(
    rec: Reconciliation, tmp_path: Path
) -> None:
    write_case(rec, tmp_path)
    (tmp_path / "stories.jsonl").unlink()
    old = read_case(tmp_path)
    assert old == dataclasses.replace(rec, stories=())
    write_case(old, tmp_path)
    assert (tmp_path / "stories.jsonl").read_bytes() == b""


def test_stories_are_lines_as_the_contract_names_them(rec: Reconciliation, tmp_path: Path) -> None:
    write_case(rec, tmp_path)
    (row,) = map(json.loads, (tmp_path / "stories.jsonl").read_text("utf-8").splitlines())
    assert row == {
        "id": "s1",
        "label": "Fire guts Old Market",
        "articles": ["a1", "a2", "a3", "a4"],
        "from": "2031-05-04",
        "to": "2031-05-06",
    }


def test_files_of_others_stay(rec: Reconciliation, tmp_path: Path) -> None:
    write_case(rec, tmp_path)
    (tmp_path / "decisions.jsonl").write_text("mine")
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "x").write_text("kept")
    write_case(dataclasses.replace(rec, merges=()), tmp_path)
    assert (tmp_path / "decisions.jsonl").read_text() == "mine"
    assert (tmp_path / "store" / "x").read_text() == "kept"
    assert read_case(tmp_path).merges == ()


def kill_at(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Ends the process at the ``number``-th change to the disk from now on."""
    count = 0

    def counted(original):
        def call(*args, **kwargs):
            nonlocal count
            count += 1
            if count == number:
                raise Killed
            return original(*args, **kwargs)

        return call

    for name in ("mkdir", "rename", "replace", "rmdir"):
        monkeypatch.setattr(Path, name, counted(getattr(Path, name)))
    monkeypatch.setattr(case, "_write", counted(case._write))


CHANGES = 1 + 1 + len(FILES) + 1 + len(FILES) + 1
"""The folder, staging, each file, the commit, each move, the end."""


@pytest.mark.parametrize("number", range(1, CHANGES + 1))
def test_killed_anywhere_it_is_the_old_case_or_the_new(
    number: int, rec: Reconciliation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    directory = tmp_path / "case"
    write_case(rec, directory)
    before = held(directory)
    new = dataclasses.replace(rec, relations=rec.relations[:1], merges=())
    with monkeypatch.context() as patched:
        kill_at(patched, number)
        with pytest.raises(Killed):
            write_case(new, directory)
    committed = number > 2 + len(FILES) + 1
    if not committed:
        assert held(directory) == before
    assert read_case(directory) == (new if committed else rec)
    # What follows is a run like any other.
    write_case(new, directory)
    assert read_case(directory) == new
    assert not {STAGING, READY} & {path.name for path in directory.iterdir()}


def test_a_committed_case_is_read_where_nothing_may_be_written(
    rec: Reconciliation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_case(rec, tmp_path)
    new = dataclasses.replace(rec, merges=())
    with monkeypatch.context() as patched:
        kill_at(patched, 2 + len(FILES) + 3)
        with pytest.raises(Killed):
            write_case(new, tmp_path)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    assert read_case(tmp_path) == new


def test_a_full_disk_leaves_the_old_case(
    rec: Reconciliation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_case(rec, tmp_path)
    before = held(tmp_path)

    def full(path: Path, content: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(case, "_write", full)
    with pytest.raises(CaseError, match="No space left on device"):
        write_case(dataclasses.replace(rec, merges=()), tmp_path)
    assert held(tmp_path) == before
    assert not (tmp_path / STAGING).exists()


def test_a_folder_with_something_else_is_refused(rec: Reconciliation, tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("years of work")
    with pytest.raises(CaseError, match=r"holds something else \(thesis\.doc"):
        write_case(rec, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.doc"]


@pytest.mark.parametrize("content", ["{}", "not json", '{"format": "another tool"}', "[]"])
def test_a_run_json_of_another_tool_is_refused(
    content: str, rec: Reconciliation, tmp_path: Path
) -> None:
    (tmp_path / "run.json").write_text(content)
    with pytest.raises(CaseError, match="holds something else"):
        check_case(tmp_path)


def test_a_file_is_refused(rec: Reconciliation, tmp_path: Path) -> None:
    path = tmp_path / "report"
    path.write_text("x")
    with pytest.raises(CaseError, match="is a file"):
        write_case(rec, path)
    with pytest.raises(CaseError, match="cannot"):
        write_case(rec, path / "below")


def test_a_folder_that_may_not_be_written_is_refused(
    rec: Reconciliation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The tests may run as root, to whom no folder is closed.
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(CaseError, match="cannot be written to"):
        check_case(tmp_path)
    with pytest.raises(CaseError, match="cannot be written to"):
        check_case(tmp_path / "new")


@pytest.mark.parametrize("name", [".DS_Store", STAGING])
def test_leavings_count_as_empty(name: str, rec: Reconciliation, tmp_path: Path) -> None:
    (tmp_path / name).mkdir()
    write_case(rec, tmp_path)
    assert read_case(tmp_path) == rec


def test_what_is_no_case_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="is no case"):
        read_case(tmp_path / "missing")


def test_a_damaged_case_says_where(rec: Reconciliation, tmp_path: Path) -> None:
    write_case(rec, tmp_path)
    (tmp_path / "claims.jsonl").write_text("{")
    with pytest.raises(CaseError, match=r"claims\.jsonl, line 1"):
        read_case(tmp_path)


def test_reports_need_no_model() -> None:
    script = (
        "import sys, reports.case, reports.terminal, reports.tables;"
        "print(sorted({'torch', 'spacy', 'sentence_transformers', 'reconcile'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
