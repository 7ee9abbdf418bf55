"""Ways an act was done: words for each, and which exclude each other, question by question."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Mapping

from reconcile.views import REMEMBERED


@dataclasses.dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask of how an act was done."""

    ways: Mapping[str, str]
    """A way: words for it, as a regular expression between word boundaries."""
    apart: tuple[tuple[str, str], ...]
    """Ways of which one act has one only."""
    personal: bool
    """Whether it is asked of one victim or doer, else of an attack at a place."""


def _each(*names: str) -> tuple[tuple[str, str], ...]:
    return tuple((x, y) for i, x in enumerate(names) for y in names[i + 1 :])


QUESTIONS: dict[str, Question] = {
    "attack": Question(
        {
            "suicide bomber": r"suicide (?:bomb\w*|attack\w*|blast)|"
            r"blew (?:him|her|them)sel\w+ up",
            "car bomb": r"(?:car|truck|vehicle)[- ]bombs?|(?:booby[- ]trapped|explosives?[- ]"
            r"(?:laden|packed|rigged)) (?:car|truck|vehicle)s?|(?:car|truck|vehicle)s? (?:\w+ )?"
            r"(?:rigged|packed|laden|loaded|filled) with (?:\w+ )?explosives?",
            "planted device": r"(?:planted|hidden|roadside|remote[- ]controlled)\b[\w\s]{0,20}"
            r"(?:bomb|device|explosive)s?|(?:bomb|device|explosive)s? (?:was |were )?"
            r"(?:planted|hidden)|landmines?|I\.?E\.?D\b",
            "air strike": r"air[- ]?(?:strike|raid)s?|warplanes?|(?:fighter )?jets?|helicopters?|"
            r"barrel bombs?|air ?force|drones?",
            "ground fire": r"ground[- ]to[- ]ground|surface[- ]to[- ]surface|mortars?|artillery|"
            r"rockets?|shell(?:s|ed|ing)|missiles?",
            "gunfire": r"shot (?:dead|to death)|gunfire|gunned down|gunm[ae]n|sniper\w*",
        },
        (
            ("suicide bomber", "planted device"),
            ("suicide bomber", "air strike"),
            ("suicide bomber", "ground fire"),
            ("car bomb", "air strike"),
            ("car bomb", "ground fire"),
            ("planted device", "air strike"),
            ("planted device", "ground fire"),
            ("air strike", "ground fire"),
        ),
        personal=False,
    ),
    "munition": Question(
        {
            "barrel bombs": r"barrel[- ]bombs?|explosive barrels?",
            "missiles": r"missiles?",
            "mortars": r"mortars?(?: \w+)?|artillery(?: \w+)?",
            "cluster bombs": r"cluster (?:bomb|munition)s?",
        },
        _each("barrel bombs", "missiles", "mortars"),
        personal=False,
    ),
    "bomber": Question(
        {
            "on foot": r"on foot|(?:suicide|explosives?) (?:belt|vest)s?|strapped to (?:his|her)",
            "in a vehicle": r"(?:driving|drove|rammed|inside) (?:an? |his |the )?(?:\w+[- ]){0,3}"
            r"(?:car|truck|vehicle|ambulance|van|lorry)|(?:car|truck|vehicle)[- ]bomb\w*|"
            r"(?:laden|packed|rigged) (?:car|truck|vehicle)",
        },
        (("on foot", "in a vehicle"),),
        personal=False,
    ),
    "death": Question(
        {
            "shot": r"shot|gunned down|gunshots?|gunfire|bullets?",
            "stabbed": r"stabb\w+|knif\w+|slit",
            "beheaded": r"behead\w+|decapitat\w+",
            "beaten": r"(?:beaten|bludgeoned|kicked) (?:to death)?|blunt force",
            "strangled": r"strangl\w+|suffocat\w+|asphyxiat\w+|smothered|hanged",
            "drowned": r"drown\w+",
            "poisoned": r"poison(?:ed|ing)",
            "burnt": r"burn(?:ed|t) (?:alive|to death)|set (?:on fire|ablaze|alight)",
            "run over": r"(?:run|ran) (?:him|her|them) over|ran over (?:him|her|them|the|a)|"
            r"mowed down",
        },
        _each(
            "shot",
            "stabbed",
            "beheaded",
            "beaten",
            "strangled",
            "drowned",
            "poisoned",
            "burnt",
            "run over",
        ),
        personal=True,
    ),
    "will": Question(
        {
            "suicide": r"suicide(?![ -](?:bomb|attack|note|vest|belt|mission|car|truck|blast|squad|"
            r"prevention|hotline|watch))|took (?:his|her|their) own li(?:fe|ves)",
            "accident": r"accident(?:al(?:ly)?)?|unintentional(?:ly)?|inadvertent(?:ly)?|"
            r"(?:gun|rifle|pistol|weapon|firearm|revolver)\b[\w',’ -]{0,60} went off|misfired|"
            r"(?:accidental|gun) discharge|technical (?:fault|failure|problem)|mishandl\w+",
            "shot down": r"(?:was|were|been|had|they|we|it|having|have) (?:shot|brought) "
            r"(?:it )?down|(?:shot|brought) down|downed",
            "deliberate": r"(?<!un)intentional(?:ly)?|deliberate(?:ly)?|on purpose|"
            r"(?:was|were|been|is) murdered|(?:ruled|was|is|as) (?:an? )?(?:homicide|murder)",
        },
        (
            ("suicide", "accident"),
            ("suicide", "deliberate"),
            ("accident", "deliberate"),
            ("accident", "shot down"),
        ),
        personal=True,
    ),
    "hand": Question(
        {
            "by own hand": r"(?:shot|wound\w*|kill\w*|hurt|injur\w*|stabbed|shooting)"
            r"(?: and \w+)? (?:him|her)self|self-inflicted|took (?:his|her) own life",
            "by another": r"(?:shot|wounded|killed|stabbed)(?: and \w+)?(?: \w+)? by (?!accident|"
            r"mistake|(?:his|her) own)|who (?:had )?(?:shot|stabbed|killed) (?:him|her)\b(?!self)",
        },
        (("by own hand", "by another"),),
        personal=True,
    ),
    "motive": Question(
        {
            "a quarrel": r"argu(?:ment|ments|ed|ing)|dispute|altercation|quarrel\w*|feud|"
            r"(?:fist ?)?fight(?: over| broke| between)",
            "robbery": r"robbery|robbed|robbing|robbers?|burglary|burglars?|home invasion|"
            r"carjack\w*|hold-?up",
            "at random": r"random(?:ly)?|indiscriminate(?:ly)?",
            "aimed at": r"(?:specifically |been |was |were |being )targeted|intended targets?|"
            r"not (?:a )?random(?: act)?",
            "play": r"play(?:ing|ed)? with (?:\w+ ){0,4}(?:gun|rifle|pistol|weapon|firearm)",
            "cleaning": r"cleaning (?:\w+ ){0,4}(?:gun|rifle|pistol|weapon|firearm)",
        },
        (
            *_each("a quarrel", "robbery", "at random", "play", "cleaning"),
            ("at random", "aimed at"),
        ),
        personal=True,
    ),
    "weapon": Question(
        {
            "handgun": r"hand[- ]?guns?|pistols?|revolvers?|glocks?",
            "rifle": r"rifles?|AR-?15s?|AK-?47s?|kalashnikovs?",
            "shotgun": r"shot[- ]?guns?",
            "knife": r"kni(?:fe|ves)|machetes?|axe?|hatchet|sword",
            "toy gun": r"(?:toy|bb|pellet|airsoft|replica) (?:gun|pistol|rifle)s?",
        },
        _each("handgun", "rifle", "shotgun", "knife", "toy gun"),
        personal=True,
    ),
    "approach": Question(
        {
            "from a vehicle": r"drive-?by|(?:passing|moving) (?:car|vehicle|van|truck|suv)|"
            r"(?:fired|shooting|shot|fire) from (?:inside )?(?:a|the|his|their) "
            r"(?:\w+[- ]){0,3}(?:car|vehicle|van|truck|suv|sedan)|drove by",
            "on foot": r"walked up|on foot|ran up|approached (?:\w+ ){0,3}on foot",
            "indoors": r"broke into|(?:stormed|burst|barged|forced (?:his|her|"
            r"their) way) in(?:to)?|"
            r"kicked (?:in|down) (?:the|a) door|fired? inside",
        },
        (("from a vehicle", "on foot"), ("from a vehicle", "indoors")),
        personal=True,
    ),
}
"""Question: ways and which exclude each other."""

_PATTERNS = {
    name: {way: re.compile(rf"\b(?:{words})\b", re.I) for way, words in question.ways.items()}
    for name, question in QUESTIONS.items()
}
_BOTH = re.compile(r"murder[- ]suicide", re.IGNORECASE)
"""A killer's own death beside his victims'."""


_DENIED = re.compile(
    r"\b(?:no (?:evidence|signs?|indication|proof|suggestion|suspicion)|not|never|neither|nor|"
    r"rul(?:ed|es|ing) out|den(?:y|ied|ies)|instead of|rather than|unlikely)\b[^,;.]{0,60}$",
    re.IGNORECASE,
)
"""Before a way that is denied: "no evidence of foul play or suicide"."""


def _says(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a text names a way without denying it."""
    return any(not _DENIED.search(text[: match.start()]) for match in pattern.finditer(text))


@functools.lru_cache(maxsize=REMEMBERED)
def ways(text: str) -> Mapping[str, frozenset[str]]:
    """Question: the ways that a text names; without those it names none of."""
    found = {}
    for name, patterns in _PATTERNS.items():
        told = {way for way, pattern in patterns.items() if _says(pattern, text)}
        if name in ("will", "hand") and _BOTH.search(text):
            told.clear()
        if told:
            found[name] = frozenset(told)
    return found
