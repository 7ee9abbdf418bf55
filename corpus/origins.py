"""Which articles repeat another one's text, whole or in part, and which passages they share.

An article that consists mostly of an earlier one's text is a copy of it (a wire report, a
reprint, a later version). A mixed one shares its origin in those passages only: the rest is its
own.
"""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from corpus.agencies import agency_of, credits, house_agency
from corpus.candidates import candidates
from corpus.passages import CHANCE, SURE, Shared, Words, counterpart, shared
from corpus.records import Article, Passage, TextLink
from corpus.reworded import Reworded, reworded

COPY = 0.55
"""Share of an article's words in passages of another from which on it is a copy of that one."""

GAIN = 0.16
"""Share of its words that those passages have in common beyond chance: half a text word for word,
or all of one in which 40 words in 100 were changed. Two reports written from one statement of the
police reach 0.15."""

LEAST = 7.0
"""The same in words, for a short text."""

FIRST = 0.45
"""The same for the first text of a chain of copies: the last one of many versions may have
nothing left of it, and is then a text of its own."""

OWN_WORDS = 12
"""Words of its own, furniture apart, that an article needs to be told to be a copy."""

STANDING = 2
"""Other articles of its outlet, published on other days, in which a passage stands that is the
outlet's furniture (menus, background) rather than news."""

FEW = 60
"""Articles of which all pairs are compared, in about a second."""

WEEK = 7

SLIVER = 5
"""Words of the shortest rest of a passage that is kept where an earlier article has the others."""

APART = 2
"""Days between two articles from which on a common passage is no longer a later version."""


@dataclasses.dataclass(frozen=True, slots=True)
class Origins:
    """What the articles of a case share."""

    articles: tuple[Article, ...]
    """In the order given, with ``origin``, ``agency``, ``credits`` and ``passages`` filled."""
    links: tuple[TextLink, ...]
    """Sorted by id."""


def find_origins(articles: Sequence[Article]) -> Origins:
    """What the articles share, and the agencies they credit.

    ``origin`` is the id of the earliest article whose text it mostly repeats; where that is a
    copy itself, what it is a copy of. An article that repeats none is its own origin. With no
    articles, nothing.
    """
    order = sorted(range(len(articles)), key=lambda number: _rank(articles[number]))
    texts = [Words.of(articles[number].text) for number in order]
    case = _Case([articles[number] for number in order], texts)
    for one, other in _candidates(texts):
        if passages := shared(texts[one], texts[other]):
            case.passages[one, other] = passages
    found = {article.id: article for article in case.resolved()}
    links = (*case.links(), *_reworded(case))
    return Origins(
        tuple(found[article.id] for article in articles),
        tuple(sorted(links, key=lambda link: link.id)),
    )


def _candidates(texts: Sequence[Words]) -> Iterable[tuple[int, int]]:
    """All pairs of a small case, which is surer; those that may share something of a large."""
    if len(texts) <= FEW:
        return itertools.combinations(range(len(texts)), 2)
    return candidates([text.words for text in texts])


def _rank(article: Article) -> tuple[bool, str, bool, str, int, str, str]:
    """Earliest first: by day; within one an agency's own, then those whose hour is known, then
    the longest, since what has no hour is more likely cut than drawn out."""
    published = article.published or ""
    return (
        not published,
        published[:10],
        not house_agency(article.outlet),
        published[11:] or "~",
        -len(article.text),
        article.id,
        article.path,
    )


@dataclasses.dataclass
class _Case:
    """Articles, earliest first, and the passages of each pair, the earlier one first."""

    articles: list[Article]
    texts: list[Words]
    passages: dict[tuple[int, int], tuple[Shared, ...]] = dataclasses.field(default_factory=dict)

    def __post_init__(self) -> None:
        self._furniture: dict[int, frozenset[int]] | None = None
        self._telling: dict[int, set[int]] = {}

    def resolved(self) -> Iterable[Article]:
        """Each article with what was found."""
        origin: dict[int, int] = {}
        before: defaultdict[int, list[int]] = defaultdict(list)
        for one, other in sorted(self.passages):
            before[other].append(one)
        for number, article in enumerate(self.articles):
            cover = {one: self.cover(one, number) for one in before[number]}
            first = max(
                (
                    one
                    for one in cover
                    if self.copied(one, number) and cover.get(origin[one], 0.0) >= FIRST
                ),
                key=lambda one: (cover[one], -one),
                default=number,
            )
            origin[number] = origin.get(first, number)
            credited = credits(article)
            yield dataclasses.replace(
                article,
                origin=self.articles[origin[number]].id,
                agency=agency_of(article, credited),
                credits=credited,
                passages=self._held(number, before[number]),
            )

    def cover(self, one: int, other: int) -> float:
        """Share of the words of the later article, furniture apart, that the earlier one has."""
        own = self._own(other)
        return len(self._held_words(one, other)) / len(own) if own else 0.0

    def copied(self, one: int, other: int) -> bool:
        """Whether the later article is a copy of the earlier one."""
        held, own = self._held_words(one, other), len(self._own(other))
        gain = sum(share - CHANCE for share in held.values())
        return own > 0 and len(held) >= COPY * own and gain >= max(LEAST, GAIN * own)

    def cover_of_shorter(self, one: int, other: int) -> float:
        """As :meth:`cover`, of the shorter of the two articles."""
        if len(self.texts[other].words) <= len(self.texts[one].words):
            return self.cover(one, other)
        own = self._own(one)
        covered = {w for p in self.passages[one, other] for w in range(p.a, p.a_end)}
        return len(covered & own) / len(own) if own else 0.0

    def _own(self, number: int) -> set[int]:
        """Words of an article that are no furniture; none where too few are left to tell."""
        if number not in self._telling:
            words = set(range(len(self.texts[number].words)))
            own = words - self.furniture.get(number, frozenset())
            self._telling[number] = own if len(own) >= OWN_WORDS else set()
        return self._telling[number]

    def _held_words(self, one: int, other: int) -> dict[int, float]:
        """Words of the later article in passages of the earlier one, with the passage's share."""
        own = self._own(other)
        held: dict[int, float] = {}
        for passage in self.passages[one, other]:
            for word in range(passage.b, passage.b_end):
                if word in own:
                    held[word] = max(passage.share, held.get(word, 0.0))
        return held

    @property
    def furniture(self) -> Mapping[int, frozenset[int]]:
        """Of each article the words that stand in several others of its outlet, days apart."""
        if self._furniture is None:
            holders: defaultdict[int, defaultdict[int, set[int]]] = defaultdict(
                lambda: defaultdict(set)
            )
            for (one, other), passages in self.passages.items():
                if not self._days_apart(one, other):
                    continue
                for passage in passages:
                    for word in range(passage.a, passage.a_end):
                        holders[one][word].add(other)
                    for word in range(passage.b, passage.b_end):
                        holders[other][word].add(one)
            self._furniture = {
                number: frozenset(word for word, all_ in words.items() if len(all_) >= STANDING)
                for number, words in holders.items()
            }
        return self._furniture

    def _days_apart(self, one: int, other: int) -> bool:
        a, b = self.articles[one], self.articles[other]
        days = a.published_date, b.published_date
        known = days[0] is not None and days[1] is not None
        far = known and abs(_days(days[0]) - _days(days[1])) >= APART
        return bool(a.outlet) and a.outlet == b.outlet and far

    def _held(self, number: int, earlier: Sequence[int]) -> tuple[Passage, ...]:
        """The passages of an article that earlier ones have, each from the earliest."""
        taken: set[int] = set()
        found: list[Passage] = []
        for one in earlier:
            least = SURE if self._within_a_week(one, number) else 2 * SURE
            for passage in self.passages[one, number]:
                if passage.sure < least:
                    continue
                for start, end in _free(passage.b, passage.b_end, taken):
                    found.append(self._passage(one, number, passage, start, end))
                    taken.update(range(start, end))
        return tuple(sorted(found, key=lambda p: p.start))

    def _within_a_week(self, one: int, other: int) -> bool:
        """News is copied while it is news: later, two reports may be alike by their formulas
        ("a fire swept through the market in ... on Saturday"), and must share more."""
        days = self.articles[one].published_date, self.articles[other].published_date
        if days[0] is None or days[1] is None:
            return True
        return abs((days[0] - days[1]).days) <= WEEK

    def _passage(self, one: int, number: int, whole: Shared, start: int, end: int) -> Passage:
        a, b = self.texts[one], self.texts[number]
        turned = Shared(whole.b, whole.b_end, whole.a, whole.a_end, whole.share)
        there = (whole.a, whole.a_end)
        if (start, end) != (whole.b, whole.b_end):
            there = counterpart(b, a, turned, start, end)
        return Passage(
            start=b.spans[start][0],
            end=b.spans[end - 1][1],
            article=self.articles[one].id,
            other_start=a.spans[there[0]][0],
            other_end=a.spans[there[1] - 1][1],
            share=round(whole.share, 3),
        )

    def links(self) -> Iterable[TextLink]:
        """A link for each pair with passages that are no furniture of an outlet."""
        for (one, other), passages in sorted(self.passages.items()):
            told = [p for p in passages if not self._is_furniture(other, p)]
            if not told:
                continue
            a, b = self.articles[one], self.articles[other]
            share = self.cover_of_shorter(one, other)
            yield TextLink(
                id=_link_id(a.id, b.id),
                a=a.id,
                b=b.id,
                basis="copy" if share >= COPY else "passage",
                share=round(share, 3),
                passages=tuple(self._passage(one, other, p, p.b, p.b_end) for p in told),
                evidence=self._evidence(one, other, told, share),
            )

    def _is_furniture(self, number: int, passage: Shared) -> bool:
        words = self.furniture.get(number, frozenset())
        inside = sum(word in words for word in range(passage.b, passage.b_end))
        return 2 * inside > passage.b_end - passage.b

    def _evidence(self, one: int, other: int, passages: Sequence[Shared], share: float) -> str:
        longest = max(passages, key=lambda p: p.b_end - p.b)
        amount = longest.b_end - longest.b
        alike = "word for word" if longest.share == 1 else f"{longest.share:.0%} of them alike"
        later = len(self.texts[other].words) <= len(self.texts[one].words)
        return (
            f"{share:.0%} of the words of the {'later' if later else 'earlier'} article stand in "
            f"the other; the longest passage has {amount} words, {alike}."
        )


def _days(day: datetime.date | None) -> int:
    return day.toordinal() if day else 0


def _free(start: int, end: int, taken: set[int]) -> Iterable[tuple[int, int]]:
    """The stretches of words from start to end that are not taken."""
    at = start
    while at < end:
        if at in taken:
            at += 1
            continue
        stop = at
        while stop < end and stop not in taken:
            stop += 1
        if stop - at >= min(SLIVER, end - start):
            yield at, stop
        at = stop


def _reworded(case: _Case) -> Iterable[TextLink]:
    """Likely links: sentences in other words, where no passage says so for sure."""
    for (one, other), pairs in reworded(case.articles).items():
        held = [
            (case.texts[other].spans[p.b][0], case.texts[other].spans[p.b_end - 1][1])
            for p in case.passages.get((one, other), ())
        ]
        left = [p for p in pairs if not any(s < p.b[1] and p.b[0] < e for s, e in held)]
        if left:
            a, b = case.articles[one], case.articles[other]
            told = [
                f"{article.outlet} credits “{credits_[0].text.strip(' /()')}”"
                for article in (a, b)
                if (credits_ := credits(article))
            ]
            yield TextLink(
                id=_link_id(a.id, b.id, "reworded"),
                a=a.id,
                b=b.id,
                basis="reworded",
                share=0.0,
                passages=tuple(_sentence(a.id, pair) for pair in left),
                evidence=" ".join([_in_other_words(left), *(f"{each}." for each in told)]),
            )


def _sentence(article: str, pair: Reworded) -> Passage:
    return Passage(*pair.b, article, *pair.a, round(pair.share, 3))


def _in_other_words(pairs: Sequence[Reworded]) -> str:
    amount = "A sentence" if len(pairs) == 1 else f"{len(pairs)} sentences"
    best = max(pair.share for pair in pairs)
    return (
        f"{amount} of each use{'s' if len(pairs) == 1 else ''} the same telling words in the same "
        f"order (up to {best:.0%} of them, names and quotes left out): likely reworded from one "
        "text that the case does not hold, or from each other."
    )


def _link_id(*parts: str) -> str:
    return "o" + hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]
