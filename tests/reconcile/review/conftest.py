"""A small case for the review: a mill fire told by four outlets, written for these tests."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from claims.records import Claim, Cluster, Kind, Reconciliation, Relation, Status, Verdict
from corpus.records import Article
from reconcile.decisions import Log, open_case_log
from reconcile.ids import cluster_id, relation_id
from reconcile.review.session import Session
from tests.conftest import make_article, make_claim, make_figure, make_when

NORTH = (
    "Fire at Lindholm mill\n\n"
    "Three workers were killed when flames tore through the Lindholm mill on Monday, the county "
    "rescue service said. The roof fell in before midnight.\n\n"
    "The mill opened in 1931. Its owner was not at home."
)
SOUTH = (
    "The night was clear. Nine workers were killed in the fire at the Lindholm mill on Monday, "
    "chief Ana Berg said. The mill opened in 1934."
)
WIRE = "Eleven workers are now known to have died at the Lindholm mill, Ana Berg said on Thursday."
LATE = "About 10 workers of the mill were killed, its union says. The mill is closed."


def claim_in(article: Article, quote: str, **more: object) -> Claim:
    """The claim of these words of an article."""
    start = article.text.index(quote)
    return make_claim(quote, article=article.id, start=start, **more)  # type: ignore[arg-type]


def related(
    a: Claim, b: Claim, verdict: Verdict, score: float, *values: str, kind: Kind | None = None
) -> Relation:
    return Relation(
        id=relation_id(a.id, b.id),
        a=a.id,
        b=b.id,
        verdict=verdict,
        kinds=(kind,) if kind else (),
        values=values,
        reason=f"{' against '.join(values)}, stated for the same time." if values else "Alike.",
        score=score,
        origin="independent",
    )


def clustered(status: Status, *claims: Claim) -> tuple[Cluster, tuple[Claim, ...]]:
    ids = tuple(sorted(claim.id for claim in claims))
    articles = tuple(sorted({claim.article for claim in claims}))
    cluster = Cluster(
        id=cluster_id(ids),
        label=claims[0].text,
        claims=ids,
        status=status,
        outlets=articles,
        origins=tuple(f"outlet:{name}" for name in articles),
        from_="2021-03-01",
        to="2021-03-01",
        figures=(),
    )
    return cluster, tuple(dataclasses.replace(c, cluster=cluster.id) for c in claims)


def build() -> Reconciliation:
    """Two conflicts of one dispute, one of another, an update, a doubtful agreement, a scope."""
    north = make_article("north", NORTH, "2021-03-02", outlet="North Daily")
    south = make_article("south", SOUTH, "2021-03-02", outlet="Southern Post")
    wire = make_article("wire", WIRE, "2021-03-05", outlet="Harbour [Wire]", agency="HWA")
    late = make_article("late", LATE, "2021-03-03", outlet="Evening Call")
    monday = make_when("Monday", "2021-03-01")
    three = claim_in(
        north,
        "Three workers were killed when flames tore through the Lindholm mill on Monday",
        figures=[make_figure("Three workers", 3, noun="worker")],
        when=[monday],
        names=["Lindholm"],
        speaker="county rescue service",
    )
    nine = claim_in(
        south,
        "Nine workers were killed in the fire at the Lindholm mill on Monday",
        figures=[make_figure("Nine workers", 9, noun="worker")],
        when=[monday],
        names=["Lindholm"],
        speaker="Ana Berg",
    )
    eleven = claim_in(
        wire,
        "Eleven workers are now known to have died at the Lindholm mill",
        figures=[make_figure("Eleven workers", 11, noun="worker")],
        names=["Lindholm mill=Lindholm"],
        speaker="Ana Berg",
    )
    about = claim_in(
        late,
        "About 10 workers of the mill were killed",
        figures=[make_figure("About 10 workers", 9, 11, noun="worker", bound="about")],
    )
    opened = claim_in(north, "The mill opened in 1931", when=[make_when("1931", "1931-01-01")])
    opened_too = claim_in(south, "The mill opened in 1934", when=[make_when("1934", "1934-01-01")])
    roof = claim_in(north, "The roof fell in before midnight")
    closed = claim_in(late, "The mill is closed")
    groups = (
        clustered("disputed", three, nine, about),
        clustered("single_origin", eleven),
        clustered("disputed", opened, opened_too),
        clustered("single_origin", roof),
        clustered("single_origin", closed),
    )
    relations = (
        related(
            three, nine, "conflict", 0.9, "3 workers killed", "9 workers killed", kind="figure"
        ),
        related(
            three, about, "conflict", 0.7, "3 workers killed", "9 to 11 workers killed",
            kind="figure",
        ),
        related(opened, opened_too, "conflict", 0.8, "1931-01-01", "1934-01-01", kind="date"),
        related(
            nine, eleven, "update", 0.3, "9 workers killed", "11 workers killed", kind="figure"
        ),
        related(nine, about, "agree", 0.1, "9 workers killed", "9 to 11 workers killed"),
        related(roof, closed, "scope", 0.05),
    )  # fmt: skip
    return Reconciliation(
        articles=tuple(sorted((north, south, wire, late), key=lambda article: article.id)),
        claims=tuple(sorted((c for _, held in groups for c in held), key=lambda c: c.id)),
        clusters=tuple(sorted((cluster for cluster, _ in groups), key=lambda c: c.id)),
        relations=tuple(sorted(relations, key=lambda relation: relation.id)),
        skipped=(),
        merges=(),
        run={"case": "review-test"},
    )


@pytest.fixture(scope="session")
def case() -> Reconciliation:
    return build()


@pytest.fixture
def log(case: Reconciliation, tmp_path: Path) -> Iterator[Log]:
    with open_case_log(tmp_path, case) as opened:
        yield opened


@pytest.fixture
def begin(case: Reconciliation, log: Log) -> Callable[..., Session]:
    """A session on the case and its log: call it again and it is a restart."""

    def begun(reviewer: str = "anna", rec: Reconciliation = case) -> Session:
        return Session(rec, log, reviewer)

    return begun
