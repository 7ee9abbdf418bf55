"""The report as one HTML file that opens from disk and asks nothing of a network.

Jinja2 escapes whatever comes from a record. The text of articles is not in the markup at all
but in a block of JSON lines, of which the script parses the one of an article when it is opened
and puts it into the page as text nodes only. A content security policy allows the file's own
script and style, by hash, and nothing else.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import jinja2
import markupsafe

from claims.records import Claim, Cluster, Reconciliation, Relation
from corpus.records import Article
from reports import escape, words
from reports.questions import Question, Side
from reports.segments import segments
from reports.view import View

_TEMPLATES = Path(__file__).with_name("templates")
_PLAIN = re.compile(r"[A-Za-z0-9_.-]{1,64}\Z")
_SECTIONS = (
    ("disputed", "≠", "Disputed", "Same fact, same time, and the statements exclude each other."),
    ("updated", "→", "Superseded", "The values differ, and the passing of time explains it."),
    (
        "corroborated",
        "✓",
        "Corroborated",
        "Two or more independent origins state it, and no open conflict was found.",
    ),
    (
        "one-origin",
        "①",
        "Single origin, several outlets",
        "Several outlets carry it, all from one origin: that is no corroboration.",
    ),
    ("scope", "◫", "Other scope", "Same event, but something else is measured. Nothing clashes."),
)


def render(rec: Reconciliation) -> str:
    """``report.html``."""
    view = View(rec)
    page = _Page(view)
    style, script = _asset("report.css"), _asset("report.js")
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            page=page,
            view=view,
            rec=rec,
            words=words,
            sections=_SECTIONS,
            slug=slug,
            reasons=_reasons,
            plain=_holds_huge_words(rec),
            style=markupsafe.Markup(style),
            script=markupsafe.Markup(script),
            policy=(
                f"default-src 'none'; style-src '{_digest(style)}'; "
                f"script-src '{_digest(script)}'; base-uri 'none'; form-action 'none'"
            ),
        )
    )


@functools.cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        autoescape=True,
        finalize=_visible,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters["default_name"] = lambda name: name or "unnamed outlet"
    return environment


def _visible(value: Any) -> Any:
    """What every expression of the template goes through before it is escaped."""
    return escape.safe_block(value) if type(value) is str else value


def _asset(name: str) -> str:
    return (_TEMPLATES / name).read_text("utf-8")


def _digest(content: str) -> str:
    """The hash by which a content security policy knows an inline block."""
    digest = hashlib.sha256(content.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def slug(identifier: str) -> str:
    """An id as part of an anchor; one with odd characters is hashed."""
    if _PLAIN.match(identifier):
        return identifier
    return hashlib.sha256(identifier.encode("utf-8", "surrogatepass")).hexdigest()[:16]


_HUGE = re.compile(r"\S{400}")


def _holds_huge_words(rec: Reconciliation) -> bool:
    """Whether a text holds a word so long that kerning it would halt the browser.

    Chromium shapes a word again from its start for each line it breaks it into, and with kerning
    between all its letters that is quadratic: seconds for 5,000 letters.
    """
    texts = [text for a in rec.articles for text in _shown_of(a)]
    texts += [text for left_out in rec.skipped for text in (left_out.path, left_out.reason)]
    texts += [relation.reason for relation in rec.relations]
    return any(_HUGE.search(text) for text in texts)


def _shown_of(article: Article) -> tuple[str, ...]:
    shown = (article.title, article.outlet, article.author, article.agency, article.url)
    return (article.text, article.path, *shown)


def _reasons(question: Question) -> list[str]:
    """The different reasons behind a question, dates in words, the first five."""
    found = dict.fromkeys(words.value(relation.reason) for relation in question.relations)
    return list(found)[:5]


class _Page:
    """What the template asks for beside the records."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.outlets = {name: number for number, name in enumerate(view.outlets)}
        named = {c.speaker.name for c in view.rec.claims if c.speaker}
        in_findings = {
            claim.speaker.name
            for claim in view.rec.claims
            if claim.speaker and (claim.id in view.relations_of)
        }
        chosen = named if len(named) <= 300 else in_findings
        self.speakers = {name: number for number, name in enumerate(sorted(chosen))}
        self.kinds = sorted({k for r in view.rec.relations for k in r.kinds})
        self.why = {
            "conflict": "Why it is flagged:",
            "update": "Why it is no dispute:",
            "scope": "Why it is no dispute:",
        }
        self.across = [c for c in view.corroborated if len(c.outlets) > 1]
        self.within = [c for c in view.corroborated if len(c.outlets) <= 1]
        self.card: dict[str, str] = {}
        for question in (*view.disputes, *view.updates, *view.scopes):
            for relation in question.relations:
                self.card[relation.id] = f"q-{slug(question.id)}"
        self._lines: list[str] = []
        self.listed = {c.id for c in (*view.corroborated, *view.one_origin, *view.undatable)}

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

    def in_article(self, claim: Claim) -> str:
        """The link that shows a claim highlighted in its article."""
        return f"#article={slug(claim.article)}&claim={slug(claim.id)}"

    def address(self, article: Article | None) -> str:
        """The article's URL where a browser may follow it, otherwise empty."""
        return escape.web_address(article.url) if article else ""

    def copied_from(self, claim: Claim) -> str:
        """The outlet a wire copy repeats; empty for an article of its own."""
        article = self.view.article(claim)
        if article is None or article.origin in ("", article.id):
            return ""
        return words.outlet(self.view.articles.get(article.origin))

    def origins(self, claims: tuple[Claim, ...]) -> int:
        """How many different origins the articles of claims have."""
        articles = [self.view.article(claim) for claim in claims]
        return len({a.origin or a.id for a in articles if a})

    def outlet_count(self, claims: tuple[Claim, ...]) -> int:
        """How many outlets state claims."""
        return len({words.outlet(self.view.article(claim)) for claim in claims})

    def steps(self, question: Question) -> list[tuple[Side, str]]:
        """The sides of an update, earliest first, each with when it was published and how
        long after the one before."""

        def first(side: Side) -> str | None:
            article = self.view.article(self.view.by_date(side.claims)[0])
            return article.published if article else None

        in_time = sorted(question.sides, key=lambda side: (first(side) or "9999", side.value))
        steps: list[tuple[Side, str]] = []
        before = None
        for side in in_time:
            after = words.days_apart(before, first(side))
            steps.append((side, words.day(first(side)) + (f", {after}" if after else "")))
            before = first(side)
        return steps

    def unordered(self, question: Question) -> list[tuple[Side, str]]:
        """The sides in the order of their values, without dates."""
        return [(side, "") for side in question.sides]

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

    def according_to(self, side: Side) -> str:
        """Who gives an answer: the speakers, or the outlets where they speak themselves."""
        named = [
            words.speaker(claim) if claim.speaker else words.outlet(self.view.article(claim))
            for claim in self.view.by_date(side.claims)
        ]
        listed = list(dict.fromkeys(named))
        more = f" and {len(listed) - 3} more" if len(listed) > 3 else ""
        return ", ".join(listed[:3]) + more

    def read_as(self, relation: Relation) -> list[str]:
        """What was normalised in the two claims of a relation: words and their meaning."""
        lines = []
        for key in (relation.a, relation.b):
            claim = self.view.claims[key]
            for figure in claim.figures:
                lines.append(f"“{figure.text}” read as {words.figure(figure)}")
            for when in claim.when:
                meant = words.period(when.from_, when.to)
                known = "undatable" if when.anchor == "none" else meant
                lines.append(f"“{when.text}” read as {known}")
        return list(dict.fromkeys(lines))

    def facets(self, claims: list[Claim], kinds: tuple[str, ...], status: str) -> str:
        """The data attributes the filter reads, numbers for names."""
        articles = [a for a in (self.view.article(c) for c in claims) if a]
        speakers = {
            self.speakers[c.speaker.name]
            for c in claims
            if c.speaker and c.speaker.name in self.speakers
        }
        days = sorted({a.published[:10] for a in articles if a.published})
        pairs = {
            "kinds": " ".join(kinds),
            "status": status,
            "outlets": " ".join(str(n) for n in sorted({self.outlets[a.outlet] for a in articles})),
            "speakers": " ".join(map(str, sorted(speakers))),
            "days": " ".join(days),
        }
        return markupsafe.Markup(" ").join(
            markupsafe.Markup('data-{}="{}"').format(name, value) for name, value in pairs.items()
        )

    def of_question(self, question: Question, status: str) -> str:
        """:meth:`facets` of a question."""
        claims = [claim for side in question.sides for claim in side.claims]
        return self.facets(claims, question.kinds, status)

    def of_cluster(self, cluster: Cluster) -> str:
        """:meth:`facets` of a cluster."""
        return self.facets(self.view.members(cluster), (), cluster.status)

    def of_article(self, article: Article) -> str:
        """:meth:`facets` of an article: the kinds and statuses of its claims."""
        claims = self.view.claims_of[article.id]
        relations = [r for c in claims for r in self.view.relations_of.get(c.id, ())]
        clusters = [
            self.view.clusters[c.cluster] for c in claims if c.cluster in self.view.clusters
        ]
        statuses = {c.status for c in clusters if len(c.claims) > 1 or c.status == "undatable"}
        kinds = tuple(sorted({kind for relation in relations for kind in relation.kinds}))
        if not claims:
            day = article.published[:10] if article.published else ""
            return markupsafe.Markup(
                'data-kinds="" data-status="" data-outlets="{}" data-speakers="" data-days="{}"'
            ).format(self.outlets[article.outlet], day)
        return self.facets(claims, kinds, " ".join(sorted(statuses)))

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

    def lines(self) -> str:
        """What :meth:`data` and :meth:`quotes` have kept, a line each.

        One block of lines, of which the script parses the one it needs: thousands of blocks
        would halt the browser's parser at each.
        """
        return markupsafe.Markup("\n".join(self._lines))

    def _keep(self, content: Any) -> int:
        """Keeps a line and gives its number. Without a "<" there is no "</script>" and no
        "<!--" in it, so that nothing in a text can end the block."""
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        self._lines.append(text.replace("<", "\\u003c"))
        return len(self._lines) - 1

    def data(self, article: Article) -> int:
        """The line of the text of an article and its claims."""
        claims = self.view.claims_of[article.id]
        content = {
            "parts": [
                [escape.safe_block(text), covering] for text, covering in segments(article, claims)
            ],
            "claims": [self._claim(claim) for claim in claims],
        }
        return self._keep(content)

    def quotes(self, cluster: Cluster) -> int:
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
            "copy": self.copied_from(claim),
            "date": words.published(article) if article else words.day(None),
            "link": self.in_article(claim),
            "url": self.address(article),
            "span": f"{claim.start}–{claim.end}",
        }
        return {name: escape.safe_block(text) for name, text in shown.items()}

    def _claim(self, claim: Claim) -> dict[str, Any]:
        relations = self.view.relations_of.get(claim.id, [])
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
            "key": slug(claim.id),
            "text": escape.safe_block(claim.text),
            "facts": [[name, escape.safe_block(text)] for name, text in facts],
            "mark": _strongest(relations),
            "relations": [self._relation(claim, relation) for relation in relations],
        }
        if cluster and len(cluster.claims) > 1:
            symbol, status = words.STATUS[cluster.status]
            content["cluster"] = {
                "status": f"{symbol} {status}",
                "size": f"{words.count(len(cluster.claims), 'claim')} by "
                f"{words.count(len(cluster.outlets), 'outlet')}",
                "link": f"#k-{slug(cluster.id)}" if cluster.id in self.listed else "",
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
            "card": f"#{self.card[relation.id]}" if relation.id in self.card else "",
            "quote": escape.safe_block(other.quote) if other else "",
            "outlet": escape.safe_block(words.outlet(article)),
            "day": words.day(article.published) if article else "",
            "link": self.in_article(other) if other else "",
            "id": escape.safe_block(relation.id),
        }


def _strongest(relations: list[Relation]) -> str:
    """The verdict a mark shows: the first of these that a claim has, or none."""
    verdicts = {relation.verdict for relation in relations}
    order = ("conflict", "update", "agree", "scope")
    return next((verdict for verdict in order if verdict in verdicts), "")
