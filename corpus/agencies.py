"""Which news agency an article credits: in its dateline, its byline or at its foot.

A credit stands by itself. An agency named in a sentence ("told AFP", "Reuters reported") is a
source of that sentence, and a photo's credit ("AFP Photo") is the photo's.
"""

from __future__ import annotations

import re

_SPELLINGS = {
    "AFP": ("AFP", "Agence France-Presse", "Agence France Presse"),
    "AP": ("AP", "The Associated Press", "Associated Press"),
    "Reuters": ("Reuters", "REUTERS", "Thomson Reuters"),
    "dpa": ("dpa", "DPA", "Deutsche Presse-Agentur"),
    "UPI": ("UPI", "United Press International"),
    "TASS": ("TASS", "ITAR-TASS", "Itar-Tass"),
    "Interfax": ("Interfax",),
    "Xinhua": ("Xinhua",),
    "Anadolu": ("Anadolu Agency", "Anadolu"),
    "EFE": ("EFE",),
    "ANSA": ("ANSA",),
    "Kyodo": ("Kyodo", "Kyodo News"),
    "PTI": ("PTI", "Press Trust of India"),
    "IANS": ("IANS",),
    "PA Media": ("PA Media", "Press Association"),
}
"""Agencies that sell their text to outlets, by the spellings they are credited with."""

_BY_SPELLING = {spelling: name for name, all_ in _SPELLINGS.items() for spelling in all_}
_ONE = "(?:" + "|".join(sorted(map(re.escape, _BY_SPELLING), key=len, reverse=True)) + r")(?![\w-])"
_SOME = rf"{_ONE}(?:(?:, and |, |/| and | & ){_ONE})*"
_S = r"[ \t\xa0]"

_HEAD = (
    # BEIRUT (Reuters) - ... ; WASHINGTON (Local Station/AP) -- ...
    re.compile(rf"\((?:[\w. ]{{1,30}}/)?({_SOME})(?:/[\w. ]{{1,30}})?\){_S}*(?:--|[-–—:])"),
    # Headline AFP Sunday 5 June 2016 Text
    re.compile(
        rf"(?:^|(?<!told)(?<!with)(?<!to)(?<!by){_S})({_SOME}){_S}+(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
        r"[a-z]*,? \d{1,2} [A-Z][a-z]+ \d{4}"
    ),
)
_HEAD_LINE = re.compile(
    rf"(?:[Bb][Yy]:?{_S}+)?(?:[A-Z][\w.'’-]*,?{_S}+){{0,5}}(?:[,|/–—-]{_S}*)?(?<![\w(])({_SOME})"
    rf"(?:{_S}+(?:[Ss]taff|[Ww]riters?|[Cc]orrespondent))?\W*"
)
_FOOT_LINE = re.compile(
    rf"\W*(?:(?i:with|source:?|sources:|from|by|via){_S}+(?:inputs?{_S}+from{_S}+)?)?({_SOME})\W*"
)
_FOOT = re.compile(
    rf"(?:[.!?\"”’']{_S}*(?:--?|[–—/]){_S}?|\((?:(?i:with|source:?|from){_S}+)?)({_SOME})\)?\W*$"
)
_RIGHTS = (
    re.compile(
        r"(?i:copyright|©)[^\n]{0,20}\b(The Associated Press|Associated Press|AFP|Reuters)\b"
    ),
    re.compile(r"\bThe (Thomson Reuters) Trust Principles"),
)

_HEAD_LINES = 6
_FOOT_LINES = 5
_REACH = 400
"""Characters of the head that may hold a dateline."""


def credited(text: str) -> str:
    """The agencies an article credits, by their short names, parted by ``, ``; empty when it
    credits none (or only "agencies")."""
    head = text[:_REACH].lstrip()
    for pattern in _HEAD:
        if match := pattern.search(head):
            return _names(match[1])
    # A line is looked at only when short: a credit stands by itself.
    lines = [line for part in text.split("\n") if (line := part.strip()) and len(line) < 120]
    for line in lines[:_HEAD_LINES]:
        if text.find(line) < 4 * _REACH and (match := _HEAD_LINE.fullmatch(line)):
            return _names(match[1])
    for line in lines[-_FOOT_LINES:]:
        if match := _FOOT_LINE.fullmatch(line):
            return _names(match[1])
    tail = text[-2 * _REACH :].rstrip()
    for line in tail.split("\n")[-_FOOT_LINES:]:
        if match := _FOOT.search(line.rstrip()):
            return _names(match[1])
    for pattern in _RIGHTS:
        if match := pattern.search(tail):
            return _names(match[1])
    return ""


def _names(words: str) -> str:
    found = (_BY_SPELLING[match] for match in re.findall(_ONE, words))
    return ", ".join(dict.fromkeys(found))
