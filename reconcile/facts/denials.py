"""What one party is said to have done, and its own or another's word that it did not."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from claims.records import Claim
from reconcile.facts.actors import parties_of
from reconcile.facts.acts import ACTS, doers
from reconcile.findings import Alignment, Finding, Match, held
from reconcile.views import REACH, REMEMBERED, View, content_words, telling

SHARED = 0.4
"""Least share of the words of an act that stand where it is denied."""

_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es|ed|ing)|"
    r"disput(?:es|ed|ing))\b(?: \w+){0,3}? (?:reports?|claims?|allegations?|accusations?|charges?|"
    r"involvement|responsibility|role|carrying|targeting|hitting|bombing|using|striking|killing|"
    r"having|being|that|it|its)\b",
    re.IGNORECASE,
)
_FALSE = re.compile(
    r"\b(?:reports?|claims?|allegations?|accusations?)\b[^.]{0,120}\b(?:is|are|was|were)(?: \w+)? "
    r"(?:false|untrue|baseless|fabricat\w+|unfounded|groundless|lies|a lie|nonsense)\b",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"\b(?:(?:had|has|have|did|were|was)(?: not|n['’]t)|(?:(?:had|has|have|would) )?never) "
    r"(?:been )?(?:carr(?:y|ied) out|conduct\w*|"
    r"involved|responsible|behind|use[d]?|target\w*|str[iu]c?k\w*|launch\w*|bomb\w*)\b",
    re.IGNORECASE,
)


_ALWAYS = re.compile(
    r"\b(?:(?:has|have|had) (?:long|always|repeatedly|consistently)|(?:always|consistently|"
    r"repeatedly|routinely|usually)) (?:den|reject|dismiss)",
    re.IGNORECASE,
)
"""What is denied whenever it is said is denied of no one deed."""


@functools.lru_cache(maxsize=REMEMBERED)
def denies(claim: Claim) -> str:
    """Who denies a deed in a claim, as written; empty where nobody does."""
    if _ALWAYS.search(claim.text):
        return ""
    if _DENIED.search(claim.text):
        told = claim.happening
        return (told.agent if told else "") or (claim.speaker.name if claim.speaker else "")
    if (_FALSE.search(claim.text) or _NONE.search(claim.text)) and claim.speaker:
        return claim.speaker.name
    return ""


def compare_denials(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """A deed laid to a party, and that party's denial of it."""
    if alignment.time.match is Match.DIFFERS:
        return
    for denial, told in ((a, b), (b, a)):
        who = denies(denial.claim)
        if not who or denies(told.claim) or told.claim.polarity == "negated":
            continue
        accused = next((d for d in doers(told.claim) if _one(denial, who, told, d)), "")
        act = told.claim.happening
        if not accused or act is None:
            continue
        around = denial.article.text[max(0, denial.claim.start - REACH) : denial.claim.end + REACH]
        words = content_words(around) & told.words
        share = len(words) / max(1, len(told.words))
        known = telling(told, told.names & _names_near(denial))
        if share < SHARED and not known:
            continue
        signs = {
            "denied": True,
            "known": known,
            "shared": share >= SHARED,
            "acts": act.sense in ACTS,
            "one_day": alignment.time.match is Match.SAME,
        }
        values = ("denied by " + who, accused)
        reason = f"{accused} is said to have done it, and {who} denies it"
        pair = values if denial is a else values[::-1]
        yield Finding("conflict", "actor", pair, reason, 0.5, held(signs))
        return


def _one(a: View, who: str, b: View, other: str) -> bool:
    """Whether two parties as written are of one state, or of one side where no state is named."""
    (first, own), (second, its) = parties_of(a, who), parties_of(b, other)
    return bool(own & its) if own or its else bool(first & second)


def _names_near(view: View) -> frozenset[str]:
    return view.names | view.before
