"""What a claim could be compared on: the kinds of values it gives, as marks to look others up by.

Two claims of one story whose marks meet have values of one kind, and so a comparator of
``reconcile.facts`` may have something to say of them however unlike their words are. A mark is
made of the claim alone, and is no more than a cheap sign: the comparators look closer.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator

from claims.figures.units import in_base_units
from claims.senses import OPPOSITES
from reconcile.facts.addresses import addresses
from reconcile.facts.capacities import PERSON, capacities, class_of
from reconcile.facts.conditions import conditions
from reconcile.facts.dated import begun
from reconcile.facts.kin_named import named_by_kin
from reconcile.facts.offspring import parents
from reconcile.facts.places import named_places
from reconcile.facts.wounds import wounds
from reconcile.views import EMPTY, View

FEW_DAYS = 2
"""Most days that a claim's date may span to be the day of one happening."""

_HURT = frozenset({"injured", "shot", "hospitalised", "casualty"})
"""States that outlets use for the same victims."""

_CLOCK = re.compile(r"\d\s*[ap]\.?\s*m\b|\d:\d\d", re.IGNORECASE)
_TREATED = re.compile(
    r"\bhospitals?\b|\b(?:medical|trauma) cent(?:er|re)\b|\b(?:at|on) the (?:scene|spot)\b",
    re.IGNORECASE,
)


def marks(view: View) -> frozenset[str]:
    """Every mark of a claim, each headed by its kind; empty where it gives nothing to compare."""
    return frozenset(f"{kind} {mark}" for kind, read in KINDS.items() for mark in read(view))


def _counts(view: View) -> Iterator[str]:
    """The state, else the dimension, else the noun of what is counted."""
    for figure in view.claim.figures:
        if figure.role == "age":
            continue
        if figure.role:
            yield "hurt" if figure.role in _HURT else figure.role
        elif figure.unit:
            yield f"in {_dimension(figure.unit)}"
        elif figure.noun:
            yield f"of {figure.noun}"


@functools.cache
def _dimension(unit: str) -> str:
    return in_base_units(1, unit)[1]


def _classes(view: View) -> Iterator[str]:
    """The class of what is counted: persons by the capacity that they are counted in."""
    for figure in view.claim.figures:
        if figure.role in _HURT or figure.unit or figure.role in ("age", "killed"):
            continue
        if (name := class_of(figure.noun)) == PERSON:
            yield from capacities(view.claim.text, figure.role)
        elif name:
            yield name


def _ages(view: View) -> Iterator[str]:
    if any(figure.role == "age" for figure in view.claim.figures):
        yield "age"


def _hours(view: View) -> Iterator[str]:
    """Whether it gives a time of day."""
    if any("T" in (w.from_ or "") or _CLOCK.search(w.text) for w in view.claim.when):
        yield "time"


def _days(view: View) -> Iterator[str]:
    if view.event is not None and (view.event.days or FEW_DAYS + 1) <= FEW_DAYS:
        yield "day"


def _acts(view: View) -> Iterator[str]:
    """What happened, and each pair of opposites that it is one of."""
    happened = view.claim.happening
    if happened is not None and happened.sense not in EMPTY:
        yield begun(happened.sense)
        yield from _opposites(happened.sense)


@functools.cache
def _opposites(sense: str) -> tuple[str, ...]:
    return tuple("/".join(sorted(pair)) for pair in OPPOSITES if sense in pair)


def _persons(view: View) -> Iterator[str]:
    """First word, last word and initials of each name of several words that is no place's."""
    told = [n.text for n in view.claim.names if n.name.casefold() not in view.places]
    for name in (*told, *named_by_kin(view)):
        words = name.casefold().split()
        if len(words) >= 2:
            yield f"{words[0]} …"
            yield f"… {words[-1]}"
            yield f"{words[0][0]}. {words[-1][0]}."


def _any(name: str, found: Iterable[object]) -> Iterator[str]:
    if found:
        yield name


KINDS: dict[str, Callable[[View], Iterator[str]]] = {
    "count": _counts,
    "class": _classes,
    "age": _ages,
    "hour": _hours,
    "day": _days,
    "act": _acts,
    "person": _persons,
    "condition": lambda view: _any("given", conditions(view.claim.text)),
    "hospital": lambda view: _any("given", _TREATED.findall(view.claim.text)),
    "wound": lambda view: _any("given", wounds(view.claim.text)),
    "children": lambda view: _any("given", parents(view.claim.quote)),
    "address": lambda view: _any("given", addresses(view.claim.text)),
    "named place": lambda view: iter(named_places(view.claim.text)),
}
"""Kind of value: the marks that a claim has of it. A new comparator adds its own kind here where
its claims would not meet otherwise."""
