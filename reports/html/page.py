"""What the templates ask for beside the records."""

from __future__ import annotations

import dataclasses
from functools import cached_property
from typing import ClassVar

import markupsafe

from claims.records import (
    Claim,
    Cluster,
    ClusterFigure,
    Opinion,
    Relation,
    Ruling,
)
from corpus.records import Article, TextLink
from reports import because, escape, links, words
from reports.html.facets import Facets
from reports.html.lines import Lines
from reports.pictures.matrix import Matrix, matrix
from reports.pictures.network import Component, Network
from reports.pictures.outlets import Badge, badges
from reports.pictures.ranges import Chart, chart
from reports.pictures.timeline import Month, timeline
from reports.questions import Question, Side
from reports.stories import Told, tell
from reports.view import View

REASONS = 5
"""Most reasons that a card spells out."""
MERGES = 6
"""Most merges of origins that a side spells out."""


@dataclasses.dataclass(frozen=True, slots=True)
class Section:
    """A section of findings."""

    key: str
    symbol: str
    title: str
    explanation: str


SECTIONS = (
    Section(
        "disputed", "≠", "Disputed", "Same fact, same time; the statements exclude each other."
    ),
    Section(
        "corroborated",
        "✓",
        "Corroborated",
        "Two or more independent origins state it, and no open conflict was found.",
    ),
    Section(
        "updated", "→", "Superseded", "The values differ, and the passing of time explains it."
    ),
    Section(
        "one-origin",
        "①",
        "Single origin, several outlets",
        "Several outlets carry it, all from one origin: that is no corroboration.",
    ),
    Section(
        "scope", "◫", "Other scope", "Same event, but something else is measured. Nothing clashes."
    ),
)
"""In the order of use."""


class Page:
    """One page. The methods are in the order in which the page shows what they give."""

    sections = SECTIONS
    why: ClassVar[dict[str, str]] = {
        "conflict": "Why it is flagged:",
        "update": "Why it is no dispute:",
        "scope": "Why it is no dispute:",
    }

    def __init__(self, view: View) -> None:
        self.view = view
        self.badges: dict[str, Badge] = badges(view.outlets)
        self.facets = Facets(view)
        self._network = Network(view, self.badges)
        listed = (*view.corroborated, *view.one_origin, *view.undatable)
        self.lines = Lines(view, self.card_of, {cluster.id for cluster in listed})
        self.across = [c for c in view.corroborated if len(c.outlets) > 1]
        self.within = [c for c in view.corroborated if len(c.outlets) <= 1]
        self.rulings: dict[str, Ruling] = {r.relation: r for r in view.rec.rulings}

    def findings(self, section: str) -> list[Question] | list[Cluster]:
        """What a section lists."""
        view = self.view
        found: dict[str, list[Question] | list[Cluster]] = {
            "disputed": view.disputes,
            "updated": view.updates,
            "corroborated": view.corroborated,
            "one-origin": view.one_origin,
            "scope": view.scopes,
        }
        return found[section]

    @cached_property
    def unread(self) -> int:
        """How much could not be read or dated."""
        return len(self.view.rec.skipped) + len(self.view.undated) + len(self.view.undatable)

    # Pictures of the case

    @cached_property
    def timeline(self) -> tuple[list[Month], int]:
        """Months, and how many questions they leave out."""
        return timeline(self.view, [*self.view.disputes, *self.view.updates])

    @cached_property
    def matrix(self) -> Matrix:
        """Outlets against outlets."""
        return matrix(self.view)

    @cached_property
    def graphs(self) -> tuple[list[Component], int]:
        """The claim graph of the case by components, and how many are left out."""
        return self._network.of_case([*self.view.disputes, *self.view.updates])

    def pair(self, one: str, other: str) -> str:
        """The link that shows what two outlets have in common."""
        a, b = sorted((self.facets.outlets[one], self.facets.outlets[other]))
        return f"#find=&outlets={a}&with={b}"

    # A question

    def chart(self, question: Question) -> Chart | None:
        """Its values on one scale."""
        return chart(self.view, question)

    def graph(self, question: Question) -> markupsafe.Markup | None:
        """Its statements as a graph."""
        return self._network.of_question(question)

    def steps(self, question: Question) -> list[tuple[str, Side, str]]:
        """The sides of an update with their letters, earliest first, each with when it was
        published and how long after the one before."""

        def first(side: Side) -> str | None:
            article = self.view.article(self.view.by_date(side.claims)[0])
            return article.published if article else None

        in_time = sorted(question.lettered, key=lambda each: (first(each[1]) or "9999", each[0]))
        steps: list[tuple[str, Side, str]] = []
        before = None
        for letter, side in in_time:
            after = words.days_apart(before, first(side))
            told = words.day(first(side)) + (f", {after}" if after else "")
            steps.append((letter, side, told))
            before = first(side)
        return steps

    def unordered(self, question: Question) -> list[tuple[str, Side, str]]:
        """The sides with their letters in the order of their values, without dates."""
        return [(letter, side, "") for letter, side in question.lettered]

    def according_to(self, side: Side) -> str:
        """Who gives an answer: the speakers, or the outlets where they speak themselves."""
        named = [
            words.speaker(claim) if claim.speaker else words.outlet(self.view.article(claim))
            for claim in self.view.by_date(side.claims)
        ]
        listed = list(dict.fromkeys(named))
        more = f" and {len(listed) - 3} more" if len(listed) > 3 else ""
        return ", ".join(listed[:3]) + more

    def outlet_count(self, claims: tuple[Claim, ...]) -> int:
        """How many outlets state claims."""
        return len({words.outlet(self.view.article(claim)) for claim in claims})

    def repeated(self, claim: Claim, others: list[Claim]) -> str:
        """Who else carries the words of one origin: ``Same origin, also in Hill Gazette``."""
        own = words.outlet(self.view.article(claim))
        carried = (words.outlet(self.view.article(other)) for other in others)
        outlets = [name for name in dict.fromkeys(carried) if name != own]
        listed = ", ".join(outlets[:6]) + (" and others" if len(outlets) > 6 else "")
        if outlets:
            return f"One origin, carried by {len(outlets) + 1} outlets: also {listed}"
        return f"{words.count(len(others), 'more quote')} in the same article or its copies"

    def inside_one(self, question: Question) -> bool:
        """Whether all of it stands in one article, which reports the clash itself."""
        return len({c.article for side in question.sides for c in side.claims}) == 1

    def reasons(self, question: Question) -> list[str]:
        """The different reasons behind a question, dates in words."""
        told = (words.value(relation.reason) for relation in question.relations)
        return list(dict.fromkeys(told))[:REASONS]

    def against(self, question: Question) -> list[str]:
        """What speaks against an update, and against another scope."""
        return because.against(self.view, question.relations)

    def read_as(self, relation: Relation) -> list[tuple[str, Claim, list[because.Read]]]:
        """What was normalised on each side of a relation, with the value that was compared."""
        values = (*relation.values, "", "")
        return [
            (words.value(value), claim, because.read_as(self.view, claim))
            for value, claim in zip(
                values, (self.view.claims[relation.a], self.view.claims[relation.b]), strict=False
            )
        ]

    def ruled(self, question: Question) -> list[Ruling]:
        """What reviewers hold of a question's relations."""
        return [self.rulings[r.id] for r in question.relations if r.id in self.rulings]

    def opinion(self, opinion: Opinion) -> str:
        """A reviewer's verdict in words."""
        return "cannot tell" if opinion == "unsure" else " ".join(words.VERDICT[opinion])

    def origins(self, side: Side) -> tuple[list[str], list[tuple[bool, str]]]:
        """On whose word a side rests, in words, and why some of it counts as one origin: each
        time whether that is sure, and the evidence."""
        first = [claim for claim, _ in self.view.by_origin(side.claims)]
        found = dict.fromkeys(self.origin(self.view.origin_key(claim)) for claim in first)
        own = {claim.id: claim.article for claim in side.claims}
        clusters = {claim.cluster for claim in side.claims} & self.view.clusters.keys()
        merges = [
            (merge.sure, merge.evidence)
            for key in sorted(clusters)
            for merge in self.view.clusters[key].merges
            if merge.a in own and merge.b in own
        ]
        articles = set(own.values())
        copies = [
            (link.sure, link.evidence)
            for link in self.view.rec.links
            if link.a in articles and link.b in articles
        ]
        return list(found), list(dict.fromkeys([*merges, *copies]))[:MERGES]

    def origin(self, key: str) -> str:
        """An origin of a cluster in words."""
        return words.origin(key, self.view.articles)

    def likely(self, cluster: Cluster) -> int:
        """How many of a cluster's merges of origins are only likely."""
        return sum(not merge.sure for merge in cluster.merges)

    def measured(self, figure: ClusterFigure) -> str:
        """A cluster's figure in words: ``12 to 15 people killed, as of 4 May 2031``."""
        unit = words.plural(figure.unit) if figure.unit else ""
        parts = (words.span(figure.low, figure.high), unit, words.plural(figure.noun), figure.role)
        told = " ".join(part for part in parts if part)
        return f"{told}, as of {words.day(figure.as_of[:10])}" if figure.as_of else told

    @cached_property
    def shared(self) -> dict[str, list[TextLink]]:
        """What an article shares with others, by its id; copies are told by ``origin``."""
        found: dict[str, list[TextLink]] = {}
        for link in self.view.rec.links:
            if link.basis != "copy":
                for key in (link.a, link.b):
                    found.setdefault(key, []).append(link)
        return found

    def card_of(self, relation: Relation) -> str:
        """Where a relation is shown; empty where it is not."""
        question = self.view.asked_in.get(relation.id)
        return links.to_question(question) if question else ""

    # Articles and their stories

    @cached_property
    def groups(self) -> list[tuple[Told | None, list[Article]]]:
        """Each story with its articles, then the articles in none, if any."""
        told = (tell(self.view, story) for story in self.view.stories)
        groups: list[tuple[Told | None, list[Article]]] = [(each, each.articles) for each in told]
        if self.view.in_no_story:
            groups.append((None, self.view.in_no_story))
        return groups

    def address(self, article: Article | None) -> str:
        """The article's URL where a browser may follow it, otherwise empty."""
        return escape.web_address(article.url) if article else ""

    def marks_of(self, article: Article) -> str:
        """How an article's claims stand, in a few words: ``2 ≠, 1 →``; empty if nowhere."""
        found: dict[str, set[str]] = {}
        for claim in self.view.claims_of[article.id]:
            for relation in self.view.relations_of.get(claim.id, ()):
                found.setdefault(relation.verdict, set()).add(claim.id)
        return ", ".join(
            f"{len(found[verdict])} {words.VERDICT[verdict][0]} {words.VERDICT[verdict][1]}"
            for verdict in ("conflict", "update", "agree", "scope")
            if verdict in found
        )
