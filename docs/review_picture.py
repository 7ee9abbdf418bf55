"""Makes ``docs/review.svg``: a real review session on the demo case, through Textual's pilot.

``.venv/bin/python docs/review_picture.py CASE`` with a case that ``reconcile demo`` wrote; the
decisions of the session go to a temporary log, not into the case.
"""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from reconcile.decisions import open_case_log  # noqa: E402
from reconcile.review.app import Review  # noqa: E402
from reconcile.review.session import Session  # noqa: E402
from reports.case import read_case  # noqa: E402

SIZE = (112, 24)
KEYS = ("c", "left", "n", *"call the fire service", "enter")
"""A decision and a note, so that the picture shows what they leave behind."""


def review_picture(case: Path, target: Path) -> None:
    """Writes the picture of a session on a case of :func:`reconcile demo`."""
    with tempfile.TemporaryDirectory() as folder:
        rec = read_case(case)
        with open_case_log(Path(folder), rec) as log:
            text = asyncio.run(_screen(Review(Session(rec, log, "ada"), case.name)))
    text = re.sub(r"@font-face \{.*?\}", "", text, flags=re.DOTALL)  # would be fetched
    target.write_text(text, "utf-8")


async def _screen(app: Review) -> str:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for key in KEYS:
            await pilot.press("space" if key == " " else key)
        await pilot.pause()
        return app.export_screenshot(title="reconcile review demo-case")


if __name__ == "__main__":
    review_picture(Path(sys.argv[1]), HERE / "review.svg")
