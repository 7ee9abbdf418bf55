"""Time, place and occasion said once for several verbs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claims.clauses.heads import Layout
from claims.clauses.phrases import phrase
from claims.clauses.verbs import AUXILIARIES, predicates, subject
from claims.clauses.write import Item
from claims.senses import EVENT_NOUNS
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

HARM = words("kill wound injure hurt arrest detain shoot stab graze gun displace")
_PLACE = words("in at near outside inside around across")
_AT_ONCE = words("when as while")
"""Conjunctions whose clause is of the time of the verb above it."""
_LASTING = words("for since until till by within over from between every each through to")
"""Words before a stretch of time, or an edge of one: another verb's time is not measured by it."""
_LATER = words(
    "show suggest indicate mean raise bring reflect prove allow enable ensure force prompt let "
    "make create confirm note describe"
)
"""Participles of what holds beyond the day of the verb above, or before it."""
_HELPERS = words("was were")
_BEGINNING = words("start begin erupt open")
_POINT = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july"
    r"|august|september|october|november|december|(?:jan|feb|aug|sept?|oct|nov|dec)\b\.? \d"
    r"|(?:last|this) (?:week|month|year|night|morning|evening|afternoon)|yesterday|today|tonight"
    r"|overnight|midnight|noon|[ap]\.?m\b|(?:19|20)\d\d)",
    re.IGNORECASE,
)
"""What an expression of a point in time has, and a length of time has not."""
_NO_TIME = re.compile(r"\bolds?\b|^\W*\d{1,2}\W*$|\d(?:st|nd|rd|th)\b", re.IGNORECASE)
"""What is read as a date and is none: an age, a street."""


def leading(doc: Doc, plan: Layout, governor: Token, verb: Token) -> list[Item]:
    """When and where said before the first of joined verbs: they govern both."""
    items: list[Item] = []
    for kind in (dated, placed):
        if any(kind(c) for c in verb.children):
            continue
        for child in governor.children:
            if kind(child) and child.i < governor.i:
                items += phrase(doc, plan, child)
    return items


def shared(doc: Doc, plan: Layout, verb: Token) -> list[Item]:
    """Occasion, place and time said with a "when" clause or a second toll, if it has none."""
    items: list[Item] = []
    for kind in (occasioned, placed, dated):
        if any(kind(c) for c in verb.children):
            continue
        for other in _sharing(plan, verb):
            found = next((c for c in other.children if kind(c) and c.i > other.i), None)
            fresh = phrase(doc, plan, found, whole=True) if found is not None else []
            if found is not None and kind is dated:
                fresh = _with_day(doc, plan, found, fresh)
            if fresh and fresh[0] not in items:
                items += fresh
                break
    return items


def _with_day(doc: Doc, plan: Layout, first: Token, taken: list[int]) -> list[int]:
    """ "At 1 a.m. Tuesday": two modifiers to the parser, one date."""
    for child in first.head.children:
        if child.i > first.i and dated(child) and taken and child.left_edge.i == taken[-1] + 1:
            taken = [*taken, *phrase(doc, plan, child, whole=True)]
    return taken


def dates_above(doc: Doc, plan: Layout, verb: Token, above: Token) -> list[int]:
    """When the verb above happened, for one of the same time that has no date of its own: the
    result it had ("hit a market on Monday, killing two"), what it happened in ("fell on Monday
    when he slipped"), what follows a date in front of both ("On Monday, X fell and Y fled").
    """
    own = {t.i for t in verb.subtree if plan.owner[t.i] == plan.owner[verb.i]}
    told = [e for e in doc.ents if e.start in own and e.label_ in {"DATE", "TIME"}]
    if any(_NO_TIME.search(e.text) is None for e in told) or not _of_one_time(verb, above):
        return []
    if above.lemma_ in _BEGINNING:
        return []  # "started at 9 p.m., killing two": in the course of it
    limit = subject(above) if verb.dep_ == "conj" and not _bare(verb) else verb
    times = [c for c in above.children if dated(c) and limit is not None and c.i < limit.i]
    if not times or not moment(times[0]):
        return []
    whole = _with_day(doc, plan, times[0], phrase(doc, plan, times[0], whole=True))
    # "Plagued the city this year, struck again over the weekend": which of the two is not certain.
    return whole if all(t.i in whole for t in times) else []


def with_dates(
    doc: Doc, front: Sequence[Item], told: Sequence[Item], dates: Sequence[int]
) -> list[Item]:
    """A statement with its date: behind it, or right behind its subject where it goes on with
    another verb, whose date it would be taken for."""
    verbs = [i for i in told if (i not in _HELPERS if isinstance(i, str) else _full_verb(doc[i]))]
    return [*front, *dates, *told] if len(verbs) > 1 else [*front, *told, *dates]


def _full_verb(token: Token) -> bool:
    return predicates(token) and token.dep_ not in AUXILIARIES


def verb_group(verb: Token, own: Sequence[int]) -> int:
    """Where the verb with its helpers begins among the words of its statement."""
    first = verb.i
    while (
        first - 1 in own
        and verb.doc[first - 1].head == verb
        and (verb.doc[first - 1].dep_ in AUXILIARIES | {"advmod", "neg"})
    ):
        first -= 1
    return next((n for n, i in enumerate(own) if i >= first), len(own))


def _of_one_time(verb: Token, above: Token) -> bool:
    """Whether the two happened together, as far as their forms tell."""
    if _bare(verb):
        return verb.lemma_ not in _LATER
    if verb.dep_ == "conj":
        joined = any(c.dep_ == "cc" and c.lower_ == "and" for c in above.children)
        helped = any(c.dep_ in AUXILIARIES for c in verb.children)
        # "20 were killed and 30 wounded": the helper serves both.
        own = "past" if verb.lemma_ in HARM and not helped else _tense(verb)
        return joined and own == _tense(above) == "past"
    links = {c.lower_ for c in verb.children if c.i < verb.i and c.dep_ in {"mark", "advmod"}}
    return bool(links & _AT_ONCE) and _tense(verb) == "past"


def _bare(verb: Token) -> bool:
    return verb.tag_ == "VBG" and not any(c.dep_ in AUXILIARIES for c in verb.children)


def _tense(verb: Token) -> str:
    """ "past" for what happened once; empty for what had, has or will."""
    helpers = [c for c in verb.children if c.dep_ in AUXILIARIES]
    first = helpers[0] if helpers else verb
    plain = first.tag_ == "VBD" and not (helpers and first.lemma_ == "have")
    return "past" if plain else ""


def moment(token: Token) -> bool:
    """Whether a modifier says at what point of time: "on Monday", not "for a week"."""
    if not dated(token) or token.lower_ in _LASTING:
        return False
    things = (
        [c for c in token.children if c.dep_ in {"pobj", "prep"}]
        if token.dep_ == "prep"
        else [token]
    )
    return any(t.ent_type_ in {"DATE", "TIME"} for t in things) and bool(
        _POINT.search(token.doc[token.left_edge.i : token.right_edge.i + 1].text)
    )


def _sharing(plan: Layout, verb: Token, depth: int = 0) -> list[Token]:
    """The heads whose occasion, place and time hold for the verb as well, nearest first."""
    near = [c for c in verb.children if _shares(c, verb) and plan.owner[c.i] == c.i]
    if depth < 2:
        near += [far for c in near for far in _sharing(plan, c, depth + 1)]
    return near


def _shares(other: Token, verb: Token) -> bool:
    """Whether time and place said after ``other`` hold for ``verb`` as well."""
    if other.i < verb.i:
        return False
    if other.dep_ == "conj":
        return verb.lemma_ in HARM | {"die"} and other.lemma_ in HARM | {"die"}
    return other.dep_ == "advcl" and any(
        c.lower_ == "when" and c.i < other.i for c in other.children
    )


def dated(token: Token) -> bool:
    """Whether a modifier says when."""
    return token.dep_ in {"prep", "npadvmod", "advmod"} and any(
        t.ent_type_ in {"DATE", "TIME"} for t in token.subtree
    )


def placed(token: Token) -> bool:
    """Whether a modifier says where."""
    return (
        token.dep_ == "prep"
        and token.lower_ in _PLACE
        and not dated(token)
        and any(t.pos_ == "PROPN" or t.ent_type_ in {"GPE", "LOC", "FAC"} for t in token.subtree)
    )


def occasioned(token: Token) -> bool:
    """Whether a modifier names the event it happened in ("in a blast", "due to shelling")."""
    objects = [t for c in (token, *token.children) for t in c.children if t.dep_ == "pobj"]
    return (
        token.dep_ in {"prep", "agent"}
        and not dated(token)
        and any(t.lemma_.lower() in EVENT_NOUNS for t in objects)
    )
