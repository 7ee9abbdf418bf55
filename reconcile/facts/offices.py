"""The one holder of an office, called by two names."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from rapidfuzz.distance import JaroWinkler

from reconcile.findings import Alignment, Finding, Match, held
from reconcile.ties import ANY_STORY, TIES
from reconcile.views import REMEMBERED, View

_OFFICES = {
    "principal": "principal|head ?teacher|headmaster|headmistress",
    "superintendent": "(?:school |schools |district )?superintendent",
    "mayor": "mayor|mayoress",
    "governor": "governor",
    "prime minister": "prime minister|premier",
    "coroner": "coroner",
    "chief executive": "chief executive(?: officer)?|CEO",
    "bishop": "archbishop|bishop",
    "priest": "vicar|parish priest|rector|imam|rabbi",
    "skipper": "skipper|ship['’]s captain|ferry captain",
    "pilot": "pilot",
    "harbour master": "harbou?r ?master",
    "head coach": "head coach",
    "warden": "prison (?:warden|governor)",
}
"""Of what a story has one: an office, and the words for who holds it. Ranks are held by many."""

_NAME = r"[A-Z][a-zà-ÿ'’]+(?:[ -][A-Z][\w'’.-]+){1,2}"
_OTHER = re.compile(
    r"(?:\b(?:former|ex|deputy|vice|assistant|acting|interim|then|late|past|lieutenant|lt|co|"
    r"candidate|would-be|retired|previous|next|new|elect)|[-'’])[ .-]*$",
    re.IGNORECASE,
)
"""Before the word for an office: not he who holds it."""

ALIKE = 0.75
"""Least Jaro-Winkler similarity of two surnames that may be one, written wrong."""


@functools.cache
def _patterns(office: str) -> tuple[re.Pattern[str], ...]:
    word = _OFFICES[office]
    titled = rf"\b(?:(?i:{word}))(?: of [A-Z][\w ]{{1,30}}?| [a-z]+ as| named)?,? (?P<name>{_NAME})"
    beside = (
        rf"(?P<name>{_NAME}), (?:the |a |its |their |who (?:is|was) (?:the )?)?"
        rf"(?P<kind>(?:[A-Za-z'’-]+ ){{0,3}}?)(?i:{word})\b"
    )
    return re.compile(titled), re.compile(beside)


@functools.lru_cache(maxsize=REMEMBERED)
def holders(text: str) -> tuple[tuple[str, str], ...]:
    """Office and name of those whom a text calls by both, in order; empty for none."""
    low = text.casefold()
    found = []
    for office in _OFFICES:
        if not re.search(_OFFICES[office].casefold(), low):
            continue
        for pattern in _patterns(office):
            for match in pattern.finditer(text):
                name, at = match["name"], match.start()
                kind = match.groupdict().get("kind") or text[max(0, at - 12) : at]
                if not _OTHER.search(kind) and " and " not in kind:
                    found.append((office, name))
    return tuple(dict.fromkeys(found))


def compare_offices(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """Two names for the principal, the mayor, the skipper of one story; nothing where an article
    has the other's name too, or names several who hold such an office."""
    if alignment.story < ANY_STORY and not alignment.ties & TIES.keys():
        return
    for office, name in holders(a.sentence):
        for other_office, other in holders(b.sentence):
            if office != other_office or _one(name, other):
                continue
            if _many(a, office) or _many(b, office) or _tells(b, name) or _tells(a, other):
                continue
            alike = JaroWinkler.similarity(_surname(name), _surname(other)) >= ALIKE
            signs = {
                "office": True,
                "alike": alike,
                "same_happening": alignment.happening.match is Match.SAME,
                "tied": bool(alignment.ties & TIES.keys()),
                "same_names": "same_names" in alignment.ties,
            }
            reason = f"{name} against {other} as the {office}"
            yield Finding("conflict", "name", (name, other), reason, 0.6, held(signs))


def _surname(name: str) -> str:
    return name.split()[-1].casefold()


def _one(name: str, other: str) -> bool:
    """Whether two names are one: by surname, or because one has the other's words."""
    first, second = ({*n.casefold().split()} for n in (name, other))
    return _surname(name) == _surname(other) or first <= second or second <= first


def _many(view: View, office: str) -> bool:
    """Whether an article names several who hold such an office."""
    told = {_surname(name) for held_, name in holders(view.article.text) if held_ == office}
    return len(told) > 1


def _tells(view: View, name: str) -> bool:
    """Whether an article has somebody's surname."""
    return re.search(rf"\b{re.escape(name.split()[-1])}\b", view.article.text) is not None
