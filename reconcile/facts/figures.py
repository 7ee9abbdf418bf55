"""Figures: the same thing counted in the same state, at the same time, with another number."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator

from claims.figures import comparable, overlap, rival
from claims.figures.units import in_base_units
from claims.records import Figure
from reconcile.findings import Alignment, Finding
from reconcile.views import View
from reports import words

RISING = frozenset({"killed", "injured", "missing", "displaced", "arrested", "captured", "fled"})
"""States whose count grows while a story unfolds: a later, higher one is news, not a clash."""

FIRM = RISING | frozenset(
    {"casualty", "abducted", "destroyed", "damaged", "fired", "rescued", "evacuated", "carried out"}
)
"""States in which two outlets' counts of one event are rivals."""

LIKE_ROLELESS = 0.7
"""Least likeness of two claims whose figures say nothing of a state."""

REVISED = re.compile(
    r"\b(?:r[io]sen?|rises|rising|climb\w*|jump\w*|increas\w+|went up|new toll|latest toll|"
    r"updated?|revis\w+|correct\w+|(?:has|have) since|earlier (?:reports?|toll|count)|previous\w*|"
    r"initial\w*|at first|so far|later died|succumb\w*)\b",
    re.IGNORECASE,
)
"""Words by which a text says that its number takes the place of another."""

CUMULATIVE = re.compile(
    r"\b(?:since|so far this|in (?:the|over) (?:past|last)|over the (?:past|last)|war|conflict|"
    r"uprising|per (?:day|week|month|year)|each (?:day|month|year)|daily|this year|"
    r"(?:total|overall) of|another|others?|additional|"
    r"(?:a|the) (?:second|third|fourth|fifth|last))\b",
    re.IGNORECASE,
)
"""Words that make a count one over a longer time, or of the rest."""

NARROWER = re.compile(
    r"\b(?:in (?:the )?hospitals?|at the scene|on the spot|under the rubble|instantly|"
    r"of (?:his|her|their) (?:wounds|injuries)|"
    r"of (?:the|those|them)(?: \w+)? (?:killed|dead|victims|wounded))\b",
    re.IGNORECASE,
)
"""Words that count only those who died in one place or way."""

OWN_DEATH = re.compile(
    r"\b(?:murder-suicide|suicide|himself|herself|self-inflicted|took (?:his|her) own life)\b",
    re.IGNORECASE,
)
"""Words that tell of an attacker's own death, which outlets count or leave out."""

ROUNDING = 0.15
"""Share by which two outlets' round figures of one distance or sum may differ."""

OTHER_SCALE = 10
"""Rival counts of one event do not lie this many times apart; a day's toll and a war's do."""

SPAN = re.compile(r"\b(?:between|from|over|past|last|during|this) \w+", re.IGNORECASE)
"""Dates that are spans to count over, not a day told vaguely."""

WINDOW_DAYS = 3
"""Two spans of time whose lengths differ by more do not count over the same window."""


def compare_figures(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """What the figures of two claims say of each other; nothing when none can be compared."""
    pairs = list(_partners(a.claim.figures, b.claim.figures))
    met = {id(f) for pair in pairs if overlap(*pair) and not rival(*pair) for f in pair}
    for fa, fb in pairs:
        if (id(fa) in met) != (id(fb) in met) or (id(fa) in met and not overlap(fa, fb)):
            continue  # one of the two has found its counterpart in another figure of the claim
        finding = _compare(a, b, fa, fb, alignment)
        if finding is not None:
            yield finding


def _partners(first: Iterable[Figure], second: Iterable[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Pairs of figures that count in the same state; ages are another comparator's."""
    others = [f for f in second if f.role != "age"]
    for figure in first:
        if figure.role == "age":
            continue
        for other in others:
            if figure.role == other.role and comparable(figure, other) != "other":
                yield figure, other


def _compare(a: View, b: View, fa: Figure, fb: Figure, alignment: Alignment) -> Finding | None:
    relation = comparable(fa, fb)
    values = value(fa), value(fb)
    if relation == "subset" or _is_part(fa) != _is_part(fb):
        reason = f"{values[0]} and {values[1]} count a whole and a part of it"
        return Finding("scope", "figure", values, reason, 0.7)
    if relation == "unknown" and not fa.role:
        return None
    if not fa.role and fa.noun != fb.noun:
        return None
    if _windows_differ(a, b):
        reason = f"{values[0]} and {values[1]} count over spans of different length"
        return Finding("scope", "figure", values, reason, 0.5)
    if overlap(fa, fb) and not rival(fa, fb):
        reason = f"{values[0]} and {values[1]} can be one number"
        return Finding("agree", "figure", values, reason, 0.6 if fa.role else 0.3)
    if not _total(fa) or not _total(fb) or not _firm(fa, fb, alignment):
        return None
    if "vague" in (fa.bound, fb.bound) or (fa.unit and _near(fa, fb)):
        return None
    if fa.high is None and fb.high is None and _cumulative(a) and _cumulative(b):
        reason = f"{values[0]} and {values[1]} are lower bounds of one growing total"
        return Finding("agree", "figure", values, reason, 0.4)
    if max(fa.low, fb.low) >= OTHER_SCALE * max(1.0, min(fa.low, fb.low)):
        reason = f"{values[0]} and {values[1]} are of another order: one counts over a longer time"
        return Finding("scope", "figure", values, reason, 0.5)
    if _cumulative(a) != _cumulative(b):
        reason = f"{values[0]} and {values[1]}: one counts over a longer time"
        return Finding("scope", "figure", values, reason, 0.5)
    if bool(NARROWER.search(a.claim.text)) != bool(NARROWER.search(b.claim.text)):
        reason = f"{values[0]} and {values[1]}: one counts only those who died so"
        return Finding("scope", "figure", values, reason, 0.5)
    if _same_outlet(a, b) or _revised(a) or _revised(b):
        return _replaced(a, b, values)
    if abs(fa.low - fb.low) == 1 and fa.role == "killed" and (_own_death(a) or _own_death(b)):
        reason = f"{values[0]} and {values[1]} count with and without the attacker"
        return Finding("scope", "figure", values, reason, 0.5)
    risen = _risen(a, b, fa, fb)
    if risen:
        return Finding("update", "figure", values, f"{risen}: the count has risen", 0.7)
    if _explained(fa, b) or _explained(fb, a):
        reason = f"{values[0]} and {values[1]} are both given by one of the articles"
        return Finding("scope", "figure", values, reason, 0.3)
    reason = f"{values[0]} against {values[1]}, stated for the same time"
    return Finding("conflict", "figure", values, reason, 0.8 if fa.role else 0.35)


def _total(figure: Figure) -> bool:
    """Whether a figure can be a total: "no grave injuries" denies a kind, "one man" tells of one."""
    return figure.high is None or figure.high > 1


def _firm(fa: Figure, fb: Figure, alignment: Alignment) -> bool:
    """Whether the state counted is one that outlets mean alike when they use the word.

    Who was "taken to hospital" or "treated" depends on where and when one looks.
    """
    if fa.role in FIRM:
        return True
    if fa.role == "shot":
        return {fa.noun, fb.noun} <= {"person", "victim"}
    return fa.noun == fb.noun and alignment.likeness >= LIKE_ROLELESS


def _risen(a: View, b: View, fa: Figure, fb: Figure) -> str:
    """The two counts with their days, where the later one is the higher; empty otherwise."""
    first, second = a.published, b.published
    if not first or not second or first == second or fa.role not in RISING:
        return ""
    (early, day), (late, next_) = sorted(((fa, first), (fb, second)), key=lambda pair: pair[1])
    return f"{value(early)} on {day}, {value(late)} on {next_}" if late.low > early.low else ""


def _replaced(a: View, b: View, values: tuple[str, str]) -> Finding:
    if _revised(a) or _revised(b):
        reason = f"{values[0]} and {values[1]}: one text says the number has changed"
    else:
        reason = f"the same outlet gives {values[0]} and {values[1]} in two articles"
    return Finding("update", "figure", values, reason, 0.7)


def _same_outlet(a: View, b: View) -> bool:
    outlet = a.article.outlet
    return bool(outlet) and outlet == b.article.outlet and a.article.id != b.article.id


def _revised(view: View) -> bool:
    """Whether a claim, or the source it hands it to ("an earlier version"), tells of a change."""
    speaker = view.claim.speaker
    return bool(REVISED.search(f"{view.claim.text} {speaker.name if speaker else ''}"))


def _cumulative(view: View) -> bool:
    return bool(CUMULATIVE.search(view.claim.text))


def _near(a: Figure, b: Figure) -> bool:
    """Whether two measures differ by no more than outlets' rounding of them."""
    first, second = (in_base_units(f.low, f.unit)[0] for f in (a, b))
    return abs(first - second) <= ROUNDING * max(first, second)


def _own_death(view: View) -> bool:
    return any(OWN_DEATH.search(claim.text) for claim in (view.claim, *view.neighbours))


def _is_part(figure: Figure) -> bool:
    return figure.scope.startswith("of ")


def _windows_differ(a: View, b: View) -> bool:
    """Whether one counts over days the other does not; a month named for a day is no window."""
    first, second = _window(a), _window(b)
    return first is not None and second is not None and abs(first - second) > WINDOW_DAYS


def _window(view: View) -> int | None:
    """Days that a claim counts over, 1 where it names none, ``None`` for a span undated."""
    windows = [w for w in view.claim.when if w.role in ("since", "until") or SPAN.search(w.text)]
    if not windows:
        return None if _cumulative(view) else 1
    return view.event.days if view.event else None


def _explained(figure: Figure, other: View) -> bool:
    """Whether the other article gives this very number too, or parts of which it is the sum."""
    given = [f for f in other.others(figure.role) if comparable(figure, f) != "other"]
    if any((f.low, f.high) == (figure.low, figure.high) for f in given):
        return True
    lows = [f.low for f in (*given, *other.claim.figures) if f.role == figure.role]
    return any(x + y == figure.low for i, x in enumerate(lows) for y in lows[i + 1 :])


def value(figure: Figure) -> str:
    """The normalised value of a figure: ``58 or more people killed``, ``40 kilometers``."""
    if figure.role == "age":
        return f"{words.span(figure.low, figure.high)} {words.plural(figure.unit or 'year')} old"
    return words.figure(dataclasses.replace(figure, scope=""))
