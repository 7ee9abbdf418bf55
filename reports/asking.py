"""The question at the head of a dispute, in plain English, from what its claims share.

``How many people were killed in the fire at Old Market on 3 May 2031?``: what is asked comes from
the kind of the relation, what happened, where and when from words that both sides use. What the
sides do not share is left out, so that the question takes no side. Words that one party has for
the other ("terrorists", "regime") stay in the quotes; the question says "fighters".
"""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from claims.records import Claim, Figure, Happening, Kind
from reports import vocabulary, words

_PLACED = re.compile(r"\b(in|at|near|outside|inside|on|off)\s+(?:the\s+)?\Z", re.IGNORECASE)
_ENDED = re.compile(
    r"\W*\Z|\s*[,.;:)\"”]|\s+(?:and|or|in|on|at|by|near|with|after|before|during|since|late|early|for|"
    r"when|where|as|was|were|is|has|had|have|said|to|from|who|that|which|killed|last|this|yesterday|"
    r"overnight|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
"""What follows a name that is no part of a longer one ("in US air strikes" names no place)."""
_PRONOUN = re.compile(
    r"(?:I|he|she|it|they|them|him|her|we|us|you|who|which|that|this|these|those|one|others?|all|"
    r"some|many|both|two|three|\w+sel(?:f|ves))\Z|(?:its|his|her|their|our|my|your|such|other)\s",
    re.IGNORECASE,
)
_LEAD = 4
"""Claims at the head of an article that say where its story is set."""
_SHOUTED = re.compile(r"(?:[A-Z][A-Z'’-]{2,}\s+)+(?=[A-Z][a-z])")


@dataclasses.dataclass(frozen=True, slots=True)
class Case:
    """What a question may take from the whole case."""

    mentions: Counter[str]
    """How many claims mention a name: the rarer says more of a place."""
    leads: dict[str, list[Claim]]
    """The first claims of each article."""


def case_of(claims: Iterable[Claim]) -> Case:
    """The case of claims."""
    mentions: Counter[str] = Counter()
    leads: dict[str, list[Claim]] = {}
    for claim in claims:
        mentions.update({name.name for name in claim.names})
        leads.setdefault(claim.article, []).append(claim)
    for article, own in leads.items():
        leads[article] = sorted(own, key=lambda claim: (claim.start, claim.id))[:_LEAD]
    return Case(mentions, leads)


def measured(value: str) -> str:
    """What a figure's value counts, whatever the party of who counts: ``people killed``."""
    rest = re.sub(
        r"\d[\d,.]*|\b(?:at (?:least|most)|or more|more than|fewer than|up to|to)\b", "", value
    ).split()
    return " ".join(_neutral(word) for word in rest)


def _neutral(plural: str) -> str:
    for group, word in ((vocabulary.FIGHTERS, "fighters"), (vocabulary.PEOPLE, "people")):
        if plural in {words.plural(noun) for noun in group}:
            return word
    return plural


def ask(
    kind: Kind | None,
    sides: Sequence[Sequence[Claim]],
    figures: Sequence[Figure],
    case: Case,
) -> str:
    """The question that sides answer differently.

    Args:
        kind: What clashes; ``None`` when nothing is said of it.
        sides: The claims of each side, none of them empty.
        figures: The figures compared, if it is about figures.
        case: The case the claims are of.
    """
    if kind is None:
        return "Which of these is it?"
    event = _event(sides)
    if kind == "figure" and figures:
        return f"{_how_many(figures)}{_tail(sides, case, True, event)}?"
    members = [claim for side in sides for claim in side]
    asked = (
        _whether(kind, members)
        or _of_patient(kind, members)
        or _of_agent(kind, members)
        or _of_name(kind, members)
    )
    if not asked and event and kind in vocabulary.ASKS_OF_EVENT:
        placed = _where(sides, case, event) if kind != "place" else ""
        dated = _day(sides) if kind not in ("date", "time") else ""
        asked = vocabulary.ASKS_OF_EVENT[kind].format(event=event + placed + dated)
    return asked or vocabulary.AS_IT_STANDS[kind]


def _how_many(figures: Sequence[Figure]) -> str:
    """``How many people were killed``, without the mark."""
    first = figures[0]
    nouns = {figure.noun for figure in figures}
    noun = _noun(nouns)
    if first.unit == "percent":
        return f"What share of {words.plural(first.noun)}" if first.noun else "What share"
    if first.unit == "year" or first.role == "age":
        return "How old"
    if re.fullmatch(r"[A-Z]{3}", first.unit):
        return f"How much money ({first.unit})"
    if first.unit:
        return f"How many {words.plural(first.unit)}"
    if first.role in ("fled", "survived", "escaped", "surrendered"):
        return f"How many {noun} {first.role}"
    if first.role == "casualty":
        return f"How many {noun} were killed or hurt"
    if not first.role:
        return f"How many {noun}" if noun != "people" or "" not in nouns else "How many were there"
    return f"How many {noun} were {first.role}"


def _noun(nouns: set[str]) -> str:
    """One plural for what the figures count, of no party; ``people`` where they differ."""
    if nouns & vocabulary.FIGHTERS and nouns <= vocabulary.FIGHTERS | {""}:
        return "fighters"
    held = nouns - {""}
    if len(held) == 1 and not held & (vocabulary.PEOPLE - {"civilian", "resident", "villager"}):
        return words.plural(next(iter(held)))
    return "people"


def _tail(sides: Sequence[Sequence[Claim]], case: Case, dated: bool, event: str) -> str:
    """`` in the fire at Old Market on 3 May 2031``, of what two sides have in common."""
    told = f" in {event}" if event else ""
    return told + _where(sides, case, event) + (_day(sides) if dated else "")


def _event(sides: Sequence[Sequence[Claim]]) -> str:
    """What happened, where most claims and at least two sides tell of it; else empty."""
    members = sum(map(len, sides))
    best, most = "", 0
    for phrase, pattern in vocabulary.EVENTS:
        told = [sum(bool(pattern.search(claim.text)) for claim in side) for side in sides]
        shared = sum(map(bool, told)) >= min(2, len(sides)) and 2 * sum(told) >= members
        # The list goes from telling to plain: a plain word wins where clearly more say it.
        if shared and sum(told) > most * 1.5:
            best, most = phrase, sum(told)
    return best


def _where(sides: Sequence[Sequence[Claim]], case: Case, event: str) -> str:
    """`` in Karvun``: the rarest place that two sides name, or that one names where the others
    name nothing; where no claim names anything, the place that heads the articles of two sides;
    else empty."""
    named = [{name.name for claim in side for name in claim.names} for side in sides]
    placed = [_placed(side, event) for side in sides]
    if any(named):
        telling = Counter(name for names in named for name in names)
        least = 1 if sum(map(bool, named)) == 1 else min(2, len(sides))
        ways = sum(map(_total, placed), Counter[tuple[str, str]]())
        known = {name for name, _ in ways if telling[name] >= least and case.mentions[name] > 1}
        place = min(known, key=lambda name: (case.mentions[name], name), default="")
    else:
        placed = [
            _placed([c for own in side for c in case.leads[own.article]], "") for side in sides
        ]
        ways = sum(map(_total, placed), Counter[tuple[str, str]]())
        sides_of = Counter(name for found in placed for name in found)
        known = {name for name in sides_of if sides_of[name] >= min(2, len(sides))}
        place = min(known, key=lambda name: (-case.mentions[name], name), default="")
    if not place:
        return ""
    _, preposition = min((w for w in ways if w[0] == place), key=lambda way: (-ways[way], way))
    return f" {preposition} {_SHOUTED.sub('', place)}"


def _total(placed: Mapping[str, Counter[str]]) -> Counter[tuple[str, str]]:
    """How often each name stands after each preposition."""
    return Counter({(name, way): n for name, ways in placed.items() for way, n in ways.items()})


def _placed(claims: Sequence[Claim], event: str) -> dict[str, Counter[str]]:
    """Names that stand where a place stands, each with the prepositions before it."""
    found: dict[str, Counter[str]] = {}
    for claim in claims:
        for name in claim.names:
            start, end = name.start - claim.start, name.end - claim.start
            match = _PLACED.search(claim.quote[max(0, start - 20) : max(0, start)])
            if not match or not _ENDED.match(claim.quote[end : end + 20]) or _unfit(name.name):
                continue
            preposition = match[1].lower()
            if preposition != "on" or event in vocabulary.AIMED:
                found.setdefault(name.name, Counter())[preposition] += 1
    return found


def _day(sides: Sequence[Sequence[Claim]]) -> str:
    """`` on 3 May 2031``: the one day, or month, of the event that claims name; else empty."""
    days = {
        (when.from_[:10], when.to[:10])
        for side in sides
        for claim in side
        for when in claim.when
        if when.role == "event" and when.anchor != "none" and when.from_ and when.to
    }
    single = {first for first, last in days if first == last}
    if len(single) == 1 and all(first <= min(single) <= last for first, last in days):
        return f" on {words.day(single.pop())}"
    months = {end[:7] for pair in days for end in pair}
    return f" in {words.day(months.pop())}" if len(months) == 1 else ""


def _whether(kind: Kind, members: Sequence[Claim]) -> str:
    """``Did the rebels withdraw?``: where one side says so, and the other that it is not so."""
    senses = {claim.happening.sense for claim in members if claim.happening}
    if kind not in ("outcome", "extent") or len({claim.polarity for claim in members}) < 2:
        return ""
    for claim in members:
        event = claim.happening
        if event is None or len(senses) > 1:
            return ""
        patient = event.patient.split(",")[0].strip()
        if event.sense in vocabulary.INTRANSITIVE:
            if agent := _participant(event):
                return f"Did {agent} {event.sense}?"
        elif event.sense in vocabulary.PARTICIPLES and patient and not _unfit(patient):
            was = "Were" if _many(patient) else "Was"
            return f"{was} {_in_a_sentence(patient)} {vocabulary.PARTICIPLES[event.sense]}?"
    return ""


def _many(noun_phrase: str) -> bool:
    """Whether a noun phrase is of several; a name that ends in an s ("Torres") is of one."""
    several = r"(?:\b[a-z][\w'’-]*[^s]s|^The .*[^s]s|\band\b.*|people|children|men|women)\Z"
    return bool(re.search(several, noun_phrase))


def _of_patient(kind: Kind, members: Sequence[Claim]) -> str:
    """``When was Karvun captured?``; empty where the claims give no such words."""
    if kind not in vocabulary.ASKS_OF_PATIENT:
        return ""
    lasting = [c for c in members if c.happening and c.happening.sense in vocabulary.LASTING]
    for claim in [*(c for c in members if c not in lasting), *lasting]:
        event = claim.happening
        if (
            event is None
            or event.sense in vocabulary.INTRANSITIVE
            or event.sense not in vocabulary.PARTICIPLES
        ):
            continue
        patient = event.patient.split(",")[0].strip()  # without what is set beside it
        if not patient or _unfit(patient):
            continue
        participle = vocabulary.PARTICIPLES[event.sense]
        return vocabulary.ASKS_OF_PATIENT[kind].format(
            was="were" if _many(patient) else "was",
            patient=_in_a_sentence(patient),
            participle=participle,
            active=vocabulary.ACTIVE.get(event.sense, participle),
        )
    return ""


def _of_agent(kind: Kind, members: Sequence[Claim]) -> str:
    """``Where did the fire start?``; empty where the claims give no such words."""
    if kind not in vocabulary.ASKS_OF_AGENT:
        return ""
    for claim in members:
        event = claim.happening
        agent = _participant(event) if event else ""
        if event and event.sense in vocabulary.VERBS and agent:
            return vocabulary.ASKS_OF_AGENT[kind].format(
                agent=agent, verb=vocabulary.VERBS[event.sense]
            )
    return ""


def _participant(event: Happening) -> str:
    # Without what is set beside it: ", a party", and "(PL" of which the parse lost the end.
    words_ = re.split(r",| \((?![^()]*\))", event.agent or event.patient)[0].strip()
    return "" if not words_ or _unfit(words_) else _in_a_sentence(words_)


def _in_a_sentence(noun_phrase: str) -> str:
    """Without the capital of a sentence's first word, where that is an article or a number."""
    first = re.match(r"(?:The|An?|Some|One|Two|Three|Four|Five|Six|Several|Many)\b", noun_phrase)
    return noun_phrase[0].lower() + noun_phrase[1:] if first else noun_phrase


def _of_name(kind: Kind, members: Sequence[Claim]) -> str:
    """``How old is Ada Brandt?``: of the name most claims share; empty where they share none."""
    if kind not in vocabulary.ASKS_OF_NAME:
        return ""
    votes = Counter(name for claim in members for name in {n.name for n in claim.names})
    first = members[0]
    shared = [n.name for n in first.names if votes[n.name] == len(members)]
    if kind == "age":  # of whom it is told, not of the place where he was
        shared = [f.noun for c in members for f in c.figures if _named_age(f)] or shared
    name = _SHOUTED.sub("", shared[0]) if shared else ""
    return "" if not name or _unfit(name) else vocabulary.ASKS_OF_NAME[kind].format(name=name)


def _named_age(figure: Figure) -> bool:
    return figure.role == "age" and figure.noun[:1].isupper()


def _unfit(words_: str) -> bool:
    """Whether words are too long or say too little to stand in a question."""
    return len(words_) > 60 or bool(_PRONOUN.match(words_))
