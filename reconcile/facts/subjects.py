"""Of whom a claim tells: name, age, sex, part played, so that two fates are one person's."""

from __future__ import annotations

import dataclasses
import functools
import re

from claims.figures.units import in_base_units
from claims.records import Claim
from reconcile.alignment import alike
from reconcile.findings import Match
from reconcile.views import REACH, REMEMBERED, View, content_words

_KINDS = {
    "female": "woman girl female mother daughter sister wife grandmother girlfriend aunt she her "
    "women girls",
    "male": "man boy male father son brother husband grandfather boyfriend uncle he him his "
    "gunman men boys nephew",
    "child": "child toddler infant baby kid sixth-grader children",
    "young": "boy girl child toddler infant baby teen teenager boys girls children juvenile",
    "adult": "man woman mother father wife husband grandmother grandfather men women",
}
_ROLES = {
    "suspect": "suspect gunman shooter attacker assailant killer accused murderer bomber robber "
    "suspects gunmen shooters attackers assailants defendant kidnapper abductor captor hijacker "
    "rapist burglar arsonist stabber",
    "victim": "victim victims bystander bystanders",
    "officer": "officer officers deputy deputies trooper troopers policeman policemen sergeant",
}
_TABLE = {
    word: frozenset(kind for kind, words in (_KINDS | _ROLES).items() if word in words.split())
    for words in (_KINDS | _ROLES).values()
    for word in words.split()
}
"""A noun or pronoun for a person: what it says of the person."""

_EXCLUDE = (
    frozenset({"female", "male"}),
    frozenset({"young", "adult"}),
    frozenset({"suspect", "victim"}),
    frozenset({"suspect", "officer"}),
    frozenset({"one", "several"}),
)
_SEVERAL = re.compile(
    r"\b(?:they|them|both|others|(?:two|three|four|five|six|seven|eight|nine|ten)(?!-)|"
    r"\d+(?![-\d])(?= \w+s\b)|several|many|dozens|men|women|children|boys|girls|suspects|victims|"
    r"people|"
    r"gunmen|officers|remaining|each|all)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:another|others?|second|third|fourth|fifth|remaining|the rest)\b(?! (?:degree|floor|time|"
    r"day|story|street|avenue))(?!-(?:degree|floor|story))",
    re.IGNORECASE,
)
_THING = re.compile(
    r"\b(?:guns?|rifles?|pistols?|weapons?|firearms?|shots?|bullets?|wounds?|injur\w+|shooting|"
    r"surgery|custody|charges?|car|vehicle|house|home|suicide|condition|search|it|scene)\b",
    re.IGNORECASE,
)
"""What is nobody."""
_KIN = re.compile(
    r"\b(?:his|her|their|whose|['’]s)(?: [\w-]+){0,2} (?:mother|father|son|daughter|brother|sister|"
    r"wife|husband|girlfriend|boyfriend|companion|partner|friend|cousin|nephew|niece|uncle|aunt|"
    r"grandmother|grandfather|roommate|neighbou?r|colleague)\b",
    re.IGNORECASE,
)
"""Somebody told of by his tie to whom the claims before tell of: not that one himself."""
_AGE = re.compile(r"\b(\d{1,3})[- ]years?[- ]old\b|, (?:aged? )?(\d{1,3})(?=,|$| of\b| and\b|\.)")
_WHOSE = re.compile(
    r"\b(?:his|their|her(?= (?!(?:in|on|at|to|with|and|as|when|after|while|from|by|for)\b)))"
    r"(?: own)? (?=[\w-])",
    re.IGNORECASE,
)
"""What says whose somebody is, and nothing of his own sex."""
_POSSESSOR = re.compile(r"\b[A-Z][\w-]*['’]s?\s")
_PLAIN = content_words(" ".join(_TABLE)) | content_words(
    "two three four five six seven eight nine ten year old years himself herself other another "
    "first second third young little local people person persons"
)
"""Words that anybody may be called by."""
_TRAITS = frozenset({"female", "male", "young", "child", "adult", "victim"})
_HARM = frozenset({"killed", "injured", "shot", "hospitalised"})
_HARMS = frozenset("kill shoot injure die hospitalise attack graze stab".split())
"""Senses whose object is a victim."""
_ITSELF = re.compile(r"(?:him|her|them|it)sel(?:f|ves)", re.IGNORECASE)
CHILD = 13
"""Years below which nobody is called a man or a woman."""
_WORD = re.compile(r"[a-z][a-z-]*")
_POLICE = re.compile(
    r"\b(?:police|authorities|officials|investigators|detectives|officers?|deput(?:y|ies)|sheriff|"
    r"doctors?|medics|hospital|coroner|court|judge|department)\b",
    re.IGNORECASE,
)
_NO_PERSON = frozenset(
    "street st avenue ave road rd drive dr lane boulevard county city town hospital police "
    "department school university college park centre center state district church court force "
    "army brigade union council committee company medical health news post times north south east "
    "west jail prison bureau agency group front news".split()
)


@dataclasses.dataclass(frozen=True, slots=True)
class Subject:
    """What is said of somebody."""

    names: frozenset[tuple[str, ...]]
    """Words of each person's name, casefolded."""
    ages: frozenset[float]
    kinds: frozenset[str]
    """``female``, ``child``, ``suspect``, ``one``, ``several``, ``other`` ..."""
    words: frozenset[str]
    """What else he is called: ``driver``."""

    @property
    def known(self) -> bool:
        """Whether more is said than a pronoun says."""
        called = self.kinds - {"female", "male", "one", "several"}
        return bool(self.names or self.ages or self.words or called)


def subject(view: View) -> Subject:
    """Whom a claim tells of; for a pronoun the claims shortly before are asked too."""
    own = _subject(view.claim)
    if own.known or _KIN.search(_told_of(view.claim)):
        return own
    for claim in _before(view):
        earlier = _subject(claim)
        fits = not any(len(pair & (own.kinds | earlier.kinds)) == 2 for pair in _EXCLUDE)
        if earlier.known and fits:
            kinds = own.kinds | earlier.kinds
            return Subject(earlier.names, earlier.ages, kinds, earlier.words)
    return own


def same_subject(a: Subject, b: Subject) -> Match:
    """Whether two descriptions are of one: ``SAME`` by name, age or part; ``MISSING`` where too
    little is said."""
    if any(
        (pair & a.kinds) and (pair & b.kinds) and not pair & a.kinds & b.kinds for pair in _EXCLUDE
    ):
        return Match.DIFFERS
    if ("other" in a.kinds) != ("other" in b.kinds):
        return Match.DIFFERS
    if a.names and b.names:
        return Match.SAME if _named_alike(a, b) else Match.DIFFERS
    if a.ages and b.ages:
        return Match.SAME if a.ages & b.ages else Match.DIFFERS
    if "suspect" in a.kinds & b.kinds or alike(a.words, b.words):
        return Match.SAME  # there is one to be caught; of officers there are many
    if a.kinds & b.kinds & {"female", "male", "victim", "young", "adult", "officer"}:
        return Match.COMPATIBLE
    return Match.MISSING


def one_person(a: View, b: View) -> Match:
    """Whether two claims may tell of one person, ``DIFFERS`` where they are known not to.

    Of several victims each has a fate of its own: who is only "he" or "the victim" may be any.
    """
    one, other = subject(a), subject(b)
    found = same_subject(one, other)
    if "several" in one.kinds | other.kinds:
        return Match.DIFFERS
    same_traits = len(one.kinds & other.kinds & _TRAITS) > 1
    among = several_harmed(a) or several_harmed(b)
    if among and not same_traits and found in (Match.COMPATIBLE, Match.MISSING):
        return Match.DIFFERS
    return found


def several_harmed(view: View) -> bool:
    """Whether the article tells of several who came to harm: a count, or victims of two ages."""
    if any(f.low > 1 for role in _HARM for f in view.others(role)):
        return True
    return len(_aged_victims((view.claim, *view.neighbours))) > 1


def _aged_victims(claims: tuple[Claim, ...]) -> set[float]:
    """The ages of those to whom claims tell that harm was done."""
    return {
        age
        for claim in claims
        if claim.happening and claim.happening.sense in _HARMS and claim.happening.patient
        for age in _ages(claim, claim.happening.patient)
    }


def _named_alike(a: Subject, b: Subject) -> bool:
    """A shared surname or a name that is part of the other."""
    return any(x[-1] == y[-1] or {*x} <= {*y} or {*y} <= {*x} for x in a.names for y in b.names)


def _before(view: View) -> list[Claim]:
    start = view.claim.start
    near = [c for c in view.neighbours if c.end <= start and start - c.end <= REACH]
    return sorted(near, key=lambda c: -c.start)


@functools.lru_cache(maxsize=REMEMBERED)
def _subject(claim: Claim) -> Subject:
    told = _told_of(claim)
    words = set(_WORD.findall(_WHOSE.sub("", told).casefold()))
    kinds = frozenset().union(*(_TABLE.get(word, frozenset()) for word in words))
    many = any(f.low > 1 for f in claim.figures if f.role in _HARM)
    kinds |= {"several" if many or _SEVERAL.search(told) else "one"}
    if _OTHER.search(told):
        kinds |= {"other"}
    ages = _ages(claim, told)
    if any(age < CHILD for age in ages):
        kinds = kinds - {"adult"} | {"young", "child"}
    own = _POSSESSOR.sub(" ", told) if _parts(claim) else ""
    called = content_words(own) - _PLAIN
    return Subject(_persons(claim, told), ages, _settled(kinds), called)


def _ages(claim: Claim, told: str) -> frozenset[float]:
    """Years of age told in those words: 1.25 for a 15-month-old."""
    year, _ = in_base_units(1, "year")
    read = {
        round(in_base_units(f.low, f.unit or "year")[0] / year, 2)
        for f in claim.figures
        if f.role == "age" and f.low == f.high
        if f.text in told or (f.noun[:1].isupper() and f.noun in told)
    }
    return frozenset(read | {float(age[1] or age[2]) for age in _AGE.finditer(told)})


def _told_of(claim: Claim) -> str:
    """The words for whom it happened to, else for who did it; the whole text where neither is
    said. Who searches, arrests or treats is not told of."""
    agent = claim.happening.agent if claim.happening else ""
    others = claim.text.replace(agent, " ") if _POLICE.search(agent) else claim.text
    return next(iter(_parts(claim)), others)


def _parts(claim: Claim) -> list[str]:
    happened = claim.happening
    if happened is None:
        return []
    rows = (happened.patient, happened.agent)
    if _ITSELF.fullmatch(happened.patient):
        rows = rows[::-1]
    return [part for part in rows if part and not _POLICE.search(part) and _somebody(part)]


def _somebody(part: str) -> bool:
    return not _THING.search(part)


def _settled(kinds: frozenset[str]) -> frozenset[str]:
    """Without what the words contradict each other about: two persons are told of."""
    for pair in _EXCLUDE:
        if pair <= kinds:
            kinds -= pair
    return kinds


def _persons(claim: Claim, told: str) -> frozenset[tuple[str, ...]]:
    """Names that can be persons': no place the happening is tied to, no speaker's, no office's."""
    places = set(claim.happening.places) if claim.happening else set()
    speaker = claim.speaker.name.casefold() if claim.speaker else None
    found = set()
    for name in claim.names:
        words = tuple(re.findall(r"[^\W\d_]{2,}", name.name.casefold()))
        office = not words or _NO_PERSON & {*words}
        if (
            name.text not in told
            or name.text in places
            or name.name.casefold() == speaker
            or office
        ):
            continue
        if _beside(name.text).search(told):
            continue
        found.add(words)
    return frozenset(found)


@functools.lru_cache(maxsize=REMEMBERED)
def _beside(name: str) -> re.Pattern[str]:
    """A name that only says where somebody is of, or whose he is: "Lind's sister"."""
    held = re.escape(name)
    return re.compile(rf"\b(?:in|at|near|from|on|of|to) (?:the )?{held}\b|{held}['’]s?\s")
