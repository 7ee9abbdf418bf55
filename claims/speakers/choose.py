"""Whose words a stretch of an article is: the first source, and the way it took."""

from __future__ import annotations

from collections.abc import Sequence

from claims.records import Speaker
from claims.speakers.records import Attribution
from claims.speakers.sources import PRONOUNS

Span = tuple[int, int]


def speaking(start: int, end: int, said: Sequence[Attribution]) -> Attribution | None:
    """The attribution that hands over the words from ``start`` to ``end``: the innermost of
    several ("Lee said the mayor had denied it": the mayor); ``None`` is the outlet's own voice.

    Half of the words have to be handed over, not counting those of saying, and a quarter of all. A
    source that is only a pronoun nobody was found for gives way to the one around it.
    """
    holding = _holding(start, end, said)
    named = (a for a in holding if a.name.lower() not in PRONOUNS)
    return next(named, holding[0] if holding else None)


def speaker(start: int, end: int, said: Sequence[Attribution]) -> Speaker | None:
    """The speaker of the words from ``start`` to ``end``, with everybody who passed them on."""
    first = speaking(start, end, said)
    if first is None:
        return None
    holding = _holding(start, end, said)
    way = list(first.via)
    for outer in holding[holding.index(first) + 1 :]:
        way += [*outer.via, outer.name] if outer.name.lower() not in PRONOUNS else []
    via = tuple(name for name in dict.fromkeys(way) if name != first.name)
    return Speaker(first.name, first.cue, *first.source, via=via, stance=first.stance)


def _holding(start: int, end: int, said: Sequence[Attribution]) -> list[Attribution]:
    """Statements that hand over the stretch, from the innermost outwards."""
    found: list[tuple[int, int, Attribution]] = []
    for number, attribution in enumerate(said):
        inside = [_shared((start, end), content) for content in attribution.contents]
        rest = _without_frame((start, end), attribution)
        if (
            attribution.kind == "statement"
            and 0 < rest <= 2 * sum(inside)
            and 4 * sum(inside) >= end - start
        ):
            length = sum(b - a for a, b in attribution.contents if _shared((start, end), (a, b)))
            found.append((length, number, attribution))
    return [attribution for _, _, attribution in sorted(found, key=lambda row: row[:2])]


def _without_frame(stretch: Span, attribution: Attribution) -> int:
    """Code points of a stretch that the words of saying leave: behind them, where they open it
    ("On Sunday police said ..."), before them, where they close it."""
    start, end = stretch
    first = min(attribution.source[0], attribution.cue[0])
    last = max(attribution.source[1], attribution.cue[1])
    if start <= first and last <= end:
        if all(content >= last for content, _ in attribution.contents):
            return end - last
        if all(content <= first for _, content in attribution.contents):
            return first - start
    return end - start - _shared(stretch, (first, last))


def _shared(a: Span, b: Span) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))
