"""Who somebody is by the words for him: how many, of which sex, a child or not, whose relation."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Iterator

from claims.figures import numerals
from claims.records import Claim
from reconcile.views import REMEMBERED, View

_SEX = {
    "female": "woman girl female mother daughter sister wife grandmother girlfriend aunt "
    "stepmother ex-wife ex-girlfriend widow fiancee niece lady schoolgirl granddaughter "
    "stepdaughter stepsister half-sister mom policewoman waitress actress she her herself",
    "male": "man boy male father son brother husband grandfather boyfriend uncle stepfather "
    "ex-husband ex-boyfriend widower fiance nephew gentleman schoolboy grandson stepson "
    "stepbrother half-brother dad policeman waiter brother-in-law father-in-law he him himself",
}
_STAGE = {
    "child": "boy girl child toddler infant baby newborn schoolboy schoolgirl",
    "adult": "man woman adult mother father wife husband grandmother grandfather lady gentleman "
    "ex-wife ex-husband officer deputy policeman soldier trooper",
}
_OTHERS = (
    "person victim suspect gunman shooter attacker assailant teen teenager driver passenger "
    "civilian officer deputy trooper soldier student robber intruder burglar patient resident "
    "employee clerk customer juvenile youth individual friend neighbor neighbour stranger "
    "acquaintance roommate classmate coworker cousin relative sibling parent grandparent "
    "grandchild partner spouse uncle homeowner tenant landlord guard kid"
)
_ROWS = (*_SEX.values(), *_STAGE.values(), _OTHERS)
_IRREGULAR = {"men": "man", "women": "woman", "children": "child", "people": "person"} | {
    "wives": "wife", "gunmen": "gunman", "policemen": "policeman",
}  # fmt: skip

NOUNS = frozenset(" ".join(_ROWS).split()) - {"she", "her", "herself", "he", "him", "himself"}
PRONOUNS = {"she": "female", "her": "female", "he": "male", "him": "male"}
SELVES = frozenset("himself herself themselves self myself".split())

_KINDS = {
    table: {word: kind for kind, words in kinds.items() for word in words.split()}
    for table, kinds in (("sex", _SEX), ("stage", _STAGE))
}

RELATIONS = {
    "partner": "husband wife boyfriend girlfriend ex-husband ex-wife ex-boyfriend ex-girlfriend "
    "fiance fiancee partner spouse",
    "kin": "father mother stepfather stepmother uncle aunt grandfather grandmother brother sister "
    "cousin nephew niece half-brother half-sister stepbrother stepsister son daughter stepson "
    "stepdaughter grandson granddaughter brother-in-law father-in-law sibling parent relative",
    "outsider": "friend neighbor neighbour stranger acquaintance roommate classmate coworker",
}
RELATION = {word: kind for kind, words in RELATIONS.items() for word in words.split()}
"""Relation word: partners, family, or neither."""

_LOOSE = frozenset("partner spouse sibling parent relative acquaintance".split())
"""Words that any of their kind may be."""

_TOKEN = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*(?:['’]s)?|\d+|,")
_STOP = frozenset(
    "of who that which whom in from with at on near inside and or to , for by".split()
)
_ONE = frozenset("a an another one his her their my the this that second".split())
_AGE = re.compile(r"\b[\w-]+[- ](?:year|month|week|day)s?[- ]olds?\b", re.IGNORECASE)
_EX = re.compile(
    r"\b(?:ex|former|estranged)[- ](?=husband|wife|boyfriend|girlfriend)", re.IGNORECASE
)


@dataclasses.dataclass(frozen=True, slots=True)
class Person:
    """What a description says of somebody; what it does not say is empty."""

    noun: str
    count: int
    """0: not said."""
    sex: str
    stage: str
    relation: str
    """The word for it."""


NOBODY = Person("", 0, "", "", "")


@functools.lru_cache(maxsize=REMEMBERED)
def describe(written: str) -> Person:
    """Reads a description as written: "two men from Orsa", "her estranged husband", "him"."""
    plain = _EX.sub("ex-", _AGE.sub("", written))
    tokens = [t.replace("’", "'") for t in _TOKEN.findall(plain)]
    if len(tokens) == 1 and (sex := PRONOUNS.get(tokens[0].lower())):
        return Person("", 1, sex, "", "")
    count = 0
    for token in tokens:
        word = token.lower()
        noun, plural = _noun(word)
        if noun:
            number = 0 if plural and count < 2 else count or 1
            return Person(
                noun,
                number,
                _KINDS["sex"].get(noun, ""),
                _KINDS["stage"].get(noun, ""),
                noun if noun in RELATION else "",
            )
        if word in _STOP:
            return NOBODY
        if word in _ONE:
            count = 1
        elif not word.endswith("'s") and (read := numerals(word)) and read[0].value.is_integer():
            count = int(read[0].value)
    return NOBODY


def _noun(word: str) -> tuple[str, bool]:
    """The noun in the singular and whether it was a plural; empty for no person's."""
    if word in NOUNS:
        return word, False
    single = _IRREGULAR.get(word) or (word[:-1] if word.endswith("s") and "'" not in word else "")
    return (single, True) if single in NOUNS else ("", False)


def unlike(a: Person, b: Person) -> frozenset[str]:
    """In what the two cannot be one: ``sex``, ``stage``, ``number``, ``relation``."""
    found = {
        name
        for name in ("sex", "stage")
        if (x := getattr(a, name)) and (y := getattr(b, name)) and x != y
    }
    if a.count and b.count and a.count != b.count:
        found.add("number")
    if other_relation(a.relation, b.relation):
        found.add("relation")
    return frozenset(found)


def other_relation(a: str, b: str) -> bool:
    """Whether of two relations to one person only one can be meant: an uncle is no cousin.

    Somebody's husband may be another's father, and the other way round.
    """
    kinds = {RELATION.get(a, ""), RELATION.get(b, "")}
    if "" in kinds or a == b or _spelt(a) == _spelt(b):
        return False
    if len(kinds) == 1:
        return not _LOOSE & {a, b}
    return "outsider" in kinds


def _spelt(word: str) -> str:
    return word.replace("our", "or").replace("ee", "e")


MEANT = frozenset("shoot kill injure attack rob rape abduct hit".split())
"""Senses that have one who does them and one who suffers them."""

SUFFERED = frozenset("die hospitalise treat".split())
HELD_FOR = frozenset("arrest charge convict sentence detained".split())
"""Senses whose object is he who is said to have done it."""


@dataclasses.dataclass(frozen=True, slots=True)
class Deed:
    """Who is said to have harmed whom, as written; empty where it is not said."""

    doer: str
    victim: str

    @property
    def on_self(self) -> bool:
        return self.victim.lower() in SELVES


_WHO_DID = re.compile(
    r"\b(?:it )?was (?P<doer>[^.,;]{3,60}?) who (?:\w+ly )?"
    r"(?:shot|killed|wounded|stabbed|attacked) (?P<victim>\w+(?: \w+)?)"
)


@functools.lru_cache(maxsize=REMEMBERED)
def deeds(claim: Claim) -> tuple[Deed, ...]:
    """The harm a claim tells of."""
    return tuple(_deeds(claim))


def _deeds(claim: Claim) -> Iterator[Deed]:
    if match := _WHO_DID.search(claim.text):
        yield Deed(match["doer"], match["victim"])
        return
    told = claim.happening
    if told is None:
        return
    if told.sense in MEANT:
        yield Deed(told.agent, told.patient)
    elif told.sense in SUFFERED:
        yield Deed("", told.patient)
    elif told.sense in HELD_FOR:
        yield Deed(told.patient, "")


def everyone(view: View, part: str) -> Iterator[Person]:
    """All whom an article tells of as ``doer`` or ``victim``."""
    for claim in (view.claim, *view.neighbours):
        for deed in deeds(claim):
            yield describe(getattr(deed, part))
