"""Adverbial clauses: which of them state a fact, and the span of time they are measured by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claims.clauses.frames import EMPTY, content_of
from claims.clauses.verbs import finite, predicates, subject
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_FACTUAL = words("when after while as before although though because whereas")
"""Conjunctions whose clause states a fact; "if", "unless", "until" do not. "Since" opens the
window a figure is counted over, so its clause stays with it."""
_SPANS = words("second minute hour day night week month year moment time later")
_SOON = words("shortly soon just immediately right moments minutes hours days")
_KNOWING = words("know say tell indicate show see remember explain reveal specify learn decide")
_FOR_A_VERB = words("do have be")
"""Verbs that stand for another one: "as he had done before" tells how, not what."""


def factual(token: Token) -> bool:
    """Whether an adverbial clause states a fact: "after rebels withdrew"."""
    if not finite(token) or subject(token) is None:
        return False
    links = [c for c in token.children if c.dep_ in {"mark", "advmod"} and c.i < token.i]
    if not any(c.lower_ in _FACTUAL for c in links):
        return False
    if any(c.tag_ == "MD" for c in token.children) or _says_nothing(token):
        return False
    if token.head.lemma_ in _KNOWING and any(c.lower_ == "when" for c in links):
        return False  # "it is not known when the shots fell"
    if not predicates(token.head) or (_measured(links) and not _otherwise_dated(token)):
        return False
    if token.head.lemma_ in EMPTY and not any(
        c.dep_ in {"prep", "dobj"} and c.i > token.head.i for c in token.head.children
    ):
        return False  # "The raids came after ..." says nothing without it
    return not any(c.lower_ in {"if", "even", "long", "far"} for c in links)


def _says_nothing(token: Token) -> bool:
    """Whether a clause only points at another: "as he had done", "when that happens"."""
    objects = [c for c in token.children if c.dep_ in {"dobj", "attr", "acomp", "ccomp", "xcomp"}]
    own = subject(token)
    pronoun = own is not None and own.pos_ == "PRON"
    as_ = any(c.lower_ == "as" and c.i < token.i for c in token.children)
    return not objects and (
        (as_ and token.lemma_ in _FOR_A_VERB) or (pronoun and token.lemma_ in EMPTY)
    )


def measure(token: Token) -> list[Token]:
    """The words of "three days" before "after the army left"; empty when there are none."""
    links = [c for c in token.children if c.dep_ in {"mark", "advmod"} and c.i < token.i]
    first = min((link.i for link in links if link.lower_ in _FACTUAL), default=0)
    spans = [c for c in token.children if c.dep_ == "npadvmod" and c.i < first]
    return [t for span in spans if span.lemma_.lower() in _SPANS for t in span.subtree]


def _otherwise_dated(token: Token) -> bool:
    """Whether the main clause has a day of its own beside "three days after the army left"."""
    content = content_of(token.head) or token.head
    return bool(measure(token)) and any(
        c.dep_ in {"prep", "npadvmod"} and any(t.ent_type_ in {"DATE", "TIME"} for t in c.subtree)
        for c in content.children
    )


def _measured(links: Sequence[Token]) -> bool:
    """Whether a span of time stands before the conjunction ("a week after the army left")."""
    first = min(link.i for link in links)
    if any(link.lower_ in _SOON for link in links):
        return True
    return first > 0 and links[0].doc[first - 1].lemma_.lower() in _SPANS
