"""How it was done: one act by two means that exclude each other."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from reconcile.findings import Alignment, Finding, Match, held
from reconcile.views import REMEMBERED, View

WAYS = {
    "suicide bomber": r"suicide (?:bomb\w*|attack\w*|blast)|blew (?:him|her|them)sel\w+ up",
    "car bomb": r"(?:car|truck|vehicle)[- ]bombs?|"
    r"(?:booby[- ]trapped|explosives?[- ](?:laden|packed|rigged)) (?:car|truck|vehicle)s?",
    "planted device": r"(?:planted|hidden|roadside|remote[- ]controlled)\b[\w\s]{0,20}"
    r"(?:bomb|device|explosive)s?|(?:bomb|device|explosive)s? (?:was |were )?(?:planted|hidden)|"
    r"landmines?|I\.?E\.?D\b",
    "air strike": r"air[- ]?(?:strike|raid)s?|warplanes?|(?:fighter )?jets?|helicopters?|"
    r"barrel bombs?|air ?force|drones?",
    "ground fire": r"ground[- ]to[- ]ground|surface[- ]to[- ]surface|mortars?|artillery|rockets?|"
    r"shell(?:s|ed|ing)|missiles?",
    "gunfire": r"shot (?:dead|to death)|gunfire|gunned down|gunm[ae]n|sniper\w*",
    "knife": r"stabb\w+|knif\w+|slit",
    "beheading": r"behead\w+|decapitat\w+",
    "suicide": r"(?:committed|apparent|attempted) suicide|took (?:his|her|their) own li(?:fe|ves)|"
    r"self-inflicted",
    "accident": r"accident(?:al(?:ly)?)?|unintentional(?:ly)?|"
    r"(?:gun|rifle|pistol|weapon|firearm|revolver) went off|misfired|technical (?:fault|"
    r"failure|problem)",
    "shot down": r"shot down|downed|brought down",
    "deliberate": r"intentional(?:ly)?|deliberate(?:ly)?|on purpose|homicide|murder(?:ed)?",
}
"""A way: words for it. A text may name several."""

_APART = (
    ("suicide bomber", "planted device"),
    ("suicide bomber", "air strike"),
    ("car bomb", "air strike"),
    ("planted device", "air strike"),
    ("air strike", "ground fire"),
    ("gunfire", "beheading"),
    ("gunfire", "knife"),
    ("accident", "suicide"),
    ("accident", "deliberate"),
    ("accident", "shot down"),
    ("suicide", "deliberate"),
)
"""Ways of which one act has one only."""

EXCLUSIVE = frozenset(map(frozenset, _APART))

_PATTERNS = {name: re.compile(rf"\b(?:{words})\b", re.I) for name, words in WAYS.items()}


@functools.lru_cache(maxsize=REMEMBERED)
def ways(text: str) -> frozenset[str]:
    """The ways that a text names; empty when it names none."""
    return frozenset(name for name, pattern in _PATTERNS.items() if pattern.search(text))


def compare_means(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """Two ways of one act that exclude each other; nothing where both name one as well."""
    first, second = ways(a.claim.text), ways(b.claim.text)
    if first & second or alignment.time.match is Match.DIFFERS:
        return
    apart = [(x, y) for x in sorted(first) for y in sorted(second) if {x, y} in EXCLUSIVE]
    if not apart:
        return
    values = min(apart, key=sorted)  # whoever is asked first
    known = ways(a.article.text) & ways(b.article.text)
    signs = {
        "same_happening": alignment.happening.match is Match.SAME,
        "same_object": alignment.participants.match is Match.SAME,
        "both_told": bool({*values} & known),
        "at_war": values in (("air strike", "ground fire"), ("ground fire", "air strike")),
    }
    reason = f"{values[0]} against {values[1]} as the way it happened"
    yield Finding("conflict", "manner", values, reason, 0.5, held(signs))
