"""What of a sentence a time, a day or a place in it belongs to: the word for it that stands near.

A claim tells of one happening, and names beside it when the police came and where the wounded were
taken. Two times clash where they are of one thing; a word near them says of which.
"""

from __future__ import annotations

import bisect
import functools
import re

import snowballstemmer

from reconcile.findings import Alignment
from reconcile.means import means
from reconcile.views import REMEMBERED, View

_WORDS = {
    "harm": "shot shoot shooting shootout gunfire gunshot gunned fire fired bullet kill slay slain "
    "murder massacre execute behead slaughter wound injure hurt stab attack strike struck hit "
    "target raid bomb bombing bombard pound blast explode explosion detonate blew shell shelling "
    "rocket missile airstrike clash fighting battle ambush homicide incident happen occur unfold "
    "crash collide collision erupt violence bloodshed rampage collapse topple capsize derail sink "
    "sank quake earthquake tremor landslide avalanche blaze rob robbery burglary heist siege "
    "tragedy carnage mishap accident suicide discharge misfire spree wreck ram stampede drown",
    "called": "call 911 heard respond dispatch summon alert arrive notify dial tip",
    "found": "find found discover locate",
    "died": "die death pronounce succumb",
    "moved": "take taken took transport rush airlift transfer hospital flee fled ran run drive "
    "drove escape chase walk return went go visit",
    "held": "arrest custody surrender apprehend detain nab arraign court charge plead pleaded "
    "sentence trial hearing jail prosecute convict indict warrant bond appear",
    "told": "say said tell told announce statement conference report spokesman spokeswoman "
    "spokesperson post tweet publish interview confirm identify name release",
    "took": "abduct abduction kidnap hijack capture seize recapture retake overrun conquer",
    "left": "withdraw withdrew withdrawal retreat pull",
    "freed": "free",
    "home": "live reside resident native grew born",
    "argued": "argue argument quarrel dispute altercation scuffle brawl squabble",
    "lasts": "condition recover recuperate",
    "planned": "plan schedule expect due",
    "last": "seen missing",
    "mourned": "funeral vigil mourn memorial bury buried prayer gather march protest rally",
}
"""What may be told of, and the words for it."""

HARM = frozenset({"harm", "called"})
"""An attack and the call for help because of it: one place, and nearly one time."""

_CALM = frozenset({"told", "planned", "last"})
"""What a place is not tied to, nor a time but right beside it: "said Sunday"."""

_TOKEN = re.compile(r"[a-z]+|911", re.IGNORECASE)

SENTENCE = re.compile(r"[.!?][\"”’']?\s+(?=[\"“‘']?[A-Z])|\n")
"""Where a sentence ends and the next begins."""

NEAR, FAR, BESIDE = 30, 160, 12
"""Code points: to the noun that a time stands before ("Sunday's attack"), to a word at all, to the
word of saying that a time dates."""

_THEIRS = re.compile(
    r"(?:^|[,;(] ?| \d\d?,? )of (?:the )?$|\w+ (?:man|woman|resident) of (?:the )?$"
)
"""Before where somebody is from: "Nora Lind, of Lake Street"."""


_PARTED = re.compile(r"[,;:.]|\b(?:the|a|an|when|after|and|was|were|who|in|at)\b", re.I)
_NOUN = re.compile(r"(?:ing|attack|strike|raid|blast|incident|homicide)s?$", re.IGNORECASE)

_TURNED = (
    (re.compile(r"(?:was|were|been|is|are) (?=report)", re.I), "called"),
    (re.compile(r"(?:was|were|been) (?=release)", re.I), "freed"),
    (
        re.compile(r"(?:is|are|being|still|remains?|remained) (?=held|jailed|in custody)", re.I),
        "lasts",
    ),
    (re.compile(r"(?=t(?:ook|aken?|akes|aking) place)", re.I), "harm"),
    (re.compile(r"(?=drive-?by)", re.I), "harm"),
    (re.compile(r"(?=(?:went|gone?|goes|going) off\b)", re.I), "harm"),
    (re.compile(r"(?=(?:ran|runs?|running) (?:over|down)\b)", re.I), "harm"),
)
"""Where a word means another thing than alone."""


@functools.cache
def _table() -> dict[str, str]:
    stemmer = snowballstemmer.stemmer("english")
    return {stemmer.stemWord(word): kind for kind, row in _WORDS.items() for word in row.split()}


@functools.cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")


@functools.lru_cache(maxsize=REMEMBERED)
def _cues(text: str) -> tuple[tuple[int, int, str], ...]:
    """Where a text tells of what: start, end, kind."""
    turned = {m.end(): kind for pattern, kind in _TURNED for m in pattern.finditer(text)}
    found: list[tuple[int, int, str]] = []
    for match in _TOKEN.finditer(text):
        kind = turned.get(match.start()) or _kind(match[0].casefold())
        if match[0] == "Court" and _LANE.search(text[max(0, match.start() - 20) : match.start()]):
            continue
        if _HAPPENS.match(text, match.start()) and found:
            kind = _what(text, match.start(), found[-1]) or kind
        if kind and text[match.start() - 3 : match.start()] != "to ":  # done with what for
            found.append((match.start(), match.end(), kind))
    return tuple(found)


_LANE = re.compile(
    r"(?<!\w)(?!(?:County|District|Supreme|Superior|Circuit|Municipal|Magistrates?|Federal|High|State|"
    r"Criminal|Juvenile|Crown|Family|Common|City|Appeals?|The|In)\b)[A-Z][\w'’-]+ $"
)
"""A name before "Court" that makes it a street: "Linden Court", no "County Court"."""

_HAPPENS = re.compile(r"(?:happen|occur|unfold|t(?:ook|aken?|akes|aking) place)", re.IGNORECASE)
"""What says of anything that it was: of what, the words before it tell."""


def _what(text: str, at: int, before: tuple[int, int, str]) -> str:
    """What is said to happen, by the words right before; empty where they tell of nothing."""
    _, end, kind = before
    between = text[end:at]
    beside = len(between) <= NEAR and not _PARTED_FROM.search(between)
    return kind if beside and kind not in _CALM | {"called"} else ""


_FOR_HELP = re.compile(
    r" (?:\w+ ){0,2}(?:to|of|about|for) (?:reports? of |reported )?"
    r"(?:(?:the|an?|that|this|what)\b )?"
    r"(?:[\w-]+ ){0,3}$",
    re.IGNORECASE,
)
"""Between a call for help and what it was for: "alerted to a fatal shooting at nine"."""

_PARTED_FROM = re.compile(r"[,;:.]|\b(?:it|that|this|which|when|after|before|and)\b", re.IGNORECASE)


@functools.lru_cache(maxsize=REMEMBERED)
def _kind(word: str) -> str | None:
    return _table().get(word) or _table().get(_stemmer().stemWord(word))


@functools.lru_cache(maxsize=REMEMBERED)
def told_of(text: str, start: int, end: int, calm: bool = False) -> str:
    """What is told of in the words around a span, a key of the table; empty where none is near.

    Args:
        text: A sentence.
        start: Where the span begins.
        end: Where it ends.
        calm: Whether the words of saying right beside it may have it, as they have times.
    """
    if _THEIRS.search(text[max(0, start - 40) : start]):
        return "home"
    cues = _cues(text)
    at = bisect.bisect_left(cues, (start,))
    after = [cue for cue in cues[at:] if cue[0] >= end and cue[0] - end <= FAR]
    if after and after[0][2] == "harm" and after[0][0] - end <= NEAR and _noun(text, end, after[0]):
        return "harm"
    for place, (_, last, kind) in reversed([*enumerate(cues[:at])]):
        if start - last > FAR:
            break
        if calm and kind == "harm" and place and _called_for(text, cues[place - 1], cues[place]):
            return "called"
        if kind not in _CALM or (calm and start - last <= BESIDE):
            return kind
    return next((kind for _, _, kind in after if kind not in _CALM), "")


def _called_for(text: str, call: tuple[int, int, str], cue: tuple[int, int, str]) -> bool:
    """Whether a word for an attack says what help was called for: "alerted to the shooting"."""
    if call[2] != "called" or not _NOUN.search(text[cue[0] : cue[1]]):
        return False
    return bool(_FOR_HELP.match(text[call[1] : cue[0]]))


def tells_of(text: str) -> frozenset[str]:
    """Every kind of thing that a text tells of."""
    return frozenset(kind for _, _, kind in _cues(text))


def _noun(text: str, end: int, cue: tuple[int, int, str]) -> bool:
    """Whether the word is what a span before it says more of: "Sunday's fatal shooting"."""
    return not _PARTED.search(text[end : cue[0]]) and bool(_NOUN.search(text[cue[0] : cue[1]]))


_CLEFT = re.compile(r"it (?:was|is)\b", re.IGNORECASE)


def of_time(view: View, text: str, start: int, end: int) -> str:
    """What a time of a claim is of.

    Args:
        view: The claim.
        text: The time as written.
        start: Its offset in the article, for where the claim's text has left it out.
        end: Where it ends there.
    """
    claim = view.claim.text
    if _CLEFT.match(claim):
        claim = view.sentence  # "it was nine when the wall fell": what fell is in the next claim
    if (at := claim.find(text)) >= 0:
        return told_of(claim, at, at + len(text), True)
    return told_at(view.article.text, start, end)


def told_at(article: str, start: int, end: int) -> str:
    """What a time is of, by its sentence in an article."""
    before = SENTENCE.split(article[max(0, start - FAR) : start])[-1]
    after = SENTENCE.split(article[end : end + FAR])[0]
    told = article[start:end]
    return told_of(f"{before}{told}{after}", len(before), len(before) + len(told), True)


def one_kind(a: str, b: str) -> bool:
    """Whether two spans may belong to one happening; a call for help is of what it is for."""
    return bool(a and b) and (a == b or {a, b} <= HARM)


_MALE = re.compile(r"\b(?:man|boy|son|father|brother|husband|grandfather|uncle|nephew|men|boys)\b")
_FEMALE = re.compile(
    r"\b(?:woman|girl|daughter|mother|sister|wife|grandmother|aunt|niece|women|girls)\b"
)


def told_of_name(text: str, name: str) -> str:
    """``told_of`` of a name in a text that has it."""
    at = text.find(name)
    return told_of(text, at, at + len(name))


def other_victims(a: View, b: View) -> bool:
    """Whether what befell somebody befell a man or boy in one and a woman or girl in the other."""
    mine, theirs = (_sexes(v.claim.happening.patient if v.claim.happening else "") for v in (a, b))
    return bool(mine) and bool(theirs) and not mine & theirs


def _sexes(patient: str) -> set[str]:
    words = patient.casefold()
    return {name for name, sex in (("male", _MALE), ("female", _FEMALE)) if sex.search(words)}


def parted(a: View, b: View, alignment: Alignment) -> bool:
    """Whether the two tell of two happenings, as far as time, means and victims say."""
    mine, theirs = means(a.claim.text), means(b.claim.text)
    if "aside" in alignment.ties or (mine and theirs and not mine & theirs):
        return True
    if "other_day" in alignment.ties and "same_names" not in alignment.ties:
        return True
    return other_victims(a, b)
