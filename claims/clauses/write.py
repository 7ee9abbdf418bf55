"""The words of a statement written out: spaces, stops, a capital."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

Item = int | str
"""A token of the sentence, or a word put in ("were", "killed" for "killing")."""


def write(doc: Doc, items: Sequence[Item]) -> str:
    """The words in order, spaced as they were, without the commas of what was taken out."""
    kept = _without_orphans(doc, items)
    text = ""
    for number, item in enumerate(kept):
        word = item if isinstance(item, str) else doc[item].text
        moved = isinstance(item, int) and number and kept[number - 1] != item - 1
        text += _small(doc, item) if moved and isinstance(item, int) else word
        following = kept[number + 1] if number + 1 < len(kept) else None
        if following is None:
            break
        glued = isinstance(item, int) and following == item + 1 and not doc[item].whitespace_
        word_after = following if isinstance(following, str) else doc[following].text
        # "who's" and "'s" after what took the place of "who": one word.
        clitic = word_after.startswith("'") and len(word_after) in {2, 3}
        if not glued and not clitic:
            text += " "
    return polish(text)


def _small(doc: Doc, item: int) -> str:
    """A word from inside a statement: the sentence's first loses its capital."""
    token = doc[item]
    opened = item == 0 or (item == 1 and doc[0].is_punct)
    entity = token.ent_type_ not in {"", "DATE", "TIME", "CARDINAL"}
    name = token.pos_ == "PROPN" or entity or token.text == "I" or token.text.isupper()
    return token.text if name or not opened else token.lower_


def _without_orphans(doc: Doc, items: Sequence[Item]) -> list[Item]:
    kept: list[Item] = []
    for number, item in enumerate(items):
        if isinstance(item, int) and doc[item].text in {",", ";", "-", "--", ":"}:
            before = items[number - 1] if number else None
            after = items[number + 1] if number + 1 < len(items) else None
            if before != item - 1 or after != item + 1:
                continue
        kept.append(item)
    return kept


_TIDY = (
    (re.compile(r"\s+"), " "),
    (re.compile(r" ([,;:.!?)\]])"), r"\1"),
    (re.compile(r"([(\[]) "), r"\1"),
    (re.compile(r" ?\(\)"), ""),
    (re.compile(r"^[\s,;:.\-)\]]+|[\s,;:.\-(\[]+$"), ""),
)


_ABBREVIATED = re.compile(r"(?:\b[ap]\.m|\b[A-Z]\.[A-Z]|\b(?:Jr|Sr|Inc|Corp|Ltd|Bros))\.$")
"""Words whose full stop is part of them."""


def polish(text: str) -> str:
    """Spaces and stops put right, quotation marks in pairs, a capital in front."""
    for mark in ('"',):
        if text.count(mark) % 2:
            text = text.replace(mark, "")
    stop = "." if _ABBREVIATED.search(text) else ""
    for pattern, by in _TIDY:
        text = pattern.sub(by, text)
    text += stop
    if text.count("(") != text.count(")"):
        text = text.replace("(", "").replace(")", "")
    return text[:1].upper() + text[1:]
