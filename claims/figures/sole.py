"""One and none of a kind, told with weight: "a single tank", "a lone gunman", "not one civilian",
"not a single dollar"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.figures.attach import role_of
from claims.figures.draft import Draft
from claims.figures.kinds import is_known, kinship
from claims.figures.nouns import phrase_after
from claims.figures.units import is_money, unit_after

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SOLE = re.compile(
    r"(?P<none>\b(?<!\bif )(?:not|without|nor)\s(?:even\s)?)?\b(?:one\s)?a?\s?(?:single|lone)\s"
    r"|(?P<not_one>\b(?<!\bif )not\s(?:even\s)?one\s)(?!but\b|or\b|of\b)",
    re.IGNORECASE,
)
_STANDING = frozenset("dobj obj nsubj nsubjpass attr".split())
_PARENTS = frozenset("mother father mom mum dad parent man woman male female lady guy".split())
""" "A single mother" has no partner; she is not counted."""


def soles(doc: Doc) -> list[Draft]:
    """Drafts for one and for none of a known kind of person or thing, and for no money."""
    found = (_sole(doc, match) for match in _SOLE.finditer(doc.text))
    return [draft for draft in found if draft is not None]


def _sole(doc: Doc, match: re.Match[str]) -> Draft | None:
    none = bool(match["none"] or match["not_one"])
    start, end = match.start() + (match.group()[0] == " "), match.end()
    measured = unit_after(doc.text, end - 1)
    if measured is not None:
        empty = none and is_money(measured[1])
        return Draft(start, measured[0], 0, 0, "exact", "", measured[1]) if empty else None
    span = doc.char_span(start, end - 1, alignment_mode="expand")
    if span is None or not (none or span[0].lower_ in ("a", "one")):
        return None
    phrase = phrase_after(doc, span.end - 1)
    head = phrase.head
    if head is None or not _counted(phrase.noun, head, none):
        return None
    many = 0 if none else 1
    role = role_of(doc, span.start, phrase.last, phrase.noun, head, tolls=False) or phrase.role
    if none and not role and kinship(phrase.noun, "person") == "unknown":
        return None
    return Draft(
        start, head.idx + len(head), many, many, "exact", phrase.noun, role=role,
        first=span.start, last=phrase.last, head=head, explicit=bool(role),
    )  # fmt: skip


def _counted(noun: str, head: Token, none: bool) -> bool:
    """Whether a known kind is counted where it stands: "killed ten in a single attack" is not."""
    if head.tag_ not in ("NN", "NNP") or not is_known(noun):
        return False
    return none or (head.dep_ in _STANDING and noun not in _PARENTS)
