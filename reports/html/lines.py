"""The block of JSON lines inside the page: texts of articles, quotes of clusters."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import markupsafe

from claims.records import Claim, Cluster, Relation
from corpus.records import Article
from reports import escape, links, words
from reports.segments import segments
from reports.view import View

_ORDER = ("conflict", "update", "agree", "scope")


class Lines:
    """Keeps lines and gives their numbers.

    One block of lines, of which the script parses the one it needs: thousands of blocks would
    halt the browser's parser at each.
    """

    def __init__(self, view: View, card_of: Callable[[Relation], str], listed: set[str]) -> None:
        """
        Args:
            view: The case.
            card_of: Where a relation is shown in the page; empty where it is not.
            listed: Ids of the clusters that have a card.
        """
        self.view = view
        self._card_of = card_of
        self._listed = listed
        self._lines: list[str] = []

    def block(self) -> markupsafe.Markup:
        """Every line kept so far."""
        return markupsafe.Markup("\n".join(self._lines))

    def _keep(self, content: Any) -> int:
        """Keeps a line and gives its number. Without a "<" there is no "</script>" and no
        "<!--" in it, so that nothing in a text can end the block."""
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        self._lines.append(text.replace("<", "\\u003c"))
        return len(self._lines) - 1

    def of_article(self, article: Article) -> int:
        """The line of the text of an article and its claims."""
        claims = self.view.claims_of[article.id]
        content = {
            "parts": [
                [escape.safe_block(text), covering] for text, covering in segments(article, claims)
            ],
            "claims": [self._claim(claim) for claim in claims],
        }
        return self._keep(content)

    def of_cluster(self, cluster: Cluster) -> int:
        """The line of the quotes of a cluster."""
        members = self.view.by_date(self.view.members(cluster))
        return self._keep([self._evidence(claim) for claim in members])

    def _evidence(self, claim: Claim) -> dict[str, str]:
        article, context = self.view.article(claim), self.view.context(claim)
        shown = {
            "before": context.before,
            "quote": context.quote,
            "after": context.after,
            "who": words.speaker(claim),
            "outlet": words.outlet(article),
            "copy": self.view.copied_from(claim),
            "date": words.published(article) if article else words.day(None),
            "link": links.to_claim(claim),
            "url": escape.web_address(article.url) if article else "",
            "span": f"{claim.start}–{claim.end}",
        }
        return {name: escape.safe_block(text) for name, text in shown.items()}

    def _claim(self, claim: Claim) -> dict[str, Any]:
        relations = self.view.relations_of.get(claim.id, [])
        relations = sorted(relations, key=lambda r: (_rank(r), r.id))
        cluster = self.view.clusters.get(claim.cluster)
        facts = [
            ["says", words.speaker(claim)],
            *([["as", claim.modality]] if claim.modality != "asserted" else []),
            *([["polarity", "negated"]] if claim.polarity == "negated" else []),
            *(["when", words.when(when)] for when in claim.when),
            *(["figure", f"“{f.text}”: {words.figure(f)}"] for f in claim.figures),
            *([["names", "; ".join(sorted({n.name for n in claim.names}))]] if claim.names else []),
            ["characters", f"{claim.start:,} to {claim.end:,}"],
            ["claim", claim.id],
        ]
        content: dict[str, Any] = {
            "key": links.slug(claim.id),
            "text": escape.safe_block(claim.text),
            "facts": [[name, escape.safe_block(text)] for name, text in facts],
            "mark": next((v for v in _ORDER if any(r.verdict == v for r in relations)), ""),
            "relations": [self._relation(claim, relation) for relation in relations],
        }
        if cluster and len(cluster.claims) > 1:
            symbol, status = words.STATUS[cluster.status]
            content["cluster"] = {
                "status": f"{symbol} {status}",
                "size": f"{words.count(len(cluster.claims), 'claim')} by "
                f"{words.count(len(cluster.outlets), 'outlet')}",
                "link": links.to_cluster(cluster) if cluster.id in self._listed else "",
            }
        return content

    def _relation(self, claim: Claim, relation: Relation) -> dict[str, Any]:
        other = self.view.claims.get(relation.b if relation.a == claim.id else relation.a)
        article = self.view.article(other) if other else None
        symbol, word = words.VERDICT[relation.verdict]
        return {
            "verdict": relation.verdict,
            "label": f"{symbol} {word}",
            "reason": escape.safe_block(words.value(relation.reason)),
            "card": self._card_of(relation),
            "quote": escape.safe_block(other.quote) if other else "",
            "outlet": escape.safe_block(words.outlet(article)),
            "day": words.day(article.published) if article else "",
            "link": links.to_claim(other) if other else "",
            "id": escape.safe_block(relation.id),
        }


def _rank(relation: Relation) -> int:
    """The verdict a reader wants to know of first."""
    return _ORDER.index(relation.verdict) if relation.verdict in _ORDER else len(_ORDER)
