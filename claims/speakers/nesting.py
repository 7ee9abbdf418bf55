"""Which of two attributions stands inside the other, where each seems to hold the other.

The parse, and the linear reading where it gives none, at times hands a verb the words of saying
around it ("X said", in 'the raid, if he is right, was late, X said'). Contents then hold one
another in a circle, and no reader means that: the words of saying that lie deeper in the parse,
or in the quotation, are the inner ones, and what they hold ends where the outer ones begin.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.speakers.draft import Draft, Span, trim
from claims.speakers.quotes import quotations


def untangle(drafts: Sequence[Draft], text: str) -> None:
    """Cuts, in place, the contents that hold the words of saying they stand in."""
    quotes = quotations(text)
    by_order: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_order.setdefault(draft.order, []).append(draft)
    for group in by_order.values():
        for one in group:
            for other in group:
                if one is not other and _holds(one, other.frame):
                    _part(one, other, quotes, text)


def _part(one: Draft, other: Draft, quotes: Sequence[Span], text: str) -> None:
    """``one`` holds the frame of ``other``."""
    circle = _holds(other, one.frame) and _rank(one, quotes) > _rank(other, quotes)
    if circle or all(_spare(content, other.frame, text) for content in one.contents):
        _cut(one, other.frame, text)


def _holds(draft: Draft, frame: Span) -> bool:
    return any(start <= frame[0] and frame[1] <= end for start, end in draft.contents)


def _spare(content: Span, frame: Span, text: str) -> bool:
    """Whether a content is the other's words of saying and nothing else."""
    rest = text[content[0] : frame[0]] + text[frame[1] : content[1]]
    return content[0] <= frame[0] and frame[1] <= content[1] and not any(map(str.isalnum, rest))


def _rank(draft: Draft, quotes: Sequence[Span]) -> tuple[bool, bool, int]:
    """How far inside the words of saying stand: "according to" takes in its whole clause."""
    quoted = any(start <= draft.cue[0] < end for start, end in quotes)
    return quoted, draft.lemma != "accord", _depth(draft)


def _depth(draft: Draft) -> int:
    """Steps from the cue's last word up to the root of its sentence."""
    base = draft.parsed.sentence.start
    cue = [t for t in draft.parsed.doc if draft.cue[0] <= base + t.idx < draft.cue[1]]
    return min((sum(1 for _ in token.ancestors) for token in cue), default=0)


def _cut(draft: Draft, frame: Span, text: str) -> None:
    """Leaves of each content what lies on the draft's own side of ``frame``."""
    kept: list[Span] = []
    for start, end in draft.contents:
        if end <= frame[0] or frame[1] <= start:
            kept.append((start, end))
            continue
        piece = (start, frame[0]) if draft.cue[0] < frame[0] else (frame[1], end)
        span = trim(text, piece) if piece[0] < piece[1] else None
        if span is not None and any(c.isalnum() for c in text[span[0] : span[1]]):
            kept.append(span)
    draft.contents = kept
