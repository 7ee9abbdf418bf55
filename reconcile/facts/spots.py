"""In what kind of spot it happened: inside a home or out in the yard, on which floor, at whose
home, through the door or through a window."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Callable, Iterator, Mapping

from reconcile.alignment import alike
from reconcile.facts.cues import HARM, parted, told_of
from reconcile.facts.one_event import least_story, may_be_one
from reconcile.facts.premises import PREMISES, of_the_whole
from reconcile.facts.subjects import one_person, subject
from reconcile.findings import Alignment, Finding, Match, held
from reconcile.views import REMEMBERED, View

SAME_STORY = 0.5
"""Least probability of one story for two spots to be of one happening; less for claims that are
alike (``reconcile.facts.one_event``)."""

_OF_ALL = frozenset({"floor", "through"})
"""Signs of what is told of an attack as a whole, whoever is named beside it."""

STRUCK = HARM | {"found"}
"""What is told of the spot where somebody was hit: victims are found where they fell."""

_A = r"(?:the|a|an|his|her|their|its|one|another|\w+['’]s?)"
_HOUSES = (
    "store|shop|restaurant|bar|club|nightclub|lounge|tavern|pub|barbershop|salon|laundromat|market"
    "|supermarket|mall|church|mosque|school|theater|theatre|hotel|motel|casino|gym|office"
)
"""Where people go."""
_SPOTS = {
    "home": rf"(?:in|inside|within) (?:{_A} )?(?:[\w-]+ ){{0,3}}?(?:home|house|apartment|residence"
    r"|townhouse|townhome|bedroom|living room|kitchen|bathroom|hallway|basement|couch|bed)\b"
    r"|asleep in|on (?:the|a|his|her|their|\w+['’]s) (?:couch|sofa|bed)\b|"
    r"watching (?:TV|television)",
    "yard": rf"(?:outside|in front of) (?:of )?(?:{_A} )(?:[\w-]+ ){{0,3}}?(?:home|house|apartment|"
    rf"residence|building|{_HOUSES})\b"
    rf"|(?:on|in) (?:{_A} )(?:[\w-]+ )?(?:sidewalk|street|alley|yard|backyard|driveway|porch|steps|"
    r"stoop|lawn|playground|park)\b|(?:played|playing|standing|sitting|walking) outside\b",
    "vehicle": rf"(?:in|inside) (?:{_A} )(?:[\w-]+ ){{0,2}}?(?:car|vehicle|suv|van|minivan|truck|"
    r"pickup|sedan|back ?seat|passenger seat|taxi|cab)\b|(?:sitting|riding|driving) in\b|"
    r"behind the wheel\b",
    "lot": rf"in (?:{_A} )?(?:[\w'’-]+ ){{0,3}}?parking (?:lot|garage)\b",
    "shop": rf"(?:in|inside) (?:{_A} )(?:[\w'’-]+ ){{0,3}}?(?:classroom|{_HOUSES})\b"
    r"(?!['’]s|s? (?:parking|lot|yard|shooting|attack|killing|slaying))",
}
"""Kind of spot to how it is written."""

_OPEN = frozenset({"yard", "vehicle", "lot"})
"""Kinds that may be one spot: in a car in a parking lot outside a bar."""

_PATTERNS = {kind: re.compile(rf"\b(?:{row})", re.IGNORECASE) for kind, row in _SPOTS.items()}
_AIMED = re.compile(r"\b(?:from|through|into|toward|towards|near|at|of|found|hid\w*) $", re.I)
"""Before what is no spot of the victim: where the shots came from or went."""

_THROUGH = re.compile(
    r"\bthrough (?:[\w'’]+ ){0,4}?(door|window|wall|roof|ceiling|windshield)s?\b", re.IGNORECASE
)
_BULLETS = re.compile(r"\b(?:bullets?|shots?|gunfire|rounds?|shot|fired)\b", re.IGNORECASE)

_ORDINALS = {
    word: n for n, word in enumerate("first second third fourth fifth sixth seventh".split(), 1)
}
_ORDINAL = r"(?:first|second|third|fourth|fifth|sixth|seventh|\d{1,2}(?:st|nd|rd|th))"
_FLOOR = re.compile(
    rf"\b({_ORDINAL})(?:(?:,? and |, | or )(?:on )?(?:the )?({_ORDINAL}))?[ -](?:floor|story)s?\b"
    rf"(?P<more>[^.;]{{0,40}}? on the ({_ORDINAL})(?! \w))?",
    re.IGNORECASE,
)

_ROOMS = re.compile(
    r"\b(?:in|on|inside) (?:(?:the|a|an|his|her|their|\w+['’]s?) )(?:[\w-]+ ){0,2}?(bedroom|bed|"
    r"living room|couch|sofa|kitchen|bathroom|hallway|basement|garage|stairwell|lobby|closet)\b",
    re.IGNORECASE,
)
_ROOM = {"bed": "bedroom", "couch": "living room", "sofa": "living room"}
_SEATS = re.compile(
    r"\b(back ?seat|rear seat|front seat|passenger seat|driver['’]s seat|behind the wheel)\b", re.I
)
_SEAT = {
    "backseat": "back", "back seat": "back", "rear seat": "back", "passenger seat": "front",
    "front seat": "front",
}  # fmt: skip
_OUT = re.compile(
    r"\b(?:in|on|near|inside|into) (?:(?:the|a|an|his|her|their|\w+['’]s?) )(?:[\w-]+ ){0,2}?("
    r"porch|steps|stoop|sidewalk|alley|alleyway|yard|backyard|lawn|driveway|playground|parking lot|"
    r"parking garage|gas station|vacant lot)\b",
    re.IGNORECASE,
)
_OUTDOORS = {
    "steps": "porch",
    "stoop": "porch",
    "alleyway": "alley",
    "backyard": "yard",
    "lawn": "yard",
}

_OTHERS = re.compile(
    r"\b(?:no one|nobody|none|others?|not|also in|were in|was in|neighbou?rs?|witness\w*|hid\w*)\b",
    re.I,
)

_KIN = (
    "aunt uncle cousin friend girlfriend boyfriend neighbor neighbour ex-girlfriend ex-boyfriend "
    "ex-wife ex-husband grandmother grandfather grandparents sister brother babysitter"
)
_OF_KIN = re.compile(
    rf"\b(?:at|in|inside|outside|visiting|of) (?:a|the|his|her|their|\w+['’]s?) "
    rf"(?:[\w]+ )?({'|'.join(_KIN.split())})(?:['’]?s)? "
    r"(?:home|house|apartment|porch|residence)",
    re.IGNORECASE,
)
_VISITED = re.compile(
    rf"\bvisiting (?:a|his|her|their) ({'|'.join(_KIN.split())})\b", re.IGNORECASE
)
_OWN = re.compile(
    r"\b(?:in|inside|outside|at|in front of|of) (?:his|her|their)(?: own)? (?:family )?"
    r"(?:home|house|apartment|porch|residence)\b",
    re.IGNORECASE,
)


@dataclasses.dataclass(frozen=True, slots=True)
class _Told:
    value: str
    """What is compared."""
    text: str
    start: int
    end: int


Read = dict[str, _Told]
"""What is compared to where it stands."""


@functools.lru_cache(maxsize=REMEMBERED)
def spots(text: str) -> Read:
    """The kinds of spot where a text says something happened to somebody, each once."""
    found: Read = {}
    for kind, pattern in _PATTERNS.items():
        for match in pattern.finditer(text):
            if not _AIMED.search(text[: match.start()][-12:]):
                found.setdefault(kind, _Told(kind, match[0], match.start(), match.end()))
    return found


def compare_spots(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """Two kinds of spot for one attack; nothing where the claims share one, or tell of two."""
    if alignment.story < least_story(alignment, SAME_STORY) or parted(a, b, alignment):
        return
    if _OTHERS.search(a.claim.text) or _OTHERS.search(b.claim.text):
        return  # where somebody else was
    if not may_be_one(a, b, alignment):
        return
    for sign, read, rival in _READERS:
        first, second = read(a.claim.text), read(b.claim.text)
        if not first or not second or not rival(first, second):
            continue
        one, other = next(iter(first.values())), next(iter(second.values()))
        told = _told_of(a, one), _told_of(b, other)
        if not set(told) <= STRUCK:
            continue
        given_too = _knows(a, read, second) or _knows(b, read, first)
        whole = sign == "premises" and (_whole(a, one) or _whole(b, other))
        two = not whole and _two_persons(a, b)
        if sign not in _OF_ALL and (given_too or two):
            continue  # of another victim, or of another moment
        mine, theirs = a.participant("patient"), b.participant("patient")
        signs = {
            sign: True,
            "found": "found" in told,
            "same_happening": alignment.happening.match is Match.SAME,
            "same_patient": alike(mine, theirs),
            "given_too": given_too,
        }
        values = one.text, other.text
        reason = f"{values[0]} against {values[1]} as where it happened"
        yield Finding("conflict", "place", values, reason, 0.4, held(signs))


def _whole(view: View, told: _Told) -> bool:
    return of_the_whole(view.claim.text, told.start)


def _two_persons(a: View, b: View) -> bool:
    """Whether the two tell of where two persons were; of several together they may be one, and
    he who opened fire and those who were hit are at one spot."""
    if one_person(a, b) is not Match.DIFFERS:
        return False
    kinds = [subject(view).kinds for view in (a, b)]
    return not all("several" in k for k in kinds) and sum("suspect" in k for k in kinds) != 1


def _told_of(view: View, told: _Told) -> str:
    """What was done at the spot; where the claim leaves it out, as the sentence around it says."""
    here = told_of(view.claim.text, told.start, told.end)
    if not here and (at := view.sentence.find(told.text)) >= 0:
        return told_of(view.sentence, at, at + len(told.text))
    return here


@functools.lru_cache(maxsize=REMEMBERED)
def pierced(text: str) -> Read:
    """What shots came through: a door, a window, each once; empty where none are told of."""
    if not _BULLETS.search(text):
        return {}
    return {
        match[1].casefold(): _Told(match[1].casefold(), match[0], match.start(), match.end())
        for match in _THROUGH.finditer(text)
    }


@functools.lru_cache(maxsize=REMEMBERED)
def floors(text: str) -> Read:
    """The floors of a building that a text names, each once."""
    found: Read = {}
    for match in _FLOOR.finditer(text):
        for group in (1, 2, 4):
            if written := match[group]:
                number = str(_ORDINALS.get(written.casefold()) or re.sub(r"\D", "", written))
                found.setdefault(number, _Told(number, match[0], match.start(), match.end()))
    return found


def _one_of(pattern: re.Pattern[str], same: Mapping[str, str]) -> Callable[[str], Read]:
    """A reader of the words of a pattern, each once, under the name they go by."""

    @functools.lru_cache(maxsize=REMEMBERED)
    def read(text: str) -> Read:
        found: Read = {}
        for match in pattern.finditer(text):
            written = match[1].casefold().replace("’", "'")
            value = same.get(written, written)
            found.setdefault(value, _Told(value, match[0], match.start(), match.end()))
        return found

    return read


rooms, seats, outdoors = (
    _one_of(*row) for row in ((_ROOMS, _ROOM), (_SEATS, _SEAT), (_OUT, _OUTDOORS))
)
"""The rooms of a home, the seats of a car, the spots outdoors that a text names."""


@functools.lru_cache(maxsize=REMEMBERED)
def premises(text: str) -> Read:
    """The kinds of premises in or at which a text says something was, each once."""
    found: Read = {}
    for kind, pattern in PREMISES.items():
        for match in pattern.finditer(text):
            if not _AIMED.search(text[: match.start()][-12:]):
                found.setdefault(kind, _Told(kind, match[0], match.start(), match.end()))
    return found


@functools.lru_cache(maxsize=REMEMBERED)
def owners(text: str) -> Read:
    """At whose home a text says a victim was: "own", or a relative or friend that is no parent."""
    found: Read = {}
    for pattern in (_OF_KIN, _VISITED):
        for match in pattern.finditer(text):
            value = match[1].casefold()
            found.setdefault(value, _Told(value, match[0], match.start(), match.end()))
    for match in _OWN.finditer(text):
        found.setdefault("own", _Told("own", match[0], match.start(), match.end()))
    return found


def _kinds_apart(a: Read, b: Read) -> bool:
    return not a.keys() & b.keys() and not a.keys() | b.keys() <= _OPEN


def _apart(a: Read, b: Read) -> bool:
    return not a.keys() & b.keys()


def _crossed(a: Read, b: Read) -> bool:
    """Whether each names one that the other lacks, where one names no more than the other."""
    return not (a.keys() <= b.keys() or b.keys() <= a.keys())


def _knows(view: View, read: Callable[[str], Read], others: Read) -> bool:
    """Whether another claim of the article tells of such a spot too."""
    return any(read(claim.text).keys() & others.keys() for claim in view.neighbours)


_READERS: tuple[tuple[str, Callable[[str], Read], Callable[[Read, Read], bool]], ...] = (
    ("spot", spots, _kinds_apart),
    ("through", pierced, _apart),
    ("floor", floors, _crossed),
    ("owner", owners, _apart),
    ("room", rooms, _apart),
    ("seat", seats, _apart),
    ("outdoors", outdoors, _apart),
    ("premises", premises, _apart),
)
"""The sign of each, how it is read, and when two readings are rivals."""
