"""What people have decided, as schema.org ClaimReview in JSON-LD.

`ClaimReview <https://schema.org/ClaimReview>`_ is the word of a reviewer, so only relations that
a person has decided are written, never what the tool found alone. The rating is in words
(``alternateName``) and without a number: reviewers here say how two statements stand to each
other, not how true one is.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from claims.records import Claim, Opinion, Reconciliation, Relation, Ruling
from corpus.records import Article
from reports import escape, words
from reports.view import View

_RATINGS: dict[Opinion, tuple[str, str]] = {
    "conflict": ("Disputed", "Disputed"),
    "update": ("Superseded by a later statement", "Supersedes an earlier statement"),
    "agree": ("Corroborated", "Corroborated"),
    "scope": ("Measures something else", "Measures something else"),
}
"""The rating of each side, a's first. "Different" rates no claim, "unsure" decides nothing."""

Thing = dict[str, Any]


def render(rec: Reconciliation) -> str:
    """A JSON-LD document with a ClaimReview for each side of each decided relation.

    Left out are relations on which reviewers disagree or cannot tell, and those whose quotes
    have changed since. Where nothing is decided, ``@graph`` is empty.
    """
    view = View(rec)
    relations = {relation.id: relation for relation in rec.relations}
    reviews = [
        review
        for ruling in rec.rulings
        if (relation := relations.get(ruling.relation)) and _decided(ruling)
        for review in _reviews(view, relation, ruling)
    ]
    document = {"@context": "https://schema.org", "@graph": reviews}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _decided(ruling: Ruling) -> bool:
    held = all(stale.holds for stale in ruling.stale)
    return ruling.opinion in _RATINGS and not ruling.disagree and held


def _reviews(view: View, relation: Relation, ruling: Ruling) -> Iterator[Thing]:
    a, b = view.claims.get(relation.a), view.claims.get(relation.b)
    if a is None or b is None or ruling.opinion is None:
        return
    for number, (own, other) in enumerate(((a, b), (b, a))):
        yield _review(view, own, other, relation, ruling, _RATINGS[ruling.opinion][number])


def _review(
    view: View, own: Claim, other: Claim, relation: Relation, ruling: Ruling, rating: str
) -> Thing:
    notes = [_plain(note.text) for note in ruling.notes]
    against = view.article(other)
    day = words.day(against.published if against else None)
    told = f"{words.outlet(against)} ({day}): “{other.quote}”"
    return {
        "@type": "ClaimReview",
        "@id": f"urn:reconcile:review:{_plain(relation.id)}:{_plain(own.id)}",
        "claimReviewed": _plain(own.text),
        "itemReviewed": _claim(view, own),
        "reviewRating": {"@type": "Rating", "alternateName": rating},
        "reviewBody": " ".join([_plain(words.value(relation.reason)), *notes]),
        "author": [
            {"@type": "Person", "name": name}
            for name in sorted({_plain(decision.reviewer) for decision in ruling.decisions})
        ],
        "datePublished": max((decision.at[:10] for decision in ruling.decisions), default=""),
        "citation": {**_article(against), "text": _plain(told)},
    }


def _claim(view: View, claim: Claim) -> Thing:
    article = view.article(claim)
    made: Thing = {"@type": "Claim", "text": _plain(claim.quote), "identifier": _plain(claim.id)}
    if claim.speaker and claim.voice == "named":
        made["author"] = {"@type": "Thing", "name": _plain(claim.speaker.name)}
    elif article and article.outlet:
        made["author"] = {"@type": "Organization", "name": _plain(article.outlet)}
    made["appearance"] = {
        **_article(article),
        "position": {
            "@type": "PropertyValue",
            "name": "characters",
            "value": f"{claim.start}-{claim.end}",
        },
    }
    return made


def _article(article: Article | None) -> Thing:
    """An article with what identifies it; what is not known is left out."""
    if article is None:
        return {"@type": "NewsArticle"}
    known = {
        "headline": _plain(article.title),
        "url": escape.web_address(article.url),
        "datePublished": article.published or "",
        "identifier": _plain(article.id),
    }
    publisher = (
        {"@type": "Organization", "name": _plain(article.outlet)} if article.outlet else None
    )
    digest = {"@type": "PropertyValue", "propertyID": "sha256", "value": article.sha256}
    made: Thing = {"@type": "NewsArticle", **{k: v for k, v in known.items() if v}}
    return made | ({"publisher": publisher} if publisher else {}) | {"additionalProperty": digest}


def _plain(text: str) -> str:
    return escape.safe(text)
