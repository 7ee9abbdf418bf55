"""Reading sources: every format, the manifest, and every kind of bad input."""

from __future__ import annotations

import contextlib
import email.message
import io
import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.decoding import NotText, decode
from corpus.drafts import clean
from corpus.fetch import known_suffix
from corpus.formats import OPENERS, READERS
from corpus.records import Article, Skipped
from corpus.sources import read

TEXT = "The bridge over the Orla fell on Monday, the mayor said. It was built in 1982."


def articles(*sources: Path | str, manifest: Path | None = None) -> list[Article]:
    return [item for item in read(map(str, sources), manifest) if isinstance(item, Article)]


def skipped(*sources: Path | str, manifest: Path | None = None) -> list[Skipped]:
    found = [item for item in read(map(str, sources), manifest) if isinstance(item, Skipped)]
    assert all("\n" not in item.reason and item.reason for item in found)
    return found


def write(path: Path, *rows: dict[str, Any]) -> Path:
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    return path


# Formats


def test_text_file(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"\xef\xbb\xbfOne.\r\nTwo.\x00\x07\rThree.\xc2\xa0")
    (one,) = articles(file)
    assert one.text == "One.\nTwo.\nThree.\xa0"
    assert (one.path, one.outlet, one.title, one.published) == (str(file), "", "", None)
    assert one.published_from == "none"
    assert one.origin == one.id == one.sha256[:16]


def test_years_in_a_text_are_no_date(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Since 2011 it rained. In April 2017 it fell, as it had in 1982.")
    assert articles(file)[0].published is None


def test_markdown(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text(
        "---\ntitle: 'Bridge falls'\ndate: 2017-04-24\nauthor: Ana Ruiz\n---\n"
        "# The bridge\n\nIt **fell** on [Monday](http://e.org), he\nsaid.\n\n- one\n- two\n"
    )
    (one,) = articles(file)
    assert one.text == "The bridge\n\nIt fell on Monday, he\nsaid.\n\none\n\ntwo"
    assert (one.title, one.author) == ("Bridge falls", "Ana Ruiz")
    assert (one.published, one.published_from) == ("2017-04-24", "metadata")


PAGE = """<!DOCTYPE html><html lang="en-GB"><head><title>Bridge falls | The Orla Post</title>
{head}</head><body><nav><a href="/">Home</a></nav><article><h1>Bridge falls</h1>{top}
<p>The bridge over the Orla fell on 3 May 2012 and again this week, the mayor of the town said
on Monday evening after a long meeting of the council.</p>
<p>It had been built in 1982 by the town and was to be rebuilt within a year, he added, at a
cost that nobody in the town hall wanted to put a number on.</p></article></body></html>"""

LINKED = """<script type="application/ld+json">{"@graph": [{"@type": "WebPage"},
{"@type": "NewsArticle", "headline": "Bridge falls", "datePublished": "2017-04-24T10:15:00+02:00",
"dateModified": "2017-05-01", "author": [{"name": "Ana Ruiz"}, {"name": "Bo Lee"}],
"publisher": {"name": "The Orla Post"}}]}</script>"""


@pytest.mark.parametrize(
    "head, top, published",
    [
        (LINKED + '<meta name="date" content="2016-01-01">', "", "2017-04-24T10:15:00+02:00"),
        ('<meta property="article:published_time" content="2017-04-24">', "", "2017-04-24"),
        ('<meta property="article:modified_time" content="2017-04-24">', "", None),
        ("", '<time datetime="2017-04-24">Monday</time>', "2017-04-24"),
        ("", '<time datetime="2017-04-24">a</time><time datetime="2017-04-25">b</time>', None),
        ("<script type='application/ld+json'>{broken</script>", "", None),
        ('<meta name="date" content="03/04/2017">', "", None),
        ("", "", None),
    ],
)
def test_html_dates(tmp_path: Path, head: str, top: str, published: str | None) -> None:
    file = tmp_path / "a.html"
    file.write_text(PAGE.format(head=head, top=top), "utf-8")
    (one,) = articles(file)
    assert one.published == published
    assert one.published_from == ("metadata" if published else "none")


def test_html_metadata_and_text(tmp_path: Path) -> None:
    file = tmp_path / "a.htm"
    file.write_text(PAGE.format(head=LINKED, top=""), "utf-8")
    (one,) = articles(file)
    assert (one.outlet, one.title) == ("The Orla Post", "Bridge falls")
    assert (one.author, one.language) == ("Ana Ruiz, Bo Lee", "en")
    assert "It had been built in 1982" in one.text
    assert "Home" not in one.text


def test_html_in_its_declared_encoding(tmp_path: Path) -> None:
    page = PAGE.format(head='<meta charset="iso-8859-2">', top="").replace("mayor", "starosta ěšč")
    file = tmp_path / "a.html"
    file.write_bytes(page.encode("iso-8859-2"))
    assert "starosta ěšč" in articles(file)[0].text


@pytest.mark.parametrize(
    "page", ["<html></html>", "<p>", "<", "<html><body>\x00\x00</body>", "&#0;"]
)
def test_html_without_an_article(tmp_path: Path, page: str) -> None:
    file = tmp_path / "a.html"
    file.write_text(page)
    assert articles(file) == []
    assert len(skipped(file)) == 1


ROW = {
    "id": "r1",
    "outlet": "The Orla Post",
    "title": "Bridge falls",
    "published": "2017-04-24",
    "url": "https://e.org/x",
    "author": "Ana Ruiz",
    "agency": "AFP",
    "language": "en-GB",
    "text": TEXT,
}


def in_every_table(folder: Path, rows: list[dict[str, Any]]) -> list[Path]:
    import pandas

    frame = pandas.DataFrame(rows)
    frame.to_csv(folder / "t.csv", index=False)
    frame.to_csv(folder / "s.csv", index=False, sep=";")
    frame.to_parquet(folder / "t.parquet")
    (folder / "t.json").write_text(json.dumps(rows))
    (folder / "o.json").write_text(json.dumps({"count": 1, "articles": rows}))
    (folder / "l.json").write_text("\n".join(map(json.dumps, rows)))
    write(folder / "t.jsonl", *rows)
    return sorted(path for path in folder.iterdir())


def test_every_table_gives_the_same_articles(tmp_path: Path) -> None:
    rows = [ROW, {**ROW, "id": "r2", "text": TEXT + " Rain, he “said”.\nMore."}]
    for file in in_every_table(tmp_path, rows):
        one, two = articles(file)
        assert (one.path, two.path) == (f"{file}#1", f"{file}#2")
        assert (one.id, one.outlet, one.title) == ("r1", "The Orla Post", "Bridge falls")
        assert (one.published, one.published_from) == ("2017-04-24", "metadata")
        assert (one.url, one.author, one.agency) == ("https://e.org/x", "Ana Ruiz", "AFP")
        assert (one.language, one.text, one.origin) == ("en", TEXT, "r1")
        assert two.text == TEXT + " Rain, he “said”.\nMore."


def test_one_object_is_one_article(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text(json.dumps(ROW))
    assert [one.path for one in articles(file)] == [str(file)]


def test_a_row_with_html(tmp_path: Path) -> None:
    row = {"html": PAGE.format(head=LINKED, top=""), "outlet": "Another Post"}
    (one,) = articles(write(tmp_path / "a.jsonl", row))
    assert (one.outlet, one.author) == ("Another Post", "Ana Ruiz, Bo Lee")
    assert one.published == "2017-04-24T10:15:00+02:00"


def test_dates_by_rank(tmp_path: Path) -> None:
    def dated(text: str, **fields: str) -> tuple[str | None, str]:
        (one,) = articles(write(tmp_path / "a.jsonl", {"text": text, **fields}))
        return one.published, one.published_from

    own = f"Published July 2 2016 {TEXT}"
    assert dated(own, published="2015-01-01") == ("2016-07-02", "text")
    assert dated(own, published="2016-07-02T09:00Z") == ("2016-07-02T09:00Z", "text")
    assert dated(TEXT, published="2015-01-01") == ("2015-01-01", "metadata")
    assert dated(TEXT, url="https://e.org/2014/03/02/x") == ("2014-03-02", "url")
    assert dated(TEXT, url="https://e.org/x") == (None, "none")


def test_a_date_in_figures_by_the_habit_of_its_outlet(tmp_path: Path) -> None:
    texts = ["18-07-2016 A.", "19-07-2016 B.", "03-04-2016 C."]
    rows = [{"text": f"{text} {TEXT}", "outlet": "Post"} for text in texts]
    assert articles(write(tmp_path / "a.jsonl", *rows))[2].published == "2016-04-03"
    rows[1]["outlet"] = "Else"
    assert articles(write(tmp_path / "a.jsonl", *rows))[2].published is None


def test_a_row_date_that_fits_neither_reading_is_not_used(tmp_path: Path) -> None:
    file = write(tmp_path / "a.jsonl", {"text": f"03-04-2016 {TEXT}", "published": "2014-01-01"})
    assert articles(file)[0].published_from == "none"
    assert "03-04-2016" in skipped(file)[0].reason


def test_the_site_stands_in_for_the_outlet(tmp_path: Path) -> None:
    url = "http://web.archive.org/web/20170120052353/http://www.orla.example/x"
    assert articles(write(tmp_path / "a.jsonl", {"text": TEXT, "url": url}))[0].outlet == (
        "orla.example"
    )


# Folders


def test_folders_are_walked_in_order(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a.txt", "b/1.txt", ".hidden.txt", ".git/x.txt", "c.xyz", "d.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"Text of {name}.")
    assert [Path(one.path).name for one in articles(tmp_path)] == ["a.txt", "1.txt", "2.txt"]
    reasons = {Path(item.path).name: item.reason for item in skipped(tmp_path)}
    assert reasons == {
        "c.xyz": "files of the kind .xyz cannot be read",
        "d.pdf": "it is no PDF",
    }


def test_a_hidden_file_that_is_named_is_read(tmp_path: Path) -> None:
    (tmp_path / ".a.txt").write_text(TEXT)
    assert len(articles(tmp_path / ".a.txt")) == 1


def test_links_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT)
    (tmp_path / "in" / "up").symlink_to(tmp_path)
    (tmp_path / "in" / "gone.txt").symlink_to(tmp_path / "nothing")
    assert len(articles(tmp_path)) == 1
    assert [Path(item.path).name for item in skipped(tmp_path)] == ["gone.txt"]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    assert len(articles(tmp_path, tmp_path / "a.txt")) == 1
    assert skipped(tmp_path, tmp_path / "a.txt") == []


# Bad input


@pytest.mark.parametrize(
    "name, data, reason",
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t ", "empty"),
        ("a.txt", "\xa0\u2003".encode(), "no text"),
        ("a.txt", bytes(range(256)) * 9, "binary"),
        ("a.txt", b"%PDF-1.4 ...", "PDF"),
        ("a.md", b"---\ntitle: x\n---\n", "no text"),
        ("a.json", b"{", "broken JSON"),
        ("a.json", b"[]", "empty"),
        ("a.json", b"3", "not an object"),
        ("a.json", b"[" * 100_000, "broken JSON"),
        ("a.csv", b"a,b\n1,2\n", "names no column html or text"),
        ("sources.csv", b"path,outlet\na.txt,Post\n", "a manifest is given with --manifest"),
        ("a.csv", b"", "empty"),
        ("a.parquet", b"PAR1 and nothing", "broken Parquet"),
        ("a.parquet", b"", "empty"),
        ("a.eml", b"x", "mail"),
        ("a.warc.gz", b"x", "no document"),
        ("a.zip", b"x", "ZIP"),
        ("a", b"x", "without suffix"),
    ],
)
def test_bad_files_are_one_line_each(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "z.txt").write_text(TEXT)
    assert len(articles(tmp_path)) == 1
    (item,) = skipped(tmp_path)
    assert item.path == str(tmp_path / name)
    assert reason in item.reason


def test_missing_path_and_silly_names() -> None:
    assert "no such file" in skipped("/nowhere/at/all.txt")[0].reason
    assert len(skipped("a\0b")) == 1
    assert len(skipped("x" * 5000)) == 1
    assert skipped() == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_folder_and_file(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir(mode=0)
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.txt").chmod(0)
    found = skipped(tmp_path)
    (tmp_path / "in").chmod(0o700)
    assert [Path(item.path).name for item in found] == ["a.txt", "in"]


def test_unreadable_folder_whoever_runs_this(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: object) -> list[str]:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "listdir", refuse)
    assert skipped(tmp_path) == [Skipped(str(tmp_path), "cannot be read: Permission denied")]


def test_broken_rows_have_their_number(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    rows = ['{"text": "One."}', "{broken", "", '{"title": "x"}', '{"text": 3}', '["x"]', "null",
            '{"text": "  "}', '{"text": "Two \\ud83d."}']  # fmt: skip
    file.write_text("\n".join(rows))
    assert [one.text for one in articles(file)] == ["One.", "Two \ufffd."]
    assert [item.path for item in skipped(file)] == [f"{file}#{n}" for n in (2, 4, 5, 6, 7, 8)]


def test_ragged_and_broken_csv(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text('id,text\n1,One.\n2,Two.,more\n3\n4,"Four"x\n\n5,"Five,\n""so""."\n6,"open')
    assert [one.id for one in articles(file)] == ["1", "5"]
    assert articles(file)[1].text == 'Five,\n"so".'
    assert [item.path for item in skipped(file)][:3] == [f"{file}#{n}" for n in (2, 3, 4)]


def test_a_cell_of_any_length(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("text\n" + "word " * 100_000)
    assert len(articles(file)[0].text) > 400_000


@pytest.mark.parametrize("value", ["soon", "2017-02-30", "03/04/2016", "2999-01-01"])
def test_a_row_with_a_bad_date_is_kept_without_it(tmp_path: Path, value: str) -> None:
    file = write(tmp_path / "a.jsonl", {"text": TEXT, "published": value})
    assert articles(file)[0].published is None
    assert value in skipped(file)[0].reason


@pytest.mark.parametrize(
    "data, text",
    [
        ("He said “no” – twice.".encode("cp1252"), "He said “no” – twice."),
        ("Größe".encode("utf-16"), "Größe"),
        ("A plain line of text.".encode("utf-16-le"), "A plain line of text."),
        ("A plain line of text.".encode("utf-16-be"), "A plain line of text."),
        ("Größe".encode("utf-32"), "Größe"),
        ("Größe, Straße, Öl, Mär".encode() + b"\xff.", "Größe, Straße, Öl, Mär\ufffd."),
    ],
)
def test_encodings(data: bytes, text: str) -> None:
    assert decode(data) == text


def test_a_foreign_encoding_is_told() -> None:
    text = "Мост через реку упал в понедельник, сообщил мэр города. Никто не пострадал. " * 9
    assert decode(text.encode("cp1251")) == text


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_not_text(data: bytes) -> None:
    with contextlib.suppress(NotText):
        text = clean(decode(data))
        text.encode()
        assert not any(char < " " and char not in "\n\t" for char in text)


@pytest.mark.parametrize("suffix", sorted([*READERS, *OPENERS]))
def test_no_reader_falls_over_rubbish(tmp_path: Path, suffix: str) -> None:
    rubbish = [b"\xff\xfe\x00", b"\x80\x81", b'"', b"{}", b"[{}]", b"<a", b"text\n\x00\n", b"\n\n"]
    rubbish += ["text\n\ud800".encode("utf-16", "surrogatepass"), b'text\n"a\n']
    for number, data in enumerate(rubbish):
        (tmp_path / f"{number}{suffix}").write_bytes(data)
    for item in read([str(tmp_path)]):
        assert item.path


# Ids


def test_one_id_with_two_texts(tmp_path: Path) -> None:
    file = write(tmp_path / "a.jsonl", {"id": "x", "text": "One."}, {"id": "x", "text": "Two."})
    assert [one.text for one in articles(file)] == ["One."]
    assert "'x'" in skipped(file)[0].reason


def test_one_text_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text(TEXT)
    assert len(articles(tmp_path)) == 1
    assert "the same article" in skipped(tmp_path)[0].reason


def test_one_text_at_two_outlets_is_two_articles(tmp_path: Path) -> None:
    file = write(
        tmp_path / "a.jsonl", {"text": TEXT, "outlet": "One"}, {"text": TEXT, "outlet": "Two"}
    )
    one, two = articles(file)
    assert one.id != two.id
    assert one.sha256 == two.sha256
    assert [again.id for again in articles(file)] == [one.id, two.id]


# The manifest


def test_the_manifest_overrides(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Published July 2 2016 {TEXT}")
    (tmp_path / "b.txt").write_text(TEXT + " B.")
    (tmp_path / "c.jsonl").write_text(json.dumps(ROW))
    sheet = tmp_path / "sources.csv"
    sheet.write_text(
        "\ufeffPath,outlet,published,title,url,agency\n"
        "a.txt,The Orla Post,2017-04-24,Bridge falls,https://e.org/a,Reuters\n"
        "b.txt,,,,,\n"
        "c.jsonl#1,Brim Times,2018-01-01,,,\n",
        "utf-8",
    )
    a, b, c = articles(tmp_path, manifest=sheet)
    assert (a.outlet, a.title, a.agency) == ("The Orla Post", "Bridge falls", "Reuters")
    assert (a.published, a.published_from) == ("2017-04-24", "manifest")
    assert (b.outlet, b.published_from) == ("", "none")
    assert (c.outlet, c.title, c.published) == ("Brim Times", "Bridge falls", "2018-01-01")
    assert skipped(tmp_path, manifest=sheet) == []


def test_only_the_sources_are_read(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"{TEXT} {name}")
    sheet = tmp_path / "m.csv"
    sheet.write_text("path,outlet\na.txt,Post\nb.txt,Post\n")
    assert [one.outlet for one in articles(tmp_path / "b.txt", manifest=sheet)] == ["Post"]


def test_what_is_wrong_with_a_manifest(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    write(tmp_path / "b.jsonl", {"text": "One."})
    sheet = tmp_path / "m.csv"
    sheet.write_text(
        "path,published\na.txt,24.4.17\ngone.txt,2017-04-24\na.txt,2017-04-24\n,\nb.jsonl#7,\nx\n"
    )
    assert articles(tmp_path, manifest=sheet)[0].published is None
    found = {
        item.path.rpartition("#")[2]: item.reason for item in skipped(tmp_path, manifest=sheet)
    }
    assert "24.4.17" in found["1"]
    assert "'gone.txt', which is not there" in found["2"]
    assert "a second time" in found["3"]
    assert "names no path" in found["4"]
    assert "'b.jsonl#7', which is not there" in found["5"]
    assert "cells" in found["6"]


@pytest.mark.parametrize("content", [None, b"", b"outlet\nx\n", b"\x00\x01\x02\x03"])
def test_a_manifest_that_cannot_be_used(tmp_path: Path, content: bytes | None) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    sheet = tmp_path / "m.csv"
    if content is not None:
        sheet.write_bytes(content)
    assert len(articles(tmp_path, manifest=sheet)) == 1
    assert [item.path for item in skipped(tmp_path, manifest=sheet)] == [str(sheet)]


# Web addresses


class Answer(io.BytesIO):
    def __init__(self, data: bytes, kind: str) -> None:
        super().__init__(data)
        self.headers = email.message.Message()
        self.headers["Content-Type"] = kind


def answer_with(monkeypatch: pytest.MonkeyPatch, answer: Answer | Exception) -> list[float]:
    waits: list[float] = []

    def urlopen(request: urllib.request.Request, timeout: float) -> Answer:
        waits.append(timeout)
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(urllib.request, "urlopen", urlopen)
    return waits


def test_a_page_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    page = PAGE.format(head=LINKED, top="").encode()
    waits = answer_with(monkeypatch, Answer(page, "text/html; charset=utf-8"))
    (one,) = articles("https://e.org/a")
    assert (one.path, one.url, one.outlet) == (
        "https://e.org/a",
        "https://e.org/a",
        "The Orla Post",
    )
    assert waits == [20.0]


def packed(name: str, text: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, text)
    return out.getvalue()


@pytest.mark.parametrize(
    "url, kind, data, path, address",
    [
        (
            "https://e.org/feed",
            "application/rss+xml",
            b"<rss version='2.0'><channel><item><description>Fell.</description>"
            b"<link>https://e.org/never-fetched</link></item></channel></rss>",
            "https://e.org/feed#1",
            "https://e.org/never-fetched",
        ),
        ("https://e.org/a", "application/zip", packed("b.txt", TEXT), "https://e.org/a!b.txt", ""),
        (
            "https://e.org/a.eml",
            "text/plain",
            f"Subject: x\n\n{TEXT}".encode(),
            "https://e.org/a.eml",
            "https://e.org/a.eml",
        ),
    ],
)
def test_feeds_and_archives_are_fetched_once(
    monkeypatch: pytest.MonkeyPatch, url: str, kind: str, data: bytes, path: str, address: str
) -> None:
    waits = answer_with(monkeypatch, Answer(data, kind))
    (one,) = articles(url)
    assert (one.path, one.url) == (path, address)
    assert len(waits) == 1, "no link is followed"


@pytest.mark.parametrize(
    "kind, url, suffix",
    [
        ("text/html", "https://e.org/a.pdf", ".html"),
        ("application/octet-stream", "https://e.org/a.warc.gz?x=1", ".warc.gz"),
        ("application/gzip", "https://e.org/a.WARC.GZ", ".warc.gz"),
        ("text/plain", "https://e.org/a.csv", ".csv"),
        ("text/plain", "https://e.org/acsv", ".txt"),
        ("image/png", "https://e.org/a.txt", ""),
        ("", "https://[", ""),
    ],
)
def test_the_format_of_an_answer(kind: str, url: str, suffix: str) -> None:
    assert known_suffix(kind, url) == suffix


@pytest.mark.parametrize(
    "answer, reason",
    [
        (urllib.error.HTTPError("u", 404, "Not Found", email.message.Message(), None), "404"),
        (urllib.error.URLError("no route\nto host"), "no route to host"),
        (TimeoutError("timed out"), "timed out"),
        (Answer(b"<rss/>", "application/rss+xml"), "no entries"),
        (Answer(b"", "text/html"), "empty"),
        (Answer(b"\x89PNG\x00\x00", "text/plain"), "picture"),
    ],
)
def test_an_address_that_gives_nothing(
    monkeypatch: pytest.MonkeyPatch, answer: Answer | Exception, reason: str
) -> None:
    answer_with(monkeypatch, answer)
    (item,) = skipped("https://e.org/a")
    assert item.path == "https://e.org/a"
    assert reason in item.reason


@pytest.mark.parametrize("url", ["http://", "http://[", "http://a b/\x00", "https://é.example:x/"])
def test_an_address_that_is_none(url: str) -> None:
    assert len(skipped(url)) == 1


# Speed and weight


def test_a_thousand_rows_are_quick(tmp_path: Path) -> None:
    rows = [{"id": str(n), "text": f"{n} {TEXT} " * 40} for n in range(1000)]
    file = write(tmp_path / "a.jsonl", *rows)
    begin = time.perf_counter()
    assert len(articles(file)) == 1000
    assert time.perf_counter() - begin < 10


def test_the_import_is_light() -> None:
    code = (
        "import sys, corpus, corpus.sources, corpus.sentences, corpus.origins\n"
        "heavy = {'feedparser', 'pypdf', 'warcio', 'brotli', 'pandas', 'pyarrow', 'trafilatura',"
        " 'lxml', 'syntok', 'markdown_it',"
        " 'charset_normalizer', 'numpy', 'torch', 'spacy'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
