"""An attribution in the making."""

from __future__ import annotations

import dataclasses

from claims.parse import Parsed
from claims.speakers.sources import Source

Span = tuple[int, int]


@dataclasses.dataclass(slots=True)
class Draft:
    """What is known of an attribution before quotations and pronouns are looked up."""

    order: int
    """Number of the sentence in the article."""
    parsed: Parsed
    source: Source
    cue: Span
    contents: list[Span]
    lemma: str
    negated: bool = False
    via: tuple[str, ...] = ()
    open: bool = False
    """The verb may have a quotation for its content, which is still to be found."""
    weak: bool = False
    """The content is only what stands beside the verb: a quotation there takes its place."""
    passed_by: int = -1
    """Head token of who passes this source on, whose content is this one's; -1 for nobody."""
    attitude: bool = False
    """A wish or a judgement rather than a statement."""

    @property
    def span(self) -> Span:
        """The source as written, in the article."""
        doc = self.parsed.doc
        return self.parsed.span(doc[self.source.first], doc[self.source.last])

    @property
    def frame(self) -> Span:
        """From the first to the last of source and cue."""
        start, end = self.span
        return min(start, self.cue[0]), max(end, self.cue[1])


def trim(text: str, span: Span) -> Span | None:
    """``span`` without blanks and stray punctuation at its edges; ``None`` when nothing is left.

    Quotation marks stay where both of a pair are inside.
    """
    start, end = span
    while start < end and (text[start].isspace() or text[start] in ",;:-–—―.…)|"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:-–—―(|"):
        end -= 1
    if end - start > 2 and text[end - 1] == "." and text[end - 2].islower():
        end -= 1
    return (start, end) if end > start else None
