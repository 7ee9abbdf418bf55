"""Labelled pairs as rows of features: what ``benchmarks.train_judge`` learns from.

Every row belongs to an event, so that whole events can be held out. Rows hold numbers only: ids
and labels, no text.
"""

from __future__ import annotations

import datetime
import json
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np

from benchmarks import desks
from benchmarks.data import EVAL, rows
from benchmarks.examples import drawn as drawn_claims
from benchmarks.examples import happening_claims
from benchmarks.groups import Told, drawn, groups, kept
from benchmarks.precision import LABELS
from benchmarks.written import SETS, held_out
from claims.records import Verdict
from corpus.origins import find_origins
from corpus.records import Article
from corpus.sample import Passage, PlantedCase, planted, sample_sources
from corpus.sources import read
from reconcile.candidates import candidates
from reconcile.embedding import Encoder
from reconcile.judge import Laid, lay
from reconcile.overlap import overlap_features
from reconcile.pairs import meet, pair_features, read_clash
from reconcile.pipeline import claims_of, quiet
from reconcile.reading.records import Excerpt, Reader
from reconcile.sides import read_pair
from reconcile.stories import lead, link
from reconcile.views import View, views
from reconcile.weighing import clash_features, clashing, event_features

Row = dict[str, Any]

GROUPED: dict[Verdict, int] = {"conflict": 5, "agree": 3, "scope": 2, "different": 2, "update": 1}
"""Pairs of each verdict that are taken of one group: each of its sentences is in many."""
REPORTED: dict[Verdict, int] = {"conflict": 8, "agree": 6, "update": 2, "different": 6}
"""Pairs of claims of each verdict that are taken of one happening."""
STRANGERS = 400
"""Pairs made of quotes of two events, so that a pair of texts can also be of two events."""

MOVED = 0.6
"""Share of them whose second date is moved to the first's: days alone are not to part them."""

CONTEXT = 300
"""Code points of context on each side, as in ``event_pairs_dev``."""


# How much a label counts for a clash: agreed by two readers, by one, guessed from its values, and
# the silence of a labelled pair of articles on all the rest of its sentences.
AGREED, ONE_READER, BY_VALUE, SILENT = 1.0, 0.5, 0.7, 0.1


def found(laid: Laid) -> list[Row]:
    """The findings of two claims that may be a clash, as features."""
    return [
        {
            "kind": finding.kind,
            "values": list(finding.values),
            "event": event_features(laid.a, laid.b, laid.alignment, finding),
            "clash": clash_features(laid.a, laid.b, finding, laid.findings),
        }
        for finding in clashing(laid.findings)
    ]


def pair_rows(encoder: Encoder, reader: Reader | None) -> Iterator[Row]:
    """A row a labelled pair of texts, with those made of two events' quotes."""
    for name, given in labelled_pairs(encoder):
        for number, row in enumerate(given, 1):
            pair = read_pair(row, number)
            meeting = meet(pair, encoder, reader)
            laid = meeting.laid()
            near = max(laid, key=lambda two: two.alignment.likeness, default=None)
            yield {
                "set": name,
                "event": row.get("event") or _event(name, row["id"]),
                "id": row["id"],
                "verdict": row["verdict"],
                "kinds": row["kinds"],
                "sure": row.get("sure", 1),
                "claims": [found(two) for two in laid],
                "features": (
                    pair_features(pair, laid, near, None, meeting.reading) if near else {}
                ),
                "rivals": read_clash(pair, meeting, laid) is not None,
                "overlap": overlap_features(meeting.first, meeting.second, meeting.likeness),
            }
            print(f"\r{name}: {number} of {len(given)}", end="", file=sys.stderr)
        print(file=sys.stderr)


def _event(name: str, id_: str) -> str:
    return id_.rsplit("-", 1)[0] if name == "event_pairs_dev" else id_


def labelled_pairs(encoder: Encoder) -> Iterator[tuple[str, list[Row]]]:
    """The sets of labelled pairs that are here, by name."""
    for name in ("event_pairs_dev", "pairs_dev"):
        if (held := rows(f"{name}.jsonl")) is not None:
            yield name, held
    yield "strangers", list(strangers(encoder))
    yield "plain", list(plain())
    yield "groups", list(grouped())
    yield "desks", list(reported())


def plain() -> Iterator[Row]:
    """The plain pairs that may be seen (``benchmarks.written``), with their kinds as a list."""
    for row in map(json.loads, SETS["plain"].open(encoding="utf-8")):
        if not held_out(row["id"]):
            yield row | {"kinds": [row["kind"]] if row["kind"] else []}


def grouped() -> Iterator[Row]:
    """Pairs of the groups that the network has not read, as two outlets' words of one day; what is
    newer is of the day after."""
    chance = random.Random(11)
    for group in kept(groups(), learnt=False):
        yield from (_as_row(told, number) for number, told in drawn(group, GROUPED, chance))


def _as_row(told: Told, number: int) -> Row:
    days = _days(told)
    return {
        "id": f"{told.group}-{told.verdict}-{number}",
        "event": told.group,
        "a": {"text": told.a.text, "outlet": "one", "published": days[0]},
        "b": {"text": told.b.text, "outlet": "other", "published": days[1]},
        "verdict": told.verdict,
        "kinds": [told.kind] if told.kind else [],
    }


def _days(told: Told) -> tuple[str, str]:
    """The days of two texts: what is newer is of the day after."""
    return "2014-03-11", "2014-03-12" if told.verdict == "update" else "2014-03-11"


def reported() -> Iterator[Row]:
    """Pairs of claims of the happenings that the network has not read, in their articles, as of
    one day; what is newer is of the day after."""
    chance = random.Random(13)
    for happening in kept(desks.happenings(), learnt=False):
        texts = [desks.unmarked(lines)[0] for lines in happening["articles"]]
        told = drawn_claims(happening_claims(happening), REPORTED, chance)
        for number, pair in enumerate(told):
            days = _days(pair)
            yield {
                "id": f"{happening['id']}-{number}",
                "event": happening["id"],
                "a": _quoted(texts, pair.a, days[0]),
                "b": _quoted(texts, pair.b, days[1]),
                "verdict": pair.verdict,
                "kinds": [pair.kind] if pair.kind and pair.verdict == "conflict" else [],
            }


def _quoted(texts: Sequence[str], read: Excerpt, published: str) -> Row:
    """A claim with the context that it has in the article that holds its sentence."""
    number = next(n for n, text in enumerate(texts) if read.text in text)
    text = texts[number]
    first = text.index(read.text)
    article = {"text": text, "title": text.partition("\n")[0], "outlet": f"outlet {number}"}
    return _in_context(article, first + read.start, first + read.end) | {"published": published}


def _in_context(article: Row, start: int, end: int) -> Row:
    """A stretch of an article with its context, as a side of a pair."""
    text = article["text"]
    return {
        "text": text[start:end],
        "before": text[max(0, start - CONTEXT) : start],
        "after": text[end : end + CONTEXT],
        "title": article.get("title") or "",
        "outlet": article.get("outlet") or "",
    }


def strangers(encoder: Encoder) -> Iterator[Row]:
    """Like quotes of two events as pairs whose verdict is ``different``."""
    events = rows("events_dev.jsonl") or []
    articles = {
        row["id"]: row for name in ("fakes_dev.jsonl", "gva_dev.jsonl") for row in rows(name) or []
    }
    quotes = [
        (event, side) for event in events for side in _sides(event) if side["doc"] in articles
    ]
    if not quotes:
        return
    vectors = encoder.encode([side["quote"] for _, side in quotes])
    likeness = vectors @ vectors.T
    chance = random.Random(7)
    order = chance.sample(range(len(quotes)), len(quotes))
    made = 0
    for i in order:
        event, side = quotes[i]
        near = [
            j
            for j in np.argsort(-likeness[i]).tolist()[:400]
            if quotes[j][0]["set"] == event["set"]
            and not set(quotes[j][0]["articles"]) & set(event["articles"])
        ][:6]
        if not near or made == STRANGERS:
            continue
        other = quotes[chance.choice(near)][1]
        day = articles[side["doc"]].get("published")
        moved = _moved(day, chance) if day and chance.random() < MOVED else None
        made += 1
        yield {
            "id": f"stranger-{made}",
            "event": f"{event['set']}-{event['event']}",
            "a": _side(articles, side, None),
            "b": _side(articles, other, moved),
            "verdict": "different",
            "kinds": [],
        }


def _sides(event: Row) -> Iterator[Row]:
    seen = set()
    for relation in event["relations"]:
        for side in (relation["a"], relation["b"]):
            if (key := (side["doc"], side["start"])) not in seen:
                seen.add(key)
                yield side


def _moved(day: str, chance: random.Random) -> str:
    moved = datetime.date.fromisoformat(day[:10]) + datetime.timedelta(
        days=chance.choice((0, 0, 1))
    )
    return moved.isoformat()


def _side(articles: dict[str, Row], side: Row, published: str | None) -> Row:
    article = articles[side["doc"]]
    dated = {"published": published or article.get("published")}
    return _in_context(article, side["start"], side["end"]) | {"text": side["quote"]} | dated


def case_rows(name: str, encoder: Encoder) -> Iterator[Row]:
    """A row a labelled pair of claims of a run on ``fakes_dev`` or ``gva_dev``.

    Labels are, in this order: a labelled relation that two readers agree on, our own reading of
    flags, a relation of one reader, articles that cannot tell of one event, the values of a
    labelled relation, and the silence of the label list on the rest of its articles. Pairs of
    articles that nobody labelled are left out.
    """
    if not (articles := articles_of(name)):
        return
    gold = Gold(name)
    for laid in _rivals(articles, encoder):
        if (label := gold.of(laid)) is not None:
            spans = {"a": span(laid.a), "b": span(laid.b)}
            event = f"{name}-{label['event']}"
            yield {"set": name, **spans, **label, "event": event, "found": found(laid)}


def ordered(articles: Iterable[Article]) -> tuple[Article, ...]:
    """The articles in the order of a run, with their origins."""
    return find_origins(sorted(articles, key=lambda article: article.id)).articles


def met(articles: Sequence[Article], encoder: Encoder) -> Iterator[Laid]:
    """The candidates of a case laid side by side, as a run finds them."""
    claims, _ = claims_of(articles, None, quiet)
    vectors = encoder.encode([claim.text for claim in claims])
    leads = encoder.encode([lead(article) for article in articles])
    seen = views(articles, claims)
    for pair in candidates(seen, vectors, link(articles, leads)):
        yield lay(seen[pair.a], seen[pair.b], pair.story, pair.likeness)


def _rivals(articles: Sequence[Article], encoder: Encoder) -> Iterator[Laid]:
    """Those of them that may be a clash."""
    return (laid for laid in met(articles, encoder) if clashing(laid.findings))


def articles_of(name: str) -> tuple[Article, ...]:
    """The articles of ``fakes_dev`` or ``gva_dev`` as a run takes them; none without the data."""
    if rows(f"{name}_dev.jsonl") is None:
        return ()
    given = read([str(EVAL / f"{name}_dev.jsonl")])
    return ordered(a for a in given if isinstance(a, Article))


def sample_rows(encoder: Encoder) -> Iterator[Row]:
    """The same of our own sample corpus, whose planted cases are all the clashes it has."""
    told = {_ids(laid): case for laid, case in planted_meetings(encoder)}
    for laid in _rivals(_sample(), encoder):
        case = told.get(_ids(laid))
        row = {"verdict": case.kind if case else "agree", "kinds": list(case.kinds) if case else []}
        label = _label("planted" if case else "silent", row, AGREED, laid.a.article.id)
        yield {"set": "sample", **label, "found": found(laid)}


def _ids(laid: Laid) -> frozenset[str]:
    return frozenset((laid.a.claim.id, laid.b.claim.id))


def planted_meetings(encoder: Encoder) -> Iterator[tuple[Laid, PlantedCase]]:
    """Pairs of claims of the sample of which a planted case says what they are, with the first
    case that does."""
    articles = _sample()
    cases = [(case, _passage(case.a, articles), _passage(case.b, articles)) for case in planted()]
    for laid in met(articles, encoder):
        case = next((c for c, a, b in cases if hit(laid.a, laid.b, {"a": a, "b": b})), None)
        if case is not None:
            yield laid, case


def _sample() -> tuple[Article, ...]:
    folder, manifest = sample_sources()
    return ordered(a for a in read([str(folder)], manifest) if isinstance(a, Article))


def _passage(passage: Passage, articles: Iterable[Article]) -> Row:
    article = next(
        a for a in articles if a.id == passage.article or a.path.endswith(passage.article)
    )
    start = article.text.index(passage.quote)
    return {"doc": article.id, "start": start, "end": start + len(passage.quote)}


class Gold:
    """What the labels say of a pair of claims."""

    def __init__(self, name: str) -> None:
        self.read = {
            pair_key(row["a"], row["b"]): row
            for path in LABELS.values()
            for row in map(json.loads, path.open(encoding="utf-8"))
        }
        self.relations: dict[frozenset[str], list[Row]] = defaultdict(list)
        self.events: dict[str, set[str]] = defaultdict(set)
        for event in rows("events_dev.jsonl") or []:
            if event["set"] == name:
                for id_ in event["articles"]:
                    self.events[id_].add(event["event"])
                for relation in event["relations"]:
                    pair = frozenset((relation["a"]["doc"], relation["b"]["doc"]))
                    self.relations[pair].append({**relation, "event": event["event"]})
        gva = rows("gva_dev.jsonl") or [] if name == "gva" else []
        self.incident = {row["id"]: row["incident"] for row in gva}

    def of(self, laid: Laid) -> Row | None:
        a, b = laid.a, laid.b
        docs = frozenset((a.article.id, b.article.id))
        shared = sorted(self.events[a.article.id] & self.events[b.article.id])
        event = shared[0] if shared else a.article.id
        told = [r for r in self.relations.get(docs, ()) if hit(a, b, r)]
        best = next((r for r in told if r["verdict"] == "conflict"), told[0] if told else None)
        read = self.read.get(pair_key(span(a), span(b)))
        # Two readers who agree, then one who read the flag itself, then one who did not.
        if read is not None and (best is None or best["sure"] != 1):
            return _label("read", read, AGREED, event)
        if best is not None:
            weight = AGREED if best["sure"] == 1 else ONE_READER
            return _label("told", best, weight, best["event"]) | {"of": _name(best)}
        if self.apart(a, b):
            return _label("apart", {"verdict": "different", "kinds": []}, AGREED, event)
        if not shared:
            return None
        for relation in self.relations.get(docs, ()):
            if any(_same_values(f.values, relation) for f in clashing(laid.findings)):
                return _label("value", relation, BY_VALUE, event)
        return _label("silent", {"verdict": "agree", "kinds": []}, SILENT, event)

    def apart(self, a: View, b: View) -> bool:
        """Whether the two articles cannot tell of one event."""
        if self.incident:
            return bool(self.incident[a.article.id] != self.incident[b.article.id])
        if a.published and b.published and abs((a.published - b.published).days) > 7:
            return True
        first, second = self.events[a.article.id], self.events[b.article.id]
        return bool(first and second and not first & second)


def _label(source: str, row: Row, weight: float, event: str) -> Row:
    return {
        "source": source,
        "verdict": row["verdict"],
        "kinds": row["kinds"],
        "weight": weight,
        "event": event,
    }


def _name(relation: Row) -> str:
    return "|".join(f"{relation[s]['doc']}:{relation[s]['start']}" for s in "ab")


def span(view: View) -> Row:
    """Where a claim stands, as a label has it."""
    return {"doc": view.article.id, "start": view.claim.start, "end": view.claim.end}


def pair_key(a: Row, b: Row) -> frozenset[tuple[str, int, int]]:
    """Two spans in whichever order."""
    return frozenset((side["doc"], side["start"], side["end"]) for side in (a, b))


def hit(a: View, b: View, relation: Row) -> bool:
    """Whether two claims stand on the two passages of a label, in either order."""
    one, other = relation["a"], relation["b"]
    return (_over(a, one) and _over(b, other)) or (_over(a, other) and _over(b, one))


def _over(view: View, side: Row) -> bool:
    if view.article.id != side["doc"]:
        return False
    claim = view.claim
    shared = min(claim.end, side["end"]) - max(claim.start, side["start"])
    return bool(shared > 0.5 * min(claim.end - claim.start, side["end"] - side["start"]))


def _same_values(values: tuple[str, ...], relation: Row) -> bool:
    """Whether the first numbers of two values are those of a labelled relation on figures."""
    if "figure" not in relation["kinds"]:
        return False
    told = {n for value in relation["values"] for n in re.findall(r"\d+", str(value))}
    own = [re.findall(r"\d+", value.replace(",", "")) for value in values]
    return all(own) and own[0][0] != own[1][0] and {own[0][0], own[1][0]} <= told
