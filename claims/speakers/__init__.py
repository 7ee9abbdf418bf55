"""Who says it: sources, the words of saying, and what is handed to them."""

from __future__ import annotations

from collections.abc import Sequence

from claims.parse import Parsed
from claims.speakers.choose import speaker, speaking
from claims.speakers.draft import Draft
from claims.speakers.labels import announcing, by_labels, closing, reporting, signed
from claims.speakers.nesting import untangle
from claims.speakers.phrases import according, by_nouns
from claims.speakers.quotes import give
from claims.speakers.records import Attribution
from claims.speakers.resolve import finish
from claims.speakers.verbs import by_verbs

__all__ = ["Attribution", "attributions", "speaker", "speaking"]

_FINDERS = (by_verbs, according, by_nouns, by_labels, closing, signed, reporting, announcing)


def attributions(parsed: Sequence[Parsed], text: str) -> tuple[Attribution, ...]:
    """Every attribution of an article in the order of the text; empty when there is none.

    An attribution inside the content of another comes too ("She said the mayor had denied it").

    Args:
        parsed: The article's sentences in order.
        text: The article's text, which all offsets point into.
    """
    drafts: list[Draft] = [
        draft
        for order, sentence in enumerate(parsed)
        for find in _FINDERS
        for draft in find(sentence, order, text)
    ]
    give(drafts, parsed, text)
    untangle(drafts, text)
    return finish(drafts, parsed)
