"""Archives as sources: ZIP and WARC, what lies inside, and what must not come out of them."""

from __future__ import annotations

import gzip
import io
import stat
import struct
import time
import zipfile
import zlib
from pathlib import Path

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from corpus import budget
from corpus.budget import Budget, Exhausted
from corpus.contents import contents
from corpus.drafts import Draft
from corpus.records import Article, Skipped
from corpus.sources import read

TEXT = "The bridge over the Orla fell on Monday, the mayor said. It was built in 1982."
PAGE = (
    "<html><head><title>Bridge falls</title></head><body><article><h1>Bridge falls</h1>"
    "<p>The bridge over the Orla fell again this week, the mayor of the town said on Monday "
    "evening after a long meeting of the council.</p><p>It had been built in 1982 by the town "
    "and was to be rebuilt within a year, he added, at a cost nobody wanted to name.</p>"
    "</article></body></html>"
)


def both(*sources: Path, manifest: Path | None = None) -> tuple[list[Article], dict[str, str]]:
    """The articles, and the reasons by path from the folder on."""
    items = list(read(map(str, sources), manifest))
    folder = f"{sources[0].parent}/"
    skipped = {
        item.path.removeprefix(folder): item.reason for item in items if isinstance(item, Skipped)
    }
    assert all("\n" not in reason for reason in skipped.values())
    return [item for item in items if isinstance(item, Article)], skipped


def zipped(members: dict[str, bytes | str], **options: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


# ZIP


def test_what_lies_in_a_zip(tmp_path: Path) -> None:
    inner = zipped({"deep.txt": f"{TEXT} Deep."})
    file = write(
        tmp_path / "a.zip",
        zipped(
            {
                "news/b.txt": TEXT,
                "page.html": PAGE,
                "rows.jsonl": '{"text": "One."}\n{"text": "Two."}',
                "more.zip": inner,
                ".hidden.txt": "No.",
                "__MACOSX/._b.txt": "No.",
                "picture.png": b"\x89PNG",
            }
        ),
    )
    found, skipped = both(file)
    assert [one.path.removeprefix(f"{file}") for one in found] == [
        "!more.zip!deep.txt",
        "!news/b.txt",
        "!page.html",
        "!rows.jsonl#1",
        "!rows.jsonl#2",
    ]
    assert found[1].text == TEXT
    assert skipped == {"a.zip!picture.png": "files of the kind .png cannot be read"}
    assert [one.id for one in both(file)[0]] == [one.id for one in found]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip"]


def test_a_text_has_the_same_id_in_and_out_of_an_archive(tmp_path: Path) -> None:
    file = write(tmp_path / "a.zip", zipped({"b.txt": TEXT}))
    plain = write(tmp_path / "b.txt", TEXT.encode())
    assert both(file)[0][0].id == both(plain)[0][0].id


def test_the_manifest_names_what_lies_inside(tmp_path: Path) -> None:
    members = {"b.txt": TEXT, "c/d.csv": "text\nOne.\nTwo.", "e.txt": b""}
    (tmp_path / "in").mkdir()
    file = write(tmp_path / "in" / "a.zip", zipped(members))
    sheet = tmp_path / "m.csv"
    sheet.write_text(
        "path,outlet,published\nin/a.zip!b.txt,Post,2017-04-24\nin/a.zip!c/d.csv#2,Times,\n"
        "in/a.zip!gone.txt,Post,\nin/a.zip!e.txt,Post,\nin/a.zip!c/d.csv#9,Post,\n"
    )
    found, skipped = both(file, manifest=sheet)
    assert [(one.outlet, one.published) for one in found] == [
        ("Post", "2017-04-24"),
        ("", None),
        ("Times", None),
    ]
    named = {path.rpartition("#")[2]: reason for path, reason in skipped.items() if "m.csv" in path}
    assert sorted(named) == ["3", "5"]
    assert "'in/a.zip!gone.txt', which is not there" in named["3"]


def test_a_file_whose_name_has_the_mark_in_it(tmp_path: Path) -> None:
    file = write(tmp_path / "a!b.txt", TEXT.encode())
    sheet = tmp_path / "m.csv"
    sheet.write_text("path,outlet\na!b.txt,Post\n")
    found, skipped = both(file, manifest=sheet)
    assert [one.outlet for one in found] == ["Post"]
    assert skipped == {}


def test_two_members_of_one_name(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("b.txt", "One.")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("b.txt", "Two.")
    found, _ = both(write(tmp_path / "a.zip", out.getvalue()))
    assert [one.path.rpartition("!")[2] for one in found] == ["b.txt", "b.txt (2)"]


@pytest.mark.parametrize(
    "name", ["../out.txt", "/etc/out.txt", "a/../../out.txt", "..\\out.txt", "C:\\out.txt"]
)
def test_names_that_lead_out_of_the_archive(tmp_path: Path, name: str) -> None:
    found, skipped = both(write(tmp_path / "a.zip", zipped({name: TEXT, "b.txt": TEXT})))
    assert len(found) == 1
    assert list(skipped.values()) == ["its name leads out of the archive"]


def test_control_characters_in_a_name(tmp_path: Path) -> None:
    found, _ = both(write(tmp_path / "a.zip", zipped({"a\x1b[31m\nb.txt": TEXT})))
    assert found[0].path == f"{tmp_path}/a.zip!a[31m b.txt"


def test_links_encrypted_broken_and_oddly_packed_members(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(link, "/etc/passwd")
        archive.writestr("broken.txt", TEXT)
        archive.writestr("locked.txt", TEXT + " Locked.")
        archive.writestr("odd.txt", TEXT + " Odd.", zipfile.ZIP_BZIP2)
        archive.writestr("whole.txt", TEXT + " Whole.")
    data = bytearray(out.getvalue().replace(TEXT.encode(), TEXT.upper().encode(), 1))
    entry = data.rfind(b"locked.txt") - 46
    assert data[entry : entry + 4] == b"PK\x01\x02"
    data[entry + 8] |= 1
    found, skipped = both(write(tmp_path / "a.zip", bytes(data)))
    assert [one.path.rpartition("!")[2] for one in found] == ["whole.txt"]
    reasons = {path.rpartition("!")[2]: reason for path, reason in skipped.items()}
    assert sorted(reasons) == ["broken.txt", "link.txt", "locked.txt", "odd.txt"]
    assert "Bad CRC" in reasons["broken.txt"]
    assert reasons["locked.txt"] == "it is encrypted"


# Bombs


def test_a_zip_bomb_is_given_up(tmp_path: Path) -> None:
    bomb = zipped({"a.txt": b"a " * (8 << 20), "b.txt": TEXT}, compresslevel=9)
    found, skipped = both(write(tmp_path / "a.zip", bomb))
    assert [one.text for one in found] == [TEXT]
    assert skipped == {"a.zip!a.txt": "it unpacks to far more than a file of its size should"}


def test_the_layers_of_a_bomb_draw_on_one_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "GRACE", 1 << 20)
    layer = zipped({"a.txt": "".join(f"{number} " for number in range(100_000))})
    packed = zipped({f"{number}.zip": layer for number in range(9)})
    assert len(packed) * budget.RATIO > 9 * 600_000, "no bomb yet"
    assert all(isinstance(item, Draft) for item in contents(packed, "a.zip", "a.zip"))
    monkeypatch.setattr(budget, "RATIO", 1)
    *kept, last = contents(packed, "a.zip", "a.zip")
    assert isinstance(kept[0], Draft)
    assert isinstance(last, Skipped)
    assert (last.path, "unpacks to far more" in last.reason) == ("a.zip", True)


def test_archives_in_archives_end_somewhere() -> None:
    data = zipped({"a.txt": TEXT})
    for _ in range(budget.DEPTH + 1):
        data = zipped({"a.zip": data})
    (item,) = contents(data, "a.zip", "a.zip")
    assert isinstance(item, Skipped)
    assert "archives deep" in item.reason


def test_members_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "MEMBERS", 3)
    items = list(contents(zipped({f"{n}.txt": f"Text {n}." for n in range(5)}), "a.zip", "a.zip"))
    assert [isinstance(item, Draft) for item in items] == [True, True, True, False]


def test_what_is_well_packed_is_no_bomb() -> None:
    rows = '{"text": "The same words, again and again."}\n' * 20_000
    items = list(contents(zipped({"a.jsonl": rows}), "a.zip", "a.zip"))
    assert len(items) == 20_000


@given(st.binary(max_size=5000), st.sampled_from([-15, 31, 15]))
def test_what_is_packed_is_unpacked(data: bytes, wbits: int) -> None:
    packer = zlib.compressobj(wbits=wbits)
    packed = packer.compress(data) + packer.flush()
    assert Budget(len(packed)).inflate(packed, wbits if wbits < 0 else 47) == data


# WARC


def record(
    writer: WARCWriter,
    url: str,
    body: bytes,
    kind: str = "text/html",
    status: str = "200 OK",
    rec_type: str = "response",
    **headers: str,
) -> None:
    named = [(name.replace("_", "-"), value) for name, value in headers.items()]
    http = StatusAndHeaders(status, [("Content-Type", kind), *named], protocol="HTTP/1.1")
    writer.write_record(
        writer.create_warc_record(
            url,
            rec_type,
            payload=io.BytesIO(body),
            http_headers=http if rec_type == "response" else None,
            warc_content_type=kind,
            warc_headers_dict={"WARC-Date": "2019-03-02T10:00:00Z"},
        )
    )


def warc(*records: tuple[str, bytes, dict[str, str]], packed: bool = True) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    for url, body, options in records:
        record(writer, url, body, **options)
    return out.getvalue()


def page(words: str) -> bytes:
    return PAGE.replace("on Monday", words).encode()


@pytest.mark.parametrize("packed, name", [(True, "a.warc.gz"), (False, "a.warc")])
def test_the_pages_of_a_crawl(tmp_path: Path, packed: bool, name: str) -> None:
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(page("on Friday")), page("on Friday"))
    zipped_page = gzip.compress(page("on Wednesday"))
    bare = zlib.compress(page("at noon"))[2:-4]
    text = {"kind": "text/plain", "rec_type": "resource"}
    data = warc(
        ("http://www.orla.example/a", page("on Tuesday"), {}),
        ("http://www.orla.example/a", page("on Sunday"), {}),
        ("http://orla.example/b", zipped_page, {"Content_Encoding": "gzip"}),
        ("http://orla.example/c", brotli.compress(page("on Thursday")), {"Content_Encoding": "br"}),
        ("http://orla.example/d", chunked, {"Transfer_Encoding": "chunked"}),
        ("http://orla.example/e", bare, {"Content_Encoding": "deflate"}),
        ("http://orla.example/2017/04/24/f", page("at dawn"), {}),
        ("http://orla.example/g", page("on Saturday"), {"status": "404 Not Found"}),
        ("http://orla.example/h.png", b"\x89PNG", {"kind": "image/png"}),
        ("http://orla.example/robots.txt", b"User-agent: *", {"kind": "text/plain"}),
        ("http://orla.example/i.txt", b"A plain text.", text),
        packed=packed,
    )
    found, skipped = both(write(tmp_path / name, data))
    assert skipped == {}
    assert [one.path.partition("!")[2] for one in found] == [
        "http://www.orla.example/a",
        "http://www.orla.example/a (2)",
        "http://orla.example/b",
        "http://orla.example/c",
        "http://orla.example/d",
        "http://orla.example/e",
        "http://orla.example/2017/04/24/f",
        "http://orla.example/i.txt",
    ]
    days = ("on Tuesday", "on Sunday", "on Wednesday", "on Thursday", "on Friday", "at noon")
    assert all(day in one.text for day, one in zip(days, found, strict=False))
    assert {one.outlet for one in found} == {"orla.example"}
    assert found[0].url == "http://www.orla.example/a"
    assert found[0].published is None, "the day of crawling is no publication date"
    assert (found[6].published, found[6].published_from) == ("2017-04-24", "url")


def test_the_manifest_names_a_page_of_a_crawl(tmp_path: Path) -> None:
    file = write(tmp_path / "a.warc.gz", warc(("http://orla.example/a//b", page("early"), {})))
    sheet = tmp_path / "m.csv"
    sheet.write_text("path,outlet\na.warc.gz!http://orla.example/a//b,Post\n")
    found, skipped = both(file, manifest=sheet)
    assert ([one.outlet for one in found], skipped) == (["Post"], {})


def test_a_crawl_that_breaks_off_keeps_what_is_whole(tmp_path: Path) -> None:
    data = warc(("http://o.example/a", page("early"), {}), ("http://o.example/b", page("late"), {}))
    found, skipped = both(write(tmp_path / "a.warc.gz", data[:-60]))
    assert len(found) == 1
    assert "breaks off" in skipped["a.warc.gz"]
    plain = warc(*[(f"http://o.example/{n}", page(n), {}) for n in ("x", "y")], packed=False)
    found, skipped = both(write(tmp_path / "b.warc", plain[:-60]))
    assert len(found) == 1
    assert skipped == {"b.warc!http://o.example/y": "it breaks off"}


@pytest.mark.parametrize("coding", ["gzip", "br", "deflate"])
def test_an_endless_answer(coding: str, tmp_path: Path) -> None:
    zeros = b" " * (80 << 20)
    pack = {"gzip": gzip.compress, "br": lambda data: brotli.compress(data, quality=1)}
    body = pack.get(coding, zlib.compress)(zeros)
    data = warc(
        ("http://o.example/a", page("early"), {}),
        ("http://o.example/b", body, {"Content_Encoding": coding}),
    )
    found, skipped = both(write(tmp_path / "a.warc", data))
    assert len(found) == 1
    assert "unpacks to far more" in skipped["a.warc"]


def test_an_endless_gzip_behind_a_crawl(tmp_path: Path) -> None:
    head = b"WARC/1.0\r\nWARC-Type: metadata\r\nContent-Length: 99999999999\r\n\r\n"
    packer = zlib.compressobj(9, wbits=31)
    data = packer.compress(head) + packer.compress(b"\0" * (100 << 20)) + packer.flush()
    begin = time.perf_counter()
    found, skipped = both(write(tmp_path / "a.warc.gz", data))
    assert found == []
    assert "unpacks to far more" in skipped["a.warc.gz"]
    assert time.perf_counter() - begin < 10


@pytest.mark.parametrize("coding", ["gzip", "br", "deflate", "zstd"])
def test_an_answer_whose_packing_is_broken(tmp_path: Path, coding: str) -> None:
    data = warc(
        ("http://o.example/a", b"\x1f\x8b no", {"Content_Encoding": coding}),
        ("http://o.example/b", page("late"), {}),
    )
    found, skipped = both(write(tmp_path / "a.warc", data))
    assert len(found) == 1
    assert "packing" in skipped["a.warc!http://o.example/a"]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=6), st.booleans())
def test_a_damaged_archive_never_ends_the_run(at: int, junk: bytes, web: bool) -> None:
    whole = (
        warc(("http://o.example/a", page("early"), {}), packed=False)
        if web
        else zipped({"a.txt": TEXT, "b.txt": TEXT * 9})
    )
    at %= len(whole)
    data = whole[:at] + junk + whole[at + len(junk) :]
    for item in contents(data, "a.warc" if web else "a.zip", "a"):
        assert item.path


def test_sizes_that_lie(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": TEXT, "b.txt": TEXT + " B."}))
    entry = data.find(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = struct.pack("<I", 2**31)
    found, _ = both(write(tmp_path / "a.zip", bytes(data)))
    assert "b.txt" in found[-1].path


def test_exhausted_is_no_reason_to_lose_the_rest() -> None:
    with pytest.raises(Exhausted):
        Budget(0).spend(budget.GRACE + 1)
