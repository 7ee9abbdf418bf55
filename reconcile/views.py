"""A claim as the judge sees it: what of it, and of its article, can be compared."""

from __future__ import annotations

import dataclasses
import datetime
import functools
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import snowballstemmer

from claims.records import Claim, Figure, When
from corpus.records import Article
from reconcile.interval import Interval, hull
from reconcile.means import means
from reconcile.stories import BACKGROUND_ARTICLES, LEAD

_OWN = re.compile(r"\b(?:we|our|us|its|their|i|my)\b", re.IGNORECASE)

HEAD = 5
"""Claims at an article's beginning that say what its story is about."""

_SAYING = (
    r"(?:been )?(?:report(?!edly)|said|say|confirm|told|tell|claim|quot|put|gave|announc|"
    r"not(?:e|ing)|stat)"
)
_ASIDE = re.compile(
    r"\b(?:elsewhere|meanwhile|separately|(?:another|other|second|separate) (?:\w+ )?"
    r"(?:attack|strike|raid|blast|shooting|incident|air strike)s?|"
    rf"(?:also|earlier|previous\w*)(?! {_SAYING}))\b",
    re.IGNORECASE,
)
"""Who *also reported* a thing or *had earlier said* it tells of no other."""

TELLING = math.log(8)
"""Least rarity of a name that may tie two articles: at most one article in eight uses it."""

EMPTY = frozenset({"be", "have", "do", "say", "happen", "go", "get", "make", "take"})
"""Senses that say nothing of what happened."""

REMEMBERED = 1 << 16
"""How many texts' readings are kept: each claim meets many others."""

REACH = 300
"""Code points before a claim in which what it leaves unsaid may stand."""

_LAST = re.compile(r"[.!?\n][\"”’']?(?=\s|$)")

_WORD = re.compile(r"[^\W\d_]{3,}")

STOP = frozenset(
    "the and was were are has have had been being but not with from into that this these those "
    "their its his her they them who which what when where while after before about over under "
    "said says say told according also than then there more most least some any all one two other "
    "would could will can may might did does during for our your you she him out off still just "
    "only very such both each between among per via because since until against people".split()
)
"""Words that say nothing of what a claim is about."""


@dataclasses.dataclass(frozen=True, eq=False)
class View:
    """One claim with what its article knows of it. Names are canonical and casefolded."""

    claim: Claim
    article: Article
    position: int
    """Of its row in the embeddings."""
    event: Interval | None
    """The days the claim itself gives for what happened; ``None`` when it gives none."""
    day: Interval | None
    """``event``, or the day of the story as the article's head gives it."""
    names: frozenset[str]
    """Names in the claim, without its speaker's."""
    places: frozenset[str]
    """Names of places what happened is tied to."""
    setting: frozenset[str]
    """``names``, or those of the claims before where it has none: a bare "12 were killed"."""
    before: frozenset[str]
    """Names of the claims before: what "the territory" or "the town" stands for."""
    scene: frozenset[str]
    """Names in the article's head: what its story is about."""
    leading: bool
    """Whether it stands in the article's head: what the article is about."""
    words: frozenset[str]
    means: frozenset[str]
    """Families of means by which it happened: ``airstrike``, ``bomb`` (``reconcile.means``)."""
    neighbours: tuple[Claim, ...]
    """The other claims of the article: a value may be explained there."""
    rarity: Mapping[str, float]
    """How much a name tells, by the number of articles of the case that use it."""

    @functools.cached_property
    def aside(self) -> bool:
        """Whether it tells of something else than the sentences before: "Elsewhere, ..."."""
        return bool(_ASIDE.search(self.claim.text))

    @functools.cached_property
    def sentence(self) -> str:
        """The sentence the claim stands in, with the frame of who says it and how."""
        text, claim = self.article.text, self.claim
        before = text[max(0, claim.start - REACH) : claim.start]
        after = text[claim.end : claim.end + REACH]
        return _LAST.split(before)[-1] + claim.quote + _LAST.split(after)[0]

    @property
    def published(self) -> datetime.date | None:
        """Day of publication: the as-of time of what the claim states."""
        return self.article.published_date

    def participant(self, part: str) -> frozenset[str]:
        """Words for the ``agent`` or ``patient``, names in their canonical spelling.

        Who says "we" or "its fighters" speaks of himself: his name is put for it.
        """
        return self._agent if part == "agent" else self._patient

    @functools.cached_property
    def _agent(self) -> frozenset[str]:
        return self._taking("agent")

    @functools.cached_property
    def _patient(self) -> frozenset[str]:
        return self._taking("patient")

    def _taking(self, part: str) -> frozenset[str]:
        happened = self.claim.happening
        written: str = getattr(happened, part) if happened else ""
        names = [n.name for n in self.claim.names if n.text in written]
        speaker = self.claim.speaker
        first = part == "agent" or (happened is not None and not happened.agent)
        if speaker is not None and first and _OWN.match(written):
            names.append(speaker.name)
        return content_words(" ".join([written, *names]))

    def named_in(self, written: str) -> frozenset[str]:
        """The claim's names that stand in a part of it, as canonical words."""
        return frozenset(n.name.casefold() for n in self.claim.names if n.text in written)

    @functools.cached_property
    def participants(self) -> frozenset[str]:
        """Words for agent and patient together: who did it is at times taken for who suffered."""
        return self.participant("agent") | self.participant("patient")

    def others(self, role: str) -> Iterable[Figure]:
        """Figures with this role in the rest of the article."""
        return (f for claim in self.neighbours for f in claim.figures if f.role == role)


def views(articles: Sequence[Article], claims: Sequence[Claim]) -> tuple[View, ...]:
    """One view a claim, in the order of the claims."""
    by_id = {article.id: article for article in articles}
    rows: dict[str, list[Claim]] = {}
    for claim in claims:
        rows.setdefault(claim.article, []).append(claim)
    for row in rows.values():
        row.sort(key=lambda claim: (claim.start, claim.end))
    case = _Case(
        spelling={(c.article, n.text): n.name.casefold() for c in claims for n in c.names},
        days={id_: _story_day(by_id[id_], row) for id_, row in rows.items()},
        rarity=_rarity(rows),
    )
    return tuple(
        _view(claim, by_id[claim.article], position, rows[claim.article], case)
        for position, claim in enumerate(claims)
    )


@dataclasses.dataclass(frozen=True, slots=True)
class _Case:
    spelling: Mapping[tuple[str, str], str]
    days: Mapping[str, Interval | None]
    rarity: Mapping[str, float]


def _view(claim: Claim, article: Article, position: int, row: Sequence[Claim], case: _Case) -> View:
    event = event_of(claim, article.published_date)
    places = claim.happening.places if claim.happening else ()
    own = _names(claim)
    before = _setting(claim, row)
    return View(
        claim=claim,
        article=article,
        position=position,
        event=event,
        day=event or case.days[article.id],
        names=own,
        places=frozenset(case.spelling.get((article.id, p), p.casefold()) for p in places),
        setting=own or before,
        before=before,
        scene=frozenset().union(*map(_names, row[:HEAD])),
        leading=claim in row[:HEAD] or claim.start <= LEAD,
        words=content_words(claim.text),
        means=means(claim.text) or means(" ".join(c.text for c in _before(claim, row))),
        neighbours=tuple(c for c in row if c.id != claim.id),
        rarity=case.rarity,
    )


def _names(claim: Claim) -> frozenset[str]:
    speaker = claim.speaker.name.casefold() if claim.speaker else None
    return frozenset(n.name.casefold() for n in claim.names) - {speaker}


def _before(claim: Claim, row: Sequence[Claim]) -> Iterator[Claim]:
    """Claims whose quotes end shortly before this one, nearest first."""
    for other in reversed(row):
        if other.start < claim.start and claim.start - other.end <= REACH:
            yield other


def _setting(claim: Claim, row: Sequence[Claim]) -> frozenset[str]:
    """Names of the nearest claim before that has any; else those of the article's head."""
    for other in (*_before(claim, row), *row[:HEAD]):
        if found := _names(other):
            return found
    return frozenset()


def _rarity(rows: Mapping[str, Sequence[Claim]]) -> dict[str, float]:
    counts = Counter(name for row in rows.values() for name in set().union(*map(_names, row)))
    total = len(rows) + BACKGROUND_ARTICLES
    return {name: math.log(total / n) for name, n in counts.items()}


def event_of(claim: Claim, published: datetime.date | None) -> Interval | None:
    """The days a claim gives for what happened, ``None`` when it gives none.

    Background dates count only where nothing nearer is given.
    """
    for roles in (("event",), ("since", "until"), ("background",)):
        days = [_span(w, published) for w in claim.when if w.role in roles and (w.from_ or w.to)]
        if days:
            return hull(days)
    return None


def _span(when: When, published: datetime.date | None) -> Interval:
    """The days a date stands for: what holds *since* a day holds to the day of publication."""
    days = Interval.of(when) or Interval(None, None)
    if when.role == "since":
        return Interval(days.from_, published)
    return Interval(None, days.to) if when.role == "until" else days


def _story_day(article: Article, row: Sequence[Claim]) -> Interval | None:
    """The first day an article's head gives for what happened; else the days up to publication."""
    published = article.published_date
    for claim in row[:6]:
        event = event_of(claim, published)
        if event and event.days and event.days <= 2 and _near(event, published):
            return event
    if published is None:
        return None
    return Interval(published - datetime.timedelta(days=2), published)


def _near(event: Interval, published: datetime.date | None) -> bool:
    if published is None:
        return True
    return event.gap(Interval(published, published)) <= 7


def at_two_dates(a: View, b: View) -> bool:
    """Whether both are dated, and their articles were published on two days."""
    return bool(a.published and b.published) and a.published != b.published


def later(view: View, other: View) -> bool:
    """Whether an article is surely of a later day than another."""
    first, second = view.published, other.published
    return first is not None and second is not None and first > second


def of_one_outlet(a: View, b: View) -> bool:
    """Whether one outlet printed both; outlets that nobody names are not one."""
    return bool(a.article.outlet) and a.article.outlet == b.article.outlet


def telling(view: View, names: Iterable[str]) -> bool:
    """Whether one of the names is rare enough in the case to tie two articles."""
    return any(view.rarity.get(name, 0.0) >= TELLING for name in names)


@functools.lru_cache(maxsize=REMEMBERED)
def content_words(text: str) -> frozenset[str]:
    """Stems (Snowball) of the words that say what a text is about; numbers are left out."""
    words = {m[0].casefold() for m in _WORD.finditer(text)} - STOP
    return frozenset(_stemmer().stemWords(sorted(words)))


@functools.cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")
