"""A small chart parser for grammars written as a table.

A rule reads ``CATEGORY: element element ...``. An element is a ``CATEGORY`` (upper case), a
``<class>`` of the lexicon, or words with ``|`` between them; ``?`` makes it optional. The
builder gets the values of the categories and classes in order (``None`` for what is left out)
and returns the value of the whole, or ``None`` to refuse.

The parse runs from right to left, so that everything right of a place is complete when it is
needed (Kasami's bottom-up order). No step backtracks into the text: the work grows with the
number of constituents, and these are capped a category and a stretch.
"""

from __future__ import annotations

import dataclasses
import itertools
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any

Builder = Callable[..., Any]

_PER_STRETCH = 3
"""Readings kept of one category over one stretch: the earlier rules of the table win."""
_LONGEST = 24
"""Tokens the longest date expression may have."""
_PER_PLACE = 400
"""Constituents that may begin at one token; only hostile text comes near."""


@dataclasses.dataclass(frozen=True, slots=True)
class Lexeme:
    """A token with what the lexicon makes of it."""

    text: str
    low: str
    start: int
    end: int
    classes: tuple[tuple[str, Any], ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Node:
    """A constituent over the tokens ``[first, last)``."""

    category: str
    first: int
    last: int
    value: Any
    rule: int
    """Number of the rule that made it; the smaller, the more specific."""


@dataclasses.dataclass(frozen=True, slots=True)
class _Rule:
    number: int
    category: str
    elements: tuple[tuple[str, ...], ...]
    """Alternatives of each element; ``=word`` is a word, anything else a category or class."""
    slots: tuple[bool, ...]
    """For each valued element of the rule as written, whether this expansion has it."""
    build: Builder


class Grammar:
    """Rules ready to parse with; later rules rank behind earlier ones."""

    def __init__(self, table: Sequence[tuple[str, Builder]]) -> None:
        self._by_first: dict[str, list[_Rule]] = defaultdict(list)
        for number, (line, build) in enumerate(table):
            for rule in _expand(number, line, build):
                for symbol in rule.elements[0]:
                    self._by_first[symbol].append(rule)

    def parse(self, lexemes: Sequence[Lexeme]) -> list[Node]:
        """All constituents over the tokens, of whatever category."""
        chart: list[dict[str, list[Node]]] = [{} for _ in range(len(lexemes) + 1)]
        for place in range(len(lexemes) - 1, -1, -1):
            self._fill(place, lexemes, chart)
        return [node for place in chart for nodes in place.values() for node in nodes]

    def _fill(
        self, place: int, lexemes: Sequence[Lexeme], chart: list[dict[str, list[Node]]]
    ) -> None:
        here = chart[place]
        agenda = [Node(name, place, place + 1, value, -1) for name, value in lexemes[place].classes]
        agenda.append(Node("=" + lexemes[place].low, place, place + 1, None, -1))
        made = 0
        while agenda and made < _PER_PLACE:
            node = agenda.pop(0)
            kept = here.setdefault(node.category, [])
            same = [k for k in kept if k.last == node.last]
            if len(same) >= _PER_STRETCH or any(k.rule == node.rule >= 0 for k in same):
                continue
            kept.append(node)
            made += 1
            for rule in self._by_first.get(node.category, ()):
                for values, last in _rest(rule, 1, node.last, chart, place + _LONGEST):
                    value = rule.build(*_fit(rule, (node.value, *values)))
                    if value is not None:
                        agenda.append(Node(rule.category, place, last, value, rule.number))


def _expand(number: int, line: str, build: Builder) -> Iterator[_Rule]:
    """The rule once for each choice of its optional elements."""
    category, body = (part.strip() for part in line.split(":", 1))
    written = body.split()
    choices = [(True, False) if element.endswith("?") else (True,) for element in written]
    for taken in itertools.product(*choices):
        elements, slots = [], []
        for element, use in zip(written, taken, strict=True):
            symbols = tuple(_symbol(word) for word in element.rstrip("?").split("|"))
            if not symbols[0].startswith("="):
                slots.append(use)
            if use:
                elements.append(symbols)
        yield _Rule(number, category, tuple(elements), tuple(slots), build)


def _symbol(word: str) -> str:
    if word.startswith("<"):
        return word
    return word if word.isupper() else "=" + word


def _rest(
    rule: _Rule, index: int, place: int, chart: list[dict[str, list[Node]]], limit: int
) -> Iterator[tuple[tuple[Any, ...], int]]:
    """Ways to match the elements from ``index`` on at ``place``: their values and the end."""
    if index == len(rule.elements):
        yield (), place
        return
    if place >= min(len(chart) - 1, limit):
        return
    for symbol in rule.elements[index]:
        for node in chart[place].get(symbol, ()):
            for values, last in _rest(rule, index + 1, node.last, chart, limit):
                yield (node.value, *values), last


def _fit(rule: _Rule, values: tuple[Any, ...]) -> list[Any]:
    """The values of categories and classes, with ``None`` for the optional ones left out."""
    found = iter(
        value
        for value, symbols in zip(values, rule.elements, strict=True)
        if not symbols[0].startswith("=")
    )
    return [next(found) if use else None for use in rule.slots]
