"""Other incidents: where an article turns from its own story to another one.

"In an unrelated incident a man was shot in Mora." "The violence this year has included a stabbing."
"And in Mora, an officer was wounded; the suspect was found dead." What is told there, of whomever
and with whatever number, is no rival of what another article tells of the story itself.
"""

from __future__ import annotations

import dataclasses
import functools
import re

from reconcile.stories import LEAD
from reconcile.views import REACH, REMEMBERED, View
from reports.words import MONTHS

_DEED = (
    r"(?:shootings?|attacks?|assaults?|stabbings?|incidents?|crash(?:es)?|homicides?|killings?|"
    r"slayings?|murders?|raids?|(?:air ?)?strikes?|bombings?|blasts?|explosions?|fires?)"
)

_HARM = re.compile(
    rf"\b(?:{_DEED}|wounded|killed|shot|stabbed|injured|hurt|died|dead|slain)\b", re.IGNORECASE
)

_DATES = (
    f"{' '.join(MONTHS)} "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Christmas Easter Ramadan"
)

_NAME = (
    rf"(?!(?:{_DATES.replace(' ', '|')})\b)[A-Z][\w'’-]+"
    r"(?: (?:of |de |al-)?[A-Z][\w'’.-]+){0,2}"
)

_PLACED = re.compile(rf"\b(?:on|in|at|near|of) (?:the )?({_NAME})")
"""Where it was, as written."""

_BREAK = re.compile(r"[.!?][\"”’']?\s+(?=[\"“‘']?[A-Z0-9]|$)|\n")


@dataclasses.dataclass(frozen=True, slots=True)
class Mark:
    """Words by which a sentence says that it turns to another incident."""

    words: re.Pattern[str]
    goes_on: bool
    """Whether the sentence after it tells of that incident too."""
    placed: bool = False
    """Whether it tells of another one only where it names a place that the other article says
    nothing of."""


def _mark(*words: str, goes_on: bool = True, placed: bool = False) -> Mark:
    return Mark(re.compile("|".join(words), re.IGNORECASE), goes_on, placed)


MARKS: dict[str, Mark] = {
    "unrelated": _mark(
        rf"\b(?:an|another|two|three|several|other) (?:apparently |seemingly )?unrelated "
        rf"(?:\w+ )?{_DEED}\b",
        r"\b(?:an?|another) similar \w+ (?:\w+ ){0,6}"
        r"(?:killed|wounded|injured|hurt|left|struck|hit)\b",
    ),
    "review": _mark(
        r"\b(?:this|last|the past) (?:year|month|week|season|summer|winter|weekend)(?:['’]s \w+)? "
        r"(?:has|have|had) (?:also )?(?:included|seen|brought)\b",
        rf"\b(?:violence|bloodshed|{_DEED}) (?:\w+ ){{0,4}}(?:this (?:year|month|week|weekend)|so "
        r"far) (?:has |have )?includ",
        goes_on=False,
    ),
    "wounds": _mark(
        r"\b(?:from|of) (?:\w+ )?(?:wounds|injuries) (?:\w+ ){0,2}(?:in|during|from) "
        rf"(?:an?|an? \w+|another) {_DEED}\b",
    ),
    "one_of_several": _mark(
        rf"^\W*in the (?:\w+ )?{_DEED} (?:that|which|on|near|in|at)\b", goes_on=False, placed=True
    ),
    "another_town": Mark(
        re.compile(rf"^\W*(?:And |But |Meanwhile,? |Elsewhere,? |Also )?[Ii]n {_NAME},"),
        goes_on=True,
        placed=True,
    ),
}
"""What turns to another incident; far down in an article, as its first lines are its story."""


@functools.lru_cache(maxsize=REMEMBERED)
def marks(sentence: str, before: str) -> frozenset[str]:
    """The marks of a sentence and of the one before it."""
    found = set()
    for name, mark in MARKS.items():
        told = (sentence, before) if mark.goes_on else (sentence,)
        for text in told:
            if mark.words.search(text) and (not mark.placed or _HARM.search(text)):
                found.add(name)
    return frozenset(found)


def other_incident(a: View, b: View) -> bool:
    """Whether one of two claims alone is told of another incident than its article's own, and the
    other's article says nothing of who or where is named there."""
    mine, theirs = _marks(a), _marks(b)
    if bool(mine) == bool(theirs):
        return False
    turned, other, found = (a, b, mine) if mine else (b, a, theirs)
    if a.article.id == b.article.id:
        return False  # its own sentences around it say more than this rule knows
    named = _new_names(turned)
    if any(_knows(other, name) for name in named):
        return False
    return bool(named) or any(not MARKS[name].placed for name in found)


def _marks(view: View) -> frozenset[str]:
    return frozenset() if view.leading else marks(*_sentences(view))


def _sentences(view: View) -> tuple[str, str]:
    """The sentence that a claim begins in, and the one before it."""
    text, claim = view.article.text, view.claim
    before = _BREAK.split(text[max(0, claim.start - 2 * REACH) : claim.start])
    after = _BREAK.split(text[claim.start : claim.end + REACH])[0]
    told = [part for part in before[:-1] if part.strip()]
    return before[-1] + after, told[-1] if told else ""


def _new_names(view: View) -> frozenset[str]:
    """Names and places of the claim and of its sentence that its article's head does not have."""
    own, before = _sentences(view)
    found = {match[1] for match in _PLACED.finditer(own)} | set(view.names)
    found |= {m[1] for m in _PLACED.finditer(before)} if not found else set()
    head = f"{view.article.title} {view.article.text[:LEAD]}".casefold()
    return frozenset(name for name in found if not _in(name, head))


def _knows(view: View, name: str) -> bool:
    return _in(name, f"{view.article.title} {view.article.text}".casefold())


def _in(name: str, text: str) -> bool:
    """Whether a text has the name, or a part of it that is long enough to tell."""
    return any(
        re.search(rf"\b{re.escape(word)}\b", text)
        for word in name.casefold().split()
        if len(word) > 3
    )
