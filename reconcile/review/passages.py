"""Quotes in their paragraphs, cut into pieces that say what is to be marked in them.

Pieces are cut at offsets of the article's text and only then made safe to show, so that a
control character in an article moves no mark.
"""

from __future__ import annotations

import dataclasses
import difflib
import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from claims.records import Claim
from reports import words
from reports.escape import safe, safe_block

Span = tuple[int, int]
"""Start and end, code points of the article's text."""


@dataclasses.dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that is shown in one way."""

    text: str
    """Safe for a terminal."""
    quoted: bool = False
    value: bool = False
    """Part of the value that was compared."""
    differs: bool = False
    """A word the other quote does not have."""


@dataclasses.dataclass(frozen=True, slots=True)
class Marked:
    """A claim and what is marked in its quote."""

    claim: Claim
    values: tuple[Span, ...] = ()
    differing: tuple[Span, ...] = ()


def pair(a: Claim, b: Claim, values: Sequence[str]) -> tuple[Marked, Marked]:
    """Two claims with the compared values and the words of one side only marked in each."""
    left, right = differing(a, b)
    value_a, value_b = values if len(values) == 2 else ("", "")
    return (
        Marked(a, tuple(value_spans(a, value_a)), left),
        Marked(b, tuple(value_spans(b, value_b)), right),
    )


def passage(text: str, marked: Marked, reach: int) -> tuple[Piece, ...]:
    """The quote within its paragraph, on one line.

    Args:
        text: The article's text; empty when the case has lost the article.
        marked: The claim and what is marked in it.
        reach: Most code points of context on either side; cut at a sentence where one ends.

    Returns:
        Pieces that joined are the passage; the bare quote where there is no text.
    """
    claim = marked.claim
    if not text:
        return (Piece(safe(claim.quote), quoted=True),)
    first, last = paragraph(text, claim.start, claim.end)
    start, end = _near(text, claim, (first, last), reach)
    end = min(end, claim.start + LONGEST_SHOWN)
    pieces = [*_pieces(text, marked, (start, end), lambda part: re.sub(r"\s+", " ", safe(part)))]
    before = [Piece("… ")] if start > first else []
    after = [Piece(" …")] if end < last else []
    return (*before, *pieces, *after)


def whole(text: str, marked: Marked) -> tuple[Piece, ...]:
    """The whole article with the quote marked; line feeds stay.

    Of an article longer than any newspaper's, what stands around the quote.
    """
    start = max(0, marked.claim.start - FAR)
    end = min(len(text), marked.claim.end + FAR)
    before = [Piece(f"… ({start:,} characters)\n")] if start else []
    after = [Piece(f"\n… ({len(text) - end:,} characters)")] if end < len(text) else []
    return (*before, *_pieces(text, marked, (start, end), safe_block), *after)


def _pieces(
    text: str, marked: Marked, within: Span, shown: Callable[[str], str]
) -> Iterator[Piece]:
    quote = (marked.claim.start, marked.claim.end)
    spans = [quote, *marked.values, *marked.differing]
    cuts = {within[0], within[1], *itertools.chain.from_iterable(spans)}
    for start, end in itertools.pairwise(sorted(c for c in cuts if within[0] <= c <= within[1])):
        yield Piece(
            shown(text[start:end]),
            quoted=_covered(start, (quote,)),
            value=_covered(start, marked.values),
            differs=_covered(start, marked.differing),
        )


def _covered(place: int, spans: Iterable[Span]) -> bool:
    return any(start <= place < end for start, end in spans)


SENTENCE = 200
"""Code points beyond the context up to which the quote's own sentence is shown whole."""
LONGEST_SHOWN = 2_000
"""Code points of a quote, and what follows it, that are shown beside another."""
FAR = 30_000
"""Code points of an article shown on either side of a quote: laying out more takes seconds."""
REACHES = (360, 240, 160, 100, 60)
"""Code points of context on either side, of which the first is shown that leaves both quotes in
view. More than the first tires, and the whole article is one key away."""


_BLANK = re.compile(r"\n[ \t\r]*\n")


def paragraph(text: str, start: int, end: int) -> Span:
    """The paragraph, or paragraphs, that ``text[start:end]`` stands in, without outer space.

    Blank lines part paragraphs; in a text that has none near, line breaks do.
    """
    low, high = max(0, start - FAR), min(len(text), end + FAR)
    parting = _BLANK if _BLANK.search(text, low, high) else re.compile("\n")
    first = max((m.end() for m in parting.finditer(text, low, start)), default=low)
    match = parting.search(text, end, high)
    last = match.start() if match else high
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last


_SENTENCE = re.compile(r"[.!?…][\"'”’)]*\s+(?=\S)")


def _near(text: str, claim: Claim, within: Span, reach: int) -> Span:
    """The part of a paragraph at most ``reach`` from the quote, cut between sentences; the
    quote's own sentence is whole unless it is very long, and then cut between words."""
    first, last = within
    if claim.start - first > reach:
        low = claim.start - reach
        ends = _ends(text, low, claim.start)[:1]
        ends = ends or _ends(text, max(first, low - SENTENCE), low)[-1:]
        first = ends[0] if ends else _word_start(text, low, claim.start)
    if last - claim.end > reach:
        high = claim.end + reach
        ends = _ends(text, claim.end, high)[-1:]
        ends = ends or _ends(text, high, min(last, high + SENTENCE))[:1]
        last = len(text[: ends[0]].rstrip()) if ends else _word_end(text, high, claim.end)
    return first, max(last, claim.end)


def _ends(text: str, low: int, high: int) -> list[int]:
    """Where sentences begin between two places, the last of them included."""
    return [m.end() for m in _SENTENCE.finditer(text, low, high + 1) if m.end() <= high]


def _word_start(text: str, low: int, high: int) -> int:
    space = text.find(" ", low, high)
    return low if space < 0 else space + 1


def _word_end(text: str, high: int, low: int) -> int:
    space = text.rfind(" ", low, high)
    return high if space < 0 else space


_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_ISO = re.compile(r"\d{4}-\d\d(?:-\d\d)?|\b\d\d:\d\d\b")
_SAYS_LITTLE = frozenset(
    "the a an of in on at to by for from with and or but as is are was were be been has have had "
    "it its his her their they he she that this which who not near".split()
)


def value_spans(claim: Claim, value: str) -> list[Span]:
    """Where in a claim a compared value stands; nothing where it cannot be found.

    A figure by its number, a date or time by its days, other values by their words.
    """
    if not value:
        return []
    return _figure_spans(claim, value) or _date_spans(claim, value) or _word_spans(claim, value)


def _figure_spans(claim: Claim, value: str) -> list[Span]:
    numbers = {float(n.replace(",", "")) for n in _NUMBER.findall(value)}
    found = [f for f in claim.figures if numbers & {f.low, f.high}]
    found.sort(key=lambda f: (f.role not in value, words.plural(f.noun) not in value))
    return [(f.start, f.end) for f in found[:1]]


def _date_spans(claim: Claim, value: str) -> list[Span]:
    days = set(_ISO.findall(value))
    return [
        (when.start, when.end)
        for when in claim.when
        if any(day in (when.from_ or "") or day in (when.to or "") for day in days)
    ]


def _word_spans(claim: Claim, value: str) -> list[Span]:
    exact = re.search(re.escape(value) + r"\w*", claim.quote, re.IGNORECASE)
    if exact:
        return [(claim.start + exact.start(), claim.start + exact.end())]
    telling = {w[:6] for w in re.findall(r"\w+", value.casefold()) if w not in _SAYS_LITTLE}
    return [
        (claim.start + match.start(), claim.start + match.end())
        for match in re.finditer(r"\w+", claim.quote)
        if any(match[0].casefold().startswith(stem) for stem in telling)
    ]


LONGEST = 400
"""Words of a quote up to which two are laid side by side word by word (it takes their product)."""
ALIKE = 0.4
"""Share of words in common from which the others are worth marking; below it, most differ."""


def differing(a: Claim, b: Claim) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Words of each quote that the other does not have at that place.

    Nothing where the quotes have little in common: then every word would be marked.
    """
    sides = [list(re.finditer(r"\w+", claim.quote)) for claim in (a, b)]
    if max(map(len, sides)) > LONGEST:
        return (), ()
    folded = [[match[0].casefold() for match in side] for side in sides]
    matcher = difflib.SequenceMatcher(None, folded[0], folded[1], autojunk=False)
    if matcher.ratio() < ALIKE:
        return (), ()
    found: tuple[list[Span], list[Span]] = ([], [])
    for kind, a0, a1, b0, b1 in matcher.get_opcodes():
        if kind == "equal":
            continue
        for spans, claim, side, places in zip(
            found, (a, b), sides, (range(a0, a1), range(b0, b1)), strict=True
        ):
            spans.extend(
                (claim.start + side[i].start(), claim.start + side[i].end())
                for i in places
                if side[i][0].casefold() not in _SAYS_LITTLE
            )
    return tuple(found[0]), tuple(found[1])
