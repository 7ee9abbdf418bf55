"""Dates counted from an event: "the day after the offensive began".

The event's day is that of the latest earlier sentence which dates the same word: the noun that
is named ("after the raid"), the subject of a verb of beginning ("after the offensive began"), or
the verb ("after they withdrew"). No such sentence: the date stays open, it is never guessed.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claims.dates.spans import Reading
from claims.parse import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BEGINNING = frozenset("begin start launch erupt open break occur happen take commence".split())
_LINKS = frozenset("after before following since from prior".split())


@dataclasses.dataclass(frozen=True, slots=True)
class Dated:
    """A day told earlier, and the sentence that tells it."""

    reading: Reading
    parsed: Parsed


def link_at(doc: Doc, end: int) -> Token | None:
    """The "after" or "before" that ends at this character, if an event follows it."""
    span = doc.char_span(0, end, alignment_mode="contract")
    if span is None or not len(span) or span[-1].lower_ not in _LINKS:
        return None
    link = span[-1]
    if link.i + 1 >= len(doc) or doc[link.i + 1].is_punct:
        return None
    return link


def event_key(link: Token) -> str | None:
    """The word an event goes by: lemma of its noun or its verb; ``None`` when there is none."""
    noun = next((child for child in link.children if child.dep_ in ("pobj", "pcomp")), None)
    if noun is not None and noun.pos_ in ("NOUN", "PROPN"):
        return str(noun.lemma_.lower())
    verb = noun if noun is not None else link.head
    if verb.pos_ not in ("VERB", "AUX") or verb.i < link.i:
        return None
    if verb.lemma_ in _BEGINNING:
        subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        return str(subject.lemma_.lower()) if subject is not None else None
    return str(verb.lemma_.lower()) if verb.pos_ == "VERB" else None


def day_of(key: str, dated: Sequence[Dated]) -> Reading | None:
    """The day of the latest sentence that dates the word."""
    for entry in reversed(dated):
        words = {token.lemma_.lower() for token in entry.parsed.doc}
        if not words.isdisjoint({key, key.removesuffix("ing")}) and entry.reading.days == 1:
            return entry.reading
    return None
