"""First simple version; being deepened."""

from __future__ import annotations

import csv
import dataclasses
import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpus.records import Article, Skipped


def read(sources: Iterable[str], manifest: Path | None = None) -> Iterator[Article | Skipped]:
    rows: dict[Path, dict[str, str]] = {}
    if manifest:
        with manifest.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                rows[(manifest.parent / row["path"]).resolve()] = row
    for source in sources:
        path = Path(source)
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file_ in files:
            if manifest and file_.resolve() == manifest.resolve():
                continue
            if file_.suffix == ".jsonl":
                for number, line in enumerate(file_.read_text("utf-8").splitlines(), 1):
                    yield _article(f"{file_}#{number}", json.loads(line), "metadata")
            elif file_.suffix in {".txt", ".md"}:
                row = dict(rows.get(file_.resolve(), {}))
                row["text"] = file_.read_text("utf-8")
                yield _article(str(file_), row, "manifest")
            else:
                yield Skipped(str(file_), "unknown kind of file")


def _article(path: str, row: dict[str, str], known: str) -> Article:
    text = row["text"]
    sha = hashlib.sha256(text.encode()).hexdigest()
    id_ = row.get("id") or sha[:16]
    article = Article(
        id_, path, sha, row.get("outlet", ""), row.get("title", ""), row.get("url", ""), "",
        row.get("published") or None, "none", "", row.get("agency", ""), id_, text,
    )
    if article.published:
        article = dataclasses.replace(article, published_from=known)  # type: ignore[arg-type]
    return article
