"""Mends what the parser is known to get wrong in news: words, closing frames, trees, subjects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.parse.closing import closed
from claims.parse.grammar import grammatical
from claims.parse.opening import opened
from claims.parse.subjects import with_subjects
from claims.parse.tokens import mended_words

if TYPE_CHECKING:
    from spacy.tokens import Doc


def mend(doc: Doc) -> Doc:
    """The same text with a better tree, or ``doc`` itself where nothing needs mending."""
    return opened(grammatical(with_subjects(closed(mended_words(doc)))))
