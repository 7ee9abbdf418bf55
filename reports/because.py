"""Why a conflict is shown as one: what speaks against an update and against another scope.

Told from the records alone, so that a case can be rendered without the engine: these sentences
say what stands in the two statements, and never more than that.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Sequence

from claims.records import Claim, Figure, Kind, Relation, When
from reports import words
from reports.questions import figure_of
from reports.view import View

_LASTING: dict[Kind, str] = {
    "date": "the day of one happening does not change as time passes",
    "time": "the hour of one happening does not change as time passes",
    "place": "the place of one happening does not change as time passes",
    "actor": "who did it does not change as time passes",
    "name": "a name does not change as time passes",
    "age": "the two ages are of one time",
    "manner": "how it happened does not change as time passes",
}
_GROWING = frozenset({"killed", "injured", "missing", "displaced", "arrested", "captured", "fled"})


@dataclasses.dataclass(frozen=True, slots=True)
class Read:
    """Words of a statement and what the tool took them for."""

    what: str
    words: str
    meaning: str


def against(view: View, relations: Sequence[Relation]) -> list[str]:
    """Why conflicts are no update, and why no other scope: what holds for most of the pairs."""
    told: list[str] = []
    for explain in (no_update, no_scope):
        sentences = Counter(explain(view, relation) for relation in relations)
        told += [sentence for sentence, _ in sentences.most_common(1) if sentence]
    return told


def no_update(view: View, relation: Relation) -> str:
    """Why the passing of time does not explain a conflict; empty where the records don't say."""
    kind = relation.kinds[0] if relation.kinds else None
    if kind in _LASTING:
        return f"Not an update: {_LASTING[kind]}."
    a, b = view.claims[relation.a], view.claims[relation.b]
    (first, _), (second, _) = view.as_of(a), view.as_of(b)
    if not first or not second:
        return "Whether it is an update cannot be told: one of the two statements has no date."
    if first[:10] == second[:10]:
        return f"Not an update: both statements are of {words.day(first[:10])}."
    apart = words.days_apart(min(first, second), max(first, second))
    fallen = kind == "figure" and _fallen(relation, a, b, first, second)
    if fallen:
        return f"Not an update: the statement {apart} gives the lower figure."
    return (
        f"Dates differ (the second statement is {apart}), "
        "but neither text says that the earlier value was revised."
    )


def _fallen(relation: Relation, a: Claim, b: Claim, first: str, second: str) -> bool:
    """Whether the later statement gives the lower count of what only grows."""
    one, other = _compared(relation, a, b)
    if one is None or other is None or one.role not in _GROWING:
        return False
    early, late = (one, other) if first < second else (other, one)
    return late.low < early.low


def _compared(relation: Relation, a: Claim, b: Claim) -> tuple[Figure | None, Figure | None]:
    if len(relation.values) < 2:
        return None, None
    return figure_of(a, relation.values[0]), figure_of(b, relation.values[1])


def no_scope(view: View, relation: Relation) -> str:
    """Why the two measure one thing; empty where the records don't say."""
    a, b = view.claims[relation.a], view.claims[relation.b]
    if relation.kinds[:1] == ("figure",):
        one, other = _compared(relation, a, b)
        return _one_measure(one, other) if one and other else ""
    first, second = (
        view.said(claim, claim.happening.start, claim.happening.end) if claim.happening else ""
        for claim in (a, b)
    )
    if not first or not second or not a.happening or not b.happening:
        return ""
    if a.happening.sense == b.happening.sense:
        told = f"“{first}”" if first == second else f"“{first}” and “{second}”"
        return f"Not another scope: both tell of one act ({told})."
    return ""


def _one_measure(one: Figure, other: Figure) -> str:
    nouns = [words.plural(figure.noun) for figure in (one, other)]
    counted = " and ".join(f"“{noun}”" for noun in dict.fromkeys(nouns) if noun) or "the same"
    role = f" {one.role}" if one.role else ""
    scopes = [figure.scope for figure in (one, other)]
    if not any(scopes):
        part = "neither names a part or another stretch of time"
    elif scopes[0] == scopes[1]:
        part = f"both “{scopes[0]}”"
    else:
        part = "one says " + " and the other ".join(f"“{s}”" if s else "nothing" for s in scopes)
    taken = " are taken for one" if len(set(nouns)) > 1 else ""
    return f"Not another scope: both count {counted}{role}{taken}; {part}."


def read_as(view: View, claim: Claim) -> list[Read]:
    """What was normalised in a statement: figures, dates and names in another spelling."""
    found = [Read("figure", figure.text, words.figure(figure)) for figure in claim.figures]
    found += [Read("date", when.text, _meant(when)) for when in claim.when]
    found += [Read("name", n.text, n.name) for n in claim.names if n.text != n.name]
    if claim.modality != "asserted":
        found.append(Read("modality", claim.quote, claim.modality))
    return list(dict.fromkeys(found))


def _meant(when: When) -> str:
    """A date with its hours: ``9 June 2022, 23:25 to 23:55``."""
    if when.anchor == "none":
        return "undatable"
    told = words.period(when.from_, when.to)
    hours = [(end or "")[11:16] for end in (when.from_, when.to)]
    clear = when.from_ != when.to and all(hours) and (when.from_ or "")[:10] == (when.to or "")[:10]
    return f"{told}, {hours[0]} to {hours[1]}" if clear else told
