"""The standing of a cluster in plain lines: how many origins, why so few, as of when.

For Markdown and the terminal, which escape them in their own way.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.records import Cluster, ClusterFigure, FigureStatement
from corpus.records import Article, TextLink
from reports import words
from reports.view import View

_LISTED = 12
"""Most merges, and most statements of one figure, that are spelt out."""


def counts(cluster: Cluster) -> str:
    """``3 outlets, 1 origin (2 if a likely merge is chance)``."""
    told = f"{words.count(len(cluster.outlets), 'outlet')}, "
    told += words.count(len(cluster.origins), "origin")
    likely = sum(not merge.sure for merge in cluster.merges)
    if likely:
        merges = "a likely merge is" if likely == 1 else f"{likely} likely merges are"
        told += f" ({len(cluster.origins) + likely} if {merges} chance)"
    return told


def lines(view: View, cluster: Cluster) -> Iterator[tuple[str, str]]:
    """What a cluster's standing rests on, a label and a sentence each; nothing for a lone claim
    of a known day."""
    for key in cluster.origins:
        yield "origin", words.origin(key, view.articles)
    for merge in cluster.merges[:_LISTED]:
        yield ("one origin" if merge.sure else "likely one origin"), merge.evidence
    if len(cluster.merges) > _LISTED:
        yield "one origin", f"and {len(cluster.merges) - _LISTED} merges more"
    for figure in cluster.figures:
        yield from _figure(view, figure)
    for side in cluster.sides:
        who = ", ".join(words.origin(key, view.articles) for key in side.origins)
        yield "side", f"{words.value(side.value) or 'no value'}: {who or 'unknown'}"
    for key in cluster.superseded_by:
        later = view.clusters.get(key)
        yield "superseded by", f"{later.label if later else 'a cluster not in the case'} ({key})"
    for missing in cluster.missing:
        yield "missing", missing


def _figure(view: View, figure: ClusterFigure) -> Iterator[tuple[str, str]]:
    counted = words.counted(figure.noun, figure.unit, one=figure.low == figure.high == 1)
    noun = " ".join(part for part in (*counted, figure.role) if part)
    unknown = ", as of no known day" if figure.history else ""  # a case of 0.1.0 has none
    stated = f", as of {words.day(figure.as_of)}" if figure.as_of else unknown
    yield "range", f"{words.span(figure.low, figure.high)} {noun}".strip() + stated
    if len({(one.low, one.high, one.as_of) for one in figure.history}) > 1:
        told = [_statement(view, one) for one in figure.history[:_LISTED]]
        more = len(figure.history) - _LISTED
        yield "history", "; ".join(told) + (f"; and {more} more" if more > 0 else "")


def _statement(view: View, one: FigureStatement) -> str:
    day = words.day(one.as_of) if one.as_of else "undated"
    who = words.origin(one.origin, view.articles)
    return f"{words.span(one.low, one.high)} ({day}, {who})"


def links(view: View, article: Article) -> Iterator[tuple[str, TextLink, Article]]:
    """The other articles that one has text in common with, with the word for how: surest
    first, then those that share most."""
    kinds = {"copy": "copy", "passage": "shares passages", "reworded": "likely one text"}
    found = [link for link in view.rec.links if article.id in (link.a, link.b)]
    for link in sorted(found, key=lambda link: (not link.sure, -link.share, link.id)):
        other = view.articles.get(link.a if link.b == article.id else link.b)
        if other is not None:
            yield kinds[link.basis], link, other
