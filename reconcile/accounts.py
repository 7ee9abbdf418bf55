"""Early accounts and mended ones: what is told as preliminary one day, and otherwise the next.

"The details are preliminary" on Monday, "police, who previously said" on Tuesday: the sheriff has
learnt more, and no two accounts are at odds.
"""

from __future__ import annotations

import re

from reconcile.facts.war_totals import WAR_TOTAL
from reconcile.facts.wording import says
from reconcile.findings import Finding
from reconcile.views import View, later

_PRELIMINARY = re.compile(
    r"\b(?:details|information|accounts?|findings|investigation|numbers?|figures?)\b[\w ]{0,20}"
    r"\b(?:is|are|was|were|remain(?:s|ed)?) (?:still )?(?:very |only )?(?:preliminary|sketchy)\b|"
    r"\b(?:preliminary|early|sketchy) (?:information|details|indications?|accounts?|reports?|"
    r"investigation|findings)\b(?! (?:of|on|into) [A-Z])",
    re.IGNORECASE,
)
"""An account that is told as a first one."""

_CHANGED = re.compile(
    r"\b(?:previously|earlier|initially|originally|at first) (?:had )?(?:said|reported|told|"
    r"thought|believed|gave|identified|listed|put|stated|described)\b|"
    r"\b(?:earlier|initial|previous) (?:\w+ )?(?:reports?|accounts?|statements?)\b|"
    r"\b(?:correct(?:s|ed|ing)|clarif(?:y|ied|ies|ying)|revis(?:es|ed|ing)) (?:\w+ ){0,4}(?:said|"
    r"says|reports?|accounts?|statements?|information|ages?|names?|number|details)\b|"
    r"\b(?:police|officials|authorities|investigators|deputies|detectives|the sheriff) now "
    r"(?:say|believe|think)\b",
    re.IGNORECASE,
)
"""An account that takes the place of one before."""

MENDED = "the first account was told as preliminary, and the later text tells that it has changed"
"""Why two values of such accounts are no clash."""

_LASTING = frozenset({"name"})
"""What an outlet spells as it does on any day."""


def mended(a: View, b: View, finding: Finding) -> bool:
    """Whether one of two articles calls its account a first one, and the other, of a later day,
    tells that it has changed since."""
    if finding.kind in _LASTING or WAR_TOTAL in finding.signs:
        return False  # it does not change, or is not of the event that the account is of
    return _replaced(a, b) or _replaced(b, a)


def _replaced(early: View, late: View) -> bool:
    return (
        later(late, early)
        and says(_PRELIMINARY, early.article.text)
        and says(_CHANGED, late.article.text)
    )
