"""How surely two claims in which nothing clashes state one fact.

That nothing differs is not to say that they agree: two raids of one day are told in like
sentences, and small numbers meet by chance. So where, when, by whom and to whom it was done is
asked of the sentence that a claim stands in, and of the one before where that is silent. What the
answers are worth is learnt (logistic regression, ``benchmarks/train_sameness.py``).
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from importlib.resources import files

from claims.records import Claim
from reconcile.agreeing import told_numbers
from reconcile.facts.acts import doers
from reconcile.facts.parties import opposed, same_party, sides
from reconcile.facts.scenes import claims_around, places_of
from reconcile.facts.states import states
from reconcile.facts.wording import CUMULATIVE, SINCE
from reconcile.findings import Alignment, Finding, Match
from reconcile.interval import Interval
from reconcile.ties import voice
from reconcile.views import View, event_of, of_one_outlet
from reconcile.weighing import Features, Model, clashing, read_model, shared_features

SAME = 0.6
"""Least probability of one fact for two claims to be said to agree. Of pairs of both sets that were
drawn and read 87 of 106 do from here on, 96 of 120 from 0.5 on (``benchmarks/README.md``)."""

MANY_WORDS = 8
"""Content words beyond which more of them tell nothing more of how much a claim says."""

Things = AbstractSet[object]


def same_fact(a: View, b: View, alignment: Alignment, findings: Sequence[Finding]) -> float:
    """How surely two claims state one fact, 0 to 1, if nothing in them clashes."""
    return _model().probabilities(sameness_features(a, b, alignment, findings))["same"]


@functools.cache
def _model() -> Model:
    told = json.loads(files("reconcile").joinpath("sameness.json").read_text("utf-8"))
    return read_model(told["sameness"])


def sameness_features(
    a: View, b: View, alignment: Alignment, findings: Sequence[Finding]
) -> Features:
    """What of two claims laid side by side speaks for one fact or against it."""
    features = shared_features(a, b, alignment)
    features |= {f"{name}:{told}": 1.0 for name, ask in ASKED.items() if (told := ask(a, b))}
    features |= {name: 1.0 for name, holds in HOLDING.items() if holds(a, b, alignment)}
    features["least words"] = min(len(a.words), len(b.words), MANY_WORDS) / MANY_WORDS
    features["jaccard"] = len(a.words & b.words) / max(1, len(a.words | b.words))
    features["rivals"] = float(bool(clashing(findings)))
    for finding in findings:
        if finding.verdict in ("scope", "update"):
            features[f"also:{finding.verdict}"] = 1.0
        elif finding.verdict == "agree":
            features[f"agreed:{finding.kind}"] = 1.0
            features |= {f"agreed:{finding.kind}:{sign}": 1.0 for sign in finding.signs}
    if "agreed:figure:near" in features:
        features.pop("number:apart", None)  # "nearly 5,000" and 4,870 are one number
    return features


def _met(mine: Things, other: Things) -> str:
    """``shared`` or ``apart``; ``one`` where one side is silent; empty where both are."""
    if mine and other:
        return "shared" if mine & other else "apart"
    return _one_silent(mine, other)


def _one_silent(mine: object, other: object) -> str:
    return "one" if mine or other else ""


def _where(a: View, b: View) -> str:
    """Places told in the sentence of each, or in the one before it."""
    return _met(_scene(a), _scene(b))


def _scene(view: View) -> Things:
    found = (p for claim in claims_around(view, places_of) for p in places_of(claim))
    return frozenset().union(*found)


def _when(a: View, b: View) -> str:
    """Days told in the sentence of each, or in the one before it."""
    mine, other = _days(a), _days(b)
    if not mine or not other:
        return _one_silent(mine, other)
    return "shared" if any(x.gap(y) == 0 for x in mine for y in other) else "apart"


def _days(view: View) -> tuple[Interval, ...]:
    published = view.article.published_date

    def told(claim: Claim) -> Interval | None:
        return event_of(claim, published)

    found = (told(claim) for claim in claims_around(view, told))
    return tuple(days for days in found if days and days.days)


def _who(a: View, b: View) -> str:
    """Who is said to have done it: one party, another, or one at odds with it."""
    mine, other = doers(a.claim), doers(b.claim)
    if not mine or not other:
        return _one_silent(mine, other)
    if any(opposed(x, y) for x in mine for y in other):
        return "opposed"
    one = any(same_party(x, y) or states(x) & states(y) for x in mine for y in other)
    return "shared" if one else "apart"


def _sides(view: View, part: str) -> Things:
    happening = view.claim.happening
    return frozenset(sides(getattr(happening, part))) if happening else frozenset()


def _crossed(a: View, b: View, alignment: Alignment) -> bool:
    """Whether the party that did it in one claim is the one it befell in the other."""
    return any(_sides(x, "agent") & _sides(y, "patient") for x, y in ((a, b), (b, a)))


def _roles(claim: Claim) -> Things:
    return frozenset(figure.role for figure in claim.figures if figure.role)


def _total(a: View, b: View) -> str:
    """Which of them count over a longer time than one event."""
    mine, other = (
        bool(CUMULATIVE.search(view.sentence) or SINCE.search(view.sentence)) for view in (a, b)
    )
    return "shared" if mine and other else _one_silent(mine, other)


def _voice(view: View) -> Things:
    return frozenset({spoken} if (spoken := voice(view.claim)) else ())


ASKED: dict[str, Callable[[View, View], str]] = {
    "where": _where,
    "when": _when,
    "who": _who,
    "agents": lambda a, b: _met(_sides(a, "agent"), _sides(b, "agent")),
    "patients": lambda a, b: _met(_sides(a, "patient"), _sides(b, "patient")),
    "number": lambda a, b: _met(told_numbers(a), told_numbers(b)),
    "role": lambda a, b: _met(_roles(a.claim), _roles(b.claim)),
    "total": _total,
    "voice": lambda a, b: _met(_voice(a), _voice(b)),
}
"""What is asked of two claims; the answer is part of the name of the feature."""

HOLDING: dict[str, Callable[[View, View, Alignment], bool]] = {
    "crossed": _crossed,
    "negated": lambda a, b, _: a.claim.polarity != b.claim.polarity,
    "moods": lambda a, b, _: a.claim.modality != b.claim.modality,
    "one outlet": lambda a, b, _: of_one_outlet(a, b),
    "one act of the same": lambda a, b, alignment: (
        alignment.happening.match is Match.SAME and alignment.participants.match is Match.SAME
    ),
    "one scene": lambda a, b, alignment: (
        alignment.happening.match is Match.SAME
        and _where(a, b) == "shared"
        and _when(a, b) == "shared"
    ),
    "nameless": lambda a, b, _: not a.names or not b.names,
}
"""What holds of two claims or does not."""
