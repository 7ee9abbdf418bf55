"""What every report shows, worked out once: the order of use, evidence with its context."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from functools import cached_property

from claims.records import AsOfFrom, Claim, Cluster, Reconciliation, Relation, Story, Verdict
from corpus.records import Article
from reports import words
from reports.questions import Question, questions

_CONTEXT = 240
"""Most characters of context shown on either side of a quote."""
_BREAK = re.compile(r"\n\s*\n|[.!?…][\"'”’)]*\s+(?=\S)|\n(?=[A-Z\"“])")


class View:
    """A reconciliation, with what the reports look up in it."""

    def __init__(self, rec: Reconciliation) -> None:
        self.rec = rec
        self.articles: dict[str, Article] = {article.id: article for article in rec.articles}
        self.claims: dict[str, Claim] = {claim.id: claim for claim in rec.claims}
        self.clusters: dict[str, Cluster] = {cluster.id: cluster for cluster in rec.clusters}

    def article(self, claim: Claim) -> Article | None:
        """The article of a claim, ``None`` if the case has lost it."""
        return self.articles.get(claim.article)

    def _asked(self, verdict: Verdict) -> list[Question]:
        chosen = [relation for relation in self.rec.relations if relation.verdict == verdict]
        return questions(chosen, self.claims, self.clusters)

    @cached_property
    def disputes(self) -> list[Question]:
        """Conflicts, gathered to questions."""
        return self._asked("conflict")

    @cached_property
    def updates(self) -> list[Question]:
        """Updates, gathered to questions."""
        return self._asked("update")

    @cached_property
    def scopes(self) -> list[Question]:
        """Pairs that measure different things, gathered to questions."""
        return self._asked("scope")

    @cached_property
    def asked_in(self) -> dict[str, Question]:
        """The question each conflict, update and other scope is gathered into, by relation."""
        return {
            relation.id: question
            for question in (*self.disputes, *self.updates, *self.scopes)
            for relation in question.relations
        }

    @cached_property
    def corroborated(self) -> list[Cluster]:
        """Clusters several independent origins state, most outlets first."""
        found = [c for c in self.rec.clusters if c.status == "corroborated"]
        return sorted(found, key=lambda c: (-len(c.outlets), -len(c.origins), c.id))

    @cached_property
    def one_origin(self) -> list[Cluster]:
        """Clusters several outlets carry from one origin: they look corroborated and aren't."""
        found = [c for c in self.rec.clusters if c.status == "single_origin"]
        return sorted(
            (c for c in found if len(c.outlets) > 1), key=lambda c: (-len(c.outlets), c.id)
        )

    @cached_property
    def superseded(self) -> list[Cluster]:
        """Clusters a later statement has overtaken."""
        return [c for c in self.rec.clusters if c.status == "superseded"]

    @cached_property
    def undatable(self) -> list[Cluster]:
        """Clusters of more than one claim that cannot be dated."""
        return [c for c in self.rec.clusters if c.status == "undatable" and len(c.claims) > 1]

    @cached_property
    def undated(self) -> list[Article]:
        """Articles whose publication date is not known."""
        return [article for article in self.rec.articles if article.published is None]

    @cached_property
    def outlets(self) -> list[str]:
        """Names of the outlets, sorted; unnamed ones as an empty string."""
        return sorted({article.outlet for article in self.rec.articles})

    @cached_property
    def published(self) -> tuple[str, str] | None:
        """First and last day of publication, ``None`` when no article is dated."""
        days = sorted(a.published[:10] for a in self.rec.articles if a.published)
        return (days[0], days[-1]) if days else None

    @cached_property
    def stories(self) -> list[Story]:
        """The stories, by the day they were first told; undated ones last."""
        return sorted(self.rec.stories, key=lambda story: (story.from_ or "9999", story.id))

    @cached_property
    def story_of(self) -> dict[str, Story]:
        """The story of each article that is in one."""
        return {id_: story for story in self.rec.stories for id_ in story.articles}

    @cached_property
    def in_no_story(self) -> list[Article]:
        """Articles that no other is likely to tell the event of, sorted by id."""
        return [article for article in self.rec.articles if article.id not in self.story_of]

    @cached_property
    def relations_of(self) -> dict[str, list[Relation]]:
        """The relations of each claim that has any."""
        found: dict[str, list[Relation]] = {}
        for relation in self.rec.relations:
            for claim in (relation.a, relation.b):
                found.setdefault(claim, []).append(relation)
        return found

    @cached_property
    def claims_of(self) -> dict[str, list[Claim]]:
        """The claims of each article, in the order of the text."""
        found: dict[str, list[Claim]] = {article.id: [] for article in self.rec.articles}
        for claim in self.rec.claims:
            found.setdefault(claim.article, []).append(claim)
        for claims in found.values():
            claims.sort(key=lambda claim: (claim.start, claim.end, claim.id))
        return found

    @cached_property
    def _stated_for(self) -> dict[str, tuple[str | None, AsOfFrom]]:
        """As-of time of the claims that give a figure, and how it is known."""
        return {
            stated.claim: (stated.as_of, stated.as_of_from)
            for cluster in self.rec.clusters
            for figure in cluster.figures
            for stated in figure.history
        }

    def as_of(self, claim: Claim) -> tuple[str | None, AsOfFrom]:
        """For when a claim speaks: the day its text names, else its article's publication."""
        if claim.id in self._stated_for:
            return self._stated_for[claim.id]
        article = self.article(claim)
        published = article.published if article else None
        return published, "published" if published else "none"

    def context(self, claim: Claim) -> Context:
        """The quote of a claim within its sentence."""
        article = self.article(claim)
        return (
            context(article.text, claim.start, claim.end)
            if article
            else Context("", claim.quote, "")
        )

    def said(self, claim: Claim, start: int, end: int) -> str:
        """The words of a claim's article at a span; empty when the article is gone."""
        article = self.article(claim)
        return article.text[start:end] if article else ""

    def members(self, cluster: Cluster) -> list[Claim]:
        """The claims of a cluster that are in the case."""
        return [self.claims[key] for key in cluster.claims if key in self.claims]

    def copied_from(self, claim: Claim) -> str:
        """The outlet whose text a claim's article repeats; empty for one of its own."""
        article = self.article(claim)
        if article is None or article.origin in ("", article.id):
            return ""
        return words.outlet(self.articles.get(article.origin))

    def origin(self, claim: Claim) -> str:
        """The id of the article whose words a claim's article carries, its own as a rule."""
        article = self.article(claim)
        return (article.origin or article.id) if article else claim.article

    @cached_property
    def _origin_keys(self) -> dict[str, str]:
        """The origin of each claim of which a cluster tells it by itself."""
        found: dict[str, str] = {}
        for cluster in self.rec.clusters:
            if len(cluster.origins) == 1:
                found.update(dict.fromkeys(cluster.claims, cluster.origins[0]))
            for side in cluster.sides:
                if len(side.origins) == 1:
                    found.update(dict.fromkeys(side.claims, side.origins[0]))
            for figure in cluster.figures:
                found.update((stated.claim, stated.origin) for stated in figure.history)
        return found

    def origin_key(self, claim: Claim) -> str:
        """On whose word a claim rests, as in ``Cluster.origins``; where no cluster tells it, the
        source it names, else its outlet."""
        known = self._origin_keys.get(claim.id)
        if known is not None:
            return known
        if claim.speaker and claim.voice == "named":
            return f"source:{claim.speaker.name}"
        article = self.article(claim)
        outlet = article.outlet if article else ""
        return f"outlet:{outlet}" if outlet else f"article:{claim.article}"

    def by_origin(self, claims: Sequence[Claim]) -> list[tuple[Claim, list[Claim]]]:
        """Of each origin the first claim (of the original, where it is among them), and the
        claims that only repeat it, in its copies or elsewhere in the same article."""
        groups: dict[str, list[Claim]] = {}
        for claim in self.by_date(claims):
            groups.setdefault(self.origin(claim), []).append(claim)
        found = []
        for origin, group in groups.items():
            group.sort(key=lambda claim: claim.article != origin)
            found.append((group[0], group[1:]))
        return found

    def by_date(self, claims: Sequence[Claim]) -> list[Claim]:
        """Claims by the day their articles were published, undated last."""

        def order(claim: Claim) -> tuple[str, str]:
            article = self.article(claim)
            return ((article.published if article else None) or "9999", claim.id)

        return sorted(claims, key=order)


@dataclasses.dataclass(frozen=True, slots=True)
class Context:
    """A quote and what stands around it in its sentence."""

    before: str
    quote: str
    after: str


def context(text: str, start: int, end: int) -> Context:
    """The sentence around ``text[start:end]``; long ones are cut with an ellipsis."""
    head = text[max(0, start - _CONTEXT) : start]
    ends = [match.end() for match in _BREAK.finditer(head + text[start : start + 2])]
    ends = [place for place in ends if place <= len(head)]
    before = head[ends[-1] :] if ends else head
    if not ends and start > _CONTEXT:
        before = "… " + before
    tail = text[end : end + _CONTEXT]
    if text[max(start, end - 3) : end].rstrip("\"'”’)")[-1:] in tuple(".!?"):
        return Context(before, text[start:end], "")
    match = _BREAK.search(tail)
    after = tail[: match.end()].rstrip() if match else tail
    if not match and end + _CONTEXT < len(text):
        after += " …"
    return Context(before, text[start:end], after)
