"""A parsed sentence to its figures."""

from __future__ import annotations

from claims.figures.furniture import furniture, is_year, touches
from claims.figures.quantities import quantities
from claims.parse import Parsed
from claims.records import Figure


def find_figures(parsed: Parsed) -> tuple[Figure, ...]:
    """The figures of a sentence, sorted, without overlap; empty when there are none."""
    text = parsed.sentence.text
    spans = furniture(text)
    base = parsed.sentence.start
    found = []
    for quantity in quantities(text):
        if touches(spans, quantity.core, quantity.close):
            continue
        if is_year(text, quantity.core, quantity.close, False):
            continue
        found.append(
            Figure(
                text=text[quantity.start : quantity.end],
                start=base + quantity.start,
                end=base + quantity.end,
                low=quantity.low,
                high=quantity.high,
                noun="",
                unit=quantity.unit,
                role="",
                scope="",
                bound=quantity.bound,
            )
        )
    return tuple(found)
