"""Fates: the stages that a victim or a suspect goes through, of which one holds at a time.

A later stage in a later article is news; an earlier one told later, or two at one time, are
rivals. Which is which is told by the signs.
"""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Iterator, Mapping

from claims.records import Kind
from reconcile.facts.subjects import same_subject, several_harmed, subject
from reconcile.findings import Alignment, Finding, Match, held
from reconcile.views import REMEMBERED, View, at_two_dates

_POLICE = r"(?:police|officers|deputies|authorities|investigators|detectives|troopers|agents)"


@dataclasses.dataclass(frozen=True, slots=True)
class Course:
    """Stages of one fate in the order they come in, and which of them exclude each other."""

    kind: Kind
    stages: Mapping[str, str]
    """Stage: words for it, as a regular expression."""
    apart: tuple[tuple[str, str], ...]
    """Earlier and later stage of each pair that cannot hold at one time; both ways round where
    neither comes first."""
    rivals: frozenset[tuple[str, str]] = frozenset()
    """Pairs of which one excludes the other even within a day: who is out of danger at noon is
    not dead at night, or somebody erred."""
    implied: bool = False
    """Whether all it is told of are of one kind (suspects), so that "the shooter" in one claim
    may be the man named in the other."""


COURSES: dict[str, Course] = {
    "life": Course(
        "outcome",
        {
            "unknown": r"condition (?:[\w’']+ ){0,3}(?:unknown|unavailable|not (?:immediately )?"
            r"(?:known|released|available|clear)|yet to be|unclear)|"
            r"(?:unknown|undisclosed) condition|conditions? [\w ]{0,20}(?:n['’]t|not) [\w ]{0,16}"
            r"(?:known|released|available|clear)",
            "in danger": r"(?:in |listed in )(?:\w+ )?(?:critical|grave|serious)(?: but stable)?|"
            r"critically (?:wounded|injured|hurt)|on life support|fighting for (?:his|her|their) "
            r"li(?:fe|ves)|in intensive care|(?:clinging to|hanging on to) life|"
            r"(?:in|into) surgery|undergoing surgery|"
            r"(?:remain\w*|still|being|was|were|is|are) (?:hospitali[sz]ed|"
            r"treated(?! and (?:released|discharged)))|"
            r"in (?:the |an |a )?(?:\w+ ){0,2}(?:I\.?C\.?U\b|intensive[- ]care unit)",
            "out of danger": r"(?:in )?(?:good|fair|stable|satisfactory) condition|out of danger|"
            r"expected to (?:live|survive|recover|be o\.?k\.?|make a)|"
            r"(?:not|non)[- ](?:be )?(?:considered )?life[- ]threatening|minor injur\w+|"
            r"(?:has|have|had|who|and|he|she) survived|survived (?:the|his|her|a)|is recovering|"
            r"alert and (?:talking|conscious)|is improving",
            "alive": r"(?:found|pulled|rescued|recovered|brought|located|dug)(?: \w+){0,3} alive|"
            r"(?:is|are|was|were|still|be|made it) (?:still )?alive|safe and (?:sound|well)|"
            r"alive and (?:well|safe)",
            "unhurt": r"un(?:hurt|harmed|injured|scathed)|without (?:a scratch|injur\w+)|"
            r"(?:was|were|is|are|been) not (?:hurt|injured|harmed|wounded)|"
            r"escaped (?:injury|without)",
            "out of hospital": r"(?:treated and |was |were |been |is |are )(?:released|discharged)"
            r"(?: \w+)? from (?:the |a |\w+ )?(?:\w+ )?(?:hospital|medical)|"
            r"treated and (?:released|discharged)|(?:left|leave) the hospital|"
            r"recover\w+ at home",
            "dead": r"died|dies|(?:was|were|is|are|been|pronounced|declared|found|shot) dead|"
            r"(?:was|were) (?:\w+ )?killed|succumbed|passed away|(?:was )?fatally \w+|"
            r"(?:his|her) death",
        },
        (
            ("unknown", "in danger"),
            ("unknown", "out of danger"),
            ("unknown", "out of hospital"),
            ("unknown", "dead"),
            ("in danger", "dead"),
            ("out of danger", "dead"),
            ("out of hospital", "dead"),
            ("in danger", "out of hospital"),
            ("alive", "dead"),
            ("unhurt", "in danger"),
            ("unhurt", "dead"),
        ),
        frozenset(
            (stage, "dead") for stage in ("out of danger", "out of hospital", "alive", "unhurt")
        ),
    ),
    "liberty": Course(
        "outcome",
        {
            "at large": r"(?:at large|on the (?:run|loose))|manhunt|"
            rf"{_POLICE} (?:\w+ )?(?:are|were|is|was|continue\w*)(?: still| also)? "
            r"(?:to )?(?:search\w*|look\w*|hunt\w*|on the hunt|work\w* to (?:find|locate|track))|"
            rf"{_POLICE} (?:search|hunt|look) for|"
            r"(?:being sought|wanted (?:by|for|in))|not (?:in (?:police )?custody)|"
            r"(?:not|nor|n['’]t) (?:yet )?(?:been )?(?:arrested|caught|captured|apprehended)|"
            r"no (?:\w+ )?arrests?|no one (?:\w+ )?(?:in custody|arrested)|"
            r"neither [\w ]{0,20}in custody|got away|still free",
            "questioned": r"(?:being|been|was|were|is|are|continu\w+ to) (?:questioned?|"
            r"interviewed|"
            r"interrogated)|person of interest",
            "in custody": r"arrested|in (?:police )?custody|into custody|detained|behind bars|"
            r"(?:in|at) (?:the )?(?:\w+ ){0,3}(?:jail|prison)|apprehended|"
            r"(?:caught|captured) by|turned (?:him|her|them)sel(?:f|ves) in|surrendered|"
            r"gave (?:him|her|them)sel(?:f|ves) up|jailed|held without|held (?:in|on|for|at)",
            "dead": r"(?:suspect|gunman|shooter|suspected)\b[\w, ]{0,80}(?:found|shot) dead|"
            r"(?:shot and )?killed (?:him|her)self|took (?:his|her) own life|self-inflicted",
            "set free": r"(?:released|freed|free) (?:\w+ )?(?:on|after|from) (?:\$[\d,.]+ )?"
            r"(?:\w+ )?(?:bail|bond|jail|prison|custody|questioning|his own)|"
            r"(?:made|posted) (?:\$[\d,.]+ )?(?:bail|bond)|(?:was|were|been) (?:freed|set free|let "
            r"go)|released without",
        },
        (
            ("at large", "questioned"),
            ("at large", "in custody"),
            ("questioned", "in custody"),
            ("at large", "dead"),
            ("in custody", "set free"),
        ),
        implied=True,
    ),
    "charge": Course(
        "outcome",
        {
            "not charged": r"no (?:\w+ )?charges|not (?:yet )?(?:been |be )?(?:charged|facing)|"
            r"n['’]t (?:yet )?(?:been )?charged|charges (?:are|were) (?:still )?pending|"
            r"(?:if|whether) [\w ]{0,40}(?:charge[sd]?)|without charge",
            "charged": r"(?:been|was|were|is|are|be) charged|charged (?:with|him|her|the|"
            r"a)\b(?! (?:gate|line|crowd))|"
            r"fac(?:es|ing) (?:\w+ ){0,4}(?:charges?|counts?)|indicted|arraigned|"
            r"issued (?:\w+ ){0,4}charges?",
        },
        (("not charged", "charged"),),
        implied=True,
    ),
    "caught": Course(
        "manner",
        {
            "gave up": r"turned (?:him|her|them)sel(?:f|ves) in|surrender(?:ed|ing)|"
            r"gave (?:him|her|them)sel(?:f|ves) up",
            "was caught": r"(?:was|were|been) (?:caught|captured|apprehended|tackled|tracked down|"
            r"found hiding|chased down)|(?:police|officers|deputies|troopers) (?:\w+ )?"
            r"(?:caught|captured|tackled|tracked)|after a (?:\w+ )?(?:chase|manhunt|pursuit)",
        },
        (("gave up", "was caught"), ("was caught", "gave up")),
        frozenset({("gave up", "was caught"), ("was caught", "gave up")}),
        implied=True,
    ),
}
"""Course: its stages. Words are those of police and hospital reports."""

_PATTERNS = {
    name: {s: re.compile(rf"\b(?:{words})", re.IGNORECASE) for s, words in c.stages.items()}
    for name, c in COURSES.items()
}
_STATED = frozenset({"asserted", "denied", "planned"})
""""Expected to recover" and "charges are pending" are stages."""
_NOT = re.compile(r"\b(?:not|no|neither|nor|n['’]t|still)\b|n['’]t\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:had been|previously|in (?:19|20)\d\d|years? (?:ago|earlier))\b", re.I)


@functools.lru_cache(maxsize=REMEMBERED)
def stages(text: str) -> dict[str, frozenset[str]]:
    """Course: the stages that a text tells of; without those it tells nothing of."""
    found = {}
    for name, patterns in _PATTERNS.items():
        told = frozenset(stage for stage, pattern in patterns.items() if pattern.search(text))
        if {"at large", "in custody"} <= told:  # "not in custody", "arrested after a manhunt"
            told -= {"in custody" if _NOT.search(text) else "at large"}
        if told:
            found[name] = told
    return found


def compare_fates(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """Two stages of one person's fate that cannot hold at one time."""
    first, second = stages(a.claim.text), stages(b.claim.text)
    courses = [name for name in first if name in second]
    if not courses or alignment.time.match is Match.DIFFERS:
        return
    if _PAST.search(a.claim.text) or _PAST.search(b.claim.text):
        return
    if not {a.claim.modality, b.claim.modality} <= _STATED:
        return
    one, other = subject(a), subject(b)
    who = same_subject(one, other)
    if who is Match.DIFFERS or "several" in one.kinds | other.kinds:
        return
    for name in courses:
        if _may_be_one(name, a, b, who):
            yield from _rivals(name, a, b, first[name], second[name], who)


def _may_be_one(name: str, a: View, b: View, who: Match) -> bool:
    """Whether both may tell of one person: of several victims each has a fate of its own."""
    if who is Match.SAME or COURSES[name].implied:
        return True
    return not several_harmed(a) and not several_harmed(b)


def _rivals(
    name: str, a: View, b: View, first: frozenset[str], second: frozenset[str], who: Match
) -> Iterator[Finding]:
    course = COURSES[name]
    if len(first) != 1 or len(second) != 1 or first == second:
        return
    values = next(iter(first)), next(iter(second))
    if values not in course.apart and values[::-1] not in course.apart:
        return
    later = at_two_dates(a, b)
    forward = _newer(a, b, values) in course.apart
    update = forward if later else not {values, values[::-1]} & course.rivals
    signs = {
        f"{name}_course": True,
        "same_who": who is Match.SAME,
        "same_name": bool(subject(a).names and subject(b).names),
        "forward": later and forward,
        "backward": later and not forward,
        "several": several_harmed(a) or several_harmed(b),
    }
    reason = f"{values[0]} against {values[1]} as the fate of one person"
    yield Finding("update" if update else "conflict", course.kind, values, reason, 0.6, held(signs))


def _newer(a: View, b: View, values: tuple[str, str]) -> tuple[str, str]:
    """The two stages, that of the article published first before the other."""
    if a.published and b.published and b.published < a.published:
        return values[::-1]
    return values
