"""The report as Markdown (GitHub's), for a pull request or a wiki."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.records import Claim, Cluster, Reconciliation, Ruling
from corpus.records import Article
from reports import because, escape, standing, words
from reports.questions import Question
from reports.stories import tell
from reports.view import View

_MARKS = re.compile(r"([\\`*_\[\]<>|~&])")
_CALLS = re.compile(r"(?<!\w)([@#])(?=\w)")
_REASONS = 5
"""Most reasons a finding lists."""
_LISTED = 200
"""Most findings a section spells out; the files of the case hold all."""
_GATHERED = (
    "Articles that most likely tell of one event are one story, here by their first day. "
    "No verdict rests on that."
)


def text(words_: str) -> str:
    """Foreign words as plain inline text: no markup, no HTML, no mention of a GitHub user."""
    return _CALLS.sub(r"\1<!-- -->", _MARKS.sub(r"\\\1", escape.safe(words_)))


def render(rec: Reconciliation) -> str:
    """``report.md``: summary, disputes, updates, corroborated, other scopes, what could not be
    read or dated, what reviewers decided, and every article by its story, with source and hash."""
    view = View(rec)
    lines = [*_head(view), *_disputes(view), *_updates(view), *_corroborated(view)]
    lines += [*_one_origin(view), *_scopes(view), *_links(view), *_left(view), *_reviewed(view)]
    lines += _articles(view)
    return "\n".join(lines) + "\n"


def summary(view: View) -> str:
    """The case in one sentence."""
    rec = view.rec
    parts = [
        words.count(len(rec.articles), "article"),
        words.count(len(view.outlets), "outlet"),
        words.count(len(rec.claims), "claim"),
    ]
    when = f", published {words.period(*view.published)}" if view.published else ""
    return f"{parts[0]} by {parts[1]}{when}; {parts[2]}."


def _head(view: View) -> Iterator[str]:
    yield "# Reconciliation report"
    yield ""
    yield summary(view)
    yield ""
    yield "| | |"
    yield "| --- | ---: |"
    for title, amount, anchor in (
        ("≠ Disputed", len(view.disputes), "disputed"),
        ("→ Updated", len(view.updates), "updated"),
        ("✓ Corroborated", len(view.corroborated), "corroborated"),
        ("① One origin, several outlets", len(view.one_origin), "one-origin-several-outlets"),
        ("◫ Other scope", len(view.scopes), "other-scope"),
        (
            "? Could not be read or dated",
            len(view.rec.skipped) + len(view.undated) + len(view.undatable),
            "could-not-be-read-or-dated",
        ),
    ):
        yield f"| [{title}](#{anchor}) | {amount:,} |"
    yield ""
    yield (
        "The tool compares what is written; it does not say who is right. "
        "A span such as `100–180` counts characters of the article's text, in `articles.jsonl`."
    )


def _section(title: str, explanation: str, empty: bool) -> Iterator[str]:
    yield ""
    yield f"## {title}"
    yield ""
    yield "None found." if empty else explanation


def _disputes(view: View) -> Iterator[str]:
    yield from _section(
        "Disputed",
        "Same fact, same time, and the statements exclude each other.",
        not view.disputes,
    )
    for number, question in enumerate(view.disputes[:_LISTED], 1):
        yield from _question(view, question, number)
    yield from _cut(len(view.disputes))


def _updates(view: View) -> Iterator[str]:
    yield from _section(
        "Updated", "The values differ, and the passing of time explains it.", not view.updates
    )
    for number, question in enumerate(view.updates[:_LISTED], 1):
        yield from _question(view, question, number)
    yield from _cut(len(view.updates))


def _scopes(view: View) -> Iterator[str]:
    yield from _section(
        "Other scope",
        "Same event, but something else is measured; nothing clashes.",
        not view.scopes,
    )
    for number, question in enumerate(view.scopes[:_LISTED], 1):
        yield from _question(view, question, number)
    yield from _cut(len(view.scopes))


def _question(view: View, question: Question, number: int) -> Iterator[str]:
    yield ""
    yield f"### {number}. {text(question.text or question.about)}"
    if question.text:
        yield ""
        yield f"About: {text(question.about)}"
    if question.range:
        yield ""
        yield f"Range: {question.range}"
    for side in question.sides:
        yield ""
        if side.value:
            yield f"**{text(side.value)}**"
            yield ""
        for claim, repeats in view.by_origin(side.claims):
            yield _claim(view, claim)
            yield from _repeats(view, repeats)
    yield ""
    for reason in [*dict.fromkeys(r.reason for r in question.relations)][:_REASONS]:
        yield f"- Why: {text(words.value(reason))}"
    if question.relations[0].verdict == "conflict":
        for sentence in because.against(view, question.relations):
            yield f"- {text(sentence)}"
    ids = ", ".join(f"`{text(relation.id)}`" for relation in question.relations[:6])
    more = len(question.relations) - 6
    yield f"- Relations: {ids}" + (f" and {more} more" if more > 0 else "")


def _repeats(view: View, repeats: list[Claim]) -> Iterator[str]:
    """Claims that rest on the origin just shown: where they stand, without the quote again."""
    for claim in repeats:
        where = f"*{text(words.outlet(view.article(claim)))}*"
        yield f"  - same origin: {where} · `{text(claim.article)}` `{claim.start}–{claim.end}`"


def _claim(view: View, claim: Claim) -> str:
    article = view.article(claim)
    context = view.context(claim)
    before, quote, after = (
        " ".join(text(part).split()) for part in (context.before, context.quote, context.after)
    )
    gap = " " if context.before[-1:].isspace() else ""
    then = " " if context.after[:1].isspace() else ""
    said = f"“{before}{gap}**{quote}**{then}{after}”" if before or after else f"“{quote}”"
    parts = [text(words.speaker(claim)), f"*{text(words.outlet(article))}*"]
    if article:
        parts.append(words.published(article))
        url = escape.web_address(article.url)
        parts.append(f"[source](<{url}>)" if url else text(article.path))
    parts.append(f"`{text(claim.article)}` `{claim.start}–{claim.end}`")
    return f"- {said}\n  {' · '.join(parts)}"


def _corroborated(view: View) -> Iterator[str]:
    yield from _section(
        "Corroborated",
        "Two or more independent origins state it, and no open conflict was found.",
        not view.corroborated,
    )
    for cluster in view.corroborated[:_LISTED]:
        yield from _cluster(view, cluster)
    yield from _cut(len(view.corroborated))


def _one_origin(view: View) -> Iterator[str]:
    yield from _section(
        "One origin, several outlets",
        "Several outlets carry it, but all from one origin: that is no corroboration.",
        not view.one_origin,
    )
    for cluster in view.one_origin[:_LISTED]:
        yield from _cluster(view, cluster)
    yield from _cut(len(view.one_origin))


def _cluster(view: View, cluster: Cluster) -> Iterator[str]:
    yield ""
    yield f"### {text(cluster.label)}"
    yield ""
    yield f"{standing.counts(cluster)} · `{text(cluster.id)}`"
    yield ""
    for label, told in standing.lines(view, cluster):
        yield f"- {label}: {text(told)}"
    yield ""
    for claim in view.by_date(view.members(cluster)):
        yield _claim(view, claim)


def _cut(amount: int) -> Iterator[str]:
    if amount > _LISTED:
        yield ""
        yield f"{amount - _LISTED:,} more are in report.html and relations.jsonl."


def _left(view: View) -> Iterator[str]:
    rec = view.rec
    yield from _section(
        "Could not be read or dated",
        "Nothing was guessed: relative dates of an undated article stay undatable.",
        not (rec.skipped or view.undated or view.undatable),
    )
    yield ""
    for skipped in rec.skipped:
        yield f"- Not read: {text(skipped.path)}: {text(skipped.reason)}"
    for article in view.undated:
        name = text(words.title(article))
        yield f"- No date: {name}, *{text(words.outlet(article))}* (`{text(article.id)}`)"
    for cluster in view.undatable[:_LISTED]:
        yield f"- Undatable: {text(cluster.label)} (`{text(cluster.id)}`)"


def _reviewed(view: View) -> Iterator[str]:
    """What reviewers decided, relation by relation; no section where they decided nothing.

    Also what the sections above no longer show, since it was decided away.
    """
    rulings = view.rec.rulings
    if not rulings:
        return
    yield from _section("Reviewed", "What people decided, and what the tool says of it.", False)
    for ruling in rulings[:_LISTED]:
        yield from _ruling(ruling)
    yield from _cut(len(rulings))


def _ruling(ruling: Ruling) -> Iterator[str]:
    stands = "reviewers disagree" if ruling.disagree else ruling.opinion or "no verdict in force"
    yield ""
    yield f"### {stands}: `{text(ruling.relation)}`"
    yield ""
    last = [*ruling.decisions, *ruling.notes][-1:]
    for side in (last[0].a, last[0].b) if last else ():
        if side:
            quote = " ".join(text(side.quote).split())
            yield f"- “{quote}” *{text(side.outlet or 'unnamed outlet')}*"
    for decision in ruling.decisions:
        day = words.day(decision.at[:10])
        yield f"- {text(decision.reviewer)}, {day}: **{decision.opinion}**"
    for note in ruling.notes:
        yield f"- Note by {text(note.reviewer)}: {text(note.text)}"
    if ruling.tags:
        yield f"- Tags: {', '.join(map(text, ruling.tags))}"
    if ruling.tool:
        said = words.VERDICT[ruling.tool.verdict][1]
        yield f"- The tool: {said}. {text(words.value(ruling.tool.reason))}"
    for stale in ruling.stale:
        applied = "still applied" if stale.holds else "not applied"
        for change in stale.changes:
            after = text(change.after) or "gone"
            yield f"- To be asked again ({applied}): {text(change.before)} → {after}"


def _links(view: View) -> Iterator[str]:
    """Articles that have text in common, the likely ones set off."""
    links = sorted(view.rec.links, key=lambda link: (not link.sure, -link.share, link.id))
    yield from _section(
        "Common text",
        "Articles that share passages are one origin in those passages; reworded ones likely are.",
        not links,
    )
    if links:
        yield ""
    for link in links[:_LISTED]:
        pair = [view.articles.get(id_) for id_ in (link.a, link.b)]
        both = " and ".join(
            f"*{text(words.outlet(article))}* (`{text(id_)}`)"
            for article, id_ in zip(pair, (link.a, link.b), strict=True)
        )
        sure = "" if link.sure else "likely: "
        yield f"- {sure}{both}: {text(link.evidence)}"
        if not link.sure:
            for passage in link.passages[:_REASONS]:
                yield f"  - {_stretch(pair[0], passage.other_start, passage.other_end)}"
                yield f"    against {_stretch(pair[1], passage.start, passage.end)}"
    yield from _cut(len(links))


def _stretch(article: Article | None, start: int, end: int) -> str:
    words_ = " ".join(article.text[start:end].split()) if article else "(not in the case)"
    return f"“{text(words_)}” `{start}–{end}`"


def _articles(view: View) -> Iterator[str]:
    """Every article, those of one story together."""
    yield ""
    yield "## Articles"
    if not view.stories:
        yield from _table(view.rec.articles)
        return
    yield ""
    yield _GATHERED
    for story in view.stories:
        told = tell(view, story)
        yield ""
        yield f"### {text(story.label)}"
        yield ""
        yield f"{told.counts} · `{text(story.id)}`"
        yield from _table(told.articles)
    if view.in_no_story:
        yield ""
        yield "### In no story"
        yield from _table(view.in_no_story)


def _table(articles: Sequence[Article]) -> Iterator[str]:
    yield ""
    yield "| id | outlet | published | title | source | sha256 |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for article in articles:
        url = escape.web_address(article.url)
        source = f"[{text(url)}](<{url}>)" if url else text(article.path)
        if article.origin not in ("", article.id):
            source += f" (copy of `{text(article.origin)}`)"
        cells = (
            f"`{text(article.id)}`",
            text(words.outlet(article)),
            words.published(article),
            text(article.title),
            source,
            f"`{article.sha256}`",
        )
        yield "| " + " | ".join(cells) + " |"
