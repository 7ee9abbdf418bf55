"""Whether a predicate is affirmed or negated, by the scope the parse gives each negation.

Negations after Morante & Daelemans, "ConanDoyle-neg" (LREC 2012): words, and verbs and nouns
that hold their complement for what did not happen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.governing import RAISING, above, fails, has_subject, yet_to
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_NO = words("no neither nor none nobody nothing nowhere")
_NEVER = words("never nowhere hardly scarcely barely")
_NOT_MERELY = words("only just merely simply solely least")
_COMPARED = words("fewer less more later longer")
"""After "no": "no fewer than ten" counts, it doesn't deny; "no longer" does."""
_LACKING = words("no little without lack absence")
"""Before or above a noun with a clause: "no evidence that it fell"."""
_ARGUMENTS = words("nsubj nsubjpass dobj attr expl agent")


def is_negated(token: Token, inside: frozenset[int]) -> bool:
    """Whether an odd number of negations have the predicate in their scope.

    Args:
        token: The predicate.
        inside: Indices of the tokens of the clause; arguments outside it are not looked at.
    """
    count = sum(_is_negation(child) for child in token.children)
    count += sum(_no_argument(child) for child in token.children if child.i in inside)
    count += yet_to(token) + _far_from(token)
    for upper, below in above(token):
        if upper.pos_ == "NOUN":
            return (count + _lacking(upper)) % 2 == 1
        own = sum(_is_negation(child) for child in upper.children)
        if fails(upper, below):
            count += 1 + own
        elif upper.lemma_ in RAISING and below.dep_ == "ccomp":
            count += own
        elif below.dep_ in ("xcomp", "acomp", "oprd"):
            count += own
            count += sum(_no_argument(c) for c in upper.children if c.i in inside)
        elif below.dep_ == "pcomp" and upper.lower_ == "without":
            count += 1
        elif not (below.dep_ == "prep" or (below.dep_ == "pcomp" and upper.lower_ == "from")):
            break
    return count % 2 == 1


def _lacking(noun: Token) -> bool:
    """ "No evidence that ...", "without evidence that ...", "lack of evidence that ..."."""
    if any(c.lower_ in _LACKING for c in noun.children):
        return True
    held = noun.head
    if held.lower_ == "of":
        held = held.head
    if held.lower_ in _LACKING:
        return True
    return noun.dep_ in ("dobj", "attr") and any(_is_negation(c) for c in held.children)


def _far_from(token: Token) -> bool:
    """ "Far from over", "far from clear"; "far from the city" is a distance."""
    for child in token.children:
        if child.lower_ == "far" and child.dep_ in ("advmod", "acomp"):
            after = [c for c in (*child.children, *token.children) if c.lower_ == "from"]
            below = [inner for c in after for inner in c.children]
            return any(inner.pos_ in ("ADJ", "ADV", "VERB", "ADP") for inner in below)
    return False


def _is_negation(child: Token) -> bool:
    """A negation of the word it hangs on: "not", "n't", "never", "no longer"."""
    lower = child.lower_
    if child.dep_ == "neg" or lower in ("not", "n't", "n’t"):
        after = child.i > child.head.i and child.head.pos_ == "VERB"
        return not after and not _merely(child)
    if lower == "longer" and any(c.lower_ == "no" for c in child.children):
        return True
    if lower in ("neither", "nor") and child.dep_ in ("cc", "preconj", "advmod"):
        return lower == "neither" or not has_subject(child.head)
    return lower in _NEVER and child.dep_ == "advmod"


def _merely(child: Token) -> bool:
    """ "Not only": what follows is said all the same."""
    doc, at = child.doc, child.i + 1
    return at < len(doc) and doc[at].lower_ in _NOT_MERELY


def _no_argument(child: Token) -> bool:
    """A subject or object that is nothing: "no one", "no group", "none of them"."""
    if child.dep_ not in _ARGUMENTS:
        return False
    if child.lower_ in _NO:
        return True
    one = child.lower_ == "one" and child.i and child.nbor(-1).lower_ == "no"
    return bool(one) or any(
        c.lower_ in ("no", "neither")
        and c.dep_ in ("det", "preconj", "neg", "cc")
        and not _counting(c)
        for c in child.children
    )


def _counting(no: Token) -> bool:
    """ "No fewer than ten"."""
    at = no.i + 1
    return at < len(no.doc) and no.doc[at].lower_ in _COMPARED
