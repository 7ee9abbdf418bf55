"""Statements made beside the main one: "X, a town of 20,000 people," "Held since 2014, X ..."."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from claims.clauses.heads import Layout
from claims.clauses.phrases import phrase, single, trim
from claims.clauses.relatives import past_dates
from claims.clauses.text import Draft
from claims.clauses.verbs import AUXILIARIES, counts, subject
from claims.clauses.write import Item
from claims.states import holding
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FORMER = words("former formerly once then previously long-time ex-")
_SPECIFIC = re.compile(
    r"\b(?:(?:19|20)\d\d|jan\w*|feb\w*|march|april|may|june|july|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*|"
    r"\w+day|last|this|earlier|previous|yesterday|today|week|month)\b",
    re.IGNORECASE,
)
"""What an expression of a day, a month or a year has, and an age or a length has not."""
_LENGTH = re.compile(r"old\b|\d+-?\s?year|^(?!last|this)\w+ (?:years?|months?|weeks?|days?)$", re.I)
_TOWNS = words("town city village district suburb neighborhood neighbourhood settlement area")
_THEM = frozenset({"them", "whom", "which", "others"})
_PAPERS = words("statement report video interview letter message post picture photo image footage")
_STATES = words("hold control occupy besiege locate situate populate inhabit own run dominate")
"""Participles of what lasts: a single day dates none of them."""
_NO_STATE = words("base call know name date schedule expect include accord follow title compare")


def asides(doc: Doc, plan: Layout, piece: Draft) -> list[Draft]:
    """The statement, and one for each apposition, opening phrase or participle in it that has a
    date or a figure: the date is that of what is said beside, not of the main statement."""
    found: list[Draft] = []
    taken: set[int] = set()
    loose: set[int] = set()
    for token in doc:
        if token.i not in piece.own or token.i in taken or token.i == piece.root:
            continue
        beside = _beside(doc, plan, piece, token)
        if beside is None or len(beside.own) + len(taken) >= len(piece.own):
            continue
        found.append(beside)
        if _cut_out(doc, token, beside):
            taken |= {t.i for t in token.subtree if t.i in piece.own}
        else:
            loose |= beside.own
    if not found:
        return [piece]
    items = tuple(i for i in piece.items if not (isinstance(i, int) and i in taken))
    own = frozenset(trim(doc, sorted(piece.own - taken)))
    main = dataclasses.replace(piece, items=items, own=own, loose=piece.loose | loose)
    return [main, *found] if own else [piece]


def bearer(token: Token) -> Token | None:
    """Whom or what a phrase said beside speaks of; ``None`` when it can't be told."""
    if token.dep_ == "appos":
        return _renamed(token)
    if token.dep_ == "acl":
        return past_dates(token.head, token.left_edge)
    if token.dep_ == "prep" and token.head.dep_ == "appos":
        return _renamed(token.head)
    own = subject(token.head) if token.head.pos_ in {"VERB", "AUX"} else None
    return own if own is not None and own.pos_ in {"NOUN", "PROPN"} else None


def _renamed(token: Token) -> Token:
    """What an apposition names again: for "a town" the last name before it, however it hangs."""
    noun = past_dates(token.head, token.left_edge)
    if token.lemma_.lower() not in _TOWNS or noun.pos_ == "PROPN":
        return noun
    before = [
        t
        for t in token.doc[: token.left_edge.i]
        if t.pos_ == "PROPN"
        and t.dep_ in {"pobj", "dobj", "nsubj", "nsubjpass", "conj"}
        and t.ent_type_ not in {"DATE", "TIME"}
    ]
    return before[-1] if before else noun


def _beside(doc: Doc, plan: Layout, piece: Draft, token: Token) -> Draft | None:
    """The statement a token heads beside the main one."""
    build = _KINDS.get(token.dep_)
    if build is None:
        return None
    inner = trim(doc, [t.i for t in token.subtree if t.i in piece.own])
    whole = len(inner) > 2 and inner == list(range(inner[0], inner[-1] + 1))
    about = bearer(token)
    if not whole or about is None or not (dated(token) or _figured(token)):
        return None
    named = phrase(doc, plan, about, before=inner[0] if about.i < inner[0] else None)
    if not named or not set(named) <= set(piece.items):
        return None
    built = build(doc, token, about, inner)
    return None if built is None else Draft(built[0], (*named, *built[1]), frozenset(inner))


_Built = tuple[int, list[Item]]


def _apposed(doc: Doc, token: Token, about: Token, inner: list[int]) -> _Built | None:
    """ "X, a town of 20,000 people" is "X is a town of 20,000 people"."""
    first = doc[inner[0]]
    if not _between_commas(doc, inner) or any(doc[i].lower_ in _THEM for i in inner):
        return None
    held = next((t for t in token.subtree if t.i in inner and holding(t) is not None), None)
    if held is not None:
        start = held.i
        while start - 1 in inner and doc[start - 1].pos_ == "ADV":
            start -= 1
        rest: list[Item] = [i for i in inner if i >= start]
        return held.i, [_been(doc, about, inner, token), *rest]
    listed = any(c.dep_ == "conj" for c in token.children) and about.pos_ != "PROPN"
    if first.pos_ != "DET" or token.pos_ not in {"NOUN", "ADJ"} or listed:
        return None
    if any(c.dep_ == "nummod" for c in about.children) or _indefinite(about):
        return None
    past = dated(token) or any(doc[i].lower_ in _FORMER for i in inner)
    one = single(about)
    verb = ("was" if one else "were") if past else ("is" if one else "are")
    return token.i, [verb, *inner]


def _opening(doc: Doc, token: Token, about: Token, inner: list[int]) -> _Built | None:
    """ "Under rebel control since 2014, X ..." is "X has been under rebel control since 2014"."""
    if holding(token) is None or not _opens(doc, inner, about):
        return None
    return token.i, [_been(doc, about, inner, token), *inner]


def _done(doc: Doc, token: Token, about: Token, inner: list[int]) -> _Built | None:
    """ "X, captured by rebels in 2014," is "X was captured by rebels in 2014"."""
    bare = token.tag_ == "VBN" and not any(c.dep_ in AUXILIARIES for c in token.children)
    if not bare or token.lemma_ in _NO_STATE or not dated(token):
        return None
    if token.dep_ == "advcl" and not _opens(doc, inner, about):
        return None
    if any(t.lemma_ == "leave" for t in token.ancestors):
        return None  # "left two dead and five people injured on Sunday": a toll, not an aside
    if token.dep_ == "acl" and (about.i > token.i or about.lemma_.lower() in _PAPERS):
        return None
    if about.pos_ in {"PRON", "DET"}:
        return None  # "one of those killed on Thursday"
    if any(c.dep_ in {"dobj", "mark"} or c.tag_ == "WRB" for c in token.children):
        return None
    if _misread(doc, token, about, inner):
        return None
    return token.i, [_been(doc, about, inner, token), *inner]


def _misread(doc: Doc, token: Token, about: Token, inner: list[int]) -> bool:
    """Whether the parser is likely wrong: a day beside a state belongs to the main verb ("shelling
    of a town held by rebels on Sunday"), another past verb inside is the main one."""
    lasting = token.lemma_ in _STATES and not _between_commas(doc, inner)
    begun = any(doc[i].lower_ in {"since", "until", "from"} for i in inner)
    told = any(doc[i].tag_ in {"VBD", "VBZ"} and doc[i].dep_ in {"acl", "conj"} for i in inner)
    asks = any(c.lower_ == "that" or c.tag_ == "WDT" for c in about.children)
    return (lasting and not begun) or told or asks


_KINDS = {"appos": _apposed, "prep": _opening, "advcl": _done, "acl": _done}


def _been(doc: Doc, about: Token, inner: list[int], token: Token) -> str:
    """The helping verb: a state that began and lasts has another than an act."""
    one = single(about)
    since = any(doc[i].lower_ == "since" for i in inner)
    if not since or any(doc[i].lower_ in _FORMER for i in inner):
        return "was" if one else "were"
    main = next((t for t in token.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    helped = [] if main is None else [main, *(c for c in main.children if c.dep_ in AUXILIARIES)]
    now = any(t.tag_ in {"VBZ", "VBP"} for t in helped)
    return ("has been" if one else "have been") if now else "had been"


def _cut_out(doc: Doc, token: Token, beside: Draft) -> bool:
    """Whether the main statement reads on without it: a phrase between commas."""
    inner = sorted(beside.own)
    return token.dep_ in {"prep", "advcl"} or _between_commas(doc, inner)


def _between_commas(doc: Doc, inner: list[int]) -> bool:
    before, after = inner[0] - 1, inner[-1] + 1
    return (
        before >= 0
        and doc[before].text in {",", "-", "--"}
        and (after >= len(doc) or doc[after].is_punct)
    )


def _opens(doc: Doc, inner: list[int], about: Token) -> bool:
    """Whether it stands before the subject, a comma behind it."""
    after = inner[-1] + 1
    return inner[-1] < about.i and after < len(doc) and doc[after].text == ","


def _indefinite(about: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ in {"a", "an", "another"} for c in about.children)


def dated(token: Token) -> bool:
    """Whether a day, a month or a year is named in the phrase; ages and lengths are none."""
    inside = {t.i for t in token.subtree}
    return any(
        entity.label_ == "DATE"
        and entity.start in inside
        and _SPECIFIC.search(entity.text) is not None
        and _LENGTH.search(entity.text) is None
        for entity in token.doc.ents
    )


def _figured(token: Token) -> bool:
    return counts(token) and any(
        t.like_num and t.lower_ != "one" and t.ent_type_ not in {"DATE", "TIME", "ORDINAL"}
        for t in token.subtree
    )
