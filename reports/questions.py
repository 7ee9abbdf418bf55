"""A dispute as a question in plain words, and its sides grouped by value."""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import networkx as nx

from claims.records import Claim, Cluster, Figure, Kind, Relation
from reports import words


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
    """``How many civilians were killed?``"""
    about: str
    """What it is about, in the words of a claim."""
    kinds: tuple[Kind, ...]
    sides: tuple[Side, ...]
    """In the order of their values."""
    relations: tuple[Relation, ...]
    cluster: Cluster | None
    """The cluster of most of its claims."""
    range: str
    """From the lowest to the highest of the figures compared; empty if it is about none."""


_AS_IT_STANDS: dict[Kind, str] = {
    "date": "On what date was it?",
    "time": "At what time was it?",
    "age": "How old?",
    "place": "Where was it?",
    "actor": "Who did it?",
    "name": "What is the name?",
    "outcome": "How did it end?",
    "extent": "How far did it go?",
    "manner": "How was it done?",
    "figure": "How many?",
}
"""What is asked when a claim doesn't say more."""

_PARTICIPLES = {
    "arrest": "arrested",
    "attack": "attacked",
    "bomb": "bombed",
    "build": "built",
    "capture": "captured",
    "close": "closed",
    "destroy": "destroyed",
    "detain": "detained",
    "free": "freed",
    "hit": "hit",
    "injure": "injured",
    "kill": "killed",
    "open": "opened",
    "recapture": "recaptured",
    "release": "released",
    "seize": "seized",
    "shoot": "shot",
    "strike": "struck",
    "take": "taken",
}
"""Senses of claims that read well as "When was X ...?"."""
_ASKS_OF_PATIENT: dict[Kind, str] = {
    "date": "When {was} {patient} {participle}?",
    "time": "At what time {was} {patient} {participle}?",
    "place": "Where {was} {patient} {participle}?",
    "actor": "Who {active} {patient}?",
}
_ACTIVE = {"take": "took"}
"""Past tenses that aren't the participle."""
_PRONOUN = re.compile(
    r"(?:I|he|she|it|they|them|him|her|we|us|you|who|which|that|this|these|those)\Z", re.IGNORECASE
)


def questions(
    relations: Iterable[Relation], claims: dict[str, Claim], clusters: dict[str, Cluster]
) -> list[Question]:
    """Relations of one verdict, gathered where they turn on the same thing.

    Two relations are one question when they have a kind in common and share a claim with the
    same value, or a value within one cluster. Relations whose claims are not in ``claims`` are
    left out. The question of most claims comes first; none gives an empty list.
    """
    known = [item for item in relations if item.a in claims and item.b in claims]
    asked = [_question(group, claims, clusters) for group in _groups(known, claims)]
    return sorted(asked, key=lambda q: (-sum(len(s.claims) for s in q.sides), q.id))


def _ends(relation: Relation) -> Iterator[tuple[str, str]]:
    """Each claim of a relation with its value."""
    values = (*relation.values, "", "")
    return zip((relation.a, relation.b), values, strict=False)


def _groups(relations: Sequence[Relation], claims: dict[str, Claim]) -> Iterator[list[Relation]]:
    joined: nx.Graph[object] = nx.Graph()
    for relation in relations:
        kind = relation.kinds[0] if relation.kinds else ""
        joined.add_node(relation.id)
        for claim, value in _ends(relation):
            joined.add_edge(relation.id, (kind, claim, value))
            cluster = claims[claim].cluster
            if cluster and value:
                joined.add_edge(relation.id, (kind, "cluster", cluster, value.casefold()))
    by_id = {relation.id: relation for relation in relations}
    for part in nx.connected_components(joined):
        yield sorted((by_id[n] for n in part if isinstance(n, str)), key=lambda r: r.id)


def _question(
    group: list[Relation], claims: dict[str, Claim], clusters: dict[str, Cluster]
) -> Question:
    sides: dict[str, dict[str, Claim]] = defaultdict(dict)
    shown: dict[str, str] = {}
    for relation in group:
        for claim, value in _ends(relation):
            key = value.casefold() or claim
            shown.setdefault(key, words.value(value))
            sides[key][claim] = claims[claim]
    members = sorted({c.id: c for side in sides.values() for c in side.values()}.items())
    all_claims = [claim for _, claim in members]
    cluster = _main_cluster(all_claims, clusters)
    kind: Kind | None = group[0].kinds[0] if group[0].kinds else None
    in_order = sorted(sides, key=lambda key: _value_order(shown[key]))
    figures = [f for f in (_figure(sides[key].values(), shown[key]) for key in sides) if f]
    return Question(
        id=group[0].id,
        text=(
            _measures([shown[key] for key in in_order])
            if group[0].verdict == "scope"
            else _ask(kind, all_claims, figures)
        ),
        about=cluster.label if cluster else all_claims[0].text,
        kinds=tuple(dict.fromkeys(k for relation in group for k in relation.kinds)),
        sides=tuple(
            Side(shown[key], tuple(claim for _, claim in sorted(sides[key].items())))
            for key in in_order
        ),
        relations=tuple(group),
        cluster=cluster,
        range=_range(figures) if kind == "figure" and group[0].verdict != "scope" else "",
    )


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


def _figure(members: Iterable[Claim], value: str) -> Figure | None:
    """The figure of the claims that a value speaks of: one whose number stands in it."""
    numbers = {float(n.replace(",", "")) for n in re.findall(r"\d[\d,]*(?:\.\d+)?", value)}
    found = [
        figure
        for claim in members
        for figure in claim.figures
        if {figure.low, figure.high} & numbers
    ]
    return min(found, key=lambda f: (f.role not in value, f.noun not in value), default=None)


def _range(figures: Sequence[Figure]) -> str:
    if not figures:
        return ""
    highs = [figure.high for figure in figures if figure.high is not None]
    open_ended = len(highs) < len(figures)
    return words.span(min(figure.low for figure in figures), None if open_ended else max(highs))


def _ask(kind: Kind | None, members: Sequence[Claim], figures: Sequence[Figure]) -> str:
    if kind is None:
        return "Which of these is it?"
    if kind == "figure" and figures:
        return _ask_figure(figures[0])
    if kind in _ASKS_OF_PATIENT:
        return _ask_patient(kind, members)
    return _AS_IT_STANDS[kind]


def _measures(values: Sequence[str]) -> str:
    listed = " and ".join(value for value in values if value)
    return f"Not one measure: {listed}" if listed else "Not one measure"


def _ask_figure(figure: Figure) -> str:
    if figure.unit == "percent":
        return f"What share of {words.plural(figure.noun)}?" if figure.noun else "What share?"
    if figure.unit == "year" or figure.role == "age":
        return "How old?"
    if re.fullmatch(r"[A-Z]{3}", figure.unit):
        return f"How much money ({figure.unit})?"
    if figure.unit:
        return f"How many {words.plural(figure.unit)}?"
    noun = words.plural(figure.noun) if figure.noun else "were there"
    if not figure.role:
        return f"How many {noun}?"
    return f"How many {noun if figure.noun else ''} were {figure.role}?".replace("  ", " ")


def _ask_patient(kind: Kind, members: Sequence[Claim]) -> str:
    for claim in members:
        event = claim.happening
        if event is None or event.sense not in _PARTICIPLES:
            continue
        patient = event.patient.split(",")[0].strip()  # without what is set beside it
        if not patient or len(patient) > 60 or _PRONOUN.match(patient):
            continue
        many = bool(re.search(r"(?:[^s]s|\band\b.*)\Z", patient))
        participle = _PARTICIPLES[event.sense]
        return _ASKS_OF_PATIENT[kind].format(
            was="were" if many else "was",
            patient=patient,
            participle=participle,
            active=_ACTIVE.get(event.sense, participle),
        )
    return _AS_IT_STANDS[kind]
