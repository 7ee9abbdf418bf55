"""Ages told in a sentence's own words: "a woman of ninety", "at 39 the youngest", "in his mid-40s",
"was 18", "turned 35", "an octogenarian"."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from claims.figures.kinds import is_person
from claims.figures.nouns import lemma
from claims.figures.number_words import ONES, TENS
from claims.figures.numerals import numerals
from claims.figures.sexes import owner_near

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_DIGITS, _TEENS, _TENS = ("|".join(words) for words in (ONES[1:10], ONES[10:], TENS))
WORDED = rf"(?:{_TENS})(?:-(?:{_DIGITS}))?|{_TEENS}|{_DIGITS}"
"""A number of years in words; a pattern without groups."""
YEARS = rf"\d{{1,3}}|{WORDED}"
"""A number of years, in digits or in words; a pattern without groups."""
_N = rf"(?P<n>{YEARS}|a hundred)"
_DECADES = {
    "teens": 10, "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60,
    "seventies": 70, "eighties": 80, "nineties": 90,
}  # fmt: skip
_PARTS = {"early": (0, 4), "mid": (3, 7), "middle": (3, 7), "late": (5, 9), "": (0, 9)}
"""Which years of a decade are its early ones: wide, as nobody counts."""
_OLD_AS = {
    "quinquagenarian": 50, "sexagenarian": 60, "septuagenarian": 70, "octogenarian": 80,
    "nonagenarian": 90, "centenarian": 100,
}  # fmt: skip

_ENDS = r"$|[,.;:!?)\"”’—–]|-\s|who\b|whom\b|whose\b|with\b|and\b|when\b|was\b|had\b|is\b"
_STOPS = rf"(?=\s?(?:{_ENDS}))"
_OF_STOPS = (
    rf"(?=\s?(?:{_ENDS}|(?:died|dies|has|were|told|said|in|on|from|at|after|killed|shot|wounded|"
    r"injured|found|arrested|missing)\b))"
)
_LATER = (
    r"(?=\s?(?:$|[,.;:!?)]|(?:last|this|next|in|on|and|but|yesterday|today|just|only|a|while|"
    r"during|earlier|two|three|four|five|six|when|at|the\s(?:day|week|month|year)|behind)\b))"
)
_OF = re.compile(
    r"\b(?P<who>wom[ae]n|man|boy|girl|child|lad|lass|youth|gentleman|lady|youngster|teenager|"
    r"pensioner|widow|widower|baby|toddler|person|grandmother|grandfather)\sof\s(?:just\s|only\s|"
    rf"barely\s|some\s|about\s|around\s)?{_N}{_OF_STOPS}",
    re.IGNORECASE,
)
_KIN = ("grandmother", "grandfather")
_GRAND = 30
"""Years below which a grandmother "of six" has grandchildren."""
_CALLED = re.compile(
    rf"(?:(?<=,\s)|\b(?:is|was)\s)an?\s(?:[\w-]{{1,20}}\s){{0,3}}?(?P<who>[a-z]{{3,20}})\sof\s{_N}{_STOPS}",
    re.IGNORECASE,
)
"""What somebody is, beside his name: "Jo Carter, a teller of 27"."""
_RULES = frozenset(
    "owner leader head captain commander manager director member survivor winner author editor "
    "veteran killer murderer employer maker producer supplier seller buyer holder keeper father "
    "mother parent stepfather stepmother founder organizer organiser coach boss "
    "ruler carrier user defender protector player ringleader master sponsor grower "
    "breeder trainer collector scorer".split()
)
"""Nouns whose "of" tells what they rule, made or have."""
_AT = re.compile(
    rf"(?:^|(?<=[,(]\s)|(?<=\bwho\s)|(?<=\bwho,\s))at\s(?:just\s|only\s|barely\s)?{_N}"
    r"(?=,|\s(?:had|was|is|has|became|already|still|hardly|no|not|now|the\s(?:youngest|oldest|eldest|first|only)|a"
    r"\s(?:year|decade|month)|(?:\w+\s)?years?\s(?:younger|older|short|his|her)|one\sof)\b)",
    re.IGNORECASE,
)
_BARE_AT = re.compile(
    rf"(?<=[a-z]\s)at\s{_N}(?=\s(?:had|was|is|has|became|already|still|hardly)\b)", re.IGNORECASE
)
_DIED_AT = re.compile(
    rf"\b(?:die[sd]?|(?<!\bof\s)(?<!\bthe\s)dead|death|passed\saway|married|widowed|retired|retiring)\sat\s{_N}"
    r"(?=\s?(?:$|[,.;]|(?:in|on|from|of|after|and|when|while)\b))",
    re.IGNORECASE,
)
_DECADE = re.compile(
    r"\bin\s(?:his|her|their)\s(?:(?P<part>early|mid|middle|late)(?:\sto\s(?P<until>mid|late))?"
    r"[- ])?(?P<d>(?P<tens>[1-9])0s|"
    + "|".join(_DECADES)
    + r")\b(?!\s(?:to|or|and)\s(?:his\s|her\s)?(?:early|mid|late|\d)|['’])",
    re.IGNORECASE,
)
_WAS = re.compile(
    r"\b(?:was|is|['’]s|were|be|been)\s(?:just\s|only\s|barely\s|then\s|already\s|now\s|about\s|"
    rf"around\s)?{_N}{_STOPS}",
    re.IGNORECASE,
)
_TURNED = re.compile(
    r"\b(?P<how>turned|turns|turning|turn|would\s(?:have\s(?:turned|been)|be)|will\s(?:turn|be))\s"
    rf"(?:just\s|only\s)?{_N}{_LATER}",
    re.IGNORECASE,
)
_BIRTHDAY = re.compile(
    r"\b(?:his|her|their|[a-z]+['’]s)\s(?P<n>\d{1,3})(?:st|nd|rd|th)\sbirthday\b", re.IGNORECASE
)
_OF_AGE = re.compile(rf"\b{_N}\syears?\sof\sage\b", re.IGNORECASE)
_GIVEN = re.compile(
    rf"\b(?:his|her)\sage\s(?:was\s)?(?:\w+\s)?(?:as|at)\s{_N}{_STOPS}", re.IGNORECASE
)
_GENARIAN = re.compile(rf"\b(?P<g>{'|'.join(_OLD_AS)})\b", re.IGNORECASE)

_NO_NAME = frozenset({"GPE", "LOC", "ORG", "DATE", "PRODUCT", "FAC", "NORP"})
"""What spaCy takes no person's name for."""
_PRONOUNS = frozenset({"he", "she", "who", "him", "her"})
LEAST = 13
"""Years below which "at six" is a clock's."""
MOST = 110


class Told(NamedTuple):
    """``text[start:end]`` is the age of ``who``, from ``low`` to ``high`` years."""

    start: int
    end: int
    low: float
    high: float
    who: Token | None


def worded_ages(doc: Doc) -> list[Told]:
    """The ages that a sentence tells in words of its own; empty for none."""
    found: list[Told] = []
    text = doc.text
    for pattern, read in READERS:
        for match in pattern.finditer(text):
            told = read(doc, match)
            if told is not None and told.high <= MOST and not _meets(told, found):
                found.append(told)
    return found


def _meets(told: Told, found: list[Told]) -> bool:
    return any(told.start < other.end and other.start < told.end for other in found)


def _of(doc: Doc, match: re.Match[str]) -> Told | None:
    if match["who"].lower() in _KIN and _value(match["n"]) < _GRAND:
        return None
    return _exactly(match, token_at(doc, match.start("who")))


def _called(doc: Doc, match: re.Match[str]) -> Told | None:
    who = token_at(doc, match.start("who"))
    if who is None or who.lemma_.lower() in _RULES or who.lemma_.lower() in _KIN:
        return None
    if _value(match["n"]) < LEAST:
        return None
    return _exactly(match, who) if who.pos_ == "NOUN" and _someone(who) else None


def _of_age(doc: Doc, match: re.Match[str]) -> Told | None:
    return _exactly(match, _subject(doc, token_at(doc, match.start())))


def _given(doc: Doc, match: re.Match[str]) -> Told | None:
    """ "He gave his age as 31": of whom is told elsewhere."""
    return _exactly(match, None)


def _at(doc: Doc, match: re.Match[str]) -> Told | None:
    """ "At 59, ... Jo Carter has", "Jo Carter, at 39 a year younger", "who at 17 had"."""
    number = token_at(doc, match.start("n"))
    if number is None or _value(match["n"]) < LEAST:
        return None
    before = doc[: token_at_index(doc, match.start())]
    words = [t for t in before if not t.is_punct]
    if words and (_someone(words[-1]) or words[-1].lower_ == "who"):
        return _exactly(match, _antecedent(words[-1]))
    if words:
        return None
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    subjects = [t for t in root.children if t.dep_ in ("nsubj", "nsubjpass")] if root else []
    return _exactly(match, subjects[0]) if subjects and _someone(subjects[0]) else None


def _bare_at(doc: Doc, match: re.Match[str]) -> Told | None:
    """ "Elena Lind at 58 was still": of the subject by name."""
    before = doc[: token_at_index(doc, match.start())]
    who = before[-1] if len(before) else None
    if who is None or who.pos_ != "PROPN" or not who.dep_.startswith("nsubj"):
        return None
    return _exactly(match, who) if _value(match["n"]) >= LEAST and _someone(who) else None


def _died_at(doc: Doc, match: re.Match[str]) -> Told | None:
    if _value(match["n"]) < LEAST:
        return None
    return _exactly(match, _subject(doc, token_at(doc, match.start())))


def _decade(doc: Doc, match: re.Match[str]) -> Told | None:
    """ "A man in his late forties": of one, not of "two men in their 20s"."""
    decade = int(match["tens"]) * 10 if match["tens"] else _DECADES[match["d"].lower()]
    low, high = _PARTS[(match["part"] or "").lower()]
    if match["until"]:
        high = _PARTS[match["until"].lower()][1]
    if decade == 10:
        low = max(low, 3)
    first = token_at(doc, match.start())
    who = first.head if first is not None else None
    if who is not None and who.pos_ in ("AUX", "VERB"):
        who = _subject(doc, who)
    pronoun = match[0].split()[1].lower()
    if first is not None and pronoun != "their":
        who = owner_near(doc, first, pronoun, who)
    many = who is not None and (who.tag_ in ("NNS", "NNPS") or any(_and(who)))
    if pronoun == "their" and (who is None or who.tag_ != "NN" or who.dep_ == "conj"):
        return None
    if many or (who is not None and who.lower_ == "they"):
        return None
    return Told(match.start(), match.end(), decade + low, decade + high, _antecedent(who))


def _and(token: Token) -> list[Token]:
    return [child for child in token.children if child.dep_ == "conj" and child.pos_ == token.pos_]


def _was(doc: Doc, match: re.Match[str]) -> Told | None:
    """ "She was just 18.": of somebody, told by nothing but a number."""
    number = token_at(doc, match.start("n"))
    if number is None or number.head.lemma_ != "be" or number.dep_ not in ("attr", "acomp"):
        return None
    who = _subject(doc, number.head)
    if who is None or not (_someone(who) or who.lower_ in _PRONOUNS or _bare_name(who, match)):
        return None
    return _exactly(match, _antecedent(who))


def _bare_name(who: Token, match: re.Match[str]) -> bool:
    """ "Ledesma was 51.": of a name that is all there is before, and nothing is behind."""
    if who.tag_ != "NNP" or who.ent_type_ in _NO_NAME or "." in who.text:
        return False
    alone = who.i == who.sent.start and match.end() >= len(match.string.rstrip(" .!?"))
    return alone and _value(match["n"]) >= LEAST


def _turned(doc: Doc, match: re.Match[str]) -> Told | None:
    """ "Turned 35"; who would have turned 50 is or was 49, or 50 since."""
    value = _value(match["n"])
    who = _subject(doc, token_at(doc, match.start()))
    if who is None or not (_someone(who) or who.lower_ in _PRONOUNS):
        return None
    if value < LEAST and match["how"].lower().endswith("be"):
        return None
    past = match["how"].lower() == "turned"
    low = value if past else value - 1
    return Told(match.start("n"), match.end(), low, value, _antecedent(who))


def _birthday(doc: Doc, match: re.Match[str]) -> Told | None:
    value = _value(match["n"])
    if not 1 <= value <= MOST:
        return None
    word = token_at(doc, match.start())
    who = _subject(doc, word) if word is not None and word.lower_ in ("his", "her") else word
    return Told(match.start("n"), match.end(), value - 1, value, who)


def _genarian(doc: Doc, match: re.Match[str]) -> Told | None:
    decade, word = _OLD_AS[match["g"].lower()], token_at(doc, match.start())
    return Told(match.start(), match.end(), decade, decade + 9, word)


def _exactly(match: re.Match[str], who: Token | None) -> Told | None:
    value = _value(match["n"])
    return Told(match.start("n"), match.end("n"), value, value, who) if value >= 1 else None


def _value(word: str) -> float:
    read = numerals(word)
    return read[0].value if len(read) == 1 else 0


def token_at(doc: Doc, offset: int) -> Token | None:
    """The token in which an offset lies."""
    return next((t for t in doc if t.idx <= offset < t.idx + len(t)), None)


def token_at_index(doc: Doc, offset: int) -> int:
    """The index of the first token that begins at an offset or after it."""
    return next((t.i for t in doc if t.idx >= offset), len(doc))


def _someone(token: Token) -> bool:
    """Whether a word can be a person's: a pronoun, a noun for one, a name that has two words or is
    read as a person's."""
    if token.lower_ in _PRONOUNS or is_person(lemma(token)) or doer(token):
        return token.tag_ not in ("NNS", "NNPS")
    if token.pos_ != "PROPN":
        return False
    two = token.i and token.nbor(-1).pos_ == "PROPN" and token.nbor(-1).head == token
    return token.ent_type_ == "PERSON" or (bool(two) and token.ent_type_ in ("", "PERSON"))


_DOER = re.compile(r"(?:[^aeiou]ers?|ors?|ists?|[a-z]man|[a-z]woman|ants?|ees?)$")
_NO_DOER = frozenset(
    "number order matter paper letter quarter computer winter summer weather water power offer "
    "river tower centre center meter register counter border letter chapter disaster air floor "
    "door error motor factor sector doctor-office color labor harbor minor list grant plant "
    "restaurant amount account moment committee degree fee guarantee coffee tree age temperature "
    "score toll total figure price turnover parameter corner member-state trailer tanker "
    "carrier folder fever cancer".split()
)


def doer(token: Token) -> bool:
    """Whether a noun is made as those for persons are: "skipper", "abductor", "plasterer"."""
    word = token.lemma_.lower()
    return token.pos_ == "NOUN" and bool(_DOER.search(word)) and word not in _NO_DOER


def _subject(doc: Doc, verb: Token | None) -> Token | None:
    """The subject of the verb to which a word belongs; of a joined verb the first one's."""
    while verb is not None:
        if verb.pos_ in ("VERB", "AUX"):
            found = [t for t in verb.children if t.dep_ in ("nsubj", "nsubjpass")]
            if found:
                return found[0]
            if verb.dep_ == "acl":
                return verb.head
        if verb.head == verb:
            return None
        verb = verb.head
    return None


def _antecedent(token: Token | None) -> Token | None:
    """Whom a "who" tells of."""
    if token is not None and token.lower_ in ("who", "that", "whom"):
        clause = token.head
        while clause.dep_ in ("conj", "aux", "xcomp"):
            clause = clause.head
        if clause.dep_ in ("relcl", "acl"):
            return clause.head
    return token


Reader = Callable[["Doc", re.Match[str]], Told | None]

READERS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (_OF, _of),
    (_CALLED, _called),
    (_OF_AGE, _of_age),
    (_GIVEN, _given),
    (_DIED_AT, _died_at),
    (_AT, _at),
    (_BARE_AT, _bare_at),
    (_DECADE, _decade),
    (_TURNED, _turned),
    (_WAS, _was),
    (_BIRTHDAY, _birthday),
    (_GENARIAN, _genarian),
)
"""How ages are told in words, and what of the parse must hold for each."""
