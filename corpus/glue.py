"""Sentences that lost what parted them: headings and leads run into the text behind them.

Pages flattened to text often have no line breaks left ("Truce ends The army said ..."). Only
what words alone make certain is parted here; the rest stays together.
"""

from __future__ import annotations

import re

_OPENER = (
    r"(?:The|An?|In|On|At|He|She|It|They|There|This|These|But|Meanwhile|However|At least"
    r"|More than|According)"
)
_NOT_BEFORE = (
    r"of|in|on|at|to|for|by|with|from|and|or|but|that|as|than|into|over|near|under|after|before"
    r"|against|between|called|named|dubbed|titled|entitled|like|via|per|vitamin|plan|section|type"
    r"|group|class|grade|block|team|exhibit|newspaper|magazine|show|film|song|book|said|says|told"
    r"|when|while|where|which|who|because|since|until|if|though|the|a|an|his|her|its|their|our"
)
"""Words behind which a capital opens a name, not a sentence."""
_HEADING = re.compile(
    rf"[A-Z][^.!?:;\"()\n]{{2,90}}?(?<=[a-z]{{3}})(?= {_OPENER} (?:[a-z]|[A-Z]\w+ [a-z]))"
)
_LAST_WORD = re.compile(r"(\w+)$")
_TELLS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|said|says?|told|tells?|added|reported"
    r"|wrote|he|she|they|we|it)\b"
)
"""Words of a sentence: a heading has none of them."""
_CAPITALS = re.compile(r"(?=[A-Z ]*[A-Z]{6})[A-Z]{3,}(?: [A-Z]{2,}){1,6}(?= [A-Z][a-z]+ [a-z])")
"""A heading in capitals before a sentence that is not."""
_BYLINE = re.compile(
    r"[Bb]y [A-Z][\w'-]+ (?:[A-Z]\. )?[A-Z][\w'-]+"
    r"(?= (?:The|An?|At least|In|On|More than) (?:[a-z\d]|[A-Z]\w+ [a-z]))"
)
_HEADING_WORDS = 14
_STEM = 40
"""Characters that two sentences do not share by chance."""


def heading_end(plain: str, start: int, end: int) -> int | None:
    """Where a heading ends that is run into a sentence; ``None`` when none is."""
    capitals = _CAPITALS.match(plain, start, end)
    if capitals:
        return capitals.end()
    match = _HEADING.match(plain, start, end)
    if match is None or len(match[0].split()) > _HEADING_WORDS or _TELLS.search(match[0]):
        return None
    last = _LAST_WORD.search(match[0])
    function_word = last is None or re.fullmatch(_NOT_BEFORE, last[1], re.IGNORECASE)
    return None if function_word else match.end()


def byline_end(plain: str, start: int, end: int) -> int | None:
    """Where a byline ends that is run into the sentence behind it; ``None`` when there is none."""
    match = _BYLINE.match(plain, start, end)
    return match.end() if match else None


def repeated(plain: str, start: int, end: int) -> int | None:
    """Where a sentence begins for the second time ("Rebels left Vell Rebels left Vell, a monitor
    said."), both run together; ``None`` when it does not."""
    stem = plain[start : start + _STEM]
    if end - start < 2 * _STEM:
        return None
    again = plain.find(" " + stem, start + _STEM - 1, end) + 1
    first = plain[start:again].rstrip()
    return again if again > start and plain.startswith(first, again) else None
