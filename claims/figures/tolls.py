"""States said ahead of a number: "the death toll rose to 12", "the killing of 12", "Also killed
were 12", "Dead: 12"; and behind it, of a whole that it is among: "was among the dead".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.figures.kinds import is_person
from claims.figures.roles import ADJECTIVE, NOUN

if TYPE_CHECKING:
    from spacy.tokens import Doc

_BETWEEN = r"(?:(?!(?:by|in|at|on|from|with|to|for|and|after)\b)[\w-]+\s+){0,3}"
_PASSING = (
    r"pass(?:es|ed)?|top(?:s|ped)|exceed(?:s|ed)?|surpass(?:es|ed)?|cross(?:es|ed)|near(?:s|ed)"
)
_TOLL = re.compile(
    # "The death toll rose to", "flood toll:"
    r"\b(?:death\s+)?toll\b[^.;]{0,70}?(?:\b(?:of|to|at|is|was|now|past|reach(?:ed|es)?|hit|hits|above|be"
    rf"|stands?|stood|as|least|than|{_PASSING})|:)\s+(?:[a-z]+\s+){{0,3}}$"
    # "The number of wounded exceeds"
    r"|\b(?:number|tally|count)\s+of\s+(?:[a-z-]+\s+){0,4}?(?P<state>dead|deaths|killed|fatalities|wounded"
    r"|injured|injuries|missing|displaced|casualties)\b[^.;]{0,60}?\b(?:to|at|is|was|reach(?:ed|es)|stands"
    rf"|stood|hits?|{_PASSING})\s+(?:[a-z]+\s+){{0,3}}$"
    # "The fatal shooting of", "the killing of"
    r"|\b(?P<fatal>fatal|deadly)\s+shooting\s+of\s+" + _BETWEEN + r"$"
    r"|\b(?P<of>deaths?|killings?|murders?|massacre|execution|deaths\s+and|lives|wounding|shooting"
    r"|arrests?|capture|abduction|kidnapping|displacement|release|injuries|casualties|body|bodies|loss"
    r"|remains|funerals?|burials?|martyrdom)"
    r"\s+of\s+" + _BETWEEN + r"$",
    re.IGNORECASE,
)
_TOLL_AS = re.compile(r"\btoll\s+$", re.IGNORECASE)
"""Before "as high as", "as low as": "put the death toll as high as 90,000"."""
_TOLL_VERB = re.compile(rf"(?:{_PASSING})$", re.IGNORECASE)
_STATE = {
    **dict.fromkeys(
        "lives loss bodies body remains funeral funerals burial burials".split(), "killed"
    ),
    "wounding": "injured",
}
"""What words of these patterns mean here that are no state elsewhere."""

_STATES = (
    r"(?P<state>dead|killed|slain|wounded|injured|hurt|missing|arrested|detained|kidnapped|abducted"
    r"|displaced|rescued|hospitali[sz]ed|deceased)"
)
_THOSE = (
    r"(?:the|those)\s+(?:(?:people|civilians|persons|ones|victims|who|were|\d+|two|three|four|five|six|seven"
    r"|eight|nine|ten|dozens|scores|hundreds|of)\s+){0,3}?"
)
_AHEAD = re.compile(
    rf"(?:^|[;:]\s|[\"“]\s?)(?:also\s+|(?:also\s+)?among\s+{_THOSE})?{_STATES}"
    r"(?:\s+(?:in|at|on|by|along|inside|outside|during)\s[^,;:]{1,50}?)?"
    r"\s+(?:was|were|is|are)\s+(?:also\s+)?$",
    re.IGNORECASE,
)
""" "Also killed was a nurse", "Among those wounded in the raid were two nurses"."""
_LABEL = re.compile(
    r"(?:^|[,;(|]\s?|\band\s)(?P<state>dead|killed|wounded|injured|missing|deaths|injuries|fatalities"
    r"|arrested|arrests)\s?:\s?$",
    re.IGNORECASE,
)
""" "Dead: 12, wounded: 40"."""
_NUMBERED = re.compile(
    r"\b(?P<counted>dead|deaths|fatalities|killed|wounded|injured|injuries"
    r"|casualties|arrests)\s+(?:(?:has|have|had|now)\s+){0,2}(?:number(?:ed|s)?|stands?|stood|rose|rises?"
    r"|risen|climb(?:ed|s)?|reach(?:ed|es)?)(?:\s+(?:at|to))?\s+(?:at\sleast\s|about\s)?$",
    re.IGNORECASE,
)
""" "The dead numbered 12", "fatalities rose to 30"."""
_AMONG = re.compile(
    r"(?:,?\s(?:and|including)\s[^,;.]{1,40}?,?)?,?\s+(?:was|were|is|are)\s+(?:also\s+)?(?:among|one\sof)\s+"
    r"(?:(?:the|those|at|least|a|total|of|some|more|than|nearly|about|over)\s+){0,3}"
    rf"(?:[\w,-]+\s+){{0,3}}?{_STATES}\b(?!\s(?:man|woman|boy|girl)'s)",
    re.IGNORECASE,
)
""" "A nurse was among the dead", "... among at least 22 people killed"."""


def toll(doc: Doc, first: int, tolls: bool, noun: str = "") -> str:
    """What the words ahead of the token ``first`` say befell what is counted; else empty.

    ``tolls`` is false where no number is written: a toll is never "confirmed to a reporter".
    """
    begin = doc[first].idx
    if _TOLL_VERB.match(doc[first].text):  # "exceeded 100" is read as one number
        begin += len(doc[first]) + 1
    before = doc.text[max(0, begin - 130) : begin] if begin else ""
    match = _TOLL.search(before)
    if match is None and tolls and doc[first].lower_ == "as" and _TOLL_AS.search(before):
        return "killed"
    if match is None:
        return _numbered(before, noun) if tolls else ""
    word = (match["state"] or match["of"] or "").lower()
    if not word:
        return "killed" if tolls or match["fatal"] else ""
    return _role(word.split()[0])


def _numbered(before: str, noun: str) -> str:
    match = None if noun and not is_person(noun) else _NUMBERED.search(before)
    return _role(match["counted"].lower()) if match is not None else ""


def _role(word: str) -> str:
    singular = word[:-3] + "y" if word.endswith("ies") else word.rstrip("s")
    return _STATE.get(word) or ADJECTIVE.get(word) or NOUN.get(singular) or NOUN.get(word, "")


def state_around(doc: Doc, first: int, last: int, noun: str) -> str:
    """The state that stands ahead of a phrase ("also killed was"), or behind it as that of those
    it is among ("was among the dead"); empty for none, and for what is no person."""
    if noun and not is_person(noun):
        return ""
    if role := state_ahead(doc, first):
        return role
    if any(token.lower_ == "of" for token in doc[max(0, first - 2) : first]):
        return ""  # "the wives of the five men were among the dead"
    end = doc[last].idx + len(doc[last])
    match = _AMONG.match(doc.text[end : end + 140])
    return _role(match["state"].lower()) if match is not None else ""


def state_ahead(doc: Doc, first: int) -> str:
    """The state of "also killed was" or "dead:" right before the token ``first``; else empty."""
    begin = doc[first].idx
    before = doc.text[max(0, begin - 120) : begin]
    match = _LABEL.search(before) or _AHEAD.search(before)
    return _role(match["state"].lower()) if match is not None else ""
