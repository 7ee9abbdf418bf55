"""What befalls the counted: words to roles.

The table of senses maps lemmas to the role of their object ("killed 12"), of their subject
("12 died"), and nouns and adjectives to the role they name. ``sense`` reads a verb with its
neighbours, since news says it in phrases: "shot dead", "lost their lives", "taken to hospital".
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from claims.figures.kinds import is_person, kinship
from claims.figures.words import word_set
from claims.senses import EVENT_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Token

Frame = Literal["object", "subject"]


class Sense(NamedTuple):
    """A role, and whether the verb gives it to its object or to its subject."""

    role: str
    frame: Frame


def _table(rows: dict[str, str]) -> dict[str, str]:
    return {lemma: role for role, lemmas in rows.items() for lemma in lemmas.split()}


OBJECT = _table(
    {
        "killed": "kill slay murder massacre slaughter assassinate execute behead martyr eliminate "
        "lynch electrocute exterminate annihilate neutralize neutralise liquidate asphyxiate "
        "decapitate crucify mourn",
        "injured": "injure wound hurt maim graze burn hospitalise_injured",
        "shot": "shoot",
        "arrested": "arrest detain apprehend imprison jail",
        "captured": "capture seize recapture retake overrun conquer",
        "abducted": "abduct kidnap",
        "freed": "free release liberate",
        "displaced": "displace uproot dislocate",
        "evacuated": "evacuate",
        "rescued": "rescue save",
        "hospitalised": "hospitalize hospitalise",
        "treated": "treat",
        "trapped": "trap strand",
        "sickened": "sicken",
        "besieged": "besiege encircle",
        "fired": "fire launch lob hurl",
        "dropped": "drop",
        "carried out": "conduct stage mount perform",
        "destroyed": "destroy demolish flatten level raze wreck obliterate",
        "damaged": "damage",
        "hit": "hit strike target pound bombard bomb shell",
        "attacked": "attack ambush assault storm",
        "deployed": "deploy dispatch send",
        "recruited": "recruit train",
        "charged": "charge indict",
        "sentenced": "sentence convict",
        "abandoned": "abandon",
        "recovered": "recover",
        "downed": "down",
        "repelled": "repel",
        "reported": "",
    }
)
SUBJECT = _table(
    {
        "killed": "die perish drown succumb suffocate",
        "missing": "disappear vanish",
        "fled": "flee",
        "surrendered": "surrender",
        "defected": "defect desert",
        "survived": "survive",
        "escaped": "escape",
        "withdrawn": "withdraw retreat",
        "hit": "land",
    }
)
NOUN = _table(
    {
        "killed": "death fatality killing murder homicide dead massacre execution assassination "
        "slaying corpse body martyrdom martyr deceased slain beheading",
        "injured": "injury wounded injured wounding",
        "casualty": "casualty",
        "arrested": "arrest detention",
        "captured": "capture seizure",
        "abducted": "abduction kidnapping kidnap",
        "displaced": "displacement",
        "freed": "release",
        "missing": "disappearance missing",
        "shot": "shooting",
        "rescued": "rescue",
        "evacuated": "evacuation",
        "survived": "survivor",
    }
)
PERSON_NOUNS = word_set(
    "death fatality killing murder homicide dead wounded injured injury casualty arrest deceased "
    "slain missing life"
)
""" "12 deaths" counts persons."""

ADJECTIVE = _table(
    {
        "killed": "dead deceased lifeless slain killed martyred murdered",
        "injured": "wounded injured hurt",
        "missing": "missing unaccounted",
        "displaced": "displaced homeless",
        "trapped": "trapped stranded",
        "survived": "alive",
        "arrested": "arrested detained jailed imprisoned",
        "captured": "captured",
        "abducted": "kidnapped abducted",
        "hospitalised": "hospitalized hospitalised",
        "destroyed": "destroyed",
        "damaged": "damaged",
        "shot": "",
    }
)

CASUALTY = word_set(
    "killed injured shot missing casualty arrested captured abducted rescued hospitalised "
    "displaced treated trapped freed evacuated survived charged sentenced fled sickened"
)
"""Roles that befall persons: a number without a noun then counts people."""

_DEADLY = frozenset({"dead", "kill", "killed", "death", "die"})
_BODY_HARM = frozenset({"wound", "injury", "burn", "wounding"})
_HOSPITAL = frozenset({"hospital", "hospitals", "clinic", "infirmary", "er"})
_HOMES = word_set(
    "home house village town city country area region fighting violence war conflict "
    "neighborhood camp shelling bombardment offensive clash"
)
_HELD_DOWN = word_set(
    "under beneath below underneath alive rubble debris snow mud sand landslide avalanche ruin"
)
"""Words behind "buried" of those who may be alive."""
_BURYING = word_set("landslide mudslide avalanche slide snow mud rubble debris collapse quake roof")
"""What buries without a funeral."""
_COMBAT = word_set("battle fighting combat clash ambush action massacre duty")
_BARE_CAUSES = EVENT_NOUNS | word_set("flood quake earthquake disease outbreak tornado hurricane")
"""What claims lives, even where no life is named."""
_VERBS_OF_FORM = {"wound": "wound", "hanged": "execute"}
"""Past forms that the tagger takes for those of "wind" and "hang"."""
_WINDING = word_set("up down through around round its his her their along back")
"""Words behind the "wound" that is one of "wind"."""
_POSTS = word_set("job post position role vacancy")
_AIMED = word_set("toward towards into through back up off")
_PASSIVE = word_set("was were been being be got who is are later")
_FORCED = frozenset({"force", "drive"})


def _ahead(token: Token, span: int) -> list[str]:
    """Lemmas of the next tokens, up to the end of the clause."""
    lemmas = []
    for other in token.doc[token.i + 1 : token.i + 1 + span]:
        if other.text in (";", "."):
            break
        lemmas.append(other.lemma_.lower())
    return lemmas


def sense(verb: Token, noun: str) -> Sense | None:
    """The sense of a verb towards things called ``noun`` (may be empty), or ``None``."""
    ahead = _ahead(verb, 7)
    lemma = verb.lemma_.lower()
    if not (verb.lower_ == "wound" and _WINDING & set(ahead[:1])):
        lemma = _VERBS_OF_FORM.get(verb.lower_, lemma)
    if lemma not in OBJECT and lemma.endswith("s") and lemma[:-1] in OBJECT:
        lemma = lemma[:-1]  # "Army Kills 40", taken for a name
    if ahead[:2] == ["to", "death"] and lemma not in ("sentence", "condemn"):
        return Sense("killed", "object")
    special = _PHRASES.get(lemma)
    if special is not None and (found := special(verb, ahead, noun)) is not None:
        return found
    if lemma in SUBJECT:
        return Sense(_fled(SUBJECT[lemma], ahead, noun), "subject")
    if lemma not in OBJECT:
        return None
    return Sense(_by_noun(OBJECT[lemma], noun), "object")


def _by_noun(role: str, noun: str) -> str:
    """ "launched" says of a rocket that it was fired, of an attack that it was carried out."""
    if role == "fired" and (kinship(noun, "attack") in ("same", "subset") or noun == "operation"):
        return "carried out"
    if role == "fired" and is_person(noun):
        return ""  # who fired, or was dismissed
    if role == "killed" and noun in _POSTS:
        return ""  # "the plan eliminates 300 jobs"
    if role == "captured" and is_person(noun):
        return "captured"
    return role


def _fled(role: str, ahead: list[str], noun: str) -> str:
    if role != "fled":
        return role
    armed = kinship(noun, "fighter") == "same" or kinship(noun, "soldier") == "same"
    return "displaced" if not armed and (_HOMES & set(ahead) or len(ahead) < 2) else "fled"


def _shoot(verb: Token, ahead: list[str], noun: str) -> Sense | None:
    before = verb.nbor(-1).lower_ if verb.i else ""
    after = ahead[:3]
    if "down" in after[:1]:
        return Sense("killed" if is_person(noun) else "downed", "object")
    if before in ("fatally", "mortally") or "fatally" in after[:1] or _DEADLY & set(after[:1]):
        return Sense("killed", "object")
    if after[:1] == ["and"] and _DEADLY & set(after[1:2]):
        return Sense("killed", "object")
    if any(pair == ("to", "death") for pair in pairwise(ahead)):
        return Sense("killed", "object")
    if after[:1] == ["and"] and after[1:2] in (["injure"], ["wound"], ["hurt"], ["hospitalize"]):
        return Sense("injured", "object")
    if after[:1] and after[0] in _AIMED and verb.tag_ == "VBD" and before not in _PASSIVE:
        return Sense("", "subject")  # "the gunman shot into the crowd"
    if (
        after[:1] == ["at"]
        and any(is_person(word) for word in ahead[1:4])
        and before not in _PASSIVE
    ):
        return Sense("", "subject")
    if noun and kinship(noun, "projectile") in ("same", "subset"):
        return Sense("fired", "object")
    return None


def _gun(verb: Token, ahead: list[str], noun: str) -> Sense | None:
    return Sense("killed", "object") if "down" in ahead[:1] else None


def _lose(verb: Token, ahead: list[str], noun: str) -> Sense | None:
    if {"life", "live"} & set(ahead[:3]):
        return Sense("killed", "subject")
    return Sense("killed", "object") if is_person(noun) else Sense("lost", "object")


def _found_dead(verb: Token, ahead: list[str], noun: str) -> Sense | None:
    if _DEADLY & set(ahead[:2]) or ahead[:2] == ["fatally", "shoot"]:
        return Sense("killed", "object")
    if ("to", "death") in pairwise(ahead[:4]):
        return Sense("killed", "object")
    found = verb.lemma_ in ("find", "discover") and noun and not is_person(noun)
    return Sense("found", "object") if found else None


def _take(verb: Token, ahead: list[str], noun: str) -> Sense | None:
    near = _ahead(verb, 13) if "condition" in ahead else ahead[:6]
    lemma = verb.lemma_.lower()
    brought = lemma == "take" and noun == "victim"  # to a hospital, not to death
    taken = noun in ("life", "martyr", "victim") or (is_person(noun) and "life" in ahead[:4])
    if taken and lemma in ("claim", "cost", "take") and not brought:
        return Sense("killed", "object")
    if lemma == "claim":
        return Sense("killed", "object") if not noun and _caused(verb) else None
    for words, role in (
        (_HOSPITAL | {"medical"}, "hospitalised"),
        ({"custody"}, "arrested"),
        ({"hostage"}, "abducted"),
        ({"prisoner", "captive"}, "captured"),
    ):
        if words & set(near):
            return Sense(role, "object")
    if verb.lemma_ == "take" and kinship(noun, "settlement") in ("same", "subset"):
        return Sense("captured", "object")
    return None


def _caused(verb: Token) -> bool:
    """ "The blast claimed 11": an event takes lives, where a group claims attacks."""
    return any(
        c.dep_ in ("nsubj", "nsubjpass", "csubj") and c.lemma_.lower() in _BARE_CAUSES
        for c in verb.children
    )


def _suffer(verb: Token, ahead: list[str], noun: str) -> Sense | None:
    return Sense("injured", "subject") if _BODY_HARM & set(ahead[:7]) else None


def _carry(verb: Token, ahead: list[str], noun: str) -> Sense | None:
    return Sense("carried out", "object") if ahead[:1] == ["out"] else None


def _pass(verb: Token, ahead: list[str], noun: str) -> Sense | None:
    return Sense("killed", "subject") if ahead[:1] == ["away"] else None


def _release(verb: Token, ahead: list[str], noun: str) -> Sense | None:
    home = _HOSPITAL & set(ahead[:5]) and "from" in ahead[:1]
    return Sense("treated", "object") if home and is_person(noun) else None


def _fall(verb: Token, ahead: list[str], noun: str) -> Sense | None:
    """ "Fell as martyrs", "fell in the battle", "fell victim to the bombing"."""
    armed = is_person(noun) and "same" in (kinship(noun, "fighter"), kinship(noun, "soldier"))
    fought = armed and ahead[:1] in (["in"], ["during"]) and _COMBAT & set(ahead[1:5])
    prey = ahead[:2] == ["victim", "to"] and any(
        kinship(word, kind) in ("same", "subset")
        for word in ahead[2:6]
        for kind in ("attack", "explosion", "clash", "bomb", "projectile")
    )
    martyrs = {"martyr", "martyrs"} & set(ahead[:3])
    return Sense("killed", "subject") if martyrs or fought or prey else None


def _bury(verb: Token, ahead: list[str], noun: str) -> Sense | None:
    """ "The town buried nine of its men", not "12 were buried under the rubble"."""
    near = verb.doc[verb.i + 1 : verb.i + 9]
    buried = {token.lemma_.lower() for token in near} & _HELD_DOWN
    slid = any(c.lemma_.lower() in _BURYING for c in verb.children if c.dep_ == "nsubj")
    return Sense("killed", "object") if is_person(noun) and not (buried or slid) else None


def _meet(verb: Token, ahead: list[str], noun: str) -> Sense | None:
    """ "Met their death", "met a violent end"."""
    return Sense("killed", "subject") if {"death", "end"} & set(ahead[1:3]) else None


def _wipe(verb: Token, ahead: list[str], noun: str) -> Sense | None:
    """ "Wiped out a family of five"; what is wiped out by name is a base or a group."""
    things = [c.lemma_.lower() for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    persons = any(is_person(thing) or thing in ("family", "household") for thing in things)
    return Sense("killed", "object") if "out" in ahead[:1] and persons else None


def _round(verb: Token, ahead: list[str], noun: str) -> Sense | None:
    return Sense("arrested", "object") if ahead[:1] == ["up"] and is_person(noun) else None


def _send(verb: Token, ahead: list[str], noun: str) -> Sense | None:
    return Sense("hospitalised", "object") if _HOSPITAL & set(ahead[:6]) else None


def _strike(verb: Token, ahead: list[str], noun: str) -> Sense | None:
    shots = {"bullet", "gunfire", "gunshot", "shrapnel", "pellet"} & set(ahead[:5])
    return Sense("shot", "object") if shots and is_person(noun) else None


def _drive(verb: Token, ahead: list[str], noun: str) -> Sense | None:
    if {"home", "house", "flee", "village"} & set(ahead[:6]):
        return Sense("displaced", "object")
    return None


def _blow(verb: Token, ahead: list[str], noun: str) -> Sense | None:
    return Sense("destroyed", "object") if "up" in ahead[:1] and not is_person(noun) else None


_PHRASES = {
    "shoot": _shoot,
    "gun": _gun,
    "lose": _lose,
    "find": _found_dead,
    "discover": _found_dead,
    "pronounce": _found_dead,
    "declare": _found_dead,
    "confirm": _found_dead,
    "report": _found_dead,
    "presume": _found_dead,
    "take": _take,
    "rush": _take,
    "transport": _take,
    "bring": _take,
    "airlift": _take,
    "claim": _take,
    "cost": _take,
    "suffer": _suffer,
    "sustain": _suffer,
    "receive": _suffer,
    "carry": _carry,
    "strike": _strike,
    "hit": _strike,
    **dict.fromkeys(_FORCED, _drive),
    "blow": _blow,
    "pass": _pass,
    "send": _send,
    "fall": _fall,
    "round": _round,
    "release": _release,
    "bury": _bury,
    "meet": _meet,
    "wipe": _wipe,
}
