"""Sources to articles: files, folders and web addresses, each as its format says."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import os
import urllib.parse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpus.contents import contents
from corpus.drafts import Draft, clean, filled
from corpus.fetch import NotFetched, fetch, is_url
from corpus.formats import opener, reader
from corpus.manifest import Row, key, load, parted
from corpus.publication import Dated, from_text
from corpus.published import from_url, normal, original_url, settle
from corpus.records import Article, PublishedFrom, Skipped
from corpus.walk import files, why


def read(sources: Iterable[str], manifest: Path | None = None) -> Iterator[Article | Skipped]:
    """The articles of the sources, in order, and what of them could not be read.

    Args:
        sources: Files, folders (walked in sorted order; hidden files are left out) and
            ``http(s)`` addresses, which alone touch a network.
        manifest: A CSV ``path,outlet,published,title,url,agency`` that overrides what is found;
            it adds no sources, and is none itself.

    An article comes once: the same file or text a second time, and an id that another text has
    already, are ``Skipped``. Nothing at all comes from no sources. Raises nothing for bad input.
    """
    rows: dict[str, Row] = {}
    own = ""
    if manifest is not None:
        rows, unusable = load(manifest)
        yield from unusable
        own = os.path.realpath(manifest)
    drafts: list[tuple[Draft, Row | None]] = []
    left_out: list[str] = []
    for item in _drafts(sources, own):
        if isinstance(item, Skipped):
            yield item
            left_out.append(item.path)
        else:
            drafts.append((item, rows.get(key(item.path))))
    seen = {key(path) for path in (*left_out, *(draft.path for draft, _ in drafts))}
    yield from _rows_without_article(rows, seen)
    yield from _once(_articles(drafts))


def _rows_without_article(rows: dict[str, Row], seen: set[str]) -> Iterator[Skipped]:
    """Rows of the manifest for something in a file that was read and does not have it."""
    files_read = {parted(path)[0] for path in seen}
    for path, row in rows.items():
        file, inside = parted(path)
        if inside and file in files_read and path not in seen:
            yield Skipped(row.where, f"names {row.names!r}, which is not there")


# From sources to drafts


def _drafts(sources: Iterable[str], manifest: str) -> Iterator[Draft | Skipped]:
    done: set[str] = {manifest}
    for source in sources:
        if is_url(source):
            if source not in done:
                done.add(source)
                yield from _page(source)
            continue
        for path in files(source):
            if isinstance(path, Skipped):
                yield path
            elif (real := os.path.realpath(path)) not in done:
                done.add(real)
                yield from _file(path)


def _file(path: str) -> Iterator[Draft | Skipped]:
    name = os.path.basename(path)  # noqa: PTH119
    how = opener(name) or reader(name)
    if isinstance(how, str):
        yield Skipped(path, how)
        return
    try:
        data = Path(path).read_bytes()
    except (OSError, MemoryError) as error:
        yield Skipped(path, why(error))
        return
    yield from contents(data, name, path)


def _page(url: str) -> Iterator[Draft | Skipped]:
    try:
        data, suffix = fetch(url)
    except NotFetched as error:
        yield Skipped(url, str(error))
        return
    yield from contents(data, f"page{suffix}", url, url)


# From drafts to articles


def _articles(drafts: list[tuple[Draft, Row | None]]) -> Iterator[Article | Skipped]:
    prepared = [_Prepared.of(draft, row) for draft, row in drafts]
    orders = _orders(prepared)
    for item in prepared:
        if not item.draft.text.strip():
            yield Skipped(item.draft.path, "there is no text in it")
            continue
        published, known, problems = item.published(orders.get(item.draft.outlet, ""))
        yield from problems
        yield _article(item.draft, published, known)


@dataclasses.dataclass(frozen=True, slots=True)
class _Prepared:
    """A draft with its text clean, the manifest applied, and the date its text gives."""

    draft: Draft
    row: Row | None
    line: Dated | None

    @classmethod
    def of(cls, draft: Draft, row: Row | None) -> _Prepared:
        fields = dict(row.fields) if row else {}
        fields.pop("published", None)
        full = filled(dataclasses.replace(draft, text=clean(draft.text)), fields)
        full = dataclasses.replace(full, outlet=full.outlet or _site(full.url))
        return cls(full, row, from_text(full.text, full.title))

    def published(self, order: str) -> tuple[str | None, PublishedFrom, tuple[Skipped, ...]]:
        """When it was published, how that is known, and what is wrong with what was given.

        A manifest's word goes first, then the page's markup, a publication line of the text,
        the row's field, the address.
        """
        problems: list[Skipped] = []
        given = self.row.fields.get("published", "").strip() if self.row else ""
        if self.row and given:
            stamp = normal(given)
            if stamp is not None:
                return stamp, "manifest", ()
            problems.append(Skipped(self.row.where, _undated(given)))
            return None, "none", tuple(problems)
        field = normal(self.draft.published)
        if self.draft.published.strip() and field is None:
            problems.append(Skipped(self.draft.path, _undated(self.draft.published)))
        if field and self.draft.outranks_text:
            return field, "metadata", tuple(problems)
        if self.line:
            day = settle(self.line.days, field, order)
            if day:
                return _finer(day, field), "text", tuple(problems)
        if field and self.line and not _near(self.line, field):
            problems.append(Skipped(self.draft.path, _clash(self.draft, self.line)))
            return None, "none", tuple(problems)
        if field:
            return field, "metadata", tuple(problems)
        url = from_url(self.draft.url)
        return url, "url" if url else "none", tuple(problems)


def _undated(value: str) -> str:
    return f"published {value.strip()[:60]!r} is no date that can be used: kept, without it"


def _clash(draft: Draft, line: Dated) -> str:
    words = draft.text[line.start : line.end]
    return f"published {draft.published[:10]!r} is not {words!r} of its text: kept undated"


def _near(line: Dated, field: str) -> bool:
    when = datetime.date.fromisoformat(field[:10])
    return any(abs((day - when).days) <= 1 for day in line.days)


def _finer(day: datetime.date, field: str | None) -> str:
    """The day of the text, with the hour of the metadata where both give one day."""
    return field if field and field[:10] == day.isoformat() else day.isoformat()


def _orders(prepared: list[_Prepared]) -> dict[str, str]:
    """The order an outlet writes dates in figures in, where two or more of its articles show
    it (18-07-2016) and none shows the other."""
    shown: dict[str, Counter[str]] = defaultdict(Counter)
    for item in prepared:
        if item.line and item.line.order and item.draft.outlet:
            shown[item.draft.outlet][item.line.order] += 1
    return {
        outlet: next(iter(orders))
        for outlet, orders in shown.items()
        if len(orders) == 1 and orders.total() >= 2
    }


def _site(url: str) -> str:
    """The host of an article's address, for want of the outlet's name."""
    try:
        host = urllib.parse.urlsplit(original_url(url)).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def _article(draft: Draft, published: str | None, known: PublishedFrom) -> Article:
    sha = hashlib.sha256(draft.text.encode()).hexdigest()
    name = draft.id or sha[:16]
    return Article(
        id=name,
        path=draft.path,
        sha256=sha,
        outlet=draft.outlet,
        title=draft.title,
        url=draft.url,
        author=draft.author,
        published=published,
        published_from=known,
        language=draft.language[:2].lower(),
        agency=draft.agency,
        origin=name,
        text=draft.text,
    )


def _once(items: Iterable[Article | Skipped]) -> Iterator[Article | Skipped]:
    by_id: dict[str, Article] = {}
    for item in items:
        if isinstance(item, Skipped):
            yield item
            continue
        article = item
        first = by_id.get(article.id)
        if (
            first
            and first.sha256 == article.sha256
            and _derived(article)
            and _other(first, article)
        ):
            # One wire text at two outlets is two articles: the outlet tells their ids apart.
            both = f"{article.sha256}\n{article.outlet}\n"
            name = hashlib.sha256(both.encode()).hexdigest()[:16]
            article = dataclasses.replace(article, id=name, origin=name)
            first = by_id.get(name)
        if first is None:
            by_id[article.id] = article
            yield article
        elif first.sha256 == article.sha256:
            yield Skipped(article.path, f"the same article as {first.path}: read once")
        else:
            yield Skipped(
                article.path, f"its id {article.id!r} is that of another text, {first.path}"
            )


def _derived(article: Article) -> bool:
    return article.id == article.sha256[:16]


def _other(first: Article, second: Article) -> bool:
    return bool(first.outlet and second.outlet and first.outlet != second.outlet)
