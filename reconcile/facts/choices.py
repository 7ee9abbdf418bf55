"""Choices of which one holds: whose kin, what vehicle, which plea; and the words for each."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Mapping

from claims.records import Kind
from reconcile.views import REMEMBERED


@dataclasses.dataclass(frozen=True, slots=True)
class Choice:
    """A question to which one person or one act has one answer."""

    kind: Kind
    answers: Mapping[str, str]
    """An answer: words for it, as a regular expression between word boundaries."""
    together: frozenset[frozenset[str]] = frozenset()
    """Answers that may both hold, or that say one thing from two sides."""
    frame: str = "{}"
    """What stands around the words of every answer."""
    many: bool = False
    """Whether a day has many acts of the kind: then it must be one happening of one place."""


def _pairs(*rows: tuple[str, str]) -> frozenset[frozenset[str]]:
    """Every word of the first half of a row with every word of the second."""
    return frozenset(
        frozenset({x, y}) for one, other in rows for x in one.split() for y in other.split()
    )


def _same(*words: str) -> dict[str, str]:
    """Answers that are their own words, in the plural too."""
    return {word: f"{word}s?" for word in words}


_ELDERS, _YOUNG = "father mother", "son daughter"
_MATES = "husband wife boyfriend girlfriend"
_LOOSE = "friend neighbour roommate colleague"

CHOICES: dict[str, Choice] = {
    "kin": Choice(
        "actor",
        {
            **_same("brother", "sister", "son", "daughter", "uncle", "aunt", "cousin", "nephew"),
            **_same("niece", "grandson", "granddaughter", "boyfriend", "girlfriend", "husband"),
            "father": "fathers?|dad",
            "mother": "mothers?|mom|mum",
            "grandfather": "grandfather|grandpa",
            "grandmother": "grandmother|grandma",
            "wife": "wife|wives",
            "friend": "friends?",
            "neighbour": "neighbou?rs?",
            "roommate": "(?:room|house)mates?",
            "colleague": "co-?workers?|colleagues?|boss|employee|employer",
        },
        _pairs(
            (_ELDERS, f"{_YOUNG} {_MATES} father mother"),
            (_YOUNG, f"brother sister {_YOUNG} grandfather grandmother"),
            ("brother", "sister"),
            ("husband boyfriend", "wife girlfriend"),
            (
                "grandfather grandmother",
                f"grandson granddaughter {_ELDERS} grandfather grandmother",
            ),
            ("uncle aunt", "nephew niece uncle aunt"),
            (_LOOSE, f"{_LOOSE} {_MATES}"),
            ("grandson", "granddaughter"),
        ),
        r"(?:his|her|their|whose|[a-z]['’]s) (?:[\w-]+ ){{0,2}}?(?:{})(?!['’])",
    ),
    "activity": Choice(
        "manner",
        {
            "sitting": "sitting|seated",
            "standing": "standing",
            "walking": "walking|strolling",
            "running": "running|jogging",
            "sleeping": "sleeping|asleep|in bed",
            "driving": "driving|riding in a (?:car|van|truck)",
            "cycling": "cycling|biking|riding (?:his|her|a|their) (?:bike|bicycle)",
            "cooking": "cooking",
            "eating": "eating",
            "playing": "playing",
            "watching": "watching (?:television|TV|a movie)",
            "cleaning": "cleaning",
            "working": "working",
        },
        _pairs(
            ("sitting", "driving eating playing watching working"),
            ("standing", "cooking playing working cleaning"),
            ("working", "cleaning cooking driving walking"),
            ("running", "playing"),
            ("watching", "eating"),
            ("walking", "playing"),
        ),
        r"(?:was|were|been|be|while|as) (?:just |also |only |still )?(?:{})",
    ),
    "vehicle": Choice(
        "manner",
        {
            "car": "cars?|coupe|hatchback|sedans?",
            "truck": "(?:pickup )?trucks?|pick-?ups?|lorry|lorries",
            "van": "(?:mini)?vans?",
            "SUV": "SUVs?|sport utility vehicles?",
            "motorcycle": "motor-?cycles?|motor-?bikes?|scooters?|mopeds?",
            "bicycle": "bicycles?|bikes?",
            "bus": "(?:mini)?bus(?:es)?|coach",
            "ambulance": "ambulances?",
            "taxi": "taxis?|cabs?",
            "train": "trains?",
            "boat": "boats?|dinghy|ships?",
        },
        _pairs(("car", "SUV taxi ambulance"), ("motorcycle", "bicycle"), ("van", "SUV bus")),
        r"(?:in|into|inside|from|by|drove|driving|drives|rammed|boarded|hit|struck|targeted) "
        r"(?:an?|the|his|her|their|one) (?:[\w-]+ ){{0,3}}?(?:{})(?! (?:bomb|park|lot|dealer|stop|"
        r"station|wash))",
    ),
    "aircraft": Choice(
        "manner",
        {
            "plane": "(?:war|air)?planes?|(?:fighter )?jets?|MiGs?",
            "helicopter": "helicopters?|choppers?|gunships?",
            "drone": "drones?|unmanned aerial vehicles?|UAVs?",
        },
        frame=r"(?:{})(?! (?:engine|fuel|footage|video|images))",
        many=True,
    ),
    "leave": Choice(
        "outcome",
        {
            "on probation": "on (?:\\w+ )?probation",
            "on parole": "on (?:\\w+ )?parole",
            "on bail": "(?:free|out|released) on (?:[\\w$,.]+ ){0,2}(?:bail|bond)",
        },
    ),
    "bail": Choice(
        "outcome",
        {
            "without bail": r"without (?:bail|bond)|den(?:ied|ying) (?:bail|bond)|no (?:bail|bond)",
            "on bail": r"\d[\d,.]*(?: \w+)?(?: cash)? (?:bail|bond)|(?:bail|bond) (?:was |is |has "
            r"been )?(?:set )?(?:at|of) \$",
        },
    ),
    "plea": Choice(
        "outcome",
        {
            "pleaded guilty": "(?:pleaded|pled|pleads) guilty|guilty plea",
            "pleaded not guilty": "(?:pleaded|pled|pleads) (?:not guilty|innocent)",
        },
    ),
    "degree": Choice(
        "outcome",
        {
            "first degree": "first[- ]degree",
            "second degree": "second[- ]degree",
            "third degree": "third[- ]degree",
        },
        frame=r"(?:{}) (?:\w+ )?(?:murder|homicide|assault|manslaughter|burglary|robbery)",
    ),
    "alone": Choice(
        "actor",
        {
            "alone": r"acted alone|acting alone|lone (?:gunman|attacker|wolf|bomber|shooter)|"
            r"(?:only one|single|sole) (?:gunman|attacker|shooter|assailant|bomber|suspect)",
            "with others": r"accomplices?|(?:two|three|four|several|second) (?:\w+ )?(?:gunm[ae]n|"
            r"attackers?|shooters?|assailants?|bombers?)",
        },
    ),
    "known": Choice(
        "manner",
        {
            "knew each other": r"knew (?:each other|one another|the (?:victims?|shooter|suspect|"
            r"gunman)|(?:his|her|their) (?:victims?|killer|attacker))|acquaint\w+",
            "strangers": r"strangers?|(?:did|do|does)(?: not|n['’]t) (?:appear to )?know (?:each "
            r"other|one another|the (?:victims?|shooter|suspect|gunman))|no (?:known )?"
            r"(?:connection|relationship|ties) (?:to|with|between)",
        },
    ),
    "entry": Choice(
        "manner",
        {
            "forced": r"(?:broke|break\w*|forced (?:his|her|their) way|kick\w*|burst|barged) "
            r"(?:in|into|down|open|through)\b|forced entry(?! (?:was|were) (?:not|n))",
            "not forced": r"no (?:signs? |evidence )?(?:of )?(?:a )?(?:forced entry|break-in)|"
            r"(?:let|invited) (?:him|them|the (?:man|men|suspects?|gunm[ae]n)) in(?:side)?|"
            r"unlocked (?:front |back )?door",
        },
    ),
}
"""Question: its answers. Words of one class that WordNet holds apart are mostly other words for
one thing in news ("town" and "village", "raids" and "strikes"); these are not."""

_PATTERNS = {
    name: {
        answer: re.compile(rf"\b{choice.frame.format(f'(?:{words})')}\b", re.IGNORECASE)
        for answer, words in choice.answers.items()
    }
    for name, choice in CHOICES.items()
}


@functools.lru_cache(maxsize=REMEMBERED)
def answers(text: str) -> Mapping[str, frozenset[str]]:
    """Question: the answers that a text gives; without those it gives none to."""
    found = {}
    for name, patterns in _PATTERNS.items():
        told = frozenset(answer for answer, pattern in patterns.items() if pattern.search(text))
        if name == "entry" and "not forced" in told:
            told -= {"forced"}
        if told:
            found[name] = told
    return found


@functools.lru_cache(maxsize=REMEMBERED)
def named(text: str) -> Mapping[str, frozenset[str]]:
    """Question: the answers whose bare words stand anywhere in a text, whatever is around them."""
    return {
        name: frozenset(answer for answer, pattern in _BARE[name].items() if pattern.search(text))
        for name in CHOICES
    }


_BARE = {
    name: {a: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for a, words in c.answers.items()}
    for name, c in CHOICES.items()
}


def excluding(name: str, a: str, b: str) -> bool:
    """Whether of two answers only one can hold."""
    return a != b and frozenset({a, b}) not in CHOICES[name].together
