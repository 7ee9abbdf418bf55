"""Figures: how many, of what, and what befell them.

``find_figures`` reads one parsed sentence. ``overlap``, ``rival`` and ``comparable`` say how two
figures stand to each other; nothing here decides on a conflict.
"""

from __future__ import annotations

from claims.figures.compare import (
    Comparison,
    can_be_one,
    comparable,
    overlap,
    rival,
    rounded_down,
    written,
)
from claims.figures.find import find_figures
from claims.figures.numerals import Numeral, numerals
from claims.figures.quantities import Quantity, quantities

__all__ = [
    "Comparison",
    "Numeral",
    "Quantity",
    "can_be_one",
    "comparable",
    "find_figures",
    "numerals",
    "overlap",
    "quantities",
    "rival",
    "rounded_down",
    "written",
]
