"""Steps through a parse: subjects, children, what hangs from a preposition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.clauses.relatives import antecedent

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def passive(verb: Token) -> bool:
    """Whether the grammatical subject is the one it befell."""
    if any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children):
        return True
    if verb.tag_ != "VBN" or any(c.dep_ in {"aux", "dobj"} for c in verb.children):
        return False
    return verb.dep_ in {"acl", "advcl"} or (verb.dep_ == "conj" and passive(verb.head))


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, its own or shared; a relative word gives its antecedent."""
    at = verb
    for _ in range(6):
        own = child_of(at, *SUBJECTS)
        if own is not None:
            relative = own.tag_ in {"WDT", "WP"} and at.dep_ == "relcl"
            return antecedent(at) if relative else own
        if at.dep_ == "acl":
            return at.head
        if at.dep_ not in {"conj", "advcl", "xcomp"} or at.head.i == at.i:
            return None
        at = at.head
    return None


def child_of(token: Token, *deps: str, pos: str = "") -> Token | None:
    """The first child with one of the dependencies, and the part of speech where one is given."""
    return next((c for c in token.children if c.dep_ in deps and (not pos or c.pos_ == pos)), None)


def under(token: Token, preposition: str) -> Token | None:
    """The object of a preposition that hangs from a token, or from another one there."""
    for child in token.children:
        if child.dep_ not in {"prep", "agent", "dative", "prt", "advmod"}:
            continue
        if child.lower_ == preposition:
            return child_of(child, "pobj")
        nested = next((c for c in child.children if c.lower_ == preposition), None)
        if nested is not None and child.lower_ in {"out", "away", "off", "back"}:
            return child_of(nested, "pobj")
    return None
