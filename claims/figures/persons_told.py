"""Of whom something in a sentence is told: by name, or by a noun for a person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.figures.kinds import is_person
from claims.figures.nouns import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

_INNER = frozenset("nummod amod compound npadvmod quantmod advmod acomp punct nmod case".split())
"""How words hang on the noun they say more of."""

_AGE = frozenset("year years month months week weeks day days old olds age aged".split())

TITLES = frozenset(
    "mr mrs ms miss dr sir dame lord lady prof professor father sister brother bishop pastor rev "
    "reverend imam sheikh judge justice senator president minister prime governor mayor king queen "
    "prince princess general colonel major captain lieutenant sergeant corporal private officer "
    "sheriff deputy detective inspector constable chief sgt cpl lt col capt gen maj rep sen gov "
    "coach principal commander admiral superintendent councillor chancellor".split()
)

_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*)*")


def owner(token: Token) -> str:
    """The name or the noun of him of whom an age is told; empty where the parse knows none.

    "Her son Adam, a 7-year-old pupil" tells of Adam, "the driver was a 15-year-old" of a driver.
    """
    head = _phrase(token)
    if head is None:
        return ""
    for one in (head, *_beside(token, head)):
        if name := _name(one):
            return name
    nouns = (lemma(one) for one in _said_of(head) if one.pos_ == "NOUN")
    return next((noun for noun in nouns if is_person(noun) and noun != "person"), "")


def _phrase(token: Token) -> Token | None:
    """The head of the noun phrase a word stands in."""
    inner = token.lower_ in _AGE or token.pos_ not in ("NOUN", "PROPN", "PRON")
    while inner or token.lower_ in _AGE or token.dep_ == "compound":
        if token.head == token or token.dep_ not in _INNER:
            break
        token = token.head
        inner = token.pos_ not in ("NOUN", "PROPN", "PRON")
    return token if token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") else None


def _beside(token: Token, head: Token) -> list[Token]:
    """The names that stand right before the age, or right after the phrase it stands in."""
    found = []
    before = token.i - 1
    while before > 0 and _says_more(token.doc[before]):
        before -= 1
    if head.dep_ == "appos" and before >= 0 and token.doc[before].pos_ == "PROPN":
        found.append(token.doc[before])
    found += [t for t in head.children if t.dep_ == "appos" and t.pos_ == "PROPN"]
    return [one for one in found if one.ent_type_ not in ("DATE", "TIME", "GPE", "FAC")]


def _says_more(token: Token) -> bool:
    """What stands between a name and an age that is said of it: "Adam, a tall 7-year-old"; a
    "his" tells of another."""
    return token.lower_ in (",", "a", "an", "the", "then", "just", "only") or token.pos_ == "ADJ"


def _said_of(head: Token) -> list[Token]:
    """A phrase's head, and what it is said to be of: "the driver was a 15-year-old"."""
    found = [head]
    if head.dep_ == "attr" and head.head.lemma_ == "be":
        found += [t for t in head.head.children if t.dep_ == "nsubj"]
    return [one for one in found if one.tag_ not in ("NNS", "NNPS") and not _joined(one)]


def _joined(token: Token) -> bool:
    return any(child.dep_ == "conj" for child in token.children)


def _name(token: Token) -> str:
    """The name that ends with a word, without titles; empty for a noun. Who has an age is
    no town, whatever the parser takes the name for."""
    if token.pos_ != "PROPN" or is_person(lemma(token)) or token.ent_type_ in ("DATE", "NORP"):
        return ""
    words = _words(token)
    name = " ".join(words)
    whole = _NAME.fullmatch(name) and not {w.lower() for w in words} & _AGE
    return name if whole and token.doc.text[: token.idx][-1:] not in ("-", "–") else ""


def _words(token: Token) -> list[str]:
    words = [token.text]
    while token.i and token.nbor(-1).pos_ == "PROPN" and token.nbor(-1).dep_ in _IN_NAME:
        token = token.nbor(-1)
        if token.lower_.rstrip(".") in TITLES:
            break
        words.insert(0, token.text)
    return words


_IN_NAME = frozenset({"compound", "nmod"})
