"""By what means something happened: words for it, and the families that they belong to."""

from __future__ import annotations

import re

_MEANS = {
    "airstrike": "airstrike airstrikes warplane warplanes jets aircraft helicopter barrel drone "
    "drones bombardment bombed bombing raid raids airplanes sorties",
    "shelling": "shell shells shelled shelling mortar mortars rocket rockets missile missiles "
    "artillery bombardment tank tanks",
    "bomb": "bomb bombs blast blasts explosion explosions exploded detonated device suicide "
    "bomber bombing bombings blew",
    "shooting": "gunman gunmen shooter sniper snipers gunfire shooting shootings",
    "execution": "executed execution executions beheaded hanged massacre",
    "fire": "fire blaze flames",
    "gas": "chemical sarin chlorine gas poison",
    "crash": "crash crashed collision derailed collided",
    "knife": "stabbed stabbing knife",
    "flood": "flood floods flooding flooded landslide mudslide",
    "quake": "earthquake quake tremor",
    "storm": "storm hurricane typhoon cyclone tornado",
    "disease": "virus outbreak cholera disease infection",
}
MEANS = {
    word: frozenset(family for family, words in _MEANS.items() if word in words.split())
    for words in _MEANS.values()
    for word in words.split()
}
"""Word for a means to the families it may belong to: what bombs a town may be a jet or a car."""

_IN_THE_AIR = re.compile(r"\b(?:air|aerial|drone)[ -](?:strike|raid|attack|bombardment)s?\b")

_FIRE = re.compile(
    r"(\b(?:an?|the|set|sets|setting|on|large|huge|big|house|forest|caught|catch|catching)\s+)?"
    r"\bfire\b(\s+(?:departments?|rescue|crews?|officials?|chief|station|trucks?|engines?)\b)?"
)
"""A blaze, where a word before it says so; else what guns do: "opened fire", "rocket fire"."""


def means(text: str) -> frozenset[str]:
    """Families of means that a text names; empty when it names none."""
    joined = _IN_THE_AIR.sub("airstrike", text.casefold())
    joined = _FIRE.sub(lambda match: match[0] if match[1] and not match[2] else "", joined)
    found = [MEANS[word] for word in re.findall(r"[a-z]+", joined) if word in MEANS]
    return frozenset().union(*found)
