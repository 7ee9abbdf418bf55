"""A dispute as a question in plain words, and its sides grouped by value."""

from __future__ import annotations

import dataclasses
import heapq
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from claims.figures import written
from claims.records import Claim, Cluster, Figure, Kind, Relation
from reports import asking, vocabulary, words

_COUNTED = re.compile(
    r"(?P<more>more than )?(?P<number>\d[\d,.]*)(?P<open> or more)?(?!\S| to \d)(?P<what>.*)\Z",
    re.DOTALL,
)
"""A count in words: whether it is above the number, the number, whether it is open, what is
counted."""


@dataclasses.dataclass(frozen=True, slots=True)
class Side:
    """One answer to the question and the claims that give it."""

    value: str
    """In words; empty when the relation names no values."""
    claims: tuple[Claim, ...]
    """Sorted by id; a claim with another value is on another side."""


@dataclasses.dataclass(frozen=True, slots=True)
class Question:
    """Relations of one verdict that turn on the same thing, read as one question."""

    id: str
    """Id of its first relation."""
    text: str
    """``How many civilians were killed?``; empty of pairs that measure different things."""
    about: str
    """What it is about, in the words of a claim."""
    kinds: tuple[Kind, ...]
    sides: tuple[Side, ...]
    """In the order of their values; those of updates in the order of time."""
    relations: tuple[Relation, ...]
    cluster: Cluster | None
    """The cluster of most of its claims."""
    range: str
    """From the lowest to the highest of the figures compared; empty if it is about none."""

    def short(self, side: Side) -> str:
        """A side's value for a line beside the question: ``48``, where all count the same."""
        counted = [_COUNTED.match(each.value) for each in self.sides]
        own = _COUNTED.match(side.value)
        if self.kinds[:1] != ("figure",) or own is None or not all(counted):
            return side.value
        measures = {match["what"].removeprefix(" (or more)") for match in counted if match}
        return side.value.removesuffix(measures.pop()) if len(measures) == 1 else side.value

    @property
    def lettered(self) -> tuple[tuple[str, Side], ...]:
        """The sides with a letter each, by which pictures refer to them: A, B ... Z, A2 ..."""
        return tuple(
            (chr(65 + number % 26) + (str(number // 26 + 1) if number > 25 else ""), side)
            for number, side in enumerate(self.sides)
        )


def questions(
    relations: Iterable[Relation], claims: dict[str, Claim], clusters: dict[str, Cluster]
) -> list[Question]:
    """Relations of one verdict, gathered where they turn on the same thing.

    Relations of one kind between facts (a cluster, and of figures what is measured) that all
    clash with each other, or give the same value, are one question. Relations whose claims are
    not in ``claims`` are left out. The question of most articles comes first; none gives an empty
    list.
    """
    known = [item for item in relations if item.a in claims and item.b in claims]
    case = asking.case_of(claims.values())
    groups = list(_joined(_groups(known, claims)))
    asked = [_question(group, claims, clusters, case) for group in groups]
    for group in _asked_twice(asked):
        merged = [relation for question in group for relation in question.relations]
        merged.sort(key=lambda relation: relation.id)
        asked = [question for question in asked if question not in group]
        asked.append(_question(merged, claims, clusters, case))
    return sorted(asked, key=_weight)


def _asked_twice(asked: Sequence[Question]) -> Iterator[list[Question]]:
    """Questions in the same words, of which each shares a statement with one before it.

    Only questions that name a place or a day: "How many were killed?" alone says nothing.
    """
    by_text: dict[str, list[Question]] = defaultdict(list)
    for question in asked:
        if re.search(r" (?:in|at|on|near) (?!the\b)", question.text):
            by_text[question.text].append(question)
    for _, same in sorted(by_text.items()):
        left = sorted(same, key=lambda question: question.id)
        while left:
            group, held = [left.pop(0)], set[str]()
            held.update(_statements(group[0]))
            while more := [question for question in left if held & _statements(question)]:
                group += more
                left = [question for question in left if question not in more]
                held.update(*map(_statements, more))
            if len(group) > 1:
                yield group


def _statements(question: Question) -> set[str]:
    return {key for relation in question.relations for key in (relation.a, relation.b)}


def _weight(question: Question) -> tuple[int, int, str]:
    """Most articles first: what one article reports as disputed is no news to its reader."""
    claims = [claim for side in question.sides for claim in side.claims]
    return -len({claim.article for claim in claims}), -len(claims), question.id


def _ends(relation: Relation) -> Iterator[tuple[str, str]]:
    """Each claim of a relation with its value."""
    values = (*relation.values, "", "")
    return zip((relation.a, relation.b), values, strict=False)


def _joined(groups: Iterable[list[Relation]]) -> Iterator[list[Relation]]:
    """Groups with the same answers that share a claim are one question asked twice."""
    kept: dict[object, list[Relation]] = {}
    for group in groups:
        answers = frozenset(value.casefold() for r in group for value in r.values)
        keys = [(answers, claim) for r in group for claim in (r.a, r.b)] if answers else []
        into = next((kept[key] for key in keys if key in kept), None)
        if into is None:
            into = kept[group[0].id] = []
        into += group
        kept.update(dict.fromkeys(keys, into))
    for key, group in kept.items():
        if isinstance(key, str):
            yield sorted(group, key=lambda r: r.id)


_Key = tuple[str, str, str]


def _groups(relations: Sequence[Relation], claims: dict[str, Claim]) -> Iterator[list[Relation]]:
    """Facts that each clash with each other, or answer alike, are asked about together.

    Components would chain: A clashes with B and B with C, and three events are one dispute.
    The fact of most relations takes its circle first; what is left over is asked on its own.
    """
    ends = {r.id: tuple(_fact(r, claims[c], v) for c, v in _ends(r)) for r in relations}
    answers: dict[_Key, set[str]] = defaultdict(set)
    touching: dict[_Key, set[str]] = defaultdict(set)
    for relation in relations:
        for fact, (_, value) in zip(ends[relation.id], _ends(relation), strict=True):
            touching[fact].add(relation.id)
            answers[fact].add(value.casefold())
    linked = {frozenset(facts) for facts in ends.values()}
    by_id = {relation.id: relation for relation in relations}
    left = set(by_id)
    waiting = [(-len(keys), fact) for fact, keys in touching.items()]
    heapq.heapify(waiting)
    while left:
        size, hub = heapq.heappop(waiting)
        held = touching[hub] & left
        if len(held) < -size:  # others have taken some of them: its turn comes later
            if held:
                heapq.heappush(waiting, (-len(held), hub))
            continue
        circle = {hub}
        for fact in sorted({fact for key in held for fact in ends[key]} - circle):
            if all(
                frozenset((fact, other)) in linked or answers[fact] & answers[other]
                for other in circle
            ):
                circle.add(fact)
        group = {key for key in held if circle.issuperset(ends[key])}
        for fact in circle:
            group |= {key for key in touching[fact] & left if circle.issuperset(ends[key])}
        left -= group
        heapq.heappush(waiting, (-len(held - group), hub))
        yield sorted((by_id[key] for key in group), key=lambda r: r.id)


def _fact(relation: Relation, claim: Claim, value: str) -> _Key:
    """What a relation asks at one of its ends: its kind, what is measured, and of which fact."""
    kind = relation.kinds[0] if relation.kinds else ""
    return kind, asking.measured(value) if kind == "figure" else "", claim.cluster or claim.id


def _question(
    group: list[Relation],
    claims: dict[str, Claim],
    clusters: dict[str, Cluster],
    case: asking.Case,
) -> Question:
    kind: Kind | None = group[0].kinds[0] if group[0].kinds else None
    counts = kind == "figure" and group[0].verdict != "scope"
    sides = _sides(group, claims, merged=counts)
    members = sorted({c.id: c for side in sides for c in side.claims}.items())
    all_claims = [claim for _, claim in members]
    cluster = _main_cluster(all_claims, clusters)
    figures = [f for side in sides for c in side.claims if (f := figure_of(c, side.value))]
    held = [side.claims for side in sides]
    return Question(
        id=group[0].id,
        text="" if group[0].verdict == "scope" else asking.ask(kind, held, figures, case),
        about=_about(cluster, all_claims),
        kinds=tuple(dict.fromkeys(k for relation in group for k in relation.kinds)),
        sides=tuple(sides),
        relations=tuple(group),
        cluster=cluster,
        range=_range(figures) if counts else "",
    )


def _sides(group: Sequence[Relation], claims: dict[str, Claim], merged: bool) -> list[Side]:
    """The answers in the order of their values; of figures, "22" and "22 or more" are one."""
    held: dict[str, dict[str, Claim]] = defaultdict(dict)
    values: dict[str, dict[str, None]] = defaultdict(dict)
    for relation in group:
        for claim, value in _ends(relation):
            match = _COUNTED.match(value) if merged else None
            key = match["number"] if match else value.casefold() or claim
            held[key][claim] = claims[claim]
            values[key][_in_words(value, claims[claim])] = None
    sides = [
        Side(
            _one_value(sorted(values[key])), tuple(claim for _, claim in sorted(held[key].items()))
        )
        for key in held
    ]
    in_order = sorted(sides, key=lambda side: (*_value_order(side.value), side.claims[0].id))
    if group[0].verdict != "update":
        return in_order
    later = Counter(r.b for r in group)
    later.subtract(r.a for r in group)
    return sorted(
        in_order, key=lambda side: sum(later[c.id] for c in side.claims) / len(side.claims)
    )


def _one_value(values: Sequence[str]) -> str:
    """``35 (or more) fighters or jihadists killed``: counts of one number as one value."""
    parsed = [match for match in map(_COUNTED.match, values) if match]
    if len(values) < 2 or len(parsed) < len(values):
        return values[0]
    bounds = {(match["more"] or "", match["open"] or "") for match in parsed}
    more, bound = ("", " (or more)") if len(bounds) > 1 else bounds.pop()
    nouns = sorted({match["what"].strip() for match in parsed})
    if len(nouns) > 1:
        endings = {noun.rpartition(" ")[2] for noun in nouns}
        ending = f" {endings.pop()}" if len(endings) == 1 else ""
        listed = [noun.removesuffix(ending) for noun in nouns]
        nouns = [", ".join(listed[:-1]) + f" or {listed[-1]}{ending}"]
    return f"{more}{parsed[0]['number']}{bound} {nouns[0]}".strip()


def _in_words(value: str, claim: Claim) -> str:
    """A value as people write it; a time that is the first of a stretch as the stretch."""
    if re.fullmatch(r"\d\d:\d\d", value):
        for when in claim.when:
            times = [(end or "")[11:16] for end in (when.from_, when.to)]
            if times[0] == value and times[1] and times[1] != value:
                return " to ".join(times)
    negation, sense = ("not ", value[4:]) if value.startswith("not ") else ("", value)
    told = vocabulary.PARTICIPLES.get(sense)
    return negation + told if told else words.value(value)


def _value_order(value: str) -> tuple[float, str]:
    """By the first number in it, so that 9 comes before 12; values without one come last."""
    match = re.search(r"\d[\d,]*(?:\.\d+)?", value)
    return (float(match[0].replace(",", "")) if match else float("inf"), value)


def _main_cluster(members: Sequence[Claim], clusters: dict[str, Cluster]) -> Cluster | None:
    votes: dict[str, int] = defaultdict(int)
    for claim in members:
        if claim.cluster in clusters:
            votes[claim.cluster] += 1
    return clusters[min(votes, key=lambda key: (-votes[key], key))] if votes else None


def _about(cluster: Cluster | None, members: Sequence[Claim]) -> str:
    """The cluster's label where a claim in question says it, else the claim of most names."""
    if cluster and any(claim.text == cluster.label for claim in members):
        return cluster.label
    return min(members, key=lambda c: (-len({n.name for n in c.names}), len(c.text), c.id)).text


def figure_of(claim: Claim, value: str) -> Figure | None:
    """The figure of a claim that a value speaks of: one whose number stands in it, if any."""
    numbers = {float(n.replace(",", "")) for n in re.findall(r"\d[\d,]*(?:\.\d+)?", value)}
    found = [f for f in claim.figures if {f.low, f.high, *written(f)} & numbers]
    return min(found, key=lambda f: (f.role not in value, f.noun not in value), default=None)


def _range(figures: Sequence[Figure]) -> str:
    """From the lowest to the highest: ``14 to 22 or more``; empty without figures."""
    if not figures:
        return ""
    ends = [written(figure) for figure in figures]
    low, high = min(low for low, _ in ends), max(low if top is None else top for low, top in ends)
    more = " or more" if any(top is None and low >= high for low, top in ends) else ""
    return words.span(low, high) + more
