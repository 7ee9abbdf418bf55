"""Attacks that one claim says were stopped short and the other says did harm."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.facts.ways import QUESTIONS, ways
from reconcile.findings import Alignment, Finding, Match, held
from reconcile.views import View, telling

_FOILED = re.compile(
    r"\b(?:foil\w*|thwart\w*|frustrated|fail\w* attempt|abort\w* attack|"
    r"(?:destroy\w*|explod\w*|deton\w*|blow\w*|blew|blown|stopp\w*|intercept\w*|kill\w*|shot|hit|"
    r"target\w*|defus\w*|dismantl\w*)\b[^.]{0,60}?\b(?:before|without) "
    r"(?:(?:it|he|they|she|the \w+) )?(?:(?:was|were|(?:could|can) be|being) )?(?:deploy\w*|"
    r"used|detonated|reach\w*|enter\w*|hit\w*|could|managed|had|arriv\w*|"
    r"gett\w*|detonat\w*|explod\w*|strik\w*|caus\w*))\b",
    re.IGNORECASE,
)
_BLAST = frozenset({"suicide bomber", "car bomb", "planted device"})
_DONE = re.compile(
    r"\b(?:kill\w*|claim\w* the lives|left [\w ]{0,20}dead|wound\w*|injur\w*|blew|blown up|"
    r"detonat\w*|explod\w*|struck|rammed|attack(?:ed|s)|target(?:ed|s)|hit)\b",
    re.IGNORECASE,
)


def compare_foiled(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """One attack by a bomb, stopped before it did harm in one claim and done in the other."""
    foiled = _foiled(a), _foiled(b)
    if foiled[0] == foiled[1] or alignment.time.match is Match.DIFFERS:
        return
    other = b if foiled[0] else a
    if not _done(other) or alignment.place.match is Match.DIFFERS or a.aside or b.aside:
        return
    if other.claim.modality != "asserted" or other.claim.polarity == "negated":
        return
    known = telling(a, (a.names | a.before | a.places) & (b.names | b.before | b.places))
    one_way = _may_be_one(_bombs(a), _bombs(b))
    if not known and not one_way:
        return
    signs = {
        "foiled": True,
        "telling": known,
        "same_way": one_way,
        "same_place": alignment.place.match is Match.SAME,
        "same_object": alignment.participants.match is Match.SAME,
    }
    values = ("foiled", "carried out") if foiled[0] else ("carried out", "foiled")
    reason = f"{values[0]} against {values[1]} as what came of one attack"
    yield Finding("conflict", "outcome", values, reason, 0.5, held(signs))


def _may_be_one(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two ways of bombing may be of one attack: a suicide bomber may drive a car."""
    apart = QUESTIONS["attack"].apart
    return any((x, y) not in apart and (y, x) not in apart for x in a for y in b)


def _foiled(view: View) -> bool:
    return bool(_FOILED.search(view.sentence)) and bool(_bombs(view))


def _done(view: View) -> bool:
    return bool(_DONE.search(view.claim.text)) and bool(_bombs(view)) and not _foiled(view)


def _bombs(view: View) -> frozenset[str]:
    """Ways of bombing told in a claim, else in its sentence."""
    for text in (view.claim.text, view.sentence):
        if found := ways(text).get("attack", frozenset()) & _BLAST:
            return found
    return frozenset()
