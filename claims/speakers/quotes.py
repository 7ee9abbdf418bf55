"""Quotations of an article, and whose they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.parse import Parsed
from claims.speakers.draft import Draft, Span

_MARKS = re.compile(r'[“”„«»"]|\'\'|\n[ \t\r]*\n|\n')
_SINGLE = re.compile(r"(?<!\S)['‘](?=[A-Z\[])[^\n\"“”]{10,800}?[,.!?]['’](?=\s|$)")
"""A passage between single marks: a blank before the first, a stop before the last, so that no
apostrophe is taken for one."""
_OPENERS = "“„«"
_MIN_WORDS = 3
_MAX_LENGTH = 3000
"""Longer than any quotation in a news article: a mark that was never closed."""
_BESIDE = 4
"""Characters of punctuation that may stand between a quotation and the words of saying."""
_ADJUNCT = 90
"""Characters of time, place and addressee after the verb ("told Syria Direct on Monday, ")."""


def quotations(text: str) -> tuple[Span, ...]:
    """Spans of quoted passages, marks included, in order; double marks win over single ones.

    A quotation that runs on, each paragraph opening with a mark anew, gives one span a
    paragraph. A mark that is never closed gives nothing but the rest of its paragraph when it
    is a curly one.
    """
    found: list[Span] = []
    opened: int | None = None
    curly = False
    for match in _MARKS.finditer(text):
        mark, at = match.group(), match.start()
        if mark[0] == "\n":
            if opened is not None and (curly or _runs_on(text, match.end())):
                found.append((opened, at))
            opened = None
        elif opened is None:
            if not _closes(text, at, match.end()):
                opened, curly = at, mark in _OPENERS
        elif mark in _OPENERS:
            opened = at
        else:
            found.append((opened, match.end()))
            opened = None
    for match in _SINGLE.finditer(text):
        if not any(_overlap(match.span(), other) for other in found):
            found.append(match.span())
    return tuple(
        (s, e)
        for s, e in sorted(found)
        if e - s <= _MAX_LENGTH and len(text[s:e].split()) >= _MIN_WORDS
    )


def _closes(text: str, at: int, end: int) -> bool:
    """A mark after a word and before a blank can't open; the closing form opens only at the head
    of a line, by a slip of the typist."""
    before, after = text[at - 1 : at], text[end : end + 1]
    if text[at] in "”»":
        return before not in ("", "\n") or not after.isalnum()
    return bool(before.strip()) and before not in "([-–—" and not after.strip()


def _runs_on(text: str, at: int) -> bool:
    return text[at : at + 40].lstrip()[:1] in ('"', "“")


def _inside(position: int, span: Span) -> bool:
    return span[0] <= position < span[1]


def _overlap(a: Span, b: Span) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def _gap(text: str, a: Span, b: Span) -> str:
    first, second = sorted((a, b))
    return text[first[1] : second[0]]


def _beside(text: str, draft: Draft, quote: Span) -> bool:
    gap = _gap(text, draft.frame, quote)
    if "\n\n" in gap or any(mark in gap for mark in '"“”'):
        return False
    if quote[1] <= draft.frame[0]:
        return len(gap.strip()) <= _BESIDE and not any(c.isalnum() for c in gap)
    return len(gap) <= _ADJUNCT and not re.search(r"[.!?]\s", gap)


def give(drafts: Sequence[Draft], parsed: Sequence[Parsed], text: str) -> None:
    """Hands each quotation to its draft: widens contents that cut into it, adds those beside the
    words of saying, and gives one that stands alone to the speaker next to it."""
    quotes = quotations(text)
    owner: dict[Span, Draft] = {}
    outer = [d for d in drafts if not any(_inside(d.cue[0], q) for q in quotes)]
    for quote in quotes:
        holders = [
            d for d in outer if any(_overlap(c, quote) for c in d.contents) and _outside(d, quote)
        ]
        if holders:
            best = min(holders, key=lambda d: abs(d.cue[0] - quote[0]))
            if best.weak and best.open and _beside(text, best, quote):
                best.contents, best.weak = [], False
            _widen(best, quote)
            if _mostly_quoted(best, quote):
                owner[quote] = best
            continue
        beside = [d for d in outer if d.open and _outside(d, quote) and _beside(text, d, quote)]
        if beside:
            best = min(beside, key=lambda d: len(_gap(text, d.frame, quote)))
            if best.weak:
                best.contents, best.weak = [], False
            _widen(best, quote)
            owner[quote] = best
    _lonely(quotes, owner, outer, parsed, text)


def _outside(draft: Draft, quote: Span) -> bool:
    return not _overlap(draft.frame, quote)


def _mostly_quoted(draft: Draft, quote: Span) -> bool:
    return any(_overlap(content, quote) * 2 > content[1] - content[0] for content in draft.contents)


def _widen(draft: Draft, quote: Span) -> None:
    """Joins ``quote`` to the contents it touches, without swallowing the words of saying."""
    start, end = quote
    rest = []
    for content in draft.contents:
        if _overlap(content, (start, end)):
            start, end = min(start, content[0]), max(end, content[1])
        else:
            rest.append(content)
    draft.contents = sorted([*rest, (start, end)])


def _lonely(
    quotes: Sequence[Span],
    owner: dict[Span, Draft],
    outer: Sequence[Draft],
    parsed: Sequence[Parsed],
    text: str,
) -> None:
    """Quotations with no words of saying beside them go to the speaker of the one before when
    nothing but a blank stands between, or to who spoke in the sentence before."""
    starts = {p.sentence.start: k for k, p in enumerate(parsed)}
    for number, quote in enumerate(quotes):
        if quote in owner or any(_overlap(c, quote) for d in outer for c in d.contents):
            continue
        order = starts.get(quote[0])
        if order is None:
            continue
        before = parsed[order - 1].sentence if order else None
        previous = owner.get(quotes[number - 1]) if number else None
        same = before is not None and before.paragraph == parsed[order].sentence.paragraph
        draft: Draft | None = None
        if (
            previous is not None
            and previous.order >= order - 2
            and (same or previous.order == order - 1)
        ):
            draft = previous
        elif (
            number
            and owner.get(quotes[number - 1])
            and not _gap(text, quotes[number - 1], quote).strip()
        ):
            draft = owner[quotes[number - 1]]
        elif before is not None and (same or before.text.rstrip().endswith(":")):
            speaking = [d for d in outer if d.order == order - 1]
            draft = speaking[-1] if speaking else None
        if draft is not None:
            _widen(draft, quote)
            owner[quote] = draft
