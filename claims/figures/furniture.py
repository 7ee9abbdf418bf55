"""Numbers that count nothing: times, dates, addresses, telephone numbers, models, scores.

A table of patterns over the sentence's text. Each gives a stretch no figure may touch. All are
bounded (no nested repetition), as the text is hostile.
"""

from __future__ import annotations

import bisect
import re

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_STREET = (
    r"(?:street|st|avenue|ave|road|rd|boulevard|blvd|drive|dr|lane|ln|court|ct|place|pl|way"
    r"|highway|hwy|parkway|pkwy|terrace|circle|square|trail|pike)"
)
_DESIGNATOR = (
    r"(?:highway|route|interstate|flight|resolution|article|chapter|channel|local|room|apartment"
    r"|apt|unit|page|section|district|ward|precinct|station|exit|gate|platform|phase|level|grade"
    r"|division|brigade|battalion|regiment|squadron|area|zone|sector|block|lot|building|suite|pier"
    r"|act|bill|amendment|proposition|title|part|volume|vol|case|docket|type|model|mark|version"
    r"|class|category|figure|table|number|no|nos|nr|nrs|building|highways|us|abc|cbs|nbc|fox|news|tv"
    r"|radio|windows|boeing|airbus|formula|world war|session|round|step|tier|age of|mile|hwy)"
)

PATTERNS: dict[str, str] = {
    "address on the net": r"(?:https?://|www\.)\S{1,300}|\S{1,80}@\S{1,80}|[#@]\w{1,80}"
    r"|\b\w{1,40}\.(?:com|org|net|co|ly|gov|edu)/\S{1,200}",
    "block": r"\b\d{1,6}(?:st|nd|rd|th)?[- ](?:hundred[- ])?block\b",
    "house number": rf"\b\d{{1,6}}\s(?:[NSEW]\.?\s|(?:north|south|east|west)(?:east|west)?\s)?"
    rf"(?:[A-Z][\w'.]{{0,20}}\s|\d{{1,4}}(?:st|nd|rd|th)\s){{1,3}}(?i:{_STREET})\b",
    "street number": rf"\b\d{{1,4}}(?:st|nd|rd|th)\s(?i:{_STREET})\b",
    "clock": r"\b\d{1,2}(?::\d{2}){1,2}(?:\s?[ap]\.?\s?m\b\.?)?|\b\d{1,2}\.\d{2}\s?[ap]\.?m\b\.?"
    r"|\b\d{1,4}\s?(?:[ap]\.?m\b\.?|gmt|utc|hours?\s(?:gmt|local)|o'clock)"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s(?:[ap]\.m\.|o'clock)",
    "hours of the clock": r"\b(?:at|by|until|till|around|before|after|from|about)\s\d{1,2}:\d{2}",
    "telephone": r"(?<![\w,.])\+?\(?\d{0,3}\)?[-. ]?\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}\b"
    r"|(?<![\w,])\d{3}-\d{4}\b(?!-)",
    "ages of two": r"\b\d{1,2}-\s?(?:and|or|to)\s(?=\d{1,2}-)|\bboth\s\d{1,3}(?=[,.;)]|\syears)",
    "call number": r"\b(?:911|999|112)\s(?:calls?|operators?|dispatch\w*|tapes?|centers?)\b"
    r"|\b(?:call|dial|text|dialed|called)\s(?:\d{3}|\+?\d{5,12})\b",
    "version or address of a machine": r"\b\d+(?:\.\d+){2,6}\b",
    "numeric date": r"\b\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\b|\b(?:9/11|7/7|24/7|50/50)\b",
    "day and month": rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?:\s?(?:-|to|and|or)\s?\d{{1,2}}"
    rf"(?:st|nd|rd|th)?)?\s(?:of\s)?{_MONTH}(?=[\s,.;:)]|$)(?:,?\s(?:19|20)\d\d\b)?",
    "month and day": rf"\b{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?!\d|,\d{{3}}\b)"
    rf"(?:\s?(?:-|to|and|or)\s?\d{{1,2}}(?:st|nd|rd|th)?(?=[\s,.;]|$)(?!\s(?:[a-z]+s|people)\b))?"
    rf"(?:,?\s(?:19|20)\d\d\b)?",
    "month and year": rf"\b{_MONTH},?\s(?:19|20)\d\d\b",
    "decade": r"\b(?:1[89]|20)\d0s\b|\b'\d0s\b|\bmid-?(?:19|20)\d\d\b",
    "season of two years": r"\b(?:19|20)\d\d\s?[-/]\s?(?:(?:19|20)\d\d|\d\d)\b",
    "ordinal": r"\b\d{1,3}(?:,\d{3})?(?:st|nd|rd|th)\b(?:\s(?:floor|anniversary))?",
    "calibre": r"(?<!\w)\.\d{2,3}\b(?:[- ]?cal(?:iber|ibre)?\b)?"
    r"|\b\d{1,3}[- ](?:caliber|calibre|gauge)"
    r"|\b\d{1,3}(?:\.\d{1,2})?\s?-?(?:mm|millimet(?:er|re))\b|\b\d\.\d{2}\s?x\s?\d{2}\b"
    r"|\b(?:AK|AR|M|G)-?\d{2}s?\b",
    # "R340 000" and "R1.2m" are South African money, the "R34" is a road.
    "model or code": r"\b(?!R\d{1,3}(?:[ ,]\d{3}){1,4}(?![\d-])"
    r"|R\d{1,3}(?:\.\d{1,2})?\s?(?:bn|k|million|billion)\b)"
    r"[A-Za-z]{1,10}-?\d[\w-]*(?:\.\d+)?\b(?!\s?(?:million|billion))"
    r"|\b\d+[A-Z]{1,3}\d*\b(?<!\dK)(?<!\dM)(?<!\dB)(?<!\dMM)",
    "designator": rf"\b(?i:{_DESIGNATOR})\s?(?:no\.?\s?|#)?\d{{1,5}}\b"
    r"(?!\s(?:people|were|was|civilians|soldiers|killed|dead|wounded|injured))"
    r"|\bP\d+\b|(?<!\w)#\s?\d+",
    "group of states": r"\b(?:G|P|E)\s?-?\s?\d{1,2}(?:\+\d)?\b|\bbig\s(?:four|five|three)\b",
    "score": r"\b(?:won|win|wins|lost|lose|beat|beating|lead|led|vote|voted|ruled|score|draw|drew"
    r"|tied)\b[^.\d]{0,25}?\b\d{1,3}\s?(?:-|to)\s?\d{1,3}\b",
    "set phrase": r"\b(?:one\sanother|one\sday|each\sone|no\sone\selse's|at\sone\spoint"
    r"|one\sof\sthe\s(?:most|largest|biggest|main|deadliest|worst|last|few|first|key|oldest)"
    r"|on(?:e)?\sthe\sone\shand|one-on-one|one-sided|one-way|two-way|two-day-old|one\stime"
    r"|face\sto\sface|first|square\sone|one\sby\sone|a\sdozen\stimes|24\shours\sa\sday|number\sone"
    r"|day\sone|seven\sdays\sa\sweek|one\sthing|on\sall\ssides|of\sall|after\sall|at\sall|all\sthe\s"
    r"(?:way|time)|all\s(?:day|night|along|but|over|right|out|this|that)|once\sand\sfor\sall|above\sall"
    r"|most\s(?:likely|probably|recent|recently|of\sall|notably|importantly)|four-wheel|cloud\snine"
    r"|ground\szero|zero\stolerance|second[- ](?:largest|hand)|at\smost|group\sof\sseven"
    r"|year-round)\b",
    "parents": r"\b(?:father|mother|dad|mom|mum|parents?|grandfather|grandmother)\sof\s"
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\b",
    "channel": r"\b\d{1,2}\s(?:News|Action\sNews|Eyewitness|On\sYour\sSide)\b",
    "reading time": r"\b\d{1,3}\s?min(?:ute)?s?\sread\b",
    "empty name slot": r"\b(?:Comments?|Share|Photos?|Views?|Likes?|Posted|Updated)\s?:?\s?\d+\b",
}
"""Name of what it is, and its pattern. "one of the worst attacks" counts no attack."""

_CASED = frozenset({"channel", "house number", "model or code", "group of states", "street number"})
_COMPILED = tuple(
    re.compile(pattern, 0 if name in _CASED else re.IGNORECASE)
    for name, pattern in PATTERNS.items()
)


def furniture(text: str) -> list[tuple[int, int]]:
    """Stretches of a text that no figure may touch, sorted; an empty list for none."""
    return sorted(
        (match.start(), match.end()) for pattern in _COMPILED for match in pattern.finditer(text)
    )


def touches(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether ``[start, end)`` overlaps one of the sorted spans."""
    at = bisect.bisect_left(spans, (end, end))
    return any(stop > start for _, stop in spans[max(0, at - 40) : at])


_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_YEAR_BEFORE = re.compile(
    rf"(?:\b(?:in|since|by|of|the|from|until|till|during|before|after|early|late|mid|around|year|"
    rf"to|and|between|{_MONTH})\s|[-/('])$",
    re.IGNORECASE,
)


def is_year(text: str, start: int, end: int, counts: bool) -> bool:
    """Whether four digits are a year.

    Args:
        text: The sentence.
        start: Where the bare number begins, without words that bound it.
        end: Where it ends.
        counts: Whether a plural noun follows, so that "killed 2000 people" is a count; after
            "in", "since", "the" and months it is a year all the same ("in 2013 rebels took").
    """
    if not _YEAR.fullmatch(text[start:end]):
        return False
    before = _YEAR_BEFORE.search(text[max(0, start - 14) : start])
    return bool(before) or not counts
