"""Coarse senses of verbs and event nouns, so that two outlets' words for one act meet.

The rows are general English news vocabulary, grouped by sense; WordNet 3.1's synsets and
FrameNet's frames of the same name were the guide to what belongs together. A word that fits two
senses stands under the one news uses it in most.
"""

from __future__ import annotations

import dataclasses

from claims.words import words

_VERBS = {
    "capture": "capture seize retake take_over take_back snatch recapture overrun liberate conquer "
    "overtake regain reconquer wrest annex commandeer occupy reclaim secure",
    "withdraw": "withdraw retreat abandon vacate pull_out pull_back fall_back move_out back_out",
    "hold": "hold control retain dominate govern",
    "remain": "remain stay persist",
    "advance": "advance enter storm penetrate infiltrate invade push_into move_in break_into "
    "close_in break_through push_forward",
    "repel": "repel repulse thwart foil rebuff fend_off push_back roll_back beat_back drive_back",
    "besiege": "besiege blockade encircle surround cut_off isolate",
    "kill": "kill slay murder massacre execute behead crucify assassinate slaughter gun_down",
    "die": "die perish drown succumb pass_away",
    "survive": "survive outlive",
    "injure": "injure wound hurt maim stab burn_alive",
    "airstrike": "bombard raze carpet_bomb",
    "bomb": "bomb",
    "shell": "shell mortar",
    "explode": "explode detonate blow_up go_off set_off erupt",
    "shoot": "shoot open_fire",
    "fire": "fire launch_at lob",
    "shoot_down": "shoot_down down bring_down",
    "attack": "attack strike hit target assault ambush raid beat assail pound",
    "clash": "clash fight battle skirmish engage",
    "arrest": "arrest detain apprehend nab imprison jail incarcerate lock_up round_up",
    "abduct": "abduct kidnap",
    "release": "release free discharge set_free let_go",
    "charge": "charge indict prosecute arraign book",
    "convict": "convict plead_guilty find_guilty",
    "acquit": "acquit exonerate clear",
    "sentence": "sentence",
    "sue": "sue",
    "deny": "deny refute dispute",
    "admit": "admit acknowledge confess concede",
    "confirm": "confirm verify",
    "accuse": "accuse blame allege",
    "claim_responsibility": "claim_responsibility",
    "condemn": "condemn denounce criticise criticize decry slam",
    "meet": "meet convene hold_talks",
    "agree": "agree sign accept approve ratify endorse adopt",
    "reject": "reject refuse decline veto turn_down vote_down throw_out",
    "negotiate": "negotiate mediate discuss",
    "flee": "flee escape run_away",
    "displace": "displace uproot expel evict",
    "evacuate": "evacuate",
    "return": "return come_back go_back",
    "arrive": "arrive reach land come",
    "leave": "depart quit go_away leave_for",
    "begin": "begin start launch commence initiate kick_off break_out flare_up",
    "end": "end finish conclude cease stop halt lift expire call_off",
    "open": "open reopen",
    "close": "close shut shut_down seal",
    "continue": "continue resume go_on",
    "postpone": "postpone delay put_off",
    "cancel": "cancel scrap",
    "rescue": "rescue save pull_from",
    "find": "find discover recover uncover locate",
    "search": "search seek look_for hunt",
    "hospitalise": "hospitalise hospitalize",
    "transport": "transport rush airlift",
    "treat": "treat",
    "crash": "crash collide derail",
    "sink": "sink capsize",
    "collapse": "collapse cave_in",
    "burn": "burn ignite torch catch_fire",
    "flood": "flood inundate",
    "destroy": "destroy demolish flatten wreck level wipe_out",
    "damage": "damage ruin",
    "build": "build construct erect rebuild restore",
    "win": "win",
    "lose": "lose",
    "defeat": "defeat beat_off rout crush overcome",
    "elect": "elect re-elect reelect",
    "vote": "vote",
    "appoint": "appoint name nominate hire",
    "resign": "resign step_down",
    "dismiss": "dismiss sack oust fire_from lay_off",
    "buy": "buy purchase acquire",
    "sell": "sell",
    "pay": "pay spend",
    "give": "give donate provide supply deliver send grant",
    "rise": "rise increase grow climb soar surge jump",
    "fall": "drop decline decrease plunge plummet shrink slump",
    "born": "bear",
    "marry": "marry wed",
    "rob": "rob steal loot plunder burgle hijack",
    "rape": "rape",
    "protest": "protest demonstrate rally",
    "defect": "defect",
    "surrender": "surrender lay_down capitulate give_up",
    "deploy": "deploy dispatch station mobilise mobilize",
    "test": "test",
    "ban": "ban prohibit outlaw bar",
    "allow": "allow permit enable let",
    "block": "block obstruct impede prevent",
    "announce": "announce declare proclaim unveil",
    "say": "say state tell report add describe",
    "warn": "warn threaten",
    "promise": "promise vow pledge",
    "urge": "urge call_for demand appeal",
    "investigate": "investigate probe examine",
    "identify": "identify",
    "visit": "visit",
    "violate": "violate breach break",
    "affect": "affect",
    "join": "join",
    "attend": "attend show_up turn_up",
    "miss": "boycott skip shun stay_away",
    "regroup": "regroup reposition redeploy",
    "drive": "drive",
    "walk": "walk",
}
"""Sense: lemmas of its verbs; a particle follows an underscore."""

_NOUNS = {
    "capture": "capture seizure takeover recapture liberation conquest fall occupation",
    "withdraw": "withdrawal retreat pullout pullback",
    "hold": "control possession",
    "advance": "advance incursion invasion storming entry",
    "besiege": "siege blockade encirclement",
    "kill": "killing murder massacre execution slaying assassination homicide beheading",
    "die": "death fatality",
    "injure": "injury",
    "airstrike": "airstrike airstrikes bombardment",
    "bomb": "bombing",
    "shell": "shelling",
    "explode": "explosion blast detonation eruption",
    "shoot": "shooting gunfire shootout",
    "attack": "attack strike assault raid ambush offensive onslaught operation campaign "
    "beating stabbing",
    "clash": "clash clashes fighting battle combat skirmish confrontation firefight",
    "arrest": "arrest",
    "detained": "detention imprisonment custody",
    "abduct": "abduction kidnapping",
    "release": "release",
    "charge": "indictment prosecution",
    "convict": "conviction",
    "acquit": "acquittal",
    "sentence": "sentence sentencing",
    "deny": "denial",
    "confirm": "confirmation",
    "meet": "meeting talks summit conference",
    "agree": "agreement deal accord truce ceasefire treaty pact armistice",
    "flee": "escape exodus flight",
    "displace": "displacement",
    "evacuate": "evacuation",
    "return": "return",
    "arrive": "arrival",
    "begin": "start beginning launch outbreak",
    "end": "end cessation",
    "rescue": "rescue",
    "crash": "crash collision derailment",
    "sink": "sinking",
    "collapse": "collapse",
    "burn": "fire blaze wildfire",
    "flood": "flood flooding",
    "quake": "earthquake quake tremor",
    "destroy": "destruction demolition",
    "win": "victory win",
    "defeat": "defeat",
    "elect": "election",
    "vote": "vote referendum",
    "resign": "resignation",
    "appoint": "appointment",
    "buy": "purchase acquisition",
    "sell": "sale",
    "rise": "increase rise surge",
    "fall": "decrease drop decline",
    "born": "birth",
    "rob": "robbery theft burglary looting",
    "protest": "protest demonstration rally",
    "surrender": "surrender",
    "deploy": "deployment",
    "investigate": "investigation inquiry probe",
    "visit": "visit",
}
"""Sense: lemmas of its nouns."""


def _table(rows: dict[str, str]) -> dict[str, str]:
    return {word: sense for sense, words in rows.items() for word in words.split()}


VERBS: dict[str, str] = _table(_VERBS)
"""Lemma of a verb, a particle after an underscore: its sense."""

NOUNS: dict[str, str] = _table(_NOUNS)
"""Lemma of an event noun: its sense."""

ADJECTIVES: dict[str, str] = _table(
    {
        "kill": "dead deceased",
        "injure": "wounded injured hurt",
        "detained": "jailed detained",
        "attend": "present",
        "miss": "absent",
        "survive": "alive",
    }
)
"""Lemma of an adjective in predicate place ("12 dead"): its sense."""

SENSES: dict[str, str] = NOUNS | VERBS | ADJECTIVES
"""All of them; a word that is noun and verb has the verb's sense."""

EVENT_NOUNS = frozenset(NOUNS) | {
    "bomb",
    "bullet",
    "violence",
    "incident",
    "storm",
    "war",
    "rocket",
}
"""Nouns that name something that happens: as a subject they are the cause."""

LIGHT_VERBS = words(
    "carry_out conduct launch stage mount make commit perform suffer face undergo wage take "
    "have see witness begin start continue announce report"
)
"""Verbs that leave the sense to their object: "launched an attack"."""

LIGHT_PHRASES: dict[tuple[str, str], str] = {
    ("take", "control"): "capture",
    ("seize", "control"): "capture",
    ("gain", "control"): "capture",
    ("regain", "control"): "capture",
    ("retake", "control"): "capture",
    ("wrest", "control"): "capture",
    ("assume", "control"): "capture",
    ("establish", "control"): "capture",
    ("lose", "control"): "withdraw",
    ("have", "control"): "hold",
    ("maintain", "control"): "hold",
    ("retain", "control"): "hold",
    ("take", "place"): "happen",
    ("take", "custody"): "arrest",
    ("take", "hostage"): "abduct",
    ("open", "fire"): "shoot",
    ("exchange", "fire"): "clash",
    ("catch", "fire"): "burn",
    ("cut", "route"): "besiege",
    ("cut", "road"): "besiege",
    ("sustain", "injury"): "injure",
    ("suffer", "injury"): "injure",
    ("receive", "injury"): "injure",
    ("suffer", "wound"): "injure",
    ("claim", "life"): "kill",
    ("claim", "responsibility"): "claim_responsibility",
    ("reach", "agreement"): "agree",
    ("reach", "deal"): "agree",
    ("sign", "agreement"): "agree",
    ("sign", "deal"): "agree",
    ("hold", "talk"): "meet",
    ("hold", "meeting"): "meet",
    ("give", "birth"): "born",
    ("plead", "guilty"): "convict",
    ("lose", "life"): "die",
    ("give", "way"): "collapse",
    ("take", "part"): "attend",
    ("inflict", "casualty"): "kill",
    ("take", "life"): "kill",
    ("launch", "missile"): "fire",
    ("launch", "rocket"): "fire",
    ("drop", "bomb"): "airstrike",
    ("drop", "barrel"): "airstrike",
}
"""Lemmas of a verb and of its object that have a sense together."""

COMPOUNDS: dict[tuple[str, str], str] = {
    ("air", "strike"): "airstrike",
    ("air", "raid"): "airstrike",
    ("air", "attack"): "airstrike",
    ("aerial", "strike"): "airstrike",
    ("aerial", "bombardment"): "airstrike",
    ("aerial", "attack"): "airstrike",
    ("drone", "strike"): "airstrike",
    ("artillery", "bombardment"): "shell",
    ("mortar", "attack"): "shell",
    ("mortar", "fire"): "shell",
    ("artillery", "fire"): "shell",
    ("rocket", "attack"): "shell",
    ("suicide", "attack"): "explode",
    ("bomb", "attack"): "explode",
    ("car", "bomb"): "explode",
    ("suicide", "bombing"): "explode",
    ("car", "bombing"): "explode",
    ("bomb", "blast"): "explode",
    ("chemical", "attack"): "chemical_attack",
    ("gas", "attack"): "chemical_attack",
    ("gun", "attack"): "shoot",
    ("gun", "battle"): "clash",
    ("house", "fire"): "burn",
    ("hunger", "strike"): "protest",
    ("labor", "strike"): "protest",
}
"""A modifier and a noun that have a sense together, or that overrule the noun's own."""


@dataclasses.dataclass(frozen=True, slots=True)
class Opposite:
    """Two senses that cannot both hold, and of whom."""

    senses: frozenset[str]
    same: frozenset[str]
    """Which must be the same on both sides: ``agent``, ``patient``, ``place``."""


def _opposite(first: str, second: str, *same: str) -> Opposite:
    return Opposite(frozenset({first, second}), frozenset(same))


OPPOSITE_RULES: tuple[Opposite, ...] = (
    _opposite("withdraw", "hold", "agent", "place"),
    _opposite("withdraw", "remain", "agent", "place"),
    _opposite("withdraw", "regroup", "agent", "place"),
    _opposite("capture", "repel", "patient", "place"),
    _opposite("release", "detained", "patient"),
    _opposite("deny", "admit", "agent"),
    _opposite("deny", "confirm", "agent"),
    _opposite("deny", "claim_responsibility", "agent"),
    _opposite("win", "lose", "agent"),
    _opposite("rise", "fall", "agent"),
    _opposite("die", "survive", "patient"),
    _opposite("kill", "survive", "patient"),
    _opposite("open", "close", "patient"),
    _opposite("agree", "reject", "agent"),
    _opposite("convict", "acquit", "patient"),
    _opposite("begin", "cancel", "patient"),
    _opposite("begin", "postpone", "patient"),
    _opposite("allow", "ban", "patient"),
    _opposite("allow", "block", "patient"),
    _opposite("build", "destroy", "patient"),
    _opposite("arrive", "leave", "agent"),
    _opposite("appoint", "dismiss", "patient"),
    _opposite("buy", "sell", "agent"),
    _opposite("surrender", "clash", "agent"),
    _opposite("attend", "miss", "agent"),
)
"""Opposites with the participants that have to be the same (and the same time) to clash."""

OPPOSITES: frozenset[frozenset[str]] = frozenset(rule.senses for rule in OPPOSITE_RULES)
"""The pairs of senses alone."""
