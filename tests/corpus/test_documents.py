"""Mail, PDF and feeds as sources: what they say of themselves, and what is not believed."""

from __future__ import annotations

import io
import itertools
import json
import time
import zlib
from email.message import EmailMessage
from pathlib import Path
from xml.sax.saxutils import escape

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.contents import contents
from corpus.drafts import Draft
from corpus.fragments import fragment_text
from corpus.records import Article, Skipped
from corpus.sources import read

TEXT = "The bridge over the Orla fell on Monday, the mayor said. It was built in 1982."


def one(folder: Path, name: str, data: bytes) -> Article:
    (item,) = both(folder, name, data)
    assert isinstance(item, Article), item
    return item


def both(folder: Path, name: str, data: bytes) -> list[Article | Skipped]:
    (folder / name).write_bytes(data)
    return list(read([str(folder / name)]))


def reason(folder: Path, name: str, data: bytes) -> str:
    (item,) = both(folder, name, data)
    assert isinstance(item, Skipped), item
    assert "\n" not in item.reason
    return item.reason


# Mail


def message(**headers: str) -> EmailMessage:
    mail = EmailMessage()
    known = {
        "From": "The Orla Post <news@mail.orla.example>",
        "Subject": "Bridge falls",
        "Date": "Mon, 24 Apr 2017 10:15:00 +0200",
        **headers,
    }
    for name, value in known.items():
        if value:
            mail[name.replace("_", "-")] = value
    return mail


def test_a_mail(tmp_path: Path) -> None:
    mail = message(Subject="Brücke – falls", Archived_At="<https://orla.example/m/1>")
    mail.set_content(f"{TEXT}\n\nZweite Brücke.\n", charset="iso-8859-1")
    article = one(tmp_path, "a.eml", mail.as_bytes())
    assert article.text == f"{TEXT}\n\nZweite Brücke.\n"
    assert (article.outlet, article.author) == ("The Orla Post", "The Orla Post")
    assert article.title == "Brücke – falls"
    assert (article.published, article.published_from) == ("2017-04-24T10:15:00+02:00", "metadata")
    assert article.url == "https://orla.example/m/1"


@pytest.mark.parametrize(
    "headers, outlet, author",
    [
        (
            {"Organization": "Brim Times", "From": "Ana Ruiz <a@x.example>"},
            "Brim Times",
            "Ana Ruiz",
        ),
        ({"From": "Ana Ruiz <a@mail.example>"}, "Ana Ruiz", "Ana Ruiz"),
        ({"From": "a@x.example"}, "x.example", "a@x.example"),
        ({"From": ""}, "", ""),
    ],
)
def test_who_sent_it(tmp_path: Path, headers: dict[str, str], outlet: str, author: str) -> None:
    mail = message(**headers)
    mail.set_content(TEXT)
    article = one(tmp_path, "a.eml", mail.as_bytes())
    assert (article.outlet, article.author) == (outlet, author)


def test_a_date_line_in_a_mail_overrules_the_day_it_was_sent(tmp_path: Path) -> None:
    mail = message()
    mail.set_content(f"Published April 2 2016\n\n{TEXT}")
    article = one(tmp_path, "a.eml", mail.as_bytes())
    assert (article.published, article.published_from) == ("2016-04-02", "text")


@pytest.mark.parametrize(
    "date", ["soon", "Mon, 31 Feb 2017 10:00:00 GMT", "Thu, 01 Jan 1970 00:00:00 GMT"]
)
def test_a_mail_with_a_bad_date_is_kept_without_it(tmp_path: Path, date: str) -> None:
    raw = f"From: a@x.example\r\nDate: {date}\r\nSubject: x\r\n\r\n{TEXT}"
    skipped, article = both(tmp_path, "a.eml", raw.encode())
    assert isinstance(skipped, Skipped)
    assert isinstance(article, Article)
    assert (article.published, article.text) == (None, TEXT)


def test_line_breaks_hidden_in_headers_stay_in_their_field(tmp_path: Path) -> None:
    raw = (
        b"From: =?utf-8?q?Post=0D=0ADate=3A_Mon=2C_1_Jan_2001_10=3A00=3A00?= <a@x.example>\r\n"
        b"Subject: =?utf-8?q?Falls=0D=0A=0D=0AOutlet=3A_Forged=1B=5B31m?=\r\n\r\n" + TEXT.encode()
    )
    article = one(tmp_path, "a.eml", raw)
    assert article.title == "Falls Outlet: Forged[31m"
    assert article.published is None
    assert "Date=3A_Mon" in article.outlet
    assert article.text == TEXT


def test_the_html_of_a_mail_where_its_plain_text_says_nothing(tmp_path: Path) -> None:
    mail = message()
    mail.set_content("See this mail in your browser.")
    page = f"<style>p {{}}</style><table><tr><td><p>{TEXT}</p><p>Nobody was hurt, he added.</p>"
    mail.add_alternative(f"<html><body>{page}</td></tr></table></body></html>", subtype="html")
    assert TEXT in one(tmp_path, "a.eml", mail.as_bytes()).text
    mail = message()
    mail.set_content(f"{TEXT}\n\nPlain.")
    mail.add_alternative(f"<html><body><p>{TEXT}</p><p>Rich.</p></body></html>", subtype="html")
    assert "Plain." in one(tmp_path, "b.eml", mail.as_bytes()).text


def test_flowed_text_is_made_whole(tmp_path: Path) -> None:
    mail = message()
    mail.set_content("The bridge fell \non Monday.\n\n From here on.\n-- \nPost\n")
    mail.set_param("format", "flowed")
    text = one(tmp_path, "a.eml", mail.as_bytes()).text
    assert text == "The bridge fell on Monday.\n\nFrom here on.\n-- \nPost\n"


def test_what_is_attached_to_a_mail(tmp_path: Path) -> None:
    inner = message(Subject="Earlier", From="Brim Times <b@brim.example>")
    inner.set_content("The bridge stood, the mayor said.")
    mail = message()
    mail.set_content(TEXT)
    mail.add_attachment(inner)
    mail.add_attachment("A note.", filename="../note.txt")
    mail.add_attachment(pdf("In the PDF."), maintype="application", subtype="pdf")
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    mail.add_attachment(b"..", maintype="application", subtype="msword", filename="a.doc")
    items = both(tmp_path, "a.eml", mail.as_bytes())
    found = {item.path.removeprefix(str(tmp_path)): item for item in items}
    assert list(found) == [
        "/a.eml!a.doc",
        "/a.eml",
        "/a.eml!1.eml",
        "/a.eml!../note.txt",
        "/a.eml!3.pdf",
    ]
    earlier = found["/a.eml!1.eml"]
    assert isinstance(earlier, Article)
    assert (earlier.outlet, earlier.title) == ("Brim Times", "Earlier")


@pytest.mark.parametrize(
    "raw, words",
    [
        (b"", "empty"),
        (b"no header at all", "no mail"),
        (b"X-Mine: 1\r\n\r\nText.", "no mail"),
        (b"From: a@x.example\r\n\r\n", "no text"),
        (b"From: a\r\nContent-Type: multipart/encrypted; boundary=b\r\n\r\n--b--", "encrypted"),
        (b"From: a\r\nContent-Type: application/pkcs7-mime\r\n\r\nMIIB", "encrypted"),
    ],
)
def test_mail_that_cannot_be_read(tmp_path: Path, raw: bytes, words: str) -> None:
    assert words in reason(tmp_path, "a.eml", raw)


@pytest.mark.parametrize("charset", ["utf-8", "nonsense", "us-ascii"])
def test_a_mail_whose_charset_is_not_what_it_says(tmp_path: Path, charset: str) -> None:
    head = f"From: a@x.example\r\nContent-Type: text/plain; charset={charset}\r\n\r\n"
    body = "Größe – he said “no” on Monday, at noon, in the old town hall of the city."
    article = one(tmp_path, "a.eml", head.encode() + body.encode("cp1252"))
    assert article.text == body


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200), st.sampled_from(["From", "Date", "Subject", "Content-Type", "To"]))
def test_no_header_ends_the_run(value: bytes, name: str) -> None:
    raw = b"From: a@x.example\r\n" + name.encode() + b": " + value + b"\r\n\r\n" + TEXT.encode()
    for item in contents(raw, "a.eml", "a.eml"):
        assert item.path.startswith("a.eml")
        if isinstance(item, Draft):
            assert "\n" not in item.title + item.outlet + item.author


def test_a_deep_mail(tmp_path: Path) -> None:
    head = b"From: a\r\nContent-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n"
    raw = b"".join(head % (n, n) for n in range(1000))
    begin = time.process_time()
    assert both(tmp_path, "a.eml", raw)
    assert time.process_time() - begin < 20


# PDF


_ESCAPES = str.maketrans({"(": "\\(", ")": "\\)"})


def pdf(*pages: str, packed: bool = False, **about: str) -> bytes:
    """A PDF with a line of text for each line of ``pages``."""
    bodies = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids = []
    for text in pages:
        rows = " ".join(f"({row.translate(_ESCAPES)}) Tj 0 -14 Td" for row in text.split("\n"))
        content = f"BT /F1 12 Tf 60 700 Td {rows} ET".encode("cp1252")
        head = b""
        if packed:
            content, head = zlib.compress(content), b" /Filter /FlateDecode"
        kids.append(len(bodies) + 1)
        bodies.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R /Resources "
            b"<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
            b"/Encoding /WinAnsiEncoding >> >> >> >>" % (len(bodies) + 2)
        )
        bodies.append(b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(content), head, content))
    names = " ".join(f"{number} 0 R" for number in kids)
    bodies[1] = f"<< /Type /Pages /Kids [{names}] /Count {len(kids)} >>".encode()
    bodies.append(("<< " + " ".join(f"/{k} ({v})" for k, v in about.items()) + " >>").encode())
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(bodies) + 1, table)
    out += b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (len(bodies) + 1, len(bodies))
    return bytes(out) + b"startxref\n%d\n%%%%EOF" % start


@pytest.mark.parametrize("packed", [False, True])
def test_a_pdf(tmp_path: Path, packed: bool) -> None:
    data = pdf(
        "The bridge fell on\nMonday, he said (twice).",
        "It was built in 1982.",
        packed=packed,
        Title="Bridge falls",
        Author="Ana Ruiz",
        CreationDate="D:20170424101500Z",
    )
    article = one(tmp_path, "a.pdf", data)
    assert article.text == "The bridge fell on\nMonday, he said (twice).\n\nIt was built in 1982."
    assert (article.title, article.author) == ("Bridge falls", "Ana Ruiz")
    assert article.published is None, "when the file was made is no publication date"


def test_a_date_line_in_a_pdf_is_its_date(tmp_path: Path) -> None:
    article = one(tmp_path, "a.pdf", pdf(f"Published April 24, 2017\n{TEXT}"))
    assert (article.published, article.published_from) == ("2017-04-24", "text")


@pytest.mark.parametrize(
    "title, author, shown",
    [
        ("Microsoft Word - draft3", "jsmith", ("", "")),
        ("page_04.indd", "", ("", "")),
        ("Untitled-1", "Ana Ruiz", ("", "Ana Ruiz")),
        ("Untold stories of a bridge", "", ("Untold stories of a bridge", "")),
    ],
)
def test_what_a_program_wrote_is_no_title(
    tmp_path: Path, title: str, author: str, shown: tuple[str, str]
) -> None:
    article = one(tmp_path, "a.pdf", pdf(TEXT, Title=title, Author=author))
    assert (article.title, article.author) == shown


@pytest.mark.parametrize(
    "page, text",
    [
        ("The govern-\nment fell.", "The government fell."),
        ("A well-\nknown and well-known man.", "A well-known and well-known man."),
        ("The Orla-\nBrim line.", "The Orla-Brim line."),
        ("From 2011-\n2014 it rained.", "From 2011-\n2014 it rained."),
        ("He left -\nand came.", "He left -\nand came."),
    ],
)
def test_words_broken_at_the_end_of_a_line(tmp_path: Path, page: str, text: str) -> None:
    assert one(tmp_path, "a.pdf", pdf(page)).text == text


@pytest.mark.parametrize(
    "head, foot, url",
    [
        ("22/11/2026, 15:29 Bridge falls", "https://www.orla.example/x 1/1", True),
        ("11/22/26, 3:29 PM Bridge falls", "https://www.orla.example/x 1/1", True),
        ("Bridge falls https://www.orla.example/x", "1 of 1 22.11.2026, 15:29", True),
        ("22/11/2026, 15:29 Bridge falls", "https://www.orla.example/x... 1/1", False),
        ("22/11/2026, 15:29 Bridge falls", "file:///home/x.html 1/1", False),
    ],
)
def test_what_a_browser_prints_on_the_edges(
    tmp_path: Path, head: str, foot: str, url: bool
) -> None:
    article = one(tmp_path, "a.pdf", pdf(f"{head}\n{TEXT}\n{foot}"))
    assert article.text == TEXT
    assert article.url == ("https://www.orla.example/x" if url else "")
    assert article.outlet == ("orla.example" if url else "")
    assert article.published is None, "the day of printing is no publication date"


@pytest.mark.parametrize(
    "head, foot", [("22/11/2026, 15:29 Bridge falls", "The end."), ("Read on.", "https://e.org/x")]
)
def test_lines_that_only_look_printed_stay(tmp_path: Path, head: str, foot: str) -> None:
    article = one(tmp_path, "a.pdf", pdf(f"{head}\n{TEXT}\n{foot}"))
    assert article.text == f"{head}\n{TEXT}\n{foot}"
    assert article.url == ""


def locked(password: str, algorithm: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(pdf(TEXT))))
    writer.encrypt(user_password=password, owner_password="owner", algorithm=algorithm)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
def test_encrypted_pdfs(tmp_path: Path, algorithm: str) -> None:
    assert one(tmp_path, "a.pdf", locked("", algorithm)).text == TEXT
    assert "encrypted" in reason(tmp_path, "b.pdf", locked("secret", algorithm))


@pytest.mark.parametrize(
    "data, words",
    [
        (b"", "empty"),
        (b"<html>not here</html>", "no PDF"),
        (b"%PDF-1.4\n", "broken PDF"),
        (b"%PDF-1.4\n" + b"1 0 obj << /A " * 5000, "broken PDF"),
        (pdf(TEXT)[:150], "broken PDF"),
        (pdf(""), "scan"),
        (pdf(TEXT).replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]"), "PDF"),
    ],
)
def test_pdfs_that_cannot_be_read(tmp_path: Path, data: bytes, words: str) -> None:
    assert words in reason(tmp_path, "a.pdf", data)


def test_a_pdf_bomb(tmp_path: Path) -> None:
    content = zlib.compress(b" " * (200 << 20), 9)
    data = pdf("x", packed=True)
    start = data.index(b"stream\n") + 7
    end = data.index(b"\nendstream")
    data = data[:start] + content + data[end:]
    data = data.replace(b"/Length %d" % (end - start), b"/Length %d" % len(content))
    begin = time.perf_counter()
    assert "PDF" in reason(tmp_path, "a.pdf", data)
    assert time.perf_counter() - begin < 20


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=8))
def test_a_damaged_pdf_never_ends_the_run(at: int, junk: bytes) -> None:
    whole = pdf(TEXT, TEXT)
    at %= len(whole)
    for item in contents(whole[:at] + junk + whole[at + len(junk) :], "a.pdf", "a.pdf"):
        assert item.path == "a.pdf"


# Feeds

RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Orla Post: world</title>
<link>https://www.orla.example/</link><language>en-gb</language>{items}</channel></rss>"""

ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Orla Post</title>
<updated>2017-05-01T00:00:00Z</updated>{items}</feed>"""


def rss(items: str) -> bytes:
    return RSS.replace("{items}", items).encode()


def atom(items: str) -> bytes:
    return ATOM.replace("{items}", items).encode()


def test_an_rss_feed(tmp_path: Path) -> None:
    body = "<p>The bridge fell.</p>\n<p>It was <b>built</b> in\n1982.<br/>Nobody was hurt.</p>"
    items = f"""<item><title>Bridge &amp;amp; road fall</title>
<link>https://www.orla.example/x</link><description>In short.</description>
<content:encoded>{escape(body)}</content:encoded><dc:creator>Ana Ruiz</dc:creator>
<pubDate>Mon, 24 Apr 2017 10:15:00 +0200</pubDate></item>
<item><title>Only a title</title></item>
<item><description>A summary with a &lt;a href="x"&gt;link&lt;/a&gt;.</description>
<source url="http://brim.example/feed">Brim Times</source></item>"""
    skipped, full, short = both(tmp_path, "a.rss", rss(items))
    assert isinstance(full, Article)
    assert isinstance(short, Article)
    assert full.path == f"{tmp_path}/a.rss#1"
    assert full.text == "The bridge fell.\n\nIt was built in 1982.\nNobody was hurt."
    assert (full.title, full.author, full.language) == ("Bridge & road fall", "Ana Ruiz", "en")
    assert (full.url, full.outlet) == ("https://www.orla.example/x", "orla.example")
    assert (full.published, full.published_from) == ("2017-04-24T10:15:00+02:00", "metadata")
    assert skipped == Skipped(f"{tmp_path}/a.rss#2", "the entry has neither content nor summary")
    assert (short.text, short.outlet, short.published) == (
        "A summary with a link.",
        "Brim Times",
        None,
    )


def test_an_atom_feed(tmp_path: Path) -> None:
    items = f"""<entry><title>Bridge falls</title><link href="https://orla.example/x"/>
<published>2017-04-24T10:15:00Z</published><updated>2018-01-01T00:00:00Z</updated>
<author><name>Ana Ruiz</name></author><content type="text">{TEXT} 1 &lt; 2.</content></entry>
<entry><title>Changed</title><updated>2018-01-01T00:00:00Z</updated>
<summary>Only changed, never published.</summary></entry>"""
    first, second = both(tmp_path, "a.xml", atom(items))
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.text, first.author) == (f"{TEXT} 1 < 2.", "Ana Ruiz")
    assert first.published == "2017-04-24T10:15:00Z"
    assert second.published is None, "a change is no publication"
    assert second.outlet == "Orla Post"


def test_the_date_of_rss_1(tmp_path: Path) -> None:
    data = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Orla Post</title></channel><item><title>x</title>
<description>The bridge fell.</description>
<dc:date>2017-04-24T10:15:00Z</dc:date></item></rdf:RDF>"""
    assert one(tmp_path, "a.rdf", data).published == "2017-04-24T10:15:00Z"


def test_the_rows_of_a_feed_in_the_manifest(tmp_path: Path) -> None:
    (tmp_path / "a.rss").write_bytes(rss("<item><description>One.</description></item>"))
    (tmp_path / "m.csv").write_text("path,outlet\na.rss#1,Post\na.rss#2,Post\n")
    skipped, article = read([str(tmp_path / "a.rss")], tmp_path / "m.csv")
    assert isinstance(article, Article)
    assert article.outlet == "Post"
    assert "'a.rss#2', which is not there" in json.dumps(skipped.reason)  # type: ignore[union-attr]


LAUGHS = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">{more}
<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>t</title>
<item><description>&z;&x; The bridge fell.</description></item></channel></rss>"""


def test_entities_neither_multiply_nor_open_files(tmp_path: Path) -> None:
    names = "abcdefghijz"
    more = "".join(f'<!ENTITY {new} "{f"&{old};" * 20}">' for old, new in itertools.pairwise(names))
    data = LAUGHS.format(more=more)
    begin = time.perf_counter()
    for encoding in ("utf-8", "utf-16", "utf-32"):
        assert "entities" in reason(tmp_path, "a.rss", data.encode(encoding))
    assert time.perf_counter() - begin < 5


@pytest.mark.parametrize(
    "data, words",
    [
        (b"", "empty"),
        (b"/etc/passwd", "no feed"),
        (b"https://orla.example/feed", "no feed"),
        (b"<sitemap><url/></sitemap>", "no feed"),
        (rss(""), "no entries"),
    ],
)
def test_what_is_no_feed(tmp_path: Path, data: bytes, words: str) -> None:
    assert words in reason(tmp_path, "a.xml", data)


def test_a_feed_that_breaks_off_keeps_its_entries(tmp_path: Path) -> None:
    data = rss("<item><description>One.</description></item><item><description>Two, and")
    items = both(tmp_path, "a.rss", data[: data.index(b"</channel>")])
    assert next(item.text for item in items if isinstance(item, Article)) == "One."


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=8))
def test_a_damaged_feed_never_ends_the_run(at: int, junk: bytes) -> None:
    whole = rss(f"<item><title>x</title><description>{TEXT}</description></item>")
    at %= len(whole)
    for item in contents(whole[:at] + junk + whole[at + len(junk) :], "a.rss", "a.rss"):
        assert item.path.startswith("a.rss")


# Pieces of HTML


@pytest.mark.parametrize(
    "html, text",
    [
        ("", ""),
        ("plain", "plain"),
        ("<p>a</p><p>b</p>", "a\n\nb"),
        ("a<br>b", "a\nb"),
        ("a <b>bold</b>, c\nd", "a bold, c d"),
        ("x<script>var a;</script>y<!-- no -->z", "xyz"),
        ("<script>a<p>b</script>c", "c"),
        ("<ul><li>a<li>b</ul>c", "a\n\nb\n\nc"),
        ("<div>a<div>b</div>c</div>", "a\n\nb\n\nc"),
        ("1 &lt; 2 &amp; “x”", "1 < 2 & “x”"),
    ],
)
def test_fragments(html: str, text: str) -> None:
    assert fragment_text(html) == text


@given(st.text(max_size=200))
def test_any_fragment_gives_text(html: str) -> None:
    assert "\n\n\n" not in fragment_text(html)
