"""A dispute as a question in plain words, and its sides grouped by value."""

from __future__ import annotations

import dataclasses
import heapq
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

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
    """``How many civilians were killed?``; empty of pairs that measure different things."""
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
    "outcome": "What was the outcome?",
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
_OUTCOMES = _PARTICIPLES | {
    "charge": "charged",
    "deny": "denied",
    "die": "died",
    "escape": "escaped",
    "hold": "held",
    "reject": "rejected",
    "survive": "survived",
    "withdraw": "withdrawn",
}
"""Senses that are compared as outcomes, in words."""
_ASKS_OF_PATIENT: dict[Kind, str] = {
    "date": "When {was} {patient} {participle}?",
    "time": "At what time {was} {patient} {participle}?",
    "place": "Where {was} {patient} {participle}?",
    "actor": "Who {active} {patient}?",
}
_ASKS_OF_AGENT: dict[Kind, str] = {
    "date": "On what date did {agent} {verb}?",
    "time": "At what time did {agent} {verb}?",
    "place": "Where did {agent} {verb}?",
}
_VERBS = {
    "arrive": "arrive",
    "begin": "start",
    "collapse": "collapse",
    "crash": "crash",
    "die": "die",
    "end": "end",
    "explode": "explode",
    "flee": "flee",
    "happen": "happen",
    "leave": "leave",
    "occur": "happen",
    "start": "start",
    "withdraw": "withdraw",
}
"""Senses of claims that read well as "Where did X ...?"."""
_ASKS_OF_NAME: dict[Kind, str] = {
    "age": "How old is {name}?",
    "outcome": "What became of {name}?",
    "extent": "What became of {name}?",
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

    Relations of one kind between facts (a cluster, and of figures what is measured) that all
    clash with each other, or give the same value, are one question. Relations whose claims are
    not in ``claims`` are left out. The question of most articles comes first; none gives an empty
    list.
    """
    known = [item for item in relations if item.a in claims and item.b in claims]
    asked = [_question(group, claims, clusters) for group in _joined(_groups(known, claims))]
    return sorted(asked, key=_weight)


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
    return kind, _measure(value) if kind == "figure" else "", claim.cluster or claim.id


def _measure(value: str) -> str:
    """A figure's value without its number: ``people killed``."""
    return re.sub(r"\d[\d,.]*|\b(?:at (?:least|most)|or more|to)\b", "", value).strip()


def _question(
    group: list[Relation], claims: dict[str, Claim], clusters: dict[str, Cluster]
) -> Question:
    sides: dict[str, dict[str, Claim]] = defaultdict(dict)
    shown: dict[str, str] = {}
    for relation in group:
        for claim, value in _ends(relation):
            key = value.casefold() or claim
            shown.setdefault(key, _in_words(value, claims[claim]))
            sides[key][claim] = claims[claim]
    members = sorted({c.id: c for side in sides.values() for c in side.values()}.items())
    all_claims = [claim for _, claim in members]
    cluster = _main_cluster(all_claims, clusters)
    kind: Kind | None = group[0].kinds[0] if group[0].kinds else None
    in_order = sorted(sides, key=lambda key: _value_order(shown[key]))
    figures = [f for f in (_figure(sides[key].values(), shown[key]) for key in sides) if f]
    return Question(
        id=group[0].id,
        text="" if group[0].verdict == "scope" else _ask(kind, all_claims, figures),
        about=_about(cluster, all_claims),
        kinds=tuple(dict.fromkeys(k for relation in group for k in relation.kinds)),
        sides=tuple(
            Side(shown[key], tuple(claim for _, claim in sorted(sides[key].items())))
            for key in in_order
        ),
        relations=tuple(group),
        cluster=cluster,
        range=_range(figures) if kind == "figure" and group[0].verdict != "scope" else "",
    )


def _in_words(value: str, claim: Claim) -> str:
    """A value as people write it; a time that is the first of a stretch as the stretch."""
    if re.fullmatch(r"\d\d:\d\d", value):
        for when in claim.when:
            times = [(end or "")[11:16] for end in (when.from_, when.to)]
            if times[0] == value and times[1] and times[1] != value:
                return " to ".join(times)
    negation, sense = ("not ", value[4:]) if value.startswith("not ") else ("", value)
    return negation + _OUTCOMES[sense] if sense in _OUTCOMES else words.value(value)


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
    return _ask_patient(kind, members) or _ask_agent(kind, members) or _ask_name(kind, members)


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
    """``When was Karvun captured?``; empty where the claims give no such words."""
    if kind not in _ASKS_OF_PATIENT:
        return ""
    for claim in members:
        event = claim.happening
        if event is None or event.sense not in _PARTICIPLES:
            continue
        patient = event.patient.split(",")[0].strip()  # without what is set beside it
        if not patient or _unfit(patient):
            continue
        many = bool(re.search(r"(?:[^s]s|\band\b.*)\Z", patient))
        participle = _PARTICIPLES[event.sense]
        return _ASKS_OF_PATIENT[kind].format(
            was="were" if many else "was",
            patient=patient,
            participle=participle,
            active=_ACTIVE.get(event.sense, participle),
        )
    return ""


def _ask_agent(kind: Kind, members: Sequence[Claim]) -> str:
    """``Where did the fire start?``; empty where the claims give no such words."""
    if kind not in _ASKS_OF_AGENT:
        return ""
    for claim in members:
        event = claim.happening
        agent = (event.agent or event.patient).split(",")[0].strip() if event else ""
        if event and event.sense in _VERBS and agent and not _unfit(agent):
            article = re.match(r"(?:The|An?) ", agent)
            agent = agent[0].lower() + agent[1:] if article else agent
            return _ASKS_OF_AGENT[kind].format(agent=agent, verb=_VERBS[event.sense])
    return ""


def _ask_name(kind: Kind, members: Sequence[Claim]) -> str:
    """``How old is Ada Brandt?``: of the name most claims share, else as it stands."""
    if kind not in _ASKS_OF_NAME:
        return _AS_IT_STANDS[kind]
    votes = Counter(name for claim in members for name in {n.name for n in claim.names})
    first = members[0]
    shared = [n.name for n in first.names if votes[n.name] == len(members)]
    ages = [figure.start for figure in first.figures if figure.role == "age"]
    if kind == "age" and ages:  # stands beside its name
        shared = [n.name for n in sorted(first.names, key=lambda n: abs(ages[0] - n.end))]
    if not shared or _unfit(shared[0]):
        return _AS_IT_STANDS[kind]
    return _ASKS_OF_NAME[kind].format(name=shared[0])


def _unfit(words_: str) -> bool:
    """Whether words are too long or say too little to stand in a question."""
    return len(words_) > 60 or bool(_PRONOUN.match(words_))
