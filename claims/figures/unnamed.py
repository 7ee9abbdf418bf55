"""Numbers whose noun is left out: "five aboard", "hundreds gathered", "a volley of twenty"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.figures.words import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_ABOARD = re.compile(r"\s(?:people\s)?(?:aboard|on board)\b", re.IGNORECASE)

_GATHERING = word_set(
    "attend gather march protest demonstrate rally queue assemble crowd cram flock throng applaud "
    "volunteer apply enrol enroll surrender flee evacuate camp picket resign strike vote sign"
)
"""What persons do: a bare number that does it counts them."""

_WITH_PARTICLE = {
    ("turn", "up"), ("turn", "out"), ("show", "up"), ("walk", "out"), ("sign", "up"),
    ("take", "part"), ("stay", "away"), ("turn", "themselves"),
}  # fmt: skip

_COLLECTIVES = {
    **dict.fromkeys(("volley", "salvo", "barrage"), "projectile"),
    **dict.fromkeys(("crowd", "audience", "congregation", "turnout", "gang", "crew"), "person"),
    **dict.fromkeys(("convoy", "fleet", "motorcade"), "vehicle"),
}
_COLLECTIVE = re.compile(
    rf"\b(?P<noun>{'|'.join(_COLLECTIVES)})\s(?:of|at|to|numbered|numbering|was|reached)\s$",
    re.IGNORECASE,
)
"""What a number of something makes up, right before it: "a crowd of 400", "the crowd at 400"."""

_CHANGING = re.compile(
    r"\b(?:r[iao]se(?:n|s)?|rising|f[ae]ll(?:en|s|ing)?|gr[eo]w(?:n|s|ing)?|go(?:es|ne|ing)?\s(?:up|down)"
    r"|went\s(?:up|down)|increas\w+|decreas\w+|cut(?:s|ting)?|shr[aiu]nk\w*|drop\w*|climb\w*|declin\w+"
    r"|reduc\w+|jump\w*|plung\w+|soar\w*|slump\w*|rais\w+|lower\w*|slash\w*)\b[^.;]{0,40}\sby\s$",
    re.IGNORECASE,
)


def left_out(doc: Doc, span: Span, end: int) -> str:
    """The noun that a bare number leaves out, ``person`` or a thing's; empty where nothing tells.

    Args:
        doc: The sentence.
        span: The number with the words that bound it.
        end: Where the number ends in the text.
    """
    text = doc.text
    if match := _COLLECTIVE.search(text[max(0, span.start_char - 40) : span.start_char]):
        return _COLLECTIVES[match["noun"].lower()]
    if _ABOARD.match(text, end):
        return "person"
    root = span.root
    if root.dep_ not in ("nsubj", "nsubjpass") or root.i >= root.head.i:
        return ""
    verb = root.head
    behind = doc[verb.i + 1].lower_ if verb.i + 1 < len(doc) else ""
    if (verb.lemma_.lower(), behind) in _WITH_PARTICLE:  # but not "three turned up the music"
        objects = {c.lower_ for c in verb.children if c.dep_ == "dobj"}
        return "" if objects - {"part", "themselves"} else "person"
    return "person" if verb.lemma_.lower() in _GATHERING and root.dep_ == "nsubj" else ""


def tells_change(text: str, start: int) -> bool:
    """Whether a share that begins at an offset is how much something rose or fell by."""
    return bool(_CHANGING.search(text[max(0, start - 70) : start]))
