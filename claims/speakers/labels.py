"""Speakers set beside their words without a verb: "SMITH: ...", "... - Adam Smith"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.parse import Parsed
from claims.speakers.cues import SPEAKING
from claims.speakers.draft import Draft, trim
from claims.speakers.sources import source

_TRANSCRIPT = re.compile(r'"?[A-Z][A-Z.\'-]+(?: [A-Z][A-Z.\'-]+){0,3}: ')
"""A speaker in capitals at the head of a line, as transcripts have it."""
_LEAST = 3
_MOST = 6


def by_labels(parsed: Parsed, order: int, text: str) -> Iterator[Draft]:
    """ "Police: two dead", "Fire kills two: monitor", "SMITH: I agree": a colon between the
    speaker's label and the content, at the head or the end of a line.

    A place before a colon ("AMMAN: ...") is a dateline: only nouns that can speak, persons'
    names, and capitals over a whole transcript line count.
    """
    doc = parsed.doc
    for colon in doc:
        if colon.text != ":" or any(t.pos_ in ("VERB", "AUX") for t in doc[: colon.i][-_MOST:]):
            if colon.text != ":" or len(doc) - colon.i - 1 > _MOST:
                continue
        head_side = colon.i <= _MOST and len(doc) - colon.i - 1 >= _LEAST
        tail_side = len(doc) - colon.i - 1 <= _MOST and colon.i >= _LEAST
        label = doc[: colon.i] if head_side else doc[colon.i + 1 :] if tail_side else None
        content = doc[colon.i + 1 :] if head_side else doc[: colon.i]
        if label is None or not len(label) or not any(t.is_alpha for t in content):
            continue
        noun = next((t for t in reversed(list(label)) if t.pos_ in ("NOUN", "PROPN")), None)
        if noun is None or not _speaks(noun.lemma_.lower(), noun.ent_type_, parsed, head_side):
            continue
        span = trim(text, parsed.span(content[0], content[-1]))
        if span is not None:
            cue = parsed.span(colon, colon)
            yield Draft(order, parsed, source(parsed, noun), cue, [span], "say", open=head_side)
        return


def _speaks(lemma: str, entity: str, parsed: Parsed, head_side: bool) -> bool:
    if lemma in SPEAKING or (entity == "PERSON" and head_side):
        return True
    return head_side and bool(_TRANSCRIPT.match(parsed.sentence.text)) and entity != "GPE"
