"""Kinds of counted things: synonyms and what is among what.

Each line of the table is a kind: its nouns (the first names it) and the kind it is among.
Sources call the same persons by loaded words, so "terrorist", "militant" and "rebel" are one
kind: a tool that checks counts must not be told apart by the choice of word.
"""

from __future__ import annotations

from typing import Literal

Kinship = Literal["same", "subset", "other", "unknown"]

PERSON_TABLE: dict[str, tuple[str, str]] = {
    # kind: (nouns, kind it is among)
    "person": (
        "person people human soul victim body corpse life casualty dead wounded injured "
        "fatality death injury patient survivor adult other martyr someone somebody one member "
        "deceased remains passenger pedestrian bystander suspect friend cousin parent spouse "
        "partner relative guest shooter individual neighbor neighbour "
        "sibling roommate classmate coworker colleague grandchild grandparent",
        "",
    ),
    "civilian": ("civilian noncombatant villager", "person"),
    "resident": (
        "resident inhabitant citizen national local population settler tenant dweller evacuee",
        "person",
    ),
    "male": (
        "man male gentleman guy father dad husband uncle nephew grandfather stepfather boyfriend "
        "stepson brother-in-law ex-husband ex-boyfriend",
        "person",
    ),
    "female": (
        "woman female lady mother wife widow sister grandmother mom mum aunt niece stepmother "
        "girlfriend stepdaughter sister-in-law ex-wife ex-girlfriend",
        "person",
    ),
    "child": (
        "child kid minor infant baby toddler newborn youngster juvenile teenager teen "
        "schoolchild adolescent youth student pupil orphan",
        "civilian",
    ),
    "boy": ("boy son brother schoolboy grandson", "child"),
    "girl": ("girl daughter schoolgirl granddaughter", "child"),
    "elder": ("elder pensioner", "civilian"),
    "family": ("family household", ""),
    "combatant": ("combatant troop force personnel", "person"),
    "fighter": (
        "fighter militant rebel insurgent gunman jihadist jihadi terrorist extremist militiaman "
        "guerrilla mercenary attacker assailant bomber islamist mujahideen mujahid operative "
        "gunmen militia takfiri sniper infiltrator",
        "combatant",
    ),
    "soldier": (
        "soldier serviceman servicemember conscript airman marine paratrooper commando trooper "
        "guardsman reservist recruit sailor",
        "combatant",
    ),
    "police": ("policeman police policewoman gendarme cop deputy sheriff", "person"),
    "officer": ("officer", "person"),
    "commander": (
        "commander leader general colonel chief captain lieutenant sergeant",
        "combatant",
    ),
    "journalist": ("journalist reporter cameraman photographer correspondent", "civilian"),
    "medic": ("medic doctor nurse paramedic surgeon physician pharmacist", "civilian"),
    "rescuer": ("rescuer firefighter responder volunteer", "civilian"),
    "worker": (
        "worker employee staff laborer labourer miner farmer engineer technician",
        "civilian",
    ),
    "refugee": ("refugee migrant", "person"),
    "prisoner": ("prisoner inmate detainee captive hostage convict", "person"),
    "protester": ("protester demonstrator protestor marcher", "civilian"),
    "official": ("official minister lawmaker councillor mayor politician diplomat", "civilian"),
    "crew": ("crewmember crewman crew aide paramilitary", "person"),
    "teacher": ("teacher professor lecturer", "civilian"),
    "driver": ("driver motorist motorcyclist bicyclist biker cyclist pilot", "person"),
    "expert": ("expert observer inspector monitor adviser advisor", "person"),
    "tribesman": ("tribesman clansman", "person"),
}

THING_TABLE: dict[str, tuple[str, str]] = {
    "attack": ("attack assault strike offensive raid bombardment bombing shelling operation", ""),
    "airstrike": ("airstrike air-strike sortie air-raid bombing-run", "attack"),
    "missile strike": ("missile-strike", "attack"),
    "explosion": ("explosion blast detonation", ""),
    "clash": ("clash battle firefight skirmish", ""),
    "bomb": ("bomb explosive ied mine landmine", ""),
    "barrel bomb": ("barrel-bomb barrel container-bomb", "bomb"),
    "car bomb": ("car-bomb", "bomb"),
    "projectile": ("projectile munition ammunition", ""),
    "rocket": ("rocket", "projectile"),
    "missile": ("missile", "projectile"),
    "shell": ("shell mortar mortar-round artillery-shell round", "projectile"),
    "bullet": ("bullet shot gunshot shell-casing casing", ""),
    "vehicle": ("vehicle truck pickup bus van lorry motorcycle ambulance", ""),
    "car": ("car automobile taxi sedan", "vehicle"),
    "tank": ("tank", "vehicle"),
    "aircraft": ("aircraft plane airplane", ""),
    "jet": ("jet warplane fighter-jet", "aircraft"),
    "helicopter": ("helicopter chopper", "aircraft"),
    "drone": ("drone", "aircraft"),
    "building": ("building structure", ""),
    "house": ("house home apartment dwelling residence", "building"),
    "hospital": ("hospital clinic", "building"),
    "school": ("school", "building"),
    "settlement": ("settlement", ""),
    "village": ("village hamlet", "settlement"),
    "town": ("town", "settlement"),
    "city": ("city", "settlement"),
    "checkpoint": ("checkpoint roadblock", ""),
    "country": ("country nation state", ""),
    "weapon": ("weapon gun firearm rifle handgun", ""),
}

_TABLES = (PERSON_TABLE, THING_TABLE)
_KIND: dict[str, str] = {
    noun.replace("-", " "): kind
    for table in _TABLES
    for kind, (nouns, _) in table.items()
    for noun in nouns.split()
}
_AMONG: dict[str, str] = {kind: over for table in _TABLES for kind, (_, over) in table.items()}

# Kinds whose members can be one and the same persons: a woman may be a civilian.
_CROSSING = frozenset({"male", "female", "resident", "refugee", "prisoner", "expert", "driver"})

COMPOUNDS = frozenset(noun for noun in _KIND if " " in noun)
"""Two-word nouns that name a kind of their own: "barrel bomb"."""

SPELLINGS = {"air strike": "airstrike", "air raid": "airstrike", "aerial strike": "airstrike"} | {
    "aerial attack": "airstrike",
    "air attack": "airstrike",
    "aerial raid": "airstrike",
    "aerial bombardment": "airstrike",
}
"""Compounds with one spelling."""


def is_person(noun: str) -> bool:
    """Whether a noun's lemma names a person (``family`` does not)."""
    return _KIND.get(noun, "") in PERSON_TABLE and _KIND[noun] != "family"


def is_known(noun: str) -> bool:
    """Whether a noun is in one of the tables."""
    return noun in _KIND


def kinship(a: str, b: str) -> Kinship:
    """How the things counted by two noun lemmas stand to each other."""
    if not a or not b:
        return "unknown"
    if a == b:
        return "same"
    kind_a, kind_b = _KIND.get(a, ""), _KIND.get(b, "")
    if not kind_a or not kind_b:
        return "unknown"
    if kind_a == kind_b:
        return "same"
    if kind_a in _over(kind_b) or kind_b in _over(kind_a):
        return "subset"
    if {kind_a, kind_b} & _CROSSING and is_person(a) and is_person(b):
        return "unknown" if {"male", "female"} != {kind_a, kind_b} else "other"
    return "other"


def among(a: str, b: str) -> bool:
    """Whether what the noun ``a`` names is among what ``b`` names: children among civilians."""
    return _KIND.get(b, "no kind") in _over(_KIND.get(a, ""))


def _over(kind: str) -> list[str]:
    """The kinds above one, nearest first."""
    above = []
    while kind := _AMONG.get(kind, ""):
        above.append(kind)
    return above
