"""A story for a terminal: its articles, and the facts, conflicts and updates between them.

As in :mod:`reports.trail`, nothing from an article is shown but through
:func:`reports.escape.safe`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claims.records import Cluster, Relation, Story
from corpus.records import Article
from reports import standing, words
from reports.escape import safe
from reports.stories import tell
from reports.terminal_parts import facts, heading, line, rule, verdict
from reports.view import View


def story_of(view: View, article: Article) -> Iterator[RenderableType]:
    """The story of an article and the others that tell it; nothing for one in no story."""
    story = view.story_of.get(article.id)
    if story is None:
        return
    yield rule(f"story {story.id}, also told by")
    yield _articles(each for each in tell(view, story).articles if each.id != article.id)


def whole(view: View, story: Story) -> Iterator[RenderableType]:
    """A story with all that is in it."""
    found = tell(view, story)
    yield heading("story", story.id)
    yield Padding(Text(line(story.label), style="bold"), (0, 0, 1, 2))
    outlets = dict.fromkeys(words.outlet(article) for article in found.articles)
    yield facts(
        ("outlets", ", ".join(outlets)),
        ("published", words.period(story.from_, story.to) if story.from_ else ""),
    )
    yield rule(words.count(len(found.articles), "article"))
    yield _articles(found.articles)
    for relations, noun in ((found.conflicts, "conflict"), (found.updates, "update")):
        if relations:
            yield rule(words.count(len(relations), noun))
            yield from (each for relation in relations for each in _relation(view, relation))
    if found.clusters:
        yield rule(f"{words.count(len(found.clusters), 'fact')} stated by several of them")
        yield _clusters(found.clusters)


def _articles(articles: Iterable[Article]) -> Table:
    """Outlet, day, title and id of each."""
    table = Table.grid(padding=(0, 2))
    for style in ("", "dim", "", "dim"):
        table.add_column(style=style, overflow="fold")
    for article in articles:
        table.add_row(
            Text(line(words.outlet(article))),
            Text(line(words.day(article.published))),
            Text(line(words.title(article))),
            Text(safe(article.id)),
        )
    return table


def _relation(view: View, relation: Relation) -> Iterator[RenderableType]:
    claims = [view.claims[id_] for id_ in (relation.a, relation.b)]
    outlets = dict.fromkeys(line(words.outlet(view.article(claim))) for claim in claims)
    ends = f"  {safe(relation.id)}: {' and '.join(outlets)}"
    yield Text.assemble(verdict(relation), (ends, "dim"))
    yield Padding(Text(safe(words.value(relation.reason))), (0, 0, 0, 2))


def _clusters(clusters: Iterable[Cluster]) -> Table:
    """Sign of the status, what is stated and by how many, and the id."""
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    table.add_column(style="dim", overflow="fold")
    for cluster in clusters:
        table.add_row(
            words.STATUS[cluster.status][0],
            Text.assemble(line(cluster.label), (f" ({standing.counts(cluster)})", "dim")),
            Text(safe(cluster.id)),
        )
    return table
