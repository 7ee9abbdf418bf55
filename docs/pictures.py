"""Makes the README's pictures from the demo case: ``.venv/bin/python docs/pictures.py``.

Runs ``reconcile demo`` into a temporary folder, then writes ``docs/report.png`` (the first
screen of the report and its first dispute about a figure, in Chromium) and ``docs/show.svg``
(what ``reconcile show`` prints of that dispute). Needs Debian's chromium.
"""

from __future__ import annotations

import dataclasses
import io
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "tests" / "reports")]

from chromium import Browser  # noqa: E402

from claims.records import Reconciliation, Relation  # noqa: E402
from reports.case import read_case  # noqa: E402
from reports.links import slug  # noqa: E402
from reports.questions import Question  # noqa: E402
from reports.terminal import show  # noqa: E402
from reports.view import View  # noqa: E402

WIDTH, COLUMNS = 1280, 112
ONLY = """
(() => {
  const kept = document.getElementById(KEY);
  for (const each of document.querySelectorAll("main > *, .filter, .end")) {
    if (!each.contains(kept)) each.hidden = true;
  }
  for (const each of document.querySelectorAll(".card")) if (each !== kept) each.hidden = true;
  return Math.ceil(kept.getBoundingClientRect().bottom + scrollY + 24);
})()
"""
"""Leaves the first screen and one dispute; gives the height of both."""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / "demo-case"
        command = [sys.executable, "-m", "reconcile", "demo", "--case", str(case), "--quiet"]
        subprocess.run(command, check=True, cwd=HERE.parent)
        view = View(without_this_place(read_case(case)))
        chosen = next(
            (q for q in view.disputes if q.kinds[:1] == ("figure",)), next(iter(view.disputes))
        )
        picture(case / "report.html", chosen, HERE / "report.png")
        terminal(view, chosen.relations[0], HERE / "show.svg")
    for name in ("report.png", "show.svg"):
        print(f"{name}: {(HERE / name).stat().st_size / 1000:,.0f} kB")


def without_this_place(rec: Reconciliation) -> Reconciliation:
    """Paths from the repository on, so that the picture is the same wherever it is made."""
    root = f"{HERE.parent}/"
    articles = (dataclasses.replace(a, path=a.path.removeprefix(root)) for a in rec.articles)
    return dataclasses.replace(rec, articles=tuple(articles))


def picture(report: Path, question: Question, target: Path) -> None:
    """The first screen of a report and one of its disputes."""
    with Browser() as browser:
        browser.open(report)
        browser.screenshot(target, WIDTH, 900)  # sets the width before anything is measured
        height = browser.run(ONLY.replace("KEY", f'"q-{slug(question.id)}"'))
        browser.screenshot(target, WIDTH, int(height))
    if shutil.which("pngquant"):
        subprocess.run(
            ["pngquant", "--force", "--skip-if-larger", "--output", str(target), str(target)],
            check=False,
        )


def terminal(view: View, relation: Relation, target: Path) -> None:
    """What ``reconcile show`` prints of a relation."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    console.print(show(view.rec, relation.id))
    text = console.export_svg(title=f"reconcile show demo-case {relation.id}")
    text = re.sub(r"@font-face \{.*?\}", "", text, flags=re.DOTALL)  # would be fetched
    target.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
