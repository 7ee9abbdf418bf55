"""Outcomes: what one claim says happened cannot be if the other's did."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.figures import overlap
from claims.figures.kinds import is_person
from claims.records import Figure, Happening, Verdict
from claims.senses import OPPOSITE_RULES
from reconcile.alignment import alike
from reconcile.facts.parties import same_party
from reconcile.findings import Alignment, Finding, Match
from reconcile.views import View, at_two_dates

LIKE = 0.4
"""Least likeness of two claims of which one denies what the other says."""

ATTACK = re.compile(r"\b(?:attack|assault|offensive|raid|advance|push)", re.IGNORECASE)
"""What is repelled at a place; else it is somebody who is."""

HELD = re.compile(
    r"\b(?:in (?:custody|detention|jail|prison)|behind bars|"
    r"(?:still|being|remain\w*) (?:held|detained|jailed|under arrest))\b",
    re.IGNORECASE,
)
"""Words for somebody who is not free now."""

DENIABLE = frozenset(
    "capture withdraw hold kill die attack airstrike shell explode arrest release charge convict "
    "admit agree sign resign surrender evacuate destroy use begin claim_responsibility meet "
    "detained regroup".split()
)
"""Acts that either happened or did not; "was not found" and "was found" may both be so."""

WORDS = 0.4
"""Least share of common words of two claims of which one denies the other's act."""

FORMER = re.compile(r"\b(?:had been|formerly|once|used to|until)\b", re.IGNORECASE)
"""A state that is over clashes with nothing that came after it."""

SHUT = frozenset({"open", "close"})
PASSING = re.compile(
    r"\b(?:temporar\w+|briefly|for (?:more than |over |about |nearly |almost |several )?(?:an?|"
    r"\w+) "
    r"(?:hour|minute|day)s?|(?:later|since) (?:re)?opened|(?:re)?opened (?:later|again|at|by|"
    r"after)|"
    r"was closed|were closed|been closed)\b",
    re.IGNORECASE,
)
"""What was shut for a while is open after it."""

PUBLISHED = re.compile(
    r"\b(?:image|picture|photo\w*|video|footage|recording|tape|statement|report|name|identit\w+|"
    r"information|detail|document|record|transcript|sketch|description|figure|result|call)s?\b",
    re.IGNORECASE,
)
"""What is released to be read or seen, which sets nobody free."""

OTHERS = re.compile(r"\b(?:others?|another|remaining|rest)\b", re.IGNORECASE)

EXTENT = re.compile(
    r"\b(?:part(?:s|ly|ially)?|entire(?:ly)?|complete(?:ly)?|all|most(?:ly)?|some|half|full(?:y)?|"
    r"total(?:ly)?|whole|(?:north|south|east|west)ern (?:part|half|side))\b",
    re.IGNORECASE,
)
"""Words by which the question is not whether, but how much of it."""

_ALL = re.compile(r"\b(?:all|every|everyone|everybody|each)\b", re.IGNORECASE)

_RULES = {rule.senses: rule.same for rule in OPPOSITE_RULES}


def compare_outcomes(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """Opposite happenings to the same participants, or one happening affirmed and negated.

    On different days the later one is news: an ``update``.
    """
    first, second = a.claim.happening, b.claim.happening
    if first is None or second is None or alignment.likeness < LIKE:
        return
    if alignment.time.match is Match.DIFFERS or not _stated(a) or not _stated(b):
        return
    if FORMER.search(a.claim.text) or FORMER.search(b.claim.text):
        return
    negated = a.claim.polarity != b.claim.polarity
    senses = frozenset({_sense(a, first), _sense(b, second)})
    if len(senses) == 1:
        placed = not a.places or not b.places or a.places & b.places
        same_act = placed and alignment.participants.match is Match.SAME
        if not negated or not same_act or not senses <= DENIABLE or alignment.words < WORDS:
            return
    else:
        same = _RULES.get(senses)
        if same is None or negated or not _same(a, b, same, least=len(same)):
            return
        if _counted_apart(a, b):
            return
        if "release" in senses and (_published(first) or _published(second)):
            return
        passing = PASSING.search(a.claim.text) or PASSING.search(b.claim.text)
        if senses == SHUT and (passing or not _one_name(a, b)):
            return
    yield _finding(a, b)


def _counted_apart(a: View, b: View) -> bool:
    """Whether both count those to whom it happened, and no number of the one can be one of the
    other's: "two hostages were killed" and "23 hostages survived". Who tells of all counts all."""
    if _ALL.search(a.claim.text) or _ALL.search(b.claim.text):
        return False
    first, second = _befell(a), _befell(b)
    return bool(first and second) and not any(overlap(x, y) for x in first for y in second)


def _befell(view: View) -> list[Figure]:
    """The counts of people in what a claim's happening befell."""
    patient = view.claim.happening.patient.casefold() if view.claim.happening else ""
    return [
        figure
        for figure in view.claim.figures
        if is_person(figure.noun) and figure.role != "age" and figure.noun in patient
    ]


def _stated(view: View) -> bool:
    """Whether a claim states what is or is not of all it speaks of.

    A plan, a demand or a doubt does not clash; nor does what is said of the *others*.
    """
    return view.claim.modality in ("asserted", "denied") and not OTHERS.search(view.claim.text)


def _sense(view: View, happened: Happening) -> str:
    """The sense by which it clashes: who was arrested may be free, who is held is not."""
    return "detained" if HELD.search(view.claim.text) else happened.sense


def _same(a: View, b: View, parts: frozenset[str], least: int) -> bool:
    """Whether at least so many participants are the same in both, and none differs."""
    found = 0
    for part in sorted(parts):
        if part == "place":
            repelled = _repelled(a) | _repelled(b)
            mine, other = (v.places or v.names for v in (a, b))
            mine, other = mine - repelled, other - repelled
            same = bool(mine & other)
        else:
            mine, other = a.participant(part), b.participant(part)
            same = alike(mine, other) or same_party(" ".join(mine), " ".join(other))
        if mine and other:
            if not same:
                return False
            found += 1
    return found >= least


def _repelled(view: View) -> frozenset[str]:
    """The names of those beaten back, which are no place: not those of an attack on one."""
    happened = view.claim.happening
    if happened is None or happened.sense != "repel" or ATTACK.search(happened.patient):
        return frozenset()
    return view.named_in(happened.patient)


def _published(happened: Happening) -> bool:
    return happened.sense == "release" and bool(PUBLISHED.search(happened.patient))


def _one_name(a: View, b: View) -> bool:
    """Whether what was opened and what was closed bear one name, where both are named."""
    first, second = (
        v.named_in(v.claim.happening.patient) if v.claim.happening else frozenset() for v in (a, b)
    )
    return not first or not second or first == second


def _finding(a: View, b: View) -> Finding:
    values = _said(a), _said(b)
    extent = EXTENT.search(a.claim.text) or EXTENT.search(b.claim.text)
    reason = f"opposite outcomes: one says «{values[0]}», the other «{values[1]}»"
    later = at_two_dates(a, b)
    verdict: Verdict = "update" if later else "conflict"
    return Finding(verdict, "extent" if extent else "outcome", values, reason, 0.7, strict=True)


def _said(view: View) -> str:
    happened = view.claim.happening
    sense = _sense(view, happened).replace("_", " ") if happened else ""
    return f"not {sense}" if view.claim.polarity == "negated" else sense
