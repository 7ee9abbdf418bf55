"""In what capacity persons are counted, and of what class things are, in whatever words.

"71 people on board" and "48 passengers" count persons in one capacity, "1,150 jobs" and "400 posts"
things of one class: the words for them differ, what is counted does not.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from claims.figures.kinds import is_known, is_person
from reconcile.bare.lexicon import nouns

PERSON = "person"
SHOT = "shot"

_SHIP = r"bus|coach|train|tram|boat|ferry|dinghy|ship|vessel|plane|flight|jet|helicopter|aircraft"

_CAPACITIES: Mapping[str, str] = {
    "aboard": r"aboard|on[- ]board|passengers?|occupants?|travell?ing (?:in|on)"
    rf"|(?:on|in|inside) the (?:{_SHIP})\b(?! station| stop)",
    "attending": r"attend(?:s|ed|ing|ees?|ance)?|turn(?:s|ed|ing)? (?:out|up)|turnout|audience"
    r"|gather(?:s|ed|ing)?|rall(?:y|ies|ied)|march(?:es|ed|ing)|protest(?:s|ed|ing|ers?)?"
    r"|demonstrat\w+|crowd(?:s|ed)?|cram(?:s|med|ming)?|throng\w*|flock\w*|converg\w+|mourners?"
    r"|spectators?|took to the streets|(?:filled|packed|drew|lined) ",
    "surrendering": r"surrender\w*|turn(?:s|ed|ing)? (?:themselves|himself) in"
    r"|g[ai]ve (?:themselves |himself )?up|l(?:aid|ay|aying) down (?:their |his )?(?:arms|weapons)"
    r"|hand(?:s|ed|ing)? (?:over|in) (?:their|his) (?:arms|weapons|guns|rifles)",
    "arrested": r"arrest(?:s|ed|ing)?|detain(?:s|ed|ing|ees?)?|in(?:to)? custody|behind bars"
    r"|round(?:s|ed|ing) up|handcuff\w*|hauled|apprehend\w*|in cells|nabbed|held by police",
    "freed": r"releas(?:es?|ed|ing)|free(?:s|d|ing)|set free|let go|swap(?:s|ped)?|walked free"
    r"|(?:were|was|been) (?:handed|turned) (?:over )?to",
    "held": r"hostages?|captives?|kidnap\w*|abduct\w*|held captive|snatched",
    "displaced": r"evacuat\w+|displac\w+|fle(?:d|e|es|eing)|homeless"
    r"|(?:left|leave|leaving) (?:their )?homes?|evict\w*|moved out|shelter(?:s|ed|ing)?",
    "rescued": r"rescu\w+|pulled (?:alive |out )?from|plucked|winched|saved|brought ashore",
    "dismissed": r"laid off|lay-?offs?|redundan\w+|sacked|dismissed"
    r"|(?:lose|lost|losing) (?:their )?jobs?|sackings?|axed|let go by",
    "attacking": r"gunm[ae]n|attackers?|assailants?|robb\w+|raid(?:ers?|ed)|burglars?|intruders?"
    r"|thie(?:f|ves)|broke in(?:to)?|burst in(?:to)?|shooters?|suspects?|hijackers?"
    r"|open(?:ed|ing)? fire|began (?:shooting|firing)|fired (?:at|on|into)|storm(?:ed|ing)"
    r"|culprits?",
    "sick": r"infect\w+|ill|sick\w*|food[- ]poison\w+|tested positive|contract(?:ed|ing)|caught"
    r"|fell ill|vomit\w*|quarantin\w*",
    "voting": r"vot(?:e|es|ed|ing|ers?)|ballots?",
    "striking": r"strik(?:e|es|ers?|ing)|walk(?:ed|ing)? (?:out|off)|walkouts?|downed tools",
    "charged": r"charged|indict\w+|in the dock|on trial|accused|prosecut\w+|defendants?",
    "hired": r"hir(?:e|es|ed|ing)|recruit\w*|taken on|new (?:staff|workers|jobs)",
    "jurors": r"jur(?:y|ors?)",
    "defecting": r"defect\w*|desert(?:s|ed|ers?|ing)?|switched sides|changed sides",
}
"""What persons in a text are counted as: general vocabulary of news, by what they do or undergo."""

_PATTERNS = {
    name: re.compile(rf"\b(?:{words})", re.IGNORECASE) for name, words in _CAPACITIES.items()
}

_OF_ROLES = {
    "arrested": "arrested",
    "freed": "freed",
    "surrendered": "surrendering",
    "abducted": "held",
    "captured": "held",
    "displaced": "displaced",
    "evacuated": "displaced",
    "fled": "displaced",
    "rescued": "rescued",
    "charged": "charged",
    "recruited": "hired",
    "sickened": "sick",
    "defected": "defecting",
}
"""The capacity that a figure's role says."""

_CLASSES: Mapping[str, str] = {
    "job": "job post position vacancy role layoff redundancy",
    "projectile": "rocket missile projectile mortar shell grenade bomb warhead",
    "shot": "bullet shot gunshot round casing shell-casing cartridge",
    "home": "house home flat apartment dwelling property residence household building",
    "vote": "vote ballot",
    "aircraft": "aircraft plane jet warplane fighter-jet helicopter chopper drone airplane",
    "vessel": "boat ship vessel ferry dinghy trawler tanker yacht",
    "case": "case infection",
    "signature": "signature name signatory",
    "complaint": "complaint grievance objection",
    "stab": "stab stabbing blow wound",
}
_CLASS_OF = {noun: name for name, row in _CLASSES.items() for noun in row.split()}

_HEADS = {"vehicle": "vehicle", "animal": "animal", "weapon": "weapon", "building": "building"}
"""Class: the word of WordNet whose kinds it takes in, by their first sense; vehicles are asked
first, of which craft have classes of their own."""

_PERSONLIKE = re.compile(r"\w{2,}(?:[^aeiou]er|tor|ist|eer|goer|m[ae]n|woman|ian|ee|way)")
_LEADERS = frozenset("head chief boss".split())


def capacities(text: str, role: str = "") -> frozenset[str]:
    """In what capacities persons may be counted in a text; by their role alone where it tells."""
    if told := _OF_ROLES.get(role):
        return frozenset({told})
    return _named(text)


@functools.lru_cache(maxsize=1 << 16)
def _named(text: str) -> frozenset[str]:
    return frozenset(name for name, pattern in _PATTERNS.items() if pattern.search(text))


@functools.lru_cache(maxsize=1 << 14)
def class_of(noun: str) -> str:
    """The class of what a noun's lemma names: ``person``, ``job``, ``vehicle``; else empty."""
    if name := _CLASS_OF.get(noun):
        return name
    if is_person(noun) or noun in _LEADERS:
        return PERSON
    tree = nouns()
    senses = tree.senses.get(noun, ())
    if not senses:
        return PERSON if not is_known(noun) and _PERSONLIKE.fullmatch(noun) else ""
    if any(PERSON_SENSE & set(tree.line(sense)) for sense in senses):
        return PERSON
    line = set(tree.line(senses[0]))
    return next((name for name, head in _HEADS.items() if tree.senses[head][0] in line), "")


PERSON_SENSE = frozenset(nouns().senses["individual"][:1])
