"""Where a source's words begin and end in its sentence, and where a name does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PREPOSITIONS = words("of for in at from by with on")
_NAMING = words("of for")
"""Prepositions inside names: "Observatory for Human Rights"."""
_ARTICLES = words("a al an as at ar ash el ul")
"""Arabic articles as written before a hyphen."""
_MODIFIERS = words("det compound amod nummod poss nmod quantmod predet advmod case punct npadvmod")


def left_of(head: Token) -> int:
    """First token of the modifiers that stand before ``head`` without a gap."""
    first = head.i
    for child in sorted((c for c in head.lefts), key=lambda c: -c.i):
        if child.dep_ not in _MODIFIERS and child.tag_ not in ("DT", "NNP", "NN"):
            break
        if child.right_edge.i != first - 1 or child.text in ",;:":
            break
        if child.dep_ == "compound" and child.text.islower() and capital(head.doc[first]):
            break
        first = child.left_edge.i
    doc = head.doc
    while first < head.i and (doc[first].is_punct or doc[first].tag_ in ("CC", "IN", "RB")):
        first += 1
    return first


def right_of(head: Token) -> int:
    """Last token of what follows ``head`` and narrows it: prepositions, a bracketed acronym."""
    doc, last = head.doc, head.i
    for child in head.rights:
        start = child.left_edge.i
        gap = doc[last + 1 : start]
        if child.dep_ == "prep" and child.lower_ in _PREPOSITIONS and not len(gap):
            inner = [c for c in child.children if c.dep_ == "pobj"]
            if not inner:
                break
            last = name_on(doc, max(last, right_of(inner[0])))
        elif child.dep_ == "cc" or child.dep_ == "conj" or (child.dep_ == "punct" and not len(gap)):
            continue
        else:
            break
    if last + 2 < len(doc) and doc[last + 1].text == "(":
        closing = next((t.i for t in doc[last + 2 : last + 8] if t.text == ")"), None)
        last = closing if closing is not None else last
    return last


def name_on(doc: Doc, last: int) -> int:
    """Takes in the rest of a name the parse has cut: "a source at Vell" + "Police Command"."""
    while (
        doc[last].pos_ == "PROPN"
        and last + 1 < len(doc)
        and doc[last + 1].pos_ == "PROPN"
        and capital(doc[last + 1])
    ):
        last += 1
    return last


def proper(token: Token) -> bool:
    if token.pos_ == "PROPN" or token.tag_ in ("NNP", "NNPS"):
        return True
    # The last word of a name is taken for a common noun at times: "the Vell Observatory".
    named = token.i > 0 and token.nbor(-1).pos_ == "PROPN" and token.nbor(-1).head.i == token.i
    return bool(named) and token.pos_ == "NOUN" and token.text[:1].isupper()


def name_end(head: Token) -> int:
    """Last token of a name: "Observatory for Human Rights" by its capitals, whatever the parse."""
    doc, last = head.doc, head.i
    while last + 2 < len(doc) and doc[last + 1].lower_ in _NAMING and capital(doc[last + 2]):
        last += 2
        while last + 1 < len(doc) and capital(doc[last + 1]):
            last += 1
    return glued(doc, last)


def capital(token: Token) -> bool:
    return token.text[:1].isupper() and token.ent_type_ != "DATE"


def glued(doc: Doc, last: int) -> int:
    """Takes in what is written on to the last word with a hyphen: "Tahrir a" + "-Sham"."""
    if last + 2 < len(doc) and doc[last + 1].text.lower() in _ARTICLES and _hyphen(doc, last + 1):
        last += 1
    while last + 2 < len(doc) and _hyphen(doc, last):
        last += 2
    return last


def _hyphen(doc: Doc, at: int) -> bool:
    """The token is written together with a hyphen and a capital after it."""
    return (
        at + 2 < len(doc)
        and not doc[at].whitespace_
        and doc[at + 1].text == "-"
        and not doc[at + 1].whitespace_
        and doc[at + 2].text[:1].isupper()
    )
