from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reconcile import runs
from reconcile.cli import main
from tests.conftest import WordEncoder

Outcome = tuple[int, str, str]
Cli = Callable[..., Outcome]

NORTH = (
    "Published March 2 2021\n\nA fire at the Lindholm mill in Varsta on Monday killed three people."
)
SOUTH = (
    "The blaze at the Lindholm mill in Varsta on Monday killed nine people, Chief Ana Berg said."
)


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Cli:
    """Runs a command line in this process; gives exit status, standard output and error."""
    monkeypatch.setattr(runs, "SentenceEncoder", lambda name: WordEncoder())

    def call(*words: str | Path) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["reconcile", *map(str, words)])
        with pytest.raises(SystemExit) as stop:
            main()
        out, err = capfd.readouterr()
        return int(stop.value.code or 0), out, err

    return call


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "north.txt").write_text(NORTH, encoding="utf-8")
    (folder / "south.txt").write_text(SOUTH, encoding="utf-8")
    (folder / "manifest.csv").write_text(
        "path,outlet,published,title,url,agency\n"
        "north.txt,North,2021-03-02,,,\nsouth.txt,South,2021-03-02,,,\ngone.txt,Gone,,,,\n",
        encoding="utf-8",
    )
    return folder


def contents(case: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in case.iterdir() if p.is_file() and p.name != "run.json"}


CASE_FILES = {
    "articles.jsonl", "claims.jsonl", "not_claims.jsonl", "clusters.jsonl", "stories.jsonl",
    "relations.jsonl", "origins.jsonl", "tool.jsonl", "report.html", "report.md", "graph.graphml",
    "provenance.jsonld", "run.json",
}  # fmt: skip


@pytest.mark.model
def test_run_writes_a_case_and_a_second_run_changes_nothing(
    cli: Cli, sources: Path, tmp_path: Path
) -> None:
    case = tmp_path / "case"
    words = ["run", sources, "--case", case, "--manifest", sources / "manifest.csv"]
    status, out, err = cli(*words)
    assert status == 0
    assert "report.html" in out
    assert "gone.txt" in err
    assert {p.name for p in case.iterdir()} == CASE_FILES
    before = contents(case)
    assert cli(*words, "--quiet")[:2] == (0, "")
    assert contents(case) == before
    skipped = json.loads((case / "run.json").read_text(encoding="utf-8"))["skipped"]
    assert any("gone.txt" in row["reason"] for row in skipped)


@pytest.mark.model
def test_a_second_run_adds_what_is_new_and_json_is_json(
    cli: Cli, sources: Path, tmp_path: Path
) -> None:
    case = tmp_path / "case"
    assert cli("run", sources / "north.txt", "--case", case, "--quiet")[0] == 0
    status, out, _ = cli("run", sources / "south.txt", "--case", case, "--json")
    assert status == 0
    assert json.loads(out)["counts"]["articles"] == 2


@pytest.mark.model
def test_quotes_are_the_words_of_the_article(cli: Cli, sources: Path, tmp_path: Path) -> None:
    case = tmp_path / "case"
    cli("run", sources, "--case", case, "--manifest", sources / "manifest.csv", "--quiet")
    rows = {
        name: [json.loads(line) for line in (case / name).read_text("utf-8").splitlines()]
        for name in ("articles.jsonl", "claims.jsonl")
    }
    texts = {row["id"]: row["text"] for row in rows["articles.jsonl"]}
    assert rows["claims.jsonl"]
    for claim in rows["claims.jsonl"]:
        text = texts[claim["article"]]
        assert text[claim["start"] : claim["end"]] == claim["quote"]
        for part in (*claim["when"], *claim["figures"], *claim["names"]):
            assert text[part["start"] : part["end"]] == part["text"]


@pytest.mark.model
def test_claims_are_json_lines(cli: Cli, sources: Path) -> None:
    status, out, _ = cli("claims", sources / "north.txt", "--quiet")
    assert status == 0
    assert all(json.loads(line)["id"].startswith("c") for line in out.splitlines())
    assert out


@pytest.mark.model
def test_judge_answers_in_order_and_goes_on_after_a_bad_line(cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "pairs.jsonl"
    good = {"a": {"text": "The mill fire killed three."}, "b": {"text": "The mill fire killed 9."}}
    lines = [
        json.dumps(good | {"id": "one"}),
        "{no json",
        json.dumps({"id": "x", "a": {"text": 3}, "b": {"text": "y"}}),
        json.dumps({"id": "empty", "a": {"text": ""}, "b": {"text": "…"}}),
        json.dumps(good | {"id": "two"}),
    ]
    file.write_text("\n".join(lines), encoding="utf-8")
    status, out, err = cli("judge", file, "--quiet")
    rows = [json.loads(line) for line in out.splitlines()]
    assert [row["id"] for row in rows] == ["one", "empty", "two"]
    assert status == 3
    assert "line 2" in err
    assert "line 3" in err
    assert rows[1]["verdict"] == "different"
    for row in rows:
        assert set(row) == {"id", "verdict", "kinds", "score", "values", "reason"}
        assert 0 <= row["score"] <= 1


@pytest.mark.model
def test_report_and_show_need_no_model(cli: Cli, sources: Path, tmp_path: Path) -> None:
    case = tmp_path / "case"
    cli("run", sources, "--case", case, "--quiet")
    assert cli("report", case, "--format", "md")[1] == (case / "report.md").read_text("utf-8")
    table = tmp_path / "claims.csv"
    assert cli("report", case, "--format", "claims.csv", "-o", table)[0] == 0
    assert table.read_text("utf-8").startswith("id,")
    claim = json.loads((case / "claims.jsonl").read_text("utf-8").splitlines()[0])
    status, out, _ = cli("show", case, claim["id"])
    assert status == 0
    assert claim["article"] in out
    status, _, err = cli("show", case, "nothing-like-this")
    assert status == 3
    assert "nothing-like-this" in err


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["run"], 2),
        (["run", "x.txt"], 2),
        (["nonsense"], 2),
        (["report", "{tmp}", "--format", "pictures"], 2),
        (["report", "{tmp}", "--format", "claims.parquet"], 2),
        (["report", "{tmp}", "--format", "md"], 3),
        (["show", "{tmp}", "x"], 3),
        (["run", "{tmp}/gone.txt", "--case", "{tmp}/case"], 3),
        (["run", "{tmp}/empty.txt", "--case", "{tmp}/case"], 3),
        (["run", "{tmp}/empty.txt", "--case", "{tmp}/other"], 3),
        (["run", "{tmp}/empty.txt", "--case", "{tmp}/empty.txt"], 3),
        (["run", "{tmp}/ok.txt", "--case", "{tmp}/c", "--manifest", "{tmp}/gone.csv"], 3),
        (["claims", "{tmp}/binary.txt"], 3),
        (["--help"], 0),
    ],
)
def test_exit_status_and_one_clear_line(
    cli: Cli, tmp_path: Path, words: list[str], status: int
) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "ok.txt").write_text(SOUTH, encoding="utf-8")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "thesis.doc").touch()
    got, _, err = cli(*(word.replace("{tmp}", str(tmp_path)) for word in words))
    assert got == status, err
    if status == 3:
        assert len(err.strip().splitlines()) == 1
        assert "Traceback" not in err
    assert not (tmp_path / "case").exists()


@pytest.mark.model
def test_a_run_killed_in_the_middle_leaves_the_case_intact(
    cli: Cli, sources: Path, tmp_path: Path
) -> None:
    case = tmp_path / "case"
    cli("run", sources / "north.txt", "--case", case, "--quiet")
    before = contents(case)
    code = (
        "import os, signal, sys\n"
        "from reports import prov\n"
        "from reports import case as files\n"
        "from reconcile import runs\n"
        "from tests.conftest import WordEncoder\n"
        "runs.SentenceEncoder = lambda name: WordEncoder()\n"
        "files.FILES['provenance.jsonld'] = lambda rec: os.kill(os.getpid(), signal.SIGKILL)\n"
        "from reconcile.cli import main\n"
        f"sys.argv = ['reconcile', 'run', {str(sources)!r}, '--case', {str(case)!r}, '--quiet']\n"
        "main()\n"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, check=False)
    assert done.returncode == -9, done.stderr
    assert contents(case) == before
    assert cli("run", sources, "--case", case, "--quiet")[0] == 0
    assert {p.name for p in case.iterdir()} == CASE_FILES


@pytest.mark.model
def test_a_first_run_cut_off_while_moving_its_files_is_not_lost(
    cli: Cli, sources: Path, tmp_path: Path
) -> None:
    case = tmp_path / "case"
    assert cli("run", sources / "north.txt", "--case", case, "--quiet")[0] == 0
    ready = case / ".ready"
    ready.mkdir()
    for path in [p for p in case.iterdir() if p.is_file()]:
        path.rename(ready / path.name)
    status, out, _ = cli("run", sources / "south.txt", "--case", case, "--json")
    assert status == 0
    assert json.loads(out)["counts"]["articles"] == 2
