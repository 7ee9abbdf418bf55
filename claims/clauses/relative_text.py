"""Relative clauses as sentences: the antecedent in the place of the relative word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from claims.clauses.heads import Head, Layout
from claims.clauses.phrases import phrase
from claims.clauses.relatives import antecedent, relative_pronoun
from claims.clauses.write import Item
from claims.parse.subjects import SUBJECTS
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc

_WHERE = words("in at on near outside inside")


def relative(doc: Doc, plan: Layout, head: Head, own: list[int]) -> list[Item]:
    """The antecedent in the place of the relative word, objects moved behind the verb."""
    verb = doc[head.index]
    pronoun = relative_pronoun(verb)
    named = phrase(doc, plan, antecedent(verb), before=verb.left_edge.i)
    if pronoun is None or not named:
        return list(own)
    if pronoun.tag_ == "WP$":
        return _replaced(own, [pronoun.i], [*named, "'s"])
    top = pronoun
    while top.head != verb and top.head != top:
        top = top.head
    if top.dep_ in SUBJECTS or top.i > verb.i:
        return _replaced(own, [pronoun.i], [*named])
    moved: list[Item] = []
    for token in top.subtree:
        moved += named if token == pronoun else [token.i]
    if pronoun.lower_ == "where":
        link = antecedent(verb).head
        moved = [link.lower_ if link.lower_ in _WHERE else "in", *named]
    elif pronoun.lower_ == "when":
        return [i for i in own if i != pronoun.i]
    out = {t.i for t in top.subtree}
    rest = [i for i in own if i not in out]
    if top.dep_ != "dobj":
        return [*rest, *moved]
    particle = next((c.i for c in verb.children if c.dep_ == "prt" and c.i > verb.i), verb.i)
    return [*(i for i in rest if i <= particle), *moved, *(i for i in rest if i > particle)]


def _replaced(own: Iterable[int], out: Sequence[int], by: Sequence[Item]) -> list[Item]:
    items: list[Item] = []
    for index in own:
        items += by if index == out[0] else [index]
    return items
