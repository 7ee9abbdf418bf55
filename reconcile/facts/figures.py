"""Figures: the same thing counted in the same state, at the same time, with another number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claims.figures import comparable, overlap, rival
from claims.records import Figure
from reconcile.findings import Alignment, Finding
from reconcile.views import View

RISING = frozenset({"killed", "injured", "missing", "displaced", "arrested", "captured", "fled"})
"""States whose count grows while a story unfolds: a later, higher one is news, not a clash."""

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
    r"(?:total|overall) of|another|others?|additional)\b",
    re.IGNORECASE,
)
"""Words that make a count one over a longer time, or of the rest."""

NARROWER = re.compile(
    r"\b(?:in (?:the )?hospitals?|at the scene|on the spot|of (?:his|her|their) (?:wounds|injuries)|"
    r"under the rubble|instantly)\b",
    re.IGNORECASE,
)
"""Words that count only those who died in one place or way."""

OTHER_SCALE = 10
"""Rival counts of one event do not lie this many times apart; a day's toll and a war's do."""

WINDOW_DAYS = 3
"""Two spans of time whose lengths differ by more do not count over the same window."""


def compare_figures(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """What the figures of two claims say of each other; nothing when none can be compared."""
    for fa, fb in _partners(a.claim.figures, b.claim.figures):
        finding = _compare(a, b, fa, fb)
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


def _compare(a: View, b: View, fa: Figure, fb: Figure) -> Finding | None:
    relation = comparable(fa, fb)
    values = value(fa), value(fb)
    counted = f"{fa.role or 'counted'} {fa.noun}".strip()
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
        reason = f"{values[0]} and {values[1]} can be one number ({counted})"
        return Finding("agree", "figure", values, reason, 0.6 if fa.role else 0.3)
    if "vague" in (fa.bound, fb.bound):
        return None
    if max(fa.low, fb.low) >= OTHER_SCALE * max(1.0, min(fa.low, fb.low)):
        reason = f"{values[0]} and {values[1]} are of another order: one counts over a longer time"
        return Finding("scope", "figure", values, reason, 0.5)
    if bool(CUMULATIVE.search(a.claim.text)) != bool(CUMULATIVE.search(b.claim.text)):
        reason = f"{values[0]} and {values[1]}: one counts over a longer time"
        return Finding("scope", "figure", values, reason, 0.5)
    if bool(NARROWER.search(a.claim.text)) != bool(NARROWER.search(b.claim.text)):
        reason = f"{values[0]} and {values[1]}: one counts only those who died so"
        return Finding("scope", "figure", values, reason, 0.5)
    if _same_outlet(a, b) or _revised(a) or _revised(b):
        return _replaced(a, b, values, counted)
    if _explained(fa, b) or _explained(fb, a):
        reason = f"{values[0]} and {values[1]} are both given by one of the articles"
        return Finding("scope", "figure", values, reason, 0.3)
    return _rival(a, b, fa, fb, values, counted)


def _rival(
    a: View, b: View, fa: Figure, fb: Figure, values: tuple[str, str], counted: str
) -> Finding:
    weight = 0.8 if fa.role else 0.35
    first, second = a.published, b.published
    if first and second and first != second and fa.role in RISING:
        early, late = (fa, fb) if first < second else (fb, fa)
        if late.low > early.low:
            reason = (
                f"{value(early)} on {min(first, second)}, {value(late)} on {max(first, second)} "
                f"({counted}): the count has risen"
            )
            return Finding("update", "figure", values, reason, weight)
    reason = f"{values[0]} against {values[1]} ({counted}), stated for the same time"
    return Finding("conflict", "figure", values, reason, weight)


def _replaced(a: View, b: View, values: tuple[str, str], counted: str) -> Finding:
    if _revised(a) or _revised(b):
        reason = f"{values[0]} and {values[1]} ({counted}): one text says the number has changed"
    else:
        reason = f"the same outlet gives {values[0]} and {values[1]} ({counted}) on two days"
    return Finding("update", "figure", values, reason, 0.7)


def _same_outlet(a: View, b: View) -> bool:
    outlet = a.article.outlet
    return bool(outlet) and outlet == b.article.outlet and a.published != b.published


def _revised(view: View) -> bool:
    """Whether a claim, or the source it hands it to ("an earlier version"), tells of a change."""
    speaker = view.claim.speaker
    return bool(REVISED.search(f"{view.claim.text} {speaker.name if speaker else ''}"))


def _is_part(figure: Figure) -> bool:
    return figure.scope.startswith("of ")


def _windows_differ(a: View, b: View) -> bool:
    if a.event is None or b.event is None:
        return False
    first, second = a.event.days, b.event.days
    return first is not None and second is not None and abs(first - second) > WINDOW_DAYS


def _explained(figure: Figure, other: View) -> bool:
    """Whether the other article gives this very number too, of the same state."""
    return any(
        comparable(figure, f) in ("same", "unknown")
        and (f.low, f.high) == (figure.low, figure.high)
        for f in other.others(figure.role)
    )


def value(figure: Figure) -> str:
    """The normalised value of a figure: ``at least 58``, ``15 to 20``, ``31``, with its unit."""
    low = _number(figure.low)
    if figure.high is None:
        number = f"at least {low}"
    elif figure.high == figure.low:
        number = low
    else:
        number = f"{low} to {_number(figure.high)}"
    return " ".join(part for part in (number, figure.unit or figure.noun, figure.role) if part)


def _number(number: float) -> str:
    return f"{number:,.0f}" if number == int(number) else f"{number:,.2f}"
