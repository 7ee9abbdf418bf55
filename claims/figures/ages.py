"""Ages: "a 17-year-old", "aged 23", "Jo Carter, 23,", "ages 19 to 42"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claims.figures.kinds import is_person
from claims.figures.nouns import lemma
from claims.figures.numerals import numerals
from claims.figures.persons_told import TITLES, owner
from claims.figures.roles import ADJECTIVE
from claims.figures.worded_ages import WORDED, YEARS, doer, token_at, worded_ages

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_N = rf"(?:{YEARS})"
_SPAN = rf"(?P<low>{_N})(?:\s?(?:-|to|and|through)\s?(?P<high>{_N}))?"

PATTERNS = (
    rf"\b(?P<low>{_N})[- ](?P<unit>year|month|week|day)s?[- ]olds?\b(?!\s(?:war|conflict|uprising"
    r"|conflicts|ceasefire|truce|battle|siege|fight|revolt|crisis|rebellion|city|town|building|party"
    r"|group|company|civil|campaign|offensive|insurgency|militancy|revolution|regime|rule|agreement))",
    r"\b(?:between\sthe\s)?(?:ages?|aged)\s(?:of\s|from\s|between\s|just\s|only\s|about\s|around\s)?"
    + _SPAN
    + r"\b(?:\s(?:and|or)"
    r"\s(?:under|over|older|younger))?",
    rf"\b(?:was|is|were|are|turned|turning)\s(?:just\s|only\s)?(?P<low>{_N})(?:\s(?P<unit>year|month)s?"
    r"\sold\b|(?=\s(?:when|at\sthe\stime)\b))",
    r"(?<=[a-z.]),\s(?P<low>\d{1,2})(?=,|\s?[.;)]?$|\sof\b(?!\s(?:them|whom|those|these|which|the)\b)|\swas\b|\swere\b|\sdied\b|\sand\b|\)|\s\(|;"
    r"|-|\.\s)",
    r"(?<=[a-z.])\s\((?P<low>\d{1,2})\)",
    rf"(?<=[a-z.]),\s(?P<low>{WORDED})(?=,\s)",
)
"""In the last three a name must stand before; the parse is asked for it."""

_COMPILED = tuple(re.compile(pattern, re.IGNORECASE) for pattern in PATTERNS)
_NEED_NAME = frozenset(_COMPILED[3:])


_FULL_NAME = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)+")
"""A word for a number is an age behind a full name alone: "Golo Lang, six,"."""

_MORE = re.compile(
    r"(?:,\s\d{1,2}){0,8}(?:,?\s(?:and|&)\s\d{1,2})(?=[,.;)]|\s(?:were|was|died|at|in|after)\b|$)"
)
""" "Ages 5, 7 and 30": the others, behind the first."""
_BARE_MORE = re.compile(
    r"(?:,\s\d{1,2}){0,8}\sand\s\d{1,2}(?=,\s(?:were|was|died|who|had|have|and)\b|[.;)]|$)"
)
""" "The brothers, 6 and 9, were hurt": without the word, a comma has to close the list."""
_NUMBER = re.compile(r"\d+")
_COUNTED_OF = re.compile(r"\s(?:was|were|are|is|died)\b")
""" "Of the victims, 12 were women": what makes a count of an age."""


class Age(NamedTuple):
    """``text[start:end]`` states an age; ``noun`` is the person noun or the name."""

    start: int
    end: int
    low: float
    high: float
    unit: str
    noun: str


def find_ages(doc: Doc) -> list[Age]:
    """The ages in a sentence, sorted; an empty list for none."""
    found: list[Age] = []
    text = doc.text  # put together anew each time it is asked for
    for pattern in _COMPILED:
        for match in pattern.finditer(text):
            if any(match.start() < age.end and age.start < match.end() for age in found):
                continue
            if (age := _age(doc, match, pattern in _NEED_NAME)) is not None:
                found.append(age)
    found += [age for first in list(found) for age in _more(text, first)]
    for told in worded_ages(doc):
        if not any(told.start < age.end and age.start < told.end for age in found):
            noun = owner(told.who) if told.who is not None else ""
            found.append(Age(told.start, told.end, told.low, told.high, "year", noun or "person"))
    return sorted(found)


def _more(text: str, first: Age) -> list[Age]:
    """ "Ages 5, 7 and 30": those of a list behind its first."""
    if first.unit != "year":
        return []
    worded = text[first.start : first.start + 2].lower() == "ag"  # "aged", "ages"
    match = (_MORE if worded else _BARE_MORE).match(text, first.end)
    if match is None:
        return []
    return [
        Age(n.start(), n.end(), float(n[0]), float(n[0]), first.unit, first.noun)
        for n in _NUMBER.finditer(text, match.start(), match.end())
    ]


def _age(doc: Doc, match: re.Match[str], need_name: bool) -> Age | None:
    groups = match.groupdict()
    low = _value(groups["low"])
    high = _value(groups["high"]) if groups.get("high") else low
    if low is None or high is None or not low <= high <= 115:
        return None
    start = match.start("low") if need_name or groups.get("unit") else match.start()
    before = _noun_before(doc, match.start())
    noun = before if need_name else _noun_after(doc, match.end()) or before
    if need_name and (not noun or _of_many(doc, match)):
        return None
    if need_name and not groups["low"].isdecimal() and not _FULL_NAME.fullmatch(noun):
        return None
    if not noun[:1].isupper():
        token = token_at(doc, match.start("low"))
        named = owner(token) if token is not None else ""
        noun = named if noun in ("", "person") or named[:1].isupper() else noun
    return Age(start, match.end(), low, high, groups.get("unit") or "year", noun or "person")


def _of_many(doc: Doc, match: re.Match[str]) -> bool:
    """ "Of the victims, 12 were women", "of the dead, 12 were": a count, no age."""
    if _COUNTED_OF.match(match.string, match.end()) is None:
        return False
    start = match.start("low")
    before = next((t for t in reversed(doc) if t.idx < start and t.text != ","), None)
    return before is not None and (before.tag_ in ("NNS", "NNPS") or before.lower_ in ADJECTIVE)


def _value(word: str) -> float | None:
    read = numerals(word)
    return read[0].value if len(read) == 1 else None


def _noun_after(doc: Doc, end: int) -> str:
    """ "17-year-old boy": the first noun of the phrase, or the name that follows."""
    tokens = [token for token in doc if token.idx >= end][:5]
    for n, token in enumerate(tokens):
        if is_person(lemma(token)) and token.pos_ in ("NOUN", "PROPN", "ADJ"):
            return lemma(token)
        if token.pos_ == "PROPN":
            name = [token.text]
            for follower in tokens[n + 1 :]:
                if follower.pos_ != "PROPN":
                    break
                name.append(follower.text)
            return " ".join(name)
        if token.pos_ not in ("ADJ", "NOUN") or token.text == ",":
            return ""
    return ""


def _noun_before(doc: Doc, start: int) -> str:
    """The name or person noun that ends where the age begins ("Jo Carter, 23"); else empty."""
    tokens = [token for token in doc if token.idx + len(token) <= start]
    while tokens and tokens[-1].text in (",", "("):
        tokens.pop()
    if not tokens:
        return ""
    if tokens[-1].pos_ != "PROPN":
        noun, last = lemma(tokens[-1]), tokens[-1]
        one = last.tag_ == "NN" and (noun in TITLES or doer(last))
        return noun if is_person(noun) or one else ""
    first = len(tokens)
    while first > max(0, len(tokens) - 6) and (
        tokens[first - 1].pos_ == "PROPN" or _joins(tokens[first - 1])
    ):
        first -= 1
    if first == len(tokens) - 1 and is_person(lemma(tokens[-1])):
        return lemma(tokens[-1])
    return doc[tokens[first].i : tokens[-1].i + 1].text


def _joins(token: Token) -> bool:
    """Whether it is the hyphen of "Minor-Mell"."""
    before = token.nbor(-1) if token.i else token
    return token.text == "-" and not token.whitespace_ and not before.whitespace_
