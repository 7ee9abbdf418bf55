"""The README's tour says what the commands print."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from reconcile.cli import commands

pytestmark = pytest.mark.model

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def shown(command: str) -> str:
    """What the README shows below a command: the rest of its block, up to the next command."""
    _, _, rest = README.partition(f"    $ {command}\n")
    assert rest, f"the README does not show: {command}"
    lines = []
    for line in rest.splitlines():
        if line.startswith("    $") or (line and not line.startswith("    ")):
            break
        lines.append(line)
    return "\n".join(lines)


def plain(text: str) -> str:
    """Without what a terminal's width decides."""
    return " ".join(text.split())


def run(*arguments: str, given: str = "") -> str:
    result = CliRunner().invoke(commands, arguments, input=given)
    assert result.exit_code == 0, result.stderr
    return result.stdout


@pytest.fixture
def tour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "docs" / "tour", tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_sample_corpus(tour: Path) -> None:
    assert plain(run("demo")) == plain(shown("reconcile demo"))


def test_your_own_articles(tour: Path) -> None:
    assert plain(shown("cat sources.csv")) == plain((tour / "sources.csv").read_text("utf-8"))
    command = "reconcile run articles --manifest sources.csv --case mill"
    assert plain(run(*command.split()[1:])) == plain(shown(command))
    command = "reconcile report mill --format md"
    report = plain(run(*command.split()[1:]))
    for part in shown(command).split("..."):
        assert plain(part) in report


def test_pairs_for_scripts() -> None:
    _, _, block = README.partition("    $ echo '")
    given, _, rest = block.partition("' | tr")
    told = re.search(r"\{.*?\}", rest, re.DOTALL)
    assert told is not None
    pair = given.replace("\n", "").replace("'\"'\"'", "'")
    assert json.loads(run("judge", "-", given=pair)) == json.loads(told.group())
