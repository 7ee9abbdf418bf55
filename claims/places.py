"""Names of places a clause is tied to, by its prepositions rather than by entity types."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.senses import EVENT_NOUNS
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PREPOSITIONS = words(
    "in at near from outside inside around into across towards toward through throughout within"
)
_KINDS = words(
    "province governorate countryside district county region state city town village area "
    "suburb neighborhood neighbourhood street avenue road boulevard airport base valley "
    "peninsula island mountain highway warehouse hospital school mosque church market station "
    "bridge dam factory bakery prison jail park mall store camp checkpoint refinery field square "
    "stadium university college tower building crossing port harbor harbour lake river forest "
    "hills plain desert ward block intersection"
)
"""Nouns that make a place's name with the name before them ("Kolbin warehouse")."""
_ACTORS = words(
    "army front force forces coalition group observatory party brigade union ministry department "
    "office committee organisation organization council defense defence regime government rebels "
    "troops militants police monitor alliance movement agency news press tv battalion militia "
    "network commission service"
)
"""Last words of names that are no places."""
_HEADLINE = words(
    "northwest northeast southwest southeast north south east west northern southern eastern "
    "western central suburbs countryside province"
)
"""Words that are no place alone, however a headline writes them."""
_HITS = words("kill wound injure hit strike target destroy shell bomb blast")
"""Verbs that a headline's capitals make names of."""
_WEAPONS = words("missile rocket barrel car suicide truck chemical gas mortar drone air")
"""What a headline's attack is made with."""
_STATES = frozenset({"islamic"})
_NO_PLACE = frozenset({"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT"})


def place_names(doc: Doc, allowed: frozenset[int]) -> list[str]:
    """Names after prepositions of place among the ``allowed`` tokens, in order."""
    names = []
    for token in doc:
        aimed = token.lower_ == "on" and token.head.lemma_.lower() in EVENT_NOUNS
        if token.i in allowed and token.pos_ == "ADP" and (aimed or token.lower_ in _PREPOSITIONS):
            for child in token.children:
                if child.dep_ == "pobj":
                    names += [run_text(run) for run in runs(child, allowed)]
    return list(dict.fromkeys(names))


def runs(top: Token, allowed: frozenset[int]) -> Iterator[list[Token]]:
    """The names in a noun phrase: "the towns of A and B" gives A and B."""
    stop = {"relcl", "acl", "advcl"}
    inside = [
        t
        for t in top.subtree
        if t.i in allowed and not any(a.dep_ in stop for a in _up(t, top)) and _reached(t, top)
    ]
    run: list[Token] = []
    for token in inside:
        joins = bool(run) and token.i == run[-1].i + 1
        if _named(token) or (joins and _joiner(token)):
            if run and not joins:
                yield from _finished(run)
                run = []
            run.append(token)
            continue
        if joins and token.lemma_.lower() in _KINDS:
            run.append(token)
        yield from _finished(run)
        run = []
    yield from _finished(run)


def _finished(run: list[Token]) -> Iterator[list[Token]]:
    while run and _joiner(run[-1]):
        run = run[:-1]
    happens = [n for n, t in enumerate(run) if _happens(t)]
    if happens and happens[-1] < len(run) - 1:
        run = run[happens[-1] + 1 :]
    while run and (_happens(run[-1]) or _joiner(run[-1]) or run[-1].lower_ in _WEAPONS):
        run = run[:-1]
    if run and any(t.pos_ == "PROPN" for t in run) and not _nowhere(run):
        yield run


def _happens(token: Token) -> bool:
    """A headline's "Attack" or "Kills", which is no part of a name."""
    forms = {token.lower_, token.lemma_.lower(), token.lower_.removesuffix("s")}
    return bool(forms & (EVENT_NOUNS | _HITS))


def _nowhere(run: list[Token]) -> bool:
    """A name that is somebody's, or no name."""
    last, first = run[-1].lower_, run[0].lower_
    if last in _ACTORS or run[-1].lemma_.lower() in _ACTORS:
        return True
    if last == "state" and first in _STATES:
        return True
    if any(t.lower_ in {"led", "backed"} for t in run):
        return True
    return all(t.lower_ in _HEADLINE | _KINDS or _joiner(t) for t in run)


def _named(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.ent_type_ not in _NO_PLACE and token.text[:1].isalnum()


def _joiner(token: Token) -> bool:
    return token.text in {"-", "'", "'s"} and token.i + 1 < len(token.doc) and not token.whitespace_


def _up(token: Token, top: Token) -> list[Token]:
    path = []
    while token != top and token.head != token:
        path.append(token)
        token = token.head
    return path


def _reached(token: Token, top: Token) -> bool:
    """Whether only "of", commas and "and" lie between: "the town of X", not "the army in X"."""
    return all(
        t.dep_
        in {"compound", "conj", "pobj", "nmod", "amod", "appos", "poss", "punct", "case", "cc"}
        or t.lower_ == "of"
        for t in _up(token, top)
    )


def run_text(run: list[Token]) -> str:
    """A run of tokens as written."""
    return run[0].doc[run[0].i : run[-1].i + 1].text
