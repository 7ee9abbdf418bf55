"""What narrows a figure, as written: a window of time, one side, a manner, a place.

"58 people were killed in the market" counts fewer than "58 people were killed", and "300 since
March" is no toll of a day. One phrase is kept, by the order of ``_KINDS``: a part of a whole
("of 58 people", set in ``subsets``) before all of these.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.figures.words import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_WINDOW = (
    r"(?:so\sfar(?:\sthis\s(?:year|month|week))?|to\sdate|in\stotal|overall|this\s(?:year|month|week)"
    r"|(?:that|last)\s(?:year|month)|(?:per|a|each|every)\s(?:day|week|month|year)|daily"
    r"|(?:in|over|during|within|for)\s(?:just\s|only\s)?(?:the\s)?(?:past|last|previous|first|same)\s"
    r"(?:[\w-]+\s){0,2}(?:hours?|days?|weeks?|months?|years?|decade|half|quarter)"
    r"(?:\sof\s(?:the\syear|this\syear|last\syear|\d{4}))?"
    r"|(?:in|within|over)\s(?:less\sthan\s)?(?:[\w-]+\s){1,2}(?:hours|days|weeks|months|years)(?!\sago)"
    rf"|(?:in|during|throughout)\s(?:early\s|late\s|mid-)?(?:{_MONTH}\s)?\d{{4}}"
    r"|(?:in|during|over|throughout)\s(?:[\w'-]+\s){1,4}?(?:war|conflict|uprising"
    r"|revolt|siege|offensive|campaign)(?![\w-])(?:\sso\sfar)?"
    rf"|since\s(?:then|(?:early\s|late\s|mid-?\s?|the\s(?:(?:end|start|beginning|middle)\sof\s)?)?(?:{_MONTH}(?:\s\d{{1,2}})?(?:,?\s\d{{4}})?|\d{{4}}"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|last\s\w+)|(?:[\w-]+\s){1,5}?(?:began|start(?:ed)?"
    rf"|beginning|outbreak|war|uprising|conflict|revolt)(?:\s(?:[\w-]+\s){{0,4}}?in\s"
    rf"(?:{_MONTH}(?:\s\d{{4}})?|\d{{4}}))?)(?![\w-])"
    rf"|between\s(?:\d{{1,2}}\s)?(?:{_MONTH}(?:\s\d{{1,2}})?(?:,?\s\d{{4}})?|\d{{1,2}}|\d{{4}})\s"
    rf"(?:and|to)\s(?:\d{{1,2}}\s)?(?:{_MONTH}(?:\s\d{{1,2}})?(?:,?\s\d{{4}})?|\d{{4}}))"
)
_SIDES = r"(?:on|from|of)\s(?:each|both|either|all|the\sother)\ssides?"
_NAME = r"(?-i:[A-Z])[\w'-]*(?:\s(?-i:[A-Z])[\w'-]*){0,3}"
_PLACE_NOUN = (
    r"(?:market|marketplace|hospital|clinic|school|mosque|church|prison|jail|camp|village|town|city"
    r"|province|governorate|district|neighbou?rhood|suburb|countryside|airport|base|capital|region"
    r"|area|building|house|home|apartment|checkpoint|street|square|bus|convoy|north|south|east|west)s?"
)
_PLACE = (
    rf"(?:in|near|across|around|outside|inside|throughout)\s(?:(?:the\s)?(?:[\w'-]+\s){{0,2}}?{_NAME}"
    rf"(?:(?:,\s{_NAME})*,?\sand\s(?:the\s)?{_NAME})?"
    rf"|(?:the|a|an|its|one|two)\s(?:[\w'-]+\s){{0,2}}?{_PLACE_NOUN}\b"
    rf"(?:\sand\s(?:its|a|the)\s(?:[\w'-]+\s){{0,2}}?\w+)?)"
    r"|\bat\s(?:the|a|an)\s(?:[\w'-]+\s){0,2}?(?:market|marketplace|hospital|clinic|school|mosque|prison"
    r"|camp|checkpoint|airport|base)\b"
)
_OTHER = r"(?:overnight|nationwide|countrywide|worldwide|in\sall\b)"

_KINDS = tuple(
    re.compile(rf"^[\s,]{{0,2}}(?P<scope>{pattern})(?![\w-])", re.IGNORECASE)
    for pattern in (_WINDOW, _SIDES, _OTHER, _PLACE)
)
_FAR_WINDOW = re.compile(rf"(?<![\w-])(?P<scope>{_WINDOW})(?![\w-])", re.IGNORECASE)
_FIRST_WINDOW = re.compile(rf"^[\"'\s]*(?P<scope>{_WINDOW})(?=[,\s])", re.IGNORECASE)

_CLAUSE = re.compile(
    r";|\b(?:which|who|whose|while|when|after|before|where|although|but|as\swell)\b", re.IGNORECASE
)
_SINCE = re.compile(r"since|so\sfar|to\sdate|overall|in\stotal", re.IGNORECASE)
"""Windows that may stand behind a comma: "hundreds, mostly fighters, since March"."""

_AWAY = re.compile(r",|\b(?:said|says|had\s\w+|to|and)\b|.{45}", re.IGNORECASE)
"""What parts any other window from the count: it is the time of something else."""

_EVENTS = (
    r"(?:attack|strike|airstrike|blast|bombing|explosion|raid|clash|crash|shelling|fighting|media"
    r"|monitor|battle|shooting|fire|advance|operation|offensive|assault)(?:e?s)?"
)
_EVENT = re.compile(rf"\b{_EVENTS}$", re.IGNORECASE)
_EVENT_NEXT = re.compile(rf"\s+(?:[a-z]+\s+)?{_EVENTS}\b", re.IGNORECASE)
"""Headlines in capitals: "in Rocket Attack" is no place, nor is "in a Russian"."""

MANNERS = re.compile(r"\b(?:executed|beheaded|hanged|crucified|drowned|starved)\b", re.IGNORECASE)
"""Ways of dying that only some of the dead share."""
SIDES = re.compile(_SIDES, re.IGNORECASE)
PER_SIDE = re.compile(r"(?:on|from|of)\s(?:each|either)\sside", re.IGNORECASE)
_NARROWING = word_set("foreign local")
_NATIONS = frozenset({"NORP"})


def scope_after(text: str, ends: list[int]) -> str:
    """The narrowing phrase right behind the figure or behind what befell it; else empty."""
    for pattern in _KINDS:
        for end in ends:
            if match := pattern.match(text[end : end + 120]):
                scope: str = match["scope"].strip()
                cut_short = _EVENT_NEXT.match(text[end + match.end() :])
                if not (cut_short or _EVENT.search(scope)):
                    return scope
    return ""


def window(text: str, start: int, end: int, until: int) -> str:
    """The span of time a count is over: at the head of the sentence, or before ``until``.

    Args:
        text: The sentence.
        start: Where the figure begins; a window may open the sentence before the first figure.
        end: Where the figure ends.
        until: Where the next count begins: what stands behind belongs to that.
    """
    if match := _CLAUSE.search(text, end, until):
        until = match.start()
    match = _FAR_WINDOW.search(text, end, until)
    if match and (_SINCE.match(match["scope"]) or not _AWAY.search(text[end : match.start()])):
        return match["scope"]
    match = _FIRST_WINDOW.match(text[:start])
    return match["scope"] if match else ""


def modifier(doc: Doc, first: int, head: int) -> str:
    """The word before a counted noun that takes some of its kind: "foreign", a nation's name."""
    for token in doc[first:head]:
        if token.lower_ in _NARROWING or (token.ent_type_ in _NATIONS and token.pos_ != "NUM"):
            return token.text
    return ""
