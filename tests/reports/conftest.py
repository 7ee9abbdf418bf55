"""A small case written by hand: a market fire with rival tolls, a bridge dated two ways, a
toll that rises, a wire copy, and things that could not be read or dated."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable

import pytest

from claims.records import (
    Claim,
    Cluster,
    ClusterFigure,
    Figure,
    Happening,
    Name,
    NameMerge,
    Reconciliation,
    Relation,
    Speaker,
    Story,
    When,
)
from corpus.records import Article, Skipped


def article(key: str, outlet: str, published: str | None, text: str, **more: str) -> Article:
    known = {
        "path": f"{key}.txt",
        "title": "",
        "url": f"https://news.example/{key}",
        "author": "",
        "language": "en",
        "agency": "",
        "origin": key,
        **more,
    }
    return Article(
        id=key,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        outlet=outlet,
        published=published,
        published_from="metadata" if published else "none",
        text=text,
        **known,  # type: ignore[arg-type]
    )


def claim(
    key: str,
    of: Article,
    quote: str,
    cluster: str = "",
    *,
    speaker: str = "",
    figure: tuple[str, float, float | None, str, str] | None = None,
    when: tuple[str, str | None, str | None] | None = None,
    patient: str = "",
    sense: str = "",
) -> Claim:
    start = of.text.index(quote)

    def at(words: str) -> tuple[str, int, int]:
        place = of.text.index(words, start)
        return words, place, place + len(words)

    figures = ()
    if figure:
        figures = (Figure(*at(figure[0]), *figure[1:4], "", figure[4], "", "exact"),)
    dates = ()
    if when:
        anchor = "published" if when[1] else "none"
        dates = (When(*at(when[0]), *when[1:], anchor, "event"),)  # type: ignore[arg-type]
    source = None
    if speaker:
        source = Speaker(speaker, None, *at(speaker)[1:])
    return Claim(
        id=key,
        article=of.id,
        start=start,
        end=start + len(quote),
        quote=quote,
        text=re.sub(r"\s+", " ", quote) + ".",
        speaker=source,
        voice="named" if speaker else "own",
        modality="asserted",
        polarity="affirmed",
        when=dates,
        figures=figures,
        names=tuple(Name(*at(n), n) for n in ("Old Market",) if n in quote),
        happening=Happening(sense, *at(f"{sense}d")[1:], "", patient, ()) if sense else None,
        cluster=cluster,
    )


def build() -> Reconciliation:
    """The case; every text in it is written for this test."""
    harbour = article(
        "a1",
        "Harbour Post",
        "2031-05-04",
        "Fire guts Old Market\n\nTwelve traders were killed when flames tore through the "
        "Old Market on Saturday, fire chief Ada Brandt said. About 40 stalls burned.\n\n"
        "The chain bridge nearby was closed on 2 May, a sign at its gate says.",
        title="Fire guts Old Market",
    )
    valley = article(
        "a2",
        "Valley Wire",
        "2031-05-04T18:20",
        "Smoke hung over the city. Fifteen traders were killed in Saturday's fire at the "
        "Old Market, the Market Guild said. The chain bridge was closed on 3 May.",
        title="Guild counts its dead",
    )
    courier = article(
        "a3",
        "The Courier",
        "2031-05-06",
        "Two more of the injured died overnight, and 17 traders are now known to have been "
        "killed, the Market Guild said on Tuesday. The fire burned more than 35 stalls.",
        title="Toll of market fire rises",
        url="",
    )
    copy = article(
        "a4",
        "Hill Gazette",
        "2031-05-05",
        valley.text,
        title="Guild counts its dead",
        agency="Valley Wire",
        origin="a2",
    )
    undated = article(
        "a5", "", None, "Last week the ferry stopped running.", url="javascript:alert(1)"
    )
    dead = ("c-toll", "Market Guild")
    claims = (
        claim(
            "c01",
            harbour,
            "Twelve traders were killed when flames tore through the Old Market on Saturday",
            "k1",
            speaker="Ada Brandt",
            figure=("Twelve traders", 12, 12, "trader", "killed"),
            when=("on Saturday", "2031-05-03", "2031-05-03"),
        ),
        claim(
            "c02",
            valley,
            "Fifteen traders were killed in Saturday's fire at the Old Market",
            "k1",
            speaker=dead[1],
            figure=("Fifteen traders", 15, 15, "trader", "killed"),
        ),
        claim(
            "c03",
            courier,
            "17 traders are now known to have been killed",
            "k1",
            speaker=dead[1],
            figure=("17 traders", 17, 17, "trader", "killed"),
        ),
        claim(
            "c04",
            copy,
            "Fifteen traders were killed in Saturday's fire at the Old Market",
            "k1",
            speaker=dead[1],
            figure=("Fifteen traders", 15, 15, "trader", "killed"),
        ),
        claim(
            "c05",
            harbour,
            "The chain bridge nearby was closed on 2 May",
            "k2",
            when=("on 2 May", "2031-05-02", "2031-05-02"),
            patient="the chain bridge",
            sense="close",
        ),
        claim(
            "c06",
            valley,
            "The chain bridge was closed on 3 May",
            "k2",
            when=("on 3 May", "2031-05-03", "2031-05-03"),
            patient="the chain bridge",
            sense="close",
        ),
        claim(
            "c07",
            harbour,
            "About 40 stalls burned",
            "k3",
            figure=("About 40 stalls", 36, 44, "stall", "burned"),
        ),
        claim(
            "c08",
            courier,
            "The fire burned more than 35 stalls",
            "k3",
            figure=("more than 35 stalls", 36, None, "stall", "burned"),
        ),
        claim(
            "c09",
            undated,
            "Last week the ferry stopped running",
            "k4",
            when=("Last week", None, None),
        ),
        claim("c10", valley, "Smoke hung over the city", "k5"),
        claim("c11", copy, "Smoke hung over the city", "k5"),
        claim(
            "c12",
            courier,
            "Two more of the injured died overnight",
            "k6",
            figure=("Two more of the injured", 2, 2, "injured", "killed"),
        ),
    )

    def cluster(key: str, status: str, *figures: ClusterFigure) -> Cluster:
        held = [c for c in claims if c.cluster == key]
        articles = {a.id: a for a in (harbour, valley, courier, copy, undated)}
        return Cluster(
            id=key,
            label=held[0].text,
            claims=tuple(c.id for c in held),
            status=status,  # type: ignore[arg-type]
            outlets=tuple(sorted({articles[c.article].outlet for c in held})),
            origins=tuple(sorted({articles[c.article].origin for c in held})),
            from_=None if key == "k4" else "2031-05-02",
            to=None if key == "k4" else "2031-05-03",
            figures=figures,
        )

    toll = "The tolls 12 and 15 for the fire of 3 May exclude each other on one day."
    return Reconciliation(
        articles=(harbour, valley, courier, copy, undated),
        claims=claims,
        clusters=(
            cluster(
                "k1",
                "disputed",
                ClusterFigure("trader", "killed", 12, 17, ("c01", "c02", "c03", "c04")),
            ),
            cluster("k2", "disputed"),
            cluster(
                "k3", "corroborated", ClusterFigure("stall", "burned", 36, None, ("c07", "c08"))
            ),
            cluster("k4", "undatable"),
            cluster("k5", "single_origin"),
            cluster("k6", "single_origin"),
        ),
        relations=(
            Relation(
                "r1",
                "c01",
                "c02",
                "conflict",
                ("figure",),
                ("12 killed", "15 killed"),
                toll,
                0.91,
                "independent",
            ),
            Relation(
                "r2",
                "c01",
                "c04",
                "conflict",
                ("figure",),
                ("12 killed", "15 killed"),
                toll,
                0.9,
                "independent",
            ),
            Relation(
                "r3",
                "c05",
                "c06",
                "conflict",
                ("date",),
                ("2031-05-02", "2031-05-03"),
                "The closing is dated 2031-05-02 and 2031-05-03, and neither includes the other.",
                0.84,
                "independent",
            ),
            Relation(
                "r4",
                "c02",
                "c03",
                "update",
                ("figure",),
                ("15 killed", "17 killed"),
                "The toll rises from 15 (4 May) to 17 (6 May).",
                0.1,
                "same",
            ),
            Relation(
                "r5",
                "c07",
                "c08",
                "agree",
                (),
                ("36 to 44", "36 or more"),
                "About 40 and more than 35 stalls overlap.",
                0.02,
                "independent",
            ),
            Relation(
                "r6",
                "c12",
                "c03",
                "scope",
                (),
                ("2 killed", "17 killed"),
                "Two is part of the whole toll of 17.",
                0.05,
                "same",
            ),
        ),
        skipped=(Skipped("photos/fire.jpg", "not a text: it holds binary data"),),
        merges=(NameMerge("Old Market", "the Old Market", "article dropped"),),
        run={"versions": {"reconcile": "0.1.0"}, "model": "all-MiniLM-L6-v2", "seconds": 1.5},
        stories=(
            Story(
                "s1",
                "Fire guts Old Market",
                ("a1", "a2", "a3", "a4"),
                "2031-05-04",
                "2031-05-06",
            ),
        ),
    )


@pytest.fixture
def rec() -> Reconciliation:
    return build()


@pytest.fixture
def make_article() -> Callable[..., Article]:
    return article


@pytest.fixture
def make_claim() -> Callable[..., Claim]:
    return claim
