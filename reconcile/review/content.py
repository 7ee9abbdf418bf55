"""What the review shows, as styled text: the head, the two sides, the cluster, the article.

Everything that comes from an article or a reviewer is made safe and put into
:class:`textual.content.Content` as it is, never parsed as markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from textual.content import Content

from claims.records import Claim, Cluster, Relation
from corpus.records import Article
from reconcile.review.passages import Marked, Piece, passage, whole
from reports import words
from reports.escape import safe
from reports.view import View

STYLE = {
    "conflict": "bold $error",
    "update": "bold $warning",
    "agree": "bold $success",
    "scope": "bold $secondary",
    "different": "bold",
    "unsure": "bold",
}
SYMBOL = {name: symbol for name, (symbol, _) in words.VERDICT.items()} | {"unsure": "?"}
"""Told apart without colour."""
_QUOTED, _VALUE, _DIFFERS, _DIM = "bold", "bold reverse", "bold underline", "dim"
_LISTED = 30
"""Claims of a cluster that are listed; of the largest there are hundreds."""


def plain(text: str, style: str = "") -> Content:
    """Foreign words on one line, with a style."""
    return Content.styled(safe(text), style) if style else Content(safe(text))


def lines(parts: Iterable[Content]) -> Content:
    return Content("\n").join(list(parts))


def verdict(name: str) -> Content:
    """``≠ conflict``, in its colour."""
    return Content.styled(f"{SYMBOL.get(name, '·')} {name}", STYLE.get(name, "bold"))


def pieces(parts: Iterable[Piece]) -> Content:
    """Pieces of a passage: what is around a quote is dim, the quote bold, the compared value
    reversed, a word the other quote has not underlined."""
    return Content.assemble(*((part.text, _style(part)) for part in parts))


def _style(part: Piece) -> str:
    if part.value:
        return _VALUE
    if part.differs:
        return _DIFFERS
    return _QUOTED if part.quoted else _DIM


def sides(
    view: View, pair: tuple[Marked, Marked], reach: int, titled: bool = False
) -> tuple[Content, Content]:
    """Both sides of a relation: outlet and date, the title where there is room for it, who says
    it and on whose word, the passage with ``reach`` code points around the quote."""
    days = [_published(view.article(marked.claim)) for marked in pair]
    later = words.days_apart(*days)
    made = (
        lines(_side(view, letter, marked, reach, titled, after))
        for letter, marked, after in zip("AB", pair, ("", later), strict=True)
    )
    return next(made), next(made)


def _published(article: Article | None) -> str | None:
    return article.published if article else None


def _side(
    view: View, letter: str, marked: Marked, reach: int, titled: bool, later: str
) -> Iterator[Content]:
    claim, article = marked.claim, view.article(marked.claim)
    yield Content.assemble(
        (f" {letter} ", "reverse"),
        " ",
        plain(words.outlet(article), "bold"),
        f" · {words.day(_published(article))}",
        (f", {later}" if later else "", _DIM),
    )
    if titled and article and article.title:
        yield plain(article.title, "italic")
    yield plain(" · ".join(_says(view, claim, article)), _DIM)
    yield pieces(passage(article.text if article else "", marked, reach))


def _says(view: View, claim: Claim, article: Article | None) -> Iterator[str]:
    yield f"said by {words.speaker(claim)}"
    if claim.modality != "asserted":
        yield claim.modality
    if article is None:
        yield f"article {claim.article} is not in the case"
    else:
        if claim.origin:
            yield f"origin: {origin(claim, article)}"
        original = view.articles.get(article.origin)
        if original is not None and original.id != article.id:
            yield f"copy of {words.outlet(original)}, {words.day(original.published)}"


def origin(claim: Claim, article: Article) -> str:
    """On whose word a claim rests, in words."""
    kind, _, name = claim.origin.partition(":")
    if kind == "source" and claim.speaker is not None and name == claim.speaker.name:
        return "that source"
    if kind == "outlet" and name == article.outlet:
        return "the outlet"
    return f"{kind} {name}"


def reason(relation: Relation) -> Content:
    """What the tool says of a pair, and why."""
    kinds = ", ".join(words.KIND[kind] for kind in relation.kinds)
    return Content.assemble(
        verdict(relation.verdict),
        f" ({kinds})" if kinds else "",
        f" {relation.score:.2f}",
        ("  both rest on one origin" if relation.origin == "same" else "", _DIM),
        "  ",
        plain(words.value(relation.reason)),
    )


def clusters(view: View, relation: Relation) -> Content:
    """The clusters of the two claims with the other claims in them."""
    pair = [view.claims[relation.a], view.claims[relation.b]]
    own = dict.fromkeys(claim.cluster for claim in pair)
    found = [view.clusters[key] for key in own if key in view.clusters]
    return Content("\n\n").join([lines(_cluster(view, cluster, pair)) for cluster in found])


def _cluster(view: View, cluster: Cluster, pair: Sequence[Claim]) -> Iterator[Content]:
    symbol, status = words.STATUS[cluster.status]
    members = view.by_date(view.members(cluster))
    inside = "".join(letter for letter, c in zip("AB", pair, strict=True) if c in members)
    others = [claim for claim in members if claim not in pair]
    counts = f"{words.count(len(cluster.outlets), 'outlet')}, "
    counts += words.count(len(cluster.origins), "origin")
    yield Content.assemble(
        (f"Cluster of {' and '.join(inside)}: ", _DIM),
        (f"{symbol} {status}", "bold"),
        f", {counts}; ",
        f"{words.count(len(others), 'other claim')}" if others else "no other claim",
        (f"  {cluster.id}", _DIM),
    )
    ids = {claim.id for claim in pair}
    for merge in cluster.merges:
        if ids & {merge.a, merge.b}:
            yield Content.assemble(("  one origin: ", _DIM), plain(merge.evidence))
    for claim in others[:_LISTED]:
        yield other(view, claim)
    if len(others) > _LISTED:
        yield Content.styled(f"  … and {len(others) - _LISTED} more", _DIM)


def other(view: View, claim: Claim) -> Content:
    """One line on a claim: where and when it is said, by whom, its words."""
    article = view.article(claim)
    said = f", {words.speaker(claim)}" if claim.speaker else ""
    return Content.assemble(
        "· ",
        plain(words.outlet(article)),
        plain(f" {words.day(article.published) if article else ''}{said}: ", _DIM),
        plain(claim.quote),
    )


def article_head(article: Article) -> Content:
    """What stands over a whole article: title, outlet, date and how it is known, address."""
    rows = [
        plain(words.title(article), "bold"),
        plain(f"{words.outlet(article)} · {words.published(article)}"),
        *([plain(article.url, _DIM)] if article.url else []),
        *([plain(f"by {article.author}", _DIM)] if article.author else []),
        plain(f"{article.path} · {article.id} · sha256 {article.sha256[:16]}", _DIM),
    ]
    return lines(rows)


def article_text(article: Article, marked: Marked) -> tuple[Content, Content]:
    """The article up to its quote, and from the quote on."""
    parts = whole(article.text, marked)
    first = next((i for i, part in enumerate(parts) if part.quoted), len(parts))
    return pieces(parts[:first]), pieces(parts[first:])
