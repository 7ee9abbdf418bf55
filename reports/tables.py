"""A reconciliation as tables for pandas and spreadsheets."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

from claims.records import Claim, Figure, Reconciliation, When
from reports import escape, words

Row = dict[str, Any]

_COLUMNS: dict[str, tuple[str, ...]] = {
    name: tuple(columns.split())
    for name, columns in {
        "articles": "id outlet published published_from title url author agency origin language "
        "path sha256 story",
        "claims": "id article outlet published start end quote text speaker voice modality "
        "polarity when figures names cluster",
        "clusters": "id label status outlets origins from to figures claims",
        "stories": "id label from to outlets articles",
        "relations": "id verdict kinds a b value_a value_b reason score origin reviewers "
        "tool_verdict",
        "conflicts": "id kinds value_a value_b reason score origin outlet_a published_a "
        "speaker_a quote_a url_a outlet_b published_b speaker_b quote_b url_b",
        "decisions": "id at reviewer act verdict kinds text relation tool_verdict stale outlet_a "
        "quote_a outlet_b quote_b",
    }.items()
}
TABLES = tuple(_COLUMNS)
"""Names of the tables."""


def frames(rec: Reconciliation) -> dict[str, pd.DataFrame]:
    """One frame for each of :data:`TABLES`, a row a record, sorted by id.

    Lists are joined with ``"; "``; what is not known is an empty cell. ``conflicts`` has both
    sides of a conflict in one row, ``decisions`` what reviewers decided and did not undo. An
    empty case gives frames with columns and no rows.
    """
    rows: dict[str, Iterable[Row]] = {
        "articles": _articles(rec),
        "claims": _claims(rec),
        "clusters": _clusters(rec),
        "stories": _stories(rec),
        "relations": _relations(rec),
        "conflicts": _conflicts(rec),
        "decisions": _decisions(rec),
    }
    return {
        name: pd.DataFrame(list(rows[name]), columns=list(columns))
        for name, columns in _COLUMNS.items()
    }


def csv(rec: Reconciliation, name: str) -> str:
    """One table as CSV whose cells no spreadsheet takes for a formula.

    Raises:
        KeyError: ``name`` is not one of :data:`TABLES`.
    """
    frame = frames(rec)[name]
    safe = frame.map(lambda value: escape.cell(value) if isinstance(value, str) else value)
    text: str = safe.to_csv(index=False, lineterminator="\n")
    return text


def parquet(rec: Reconciliation, name: str) -> bytes:
    """One table as Parquet.

    Raises:
        KeyError: ``name`` is not one of :data:`TABLES`.
    """
    buffer = io.BytesIO()
    frames(rec)[name].to_parquet(buffer, index=False)
    return buffer.getvalue()


def _articles(rec: Reconciliation) -> Iterator[Row]:
    story_of = {id_: story.id for story in rec.stories for id_ in story.articles}
    for article in rec.articles:
        held = {n: getattr(article, n) for n in _COLUMNS["articles"] if hasattr(article, n)}
        yield {**held, "story": story_of.get(article.id, "")}


def _claims(rec: Reconciliation) -> Iterator[Row]:
    articles = {article.id: article for article in rec.articles}
    for claim in rec.claims:
        article = articles.get(claim.article)
        yield {
            **{name: getattr(claim, name) for name in _COLUMNS["claims"] if hasattr(claim, name)},
            "outlet": article.outlet if article else "",
            "published": article.published if article else None,
            "speaker": _speaker(claim),
            "when": "; ".join(map(when, claim.when)),
            "figures": "; ".join(map(figure, claim.figures)),
            "names": "; ".join(sorted({name.name for name in claim.names})),
        }


def _clusters(rec: Reconciliation) -> Iterator[Row]:
    for cluster in rec.clusters:
        yield {
            "id": cluster.id,
            "label": cluster.label,
            "status": cluster.status,
            "outlets": "; ".join(cluster.outlets),
            "origins": "; ".join(cluster.origins),
            "from": cluster.from_,
            "to": cluster.to,
            "figures": "; ".join(
                f"{words.span(item.low, item.high)} {item.noun} {item.role}".strip()
                for item in cluster.figures
            ),
            "claims": "; ".join(cluster.claims),
        }


def _stories(rec: Reconciliation) -> Iterator[Row]:
    outlets = {article.id: article.outlet for article in rec.articles}
    for story in rec.stories:
        yield {
            "id": story.id,
            "label": story.label,
            "from": story.from_,
            "to": story.to,
            "outlets": "; ".join(sorted({outlets.get(id_, "") for id_ in story.articles} - {""})),
            "articles": "; ".join(story.articles),
        }


def _relations(rec: Reconciliation) -> Iterator[Row]:
    rulings = {ruling.relation: ruling for ruling in rec.rulings}
    for relation in rec.relations:
        ruling = rulings.get(relation.id)
        held = ruling.decisions if ruling else ()
        said = relation if ruling is None else ruling.tool
        yield {
            **{name: getattr(relation, name) for name in ("id", "verdict", "a", "b")},
            "kinds": "; ".join(relation.kinds),
            "value_a": relation.values[0] if relation.values else "",
            "value_b": relation.values[1] if len(relation.values) > 1 else "",
            "reason": relation.reason,
            "score": relation.score,
            "origin": relation.origin,
            "reviewers": "; ".join(f"{each.reviewer}: {each.opinion}" for each in held),
            "tool_verdict": said.verdict if said else "",
        }


def _conflicts(rec: Reconciliation) -> Iterator[Row]:
    claims = {claim.id: claim for claim in rec.claims}
    articles = {article.id: article for article in rec.articles}
    for row, relation in zip(_relations(rec), rec.relations, strict=True):
        if relation.verdict != "conflict":
            continue
        for side in "ab":
            claim = claims.get(row.pop(side))
            article = articles.get(claim.article) if claim else None
            row[f"outlet_{side}"] = article.outlet if article else ""
            row[f"published_{side}"] = article.published if article else None
            row[f"url_{side}"] = article.url if article else ""
            row[f"speaker_{side}"] = _speaker(claim) if claim else ""
            row[f"quote_{side}"] = claim.quote if claim else ""
        yield {name: row[name] for name in _COLUMNS["conflicts"]}


def _decisions(rec: Reconciliation) -> Iterator[Row]:
    stale = {each.decision for ruling in rec.rulings for each in ruling.stale}
    now = {d.id: r.relation for r in rec.rulings for d in (*r.decisions, *r.notes)}
    for decision in rec.decisions:
        yield {
            "id": decision.id,
            "at": decision.at,
            "reviewer": decision.reviewer,
            "act": decision.act,
            "verdict": decision.opinion or "",
            "kinds": "; ".join(decision.kinds),
            "text": decision.text or "; ".join(decision.names),
            "relation": now.get(decision.id, decision.relation),
            "tool_verdict": decision.said.verdict if decision.said else "",
            "stale": decision.id in stale,
            "outlet_a": decision.a.outlet if decision.a else "",
            "quote_a": decision.a.quote if decision.a else "",
            "outlet_b": decision.b.outlet if decision.b else "",
            "quote_b": decision.b.quote if decision.b else "",
        }


def _speaker(claim: Claim) -> str:
    return claim.speaker.name if claim.speaker else ""


def figure(item: Figure) -> str:
    """A figure in words: ``12 to 15 person killed``."""
    parts = (words.span(item.low, item.high), item.unit, item.noun, item.role, item.scope)
    return " ".join(part for part in parts if part)


def when(item: When) -> str:
    """A date in words: ``on Sunday = 2017-04-23``, ``earlier = undatable``."""
    if item.from_ is None and item.to is None:
        return f"{item.text} = undatable"
    if item.from_ == item.to:
        return f"{item.text} = {item.from_}"
    return f"{item.text} = {item.from_ or '…'} to {item.to or '…'}"
