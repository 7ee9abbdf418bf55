"""The noun phrase of a source: its span, its name, and whether it names anybody."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from claims.parse import Parsed
from claims.speakers.cues import FORCES, INSTITUTIONS, NAMELESS, OFFICES, RECORDS
from claims.speakers.edges import glued, left_of, name_end, proper, right_of
from claims.speakers.naming import apposed_name, author_of, holder_named, one_name, person_before
from claims.speakers.records import SourceVoice
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

PRONOUNS = words("he she they it i we who which that this those these one")
FIRST_PERSON = words("i we you me us")
_UNKNOWN = words("a an another one some")
_SOME = words("some several many two three four few other")
_MAX_TOKENS = 16


@dataclasses.dataclass(frozen=True, slots=True)
class Source:
    """A source in its sentence."""

    head: Token
    first: int
    last: int
    """Token indices, both included."""
    name: str
    voice: SourceVoice


def _voice(head: Token, sentence: str) -> SourceVoice:
    if "condition of anonymity" in sentence or "requested anonymity" in sentence:
        return "anonymous"
    lemma = head.lemma_.lower()
    if lemma in ("he", "she", "it", "i", "we"):
        return "named"
    if proper(head) and lemma not in NAMELESS:
        return "named"
    if (
        apposed_name(head) is not None
        or author_of(head)
        or person_before(head)
        or holder_named(head)
    ):
        return "named"
    compound_name = any(
        t.dep_ == "compound" and t.ent_type_ == "PERSON" for t in head.lefts if proper(t)
    )
    if head.lower_ == "reports" and author_of(head) is None:
        return "anonymous"
    if lemma in RECORDS:
        return "named"
    holds = any(c.dep_ == "prep" and c.lower_ == "of" for c in head.rights)
    if lemma in OFFICES and holds and any(t.lower_ == "the" for t in head.lefts):
        return "named"
    counted = any(t.dep_ == "nummod" or t.lower_ in _SOME for t in head.lefts)
    if lemma in FORCES and head.tag_ == "NNS" and not counted:
        return "named"
    if any(t.lower_ in _UNKNOWN for t in head.lefts) and not any(proper(t) for t in head.lefts):
        return "anonymous"
    if compound_name or (lemma in INSTITUTIONS and lemma not in NAMELESS):
        return "named"
    return "anonymous"


def _conjuncts(head: Token) -> list[Token]:
    """``head`` and the nouns coordinated with it, near it and in order."""
    found = [head]
    for token in head.conjuncts:
        if token.i > head.i and token.pos_ in ("NOUN", "PROPN", "PRON"):
            between = head.doc[head.i : token.i]
            if not any(t.pos_ in ("VERB", "AUX") for t in between) and len(between) < _MAX_TOKENS:
                found.append(token)
    return found


def source(parsed: Parsed, head: Token) -> Source:
    """The source whose noun is ``head``."""
    heads = _conjuncts(head)
    last = max(right_of(token) for token in heads)
    apposed = apposed_name(head)
    if apposed is not None and apposed.i - head.i < _MAX_TOKENS:
        last = max(last, right_of(apposed), name_end(apposed))
    if proper(head):
        last = max(last, name_end(head))
    names = [one_name(token) for token in heads]
    name = names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
    text = parsed.sentence.text
    voices = [_voice(token, text) for token in heads]
    voice: SourceVoice = "named" if "named" in voices else "anonymous"
    first = left_of(head)
    last = glued(head.doc, min(last, first + 3 * _MAX_TOKENS))
    return Source(head, first, last, name or head.text, voice)
