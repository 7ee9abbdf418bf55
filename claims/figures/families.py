"""Two of them, and families: "both died", "a family of five was killed"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.figures.attach import event_before, role_of
from claims.figures.draft import Draft
from claims.figures.nouns import Phrase
from claims.figures.persons import unreal
from claims.figures.words import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

OF_BOTH = word_set("killed injured shot missing abducted hospitalised arrested")
"""States in which "both" alone counts two persons: "both were destroyed" is said of things."""
_OF_FAMILY = OF_BOTH | {"rescued", "displaced", "trapped", "survived"}


def stands_alone(doc: Doc, span: Span, phrase: Phrase) -> bool:
    """ "Both died", "both of them", "killed both"; not "both sides", "both shot and stabbed"."""
    standing = doc[span.end - 1].dep_ in ("nsubj", "nsubjpass", "dobj", "obj")
    return standing or phrase.part in ("of them", "of whom")


def family_before(doc: Doc, first: int) -> Token | None:
    """The "family" of "a family of five"; ``None`` for "a father of five"."""
    before = [token.lower_ for token in doc[max(0, first - 2) : first]]
    return doc[first - 2] if before in (["family", "of"], ["household", "of"]) else None


def of_family(doc: Doc, draft: Draft, family: Token) -> Draft | None:
    """The draft of a family's number ("five"), made one of the family: what befell it befell as
    many persons as it has. ``None`` where nothing befell it."""
    begin = family.left_edge.i
    if family.dep_ == "pobj" and family.head.lower_ == "of":  # "the father of a family of five"
        draft.role = event_before(doc, begin)
    else:
        draft.role = role_of(doc, begin, draft.last, "person", family, tolls=False)
    if draft.role not in _OF_FAMILY or unreal(doc, begin, family.i):
        return None
    draft.start, draft.first, draft.noun = doc[begin].idx, begin, "person"
    draft.bare, draft.explicit = False, True
    return draft
