from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from reconcile import runs
from reconcile.cli import main
from reconcile.decisions.address import LOCAL, REMEMBERED
from reports.case import read_case, write_case
from tests.conftest import WordEncoder
from tests.reconcile.decisions.cases import claim, cluster, make_case, relation

Cli = Callable[..., tuple[int, str, str]]
REC = make_case()
RIVALS = relation(REC, "north:0", "south:0").id
OTHERS = relation(REC, "north:0", "east:0").id
HOSTILE = '=HYPERLINK("http://x") \x1b]0;title\x07 \'; DROP TABLE x; -- <script>'


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Cli:
    """Runs a command line as Ada in this process; gives exit status, output and error."""
    monkeypatch.setenv("RECONCILE_REVIEWER", "Ada")
    monkeypatch.delenv("RECONCILE_STORE", raising=False)
    monkeypatch.setattr(runs, "SentenceEncoder", lambda name: WordEncoder())

    def call(*words: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["reconcile", *map(str, words)])
        with pytest.raises(SystemExit) as stop:
            main()
        out, err = capfd.readouterr()
        return int(stop.value.code or 0), out, err

    return call


@pytest.fixture
def case(tmp_path: Path) -> Path:
    write_case(REC, tmp_path / "case")
    return tmp_path / "case"


def listed(cli: Cli, case: Path, *words: str) -> list[dict[str, object]]:
    status, out, _ = cli("decisions", case, "--json", *words)
    assert status == 0
    rows: list[dict[str, object]] = json.loads(out)
    return rows


def test_a_decision_is_listed_applied_and_undone(cli: Cli, case: Path) -> None:
    assert listed(cli, case) == []
    assert not (case / LOCAL).exists()
    status, out, err = cli("decide", case, RIVALS, "agree", "--note", "one toll", "--tag", "ask")
    assert (status, err) == (0, "")
    assert f"{RIVALS}: agree is in force; the tool says conflict" in out
    rows = listed(cli, case)
    assert [row["act"] for row in rows] == ["verdict", "note", "tag"]
    assert {row["reviewer"] for row in rows} == {"Ada"}
    assert {row["state"] for row in rows} == {"in force"}
    assert [row["verdict"] for row in rows] == ["agree", None, None]
    quote = rows[0]["a"]
    assert isinstance(quote, dict)
    assert quote["quote"] in {"The fire killed 3 people.", "The fire killed 9 people."}
    said = rows[0]["said"]
    assert isinstance(said, dict)
    assert said["verdict"] == "conflict"
    assert "agree" in cli("decisions", case)[1]
    table = cli("report", case, "--format", "relations.csv")[1]
    found = pd.read_csv(io.StringIO(table)).set_index("id")
    assert found.loc[RIVALS, "verdict"] == "agree"
    assert found.loc[OTHERS, "verdict"] == "conflict"
    for _ in range(3):
        assert cli("decisions", case, "--undo", "--quiet")[0] == 0
    assert {row["state"] for row in listed(cli, case)} == {"undone"}
    assert cli("decisions", case, "--undo")[0] == 3
    assert cli("decisions", case, "--redo", "--json")[0] == 0
    assert [row["state"] for row in listed(cli, case)] == ["in force", "undone", "undone"]


def test_status_report_and_exports_heed_it(cli: Cli, case: Path) -> None:
    before = cli("report", case, "--format", "md")[1]
    assert "[≠ Disputed](#disputed) | 1 |" in before
    for id_ in (RIVALS, OTHERS):
        assert cli("decide", case, id_, "agree", "--quiet") == (0, "", "")
    report = cli("report", case, "--format", "md")[1]
    assert "[≠ Disputed](#disputed) | 0 |" in report
    clusters = cli("report", case, "--format", "clusters.jsonl")[1].splitlines()
    own = cluster(REC, "north:0").id
    assert {c["id"]: c["status"] for c in map(json.loads, clusters)}[own] == "corroborated"
    assert "Decided by Ada" in cli("show", case, RIVALS)[1]
    assert "Decided by Ada" in cli("report", case, "--format", "relations.jsonl")[1]
    assert read_case(case) == REC, "what the tool made stays"


def test_a_case_written_with_decisions_is_read_as_the_tool_made_it(cli: Cli, case: Path) -> None:
    from reconcile.commands.decisions import decided

    for id_ in (RIVALS, OTHERS):
        cli("decide", case, id_, "different", "--quiet")
    shown = decided(case, None)
    write_case(shown, case)
    lines = (case / "relations.jsonl").read_text("utf-8").splitlines()
    assert {json.loads(line)["verdict"] for line in lines} == {"different", "agree"}
    assert read_case(case) == REC
    again = decided(case, None)
    assert again == shown
    cli("decisions", case, "--undo", "--quiet")
    write_case(decided(case, None), case)
    assert read_case(case) == REC


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"table": "claims", "id": "x", "tool": 3}', '{"table": "other"}', "3"]
)
def test_a_damaged_record_of_the_tool_is_one_clear_line(cli: Cli, case: Path, line: str) -> None:
    (case / "tool.jsonl").write_text(line, encoding="utf-8")
    status, out, err = cli("bench", case)
    assert (status, out) == (3, "")
    assert "tool.jsonl, line 1" in err
    assert len(err.strip().splitlines()) == 1


def test_a_case_of_an_older_version_can_be_reviewed(cli: Cli, case: Path) -> None:
    (case / "tool.jsonl").unlink()
    (case / "run.json").write_text('{"format": "reconcile case 1"}', encoding="utf-8")
    assert cli("decide", case, RIVALS, "agree", "--quiet")[0] == 0
    assert [row["state"] for row in listed(cli, case)] == ["in force"]


def test_hostile_words_stay_words(cli: Cli, case: Path) -> None:
    assert cli("decide", case, RIVALS, "scope", "--note", HOSTILE, "--tag", "=1+1")[0] == 0
    status, out, _ = cli("decisions", case)
    assert status == 0
    assert "\x1b" not in out
    assert listed(cli, case)[1]["text"] == HOSTILE
    for name in ("agreement", "md", "html", "relations.csv", "clusters.csv"):
        status, out, _ = cli("report", case, "--format", name)
        assert status == 0
        assert "\x1b" not in out
        assert "; -- <script>" not in out
    cells = pd.read_csv(io.StringIO(cli("report", case, "--format", "relations.csv")[1]))
    assert not any(
        str(cell).startswith(("=", "+", "@")) for cell in cells.to_numpy().ravel().tolist()
    )


def test_two_reviewers_and_how_far_they_agree(cli: Cli, case: Path) -> None:
    cli("decide", case, RIVALS, "agree", "--quiet")
    assert "Only Ada has decided" in cli("report", case, "--format", "agreement")[1]
    status, out, _ = cli("decide", case, RIVALS, "conflict", "--reviewer", "Ben", "--json")
    answer = json.loads(out)
    assert status == 0
    assert answer | {"id": ""} == {
        "id": "", "relation": RIVALS, "verdict": None, "disagree": True, "tool": "conflict"
    }  # fmt: skip
    assert "reviewers disagree" in cli("decide", case, RIVALS, "agree")[1]
    assert "## 1 disagreement" in cli("report", case, "--format", "agreement")[1]
    status, out, _ = cli("bench", case, "--json")
    assert status == 0
    (row,) = json.loads(out)["rows"]
    assert (row["verdict"], row["kind"]) == ("conflict", "figure")
    assert (row["decided"], row["agreed"], row["share"]) == (2, 1, 0.5)
    assert "2 verdicts on 1 relation" in cli("bench", case)[1]


def test_export_and_import(cli: Cli, case: Path, tmp_path: Path) -> None:
    cli("decide", case, RIVALS, "conflict", "--kind", "figure", "--note", "Zürich \0 né")
    cli("decisions", case, "--undo")
    cli("decide", case, OTHERS, "update", "--reviewer", "Ben", "--quiet")
    file = tmp_path / "log.jsonl"
    assert cli("decisions", case, "--export", file) == (0, "", "")
    assert json.loads(cli("decisions", case, "--import", file, "--json")[1]) == {"imported": 0}
    other = tmp_path / "other"
    write_case(REC, other)
    assert "4 new decisions" in cli("decisions", other, "--import", file)[1]
    assert listed(cli, other) == listed(cli, case)
    assert cli("decisions", other, "--export", "-")[1] == file.read_text("utf-8")
    labelled = cli("decisions", case, "--format", "pairs")[1].splitlines()
    assert {json.loads(line)["id"]: json.loads(line)["verdict"] for line in labelled} == {
        RIVALS: "conflict", OTHERS: "update"
    }  # fmt: skip
    assert cli("report", case, "--format", "pairs")[1].splitlines() == labelled
    (tmp_path / "broken").write_text(file.read_text("utf-8") + "{}\n", encoding="utf-8")
    third = tmp_path / "third"
    write_case(REC, third)
    status, _, err = cli("decisions", third, "--import", tmp_path / "broken")
    assert status == 3
    assert "line 5" in err
    assert listed(cli, third) == [], "all of it or nothing"


def test_a_store_elsewhere_is_remembered_and_shared(
    cli: Cli, case: Path, store: str, tmp_path: Path
) -> None:
    cli("decide", case, OTHERS, "scope", "--quiet")
    assert cli("decide", case, RIVALS, "agree", "--store", store)[0] == 0
    assert (case / REMEMBERED).exists()
    assert [row["opinion"] for row in listed(cli, case)] == ["scope", "agree"]
    copy = tmp_path / "copy"
    write_case(REC, copy)
    assert listed(cli, copy) == []
    assert len(listed(cli, copy, "--store", store)) == 2
    assert not (copy / REMEMBERED).exists()


def test_a_pair_the_tool_did_not_relate(cli: Cli, case: Path) -> None:
    a, b = claim(REC, "north:1").id, claim(REC, "south:1").id
    status, out, _ = cli("decide", case, f"{a}+{b}", "conflict", "--kind", "actor", "--json")
    assert status == 0
    found = json.loads(out)
    assert (found["verdict"], found["tool"]) == ("conflict", None)
    assert found["relation"] in cli("report", case, "--format", "relations.csv")[1]
    again = cli("decide", case, str(found["relation"])[:9], "agree", "--json")[1]
    assert json.loads(again)["verdict"] == "agree"
    a, b = claim(REC, "north:0").id, claim(REC, "south:0").id
    assert json.loads(cli("decide", case, f"{b}+{a}", "agree", "--json")[1])["relation"] == RIVALS


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["decide", "{case}", RIVALS, "guilty"], 2, "guilty"),
        (["decide", "{case}", RIVALS], 2, "Missing argument"),
        (["decide", "{case}", RIVALS, "agree", "--kind", "figure"], 2, "--kind"),
        (["decide", "{case}", RIVALS, "conflict", "--kind", "colour"], 2, "colour"),
        (["decide", "{case}", "rnone", "agree"], 3, "no relation 'rnone'"),
        (["decide", "{case}", "", "agree"], 3, "no relation ''"),
        (["decide", "{case}", "r", "agree"], 3, "may be r"),
        (["decide", "{case}", "c+c", "agree"], 3, "no claim 'c'"),
        (["decide", "{case}", "north+north", "agree"], 3, "may be"),
        (["decide", "{case}", RIVALS, "agree", "--reviewer", "a\x1bb"], 3, "no name"),
        (["decide", "{case}", RIVALS, "agree", "--store", "elsewhere"], 3, "want postgresql"),
        (["decide", "{case}", RIVALS, "agree", "--store", "postgresql:///x?host=/no"], 3, "/no"),
        (["decide", "{case}/gone", RIVALS, "agree"], 3, "no case"),
        (["decisions", "{case}", "--import", "{case}/gone"], 2, "gone"),
        (["decisions", "{case}", "--redo"], 3, "nothing to redo"),
        (["bench", "{case}/gone"], 3, "no case"),
        (["report", "{case}", "--format", "md", "--store", "nowhere:"], 3, "want postgresql"),
    ],
)
def test_what_goes_wrong_is_one_line_and_a_status(
    cli: Cli, case: Path, words: list[str], status: int, said: str
) -> None:
    before = sorted(path.name for path in case.iterdir())
    got, out, err = cli(*(word.replace("{case}", str(case)) for word in words))
    assert got == status, err
    assert out == ""
    assert said in err
    assert "Traceback" not in err
    if status == 3:
        assert len(err.strip().splitlines()) == 1
    assert sorted(path.name for path in case.iterdir()) == before


NORTH = "A fire at the Lindholm mill in Varsta on Monday killed seven people."
SOUTH = "The fire at the Lindholm mill in Varsta on Monday killed nine people, Ana Berg said."
EAST = "Monday's fire at the Lindholm mill in Varsta killed nine people, Ana Berg said."


def write(folder: Path, **texts: str) -> Path:
    folder.mkdir(exist_ok=True)
    rows = [
        {"id": name, "outlet": name.title(), "published": "2021-03-02", "text": text}
        for name, text in texts.items()
    ]
    file = folder / "rows.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return file


@pytest.mark.model
def test_a_new_run_keeps_decisions_and_asks_stale_ones_again(cli: Cli, tmp_path: Path) -> None:
    case, sources = tmp_path / "case", tmp_path / "in"
    cli("run", write(sources, north=NORTH, south=SOUTH), "--case", case, "--quiet")
    (conflict,) = [r for r in read_case(case).relations if r.verdict == "conflict"]
    cli("decide", case, conflict.id, "different", "--note", "two fires", "--quiet")

    def state() -> tuple[object, object, str]:
        row = listed(cli, case)[0]
        lines = (case / "relations.jsonl").read_text("utf-8").splitlines()
        held = {r["id"]: r["verdict"] for r in map(json.loads, lines)}
        return row["state"], row["holds"], held.get(conflict.id, "")

    cli("run", sources, "--case", case, "--quiet")
    assert state() == ("in force", True, "different")
    cli("run", write(sources, east=EAST), "--case", case, "--quiet")
    assert state() == ("stale", True, "different"), "the cluster has grown"
    changed = listed(cli, case)[0]["changed"]
    assert isinstance(changed, list)
    assert "joined by" in changed[0]["after"]
    cli("run", write(sources, north=NORTH.replace("seven", "eight")), "--case", case, "--quiet")
    assert state()[:2] == ("stale", False), "the words have changed"
    changed = listed(cli, case)[0]["changed"]
    assert isinstance(changed, list)
    assert {change["what"] for change in changed} <= {"quote_a", "quote_b"}
    assert "eight people" in changed[0]["after"]
    report = cli("report", case, "--format", "md")[1]
    assert report == (case / "report.md").read_text("utf-8")


@pytest.mark.model
def test_an_edited_file_replaces_what_was_read_and_its_decisions_go_stale(
    cli: Cli, tmp_path: Path
) -> None:
    case, sources = tmp_path / "case", tmp_path / "in"
    sources.mkdir()
    for name, text in (("north", NORTH), ("south", SOUTH)):
        dated = f"Published March 2 2021\n\n{text}"
        (sources / f"{name}.txt").write_text(dated, encoding="utf-8")
    cli("run", sources, "--case", case, "--quiet")
    before = read_case(case)
    (conflict,) = [r for r in before.relations if r.verdict == "conflict"]
    cli("decide", case, conflict.id, "agree", "--quiet")
    north = sources / "north.txt"
    north.write_text(north.read_text("utf-8").replace("seven", "eight"), encoding="utf-8")
    cli("run", sources, "--case", case, "--quiet")
    assert len(read_case(case).articles) == 2
    (row,) = listed(cli, case)
    assert (row["state"], row["holds"]) == ("stale", False)
    north.write_text("Rain is expected in Varsta until Friday, the weather office said.", "utf-8")
    cli("run", north, "--case", case, "--quiet")
    assert len(read_case(case).articles) == 3, "another article, whatever its file is called"


@pytest.mark.model
def test_a_run_with_a_store_out_of_reach_stops_before_it_reads(cli: Cli, tmp_path: Path) -> None:
    case = tmp_path / "case"
    file = write(tmp_path / "in", north=NORTH)
    words = ["run", file, "--case", case, "--store", "postgresql:///x?host=/nowhere"]
    status, out, err = cli(*words)
    assert (status, out) == (3, "")
    assert "/nowhere" in err
    assert len(err.strip().splitlines()) == 1
    assert not case.exists()


@pytest.mark.model
def test_names_decided_on_are_heeded_by_a_run(cli: Cli, tmp_path: Path) -> None:
    from reconcile.decisions import name_pair, open_case_log

    case = tmp_path / "case"
    file = write(tmp_path / "in", north=NORTH, south=SOUTH)
    cli("run", file, "--case", case, "--quiet")
    with open_case_log(case, read_case(case)) as log:
        log.append(name_pair("Anna Bergman", "Ana Berg", True, "Ada"))
    assert speakers(case) == {"Ana Berg"}
    cli("run", file, "--case", case, "--quiet")
    assert speakers(case) == {"Anna Bergman"}


def speakers(case: Path) -> set[str]:
    return {c.speaker.name for c in read_case(case).claims if c.speaker}
