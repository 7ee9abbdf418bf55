"""Dates of a sentence: what they stand for, resolved against publication and earlier dates.

An own grammar over the tokens of a sentence (``chart``, ``lexicon``, and the tables of rules
in ``calendars``, ``relatives``, ``parts``, ``clock``, ``ranges``), the false friends among what
it finds (``friends``), and what the clause says of a date (``clauses``). Libraries were tried:
dateparser gets 8 of 30 news expressions right.
"""

from __future__ import annotations

from claims.dates.finding import find_dates, time_of_day

__all__ = ["find_dates", "time_of_day"]
