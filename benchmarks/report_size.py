"""How long a large case takes to write, and its report to open.

``python -m benchmarks.report_size``: 500 articles with 20,000 claims, made up here. Prints a
line a file (seconds, megabytes), then seconds until Chromium has loaded the report, filtered it
and shown one claim in its article. Exit status 1 when opening takes :data:`LIMIT` seconds or
more.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from claims.records import Claim, Cluster, Figure, Reconciliation, Relation
from corpus.records import Article
from reports.case import FILES

LIMIT = 3.0
"""Seconds in which a report opens."""
_ARTICLES, _CLAIMS = 500, 40


def large_case() -> Reconciliation:
    """Every fifth claim is shared by three articles; every tenth of those is disputed."""
    articles, claims = [], []
    for number in range(_ARTICLES):
        sentences = [
            f"Report {number} item {item} says that {10 + item} people were hurt near the river "
            "crossing while the council met again in the evening"
            for item in range(_CLAIMS)
        ]
        article = _article(number, ". ".join(sentences) + ".")
        articles.append(article)
        at = 0
        for item, sentence in enumerate(sentences):
            at = article.text.index(sentence, at)
            claims.append(_claim(article, number, item, at, sentence))
    members = defaultdict(list)
    for claim in claims:
        members[claim.cluster].append(claim)
    outlets = {article.id: article.outlet for article in articles}
    clusters = tuple(_cluster(key, members[key], outlets) for key in sorted(members))
    relations = tuple(r for cluster in clusters for r in _relations(cluster))
    return Reconciliation(tuple(articles), tuple(claims), clusters, relations, (), (), {})


def _article(number: int, text: str) -> Article:
    key = f"a{number:04d}"
    return Article(
        id=key,
        path=f"{key}.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        outlet=f"Outlet {number % 15}",
        title=f"Report {number}",
        url=f"https://news.example/{key}",
        author="",
        published=f"2031-05-{number % 28 + 1:02d}",
        published_from="metadata",
        language="en",
        agency="",
        origin=key,
        text=text,
    )


def _claim(article: Article, number: int, item: int, start: int, quote: str) -> Claim:
    shared = item % 5 == 0
    many = quote.index(str(10 + item), quote.index("that"))
    figure = Figure(
        str(10 + item),
        start + many,
        start + many + 2,
        10 + item,
        10 + item,
        "person",
        "",
        "injured",
        "",
        "exact",
    )
    return Claim(
        id=f"c{number:04d}-{item:02d}",
        article=article.id,
        start=start,
        end=start + len(quote),
        quote=quote,
        text=quote + ".",
        speaker=None,
        voice="own",
        modality="asserted",
        polarity="affirmed",
        when=(),
        figures=(figure,),
        names=(),
        happening=None,
        cluster=f"k{number // 3:04d}-{item:02d}" if shared else f"s{number:04d}-{item:02d}",
    )


def _cluster(key: str, members: list[Claim], outlets: dict[str, str]) -> Cluster:
    disputed = int(key[1:5]) % 10 == 0
    shared = "disputed" if disputed else "corroborated"
    return Cluster(
        id=key,
        label=members[0].text,
        claims=tuple(claim.id for claim in members),
        status=shared if len(members) > 1 else "single_origin",  # type: ignore[arg-type]
        outlets=tuple(sorted({outlets[claim.article] for claim in members})),
        origins=tuple(claim.article for claim in members),
        from_=None,
        to=None,
        figures=(),
    )


def _relations(cluster: Cluster) -> list[Relation]:
    first, *others = cluster.claims
    disputed = cluster.status == "disputed"
    return [
        Relation(
            id=f"r{cluster.id}-{number}",
            a=first,
            b=other,
            verdict="conflict" if disputed else "agree",
            kinds=("figure",) if disputed else (),
            values=("10 people injured", f"{10 + number} people injured"),
            reason="The numbers differ.",
            score=0.5,
            origin="independent",
        )
        for number, other in enumerate(others, 1)
    ]


def main() -> int:
    """Measures and prints; 1 when the report opens too slowly."""
    rec = large_case()
    print(f"{len(rec.articles):,} articles, {len(rec.claims):,} claims")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "report.html"
        for name, render in FILES.items():
            begun = time.perf_counter()
            content = render(rec)
            spent = time.perf_counter() - begun
            print(f"{name:<20} {spent:6.2f} s {len(content) / 1e6:6.1f} MB")
            if name == page.name:
                page.write_bytes(content)
        return _open(page)


def _open(page: Path) -> int:
    # The driver belongs to the tests, which are no package.
    sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "reports"))
    from chromium import PROGRAM, Browser

    if PROGRAM is None:
        print("chromium is not installed: opening is not measured")
        return 0
    with Browser() as browser:
        begun = time.perf_counter()
        browser.open(page)
        browser.run("new Promise((done) => requestAnimationFrame(done))")
        opened = time.perf_counter() - begun
        print(f"{'opens in':<20} {opened:6.2f} s (limit {LIMIT} s)")
        for name, script in (
            ("filters in", "f.q.value = 'report 77 item 3 '; f.dispatchEvent(new Event('input'))"),
            ("shows a claim in", "location.hash = 'article=a0400&claim=c0400-20'"),
        ):
            begun = time.perf_counter()
            browser.run(f"(() => {{ const f = document.querySelector('.filter'); {script}; }})()")
            browser.settle()
            print(f"{name:<20} {time.perf_counter() - begun:6.2f} s")
    return int(opened >= LIMIT)


if __name__ == "__main__":
    sys.exit(main())
