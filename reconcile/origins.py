"""How many independent origins state a fact: which claims rest on one word, and why.

Claims are joined, the surest reason first, never two that name different sources:

1. ``passage``: both quotes lie in one passage that their articles share;
2. ``source``: both name one source (a person and the body he speaks for are one);
3. ``article``: an article's own words beside the source that it names for the same fact;
4. ``agency``, ``outlet``, ``edition``, ``declared``: own words of one house;
5. likely only: one institution called by what it is ("police"), an agency that had a part in both
   articles, sentences that are reworded from one text.
"""

from __future__ import annotations

import dataclasses
import functools
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations, pairwise

from claims.records import Claim, MergeBasis, OriginMerge, OutletMerge, Reconciliation
from corpus.agencies import counted, house_agency
from corpus.outlets import House, houses
from corpus.passages import Words, pairs
from corpus.records import Article, Passage, TextLink
from reconcile.sources import Source, Sources

COVERED = 0.6
"""Share of a quote that lies in a passage from which on the passage is where it comes from."""

OVERLAP = 0.5
"""Share of the shorter of two stretches from which on they are one."""

_DEPTH = 8
"""Most articles a passage is followed through; a chain of reprints has an end."""


@dataclasses.dataclass(frozen=True, slots=True)
class Place:
    """Where a quote stands in the earliest article that has its passage."""

    article: str
    start: int
    end: int

    def meets(self, other: Place) -> bool:
        """Whether both are the same words of one article."""
        if self.article != other.article:
            return False
        inside = min(self.end, other.end) - max(self.start, other.start)
        return inside >= OVERLAP * min(self.end - self.start, other.end - other.start) > 0


@dataclasses.dataclass(frozen=True, slots=True)
class Ground:
    """What one claim rests on."""

    claim: Claim
    article: Article
    source: Source | None
    place: Place
    """Its own quote where no earlier article has it."""
    house: str
    """``agency:NAME``, ``outlet:NAME`` or ``article:ID``: who answers for own words."""
    basis: MergeBasis
    """Why that is its house: ``outlet``, ``agency``, ``edition``, ``declared``, ``passage``."""
    why: str
    """The same as a clause."""
    parts: tuple[str, ...]
    """Agencies that had a part in the article: likely the house."""

    @property
    def named(self) -> tuple[str, ...]:
        """Keys of the source, none for own words and for a mere role."""
        return self.source.keys if self.source else ()


@dataclasses.dataclass(frozen=True, slots=True)
class Grouping:
    """The origins of some claims of one fact."""

    names: Mapping[str, str]
    """Claim id to the name of its origin."""
    merges: tuple[OriginMerge, ...]

    @property
    def origins(self) -> tuple[str, ...]:
        """The independent ones, sorted."""
        return tuple(sorted(set(self.names.values())))


def outlet_merges(houses: Mapping[str, House]) -> tuple[OutletMerge, ...]:
    """The outlets for which another name stands, sorted."""
    return tuple(
        OutletMerge(name, house.key.partition(":")[2], house.basis, house.evidence)
        for name, house in sorted(houses.items())
        if house.basis is not None
    )


def houses_of(rec: Reconciliation) -> dict[str, House]:
    """The houses of a case that was read again, what was declared for it included."""
    found = houses(rec.articles)
    for merge in rec.outlet_merges:
        agency = house_agency(merge.one)
        key = f"agency:{agency}" if agency else f"outlet:{merge.one}"
        found[merge.name] = House(key, merge.basis, merge.evidence)
    return found


class Origins:
    """The origins of the claims of a case."""

    def __init__(
        self,
        articles: Iterable[Article],
        claims: Sequence[Claim],
        links: Iterable[TextLink],
        houses: Mapping[str, House],
    ) -> None:
        self._articles = {article.id: article for article in articles}
        self._sources = Sources(self._articles.values(), claims, houses)
        self._houses = houses
        self._grounds: dict[str, Ground] = {}
        self._aligned: dict[tuple[str, Passage], list[tuple[int, int, int]]] = {}
        self._links: dict[tuple[str, str], TextLink] = {
            (link.a, link.b): link for link in links if not link.sure
        }

    @classmethod
    def of(cls, rec: Reconciliation) -> Origins:
        """Those of a case that was read again."""
        return cls(rec.articles, rec.claims, rec.links, houses_of(rec))

    def ground(self, claim: Claim) -> Ground:
        """What a claim rests on."""
        if claim.id not in self._grounds:
            self._grounds[claim.id] = self._ground(claim)
        return self._grounds[claim.id]

    def same(self, a: Claim, b: Claim) -> bool:
        """Whether two claims of one fact rest, surely or likely, on one origin."""
        return len(self.group((a, b)).origins) == 1

    def group(self, claims: Iterable[Claim]) -> Grouping:
        """The origins of claims of one fact; no claims, no origins."""
        grounds = [self.ground(claim) for claim in sorted(claims, key=lambda claim: claim.id)]
        joined = _Joined(grounds)
        for step in (_passages, _sources, _articles, _houses, _roles, _parts):
            step(joined)
        self._reworded(joined)
        return Grouping(joined.names(), tuple(joined.merges))

    def _ground(self, claim: Claim) -> Ground:
        article = self._articles[claim.article]
        place = self._place(claim.article, claim.start, claim.end, _DEPTH)
        house, basis, why = self._house(article)
        parts = _parts_of(article)
        if place.article != article.id and not house.startswith("agency:"):
            origin = self._articles[place.article]
            house, _, _ = self._house(origin)
            basis, why, parts = "passage", f"it stands in {_called(origin)}", _parts_of(origin)
        elif any(f"agency:{agency}" in self._houses_held(article) for agency in parts):
            # The case holds what the agency wrote: what is not in it is the outlet's own.
            parts = ()
        return Ground(claim, article, self._sources.of(claim), place, house, basis, why, parts)

    def _house(self, article: Article) -> tuple[str, MergeBasis, str]:
        """Who answers for an article's own words."""
        whole = [credit for credit in counted(article.credits) if credit.whole]
        agency = whole[0].agency if whole else ""
        if agency and len({credit.agency for credit in whole}) == 1:
            credit = whole[0]
            if credit.where == "declared":
                return f"agency:{agency}", "declared", f"{article.outlet} is declared to print it"
            written = " ".join(credit.text.split())
            return f"agency:{agency}", "agency", f"{_called(article)} credits it (“{written}”)"
        house = self._houses.get(article.outlet)
        if house is None:
            return f"article:{article.id}", "outlet", ""
        if house.basis is None:
            return house.key, "outlet", ""
        basis: MergeBasis = "declared" if house.basis == "declared" else "edition"
        return house.key, basis, house.evidence

    def _houses_held(self, article: Article) -> frozenset[str]:
        """Houses of the articles whose passages this one has."""
        return frozenset(
            self._house(self._articles[passage.article])[0] for passage in article.passages
        )

    def _place(self, article: str, start: int, end: int, depth: int) -> Place:
        passage = self._passage(article, start, end)
        if passage is None or depth == 0:
            return Place(article, start, end)
        first, last = self._there(article, passage, start, end)
        return self._place(passage.article, first, max(last, first + 1), depth - 1)

    def _there(self, article: str, passage: Passage, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of an edited passage stands in the earlier article, word by word."""
        if (article, passage) not in self._aligned:
            here = self._articles[article].text[passage.start : passage.end]
            other = self._articles[passage.article].text
            one, two = Words.of(here), Words.of(other[passage.other_start : passage.other_end])
            self._aligned[article, passage] = [
                (passage.start + one.spans[a][0], passage.other_start + two.spans[b][0],
                 passage.other_start + two.spans[b][1])
                for a, b in pairs(one.words, two.words)
            ]  # fmt: skip
        met = [row for row in self._aligned[article, passage] if start <= row[0] < end]
        return (met[0][1], met[-1][2]) if met else (passage.other_start, passage.other_end)

    def _passage(self, article: str, start: int, end: int) -> Passage | None:
        held = self._articles[article].passages
        inside = [(min(end, p.end) - max(start, p.start), p) for p in held]
        most, passage = max(inside, key=lambda row: row[0], default=(0, None))
        return passage if most >= COVERED * (end - start) else None

    def _reworded(self, joined: _Joined) -> None:
        for a, b in combinations(joined.grounds, 2):
            if a.named and b.named:
                continue  # both say whom they rest on
            pair = (a, b) if (a.article.id, b.article.id) in self._links else (b, a)
            link = self._links.get((pair[0].article.id, pair[1].article.id))
            if link is None:
                continue
            for passage in link.passages:
                if _within(pair[1].claim, passage.start, passage.end) and _within(
                    pair[0].claim, passage.other_start, passage.other_end
                ):
                    joined.join(a, b, "reworded", False, link.evidence)
                    break


class _Joined:
    """Claims joined into origins (union-find), with the reason of every join."""

    def __init__(self, grounds: Sequence[Ground]) -> None:
        self.grounds = grounds
        self.merges: list[OriginMerge] = []
        self.attached: set[str] = set()
        """Claims that rest on a source their article names beside them."""
        self._parent = {ground.claim.id: ground.claim.id for ground in grounds}
        self._named = {ground.claim.id: frozenset(ground.named) for ground in grounds}

    def root(self, ground: Ground) -> str:
        """The claim that stands for the origin of this one."""
        id_ = ground.claim.id
        while self._parent[id_] != id_:
            id_ = self._parent[id_]
        return id_

    def join(self, a: Ground, b: Ground, basis: MergeBasis, sure: bool, evidence: str) -> None:
        """Joins two claims, unless they are joined or rest on two sources that they name."""
        one, other = self.root(a), self.root(b)
        named = self._named[one], self._named[other]
        if one == other or (named[0] and named[1] and not named[0] & named[1]):
            return
        self._parent[other] = one
        self._named[one] = named[0] | named[1]
        first, second = sorted((a.claim.id, b.claim.id))
        self.merges.append(OriginMerge(first, second, basis, sure, evidence))

    def names(self) -> dict[str, str]:
        """The name of each claim's origin: its source, else an agency, else an outlet."""
        parts: defaultdict[str, list[Ground]] = defaultdict(list)
        for ground in self.grounds:
            parts[self.root(ground)].append(ground)
        return {ground.claim.id: _name(part) for part in parts.values() for ground in part}


def _name(part: Sequence[Ground]) -> str:
    sources = [ground.named[0] for ground in part if ground.named]
    if sources:
        # A body before the person who speaks for it: it is what the others name.
        bodies = {key for ground in part for key in ground.named[1:]}
        return min(sources, key=lambda key: (key not in bodies, -sources.count(key), key))
    roles = [f"source:{g.source.role}" for g in part if g.source and g.source.role]
    if roles:
        return min(roles)
    houses = [ground.house for ground in part]
    first = {ground.house: ground for ground in sorted(part, key=_published, reverse=True)}
    rank = {"agency": 0, "outlet": 1, "article": 2}
    return min(
        houses,
        key=lambda key: (
            rank[key.partition(":")[0]],
            -houses.count(key),
            _published(first[key]),
            key,
        ),
    )


def _published(ground: Ground) -> str:
    return ground.article.published or "9999"


def _passages(joined: _Joined) -> None:
    by_article: defaultdict[str, list[Ground]] = defaultdict(list)
    for ground in joined.grounds:
        by_article[ground.place.article].append(ground)
    for grounds in by_article.values():
        for a, b in combinations(grounds, 2):
            if a.article.id != b.article.id and a.place.meets(b.place):
                held = sorted({_called(ground.article) for ground in (a, b)})
                joined.join(
                    a, b, "passage", True, f"Both quotes lie in one passage of {_and(held)}."
                )


def _sources(joined: _Joined) -> None:
    for key, grounds in _by(joined.grounds, lambda ground: ground.named).items():
        for a, b in pairwise(grounds):
            joined.join(a, b, "source", True, _source_evidence(key, a, b))


def _source_evidence(key: str, a: Ground, b: Ground) -> str:
    name = key.partition(":")[2]
    known = {f"; {g.source.evidence}" for g in (a, b) if g.source and g.source.evidence}
    said = {
        f"; {g.source.keys[0].partition(':')[2]} speaks for it"
        for g in (a, b)
        if g.source and key in g.source.keys[1:]
    }
    return f"Both rest on {name}{''.join(sorted(known | said))}."


def _articles(joined: _Joined) -> None:
    """Own words of an article rest on the nearest source it names for the same fact."""
    for grounds in _by(joined.grounds, lambda ground: (ground.article.id,)).values():
        told = [ground for ground in grounds if ground.source]
        for ground in grounds:
            if ground.claim.voice != "own" or ground.source or not told:
                continue  # another voice of the article, unnamed, is no echo of this one
            nearest = min(told, key=functools.partial(_distance, ground))
            name = _source_name(nearest)
            joined.attached.add(ground.claim.id)
            joined.join(
                ground,
                nearest,
                "article",
                True,
                f"{_called(ground.article)} gives {name} as the source of the same fact.",
            )


def _distance(ground: Ground, other: Ground) -> tuple[int, str]:
    return abs(other.claim.start - ground.claim.start), other.claim.id


def _source_name(ground: Ground) -> str:
    if ground.named:
        return ground.named[0].partition(":")[2]
    return ground.source.role if ground.source else ""


def _houses(joined: _Joined) -> None:
    def keys(ground: Ground) -> tuple[str, ...]:
        """Own words rest on their house, and so does who names that house as a source."""
        if ground.source is not None:
            return ground.named
        return () if ground.claim.id in joined.attached else (ground.house,)

    for key, grounds in _by(joined.grounds, keys).items():
        for a, b in pairwise(grounds):
            if a.source or b.source:
                name = key.partition(":")[2]
                why = f"{name} is the source one of them names, and answers for the other."
                joined.join(a, b, "source", True, why)
            else:
                joined.join(a, b, _house_basis(a, b), True, _house_evidence(key, a, b))


def _house_basis(a: Ground, b: Ground) -> MergeBasis:
    order: tuple[MergeBasis, ...] = ("declared", "edition", "passage", "agency")
    return next((basis for basis in order if basis in (a.basis, b.basis)), "outlet")


def _house_evidence(key: str, a: Ground, b: Ground) -> str:
    name = key.partition(":")[2]
    if _house_basis(a, b) == "outlet":
        return f"Both are {name}'s own words."
    why = "; ".join(dict.fromkeys(g.why.rstrip(".") for g in (a, b) if g.why))
    return f"Both rest on {name}: {why}."


def _roles(joined: _Joined) -> None:
    """One institution, where not two of that sort are named."""
    for role, grounds in _by(joined.grounds, _role_of).items():
        named = {ground.named[0] for ground in grounds if ground.named}
        chosen = grounds if len(named) <= 1 else [g for g in grounds if not g.named]
        for a, b in pairwise(chosen):
            why = f"Both rest on “{role}”, who are likely the same for one event."
            joined.join(a, b, "source", False, why)


def _role_of(ground: Ground) -> tuple[str, ...]:
    return (ground.source.role,) if ground.source and ground.source.role else ()


def _parts(joined: _Joined) -> None:
    """Own words of articles in which one agency had a part, or that it wrote."""

    def agencies(ground: Ground) -> tuple[str, ...]:
        if ground.source is not None or ground.claim.id in joined.attached:
            return ()
        return (ground.house, *(f"agency:{part}" for part in ground.parts))

    for key, grounds in _by(joined.grounds, agencies).items():
        for a, b in pairwise(grounds):
            name = key.partition(":")[2]
            called = _and([_called(a.article), _called(b.article)])
            why = f"{called} both credit {name}, at least in part."
            joined.join(a, b, "agency", False, why)


def _parts_of(article: Article) -> tuple[str, ...]:
    return tuple(dict.fromkeys(c.agency for c in counted(article.credits) if not c.whole))


def _by(
    grounds: Iterable[Ground], keys: Callable[[Ground], Iterable[str]]
) -> dict[str, list[Ground]]:
    found: defaultdict[str, list[Ground]] = defaultdict(list)
    for ground in grounds:
        for key in dict.fromkeys(keys(ground)):
            found[key].append(ground)
    return dict(sorted(found.items()))


def _within(claim: Claim, start: int, end: int) -> bool:
    inside = min(claim.end, end) - max(claim.start, start)
    return inside >= OVERLAP * (claim.end - claim.start)


def _called(article: Article) -> str:
    day = f" of {article.published[:10]}" if article.published else ""
    return f"{article.outlet or 'an unnamed outlet'}{day}"


def _and(names: Iterable[str]) -> str:
    return " and ".join(names)
