"""Who says it: sources, the words of saying, and what is handed to them."""

from __future__ import annotations

from collections.abc import Sequence

from claims.parse import Parsed
from claims.saying import SAYING
from claims.speakers.records import Attribution

__all__ = ["Attribution", "attributions"]


def attributions(parsed: Sequence[Parsed], text: str) -> tuple[Attribution, ...]:
    """Every attribution of an article in the order of the text; empty when there is none.

    Args:
        parsed: The article's sentences in order.
        text: The article's text, which all offsets point into.
    """
    found: list[Attribution] = []
    for sentence in parsed:
        for verb in sentence.doc:
            if verb.lemma_ not in SAYING or verb.pos_ not in ("VERB", "AUX"):
                continue
            subjects = [c for c in verb.children if c.dep_ == "nsubj"]
            contents = [c for c in verb.children if c.dep_ == "ccomp"]
            if not subjects or not contents:
                continue
            source = sentence.span(subjects[0].left_edge, subjects[0])
            found.append(
                Attribution(
                    source=source,
                    name=text[source[0] : source[1]],
                    cue=sentence.span(verb, verb),
                    contents=(sentence.span(contents[0].left_edge, contents[0].right_edge),),
                    voice="named",
                    via="",
                    stance="neutral",
                )
            )
    return tuple(found)
