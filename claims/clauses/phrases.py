"""Phrases as they may stand in another statement: a subject carried over, a name put in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claims.clauses.heads import Layout
from claims.clauses.relatives import antecedent
from claims.clauses.verbs import subject

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def trim(doc: Doc, tokens: Sequence[int]) -> list[int]:
    """Without punctuation and joining words at the edges; brackets and currency stay."""
    tokens = list(tokens)
    while tokens and (_edge(doc[tokens[0]]) or doc[tokens[0]].dep_ == "cc"):
        tokens.pop(0)
    while tokens and (_edge(doc[tokens[-1]]) or doc[tokens[-1]].dep_ == "cc"):
        tokens.pop()
    return tokens


def _edge(token: Token) -> bool:
    return token.is_space or (token.is_punct and token.text not in {"%", "?", "(", ")", "[", "]"})


def phrase(
    doc: Doc, plan: Layout, top: Token, before: int | None = None, *, whole: bool = False
) -> list[int]:
    """Tokens of a phrase as it may stand elsewhere: no clauses of their own.

    Unless ``whole``, what is only said beside it is left out as well.
    """
    inside = {plan.owner[top.i]}
    tokens = []
    for token in top.subtree:
        path = [token, *(a for a in token.ancestors if a in top.subtree)] if token != top else [top]
        nested = not whole and any(aside(p) for p in path if p != top)
        if nested or plan.owner[token.i] not in inside:
            continue
        if before is None or token.i < before:
            tokens.append(token.i)
    return trim(doc, tokens)


def aside(token: Token) -> bool:
    """Whether a phrase is said beside the name: an apposition behind a comma, a clause."""
    if token.dep_ == "appos":
        edge = token.left_edge.i
        before = token.doc[edge - 1].text if edge > 0 else ""
        # A name may hold a hyphen ("al-Dibs"); a dash stands between spaces.
        return before == "," or (before in {"-", "--"} and bool(token.doc[edge - 1].whitespace_))
    return token.dep_ in {"relcl", "parataxis"}


def effective_subject(doc: Doc, plan: Layout, verb: Token) -> list[int]:
    """Tokens of the subject a verb has or shares with the verb it is joined to."""
    for above in (verb, *verb.ancestors):
        own = subject(above)
        if own is not None:
            pronoun = own.tag_ in {"WDT", "WP"}
            if pronoun and above.dep_ == "relcl":
                return phrase(doc, plan, antecedent(above), before=above.left_edge.i)
            return phrase(doc, plan, own)
        if above != verb and above.dep_ in {"relcl", "acl"} and above.tag_ != "VBG":
            return phrase(doc, plan, above.head, before=above.left_edge.i)
    return []


def single(noun: Token) -> bool:
    """Whether a noun takes "was", not "were"."""
    if noun.lower_ in {"one", "another"} or any(c.lower_ in {"one", "1"} for c in noun.children):
        return True
    return noun.tag_ in {"NN", "NNP"} and not any(
        c.dep_ in {"nummod", "conj"} for c in noun.children
    )
