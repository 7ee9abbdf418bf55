"""Makes the README's pictures from the demo case: ``.venv/bin/python docs/pictures.py``.

Runs ``reconcile demo`` into a temporary folder (or takes a demo case that is named), then writes
``docs/report.png`` (the first screen of the report and its first dispute about a figure, in
Chromium), ``docs/pictures.png`` (the case in pictures) and ``docs/show.svg`` (what ``reconcile
show`` prints of that dispute). Needs Debian's chromium.
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
from reports import html  # noqa: E402
from reports.case import read_case  # noqa: E402
from reports.links import slug  # noqa: E402
from reports.terminal import show  # noqa: E402
from reports.view import View  # noqa: E402

WIDTH, COLUMNS = 1280, 112
ONLY = """
(() => {
  const kept = document.getElementById(KEY);
  for (const each of document.querySelectorAll("main > *, .filter, .end, .onward, HEAD")) {
    if (!each.contains(kept)) each.hidden = true;
  }
  for (const each of document.querySelectorAll(".card")) {
    if (each !== kept && !each.contains(kept)) each.hidden = true;
  }
  for (const each of kept.querySelectorAll(".drawn")) each.open = true;
  return Math.ceil(kept.getBoundingClientRect().bottom + scrollY + 24);
})()
"""
"""Leaves one part of the page, below the first screen or without it; gives the height."""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        case = Path(sys.argv[1]) if len(sys.argv) > 1 else made(Path(folder) / "demo-case")
        rec = without_this_place(read_case(case))
        view = View(rec)
        page = Path(folder) / "report.html"
        page.write_text(html.render(rec), "utf-8")
        chosen = next(
            (q for q in view.disputes if q.kinds[:1] == ("figure",)), next(iter(view.disputes))
        )
        picture(page, f"q-{slug(chosen.id)}", "nothing", HERE / "report.png")
        picture(page, "pictures", ".top", HERE / "pictures.png")
        terminal(view, chosen.relations[0], HERE / "show.svg")
    for name in ("report.png", "pictures.png", "show.svg"):
        print(f"{name}: {(HERE / name).stat().st_size / 1000:,.0f} kB")


def made(case: Path) -> Path:
    """The demo case, run anew."""
    command = [sys.executable, "-m", "reconcile", "demo", "--case", str(case), "--quiet"]
    subprocess.run(command, check=True, cwd=HERE.parent)
    return case


def without_this_place(rec: Reconciliation) -> Reconciliation:
    """Paths from the repository on, so that the picture is the same wherever it is made."""
    root = f"{HERE.parent}/"
    articles = (dataclasses.replace(a, path=a.path.removeprefix(root)) for a in rec.articles)
    return dataclasses.replace(rec, articles=tuple(articles))


def picture(report: Path, kept: str, head: str, target: Path) -> None:
    """One part of a report, by its id; ``head`` selects what of the first screen to leave out."""
    script = ONLY.replace("KEY", f'"{kept}"').replace("HEAD", head)
    with Browser() as browser:
        browser.open(report)
        browser.screenshot(target, WIDTH, 900)  # sets the width before anything is measured
        browser.run(script)
        browser.settle()
        browser.screenshot(target, WIDTH, int(browser.run(script)))
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
