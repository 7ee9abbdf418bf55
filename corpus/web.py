"""Reader of HTML pages: the article's text, and what the page's own markup says of it."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from corpus.decoding import decode
from corpus.drafts import Draft, line
from corpus.published import normal
from corpus.records import Skipped

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)

_DATE_METAS = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "article:published",
    "datepublished",
    "datecreated",
    "date.issued",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "dc.date.created",
    "publication_date",
    "publication-date",
    "publishdate",
    "publish-date",
    "publish_date",
    "published_date",
    "published-date",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "citation_date",
    "cxenseparse:recs:publishtime",
    "article.published",
    "bt:pubdate",
    "date",
)
"""Names of meta tags that give the publication time (from htmldate's lists, without those that
may give a change), surest first. htmldate itself is not asked: it drops the hour and the zone,
and falls back on dates in the running text."""

_NOT_ARTICLE = frozenset({"aside", "nav", "footer", "form"})

_LISTS = ("NewsArticle", "ReportageNewsArticle", "Article", "BlogPosting", "LiveBlogPosting")


def html_file(data: bytes, path: str) -> Iterator[Draft | Skipped]:
    """The article of one page.

    Raises:
        NotText: The file is empty or binary.
    """
    yield from_html(_page_text(data), path)


def _page_text(data: bytes) -> str:
    """The page by its declared encoding where UTF-8 does not fit."""
    declared = _CHARSET.search(data[:4096])
    try:
        return data.decode("utf-8") if data.strip() and b"\0" not in data else decode(data)
    except UnicodeDecodeError:
        pass
    if declared:
        try:
            return data.decode(declared[1].decode("ascii"))
        except (UnicodeDecodeError, LookupError):
            pass
    return decode(data)


def from_html(html: str, path: str, url: str = "") -> Draft | Skipped:
    """The article of a page, or why there is none. Metadata comes from JSON-LD, then from meta
    tags and ``<time>``; a date only from these, never from the running text."""
    import lxml.etree
    import lxml.html
    import trafilatura

    for name in ("trafilatura", "htmldate", "justext"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # a stage prints nothing
    try:
        tree = lxml.html.document_fromstring(re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", html))
        data = _linked_data(tree)
        found = _markup_date(tree, data)
        page = trafilatura.bare_extraction(
            html,
            url=url or None,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except (lxml.etree.LxmlError, ValueError, RecursionError, TypeError, AttributeError) as error:
        # Broken pages trip the parsers in many ways; none of them may end the run.
        return Skipped(path, f"the page cannot be read: {line(str(error))[:160]}")
    if page is None or isinstance(page, dict) or not (page.text or "").strip():
        return Skipped(path, "no article text found in the page")
    outlet = _name(data.get("publisher")) or page.sitename or ""
    return Draft(
        path,
        page.text or "",
        outlet=line(outlet),
        title=_own_title(line(_plain(data.get("headline")) or page.title or ""), line(outlet)),
        published=found,
        url=line(url or _canonical(tree) or page.url or ""),
        author=line(_name(data.get("author")) or page.author or ""),
        language=(_plain(data.get("inLanguage")) or tree.get("lang") or "")[:2].lower(),
        outranks_text=bool(found),
    )


def _linked_data(tree: HtmlElement) -> dict[str, Any]:
    """The JSON-LD object of the article; empty when the page has none."""
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        raw = re.sub(
            r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*$",
            "",
            script.text or "",
        )
        try:
            value = json.loads(raw, strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _items(value):
            types = item.get("@type")
            names = types if isinstance(types, list) else [types]
            if any(name in _LISTS or str(name).endswith("NewsArticle") for name in names):
                return item
    return {}


def _items(value: Any) -> Iterator[dict[str, Any]]:
    """An object, a list of objects, or those under ``@graph``."""
    queue = [value]
    while queue:
        item = queue.pop(0)
        if isinstance(item, list):
            queue = item + queue
        elif isinstance(item, dict):
            yield item
            queue = [item[key] for key in ("@graph", "mainEntity") if key in item] + queue


def _markup_date(tree: HtmlElement, data: Mapping[str, Any]) -> str:
    for key in ("datePublished", "dateCreated"):
        if found := normal(_plain(data.get(key))):
            return found
    metas: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        metas.setdefault(name.strip().lower(), tag.get("content") or "")
    for name in _DATE_METAS:
        if found := normal(metas.get(name, "")):
            return found
    return _time_tag(tree)


def _time_tag(tree: HtmlElement) -> str:
    """The day of the ``<time>`` marked as publication, or of all of the article's, if one."""
    days: dict[str, str] = {}
    for tag in tree.xpath("//article//time[@datetime] | //main//time[@datetime]"):
        if any(parent.tag in _NOT_ARTICLE for parent in tag.iterancestors()):
            continue
        stamp = normal(tag.get("datetime") or "")
        if stamp and (tag.get("pubdate") is not None or tag.get("itemprop") == "datePublished"):
            return stamp
        if stamp:
            days.setdefault(stamp[:10], stamp)
    return next(iter(days.values())) if len(days) == 1 else ""


def _canonical(tree: HtmlElement) -> str:
    for link in tree.xpath("//link[@rel='canonical']/@href"):
        if str(link).startswith(("http://", "https://")):
            return str(link)
    return ""


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _name(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, map(_name, value)))
    return _plain(value.get("name")) if isinstance(value, dict) else _plain(value)


def _own_title(title: str, outlet: str) -> str:
    """The title without the outlet's name behind it."""
    for mark in (" | ", " - ", " – ", " — "):
        if outlet and title.casefold().endswith(f"{mark}{outlet}".casefold()):
            return title[: -len(mark) - len(outlet)]
    return title
