"""A participant of what happened, as written in the clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_ASIDE = frozenset({"relcl", "acl", "advcl", "parataxis"})
_ADJUNCTS = words(
    "in on at near since after before during amid by despite over following including"
)


def said(top: Token | None, allowed: frozenset[int]) -> str:
    """A participant as written, without what is only said beside it; empty for none."""
    if top is None:
        return ""
    words = [
        t
        for t in top.subtree
        if (t.i in allowed or top.i not in allowed)
        and not any(_beside(a) for a in _path(t, top) if a != top)
    ]
    last = top.i
    for word in words:
        last = word.i if word.i == last + 1 else last
    while last > top.i and (top.doc[last].is_punct or top.doc[last].dep_ in {"cc", "prep"}):
        last -= 1
    return top.doc[words[0].i : last + 1].text


def _beside(token: Token) -> bool:
    if token.dep_ == "prep":
        return token.lower_ in _ADJUNCTS
    return token.dep_ in _ASIDE or (token.ent_type_ == "DATE" and token.dep_ == "npadvmod")


def _path(token: Token, top: Token) -> list[Token]:
    path = [token]
    while path[-1] != top and path[-1].head != path[-1]:
        path.append(path[-1].head)
    return path
