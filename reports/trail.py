"""One record with its whole trail back to the source, for a terminal.

Whatever comes from an article goes through :func:`reports.escape.safe` and into a
:class:`rich.text.Text`, so that neither control characters nor rich's own markup act.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from claims.records import Claim, Cluster, Reconciliation, Relation, Story
from corpus.records import Article
from reports import standing, story_trail, words
from reports.escape import safe
from reports.lookup import find
from reports.questions import questions
from reports.terminal_parts import STYLE, facts, heading, line, verdict
from reports.view import View

_PASSAGES, _SHOWN = 6, 300
"""Most passages listed for two articles, and most characters of each."""
_SIDE_BY_SIDE = 84
"""Columns from which two quotes stand side by side."""


def show(rec: Reconciliation, identifier: str) -> RenderableType:
    """An article, claim, cluster, relation or story with everything that leads back to the source.

    Raises:
        LookupError: No record, or several, have this id or begin with it; one clear line.
    """
    record, view = find(rec, identifier), View(rec)
    if isinstance(record, Article):
        return Group(*_article(view, record))
    if isinstance(record, Claim):
        return Group(*_claim(view, record))
    if isinstance(record, Cluster):
        return Group(*_cluster(view, record))
    if isinstance(record, Story):
        return Group(*story_trail.whole(view, record))
    return Group(*_relation(view, record))


def _source(article: Article | None, claim: Claim | None = None) -> Table:
    """Where it stands: outlet, date and how it is known, address, hash, span."""
    if article is None:
        return facts(("article", f"{claim.article if claim else ''} (not in the case)"))
    return facts(*_trail(article, claim))


def _trail(article: Article, claim: Claim | None) -> Iterator[tuple[str, str]]:
    copied = article.origin if article.origin not in ("", article.id) else ""
    yield from (
        ("outlet", words.outlet(article)),
        ("published", words.published(article)),
        ("title", article.title),
        ("author", article.author),
        ("agency", article.agency),
        ("copy of", copied),
        ("URL", article.url),
        ("read from", article.path),
        ("article", article.id),
        ("sha256", article.sha256),
        ("characters", f"{claim.start} to {claim.end}" if claim else ""),
    )


def _quote(view: View, claim: Claim) -> Text:
    """The quote in its sentence, set off from it."""
    context = view.context(claim)
    return Text.assemble(
        (line(context.before), "dim"),
        (line(context.quote), "bold"),
        (line(context.after), "dim"),
    )


def _article(view: View, article: Article) -> Iterator[RenderableType]:
    yield heading("article", article.id)
    yield _source(article)
    yield from story_trail.story_of(view, article)
    yield from _common(view, article)
    claims = view.claims_of[article.id]
    yield Rule(words.count(len(claims), "claim"), style="dim", align="left")
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for claim in claims:
        verdicts = {relation.verdict for relation in view.relations_of.get(claim.id, ())}
        signs = Text(" ").join(
            Text(words.VERDICT[verdict][0], STYLE[verdict]) for verdict in sorted(verdicts)
        )
        table.add_row(
            Text(safe(claim.id)), f"{claim.start}–{claim.end}", signs, Text(line(claim.quote))
        )
    yield table


def _common(view: View, article: Article) -> Iterator[RenderableType]:
    """What an article credits, and the text it has in common with others."""
    credited = [
        (f"{credit.where}", f"{credit.agency or 'none'} “{' '.join(credit.text.split())}”")
        for credit in article.credits
    ]
    if credited:
        yield Rule("credits", style="dim", align="left")
        yield facts(*credited)
    for kind, link, other in standing.links(view, article):
        yield Rule(
            Text(f"{kind}: {safe(words.outlet(other))}, article {safe(other.id)}"),
            style="dim",
            align="left",
        )
        yield Text(safe(link.evidence))
        own, others = (link.b == article.id), []
        for passage in link.passages[:_PASSAGES]:
            spans = (passage.start, passage.end), (passage.other_start, passage.other_end)
            here, there = spans if own else spans[::-1]
            others.append((f"{here[0]}–{here[1]}", article.text[slice(*here)]))
            if not link.sure:
                others.append((f"there {there[0]}–{there[1]}", other.text[slice(*there)]))
        yield facts(*((place, line(words_)[:_SHOWN]) for place, words_ in others))


def _claim(view: View, claim: Claim) -> Iterator[RenderableType]:
    yield heading("claim", claim.id)
    yield Padding(_quote(view, claim), (0, 0, 1, 2))
    yield facts(
        ("reads", claim.text),
        ("says", words.speaker(claim)),
        ("modality", "" if claim.modality == "asserted" else claim.modality),
        ("polarity", "" if claim.polarity == "affirmed" else claim.polarity),
        *(("when", words.when(item)) for item in claim.when),
        *(("figure", f"“{item.text}”: {words.figure(item)}") for item in claim.figures),
        ("names", "; ".join(sorted({name.name for name in claim.names}))),
        ("rests on", words.origin(claim.origin, view.articles) if claim.origin else ""),
    )
    yield Rule("source", style="dim", align="left")
    yield _source(view.article(claim), claim)
    cluster = view.clusters.get(claim.cluster)
    if cluster:
        yield Rule("cluster", style="dim", align="left")
        yield facts(("cluster", cluster.id), ("status", _status(cluster)), ("of", cluster.label))
    for relation in view.relations_of.get(claim.id, ()):
        other = view.claims.get(relation.b if relation.a == claim.id else relation.a)
        yield Rule(Text(f"relation {safe(relation.id)}"), style="dim", align="left")
        yield verdict(relation)
        yield Text(safe(relation.reason))
        if other:
            yield Padding(_evidence(view, other), (0, 0, 0, 2))


def _status(cluster: Cluster) -> str:
    symbol, word = words.STATUS[cluster.status]
    return f"{symbol} {word}: {standing.counts(cluster)}"


def _evidence(view: View, claim: Claim) -> RenderableType:
    """A quote and, under it, who says it where and when."""
    article = view.article(claim)
    parts = [
        words.speaker(claim),
        words.outlet(article),
        words.published(article) if article else "date unknown",
        f"{claim.article} {claim.start}–{claim.end}",
        f"claim {claim.id}",
        *([article.url] if article and article.url else []),
    ]
    return Group(_quote(view, claim), Text(safe(" · ".join(parts)), style="dim"))


def _cluster(view: View, cluster: Cluster) -> Iterator[RenderableType]:
    yield heading("cluster", cluster.id)
    yield Padding(Text(safe(cluster.label), style="bold"), (0, 0, 1, 2))
    yield facts(
        ("status", _status(cluster)),
        ("outlets", ", ".join(name or "unnamed outlet" for name in cluster.outlets)),
        ("when", words.period(cluster.from_, cluster.to) if cluster.from_ or cluster.to else ""),
        *standing.lines(view, cluster),
    )
    members = view.by_date(view.members(cluster))
    yield Rule(words.count(len(members), "claim"), style="dim", align="left")
    for claim in members:
        yield Padding(_evidence(view, claim), (0, 0, 1, 0))
    own = {claim.id for claim in members}
    inside = [r for r in view.rec.relations if r.a in own and r.b in own]
    for relation in inside:
        ends = f"  {safe(relation.id)}: {safe(relation.a)}, {safe(relation.b)}"
        yield Text.assemble(verdict(relation), (ends, "dim"))
        yield Padding(Text(safe(relation.reason)), (0, 0, 0, 2))


def _relation(view: View, relation: Relation) -> Iterator[RenderableType]:
    yield heading("relation", relation.id)
    asked = questions([relation], view.claims, view.clusters)
    if asked and asked[0].text:
        yield Text(safe(asked[0].text), style="bold")
    yield verdict(relation)
    yield Text(safe(words.value(relation.reason)))
    yield facts(
        ("compared", " with ".join(words.value(value) for value in relation.values if value)),
        ("score", f"{relation.score:.2f} sure of a conflict"),
        ("origins", relation.origin),
    )
    yield Text()
    yield Pair(view, relation)


class Pair:
    """The two claims of a relation: side by side where there is room, one above the other
    where there is not, words that stand on one side only set off."""

    def __init__(self, view: View, relation: Relation) -> None:
        self.view = view
        self.claims = (view.claims.get(relation.a), view.claims.get(relation.b))
        self.style = f"{STYLE[relation.verdict]} underline"

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        a, b = self.claims
        quotes = differences(a.quote if a else "", b.quote if b else "", self.style)
        blocks = [
            Group(self._in_sentence(claim, quote), Text(), self._said(claim))
            if claim
            else Text("(not in the case)", style="dim")
            for claim, quote in zip(self.claims, quotes, strict=True)
        ]
        if options.max_width < _SIDE_BY_SIDE:
            yield blocks[0]
            yield Rule(style="dim")
            yield blocks[1]
            return
        table = Table.grid(expand=True, padding=(0, 2))
        table.add_column(ratio=1, overflow="fold")
        table.add_column(ratio=1, overflow="fold")
        table.add_row(*blocks)
        yield table

    def _in_sentence(self, claim: Claim, quote: Text) -> Text:
        context = self.view.context(claim)
        return Text.assemble(
            ("“" + line(context.before), "dim"), quote, (line(context.after) + "”", "dim")
        )

    def _said(self, claim: Claim) -> Table:
        article = self.view.article(claim)
        return facts(
            ("says", words.speaker(claim)),
            *(("when", words.when(item)) for item in claim.when),
            *(("figure", words.figure(item)) for item in claim.figures),
            *(
                _trail(article, claim)
                if article
                else [("article", f"{claim.article} (not in the case)")]
            ),
            ("claim", claim.id),
        )


def differences(a: str, b: str, style: str) -> tuple[Text, Text]:
    """Two texts on one line each, in which words the other has not are styled."""
    left, right = (re.findall(r"\w+|[^\w\s]+|\s+", line(text)) for text in (a, b))
    folded = [[word.casefold() for word in side] for side in (left, right)]
    matcher = difflib.SequenceMatcher(None, folded[0], folded[1], autojunk=False)
    texts = (Text(), Text())
    for kind, a0, a1, b0, b1 in matcher.get_opcodes():
        for text, part in zip(texts, (left[a0:a1], right[b0:b1]), strict=True):
            text.append("".join(part), style=None if kind == "equal" else style)
    return texts
