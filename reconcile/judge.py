"""The verdict on a pair: do its values clash; else same event, same fact, same scope.

Comparators say what values two claims give of one thing and what speaks for and against a clash;
learnt weights say how surely it is one (``reconcile.weighing``). What does not clash is asked in
order whether it is of one event, whether a rule reads something else in it, and whether it is of
one fact, which in a case is learnt too (``reconcile.sameness``); the first "no" is the reason.
"""

from __future__ import annotations

import dataclasses
import functools
import math
from collections.abc import Sequence

from claims.records import Verdict
from reconcile.accounts import MENDED, mended
from reconcile.agreeing import refusal
from reconcile.alignment import align
from reconcile.bars import least
from reconcile.facts import COMPARATORS, IN_ONE_ARTICLE
from reconcile.facts.ages import OWN
from reconcile.findings import Alignment, Finding, Judgement, Match
from reconcile.sameness import SAME, same_fact
from reconcile.ties import OTHER_INCIDENT
from reconcile.views import EMPTY, View
from reconcile.weighing import Clash, Situation, clashing, likeliest_clash, logit

EVENT = 0.5
"""Least probability of one event for what a rule reads in two claims to be said of them, and for
two texts not to be of two events."""

SOME_EVENT = 0.2
"""The same for two claims of a case to be asked whether they state one fact: what that is learnt
from are claims of articles that may tell of one event."""

FACT = 0.5
"""Least probability of one fact for two claims that give no value in common to be asked whether
they state it, and for two texts to be said to."""

EVENT_ALONE = 0.75
"""Least probability of one event for two texts with nothing to compare to be said to agree; two
claims of a case never do for that alone."""

_RULED: tuple[Verdict, ...] = ("conflict", "update", "scope")
"""What rules may read in two claims where no weight sees a clash, first come first."""

_ONE_FACT = "The two say the same in other words; nothing in them differs."
_ONE_EVENT = "The two are of one event and do not clash."
_LITTLE = "The two share too little to be about one event."


@dataclasses.dataclass(frozen=True)
class Laid:
    """Two claims laid side by side, and what the comparators found."""

    a: View
    b: View
    alignment: Alignment
    findings: tuple[Finding, ...]

    @functools.cached_property
    def event(self) -> float:
        """How surely the two are about one event, 0 to 1."""
        return event_probability(self.alignment)

    @functools.cached_property
    def fact(self) -> float:
        """How surely the two state one fact, 0 to 1, if they are about one event."""
        return fact_probability(self.alignment)

    @functools.cached_property
    def parted(self) -> str:
        """Why the two are of two events whatever else they share; empty when nothing parts them."""
        return _parted(self.alignment, self.findings)

    def told(self, *verdicts: Verdict) -> list[Finding]:
        """The findings of some verdicts."""
        return [finding for finding in self.findings if finding.verdict in verdicts]

    def clash(self, situation: Situation) -> Clash | None:
        """The likeliest clash of the two; ``None`` where no values differ."""
        return likeliest_clash(self.a, self.b, self.alignment, self.findings, situation)


def lay(a: View, b: View, story: float, likeness: float) -> Laid:
    """Compares two claims part by part and value by value.

    Args:
        a: One claim.
        b: The other; for an ``update`` the caller puts the later one second.
        story: How surely their articles tell of one story, 0 to 1.
        likeness: Cosine of their embeddings.
    """
    alignment = align(a, b, story, likeness)
    if OTHER_INCIDENT in alignment.ties:
        return Laid(a, b, alignment, ())
    compared = COMPARATORS if a.article.id != b.article.id else IN_ONE_ARTICLE
    findings = tuple(f for compare in compared for f in compare(a, b, alignment))
    return Laid(a, b, alignment, findings)


def judge(a: View, b: View, story: float, likeness: float) -> Judgement:
    """Judges two claims of a case; the arguments are those of ``lay``.

    Returns:
        The verdict, never ``None``: a pair with nothing in common is ``different``.
    """
    laid = lay(a, b, story, likeness)
    clash = laid.clash("case")
    if clash is not None and clash.sure >= least(clash.finding):
        return clashed(laid, clash, "update" if clash.update > clash.conflict else "conflict")
    doubt = clash.event * clash.conflict if clash else 0.0
    if apart := _two_events(laid):
        if laid.told("scope", "update"):  # of one event they would be that, so they do not agree
            return _different(laid.alignment, apart, doubt)
    elif (ruled := _ruled(laid, _RULED, doubt)) is not None:
        return ruled
    return _agreed(laid, doubt)


def _agreed(laid: Laid, doubt: float) -> Judgement:
    """Whether two claims of a case agree, where no rule says what else they are.

    Args:
        laid: The two.
        doubt: Probability that they clash after all, which is the score.
    """
    against = _against(laid)
    sure = 0.0 if against else same_fact(laid.a, laid.b, laid.alignment, laid.findings)
    if sure < SAME:
        return _different(laid.alignment, against or _unlike(laid.alignment), doubt)
    best = max(laid.told("agree"), key=lambda f: f.weight, default=None)
    values, reason = (best.values, sentence(best.reason)) if best else ((), _ONE_FACT)
    return Judgement("agree", (), values, reason, doubt, sure, laid.alignment)


def _against(laid: Laid) -> str:
    """Why two claims of a case are not even asked if they state one fact; empty where they are."""
    if laid.parted:
        return laid.parted
    if not may_agree(laid) or laid.event < SOME_EVENT:
        return _unlike(laid.alignment)
    return "" if laid.told("agree") else _no_fact(laid)


def may_agree(laid: Laid) -> bool:
    """Whether two claims are worth asking if they agree: both give one value, or say one thing in
    like words. Of claims that are of one event and no more, 10 of 31 that were read do."""
    return bool(laid.told("agree")) or laid.fact >= FACT


def clashed(laid: Laid, clash: Clash, said: Verdict) -> Judgement:
    """The judgement on two claims whose values clash.

    Args:
        laid: The two.
        clash: Their likeliest clash.
        said: What the weights say of it, ``conflict`` or ``update``.
    """
    chosen = clash.finding
    told = [f for f in laid.told("update") if f.values == chosen.values]
    # Where a rule reads the passing of time in it, no weight says otherwise.
    changed = not told and mended(laid.a, laid.b, chosen)
    verdict: Verdict = "update" if told or changed else said
    if told:
        reason = told[0].reason
    elif changed:
        reason = f"{' and '.join(chosen.values)}: {MENDED}"
    elif verdict == "update":
        reason = f"{' and '.join(chosen.values)}: one is newer than the other"
    else:
        reason = chosen.reason
    score = clash.event * clash.conflict
    whole = sentence(reason)
    newer = any(f.first_newer for f in told)
    return Judgement(
        verdict, (chosen.kind,), chosen.values, whole, score, clash.sure, laid.alignment, newer
    )


def unclashed(laid: Laid) -> Judgement:
    """The judgement on two claims of two texts where the weights see no clash: what a rule reads
    in them, else one fact, one event, or two.

    Two texts alone are asked less than two claims of a case: they are given to be compared.
    """
    if apart := _two_events(laid):
        return _different(laid.alignment, apart, 0.0)
    if (ruled := _ruled(laid, (*_RULED, "agree"), 0.0)) is not None:
        return ruled
    if against := _no_fact(laid):
        return _different(laid.alignment, against, 0.0)
    if laid.fact >= FACT:
        return Judgement("agree", (), (), _ONE_FACT, 0.0, laid.event * laid.fact, laid.alignment)
    if laid.event < EVENT_ALONE:
        return _different(laid.alignment, _LITTLE, 0.0)
    return Judgement("agree", (), (), _ONE_EVENT, 0.0, 0.0, laid.alignment)


def _two_events(laid: Laid) -> str:
    """Why two claims are of two events, or may be; empty where they are of one, and where what
    clashes is somebody's own whatever happened to him."""
    if _owned(laid.findings):
        return ""
    return laid.parted or ("" if laid.event >= EVENT else _unlike(laid.alignment))


def _owned(findings: Sequence[Finding]) -> bool:
    return any(map(_own, findings))


def _own(finding: Finding) -> bool:
    return OWN in finding.signs


def _ruled(laid: Laid, verdicts: Sequence[Verdict], doubt: float) -> Judgement | None:
    """The first of some verdicts that a rule reads in two claims of one event; ``None`` where none
    does. A conflict is said only where its rule is strict, what agrees weakly only of one fact."""
    for verdict in verdicts:
        told = [
            finding
            for finding in laid.told(verdict)
            if (finding.strict or verdict != "conflict")
            and ("weak" not in finding.signs or laid.fact >= FACT)
        ]
        if told:
            best = max(told, key=lambda f: (_own(f), f.weight))
            sure = best.weight * (1.0 if _own(best) else laid.event)
            kinds = (best.kind,) if verdict in ("conflict", "update") else ()
            score = sure if verdict == "conflict" else doubt
            return Judgement(
                verdict, kinds, best.values, sentence(best.reason), score, sure, laid.alignment,
                best.first_newer,
            )  # fmt: skip
    return None


def _no_fact(laid: Laid) -> str:
    """Why two claims that give no value in common do not state one fact; empty where they may."""
    return _rivals(laid) or refusal(laid.a, laid.b, laid.alignment)


def _rivals(laid: Laid) -> str:
    """That values differ, if they do: whatever they are of, the two do not say the same."""
    found = clashing(laid.findings)
    if not found:
        return ""
    return sentence(f"{' and '.join(found[0].values)} differ, and may be of two things")


def _different(alignment: Alignment, reason: str, doubt: float) -> Judgement:
    return Judgement("different", (), (), reason, doubt, 0.0, alignment)


def fact_probability(alignment: Alignment) -> float:
    """How surely two claims about one event state one fact, 0 to 1.

    Either they use nearly the same words, or they tell of one act of the same participants.
    """
    value = 9.0 * (alignment.likeness - 0.75) + 3.0 * (alignment.words - 0.5)
    act = alignment.happening
    if act.match is Match.SAME and act.a not in EMPTY:
        value += {Match.SAME: 2.0, Match.COMPATIBLE: 0.5}.get(alignment.participants.match, -0.5)
    elif act.match is Match.DIFFERS:
        value -= 1.0
    value += {Match.SAME: 0.5, Match.DIFFERS: -1.0}.get(alignment.place.match, 0.0)
    return 1 / (1 + math.exp(-value))


def event_probability(alignment: Alignment) -> float:
    """How surely two claims are about one event, 0 to 1, from many weak signs."""
    value = 0.8 * logit(alignment.story)
    value += 5.0 * (alignment.likeness - 0.5) + 1.0 * (alignment.words - 0.3)
    value += {Match.DIFFERS: -1.0}.get(alignment.names.match, 0.0) + 0.25 * min(alignment.rare, 8)
    value += {Match.SAME: 0.3, Match.DIFFERS: -2.0}.get(alignment.means.match, 0.0)
    value += {Match.SAME: 1.0, Match.DIFFERS: -1.0}.get(alignment.place.match, 0.0)
    value += {Match.SAME: 0.5, Match.DIFFERS: -2.5}.get(alignment.time.match, 0.0)
    value += {Match.SAME: 0.5, Match.DIFFERS: -0.2}.get(alignment.happening.match, 0.0)
    return 1 / (1 + math.exp(-value))


def _parted(alignment: Alignment, findings: Sequence[Finding]) -> str:
    if OTHER_INCIDENT in alignment.ties:
        return "Two events: one is told beside its article's own story, as another incident."
    time = alignment.time
    # A later stage of one fate lies on another day: that is no second event.
    dated = any(f.kind == "date" or "forward" in f.signs for f in findings)
    if time.match is Match.DIFFERS and not dated:
        return f"Two events: one of {time.a}, the other of {time.b}."
    if alignment.means.match is Match.DIFFERS and any(f.kind == "figure" for f in findings):
        return f"Two events: one by {alignment.means.a}, the other by {alignment.means.b}."
    return ""


def _unlike(alignment: Alignment) -> str:
    if alignment.means.match is Match.DIFFERS:
        return f"Two events: one by {alignment.means.a}, the other by {alignment.means.b}."
    if alignment.place.match is Match.DIFFERS:
        return f"Two events: one at {alignment.place.a}, the other at {alignment.place.b}."
    if alignment.names.match is Match.DIFFERS:
        return f"Two events: one names {alignment.names.a}, the other {alignment.names.b}."
    return _LITTLE


def sentence(reason: str) -> str:
    """A reason with a capital and a full stop."""
    return f"{reason[0].upper()}{reason[1:]}."
